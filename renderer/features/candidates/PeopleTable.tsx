/**
 * The table of people. Its columns have fixed widths, so that nothing moves when results change; each row is one link,
 * which carries the focus, and one tick box.
 */
import { Anchor, Badge, Checkbox, Group, Table } from '@mantine/core'
import { memo, useCallback, useLayoutEffect, useRef, type MouseEvent, type RefObject } from 'react'
import type { CaseRow } from '../../../shared/contract/answers.ts'
import { CONFLICT, KNOWN, ON_PAPER } from '../../../shared/words/vi.ts'
import { useList } from '../../parts/list-state.ts'
import { LinkRow } from '../../parts/RowLink.tsx'
import { COLUMNS, type Column } from './columns.tsx'

const WIDE = { visibleFrom: 'md' } as const
const NAME_WEIGHT = 25

/** The table of people. @param shown - ids of the columns besides the name */
export function PeopleTable({
  rows,
  shown,
  today,
  body,
}: {
  readonly rows: readonly CaseRow[]
  readonly shown: readonly string[]
  readonly today: string
  readonly body: RefObject<HTMLTableSectionElement | null>
}) {
  const ticked = useList((list) => list.ticked)
  const tick = useList((list) => list.tick)
  /** Whom a range begins with: the one ticked last, by id, for the rows change with what is asked. */
  const anchor = useRef<string | null>(null)
  const columns = COLUMNS.filter(({ id }) => shown.includes(id))
  const whole = columns.reduce((sum, { weight }) => sum + weight, NAME_WEIGHT)
  const width = (weight: number) => `${((weight / whole) * 100).toFixed(2)}%`
  const tickedHere = rows.filter((row) => ticked.has(row.case)).length
  const tickTo = useCallback(
    (id: string, isTicked: boolean, isRange: boolean) => {
      const placeOf = (wanted: string | null) => rows.findIndex((row) => row.case === wanted)
      const place = placeOf(id)
      const begin = isRange ? placeOf(anchor.current) : -1
      const from = begin === -1 ? place : begin
      tick(rows.slice(Math.min(from, place), Math.max(from, place) + 1), isTicked)
      anchor.current = id
    },
    [rows, tick],
  )
  return (
    <Table layout="fixed" stickyHeader stickyHeaderOffset={52} fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={40}>
            <Checkbox
              size="xs"
              aria-label="Chọn cả trang"
              checked={tickedHere === rows.length}
              indeterminate={tickedHere > 0 && tickedHere < rows.length}
              onChange={(event) => tick(rows, event.currentTarget.checked)}
            />
          </Table.Th>
          <Table.Th w={width(NAME_WEIGHT)} scope="col">
            Họ tên
          </Table.Th>
          {columns.map(({ id, label, weight, isWide }) => (
            <Table.Th key={id} w={width(weight)} scope="col" {...(isWide === true ? WIDE : {})}>
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {rows.map((row) => (
          <Row key={row.case} row={row} columns={columns} today={today} onTick={tickTo} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

type RowProps = {
  readonly row: CaseRow
  readonly columns: readonly Column[]
  readonly today: string
  readonly onTick: (id: string, isTicked: boolean, isRange: boolean) => void
}

/** A row is drawn anew only when what it shows has changed; whether it is ticked its box knows alone. */
const Row = memo(function Row({ row, columns, today, onTick }: RowProps) {
  return (
    <LinkRow>
      <Table.Td style={{ position: 'relative', zIndex: 1 }}>
        <Tick id={row.case} name={row.name} onTick={onTick} />
      </Table.Td>
      <Table.Td>
        <Anchor
          href={`#/ho-so/${row.case}`}
          className="row-link"
          data-case={row.case}
          size="sm"
          fw={600}
          c="inherit"
          lineClamp={2}
          title={row.name}
          style={{ overflowWrap: 'anywhere' }}
          onClick={() => useList.getState().open(row.case)}
        >
          {row.name}
        </Anchor>
        <Marks row={row} />
      </Table.Td>
      {columns.map(({ id, isWide, cell }) => (
        <Table.Td key={id} {...(isWide === true ? WIDE : {})}>
          {cell(row, today)}
        </Table.Td>
      ))}
    </LinkRow>
  )
}, isSameRow)

/** The box that ticks a person. It follows the list by itself: React drawing fifty of them for one click took four frames. */
function Tick({ id, name, onTick }: Pick<RowProps, 'onTick'> & { readonly id: string; readonly name: string }) {
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const follow = () => {
      if (box.current !== null) box.current.checked = useList.getState().ticked.has(id)
    }
    follow()
    return useList.subscribe(follow)
  }, [id])
  const click = (event: MouseEvent<HTMLInputElement>) => onTick(id, event.currentTarget.checked, event.shiftKey)
  return <Checkbox ref={box} size="xs" aria-label={`Chọn ${name}`} data-tick={id} onClick={click} />
}

function isSameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.row === b.row &&
    a.today === b.today &&
    a.onTick === b.onTick &&
    a.columns.map(({ id }) => id).join() === b.columns.map(({ id }) => id).join()
  )
}

function Marks({ row }: { readonly row: CaseRow }) {
  const isPartial = row.known !== 'full'
  if (row.conflicts === 0 && !row.onPaper && !isPartial) return null
  return (
    <Group gap={4} mt={2}>
      {row.conflicts > 0 && (
        <Badge size="sm" color="orange">
          {CONFLICT}
        </Badge>
      )}
      {row.onPaper && (
        <Badge size="sm" color="gray">
          {ON_PAPER}
        </Badge>
      )}
      {isPartial && (
        <Badge size="sm" color="gray">
          {KNOWN[row.known]}
        </Badge>
      )}
    </Group>
  )
}
