/**
 * The figures by name. Each is loaded only where it is measured, so that a process holds what it measures and no more.
 */
import type { Figure } from '../figure.ts'

const FIGURES: Readonly<Record<string, () => Promise<Figure>>> = {
  vote: () => import('./vote.ts'),
  search: () => import('./search.ts'),
  lists: () => import('./lists.ts'),
  reports: () => import('./reports.ts'),
  scans: () => import('./scans.ts'),
  entries: () => import('./entries.ts'),
  unlock: () => import('./unlock.ts'),
  memory: () => import('./memory.ts'),
  window: () => import('./window.ts'),
  actions: () => import('./actions.ts'),
  pages: () => import('./pages.ts'),
  assess: () => import('./assess.ts'),
}

/** Names of all figures, in the order they are run. */
export const FIGURE_NAMES: readonly string[] = Object.keys(FIGURES)

/** Loads a figure. @throws Error for a name that is none */
export function figureNamed(name: string): Promise<Figure> {
  const load = FIGURES[name]
  if (load === undefined) throw new Error(`no figure ${name}; there are ${FIGURE_NAMES.join(', ')}`)
  return load()
}
