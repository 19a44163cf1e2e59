/**
 * The label of a set: one `<sha256>  <part name>` line per part, in order, exactly what `sha256sum -c` reads. It is
 * unsigned and says only whether the parts are there and whole (FORMAT.md section 3).
 */
import { sha256Hex, utf8 } from '../base/canonical.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { LIMITS } from './format.ts'

/** A part as the label names it. `sha256`: 64 lower-case hex digits. */
export type LabelLine = { readonly sha256: string; readonly name: string }

/** Why a text is not a label: a line of another form, too long, or parts not numbered 001, 002, ... of one set. */
export type LabelFault = 'form' | 'size' | 'parts'

const LINE = /^([0-9a-f]{64})  ([A-Za-z0-9._-]{1,88}\.tar\.age)\.(\d{3})$/

/** The label's text for the parts of a set, in order. */
export function printLabel(parts: readonly LabelLine[]): string {
  return parts.map((part) => `${part.sha256}  ${part.name}\n`).join('')
}

/** SHA-256 of a label, hex, as slips print it: a set is known by it wherever it lies and whatever its files are called. */
export function labelHash(parts: readonly LabelLine[]): string {
  return sha256Hex(utf8(printLabel(parts)))
}

/**
 * Reads a label.
 * @param text - the file's content decoded as UTF-8; a final LF is required, CR is not allowed
 * @returns its lines, 1 to 999, numbered from .001 without a hole and all of one base name
 */
export function parseLabel(text: string): Result<readonly LabelLine[], LabelFault> {
  if (text.length > LIMITS.labelBytes) return fail('size')
  if (!text.endsWith('\n')) return fail('form')
  const rows = text.slice(0, -1).split('\n')
  if (rows.length > LIMITS.parts) return fail('size')
  const parts: LabelLine[] = []
  let base: string | undefined
  for (const row of rows) {
    const [, sha256, stem, number] = LINE.exec(row) ?? []
    if (sha256 === undefined || stem === undefined || number === undefined) return fail('form')
    base ??= stem
    if (stem !== base || Number(number) !== parts.length + 1) return fail('parts')
    parts.push({ sha256, name: `${stem}.${number}` })
  }
  return ok(parts)
}
