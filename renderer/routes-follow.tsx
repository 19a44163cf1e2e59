/**
 * The routes of follow-up: models, directives, inspections. Each has its page and the same page on one of its tabs or things.
 */
import { IconBulb, IconClipboardCheck, IconSpeakerphone } from '@tabler/icons-react'
import { DirectivesPage } from './features/directives/DirectivesPage.tsx'
import { InspectionsPage } from './features/inspections/InspectionsPage.tsx'
import { ModelsPage } from './features/models/ModelsPage.tsx'
import { WITH_CANDIDATES, type Route } from './route.ts'

/** The routes, in the order of the menu. */
export const FOLLOW_ROUTES: readonly Route[] = [
  ...withDetail('models', { path: '/mo-hinh', title: 'Mô hình, điển hình', icon: IconBulb, page: ModelsPage }),
  ...withDetail('directives', {
    path: '/chi-dao',
    title: 'Chỉ đạo, tuyên truyền',
    icon: IconSpeakerphone,
    page: DirectivesPage,
  }),
  ...withDetail('inspection', {
    path: '/kiem-tra',
    title: 'Kiểm tra, thi đua',
    icon: IconClipboardCheck,
    page: InspectionsPage,
  }),
]

/** A page in the menu, and the same page with a parameter. */
function withDetail(
  parameter: string,
  route: Pick<Route, 'path' | 'title' | 'icon' | 'page'>,
): readonly [Route, Route] {
  const open = { ...route, group: 'follow', roles: 'all', capacities: WITH_CANDIDATES } as const
  return [
    { ...open, menu: true },
    { ...open, path: `${route.path}/:${parameter}`, menu: false },
  ]
}
