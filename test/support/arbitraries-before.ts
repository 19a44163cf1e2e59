/**
 * Payloads by chance of the way to admission beside papers and votes, and the parts of a snapshot and of a take-over that
 * carry them.
 */
import fc from 'fast-check'
import type { Kind, PayloadOf } from '../../shared/journal/kinds.ts'
import type { BEFORE } from '../../shared/journal/kinds/before.ts'
import type { REVIEW } from '../../shared/journal/kinds/review.ts'
import type {
  ClassResult,
  Opinion,
  ResumeSeal,
  VerificationAnswer,
  VerificationRequest,
  VerificationWaiver,
} from '../../shared/model/acts-before.ts'
import { Matter } from '../../shared/model/acts.ts'
import { Kinship, LeftReason, OpinionFrom, PartyClass } from '../../shared/model/codes.ts'
import { ResumePart, type Relative, type Resume, type ResumePeriod } from '../../shared/model/resume.ts'
import type { CaseSnapshot } from '../../shared/model/snapshot.ts'
import { count, document, partialDay, personName, some, someDay, someLine } from './arbitrary-values.ts'

type BeforeKind = Extract<Kind, keyof typeof BEFORE | keyof typeof REVIEW>

const onPaper = fc.boolean()
const relativeId = fc.constantFrom('01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b')
const origin = fc.constantFrom('recorded' as const, 'takenOver' as const)

const relative: fc.Arbitrary<Relative> = some<Relative>(
  {
    id: relativeId,
    relation: fc.constantFrom(...Kinship.options),
    name: personName,
    birthYear: fc.integer({ min: 1920, max: 2010 }),
    living: fc.boolean(),
    capable: fc.boolean(),
    hometown: someLine,
    residence: someLine,
    abroad: fc.boolean(),
    occupation: someLine,
    partyMember: fc.boolean(),
    partyMemberNote: someLine,
    conduct: someLine,
  },
  ['id', 'relation', 'name', 'living', 'partyMember'],
)
const period: fc.Arbitrary<ResumePeriod> = some<ResumePeriod>(
  { from: partialDay, to: partialDay, what: someLine, where: someLine, post: someLine },
  ['from', 'what'],
)
const mention = some<NonNullable<Resume['rewards']>[number]>({ what: someLine, date: partialDay, by: someLine }, [
  'what',
])
const few = { maxLength: 2 }

const resume: fc.Arbitrary<Resume> = some<Resume>(
  {
    date: someDay,
    byHand: fc.uniqueArray(fc.constantFrom(...ResumePart.options), few),
    relatives: fc.array(relative, few),
    periods: fc.array(period, few),
    trainings: fc.array(
      some<NonNullable<Resume['trainings']>[number]>(
        { school: someLine, subject: someLine, from: partialDay, to: partialDay, certificate: someLine },
        ['school'],
      ),
      few,
    ),
    journeys: fc.array(
      some<NonNullable<Resume['journeys']>[number]>(
        { country: someLine, from: partialDay, to: partialDay, purpose: someLine },
        ['country'],
      ),
      few,
    ),
    rewards: fc.array(mention, few),
    disciplines: fc.array(mention, few),
    earlier: some<NonNullable<Resume['earlier']>>(
      {
        admittedOn: partialDay,
        officialOn: partialDay,
        leftOn: partialDay,
        reason: fc.constantFrom(...LeftReason.options),
        erasedOn: someDay,
        times: fc.integer({ min: 1, max: 3 }),
        introducers: someLine,
      },
      ['leftOn', 'reason', 'times'],
    ),
    remarksOn: someDay,
    certifiedOn: someDay,
    untidy: fc.boolean(),
  },
  ['date', 'relatives', 'periods'],
)
const seal: fc.Arbitrary<ResumeSeal> = fc.record({ date: someDay, person: personName })
const request: fc.Arbitrary<VerificationRequest> = some<VerificationRequest>(
  {
    relatives: fc.uniqueArray(fc.oneof(fc.constant('self' as const), relativeId), { minLength: 1, maxLength: 3 }),
    to: someLine,
    method: fc.constantFrom('letter', 'memberSent', 'representation'),
    abroad: fc.boolean(),
    letter: document,
    date: someDay,
  },
  ['relatives', 'to', 'method', 'abroad', 'date'],
)
const answer: fc.Arbitrary<VerificationAnswer> = some<VerificationAnswer>(
  { date: someDay, number: someLine, result: fc.constantFrom('clear', 'unclear', 'adverse'), note: someLine },
  ['date', 'result'],
)
const waiver: fc.Arbitrary<VerificationWaiver> = some<VerificationWaiver>(
  { relative: relativeId, member: relativeId, date: someDay, reason: someLine },
  ['relative', 'member', 'date'],
)
const opinion: fc.Arbitrary<Opinion> = some<Opinion>(
  {
    organisation: fc.constantFrom(...OpinionFrom.options),
    name: someLine,
    date: someDay,
    agree: count,
    disagree: count,
    summary: someLine,
  },
  ['organisation', 'name', 'date', 'summary'],
)
const classResult: fc.Arbitrary<ClassResult> = some<ClassResult>(
  {
    class: fc.constantFrom(...PartyClass.options),
    from: someDay,
    to: someDay,
    place: someLine,
    outcome: fc.constantFrom('passed', 'failed', 'absent'),
  },
  ['class', 'to', 'outcome'],
)

const withOrigin = <T extends object>(acts: fc.Arbitrary<T>) =>
  fc.tuple(acts, origin).map(([act, from]) => ({ ...act, origin: from }))
const marked = <T extends object>(acts: fc.Arbitrary<T>) =>
  fc.tuple(acts, onPaper).map(([act, mark]) => ({ ...act, onPaper: mark }))
const given = fc
  .tuple(request, some<{ received?: string; answer?: VerificationAnswer }>({ received: someDay, answer }, []))
  .map(([asked, rest]) => ({ ...asked, ...rest }))

/** The optional parts of a snapshot. */
export const someSnapshotParts: {
  readonly [K in 'resume' | 'seals' | 'verifications' | 'waivers' | 'opinions' | 'classResults']: fc.Arbitrary<
    NonNullable<CaseSnapshot[K]>
  >
} = {
  resume: withOrigin(resume),
  seals: fc.array(withOrigin(seal), few),
  verifications: fc.array(withOrigin(given), few),
  waivers: fc.array(withOrigin(waiver), few),
  opinions: fc.array(withOrigin(opinion), few),
  classResults: fc.array(withOrigin(classResult), few),
}

/** The same as a take-over brings it. */
export const takenOverParts = {
  resume,
  seals: fc.array(seal, few),
  verifications: fc.array(given, few),
  waivers: fc.array(waiver, few),
  opinions: fc.array(opinion, few),
  classResults: fc.array(classResult, few),
}

/**
 * The payloads of these kinds.
 * @param pool - ids they may name
 */
export function beforeOver(pool: { readonly members: readonly string[]; readonly entries: readonly string[] }): {
  readonly [K in BeforeKind]: fc.Arbitrary<PayloadOf<K>>
} {
  const entry = fc.constantFrom(...pool.entries)
  const member = fc.constantFrom(...pool.members)
  return {
    'list.reviewed': some<PayloadOf<'list.reviewed'>>(
      {
        month: fc.constantFrom('2024-01', '2024-02'),
        date: someDay,
        resolution: document,
        counts: fc.record({ onList: count, added: count, removed: count }),
        note: someLine,
        onPaper,
      },
      ['month', 'date', 'counts'],
    ),
    'helper.noted': some<PayloadOf<'helper.noted'>>(
      {
        date: someDay,
        text: someLine,
        standing: fc.constantFrom('good', 'needsWork', 'unsuitable'),
        helper: personName,
        member,
        onPaper,
      },
      ['date', 'text', 'standing', 'helper'],
    ),
    'class.nominated': some<PayloadOf<'class.nominated'>>(
      { class: fc.constantFrom(...PartyClass.options), date: someDay, note: someLine, onPaper },
      ['class', 'date'],
    ),
    'class.resultRecorded': marked(classResult),
    'resume.recorded': fc
      .tuple(resume, fc.uniqueArray(entry, few), someLine, onPaper)
      .map(([declared, settles, reason, mark]) => ({ ...declared, settles, reason, onPaper: mark })),
    'resume.sealed': marked(seal),
    'verification.requested': marked(request),
    'verification.received': fc.record({ request: entry, date: someDay, onPaper }),
    'verification.answered': fc
      .tuple(answer, entry, onPaper)
      .map(([given, asked, mark]) => ({ ...given, request: asked, onPaper: mark })),
    'verification.waived': marked(waiver),
    'opinion.recorded': marked(opinion),
    'shortVote.reported': some<PayloadOf<'shortVote.reported'>>(
      {
        matter: fc.constantFrom(...Matter.options),
        body: fc.constantFrom('branch', 'committee'),
        meeting: someDay,
        agree: count,
        of: count,
        date: someDay,
        letter: document,
        note: someLine,
        onPaper,
      },
      ['body', 'meeting', 'agree', 'of', 'date'],
    ),
    'dossier.reviewed': some<PayloadOf<'dossier.reviewed'>>(
      {
        submission: entry,
        date: someDay,
        outcome: fc.constantFrom('agree', 'hold', 'askOpinion'),
        note: someLine,
        relays: entry,
        onPaper,
      },
      ['submission', 'date', 'outcome'],
    ),
    'limit.extended': some<PayloadOf<'limit.extended'>>(
      {
        limit: fc.constantFrom('decision', 'recognitionDecision'),
        reason: someLine,
        date: someDay,
        letter: document,
        relays: entry,
        onPaper,
      },
      ['limit', 'reason', 'date'],
    ),
    'refusal.notified': some<PayloadOf<'refusal.notified'>>(
      { decision: entry, date: someDay, number: someLine, relays: entry, onPaper },
      ['decision', 'date'],
    ),
  }
}
