/**
 * What is being reported: the period, the part of the house, the day of the members. Kept while a person goes from one tab
 * to another; nothing of it outlives a lock.
 */
import { create } from 'zustand'
import { periodOf, type Period } from '../../../shared/calendar/period.ts'
import { onEvent } from '../../api.ts'

/** What is asked for. `at`: null for the whole; `membersOn`: null for the end of the year before. */
type Asked = { readonly period: Period | null; readonly at: string | null; readonly membersOn: string | null }

type State = Asked & { readonly ask: (change: Partial<Asked>) => void }

const START: Asked = { period: null, at: null, membersOn: null }

/** The state. */
export const useAsked = create<State>((set) => ({ ...START, ask: (change) => set(change) }))

onEvent((event) => {
  if (event.event === 'locked') useAsked.setState(START)
})

/** The period asked for; the year so far until a person chooses another. */
export function usePeriod(today: string): Period {
  return useAsked(({ period }) => period) ?? periodOf('year', Number(today.slice(0, 4)), 1)
}
