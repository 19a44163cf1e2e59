/**
 * The envelope of a journal entry: one fact a person recorded. The journal stores the exact bytes of its line; every
 * reader parses those bytes with `parseLine`. Byte-level rules: shared/bundle/FORMAT.md section 2.
 */
import { trusted } from '../base/trust.ts'
import { z } from 'zod'
import { canonicalJson, isCanonicalJson, toNfc, type Json } from '../base/canonical.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'

/** What an entry can be about. */
export const SubjectType = z.enum([
  'office',
  'user',
  'peer',
  'unit',
  'member',
  'case',
  'class',
  'setting',
  'bundle',
  'device',
  'ruleSet',
  'holidays',
  'target',
  'report',
  'definition',
  'meeting',
  'model',
  'example',
  'directive',
  'activity',
  'inspection',
  'rating',
  'measure',
])

/** What an entry can be about. */
export type SubjectType = z.infer<typeof SubjectType>

/** The thing an entry is about: its type and its UUID (or another id of that type). */
export type Subject = { readonly type: SubjectType; readonly id: string }

/** A place in a channel. */
export type Place = { readonly channel: string; readonly seq: number }

/** Who recorded an entry, as of then. */
export type Actor = { readonly id: string; readonly name: string; readonly post: string }

/** One entry as written in a line. `payload` is not yet judged by its kind. */
export type Entry = {
  readonly id: string
  readonly kind: string
  readonly v: number
  readonly seq: number
  readonly after: readonly Place[]
  readonly at: string
  readonly actor: Actor
  readonly subject: Subject
  readonly payload: unknown
  readonly salt: string
}

/** An erased line: the chain still holds through the hash of what stood there. */
export type ErasedLine = { readonly erased: string; readonly seq: number }

const Envelope = z.strictObject({
  id: Uuid,
  kind: z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
  v: z.number().int().min(1),
  seq: z.number().int().min(1),
  after: z
    .array(z.strictObject({ channel: z.string().min(1).max(100), seq: z.number().int().min(1) }))
    .max(64)
    .refine((places) => places.every((place, i) => i === 0 || (places[i - 1]?.channel ?? '') < place.channel)),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  actor: z.strictObject({ id: z.string().min(1).max(64), name: z.string().max(200), post: z.string().max(200) }),
  subject: z.strictObject({ type: z.string().min(1).max(40), id: z.string().min(1).max(120) }),
  payload: z.record(z.string(), z.unknown()),
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
})

const Erased = z.strictObject({ erased: z.string().regex(/^[0-9a-f]{64}$/), seq: z.number().int().min(1) })

/** Prints an entry as its line, without the LF. */
export function printLine(entry: Entry): string {
  return canonicalJson(trusted<Json>(toNfc(entry)))
}

/** Why a line could not be read as an entry. */
export type LineFault = 'json' | 'canonical' | 'envelope'

/**
 * Reads a line. A line whose bytes are not canonical JSON is a fault of layout (the bundle is refused); one that is
 * canonical but not an envelope this build knows is authentic all the same and is held.
 */
export function parseLine(line: string): Result<Entry | ErasedLine, LineFault> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return fail('json')
  }
  if (!isCanonicalJson(line, trusted<Json>(value))) return fail('canonical')
  const read = readEntry(line, value)
  return read === null ? fail('envelope') : ok(read)
}

/** Reads what JSON.parse made of a canonical line; null for an envelope this build does not know. */
export function readEntry(line: string, value: unknown): Entry | ErasedLine | null {
  // Schemas drop this key unseen, so a payload could carry what no schema has judged.
  if (line.includes('"__proto__":')) return null
  if (nestsDeeper(line, MOST_NESTED)) return null
  const entry = Envelope.safeParse(value)
  if (entry.success) return trusted<Entry>(entry.data)
  const erased = Erased.safeParse(value)
  return erased.success ? erased.data : null
}

/** No honest entry nests half as deep; a schema that calls itself would run out of stack, sooner here than elsewhere. */
const MOST_NESTED = 64

/** True if brackets of a JSON text stand in each other more than `most` times. */
function nestsDeeper(json: string, most: number): boolean {
  // A bracket and its counterpart each take a character, so that most lines are too short to be looked at.
  if (json.length <= 2 * most) return false
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (isText) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) isText = false
    } else if (code === 0x22) isText = true
    else if (code === 0x7b || code === 0x5b) {
      if ((depth += 1) > most) return true
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return false
}

/** True for the stub of an erased entry. */
export function isErased(line: Entry | ErasedLine): line is ErasedLine {
  return 'erased' in line
}
