/**
 * Things to do under their headings, as one table each: who, what, until when. A row is one link to the very thing.
 */
import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { FIRST_OF_GROUP } from '../../../shared/contract/home-work.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { LimitBadge } from '../../parts/LimitBadge.tsx'
import { LeftOff, useOnPaper } from '../../parts/on-paper.tsx'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { named } from '../../rules-in-force.ts'
import type { WorkGroup } from './work.ts'

type More = {
  /** Told when a person asks for the rest of a group. */
  readonly onMore: () => void
  /** What was asked for is on its way. */
  readonly isComing: boolean
}

/** The groups of one side of the office's work. */
export function WorkTable({ groups, ...more }: { readonly groups: readonly WorkGroup[] } & More) {
  return (
    <Stack gap="md">
      {groups.map((group) => (
        <GroupTable key={group.key} group={group} {...more} />
      ))}
    </Stack>
  )
}

function GroupTable({ group, onMore, isComing }: { readonly group: WorkGroup } & More) {
  const [isWanted, setWanted] = useState(false)
  const isOnPaper = useOnPaper()
  const isWhole = isOnPaper || (isWanted && group.rows.length === group.count)
  const rows = isWhole ? group.rows : group.rows.slice(0, FIRST_OF_GROUP)
  const rest = group.count - rows.length
  const colour = group.key === 'late' ? 'red' : group.key === 'soon' ? 'orange' : 'gray'
  return (
    <section aria-label={group.title}>
      <Group gap="xs" mb={2}>
        <Title order={3}>{group.title}</Title>
        <Badge color={colour} variant="light">
          {showNumber(group.count)}
        </Badge>
      </Group>
      <Table aria-label={group.title} layout="fixed">
        <Table.Thead className="for-readers">
          <Table.Tr>
            <Table.Th w="36%">Họ và tên</Table.Th>
            <Table.Th>Việc</Table.Th>
            <Table.Th w={270}>Hạn</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <LinkRow key={row.case}>
              <Table.Td w="36%">
                <RowLink to={row.to} fw={600} size="sm">
                  {row.name}
                </RowLink>
                <Text size="xs" c="dimmed" lineClamp={2} title={row.unitName ?? ''}>
                  {row.unitName}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{named(row.text)}</Text>
                {row.note !== null && row.note !== '' && (
                  <Text size="xs" c="dimmed" lineClamp={2}>
                    {row.note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td w={270}>{row.limit !== null && <LimitBadge limit={row.limit} />}</Table.Td>
            </LinkRow>
          ))}
        </Table.Tbody>
      </Table>
      {rest > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="no-print"
          loading={isWanted && isComing}
          onClick={() => {
            setWanted(true)
            onMore()
          }}
        >
          Xem thêm {showNumber(rest)} người
        </Button>
      )}
      <LeftOff count={rest} of="người" />
    </section>
  )
}
