/**
 * The authority table at work: which lines of another office count, and why one is held.
 */
import { expect, test } from 'vitest'
import { classify, type ClassifyFacts, type Standing } from '../../../../shared/journal/classify.ts'
import { KINDS, kindRow, type Kind } from '../../../../shared/journal/kinds.ts'
import { trusted } from '../../../../shared/base/trust.ts'
import { COMMUNE, DISTRICT, idOf, UNIT } from '../../../support/journal-kit.ts'
import { altered, forged } from '../../../support/journal-parcels.ts'

const listed = forged(1, {
  kind: 'candidate.listed',
  id: idOf(1),
  payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
})

function factsOf(facts: Partial<ClassifyFacts>): ClassifyFacts {
  return {
    office: COMMUNE,
    standing: 'subordinate',
    audience: DISTRICT,
    self: DISTRICT,
    idTaken: () => false,
    ...facts,
  }
}

function verdictOn(line: string, facts: Partial<ClassifyFacts> = {}) {
  const verdict = classify(line, factsOf(facts))
  return verdict.kind === 'held' ? verdict.reason : verdict.kind
}

test('a list line of a subordinate to us counts', () => {
  expect(verdictOn(listed)).toBe('entry')
})

test.each([
  ['an unknown field in the envelope', altered(listed, () => ({ mood: 'good' })), 'envelope'],
  ['a kind of a newer build', altered(listed, () => ({ kind: 'candidate.blessed' })), 'unknownKind'],
  ['a newer version of a known kind', altered(listed, () => ({ v: 2 })), 'unknownVersion'],
  ['a payload that lacks the name', altered(listed, () => ({ payload: { unit: UNIT, stage: 'listed' } })), 'schema'],
  [
    'a field too many in the payload',
    altered(listed, ({ payload }) => ({ payload: { ...trusted<object>(payload), ethnicity: 'Kinh' } })),
    'schema',
  ],
  ['a subject of another type', altered(listed, () => ({ subject: { type: 'unit', id: UNIT } })), 'schema'],
  ['a subject whose id is none of its type', altered(listed, () => ({ subject: { type: 'case', id: 'x' } })), 'schema'],
  [
    'brackets in each other beyond all reason',
    listed.replace('"payload":{', `"payload":{"a":${'['.repeat(100)}${']'.repeat(100)},`),
    'envelope',
  ],
  ['a key that JavaScript takes for something else', listed.replace('"name":', '"__proto__":{},"name":'), 'envelope'],
  [
    'an office founded under the id of another',
    forged(1, {
      kind: 'office.founded',
      id: idOf(1),
      subject: { type: 'office', id: COMMUNE },
      payload: {
        office: DISTRICT,
        profile: { name: 'Huyện ủy', code: 'hu', capacities: [{ capacity: 'decides', from: '2020-01-01' }] },
      },
    }),
    'schema',
  ],
])('a line with %s is held', (_what, line, reason) => {
  expect(verdictOn(line)).toBe(reason)
})

test('what is held is told with its entry, where one can be read', () => {
  const facts = {
    office: COMMUNE,
    standing: 'subordinate',
    audience: DISTRICT,
    self: DISTRICT,
    idTaken: () => true,
  } as const
  expect(classify(listed, facts)).toMatchObject({ kind: 'held', reason: 'idTaken', entry: { id: idOf(1) } })
  expect(classify('{"a":1}', facts)).toEqual({ kind: 'held', reason: 'envelope', entry: null })
})

test('a retraction that speaks of a thing no build knows is held, not a crash of the import', () => {
  const retraction = forged(1, { kind: 'entry.retracted', id: idOf(1), payload: { target: idOf(2) } })
  expect(verdictOn(retraction)).toBe('entry')
  expect(verdictOn(altered(retraction, () => ({ subject: { type: 'banana', id: 'x' } })))).toBe('schema')
})

test('the stub of an erased line is neither entry nor held', () => {
  expect(verdictOn(`{"erased":"${'a'.repeat(64)}","seq":7}`)).toBe('erased')
})

/** Whether each kind may come from an office that stands so to us, in its channel to us. */
function allowed(standing: Standing, audience: string): readonly Kind[] {
  return trusted<Kind[]>(Object.keys(KINDS)).filter((kind) => {
    const line = forged(1, { kind, id: idOf(1), subject: { type: kindRow(kind).subject, id: idOf(2) } })
    return verdictOn(line, { standing, audience }) !== 'authority' && passesButForPayload(kind, standing, audience)
  })
}

/** A payload of the right form is needed before the right to send it is looked at. */
function passesButForPayload(kind: Kind, standing: Standing, audience: string): boolean {
  const payload = samples[kind]
  if (payload === undefined) return false
  const line = forged(1, { kind, id: idOf(1), subject: { type: kindRow(kind).subject, id: idOf(2) }, payload })
  return verdictOn(line, { standing, audience }) === 'entry'
}

const day = '2024-01-15'
const samples: Partial<Record<Kind, object>> = {
  'setting.changed': { value: true },
  'unit.added': { name: 'Chi bộ', type: 'branch' },
  'unit.listed': { name: 'Chi bộ', type: 'branch' },
  'unit.handedOver': { to: DISTRICT, on: day },
  'case.handedOver': { from: COMMUNE, to: DISTRICT, unit: UNIT, on: day, reason: 'succession' },
  'candidate.registered': { profile: { name: 'Nguyễn Thị Hòa' }, unit: UNIT, on: day },
  'candidate.corrected': { change: {} },
  'candidate.listed': { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
  'candidate.withdrawn': { reason: 'withdrawn', date: day, submission: idOf(3) },
  'ceremony.recorded': { date: day },
  'decision.receiptRecorded': { date: day },
  'dossier.received': { submission: idOf(3), date: day },
  'dossier.returned': { submission: idOf(3), date: day, remarks: [{ text: 'Bổ sung' }] },
  'decision.recorded': {
    outcome: 'admit',
    number: '1-QĐ/HU',
    date: day,
    body: 'BTV',
    ruleSet: 'RS-2021',
    ruleSetHash: 'a'.repeat(64),
  },
  'entry.retracted': { target: idOf(3) },
  'entry.voided': { target: idOf(3), seq: 1, reason: 'Nhầm' },
}

test('a subordinate may list, submit, withdraw and report back, and nothing that decides', () => {
  expect(allowed('subordinate', DISTRICT)).toEqual([
    'unit.listed',
    'unit.handedOver',
    'candidate.withdrawn',
    'candidate.listed',
    'case.handedOver',
    'decision.receiptRecorded',
    'ceremony.recorded',
    'entry.retracted',
    'entry.voided',
  ])
})

test('of an office that has become ours its units, members and what it handed over count, and all else is kept', () => {
  const inherited = { standing: 'predecessor', audience: 'own' } as const
  const about = (kind: Kind, after: { channel: string; seq: number }[] = []) =>
    forged(1, {
      kind,
      id: idOf(1),
      subject: { type: kindRow(kind).subject, id: idOf(2) },
      payload: samples[kind] ?? {},
      after,
    })
  expect(verdictOn(about('unit.added'), inherited)).toBe('entry')
  expect(verdictOn(about('candidate.registered'), inherited)).toBe('inherited')
  expect(verdictOn(about('setting.changed'), { ...inherited })).toBe('inherited')
  expect(verdictOn(about('case.handedOver'), { ...inherited, audience: DISTRICT })).toBe('entry')
  expect(verdictOn(about('case.handedOver'), { ...inherited, audience: 't'.repeat(26) })).toBe('inherited')
  // What it had seen of others is never sent to us: it is not waited for.
  const seen = { channel: `${'t'.repeat(26)}.${'a'.repeat(16)}.${COMMUNE}`, seq: 4 }
  expect(classify(about('unit.added', [seen]), factsOf(inherited))).toMatchObject({
    kind: 'entry',
    entry: { after: [] },
  })
})

test('a superior may receive, return and decide, and nothing that proposes', () => {
  expect(allowed('superior', DISTRICT)).toEqual([
    'dossier.received',
    'dossier.returned',
    'case.handedOver',
    'decision.recorded',
    'entry.retracted',
    'entry.voided',
  ])
})

test('a trainer may do neither', () => {
  expect(allowed('trainer', DISTRICT)).toEqual(['entry.retracted', 'entry.voided'])
})

test('nobody may send us facts about persons in a channel for all', () => {
  for (const standing of ['superior', 'subordinate', 'trainer'] as const)
    expect(allowed(standing, 'all')).toEqual(['entry.retracted', 'entry.voided'])
})

test('a line in a channel to a third office gives no right with us', () => {
  expect(verdictOn(listed, { audience: COMMUNE })).toBe('authority')
})

test('another device of our own office may send whatever it recorded', () => {
  expect(allowed('self', 'own')).toEqual(trusted<Kind[]>(Object.keys(KINDS)).filter((kind) => kind in samples))
})
