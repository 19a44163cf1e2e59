/**
 * Three old communes become one: each gives all it keeps to the new one in a set, the district hears of it, and nobody is
 * counted twice or lost; a dossier that lies with the district at that moment is answered to the new one.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { CaseView, MemberRow, UnitRow } from '../../../shared/contract/answers.ts'
import { prepared } from '../../../db/transaction.ts'
import {
  addBranch,
  BODY,
  carry,
  exportSuccession,
  foundCommune,
  foundDistrict,
  HOA,
  importFrom,
  mergingCommunes,
  newStick,
  register,
  submittedDossier,
  decide,
  stageAt,
} from '../../support/journey.ts'
import { acceptCard, pair, pairSuccessor, type TestOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 120_000 })

/** Whose dossier lies with the district when its commune ends. */
const MAI = { ...HOA, name: 'Lê Thị Mai', birth: '1990-02-03', identityNumber: '035190004567' }

const OLD = ['dong-hoa', 'hoang-tay', 'dai-cuong'] as const

test('three communes become one: cases, units, members and targets go over, and each is counted once', async () => {
  const root = temporaryFolder()
  const district = await foundDistrict(root)
  const merged = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pair(merged, district)
  const people: string[] = []
  const units: string[] = []
  const olds: TestOffice[] = []
  let admitted = ''
  let open = ''
  for (const [index, code] of OLD.entries()) {
    const old = await foundCommune(root, code, `Đảng ủy xã cũ ${index + 1}`)
    olds.push(old)
    await pair(old, district)
    const unit = await addBranch(old, `Chi bộ thôn ${index + 1}`)
    units.push(unit)
    await old.do('target.set', { unit, year: 2024, number: 2 })
    await old.do('member.add', { name: `Đảng viên ${'I'.repeat(index + 1)}`, unit })
    people.push(await register(old, unit, { name: `Quần chúng ${'I'.repeat(index + 1)}` }))
    if (index === 0) {
      admitted = await submittedDossier(old, unit, HOA, join(root, 'scans'))
      people.push(admitted)
    }
    if (index === 1) {
      open = await submittedDossier(old, unit, MAI, join(root, 'scans'))
      people.push(open)
    }
    await carry(root, old, district)
  }
  const [first] = olds
  if (first === undefined) throw new Error('three communes')
  await decide(district, admitted)
  await carry(root, district, first)
  // The other one is under review: its commune has not heard of it yet.
  district.at('2024-02-27')
  await district.do('dossier.receive', { case: open, date: '2024-02-01', number: '7' })
  await district.do('dossier.review', { case: open, date: '2024-02-20', outcome: 'agree' })
  const before = await going(district)
  expect(before).toHaveLength(people.length)

  merged.at('2024-03-02')
  for (const old of olds) {
    await pairSuccessor(merged, old)
    old.at('2024-03-01')
    const stick = newStick(root, `last-${old.code}`)
    const { sets } = await exportSuccession(old, merged, stick, '2024-03-01')
    expect(sets).toMatchObject([{ kind: 'succession', to: merged.id }])
    expect((await importFrom(merged, stick)).sets).toMatchObject([
      { outcome: 'imported', kind: 'succession', refusal: null, report: { held: [], waiting: 0, scansMissing: 0 } },
    ])
    await carry(root, old, district)
  }

  // Decided after all this: the new commune hears of it, and of what was answered to the old one before.
  expect(await stageAt(merged, open)).toBe('submitted')
  district.at('2024-03-05')
  await district.do('decision.record', {
    case: open,
    outcome: 'admit',
    number: '401-QĐ/HU',
    date: '2024-03-05',
    body: BODY,
    members: 11,
    agree: 11,
  })
  await carry(root, district, merged)
  const answered = await merged.do<CaseView>('case.get', { case: open })
  expect(answered.state.submissions).toMatchObject([
    { received: { number: '7' }, reviews: [{ outcome: 'agree' }], returned: null },
  ])
  expect(answered.state.decision).toMatchObject({ number: '401-QĐ/HU', office: district.id })
  merged.at('2024-03-06')
  await merged.do('decision.recordReceipt', { case: open, date: '2024-03-06' })
  await carry(root, merged, district)
  expect([await stageAt(merged, open), await stageAt(district, open)]).toEqual(['decisionReceived', 'decisionReceived'])

  // The new commune keeps everybody, each once, with the unit, the helper and the decision.
  expect((await going(merged)).map(({ id }) => id).toSorted()).toEqual(people.toSorted())
  expect(new Set((await going(merged)).map(({ keeper }) => keeper))).toEqual(new Set([merged.id]))
  const { stage, state } = await merged.do<CaseView>('case.get', { case: admitted })
  expect([stage, state.known, state.decision?.number]).toEqual(['admitted', 'full', expect.any(String)])
  expect(state.helpers).toHaveLength(2)
  const [scan] = state.papers.flatMap(({ scans }) => scans)
  expect(await merged.do('scan.get', { sha256: scan?.sha256 })).toMatchObject({ type: 'application/pdf' })
  const { units: kept } = await merged.do<{ units: UnitRow[] }>('unit.list')
  expect(
    kept
      .filter(({ own }) => own)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(units.toSorted())
  expect((await merged.do<{ members: MemberRow[] }>('member.search', {})).members).toHaveLength(OLD.length)
  const targets = await readStoreOf(merged.paths, (db) =>
    prepared<{ owner: string; number: number }>(db, 'SELECT owner, number FROM targets ORDER BY owner').all(),
  )
  expect(targets).toEqual(units.toSorted().map((owner) => ({ owner, number: 2 })))
  // Its house is its own: no user, setting or pairing of the old offices has come over.
  expect(await merged.do('user.list')).toMatchObject({ users: [{ user: { login: 'vanthu' } }] })
  const { peers } = await merged.do<{ peers: { id: string }[] }>('office.get')
  expect(peers.map(({ id }) => id).toSorted()).toEqual([district.id, ...olds.map(({ id }) => id)].toSorted())

  // The district counts as many as before, all with the new commune, and its work goes on there.
  const after = await going(district)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(new Set(after.map(({ keeper }) => keeper))).toEqual(new Set([merged.id]))
  const { units: listed } = await district.do<{ units: UnitRow[] }>('unit.list')
  expect(new Set(listed.map(({ keeper }) => keeper))).toEqual(new Set([merged.id]))
  await merged.do('decision.recordReceipt', { case: admitted, date: '2024-03-02' })
  await carry(root, merged, district)
  expect((await district.do<CaseView>('case.get', { case: admitted })).state.receipt?.date).toBe('2024-03-02')
  for (const office of [merged, district, ...olds])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('what an office was given it shows the superior itself: from the one before nobody may ever hear again', async () => {
  const root = temporaryFolder()
  const district = await foundDistrict(root)
  const merged = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pair(merged, district)
  const old = await foundCommune(root)
  const unit = await addBranch(old)
  const id = await register(old, unit)
  await pairSuccessor(merged, old)
  const folder = newStick(root)
  await exportSuccession(old, merged, folder, '2024-01-02')
  await importFrom(merged, folder)
  await carry(root, merged, district)
  const { units } = await district.do<{ units: UnitRow[] }>('unit.list')
  expect(units).toMatchObject([{ id: unit, keeper: merged.id, unit: { name: 'Chi bộ thôn Đồng Sơn' } }])
  expect((await district.do<CaseView>('case.get', { case: id })).state).toMatchObject({ keeper: merged.id, unit })
  // Once: nothing is shown again that the superior has seen.
  await importFrom(merged, folder)
  await exportSuccession(old, merged, folder, '2024-01-02')
  await importFrom(merged, folder)
  const lines = await readStoreOf(merged.paths, (db) =>
    prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE kind = 'unit.listed'`).all(),
  )
  expect(lines).toEqual([{ n: 1 }])
  for (const office of [merged, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('handed over while the pairing with the district was ended, the district hears of it once they are paired anew', async () => {
  const root = temporaryFolder()
  const { district, merged, old } = await mergingCommunes(root)
  const unit = await addBranch(old)
  const id = await register(old, unit)
  await carry(root, old, district)
  await old.do('peer.revoke', { office: district.id, reason: 'Mất máy' })
  await pairSuccessor(merged, old)
  const hand = () => exportSuccession(old, merged, newStick(root, 'succession'), '2024-01-02')
  await hand()
  const keeper = async () => (await district.do<CaseView>('case.get', { case: id })).state.keeper
  expect(await keeper()).toBe(old.id)
  await district.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await district.unlock()
  await acceptCard(old, district, { relation: 'superior' })
  await hand()
  await hand()
  await carry(root, old, district)
  expect(await keeper()).toBe(merged.id)
  const { units } = await district.do<{ units: UnitRow[] }>('unit.list')
  expect(units).toMatchObject([{ id: unit, keeper: merged.id }])
  const told = await readStoreOf(district.paths, (db) =>
    prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE kind = 'case.handedOver'`).all(),
  )
  expect(told).toEqual([{ n: 1 }])
})

test('a succession is taken only from an office that was paired as one that becomes ours', async () => {
  const root = temporaryFolder()
  const old = await foundCommune(root)
  const merged = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await register(old, await addBranch(old))
  const input = { to: merged.id, on: '2024-01-02', reason: 'Nghị quyết', folder: newStick(root) }
  expect(await old.refused('bundle.exportSuccession', input)).toMatchObject({ code: 'NOT_A_SUCCESSOR' })
  await acceptCard(merged, old, { relation: 'subordinate' })
  await acceptCard(old, merged, { relation: 'successor' })
  await old.do('bundle.exportSuccession', input)
  expect((await importFrom(merged, input.folder)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_CHANNEL', data: { kind: 'succession', channel: null } } },
  ])
  expect(await going(merged)).toEqual([])
})

/** The cases that go on, as an office counts them. */
function going({ paths }: TestOffice): Promise<readonly { id: string; keeper: string }[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ id: string; keeper: string }>(
      db,
      'SELECT case_id AS id, keeper FROM cases WHERE ended = 0 ORDER BY case_id',
    ).all(),
  )
}
