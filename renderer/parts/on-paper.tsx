/**
 * A page while a sheet is made of it: a list that shows its first rows shows them all, what has to be read for that is
 * waited for, and afterwards everything stands as it did. Where a page does not hold everything, the sheet says how much
 * is missing.
 */
import { Text } from '@mantine/core'
import { flushSync } from 'react-dom'
import { create } from 'zustand'
import { showNumber } from '../../shared/words/vi.ts'
import { queryClient } from '../queries.ts'

const usePaper = create(() => ({ isMade: false }))

/** True while the page goes to paper: every row is shown then. */
export function useOnPaper(): boolean {
  return usePaper(({ isMade }) => isMade)
}

/** How many rows of a list are shown: the first so many; on paper, or once all are asked for, every one. */
export function useMost(first: number, isWhole = false): number {
  return useOnPaper() || isWhole ? Number.POSITIVE_INFINITY : first
}

/** Makes a sheet of the page with all of its rows. */
export async function wholeOnPaper<T>(make: () => Promise<T>): Promise<T> {
  flushSync(() => usePaper.setState({ isMade: true }))
  try {
    await answered()
    return await make()
  } finally {
    usePaper.setState({ isMade: false })
  }
}

/** Waits until what the page asked for has come and is drawn; what was refused is not waited for. */
async function answered(): Promise<void> {
  const cache = queryClient.getQueryCache()
  if (queryClient.isFetching() > 0)
    await new Promise<void>((resolve) => {
      const stop = cache.subscribe(() => {
        if (queryClient.isFetching() > 0) return
        stop()
        resolve()
      })
    })
  // What has come is told to the page in the same turn as to us; it has drawn it by the next.
  await new Promise((resolve) => setTimeout(resolve))
}

/** On paper only: how many rows of a list are not on it; nothing where all are. */
export function LeftOff({ count, of }: { readonly count: number; readonly of: string }) {
  if (count <= 0) return null
  return (
    <Text size="sm" className="print-only">
      Còn {showNumber(count)} {of} không có trong bản in này.
    </Text>
  )
}
