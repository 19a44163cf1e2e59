/**
 * What a document is made from, gathered by the store and given by value: the office, the case or cases with their
 * units, the rules, the numbers in use, what the same body's last document said. Composers see nothing else.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { ClassView } from '../contract/classes.ts'
import type { Matter } from '../model/acts.ts'
import type { CitedDirective, ExampleRow, ModelRow } from '../contract/follow.ts'
import type { CaseState } from '../model/case-state.ts'
import type { MeetingState } from '../model/meeting.ts'
import type { OfficeState, UnitState } from '../model/office-state.ts'
import type { Report } from '../reports/report.ts'
import type { VoteState } from '../model/review-work.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Facts } from './codes.ts'
import type { UsedNumber } from './number.ts'

/** A case with its surroundings. */
export type CaseMaterial = {
  readonly state: CaseState
  readonly unit: UnitState | null
  readonly parent: UnitState | null
  /** Name of the office that keeps the case. */
  readonly keeperName: string
  /** Our own office keeps it. */
  readonly own: boolean
  /** Our own office is the deciding office of its unit. */
  readonly decidesHere: boolean
}

/** A bundle that was written or taken in, as its slip names it. */
export type BundleMaterial = {
  readonly direction: 'in' | 'out'
  readonly at: string
  readonly day: PlainDate
  readonly peerName: string
  readonly kind: string
  readonly entries: number
  readonly scans: number
  readonly files: readonly string[]
  readonly bytes: number | null
  readonly label: string | null
  readonly counts: {
    readonly fresh: number
    readonly known: number
    readonly held: number
    readonly scansMissing: number
  } | null
}

/** A dossier put to a meeting, with the vote on it. */
export type MeetingCaseMaterial = {
  readonly case: CaseMaterial
  readonly matter: Matter
  readonly vote: VoteState | null
}

/** A meeting of the deciding body. */
export type MeetingMaterial = { readonly state: MeetingState; readonly rows: readonly MeetingCaseMaterial[] }

/** Models and examples as our office holds them. */
export type FollowMaterial = { readonly models: readonly ModelRow[]; readonly examples: readonly ExampleRow[] }

/** Everything a composer may use. */
export type Material = {
  readonly today: PlainDate
  readonly office: OfficeState
  /** Who sits at the program: the hand that gives or takes a bundle. */
  readonly userName: string
  readonly rulesOn: (day: PlainDate) => RuleSet
  readonly cases: readonly CaseMaterial[]
  readonly bundle: BundleMaterial | null
  /** The report a document is about. */
  readonly report: Report | null
  readonly class: ClassView | null
  readonly meeting: MeetingMaterial | null
  /** Directives in force on the day of a report, which it names. */
  readonly cited: readonly CitedDirective[]
  /** What the lists for the office of publicity are made of. */
  readonly follow: FollowMaterial | null
  /** Facts of the body's last document of this kind. */
  readonly remembered: Facts
  /** Numbers in use by the body that issues the document. */
  readonly used: readonly UsedNumber[]
}
