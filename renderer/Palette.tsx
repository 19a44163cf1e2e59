/**
 * The palette (Ctrl+K): people by name with or without marks, pages, and what can be done.
 */
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch, IconUser } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { STAGES } from '../shared/words/vi.ts'
import { fold } from '../shared/text/fold.ts'
import { useAsk } from './queries.ts'
import { mayOpen, ROUTES } from './routes.tsx'

/** Opens the palette. */
export function openPalette(): void {
  spotlight.open()
}

/** The palette itself; it stands in the layout once. */
export function Palette() {
  const [query, setQuery] = useState('')
  const [, go] = useLocation()
  const text = useDeferredValue(query.trim())
  const office = useAsk('office.get', {}).data
  const people = useAsk('candidate.search', { text, limit: 8 }, { enabled: text.length > 0, keepPrevious: true }).data
  const roles = office?.user.roles ?? []
  const capacities = office?.profile.capacities.map(({ capacity }) => capacity) ?? []
  const pages = ROUTES.filter((route) => !route.path.includes(':') && mayOpen(route, roles, capacities))
    .filter((route) => text === '' || fold(route.title).includes(fold(text)))
    .map((route): SpotlightActionData => ({
      id: route.path,
      label: route.title,
      leftSection: <route.icon size={18} aria-hidden />,
      onClick: () => go(route.path),
    }))
  const found = (text === '' ? [] : (people?.rows ?? [])).map((row): SpotlightActionData => ({
    id: row.case,
    label: row.name,
    description: [row.unitName, STAGES[row.stage]].filter(Boolean).join(' · '),
    leftSection: <IconUser size={18} aria-hidden />,
    onClick: () => go(`/ho-so/${row.case}`),
  }))
  return (
    <Spotlight
      actions={[
        { group: 'Người', actions: found },
        { group: 'Trang', actions: pages },
      ]}
      filter={(_query, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      nothingFound="Không tìm thấy"
      shortcut={null}
      highlightQuery={false}
      clearQueryOnClose
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: 'Gõ tên, có dấu hoặc không dấu' }}
    />
  )
}
