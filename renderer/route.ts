/**
 * What a route is, and who may open it. The table of them stands in routes.tsx.
 */
import type { IconHome } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { apiEntry } from '../shared/contract/api.ts'
import type { Capacity, Role } from '../shared/model/codes.ts'
import type { MenuGroup } from './menu-groups.ts'

/** One route. `menu` is false where a page is only reached from another; `group` is where it belongs in the menu. */
export type Route = {
  readonly path: string
  readonly title: string
  readonly icon: typeof IconHome
  readonly menu: boolean
  readonly group: MenuGroup
  readonly roles: readonly Role[] | 'all'
  readonly capacities: readonly Capacity[] | 'all'
  readonly page: ComponentType
  /** Two letters that go there, the first of them g. */
  readonly shortcut?: string
}

/** Candidates, dossiers and units are no business of an office that only runs classes. */
export const WITH_CANDIDATES: readonly Capacity[] = ['proposes', 'decides']

/** The roles of whoever may call a name of the port: a page that only serves to call it is theirs. */
export function rolesOf(name: string): readonly Role[] {
  return apiEntry(name)?.roles ?? []
}

/** True if a user of an office may see a route. */
export function mayOpen(route: Route, roles: readonly string[], capacities: readonly string[]): boolean {
  const role = route.roles === 'all' || route.roles.some((each) => roles.includes(each))
  const capacity = route.capacities === 'all' || route.capacities.some((each) => capacities.includes(each))
  return role && capacity
}
