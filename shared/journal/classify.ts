/**
 * What to do with an authentic line of a bundle: apply it, or hold it. A held line refuses nothing; it is stored,
 * acknowledged and waits for an update or for its author to void it. Faults of layout never come here.
 */
import type { z } from 'zod'
import { OfficeId, Uuid } from '../base/ids.ts'
import { isErased, parseLine, SubjectType, type Entry } from './entry.ts'
import { isKind, kindRow } from './kinds.ts'
import { schemaOf } from './upcast.ts'

/** How the office that wrote a channel stands to ours. */
export type Standing = 'self' | 'superior' | 'subordinate' | 'trainer'

/** Why a line is held. */
export type HoldReason = 'envelope' | 'unknownKind' | 'unknownVersion' | 'schema' | 'authority' | 'idTaken'

/** The verdict on one line. */
export type Verdict =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'erased' }
  | { readonly kind: 'held'; readonly reason: HoldReason; readonly entry: Entry | null }

/** What the verdict depends on besides the line. */
export type ClassifyFacts = {
  readonly standing: Standing
  /** Audience of the channel: `own`, `all`, or an office id. */
  readonly audience: string
  readonly self: string
  /** True if an entry of this id is already held in another place. */
  readonly idTaken: (id: string) => boolean
}

/** Judges one line. */
export function classify(line: string, facts: ClassifyFacts): Verdict {
  const parsed = parseLine(line)
  if (!parsed.ok) return { kind: 'held', reason: 'envelope', entry: null }
  if (isErased(parsed.value)) return { kind: 'erased' }
  const entry = parsed.value
  const reason = holdReason(entry, facts)
  return reason === null ? { kind: 'entry', entry } : { kind: 'held', reason, entry }
}

function holdReason(entry: Entry, facts: ClassifyFacts): HoldReason | null {
  if (!isKind(entry.kind)) return 'unknownKind'
  const row = kindRow(entry.kind)
  if (entry.v > row.v) return 'unknownVersion'
  if (schemaOf(row, entry.v)?.safeParse(entry.payload).success !== true) return 'schema'
  if (
    row.audience === 'asTarget'
      ? !SubjectType.safeParse(entry.subject.type).success
      : entry.subject.type !== row.subject
  )
    return 'schema'
  if (!namesItsSubject(entry)) return 'schema'
  if (!mayAuthor(entry.kind, facts)) return 'authority'
  return facts.idTaken(entry.id) ? 'idTaken' : null
}

/** Ids by type, where they have a form: rows are kept under them. */
const SUBJECT_IDS: Readonly<Record<string, z.ZodType<string>>> = {
  office: OfficeId,
  peer: OfficeId,
  unit: Uuid,
  member: Uuid,
  case: Uuid,
}

/** True if the subject's id is one of its type, and the payload speaks of no other office than the subject. */
function namesItsSubject({ kind, subject, payload }: Entry): boolean {
  if (SUBJECT_IDS[subject.type]?.safeParse(subject.id).success === false) return false
  const named = typeof payload === 'object' && payload !== null && 'office' in payload ? payload.office : subject.id
  return kind !== 'office.founded' || named === subject.id
}

/** The authority table: which office may send us which kind, through which channel. */
function mayAuthor(kind: Parameters<typeof kindRow>[0], facts: ClassifyFacts): boolean {
  if (facts.standing === 'self') return true
  const row = kindRow(kind)
  switch (row.audience) {
    case 'own':
      return false
    case 'superior':
      return facts.standing === 'subordinate' && facts.audience === facts.self
    case 'keeper':
      return facts.standing === 'superior' && facts.audience === facts.self
    case 'all':
      return facts.audience === 'all'
    case 'asTarget':
      return facts.audience === facts.self || facts.audience === 'all'
  }
}
