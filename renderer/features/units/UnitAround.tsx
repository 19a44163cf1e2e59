/**
 * What stands around a unit: the units below it, the people who are in its source by stage, who holds a post, the office it
 * is where it is one, and when that office was last heard of.
 */
import { Anchor, Group, List, SimpleGrid, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { showDay, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { narrowList } from '../../parts/list-state.ts'
import { useMost } from '../../parts/on-paper.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'

/** Posts shown; the rest stands among the members, and on paper. */
const SHOWN = 12

/** The block. */
export function UnitAround({ row, units }: { readonly row: UnitRow; readonly units: readonly UnitRow[] }) {
  const office = useAsk('office.get', {}).data
  const may = useRights()
  const seesPeople = may('case.board')
  const board = useAsk('case.board', { unit: row.id }, { enabled: seesPeople })
  const members = useAsk('member.search', { unit: row.id })
  const below = units.filter(({ unit }) => unit.parent === row.id)
  const most = useMost(SHOWN)
  const posts = (members.data?.members ?? []).filter(({ member }) => member.post !== undefined)
  const peer = office?.peers.find(({ id, peer: one }) => one.unit === row.id || id === row.keeper)
  const asked = peer === undefined ? {} : { office: peer.id }
  const bundles = useAsk('bundle.history', asked, { enabled: peer !== undefined }).data?.bundles ?? []
  const last = (direction: 'in' | 'out') => bundles.find((one) => one.direction === direction)
  const columns = board.data?.columns.filter(({ count }) => count > 0) ?? []
  return (
    <Block title="Tổ chức, nguồn và liên hệ">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md">
        <Part title="Đơn vị trực thuộc">
          {below.length === 0
            ? null
            : below.map(({ id, unit }) => (
                <List.Item key={id}>
                  <Anchor href={`#/don-vi/${id}`} size="sm">
                    {unit.name}
                  </Anchor>
                  {unit.to !== undefined && ` (kết thúc ngày ${showDay(unit.to)})`}
                </List.Item>
              ))}
        </Part>
        {/* Whoever may not see them is not told that there are none. */}
        {seesPeople && (
          <Part title="Người đang theo dõi" asked={board}>
            {columns.length === 0
              ? null
              : columns.map(({ stage, count }) => (
                  <List.Item key={stage}>
                    <Anchor href="#/nguon" size="sm" onClick={() => narrowList({ unit: row.id, stage })}>
                      {named(STAGES[stage])}
                    </Anchor>
                    : {showNumber(count)}
                  </List.Item>
                ))}
          </Part>
        )}
        <Part title="Chức vụ" asked={members}>
          {posts.length === 0
            ? null
            : posts.slice(0, most).map(({ id, member }) => (
                <List.Item key={id}>
                  {member.name}, {member.post}
                </List.Item>
              ))}
        </Part>
        <Part title="Trao đổi gói dữ liệu">
          {peer === undefined ? null : (
            <>
              <List.Item>
                {peer.peer.name}
                {peer.revoked ? ', đã hủy kết nối' : `, kết nối từ ngày ${showDay(peer.peer.since)}`}
              </List.Item>
              <List.Item>{spoken('Nhận gần nhất', last('in')?.at)}</List.Item>
              <List.Item>{spoken('Gửi gần nhất', last('out')?.at)}</List.Item>
            </>
          )}
        </Part>
      </SimpleGrid>
    </Block>
  )
}

function Part({
  title,
  asked,
  children,
}: {
  readonly title: string
  /** What the part waits for: it tells of none before it knows. */
  readonly asked?: Pick<UseQueryResult, 'data' | 'error' | 'refetch'>
  readonly children: ReactNode
}) {
  const isThere = asked === undefined || asked.data !== undefined
  return (
    <section aria-label={title}>
      <Group gap={4} mb={4}>
        <Title order={3} fz={14}>
          {title}
        </Title>
      </Group>
      {asked !== undefined && (
        <AwaitedState isThere={isThere} error={asked.error} onRetry={() => void asked.refetch()} rows={2} />
      )}
      {!isThere ? null : children === null ? (
        <Text size="sm" c="dimmed">
          Chưa có.
        </Text>
      ) : (
        <List size="sm" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </List>
      )}
    </section>
  )
}

function spoken(what: string, at: string | undefined): string {
  return at === undefined ? `${what}: chưa có` : `${what}: ngày ${showDay(at.slice(0, 10))}`
}
