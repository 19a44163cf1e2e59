/**
 * Lịch sử: every bundle written and taken in, newest first, with its slip or receipt to print again.
 */
import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { heldCount, type BundleRow } from '../../../shared/contract/exchange.ts'
import { countsSentence, exportedSentence, showOffice } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useNames } from '../../parts/names.ts'
import { OlderRows, useLogWindow } from '../../parts/OlderRows.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'
import { ExportSlip } from './ExportSlip.tsx'
import { Receipt } from './Receipt.tsx'

/** Lịch sử. */
export function HistoryTab({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const log = useLogWindow()
  const { data, error, refetch } = useAsk('bundle.history', log.input, { enabled: isShown, keepPrevious: true })
  const names = useNames()
  const [open, setOpen] = useState<BundleRow | null>(null)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  if (data.bundles.length === 0)
    return <EmptyState title="Chưa gửi, chưa nhận gói nào" text="Mỗi lần xuất hoặc nhận gói sẽ có một dòng tại đây." />
  return (
    <>
      <Group justify="flex-end" gap="xs" mb="xs">
        <ListActions what="exchangeHistory" />
      </Group>
      <Table ref={log.table} tabIndex={-1} aria-label="Các gói đã gửi và đã nhận">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Thời điểm</Table.Th>
            <Table.Th>Gửi hay nhận</Table.Th>
            <Table.Th>Đơn vị</Table.Th>
            <Table.Th>Nội dung</Table.Th>
            <Table.Th>In lại</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.bundles.map((row) => (
            <Table.Tr key={row.number}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{showTime(row.at)}</Table.Td>
              <Table.Td>
                <Badge color={row.direction === 'out' ? 'blue' : 'teal'} variant="light">
                  {row.direction === 'out' ? 'Gửi đi' : 'Nhận về'}
                </Badge>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{showOffice(row.office, names)}</Table.Td>
              <Table.Td>
                <Text size="sm">
                  {row.direction === 'out'
                    ? exportedSentence(row.report)
                    : countsSentence({ ...row.report, held: heldCount(row.report) })}
                </Text>
              </Table.Td>
              <Table.Td>
                <Button size="compact-sm" variant="subtle" onClick={() => setOpen(row)}>
                  {row.direction === 'out' ? 'Phiếu gửi' : 'Biên nhận'}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <OlderRows window={log} oldest={data.bundles.at(-1)?.number} more={data.more} />
      {open?.direction === 'out' && (
        <ExportSlip sets={[open.report]} at={open.at} office={office} onClose={() => setOpen(null)} />
      )}
      {open?.direction === 'in' && (
        <Receipt
          rows={[{ id: open.id, fromName: showOffice(open.office, names), created: null, report: open.report }]}
          at={open.at}
          office={office}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
