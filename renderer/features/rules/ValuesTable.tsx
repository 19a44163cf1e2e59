/**
 * The values of a set by groups, each with its article; those nobody has compared with the text say so.
 */
import { Accordion, Badge, Button, Group, Table, Text } from '@mantine/core'
import { memo } from 'react'
import type { RuleValueState } from '../../../shared/model/rules-state.ts'
import type { RuleSet, Sourced } from '../../../shared/rules/rule-set.ts'
import type { OriginalValue } from '../../../shared/rules/rules-in-use.ts'
import { periodAndValues, type AddressedValue } from '../../../shared/rules/rule-values.ts'
import { fold } from '../../../shared/text/fold.ts'
import { RULE_GROUPS, ruleGroupOf, ruleValueName, showAddressedValue } from '../../../shared/words/vi.ts'

/** The values of a set; `unconfirmedOnly` and `search` narrow them. Drawn anew only where one of these has changed. */
export const ValuesTable = memo(function ValuesTable({
  set,
  changes,
  originals,
  search,
  unconfirmedOnly,
  onChange,
}: {
  readonly set: RuleSet
  readonly changes: readonly RuleValueState[]
  readonly originals: readonly OriginalValue[]
  readonly search: string
  readonly unconfirmedOnly: boolean
  /** `original`: asked to go back to it. */
  readonly onChange: ((address: string, sourced: Sourced<unknown>, original?: OriginalValue) => void) | null
}) {
  const wanted = fold(search.trim())
  const rows = periodAndValues(set).filter(
    ({ address, sourced }) =>
      (!unconfirmedOnly || !sourced.confirmed) &&
      (wanted === '' || fold(`${ruleValueName(set, address)} ${sourced.article}`).includes(wanted)),
  )
  const isNarrowed = wanted !== '' || unconfirmedOnly
  const groups = Object.entries(RULE_GROUPS)
    .map(([group, title]) => ({ group, title, rows: rows.filter((row) => ruleGroupOf(row.address) === group) }))
    .filter((each) => each.rows.length > 0)
  if (groups.length === 0) return <Text c="dimmed">Không có giá trị nào như vậy trong bộ quy định này.</Text>
  return (
    <Accordion
      multiple
      variant="contained"
      key={isNarrowed ? 'narrowed' : 'all'}
      defaultValue={wanted === '' ? ['period', 'limits'] : groups.map(({ group }) => group)}
    >
      {groups.map(({ group, title, rows: held }) => (
        <Accordion.Item key={group} value={group}>
          <Accordion.Control>
            <Group gap="xs">
              <Text fw={600}>{title}</Text>
              <Unconfirmed rows={held} />
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Table aria-label={title} verticalSpacing={6} layout="fixed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="32%">Nội dung</Table.Th>
                  <Table.Th w="26%">Giá trị</Table.Th>
                  <Table.Th>Căn cứ</Table.Th>
                  {onChange !== null && <Table.Th w={72}>Sửa</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {held.map(({ address, sourced }) => (
                  <Row
                    key={address}
                    set={set}
                    address={address}
                    sourced={sourced}
                    change={changes.find((change) => change.address === address)}
                    original={originals.find((original) => original.address === address)}
                    onChange={onChange}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
})

function Row({
  set,
  address,
  sourced,
  change,
  original,
  onChange,
}: AddressedValue & {
  readonly set: RuleSet
  readonly change: RuleValueState | undefined
  readonly original: OriginalValue | undefined
  readonly onChange: ((address: string, sourced: Sourced<unknown>, original?: OriginalValue) => void) | null
}) {
  const name = ruleValueName(set, address)
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <Text size="sm">{showAddressedValue(address, sourced.value)}</Text>
        <Group gap={6} mt={2}>
          {!sourced.confirmed && (
            <Badge color="yellow" variant="light" autoContrast>
              Chưa kiểm chứng
            </Badge>
          )}
          {change !== undefined && (
            <Badge color="blue" variant="light">
              {change.origin === 'local' ? 'Đã sửa, dùng riêng' : 'Đã sửa'}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{sourced.article}</Text>
        {change !== undefined && (
          <Text size="sm" c="dimmed">
            Ghi chú khi sửa: {change.note}
          </Text>
        )}
        {original !== undefined && (
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              Giá trị gốc: {showAddressedValue(address, original.value)}
            </Text>
            {onChange !== null && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => onChange(address, sourced, original)}
                aria-label={`Trở lại giá trị gốc: ${name}`}
              >
                Trở lại giá trị gốc
              </Button>
            )}
          </Group>
        )}
      </Table.Td>
      {onChange !== null && (
        <Table.Td>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange(address, sourced)}
            aria-label={`Sửa: ${name}`}
          >
            Sửa
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  )
}

function Unconfirmed({ rows }: { readonly rows: readonly AddressedValue[] }) {
  const count = rows.filter(({ sourced }) => !sourced.confirmed).length
  return (
    <Text size="sm" c="dimmed">
      {rows.length} giá trị{count === 0 ? ', đều đã kiểm chứng' : `, ${count} chưa kiểm chứng`}
    </Text>
  )
}
