/**
 * Documents and lists as files in clear, where a person asked for them and said why. Every file is written whole or not
 * at all, and logged; the log is the record until documents have an entry of their own.
 */
import { basename } from 'node:path'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { trusted } from '../../shared/base/trust.ts'
import { yearOf } from '../../shared/calendar/period.ts'
import type { INPUTS } from '../../shared/contract/api.ts'
import type { ClearFile } from '../../shared/contract/documents.ts'
import type { BundleRow } from '../../shared/contract/exchange.ts'
import type { PlaceChoice, PlacesAsked } from '../../shared/contract/reports.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { BODY_FACTS, type Facts } from '../../shared/documents/codes.ts'
import { DOCUMENT_KINDS } from '../../shared/documents/compose/index.ts'
import type { Field } from '../../shared/documents/form.ts'
import { listModel, type ExchangedRow, type ListModel } from '../../shared/documents/lists.ts'
import { reportSheets } from '../../shared/documents/report-sheets.ts'
import { longestFirst } from '../../shared/reports/coverage.ts'
import { loadDevices, loadOffice, loadPeers, loadSetting } from '../../db/load.ts'
import { bundleHistory } from '../../db/private/exchange.ts'
import { logDocument, logList } from '../../db/private/documents-made.ts'
import { certificateBook, owedList } from '../../db/queries/classes.ts'
import { exampleList, modelList } from '../../db/queries/follow.ts'
import { candidateList, homeList, memberList, nominationList, reviewsList, unitList } from '../../db/queries/lists.ts'
import { coverageView, reportView } from '../../db/queries/reports.ts'
import { targetsView } from '../../db/queries/targets.ts'
import type { ReadDb } from '../../db/transaction.ts'
import { loadJudging, loadRulebook } from '../../db/load-rules.ts'
import { withBodies } from '../../shared/words/vi.ts'
import type { Workplace } from '../office/workplace.ts'
import { dayOf } from '../clock.ts'
import { documentToDocx, readMargins } from './docx.ts'
import { composedFor, labelled } from './preview.ts'
import { writeInClear } from './write-in-clear.ts'
import { listsToXlsx, listToXlsx } from './xlsx.ts'
import { nameOfDevice } from '../../shared/model/devices.ts'

/** Writes a document to a chosen file. */
export async function makeDocument(
  workplace: Workplace,
  { to, why, ...input }: z.infer<(typeof INPUTS)['document.make']>,
): Promise<Result<ClearFile, Refusal>> {
  const asking = { today: workplace.clock.today(), userName: workplace.user.user.name }
  const found = workplace.query((db) => {
    const composed = composedFor(db, input, asking)
    return composed.ok ? ok({ ...composed.value, margins: loadSetting(db, 'documentMargins') }) : composed
  })
  if (!found.ok) return found
  const { composed, party, cases, blocks, margins } = found.value
  const { step } = DOCUMENT_KINDS[input.kind]
  if (blocks.length > 0 && step !== null)
    return fail(refusal('BLOCKED', { step, findings: blocks.map(({ name: _name, ...finding }) => finding) }))
  if (composed.document === null)
    return fail(refusal('DOCUMENT_INCOMPLETE', { missing: composed.missing.map(labelled) }))
  const bytes = await documentToDocx(composed.document, readMargins(margins))
  return writeInClear(workplace, to, bytes, (db, at, user) =>
    logDocument(db, at, user, {
      kind: input.kind,
      key: party.key,
      number: composed.number,
      date: composed.date,
      cases: [...cases],
      facts: rememberedFacts(composed.fields),
      file: basename(to),
      why,
    }),
  )
}

/** Writes a list to a chosen file. */
export async function writeList(
  workplace: Workplace,
  input: z.infer<(typeof INPUTS)['list.write']>,
): Promise<Result<ClearFile & { readonly rows: number }, Refusal>> {
  const { what, to, why, include = {} } = input
  const list = workplace.query((db) => listOf(db, input, workplace.clock.today()))
  if (list === null) return fail(refusal('NOT_FOUND', { what: 'unit', id: input.places?.at ?? '' }))
  const bytes = await listToXlsx(list)
  const written = await writeInClear(workplace, to, bytes, (db, at, user) =>
    logList(db, at, user, {
      what,
      rows: list.rows.length,
      include: Object.entries(include).flatMap(([name, isIn]) => (isIn === true ? [name] : [])),
      file: basename(to),
      why,
    }),
  )
  return written.ok ? ok({ ...written.value, rows: list.rows.length }) : written
}

/** Writes the report of a period as a workbook to a chosen file. */
export async function writeReport(
  workplace: Workplace,
  { to, why, ...asked }: z.infer<(typeof INPUTS)['report.write']>,
): Promise<Result<ClearFile & { readonly rows: number }, Refusal>> {
  const sheets = workplace.query((db) => {
    const view = reportView(db, workplace.clock.today(), asked)
    const named = (text: string) => withBodies(text, bodiesOn(db, workplace.clock.today()))
    return view === null ? null : reportSheets(view.report, loadOffice(db)?.profile.name ?? '', named)
  })
  if (sheets === null) return fail(refusal('NOT_FOUND', { what: 'unit', id: asked.at ?? '' }))
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const bytes = await listsToXlsx(sheets)
  const written = await writeInClear(workplace, to, bytes, (db, at, user) =>
    logList(db, at, user, { what: 'report', rows, include: [], file: basename(to), why }),
  )
  return written.ok ? ok({ ...written.value, rows }) : written
}

/** What the committees of a day are called. */
function bodiesOn(db: ReadDb, today: string) {
  const { levels } = loadRulebook(db).rulesOn(today).structure
  return { section: levels.section.value, committee: levels.baseCommittee.value }
}

function listOf(db: ReadDb, input: z.infer<(typeof INPUTS)['list.write']>, today: string): ListModel | null {
  const { what, filter = {}, include = {}, columns } = input
  const bodies = bodiesOn(db, today)
  const options = {
    office: loadOffice(db)?.profile.name ?? '',
    day: today,
    include,
    chosen: columns,
    named: (text: string) => withBodies(text, bodies),
  }
  switch (what) {
    case 'candidates':
      return listModel('candidates', candidateList(db, filter, today), options)
    case 'members':
      return listModel('members', memberList(db, filter.unit), options)
    case 'units':
      return listModel('units', unitList(db), options)
    case 'reviews':
      return listModel('reviews', reviewsList(db), options)
    case 'nominations':
      return listModel('nominations', nominationList(db, filter.unit), options)
    case 'certificates':
      return listModel('certificates', certificateBook(db, input.book ?? {}), options)
    case 'owed':
      return listModel('owed', owedList(db, loadJudging(db, today)), options)
    case 'coverage':
      return coverageList(db, input.places ?? {}, options)
    case 'targets':
      return targetList(db, input.places ?? {}, options)
    case 'models':
      return listModel('models', modelList(db, today, {}).rows, options)
    case 'examples':
      return listModel('examples', exampleList(db, today, { tellable: true }).rows, options)
    case 'exchangeHistory':
      return listModel('exchangeHistory', exchanged(db), options)
    case 'home':
      return listModel('home', homeList(db, loadJudging(db, today)), options)
  }
}

type ListOptions = Parameters<typeof listModel>[2]

/** Branches by how long they have had no new member; null where there is no such place. */
function coverageList(db: ReadDb, { at, idle }: PlacesAsked, options: ListOptions): ListModel | null {
  const view = coverageView(db, options.day, at)
  if (view === null) return null
  const rows = longestFirst(view.branches).filter((branch) => idle === undefined || branch.idle === idle)
  return { ...listModel('coverage', rows, options), subtitle: placeName(view.places, at) }
}

/** Targets of a year with the whole as the last row; null where there is no such place. */
function targetList(db: ReadDb, { at, year, membersOn }: PlacesAsked, options: ListOptions): ListModel | null {
  const asked = { year: year ?? yearOf(options.day), at, membersOn }
  const view = targetsView(db, loadJudging(db, options.day), asked)
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
  return trusted<readonly BundleRow[]>(bundleHistory(db)).map((row) => ({
    day: dayOf(row.at),
    direction: row.direction,
    office: names.get(row.office) ?? nameOfDevice(devices, row.office),
    ...(row.direction === 'out'
      ? { kind: row.report.kind, entries: row.report.entries, scans: row.report.scans }
      : { kind: null, entries: row.report.fresh, scans: null }),
  }))
}

/** What the next document of that body is to propose: what was typed or changed, not what follows from the data. */
function rememberedFacts(fields: readonly Field[]): Facts {
  return Object.fromEntries(
    fields
      .filter(({ code, from }) => BODY_FACTS.has(code) && (from === 'typed' || from === 'remembered'))
      .map(({ code, value }) => [code, value]),
  )
}
