/**
 * One way in: name -> strict schema -> unlocked session -> role and capacity -> handler -> Result. The caller is never
 * trusted, whatever host it comes from.
 */
import type { z } from 'zod'
import { toNfc } from '../shared/base/canonical.ts'
import { fail, ok, type Result } from '../shared/base/result.ts'
import { apiEntry, type ApiEntry } from '../shared/contract/api.ts'
import { refusal, type FieldProblem, type Refusal } from '../shared/contract/refusals.ts'
import { rolesFor } from '../shared/contract/role-limits.ts'
import { PATH_FIELDS } from '../shared/contract/shell.ts'
import { holds } from '../shared/model/office-state.ts'
import { loadOffice } from '../db/load.ts'
import type { Workplace } from './office/workplace.ts'

/** A call that may go to its handler. */
export type Admitted = { readonly entry: ApiEntry; readonly input: unknown }

/** As much of an unlocked office as decides whether a call may be made. */
export type Entered = Pick<Workplace, 'roles' | 'query'> & { readonly clock: Pick<Workplace['clock'], 'today'> }

/** Judges a call. @param workplace - the unlocked office, or null */
export function admit(name: string, rawInput: unknown, workplace: Entered | null): Result<Admitted, Refusal> {
  const entry = apiEntry(name)
  if (entry === null) return fail(refusal('UNKNOWN_NAME', { name: name.slice(0, 100) }))
  const unwieldy = unwieldyIn(rawInput, [])
  if (unwieldy !== null) return fail(refusal('INVALID_INPUT', { problems: [unwieldy] }))
  const parsed = entry.input.safeParse(withPaths(name, toNfc(rawInput ?? {}), rawInput), { reportInput: true })
  if (!parsed.success) return fail(refusal('INVALID_INPUT', { problems: problemsOf(parsed.error) }))
  if (entry.needs !== 'session') return ok({ entry, input: parsed.data })
  if (workplace === null) return fail(refusal('LOCKED', {}))
  const roles = rolesFor(entry, parsed.data)
  if (!workplace.roles.some((role) => roles.includes(role))) return fail(refusal('FORBIDDEN_ROLE', { roles }))
  const office = entry.capacity === null ? null : workplace.query(loadOffice)
  if (entry.capacity !== null && !(office && holds(office.profile, entry.capacity, workplace.clock.today())))
    return fail(refusal('FORBIDDEN_CAPACITY', { capacity: entry.capacity }))
  return ok({ entry, input: parsed.data })
}

/** More levels, and more members in one place, than any input has: they would only exhaust the stack of whoever walks them. */
const DEEPEST = 20
const MOST_MEMBERS = 10_000

/** What of an input is too deep or too wide to be looked at; null where nothing is. */
function unwieldyIn(value: unknown, path: readonly string[]): FieldProblem | null {
  if (typeof value !== 'object' || value === null) return null
  if (path.length === DEEPEST) return { path: '', problem: 'form' }
  const count = Array.isArray(value) ? value.length : Object.keys(value).length
  if (count > MOST_MEMBERS) return { path: path.join('.'), problem: 'tooBig' }
  for (const [name, member] of Object.entries(value)) {
    const found = unwieldyIn(member, [...path, name])
    if (found !== null) return found
  }
  return null
}

/** Text is NFC from here on, but a path names a file as it is written on its disk: a phone may write it decomposed. */
function withPaths(name: string, input: unknown, raw: unknown): unknown {
  if (!isObject(input) || !isObject(raw)) return input
  const paths = (PATH_FIELDS[name] ?? []).filter((field) => Object.hasOwn(raw, field))
  return paths.length === 0 ? input : { ...input, ...Object.fromEntries(paths.map((field) => [field, raw[field]])) }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Field by field what is wrong with an input, as codes of shared/words. */
export function problemsOf(error: z.ZodError): readonly FieldProblem[] {
  return error.issues
    .slice(0, 50)
    .map((issue) => ({ path: issue.path.map(String).join('.'), problem: problemOf(issue) }))
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'type'
    case 'unrecognized_keys':
      return 'unknownField'
    case 'too_small':
      return issue.origin === 'string' ? 'empty' : 'tooSmall'
    case 'too_big':
      return issue.origin === 'string' ? 'tooLong' : 'tooBig'
    case 'invalid_value':
      return 'option'
    case 'invalid_format':
      // Our own schemas name what they want in a word or two; the library's own text is a sentence.
      return /^[a-z0-9 ]{2,20}$/.test(issue.message) ? issue.message : 'form'
    default:
      return 'form'
  }
}
