/**
 * Saved views of the list: what it is narrowed to, its order and its columns, under a name of the user's own. What was
 * shown last in columns is a view without a name of its own, `LAST`.
 */
import { useState } from 'react'
import { trusted } from '../../../shared/base/trust.ts'
import { NOTHING_WANTED, type Wanted } from '../../parts/list-state.ts'
import { useSavedViews } from '../../parts/saved-views.ts'
import { COLUMNS, USUAL_COLUMNS } from './columns.tsx'

const PAGE = 'nguon'
const LAST = 'last'
const LAST_PAGE = 'nguon/cot'

/** A view as the page uses it. */
export type ListView = { readonly name: string; readonly wanted: Wanted; readonly shown: readonly string[] }

/** Views of the list and what can be done with them. */
export function useViews() {
  const saved = useSavedViews(PAGE)
  const columns = useSavedViews(LAST_PAGE)
  const last = columns.views.find(({ name }) => name === LAST)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  return {
    views: saved.views.map(({ name, value }) => readView(name, value)),
    shown: chosen ?? (last === undefined ? USUAL_COLUMNS : readView(LAST, last.value).shown),
    show: async (shown: readonly string[]) => {
      setChosen(shown)
      await columns.save(LAST, { shown })
    },
    save: ({ name, wanted, shown }: ListView) => saved.save(name, { wanted, shown }),
    drop: saved.drop,
  }
}

/** Reads a view back; what this build does not know is left out. */
function readView(name: string, value: string): ListView {
  const read = trusted<{ wanted?: Partial<Wanted>; shown?: unknown }>(JSON.parse(value))
  const known = COLUMNS.map(({ id }) => id)
  const shown = Array.isArray(read.shown) ? known.filter((id) => trusted<unknown[]>(read.shown).includes(id)) : null
  const wanted = Object.fromEntries(Object.entries(read.wanted ?? {}).filter(([key]) => key in NOTHING_WANTED))
  return { name, wanted: { ...NOTHING_WANTED, ...wanted }, shown: shown ?? USUAL_COLUMNS }
}
