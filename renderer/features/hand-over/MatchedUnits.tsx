/**
 * The branches of one office that were matched, each with the way back.
 */
import { Anchor, Button, Stack, Table, Title } from '@mantine/core'
import type { OfficeToHandOver } from '../../../shared/contract/hand-over.ts'
import { showDay } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { useRights } from '../../parts/rights.ts'
import { useAct } from '../../queries.ts'

/** The table; nothing where none was matched. */
export function MatchedUnits({ office: { name, matched } }: { readonly office: OfficeToHandOver }) {
  const mayCall = useRights()
  const undo = useAct('entry.retract', () => announce('Đã bỏ ghép; chi bộ ghi trên giấy hoạt động trở lại.'))
  if (matched.length === 0) return null
  const title = `Chi bộ đã ghép của ${name}`
  return (
    <Stack gap="xs">
      <Title order={4}>{title}</Title>
      <Table aria-label={title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Chi bộ ghi trên giấy</Table.Th>
            <Table.Th>Chi bộ của đơn vị</Table.Th>
            <Table.Th w={130}>Từ ngày</Table.Th>
            <Table.Th w={120} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matched.map(({ id, name: ours, as, asName, on, entry }) => (
            <Table.Tr key={id} style={{ overflowWrap: 'anywhere' }}>
              <Table.Td>
                <Anchor href={`#/don-vi/${id}`} size="sm">
                  {ours}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Anchor href={`#/don-vi/${as}`} size="sm">
                  {asName}
                </Anchor>
              </Table.Td>
              <Table.Td>{showDay(on)}</Table.Td>
              <Table.Td ta="right">
                {mayCall('entry.retract') && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Bỏ ghép ${ours}`}
                    disabled={undo.isPending}
                    onClick={() => undo.mutate({ entry })}
                  >
                    Bỏ ghép
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
