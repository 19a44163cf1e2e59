/**
 * What the pages of classes share: colours of a class's standing, years to choose from, a set of people who are ticked.
 */
import { useState } from 'react'
import type { ClassStanding } from '../../../shared/words/vi.ts'

/** Colours of where a class stands. */
export const STANDING_COLOURS: { readonly [S in ClassStanding]: string } = {
  planned: 'gray',
  running: 'blue',
  awaiting: 'orange',
  done: 'teal',
}

/** Next year and the nine before it, the newest first. */
export function yearsUpTo(today: string): readonly string[] {
  const year = Number(today.slice(0, 4)) + 1
  return Array.from({ length: 10 }, (_, n) => String(year - n))
}

/** People who are ticked, in a list that may change under it. */
export type Ticked = {
  readonly cases: readonly string[]
  readonly has: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly set: (ids: readonly string[]) => void
}

/** @param offered - those that can be ticked now; whoever is no longer among them is not ticked either */
export function useTicked(offered: readonly string[]): Ticked {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const cases = offered.filter((id) => ticked.has(id))
  return {
    cases,
    has: (id) => ticked.has(id),
    toggle: (id) =>
      setTicked((held) => (held.has(id) ? new Set([...held].filter((other) => other !== id)) : new Set([...held, id]))),
    set: (ids) => setTicked(new Set(ids)),
  }
}
