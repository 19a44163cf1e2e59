/** A store whose own lines are no longer what they were: nothing of it leaves, and whoever exports is told of this computer. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import { refusalSentence } from '../../../shared/words/vi.ts'
import { breakJournal } from '../../support/broken-journal.ts'
import { addBranch, communeAndDistrict, newStick, register } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('lines that were changed in the store are not sent, nothing is written, and no sender is to be asked for them', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  await breakJournal(commune)
  const stick = newStick(root, 'usb')
  const error = await commune.refused('bundle.export', { folder: stick, to: district.id })
  expect(error).toMatchObject({ code: 'B_CHAIN', data: { reason: 'head', here: true } })
  expect(refusalSentence(error)).toMatch(/^Bản ghi trên máy này không còn nối tiếp.*sao lưu ngay.*“Kiểm tra sâu”/)
  expect(readdirSync(stick).flatMap((name) => readdirSync(join(stick, name)))).toEqual([])
  // What the sentence says to do: the deep check sees it, too.
  const { channels } = await commune.do<JournalHealth>('journal.health', { deep: true })
  expect(channels.map(({ chain }) => chain)).toContain('broken')
  expect(await commune.do('backup.create', { folder: newStick(root, 'sao-luu') })).toMatchObject({ folder: /./ })
})
