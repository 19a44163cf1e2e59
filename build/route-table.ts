/**
 * The route table as the window has it, read from renderer/routes.tsx itself, so that a new route is covered by every test
 * and every figure that walks the table. Its pages are left out: only paths, titles and who may open them are wanted here.
 */
import { join } from 'node:path'
import { createServer, type Plugin } from 'vite'
import type { Capacity, Role } from '../shared/model/codes.ts'

/** One route, without its page. */
export type RouteRow = {
  readonly path: string
  readonly title: string
  readonly menu: boolean
  readonly roles: readonly Role[] | 'all'
  readonly capacities: readonly Capacity[] | 'all'
}

/** What stands in for the parameters of a path. */
export type Samples = Readonly<Record<string, string>>

/** Pages need a window; the table does not. */
const withoutPages: Plugin = {
  name: 'routes-without-pages',
  enforce: 'pre',
  resolveId: (id) => (id.includes('/features/') ? '\0page' : null),
  load: (id) => (id === '\0page' ? 'export {}' : null),
}

/** Every route of the window. */
export async function routeTable(): Promise<readonly RouteRow[]> {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../renderer'),
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    logLevel: 'error',
    plugins: [withoutPages],
  })
  try {
    const { ROUTES } = (await server.ssrLoadModule('/routes.tsx')) as { ROUTES: readonly RouteRow[] }
    if (ROUTES.length === 0) throw new Error('a route table without routes')
    return ROUTES
  } finally {
    await server.close()
  }
}

/** The routes an office with some capacities may open, administrator as its first user is. */
export function routesFor(table: readonly RouteRow[], capacities: readonly Capacity[]): readonly RouteRow[] {
  return table.filter(
    (route) => route.capacities === 'all' || route.capacities.some((each) => capacities.includes(each)),
  )
}

/** The address of a route. @throws Error where a parameter has no sample: a new route needs one */
export function addressOf({ path }: RouteRow, samples: Samples): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => {
    const sample = samples[name]
    if (sample === undefined) throw new Error(`route ${path}: say what ${name} may be`)
    return sample
  })
}
