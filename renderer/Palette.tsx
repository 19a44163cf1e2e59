/**
 * The palette (Ctrl+K): people and units by name with or without marks, pages, what can be done, and how.
 */
import { useMantineColorScheme } from '@mantine/core'
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import {
  IconArchive,
  IconArrowsExchange,
  IconBuildingCommunity,
  IconHelpCircle,
  IconHourglass,
  IconLock,
  IconMoon,
  IconSearch,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { guideTopics } from '../shared/words/guide/guide.ts'
import { STAGES, UNIT_TYPES } from '../shared/words/vi.ts'
import { named } from './rules-in-force.ts'
import { fold } from '../shared/text/fold.ts'
import { lock } from './api.ts'
import { narrowList } from './parts/list-state.ts'
import { useRights } from './parts/rights.ts'
import { useAsk } from './queries.ts'
import { mayOpen } from './route.ts'
import { ROUTES } from './routes.tsx'

const LABEL = 'Tìm người, trang, việc'

const [store, spotlight] = createSpotlight()

/** Opens the palette. */
export function openPalette(): void {
  spotlight.open()
}

/** The palette itself; it stands in the layout once. */
export function Palette() {
  const [query, setQuery] = useState('')
  const [, go] = useLocation()
  const { toggleColorScheme } = useMantineColorScheme()
  const text = useDeferredValue(query.trim())
  const office = useAsk('office.get', {}).data
  const may = useRights()
  const people = useAsk(
    'candidate.search',
    { text, limit: 8 },
    { enabled: text.length > 0 && may('candidate.search'), keepPrevious: true },
  ).data
  const unitRows = useAsk('unit.list', {}, { enabled: text.length > 0 }).data?.units ?? []
  const roles = office?.user.roles ?? []
  const capacities = office?.profile.capacities.map(({ capacity }) => capacity) ?? []
  const opens = (path: string) => ROUTES.some((route) => route.path === path && mayOpen(route, roles, capacities))
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
    description: [row.unitName, named(STAGES[row.stage])].filter(Boolean).join(' · '),
    leftSection: <IconUser size={18} aria-hidden />,
    onClick: () => go(`/ho-so/${row.case}`),
  }))
  const units = (text === '' || !opens('/don-vi/:unit') ? [] : unitRows)
    .filter(({ unit }) => fold(unit.name).includes(fold(text)))
    .slice(0, 6)
    .map(({ id, unit }): SpotlightActionData => ({
      id,
      label: unit.name,
      description: UNIT_TYPES[unit.type],
      leftSection: <IconBuildingCommunity size={18} aria-hidden />,
      onClick: () => go(`/don-vi/${id}`),
    }))
  const showWaiting = () => {
    narrowList({ order: 'waiting' })
    go('/nguon')
  }
  const acts = [
    ...(opens('/nguon/moi')
      ? [{ label: 'Thêm người, đăng ký quần chúng', icon: IconUserPlus, onClick: () => go('/nguon/moi') }]
      : []),
    ...(opens('/nhap-bang')
      ? [{ label: 'Dán danh sách từ Excel', icon: IconUserPlus, onClick: () => go('/nhap-bang') }]
      : []),
    ...(opens('/nguon') ? [{ label: 'Xem ai chờ lâu nhất', icon: IconHourglass, onClick: showWaiting }] : []),
    { label: 'Sao lưu ngay', icon: IconArchive, onClick: () => go('/sao-luu') },
    { label: 'Xuất gói dữ liệu', icon: IconArrowsExchange, onClick: () => go('/trao-doi/gui') },
    { label: 'Nhận gói dữ liệu', icon: IconArrowsExchange, onClick: () => go('/trao-doi/nhan') },
    { label: 'Kết nối với đơn vị khác', icon: IconArrowsExchange, onClick: () => go('/trao-doi/ket-noi') },
    { label: 'Đổi nền sáng, tối', icon: IconMoon, onClick: toggleColorScheme },
    { label: 'Khóa phần mềm', icon: IconLock, onClick: lock },
  ]
    .filter(({ label }) => fold(label).includes(fold(text)))
    .map(({ label, icon: Icon, onClick }): SpotlightActionData => ({
      id: label,
      label,
      leftSection: <Icon size={18} aria-hidden />,
      onClick,
    }))
  // A name is mostly a name: with people found, only titles of the guide are offered.
  const topics = text.length < 2 ? [] : guideTopics(text)
  const offered = found.length === 0 ? topics : topics.filter(({ title }) => fold(title).includes(fold(text)))
  const guide = offered.slice(0, 6).map((topic): SpotlightActionData => ({
    id: `huong-dan-${topic.id}`,
    label: topic.title,
    leftSection: <IconHelpCircle size={18} aria-hidden />,
    onClick: () => go(`/huong-dan/${topic.id}`),
  }))
  const first = text === '' ? undefined : found[0]?.id
  useEffect(() => {
    if (first !== undefined) chooseFirst()
  }, [first])
  return (
    <Spotlight
      store={store}
      actions={[
        { group: 'Người', actions: found },
        { group: 'Đơn vị', actions: units },
        { group: 'Trang', actions: pages },
        { group: 'Việc', actions: acts },
        { group: 'Hướng dẫn', actions: guide },
      ]}
      filter={(_query, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      nothingFound="Không tìm thấy"
      shortcut={null}
      highlightQuery={false}
      overlayProps={{ blur: 0 }}
      // What is typed next belongs to the palette: it is there at once.
      transitionProps={{ duration: 0 }}
      clearQueryOnClose
      scrollable
      maxHeight={520}
      // Mantine's own colour for it is too faint on the row that is chosen.
      styles={{ actionDescription: { color: 'inherit', opacity: 1 } }}
      attributes={{ content: { 'aria-label': LABEL } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Gõ tên người, trang, việc hoặc điều muốn hỏi',
        'aria-label': LABEL,
        // Mantine puts the cursor there a moment later only: the first letter of a quick hand went nowhere.
        autoFocus: true,
      }}
    />
  )
}

/**
 * Enter opens what stands first. People come a moment after the pages, above them, and the list would keep the page that
 * stood first until then.
 */
function chooseFirst(): void {
  const list = document.getElementById(store.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: 0 }))
}
