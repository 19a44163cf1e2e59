/**
 * Any list by its name, as it is asked for: for a spreadsheet whole, for paper its first rows. Reading only, so that the
 * reader thread answers it; what lies on a disk was looked at before and comes with it.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { dayOf, timeOf } from '../../shared/calendar/instant.ts'
import { addMonths } from '../../shared/calendar/plain-date.ts'
import { yearOf } from '../../shared/calendar/period.ts'
import type { BackupListing } from '../../shared/contract/backups.ts'
import { MOST_ON_PAPER, type ListAsked, type ListPage } from '../../shared/contract/lists.ts'
import type { PlaceChoice, PlacesAsked } from '../../shared/contract/reports.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { listModel, type ListModel, type ListOptions } from '../../shared/documents/lists.ts'
import type { Include } from '../../shared/documents/guarded.ts'
import type { ExchangedRow } from '../../shared/documents/lists/figures.ts'
import { nameOfDevice } from '../../shared/model/devices.ts'
import { isAmong, longestFirst } from '../../shared/reports/coverage.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { periodAndValues } from '../../shared/rules/rule-values.ts'
import { BATCH_NEAREST, showDay, withBodies } from '../../shared/words/vi.ts'
import { loadDevices, loadOffice, loadPeers, loadUsers } from '../../db/load.ts'
import { wholeBundleHistory } from '../../db/private/exchange.ts'
import { batchPlan } from '../../db/queries/calendar.ts'
import { clearFiles } from '../../db/queries/clear-files.ts'
import { certificateBook, classList, owedList } from '../../db/queries/classes.ts'
import { emulationView } from '../../db/queries/emulation.ts'
import { activityList, directiveList, exampleList, inspectionList, modelList } from '../../db/queries/follow.ts'
import {
  boardList,
  candidateList,
  consentsList,
  decisionsList,
  duplicatesList,
  handOverList,
  holidayList,
  homeList,
  meetingCaseList,
  memberList,
  nominationList,
  returnsList,
  reviewQueueList,
  reviewsList,
  rosterList,
  unitList,
} from '../../db/queries/lists.ts'
import { listMeetings } from '../../db/queries/meetings.ts'
import { coverageView } from '../../db/queries/reports.ts'
import { rulesView } from '../../db/queries/rules.ts'
import { pupilList } from '../../db/queries/schools.ts'
import { targetsView } from '../../db/queries/targets.ts'
import type { ReadDb } from '../../db/transaction.ts'

/** What a file may have besides, where it was chosen. */
type Chosen = { readonly include?: Include | undefined; readonly columns?: readonly string[] | undefined }

/** A list as far as it goes to paper, without what has to be chosen. */
export function listPage(
  db: ReadDb,
  asked: ListAsked,
  judging: Judging,
  backups: BackupListing | null,
): Result<ListPage, Refusal> {
  const list = listOf(db, asked, judging, backups)
  if (list === null) return fail(notThere(asked, backups))
  return ok({ ...list, rows: list.rows.slice(0, MOST_ON_PAPER), total: list.rows.length })
}

/** Refuses a list of what is not there: a place, a class, a meeting, a rule set, the place of backups. */
export function notThere(
  { what, places, class: id, meeting, ruleSet }: ListAsked,
  backups: BackupListing | null,
): Refusal {
  switch (what) {
    case 'meetingCases':
      return refusal('NOT_FOUND', { what: 'meeting', id: meeting ?? '' })
    case 'roster':
      return refusal('NOT_FOUND', { what: 'class', id: id ?? '' })
    case 'ruleValues':
      return refusal('NOT_FOUND', { what: 'ruleSet', id: ruleSet ?? '' })
    case 'backups':
      return typeof backups?.folder === 'string'
        ? refusal('FOLDER_MISSING', { folder: backups.folder })
        : refusal('NOT_FOUND', { what: 'backupFolder', id: '' })
    default:
      return refusal('NOT_FOUND', { what: 'unit', id: places?.at ?? '' })
  }
}

/** Puts what the committees of the day are called into words of ours. */
export function namedOn({ today, rulesOn }: Judging): (text: string) => string {
  const { levels } = rulesOn(today).structure
  const bodies = { section: levels.section.value, committee: levels.baseCommittee.value }
  return (text) => withBodies(text, bodies)
}

/**
 * A list whole; null where what it is of is not there.
 * @param backups - what lies in the place of backups, where the list is of that
 */
export function listOf(
  db: ReadDb,
  input: ListAsked & Chosen,
  judging: Judging,
  backups: BackupListing | null,
): ListModel | null {
  const { what, filter = {}, include = {}, columns, narrow = {} } = input
  const { today } = judging
  const options: ListOptions = {
    office: loadOffice(db)?.profile.name ?? '',
    day: today,
    include,
    chosen: columns,
    named: namedOn(judging),
  }
  switch (what) {
    case 'candidates':
      return listModel(what, candidateList(db, filter, today, include.relatives === true), options)
    case 'board':
      return listModel(what, boardList(db, filter, today), options)
    case 'members':
      return listModel(what, memberList(db, filter.unit), options)
    case 'units':
      return listModel(what, unitList(db), options)
    case 'home':
      return listModel(what, homeList(db, judging), options)
    case 'reviews':
      return listModel(what, reviewsList(db), options)
    case 'users':
      return listModel(what, loadUsers(db), options)
    case 'reviewQueue':
      return listModel(what, reviewQueueList(db, judging, input.queue), options)
    case 'meetings':
      return listModel(what, listMeetings(db), options)
    case 'decisions':
      return listModel(what, decisionsList(db, narrow), options)
    case 'returns':
      return listModel(what, returnsList(db, narrow), options)
    case 'consents':
      return listModel(what, consentsList(db, judging), options)
    case 'duplicates':
      return listModel(what, duplicatesList(db), options)
    case 'classes':
      return listModel(what, classList(db, input.classes ?? {}, today).rows, options)
    case 'nominations':
      return listModel(what, nominationList(db, filter.unit, narrow), options)
    case 'certificates':
      return listModel(what, certificateBook(db, input.book ?? {}), options)
    case 'owed':
      return listModel(what, owedList(db, judging), options)
    case 'pupils':
      return listModel(what, pupilList(db, input.pupils ?? {}, judging).rows, options)
    case 'coverage':
      return coverageList(db, input.places ?? {}, options)
    case 'targets':
      return targetList(db, input.places ?? {}, options, judging)
    case 'models':
      return listModel(what, modelList(db, today, { area: narrow.area }).rows, options)
    case 'examples':
      return listModel(what, exampleList(db, today, { kind: narrow.kind, tellable: true }).rows, options)
    case 'directives':
      return listModel(what, directiveList(db, today).rows, options)
    case 'activities':
      return ofYear(listModel(what, activityList(db, today, yearIn(input, today)).rows, options), yearIn(input, today))
    case 'inspections':
      return listModel(what, inspectionList(db, today, narrow.year).rows, options)
    case 'ratings':
    case 'measures': {
      const year = yearIn(input, today)
      const view = emulationView(db, today, year)
      if (what === 'ratings') return ofYear(listModel(what, view?.ratings ?? [], options), year)
      return ofYear(listModel(what, view?.measures ?? [], options), year)
    }
    case 'exchangeHistory':
      return listModel(what, exchanged(db), options)
    case 'clearFiles':
      return listModel(what, clearFiles(db, undefined, null).rows.map(dated), options)
    case 'meetingCases': {
      const rows = meetingCaseList(db, input.meeting, judging)
      return rows && listModel(what, rows, options)
    }
    case 'handOver':
      return listModel(what, handOverList(db, today), options)
    case 'batch': {
      const { day, rows, more } = batchPlan(db, input.batch?.day ?? addMonths(today, 3), judging)
      return {
        ...listModel(what, rows, options),
        subtitle: `Lễ kết nạp ngày ${showDay(day)}${more ? `. ${BATCH_NEAREST}` : ''}`,
      }
    }
    case 'roster': {
      const rows = rosterList(db, input.class, input.classes ?? {}, today)
      return rows && listModel(what, rows, options)
    }
    case 'ruleValues':
      return ruleValueList(db, input.ruleSet, options)
    case 'holidays':
      return ofYear(listModel(what, holidayList(db, today, yearIn(input, today)), options), yearIn(input, today))
    case 'backups':
      return backups === null ? null : backupList(backups, options)
  }
}

const dated = <Row extends { readonly at: string }>(row: Row) => ({ ...row, day: dayOf(row.at), time: timeOf(row.at) })

function yearIn({ narrow }: ListAsked, today: string): number {
  return narrow?.year ?? yearOf(today)
}

function ofYear(list: ListModel, year: number): ListModel {
  return { ...list, subtitle: `Năm ${year}` }
}

/** The values of a rule set, by default of the one in use; null where there is no such set. */
function ruleValueList(db: ReadDb, id: string | undefined, options: ListOptions): ListModel | null {
  const view = rulesView(db, options.day)
  const held = view?.sets.find(({ set }) => set.id === (id ?? view.inUse))
  if (held === undefined) return null
  const rows = periodAndValues(held.set).map((value) => ({ ...value, held }))
  return { ...listModel('ruleValues', rows, options), subtitle: held.set.name }
}

/** The backups in their place; null where none is chosen, or its stick is not there. */
function backupList({ folder, there, backups }: BackupListing, options: ListOptions): ListModel | null {
  if (folder === null || !there) return null
  return { ...listModel('backups', backups.map(dated), options), subtitle: folder }
}

/** Branches by how long they have had no new member; null where there is no such place. */
function coverageList(db: ReadDb, { at, ...group }: PlacesAsked, options: ListOptions): ListModel | null {
  const view = coverageView(db, options.day, at)
  if (view === null) return null
  const rows = longestFirst(view.branches).filter((branch) => isAmong(branch, group))
  return { ...listModel('coverage', rows, options), subtitle: placeName(view.places, at) }
}

/** Targets of a year with the whole as the last row; null where there is no such place. */
function targetList(
  db: ReadDb,
  { at, year, membersOn }: PlacesAsked,
  options: ListOptions,
  judging: Judging,
): ListModel | null {
  const view = targetsView(db, judging, { year: year ?? yearOf(options.day), at, membersOn })
  if (view === null) return null
  const { whole, parts, branches } = view
  const rows = [...parts, ...branches, { ...whole, name: `Tổng cộng: ${whole.name}` }]
  return { ...listModel('targets', rows, options), subtitle: `Năm ${view.year}: ${whole.name}` }
}

function placeName(places: readonly PlaceChoice[], at: string | undefined): string {
  return places.find(({ id, kind }) => (at === undefined ? kind === 'whole' : id === at))?.name ?? ''
}

function exchanged(db: ReadDb): readonly ExchangedRow[] {
  const names = new Map(loadPeers(db).map(({ id, peer }) => [id, peer.name]))
  const devices = loadDevices(db)
  return wholeBundleHistory(db).map((row) => ({
    day: dayOf(row.at),
    direction: row.direction,
    office: names.get(row.office) ?? nameOfDevice(devices, row.office),
    ...(row.direction === 'out'
      ? { kind: row.report.kind, entries: row.report.entries, scans: row.report.scans }
      : { kind: null, entries: row.report.fresh, scans: null }),
  }))
}
