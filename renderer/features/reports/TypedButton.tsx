/**
 * A number of a year before the program: nobody stands behind it by name, so it opens who typed it, when, and of which part.
 */
import { Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { showDay, showNumber } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { AwaitedState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { NumberAnchor } from './NumberAnchor.tsx'

type Props = {
  readonly number: number
  readonly name: string
  readonly year: number
  readonly at?: string | undefined
  /** Its size where it is larger than the text around it. */
  readonly fz?: number | undefined
}

/** The number. */
export function TypedButton(props: Props) {
  const { number, name, fz } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <NumberAnchor
        number={number}
        label={`${name}: ${showNumber(number)} người, số ghi từ trước`}
        fz={fz}
        onClick={() => setOpen(true)}
      />
      {isOpen && <TypedDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function TypedDialog({ name, year, at, onClose }: Props & { readonly onClose: () => void }) {
  const { data, error, refetch } = useAsk('report.typed', { year, ...(at === undefined ? {} : { at }) })
  return (
    <Dialog onClose={onClose} title={name} size="lg">
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={3} />
      {data !== undefined && (
        <Stack gap="sm">
          <Text size="sm">
            Số liệu của năm {year} ghi một lần, từ trước khi dùng phần mềm; không có danh sách từng người. Muốn kiểm
            tra, đối chiếu với sổ, báo cáo giấy của năm đó.
          </Text>
          {data.rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              Máy này không có bản ghi nào về số liệu này.
            </Text>
          ) : (
            <Table aria-label={`Ai đã ghi: ${name}`}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Đơn vị</Table.Th>
                  <Table.Th ta="right">Kết nạp</Table.Th>
                  <Table.Th>Người ghi, hoặc gửi lên</Table.Th>
                  <Table.Th>Ngày</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map(({ id, name: place, admitted, officeName, actor, at: when }) => (
                  <Table.Tr key={`${id} ${officeName} ${when}`} style={{ overflowWrap: 'break-word' }}>
                    <Table.Td>{place}</Table.Td>
                    <Table.Td ta="right">{showNumber(admitted)}</Table.Td>
                    <Table.Td>
                      {actor}, {officeName}
                    </Table.Td>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>{showDay(when.slice(0, 10))}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Stack>
      )}
    </Dialog>
  )
}
