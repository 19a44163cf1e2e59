/**
 * What the port answers about the work of the deciding body: meetings, the register of decisions, consents, returns,
 * people who may be the same, and how much of it waits.
 */
import type { Decision, Matter } from '../model/acts.ts'
import type { DossierReview } from '../model/acts-before.ts'
import type { Stage } from '../model/codes.ts'
import type { MeetingState } from '../model/meeting.ts'
import type { MeetingHeld } from '../model/meeting-acts.ts'
import type { ConsentKind, Judgement, MeetingOutcome } from '../model/review-acts.ts'
import type { SamePeople } from '../rules/assess-office.ts'
import type { RunningLimit } from './running-limit.ts'

/** A person a row is about. */
export type RowPerson = { readonly case: string; readonly name: string; readonly unitName: string | null }

/**
 * How far a decision has come back to who asked for it: kept here by our own office, recorded, written to a carrier,
 * acknowledged by the keeper's office, received by the branch as its keeper says.
 */
export type Carried = 'here' | 'recorded' | 'exported' | 'acknowledged' | 'received'

/** A meeting in the list. */
export type MeetingRow = {
  readonly meeting: string
  readonly date: string
  readonly time: string | null
  readonly place: string | null
  readonly body: string
  readonly status: 'called' | 'held' | 'cancelled'
  readonly cases: number
  readonly voted: number
  /** Voted on, agreed or not, and no decision on record yet. */
  readonly undecided: number
}

/** A vote on record. */
export type VoteOnRecord = {
  readonly entry: string
  readonly present: number
  readonly agree: number
  readonly disagree: number
  readonly blank: number
  readonly outcome: MeetingOutcome
  readonly remarks: string | null
  /** So many votes were needed by the rules of the day. */
  readonly needed: number
  readonly passed: boolean
}

/** A dossier put to a meeting. */
export type MeetingCaseRow = RowPerson & {
  readonly birth: string | null
  readonly matter: Matter
  readonly stage: Stage
  readonly own: boolean
  readonly review: DossierReview['outcome'] | null
  readonly blocks: number
  readonly limit: RunningLimit | null
  readonly vote: VoteOnRecord | null
  readonly decision: {
    readonly entry: string
    readonly number: string
    readonly date: string
    readonly outcome: Decision['outcome']
    readonly carried: Carried
  } | null
  /** The day from which a recognised person is an official member, as the ceremony gives it. */
  readonly officialFrom: string | null
  /** The path of its unit leaves the decision to the level below. */
  readonly isDelegated: boolean
}

/** One meeting. `expectedBody`: who decides by the rules of its day, where the body called is another. */
export type MeetingView = {
  readonly today: string
  readonly state: MeetingState
  readonly held: MeetingHeld | null
  readonly expectedBody: { readonly name: string; readonly article: string } | null
  readonly rows: readonly MeetingCaseRow[]
}

/** A decision in the register. */
export type RegisterRow = RowPerson & {
  readonly entry: string
  readonly number: string
  readonly date: string
  readonly body: string
  readonly matter: Matter
  readonly outcome: Decision['outcome']
  /** False for one that another took the place of: from paper, before the owner's own came. */
  readonly stands: boolean
  readonly onPaper: boolean
  readonly carried: Carried
  readonly receivedOn: string | null
}

/** The register of decisions, the newest first. `since`: first day of the term of office, where somebody has said it. */
export type Register = { readonly since: string | null; readonly rows: readonly RegisterRow[]; readonly more: boolean }

/** A consent asked for, answered, or found to be needed. */
export type ConsentRow = RowPerson & {
  /** Null for one that the checks ask for and nobody has. */
  readonly entry: string | null
  readonly kind: ConsentKind
  readonly about: string | null
  readonly askedOn: string | null
  readonly askedOf: string | null
  readonly askedNumber: string | null
  readonly number: string | null
  readonly answeredOn: string | null
  readonly issuer: string | null
  readonly granted: boolean | null
}

/** Consents. `body`: who gives them by the rules of today. */
export type ConsentList = {
  readonly body: string
  readonly needed: readonly ConsentRow[]
  readonly waiting: readonly ConsentRow[]
  readonly answered: readonly ConsentRow[]
}

/** A dossier that was returned. `mended`: the paper was recorded anew since, as far as this office keeps the record. */
export type ReturnRow = RowPerson & {
  readonly entry: string
  readonly matter: Matter
  readonly own: boolean
  readonly date: string
  readonly number: string | null
  readonly answerBy: string | null
  readonly resentOn: string | null
  readonly remarks: readonly { readonly paper: string | null; readonly text: string; readonly mended: boolean }[]
}

/** Returns, those that still wait first, then the newest. */
export type ReturnList = { readonly rows: readonly ReturnRow[]; readonly more: boolean }

/** A person of a group that may be one. */
export type DuplicatePerson = RowPerson & {
  readonly birth: string | null
  readonly stage: Stage
  readonly ended: boolean
  readonly own: boolean
  /** Of our office, and its registration is lost: it came back by a recovery, as far as it had once been sent. */
  readonly cameBack: boolean
  readonly registeredOn: string | null
}

/** People who may be one and the same, as two of them have it. */
export type DuplicateGroup = Pick<SamePeople, 'by' | 'key'> & { readonly people: readonly DuplicatePerson[] }

/** A judgement that was made. */
export type JudgedPair = {
  readonly first: DuplicatePerson
  readonly second: DuplicatePerson
  readonly judgement: Judgement
  readonly note: string | null
  readonly by: string
  readonly at: string
}

/** Who may be the same, and who was judged. */
export type DuplicateList = { readonly open: readonly DuplicateGroup[]; readonly judged: readonly JudgedPair[] }

/** Work of the deciding office that waits: how much, the day nearest, and the page it is on. */
export type ReviewTask = {
  readonly task: 'unassigned' | 'meetings' | 'toVote' | 'toDecide' | 'toCarry' | 'consents' | 'duplicates'
  readonly count: number
  readonly due: string | null
  readonly route: string
}
