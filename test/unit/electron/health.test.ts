/** What the page of the journal's health says of sets that could not be joined, of pairings and of scans awaited. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { Inspection } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportTo,
  importFrom,
  newStick,
  register,
} from '../../support/journey.ts'
import { copyOfOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const health = (office: TestOffice) => office.do<JournalHealth>('journal.health')

test('a gap is told with whose, where and since when, and no longer once it is closed', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  await carry(root, district, commune)
  const old = await copyOfOffice(district, join(root, 'backup'))
  await register(commune, unit, { name: 'Lê Thị Mai' })
  await carry(root, commune, district)
  await carry(root, district, commune)
  district.core.close()
  await register(commune, unit, { name: 'Nguyễn Thị Hòa' })
  const up = newStick(root, 'up')
  await exportTo(commune, up, district)
  expect((await health(old)).troubles).toEqual([])
  const [set] = (await importFrom(old, up)).sets
  const since = '2024-01-02'
  expect(set?.refusal).toMatchObject({ code: 'B_GAP', data: { have: 2, since } })
  const [trouble] = (await health(old)).troubles
  expect(trouble).toMatchObject({ code: 'B_GAP', seq: 4, since })
  expect(trouble?.channel.startsWith(commune.id)).toBe(true)
  const full = newStick(root, 'full')
  await commune.do('bundle.export', { to: district.id, folder: full, full: true })
  await importFrom(old, full)
  expect((await health(old)).troubles).toEqual([])
})

test('a pairing bears the digits of the card that was compared', async () => {
  const { commune, district } = await communeAndDistrict(temporaryFolder())
  const { digits } = await commune.do<{ digits: string }>('pairing.card')
  expect((await health(district)).pairings).toMatchObject([
    { office: commune.id, name: commune.name, digits, revokedOn: null },
  ])
  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy' })
  expect((await health(district)).pairings).toMatchObject([{ revokedOn: '2024-01-02' }])
})

test('an inspection names the hash that the slip of the sender bears, and takes nothing in', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  const stick = newStick(root, 'up')
  const exported = await exportTo(commune, stick, district)
  await district.do('session.lock')
  const seen = await district.do<Inspection>('bundle.inspect', { folder: stick })
  expect(seen).toMatchObject({ sets: null, labels: [{ label: exported.label, refusal: null }] })
  await district.unlock()
  const read = await district.do<Inspection>('bundle.inspect', { folder: stick })
  expect(read.sets).toMatchObject([{ outcome: 'ready', from: commune.id }])
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported' }])
})

test('a set larger than a part goes out in parts and comes in as one', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root, { partBytes: 1000 })
  await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  const stick = newStick(root, 'up')
  const { files } = await exportTo(commune, stick, district)
  expect(files.length).toBeGreaterThan(3)
  expect(files.filter((name) => /\.tar\.age\.\d{3}$/.test(name)).length).toBe(files.length - 1)
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported' }])
})
