/**
 * Recording: where a line goes, what it says it had seen, and what the superior is shown of a case.
 */
import { expect, test } from 'vitest'
import { recordPeer } from '../../../shared/commands/index.ts'
import { trusted } from '../../../shared/base/trust.ts'
import {
  COMMUNE,
  communeAndDistrict,
  decide,
  deviceId,
  DISTRICT,
  itemsOfCase,
  linesOf,
  openDesk,
  pairWith,
  register,
  siblingOf,
  statusesOf,
  submit,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { entryOf, exchange, meet, packForSibling, takeIn } from '../../support/journal-parcels.ts'

const own = `${COMMUNE}.${deviceId('a')}.own`
const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`

/** What the superior was sent about a case, oldest first. */
function shown(desk: Desk, id: string, channel = up): readonly { kind: string; stage: unknown; name: unknown }[] {
  return (linesOf(desk).get(channel) ?? [])
    .map(entryOf)
    .filter((entry) => entry.subject.id === id)
    .map(({ kind, payload }) => {
      const { stage, name } = trusted<{ stage?: unknown; name?: unknown }>(payload)
      return { kind, stage, name }
    })
}

const kindsIn = (desk: Desk, channel: string) => statusesOf(desk, channel).map(({ kind }) => kind)

test('what is recorded before submission stays in the own channel; the superior gets the list line', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune, { name: 'Nguyễn Thị Hòa', ethnicity: 'Mường', identityNumber: '001190000001' })
  commune.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2024-01-10' })
  expect(kindsIn(commune, own).slice(-2)).toEqual(['candidate.registered', 'helper.assigned'])
  expect(shown(commune, id)).toEqual([
    { kind: 'candidate.listed', stage: 'listed', name: 'Nguyễn Thị Hòa' },
    { kind: 'candidate.listed', stage: 'helped', name: 'Nguyễn Thị Hòa' },
  ])
  const sent = (linesOf(commune).get(up) ?? []).join('\n')
  expect(sent).not.toContain('Mường')
  expect(sent).not.toContain('001190000001')
})

test('a change the superior may not see gives no new list line', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  commune.do('candidate.correct', { case: id, change: { set: { religion: 'không', hometown: 'Kim Bảng' } } })
  expect(shown(commune, id)).toHaveLength(1)
  commune.do('candidate.correct', { case: id, change: { set: { name: 'Nguyễn Thị Hoà Bình' } } })
  expect(shown(commune, id).map(({ name }) => name)).toEqual(['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà Bình'])
})

test('after submission the snapshot speaks, and no list line follows', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  commune.do('candidate.correct', { case: id, change: { set: { name: 'Nguyễn Thị Hoà' } }, reason: 'Ghi nhầm' })
  const kinds = shown(commune, id).map(({ kind }) => kind)
  expect(kinds.at(-1)).toBe('dossier.submitted')
  expect(kinds.filter((kind) => kind === 'dossier.submitted')).toHaveLength(1)
})

test('on pairing everything alive is listed to the new superior, and nothing that has ended', () => {
  const commune = openDesk({ office: COMMUNE })
  const alive = register(commune)
  const gone = register(commune, { name: 'Trần Văn Bình' })
  commune.do('candidate.withdraw', { case: gone, reason: 'withdrawn', date: '2024-01-10' })
  const takenOver = valueOf(
    commune.do('case.takeOver', { profile: { name: 'Đỗ Thị Ước' }, unit: UNIT, acts: { submittedOn: '2023-12-01' } }),
  )['case']
  expect(linesOf(commune).has(up)).toBe(false)
  const paired = pairWith(commune, DISTRICT, 'superior')
  expect(paired.value).toEqual({ office: DISTRICT, units: 1, cases: 2 })
  const listed = (linesOf(commune).get(up) ?? []).map(entryOf).map(({ kind, subject }) => `${kind} ${subject.id}`)
  expect(listed.toSorted()).toEqual(
    [`unit.listed ${UNIT}`, `candidate.listed ${alive}`, `candidate.listed ${takenOver ?? ''}`].toSorted(),
  )
})

test('pairing with a subordinate or a trainer lists nothing', () => {
  const desk = openDesk({ office: DISTRICT })
  register(desk)
  pairWith(desk, COMMUNE, 'subordinate')
  pairWith(desk, TOWN, 'trainer')
  expect([...linesOf(desk).keys()].filter((channel) => !channel.endsWith('.own'))).toEqual([])
})

test('an office that decides for its own units keeps a case whole in its own channel, also when it is paired', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'] })
  const id = register(desk)
  const paired = desk.do(recordPeer, {
    office: DISTRICT,
    code: 'vp-d',
    name: 'Huyện ủy',
    ageRecipient: `age1${'q'.repeat(58)}`,
    signKey: `RWQ${'A'.repeat(53)}`,
    relation: 'superior',
  })
  expect(paired.value).toMatchObject({ cases: 0 })
  submit(desk, id)
  desk.do('dossier.receive', { case: id, date: '2024-01-15' })
  decide(desk, id)
  desk.do('decision.recordReceipt', { case: id, date: '2024-01-15' })
  desk.do('ceremony.record', { case: id, date: '2024-01-15' })
  expect(itemsOfCase(desk, id).every(({ audience }) => audience === 'own')).toBe(true)
  expect(desk.case(id)).toMatchObject({ keeper: COMMUNE, decision: { office: COMMUNE, onPaper: false } })
})

test('without a superior that has the program everything stays, and paper is recorded by the keeper', () => {
  const commune = openDesk({ office: COMMUNE })
  const id = register(commune)
  submit(commune, id)
  expect(commune.call('decision.record', { case: id, ...paperDecision, onPaper: undefined })).toMatchObject({
    ok: false,
    error: { code: 'NOT_DECIDER' },
  })
  commune.do('decision.record', { case: id, ...paperDecision })
  expect(itemsOfCase(commune, id).every(({ audience }) => audience === 'own')).toBe(true)
  expect(commune.case(id).decision).toMatchObject({ onPaper: true, office: COMMUNE })
})

const paperDecision = {
  outcome: 'admit',
  number: '1-QĐ/HU',
  date: '2024-01-15',
  body: 'Ban Thường vụ Huyện ủy',
  onPaper: true,
}

test("a decision recorded from paper yields to the district's own when that comes", () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  commune.do('decision.record', { case: id, ...paperDecision })
  decide(district, id, { number: '01-QĐ/HU' })
  exchange(commune, district)
  const { decision, decisions } = commune.case(id)
  expect(decision).toMatchObject({ number: '01-QĐ/HU', office: DISTRICT, onPaper: false })
  expect(decisions.map(({ number, onPaper }) => ({ number, onPaper }))).toEqual(
    expect.arrayContaining([
      { number: '1-QĐ/HU', onPaper: true },
      { number: '01-QĐ/HU', onPaper: false },
    ]),
  )
  expect(district.case(id).decisions).toHaveLength(1)
})

test('a shared entry names in after only what its reader has too', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  district.do('dossier.return', { case: id, date: '2024-01-15', remarks: [{ text: 'Bổ sung lý lịch' }] })
  exchange(commune, district)
  submit(commune, id)
  const [last] = (linesOf(commune).get(up) ?? []).slice(-1).map(entryOf)
  expect(last).toMatchObject({
    kind: 'dossier.submitted',
    after: [{ channel: `${DISTRICT}.${deviceId('a')}.${COMMUNE}`, seq: 1 }],
  })
  commune.do('candidate.correct', { case: id, change: { set: { hometown: 'Kim Bảng' } }, reason: 'Ghi nhầm' })
  const [mine] = (linesOf(commune).get(own) ?? []).slice(-1).map(entryOf)
  expect(mine?.after.map(({ channel }) => channel)).toEqual([up, `${DISTRICT}.${deviceId('a')}.${COMMUNE}`])
})

// --- named cases found by the properties -------------------------------------------------------------------------

test('the receipt of a decision known only from paper does not name that private entry to the superior', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  commune.do('decision.record', { case: id, ...paperDecision })
  commune.do('decision.recordReceipt', { case: id, date: '2024-01-15' })
  const paper = commune.case(id).decision?.entry ?? 'none'
  const sent = linesOf(commune).get(up) ?? []
  expect(entryOf(sent.at(-1) ?? '')).toMatchObject({
    kind: 'decision.receiptRecorded',
    payload: { date: '2024-01-15' },
  })
  expect(sent.join('\n')).not.toContain(paper)
})

test("the receipt of the district's own decision names it", () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  decide(district, id)
  exchange(commune, district)
  commune.do('decision.recordReceipt', { case: id, date: '2024-01-15' })
  const sent = (linesOf(commune).get(up) ?? []).map(entryOf)
  expect(sent.at(-1)?.payload).toEqual({ date: '2024-01-15', decision: district.case(id).decision?.entry })
})

test('a dossier sent on paper before the pairing is withdrawn and supplemented without naming it to the superior', () => {
  const commune = openDesk({ office: COMMUNE })
  const [withdrawn, supplemented] = [register(commune), register(commune, { name: 'Trần Văn Bình' })]
  const before = [submit(commune, withdrawn), submit(commune, supplemented)]
  commune.do('dossier.return', {
    case: supplemented,
    date: '2024-01-15',
    remarks: [{ text: 'Bổ sung' }],
    onPaper: true,
  })
  pairWith(commune, DISTRICT, 'superior')
  commune.do('candidate.withdraw', { case: withdrawn, reason: 'withdrawn', date: '2024-01-15' })
  submit(commune, supplemented)
  const sent = (linesOf(commune).get(up) ?? []).join('\n')
  expect(sent).toContain('dossier.submitted')
  for (const entry of before) expect(sent).not.toContain(entry)
  expect(commune.case(withdrawn).ending?.reason).toBe('withdrawn')
})

test('what two devices changed apart is listed as it then is, once they have met', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const sibling = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  meet(commune, sibling)
  commune.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2024-01-10' })
  sibling.do('candidate.correct', { case: id, change: { set: { sex: 'female' } } })
  meet(commune, sibling)
  exchange(commune, district)
  expect(district.case(id).line).toEqual({
    name: 'Nguyễn Thị Hòa',
    sex: 'female',
    unit: UNIT,
    stage: 'helped',
    helper: 'Trần Văn Bình',
  })
  const counts = () => [commune, sibling].map((desk) => shown(desk, id, up).length)
  const before = counts()
  meet(commune, sibling)
  expect(counts()).toEqual(before)
})

test('a registration taken back disappears at the superior and at home', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  commune.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2024-01-10' })
  exchange(commune, district)
  expect(district.case(id).known).toBe('line')
  const registered = itemsOfCase(commune, id).find(({ entry }) => entry.kind === 'candidate.registered')
  commune.do('entry.retract', { entry: registered?.entry.id })
  exchange(commune, district)
  for (const desk of [commune, district]) expect(() => desk.case(id)).toThrow('no case')
})

test('a list line a second device added meanwhile goes with the registration', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const sibling = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  meet(commune, sibling)
  sibling.do('candidate.correct', { case: id, change: { set: { sex: 'female' } } })
  const registered = itemsOfCase(commune, id).find(({ entry }) => entry.kind === 'candidate.registered')
  commune.do('entry.retract', { entry: registered?.entry.id })
  takeIn(commune, packForSibling(sibling, commune.device))
  exchange(commune, district)
  for (const desk of [commune, district]) expect(() => desk.case(id)).toThrow('no case')
})
