/**
 * The queue: filters, then dossiers by the deadline of the decision, the one in hand marked.
 */
import { Badge, Button, NavLink, Select, Stack, Text, TextInput } from '@mantine/core'
import { memo, useEffect, useRef, useState, type Ref } from 'react'
import { flushSync } from 'react-dom'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { limitOf, type QueueShown } from '../../../shared/contract/review-queue.ts'
import { NEAR } from '../../../shared/contract/running-limit.ts'
import { EXTENDED, lower, MATTERS, REVIEW_OUTCOMES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { leftText } from '../../parts/LimitBadge.tsx'
import { useReviewers } from '../../parts/reviewers.ts'
import { useReview } from './review-state.ts'

const FILTERS: readonly { readonly value: QueueShown; readonly label: string }[] = [
  { value: 'todo', label: 'Cần xét' },
  { value: 'fresh', label: 'Chờ tiếp nhận' },
  { value: 'received', label: 'Chờ quyết định' },
  { value: 'agreed', label: 'Đã đồng ý trình' },
  { value: 'held', label: 'Để lại, xin ý kiến' },
  { value: 'returned', label: 'Đã trả lại, chờ bổ sung' },
]

/** Dossiers shown at once, and those that follow the one in hand: each costs a little of every step. */
const AT_ONCE = 100
const AHEAD = 20

/** The queue. */
export function Queue({
  rows,
  total,
  current,
  onOpen,
}: {
  readonly rows: readonly MovingCase[]
  readonly total: number
  readonly current: string | null
  readonly onOpen: (row: MovingCase) => void
}) {
  const { shown, whose, text, show, choose, search } = useReview()
  const people = useReviewers()
  const [most, setMost] = useState(AT_ONCE)
  const place = rows.findIndex((row) => row.case === current)
  const here = rows.slice(0, Math.max(most, place + 1 + AHEAD))
  const rest = rows.length - here.length
  const chosen = useRef<HTMLAnchorElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const showMore = () => {
    flushSync(() => setMost(here.length + AT_ONCE))
    // The button is gone with the last of them; the keyboard goes on from the first that came.
    list.current?.querySelectorAll('a')[here.length]?.focus()
  }
  const before = useRef(current)
  useEffect(() => {
    // In newer engines this answers a promise, which must not become the effect's clean-up.
    chosen.current?.scrollIntoView({ block: 'nearest' })
    // The form of the last act is gone with its dossier; the keyboard goes on from the one that took its place.
    if (before.current !== current && document.activeElement === document.body)
      chosen.current?.focus({ preventScroll: true })
    before.current = current
  }, [current])
  return (
    <section aria-label="Hồ sơ chờ xét" className="review-queue">
      <Stack gap="xs">
        <Select
          label="Lọc"
          data={[...FILTERS]}
          value={shown}
          onChange={(next) => show(FILTERS.find(({ value }) => value === next)?.value ?? 'todo')}
          allowDeselect={false}
        />
        <Select
          label="Người thẩm định"
          data={[
            { value: 'all', label: 'Tất cả' },
            { value: 'nobody', label: 'Chưa giao' },
            ...people.map(({ value, label, isSelf }) => ({ value, label: isSelf ? `${label} (tôi)` : label })),
          ]}
          value={whose}
          onChange={(next) => choose(next ?? 'all')}
          allowDeselect={false}
        />
        <TextInput
          label="Tìm"
          placeholder="Họ tên hoặc đơn vị"
          maxLength={200}
          value={text}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {showNumber(rows.length)} trên {showNumber(total)} hồ sơ, hạn gần trước
        </Text>
        <div ref={list}>
          {here.map((row) => (
            <QueueRow
              key={row.case}
              row={row}
              isCurrent={row.case === current}
              at={row.case === current ? chosen : null}
              reviewer={people.find(({ value }) => value === row.reviewer)?.label}
              onOpen={onOpen}
            />
          ))}
        </div>
        {rest > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={showMore}>
            Xem thêm {Math.min(rest, AT_ONCE)} trong {showNumber(rest)} hồ sơ còn lại
          </Button>
        )}
      </Stack>
    </section>
  )
}

/** Drawn anew only where something of it has changed. */
const QueueRow = memo(function QueueRow({
  row,
  isCurrent,
  at,
  reviewer,
  onOpen,
}: {
  readonly row: MovingCase
  readonly isCurrent: boolean
  readonly at: Ref<HTMLAnchorElement>
  readonly reviewer: string | undefined
  readonly onOpen: (row: MovingCase) => void
}) {
  return (
    <NavLink
      ref={at}
      href={`#/xet/${row.case}`}
      active={isCurrent}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpen(row)
      }}
      label={row.name}
      description={<Line row={row} reviewer={reviewer} />}
      styles={{ label: { fontWeight: 600 } }}
    />
  )
})

function Line({ row, reviewer }: { readonly row: MovingCase; readonly reviewer: string | undefined }) {
  const limit = limitOf(row)
  return (
    <>
      <Text span size="xs" display="block" lineClamp={2}>
        {row.unitName}
        {row.matter !== 'admission' && `. ${MATTERS[row.matter]}`}
      </Text>
      {(reviewer !== undefined || row.review !== null || row.meeting !== null) && (
        <Text span size="xs" display="block" lineClamp={2}>
          {[
            row.review === null ? null : REVIEW_OUTCOMES[row.review],
            row.meeting === null ? null : `họp ngày ${showDay(row.meeting.date)}`,
            reviewer === undefined ? null : `giao ${reviewer}`,
          ]
            .filter((part) => part !== null)
            .join('; ')}
        </Text>
      )}
      {limit !== null && (
        <Badge
          component="span"
          size="sm"
          mt={2}
          color={limit.left < 0 ? 'red' : limit.left <= NEAR ? 'orange' : 'gray'}
          title={`Hạn ${showDay(limit.due)}${limit.isExtended ? ` (${lower(EXTENDED)})` : ''}`}
        >
          {leftText(limit.left)}
        </Badge>
      )}
    </>
  )
}
