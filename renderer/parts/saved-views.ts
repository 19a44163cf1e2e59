/**
 * Views of a page under names of the user's own: kept in the store, seen by nobody else.
 */
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../api.ts'
import { useAsk } from '../queries.ts'

/** What is done with the views of a page. A refusal is thrown to whoever called. */
export type SavedViews = {
  /** As they were saved: `value` is JSON that the page reads itself. */
  readonly views: readonly { readonly name: string; readonly value: string }[]
  readonly save: (name: string, value: object) => Promise<void>
  readonly drop: (name: string) => Promise<void>
}

/** The saved views of a page. */
export function useSavedViews(page: string): SavedViews {
  const client = useQueryClient()
  const views = useAsk('view.list', { page }).data?.views ?? []
  const again = () => client.invalidateQueries({ queryKey: ['view.list'] })
  return {
    views,
    save: async (name, value) => {
      await call('view.save', { page, name, value: JSON.stringify(value) })
      await again()
    },
    drop: async (name) => {
      await call('view.drop', { page, name })
      await again()
    },
  }
}
