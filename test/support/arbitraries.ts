/**
 * Valid payloads for every kind of the kinds table, by chance: what another office's program, older or newer, may
 * honestly send. Total by type, so that a new kind asks for its own. Ids come from a small pool, so that entries meet.
 */
import fc from 'fast-check'
import type { Draft } from '../../shared/commands/command.ts'
import { KINDS, type Kind, type PayloadOf } from '../../shared/journal/kinds.ts'
import { trusted } from '../../shared/base/trust.ts'
import { beforeOver } from './arbitraries-before.ts'
import { casesOver } from './arbitraries-cases.ts'
import { classesOver, someClass } from './arbitraries-classes.ts'
import { followOver } from './arbitraries-follow.ts'
import { houseOver } from './arbitraries-house.ts'
import { MEETING_IDS, meetingsOver } from './arbitraries-meetings.ts'
import { hash, some, someDay, someLine } from './arbitrary-values.ts'

/** Ids that payloads and subjects are taken from. */
export type Pool = {
  readonly cases: readonly string[]
  readonly units: readonly string[]
  readonly members: readonly string[]
  readonly users: readonly string[]
  /** Ids of entries, for what names them; some are never written. */
  readonly entries: readonly string[]
  readonly offices: readonly string[]
}

/** How many runs a property over whole stores makes: `few`, or with SLOW=1 as many more as its time limit allows. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? few, few * 4) }
}

/** The payload of every kind, over a pool of ids. */
export function payloadsOver(pool: Pool): { readonly [K in Kind]: fc.Arbitrary<PayloadOf<K>> } {
  const entry = fc.constantFrom(...pool.entries)
  const ruleSetIssue: fc.Arbitrary<PayloadOf<'ruleSet.issued'>> = fc.record({
    set: fc.record({
      v: fc.integer({ min: 1, max: 3 }),
      id: fc.constantFrom('RS-2021', 'RS-LOCAL'),
      name: someLine,
      from: someDay,
    }),
    note: someLine,
  })
  const ruleValueChange: fc.Arbitrary<PayloadOf<'ruleValue.changed'>> = fc.record({
    address: fc.constantFrom('eligibility.minAgeMonths', 'limits.decision.length', 'from'),
    value: fc.oneof(fc.nat(900), someDay, fc.record({ amount: fc.nat(90), unit: fc.constant('workingDays') })),
    confirmed: fc.boolean(),
    note: someLine,
  })
  const holidayChange: fc.Arbitrary<PayloadOf<'holidays.changed'>> = fc.record({
    table: fc.record({
      year: fc.constantFrom(2026, 2027),
      status: fc.constantFrom('published' as const, 'computed' as const),
      off: fc.array(
        fc.record({ from: someDay, to: someDay, name: someLine, source: someLine, confirmed: fc.boolean() }),
        { maxLength: 2 },
      ),
      makeUp: fc.array(fc.record({ date: someDay, insteadOf: someDay, source: someLine, confirmed: fc.boolean() }), {
        maxLength: 2,
      }),
    }),
    note: someLine,
  })

  return {
    ...houseOver(pool),
    ...casesOver(pool),
    ...beforeOver(pool),
    ...classesOver(pool),
    ...meetingsOver(pool),
    ...followOver(pool),
    'note.recorded': fc.record({ text: someLine }),
    'photo.recorded': fc.record({
      scan: fc.record({
        sha256: hash,
        bytes: fc.integer({ min: 1, max: 1000 }),
        type: fc.constantFrom('image/png' as const, 'image/jpeg' as const),
        name: someLine,
      }),
    }),
    'case.rulesPinned': some<PayloadOf<'case.rulesPinned'>>(
      { ruleSet: fc.constantFrom('RS-2016', 'RS-2021', 'RS-NONE'), reason: someLine },
      ['reason'],
    ),
    'ruleSet.issued': ruleSetIssue,
    'ruleSet.keptHere': ruleSetIssue,
    'ruleValue.changed': ruleValueChange,
    'ruleValue.changedHere': ruleValueChange,
    'holidays.changed': holidayChange,
    'holidays.changedHere': holidayChange,
    'entry.retracted': some<PayloadOf<'entry.retracted'>>({ target: entry, reason: someLine }, ['target']),
    'entry.voided': fc.record({ target: entry, seq: fc.integer({ min: 1, max: 20 }), reason: someLine }),
    'entry.erased': fc.record({
      channel: fc.constant(`${'z'.repeat(26)}.${'z'.repeat(16)}.own`),
      seq: fc.integer({ min: 1, max: 20 }),
      reason: someLine,
      remains: fc.record({
        year: fc.integer({ min: 2020, max: 2030 }),
        branch: entry,
        outcome: fc.constantFrom('withdrawn' as const, 'removed' as const),
      }),
    }),
    'erasure.answered': some<PayloadOf<'erasure.answered'>>(
      { erasure: entry, outcome: fc.constantFrom('done' as const, 'declined' as const), ground: someLine },
      ['erasure', 'outcome'],
    ),
  }
}

/**
 * A draft of any of the given kinds, about things of the pool.
 * @param kinds - which kinds; all by default
 */
export function draftOver(pool: Pool, kinds: readonly Kind[] = allKinds): fc.Arbitrary<Draft> {
  const payloads = payloadsOver(pool)
  return fc.constantFrom(...kinds).chain((kind) =>
    fc
      .record({ id: subjectOver(pool, kind), payload: trusted<fc.Arbitrary<object>>(payloads[kind]) })
      .map(({ id, payload }) => {
        const subject = { type: KINDS[kind].subject, id }
        // An office is founded under its own id.
        return trusted<Draft>({
          kind,
          subject,
          payload: kind === 'office.founded' ? { ...payload, office: id } : payload,
        })
      }),
  )
}

/** Every kind there is. */
export const allKinds: readonly Kind[] = trusted<Kind[]>(Object.keys(KINDS))

function subjectOver(pool: Pool, kind: Kind): fc.Arbitrary<string> {
  const { subject } = KINDS[kind]
  switch (subject) {
    case 'case':
      return fc.constantFrom(...pool.cases)
    case 'class':
      return someClass
    case 'unit':
      return fc.constantFrom(...pool.units)
    case 'member':
      return fc.constantFrom(...pool.members)
    case 'user':
      return fc.constantFrom(...pool.users)
    case 'office':
    case 'peer':
      return fc.constantFrom(...pool.offices)
    case 'setting':
      return fc.constantFrom('backupDaily', 'lockAfterMinutes')
    case 'ruleSet':
      return fc.constantFrom('RS-2021', 'RS-LOCAL')
    case 'holidays':
      return fc.constantFrom('2026', '2027')
    case 'bundle':
      return fc.constantFrom('1'.repeat(32), '2'.repeat(32))
    case 'device':
      return fc.constantFrom('a'.repeat(16), 'b'.repeat(16))
    case 'model':
    case 'example':
    case 'directive':
    case 'activity':
    case 'inspection':
    case 'rating':
    case 'measure':
      return fc.constantFrom(...pool.cases)
    case 'target':
      return fc.constantFrom(...pool.offices, ...pool.units)
    case 'report':
    case 'definition':
      return fc.constantFrom(...pool.cases)
    case 'meeting':
      return fc.constantFrom(...MEETING_IDS)
  }
}
