/**
 * The preview of a document: what would be written, what is missing, what to doubt. Reading only, so it is answered by
 * the reader thread while a person types.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { DocumentPreview } from '../../shared/contract/documents.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { DocumentInput } from '../../shared/documents/codes.ts'
import { DOCUMENT_NAMES, missingLabel } from '../../shared/words/vi.ts'
import { composeDocument, type ComposedDocument } from '../../db/queries/documents.ts'
import type { ReadDb } from '../../db/transaction.ts'
import { loadJudging } from '../../db/load-rules.ts'

/** Who asks, and on what day. */
export type Asking = { readonly today: string; readonly userName: string }

/** A document as it would be written. */
export function previewDocument(
  db: ReadDb,
  input: DocumentInput,
  { today, userName }: Asking,
): Result<DocumentPreview, Refusal> {
  const found = composedFor(db, input, { today, userName })
  return found.ok ? ok(previewOf(input, found.value)) : found
}

/** Composes a document, or says what was not found. */
export function composedFor(db: ReadDb, input: DocumentInput, asking: Asking): Result<ComposedDocument, Refusal> {
  const found = composeDocument(db, input, { ...asking, ...loadJudging(db, asking.today) })
  if (!('lost' in found)) return ok(found)
  if (found.lost === 'office') return fail(refusal('NOT_SET_UP', {}))
  return fail(refusal('NOT_FOUND', { what: found.lost, id: found.id }))
}

function previewOf(input: DocumentInput, { composed, blocks, cases }: ComposedDocument): DocumentPreview {
  const { document, missing, fields, warnings, number, nextNumber, date } = composed
  const head = number === null ? '' : `${number.replace(/[/\\]/g, '_')} `
  const many = cases.length > 1 && input.meeting === undefined ? ` (${cases.length} người)` : ''
  return {
    document,
    missing: missing.map(labelled),
    fields,
    warnings,
    blocks,
    number,
    nextNumber,
    date,
    fileName: `${head}${DOCUMENT_NAMES[input.kind]}${many}.docx`,
  }
}

/** What is missing, with its label. */
export function labelled<Code extends Parameters<typeof missingLabel>[0]>(code: Code) {
  return { code, label: missingLabel(code) }
}
