/**
 * The report of a period: its lines beside the same period a year before, the plan and the members side by side, the parts
 * and every breakdown, each with the same total; and up to when the figures reach.
 */
import { Alert, Group, List, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ReportView } from '../../../shared/contract/reports.ts'
import type { Breakdown } from '../../../shared/reports/breakdown.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { PIPELINE_STEPS as PIPELINE } from '../../../shared/reports/standing.ts'
import {
  DIMENSION_NAMES,
  noteSentence,
  periodName,
  PIPELINE_STEPS,
  repeatedSentence,
  REPORT_LINES,
  showDay,
  showNumber,
  showRatio,
  valueName,
} from '../../../shared/words/vi.ts'
import { upTo, yearBefore } from '../../../shared/calendar/period.ts'
import { DateField } from '../../parts/fields.tsx'
import { AwaitedState, Block } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { Bar } from './Bars.tsx'
import { BranchesButton } from './BranchesButton.tsx'
import { FigureButton } from './FigureButton.tsx'
import { PeriodField } from './PeriodField.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked, usePeriod } from './reports-state.ts'
import { ReportActions } from './ReportActions.tsx'
import { ResultsTable } from './ResultsTable.tsx'
import { SavedReports } from './SavedReports.tsx'
import { TypedButton } from './TypedButton.tsx'
import { WorkBlocks } from './WorkBlocks.tsx'

/** The tab. */
export function ReportTab({ today }: { readonly today: string }) {
  const { at, membersOn, ask } = useAsked()
  const period = usePeriod(today)
  const input = {
    period,
    ...(at === null ? {} : { at }),
    ...(membersOn === null ? {} : { membersOn }),
  }
  const { data, error, refetch } = useAsk('report.get', input, { keepPrevious: true })
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <PeriodField period={period} today={today} onChange={(next) => ask({ period: next })} />
        <PlaceField places={data?.places ?? []} />
        <DateField
          label="Số đảng viên tính đến ngày"
          w={210}
          placeholder="31/12 năm trước"
          value={membersOn ?? ''}
          onChange={(day) => ask({ membersOn: day === '' ? null : day })}
        />
        <SavedReports period={period} today={today} />
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={10} />
      {data !== undefined && <Whole view={data} asked={input} at={at} />}
    </Stack>
  )
}

function Whole({
  view,
  asked,
  at,
}: {
  readonly view: ReportView
  readonly asked: { readonly period: Report['period']; readonly at?: string; readonly membersOn?: string }
  readonly at: string | null
}) {
  const { report } = view
  const place = at ?? undefined
  const admitted = report.lines.find(({ code }) => code === 'admitted')?.number ?? 0
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={650} size="lg">
            {periodName(report.period)}: {report.place.name}
          </Text>
          <CutOff view={view} />
        </div>
        <ReportActions report={report} asked={asked} />
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <LinesBlock report={report} at={place} />
        <Stack gap="md">
          <YearFacts report={report} at={place} />
          <SourceBlock report={report} at={place} />
        </Stack>
      </SimpleGrid>
      <Block title="Theo đơn vị">
        <ResultsTable
          rows={report.year.parts.length > 0 ? report.year.parts : report.branches}
          whole={{ ...report.year.whole, inPeriod: admitted }}
          year={report.year.year}
          inPeriod={report.parts}
          period={report.period}
          at={place}
        />
      </Block>
      <Block title="Đảng viên mới theo từng tiêu chí">
        {admitted === 0 ? (
          <Text size="sm" c="dimmed">
            Chưa có ai được kết nạp trong kỳ.
          </Text>
        ) : (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              Tổng của mỗi tiêu chí đều là {showNumber(admitted)} người; thông tin lấy theo hồ sơ khi có quyết định.
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="lg">
              {report.breakdowns.map((breakdown) => (
                <BreakdownTable key={breakdown.dimension} breakdown={breakdown} report={report} at={place} />
              ))}
            </SimpleGrid>
          </>
        )}
      </Block>
      <WorkBlocks report={report} at={place} />
    </>
  )
}

function CutOff({ view: { report, read } }: { readonly view: ReportView }) {
  const unread = read.filter(({ day }) => day === null || day < report.asOf)
  return (
    <>
      <Text size="sm" c="dimmed">
        Số liệu đến ngày {showDay(report.asOf)}, tính từ những gì đơn vị mình đã ghi và đã nhận.
      </Text>
      {report.repeated > 0 && (
        <Text size="sm" c="dimmed">
          {repeatedSentence(report.repeated)}
        </Text>
      )}
      {unread.length > 0 && (
        <Text size="sm" c="dimmed">
          Gói dữ liệu gần nhất:{' '}
          {unread
            .slice(0, 6)
            .map(({ name, day }) => `${name} ${day === null ? 'chưa gửi lần nào' : `ngày ${showDay(day)}`}`)
            .join('; ')}
          {unread.length > 6 ? `; và ${showNumber(unread.length - 6)} đơn vị khác` : ''}.
        </Text>
      )}
    </>
  )
}

function LinesBlock({ report, at }: { readonly report: Report; readonly at: string | undefined }) {
  const { period } = report
  const earlier = yearBefore(upTo(period, report.asOf) ?? period)
  return (
    <Block title="Kết quả trong kỳ">
      <Table aria-label="Kết quả trong kỳ" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Nội dung</Table.Th>
            <Table.Th ta="right">Trong kỳ</Table.Th>
            <Table.Th ta="right">Cùng kỳ năm trước</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.lines.map(({ code, number, before }) => (
            <Table.Tr key={code}>
              <Table.Td>{REPORT_LINES[code]}</Table.Td>
              <Table.Td ta="right">
                <FigureButton number={number} name={REPORT_LINES[code]} period={period} at={at} of={{ line: code }} />
              </Table.Td>
              <Table.Td ta="right">
                {before === null ? (
                  'Chưa có số liệu'
                ) : (
                  <FigureButton
                    number={before}
                    name={`${REPORT_LINES[code]}, cùng kỳ năm trước`}
                    period={earlier}
                    at={at}
                    of={{ line: code }}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Admitting report={report} at={at} />
    </Block>
  )
}

/** Where people in the source stand now. */
function SourceBlock({
  report: { period, pipeline },
  at,
}: {
  readonly report: Report
  readonly at: string | undefined
}) {
  return (
    <Block title="Nguồn đang có">
      <Table aria-label="Nguồn đang có" verticalSpacing={2} withRowBorders={false} layout="fixed">
        <BarHead name="Nội dung" />
        <Table.Tbody>
          {PIPELINE.map((step) => (
            <Table.Tr key={step}>
              <Table.Td>{PIPELINE_STEPS[step]}</Table.Td>
              <Table.Td ta="right">
                <FigureButton
                  number={pipeline[step]}
                  name={PIPELINE_STEPS[step]}
                  period={period}
                  at={at}
                  of={{ who: { step } }}
                />
              </Table.Td>
              <Table.Td>
                <Bar value={pipeline[step]} most={Math.max(...PIPELINE.map((one) => pipeline[one]), 1)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Block>
  )
}

/** How many branches admitted somebody, of all there are. */
function Admitting({
  report: { admitting, period },
  at,
}: {
  readonly report: Report
  readonly at: string | undefined
}) {
  const button = (
    number: number,
    name: string,
    of: { readonly admitting: boolean; readonly residential?: boolean },
  ) => <BranchesButton number={number} name={name} period={period} at={at} {...of} />
  const [residential, whose] = [true, 'khu dân cư']
  return (
    <Text size="sm" mt="xs">
      {button(admitting.branches, 'Chi bộ có kết nạp trong kỳ', { admitting: true })} trên{' '}
      {button(admitting.ofBranches, 'Tất cả chi bộ', { admitting: false })} chi bộ có kết nạp trong kỳ; riêng {whose}:{' '}
      {button(admitting.residential, `Chi bộ ${whose} có kết nạp trong kỳ`, { admitting: true, residential })} trên{' '}
      {button(admitting.ofResidential, `Tất cả chi bộ ${whose}`, { admitting: false, residential })} chi bộ.
    </Text>
  )
}

/** The head of a table of numbers with bars. */
function BarHead({ name }: { readonly name: string }) {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th w="50%">{name}</Table.Th>
        <Table.Th ta="right" w={104}>
          Số người
        </Table.Th>
        <Table.Th>
          <span className="for-readers">Biểu đồ</span>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
}

function YearFacts({ report, at }: { readonly report: Report; readonly at: string | undefined }) {
  const { whole, year, membersOn } = report.year
  const { plan, admitted, ofPlan, ofMembers, members } = whole
  const soFar = admitted.isTyped ? (
    <>
      <TypedButton number={admitted.number} name={`Kết nạp năm ${year}`} year={year} at={at} /> (số ghi từ trước khi
      dùng phần mềm)
    </>
  ) : (
    <FigureButton
      number={admitted.number}
      name={`Kết nạp từ đầu năm ${year}`}
      period={{ kind: 'any', from: `${year}-01-01`, to: report.asOf }}
      at={at}
      of={{ line: 'admitted' }}
    />
  )
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Chỉ tiêu năm', plan.number === null ? 'Chưa giao' : showNumber(plan.number)],
    ['Đã kết nạp từ đầu năm', soFar],
    ['So với kế hoạch', showRatio(ofPlan)],
    [
      `Tổng số đảng viên đến ngày ${showDay(membersOn)}`,
      members.members === null
        ? 'Chưa ghi'
        : `${showNumber(members.members)}${members.counted === null || members.counted === membersOn ? '' : ` (đếm ngày ${showDay(members.counted)})`}${members.isTyped ? ', số ghi từ trước' : ''}`,
    ],
    ['So với tổng số đảng viên', showRatio(ofMembers)],
  ]
  return (
    <Block title={`Năm ${year} so với chỉ tiêu`}>
      <Table aria-label={`Năm ${year} so với chỉ tiêu`} verticalSpacing={3}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right" fw={600}>
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {whole.notes.length > 0 && (
        <Alert color="yellow" mt="xs" role="note">
          <List size="sm">
            {whole.notes.map((note) => (
              <List.Item key={note.code}>{noteSentence(note)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Block>
  )
}

function BreakdownTable({
  breakdown: { dimension, rows },
  report,
  at,
}: {
  readonly breakdown: Breakdown
  readonly report: Report
  readonly at: string | undefined
}) {
  const most = Math.max(...rows.map(({ count }) => count), 1)
  const name = DIMENSION_NAMES[dimension]
  return (
    <Table aria-label={name} verticalSpacing={2} withRowBorders={false} layout="fixed">
      <BarHead name={name} />
      <Table.Tbody>
        {rows.map(({ value, count, label }) => (
          <Table.Tr key={value}>
            <Table.Td>{valueName(dimension, value, label)}</Table.Td>
            <Table.Td ta="right">
              <FigureButton
                number={count}
                name={`${name}: ${valueName(dimension, value, label)}`}
                period={report.period}
                at={at}
                of={{ line: 'admitted', dimension, value }}
              />
            </Table.Td>
            <Table.Td>
              <Bar value={count} most={most} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
