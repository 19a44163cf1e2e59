/**
 * A figure that opens the people behind it. Nobody behind it: just the figure.
 */
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Period } from '../../../shared/calendar/period.ts'
import type { NumberOf } from '../../../shared/reports/behind.ts'
import { labelOf, showDay, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useDrawnAfter } from '../../parts/drawn-after.ts'
import { narrowList } from '../../parts/list-state.ts'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState } from '../../parts/states.tsx'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'
import { NumberAnchor } from './NumberAnchor.tsx'

/** What a figure is of. `name`: how it is read out and what the dialog is called. */
type Props = {
  readonly number: number
  readonly name: string
  readonly period: Period
  readonly at?: string | undefined
  readonly of: NumberOf
  /** Its size where it is larger than the text around it. */
  readonly fz?: number | undefined
  /** Told when the people are shown and when no more, by what stands in a dialog itself. */
  readonly onOpen?: (isOpen: boolean) => void
}

/** The figure. */
export function FigureButton(props: Props) {
  const { number, name, fz, onOpen } = props
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  const show = (isShown: boolean) => {
    setOpen(isShown)
    onOpen?.(isShown)
  }
  if (number === 0 || !may('report.people')) return <span>{showNumber(number)}</span>
  return (
    <>
      <NumberAnchor number={number} label={`${name}: ${showNumber(number)} người`} fz={fz} onClick={() => show(true)} />
      {isOpen && <PeopleDialog {...props} onClose={() => show(false)} />}
    </>
  )
}

function PeopleDialog({ name, period, at, of, onClose }: Props & { readonly onClose: () => void }) {
  const [, go] = useLocation()
  const { data, error, refetch } = useAsk('report.people', { period, ...(at === undefined ? {} : { at }), of })
  const { drawn, room } = useDrawnAfter(data?.rows ?? [], 33, 420)
  return (
    <Dialog onClose={onClose} title={name} size="xl">
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={5} />
      {data !== undefined && (
        <Stack gap="sm">
          <Group justify="space-between">
            <Text size="sm">{showNumber(data.total)} người, mỗi người tính một lần.</Text>
            {data.cases.length > 0 && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => {
                  narrowList({ cases: data.cases, going: 'all' })
                  go('/nguon')
                }}
              >
                Mở trong danh sách
              </Button>
            )}
          </Group>
          <Table.ScrollContainer minWidth={620} maxHeight={room.mah} mih={room.mih}>
            <Table aria-label={name} stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Họ và tên</Table.Th>
                  <Table.Th>Ngày sinh</Table.Th>
                  <Table.Th>Đơn vị</Table.Th>
                  <Table.Th>Giai đoạn</Table.Th>
                  <Table.Th>Quyết định</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {drawn.map((row) => (
                  <Table.Tr key={row.case}>
                    <Table.Td>
                      <CaseLink case={row.case} fw={600}>
                        {row.name}
                      </CaseLink>
                    </Table.Td>
                    <Table.Td>{row.birth === null ? '' : showDay(row.birth)}</Table.Td>
                    <Table.Td>{row.unitName}</Table.Td>
                    <Table.Td>{named(labelOf(STAGES, row.stage))}</Table.Td>
                    <Table.Td>
                      {[row.decisionNumber, row.decidedOn === null ? null : showDay(row.decidedOn)]
                        .filter((part) => part !== null)
                        .join(', ')}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {data.total > data.rows.length && (
            <Alert color="gray">Chỉ hiện {showNumber(data.rows.length)} người đầu; mở trong danh sách để xem đủ.</Alert>
          )}
        </Stack>
      )}
    </Dialog>
  )
}
