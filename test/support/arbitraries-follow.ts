/**
 * Payloads of follow-up by chance: models, examples, directives, inspections, ratings.
 */
import fc from 'fast-check'
import type { Kind, PayloadOf } from '../../shared/journal/kinds.ts'
import {
  ConferenceKind,
  DirectiveKind,
  ExampleArea,
  ExampleKind,
  FindingKind,
  InspectionKind,
  ModelArea,
  ProposalCode,
  PublicityChannel,
  RatedAs,
  type ExampleFacts,
  type Measure,
  type ModelFacts,
  type PlaceRef,
} from '../../shared/model/follow/facts.ts'
import type { Pool } from './arbitraries.ts'
import { count, document, hash, personName, some, someDay, someLine } from './arbitrary-values.ts'

/** Kinds of this subject. */
type FollowKind = Extract<
  Kind,
  `${'model' | 'example' | 'directive' | 'conference' | 'publicity' | 'inspection' | 'rating' | 'commendation' | 'correction' | 'proposal'}.${string}`
>

const year = fc.integer({ min: 2022, max: 2024 })
const onPaper = fc.boolean()
const scans = fc.array(
  fc.record({
    sha256: hash,
    bytes: fc.integer({ min: 1, max: 1000 }),
    type: fc.constantFrom('application/pdf' as const, 'image/jpeg' as const),
    name: someLine,
  }),
  { maxLength: 2 },
)

/** The payloads of follow-up, over a pool of ids. */
export function followOver(pool: Pool): { readonly [K in FollowKind]: fc.Arbitrary<PayloadOf<K>> } {
  const place: fc.Arbitrary<PlaceRef> = fc.record({
    id: fc.constantFrom(...pool.units, ...pool.offices),
    name: someLine,
  })
  const finding = fc.constantFrom(...pool.entries)
  const directive = fc.record({ id: fc.constantFrom(...pool.cases), title: someLine })
  const model: fc.Arbitrary<ModelFacts> = some<ModelFacts>(
    {
      name: someLine,
      area: fc.constantFrom(...ModelArea.options),
      place,
      since: someDay,
      until: someDay,
      description: someLine,
      scans,
    },
    ['name', 'area', 'place', 'description'],
  )
  const example: fc.Arbitrary<ExampleFacts> = some<ExampleFacts>(
    {
      kind: fc.constantFrom(...ExampleKind.options),
      area: fc.constantFrom(...ExampleArea.options),
      name: personName,
      post: someLine,
      place,
      story: someLine,
      consent: fc.record({ on: someDay, how: fc.constantFrom('written' as const, 'spoken' as const) }),
      scans,
    },
    ['kind', 'area', 'name', 'place', 'story'],
  )
  const issued: fc.Arbitrary<PayloadOf<'directive.issued'>> = some<PayloadOf<'directive.issued'>>(
    {
      kind: fc.constantFrom(...DirectiveKind.options),
      number: someLine,
      date: someDay,
      issuer: someLine,
      title: someLine,
      content: someLine,
      from: someDay,
      to: someDay,
      readBy: someDay,
      cited: fc.boolean(),
      scans,
    },
    ['kind', 'date', 'issuer', 'title'],
  )
  const measure: fc.Arbitrary<Measure> = some<Measure>(
    {
      year,
      place,
      name: someLine,
      form: someLine,
      reason: someLine,
      on: someDay,
      body: someLine,
      document,
      due: someDay,
      proposal: fc.constantFrom(...ProposalCode.options),
    },
    ['year', 'place', 'form', 'reason', 'on'],
  )
  return {
    'model.registered': model,
    'model.reported': some<PayloadOf<'model.reported'>>(
      { on: someDay, results: someLine, listed: count, admitted: count, scans },
      ['on', 'results'],
    ),
    'model.shared': some<PayloadOf<'model.shared'>>(
      {
        name: someLine,
        area: fc.constantFrom(...ModelArea.options),
        place,
        since: someDay,
        until: someDay,
        description: someLine,
        results: someLine,
      },
      ['name', 'area', 'place', 'description'],
    ),
    'model.takenUp': some<PayloadOf<'model.takenUp'>>({ place, on: someDay, note: someLine, onPaper }, ['place', 'on']),
    'example.noted': example,
    'example.told': example,
    'example.withdrawn': fc.record({ on: someDay, reason: someLine }),
    'directive.issued': issued,
    'directive.kept': issued,
    'directive.read': some<PayloadOf<'directive.read'>>({ on: someDay, by: personName, place, onPaper }, ['on']),
    'conference.held': some<PayloadOf<'conference.held'>>(
      {
        kind: fc.constantFrom(...ConferenceKind.options),
        title: someLine,
        date: someDay,
        place,
        directive,
        invited: count,
        attended: count,
        note: someLine,
        onPaper,
      },
      ['kind', 'title', 'date', 'place', 'attended'],
    ),
    'publicity.counted': some<PayloadOf<'publicity.counted'>>(
      {
        channel: fc.constantFrom(...PublicityChannel.options),
        from: someDay,
        to: someDay,
        place,
        items: count,
        reached: count,
        directive,
        note: someLine,
        onPaper,
      },
      ['channel', 'from', 'to', 'place', 'items'],
    ),
    'inspection.planned': some<PayloadOf<'inspection.planned'>>(
      {
        kind: fc.constantFrom(...InspectionKind.options),
        topic: someLine,
        place,
        from: someDay,
        to: someDay,
        lead: personName,
        content: someLine,
        document,
      },
      ['kind', 'topic', 'place', 'from', 'to'],
    ),
    'inspection.found': some<PayloadOf<'inspection.found'>>(
      {
        kind: fc.constantFrom(...FindingKind.options),
        what: someLine,
        demand: someLine,
        due: someDay,
        before: fc.record({
          mendings: fc.array(fc.record({ on: someDay, note: someLine }), { maxLength: 2 }),
          checks: fc.array(fc.record({ on: someDay, outcome: fc.constantFrom('mended', 'partly', 'notMended') }), {
            maxLength: 2,
          }),
          isReported: fc.boolean(),
        }),
      },
      ['kind', 'what'],
    ),
    'inspection.concluded': some<PayloadOf<'inspection.concluded'>>({ on: someDay, summary: someLine, document }, [
      'on',
      'summary',
    ]),
    'inspection.mended': some<PayloadOf<'inspection.mended'>>(
      { finding, on: someDay, note: someLine, scans, onPaper },
      ['finding', 'on', 'note'],
    ),
    'inspection.checked': some<PayloadOf<'inspection.checked'>>(
      {
        finding,
        on: someDay,
        outcome: fc.constantFrom('mended', 'partly', 'notMended'),
        due: someDay,
        note: someLine,
      },
      ['finding', 'on', 'outcome'],
    ),
    'rating.recorded': some<PayloadOf<'rating.recorded'>>(
      {
        year,
        place,
        as: fc.constantFrom(...RatedAs.options),
        name: personName,
        post: someLine,
        level: someLine,
        rank: fc.integer({ min: 1, max: 4 }),
        document,
        note: someLine,
      },
      ['year', 'place', 'as', 'level', 'rank'],
    ),
    'commendation.recorded': measure,
    'correction.recorded': measure,
    'proposal.dismissed': fc.record({
      year,
      place,
      proposal: fc.constantFrom(...ProposalCode.options),
      reason: someLine,
    }),
  }
}
