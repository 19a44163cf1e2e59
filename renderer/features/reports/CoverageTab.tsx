/**
 * Branches by how long they have had no new member: by sector and, apart from that, rural or urban, by part of the house,
 * and branch by branch, the longest first.
 */
import { Anchor, Button, Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import {
  IDLE_CLASSES,
  isAmong,
  longestFirst,
  type BranchGroup,
  type CoverageRow,
  type CoveredBranch,
  type IdleClass,
} from '../../../shared/reports/coverage.ts'
import {
  AREAS,
  COVERED_BY,
  IDLE_NAMES,
  labelOf,
  lower,
  SECTORS,
  showDay,
  showNumber,
  unevenSentence,
} from '../../../shared/words/vi.ts'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { useMost } from '../../parts/on-paper.tsx'
import { Block, EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { IDLE_COLORS, Stacked } from './Bars.tsx'
import { BranchMap } from './BranchMap.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked } from './reports-state.ts'

/** Branches shown; the rest is found by narrowing, and stands on paper. */
const SHOWN = 200

/** The tab. */
export function CoverageTab() {
  const { at, ask } = useAsked()
  const [idle, setIdle] = useState<IdleClass | null>(null)
  const [group, setGroup] = useState<BranchGroup>({})
  const beneath = useRef<HTMLDivElement>(null)
  const [look, setLook] = useState<'table' | 'map'>('table')
  const { data, error, refetch } = useAsk('coverage.get', at === null ? {} : { at }, { keepPrevious: true })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={10} />
  const { whole, bySector, byArea, byPart, branches } = data
  const uneven = unevenSentence(data)
  const shown = branches.filter((branch) => isAmong(branch, { ...group, ...(idle === null ? {} : { idle }) }))
  const narrow = (to: BranchGroup) => (wanted: IdleClass | null) => {
    setGroup(to)
    setIdle(wanted)
    beneath.current?.scrollIntoView({ block: 'start' })
  }
  const narrowed = [
    ...(group.sector === undefined ? [] : [nameOf(SECTORS, group.sector)]),
    ...(group.area === undefined ? [] : [nameOf(AREAS, group.area)]),
    ...(idle === null ? [] : [lower(IDLE_NAMES[idle])]),
  ]
  const seeAll = () => {
    setGroup({})
    setIdle(null)
    // The button goes with what it takes away: the keyboard stays at the branches.
    beneath.current?.focus()
  }
  const named = (row: CoverageRow, labels: Readonly<Record<string, string>>) => ({
    ...row,
    name: nameOf(labels, row.value),
  })
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <PlaceField places={data.places} />
        <Select
          label="Chỉ xem chi bộ"
          w={230}
          clearable
          clearButtonProps={{ 'aria-label': 'Xem tất cả chi bộ' }}
          placeholder="Tất cả"
          data={IDLE_CLASSES.map((value) => ({ value, label: IDLE_NAMES[value] }))}
          value={idle}
          onChange={(value) => setIdle(IDLE_CLASSES.find((each) => each === value) ?? null)}
        />
        {whole.total > 0 && (
          <ListExportButton
            what="coverage"
            places={{ ...(at === null ? {} : { at }), ...(idle === null ? {} : { idle }), ...group }}
          />
        )}
      </Group>
      {whole.total === 0 ? (
        <EmptyState
          title="Chưa có chi bộ nào"
          text="Thêm chi bộ tại trang Đơn vị, đảng viên, hoặc nhận danh sách đơn vị của cấp dưới."
        />
      ) : (
        <>
          <Block title={`Tính đến ngày ${showDay(data.day)}`}>
            <ClassTable
              label="Tất cả chi bộ"
              rows={[{ ...whole, name: 'Tất cả chi bộ' }]}
              onNarrow={() => narrow({})}
            />
            {uneven !== null && <Text size="sm">{uneven}</Text>}
            <Text size="sm" c="dimmed" mt={4}>
              “Chưa ghi nhận lần nào” là chi bộ chưa có lần kết nạp nào trong hồ sơ, trong danh bạ đảng viên, hay được
              ghi từ trước; ghi lần kết nạp gần nhất ở mục Chỉ tiêu, nút “Ghi số liệu năm trước”.
            </Text>
          </Block>
          <Block title="Theo lĩnh vực">
            <ClassTable
              label="Chi bộ theo lĩnh vực"
              rows={bySector.map((row) => named(row, SECTORS))}
              onNarrow={({ value }) => narrow({ sector: value })}
            />
          </Block>
          <Block title="Nông thôn, thành thị">
            <ClassTable
              label="Chi bộ theo khu vực"
              rows={byArea.map((row) => named(row, AREAS))}
              onNarrow={({ value }) => narrow({ area: value })}
            />
          </Block>
          {byPart.length > 0 && (
            <Block title="Theo đơn vị trực thuộc">
              <ClassTable
                label="Chi bộ theo đơn vị trực thuộc"
                rows={byPart}
                onNarrow={({ value }) =>
                  (wanted) => {
                    ask({ at: value })
                    narrow({})(wanted)
                  }}
              />
            </Block>
          )}
          <div ref={beneath} tabIndex={-1}>
            <Block
              title={narrowed.length === 0 ? 'Từng chi bộ' : `Từng chi bộ: ${narrowed.join(', ')}`}
              actions={
                <Group gap="xs">
                  {narrowed.length > 0 && (
                    <Button variant="subtle" size="compact-sm" className="no-print" onClick={seeAll}>
                      Xem tất cả
                    </Button>
                  )}
                  <SegmentedControl
                    className="no-print"
                    size="xs"
                    aria-label="Cách xem từng chi bộ"
                    value={look}
                    onChange={(value) => setLook(value === 'map' ? 'map' : 'table')}
                    data={[
                      { value: 'table', label: 'Bảng' },
                      { value: 'map', label: 'Ô màu' },
                    ]}
                  />
                </Group>
              }
            >
              {look === 'table' ? <BranchTable branches={shown} /> : <BranchMap branches={shown} />}
            </Block>
          </div>
        </>
      )}
    </Stack>
  )
}

function nameOf(labels: Readonly<Record<string, string>>, value: string): string {
  return value === 'unknown' ? 'Chưa ghi' : labelOf(labels, value)
}

type NamedRow = CoverageRow & { readonly name: string }

/** Numbers of branches by class; each narrows the branches beneath to exactly those it counts. */
function ClassTable({
  label,
  rows,
  onNarrow,
}: {
  readonly label: string
  readonly rows: readonly NamedRow[]
  readonly onNarrow: (row: NamedRow) => (idle: IdleClass | null) => void
}) {
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table aria-label={label} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">{label}</Table.Th>
            <Table.Th ta="right">Số chi bộ</Table.Th>
            {IDLE_CLASSES.map((value) => (
              <Table.Th key={value} ta="right">
                {IDLE_NAMES[value]}
              </Table.Th>
            ))}
            <Table.Th w={130}>
              <span className="for-readers">Biểu đồ</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows
            .map((row) => ({ ...row, narrow: onNarrow(row) }))
            .map(({ value, name, total, classes, narrow }) => (
              <Table.Tr key={value}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right" fw={600}>
                  <NarrowButton number={total} name={`${name}, số chi bộ`} onClick={() => narrow(null)} />
                </Table.Td>
                {IDLE_CLASSES.map((idle) => (
                  <Table.Td key={idle} ta="right" style={{ background: heat(idle, classes[idle], total) }}>
                    <NarrowButton
                      number={classes[idle]}
                      name={`${name}, ${IDLE_NAMES[idle].toLowerCase()}`}
                      onClick={() => narrow(idle)}
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Stacked parts={IDLE_CLASSES.map((key) => ({ key, value: classes[key], color: IDLE_COLORS[key] }))} />
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function NarrowButton({
  number,
  name,
  onClick,
}: {
  readonly number: number
  readonly name: string
  readonly onClick: () => void
}) {
  return number === 0 ? (
    '0'
  ) : (
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="inherit"
      // On the colours of the table only the line says that the number can be pressed.
      underline="always"
      fw={600}
      aria-label={`${name}: ${showNumber(number)} chi bộ`}
      onClick={onClick}
    >
      {showNumber(number)}
    </Anchor>
  )
}

/** The more branches of a row stand in a class, the stronger its colour; never so strong that the number is hard to read. */
function heat(idle: IdleClass, count: number, total: number): string | undefined {
  return count === 0
    ? undefined
    : `color-mix(in srgb, ${IDLE_COLORS[idle]} ${Math.round((count / total) * 35)}%, transparent)`
}

function BranchTable({ branches }: { readonly branches: readonly CoveredBranch[] }) {
  const most = useMost(SHOWN)
  const rows = longestFirst(branches)
  const shown = rows.slice(0, most)
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        Không có chi bộ nào như vậy.
      </Text>
    )
  return (
    <>
      <Table.ScrollContainer minWidth={760}>
        <Table aria-label="Từng chi bộ" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="30%">Chi bộ</Table.Th>
              <Table.Th w="18%">Đơn vị cấp trên</Table.Th>
              <Table.Th w="14%">Lĩnh vực</Table.Th>
              <Table.Th w="17%">Kết nạp gần nhất</Table.Th>
              <Table.Th w="21%">Tình trạng</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Anchor href={`#/don-vi/${row.id}`} size="sm" fw={550}>
                    {row.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{row.above}</Table.Td>
                <Table.Td>{row.sector === null ? 'Chưa ghi' : SECTORS[row.sector]}</Table.Td>
                <Table.Td>
                  {row.last === null
                    ? 'Chưa ghi nhận'
                    : `${showDay(row.last)}${row.by === null ? '' : `, ${COVERED_BY[row.by]}`}`}
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{IDLE_NAMES[row.idle]}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length > shown.length && (
        <Text size="sm" c="dimmed">
          Chỉ hiện {showNumber(shown.length)} chi bộ đầu trong {showNumber(rows.length)}; chọn đơn vị để xem tiếp.
        </Text>
      )}
    </>
  )
}
