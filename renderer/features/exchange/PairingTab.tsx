/**
 * Kết nối: our card and its digits, another office's card, the offices connected so far. A card counts only after two
 * people have compared its digits by telephone.
 */
import { Alert, Anchor, Button, Grid, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { NewCard, OfficeView } from '../../../shared/contract/answers.ts'
import { HAND_OVER_ROUTE } from '../../../shared/contract/home-waits.ts'
import { recoveryGiver } from '../../../shared/contract/role-limits.ts'
import type { Relation } from '../../../shared/model/codes.ts'
import type { PeerState } from '../../../shared/model/office-state.ts'
import { lackingNewCardSentence, RELATIONS, showDay } from '../../../shared/words/vi.ts'
import { chooseFolder } from '../../api.ts'
import { NewCardStanding } from '../../parts/NewCardStanding.tsx'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { showDayOf } from '../../parts/times.ts'
import { AcceptCard } from './AcceptCard.tsx'
import { KeysBlock } from './KeysBlock.tsx'
import { OwnCard } from './OwnCard.tsx'
import { RecoveryDialog } from './RecoveryDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { SuccessionDialog } from './SuccessionDialog.tsx'

/** Kết nối. */
export function PairingTab({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const mayCall = useRights()
  return (
    <Stack gap="md">
      {mayCall('pairing.accept') ? (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 6 }}>
            <OwnCard isShown={isShown} office={office} />
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
      {mayCall('keys.export') && <KeysBlock office={office} />}
    </Stack>
  )
}

/** Offices that may come to need again what they have sent. */
const GIVES_BACK: ReadonlySet<Relation> = new Set<Relation>(['superior', 'subordinate', 'trainer'])

function Connected({ office }: { readonly office: OfficeView }) {
  const units = useAsk('unit.list', {}).data?.units ?? []
  const mayCall = useRights()
  const mayRevoke = mayCall('peer.revoke')
  const mayRecover = ({ peer: { relation } }: PeerState) =>
    GIVES_BACK.has(relation) && office.user.roles.includes(recoveryGiver(relation))
  const maySucceed = mayCall('bundle.exportSuccession')
  const maySeeHandOver =
    mayCall('handOver.list') && office.profile.capacities.some(({ capacity }) => capacity === 'decides')
  const hasActions = mayRevoke || office.peers.some(mayRecover)
  const [recovering, setRecovering] = useState<{ readonly peer: PeerState; readonly folder: string } | null>(null)
  const recover = async (peer: PeerState) => {
    const folder = await chooseFolder('Chọn nơi ghi gói khôi phục')
    if (folder !== null) setRecovering({ peer, folder })
  }
  const [succeeding, setSucceeding] = useState<{ readonly peer: PeerState; readonly folder: string } | null>(null)
  const succeed = async (peer: PeerState) => {
    const folder = await chooseFolder('Chọn nơi ghi gói bàn giao')
    if (folder !== null) setSucceeding({ peer, folder })
  }
  const [revoking, setRevoking] = useState<PeerState | null>(null)
  const newCards = useNewCards()
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
              {newCards.size > 0 && <Table.Th>Phiếu mới của đơn vị mình</Table.Th>}
              {hasActions && <Table.Th aria-label="Việc cần làm" w={{ lg: 250 }} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {office.peers.map((state) => {
              const { id, peer, revoked, revokedOn } = state
              return (
                <Table.Tr key={id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {peer.name}
                    {revoked && ` (đã hủy kết nối ngày ${revokedOn === null ? '' : showDay(revokedOn)})`}
                  </Table.Td>
                  <Table.Td>{RELATIONS[peer.relation]}</Table.Td>
                  <Table.Td>
                    {unitName(peer.unit)}
                    {maySeeHandOver && peer.relation === 'subordinate' && peer.unit !== undefined && !revoked && (
                      <>
                        {' '}
                        <Anchor
                          href={`#${HAND_OVER_ROUTE}`}
                          size="sm"
                          aria-label={`Bàn giao cho ${peer.name}: chi bộ, hồ sơ`}
                        >
                          Bàn giao chi bộ, hồ sơ
                        </Anchor>
                      </>
                    )}
                  </Table.Td>
                  <Table.Td>{showDay(peer.since)}</Table.Td>
                  {newCards.size > 0 && (
                    <Table.Td>
                      <NewCardStanding card={newCards.get(id) ?? null} />
                    </Table.Td>
                  )}
                  {hasActions && (
                    <Table.Td>
                      {!revoked && (
                        <Group gap={4} justify="flex-end">
                          {mayRecover(state) && (
                            <Button
                              size="compact-sm"
                              variant="subtle"
                              aria-label={`Xuất gói khôi phục cho ${peer.name}`}
                              onClick={() => void recover(state)}
                            >
                              Gói khôi phục
                            </Button>
                          )}
                          {maySucceed && peer.relation === 'successor' && (
                            <Button
                              size="compact-sm"
                              variant="subtle"
                              aria-label={`Bàn giao cho ${peer.name}`}
                              onClick={() => void succeed(state)}
                            >
                              Bàn giao
                            </Button>
                          )}
                          {mayRevoke && (
                            <Button
                              size="compact-sm"
                              variant="subtle"
                              color="red"
                              aria-label={`Hủy kết nối với ${peer.name}`}
                              onClick={() => setRevoking(state)}
                            >
                              Hủy kết nối
                            </Button>
                          )}
                        </Group>
                      )}
                    </Table.Td>
                  )}
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      )}
      <LackingNewCard cards={newCards} peers={office.peers} />
      {recovering !== null && <RecoveryDialog {...recovering} office={office} onClose={() => setRecovering(null)} />}
      {succeeding !== null && <SuccessionDialog {...succeeding} office={office} onClose={() => setSucceeding(null)} />}
      {revoking !== null && <RevokeDialog peer={revoking} onClose={() => setRevoking(null)} />}
    </Block>
  )
}

/** What is known of our new card at each office, since the keys were renewed; empty where they never were. */
function useNewCards(): ReadonlyMap<string, NewCard> {
  const peers = useAsk('home.get', {}).data?.peers ?? []
  return new Map(peers.flatMap(({ office, newCard }) => (newCard === null ? [] : [[office, newCard] as const])))
}

/** Who is to be called, and what for. */
function LackingNewCard({
  cards,
  peers,
}: {
  readonly cards: ReadonlyMap<string, NewCard>
  readonly peers: readonly PeerState[]
}) {
  const lacking = peers.filter(({ id }) => cards.get(id)?.seenAt === null)
  const renewedAt = [...cards.values()][0]?.renewedAt
  if (lacking.length === 0 || renewedAt === undefined) return null
  return (
    <Alert color="orange" role="note" mt="sm">
      {lackingNewCardSentence(
        lacking.map(({ peer }) => peer.name),
        showDayOf(renewedAt),
      )}
    </Alert>
  )
}
