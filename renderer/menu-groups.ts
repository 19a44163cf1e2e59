/**
 * The menu as the route table has it: pages in groups by the work they belong to. Which groups stand open at first is
 * reckoned, so that the whole menu fits a screen of 768 px wherever a person goes.
 */
import type { Route } from './route.ts'

/** The groups, by what the work is. */
export type MenuGroup = 'day' | 'cases' | 'deciding' | 'figures' | 'follow' | 'exchange' | 'office'

/** A group as an office sees it. Without a title its pages stand by themselves. */
export type MenuPart<Of = Route> = {
  readonly id: MenuGroup
  readonly title: string | null
  readonly routes: readonly Of[]
}

/** What is asked of a route here. */
type Placed = Pick<Route, 'path' | 'menu' | 'group'>

/** The groups in their order. What a day begins with needs no title and is never folded away. */
const GROUPS: readonly { readonly id: MenuGroup; readonly title: string | null }[] = [
  { id: 'day', title: null },
  { id: 'cases', title: 'Hồ sơ' },
  { id: 'deciding', title: 'Xét và quyết định' },
  { id: 'figures', title: 'Lớp, chỉ tiêu, báo cáo' },
  { id: 'follow', title: 'Chỉ đạo và thi đua' },
  { id: 'exchange', title: 'Trao đổi' },
  { id: 'office', title: 'Văn phòng' },
]

/** Lines of the menu, titles among them, that fit a screen of 768 px with whose window it is below them. */
const LINES = 20

/** The menu of somebody who may open some routes. A group of one page is that page. */
export function menuOf<Of extends Placed>(routes: readonly Of[]): readonly MenuPart<Of>[] {
  return GROUPS.map(({ id, title }) => {
    const within = routes.filter(({ menu, group }) => menu && group === id)
    return { id, title: within.length > 1 ? title : null, routes: within }
  }).filter((part) => part.routes.length > 0)
}

/**
 * The groups that stand open until a person says otherwise: from the first on, as many as leave room for the longest of
 * the others, which opens when one of its pages does.
 */
export function openAtFirst(parts: readonly MenuPart<unknown>[]): ReadonlySet<MenuGroup> {
  const folded = parts.filter(({ title }) => title !== null)
  const open = new Set<MenuGroup>()
  let lines = parts.reduce((sum, { title, routes }) => sum + (title === null ? routes.length : 1), 0)
  for (const [place, { id, routes }] of folded.entries()) {
    const longest = Math.max(0, ...folded.slice(place + 1).map((other) => other.routes.length))
    if (lines + routes.length + longest > LINES) break
    lines += routes.length
    open.add(id)
  }
  return open
}

/** The group of the page at an address; null where there is no such page. */
export function groupAt(location: string, routes: readonly Placed[]): MenuGroup | null {
  const fits = routes.filter(({ path }) => isUnder(location, withoutParameters(path)))
  const [nearest] = fits.toSorted((a, b) => withoutParameters(b.path).length - withoutParameters(a.path).length)
  return nearest?.group ?? null
}

/** True where an address belongs to a page of the menu. A case belongs to the list of people. */
export function isActive(path: string, location: string): boolean {
  return isUnder(location, path) || (path === '/nguon' && isUnder(location, '/ho-so'))
}

function isUnder(location: string, path: string): boolean {
  return location === path || location.startsWith(`${path}/`)
}

function withoutParameters(path: string): string {
  return path.replace(/\/:.*/u, '')
}
