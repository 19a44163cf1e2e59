/**
 * The queries of the port: reading only, on one committed state, with everything else given as data. So the same
 * functions run in the core itself and in the reader thread.
 */
import type { z } from 'zod'
import { fail, ok, type Result } from '../shared/base/result.ts'
import { trusted } from '../shared/base/trust.ts'
import type { OfficeView } from '../shared/contract/answers.ts'
import type { BackupListing } from '../shared/contract/backups.ts'
import type { INPUTS } from '../shared/contract/inputs.ts'
import { refusal, type Refusal } from '../shared/contract/refusals.ts'
import type { Role } from '../shared/model/codes.ts'
import type { Judging } from '../shared/rules/surroundings.ts'
import { clearFiles } from '../db/queries/clear-files.ts'
import { caseBoard } from '../db/queries/board.ts'
import { batchPlan, calendarMonth } from '../db/queries/calendar.ts'
import { caseView } from '../db/queries/cases.ts'
import { askList, certificateBook, classList, classView, owedList } from '../db/queries/classes.ts'
import { pupilList } from '../db/queries/schools.ts'
import { listDevices } from '../db/queries/devices.ts'
import { allSettings, listMembers, listUnits, unitNotes } from '../db/queries/house.ts'
import { emulationView, unitFollow } from '../db/queries/emulation.ts'
import {
  activityList,
  directiveList,
  exampleList,
  inspectionList,
  inspectionView,
  modelList,
} from '../db/queries/follow.ts'
import { erasureView } from '../db/queries/erasures.ts'
import { handOverView } from '../db/queries/hand-over.ts'
import { homeCases, homeView } from '../db/queries/home.ts'
import { comparisonFor, homeFor } from '../shared/contract/role-limits.ts'
import { reviewList } from '../db/queries/moving.ts'
import { consentList } from '../db/queries/consents.ts'
import { decisionRegister } from '../db/queries/decisions.ts'
import { duplicateList } from '../db/queries/duplicates.ts'
import { listMeetings, meetingView } from '../db/queries/meetings.ts'
import { returnList } from '../db/queries/returns.ts'
import { resolutionDoubts } from '../db/queries/resolution-doubts.ts'
import { reviewTasks } from '../db/queries/review-tasks.ts'
import { officeFindings } from '../db/queries/office-findings.ts'
import { rulesView } from '../db/queries/rules.ts'
import { searchCases } from '../db/queries/search.ts'
import { reportDefinitions } from '../db/queries/report-definitions.ts'
import {
  coverageView,
  reportBranches,
  reportPeople,
  reportView,
  sourcesView,
  trendView,
} from '../db/queries/reports.ts'
import { typedOf } from '../db/queries/typed-totals.ts'
import { sentReports, sentReportView } from '../db/queries/sent-reports.ts'
import { similarCases } from '../db/queries/similar.ts'
import { targetsView } from '../db/queries/targets.ts'
import { loadOffice, loadPeers, loadUsers } from '../db/load.ts'
import { bundleHistory, receivedSets } from '../db/private/exchange.ts'
import { sheetStanding } from '../db/private/recovery-sheet.ts'
import type { ReadDb } from '../db/transaction.ts'
import { listPage } from './documents/list-of.ts'
import { previewDocument } from './documents/preview.ts'
import { loadJudging } from '../db/load-rules.ts'

/** Names answered from a read-only connection. */
export type QueryName =
  | 'office.get'
  | 'user.list'
  | 'unit.list'
  | 'unit.notes'
  | 'member.search'
  | 'candidate.search'
  | 'candidate.similar'
  | 'candidate.similarMany'
  | 'resolution.doubts'
  | 'document.preview'
  | 'list.read'
  | 'case.get'
  | 'home.get'
  | 'home.cases'
  | 'office.findings'
  | 'review.list'
  | 'review.tasks'
  | 'meeting.list'
  | 'meeting.get'
  | 'decision.register'
  | 'consent.list'
  | 'returns.list'
  | 'duplicates.list'
  | 'handOver.list'
  | 'case.board'
  | 'calendar.month'
  | 'plan.batch'
  | 'report.get'
  | 'report.people'
  | 'report.branches'
  | 'report.typed'
  | 'report.sent'
  | 'report.definitions'
  | 'report.compare'
  | 'target.list'
  | 'coverage.get'
  | 'source.get'
  | 'trend.get'
  | 'class.list'
  | 'class.get'
  | 'class.asks'
  | 'class.owed'
  | 'certificate.book'
  | 'pupil.list'
  | 'bundle.history'
  | 'peer.sets'
  | 'device.list'
  | 'model.list'
  | 'example.list'
  | 'directive.list'
  | 'activity.list'
  | 'inspection.list'
  | 'inspection.get'
  | 'emulation.get'
  | 'unit.follow'
  | 'erasure.list'
  | 'clear.list'
  | 'rules.get'

/** What a query may know besides the store. */
export type QueryContext = {
  readonly office: string
  readonly device: string
  readonly today: string
  readonly computerDay: string
  readonly dateInDoubt: OfficeView['dateInDoubt']
  readonly user: OfficeView['user'] & { readonly roles: readonly Role[] }
  /** What lies in the place of backups, where the query asks about it. */
  readonly backups: BackupListing | null
}

type Input<Name extends QueryName> = z.infer<(typeof INPUTS)[Name]>

const QUERIES: {
  readonly [Name in QueryName]: (db: ReadDb, input: Input<Name>, context: QueryContext) => Result<unknown, Refusal>
} = {
  'office.get': (db, _input, context) => officeView(db, context),
  'user.list': (db) => ok({ users: loadUsers(db) }),
  'unit.list': (db) => ok({ units: listUnits(db) }),
  'unit.notes': (db, { unit }) => ok({ notes: unitNotes(db, unit) }),
  'member.search': (db, { text, unit, whole }) => ok({ members: listMembers(db, text ?? '', unit, whole) }),
  'candidate.search': (db, filter, { today }) => ok(searchCases(db, filter, today)),
  'case.get': (db, { case: id }, context) => {
    const view = caseView(db, id, judging(db, context))
    return view === null ? fail(refusal('NOT_FOUND', { what: 'case', id })) : ok(view)
  },
  'home.get': (db, _input, context) => {
    const view = homeView(db, judging(db, context))
    return view === null ? fail(refusal('NOT_SET_UP', {})) : ok(homeFor(view, context.user.roles))
  },
  'home.cases': (db, _input, context) => {
    const cases = homeCases(db, judging(db, context))
    return cases === null ? fail(refusal('NOT_SET_UP', {})) : ok(cases)
  },
  'office.findings': (db, { unit }, context) => {
    const found = officeFindings(db, judging(db, context), unit)
    return found === null ? fail(refusal('NOT_SET_UP', {})) : ok(found)
  },
  'review.list': (db, _input, context) => {
    const list = reviewList(db, judging(db, context))
    return list === null ? fail(refusal('NOT_SET_UP', {})) : ok(list)
  },
  'review.tasks': (db, _input, context) => ok({ tasks: reviewTasks(db, judging(db, context)) }),
  'meeting.list': (db) => ok({ meetings: listMeetings(db) }),
  'meeting.get': (db, { meeting: id }, context) => {
    const view = meetingView(db, id, judging(db, context))
    return view === null ? fail(refusal('NOT_FOUND', { what: 'meeting', id })) : ok(view)
  },
  'decision.register': (db, _input, { office }) => ok(decisionRegister(db, office)),
  'consent.list': (db, _input, context) => {
    const list = consentList(db, judging(db, context))
    return list === null ? fail(refusal('NOT_SET_UP', {})) : ok(list)
  },
  'returns.list': (db, _input, { office }) => ok(returnList(db, office)),
  'handOver.list': (db, _input, { today }) => ok(handOverView(db, today)),
  'duplicates.list': (db, _input, { office }) => ok(duplicateList(db, office)),
  'case.board': (db, filter, { today }) => ok(caseBoard(db, filter, today)),
  'calendar.month': (db, { month }, { today }) => ok(calendarMonth(db, month, loadJudging(db, today))),
  'plan.batch': (db, { day }, { today }) => ok(batchPlan(db, day, loadJudging(db, today))),
  'class.list': (db, filter, { today }) => ok(firstRows(classList(db, filter, today))),
  'class.get': (db, { class: id }, { today }) => {
    const view = classView(db, id, today)
    return view === null ? fail(refusal('NOT_FOUND', { what: 'class', id })) : ok(view)
  },
  'class.asks': (db, filter, { today }) => ok(firstRows(askList(db, filter, today))),
  'class.owed': (db, _input, context) => ok({ rows: owedList(db, judging(db, context)) }),
  'certificate.book': (db, filter) => {
    const rows = certificateBook(db, filter)
    return ok(firstRows({ rows, total: rows.length }))
  },
  'pupil.list': (db, filter, context) => ok(firstRows(pupilList(db, filter, judging(db, context)))),
  'candidate.similar': (db, { name, birth, identityNumber }) =>
    ok({ rows: similarCases(db, name, birth, identityNumber) }),
  'candidate.similarMany': (db, { rows }) =>
    ok({
      rows: rows.map(({ name, birth, identityNumber }) => similarCases(db, name, birth, identityNumber).slice(0, 3)),
    }),
  'resolution.doubts': (db, input, { office }) => {
    const doubts = resolutionDoubts(db, input, office)
    return 'lost' in doubts ? fail(refusal('NOT_FOUND', { what: doubts.lost, id: doubts.id })) : ok(doubts)
  },
  'document.preview': (db, input, { today, user }) => previewDocument(db, input, { today, userName: user.name }),
  'list.read': (db, input, context) => listPage(db, input, judging(db, context), context.backups),
  'rules.get': (db, _input, { today }) => {
    const view = rulesView(db, today)
    return view === null ? fail(refusal('NOT_SET_UP', {})) : ok(view)
  },
  'report.get': (db, input, { today }) => found(reportView(db, today, input), input.at),
  'report.people': (db, input, { today }) => found(reportPeople(db, today, input), input.at),
  'report.branches': (db, input, { today }) => found(reportBranches(db, today, input), input.at),
  'report.typed': (db, { year, at }) => ok({ rows: typedOf(db, year, at) }),
  'report.sent': (db) => ok({ reports: sentReports(db) }),
  'report.definitions': (db) => ok({ definitions: reportDefinitions(db) }),
  'report.compare': (db, { report }, here) => {
    const view = sentReportView(db, report, here)
    return view === null
      ? fail(refusal('NOT_FOUND', { what: 'report', id: report }))
      : ok(comparisonFor(view, here.user.roles))
  },
  'target.list': (db, input, context) => found(targetsView(db, judging(db, context), input), input.at),
  'coverage.get': (db, { at }, { today }) => found(coverageView(db, today, at), at),
  'source.get': (db, input, { today }) => found(sourcesView(db, today, input), input.at),
  'trend.get': (db, { at }, { today }) => found(trendView(db, today, at), at),
  'model.list': (db, filter, { today }) => ok(firstRows(modelList(db, today, filter))),
  'example.list': (db, filter, { today }) => ok(firstRows(exampleList(db, today, filter))),
  'directive.list': (db, _input, { today }) => ok(firstRows(directiveList(db, today))),
  'activity.list': (db, { year }, { today }) =>
    ok(firstRows(activityList(db, today, year ?? Number(today.slice(0, 4))))),
  'inspection.list': (db, { year }, { today }) => ok(firstRows(inspectionList(db, today, year))),
  'inspection.get': (db, { inspection: id }, { today }) => {
    const view = inspectionView(db, today, id)
    return view === null ? fail(refusal('NOT_FOUND', { what: 'inspection', id })) : ok(view)
  },
  'emulation.get': (db, { year }, { today }) => {
    const view = emulationView(db, today, year)
    return view === null ? fail(refusal('NOT_SET_UP', {})) : ok(view)
  },
  'unit.follow': (db, { unit }, { today }) => ok(unitFollow(db, today, unit)),
  'erasure.list': (db, _input, { office }) => ok(erasureView(db, office)),
  'clear.list': (db, { before }) => ok(clearFiles(db, before, 200)),
  'device.list': (db, _input, { device }) => ok({ devices: listDevices(db, device) }),
  'peer.sets': (db, { office }) => ok(receivedSets(db, office)),
  'bundle.history': (db, input) => ok(bundleHistory(db, input)),
}

/** Every name that is answered here. */
export const QUERY_NAMES: readonly string[] = Object.keys(QUERIES)

/** True for a name that is answered here. */
export function isQuery(name: string): name is QueryName {
  return Object.hasOwn(QUERIES, name)
}

/** Answers a query whose input the router has parsed by that name's schema. */
export function runQuery(db: ReadDb, name: QueryName, input: unknown, context: QueryContext): Result<unknown, Refusal> {
  const query = trusted<(db: ReadDb, input: unknown, context: QueryContext) => Result<unknown, Refusal>>(QUERIES[name])
  return query(db, input, context)
}

/** The first 200 rows of a list, as many as its page shows; a list to be printed is `list.read`. */
function firstRows<List extends { readonly rows: readonly unknown[] }>(list: List): List {
  return { ...list, rows: list.rows.slice(0, 200) }
}

function judging(db: ReadDb, { today, dateInDoubt }: QueryContext): Judging {
  return loadJudging(db, today, dateInDoubt !== null)
}

/** What is said of a part of the house, or that there is no such part. */
function found<T>(view: T | null, at: string | undefined): Result<T, Refusal> {
  return view === null ? fail(refusal('NOT_FOUND', { what: 'unit', id: at ?? '' })) : ok(view)
}

function officeView(db: ReadDb, context: QueryContext): Result<OfficeView, Refusal> {
  const { office, device, today, computerDay, dateInDoubt, user } = context
  const state = loadOffice(db)
  if (state === null) return fail(refusal('NOT_SET_UP', {}))
  return ok({
    office,
    device,
    today,
    computerDay,
    dateInDoubt,
    user,
    profile: state.profile,
    peers: loadPeers(db),
    settings: allSettings(db),
    sheet: sheetStanding(db),
  })
}
