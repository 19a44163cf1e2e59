/**
 * The table of people. Its columns have fixed widths, so that nothing moves when results change; each row is one link,
 * which carries the focus.
 */
import { Anchor, Badge, Group, Table, Text } from '@mantine/core'
import type { KeyboardEvent, RefObject } from 'react'
import type { CaseRow } from '../../../shared/contract/answers.ts'
import { CONFLICT, KNOWN, labelOf, ON_PAPER, SEXES, showDay, STAGES } from '../../../shared/words/vi.ts'
import { LinkRow } from '../../parts/RowLink.tsx'
import { relatedDay } from './related-day.ts'

type Column = { readonly label: string; readonly width: string; readonly isWide?: boolean }

/** `isWide`: left out where the window is narrow or zoomed in. */
const COLUMNS: readonly Column[] = [
  { label: 'Họ tên', width: '25%' },
  { label: 'Ngày sinh', width: '10%' },
  { label: 'Giới tính', width: '8%', isWide: true },
  { label: 'Chi bộ', width: '16%' },
  { label: 'Giai đoạn', width: '17%' },
  { label: 'Người giúp đỡ', width: '12%', isWide: true },
  { label: 'Ngày liên quan', width: '12%' },
]

const WIDE = { visibleFrom: 'md' } as const

/** The table of people. */
export function PeopleTable({
  rows,

  body,
  onKeyDown,
  onOpen,
}: {
  readonly rows: readonly CaseRow[]
  readonly body?: RefObject<HTMLTableSectionElement | null>
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTableSectionElement>) => void
  readonly onOpen?: (id: string) => void
}) {
  return (
    <Table layout="fixed" stickyHeader stickyHeaderOffset={52} fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map(({ label, width, isWide }) => (
            <Table.Th key={label} w={width} scope="col" {...(isWide === true ? WIDE : {})}>
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody {...(body ? { ref: body } : {})} {...(onKeyDown ? { onKeyDown } : {})}>
        {rows.map((row) => (
          <Row key={row.case} row={row} {...(onOpen ? { onOpen } : {})} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ row, onOpen }: { readonly row: CaseRow; readonly onOpen?: (id: string) => void }) {
  const day = relatedDay(row)
  return (
    <LinkRow>
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
          onClick={() => onOpen?.(row.case)}
        >
          {row.name}
        </Anchor>
        <Marks row={row} />
      </Table.Td>
      <Table.Td>{row.birth === null ? '' : showDay(row.birth)}</Table.Td>
      <Table.Td {...WIDE}>{row.sex === null ? '' : labelOf(SEXES, row.sex)}</Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2} title={row.unitName ?? ''}>
          {row.unitName}
        </Text>
      </Table.Td>
      <Table.Td>{STAGES[row.stage]}</Table.Td>
      <Table.Td {...WIDE}>
        <Text size="sm" lineClamp={2} title={row.helper ?? ''} style={{ overflowWrap: 'anywhere' }}>
          {row.helper}
        </Text>
      </Table.Td>
      <Table.Td>
        {day !== null && (
          <>
            {day.day}
            <Text size="xs" c="dimmed" lh={1.2}>
              {day.what}
            </Text>
          </>
        )}
      </Table.Td>
    </LinkRow>
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
