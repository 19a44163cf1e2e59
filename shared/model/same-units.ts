/**
 * Which units of two lists may be the same, by their names: a proposal that a person confirms.
 */
import { fold } from '../text/fold.ts'

type Named = { readonly id: string; readonly name: string }

/** Words that say what a unit is and not which: one office writes 'Chi bộ thôn Đông', the other 'Thôn Đông'. */
const KIND_OF_UNIT = /^(chi bo co so|chi bo|dang bo bo phan|dang bo|dang uy) (?=.)/u

/** The name of a unit as two offices may both write it. */
export function unitNameKey(name: string): string {
  return fold(name)
    .replace(KIND_OF_UNIT, '')
    .replace(/\b0+(?=\d)/gu, '')
}

/**
 * Pairs with one name, where no other unit of either list has it.
 * @returns by the id of ours, the id of theirs
 */
export function proposedSame(ours: readonly Named[], theirs: readonly Named[]): ReadonlyMap<string, string> {
  const [mine, others] = [byKey(ours), byKey(theirs)]
  const proposals = new Map<string, string>()
  for (const [key, [one, ...more]] of mine) {
    const [other, ...rest] = others.get(key) ?? []
    if (one !== undefined && other !== undefined && more.length + rest.length === 0) proposals.set(one, other)
  }
  return proposals
}

function byKey(units: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, readonly string[]>()
  for (const { id, name } of units) {
    const key = unitNameKey(name)
    held.set(key, [...(held.get(key) ?? []), id])
  }
  return held
}
