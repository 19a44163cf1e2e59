/**
 * Pages of the window on paper or as a PDF: the window makes them, the core logs what left in clear and why, and writes
 * the PDF where a person chose.
 */
import { basename } from 'node:path'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { INPUTS } from '../../shared/contract/inputs.ts'
import type { ClearFile, LoggedPrint } from '../../shared/contract/documents.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { chosenIn } from '../../shared/documents/guarded.ts'
import { isOwnPrint, logPrint, logUnwritten } from '../../db/private/documents-made.ts'
import { write } from '../../db/transaction.ts'
import type { Workplace } from '../office/workplace.ts'
import { isPdfWhole, mediaTypeOf } from '../scans/media.ts'
import { endingOf, writeInClear } from './write-in-clear.ts'

/** Logs what is about to go to a printer. */
export function recordPrint(
  workplace: Workplace,
  { what, case: id, include = {}, why }: z.infer<(typeof INPUTS)['print.log']>,
): Result<LoggedPrint, Refusal> {
  const { store, clock, user } = workplace
  const line = write(store, (db) =>
    logPrint(db, clock.at(), user.id, { what, case: id ?? null, include: chosenIn(include), file: null, why }),
  )
  return ok({ line })
}

/** Logs that what was to go to a printer did not. The line of the print stays; only who made it may say so of it. */
export function recordCancelled(
  { store, clock, user }: Workplace,
  { line }: z.infer<(typeof INPUTS)['print.cancelled']>,
): Result<null, Refusal> {
  return write(store, (db) => {
    if (!isOwnPrint(db, line, user.id)) return fail(refusal('NOT_FOUND', { what: 'print', id: String(line) }))
    logUnwritten(db, clock.at(), user.id, line)
    return ok(null)
  })
}

/** Writes a page of the window, which it has made into a PDF, to a chosen file. */
export async function savePrint(
  workplace: Workplace,
  { what, case: id, include = {}, why, to, base64 }: z.infer<(typeof INPUTS)['print.save']>,
): Promise<Result<ClearFile, Refusal>> {
  const bytes = Buffer.from(base64, 'base64')
  if (mediaTypeOf(bytes) !== 'application/pdf' || !isPdfWhole(bytes)) return fail(refusal('NOT_A_PDF', {}))
  return writeInClear(workplace, to, bytes, (db, at, user) =>
    logPrint(db, at, user, {
      what,
      case: id ?? null,
      include: chosenIn(include),
      file: id === undefined ? basename(to) : endingOf(to),
      why,
    }),
  )
}
