/**
 * People who may be the one being registered, beside the form and opening in place, so that nothing typed is lost. The
 * place keeps its size whether anybody is found or not.
 */
import { Accordion, Badge, Button, DataList, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { SimilarRow } from '../../../shared/contract/answers.ts'
import { listOf, showDay, showDayWithWord, STAGES } from '../../../shared/words/vi.ts'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'

/** The list of people who may be the same. */
export function SimilarPeople({
  rows,
  previously,
  onPreviously,
}: {
  readonly rows: readonly SimilarRow[]
  /** The ended case this registration goes on from. */
  readonly previously: string
  readonly onPreviously: (id: string) => void
}) {
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Stack gap="xs" component="section" aria-label="Người có thể trùng">
      <Title order={2} size="h3">
        Người có thể trùng
      </Title>
      <Text component="output" display="block" size="sm" {...(rows.length === 0 ? { c: 'dimmed' } : {})}>
        {rows.length === 0
          ? 'Gõ họ tên: nếu trong danh sách đã có người cùng tên, phần mềm hiện ở đây.'
          : `Đã có ${rows.length} người cùng họ tên hoặc cùng số định danh. Mở ra đối chiếu trước khi lưu.`}
      </Text>
      <Accordion variant="separated" chevronPosition="left" value={opened} onChange={setOpened} order={3}>
        {rows.map((row) => (
          <Accordion.Item key={row.case} value={row.case}>
            <Accordion.Control>
              <Text component="span" display="block" size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {row.name}
              </Text>
              <Text component="span" display="block" size="xs" c="dimmed">
                {[
                  row.birth === null ? null : `sinh ${showDayWithWord(row.birth)}`,
                  row.unitName,
                  named(STAGES[row.stage]),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Text>
              {row.sameNumber && (
                <Badge component="span" size="sm" color="red" mt={2}>
                  Trùng số định danh
                </Badge>
              )}
            </Accordion.Control>
            <Accordion.Panel>
              {opened === row.case && <Details id={row.case} />}
              <Group gap="xs" mt="xs">
                <Button component={Link} href={`/ho-so/${row.case}`} size="compact-sm" variant="default">
                  Mở hồ sơ này
                </Button>
                {row.ended && (
                  <Button
                    size="compact-sm"
                    variant={previously === row.case ? 'filled' : 'default'}
                    aria-pressed={previously === row.case}
                    onClick={() => onPreviously(previously === row.case ? '' : row.case)}
                  >
                    {previously === row.case ? 'Đã nối với lần này' : 'Là người này, theo dõi lại'}
                  </Button>
                )}
              </Group>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function Details({ id }: { readonly id: string }) {
  const { data } = useAsk('case.get', { case: id })
  if (data === undefined) return <Loader size="sm" aria-label="Đang tải" />
  const { profile, helpers, registeredOn } = data.state
  const facts = [
    ['Quê quán', profile.hometown],
    ['Nơi cư trú', profile.residence],
    ['Số định danh', profile.identityNumber],
    ['Nơi làm việc', profile.work],
    ['Vào danh sách', registeredOn === null ? undefined : showDay(registeredOn)],
    ['Người giúp đỡ', helpers.length === 0 ? undefined : listOf(helpers.slice(-1).map(({ name }) => name))],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined)
  if (facts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Chưa ghi thêm thông tin nào.
      </Text>
    )
  return (
    <DataList size="sm" gap={4} labelWidth={110}>
      {facts.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  )
}
