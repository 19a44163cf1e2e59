/**
 * Valid payloads for every kind of the kinds table, by chance: what another office's program, older or newer, may
 * honestly send. Total by type, so that a new kind asks for its own. Ids come from a small pool, so that entries meet.
 */
import fc from 'fast-check'
import type { Draft } from '../../shared/commands/command.ts'
import { KINDS, type Kind, type PayloadOf } from '../../shared/journal/kinds.ts'
import { trusted } from '../../shared/base/trust.ts'
import {
  Matter,
  type BranchVote,
  type Card,
  type Ceremony,
  type CommitteeVote,
  type Decision,
  type Departure,
  type Ending,
  type Helper,
  type Paper,
  type Transfer,
} from '../../shared/model/acts.ts'
import {
  PathKind,
  Area,
  Capacity,
  Circumstance,
  Education,
  Occupation,
  PartyClass,
  Qualification,
  Relation,
  Role,
  Sector,
  Sex,
  Source,
  Stage,
  UnitType,
} from '../../shared/model/codes.ts'
import type { DocumentRef } from '../../shared/base/fields.ts'
import { periodOf } from '../../shared/calendar/period.ts'
import { MoveReason, type OpenDossier } from '../../shared/model/hand-over.ts'
import type { ListLine } from '../../shared/model/list-line.ts'
import type { Member, MemberCount, OfficeProfile, Peer, Unit, User } from '../../shared/model/office.ts'
import { Profile, type ProfileField, type Secondment, type Study } from '../../shared/model/profile.ts'
import { Origin, type CaseSnapshot, type Lift } from '../../shared/model/snapshot.ts'
import { classesOver, pupilParts, someClass } from './arbitraries-classes.ts'
import { followOver } from './arbitraries-follow.ts'
import { beforeOver, someSnapshotParts, takenOverParts } from './arbitraries-before.ts'
import { MEETING_IDS, meetingsOver } from './arbitraries-meetings.ts'
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

const profileFields = Profile.keyof().options

const memberCount: fc.Arbitrary<MemberCount> = fc.record({
  date: fc.constantFrom('2023-12-31', '2024-01-01'),
  official: count,
  probationary: count,
  excluded: count,
})

/** What an answer may name beside what it says. */
type Answering = { readonly submission?: string; readonly relays?: string; readonly onPaper?: boolean }

const matter = fc.constantFrom(...Matter.options)

const branchVote: fc.Arbitrary<BranchVote> = some<BranchVote>(
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

const committeeVote: fc.Arbitrary<CommitteeVote> = some<CommitteeVote>(
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

const decision: fc.Arbitrary<Decision> = some<Decision>(
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

const ending: fc.Arbitrary<Ending> = some<Ending>(
  {
    reason: fc.constantFrom('withdrawn', 'removed', 'movedAway', 'died', 'left'),
    date: someDay,
    resolution: document,
    papersReturned: fc.array(paperCode, { maxLength: 2 }),
    note: someLine,
  },
  ['reason', 'date'],
)

const paper: fc.Arbitrary<Paper> = some<Paper>(
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

const card: fc.Arbitrary<Card> = some<Card>({ number: someLine, date: someDay, decision: document }, ['number', 'date'])

const transfer: fc.Arbitrary<Transfer> = some<Transfer>(
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

const departure: fc.Arbitrary<Departure> = some<Departure>(
  { reason: fc.constantFrom('died', 'left'), on: someDay, date: someDay, paper: document },
  ['reason', 'on', 'date'],
)

const takenOverMatter = some<NonNullable<PayloadOf<'case.takenOver'>['acts']['recognition']>>(
  { branchVote, committeeVote, submittedOn: someDay, receivedOn: someDay, decision, decisionReceivedOn: someDay },
  [],
)

const lift: fc.Arbitrary<Lift> = some<Lift>(
  {
    code: fc.constantFrom('C5', 'C13:2022-01-01'),
    reason: someLine,
    allowedBy: personName,
    paper: fc.record({ number: someLine, date: someDay }),
    unconfirmed: fc.constant(true),
  },
  ['code', 'reason'],
)

/** The payload of every kind, over a pool of ids. */
export function payloadsOver(pool: Pool): { readonly [K in Kind]: fc.Arbitrary<PayloadOf<K>> } {
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
  const officeProfile: fc.Arbitrary<OfficeProfile> = some<OfficeProfile>(
    {
      name: someLine,
      code: fc.constantFrom('vp-a', 'vp-b'),
      place: someLine,
      superiorName: someLine,
      decidingBody: someLine,
      capacities: fc.array(
        some<OfficeProfile['capacities'][number]>(
          {
            capacity: fc.constantFrom(...Capacity.options),
            from: someDay,
            to: someDay,
            units: fc.array(unit, { maxLength: 2 }),
          },
          ['capacity', 'from'],
        ),
        { minLength: 1, maxLength: 3 },
      ),
      ruleSet: fc.constantFrom('RS-2021', 'RS-2025'),
    },
    ['name', 'code', 'capacities'],
  )
  const user: fc.Arbitrary<User> = fc.record({
    login: someLine,
    name: personName,
    post: someLine,
    roles: fc.uniqueArray(fc.constantFrom(...Role.options), { minLength: 1, maxLength: 3 }),
  })
  const peer: fc.Arbitrary<Peer> = some<Peer>(
    {
      office,
      code: fc.constantFrom('vp-a', 'vp-b'),
      name: someLine,
      ageRecipient: fc.constant(`age1${'q'.repeat(58)}`),
      signKey: fc.constant(`RWQ${'A'.repeat(53)}`),
      relation: fc.constantFrom(...Relation.options),
      unit,
      since: someDay,
      renewals: fc.constant([{ sign_key: `RWQ${'B'.repeat(53)}`, signature: 'one\ntwo\n' }]),
    },
    ['office', 'code', 'name', 'ageRecipient', 'signKey', 'relation', 'since'],
  )
  const unitFields = {
    name: someLine,
    code: someLine,
    type: fc.constantFrom(...UnitType.options),
    parent: unit,
    sector: fc.constantFrom(...Sector.options),
    area: fc.constantFrom(...Area.options),
    from: someDay,
    to: someDay,
    successors: fc.uniqueArray(unit, { maxLength: 2 }),
    paths: fc.array(fc.record({ from: someDay, kind: fc.constantFrom(...PathKind.options) }), { maxLength: 2 }),
  }
  const unitPayload: fc.Arbitrary<Unit> = some<Unit>({ ...unitFields, onPaper }, ['name', 'type'])
  const memberPayload: fc.Arbitrary<Member> = some<Member>(
    {
      name: personName,
      unit,
      admittedOn: someDay,
      officialDate: someDay,
      post: someLine,
      statuses: fc.array(fc.record({ status: fc.constantFrom('active' as const, 'away' as const), from: someDay }), {
        maxLength: 2,
      }),
    },
    ['name', 'unit'],
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
  const sentMatter = fc.record({ branchVotes: withOrigin(branchVote), committeeVotes: withOrigin(committeeVote) })
  const oneWithOrigin = <T extends object>(acts: fc.Arbitrary<T>) =>
    fc.tuple(acts, origin).map(([act, from]) => ({ ...act, origin: from }))
  const moved = fc
    .tuple(transfer, some<{ updates?: string; onPaper?: boolean }>({ updates: entry, onPaper }, []))
    .map(([act, rest]) => ({ ...act, ...rest }))
  const moveReason = fc.constantFrom(...MoveReason.options)
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
        { decision: oneWithOrigin(decision), receivedOn: someDay, ceremony: oneWithOrigin(ceremony) },
        [],
      ),
      recognition: sentMatter,
      removal: sentMatter,
      cancellation: sentMatter,
      transfers: withOrigin(transfer),
      ruleSet: fc.constant('RS-2021'),
      pinned: fc.record({ ruleSet: fc.constantFrom('RS-2016', 'RS-2021'), reason: someLine }),
      ...someSnapshotParts,
      ...pupilParts,
    },
    ['version', 'case', 'profile', 'unit', 'helpers', 'papers', 'branchVotes', 'committeeVotes', 'lifts', 'ruleSet'],
  )
  const set = some<Partial<Profile>>(someFields, [])
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
  const clear = fc.uniqueArray(fc.constantFrom(...profileFields.filter((field) => field !== 'name')), { maxLength: 2 })
  const head = fc.record({
    channel: fc.constant(`${'c'.repeat(26)}.${'a'.repeat(16)}.own`),
    seq: fc.integer({ min: 1, max: 9 }),
    head: hash,
  })

  const target = some<PayloadOf<'target.set'>>(
    {
      year: fc.integer({ min: 2020, max: 2030 }),
      number: count,
      paper: some<DocumentRef>({ number: someLine, date: someDay }, []),
      reason: someLine,
      replaces: entry,
    },
    ['year', 'number'],
  )

  return {
    'office.founded': fc.record({ office, profile: officeProfile }),
    'office.changed': fc.record({ profile: officeProfile }),
    'office.keysRenewed': fc.record({
      signKey: fc.constant(`RWQ${'A'.repeat(53)}`),
      recipient: fc.constant(`age1${'q'.repeat(58)}`),
      reason: someLine,
    }),
    'office.keysExported': fc.record({ file: someLine, sha256: fc.constant('a'.repeat(64)), reason: someLine }),
    'office.succeeded': fc.record({ to: office, on: someDay, reason: someLine }),
    'date.confirmed': fc.record({ today: someDay, clock: someDay }),
    'device.opened': some<PayloadOf<'device.opened'>>(
      {
        reason: fc.constantFrom('restored', 'copied', 'enrolled'),
        was: fc.constantFrom('a'.repeat(16), 'b'.repeat(16)),
        from: fc.array(head, { maxLength: 2 }),
      },
      ['reason', 'from'],
    ),
    'device.described': some<PayloadOf<'device.described'>>(
      {
        name: someLine,
        recipient: fc.constant(`age1${'q'.repeat(58)}`),
        exchanges: fc.boolean(),
        reason: someLine,
      },
      ['name', 'recipient'],
    ),
    'device.enrolled': fc.record({ name: someLine, recipient: fc.constant(`age1${'q'.repeat(58)}`) }),
    'device.removed': fc.record({ reason: someLine }),
    'user.added': user,
    'user.changed': user,
    'user.disabled': some<PayloadOf<'user.disabled'>>({ reason: someLine }, []),
    'setting.changed': fc.record({ value: fc.oneof(someLine, fc.boolean(), fc.integer()) }),
    'peer.paired': peer,
    'peer.revoked': fc.record({ reason: someLine, heads: fc.array(head, { maxLength: 2 }) }),
    'bundle.exported': fc.record({
      to: office,
      kind: fc.constant('changes'),
      entries: count,
      scans: count,
      bytes: count,
      label: hash,
    }),
    'bundle.imported': fc.record({
      from: office,
      kind: fc.constant('changes'),
      fresh: count,
      known: count,
      held: count,
      scansMissing: count,
    }),
    'note.recorded': fc.record({ text: someLine }),
    'unit.noted': fc.record({ text: someLine }),
    'photo.recorded': fc.record({
      scan: fc.record({
        sha256: hash,
        bytes: fc.integer({ min: 1, max: 1000 }),
        type: fc.constantFrom('image/png' as const, 'image/jpeg' as const),
        name: someLine,
      }),
    }),
    'target.set': target,
    'target.assigned': target,
    'total.typed': some<PayloadOf<'total.typed'>>(
      { year: fc.integer({ min: 2018, max: 2023 }), admitted: count, members: count, lastAdmission: someDay },
      ['year'],
    ),
    'report.sent': some<PayloadOf<'report.sent'>>(
      {
        period: fc.constantFrom(periodOf('year', 2023, 1), periodOf('quarter', 2024, 1)),
        asOf: someDay,
        membersOn: someDay,
        cutOff: fc.array(
          fc.record({ channel: fc.constant(`${'c'.repeat(26)}.${'a'.repeat(16)}.own`), seq: fc.nat(9) }),
          { maxLength: 2 },
        ),
        figures: fc.array(fc.record({ code: fc.constantFrom('admitted', 'sex:female'), value: count }), {
          maxLength: 3,
        }),
        ageBands: fc.constantFrom([18, 31], [18, 26, 36]),
        note: someLine,
        replaces: entry,
      },
      ['period', 'asOf', 'membersOn', 'cutOff', 'figures'],
    ),
    'report.defined': some<PayloadOf<'report.defined'>>(
      {
        name: someLine,
        period: fc.constantFrom(periodOf('year', 2023, 1), periodOf('quarter', 2024, 1)),
        at: fc.constantFrom(...pool.units, ...pool.offices),
        membersOn: someDay,
      },
      ['name', 'period'],
    ),
    'report.dropped': some<PayloadOf<'report.dropped'>>({ reason: someLine }, []),
    'unit.added': unitPayload,
    'unit.changed': unitPayload,
    'unit.identified': fc.record({ as: unit, on: someDay }),
    'unit.membersCounted': memberCount,
    'unit.handedOver': fc.record({ to: office, on: someDay }),
    'unit.listed': some<PayloadOf<'unit.listed'>>(
      { ...unitFields, count: memberCount, counts: fc.array(memberCount, { maxLength: 3 }) },
      ['name', 'type'],
    ),
    'member.added': memberPayload,
    'member.changed': memberPayload,
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
    ...beforeOver(pool),
    ...classesOver(pool),
    ...meetingsOver(pool),
    ...followOver(pool),
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
        submission: entry,
        date: someDay,
        letter: document,
        remarks: fc.array(
          some<PayloadOf<'dossier.returned'>['remarks'][number]>({ paper: paperCode, text: someLine }, ['text']),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
        answerBy: someDay,
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
