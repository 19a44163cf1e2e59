/**
 * Trường học: pupils by school year and class, the evaluation of each term, when each reaches the age of admission, who can be
 * considered before leaving school, and the plan for the years after.
 */
import { Badge, Button, Checkbox, Group, Select, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../shared/calendar/plain-date.ts'
import type { PupilList, PupilRow } from '../../../shared/contract/classes.ts'
import { PUPIL_OUTLOOKS, PUPIL_SUMMARIES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block, EmptyState, PageHead } from '../../parts/states.tsx'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { useAsk } from '../../queries.ts'
import { CalendarDialog } from './CalendarDialog.tsx'
import { CriteriaDialog } from './CriteriaDialog.tsx'
import { EvaluateDialog } from './EvaluateDialog.tsx'
import { PlaceDialog } from './PlaceDialog.tsx'

type Dialog = 'place' | 'again' | 'evaluate' | 'criteria' | 'calendar'

/** Trường học. */
export function SchoolsPage() {
  const mayCall = useRights()
  const [schoolYear, setSchoolYear] = useState<string | null>(null)
  const [inClass, setInClass] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const filter = { ...(schoolYear === null ? {} : { schoolYear }), ...(inClass === null ? {} : { class: inClass }) }
  const { data, error, refetch } = useAsk('pupil.list', filter, { keepPrevious: true })
  const mayPlace = mayCall('pupil.place')
  const rows = data?.rows ?? []
  const chosen = rows.filter(({ case: id }) => ticked.has(id))
  const close = () => setDialog(null)
  return (
    <>
      <PageHead
        title="Trường học"
        text="Học sinh được bồi dưỡng, đánh giá theo học kỳ trong thời gian học tại trường."
        actions={
          mayPlace &&
          data !== undefined && (
            <>
              {mayCall('setting.change') && (
                <>
                  <Button variant="default" onClick={() => setDialog('calendar')}>
                    Khung năm học
                  </Button>
                  <Button variant="default" onClick={() => setDialog('criteria')}>
                    Tiêu chí đánh giá
                  </Button>
                </>
              )}
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('place')}>
                Thêm học sinh vào lớp
              </Button>
            </>
          )
        }
      />
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.schoolYears.length === 0 && (
        <EmptyState
          title="Chưa có học sinh nào"
          text={
            data.schools.length === 0
              ? 'Ghi lĩnh vực “Trường học” cho chi bộ nhà trường ở trang Đơn vị, đưa học sinh vào danh sách nguồn của chi bộ đó, rồi xếp vào lớp ở đây.'
              : 'Đưa học sinh vào danh sách nguồn của chi bộ nhà trường, rồi xếp vào lớp ở đây.'
          }
        />
      )}
      {data !== undefined && data.schoolYears.length > 0 && (
        <Stack gap="md">
          <Plan data={data} />
          <Block
            title="Học sinh"
            actions={
              mayPlace && (
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={chosen.length === 0}
                    onClick={() => setDialog('again')}
                  >
                    Xếp sang lớp, năm học khác
                  </Button>
                  <Button size="compact-sm" disabled={chosen.length === 0} onClick={() => setDialog('evaluate')}>
                    Đánh giá {chosen.length === 0 ? '' : `${showNumber(chosen.length)} học sinh`}
                  </Button>
                </Group>
              )
            }
          >
            <Group gap="sm" mb="sm" align="flex-end">
              <Select
                label="Năm học"
                placeholder="Mọi năm học"
                clearable
                w={160}
                data={[...data.schoolYears]}
                value={schoolYear}
                onChange={setSchoolYear}
                clearButtonProps={{ 'aria-label': 'Bỏ chọn năm học' }}
              />
              <Select
                label="Lớp"
                placeholder="Mọi lớp"
                clearable
                w={150}
                data={[...data.classes]}
                value={inClass}
                onChange={setInClass}
                clearButtonProps={{ 'aria-label': 'Bỏ chọn lớp' }}
              />
              <Text size="sm" c="dimmed" pb={8} role="status">
                {showNumber(data.total)} học sinh
              </Text>
              <Group gap="xs" ml="auto">
                <ListActions what="pupils" pupils={filter} disabled={data.total === 0} />
              </Group>
            </Group>
            <Pupils rows={rows} today={data.today} ticked={ticked} onTick={mayPlace ? setTicked : null} />
            <MoreRows shown={rows.length} total={data.total} />
          </Block>
        </Stack>
      )}
      {data !== undefined && dialog === 'place' && <PlaceDialog data={data} onClose={close} />}
      {data !== undefined && dialog === 'again' && <PlaceDialog data={data} pupils={chosen} onClose={close} />}
      {data !== undefined && dialog === 'evaluate' && <EvaluateDialog data={data} pupils={chosen} onClose={close} />}
      {data !== undefined && dialog === 'calendar' && <CalendarDialog calendar={data.calendar} onClose={close} />}
      {data !== undefined && dialog === 'criteria' && <CriteriaDialog criteria={data.criteria} onClose={close} />}
    </>
  )
}

function Plan({ data }: { readonly data: PupilList }) {
  if (data.plan.length === 0) return null
  return (
    <Block title="Kế hoạch theo năm ra trường">
      <Table.ScrollContainer minWidth={600}>
        <Table aria-label="Học sinh theo năm ra trường">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Năm ra trường</Table.Th>
              <Table.Th ta="right">Học sinh</Table.Th>
              <Table.Th ta="right">Xem xét được tại trường</Table.Th>
              <Table.Th ta="right">Đủ tuổi sau khi ra trường</Table.Th>
              <Table.Th ta="right">Đã học lớp nhận thức</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.plan.map((line) => (
              <Table.Tr key={line.year}>
                <Table.Td>{line.year}</Table.Td>
                <Table.Td ta="right">{showNumber(line.pupils)}</Table.Td>
                <Table.Td ta="right">{showNumber(line.canBeConsidered)}</Table.Td>
                <Table.Td ta="right">{showNumber(line.turnsTooLate)}</Table.Td>
                <Table.Td ta="right">{showNumber(line.withCertificate)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {data.ahead.length > 0 && (
        <Table.ScrollContainer minWidth={600}>
          <Table aria-label="Bồi dưỡng theo năm học" mt="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Năm học</Table.Th>
                <Table.Th ta="right">Đến lúc xem xét được</Table.Th>
                <Table.Th ta="right">Đã học lớp nhận thức</Table.Th>
                <Table.Th ta="right">Đã đề nghị cử đi học</Table.Th>
                <Table.Th ta="right">Cần cử đi học</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.ahead.map((line) => (
                <Table.Tr key={line.schoolYear}>
                  <Table.Td>{line.schoolYear}</Table.Td>
                  <Table.Td ta="right">{showNumber(line.pupils)}</Table.Td>
                  <Table.Td ta="right">{showNumber(line.withCertificate)}</Table.Td>
                  <Table.Td ta="right">{showNumber(line.nominated)}</Table.Td>
                  <Table.Td ta="right" fw={600}>
                    {showNumber(line.toNominate)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        Người đủ tuổi sau khi ra trường được chuyển giao hồ sơ cùng nhận xét của trường cho nơi tiếp nhận, ở trang hồ sơ
        của từng người.
      </Text>
    </Block>
  )
}

const OUTLOOK_COLOURS: { readonly [O in PupilRow['outlook']]: string } = {
  canBeConsidered: 'teal',
  turnsTooLate: 'gray',
  notReady: 'blue',
  birthUnknown: 'orange',
  left: 'red',
}

function Pupils({
  rows,
  today,
  ticked,
  onTick,
}: {
  readonly rows: readonly PupilRow[]
  readonly today: string
  readonly ticked: ReadonlySet<string>
  readonly onTick: ((ticked: ReadonlySet<string>) => void) | null
}) {
  const isAll = rows.length > 0 && rows.every(({ case: id }) => ticked.has(id))
  return (
    <Table.ScrollContainer minWidth={1040}>
      <Table aria-label="Học sinh" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            {onTick !== null && (
              <Table.Th w={44}>
                <Checkbox
                  aria-label="Chọn tất cả học sinh đang hiện"
                  checked={isAll}
                  onChange={() => onTick(isAll ? new Set() : new Set(rows.map(({ case: id }) => id)))}
                />
              </Table.Th>
            )}
            <Table.Th>Họ và tên</Table.Th>
            <Table.Th w={140}>Lớp, năm học</Table.Th>
            <Table.Th w={140}>Đủ tuổi kết nạp</Table.Th>
            <Table.Th w={110}>Ra trường</Table.Th>
            <Table.Th w={170}>Đánh giá gần nhất</Table.Th>
            <Table.Th w={210}>Hướng xem xét</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.case}>
              {onTick !== null && (
                <Table.Td>
                  <Checkbox
                    aria-label={`Chọn ${row.name}`}
                    checked={ticked.has(row.case)}
                    onChange={() =>
                      onTick(
                        ticked.has(row.case)
                          ? new Set([...ticked].filter((id) => id !== row.case))
                          : new Set([...ticked, row.case]),
                      )
                    }
                  />
                </Table.Td>
              )}
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <CaseLink case={row.case} fw={600}>
                  {row.name}
                </CaseLink>
                <Text size="xs" c="dimmed" lineClamp={1} title={row.unitName}>
                  {row.unitName}
                </Text>
              </Table.Td>
              <Table.Td>
                {row.place.class}
                <Text size="xs" c="dimmed">
                  {row.place.schoolYear}
                </Text>
              </Table.Td>
              <Table.Td>
                {row.turnsOn === null ? 'Chưa rõ' : showDay(row.turnsOn)}
                {row.turnsOn !== null && row.turnsOn >= today && row.turnsOn <= addDays(today, 90) && (
                  <Text size="xs" c="dimmed">
                    trong 90 ngày tới
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{showDay(row.place.leavesOn)}</Table.Td>
              <Table.Td>
                {row.summary === null ? 'Chưa đánh giá' : PUPIL_SUMMARIES[row.summary]}
                {row.evaluated !== null && (
                  <Text size="xs" c="dimmed">
                    học kỳ {row.evaluated.slice(-1)}, {row.evaluated.slice(0, 9)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Badge color={OUTLOOK_COLOURS[row.outlook]}>{PUPIL_OUTLOOKS[row.outlook]}</Badge>
                <Text size="xs" c="dimmed">
                  {row.hasCertificate
                    ? 'đã học lớp nhận thức'
                    : row.nominated
                      ? 'đã đề nghị đi học'
                      : 'chưa học lớp nhận thức'}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
