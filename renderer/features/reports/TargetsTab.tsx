/**
 * Targets of a year: the whole and each part with plan, result, both percentages, what the year may come to and why it may
 * be missed; setting, revising, spreading over branches, and what was known before the program.
 */
import { Alert, Anchor, Badge, Button, Group, List, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { Fragment, useState, type ReactNode } from 'react'
import { periodOf } from '../../../shared/calendar/period.ts'
import type { PlaceTarget, TargetsView } from '../../../shared/contract/reports.ts'
import type { Verdict } from '../../../shared/reports/forecast.ts'
import {
  aimSentence,
  noteSentence,
  PIPELINE_STEPS,
  rangeText,
  SHORT_REASONS,
  showDay,
  showNumber,
  showRatio,
  TARGET_VERDICTS,
} from '../../../shared/words/vi.ts'
import { DateField } from '../../parts/fields.tsx'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AdmittedFigure } from './AdmittedFigure.tsx'
import { FigureButton } from './FigureButton.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked } from './reports-state.ts'
import { Notes } from './ResultsTable.tsx'
import { SpreadDialog } from './SpreadDialog.tsx'
import { TargetDialog, TotalDialog, type TargetOf } from './TargetDialogs.tsx'

/** The tab. */
export function TargetsTab({ today }: { readonly today: string }) {
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { at, membersOn, ask } = useAsked()
  const input = { year, ...(at === null ? {} : { at }), ...(membersOn === null ? {} : { membersOn }) }
  const { data, error, refetch } = useAsk('target.list', input, { keepPrevious: true })
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <Select
          label="Năm"
          w={110}
          allowDeselect={false}
          data={Array.from({ length: 9 }, (_, n) => String(thisYear + 1 - n))}
          value={String(year)}
          onChange={(value) => value !== null && setYear(Number(value))}
        />
        <PlaceField places={data?.places ?? []} />
        <DateField
          label="Số đảng viên tính đến ngày"
          w={210}
          placeholder="31/12 năm trước"
          value={membersOn ?? ''}
          onChange={(day) => ask({ membersOn: day === '' ? null : day })}
        />
        <ListExportButton what="targets" places={input} />
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={10} />
      {data !== undefined && <Targets view={data} />}
    </Stack>
  )
}

function Targets({ view }: { readonly view: TargetsView }) {
  const may = useRights()
  const [setting, setSetting] = useState<TargetOf | null>(null)
  const [dialog, setDialog] = useState<'spread' | 'total' | null>(null)
  const { whole, parts, branches, year, today } = view
  const own = [...parts, ...branches].filter(({ maySet }) => maySet === 'unit')
  const rows = [...parts, ...branches]
  return (
    <>
      <Block
        title={`Năm ${year}: ${whole.name}`}
        actions={
          <Group gap="xs" className="no-print">
            {may('total.type') && (
              <Button variant="default" onClick={() => setDialog('total')}>
                Ghi số liệu năm trước
              </Button>
            )}
            {may('target.spread') && own.length > 0 && (
              <Button variant="default" onClick={() => setDialog('spread')}>
                Phân bổ cho các chi bộ
              </Button>
            )}
            {may('target.set') && whole.maySet !== null && (
              <Button onClick={() => setSetting({ row: whole, year })}>
                {whole.plan.number === null ? 'Ghi chỉ tiêu' : 'Điều chỉnh chỉ tiêu'}
              </Button>
            )}
          </Group>
        }
      >
        <WholeFacts view={view} />
      </Block>
      <Block title="Từng đơn vị">
        {rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            Chưa có đơn vị nào trực thuộc. Thêm đơn vị hoặc kết nối với đơn vị cấp dưới rồi giao chỉ tiêu.
          </Text>
        ) : (
          <RowsTable rows={rows} year={year} onSet={may('target.set') ? (row) => setSetting({ row, year }) : null} />
        )}
      </Block>
      <History view={view} />
      {setting !== null && <TargetDialog of={setting} onClose={() => setSetting(null)} />}
      {dialog === 'spread' && <SpreadDialog year={year} whole={whole} rows={own} onClose={() => setDialog(null)} />}
      {dialog === 'total' && <TotalDialog today={today} onClose={() => setDialog(null)} />}
    </>
  )
}

function WholeFacts({ view: { whole, year, membersOn, aim } }: { readonly view: TargetsView }) {
  const { plan, ofPlan, ofMembers, members, forecast, notes } = whole
  const { pipeline, byPace, verdict, reasons } = forecast
  const big: readonly (readonly [string, ReactNode, string])[] = [
    [
      'Đã kết nạp',
      <AdmittedOf key="admitted" row={whole} year={year} size={24} />,
      plan.number === null ? 'chưa giao chỉ tiêu' : `trên chỉ tiêu ${showNumber(plan.number)}`,
    ],
    ['So với kế hoạch', showRatio(ofPlan), plan.of === 'parts' ? 'chỉ tiêu cộng từ các đơn vị' : ''],
    [
      'So với tổng số đảng viên',
      showRatio(ofMembers),
      members.members === null
        ? 'chưa có số đảng viên'
        : `${showNumber(members.members)} đảng viên, ngày ${showDay(membersOn)}`,
    ],
    ['Dự báo cả năm', rangeText(forecast.whole), verdict === null ? '' : TARGET_VERDICTS[verdict]],
  ]
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" component="dl" m={0}>
        {big.map(([name, value, note]) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} fz={typeof value === 'string' && value.length > 12 ? 16 : 24} fw={650} lh={1.3}>
              {value}
            </Text>
            <Text component="dd" m={0} size="sm">
              {note}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Text size="sm">{aimSentence(aim)}</Text>
      <Text size="sm">
        Theo hồ sơ đang có: {rangeText(forecast.byPipeline)} người (
        {(['waiting', 'voted', 'preparing'] as const).map((step, place) => (
          <Fragment key={step}>
            {place === 0 ? '' : '; '}
            {PIPELINE_STEPS[step].toLowerCase()}{' '}
            <FigureButton
              number={pipeline[step]}
              name={PIPELINE_STEPS[step]}
              period={periodOf('year', year, 1)}
              of={{ who: { step }, part: whole.id }}
            />
          </Fragment>
        ))}
        ).{' '}
        {byPace === null
          ? 'Chưa có năm nào trước đó trong phần mềm để so nhịp độ.'
          : `Theo nhịp độ cùng thời gian của ${byPace.years.join(', ')}: ${rangeText(byPace)} người.`}{' '}
        Dự báo là khoảng ước tính, không phải kết quả.
      </Text>
      {reasons.length > 0 && (
        <Text size="sm">Có thể không đạt vì {reasons.map((reason) => SHORT_REASONS[reason]).join('; ')}.</Text>
      )}
      {plan.own !== null && (
        <Text size="sm">Đơn vị mình phấn đấu: {showNumber(plan.own)} người, bên cạnh chỉ tiêu được giao.</Text>
      )}
      {notes.length > 0 && (
        <Alert color="yellow" role="note">
          <List size="sm">
            {notes.map((note) => (
              <List.Item key={note.code}>{noteSentence(note)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {notes.some(({ code }) => code === 'noMembers' || code === 'membersMissing') && (
        <Text size="sm">
          Ghi số đảng viên tại trang của từng đơn vị, hoặc ghi tổng số cuối năm {year - 1} bằng nút “Ghi số liệu năm
          trước”.
        </Text>
      )}
    </Stack>
  )
}

/** Colours of verdicts; the word beside them says the same. */
const VERDICT_COLORS: Readonly<Record<Verdict, string>> = {
  reached: 'teal',
  likely: 'blue',
  atRisk: 'orange',
  outOfReach: 'red',
  missed: 'red',
}

/** How many a part has admitted in the year. */
function AdmittedOf({ row, year, size }: { readonly row: PlaceTarget; readonly year: number; readonly size?: number }) {
  return (
    <AdmittedFigure
      {...row.admitted}
      name={`Kết nạp năm ${year}: ${row.name}`}
      year={year}
      of={{ line: 'admitted', part: row.id }}
      typedAt={row.id}
      fz={size}
    />
  )
}

function RowsTable({
  rows,
  year,
  onSet,
}: {
  readonly rows: readonly PlaceTarget[]
  readonly year: number
  readonly onSet: ((row: PlaceTarget) => void) | null
}) {
  return (
    <Table.ScrollContainer minWidth={1000}>
      <Table aria-label="Chỉ tiêu từng đơn vị" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Đơn vị</Table.Th>
            <Table.Th ta="right" w={100}>
              Chỉ tiêu
            </Table.Th>
            <Table.Th ta="right" w={80}>
              Đã kết nạp
            </Table.Th>
            <Table.Th ta="right" w={110}>
              So với kế hoạch
            </Table.Th>
            <Table.Th ta="right" w={120}>
              So với số đảng viên
            </Table.Th>
            <Table.Th ta="right" w={130}>
              Nguồn, hồ sơ đang có
            </Table.Th>
            <Table.Th w={230}>Dự báo</Table.Th>
            <Table.Th>
              <span className="for-readers">Việc</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const { forecast, plan, sourcePerPlace } = row
            return (
              <Table.Tr key={row.id}>
                <Table.Td>
                  {row.kind === 'unit' ? (
                    <Anchor href={`#/don-vi/${row.id}`} size="sm" fw={550}>
                      {row.name}
                    </Anchor>
                  ) : (
                    <Text size="sm" fw={550}>
                      {row.name}
                    </Text>
                  )}
                  <Notes row={row} />
                </Table.Td>
                <Table.Td ta="right">{plan.number === null ? 'Chưa giao' : showNumber(plan.number)}</Table.Td>
                <Table.Td ta="right">
                  <AdmittedOf row={row} year={year} />
                </Table.Td>
                <Table.Td ta="right">{showRatio(row.ofPlan)}</Table.Td>
                <Table.Td ta="right">{showRatio(row.ofMembers)}</Table.Td>
                <Table.Td ta="right">
                  <FigureButton
                    number={sourcePerPlace.numerator}
                    name={`Nguồn, hồ sơ đang có: ${row.name}`}
                    period={periodOf('year', year, 1)}
                    of={{ who: { step: 'any' }, part: row.id }}
                  />
                  {sourcePerPlace.denominator !== null && sourcePerPlace.denominator > 0 && (
                    <Text size="xs" c="dimmed">
                      còn {showNumber(sourcePerPlace.denominator)} chỉ tiêu
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {forecast.verdict === null ? (
                    <Text size="sm">{rangeText(forecast.whole)}</Text>
                  ) : (
                    <>
                      <Badge color={VERDICT_COLORS[forecast.verdict]}>{TARGET_VERDICTS[forecast.verdict]}</Badge>
                      <Text size="xs">
                        {rangeText(forecast.whole)}
                        {forecast.reasons.length > 0 &&
                          `: ${forecast.reasons.map((reason) => SHORT_REASONS[reason]).join('; ')}`}
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {onSet !== null && row.maySet !== null && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      className="no-print"
                      aria-label={`${plan.number === null ? 'Giao' : 'Điều chỉnh'} chỉ tiêu: ${row.name}`}
                      onClick={() => onSet(row)}
                    >
                      {plan.number === null ? 'Giao' : 'Điều chỉnh'}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Targets that were changed: from what to what, when and why. */
function History({ view: { whole, parts, branches } }: { readonly view: TargetsView }) {
  const changed = [whole, ...parts, ...branches].filter(({ history }) => history.length > 1)
  if (changed.length === 0) return null
  return (
    <Block title="Các lần điều chỉnh">
      <List size="sm" aria-label="Các lần điều chỉnh chỉ tiêu">
        {changed.map(({ id, name, history }) => (
          <List.Item key={id}>
            {name}:{' '}
            {history
              .map(
                ({ number, at, paper, reason }) =>
                  `${showNumber(number)} (ghi ngày ${showDay(at.slice(0, 10))}${paper?.number === undefined ? '' : `, ${paper.number}`}${reason === null ? '' : `, ${reason}`})`,
              )
              .join(' → ')}
          </List.Item>
        ))}
      </List>
    </Block>
  )
}
