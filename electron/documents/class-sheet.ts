/**
 * The round trip with a trainer who has no program: the roster out as a spreadsheet, the filled-in one back as rows to be
 * looked at. Nothing is recorded here; that is the command's work, once a person has seen the rows.
 */
import { basename } from 'node:path'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { INPUTS } from '../../shared/contract/inputs.ts'
import type { SheetReading } from '../../shared/contract/classes.ts'
import type { ClearFile } from '../../shared/contract/documents.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { readRosterSheet, rosterSheet } from '../../shared/documents/roster-sheet.ts'
import { loadOffice } from '../../db/load.ts'
import { createReader } from '../../db/reader.ts'
import { logList } from '../../db/private/documents-made.ts'
import { classView } from '../../db/queries/classes.ts'
import { attempt } from '../disk/attempt.ts'
import { readWhole } from '../disk/streams.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { LARGEST_SHEET, readXlsx } from './read-xlsx.ts'
import { writeInClear } from './write-in-clear.ts'
import { bookToXlsx } from './xlsx.ts'

/** Writes the roster of a class to a chosen file. */
export async function writeRoster(
  workplace: Workplace,
  { class: id, to, why }: z.infer<(typeof INPUTS)['class.writeRoster']>,
): Promise<Result<ClearFile, Refusal>> {
  const today = workplace.clock.today()
  const found = workplace.query((db) => ({
    view: classView(db, id, today),
    office: loadOffice(db)?.profile.name ?? '',
  }))
  if (found.view === null) return fail(refusal('NOT_FOUND', { what: 'class', id }))
  const { seats } = found.view
  const bytes = await bookToXlsx(rosterSheet(found.view, found.office))
  return writeInClear(workplace, to, bytes, (db, at, user) =>
    logList(db, at, user, { what: 'classRoster', rows: seats.length, include: [], file: basename(to), why }),
  )
}

/** Reads a filled-in roster. */
export async function readSheet(
  workplace: Workplace,
  { class: id, file }: z.infer<(typeof INPUTS)['class.readSheet']>,
): Promise<Result<SheetReading, Refusal>> {
  const bytes = await attempt(() => readWhole(workplace.disk, file, LARGEST_SHEET))
  if (!bytes.ok) return fail(refuse(bytes.error))
  if (bytes.value === undefined) return fail(refusal('SHEET_UNREADABLE', { why: 'tooLarge' }))
  const table = await readXlsx(bytes.value)
  if (!table.ok) return table
  const lastDay = workplace.clock.doubt() === null ? workplace.clock.today() : undefined
  const reading = workplace.query((db) => {
    const view = classView(db, id, workplace.clock.today())
    if (view === null) return fail(refusal('NOT_FOUND', { what: 'class', id }))
    const reader = createReader(db, () => false)
    return ok(
      readRosterSheet(table.value, view, {
        lastDay,
        isTaken: (number, caseId) => reader.certificateHolder(number, { case: caseId, class: id }) !== null,
      }),
    )
  })
  if (!reading.ok) return reading
  return reading.value === null ? fail(refusal('SHEET_UNREADABLE', { why: 'noHeader' })) : ok(reading.value)
}
