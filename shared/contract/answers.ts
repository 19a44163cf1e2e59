/**
 * What queries answer, as it crosses the port: plain JSON, lists as windows of at most 200 rows.
 */
import type { DateDoubt } from '../calendar/date-in-doubt.ts'
import type { OutsideReason } from '../journal/authority.ts'
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import type { Decision, Matter } from '../model/acts.ts'
import type { DossierReview, ListReview } from '../model/acts-before.ts'
import type { CaseState } from '../model/case-state.ts'
import { Day } from '../base/fields.ts'
import { Education, Sector, Source, Stage } from '../model/codes.ts'
import type { HomeWait } from './home-waits.ts'
import type { WorkCounts } from './home-work.ts'
import type { YearOutlook } from './reports.ts'
import type { RunningLimit } from './running-limit.ts'
import type { TimelineEntry } from './timeline.ts'
import type { Watch } from './watch.ts'
import type { Note, Photo } from '../model/notes.ts'
import type { ReviewWork } from '../model/review-work.ts'
import type { AfterLost, AwaitedScans, GivenUp, LostLines, Waits } from './exchange.ts'
import { AgeFilter, DUE_FILTERS, DueLimit, FINDING_FILTERS } from './list-filters.ts'
import type { Member, MemberCount, OfficeProfile, Unit } from '../model/office.ts'
import type { PeerState, UnitState } from '../model/office-state.ts'
import type { Assessment } from '../rules/assess.ts'
import type { DeadlineId } from '../rules/deadlines.ts'
import type { NextStepName } from '../rules/next-steps.ts'

/** A window of a list. */
const Window = {
  limit: z.number().int().min(1).max(200).optional(),
  offset: z.number().int().min(0).max(1_000_000).optional(),
}

/** Where a window of a list ended, to begin the next one there: the key of the order and the case. */
export const ListCursor = z.strictObject({ key: z.string().max(2000), case: Uuid })
export type ListCursor = z.infer<typeof ListCursor>

/** The most people named one by one in a call: those a person has ticked. */
export const MOST_NAMED = 2000

/**
 * What people are searched by. `text`: name with or without marks, or the first digits of an identity number.
 * `heldSince`: standing where they stand since that day or longer; `heardBefore`: in preparation, and the helper was last
 * heard of by that day; `certificateBefore`: not voted on yet, with a class certificate of that day or earlier.
 * `dueLimit`: of `due`, whether or not another limit ends earlier, only this one.
 * `order: 'waiting'` puts those first who have stood longest. `after` is for the order of names and takes the place of
 * `offset`.
 */
export const SearchFilter = z.strictObject({
  text: z.string().max(200).optional(),
  unit: Uuid.optional(),
  stage: Stage.optional(),
  source: Source.optional(),
  helper: Uuid.optional(),
  keeper: z.string().max(40).optional(),
  ended: z.boolean().optional(),
  sector: Sector.optional(),
  heldSince: Day.optional(),
  heardBefore: Day.optional(),
  certificateBefore: Day.optional(),
  cases: z.array(Uuid).max(MOST_NAMED).optional(),
  order: z.enum(['name', 'waiting']).optional(),
  due: z.enum(DUE_FILTERS).optional(),
  dueLimit: DueLimit.optional(),
  finding: z.enum(FINDING_FILTERS).optional(),
  age: AgeFilter.optional(),
  education: Education.optional(),
  after: ListCursor.optional(),
  ...Window,
})
export type SearchFilter = z.infer<typeof SearchFilter>

/** One person in a list. */
export type CaseRow = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly sex: string | null
  readonly unit: string
  readonly unitName: string | null
  readonly stage: Stage
  readonly ended: boolean
  readonly known: 'full' | 'snapshot' | 'line'
  readonly onPaper: boolean
  readonly helper: string | null
  readonly source: string | null
  readonly sector: string | null
  readonly occupation: string | null
  readonly education: string | null
  /** The day of the act that brought the case where it stands. */
  readonly stageOn: string | null
  readonly registeredOn: string | null
  readonly submittedOn: string | null
  readonly decidedOn: string | null
  readonly ceremonyOn: string | null
  readonly conflicts: number
  /** The nearest deadline that runs, and how many findings block; null where the case has not been judged yet. */
  readonly due: string | null
  readonly dueLimit: DeadlineId | null
  /** True where that day is only reckoned: a year on the way has no published holidays. */
  readonly dueProvisional: boolean
  readonly blocks: number | null
}

/** A window of people. `more`: at least `total` match, not counted further. `last`: where the window ended. */
export type SearchPage = {
  readonly rows: readonly CaseRow[]
  readonly total: number
  readonly more: boolean
  readonly last: ListCursor | null
}

/** Everything about one case. */
export type CaseView = {
  readonly state: CaseState
  readonly stage: Stage
  readonly unit: { readonly id: string; readonly name: string; readonly type: string } | null
  readonly keeperName: string
  readonly assessment: Assessment
  readonly timeline: readonly TimelineEntry[]
  /** Entries of offices without a say in the case: kept, and without effect. */
  readonly outside: readonly (TimelineEntry & { readonly why: OutsideReason })[]
  /** What our office recorded after it had sent the case to be given away: it did not go along. */
  readonly leftBehind: readonly TimelineEntry[]
  /** Private notes of our own office, newest first. */
  readonly notes: readonly Note[]
  readonly photo: Photo | null
  /** What our office keeps of its review. */
  readonly review: ReviewWork
  /** Somebody else whose class certificate bears the number of this person's; null where nobody's does. */
  readonly sameCertificate: { readonly case: string; readonly name: string; readonly number: string } | null
}

/** A person who may be the same as one being registered. */
export type SimilarRow = Pick<CaseRow, 'case' | 'name' | 'birth' | 'unitName' | 'stage' | 'ended'> & {
  readonly sameNumber: boolean
}

/** A case that moves: on the home page, and in the queue of the deciding office. */
export type MovingCase = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly unitName: string | null
  /** The office that keeps it. */
  readonly keeper: string
  readonly stage: Stage
  /** What it is about now: what was sent, returned or decided is of this matter. */
  readonly matter: Matter
  /** Our office keeps it. */
  readonly own: boolean
  /** Our office is the one that decides. */
  readonly decidesHere: boolean
  readonly next: NextStepName | null
  /** The nearest first. */
  readonly limits: readonly RunningLimit[]
  readonly blocks: number
  /** User id of who reviews it in our office. */
  readonly reviewer: string | null
  /** What the reviewing body concluded last about what lies here now. */
  readonly review: DossierReview['outcome'] | null
  /** The meeting it is put to that has not been held yet. */
  readonly meeting: { readonly id: string; readonly date: string } | null
  readonly batch: string | null
  readonly submittedOn: string | null
  /** The day the deciding office took in what was sent last. */
  readonly receivedOn: string | null
  /** How often it has been sent; more than once where it was returned. */
  readonly submissions: number
  readonly returned: {
    readonly date: string
    readonly remarks: number
    readonly first: string
    readonly answerBy: string | null
  } | null
  readonly decision: {
    readonly outcome: Decision['outcome']
    readonly number: string
    readonly date: string
  } | null
  /** The path of its unit leaves the decision to the level below. */
  readonly isDelegated?: boolean
}

/** Cases that move, the nearest deadline first. */
export type MovingCases = {
  readonly rows: readonly MovingCase[]
  /** There are more, with later deadlines or none. */
  readonly more: boolean
  /** So many cases of the office are being judged again: what is shown of them is of an earlier day or rule. */
  readonly waiting: number
}

/** What waits for the deciding office. `lastNumber`: of its newest decision, as a start for the next. */
export type ReviewList = MovingCases & {
  readonly today: string
  readonly lastNumber: string | null
}

/** How the exchange with a paired office stands, in entries. */
export type PeerStatus = {
  readonly office: string
  readonly name: string
  readonly relation: string
  readonly recorded: number
  readonly exported: number
  readonly acknowledged: number
  /** We have taken in something of theirs that no bundle of ours has told them of. */
  readonly owesAnswer: boolean
  /** How many scans it has asked us for: those that go with the next set, and those that are missing here. */
  readonly scansWanted: { readonly here: number; readonly lost: number }
  /** How many scans we ask it for. */
  readonly scansAwaited: number
  readonly lastExport: string | null
  readonly lastImport: string | null
  /** An office above or below, of which a restored or copied store has taken in nothing since. */
  readonly isUnheard: boolean
  /** It holds lines of ours that are not here: we are an old backup, and it has not given them back yet. */
  readonly isAhead: boolean
  /** Since our keys were renewed, whether it has our new card; null where it was never told of others. */
  readonly newCard: NewCard | null
}

/** What is known of our new card at another office. */
export type NewCard = {
  /** When the keys were renewed. */
  readonly renewedAt: string
  /** When a set came that is sealed to the new key: only who has the card writes such; null while none has. */
  readonly seenAt: string | null
}

/** What was recorded since 1 January. */
export type YearSoFar = {
  readonly registered: number
  readonly submitted: number
  readonly admitted: number
  readonly ceremonies: number
}

/** The home page. */
export type HomeView = {
  readonly today: string
  readonly proposes: boolean
  readonly decides: boolean
  /** How much there is at all, so that a new office is told where to begin. */
  readonly units: number
  readonly people: number
  readonly stages: Readonly<Record<string, number>>
  /** Cases that move: where there are many, only the first under each heading; `home.cases` has them all. */
  readonly cases: readonly MovingCase[]
  /** How many there are, of all that `home.cases` has. */
  readonly work: WorkCounts
  /** There are more cases that move, with later deadlines or none. */
  readonly more: boolean
  /** So many cases are being judged again. */
  readonly waiting: number
  readonly peers: readonly PeerStatus[]
  readonly year: YearSoFar
  readonly watch: Watch
  /** What waits for the deciding office besides dossiers. */
  readonly waits: readonly HomeWait[]
  /** The year against its target, and what it may come to. */
  readonly outlook: YearOutlook
}

/** A unit in a list. */
export type UnitRow = {
  readonly id: string
  readonly unit: Unit
  readonly keeper: string
  readonly own: boolean
  readonly count: MemberCount | null
  readonly cases: number
  /** The monthly reviews of its list, the newest first; at most twelve. */
  readonly reviews: readonly ListReview[]
  /** The unit of another office that it is, and the entry that says so. */
  readonly same: UnitState['same']
}

/** A member in a list. */
export type MemberRow = { readonly id: string; readonly member: Member; readonly helps: number }

/** Our office as pages need it. */
export type OfficeView = {
  readonly office: string
  readonly device: string
  /** Today, by the office's clock: the page has no clock of its own. */
  readonly today: string
  /** The day by the computer's clock: another one where a person has corrected it. */
  readonly computerDay: string
  /** Why today is in doubt; null where it is not. */
  readonly dateInDoubt: DateDoubt | null
  readonly profile: OfficeProfile
  readonly user: {
    readonly id: string
    readonly name: string
    readonly post: string
    readonly roles: readonly string[]
  }
  readonly peers: readonly PeerState[]
  readonly settings: Readonly<Record<string, unknown>>
  /** The recovery sheet of this computer; null where it was made before its proof was kept. */
  readonly sheet: SheetStanding | null
}

/** Whether a recovery sheet was read back from paper. `provedAt`: when, ISO 8601 in UTC; null where it was not yet. */
export type SheetStanding = { readonly provedAt: string | null }

/** One channel on the journal health page. */
export type ChannelHealth = {
  readonly channel: string
  readonly own: boolean
  readonly office: string
  readonly entries: number
  readonly head: string
  readonly waiting: number
  readonly waitsFor: readonly Waits[]
  /** The first of those held back; `heldMore`: how many more there are. */
  readonly held: readonly { readonly seq: number; readonly reason: string; readonly kind: string | null }[]
  readonly heldMore: number
  /** So far as it was written out for anybody, and so far as every office that it is for now has confirmed it. */
  readonly exported: number | null
  readonly acknowledged: number | null
  readonly chain: 'unchecked' | 'whole' | 'broken'
}

/** What left: a set of that kind, or the office's keys for the archive. */
export type PrivateExport = 'sibling' | 'enrol' | 'succession' | 'keys'

/** The journal health page. */
export type JournalHealth = {
  readonly office: string
  readonly device: string
  readonly channels: readonly ChannelHealth[]
  readonly entries: Readonly<Record<string, number>>
  /** Scans of ours that turned out to be gone, changed or unreadable here, with the case each belongs to. */
  readonly scansLost: readonly { readonly sha256: string; readonly case: string | null; readonly name: string | null }[]
  readonly scansAwaited: readonly AwaitedScans[]
  /** Sets that could not be joined to what we hold; `since`: day of our line there. */
  readonly troubles: readonly {
    readonly channel: string
    readonly code: 'B_GAP' | 'B_FORK'
    readonly seq: number
    readonly since: string | null
    readonly at: string
    readonly own?: 'computer'
  }[]
  /**
   * Times when what is private to the office left this computer: sets for its other computers or its successor, and its
   * keys, newest first. `to`: a device, an office, or the name of the file.
   */
  readonly privateExports: readonly { readonly at: string; readonly what: PrivateExport; readonly to: string }[]
  /**
   * Lines that count no more since a pairing was ended as of an earlier one, by channel, and have not come again; `from`: the
   * first of them.
   */
  readonly setAside: readonly { readonly channel: string; readonly from: number; readonly count: number }[]
  /**
   * Lines of our own that are not here and that no computer in use can tell: `missing`, or given up as lost for good.
   * `cases`: what others have told us of a case after such a line, the first of them.
   */
  readonly lost: {
    readonly missing: readonly LostLines[]
    readonly givenUp: readonly GivenUp[]
    readonly cases: readonly AfterLost[]
  }
  /** Pairings with the digits of their cards, as two people compared them. */
  readonly pairings: readonly {
    readonly office: string
    readonly name: string
    readonly since: string
    readonly revokedOn: string | null
    readonly digits: string
    /** As in `PeerStatus`; null for a pairing that was revoked, too. */
    readonly newCard: NewCard | null
  }[]
  readonly tables: 'equal' | 'different' | 'unchecked'
  /** Whether no line of the log of readings and of files in clear was changed or taken out; that its end is gone shows unasked. */
  readonly readLog: 'whole' | 'broken' | 'unchecked'
}
