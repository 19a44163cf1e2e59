/** Sets that are whole, on a stick with other things: nothing there may be told as a fault of theirs. */
import { copyFileSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Inspection } from '../../../shared/contract/exchange.ts'
import { turnBit } from '../../support/harmed-files.ts'
import { openUnlessHeld } from '../../support/held-files.ts'
import { addBranch, communeAndDistrict, exportTo, importFrom, register } from '../../support/journey.ts'
import { restartedOn, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

async function oneSet() {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick, district)
  const names = readdirSync(stick)
  return { commune, district, stick, names, part: names.find((name) => name.endsWith('.001')) ?? '' }
}

/** What was said of each set or file, and which. */
const said = async (office: TestOffice, stick: string) =>
  (await importFrom(office, stick)).sets.map(({ set, outcome, refusal }) =>
    outcome === 'refused' ? `${refusal?.code} ${basename(set)}` : outcome,
  )

const whileHeld = (office: TestOffice, isHeld: (path: string) => boolean) =>
  restartedOn(office, { open: openUnlessHeld(isHeld) })

test('what macOS writes beside each file, and copies of a part under other names', async () => {
  const { district, stick, names, part } = await oneSet()
  const apple = Buffer.alloc(4096)
  apple.writeUInt32BE(0x0005_1607, 0)
  for (const name of names) writeFileSync(join(stick, `._${name}`), apple)
  for (const copy of [`Bản sao của ${part}`, 'Gói tuần này.tar.age.001'])
    copyFileSync(join(stick, part), join(stick, copy))
  const { faults } = await district.do<Inspection>('bundle.inspect', { folder: stick })
  expect(faults).toEqual([])
  expect(await said(district, stick)).toEqual(['imported'])
})

test('a part of another set without its label is told beside a whole one, and one that is held as held', async () => {
  const { district, stick } = await oneSet()
  writeFileSync(join(stick, 'KN1_a_b_00000000.tar.age.001'), 'age')
  const held = await whileHeld(district, (path) => path.endsWith('00000000.tar.age.001'))
  expect(await said(held, stick)).toEqual(['B_FILE_HELD KN1_a_b_00000000.tar.age.001', 'imported'])
  const again = await restartedOn(held, {})
  expect(await said(again, stick)).toEqual(['B_LABEL KN1_a_b_00000000.tar.age.001', 'already'])
})

test('a damaged set that was deleted on the stick is not refused beside the new one, nor announced', async () => {
  const { commune, district, stick, names, part } = await oneSet()
  turnBit(join(stick, part))
  const trash = join(stick, '.Trash-1000', 'files')
  mkdirSync(trash, { recursive: true })
  for (const name of names) renameSync(join(stick, name), join(trash, name))
  expect(await district.do('carrier.waiting', { folder: stick })).toEqual({ count: 0 })
  await exportTo(commune, stick, district)
  expect(await said(district, stick)).toEqual(['imported'])
})

test('a label that is held for the moment is said to be held, and its part not to be without one', async () => {
  const { district, stick, names } = await oneSet()
  const held = await whileHeld(district, (path) => path.endsWith('.sha256'))
  expect(await said(held, stick)).toEqual([`B_FILE_HELD ${names.find((name) => name.endsWith('.sha256'))}`])
})

test('a set of which a part was renamed does not wait for a file that is none of its own', async () => {
  const { district, stick, part } = await oneSet()
  renameSync(join(stick, part), join(stick, 'phần 1.bin'))
  writeFileSync(join(stick, 'Danh sách lớp.xlsx'), Buffer.alloc(300_000))
  const held = await whileHeld(district, (path) => path.endsWith('.xlsx'))
  expect(await said(held, stick)).toEqual(['imported'])
})
