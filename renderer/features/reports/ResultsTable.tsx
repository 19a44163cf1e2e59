/**
 * Results of the parts of the house: plan, admitted, the percentage of plan and the share of members side by side, and what
 * is to be said of each row. The last line is the whole; the rows above add up to it.
 */
import { Badge, List, Table, Text } from '@mantine/core'
import type { Period } from '../../../shared/calendar/period.ts'
import type { Report } from '../../../shared/reports/report.ts'
import type { TargetRow } from '../../../shared/reports/targets.ts'
import { noteSentence, ON_PAPER, periodName, showNumber, showRatio } from '../../../shared/words/vi.ts'
import { AdmittedFigure } from './AdmittedFigure.tsx'
import { FigureButton } from './FigureButton.tsx'

/** The table. @param inPeriod - admissions of a period, beside those of the year */
export function ResultsTable({
  rows,
  whole,
  year,
  inPeriod,
  period,
  at,
}: {
  readonly rows: readonly TargetRow[]
  /** `inPeriod`: all who were admitted in the period, those of no part included. */
  readonly whole: TargetRow & { readonly inPeriod?: number }
  readonly year: number
  readonly inPeriod?: Report['parts']
  readonly period?: Period
  /** The place whose parts the rows are; left out for the whole. */
  readonly at?: string | undefined
}) {
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Chưa có đơn vị nào trực thuộc.
      </Text>
    )
  const isShorter = period !== undefined && period.kind !== 'year' && inPeriod !== undefined
  const numberOf = (id: string) => inPeriod?.find((part) => part.id === id)?.number ?? 0
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table aria-label="Kết quả theo đơn vị" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Đơn vị</Table.Th>
            {[
              ...(isShorter ? ['Trong kỳ'] : []),
              'Chỉ tiêu năm',
              'Đã kết nạp',
              'So với kế hoạch',
              'Số đảng viên',
              'So với số đảng viên',
            ].map((title) => (
              <Table.Th key={title} ta="right" w={104}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Text size="sm" fw={550}>
                  {row.name} {row.onPaper && <Badge color="gray">{ON_PAPER}</Badge>}
                </Text>
                <Notes row={row} />
              </Table.Td>
              {isShorter && (
                <Table.Td ta="right">
                  <FigureButton
                    number={numberOf(row.id)}
                    name={`${periodName(period)}, kết nạp: ${row.name}`}
                    period={period}
                    at={at}
                    of={{ line: 'admitted', part: row.id }}
                  />
                </Table.Td>
              )}
              <Figures row={row} year={year} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Tổng cộng: {whole.name}</Table.Th>
            {isShorter && (
              <Table.Th ta="right">
                <FigureButton
                  number={whole.inPeriod ?? 0}
                  name={`${periodName(period)}, kết nạp: ${whole.name}`}
                  period={period}
                  at={at}
                  of={{ line: 'admitted' }}
                />
              </Table.Th>
            )}
            <Figures row={whole} year={year} isWhole />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}

function Figures({
  row,
  year,
  isWhole = false,
}: {
  readonly row: TargetRow
  readonly year: number
  readonly isWhole?: boolean
}) {
  const { plan, admitted, ofPlan, ofMembers, members, id, name } = row
  const fw = isWhole ? 650 : undefined
  return (
    <>
      <Table.Td ta="right" fw={fw}>
        {plan.number === null ? 'Chưa giao' : showNumber(plan.number)}
      </Table.Td>
      <Table.Td ta="right" fw={fw}>
        <AdmittedFigure
          {...admitted}
          name={`Kết nạp năm ${year}: ${name}`}
          year={year}
          of={isWhole ? { line: 'admitted' } : { line: 'admitted', part: id }}
          at={isWhole && row.kind !== 'whole' ? id : undefined}
          typedAt={id}
        />
      </Table.Td>
      <Table.Td ta="right" fw={fw}>
        {showRatio(ofPlan)}
      </Table.Td>
      <Table.Td ta="right" fw={fw}>
        {members.members === null ? 'Chưa ghi' : showNumber(members.members)}
      </Table.Td>
      <Table.Td ta="right" fw={fw}>
        {showRatio(ofMembers)}
      </Table.Td>
    </>
  )
}

/** What is not plain from the figures themselves. */
export function Notes({ row }: { readonly row: TargetRow }) {
  const notes = row.notes.filter(({ code }) => code !== 'noPlan' && code !== 'noMembers')
  if (notes.length === 0) return null
  return (
    <List size="xs" c="dimmed" listStyleType="none">
      {notes.map((note) => (
        <List.Item key={note.code}>{noteSentence(note)}</List.Item>
      ))}
    </List>
  )
}
