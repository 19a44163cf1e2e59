/**
 * By chance: a person, and what is recorded of a case, as entries and snapshots carry it.
 */
import fc from 'fast-check'
import {
  Matter,
  type BranchVote,
  type Card,
  type CommitteeVote,
  type Decision,
  type Departure,
  type Ending,
  type Paper,
  type Transfer,
} from '../../shared/model/acts.ts'
import { Circumstance, Education, Occupation, Qualification, Sex, Source } from '../../shared/model/codes.ts'
import type { Profile, ProfileField, Secondment, Study } from '../../shared/model/profile.ts'
import type { Lift } from '../../shared/model/snapshot.ts'
import {
  count,
  document,
  hash,
  paperCode,
  partialDay,
  personName,
  some,
  someDay,
  someLine,
} from './arbitrary-values.ts'

/** Fields of a profile, each there or not. */
export const someFields: { readonly [F in ProfileField]: fc.Arbitrary<Exclude<Profile[F], undefined>> } = {
  name: personName,
  birthName: personName,
  birth: partialDay,
  sex: fc.constantFrom(...Sex.options),
  ethnicity: someLine,
  religion: someLine,
  birthPlace: someLine,
  hometown: someLine,
  residence: someLine,
  identityNumber: fc.constantFrom('001190000001', '001190000002'),
  oldIdentityNumber: someLine,
  occupation: fc.constantFrom(...Occupation.options),
  work: someLine,
  education: fc.constantFrom(...Education.options),
  qualification: fc.constantFrom(...Qualification.options),
  politicalTheory: someLine,
  youthUnionSince: partialDay,
  tradeUnionMember: fc.boolean(),
  specialArea: fc.boolean(),
  source: fc.constantFrom(...Source.options),
  introducedOn: someDay,
  introducedBy: someLine,
  introductionPaper: document,
  circumstances: fc.uniqueArray(fc.constantFrom(...Circumstance.options), { maxLength: 2 }),
  study: some<Study>({ school: someLine, from: partialDay, months: fc.integer({ min: 1, max: 60 }) }, ['school']),
  secondment: some<Secondment>({ sender: someLine, from: partialDay, months: fc.integer({ min: 1, max: 60 }) }, [
    'sender',
  ]),
  note: someLine,
}

/** A profile: a name and whatever else is known. */
export const someProfile: fc.Arbitrary<Profile> = some<Profile>(someFields, ['name'])

/** What a dossier is about. */
export const matter = fc.constantFrom(...Matter.options)

/** The vote of a branch. */
export const branchVote: fc.Arbitrary<BranchVote> = some<BranchVote>(
  {
    matter,
    date: someDay,
    official: count,
    probationary: count,
    excluded: count,
    presentOfficial: count,
    presentProbationary: count,
    absences: fc.array(some<BranchVote['absences'][number]>({ name: someLine, count, reason: someLine }, ['reason']), {
      maxLength: 2,
    }),
    method: fc.constantFrom('ballot', 'card'),
    agree: count,
    disagree: count,
    blank: count,
    chair: someLine,
    secretary: someLine,
    resolution: document,
    concludes: fc.constantFrom('removal', 'extension'),
    remarks: someLine,
  },
  [
    'date',
    'official',
    'probationary',
    'excluded',
    'presentOfficial',
    'presentProbationary',
    'absences',
    'method',
    'agree',
    'disagree',
    'blank',
  ],
)

/** The vote of a committee. */
export const committeeVote: fc.Arbitrary<CommitteeVote> = some<CommitteeVote>(
  {
    matter,
    date: someDay,
    members: count,
    present: count,
    agree: count,
    disagree: count,
    blank: count,
    resolution: document,
    remarks: someLine,
  },
  ['date', 'members', 'present', 'agree', 'disagree', 'blank'],
)

/** A decision. */
export const decision: fc.Arbitrary<Decision> = some<Decision>(
  {
    matter,
    outcome: fc.constantFrom('admit', 'refuse', 'recognise', 'remove', 'cancel'),
    number: someLine,
    date: someDay,
    body: someLine,
    signer: someLine,
    members: count,
    agree: count,
    officialFrom: someDay,
    ground: fc.constantFrom('criteria', 'procedure'),
    reason: someLine,
  },
  ['outcome', 'number', 'date', 'body'],
)

/** How a case ends. */
export const ending: fc.Arbitrary<Ending> = some<Ending>(
  {
    reason: fc.constantFrom('withdrawn', 'removed', 'movedAway', 'died', 'left'),
    date: someDay,
    resolution: document,
    papersReturned: fc.array(paperCode, { maxLength: 2 }),
    note: someLine,
  },
  ['reason', 'date'],
)

/** A paper. */
export const paper: fc.Arbitrary<Paper> = some<Paper>(
  {
    paper: paperCode,
    number: someLine,
    date: someDay,
    issuer: someLine,
    person: someLine,
    kept: fc.constantFrom('here', 'outside'),
    keeper: someLine,
    vote: fc.record({ members: count, agree: count }),
    scans: fc.array(
      fc.record({
        sha256: hash,
        bytes: fc.integer({ min: 1, max: 1000 }),
        type: fc.constantFrom('application/pdf' as const, 'image/jpeg' as const),
        name: someLine,
      }),
      { maxLength: 2 },
    ),
    differs: someLine,
    firstDate: someDay,
    note: someLine,
  },
  ['paper', 'kept', 'scans'],
)

/** A card of a member. */
export const card: fc.Arbitrary<Card> = some<Card>({ number: someLine, date: someDay, decision: document }, [
  'number',
  'date',
])

/** A transfer between offices. */
export const transfer: fc.Arbitrary<Transfer> = some<Transfer>(
  {
    direction: fc.constantFrom('in', 'out'),
    who: fc.constantFrom('candidate', 'probationary'),
    otherOffice: someLine,
    paper: document,
    date: someDay,
    presentedOn: someDay,
    until: someDay,
    completedOn: someDay,
    note: someLine,
  },
  ['direction', 'who', 'otherOffice', 'date'],
)

/** Who died or left after admission. */
export const departure: fc.Arbitrary<Departure> = some<Departure>(
  { reason: fc.constantFrom('died', 'left'), on: someDay, date: someDay, paper: document },
  ['reason', 'on', 'date'],
)

/** A finding that is allowed as an exception. */
export const lift: fc.Arbitrary<Lift> = some<Lift>(
  {
    code: fc.constantFrom('C5', 'C13:2022-01-01'),
    reason: someLine,
    allowedBy: personName,
    paper: fc.record({ number: someLine, date: someDay }),
    unconfirmed: fc.constant(true),
  },
  ['code', 'reason'],
)
