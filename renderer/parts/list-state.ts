/**
 * What the list of people is narrowed to and where it stood, so that coming back from a case finds it as it was left, and
 * a number on another page opens exactly the people it counted. Nothing of it outlives a lock.
 */
import { create } from 'zustand'
import type { ListCursor, SearchFilter } from '../../shared/contract/answers.ts'
import type { Sector, Source, Stage } from '../../shared/model/codes.ts'
import { onEvent } from '../api.ts'

/** Rows of a page. */
export const PAGE_SIZE = 50

/** What a person asked for. */
export type Wanted = {
  readonly text: string
  readonly unit: string | null
  readonly stage: Stage | null
  readonly source: Source | null
  readonly sector: Sector | null
  readonly helper: string | null
  readonly due: NonNullable<SearchFilter['due']> | null
  /** Which limit `due` is of; only other pages narrow by it. */
  readonly dueLimit: NonNullable<SearchFilter['dueLimit']> | null
  readonly finding: NonNullable<SearchFilter['finding']> | null
  readonly age: NonNullable<SearchFilter['age']> | null
  readonly education: NonNullable<SearchFilter['education']> | null
  readonly keeper: string | null
  readonly going: 'live' | 'ended' | 'all'
  readonly order: 'name' | 'waiting'
  /** Days that other pages narrow by: in the stage since, helper last heard of, certificate of. */
  readonly heldSince: string | null
  readonly heardBefore: string | null
  readonly certificateBefore: string | null
  /** Exactly these people: those behind a figure of a report. */
  readonly cases: readonly string[] | null
}

/** Everybody who is being followed. */
export const NOTHING_WANTED: Wanted = {
  text: '',
  unit: null,
  stage: null,
  source: null,
  sector: null,
  helper: null,
  due: null,
  dueLimit: null,
  finding: null,
  age: null,
  education: null,
  keeper: null,
  going: 'live',
  order: 'name',
  heldSince: null,
  heardBefore: null,
  certificateBefore: null,
  cases: null,
}

type ListState = {
  readonly wanted: Wanted
  readonly page: number
  /** Where each page begins that has been come to from the one before. */
  readonly begins: ReadonlyMap<number, ListCursor>
  /** The case opened last, which gets the focus back. */
  readonly opened: string | null
  /** Names of the people ticked, by case; they stay ticked while pages are turned. */
  readonly ticked: ReadonlyMap<string, string>
  readonly want: (change: Partial<Wanted>) => void
  readonly turnTo: (page: number) => void
  readonly endedAt: (page: number, last: ListCursor) => void
  readonly open: (opened: string | null) => void
  readonly tick: (people: readonly { readonly case: string; readonly name: string }[], isTicked: boolean) => void
  readonly untick: () => void
}

const START = { wanted: NOTHING_WANTED, page: 1, begins: new Map(), opened: null, ticked: new Map() }

/** The list's state. */
export const useList = create<ListState>((set) => ({
  ...START,
  want: (change) =>
    set(({ wanted }) => ({ wanted: { ...wanted, ...change }, page: 1, begins: new Map(), opened: null })),
  turnTo: (page) => set({ page, opened: null }),
  endedAt: (page, last) =>
    set(({ begins }) => (begins.has(page + 1) ? {} : { begins: new Map([...begins, [page + 1, last]]) })),
  open: (opened) => set({ opened }),
  tick: (people, isTicked) =>
    set(({ ticked }) => {
      const next = new Map(ticked)
      for (const { case: id, name } of people) {
        if (isTicked) next.set(id, name)
        else next.delete(id)
      }
      return { ticked: next }
    }),
  untick: () => set({ ticked: new Map() }),
}))

onEvent((event) => {
  if (event.event === 'locked') useList.setState(START)
})

/** Narrows the list to exactly this before a link opens it. */
export function narrowList(change: Partial<Wanted>): void {
  useList.setState({ ...START, wanted: { ...NOTHING_WANTED, ...change } })
}

/** The filter of the port without its window. */
export function filterOf(wanted: Wanted): SearchFilter {
  const { text, going, order, ...same } = wanted
  const typed = text.normalize('NFC').trim()
  const given = Object.entries(same).filter(([, value]) => value !== null)
  return {
    ...(typed === '' ? {} : { text: typed }),
    ...Object.fromEntries(given),
    ...(going === 'all' ? {} : { ended: going === 'ended' }),
    ...(order === 'name' ? {} : { order }),
  }
}

/** True if anything but the whole list of live cases is asked for. */
export function isNarrowed(wanted: Wanted): boolean {
  return Object.keys(filterOf(wanted)).some((key) => key !== 'ended' && key !== 'order')
}
