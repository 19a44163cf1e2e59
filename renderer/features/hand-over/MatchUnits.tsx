/**
 * The branches of one office that were recorded for it, each beside the branch of the office that it is: what has the same
 * name is proposed, a person looks and confirms.
 */
import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import type { OfficeToHandOver } from '../../../shared/contract/hand-over.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { useRights } from '../../parts/rights.ts'
import { named } from '../../rules-in-force.ts'

/** Branches of the office by ours, null where ours is none of them; of those not chosen, what is proposed counts. */
type Chosen = Readonly<Record<string, string | null>>
type Values = { readonly on: string; readonly chosen: Chosen }

/** The branches with the form. */
export function MatchUnits({ office, today }: { readonly office: OfficeToHandOver; readonly today: string }) {
  const mayMatch = useRights()('unit.identify')
  const recording = useRecording<Values>({
    command: 'unit.identify',
    draft: `ban-giao/${office.office}/ghep`,
    initial: { on: today, chosen: {} },
    toInput: ({ on, chosen }) => ({ on, rows: rowsOf(office, chosen) }),
    onDone: ({ entries }) => announce(`Đã ghép ${showNumber(entries.length)} chi bộ với chi bộ của đơn vị.`, entries),
  })
  const { chosen } = recording.values
  const rows = rowsOf(office, chosen)
  const taken = new Set([...rows.map(({ as }) => as), ...office.matched.map(({ as }) => as)])
  const title = `${named('Chi bộ, đảng ủy bộ phận đã ghi thay cho')} ${office.name}`
  const table = (
    <Table aria-label={title} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{named('Chi bộ, đảng ủy bộ phận đơn vị mình đã ghi thay')}</Table.Th>
          <Table.Th>{named('Là chi bộ, đảng ủy bộ phận nào của đơn vị')}</Table.Th>
          <Table.Th w={130} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {office.ours.map((unit) => {
          const as = asOf(unit, office, chosen)
          return (
            <Table.Tr key={unit.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{unit.name}</Table.Td>
              <Table.Td>
                <ChoiceField
                  aria-label={`Chi bộ của đơn vị là ${unit.name}`}
                  placeholder="Chưa ghép"
                  data={office.theirs
                    .filter(({ id }) => id === as || !taken.has(id))
                    .map(({ id, name }) => ({ value: id, label: name }))}
                  value={as}
                  disabled={!mayMatch}
                  onChange={(value) => recording.patch({ chosen: { ...chosen, [unit.id]: value } })}
                />
              </Table.Td>
              <Table.Td>
                {as !== null && as === unit.proposed && (
                  <Badge size="sm" color="blue">
                    Cùng tên
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
  return (
    <Stack gap="xs">
      <Title order={4}>{title}</Title>
      <Text size="sm" c="dimmed">
        Sau khi ghép, số liệu đã ghi thay tính cho chi bộ của đơn vị; chi bộ đã ghi thay kết thúc từ ngày ghép, lịch sử
        giữ nguyên. Chi bộ không còn hoạt động thì ghi kết thúc ở trang của chi bộ, không ghép.{' '}
        {named('Đảng ủy bộ phận ghép như chi bộ.')}
      </Text>
      {mayMatch ? (
        <RecordingForm
          recording={recording}
          submitLabel="Ghép"
          footer={
            <Group align="flex-end" justify="space-between">
              <DateField label="Ngày đơn vị bắt đầu tự ghi" required w={220} {...recording.bind('on')} />
              <Button type="submit" loading={recording.isBusy} disabled={rows.length === 0}>
                Ghép {showNumber(rows.length)} chi bộ
              </Button>
            </Group>
          }
        >
          {table}
        </RecordingForm>
      ) : (
        table
      )}
    </Stack>
  )
}

/** What ours is in the other office. A draft may name a branch that has gone since. */
function asOf(
  { id, proposed }: OfficeToHandOver['ours'][number],
  { theirs }: OfficeToHandOver,
  chosen: Chosen,
): string | null {
  const as = (id in chosen ? chosen[id] : proposed) ?? null
  return theirs.some((unit) => unit.id === as) ? as : null
}

function rowsOf(office: OfficeToHandOver, chosen: Chosen): readonly { readonly unit: string; readonly as: string }[] {
  return office.ours.flatMap((unit) => {
    const as = asOf(unit, office, chosen)
    return as === null ? [] : [{ unit: unit.id, as }]
  })
}
