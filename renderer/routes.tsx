/**
 * The one route table: path, title, who sees it. The menu, the palette and the accessibility tests walk this list.
 */
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowsExchange,
  IconBackpack,
  IconBook2,
  IconCalendar,
  IconChartBar,
  IconCalendarEvent,
  IconBuildingCommunity,
  IconDeviceDesktopCheck,
  IconGavel,
  IconHelpCircle,
  IconHome,
  IconLayoutKanban,
  IconMessageQuestion,
  IconScale,
  IconSchool,
  IconSettings,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Capacity, Role } from '../shared/model/codes.ts'
import { BackupPage } from './features/backup/BackupPage.tsx'
import { BoardPage } from './features/board/BoardPage.tsx'
import { CalendarPage } from './features/calendar/CalendarPage.tsx'
import { CandidatesPage } from './features/candidates/CandidatesPage.tsx'
import { RegisterPage } from './features/candidates/RegisterPage.tsx'
import { CasePage } from './features/case/CasePage.tsx'
import { ClassesPage } from './features/classes/ClassesPage.tsx'
import { GuidePage } from './features/guide/GuidePage.tsx'
import { ConsentsPage } from './features/consents/ConsentsPage.tsx'
import { DecisionsPage } from './features/decisions/DecisionsPage.tsx'
import { DuplicatesPage } from './features/duplicates/DuplicatesPage.tsx'
import { ExchangePage } from './features/exchange/ExchangePage.tsx'
import { HomePage } from './features/home/HomePage.tsx'
import { MeetingsPage } from './features/meetings/MeetingsPage.tsx'
import { PastePage } from './features/paste/PastePage.tsx'
import { MachinePage } from './features/machine/MachinePage.tsx'
import { ReturnsPage } from './features/returns/ReturnsPage.tsx'
import { ReviewPage } from './features/review/ReviewPage.tsx'
import { RulesPage } from './features/rules/RulesPage.tsx'
import { SchoolsPage } from './features/schools/SchoolsPage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { ReportsPage } from './features/reports/ReportsPage.tsx'
import { UsersPage } from './features/users/UsersPage.tsx'
import { FOLLOW_ROUTES } from './routes-follow.tsx'
import { UnitsWithSections } from './unit-sections.tsx'

/** One route. `menu` is missing where a page is only reached from another. */
export type Route = {
  readonly path: string
  readonly title: string
  readonly icon: typeof IconHome
  readonly menu: boolean
  readonly roles: readonly Role[] | 'all'
  readonly capacities: readonly Capacity[] | 'all'
  readonly page: ComponentType
  /** A path for tests where the pattern has parameters. */
  readonly shortcut?: string
}

/** Candidates, dossiers and units are no business of an office that only runs classes. */
const WITH_CANDIDATES: readonly Capacity[] = ['proposes', 'decides']

/** Every route, in the order of the menu. */
export const ROUTES: readonly Route[] = [
  {
    path: '/',
    title: 'Việc cần làm',
    icon: IconHome,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: HomePage,
    shortcut: 'g v',
  },
  {
    path: '/nguon',
    title: 'Nguồn và hồ sơ',
    icon: IconUsers,
    menu: true,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: CandidatesPage,
    shortcut: 'g n',
  },
  {
    path: '/bang',
    title: 'Bảng theo giai đoạn',
    icon: IconLayoutKanban,
    menu: true,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: BoardPage,
    shortcut: 'g b',
  },
  {
    path: '/lich',
    title: 'Lịch',
    icon: IconCalendar,
    menu: true,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: CalendarPage,
    shortcut: 'g l',
  },
  {
    path: '/lich/dot',
    title: 'Kế hoạch kết nạp theo đợt',
    icon: IconCalendar,
    menu: false,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: CalendarPage,
  },
  {
    path: '/nguon/moi',
    title: 'Thêm người',
    icon: IconUserPlus,
    menu: false,
    roles: ['clerk', 'secretary', 'administrator'],
    capacities: WITH_CANDIDATES,
    page: RegisterPage,
    shortcut: 'g t',
  },
  {
    path: '/nhap-bang',
    title: 'Dán danh sách từ Excel',
    icon: IconUserPlus,
    menu: false,
    roles: ['clerk', 'secretary', 'administrator'],
    capacities: WITH_CANDIDATES,
    page: PastePage,
  },
  {
    path: '/ho-so/:case',
    title: 'Hồ sơ',
    icon: IconUsers,
    menu: false,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: CasePage,
  },
  {
    path: '/xet',
    title: 'Xét hồ sơ',
    icon: IconGavel,
    menu: true,
    roles: 'all',
    capacities: ['decides'],
    page: ReviewPage,
    shortcut: 'g x',
  },
  {
    path: '/xet/:case',
    title: 'Xét hồ sơ',
    icon: IconGavel,
    menu: false,
    roles: 'all',
    capacities: ['decides'],
    page: ReviewPage,
  },
  {
    path: '/bao-cao',
    title: 'Báo cáo, chỉ tiêu',
    icon: IconChartBar,
    menu: true,
    roles: 'all',
    capacities: ['proposes', 'decides'],
    page: ReportsPage,
    shortcut: 'g c',
  },
  {
    path: '/bao-cao/:report',
    title: 'Báo cáo, chỉ tiêu',
    icon: IconChartBar,
    menu: false,
    roles: 'all',
    capacities: ['proposes', 'decides'],
    page: ReportsPage,
  },
  {
    path: '/lop',
    title: 'Lớp bồi dưỡng',
    icon: IconSchool,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: ClassesPage,
    shortcut: 'g p',
  },
  {
    path: '/lop/:class',
    title: 'Lớp bồi dưỡng',
    icon: IconSchool,
    menu: false,
    roles: 'all',
    capacities: 'all',
    page: ClassesPage,
  },
  {
    path: '/truong-hoc',
    title: 'Trường học',
    icon: IconBackpack,
    menu: true,
    roles: 'all',
    capacities: ['proposes', 'decides'],
    page: SchoolsPage,
    shortcut: 'g s',
  },
  {
    path: '/cuoc-hop',
    title: 'Cuộc họp, biểu quyết',
    icon: IconCalendarEvent,
    menu: true,
    roles: 'all',
    capacities: ['decides'],
    page: MeetingsPage,
    shortcut: 'g m',
  },
  {
    path: '/cuoc-hop/:meeting',
    title: 'Cuộc họp, biểu quyết',
    icon: IconCalendarEvent,
    menu: false,
    roles: 'all',
    capacities: ['decides'],
    page: MeetingsPage,
  },
  {
    path: '/so-quyet-dinh',
    title: 'Sổ quyết định',
    icon: IconBook2,
    menu: false,
    roles: 'all',
    capacities: ['decides'],
    page: DecisionsPage,
  },
  {
    path: '/y-kien-cap-tren',
    title: 'Ý kiến cấp trên',
    icon: IconMessageQuestion,
    menu: false,
    roles: 'all',
    capacities: ['decides'],
    page: ConsentsPage,
  },
  {
    path: '/tra-lai',
    title: 'Hồ sơ được trả lại',
    icon: IconArrowBackUp,
    menu: true,
    roles: 'all',
    capacities: ['proposes', 'decides'],
    page: ReturnsPage,
  },
  {
    path: '/trung-nguoi',
    title: 'Người có thể trùng',
    icon: IconUsers,
    menu: false,
    roles: 'all',
    capacities: ['proposes', 'decides'],
    page: DuplicatesPage,
  },
  ...FOLLOW_ROUTES,
  {
    path: '/trao-doi',
    title: 'Trao đổi',
    icon: IconArrowsExchange,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: ExchangePage,
    shortcut: 'g d',
  },
  {
    path: '/trao-doi/:tab',
    title: 'Trao đổi',
    icon: IconArrowsExchange,
    menu: false,
    roles: 'all',
    capacities: 'all',
    page: ExchangePage,
  },
  {
    path: '/don-vi',
    title: 'Đơn vị, đảng viên',
    icon: IconBuildingCommunity,
    menu: true,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: UnitsWithSections,
    shortcut: 'g u',
  },
  {
    path: '/don-vi/:unit',
    title: 'Đơn vị, đảng viên',
    icon: IconBuildingCommunity,
    menu: false,
    roles: 'all',
    capacities: WITH_CANDIDATES,
    page: UnitsWithSections,
  },
  {
    path: '/quy-dinh',
    title: 'Quy định, lịch nghỉ',
    icon: IconScale,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: RulesPage,
    shortcut: 'g q',
  },
  {
    path: '/nguoi-dung',
    title: 'Người dùng',
    icon: IconUsersGroup,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: UsersPage,
  },
  {
    path: '/sao-luu',
    title: 'Sao lưu',
    icon: IconArchive,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: BackupPage,
  },
  {
    path: '/cai-dat',
    title: 'Cài đặt',
    icon: IconSettings,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: SettingsPage,
  },
  {
    path: '/kiem-tra-may',
    title: 'Kiểm tra máy',
    icon: IconDeviceDesktopCheck,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: MachinePage,
  },
  {
    path: '/huong-dan',
    title: 'Hướng dẫn',
    icon: IconHelpCircle,
    menu: true,
    roles: 'all',
    capacities: 'all',
    page: GuidePage,
    shortcut: 'g h',
  },
  {
    path: '/huong-dan/:topic',
    title: 'Hướng dẫn',
    icon: IconHelpCircle,
    menu: false,
    roles: 'all',
    capacities: 'all',
    page: GuidePage,
  },
]

/** True if a user of an office may see a route. */
export function mayOpen(route: Route, roles: readonly string[], capacities: readonly string[]): boolean {
  const role = route.roles === 'all' || route.roles.some((each) => roles.includes(each))
  const capacity = route.capacities === 'all' || route.capacities.some((each) => capacities.includes(each))
  return role && capacity
}
