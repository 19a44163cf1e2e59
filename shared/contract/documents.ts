/**
 * What the port answers about documents and lists: the preview with what is missing, and what was written.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import type { MissingCode } from '../documents/codes.ts'
import type { Field } from '../documents/form.ts'
import type { DocumentModel } from '../documents/model.ts'
import type { NumberWarning } from '../documents/number.ts'
import { Matter } from '../model/acts.ts'
import { NUMBERED_ACTS } from '../model/numbers.ts'
import { MOST_NAMED } from './answers.ts'
import type { BlockingFinding } from './refusals.ts'

/** A document as it would be written, or what it lacks. */
export type DocumentPreview = {
  /** Null while something is missing. */
  readonly document: DocumentModel | null
  readonly missing: readonly { readonly code: MissingCode; readonly label: string }[]
  readonly fields: readonly Field[]
  readonly warnings: readonly NumberWarning[]
  /** Findings that stop the paper, with the person they are about. */
  readonly blocks: readonly (BlockingFinding & { readonly name: string })[]
  readonly number: string | null
  readonly nextNumber: string | null
  readonly date: string
  /** A name for the file, without folder. */
  readonly fileName: string
}

/**
 * A resolution that is being recorded, as it stands on its paper: of a vote, or of the branch about its list. `date`: of the
 * document; left out where nobody has written it, and the act tells no day for it.
 */
export const TypedResolution = z.strictObject({
  act: z.enum(NUMBERED_ACTS).exclude(['decision']),
  matter: Matter.optional(),
  number: line(60),
  date: Day.optional(),
})
export type TypedResolution = z.infer<typeof TypedResolution>

/** What is asked about its number: whom it is about, of a review of the list the unit. */
export const DoubtsInput = z.strictObject({
  cases: z.array(Uuid).min(1).max(MOST_NAMED).optional(),
  unit: Uuid.optional(),
  typed: TypedResolution,
})
export type DoubtsInput = z.infer<typeof DoubtsInput>

/**
 * What left the program in clear, as the log tells it. `what`: kind of the document, name of the list or of the page; `people`:
 * how many it is about, null where that is not known; `include`: what was chosen to be in it besides; `file`: its name, of a
 * document, a scan and the print of a case only the ending, which names nobody, null where it went to a printer; `isWritten`:
 * false where the file could not be written after all, or nothing was printed.
 */
export type ClearRow = {
  readonly seq: number
  readonly at: string
  readonly userName: string | null
  readonly type: 'document' | 'list' | 'print' | 'scanFile'
  readonly what: string
  readonly people: number | null
  readonly include: readonly string[]
  readonly file: string | null
  readonly why: string
  readonly isWritten: boolean
}

/** A window of that log, the newest first. `more`: there are older ones. `isCut`: its last lines are gone. */
export type ClearLog = { readonly rows: readonly ClearRow[]; readonly more: boolean; readonly isCut: boolean }

/** A print that is logged and may go to the printer. `line`: its place in the log. */
export type LoggedPrint = { readonly line: number }

/** A file that was written in clear. `carried`: whether its drive can be carried away. */
export type ClearFile = {
  readonly file: string
  readonly bytes: number
  readonly carried: 'yes' | 'no' | 'unknown'
}
