/** An office that proposes for its village branches and decides: everything in one store, no bundle. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import {
  addBranch,
  branchVotes,
  buildDossier,
  carry,
  caseAt,
  committeeVotes,
  communeAndDistrict,
  decide,
  newStick,
  receiptAndCeremony,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { channelRows } from '../../../db/journal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('an office that proposes and decides goes from the list to the ceremony by itself, without any bundle', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({
    root,
    code: 'xa-dong-hoa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes', 'decides'],
  })
  const id = await register(office, await addBranch(office))
  await buildDossier(office, id, join(root, 'scans'))
  await branchVotes(office, id)
  await committeeVotes(office, id)
  await decide(office, id, '12-QĐ/ĐU', { body: 'Ban Thường vụ Đảng ủy xã Đồng Hóa' })
  expect(await stageAt(office, id)).toBe('admitted')
  await receiptAndCeremony(office, id)

  const done = await caseAt(office, id)
  expect(done.stage).toBe('probation')
  expect(done.state).toMatchObject({
    known: 'full',
    keeper: office.id,
    onPaper: false,
    decision: { number: '12-QĐ/ĐU', onPaper: false },
    receipt: { date: '2024-02-28' },
    ceremony: { date: '2024-03-10' },
    conflicts: [],
  })
  const audiences = await readStoreOf(office.paths, (db) => channelRows(db).map(({ audience }) => audience))
  expect(audiences).toEqual(['own'])
  const stick = newStick(root)
  expect(await office.refused('bundle.export', { folder: stick })).toEqual({
    code: 'NOTHING_TO_EXPORT',
    data: { name: '' },
  })
})

test('the same office may submit to itself, return, and decide on the supplement', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const id = await submittedDossier(office, await addBranch(office))
  await office.do('dossier.receive', { case: id, date: '2024-01-25' })
  await office.do('dossier.return', { case: id, date: '2024-01-25', remarks: [{ text: 'Bổ sung ảnh' }] })
  expect(await stageAt(office, id)).toBe('returned')
  await office.do('dossier.submit', { case: id, date: '2024-01-25' })
  await decide(office, id)
  expect(await stageAt(office, id)).toBe('admitted')
})

test('a decision number stands once per body, and a decision once per person', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const unit = await addBranch(office)
  const first = await submittedDossier(office, unit)
  const second = await submittedDossier(office, unit, { name: 'Trần Văn Đức', birth: '1990-01-01', sex: 'male' })
  await decide(office, first)
  const same = { outcome: 'admit', number: '345-QĐ/HU', date: '2024-02-26', body: 'Ban Thường vụ Huyện ủy Kim Bảng' }
  expect(await office.refused('decision.record', { case: second, ...same })).toEqual({
    code: 'NUMBER_TAKEN',
    data: { number: '345-QĐ/HU', name: 'Nguyễn Thị Hòa' },
  })
  expect(await office.refused('decision.record', { case: first, ...same, number: '346-QĐ/HU' })).toEqual({
    code: 'ALREADY_DECIDED',
    data: { name: 'Nguyễn Thị Hòa', number: '345-QĐ/HU', date: '2024-02-26' },
  })
})

test('one district decides for a unit of its own and for a paired commune at the same time', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await district.do('office.change', {
    profile: {
      name: 'Huyện ủy Kim Bảng',
      code: 'kim-bang',
      capacities: [
        { capacity: 'proposes', from: '2020-01-01' },
        { capacity: 'decides', from: '2020-01-01' },
      ],
    },
  })
  const own = await submittedDossier(district, await addBranch(district, 'Chi bộ cơ quan Huyện ủy'))
  const theirs = await submittedDossier(commune, await addBranch(commune), { name: 'Lê Thị Ánh', birth: '1992-02-02' })
  await carry(root, commune, district)
  await decide(district, own, '1-QĐ/HU')
  await decide(district, theirs, '2-QĐ/HU')
  await carry(root, district, commune)
  expect([await stageAt(district, own), await stageAt(commune, theirs)]).toEqual(['admitted', 'admitted'])
  expect(await commune.refused('case.get', { case: own })).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'case', id: own },
  })
})
