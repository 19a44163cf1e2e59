/**
 * Documents and lists as files in clear, where a person asked for them and said why. Every file is written whole or not
 * at all, and logged; the log is the record until documents have an entry of their own.
 */
import { basename } from 'node:path'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { INPUTS } from '../../shared/contract/inputs.ts'
import type { ClearFile } from '../../shared/contract/documents.ts'
import { isOnDisk } from '../../shared/contract/lists.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { BODY_FACTS, type Facts } from '../../shared/documents/codes.ts'
import { DOCUMENT_KINDS } from '../../shared/documents/compose/index.ts'
import type { Field } from '../../shared/documents/form.ts'
import { chosenIn } from '../../shared/documents/guarded.ts'
import { reportSheets } from '../../shared/documents/report-sheets.ts'
import { loadOffice, loadSetting } from '../../db/load.ts'
import { loadJudging } from '../../db/load-rules.ts'
import { logDocument, logList } from '../../db/private/documents-made.ts'
import { reportView } from '../../db/queries/reports.ts'
import { listing } from '../backup/list.ts'
import type { Workplace } from '../office/workplace.ts'
import { documentToDocx, readMargins } from './docx.ts'
import { listOf, namedOn, notThere } from './list-of.ts'
import { composedFor, labelled } from './preview.ts'
import { endingOf, writeInClear } from './write-in-clear.ts'
import { listsToXlsx, listToXlsx } from './xlsx.ts'

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
      file: endingOf(to),
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
  const backups = isOnDisk(what) ? await listing(workplace, workplace, undefined) : null
  const list = workplace.query((db) => listOf(db, input, loadJudging(db, workplace.clock.today()), backups))
  if (list === null) return fail(notThere(input, backups))
  const bytes = await listToXlsx(list)
  const written = await writeInClear(workplace, to, bytes, (db, at, user) =>
    logList(db, at, user, {
      what,
      rows: list.rows.length,
      include: chosenIn(include),
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
    const judging = loadJudging(db, workplace.clock.today())
    return view === null ? null : reportSheets(view.report, loadOffice(db)?.profile.name ?? '', namedOn(judging))
  })
  if (sheets === null) return fail(refusal('NOT_FOUND', { what: 'unit', id: asked.at ?? '' }))
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const bytes = await listsToXlsx(sheets)
  const written = await writeInClear(workplace, to, bytes, (db, at, user) =>
    logList(db, at, user, { what: 'report', rows, include: [], file: basename(to), why }),
  )
  return written.ok ? ok({ ...written.value, rows }) : written
}

/** What the next document of that body is to propose: what was typed or changed, not what follows from the data. */
function rememberedFacts(fields: readonly Field[]): Facts {
  return Object.fromEntries(
    fields
      .filter(({ code, from }) => BODY_FACTS.has(code) && (from === 'typed' || from === 'remembered'))
      .map(({ code, value }) => [code, value]),
  )
}
