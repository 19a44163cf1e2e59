/**
 * A month on the wall: what falls on each day, days off greyed. Arrows walk the days, Page Up and Page Down the months;
 * what falls on the chosen day stands beneath with a link to each person.
 */
import { ActionIcon, Badge, Group, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CalendarItem, CalendarMonth } from '../../../shared/contract/lists.ts'
import { CALENDAR_ITEMS, PROVISIONAL, showDay } from '../../../shared/words/vi.ts'
import { doingOf } from '../../parts/keys.ts'
import { useMost } from '../../parts/on-paper.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { Block, ErrorState, LoadingState } from '../../parts/states.tsx'
import { showWeekday } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'
import { addDays } from '../../../shared/calendar/plain-date.ts'
import { monthLater, weeksOf } from '../../../shared/calendar/wall-calendar.ts'
import type { Doing } from '../../shortcuts.ts'
import './calendar.css'

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật']

/** How many days a key walks. */
const DAYS: Readonly<Partial<Record<Doing<'calendar'>, number>>> = {
  dayBefore: -1,
  dayAfter: 1,
  weekBefore: -7,
  weekAfter: 7,
}

/** Lines shown in a day before 'thêm'; on paper all. */
const SHOWN = 3

/** The month. */
export function MonthTab() {
  const today = useAsk('office.get', {}).data?.today
  const [chosen, setChosen] = useState<string | null>(null)
  const day = chosen ?? today
  if (day === undefined) return <LoadingState rows={8} />
  return <Month day={day} onChoose={setChosen} />
}

function Month({ day, onChoose }: { readonly day: string; readonly onChoose: (day: string) => void }) {
  const month = day.slice(0, 7)
  const { data, error, refetch } = useAsk('calendar.month', { month }, { keepPrevious: true })
  const grid = useRef<HTMLTableElement>(null)
  const isWalking = useRef(false)
  useEffect(() => {
    if (!isWalking.current) return
    isWalking.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }, [day])
  const turn = (months: number) => onChoose(`${monthLater(month, months)}-01`)
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const doing = doingOf('calendar', event.nativeEvent)
    if (doing === null) return
    event.preventDefault()
    isWalking.current = true
    const days = DAYS[doing]
    onChoose(days === undefined ? `${monthLater(month, doing === 'monthAfter' ? 1 : -1)}-01` : addDays(day, days))
  }
  const label = `Tháng ${month.slice(5)}/${month.slice(0, 4)}`
  const shown = data?.month === month ? data : undefined
  const ofDay = shown?.items.filter((item) => item.day === day) ?? []
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Tháng trước"
            onClick={() => turn(-1)}
            className="no-print"
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Title order={2} aria-live="polite" miw={170} ta="center">
            {label}
          </Title>
          <ActionIcon variant="default" size="lg" aria-label="Tháng sau" onClick={() => turn(1)} className="no-print">
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <PrintButton what="calendar" name={`Lịch ${label.toLowerCase().replace('/', '-')}`} />
      </Group>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Table
        ref={grid}
        layout="fixed"
        withColumnBorders
        withTableBorder
        highlightOnHover={false}
        aria-label={label}
        onKeyDown={walk}
      >
        <Table.Thead>
          <Table.Tr>
            {WEEKDAYS.map((name) => (
              <Table.Th key={name} scope="col" ta="center">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeksOf(month).map((week) => (
            <Table.Tr key={week[0]}>
              {week.map((each) => (
                <Day
                  key={each}
                  day={each}
                  isChosen={each === day}
                  isInMonth={each.startsWith(month)}
                  month={shown}
                  onChoose={onChoose}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Block title={showWeekday(day)}>
        {ofDay.length === 0 ? (
          <Text size="sm" c="dimmed">
            Không có thời hạn hay lễ kết nạp nào trong ngày này.
          </Text>
        ) : (
          <Table aria-label={`Việc ngày ${showDay(day)}`}>
            <Table.Tbody>
              {ofDay.map((item) => (
                <LinkRow key={`${item.case} ${item.what}`}>
                  <Table.Td w="35%">
                    <RowLink to={`/ho-so/${item.case}`} fw={600} size="sm">
                      {item.name}
                    </RowLink>
                    <Text size="xs" c="dimmed">
                      {item.unitName}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {CALENDAR_ITEMS[item.what]}
                    {item.isProvisional && (
                      <Text size="xs" c="dimmed">
                        {PROVISIONAL}
                      </Text>
                    )}
                  </Table.Td>
                </LinkRow>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Block>
    </Stack>
  )
}

function Day({
  day,
  isChosen,
  isInMonth,
  month,
  onChoose,
}: {
  readonly day: string
  readonly isChosen: boolean
  readonly isInMonth: boolean
  readonly month: CalendarMonth | undefined
  readonly onChoose: (day: string) => void
}) {
  const most = useMost(SHOWN)
  const items = month?.items.filter((item) => item.day === day) ?? []
  const shown = items.slice(0, most)
  const isOff = month?.off.includes(day) ?? false
  const count = items.length === 0 ? '' : `, ${items.length} việc`
  return (
    <Table.Td p={0} className={isOff && isInMonth ? 'calendar-off' : undefined} style={{ verticalAlign: 'top' }}>
      <UnstyledButton
        className="calendar-day"
        data-day={day}
        data-chosen={isChosen || undefined}
        tabIndex={isChosen ? 0 : -1}
        aria-pressed={isChosen}
        onClick={() => onChoose(day)}
      >
        <span className="for-readers">
          {showWeekday(day)}
          {isOff ? ', ngày nghỉ' : ''}
          {count}
        </span>
        <div aria-hidden>
          <Group justify="space-between" gap={4}>
            <Text size="sm" fw={day === month?.today ? 800 : 500} {...(isInMonth ? {} : { c: 'dimmed' })}>
              {Number(day.slice(8))}
            </Text>
            {day === month?.today && <Badge size="xs">Hôm nay</Badge>}
          </Group>
          {shown.map((item) => (
            <Text key={`${item.case} ${item.what}`} size="xs" lineClamp={1} {...colourOf(item, month?.today ?? '')}>
              {item.name}: {CALENDAR_ITEMS[item.what]}
            </Text>
          ))}
          {items.length > shown.length && (
            <Text size="xs" c="dimmed">
              thêm {items.length - shown.length}
            </Text>
          )}
        </div>
      </UnstyledButton>
    </Table.Td>
  )
}

function colourOf({ day, isOpen, what }: CalendarItem, today: string): { readonly c?: string } {
  if (what === 'ceremony') return { c: 'var(--mantine-color-teal-light-color)' }
  return isOpen && day < today ? { c: 'var(--mantine-color-red-light-color)' } : {}
}
