/**
 * What to do with an authentic line of a bundle: apply it, or hold it. A held line refuses nothing; it is stored,
 * acknowledged and waits for an update or for its author to void it. Faults of layout never come here. The work is in
 * two steps: what a line is by itself is seen once, while its bundle is verified; what the house makes of it is judged
 * when it is taken in, and again for as long as it is held.
 */
import { z } from 'zod'
import { OfficeId, Uuid } from '../base/ids.ts'
import { DeviceId, parseChannel } from '../bundle/format.ts'
import { isErased, parseLine, readEntry, SubjectType, type Entry, type ErasedLine, type Place } from './entry.ts'
import { isKind, kindRow } from './kinds.ts'
import type { Author } from './kinds/row.ts'
import { alsoReceives } from './routing.ts'
import { schemaOf } from './upcast.ts'

/** How the office that wrote a channel stands to ours. */
export type Standing = 'self' | 'superior' | 'subordinate' | 'trainer' | 'successor' | 'predecessor'

/** Why a line is held. */
export type HoldReason = 'envelope' | 'unknownKind' | 'unknownVersion' | 'schema' | 'authority' | 'idTaken' | 'after'

/** What of an entry decides on its place; its payload is read from the line when its subject is folded. */
export type EntryHead = Pick<Entry, 'id' | 'kind' | 'subject' | 'after'>

/** What a line is by itself, whoever sent it: an entry of a known form, the stub of one, or what this build cannot read. */
export type LineShape =
  | { readonly kind: 'entry'; readonly entry: EntryHead }
  | { readonly kind: 'erased' }
  | { readonly kind: 'held'; readonly reason: HoldReason; readonly entry: EntryHead | null }

/** An entry of an office that has become ours, which is kept as it was and counts for nothing here. */
export type Inherited = { readonly kind: 'inherited'; readonly entry: EntryHead }

/** A line as its verification leaves it: its text without LF, the head of its channel after it, and what it is. */
export type CheckedLine = { readonly line: string; readonly head: string; readonly shape: LineShape }

/** The verdict on one line. */
export type Verdict = LineShape | Inherited

/** What the verdict depends on besides the line. */
export type ClassifyFacts = {
  /** The office that wrote the channel, and how it stands to us. */
  readonly office: string
  readonly standing: Standing
  /** Audience of the channel: `own`, `all`, or an office id. */
  readonly audience: string
  readonly self: string
  /** True if an entry of this id is already held in another place. */
  readonly idTaken: (id: string) => boolean
}

/** Judges one stored line. */
export function classify(line: string, facts: ClassifyFacts): Verdict {
  const parsed = parseLine(line)
  return judge(shapeOf(parsed.ok ? parsed.value : null), facts)
}

/** What a line is by itself. @param value - what JSON.parse made of its canonical JSON */
export function shapeOfLine(line: string, value: unknown): LineShape {
  return shapeOf(readEntry(line, value))
}

/** What the house makes of a line: which office sent it, to whom, and whether its id is new here. */
export function judge(shape: LineShape, facts: ClassifyFacts): Verdict {
  if (shape.kind !== 'entry') return shape
  const { entry } = shape
  if (facts.standing === 'predecessor') return judgeInherited(shape, entry, facts)
  if (!mayAuthor(entry.kind, facts)) return { kind: 'held', reason: 'authority', entry }
  // Waiting for what this office is never sent would be waiting for ever.
  if (!entry.after.every((place) => isReceived(place.channel, facts))) return { kind: 'held', reason: 'after', entry }
  return facts.idTaken(entry.id) ? { kind: 'held', reason: 'idTaken', entry } : shape
}

/** Subjects whose private entries count on at the successor. */
const INHERITED: ReadonlySet<string> = new Set(['unit', 'member', 'target'])

/**
 * What an office hands its successor: its units, members and targets count on, and each case as it was handed over. Its house, its
 * ended cases and what it told others are its own history: kept, and counted where they were. What it had seen in channels
 * that its successor is never sent cannot be waited for.
 */
function judgeInherited(
  shape: LineShape,
  entry: EntryHead,
  { office, audience, self, idTaken }: ClassifyFacts,
): Verdict {
  const row = isKind(entry.kind) ? kindRow(entry.kind) : null
  const counts =
    entry.kind === 'case.handedOver'
      ? audience === self
      : (audience === self || audience === 'own') && row !== null && INHERITED.has(row.subject)
  const known = { ...entry, after: afterInherited(entry.after, office) }
  if (!counts) return { kind: 'inherited', entry: known }
  return idTaken(entry.id) ? { kind: 'held', reason: 'idTaken', entry } : { ...shape, kind: 'entry', entry: known }
}

/** What a line of a predecessor comes after, as far as its successor is sent it. */
export function afterInherited(after: readonly Place[], office: string): readonly Place[] {
  return after.filter(({ channel }) => parseChannel(channel)?.office === office)
}

/** True if whoever receives the line's channel receives this one too. */
function isReceived(channel: string, { office, audience }: ClassifyFacts): boolean {
  const parts = parseChannel(channel)
  return parts !== null && alsoReceives(audience, parts, office)
}

function shapeOf(read: Entry | ErasedLine | null): LineShape {
  if (read === null) return { kind: 'held', reason: 'envelope', entry: null }
  if (isErased(read)) return { kind: 'erased' }
  const { id, kind, subject, after } = read
  const entry = { id, kind, subject, after }
  const reason = faultOf(read)
  return reason === null ? { kind: 'entry', entry } : { kind: 'held', reason, entry }
}

function faultOf(entry: Entry): HoldReason | null {
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
  return namesItsSubject(entry) ? null : 'schema'
}

/** Ids by type, where they have a form: rows are kept under them. */
const SUBJECT_IDS: Readonly<Record<string, z.ZodType<string>>> = {
  office: OfficeId,
  peer: OfficeId,
  device: DeviceId,
  unit: Uuid,
  member: Uuid,
  case: Uuid,
  target: z.union([OfficeId, Uuid]),
  report: Uuid,
  definition: Uuid,
  class: Uuid,
  meeting: Uuid,
  model: Uuid,
  example: Uuid,
  directive: Uuid,
  activity: Uuid,
  inspection: Uuid,
  rating: Uuid,
  measure: Uuid,
}

/** True if the subject's id is one of its type, and the payload speaks of no other office than the subject. */
function namesItsSubject({ kind, subject, payload }: Entry): boolean {
  if (SUBJECT_IDS[subject.type]?.safeParse(subject.id).success === false) return false
  const named = typeof payload === 'object' && payload !== null && 'office' in payload ? payload.office : subject.id
  return kind !== 'office.founded' || named === subject.id
}

/** The authority table: which office may send us which kind, through which channel. */
function mayAuthor(kind: string, facts: ClassifyFacts): boolean {
  if (facts.standing === 'self') return true
  if (!isKind(kind)) return false
  const row = kindRow(kind)
  switch (row.audience) {
    case 'own':
      return false
    case 'superior':
      return facts.standing === 'subordinate' && facts.audience === facts.self
    case 'keeper':
      // An office that is merged into another hands its own cases over itself, and tells the office above.
      if (kind === 'case.handedOver' && facts.standing === 'subordinate') return facts.audience === facts.self
      return mayAnswer(row.author, facts.standing) && facts.audience === facts.self
    case 'trainer':
      return facts.standing !== 'trainer' && facts.audience === facts.self
    case 'all':
      return facts.audience === 'all' && (!NEEDS_STANDING.has(row.author) || mayAnswer(row.author, facts.standing))
    case 'asTarget':
      return facts.audience === facts.self || facts.audience === 'all'
  }
}

/** Authors whose word to everybody counts only from an office above, or from one that runs classes. */
const NEEDS_STANDING: ReadonlySet<Author> = new Set(['decides', 'trains'])

/** What a deciding office records comes from above; what concerns classes also from the office that runs them. */
function mayAnswer(author: Author, standing: Standing): boolean {
  return standing === 'superior' || (author === 'trains' && standing === 'trainer')
}
