/**
 * What a case's entries say, gathered in the order of history before it is weighed: the acts as lists, the
 * single-valued things in registers.
 */
import type { Item } from '../../journal/item.ts'
import type { Kind, PayloadOf } from '../../journal/kinds.ts'
import type {
  BranchVote,
  Card,
  Ceremony,
  CommitteeVote,
  Decision,
  Departure,
  Ending,
  Helper,
  Matter,
  Paper,
  Return,
  Submission,
  Transfer,
} from '../acts.ts'
import type { DossierReview } from '../acts-before.ts'
import type { HandOver, MoveProposal } from '../hand-over.ts'
import type { RulePin } from '../rule-acts.ts'
import type { CaseSnapshot, Lift, LiftConfirmation } from '../snapshot.ts'
import type { Act } from './act.ts'
import type { Before, VerificationState } from './before.ts'
import type { Registers } from './registers.ts'

/** A submission with what the deciding office did with it. */
export type SubmissionState = Act<Submission> & {
  readonly snapshot: CaseSnapshot | null
  /** The entry that had sent the same dossier before there was a superior to receive it. */
  readonly repeats?: string | undefined
  readonly received: Act<{ readonly date: string; readonly number?: string | undefined }> | null
  /** What the reviewing body concluded, in order. */
  readonly reviews: readonly Act<DossierReview>[]
  readonly returned: Act<Return> | null
}

/** A decision with the submission it answers, where it names one. */
export type DecisionState = Act<Decision & { readonly submission?: string | undefined }>

/** The day a decision was received, and what it was about. */
export type Receipt = Act<{ readonly date: string; readonly matter?: Matter | undefined }>

/** A move, with the record that it brings up to date. */
export type TransferState = Act<Transfer & { readonly updates?: string | undefined }>

/** The acts of preparation, of every matter: private until a snapshot carries them up. */
export type Preparation = {
  readonly helpers: Act<Helper>[]
  readonly papers: Act<Paper>[]
  readonly branchVotes: Act<BranchVote>[]
  readonly committeeVotes: Act<CommitteeVote>[]
  readonly lifts: Act<Lift>[]
}

/** The same lists while they are being filled. */
type Filling<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K]
}

/** Everything gathered from the entries of one case. */
export type Gathered = Preparation &
  Filling<Before> & {
    readonly registers: Registers
    /** Sets a single-valued thing. */
    readonly put: (field: string, value: unknown, item: Item, settles?: readonly string[]) => void
    readonly submissions: SubmissionState[]
    /** Submissions that were sent anew, and the places their notes had seen: the new one is among them. */
    readonly resent: { readonly submission: string; readonly after: readonly string[] }[]
    /** Submissions by their place in the journal. */
    readonly sentAt: Map<string, string>
    /** In which turn of its keepers a dossier was sent, by the entry that sent it. */
    readonly sentIn: Map<string, number>
    /** What was done with a submission, told by its entry id; weighed once every submission is known. */
    readonly answers: { readonly submission: string; readonly to: (state: SubmissionState) => SubmissionState }[]
    /** What became of a request for verification, told by its entry id; weighed once every request is known. */
    readonly verified: {
      readonly request: string
      readonly place: number | undefined
      readonly to: (state: VerificationState) => VerificationState
    }[]
    readonly decisions: DecisionState[]
    readonly receipts: Receipt[]
    readonly ceremonies: Act<Ceremony>[]
    readonly endings: Act<Ending>[]
    readonly cards: Act<Card>[]
    readonly transfers: TransferState[]
    readonly departures: Act<Departure>[]
    /** Entries of papers and moves that a later one replaces. */
    readonly replaced: Set<string>
    /** Lifts that an authorised person has confirmed. */
    readonly confirmedLifts: LiftConfirmation[]
    /** The set the case is pinned to, or given back from. */
    pin: Act<RulePin> | null
    registeredOn: string | null
    previously: string | null
    takenOver: { readonly entry: string; readonly on: string } | null
    /** The office that shows or sends the case, and the one that holds its record. */
    keeper: string | null
    recorder: string | null
    onPaper: boolean
    /** The offices that recorded the case, or showed it to us. */
    readonly shownBy: Set<string>
    /** The office whose record is here; another one than the keeper once the case was handed over. */
    holder: string | null
    /** In which turn of its keepers an entry was written, or which turn a hand-over begins. */
    readonly turnOf: (item: Item) => number
    readonly lastTurn: number
    /** The case by value that did not come with a dossier: proposed for a move, or handed over to another; and in which turn. */
    carried: { readonly snapshot: CaseSnapshot; readonly entry: string; readonly turn: number } | null
    /** Submissions of the keeper from this place on are newer than `carried`. */
    floor: number
    /** Hand-overs by the turn that each begins, and the same in order once all are known. */
    readonly given: Map<number, Act<HandOver>>
    readonly moves: Act<HandOver>[]
    moveProposed: Act<MoveProposal> | null
    /** Entries that handed a case over: each brings many acts, so that none of them replaces all others. */
    readonly handed: Set<string>
    /** True if the record itself is here, not only a line or a snapshot. */
    full: boolean
  }

/** Takes one entry of a kind in. A kind without one says nothing about a case. */
export type Gatherers = {
  readonly [K in Kind]?: (payload: PayloadOf<K>, item: Item, into: Gathered) => void
}

/**
 * Nothing gathered yet.
 * @param registers - the registers that `put` fills
 */
export function nothingGathered(registers: Registers, given: Pick<Gathered, 'put' | 'turnOf' | 'lastTurn'>): Gathered {
  return {
    registers,
    ...given,
    helpers: [],
    papers: [],
    branchVotes: [],
    committeeVotes: [],
    lifts: [],
    confirmedLifts: [],
    submissions: [],
    resent: [],
    sentAt: new Map(),
    sentIn: new Map(),
    answers: [],
    resume: null,
    seals: [],
    verifications: [],
    verified: [],
    waivers: [],
    opinions: [],
    classResults: [],
    notes: [],
    nominations: [],
    shortVotes: [],
    extensions: [],
    refusalNotices: [],
    pupilPlaces: [],
    pupilEvaluations: [],
    consentRequests: [],
    consents: [],
    decisions: [],
    receipts: [],
    ceremonies: [],
    endings: [],
    cards: [],
    transfers: [],
    departures: [],
    replaced: new Set(),
    pin: null,
    registeredOn: null,
    previously: null,
    takenOver: null,
    keeper: null,
    recorder: null,
    onPaper: false,
    shownBy: new Set(),
    holder: null,
    carried: null,
    floor: 0,
    given: new Map(),
    moves: [],
    moveProposed: null,
    handed: new Set(),
    full: false,
  }
}
