/** 'Theo văn bản giấy': a superior without the program, a unit without the program, and cases taken over half-way. */
import { expect, test, vi } from 'vitest'
import {
  addBranch,
  BODY,
  BRANCH_VOTE,
  carry,
  caseAt,
  COMMITTEE_VOTE,
  communeAndDistrict,
  decide,
  foundCommune,
  foundDistrict,
  HOA,
  receiptAndCeremony,
  stageAt,
  submit,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const DECISION = { outcome: 'admit', number: '345-QĐ/HU', date: '2024-02-26', body: BODY }

test('an office whose superior has no program records its answers from paper', async () => {
  const commune = await foundCommune(temporaryFolder())
  const id = await submittedDossier(commune, await addBranch(commune))
  expect(await commune.refused('dossier.receive', { case: id, date: '2024-01-25' })).toEqual({
    code: 'NOT_DECIDER',
    data: { unit: 'Chi bộ thôn Đồng Sơn' },
  })
  await commune.do('dossier.receive', { case: id, date: '2024-01-25', onPaper: true })
  await commune.do('dossier.return', {
    case: id,
    date: '2024-01-25',
    remarks: [{ paper: '2-KND', text: 'Thiếu xác nhận của cấp ủy' }],
    onPaper: true,
  })
  expect(await stageAt(commune, id)).toBe('returned')
  await submit(commune, id, '2024-02-06')
  commune.at('2024-02-28')
  expect(await commune.refused('decision.record', { case: id, ...DECISION })).toMatchObject({ code: 'NOT_DECIDER' })
  await commune.do('decision.record', { case: id, ...DECISION, onPaper: true })
  await receiptAndCeremony(commune, id)
  const { stage, state, timeline } = await caseAt(commune, id)
  expect(stage).toBe('probation')
  expect(state.decision).toMatchObject({ number: '345-QĐ/HU', onPaper: true, office: commune.id })
  expect(timeline.filter(({ onPaper }) => onPaper).map(({ kind }) => kind)).toEqual([
    'dossier.received',
    'dossier.returned',
    'decision.recorded',
  ])
})

test("a decision taken from paper yields to the deciding office's own when that comes", async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  await carry(root, commune, district)
  commune.at('2024-02-28')
  await commune.do('decision.record', { case: id, ...DECISION, number: '354-QĐ/HU', onPaper: true })
  expect((await caseAt(commune, id)).state.decision).toMatchObject({ number: '354-QĐ/HU', onPaper: true })
  await decide(district, id)
  await carry(root, district, commune)
  const { state, stage } = await caseAt(commune, id)
  expect(state.decision).toMatchObject({ number: '345-QĐ/HU', onPaper: false, office: district.id })
  expect(state.decisions.map(({ number }) => number).toSorted()).toEqual(['345-QĐ/HU', '354-QĐ/HU'])
  expect(stage).toBe('admitted')
})

test('a unit without the program is kept by its deciding office, every act marked as taken from paper', async () => {
  const district = await foundDistrict(temporaryFolder())
  const unit = await addBranch(district, 'Đảng ủy xã Thụy Lôi', { type: 'baseCommittee', onPaper: true })
  const branch = await addBranch(district, 'Chi bộ thôn Trung Hòa', { parent: unit, onPaper: true })
  const id = await submittedDossier(district, branch)
  await decide(district, id)
  await receiptAndCeremony(district, id)
  const { stage, state, timeline } = await caseAt(district, id)
  expect([stage, state.onPaper, state.keeper]).toEqual(['probation', true, district.id])
  expect(timeline.filter(({ onPaper }) => !onPaper)).toEqual([])
})

test('a case is taken over at every stage with what is known, and goes on from there', async () => {
  const office = await foundOffice({
    root: temporaryFolder(),
    code: 'xa',
    name: 'Đảng ủy xã',
    capacities: ['proposes', 'decides'],
  })
  office.at('2024-04-01')
  const unit = await addBranch(office)
  const upTo = [
    [{}, 'listed'],
    [{ helpers: [{ name: 'Trần Văn Bình', from: '2022-06-01' }] }, 'helped'],
    [{ papers: [{ paper: 'CN-NTVD', date: '2023-04-20', kept: 'outside', scans: [] }] }, 'trained'],
    [{ papers: [{ paper: '1-KND', date: '2023-09-01', kept: 'here', scans: [] }] }, 'preparing'],
    [{ branchVote: BRANCH_VOTE }, 'branchVoted'],
    [{ committeeVote: COMMITTEE_VOTE }, 'committeeVoted'],
    [{ submittedOn: '2024-01-25' }, 'submitted'],
    [{ decision: DECISION }, 'admitted'],
    [{ decisionReceivedOn: '2024-02-28' }, 'decisionReceived'],
    [{ ceremony: { date: '2024-03-10' } }, 'probation'],
  ] as const
  let acts = {}
  const found: unknown[] = []
  for (const [index, [more, stage]] of upTo.entries()) {
    const decision = { decision: { ...DECISION, number: `${index}-QĐ/HU` } }
    acts = { ...acts, ...more, ...('decision' in more || 'decision' in acts ? decision : {}) }
    const name = `Nguyễn Văn ${'ABCDEGHIKL'[index]}`
    const { case: id } = await office.do<{ case: string }>('case.takeOver', { profile: { name }, unit, acts })
    const { state, assessment } = await caseAt(office, id)
    found.push([stage, await stageAt(office, id), state.takenOver?.on])
    expect(assessment.findings.filter(({ severity }) => severity === 'block' && stage === 'probation')).toEqual([])
  }
  expect(found).toEqual(upTo.map(([, stage]) => [stage, stage, '2024-04-01']))
})

test('a case taken over before its decision can be decided, received and celebrated', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  commune.at('2024-02-01')
  const unit = await addBranch(commune)
  const { case: id } = await commune.do<{ case: string }>('case.takeOver', {
    profile: HOA,
    unit,
    acts: {
      helpers: [
        { name: 'Trần Văn Bình', from: '2022-06-01' },
        { name: 'Lê Thị Cúc', from: '2022-06-01' },
      ],
      papers: ['CN-NTVD', '1-KND', '2-KND', 'TT-2-KND', '5-KND', '6-KND', '8-KND'].map((paper) => ({
        paper,
        date: '2023-12-01',
        kept: 'here',
        scans: [],
      })),
      branchVote: BRANCH_VOTE,
      committeeVote: COMMITTEE_VOTE,
    },
  })
  expect(await stageAt(commune, id)).toBe('committeeVoted')
  const answer = await commune.core.call('dossier.submit', { case: id, date: '2024-02-01' })
  expect(answer).toMatchObject({ ok: true })
  await carry(root, commune, district)
  await decide(district, id)
  await carry(root, district, commune)
  await receiptAndCeremony(commune, id)
  await carry(root, commune, district)
  expect([await stageAt(commune, id), await stageAt(district, id)]).toEqual(['probation', 'probation'])
})

test('a case already sent on paper is decided from paper, and one taken over with its decision goes to the ceremony', async () => {
  const commune = await foundCommune(temporaryFolder())
  commune.at('2024-04-01')
  const unit = await addBranch(commune)
  const sent = await commune.do<{ case: string }>('case.takeOver', {
    profile: HOA,
    unit,
    acts: { branchVote: BRANCH_VOTE, submittedOn: '2024-01-25' },
  })
  await commune.do('decision.record', { case: sent.case, ...DECISION, onPaper: true })
  await receiptAndCeremony(commune, sent.case)
  const decided = await commune.do<{ case: string }>('case.takeOver', {
    profile: { name: 'Lê Thị Ánh' },
    unit,
    acts: { decision: { ...DECISION, number: '344-QĐ/HU' } },
  })
  await receiptAndCeremony(commune, decided.case)
  expect([await stageAt(commune, sent.case), await stageAt(commune, decided.case)]).toEqual(['probation', 'probation'])
})

test('what cannot be is refused at a take-over too, and nothing is recorded', async () => {
  const commune = await foundCommune(temporaryFolder())
  commune.at('2024-04-01')
  const unit = await addBranch(commune)
  const take = (acts: object) => commune.refused('case.takeOver', { profile: HOA, unit, acts })
  expect(await take({ ceremony: { date: '2024-02-01' }, decision: DECISION })).toEqual({
    code: 'IMPOSSIBLE',
    data: { what: 'ceremonyBeforeDecision', data: { held: '2024-02-01', decided: '2024-02-26' } },
  })
  expect(await take({ branchVote: { ...BRANCH_VOTE, agree: 10 } })).toEqual({
    code: 'IMPOSSIBLE',
    data: { what: 'votesOverPresent', data: { votes: 10, present: 9 } },
  })
  expect(await take({ submittedOn: '2024-04-02' })).toMatchObject({ data: { what: 'dateAfterToday' } })
  expect(await commune.do('candidate.search')).toMatchObject({ rows: [], total: 0 })
})
