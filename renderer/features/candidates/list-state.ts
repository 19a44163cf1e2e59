/**
 * What the list was looking for and where it stood, so that coming back from a case finds it as it was left. Nothing of
 * it outlives a lock.
 */
import { create } from 'zustand'
import type { SearchFilter } from '../../../shared/contract/answers.ts'
import type { Source, Stage } from '../../../shared/model/codes.ts'
import { onEvent } from '../../api.ts'

/** Rows of a page. */
export const PAGE_SIZE = 50

/** What a person asked for. */
export type Wanted = {
  readonly text: string
  readonly unit: string | null
  readonly stage: Stage | null
  readonly source: Source | null
  readonly helper: string | null
  readonly keeper: string | null
  readonly going: 'live' | 'ended' | 'all'
}

/** Everybody who is being followed. */
export const NOTHING_WANTED: Wanted = {
  text: '',
  unit: null,
  stage: null,
  source: null,
  helper: null,
  keeper: null,
  going: 'live',
}

type ListState = {
  readonly wanted: Wanted
  readonly page: number
  /** The case opened last, which gets the focus back. */
  readonly opened: string | null
  readonly want: (change: Partial<Wanted>) => void
  readonly turnTo: (page: number) => void
  readonly open: (opened: string | null) => void
}

const START = { wanted: NOTHING_WANTED, page: 1, opened: null }

/** The list's state. */
export const useList = create<ListState>((set) => ({
  ...START,
  want: (change) => set(({ wanted }) => ({ wanted: { ...wanted, ...change }, page: 1, opened: null })),
  turnTo: (page) => set({ page, opened: null }),
  open: (opened) => set({ opened }),
}))

onEvent((event) => {
  if (event.event === 'locked') useList.setState(START)
})

/** The filter of the port without its window. */
export function filterOf({ text, unit, stage, source, helper, keeper, going }: Wanted): SearchFilter {
  const typed = text.normalize('NFC').trim()
  return {
    ...(typed === '' ? {} : { text: typed }),
    ...(unit === null ? {} : { unit }),
    ...(stage === null ? {} : { stage }),
    ...(source === null ? {} : { source }),
    ...(helper === null ? {} : { helper }),
    ...(keeper === null ? {} : { keeper }),
    ...(going === 'all' ? {} : { ended: going === 'ended' }),
  }
}

/** True if anything but the whole list of live cases is asked for. */
export function isNarrowed(wanted: Wanted): boolean {
  return Object.keys(filterOf(wanted)).some((key) => key !== 'ended')
}
