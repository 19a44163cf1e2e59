/**
 * The menu at the side: pages in groups that can be folded. The group of the open page opens by itself; what a person
 * folds or opens is remembered.
 */
import { NavLink } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { groupAt, isActive, menuOf, openAtFirst, type MenuGroup } from './menu-groups.ts'
import type { Route } from './route.ts'

/** Which groups stand open; one that is missing is as it is at first. */
type Opened = Readonly<Partial<Record<MenuGroup, boolean>>>

/** Where the page keeps it, beside the theme. */
const KEPT = 'ket-nap-menu'

const HEAD = {
  root: { marginTop: 4 },
  label: { fontSize: 'var(--mantine-font-size-xs)', fontWeight: 650, whiteSpace: 'nowrap' },
} as const
const ENTRY = { label: { whiteSpace: 'nowrap' }, section: { marginInlineEnd: 8 } } as const

/** The menu of somebody who may open some routes. `onGo`: a page was chosen. */
export function Menu({ routes, onGo }: { readonly routes: readonly Route[]; readonly onGo: () => void }) {
  const [location] = useLocation()
  const parts = useMemo(() => menuOf(routes), [routes])
  const usual = useMemo(() => openAtFirst(parts), [parts])
  const current = groupAt(location, routes)
  const [kept, keep] = useLocalStorage<Opened>({ key: KEPT, defaultValue: {}, getInitialValueInEffect: false })
  // What has opened stays open until the window is locked: nothing moves under the cursor.
  const [now, setNow] = useState<Opened>({})
  const [entered, setEntered] = useState<MenuGroup | null>(null)
  if (current !== entered) {
    setEntered(current)
    if (current !== null) setNow({ ...now, [current]: true })
  }
  const side = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // With the frame: by itself it would measure a page that the same frame still changes.
    const frame = requestAnimationFrame(() =>
      side.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [location])
  const isOpen = (id: MenuGroup) => now[id] ?? kept[id] ?? usual.has(id)
  const toggle = (id: MenuGroup) => {
    const change = { [id]: !isOpen(id) }
    setNow({ ...now, ...change })
    keep({ ...kept, ...change })
  }
  const entries = (of: readonly Route[]) =>
    of.map((route) => (
      <NavLink
        key={route.path}
        href={`#${route.path}`}
        label={route.title}
        leftSection={<route.icon size={18} stroke={1.6} aria-hidden />}
        active={isActive(route.path, location)}
        {...(isActive(route.path, location) ? { 'aria-current': route.path === location ? 'page' : true } : {})}
        px={8}
        py={3}
        styles={ENTRY}
        onClick={onGo}
      />
    ))
  return (
    <div ref={side}>
      {parts.map(({ id, title, routes: of }) =>
        title === null ? (
          <div key={id}>{entries(of)}</div>
        ) : (
          <Part key={id} title={title} isOpen={isOpen(id)} isCurrent={id === current} onToggle={() => toggle(id)}>
            {entries(of)}
          </Part>
        ),
      )}
    </div>
  )
}

/** A group with its title, which opens and folds it. */
function Part({
  title,
  isOpen,
  isCurrent,
  onToggle,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly isCurrent: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}) {
  const id = useId()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div>
      <NavLink
        component="button"
        type="button"
        id={id}
        label={title}
        c={isCurrent ? 'bright' : 'dimmed'}
        rightSection={<Chevron size={14} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={`${id}-pages`}
        px={8}
        py={2}
        styles={HEAD}
        onClick={onToggle}
      />
      <div role="group" id={`${id}-pages`} aria-labelledby={id} hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
