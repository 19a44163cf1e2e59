/**
 * Sổ quyết định: every decision on record by number and day, how far it has come back, and what is odd about its number
 * beside the others of the term of office.
 */
import { Alert, Badge, Checkbox, Group, Select, Table, Text } from '@mantine/core'
import { memo, useMemo, useState } from 'react'
import type { Register, RegisterRow } from '../../../shared/contract/meetings.ts'
import { numberWarnings, type NumberWarning } from '../../../shared/documents/number.ts'
import { fold } from '../../../shared/text/fold.ts'
import {
  CARRIED_STATES,
  DECISION_OUTCOMES,
  MATTERS,
  numberWarningSentence,
  ON_PAPER,
  showDay,
  showNumber,
  SUPERSEDED,
} from '../../../shared/words/vi.ts'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { TextField } from '../../parts/fields.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { usedNumbers } from '../../parts/NumberDoubts.tsx'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { AwaitedState, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'

/** Rows shown at once; more are found by year or text. */
const WINDOW = 200

/** The page. */
export function DecisionsPage() {
  const { data, error, refetch } = useAsk('decision.register', {})
  return (
    <>
      <PageHead
        title="Sổ quyết định"
        text="Quyết định kết nạp, công nhận và các quyết định khác đã ghi, số mới nhất trước."
      />
      <DecidingNav />
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={10} />
      {data?.rows.length === 0 && (
        <EmptyState
          title="Chưa ghi quyết định nào"
          text="Quyết định ghi ở trang Xét hồ sơ hoặc trong cuộc họp sẽ có ở đây."
        />
      )}
      {data !== undefined && data.rows.length > 0 && <RegisterTable register={data} />}
    </>
  )
}

function RegisterTable({ register }: { readonly register: Register }) {
  const years = useMemo(() => [...new Set(register.rows.map(({ date }) => date.slice(0, 4)))], [register])
  const folded = useMemo(
    () => register.rows.map((row) => ({ row, text: fold(`${row.number} ${row.name} ${row.unitName ?? ''}`) })),
    [register],
  )
  const doubtsOf = useMemo(() => doubtsIn(register), [register])
  const [year, setYear] = useState<string | null>(years[0] ?? null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const wanted = fold(text)
  const rows = folded
    .filter(
      ({ row, text: of }) =>
        (year === null || row.date.startsWith(year)) && (!isOpen || waits(row)) && of.includes(wanted),
    )
    .map(({ row }) => row)
  return (
    <>
      {register.since === null && (
        <Alert color="gray" mb="sm" role="note">
          Chưa ghi ngày bắt đầu nhiệm kỳ nên số của mọi năm được đối chiếu với nhau. Quản trị viên ghi ngày này trong
          phần Cài đặt.
        </Alert>
      )}
      <Group gap="sm" align="flex-end" mb="sm">
        <Select
          label="Năm"
          data={years}
          value={year}
          onChange={setYear}
          clearable
          placeholder="Mọi năm"
          w={130}
          clearButtonProps={{ 'aria-label': 'Bỏ chọn năm' }}
        />
        <TextField label="Tìm số, họ tên, đơn vị" value={text} onChange={setText} w={280} />
        <Checkbox
          label="Chỉ xem quyết định chưa về đến đơn vị"
          checked={isOpen}
          onChange={(event) => setOpen(event.currentTarget.checked)}
          mb={8}
        />
        <Text size="sm" c="dimmed" mb={8} role="status">
          {showNumber(rows.length)} quyết định
        </Text>
        <Group gap="xs" ml="auto">
          <ListActions
            what="decisions"
            disabled={rows.length === 0}
            narrow={{ text, ...(year === null ? {} : { year: Number(year) }), ...(isOpen ? { state: 'open' } : {}) }}
          />
        </Group>
      </Group>
      <Table.ScrollContainer minWidth={880}>
        <Table aria-label="Sổ quyết định">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Số</Table.Th>
              <Table.Th>Ngày</Table.Th>
              <Table.Th>Họ và tên, đơn vị</Table.Th>
              <Table.Th>Nội dung</Table.Th>
              <Table.Th>Về đến đơn vị</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, WINDOW).map((row) => (
              <Line key={`${row.entry} ${row.matter}`} row={row} doubts={doubtsOf(row)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {(rows.length > WINDOW || register.more) && (
        <Text size="sm" c="dimmed" mt="xs">
          Đang hiện {showNumber(Math.min(rows.length, WINDOW))} quyết định; chọn năm hoặc gõ để tìm tiếp.
        </Text>
      )}
    </>
  )
}

const Line = memo(function Line({
  row,
  doubts,
}: {
  readonly row: RegisterRow
  readonly doubts: readonly NumberWarning[]
}) {
  const { number, date, name, unitName, matter, outcome, body, carried, receivedOn, stands, onPaper } = row
  return (
    <LinkRow>
      <Table.Td>
        <Text size="sm" fw={600}>
          {number}
        </Text>
        {doubts.map((doubt) => (
          <Text key={doubt.code} size="xs" c="var(--mantine-color-orange-light-color)">
            {numberWarningSentence(doubt)}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>{showDay(date)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <RowLink to={`/ho-so/${row.case}`}>{name}</RowLink>
        <Text size="xs" c="dimmed">
          {unitName}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {MATTERS[matter]}: {DECISION_OUTCOMES[outcome].toLowerCase()}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {body}
        </Text>
        <Group gap={4}>
          {onPaper && <Badge color="gray">{ON_PAPER}</Badge>}
          {!stands && <Badge color="gray">{SUPERSEDED}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td>
        <Badge
          color={carried === 'received' ? 'teal' : carried === 'recorded' ? 'orange' : 'gray'}
          style={{ height: 'auto', whiteSpace: 'normal' }}
        >
          {CARRIED_STATES[carried]}
        </Badge>
        {receivedOn !== null && (
          <Text size="xs" c="dimmed">
            Ngày {showDay(receivedOn)}
          </Text>
        )}
      </Table.Td>
    </LinkRow>
  )
})

const NO_DOUBTS: readonly NumberWarning[] = []

function waits({ carried, stands }: RegisterRow): boolean {
  return stands && carried !== 'received'
}

/** What is odd about the numbers of a register: each body's numbers are gathered once, each row is judged when it is shown. */
function doubtsIn(register: Register): (row: RegisterRow) => readonly NumberWarning[] {
  const used = new Map<string, ReturnType<typeof usedNumbers>>()
  const found = new Map<RegisterRow, readonly NumberWarning[]>()
  const usedOf = (body: string) => {
    const numbers = used.get(body) ?? usedNumbers(register, body)
    used.set(body, numbers)
    return numbers
  }
  return (row) => {
    if (register.since !== null && row.date < register.since) return NO_DOUBTS
    // The same number for one person is this very decision; another person's is another.
    const doubts = found.get(row) ?? numberWarnings(row.number, row.date, usedOf(row.body), [row.case], 'QĐ')
    found.set(row, doubts)
    return doubts
  }
}
