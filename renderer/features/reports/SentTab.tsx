/**
 * Reports that were sent, by us and to us: each with its figures, how they stand to the record at the same cut-off, and
 * what has changed since and why.
 */
import { Alert, Badge, Button, Group, List, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { SentReportRow, SentReportView } from '../../../shared/contract/reports.ts'
import type { FigureChange } from '../../../shared/reports/figures.ts'
import {
  causeText,
  figureName,
  KIND_LINES,
  labelOf,
  lower,
  periodName,
  showDay,
  showNumber,
} from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { AwaitedState, Block, EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'
import { NumberAnchor } from './NumberAnchor.tsx'

/** Kinds of entries after the cut-off that are told one by one. */
const MOST_KINDS = 6

/** The tab. */
export function SentTab() {
  const { data, error, refetch } = useAsk('report.sent', {})
  const [opened, setOpened] = useState<SentReportRow | null>(null)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={6} />
  if (data.reports.length === 0)
    return (
      <EmptyState
        title="Chưa có báo cáo nào được gửi"
        text="Mở mục Báo cáo kỳ, chọn kỳ rồi bấm Gửi báo cáo. Báo cáo của đơn vị cấp dưới cũng hiện ở đây khi nhận gói dữ liệu."
      />
    )
  return (
    <>
      <Table.ScrollContainer minWidth={820}>
        <Table aria-label="Báo cáo đã gửi">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Kỳ</Table.Th>
              <Table.Th>Đơn vị gửi</Table.Th>
              <Table.Th>Gửi ngày</Table.Th>
              <Table.Th>Số liệu đến ngày</Table.Th>
              <Table.Th ta="right">Kết nạp</Table.Th>
              <Table.Th>
                <span className="for-readers">Việc</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.reports.map((row) => (
              <Table.Tr key={row.report}>
                <Table.Td>
                  {periodName(row.period)} {row.replaced && <Badge color="gray">đã có báo cáo thay</Badge>}
                </Table.Td>
                <Table.Td>{row.own ? `${row.officeName} (đơn vị mình)` : row.officeName}</Table.Td>
                <Table.Td>
                  {showDay(row.at.slice(0, 10))}, {row.actor}
                </Table.Td>
                <Table.Td>{showDay(row.asOf)}</Table.Td>
                <Table.Td ta="right">
                  <NumberAnchor
                    number={row.admitted}
                    label={`Kết nạp ${showNumber(row.admitted)} người, ${periodName(row.period)}, ${row.officeName}: xem số liệu đã gửi`}
                    onClick={() => setOpened(row)}
                  />
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Đối chiếu: ${periodName(row.period)}, ${row.officeName}`}
                    onClick={() => setOpened(row)}
                  >
                    Đối chiếu
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {opened !== null && <CompareDialog row={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function CompareDialog({ row, onClose }: { readonly row: SentReportRow; readonly onClose: () => void }) {
  const { data, error, refetch } = useAsk('report.compare', { report: row.report })
  return (
    <Dialog onClose={onClose} title={`${periodName(row.period)}: ${row.officeName}`} size={1000}>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={8} />
      {data !== undefined && <Compared view={data} />}
    </Dialog>
  )
}

function Compared({ view }: { readonly view: SentReportView }) {
  const { asOf, at, figures, labels, differs, since, causes, beyond, own, note } = view
  return (
    <Stack gap="md">
      <Text size="sm">
        Gửi ngày {showDay(at.slice(0, 10))}, số liệu đến ngày {showDay(asOf)}.{note === null ? '' : ` ${note}`}
      </Text>
      {differs.length === 0 ? (
        <Alert color="teal" role="status">
          {own
            ? 'Số liệu đã gửi đúng với hồ sơ tại thời điểm gửi.'
            : 'Tại cùng thời điểm chốt, số liệu đơn vị gửi khớp với số liệu của đơn vị mình.'}
        </Alert>
      ) : (
        <Alert color="orange" role="status" title="Khác với số liệu của đơn vị mình tại cùng thời điểm chốt">
          <Changes label="Khác nhau tại thời điểm chốt" changes={differs} labels={labels} now="Theo hồ sơ ở đây" />
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Block title="Thay đổi từ khi gửi">
          {since.length === 0 ? (
            <Text size="sm">Không có số liệu nào thay đổi.</Text>
          ) : (
            <Changes label="Thay đổi từ khi gửi" changes={since} labels={labels} now="Hiện nay" />
          )}
        </Block>
        <Block title="Nguyên nhân">
          {causes === null ? (
            <Text size="sm">Những người được tính khác đi chỉ hiện với người được xem hồ sơ.</Text>
          ) : causes.length === 0 ? (
            <Text size="sm">Không có người nào được tính khác đi.</Text>
          ) : (
            <List size="sm" aria-label="Nguyên nhân thay đổi">
              {causes.map((cause) => (
                <List.Item key={`${cause.line}${cause.case}${cause.change}`}>
                  {causeText(cause)}
                  {cause.kinds.length > 0 && (
                    <Text size="xs" c="dimmed">
                      Bản ghi gần nhất: {cause.kinds.map((kind) => named(labelOf(KIND_LINES, kind))).join('; ')}
                    </Text>
                  )}
                </List.Item>
              ))}
            </List>
          )}
          {beyond.length > 0 && (
            <Text size="sm" c="dimmed" mt="xs">
              Sau thời điểm chốt còn:{' '}
              {beyond
                .slice(0, MOST_KINDS)
                .map(({ kind, count }) => `${lower(named(labelOf(KIND_LINES, kind)))} (${showNumber(count)})`)
                .join(', ')}
              {beyond.length > MOST_KINDS && ` và ${showNumber(beyond.length - MOST_KINDS)} loại bản ghi khác`}.
            </Text>
          )}
        </Block>
      </SimpleGrid>
      <Block title="Số liệu đã gửi">
        <Group align="flex-start">
          <Table aria-label="Số liệu đã gửi" verticalSpacing={2} withRowBorders={false}>
            <Table.Tbody>
              {figures.map(({ code, value }) => (
                <Table.Tr key={code}>
                  <Table.Td>{figureName(code, labels[code])}</Table.Td>
                  <Table.Td ta="right">{showNumber(value)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Group>
      </Block>
    </Stack>
  )
}

function Changes({
  label,
  changes,
  labels,
  now,
}: {
  readonly label: string
  readonly changes: readonly FigureChange[]
  readonly labels: SentReportView['labels']
  readonly now: string
}) {
  return (
    <Table aria-label={label} verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Số liệu</Table.Th>
          <Table.Th ta="right">Đã gửi</Table.Th>
          <Table.Th ta="right">{now}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={change.code}>
            <Table.Td>{figureName(change.code, labels[change.code])}</Table.Td>
            <Table.Td ta="right">{change.was === null ? '–' : showNumber(change.was)}</Table.Td>
            <Table.Td ta="right">{change.now === null ? '–' : showNumber(change.now)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
