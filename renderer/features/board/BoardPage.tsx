/**
 * Bảng theo giai đoạn: how many stand in each stage and for how long, those who have waited longest first. A column, a
 * number and a name each lead to exactly the people they count.
 */
import { Anchor, Badge, Group, Paper, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { CaseRow } from '../../../shared/contract/answers.ts'
import { OLD_DAYS, VERY_OLD_DAYS, type Board, type BoardColumn } from '../../../shared/contract/lists.ts'
import { daysBetween } from '../../../shared/calendar/plain-date.ts'
import type { Sector } from '../../../shared/model/codes.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { SECTORS, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { narrowList, type Wanted } from '../../parts/list-state.ts'
import { ChoiceField, choicesOf, UnitField } from '../../parts/pickers.tsx'
import { AwaitedState, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'

const SECTOR_CHOICES = choicesOf(SECTORS)

/** Bảng theo giai đoạn. */
export function BoardPage() {
  const [unit, setUnit] = useState<string | null>(null)
  const [sector, setSector] = useState<Sector | null>(null)
  const office = useAsk('office.get', {}).data
  const filter = { ...(unit === null ? {} : { unit }), ...(sector === null ? {} : { sector }) }
  const { data: board, error, refetch } = useAsk('case.board', filter, { keepPrevious: true })
  const total = board?.columns.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHead
        title="Bảng theo giai đoạn"
        text={total === undefined ? 'Đang xem' : `${showNumber(total)} người đang theo dõi`}
        actions={
          office !== undefined && (
            <>
              <UnitField
                all
                today={office.today}
                w={220}
                aria-label="Chi bộ"
                placeholder="Mọi chi bộ"
                value={unit}
                onChange={setUnit}
              />
              <ChoiceField
                w={180}
                aria-label="Lĩnh vực"
                placeholder="Mọi loại hình"
                data={SECTOR_CHOICES}
                value={sector}
                onChange={(chosen) => setSector(trusted<Sector | null>(chosen))}
              />
              <ListActions what="board" filter={filter} disabled={total === 0} />
            </>
          )
        }
      />
      <AwaitedState isThere={board !== undefined} error={error} onRetry={() => void refetch()} rows={8} />
      {board?.columns.length === 0 && (
        <EmptyState
          title="Chưa có ai đang theo dõi"
          text="Người trong danh sách nguồn xuất hiện ở đây theo giai đoạn, ai chờ lâu nhất đứng trước."
        />
      )}
      {board !== undefined && board.columns.length > 0 && (
        <ScrollArea type="auto" offsetScrollbars viewportProps={{ tabIndex: 0, 'aria-label': 'Các giai đoạn' }}>
          <Group gap="sm" wrap="nowrap" align="stretch" pb="xs">
            {board.columns.map((column) => (
              <Column key={column.stage} column={column} board={board} wanted={{ unit, sector }} />
            ))}
          </Group>
        </ScrollArea>
      )}
    </>
  )
}

type ColumnProps = {
  readonly column: BoardColumn
  readonly board: Board
  readonly wanted: Pick<Wanted, 'unit' | 'sector'>
}

function Column({ column: { stage, count, old, veryOld, longest }, board, wanted }: ColumnProps) {
  const narrow = (change: Partial<Wanted>) => () => narrowList({ ...wanted, stage, order: 'waiting', ...change })
  return (
    <Paper
      withBorder
      p="sm"
      w={250}
      miw={250}
      component="section"
      aria-label={named(STAGES[stage])}
      bg="var(--mantine-color-default-hover)"
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" mih={44}>
        <Title order={2} fz="md">
          <Anchor href="#/nguon" onClick={narrow({})} inherit c="inherit">
            {named(STAGES[stage])}
          </Anchor>
        </Title>
        <Text fw={700} fz="xl" lh={1.1}>
          {showNumber(count)}
        </Text>
      </Group>
      <Stack gap={2} mih={44} mb={6}>
        {veryOld > 0 && (
          <Anchor href="#/nguon" size="sm" onClick={narrow({ heldSince: board.veryOldSince })}>
            {showNumber(veryOld)} người quá {VERY_OLD_DAYS} ngày
          </Anchor>
        )}
        {old > veryOld && (
          <Anchor href="#/nguon" size="sm" onClick={narrow({ heldSince: board.oldSince })}>
            {showNumber(old)} người quá {OLD_DAYS} ngày
          </Anchor>
        )}
      </Stack>
      <Stack gap={6}>
        {longest.map((row) => (
          <Card key={row.case} row={row} today={board.today} />
        ))}
        {count > longest.length && (
          <Anchor href="#/nguon" size="sm" onClick={narrow({})}>
            Xem cả {showNumber(count)} người
          </Anchor>
        )}
      </Stack>
    </Paper>
  )
}

function Card({ row, today }: { readonly row: CaseRow; readonly today: string }) {
  const days = row.stageOn === null ? null : daysBetween(row.stageOn, today)
  const colour = days === null || days <= OLD_DAYS ? 'gray' : days <= VERY_OLD_DAYS ? 'orange' : 'red'
  return (
    <Paper withBorder p={8}>
      <Group justify="space-between" wrap="nowrap" gap={6} align="flex-start">
        <Anchor href={`#/ho-so/${row.case}`} size="sm" fw={600} c="inherit" lineClamp={2} title={row.name}>
          {row.name}
        </Anchor>
        {days !== null && (
          <Badge color={colour} size="sm" style={{ flexShrink: 0 }}>
            {showNumber(Math.max(days, 0))} ngày
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" lineClamp={1} title={row.unitName ?? ''}>
        {row.unitName}
      </Text>
    </Paper>
  )
}
