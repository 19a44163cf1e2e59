/**
 * The people whose cases wait to be handed over, each with a tick and the branch it goes to.
 */
import { Badge, Checkbox, Table } from '@mantine/core'
import type { OfficeToHandOver, PersonToHandOver } from '../../../shared/contract/hand-over.ts'
import { showDay, STAGES } from '../../../shared/words/vi.ts'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { named } from '../../rules-in-force.ts'

/**
 * The table.
 * @param toOf - the branch somebody goes to; null where none is chosen
 * @param mayHandOver - without it there is nothing to tick or to choose
 * @param isBusy - a hand-over is at work: nothing is changed
 * @param onTick - ticks people by their cases, or takes the ticks away
 */
export function HandOverTable({
  title,
  people,
  theirs,
  toOf,
  isTicked,
  mayHandOver,
  isBusy,
  onTick,
  onChoose,
}: {
  readonly title: string
  readonly people: readonly PersonToHandOver[]
  readonly theirs: OfficeToHandOver['theirs']
  readonly toOf: (person: PersonToHandOver) => string | null
  readonly isTicked: (person: PersonToHandOver) => boolean
  readonly mayHandOver: boolean
  readonly isBusy: boolean
  readonly onTick: (cases: readonly string[], on: boolean) => void
  readonly onChoose: (id: string, to: string | null) => void
}) {
  const ready = people.filter((person) => toOf(person) !== null)
  const ticked = people.filter(isTicked)
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table aria-label={title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            {mayHandOver && (
              <Table.Th w={44}>
                <Checkbox
                  aria-label="Chọn tất cả"
                  disabled={ready.length === 0 || isBusy}
                  checked={ready.length > 0 && ticked.length === ready.length}
                  indeterminate={ticked.length > 0 && ticked.length < ready.length}
                  onChange={(event) =>
                    onTick(
                      people.map(({ case: id }) => id),
                      event.currentTarget.checked,
                    )
                  }
                />
              </Table.Th>
            )}
            <Table.Th>Họ và tên</Table.Th>
            <Table.Th w={110}>Ngày sinh</Table.Th>
            <Table.Th w={190}>Giai đoạn</Table.Th>
            <Table.Th>Chi bộ đang ghi</Table.Th>
            <Table.Th>Giao về chi bộ</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.case} style={{ overflowWrap: 'anywhere' }}>
              {mayHandOver && (
                <Table.Td>
                  <Checkbox
                    aria-label={`Chọn ${person.name}`}
                    disabled={toOf(person) === null || isBusy}
                    checked={isTicked(person)}
                    onChange={(event) => onTick([person.case], event.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              <Table.Td>
                <CaseLink case={person.case}>{person.name}</CaseLink>
              </Table.Td>
              <Table.Td>{person.birth === null ? '' : showDay(person.birth)}</Table.Td>
              <Table.Td>
                <Badge size="sm" color="gray">
                  {named(STAGES[person.stage])}
                </Badge>
              </Table.Td>
              <Table.Td>{person.unitName}</Table.Td>
              <Table.Td>
                <ChoiceField
                  aria-label={`Chi bộ nhận hồ sơ của ${person.name}`}
                  placeholder="Chọn chi bộ"
                  size="xs"
                  data={theirs.map(({ id, name }) => ({ value: id, label: name }))}
                  value={toOf(person)}
                  disabled={!mayHandOver || isBusy}
                  onChange={(value) => onChoose(person.case, value)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
