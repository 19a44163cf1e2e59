/**
 * Nguồn và hồ sơ: everybody this office knows of, found while typing, fifty to a page. Made for the keyboard: '/' goes to
 * the search box, arrows or j and k walk the rows, Enter opens, 'x' ticks, 'n' adds a person.
 */
import { Button, Group, Pagination, Text } from '@mantine/core'
import { IconPrinter, IconUserPlus } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { CaseRow } from '../../../shared/contract/answers.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { filterOf, isNarrowed, NOTHING_WANTED, PAGE_SIZE, useList } from '../../parts/list-state.ts'
import { useKeys } from '../../parts/keys.ts'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { EmptyState, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { announceTrouble } from '../../parts/announce.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ListFilters } from './ListFilters.tsx'
import { ListPrint } from './ListPrint.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { ViewsMenu } from './ViewsMenu.tsx'
import { useViews, type ListView } from './views.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { tickFocused, walk } from './row-keys.ts'

const NO_ROWS: readonly CaseRow[] = []

/** Nguồn và hồ sơ. */
export function CandidatesPage() {
  const [, go] = useLocation()
  const list = useList()
  const { wanted, page, opened, want, turnTo, endedAt, open } = list
  const { views, shown, show, save, drop } = useViews()
  const [isPrinting, setPrinting] = useState(false)
  const back = useRef(opened)
  const search = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const office = useAsk('office.get', {}).data
  const asked = useDeferredValue(list)
  const begin = asked.begins.get(asked.page)
  const filter = {
    ...filterOf(asked.wanted),
    limit: PAGE_SIZE,
    ...(begin === undefined ? { offset: (asked.page - 1) * PAGE_SIZE } : { after: begin }),
  }
  const found = useAsk('candidate.search', filter, { keepPrevious: true })
  const print = useRef<HTMLButtonElement>(null)
  // The button waits while the list is read and cannot hold the focus: it is given back here.
  const donePrinting = useCallback(() => {
    setPrinting(false)
    setTimeout(() => print.current?.focus())
  }, [])
  const mayAdd = useRights()('candidate.register')
  const answered = found.data?.rows ?? NO_ROWS
  // Whatever was typed or chosen is on screen a frame before the fifty people it finds.
  const rows = useDeferredValue(answered)
  const total = found.data?.total ?? 0

  useEffect(() => {
    if (back.current === null || rows.length === 0) return
    body.current?.querySelector<HTMLElement>(`[data-case="${back.current}"]`)?.focus()
    back.current = null
  }, [rows])

  const last = found.isPlaceholderData ? null : (found.data?.last ?? null)
  useEffect(() => {
    if (last !== null && asked.wanted.order === 'name') endedAt(asked.page, last)
  }, [last, asked.page, asked.wanted.order, endedAt])

  useKeys('list', {
    search: () => {
      search.current?.focus()
      search.current?.select()
    },
    ...(mayAdd ? { add: () => go('/nguon/moi') } : {}),
    tick: () => tickFocused(body.current),
    next: () => walk(body.current, 'next'),
    previous: () => walk(body.current, 'previous'),
    first: () => walk(body.current, 'first'),
    last: () => walk(body.current, 'last'),
  })

  const fromSearch = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' && walk(body.current, 'next')) event.preventDefault()
    const first = rows[0]
    const isSettled = !found.isPlaceholderData && rows === answered && asked.wanted === wanted && asked.page === page
    if (event.key === 'Enter' && first !== undefined && isSettled && filter.text !== undefined) {
      open(first.case)
      go(`/ho-so/${first.case}`)
    }
  }
  const change = (columns: readonly string[]) =>
    void show(columns).catch((error: unknown) => announceTrouble('Chưa đổi được cột', error))
  const use = (view: ListView) => {
    want(view.wanted)
    change(view.shown)
  }
  if (office === undefined) return <LoadingState />
  const add = mayAdd && (
    <Button component={Link} href="/nguon/moi" leftSection={<IconUserPlus size={16} aria-hidden />}>
      Thêm người
    </Button>
  )
  return (
    <>
      <div className="no-print">
        <PageHead
          title="Nguồn và hồ sơ"
          text={
            <output>
              {found.data === undefined
                ? 'Đang tải'
                : `${found.data.more ? 'Hơn ' : ''}${showNumber(total)} người${isNarrowed(wanted) ? ' khớp với nội dung tìm' : ''}`}
            </output>
          }
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
                disabled={total === 0}
                loading={isPrinting}
                ref={print}
                onClick={() => setPrinting(true)}
              >
                In danh sách
              </Button>
              <ListExportButton what="candidates" filter={filterOf(wanted)} disabled={total === 0} />
              {mayAdd && (
                <Button component={Link} href="/nhap-bang" variant="default">
                  Dán từ Excel
                </Button>
              )}
              {add}
            </>
          }
        />
        <ListFilters
          office={office}
          search={search}
          onKeyDown={fromSearch}
          menus={
            <>
              <ViewsMenu views={views} shown={shown} onUse={use} onSave={save} onDrop={drop} />
              <ColumnsMenu shown={shown} onChange={change} />
            </>
          }
        />
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {(found.isPending || (rows.length === 0 && answered.length > 0)) && <LoadingState rows={12} />}
        {found.data !== undefined && answered.length === 0 && (
          <Nothing
            isNarrowed={isNarrowed(wanted)}
            isEnded={wanted.going === 'ended'}
            add={add}
            onClear={() => want(NOTHING_WANTED)}
          />
        )}
        {rows.length > 0 && answered.length > 0 && (
          <PeopleTable rows={rows} shown={shown} today={office.today} body={body} />
        )}
        {total > PAGE_SIZE && (
          <Group justify="space-between" mt="sm">
            <Text size="sm" c="dimmed">
              Trang {page}, từ {showNumber((page - 1) * PAGE_SIZE + 1)} đến{' '}
              {showNumber((page - 1) * PAGE_SIZE + answered.length)}
            </Text>
            <Pagination
              total={Math.ceil(total / PAGE_SIZE)}
              value={page}
              onChange={turnTo}
              getControlProps={(control) => ({ 'aria-label': control === 'next' ? 'Trang sau' : 'Trang trước' })}
              getItemProps={(number) => ({ 'aria-label': `Trang ${number}` })}
            />
          </Group>
        )}
      </div>
      <SelectionBar />
      {isPrinting && <ListPrint wanted={wanted} office={office} onDone={donePrinting} />}
    </>
  )
}

function Nothing({
  isNarrowed: narrowed,
  isEnded,
  add,
  onClear,
}: {
  readonly isNarrowed: boolean
  readonly isEnded: boolean
  readonly add: ReactNode
  readonly onClear: () => void
}) {
  if (narrowed)
    return (
      <EmptyState
        title="Không tìm thấy ai"
        text="Thử gõ tên không dấu, hoặc bỏ bớt điều kiện lọc."
        action={
          <Button variant="default" onClick={onClear}>
            Xem tất cả
          </Button>
        }
      />
    )
  if (isEnded)
    return (
      <EmptyState title="Chưa có ai kết thúc" text="Người xin rút, chuyển đi, đưa ra khỏi danh sách sẽ có ở đây." />
    )
  return (
    <EmptyState
      title="Chưa có ai trong danh sách"
      text="Thêm quần chúng ưu tú vào danh sách nguồn: chỉ cần họ tên và chi bộ, thông tin khác bổ sung sau."
      action={add}
    />
  )
}
