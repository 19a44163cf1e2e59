/**
 * The envelope of a journal entry: one fact a person recorded. The journal stores the exact bytes of its line; every
 * reader parses those bytes with `parseLine`. Byte-level rules: shared/bundle/FORMAT.md section 2.
 */
import { trusted } from '../base/trust.ts'
import { z } from 'zod'
import { canonicalJson, isCanonicalJson, toNfc, type Json } from '../base/canonical.ts'
import { UUID } from '../base/ids.ts'
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

/** What a subject is told apart by among those of all types. */
export function subjectKey({ type, id }: Subject): string {
  return `${type}/${id}`
}

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

const KIND = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const SALT = /^[A-Za-z0-9_-]{22}$/
const HASH = /^[0-9a-f]{64}$/
const MOST_PLACES = 64

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
  return isEnvelope(value) || isErasedLine(value) ? value : null
}

/*
 * The envelope is checked by hand: it is the same for every line of every bundle, and a schema took as long for it as for
 * the payload, which is where kinds differ and a schema belongs.
 */

function isEnvelope(value: unknown): value is Entry {
  if (!isObjectOf(value, 10)) return false
  const { id, kind, v, seq, after, at, actor, subject, payload, salt } = value
  return (
    isText(id) &&
    UUID.test(id) &&
    isText(kind) &&
    KIND.test(kind) &&
    isCount(v) &&
    isCount(seq) &&
    isAfter(after) &&
    isText(at) &&
    AT.test(at) &&
    isObjectOf(actor, 3) &&
    isText(actor['id'], 1, 64) &&
    isText(actor['name'], 0, 200) &&
    isText(actor['post'], 0, 200) &&
    isObjectOf(subject, 2) &&
    isText(subject['type'], 1, 40) &&
    isText(subject['id'], 1, 120) &&
    isObjectOf(payload) &&
    isText(salt) &&
    SALT.test(salt)
  )
}

function isErasedLine(value: unknown): value is ErasedLine {
  return isObjectOf(value, 2) && isText(value['erased']) && HASH.test(value['erased']) && isCount(value['seq'])
}

/** Places by channel, none twice. */
function isAfter(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MOST_PLACES) return false
  let last = ''
  for (const place of value as readonly unknown[]) {
    if (!isObjectOf(place, 2) || !isText(place['channel'], 1, 100) || !isCount(place['seq'])) return false
    if (place['channel'] <= last) return false
    last = place['channel']
  }
  return true
}

/** True for an object of JSON. @param size - how many members it has: all that are named are there, so there is no other */
function isObjectOf(value: unknown, size?: number): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return size === undefined || Object.keys(value).length === size
}

function isText(value: unknown, least = 0, most = Infinity): value is string {
  return typeof value === 'string' && value.length >= least && value.length <= most
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1
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
