/** Sets that were written are found on whatever drive they lie, by what their labels hold. */
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { communeAndDistrict, exportTo, newStick } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('what was written is found on another drive, renamed and moved, and not where only other sets lie', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const elsewhere = newStick(root, 'other-letter')
  const first = await exportTo(commune, stick, district)
  cpSync(stick, elsewhere, { recursive: true })
  rmSync(stick, { recursive: true })
  mkdirSync(stick)
  // Another set of the same office for the same office.
  const second = await exportTo(commune, stick, district, true)
  const find = async (folder: string, ...labels: readonly string[]) =>
    (await commune.do<{ folder: string | null }>('carrier.find', { folder, labels })).folder
  expect(await find(stick, first.label)).toBeNull()
  expect(await find(elsewhere, first.label)).toBe(elsewhere)
  const moved = join(elsewhere, 'Hồ sơ')
  mkdirSync(moved)
  for (const name of readdirSync(elsewhere).filter((each) => each.startsWith('KN1_')))
    renameSync(join(elsewhere, name), join(moved, name.endsWith('.sha256') ? 'nhan (1).txt' : name))
  expect(await find(elsewhere, second.label, first.label)).toBe(moved)
  // In several folders it is the drive that is to be read.
  cpSync(stick, join(elsewhere, 'KetNap'), { recursive: true })
  expect(await find(elsewhere, second.label, first.label)).toBe(elsewhere)
  // Deeper than a look goes, it is said that not all was seen.
  mkdirSync(join(stick, 'Văn thư', '2024', 'Tháng 1'), { recursive: true })
  const asked = { folder: stick, labels: [first.label] }
  expect(await commune.do('carrier.find', asked)).toEqual({ folder: null, isPartial: true })
  const gone = { folder: join(root, 'gone'), labels: [first.label] }
  expect(await commune.refused('carrier.find', gone)).toMatchObject({ code: 'B_STICK_GONE' })
})
