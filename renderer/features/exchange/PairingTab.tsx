/**
 * Kết nối: our card and its digits, another office's card, the offices connected so far. A card counts only after two
 * people have compared its digits by telephone.
 */
import { Alert, Grid, Stack, Table, Text } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { RELATIONS, showDay } from '../../../shared/words/vi.ts'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AcceptCard } from './AcceptCard.tsx'
import { OwnCard } from './OwnCard.tsx'

/** Kết nối. */
export function PairingTab({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const mayCall = useRights()
  return (
    <Stack gap="md">
      {mayCall('pairing.accept') ? (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 6 }}>
            <OwnCard isShown={isShown} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <AcceptCard office={office} />
          </Grid.Col>
        </Grid>
      ) : (
        <Alert color="blue" role="note">
          Kết nối với đơn vị khác là việc của quản trị viên.
        </Alert>
      )}
      <Connected office={office} />
    </Stack>
  )
}

function Connected({ office }: { readonly office: OfficeView }) {
  const units = useAsk('unit.list', {}).data?.units ?? []
  const unitName = (id: string | undefined) => units.find((row) => row.id === id)?.unit.name ?? ''
  return (
    <Block title="Đã kết nối">
      {office.peers.length === 0 ? (
        <Text size="sm" c="dimmed">
          Chưa kết nối với đơn vị nào.
        </Text>
      ) : (
        <Table aria-label="Các đơn vị đã kết nối">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Đơn vị</Table.Th>
              <Table.Th>Quan hệ với đơn vị mình</Table.Th>
              <Table.Th>Trong danh sách đơn vị</Table.Th>
              <Table.Th>Từ ngày</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {office.peers.map(({ id, peer, revoked }) => (
              <Table.Tr key={id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {peer.name}
                  {revoked && ' (đã hủy kết nối)'}
                </Table.Td>
                <Table.Td>{RELATIONS[peer.relation]}</Table.Td>
                <Table.Td>{unitName(peer.unit)}</Table.Td>
                <Table.Td>{showDay(peer.since)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Block>
  )
}
