/**
 * The papers a case taken over has already: a tick, or number and day where they are known.
 */
import { Checkbox, Table, Text } from '@mantine/core'
import type { RulePaper } from '../../../shared/rules/rule-set.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import type { KnownPaper } from './register-values.ts'

const NO_PAPER: KnownPaper = { has: false, number: '', date: '' }

/** The table of papers. */
export function KnownPapers({
  papers,
  held,
  onChange,
}: {
  readonly papers: readonly RulePaper[]
  readonly held: Readonly<Record<string, KnownPaper>>
  readonly onChange: (held: Readonly<Record<string, KnownPaper>>) => void
}) {
  const change = (code: string, part: Partial<KnownPaper>) =>
    onChange({ ...held, [code]: { ...NO_PAPER, ...held[code], ...part } })
  return (
    <Table layout="fixed" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Giấy tờ</Table.Th>
          <Table.Th scope="col" w={130}>
            Số
          </Table.Th>
          <Table.Th scope="col" w={150}>
            Ngày
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {papers.map(({ code, form, name }) => {
          const paper = held[code] ?? NO_PAPER
          return (
            <Table.Tr key={code}>
              <Table.Td>
                <Checkbox
                  label={
                    <>
                      {name.value}
                      {form !== undefined && (
                        <Text span size="xs" c="dimmed">
                          {' '}
                          ({form})
                        </Text>
                      )}
                    </>
                  }
                  checked={paper.has || paper.date !== '' || paper.number !== ''}
                  onChange={(event) =>
                    change(code, event.currentTarget.checked ? { has: true } : { has: false, date: '', number: '' })
                  }
                />
              </Table.Td>
              <Table.Td>
                <TextField
                  size="xs"
                  aria-label={`Số của ${name.value}`}
                  value={paper.number}
                  onChange={(number) => change(code, { number })}
                />
              </Table.Td>
              <Table.Td>
                <DateField
                  size="xs"
                  aria-label={`Ngày của ${name.value}`}
                  data-path={`papers.${code}`}
                  value={paper.date}
                  onChange={(date) => change(code, { date })}
                />
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
