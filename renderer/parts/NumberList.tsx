/**
 * Names with how many there are of each: a small table without lines.
 */
import { Table } from '@mantine/core'
import { showNumber } from '../../shared/words/vi.ts'

/** The table. `label`: what is counted. */
export function NumberList({
  label,
  rows,
}: {
  readonly label: string
  readonly rows: readonly (readonly [name: string, count: number])[]
}) {
  return (
    <Table aria-label={label} withRowBorders={false} verticalSpacing={2} horizontalSpacing={0} highlightOnHover={false}>
      <Table.Tbody>
        {rows.map(([name, count]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right" fw={600}>
              {showNumber(count)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
