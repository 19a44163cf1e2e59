/**
 * Pages around deciding that are reached from other pages and stand in no menu: those of the deciding office, and people who
 * may be in the lists twice, which every office with people looks after.
 */
import { IconArrowsExchange, IconBook2, IconMessageQuestion, IconUsers } from '@tabler/icons-react'
import { DOSSIER_READERS } from '../shared/contract/role-limits.ts'
import { ConsentsPage } from './features/consents/ConsentsPage.tsx'
import { DecisionsPage } from './features/decisions/DecisionsPage.tsx'
import { DuplicatesPage } from './features/duplicates/DuplicatesPage.tsx'
import { HandOverPage } from './features/hand-over/HandOverPage.tsx'
import { WITH_CANDIDATES, type Route } from './route.ts'

/** The routes. */
export const DECIDING_ROUTES: readonly Route[] = [
  {
    path: '/so-quyet-dinh',
    title: 'Sổ quyết định',
    icon: IconBook2,
    menu: false,
    group: 'deciding',
    roles: DOSSIER_READERS,
    capacities: ['decides'],
    page: DecisionsPage,
  },
  {
    path: '/y-kien-cap-tren',
    title: 'Ý kiến cấp trên',
    icon: IconMessageQuestion,
    menu: false,
    group: 'deciding',
    roles: DOSSIER_READERS,
    capacities: ['decides'],
    page: ConsentsPage,
  },
  {
    path: '/trung-nguoi',
    title: 'Người có thể trùng',
    icon: IconUsers,
    menu: false,
    group: 'deciding',
    roles: DOSSIER_READERS,
    capacities: WITH_CANDIDATES,
    page: DuplicatesPage,
  },
  {
    path: '/ban-giao',
    title: 'Bàn giao cho đơn vị đã kết nối',
    icon: IconArrowsExchange,
    menu: false,
    group: 'deciding',
    roles: DOSSIER_READERS,
    capacities: ['decides'],
    page: HandOverPage,
  },
]
