/**
 * The page's side of the one port: typed calls, progress and cancelling, and the events that say what changed. It
 * checks nothing; the other side does.
 */
import type {
  CaseView,
  HomeView,
  JournalHealth,
  MemberRow,
  MovingCases,
  OfficeView,
  ReviewList,
  SearchFilter,
  SearchPage,
  SimilarRow,
  UnitRow,
} from '../shared/contract/answers.ts'
import type { BackupListing } from '../shared/contract/backups.ts'
import type {
  CoverageView,
  ReportBranches,
  ReportPeople,
  ReportView,
  SentReportRow,
  SentReportView,
  SourcesView,
  TargetsView,
  TrendView,
  TypedRow,
} from '../shared/contract/reports.ts'
import type { ReportDefinitionState } from '../shared/model/report-definition-state.ts'
import type {
  ConsentList,
  DuplicateList,
  MeetingRow,
  MeetingView,
  Register,
  ReturnList,
  ReviewTask,
} from '../shared/contract/meetings.ts'
import type {
  ActivityList,
  DirectiveRow,
  EmulationView,
  ExampleFilter,
  ExampleRow,
  FollowList,
  InspectionRow,
  ModelFilter,
  ModelRow,
  UnitFollow,
  YearFilter,
} from '../shared/contract/follow.ts'
import type { HandOverView } from '../shared/contract/hand-over.ts'
import type { OfficeFindings } from '../shared/contract/watch.ts'
import { uuid7 } from '../shared/base/uuid7.ts'
import type {
  AskFilter,
  AskList,
  BookFilter,
  CertificateBook,
  ClassFilter,
  ClassList,
  ClassView,
  OwedRow,
  PupilFilter,
  PupilList,
} from '../shared/contract/classes.ts'
import { trusted } from '../shared/base/trust.ts'
import type { DeviceRow } from '../shared/contract/devices.ts'
import type { ClearLog, DocumentPreview, DoubtsInput } from '../shared/contract/documents.ts'
import type { ErasureView } from '../shared/contract/erasures.ts'
import type { BundleHistory, CarrierLook, HistoryAsked, KeptSets, PeerSets } from '../shared/contract/exchange.ts'
import type { RulesView } from '../shared/contract/rules.ts'
import type { Batch, Board, BoardFilter, CalendarMonth, ListAsked, ListPage } from '../shared/contract/lists.ts'
import type { Refusal } from '../shared/contract/refusals.ts'
import type { ChosenFiles, ChosenPath, ShellDrive, ShellInfo } from '../shared/contract/shell.ts'
import type { Period } from '../shared/calendar/period.ts'
import type { IdleClass } from '../shared/reports/coverage.ts'
import type { NumberOf } from '../shared/reports/behind.ts'
import type { DocumentInput } from '../shared/documents/codes.ts'
import type { NumberWarning } from '../shared/documents/number.ts'
import type { Note } from '../shared/model/notes.ts'
import type { UserState } from '../shared/model/office-state.ts'

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal }

type Port = {
  readonly call: (name: string, input: unknown, id: string) => Promise<Answer<unknown>>
  readonly on: (listener: (event: PortEvent) => void) => void
}

/** What the core tells without being asked. */
export type PortEvent =
  | { readonly event: 'changed' }
  /** The office is being locked: nothing of it is shown from now on. Told by the shell, before the core gets to it. */
  | { readonly event: 'locking' }
  | { readonly event: 'locked' }
  /** A job has begun, or none is running any more. */
  | { readonly event: 'working'; readonly job: string | null }
  /** Something that was called waits for the one transaction of a job, which is named; or nothing does any more. */
  | { readonly event: 'waits'; readonly for: string | null }
  | { readonly event: 'backedUp'; readonly folder: string }
  | { readonly event: 'backupFailed'; readonly refusal: Refusal }
  | { readonly event: 'progress'; readonly id: string; readonly progress: unknown }

/** A refused call, thrown so that queries and forms handle it in one place. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Queries by name: what each answers. */
export type Queries = {
  'shell.info': { input: Record<string, never>; answer: ShellInfo }
  'shell.drives': { input: Record<string, never>; answer: readonly ShellDrive[] }
  'vault.describe': {
    input: Record<string, never>
    answer: {
      exists: boolean
      today: string
      officeLabel?: string
      logins?: readonly string[]
      hasSheet?: boolean
      /** Who has to wait after wrong tries, and how many seconds yet. */
      waits?: readonly { readonly login: string; readonly seconds: number }[]
      isAsking?: boolean
    }
  }
  'office.get': { input: Record<string, never>; answer: OfficeView }
  'home.get': { input: Record<string, never>; answer: HomeView }
  'home.cases': { input: Record<string, never>; answer: MovingCases }
  'office.findings': { input: { unit?: string }; answer: OfficeFindings }
  'review.list': { input: Record<string, never>; answer: ReviewList }
  'review.tasks': { input: Record<string, never>; answer: { tasks: readonly ReviewTask[] } }
  'meeting.list': { input: Record<string, never>; answer: { meetings: readonly MeetingRow[] } }
  'meeting.get': { input: { meeting: string }; answer: MeetingView }
  'decision.register': { input: Record<string, never>; answer: Register }
  'consent.list': { input: Record<string, never>; answer: ConsentList }
  'returns.list': { input: Record<string, never>; answer: ReturnList }
  'handOver.list': { input: Record<string, never>; answer: HandOverView }
  'duplicates.list': { input: Record<string, never>; answer: DuplicateList }
  'user.list': { input: Record<string, never>; answer: { users: readonly UserState[] } }
  'unit.list': { input: Record<string, never>; answer: { units: readonly UnitRow[] } }
  'unit.notes': { input: { unit: string }; answer: { notes: readonly Note[] } }
  'member.search': { input: { text?: string; unit?: string }; answer: { members: readonly MemberRow[] } }
  'candidate.search': { input: SearchFilter; answer: SearchPage }
  'candidate.similar': {
    input: { name: string; birth?: string; identityNumber?: string }
    answer: { rows: readonly SimilarRow[] }
  }
  'candidate.similarMany': {
    input: { rows: readonly { name: string; birth?: string; identityNumber?: string }[] }
    answer: { rows: readonly (readonly SimilarRow[])[] }
  }
  'resolution.doubts': {
    input: DoubtsInput
    answer: { warnings: readonly NumberWarning[] }
  }
  'document.preview': { input: DocumentInput; answer: DocumentPreview }
  'case.get': { input: { case: string }; answer: CaseView }
  'rules.get': { input: Record<string, never>; answer: RulesView }
  'device.list': { input: Record<string, never>; answer: { devices: readonly DeviceRow[] } }
  'peer.sets': { input: { office: string }; answer: PeerSets }
  'bundle.history': { input: HistoryAsked; answer: BundleHistory }
  'report.get': { input: { period: Period; at?: string; membersOn?: string }; answer: ReportView }
  'report.people': { input: { period: Period; at?: string; of: NumberOf }; answer: ReportPeople }
  'report.branches': {
    input: { period: Period; at?: string; admitting: boolean; residential?: boolean; covered?: IdleClass | 'all' }
    answer: ReportBranches
  }
  'report.typed': { input: { year: number; at?: string }; answer: { rows: readonly TypedRow[] } }
  'report.sent': { input: Record<string, never>; answer: { reports: readonly SentReportRow[] } }
  'report.definitions': {
    input: Record<string, never>
    answer: { definitions: readonly ReportDefinitionState[] }
  }
  'report.compare': { input: { report: string }; answer: SentReportView }
  'target.list': { input: { year: number; at?: string; membersOn?: string }; answer: TargetsView }
  'coverage.get': { input: { at?: string }; answer: CoverageView }
  'source.get': {
    input: { period: Period; at?: string; introduced?: boolean; sector?: string }
    answer: SourcesView
  }
  'trend.get': { input: { at?: string }; answer: TrendView }
  'model.list': { input: ModelFilter; answer: FollowList<ModelRow> }
  'example.list': { input: ExampleFilter; answer: FollowList<ExampleRow> }
  'directive.list': { input: Record<string, never>; answer: FollowList<DirectiveRow> }
  'activity.list': { input: YearFilter; answer: ActivityList }
  'inspection.list': { input: YearFilter; answer: FollowList<InspectionRow> }
  'inspection.get': { input: { inspection: string }; answer: { today: string; row: InspectionRow } }
  'emulation.get': { input: { year: number }; answer: EmulationView }
  'unit.follow': { input: { unit: string }; answer: UnitFollow }
  'bundle.kept': { input: Record<string, never>; answer: KeptSets }
  'carrier.look': { input: { folder?: string; writes?: boolean }; answer: CarrierLook }
  'carrier.waiting': { input: { folder: string }; answer: { readonly count: number } }
  'carrier.find': {
    input: { folder: string; labels: readonly string[] }
    answer: { readonly folder: string | null; readonly isPartial: boolean }
  }
  'erasure.list': { input: Record<string, never>; answer: ErasureView }
  'clear.list': { input: { before?: number }; answer: ClearLog }
  'backup.list': { input: { folder?: string }; answer: BackupListing }
  'journal.health': { input: { deep?: boolean }; answer: JournalHealth }
  'view.list': { input: { page: string }; answer: { views: readonly { name: string; value: string }[] } }
  'calendar.month': { input: { month: string }; answer: CalendarMonth }
  'plan.batch': { input: { day: string }; answer: Batch }
  'case.board': { input: BoardFilter; answer: Board }
  'list.read': { input: ListAsked; answer: ListPage }
  'class.list': { input: ClassFilter; answer: ClassList }
  'class.get': { input: { class: string }; answer: ClassView }
  'class.asks': { input: AskFilter; answer: AskList }
  'class.owed': { input: Record<string, never>; answer: { rows: readonly OwedRow[] } }
  'certificate.book': { input: BookFilter; answer: CertificateBook }
  'pupil.list': { input: PupilFilter; answer: PupilList }
  'draft.read': { input: { page: string }; answer: { value: string | null } }
}

declare global {
  interface Window {
    readonly ketNap: Port
  }
}

const listeners = new Set<(event: PortEvent) => void>()
let bound = false

/** Listens to the core. @returns a function that stops listening */
export function onEvent(listener: (event: PortEvent) => void): () => void {
  if (!bound) {
    bound = true
    window.ketNap.on(tell)
  }
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(event: PortEvent): void {
  for (const each of listeners) each(event)
}

/** Asks a query. @throws Refused */
export async function ask<Name extends keyof Queries>(
  name: Name,
  input: Queries[Name]['input'],
): Promise<Queries[Name]['answer']> {
  return call<Queries[Name]['answer']>(name, input)
}

/** An id for an act, kept for its retries. */
export function newId(): string {
  return uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/**
 * Calls any name.
 * @param id - UUID of the call: keep it for a retry of the same act
 * @throws Refused
 */
export async function call<T = unknown>(name: string, input: unknown, id: string = newId()): Promise<T> {
  const answer = await window.ketNap.call(name, input, id)
  if (!answer.ok) throw new Refused(answer.error)
  return trusted<T>(answer.value)
}

/** Locks: a job that runs is let finish, but nobody reaches the office from now on. */
export function lock(): void {
  tell({ event: 'locking' })
  void call('session.lock', {})
}

/** Asks a person for a folder. */
export async function chooseFolder(title: string): Promise<string | null> {
  return (await call<ChosenPath>('shell.chooseFolder', { title })).path
}

/** Asks a person for files. */
export async function chooseFiles(title: string, kind: 'scans' | 'sheets' | 'any'): Promise<readonly string[]> {
  return (await call<ChosenFiles>('shell.chooseFiles', { title, kind })).paths
}

/** Stops a running job. */
export function cancel(id: string): void {
  void call('shell.cancel', { id })
}
