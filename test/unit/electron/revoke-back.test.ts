/** Ending a pairing as of an earlier set: what a stolen key has signed since goes out again, and the real office goes on. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth, OfficeView } from '../../../shared/contract/answers.ts'
import { prepared } from '../../../db/transaction.ts'
import type { PeerSet } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportRecovery,
  importFrom,
  newStick,
  register,
  stageAt,
} from '../../support/journey.ts'
import { healthBoxes } from '../../support/health-page.ts'
import { acceptCard, copyOfOffice, reopened, type TestOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('what came after the last good set is set aside whatever day it claims, and the office goes on from there with a new key', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  commune.at('2024-01-10')
  const honest = await register(commune, unit, { name: 'Nguyễn Thị Hòa' })
  await carry(root, commune, district)
  const copy = await copyOfOffice(commune, join(root, 'thief'))
  copy.core.close()
  const [good] = await setsOf(district, commune)
  // The thief's computer says that it is earlier than anything the office itself has written.
  const thief = await reopened(commune, copy.paths, '2023-12-20')
  const forged = await register(thief, unit, { name: 'Trần Văn Trộm' })
  await carry(root, thief, district)
  const [bad] = await setsOf(district, commune)
  expect(await stageAt(district, forged)).toBe('listed')

  district.at('2024-02-05')
  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy', lastSet: good?.id })
  expect(await district.refused('case.get', { case: forged })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await stageAt(district, honest)).toBe('listed')
  expect(await district.do('journal.health', { deep: true })).toMatchObject({
    tables: 'equal',
    setAside: [{ from: 3, count: 1 }],
  })
  const kept = await readStoreOf(district.paths, (db) =>
    prepared<{ line: string }>(db, 'SELECT line FROM set_aside').all(),
  )
  expect(kept.map(({ line }) => line).join()).toContain('Trần Văn Trộm')

  commune.at('2024-02-06')
  await commune.do('keys.renew', { reason: 'Mất máy' })
  await commune.unlock()
  await acceptCard(district, commune, { relation: 'subordinate' })
  const later = await register(commune, unit, { name: 'Lê Thị Lan' })
  await carry(root, commune, district)
  expect([await stageAt(district, honest), await stageAt(district, later)]).toEqual(['listed', 'listed'])
  expect(await district.refused('case.get', { case: forged })).toMatchObject({ code: 'NOT_FOUND' })
  await carry(root, district, commune)
  for (const office of [commune, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal', troubles: [] })

  // Ended once more, as of the thief's own set: what has come since at the places of its lines goes out as well.
  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy', lastSet: bad?.id })
  expect(await district.refused('case.get', { case: later })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await stageAt(district, honest)).toBe('listed')
})

test('a set that comes once more says nothing new of what an end as of it leaves', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const stick = newStick(root, 'first')
  await commune.do('bundle.export', { folder: stick, to: district.id })
  await importFrom(district, stick)
  const id = await register(commune, unit, { name: 'Nguyễn Thị Hòa' })
  await carry(root, commune, district)
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'already', report: null }])
  const sets = await setsOf(district, commune)
  expect(sets).toHaveLength(2)

  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy', lastSet: sets.at(-1)?.id })
  expect(await district.refused('case.get', { case: id })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await district.do('journal.health', { deep: true })).toMatchObject({
    tables: 'equal',
    setAside: [{ count: 1 }],
  })
})

test('what the office sends again with its new key is no longer shown as left out', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const [good] = await setsOf(district, commune)
  const id = await register(commune, unit, { name: 'Nguyễn Thị Hòa' })
  await carry(root, commune, district)
  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy', lastSet: good?.id })
  expect(await district.do('journal.health')).toMatchObject({ setAside: [{ count: 1 }] })

  await commune.do('keys.renew', { reason: 'Mất máy' })
  await commune.unlock()
  await acceptCard(district, commune, { relation: 'subordinate' })
  await carry(root, commune, district)
  expect(await stageAt(district, id)).toBe('listed')
  expect(await district.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal', setAside: [] })
})

test('what was good comes back by a recovery, though the last set of the lost computer reached further', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const backup = await copyOfOffice(commune, join(root, 'backup'))
  backup.core.close()
  const honest = await register(commune, unit, { name: 'Nguyễn Thị Hòa' })
  await carry(root, commune, district)
  const [good] = await setsOf(district, commune)
  const doubtful = await register(commune, unit, { name: 'Trần Văn Trộm' })
  await carry(root, commune, district)
  commune.core.close()

  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy', lastSet: good?.id })
  const restored = await reopened(commune, backup.paths)
  await restored.do('keys.renew', { reason: 'Mất máy' })
  await restored.unlock()
  await acceptCard(district, restored, { relation: 'subordinate' })
  const stick = newStick(root, 'recovery')
  expect((await exportRecovery(district, restored, stick)).sets.map(({ unproven }) => unproven)).toEqual([undefined])
  expect((await importFrom(restored, stick)).sets).toMatchObject([{ outcome: 'imported', kind: 'recovery' }])
  expect(await stageAt(restored, honest)).toBe('listed')
  expect(await restored.refused('case.get', { case: doubtful })).toMatchObject({ code: 'NOT_FOUND' })

  // What the office writes from then on is proven by its own sets again.
  const later = await register(restored, unit, { name: 'Lê Thị Lan' })
  await carry(root, restored, district)
  await carry(root, district, restored)
  expect(
    (await exportRecovery(district, restored, newStick(root, 'again'))).sets.map(({ unproven }) => unproven),
  ).toEqual([undefined])
  expect([await stageAt(district, honest), await stageAt(district, later)]).toEqual(['listed', 'listed'])
  for (const office of [restored, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal', troubles: [] })
})

test('a channel that began after the last good set is taken out whole, and without a set everything stays', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  await carry(root, commune, district)
  const [good] = await setsOf(district, commune)
  const copy = await copyOfOffice(commune, join(root, 'thief'))
  copy.core.close()
  // On a computer that knows nothing of the marks the thief works as a new device: on a channel of its own.
  const thief = await reopened(commune, { ...copy.paths, marks: join(root, 'thief-marks') }, '2024-02-01')
  const forged = await register(thief, await addBranch(thief), { name: 'Trần Văn Trộm' })
  await carry(root, thief, district)
  expect(await stageAt(district, forged)).toBe('listed')
  const [late] = await setsOf(district, commune)
  expect(late?.fresh).toBeGreaterThan(0)
  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy', lastSet: good?.id })
  expect(await district.refused('case.get', { case: forged })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await stageAt(district, id)).toBe('listed')
  const health = await district.do<JournalHealth>('journal.health', { deep: true })
  expect(health).toMatchObject({ tables: 'equal', setAside: [{ from: 1 }] })
  const boxes = healthBoxes(health, await district.do<OfficeView>('office.get'))
  expect([...boxes]).toEqual([
    [
      'Bản ghi của đơn vị khác đã bỏ ra khỏi hồ sơ',
      health.setAside.map(
        ({ count }) =>
          `${commune.name}: ${count} bản ghi, từ số 1. Không tính vào hồ sơ, giữ riêng trong dữ liệu để đối chiếu. Bản ghi do đúng nơi đó lập sẽ tự đến lại cùng gói dữ liệu nơi đó gửi sau này (nếu đã hủy kết nối: sau khi kết nối bằng phiếu mới).`,
      ),
    ],
  ])

  const other = await communeAndDistrict(join(root, 'other'))
  const stays = await register(other.commune, await addBranch(other.commune))
  await carry(join(root, 'other'), other.commune, other.district)
  const revocation = { office: other.commune.id, reason: 'Sáp nhập' }
  expect(await other.district.refused('peer.revoke', { ...revocation, lastSet: late?.id })).toEqual({
    code: 'PEER_SET_UNKNOWN',
    data: { name: 'Đảng ủy xã Đồng Hóa' },
  })
  await other.district.do('peer.revoke', revocation)
  expect(await stageAt(other.district, stays)).toBe('listed')
  expect(await other.district.do('journal.health', {})).toMatchObject({ setAside: [] })
})

async function setsOf(office: TestOffice, peer: TestOffice): Promise<readonly PeerSet[]> {
  return (await office.do<{ sets: readonly PeerSet[] }>('peer.sets', { office: peer.id })).sets
}
