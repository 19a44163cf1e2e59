/**
 * The branches of one office that were matched, each with the way back.
 */
import { Anchor, Button, Stack, Table, Title } from '@mantine/core'
import { useState } from 'react'
import type { OfficeToHandOver } from '../../../shared/contract/hand-over.ts'
import { showDay } from '../../../shared/words/vi.ts'
import { useRights } from '../../parts/rights.ts'
import { UnmatchDialog } from './UnmatchDialog.tsx'

/** The table; nothing where none was matched. */
export function MatchedUnits({ office: { name, matched } }: { readonly office: OfficeToHandOver }) {
  const mayCall = useRights()
  const mayUnmatch = mayCall('unit.identify') && mayCall('entry.retract')
  const [unmatching, setUnmatching] = useState<OfficeToHandOver['matched'][number] | null>(null)
  if (matched.length === 0) return null
  const title = `Chi bộ đã ghép của ${name}`
  return (
    <Stack gap="xs">
      <Title order={4}>{title}</Title>
      <Table aria-label={title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Chi bộ đã ghi thay</Table.Th>
            <Table.Th>Chi bộ của đơn vị</Table.Th>
            <Table.Th w={130}>Từ ngày</Table.Th>
            <Table.Th w={120} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matched.map((unit) => (
            <Table.Tr key={unit.id} style={{ overflowWrap: 'anywhere' }}>
              <Table.Td>
                <Anchor href={`#/don-vi/${unit.id}`} size="sm">
                  {unit.name}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Anchor href={`#/don-vi/${unit.as}`} size="sm">
                  {unit.asName}
                </Anchor>
              </Table.Td>
              <Table.Td>{showDay(unit.on)}</Table.Td>
              <Table.Td ta="right">
                {mayUnmatch && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Bỏ ghép ${unit.name}`}
                    onClick={() => setUnmatching(unit)}
                  >
                    Bỏ ghép
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {unmatching !== null && <UnmatchDialog unit={unmatching} onClose={() => setUnmatching(null)} />}
    </Stack>
  )
}
