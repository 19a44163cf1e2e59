/**
 * Entries issued anew under new ids, as words that were said before: how one is known again, and what names it by its first id.
 */
import { sha256Hex, utf8 } from '../shared/base/canonical.ts'
import { trusted, trustedJson } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Entry } from '../shared/journal/entry.ts'
import type { Item } from '../shared/journal/item.ts'

/** How often an entry may have been issued anew, one time after the other. */
const TIMES = 8

/** The salt of an entry issued anew, which follows from that of the first one: whoever has that one knows it again. */
export function saltAgain(salt: string): string {
  return Buffer.from(sha256Hex(utf8(`ket-nap-again-v1\n${salt}`)), 'hex')
    .subarray(0, 16)
    .toString('base64url')
}

/** The salts an entry may have been issued anew with. */
export function saltsAgain(salt: string): ReadonlySet<string> {
  const salts = new Set<string>()
  for (let next = saltAgain(salt); salts.size < TIMES; next = saltAgain(next)) salts.add(next)
  return salts
}

/** True for an entry that is another one issued anew, once or several times. */
export function isAgain(first: Entry, other: Entry): boolean {
  return first.kind === other.kind && first.subject.id === other.subject.id && saltsAgain(first.salt).has(other.salt)
}

const ANY_UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** A payload that names other entries issued anew by their new ids. */
export function withNewIds(payload: unknown, renamed: ReadonlyMap<string, string>): unknown {
  return trustedJson<unknown>(JSON.stringify(payload).replace(ANY_UUID, (id) => renamed.get(id) ?? id))
}

/** A draft that says an entry again, to the same audience, and names other entries issued anew by their new ids. */
export function draftAgain(
  { audience, entry: { kind, subject, payload } }: Pick<Item, 'audience' | 'entry'>,
  renamed: ReadonlyMap<string, string> = new Map(),
): Draft {
  return trusted<Draft>({ kind, subject, payload: withNewIds(payload, renamed), to: audience })
}
