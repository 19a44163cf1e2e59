/** What is private and leaves the computer all the same is told, whichever way it went, and keys with their reason. */
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { itemsAbout } from '../../../db/journal.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import { foundCommune } from '../../support/journey.ts'
import type { TestOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { letAllOut, WHY_KEYS } from '../../support/private-exports.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a hand-over, keys for the archive, sets for a further computer: newest first, and no set for another office', async () => {
  const { commune, heir, keys } = await letAllOut(temporaryFolder())
  const { devices } = await commune.do<{ devices: DeviceRow[] }>('device.list')
  const second = devices.find(({ isSelf }) => !isSelf)?.device
  const { privateExports } = await commune.do<JournalHealth>('journal.health')
  expect(privateExports.map(({ at, what, to }) => [at.slice(0, 10), what, to])).toEqual([
    ['2024-04-05', 'succession', heir.id],
    ['2024-04-04', 'keys', basename(keys.file)],
    ['2024-04-03', 'sibling', second],
    ['2024-04-02', 'enrol', second],
  ])

  const noted = await exportsOfKeys(commune)
  expect(noted.map(({ entry }) => [entry.at, entry.payload])).toEqual([
    [keys.at, { file: basename(keys.file), sha256: keys.sha256, reason: WHY_KEYS }],
  ])
  expect(noted[0]?.entry.actor).toMatchObject({ name: 'Trần Thị Hồng Nhung', post: 'Văn thư' })
  expect(JSON.stringify(noted)).not.toContain(keys.passphrase)
})

test('keys that could not be written out are nowhere said to have been', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const nowhere = join(root, 'không có')
  expect(await commune.refused('keys.export', { to: nowhere, reason: WHY_KEYS })).toMatchObject({ code: 'DISK_GONE' })
  expect(await commune.do<JournalHealth>('journal.health')).toMatchObject({ privateExports: [] })
  expect(await exportsOfKeys(commune)).toEqual([])
})

/** What the journal says of keys written out. */
function exportsOfKeys({ paths, id }: TestOffice) {
  return readStoreOf(paths, (db) =>
    itemsAbout(db, 'office', id).filter(({ entry }) => entry.kind === 'office.keysExported'),
  )
}
