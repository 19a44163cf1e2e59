/** A stick with a bad file or folder on it: no stick that was pulled out, and what can be read of it is taken in. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import { diskWithBadSpots, type Depth } from '../../support/bad-spots.ts'
import { addBranch, communeAndDistrict, exportTo, register } from '../../support/journey.ts'
import { restartedOn, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test.each([
  ['ảnh hỏng.jpg', 'bytes'],
  ['ảnh hỏng.jpg', 'entry'],
  ['thư mục hỏng', 'bytes'],
] as const)(
  'a set beside %s, of which the %s cannot be read, waits, is found again and taken in',
  async (name, depth) => {
    const root = temporaryFolder()
    const { commune, district, stick } = await communeAndDistrict(root)
    await register(commune, await addBranch(commune))
    const { label } = await exportTo(commune, stick, district)
    const path = join(stick, name)
    if (name.endsWith('.jpg')) writeFileSync(path, Buffer.alloc(100_000, 1))
    else mkdirSync(path)
    const again = await atWornStick(district, (one) => one === path, depth)
    expect(await again.do('carrier.waiting', { folder: stick })).toMatchObject({ count: 1 })
    expect(await again.do('carrier.find', { folder: stick, labels: [label] })).toMatchObject({ folder: stick })
    // One that is not there may be what could not be read.
    const other = await again.do('carrier.find', { folder: stick, labels: ['f'.repeat(64)] })
    expect(other).toMatchObject({ folder: null, isPartial: true })
    expect(await again.do('bundle.inspect', { folder: stick })).toMatchObject({ sets: [{}] })
    expect(await again.do('bundle.import', { folder: stick })).toMatchObject({ sets: [{ outcome: 'imported' }] })
  },
)

test('a part that cannot be read is damaged; of two copies the one that can be read is taken', async () => {
  const { district, stick, names } = await withSet()
  const bad = names.find((name) => name.endsWith('.001')) ?? ''
  const again = await atWornStick(district, (path) => path === join(stick, bad))
  const damaged = { code: 'B_DAMAGED', data: { part: bad } }
  expect(await again.do('bundle.inspect', { folder: stick })).toMatchObject({ sets: [{ refusal: damaged }] })
  expect(await again.do('bundle.import', { folder: stick })).toMatchObject({ sets: [{ refusal: damaged }] })
  copyWithin(stick, names)
  expect(await again.do('bundle.import', { folder: stick })).toMatchObject({ sets: [{ outcome: 'imported' }] })
})

test('a label that cannot be read is told of as damaged, once; a copy of it is read', async () => {
  const { district, stick, names } = await withSet()
  const bad = names.find((name) => name.endsWith('.sha256')) ?? ''
  const again = await atWornStick(district, (path) => path === join(stick, bad))
  const told = { set: join(stick, bad), refusal: { code: 'B_DAMAGED', data: { part: bad } } }
  const alone = await again.do<ImportResult>('bundle.import', { folder: stick })
  expect(alone.sets).toMatchObject([told])
  copyWithin(stick, names)
  const { sets } = await again.do<ImportResult>('bundle.import', { folder: stick })
  expect(sets).toMatchObject([told, { outcome: 'imported' }])
})

test('a stick of which nothing can be read any more is said to be gone', async () => {
  const { district, stick } = await withSet()
  const again = await atWornStick(district, (path) => path.startsWith(stick))
  for (const name of ['carrier.waiting', 'bundle.inspect', 'bundle.import'])
    expect(await again.refused(name, { folder: stick })).toMatchObject({ code: 'B_STICK_GONE' })
})

async function withSet(): Promise<{ district: TestOffice; stick: string; names: readonly string[] }> {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick, district)
  return { district, stick, names: readdirSync(stick) }
}

function copyWithin(stick: string, names: readonly string[]): void {
  mkdirSync(join(stick, 'bản hai'))
  for (const name of names) cpSync(join(stick, name), join(stick, 'bản hai', name))
}

function atWornStick(office: TestOffice, isBad: (path: string) => boolean, depth?: Depth): Promise<TestOffice> {
  return restartedOn(office, diskWithBadSpots(isBad, depth))
}
