/**
 * Reads by TanStack Query: keys are the contract's names, everything is fetched anew when the core says that something
 * changed. A lock empties the cache.
 */
import { keepPreviousData, QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { notifications } from '@mantine/notifications'
import { ask, call, onEvent, Refused, type Queries } from './api.ts'
import { useWindow } from './state.ts'

/** The one cache. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})

/** Binds the cache to the core's events; once, at start. */
export function bindQueries(): void {
  onEvent((event) => {
    if (event.event === 'changed') void queryClient.invalidateQueries()
    const { phase } = useWindow.getState()
    if (event.event === 'locked' || (event.event === 'locking' && phase === 'open')) {
      queryClient.clear()
      // What was announced may name people; a locked screen shows none.
      notifications.clean()
      useWindow.getState().setPhase('locked')
    }
    // Behind the lock it is kept for the user who had locked (MissedNote.tsx); the next unlock tries again anyway.
    if (event.event === 'backupFailed' && phase === 'open')
      void sayTrouble('Chưa sao lưu được', new Refused(event.refusal), false)
  })
}

/** Reads a name of the port. `fresh`: anew whenever it is enabled, for what changes without the core knowing. */
export function useAsk<Name extends keyof Queries>(
  name: Name,
  input: Queries[Name]['input'],
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean; readonly fresh?: boolean } = {},
): UseQueryResult<Queries[Name]['answer'], Error> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    ...(options.fresh === true ? { staleTime: 0 } : {}),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Forgets what was read of a person who was erased, and whatever is not shown now: none of it comes up again on the way back. */
export function forgetPerson(id: string): void {
  queryClient.removeQueries({
    predicate: (query) => !query.isActive() || JSON.stringify(query.queryKey).includes(id),
  })
}

/** Asks before a page does that will need the answer: the page finds it in the cache, or waits for the rest of it. */
export function askAhead<Name extends AskedBare>(name: Name): Promise<Queries[Name]['answer']> {
  return queryClient.fetchQuery<Queries[Name]['answer']>({ queryKey: [name, {}], queryFn: () => ask(name, {}) })
}

/** True if it has been answered, and nobody has locked since. */
export function isKnown(name: AskedBare): boolean {
  return queryClient.getQueryData([name, {}]) !== undefined
}

type AskedBare = {
  [Name in keyof Queries]: Record<string, never> extends Queries[Name]['input'] ? Name : never
}[keyof Queries]

/** Runs an act. A refusal is shown as its sentence unless the page handles it. */
export function useAct<T = unknown>(
  name: string,
  onDone?: (value: T) => void,
  onRefused?: (refused: Refused) => boolean,
) {
  return useMutation<T, Error, unknown>({
    mutationFn: (input) => call<T>(name, input),
    onSuccess: (value) => onDone?.(value),
    onError: (error) => {
      if (error instanceof Refused && onRefused?.(error) === true) return
      void sayTrouble('Chưa thực hiện được', error, 12_000)
    },
  })
}

/** Says why something was not done. What there is to say of it is read only then: the unlock page needs none of it. */
async function sayTrouble(title: string, error: Error, autoClose: number | false): Promise<void> {
  const { sentenceOf } = await import('./sentences.ts')
  notifications.show({ color: 'red', title, message: sentenceOf(error), autoClose })
}
