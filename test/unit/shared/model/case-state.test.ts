/**
 * A case as it follows from its entries: conflicts and their settling, paper that yields to the owner's own, what is taken
 * back, and who keeps it.
 */
import { expect, test } from 'vitest'
import { foldCase, strayLines, type CaseState } from '../../../../shared/model/case-state.ts'
import { stageOf } from '../../../../shared/model/stage.ts'
import {
  CASE,
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  itemsFrom,
  TOWN,
  UNIT,
  type ItemPlan,
} from '../../../support/journal-kit.ts'
import { countedActs } from '../../../../shared/model/admission.ts'

const day = '2024-01-15'
const registered: ItemPlan = {
  kind: 'candidate.registered',
  id: idOf(1),
  payload: { profile: { name: 'Nguyễn Thị Hòa', residence: 'thôn Đồng Sơn' }, unit: UNIT, on: day },
}
const listed = (plan: Partial<ItemPlan> = {}): ItemPlan => ({
  kind: 'candidate.listed',
  audience: DISTRICT,
  payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
  ...plan,
})
const snapshot = {
  version: 1,
  case: CASE,
  profile: { name: 'Nguyễn Thị Hòa' },
  unit: { id: UNIT, name: 'Chi bộ', type: 'branch' },
  helpers: [],
  papers: [],
  branchVotes: [],
  committeeVotes: [],
  lifts: [],
  ruleSet: 'RS-2021',
}
const submitted = (id: string, plan: Partial<ItemPlan> = {}): ItemPlan => ({
  kind: 'dossier.submitted',
  id,
  audience: DISTRICT,
  payload: { date: day, snapshot },
  ...plan,
})
const decided = (
  number: string,
  submission: string | undefined,
  plan: Partial<ItemPlan>,
  outcome = 'admit',
): ItemPlan => ({
  kind: 'decision.recorded',
  payload: {
    outcome,
    number,
    date: day,
    body: 'BTV',
    ruleSet: 'RS-2021',
    ruleSetHash: 'a'.repeat(64),
    ...(submission === undefined ? {} : { submission }),
    ...(plan.office === DISTRICT ? {} : { onPaper: true }),
  },
  ...plan,
})
const fromDistrict = { office: DISTRICT, audience: COMMUNE } as const

/** The case, the same from every order of arrival. */
function fold(plans: readonly ItemPlan[]): CaseState {
  const items = itemsFrom(plans)
  const state = foldCase(CASE, items)
  if (state === null) throw new Error('no case')
  expect(foldCase(CASE, items.toReversed())).toEqual(state)
  return state
}

// --- conflicts ---------------------------------------------------------------------------------------------------

const channelOf = (device: string) => `${COMMUNE}.${deviceId(device)}.own`
const moved = (
  device: string,
  residence: string | undefined,
  rest: Partial<ItemPlan> & { seq: number; settles?: string[] },
): ItemPlan => {
  const { settles, ...plan } = rest
  return {
    kind: 'candidate.corrected',
    device: deviceId(device),
    payload: {
      change: residence === undefined ? { clear: ['residence'] } : { set: { residence } },
      ...(settles === undefined ? {} : { settles }),
    },
    ...plan,
  }
}
const sawFirst = [{ channel: channelOf('a'), seq: 1 }]
/** Two devices that have both seen the registration set another residence each. */
const twoVersions: readonly ItemPlan[] = [
  { ...registered, seq: 1, tick: 1 },
  moved('a', 'thôn Bãi', { id: idOf(2), seq: 2, tick: 2 }),
  moved('b', 'thôn Núi', { id: idOf(3), seq: 1, tick: 2, after: sawFirst }),
]
const sawBoth = [
  { channel: channelOf('a'), seq: 2 },
  { channel: channelOf('b'), seq: 1 },
]

test('two values set where neither device had seen the other are both kept and shown', () => {
  const { conflicts, profile } = fold(twoVersions)
  expect(conflicts).toEqual([
    {
      field: 'residence',
      versions: [
        { entry: idOf(2), office: COMMUNE, value: 'thôn Bãi' },
        { entry: idOf(3), office: COMMUNE, value: 'thôn Núi' },
      ],
    },
  ])
  expect(profile.residence).toBe('thôn Núi')
})

test('a value set by a device that had seen the other one is a change, not a conflict', () => {
  const [first, second] = twoVersions
  if (!first || !second) throw new Error('two items')
  const after = [{ channel: channelOf('a'), seq: 2 }]
  const state = fold([first, second, moved('b', 'thôn Núi', { seq: 1, tick: 3, after })])
  expect(state.conflicts).toEqual([])
  expect(state.profile.residence).toBe('thôn Núi')
})

test('the same value set on two devices is no conflict', () => {
  const [first, second] = twoVersions
  if (!first || !second) throw new Error('two items')
  expect(fold([first, second, moved('b', 'thôn Bãi', { seq: 1, tick: 2, after: sawFirst })]).conflicts).toEqual([])
})

test('a settlement that names every version clears the conflict', () => {
  const settled = moved('a', 'thôn Núi', { seq: 3, tick: 3, after: sawBoth.slice(1), settles: [idOf(2), idOf(3)] })
  const state = fold([...twoVersions, settled])
  expect(state.conflicts).toEqual([])
  expect(state.profile.residence).toBe('thôn Núi')
})

test('a settlement that names one version keeps the other', () => {
  const settled = moved('a', 'thôn Chùa', { id: idOf(9), seq: 3, tick: 3, after: sawBoth.slice(1), settles: [idOf(2)] })
  expect(fold([...twoVersions, settled]).conflicts).toEqual([
    {
      field: 'residence',
      versions: [
        { entry: idOf(3), office: COMMUNE, value: 'thôn Núi' },
        { entry: idOf(9), office: COMMUNE, value: 'thôn Chùa' },
      ],
    },
  ])
})

test('a correction that settles nothing does not sweep a conflict away', () => {
  const later = moved('c', 'thôn Chùa', { id: idOf(9), seq: 1, tick: 3, after: sawBoth })
  expect(fold([...twoVersions, later]).conflicts[0]?.versions.map(({ entry }) => entry)).toEqual([
    idOf(2),
    idOf(3),
    idOf(9),
  ])
})

test('a device that has not seen the other version goes on with its own', () => {
  const later = moved('a', 'thôn Chùa', { id: idOf(9), seq: 3, tick: 3 })
  expect(fold([...twoVersions, later]).conflicts[0]?.versions.map(({ entry }) => entry)).toEqual([idOf(3), idOf(9)])
})

test('a value another device had set too, unseen, still stands against a later change', () => {
  for (const [mine, theirs] of [
    [idOf(2), idOf(3)],
    [idOf(3), idOf(2)],
  ] as const) {
    const state = fold([
      { ...registered, seq: 1, tick: 1 },
      moved('a', 'thôn Bãi', { id: mine, seq: 2, tick: 2 }),
      moved('b', 'thôn Bãi', { id: theirs, seq: 1, tick: 2, after: sawFirst }),
      moved('a', 'thôn Núi', { id: idOf(9), seq: 3, tick: 3 }),
    ])
    expect(state.conflicts[0]?.versions.map(({ value }) => value)).toEqual(['thôn Bãi', 'thôn Núi'])
  }
})

test('a value set here and cleared there is a conflict, and can be settled either way', () => {
  const [first, second] = twoVersions
  if (!first || !second) throw new Error('two items')
  const split = [first, second, moved('b', undefined, { id: idOf(3), seq: 1, tick: 2, after: sawFirst })]
  expect(fold(split).conflicts[0]?.versions.map(({ value }) => value)).toEqual(['thôn Bãi', ''])
  const settles = [idOf(2), idOf(3)]
  const cleared = fold([...split, moved('a', undefined, { seq: 3, tick: 3, after: sawBoth.slice(1), settles })])
  expect(cleared.conflicts).toEqual([])
  expect(cleared.profile.residence).toBeUndefined()
})

test('taking one of two versions back ends their conflict', () => {
  const state = fold([...twoVersions, { kind: 'entry.retracted', seq: 3, tick: 3, payload: { target: idOf(2) } }])
  expect(state.conflicts).toEqual([])
  expect(state.profile.residence).toBe('thôn Núi')
})

// --- paper and owner ---------------------------------------------------------------------------------------------

test("a decision from paper counts until the owner's own comes; then both are there and the owner's counts", () => {
  const paper = decided('1-QĐ/HU', idOf(2), { id: idOf(3), tick: 30 })
  const own = decided('01-QĐ/HU', idOf(2), { id: idOf(4), seq: 1, tick: 3, ...fromDistrict })
  const before = fold([registered, submitted(idOf(2)), paper])
  expect(before.decision).toMatchObject({ number: '1-QĐ/HU', onPaper: true })
  const after = fold([registered, submitted(idOf(2)), paper, own])
  expect(after.decision).toMatchObject({ number: '01-QĐ/HU', onPaper: false, office: DISTRICT })
  expect(after.decisions.map(({ number }) => number).toSorted()).toEqual(['01-QĐ/HU', '1-QĐ/HU'])
  expect(stageOf(after)).toBe('admitted')
})

test('a decision from paper on a second submission counts, although the owner refused the first', () => {
  const state = fold([
    registered,
    submitted(idOf(2), { seq: 1, tick: 2 }),
    decided('1-QĐ/HU', idOf(2), { seq: 1, tick: 3, ...fromDistrict }, 'refuse'),
    submitted(idOf(4), { seq: 2, tick: 4, payload: { date: day, snapshot, supplements: idOf(2) } }),
    decided('2-QĐ/HU', idOf(4), { id: idOf(5), seq: 2, tick: 2 }),
  ])
  expect(state.decision).toMatchObject({ number: '2-QĐ/HU', outcome: 'admit' })
  expect(stageOf(state)).toBe('admitted')
  // The refusal is still one of its own year.
  expect(countedActs(state).filter(({ act }) => act === 'refused')).toMatchObject([{ day }])
})

test("a receipt or return from paper yields to the owner's own", () => {
  const answer = (kind: string, note: object, plan: Partial<ItemPlan>): ItemPlan => ({
    kind,
    payload: { submission: idOf(2), date: day, ...note },
    ...plan,
  })
  const remarks = [{ text: 'Bổ sung' }]
  for (const [paperTick, ownTick] of [
    [3, 30],
    [30, 3],
  ] as const) {
    const state = fold([
      registered,
      submitted(idOf(2), { seq: 1, tick: 2 }),
      answer('dossier.received', { number: '7', onPaper: true }, { seq: 2, tick: paperTick }),
      answer('dossier.received', { number: '70' }, { seq: 1, tick: ownTick, ...fromDistrict }),
      answer('dossier.returned', { remarks, answerBy: '2024-02-01', onPaper: true }, { seq: 3, tick: paperTick + 1 }),
      answer('dossier.returned', { remarks, answerBy: '2024-03-01' }, { seq: 2, tick: ownTick + 1, ...fromDistrict }),
    ])
    expect(state.submissions[0]?.received).toMatchObject({ number: '70', office: DISTRICT })
    expect(state.submissions[0]?.returned).toMatchObject({ answerBy: '2024-03-01', office: DISTRICT })
  }
})

// --- taking back, keeping ----------------------------------------------------------------------------------------

test('a registration taken back leaves no case, and the list lines that showed it are named to be taken back too', () => {
  const plans: readonly ItemPlan[] = [
    registered,
    listed({ id: idOf(2), seq: 1, tick: 1 }),
    listed({ id: idOf(3), seq: 2, tick: 2 }),
    { kind: 'entry.retracted', seq: 2, tick: 3, payload: { target: idOf(1) } },
  ]
  expect(strayLines(itemsFrom(plans)).map(({ entry }) => entry.id)).toEqual([idOf(2), idOf(3)])
  const back = [idOf(2), idOf(3)].map((target, index): ItemPlan => ({
    kind: 'entry.retracted',
    audience: DISTRICT,
    seq: 3 + index,
    tick: 4 + index,
    payload: { target },
  }))
  const all = itemsFrom([...plans, ...back])
  expect(foldCase(CASE, all)).toBeNull()
  expect(strayLines(all)).toEqual([])
  // What the superior holds of it: the lines and their taking back.
  expect(
    foldCase(
      CASE,
      all.filter(({ audience }) => audience === DISTRICT),
    ),
  ).toBeNull()
})

test('no list line is stray while the registration stands, or where it was never held', () => {
  expect(strayLines(itemsFrom([registered, listed()]))).toEqual([])
  expect(strayLines(itemsFrom([listed()]))).toEqual([])
})

test('the office that holds the record keeps the case, whatever another office lists under its id', () => {
  const state = fold([listed({ office: TOWN, audience: COMMUNE, seq: 1, tick: 1 }), { ...registered, seq: 9, tick: 9 }])
  expect(state).toMatchObject({ keeper: COMMUNE, known: 'full' })
})

test('of a case known by its line alone the superior sees name, year and stage, and nothing else', () => {
  const state = fold([
    listed({ payload: { name: 'Nguyễn Thị Hòa', birthYear: 1990, unit: UNIT, stage: 'helped', helper: 'Lê Thị Cúc' } }),
  ])
  expect(state).toMatchObject({ known: 'line', keeper: COMMUNE, unit: UNIT })
  expect(state.profile).toEqual({ name: 'Nguyễn Thị Hòa', birth: '1990' })
  expect(stageOf(state)).toBe('helped')
})

test('a snapshot replaces the line, and a supplement the snapshot before it', () => {
  const supplement = { ...snapshot, profile: { name: 'Nguyễn Thị Hòa', hometown: 'Kim Bảng' } }
  const state = fold([
    listed({ seq: 1, tick: 1 }),
    submitted(idOf(2), { seq: 2, tick: 2 }),
    submitted(idOf(3), { seq: 3, tick: 3, payload: { date: day, snapshot: supplement, supplements: idOf(2) } }),
  ])
  expect(state.known).toBe('snapshot')
  expect(state.profile.hometown).toBe('Kim Bảng')
  expect(state.submissions.map(({ entry }) => entry)).toEqual([idOf(2), idOf(3)])
})

test('a case nobody has created is no case', () => {
  expect(foldCase(CASE, [])).toBeNull()
  expect(foldCase(CASE, itemsFrom([{ kind: 'entry.retracted', payload: { target: idOf(9) } }]))).toBeNull()
  expect(foldCase(CASE, itemsFrom([moved('a', 'thôn Bãi', { seq: 1 })]))).toBeNull()
})
