/**
 * A dead disk and an old backup: the store notices that it is old, goes on as a new device, and gets back from the
 * deciding office what it had shared, proved by its own signatures.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { situationOf } from '../../../renderer/features/case/situation.ts'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { ErasureView } from '../../../shared/contract/erasures.ts'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import type { DuplicateList } from '../../../shared/contract/meetings.ts'
import type { OfficeFindings } from '../../../shared/contract/watch.ts'
import { forgeOnto, linesOf, lineOf } from '../../support/forged-stick.ts'
import {
  addBranch,
  branchVotes,
  buildDossier,
  carry,
  caseAt,
  committeeVotes,
  communeAndDistrict,
  decide,
  exportRecovery,
  exportTo,
  HOA,
  importFrom,
  newStick,
  peerOf,
  register,
  stageAt,
  submit,
  submittedDossier,
} from '../../support/journey.ts'
import { acceptCard, copyOfOffice, type TestOffice } from '../../support/office.ts'
import { keysOf, pictureOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A commune of which an old copy is left, after its dossier was decided on. */
async function lostCommune() {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const known = await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const id = await submittedDossier(commune, unit, HOA, join(root, 'scans'))
  await carry(root, commune, district)
  await decide(district, id)
  commune.core.close()
  return { root, commune, district, old, id, unit, known }
}

test('told by a receipt that it is an old backup, a store goes on as a new device before it writes anything', async () => {
  const { root, district, old, unit, known } = await lostCommune()
  const before = await keysOf(old)
  const isUnheard = async () => (await peerOf(old)).isUnheard
  expect(await isUnheard()).toBe(false)
  const result = await carry(root, district, old)
  expect(await peerOf(old)).toMatchObject({ isUnheard: false, isAhead: true })
  expect(result.sets[0]?.report?.ahead).toMatchObject([{ channel: `${old.id}.${before.device}.${district.id}` }])
  const after = await keysOf(old)
  expect(after.device).not.toBe(before.device)
  expect(after.office).toBe(old.id)
  // Nothing was added to the channel whose true end lies elsewhere.
  const { channels } = await old.do<{ channels: { channel: string; entries: number }[] }>('journal.health', {
    deep: true,
  })
  expect(channels.filter(({ channel }) => channel.includes(after.device)).length).toBeGreaterThan(0)
  await register(old, unit, { name: 'Lê Thị Mai' })
  await carry(root, old, district)
  expect(await stageAt(district, known)).toBe('listed')
  expect(await stageAt(old, known)).toBe('listed')
  for (const office of [old, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('an old backup that has written before it was told is named as a fork, and writes no further into it', async () => {
  const { root, district, old, unit } = await lostCommune()
  const { device } = await keysOf(old)
  await register(old, unit, { name: 'Phạm Thị Lan' })
  const forked = newStick(root, 'forked')
  await exportTo(old, forked, district)
  const channel = `${old.id}.${device}.${district.id}`
  const [refused] = (await importFrom(district, forked)).sets
  expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'B_FORK', data: { channel } } })
  const { sets } = await carry(root, district, old)
  expect(sets[0]?.report?.ahead).toMatchObject([{ channel }])
  expect((await keysOf(old)).device).not.toBe(device)
  const count = (await linesOf(old, district)).length
  await register(old, unit, { name: 'Lê Thị Mai' })
  // linesOf reads the channel of the present device: the forked one has not grown.
  expect((await linesOf(old, district)).length).toBeGreaterThan(count)
  expect(await old.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('a recovery brings back what had been shared, and the office goes on with it', async () => {
  const { root, district, old, id } = await lostCommune()
  await carry(root, district, old)
  const { digits } = await old.do<{ digits: string }>('pairing.card')
  const stick = newStick(root, 'recovery')
  const input = { to: old.id, folder: stick, digits, reason: 'Máy của xã hỏng ổ cứng' }
  expect(await district.refused('bundle.exportRecovery', { ...input, digits: '1234' })).toMatchObject({
    code: 'CARD_DIGITS_DIFFER',
  })
  expect(await district.refused('bundle.exportRecovery', { ...input, to: 'z'.repeat(26) })).toMatchObject({
    code: 'PEER_UNKNOWN',
  })
  await district.do('bundle.exportRecovery', input)
  const shown = await old.do<ImportResult>('bundle.preview', { folder: stick })
  expect(shown.sets).toMatchObject([{ outcome: 'ready', kind: 'recovery', fromName: district.name }])
  expect((await importFrom(old, stick)).sets).toMatchObject([
    { outcome: 'imported', kind: 'recovery', report: { held: [], waiting: 0 }, scans: { fresh: 2, missing: 0 } },
  ])
  expect(await stageAt(old, id)).toBe('admitted')
  // What was lost is here again: the home page no longer asks for it.
  expect(await peerOf(old)).toMatchObject({ isAhead: false })
  expect((await importFrom(old, stick)).sets).toMatchObject([{ outcome: 'already' }])
  // From here on everything is as before; what was given back need not be sent again.
  old.at('2024-03-20')
  await old.do('decision.recordReceipt', { case: id, date: '2024-02-28' })
  await carry(root, old, district)
  expect(
    (await district.do<{ state: { receipt: object | null } }>('case.get', { case: id })).state.receipt,
  ).toMatchObject({
    date: '2024-02-28',
  })
  for (const office of [old, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('a backup from before the keys were renewed is given back what the newer keys had signed', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  await renewKeys(commune, district)
  const id = await submittedDossier(commune, unit)
  await carry(root, commune, district)
  await decide(district, id)
  commune.core.close()
  // The old copy has the old keys: it takes new ones once more, of which only the first are a renewal it knows.
  await renewKeys(old, district)
  await carry(root, district, old)
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  expect((await importFrom(old, stick)).sets).toMatchObject([{ outcome: 'imported', kind: 'recovery' }])
  expect(await stageAt(old, id)).toBe('admitted')
  await carry(root, old, district)
  for (const office of [old, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('after a theft the keys are renewed before anything else: what the former key had signed comes back all the same', async () => {
  const { root, district, old, id } = await lostCommune()
  await renewKeys(old, district)
  await carry(root, district, old)
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  expect((await importFrom(old, stick)).sets).toMatchObject([{ outcome: 'imported', kind: 'recovery' }])
  expect(await stageAt(old, id)).toBe('admitted')
})

test('a record as old as the backup is brought up to date by the dossier that comes back; both versions of a field are kept', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await register(commune, unit)
  await commune.do('paper.record', { case: id, paper: '1-KND', date: '2023-08-01' })
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  // After the backup: everything up to the dossier, the first paper replaced, and a change of the person.
  const correct = (office: TestOffice, set: object) =>
    office.do('candidate.correct', { case: id, change: { set }, reason: 'Theo giấy tờ gốc' })
  await correct(commune, { occupation: 'farmer', hometown: 'Xã Đồng Hóa' })
  await buildDossier(commune, id, join(root, 'scans'))
  await branchVotes(commune, id)
  await committeeVotes(commune, id)
  await submit(commune, id)
  await carry(root, commune, district)
  const before = (await caseAt(commune, id)).state
  commune.core.close()
  // On the old copy, before the recovery comes: an act of its own, and the same field otherwise.
  await carry(root, district, old)
  old.at('2024-01-28')
  await correct(old, { occupation: 'official' })
  await old.do('paper.record', { case: id, paper: '5-KND', date: '2024-01-27' })
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  await importFrom(old, stick)

  const { state } = await caseAt(old, id)
  const said = (acts: readonly object[]) => acts.map((act) => ({ ...act, entry: '', replaces: undefined }))
  expect(said(state.helpers)).toEqual(said(before.helpers))
  expect(said(state.branchVotes)).toEqual(said(before.branchVotes))
  expect(said(state.committeeVotes)).toEqual(said(before.committeeVotes))
  expect(said(state.papers.slice(0, -1))).toEqual(said(before.papers))
  expect(state.papers.at(-1)).toMatchObject({ paper: '5-KND', date: '2024-01-27' })
  expect(state).toMatchObject({ known: 'full', profile: { ...HOA, hometown: 'Xã Đồng Hóa' } })
  expect(state.conflicts).toMatchObject([
    { field: 'occupation', versions: [{ value: 'official' }, { value: 'farmer' }] },
  ])
  expect(await old.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('who was erased after the backup is erased again when the recovery tells of it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const gone = await register(commune, unit, { name: 'Lương Thị Ngọc Khuê' })
  const other = await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  await commune.do('candidate.withdraw', { case: gone, reason: 'withdrawn', date: '2024-01-02' })
  await commune.do('case.erase', { case: gone, reason: 'Người đó đề nghị' })
  await carry(root, commune, district)
  commune.core.close()
  await carry(root, district, old)
  expect(await stageAt(old, gone)).toBe('listed')
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  await importFrom(old, stick)
  expect(await old.refused('case.get', { case: gone })).toMatchObject({ code: 'NOT_FOUND' })
  expect((await old.do<ErasureView>('erasure.list')).erased).toMatchObject([{ case: gone, outcome: 'withdrawn' }])
  expect(await stageAt(old, other)).toBe('listed')
  const picture = JSON.stringify(await pictureOf(old))
  expect([picture.includes('Ngọc Khuê'), picture.includes('Văn Đức')]).toEqual([false, true])
  await carry(root, old, district)
  for (const office of [old, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('people who came back are worked on from what was sent of them, a list line or a dossier, up to the next dossier', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const { identityNumber: _number, ...mai } = { ...HOA, name: 'Lê Thị Mai' }
  const listed = await register(commune, unit, mai)
  const sent = await submittedDossier(commune, unit, HOA)
  await carry(root, commune, district)
  commune.core.close()
  await carry(root, district, old)
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  await importFrom(old, stick)
  const known = async (id: string) => (await caseAt(old, id)).state.known
  expect([await known(listed), await known(sent)]).toEqual(['line', 'snapshot'])

  // Their pages offer what the office may do with its own, and the district's page of them does not.
  const offered = async (office: TestOffice, id: string) =>
    situationOf(await caseAt(office, id), await office.do<OfficeView>('office.get'))
  for (const id of [listed, sent]) {
    expect(await offered(old, id)).toMatchObject({ isOwn: true, mayRecord: true, mayCorrect: true })
    expect(await offered(district, id)).toMatchObject({ isOwn: false, mayRecord: false, mayCorrect: false })
  }

  // Of the line there is a name and a year: the rest is recorded again, and counts.
  await old.do('candidate.correct', { case: listed, change: { set: mai } })
  expect((await caseAt(old, listed)).state).toMatchObject({ known: 'full', profile: mai, conflicts: [] })
  await buildDossier(old, listed)
  await branchVotes(old, listed)
  await committeeVotes(old, listed)
  await submit(old, listed)

  // The dossier comes back for a supplement: what it had is there, and what is added goes up with it.
  district.at('2024-02-01')
  const remarks = [{ text: 'Bổ sung nghề nghiệp' }]
  await district.do('dossier.return', { case: sent, date: '2024-02-01', remarks })
  await carry(root, district, old)
  const papers = (await caseAt(old, sent)).state.papers.length
  old.at('2024-02-10')
  const change = { set: { occupation: 'farmer' } }
  await old.do('candidate.correct', { case: sent, change, reason: 'Theo yêu cầu của cấp trên' })
  expect((await caseAt(old, sent)).state).toMatchObject({ known: 'full', profile: { ...HOA, occupation: 'farmer' } })
  expect((await caseAt(old, sent)).state.papers).toHaveLength(papers)
  await submit(old, sent, '2024-02-10')
  await carry(root, old, district)
  for (const [id, profile] of [
    [listed, mai],
    [sent, { ...HOA, occupation: 'farmer' }],
  ] as const)
    expect(await caseAt(district, id)).toMatchObject({ stage: 'submitted', state: { known: 'snapshot', profile } })
  for (const office of [old, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('work done on the restored computer is held against what comes back: one person on record twice, judged once', async () => {
  const { root, district, old, unit } = await lostCommune()
  const list = () => old.do<DuplicateList>('duplicates.list')
  // Recorded anew while the recovery was on its way: the same dossier, and somebody else of that name.
  const again = await register(old, unit, { name: HOA.name, birth: '1985' })
  await register(old, unit, { name: HOA.name, birth: '1999-01-01' })
  const mai = await register(old, unit, { name: 'Lê Thị Mai' })
  expect((await list()).open).toEqual([])
  await carry(root, district, old)
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  await importFrom(old, stick)
  const [found, ...others] = (await list()).open
  expect(others).toEqual([])
  expect(found).toMatchObject({ by: 'recovered' })
  expect(found?.people.map(({ case: id, cameBack }) => [id === again, cameBack])).toEqual([
    [false, true],
    [true, false],
  ])
  expect(found?.people.some(({ case: id }) => id === mai)).toBe(false)
  const { findings } = await old.do<OfficeFindings>('office.findings')
  expect(findings.filter(({ code }) => code === 'C39')).toMatchObject([{ data: { by: 'recovered' } }])
  const cases = found?.people.map(({ case: id }) => id)
  await old.do('duplicates.judge', { cases, judgement: 'same', note: 'Ghi lại trong lúc chờ gói khôi phục' })
  expect(await list()).toMatchObject({ open: [], judged: [{ judgement: 'same' }] })
})

test('what an old backup wrote before it was told is issued anew behind what comes back, and reaches the district', async () => {
  const { root, district, old, unit, id, known } = await lostCommune()
  const mine = await register(old, unit, { name: 'Phạm Thị Lan' })
  await old.do('candidate.correct', { case: known, change: { set: { occupation: 'farmer' } } })
  await carry(root, district, old)
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  const shown = await old.do<ImportResult>('bundle.preview', { folder: stick })
  expect(shown.sets).toMatchObject([{ outcome: 'ready', refusal: null }])
  const [taken] = (await importFrom(old, stick)).sets
  expect(taken).toMatchObject({ outcome: 'imported', kind: 'recovery', report: { held: [], waiting: 0 } })
  expect(taken?.report?.reissued).toBeGreaterThan(0)
  expect([await stageAt(old, id), await stageAt(old, mine)]).toEqual(['admitted', 'listed'])
  await carry(root, old, district)
  expect([await stageAt(district, id), await stageAt(district, mine)]).toEqual(['admitted', 'listed'])
  await carry(root, district, old)
  for (const office of [old, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('lines in our name that our own signature does not prove are refused, whoever signed the set', async () => {
  const { root, commune, district, old, unit } = await lostCommune()
  const { device } = await keysOf(old)
  const channel = `${commune.id}.${device}.${district.id}`
  const real = await linesOf(commune, district)
  const forged = lineOf(real.length + 1, {
    kind: 'candidate.listed',
    subject: { type: 'case', id: '01990000-0000-7000-8000-0000000000ab' },
    payload: { name: 'Người không có', unit: '01990000-0000-7000-8000-0000000000ac', stage: 'listed' },
  })
  await expectUnproven(old, async (stick) => {
    await forgeOnto(stick, district, old, { kind: 'recovery', channel, lines: [...real, forged] })
  })
  // A proof of another channel, or of lines before these, proves nothing of what follows.
  const honest = newStick(root, 'honest')
  await exportRecovery(district, old, honest)
  expect(real.length).toBeGreaterThan(0)
  expect((await old.do<ImportResult>('bundle.preview', { folder: honest })).sets).toMatchObject([{ outcome: 'ready' }])
  // Nor does it make this store a new device that they tell its own lines otherwise.
  await register(old, unit, { name: 'Phạm Thị Lan' })
  await expectUnproven(old, async (stick) => {
    await forgeOnto(stick, district, old, { kind: 'recovery', channel, lines: [...real, forged] })
  })
})

async function renewKeys(office: TestOffice, upper: TestOffice): Promise<void> {
  await office.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await office.unlock()
  await acceptCard(upper, office, { relation: 'subordinate' })
}

async function expectUnproven(office: TestOffice, plant: (stick: string) => Promise<void>): Promise<void> {
  const stick = newStick(temporaryFolder())
  await plant(stick)
  const before = await pictureOf(office)
  expect((await importFrom(office, stick)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'RECOVERY_UNPROVEN' } },
  ])
  expect(await pictureOf(office)).toEqual(before)
}
