/**
 * Targets and results of one unit over the years, on its page.
 */
import { Anchor, Table, Text } from '@mantine/core'
import { showNumber, showRatio, SHORT_REASONS, rangeText, TARGET_VERDICTS } from '../../../shared/words/vi.ts'
import { Block, ErrorState } from '../../parts/states.tsx'
import type { UnitSectionProps } from '../../parts/unit-section.ts'
import { useAsk } from '../../queries.ts'
import { AdmittedFigure } from './AdmittedFigure.tsx'
import { Notes } from './ResultsTable.tsx'

/** The section. */
export function UnitTargets({ row, today }: UnitSectionProps) {
  const year = Number((today === '' ? '2000' : today).slice(0, 4))
  const isKnown = today !== ''
  const targets = useAsk('target.list', { year, at: row.id }, { enabled: isKnown })
  const trend = useAsk('trend.get', { at: row.id }, { enabled: isKnown })
  const error = targets.error ?? trend.error
  if (error !== null) return <ErrorState error={error} />
  const whole = targets.data?.whole
  const years = trend.data?.years ?? []
  return (
    <Block
      title="Chỉ tiêu và kết quả qua các năm"
      actions={
        <Anchor href="#/bao-cao/chi-tieu" size="sm" className="no-print">
          Mở trang chỉ tiêu
        </Anchor>
      }
    >
      {whole !== undefined && (
        <>
          <Text size="sm">
            Năm {year}: đã kết nạp <AdmittedIn {...whole.admitted} year={year} row={row} />
            {whole.plan.number === null
              ? ', chưa giao chỉ tiêu'
              : ` trên chỉ tiêu ${showNumber(whole.plan.number)} (${showRatio(whole.ofPlan)})`}
            ; dự báo {rangeText(whole.forecast.whole)}
            {whole.forecast.verdict === null ? '' : `, ${TARGET_VERDICTS[whole.forecast.verdict].toLowerCase()}`}
            {whole.forecast.reasons.length === 0
              ? ''
              : `: ${whole.forecast.reasons.map((reason) => SHORT_REASONS[reason]).join('; ')}`}
            .
          </Text>
          <Notes row={whole} />
        </>
      )}
      {years.some(({ admitted, plan }) => admitted > 0 || plan !== null) && (
        <Table aria-label="Kết quả qua các năm" verticalSpacing={2} mt="xs" w="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Năm</Table.Th>
              <Table.Th ta="right">Kết nạp</Table.Th>
              <Table.Th ta="right">Chỉ tiêu</Table.Th>
              <Table.Th ta="right">So với kế hoạch</Table.Th>
              <Table.Th ta="right">So với số đảng viên</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.toReversed().map((one) => (
              <Table.Tr key={one.year}>
                <Table.Td>{one.year}</Table.Td>
                <Table.Td ta="right">
                  <AdmittedIn number={one.admitted} isTyped={one.isTyped} year={one.year} row={row} />
                </Table.Td>
                <Table.Td ta="right">{one.plan === null ? '–' : showNumber(one.plan)}</Table.Td>
                <Table.Td ta="right">{showRatio(one.ofPlan)}</Table.Td>
                <Table.Td ta="right">{showRatio(one.ofMembers)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Block>
  )
}

/** How many the unit has admitted in a year. */
function AdmittedIn({
  number,
  isTyped,
  year,
  row: { id, unit },
}: {
  readonly number: number
  readonly isTyped: boolean
  readonly year: number
  readonly row: UnitSectionProps['row']
}) {
  return (
    <AdmittedFigure
      number={number}
      isTyped={isTyped}
      name={`Kết nạp năm ${year}: ${unit.name}`}
      year={year}
      of={{ line: 'admitted' }}
      at={id}
    />
  )
}
