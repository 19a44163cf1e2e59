/**
 * A number of branches that opens them, each with how many it admitted in the period, which opens the people in turn.
 */
import { Alert, Anchor, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../../shared/calendar/period.ts'
import type { IdleClass } from '../../../shared/reports/coverage.ts'
import { labelOf, SECTORS, showNumber } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { AwaitedState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { FigureButton } from './FigureButton.tsx'
import { NumberAnchor } from './NumberAnchor.tsx'

type Props = {
  readonly number: number
  readonly name: string
  readonly period: Period
  readonly at: string | undefined
  /** Only branches that admitted somebody; only those of residential areas. */
  readonly admitting: boolean
  readonly residential?: boolean
  /** Only those that coverage counts at the end of the period: of one class, or all of them. */
  readonly covered?: IdleClass | 'all'
}

/** The number. */
export function BranchesButton(props: Props) {
  const { number, name } = props
  const [isOpen, setOpen] = useState(false)
  if (number === 0) return <span>0</span>
  return (
    <>
      <NumberAnchor number={number} label={`${name}: ${showNumber(number)} chi bộ`} onClick={() => setOpen(true)} />
      {isOpen && <BranchesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function BranchesDialog({
  name,
  period,
  at,
  admitting,
  residential = false,
  covered,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const { data, error, refetch } = useAsk('report.branches', {
    period,
    admitting,
    residential,
    ...(at === undefined ? {} : { at }),
    ...(covered === undefined ? {} : { covered }),
  })
  const [isInner, setInner] = useState(false)
  return (
    // Esc closes the people in front of the branches first, then the branches.
    <Dialog onClose={onClose} title={name} size="lg" closeOnEscape={!isInner}>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={5} />
      {data !== undefined && (
        <Stack gap="sm">
          <Text size="sm">{showNumber(data.total)} chi bộ.</Text>
          <Table.ScrollContainer minWidth={460} maxHeight={420}>
            <Table aria-label={name} stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Chi bộ</Table.Th>
                  <Table.Th>Lĩnh vực</Table.Th>
                  <Table.Th ta="right">Kết nạp trong kỳ</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Anchor href={`#/don-vi/${row.id}`} fw={600} size="sm">
                        {row.name}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{row.sector === null ? 'Chưa ghi' : labelOf(SECTORS, row.sector)}</Table.Td>
                    <Table.Td ta="right">
                      <FigureButton
                        number={row.number}
                        name={`Kết nạp trong kỳ: ${row.name}`}
                        period={period}
                        at={at}
                        of={{ line: 'admitted', part: row.id }}
                        onOpen={setInner}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {data.total > data.rows.length && (
            <Alert color="gray">Chỉ hiện {showNumber(data.rows.length)} chi bộ đầu; chọn đơn vị để xem tiếp.</Alert>
          )}
        </Stack>
      )}
    </Dialog>
  )
}
