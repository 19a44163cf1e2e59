/**
 * Payloads by chance of a case: from the name to the card, as it is recorded, sent and handed over.
 */
import fc from 'fast-check'
import type { Kind, PayloadOf } from '../../shared/journal/kinds.ts'
import type { CASES } from '../../shared/journal/kinds/cases.ts'
import type { DOSSIERS } from '../../shared/journal/kinds/dossiers.ts'
import type { MEMBERSHIP } from '../../shared/journal/kinds/membership.ts'
import type { Ceremony, Helper, Remark, Return } from '../../shared/model/acts.ts'
import { PartyClass, Stage, UnitType } from '../../shared/model/codes.ts'
import { MoveReason, type OpenDossier } from '../../shared/model/hand-over.ts'
import type { ListLine } from '../../shared/model/list-line.ts'
import { Profile } from '../../shared/model/profile.ts'
import { Origin, type CaseSnapshot } from '../../shared/model/snapshot.ts'
import type { Pool } from './arbitraries.ts'
import { someSnapshotParts, takenOverParts } from './arbitraries-before.ts'
import { pupilParts } from './arbitraries-classes.ts'
import {
  branchVote,
  card,
  committeeVote,
  decision,
  departure,
  ending,
  lift,
  matter,
  paper,
  someFields,
  someProfile,
  transfer,
} from './arbitrary-acts.ts'
import { document, hash, paperCode, personName, some, someDay, someLine } from './arbitrary-values.ts'

type CaseKind = Extract<Kind, keyof typeof CASES | keyof typeof DOSSIERS | keyof typeof MEMBERSHIP>

const profileFields = Profile.keyof().options

const takenOverMatter = some<NonNullable<PayloadOf<'case.takenOver'>['acts']['recognition']>>(
  { branchVote, committeeVote, submittedOn: someDay, receivedOn: someDay, decision, decisionReceivedOn: someDay },
  [],
)

/** What an answer may name beside what it says. */
type Answering = { readonly submission?: string; readonly relays?: string; readonly onPaper?: boolean }

/** Payloads by kind. */
export function casesOver(pool: Pool): { readonly [K in CaseKind]: fc.Arbitrary<PayloadOf<K>> } {
  const unit = fc.constantFrom(...pool.units)
  const member = fc.constantFrom(...pool.members)
  const entry = fc.constantFrom(...pool.entries)
  const office = fc.constantFrom(...pool.offices)
  const onPaper = fc.boolean()
  const helper: fc.Arbitrary<Helper> = some<Helper>(
    {
      member,
      name: personName,
      officialDate: someDay,
      from: someDay,
      acquaintedSince: someDay,
      inPlaceOf: personName,
      resolution: document,
      replaces: fc.boolean(),
    },
    ['name', 'from'],
  )
  const ceremony: fc.Arbitrary<Ceremony> = some<Ceremony>(
    {
      date: someDay,
      place: someLine,
      helper: some<Exclude<Ceremony['helper'], undefined>>(
        { member, name: personName, officialDate: someDay, from: someDay },
        ['name'],
      ),
      lateConsent: fc.record({ number: someLine, date: someDay, issuer: someLine }),
    },
    ['date'],
  )
  const listLine: fc.Arbitrary<ListLine> = some<ListLine>(
    {
      name: personName,
      birthYear: fc.integer({ min: 1950, max: 2006 }),
      sex: someFields.sex,
      unit,
      source: someFields.source,
      stage: fc.constantFrom(...Stage.options),
      helper: personName,
      nominated: fc.boolean(),
      nominatedFor: fc.constantFrom(...PartyClass.options),
    },
    ['name', 'unit', 'stage'],
  )
  const origin = fc.constantFrom('recorded' as const, 'takenOver' as const)
  const withOrigin = <T extends object>(acts: fc.Arbitrary<T>) =>
    fc.array(
      fc.tuple(acts, origin).map(([act, from]) => ({ ...act, origin: from })),
      { maxLength: 2 },
    )
  const oneWithOrigin = <T extends object>(acts: fc.Arbitrary<T>) =>
    fc.tuple(acts, origin).map(([act, from]) => ({ ...act, origin: from }))
  const sentDecision = fc
    .tuple(oneWithOrigin(decision), some<{ submission?: string }>({ submission: entry }, []))
    .map(([act, rest]) => ({ ...act, ...rest }))
  const sentMatter = some<NonNullable<CaseSnapshot['recognition']>>(
    {
      branchVotes: withOrigin(branchVote),
      committeeVotes: withOrigin(committeeVote),
      decision: sentDecision,
      receivedOn: someDay,
    },
    ['branchVotes', 'committeeVotes'],
  )
  const moved = fc
    .tuple(transfer, some<{ updates?: string; onPaper?: boolean }>({ updates: entry, onPaper }, []))
    .map(([act, rest]) => ({ ...act, ...rest }))
  const moveReason = fc.constantFrom(...MoveReason.options)
  const returned = {
    date: someDay,
    letter: document,
    remarks: fc.array(some<Remark>({ paper: paperCode, text: someLine }, ['text']), { minLength: 1, maxLength: 2 }),
    answerBy: someDay,
  }
  const openDossier = some<OpenDossier>(
    {
      entry,
      matter,
      date: someDay,
      letter: document,
      batch: someLine,
      note: someLine,
      to: office,
      origin: fc.constantFrom(...Origin.options),
      received: some<NonNullable<OpenDossier['received']>>({ date: someDay, number: someLine }, ['date']),
      returned: some<Return>(returned, ['date', 'remarks']),
    },
    ['entry', 'date'],
  )
  const snapshot: fc.Arbitrary<CaseSnapshot> = some<CaseSnapshot>(
    {
      version: fc.constant(1 as const),
      case: fc.constantFrom(...pool.cases),
      previously: fc.constantFrom(...pool.cases),
      profile: someProfile,
      unit: fc.record({ id: unit, name: someLine, type: fc.constantFrom(...UnitType.options) }),
      helpers: fc.array(helper, { maxLength: 2 }),
      papers: withOrigin(paper),
      branchVotes: withOrigin(branchVote),
      committeeVotes: withOrigin(committeeVote),
      lifts: fc.array(lift, { maxLength: 2 }),
      admission: some<NonNullable<CaseSnapshot['admission']>>(
        { decision: sentDecision, receivedOn: someDay, ceremony: oneWithOrigin(ceremony) },
        [],
      ),
      recognition: sentMatter,
      removal: sentMatter,
      cancellation: sentMatter,
      card: oneWithOrigin(card),
      transfers: withOrigin(transfer),
      ruleSet: fc.constant('RS-2021'),
      pinned: fc.record({ ruleSet: fc.constantFrom('RS-2016', 'RS-2021'), reason: someLine }),
      ...someSnapshotParts,
      ...pupilParts,
    },
    ['version', 'case', 'profile', 'unit', 'helpers', 'papers', 'branchVotes', 'committeeVotes', 'lifts', 'ruleSet'],
  )
  const set = some<Partial<Profile>>(someFields, [])
  const clear = fc.uniqueArray(fc.constantFrom(...profileFields.filter((field) => field !== 'name')), { maxLength: 2 })

  return {
    'candidate.registered': some<PayloadOf<'candidate.registered'>>(
      { profile: someProfile, unit, on: someDay, previously: fc.constantFrom(...pool.cases), onPaper },
      ['profile', 'unit', 'on'],
    ),
    'candidate.corrected': some<PayloadOf<'candidate.corrected'>>(
      {
        change: some<PayloadOf<'candidate.corrected'>['change']>({ set, clear }, []),
        unit,
        reason: someLine,
        settles: fc.uniqueArray(entry, { maxLength: 3 }),
      },
      ['change'],
    ),
    'candidate.ended': ending,
    'candidate.withdrawn': fc.tuple(ending, entry).map(([end, submission]) => ({ ...end, submission })),
    'candidate.listed': listLine,
    'case.takenOver': some<PayloadOf<'case.takenOver'>>(
      {
        profile: someProfile,
        unit,
        on: someDay,
        acts: some<PayloadOf<'case.takenOver'>['acts']>(
          {
            since: someDay,
            previously: fc.constantFrom(...pool.cases),
            helpers: fc.array(helper, { maxLength: 2 }),
            papers: fc.array(paper, { maxLength: 2 }),
            ...takenOverParts,
            branchVote,
            committeeVote,
            submittedOn: someDay,
            receivedOn: someDay,
            decision,
            decisionReceivedOn: someDay,
            ceremony,
            recognition: takenOverMatter,
            removal: takenOverMatter,
            cancellation: takenOverMatter,
            departure,
            card,
            transfers: fc.array(transfer, { maxLength: 2 }),
          },
          [],
        ),
        onPaper,
      },
      ['profile', 'unit', 'on', 'acts'],
    ),
    'helper.assigned': fc.tuple(helper, onPaper).map(([act, mark]) => ({ ...act, onPaper: mark })),
    'paper.recorded': fc
      .tuple(paper, some<{ replaces?: string; onPaper?: boolean }>({ replaces: entry, onPaper }, []))
      .map(([act, rest]) => ({ ...act, ...rest })),
    'branchVote.recorded': fc.tuple(branchVote, onPaper).map(([act, mark]) => ({ ...act, onPaper: mark })),
    'committeeVote.recorded': fc.tuple(committeeVote, onPaper).map(([act, mark]) => ({ ...act, onPaper: mark })),
    'finding.lifted': lift,
    'finding.liftConfirmed': some<PayloadOf<'finding.liftConfirmed'>>(
      { lift: entry, code: fc.constantFrom('C5', 'C13:2022-01-01'), note: someLine },
      ['lift', 'code'],
    ),
    'dossier.submitted': some<PayloadOf<'dossier.submitted'>>(
      {
        matter,
        date: someDay,
        letter: document,
        batch: someLine,
        supplements: entry,
        note: someLine,
        snapshot,
        onPaper,
      },
      ['date', 'snapshot'],
    ),
    'case.moveProposed': some<PayloadOf<'case.moveProposed'>>(
      { reason: moveReason, on: someDay, destination: someLine, registeredOn: someDay, snapshot },
      ['reason', 'on', 'destination', 'snapshot'],
    ),
    'case.handedOver': some<PayloadOf<'case.handedOver'>>(
      {
        from: office,
        to: office,
        unit: fc.constantFrom(...pool.units),
        unitBefore: fc.constantFrom(...pool.units),
        on: someDay,
        reason: moveReason,
        registeredOn: someDay,
        snapshot,
        open: fc.array(openDossier, { maxLength: 2 }),
      },
      ['from', 'to', 'unit', 'on', 'reason'],
    ),
    'dossier.resent': fc.record({ submission: entry }),
    'record.recovered': fc.record({ submission: entry }),
    'dossier.received': some<PayloadOf<'dossier.received'>>(
      { submission: entry, date: someDay, number: someLine, relays: entry, onPaper },
      ['submission', 'date'],
    ),
    'dossier.returned': some<PayloadOf<'dossier.returned'>>(
      {
        ...returned,
        submission: entry,
        relays: entry,
        onPaper,
      },
      ['submission', 'date', 'remarks'],
    ),
    'decision.recorded': fc
      .tuple(decision, some<Answering>({ submission: entry, relays: entry, onPaper }, []), hash)
      .map(([act, rest, ruleSetHash]) => ({ ...act, ...rest, ruleSet: 'RS-2021', ruleSetHash })),
    'decision.receiptRecorded': some<PayloadOf<'decision.receiptRecorded'>>(
      { matter, decision: entry, date: someDay, onPaper },
      ['decision', 'date'],
    ),
    'ceremony.recorded': fc.tuple(ceremony, onPaper).map(([act, mark]) => ({ ...act, onPaper: mark })),
    'card.issued': fc
      .tuple(card, some<Omit<Answering, 'submission'>>({ relays: entry, onPaper }, []))
      .map(([act, mark]) => ({ ...act, ...mark })),
    'candidate.transferred': moved,
    'transfer.recorded': moved,
    'departure.reported': fc.tuple(departure, onPaper).map(([act, mark]) => ({ ...act, onPaper: mark })),
  }
}
