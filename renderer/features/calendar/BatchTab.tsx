/**
 * The plan of a batch: by when each step has to be taken for a ceremony on a day, who can still make it, and what stands
 * in whose way.
 */
import { Alert, Badge, Button, Group, List, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { addMonths } from '../../../shared/calendar/plain-date.ts'
import type { Batch, BatchRow } from '../../../shared/contract/lists.ts'
import {
  BATCH_NEAREST,
  obstacleSentence,
  PLAN_STEPS,
  PROVISIONAL,
  showDay,
  STAGES,
  VERDICTS,
} from '../../../shared/words/vi.ts'
import { DateField } from '../../parts/fields.tsx'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { Block, EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'
import { anniversaries, readOwnDays } from '../../../shared/rules/anniversaries.ts'
import { OwnDaysDialog } from './OwnDaysDialog.tsx'
import { useRights } from '../../parts/rights.ts'

/** The plan. */
export function BatchTab() {
  const office = useAsk('office.get', {}).data
  const [chosen, setChosen] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  if (office === undefined) return <LoadingState rows={8} />
  const { today, settings } = office
  const own = readOwnDays(settings['anniversaries'])
  const days = anniversaries(today, own)
  const day = chosen ?? days[0]?.day ?? addMonths(today, 3)
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <SegmentedControl
          aria-label="Ngày kỷ niệm"
          value={days.some((each) => each.day === day) ? day : ''}
          onChange={setChosen}
          data={days.map((each) => ({ value: each.day, label: `${each.name} (${showDay(each.day)})` }))}
        />
        <DateField label="Ngày khác" w={150} value={day} onChange={(value) => value !== '' && setChosen(value)} />
        {may('setting.change') && (
          <Button variant="default" onClick={() => setOpen(true)}>
            Ngày kỷ niệm của đơn vị
          </Button>
        )}
        <ListExportButton what="batch" batch={{ day }} />
        <PrintButton what="batch" name={`Kế hoạch kết nạp đợt ${showDay(day).replaceAll('/', '-')}`} />
      </Group>
      <Plan day={day} />
      {isOpen && <OwnDaysDialog own={own} onClose={() => setOpen(false)} />}
    </Stack>
  )
}

function Plan({ day }: { readonly day: string }) {
  const { data, error, refetch } = useAsk('plan.batch', { day })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={8} />
  return (
    <>
      <Milestones batch={data} />
      {data.rows.length === 0 ? (
        <EmptyState
          title="Chưa có ai để xếp vào đợt này"
          text="Người đã có người giúp đỡ, đang lập hồ sơ hoặc đã gửi hồ sơ sẽ được xem xét ở đây."
        />
      ) : (
        (['late', 'tight', 'safe'] as const).map((verdict) => {
          const rows = data.rows.filter((row) => row.verdict === verdict)
          return rows.length === 0 ? null : <People key={verdict} verdict={verdict} rows={rows} />
        })
      )}
      {data.more && (
        <Text size="sm" c="dimmed">
          {BATCH_NEAREST}.
        </Text>
      )}
    </>
  )
}

function Milestones({ batch: { milestones, day, today, provisional } }: { readonly batch: Batch }) {
  return (
    <Block title={`Mốc thời gian cho lễ kết nạp ngày ${showDay(day)}`}>
      {provisional && (
        <Alert color="yellow" mb="sm">
          {PROVISIONAL}.
        </Alert>
      )}
      <Table aria-label="Mốc thời gian">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Bước</Table.Th>
            <Table.Th scope="col">Nên xong trước hoặc trong ngày</Table.Th>
            <Table.Th scope="col">Chậm nhất</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {milestones.map(({ step, safe, latest }) => (
            <Table.Tr key={step}>
              <Table.Td>{named(PLAN_STEPS[step], day)}</Table.Td>
              <Table.Td {...(safe < today ? { c: 'dimmed' } : {})}>{showDay(safe)}</Table.Td>
              <Table.Td {...(latest < today ? { c: 'var(--mantine-color-red-light-color)' } : {})}>
                {showDay(latest)}
                {latest < today && ' (đã qua)'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        Cột giữa để cấp ủy có thẩm quyền đủ thời hạn theo quy định. Cột cuối là tính sát, theo số ngày làm gấp mà đơn vị
        đặt ở trang Quy định, lịch nghỉ; đó là nền nếp làm việc, không phải quy định.
      </Text>
    </Block>
  )
}

const COLOURS = { late: 'red', tight: 'orange', safe: 'teal' } as const

function People({ verdict, rows }: { readonly verdict: BatchRow['verdict']; readonly rows: readonly BatchRow[] }) {
  return (
    <Block title={VERDICTS[verdict]} actions={<Badge color={COLOURS[verdict]}>{rows.length}</Badge>}>
      <Table aria-label={VERDICTS[verdict]} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="30%">
              Họ và tên
            </Table.Th>
            <Table.Th scope="col" w="18%">
              Giai đoạn
            </Table.Th>
            <Table.Th scope="col" w="18%">
              Bước tiếp theo
            </Table.Th>
            <Table.Th scope="col">Vướng mắc</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <LinkRow key={row.case}>
              <Table.Td>
                <RowLink to={`/ho-so/${row.case}`} fw={600} size="sm">
                  {row.name}
                </RowLink>
                <Text size="xs" c="dimmed">
                  {row.unitName}
                </Text>
              </Table.Td>
              <Table.Td>{named(STAGES[row.stage])}</Table.Td>
              <Table.Td>{named(PLAN_STEPS[row.step])}</Table.Td>
              <Table.Td>
                {row.obstacles.length === 0 ? (
                  <Text size="sm" c="dimmed">
                    Không
                  </Text>
                ) : (
                  <List size="sm">
                    {row.obstacles.map((obstacle) => (
                      <List.Item key={obstacle.why}>{obstacleSentence(obstacle)}</List.Item>
                    ))}
                  </List>
                )}
              </Table.Td>
            </LinkRow>
          ))}
        </Table.Tbody>
      </Table>
    </Block>
  )
}
