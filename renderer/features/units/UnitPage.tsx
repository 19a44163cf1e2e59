/**
 * One unit: what is known of it, its member count with the day, its members, and what may be changed here.
 */
import { Alert, Anchor, Badge, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { MOST_REVIEWS } from '../../../shared/contract/lists.ts'
import {
  AREAS,
  listOf,
  ON_PAPER,
  SECTORS,
  showDay,
  showDocument,
  showNumber,
  UNIT_TYPES,
} from '../../../shared/words/vi.ts'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { useNames } from '../../parts/names.ts'
import { NotesBlock } from '../../parts/NotesBlock.tsx'
import { OfficeFindingsBlock } from '../../parts/OfficeFindingsBlock.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useRights } from '../../parts/rights.ts'
import type { UnitSection } from '../../parts/unit-section.ts'
import { Block, EmptyState, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CountDialog } from './CountDialog.tsx'
import { GoesOn, isClosed } from './GoesOn.tsx'
import { MembersBlock } from './MembersBlock.tsx'
import { ReviewListDialog } from './ReviewListDialog.tsx'
import { PathsBlock } from './PathsBlock.tsx'
import { UnitAround } from './UnitAround.tsx'
import { UnitDialog } from './UnitDialog.tsx'
import { FactList } from '../../parts/FactList.tsx'

/** A unit by its id. */
export function UnitPage({ id, sections }: { readonly id: string; readonly sections: readonly UnitSection[] }) {
  const { data, error, refetch } = useAsk('unit.list', {})
  const row = data?.units.find((unit) => unit.id === id)
  if (error !== null || data === undefined || row === undefined)
    return (
      <>
        <PageHead title="Đơn vị, đảng viên" text={<Back />} />
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {error === null && data === undefined && <LoadingState />}
        {data !== undefined && row === undefined && (
          <EmptyState title="Không có đơn vị này" text="Đơn vị không có trong danh sách của máy này." />
        )}
      </>
    )
  return <OneUnit row={row} units={data.units} sections={sections} />
}

/** What our own office wants to remember of the unit. */
function UnitNotes({ unit }: { readonly unit: string }) {
  const notes = useAsk('unit.notes', { unit }).data?.notes ?? []
  return (
    <NotesBlock
      notes={notes}
      command="unit.note"
      about={{ unit }}
      draft={`don-vi/${unit}/note`}
      placeholder="Điều cần nhớ về đơn vị này"
    />
  )
}

function Back() {
  return (
    <Anchor href="#/don-vi" size="sm">
      <Group gap={4} component="span">
        <IconArrowLeft size={15} aria-hidden /> Danh sách đơn vị
      </Group>
    </Anchor>
  )
}

function OneUnit({
  row,
  units,
  sections,
}: {
  readonly row: UnitRow
  readonly units: readonly UnitRow[]
  readonly sections: readonly UnitSection[]
}) {
  const mayCall = useRights()
  const names = useNames()
  const today = useAsk('office.get', {}).data?.today ?? ''
  const [dialog, setDialog] = useState<'unit' | 'count' | 'review' | null>(null)
  const { unit, count, own } = row
  const keeper = names.office(row.keeper) ?? 'đơn vị khác'
  // One that is the same as another is changed there: what would be written here is its end as it follows from that.
  const mayChange = own && row.same === null && mayCall('unit.change')
  const parent = units.find((other) => other.id === unit.parent)
  const after = units.filter((other) => unit.successors?.includes(other.id) === true)
  const facts: readonly (readonly [string, string])[] = [
    ['Loại đơn vị', UNIT_TYPES[unit.type]],
    ['Ký hiệu', unit.code ?? 'Chưa ghi'],
    ['Đơn vị cấp trên trực tiếp', parent?.unit.name ?? 'Không có'],
    ['Lĩnh vực', unit.sector === undefined ? 'Chưa ghi' : SECTORS[unit.sector]],
    ['Khu vực', unit.area === undefined ? 'Chưa ghi' : AREAS[unit.area]],
    ['Đơn vị quản lý hồ sơ', own ? `${keeper} (đơn vị mình)` : keeper],
    ['Hoạt động từ ngày', unit.from === undefined ? 'Chưa ghi' : showDay(unit.from)],
    ['Đang theo dõi', `${showNumber(row.cases)} người`],
  ]
  return (
    <>
      <PageHead
        title={unit.name}
        text={<Back />}
        actions={
          <>
            <PrintButton what="members" name={unit.name} />
            {mayChange && (
              <>
                <Button variant="default" onClick={() => setDialog('unit')}>
                  Sửa hoặc kết thúc
                </Button>
                <Button onClick={() => setDialog('count')}>Ghi số đảng viên</Button>
              </>
            )}
          </>
        }
      />
      <Stack gap="md">
        {!own && (
          <Alert color="blue" role="note">
            {keeper} ghi chép đơn vị này; đơn vị mình chỉ xem.
          </Alert>
        )}
        {row.same !== null && (
          <Alert color="gray" role="note">
            Từ ngày {showDay(row.same.on)}, chi bộ này do đơn vị đã kết nối tự ghi:{' '}
            <Anchor href={`#/don-vi/${row.same.as}`} size="sm" underline="always">
              {after[0]?.unit.name ?? 'chi bộ của đơn vị'}
            </Anchor>
            . Số liệu đã ghi ở đây tính cho chi bộ đó.
          </Alert>
        )}
        {unit.to !== undefined && row.same === null && (
          <Alert color="gray" role="note">
            Kết thúc hoạt động ngày {showDay(unit.to)}
            {after.length > 0 && `; ${listOf(after.map(({ unit: { name } }) => name))} tiếp nhận`}.
          </Alert>
        )}
        <Block title="Thông tin" actions={unit.onPaper === true ? <Badge color="gray">{ON_PAPER}</Badge> : undefined}>
          <FactList facts={facts} />
          <Text size="sm" mt="sm">
            {count === null
              ? 'Chưa ghi số đảng viên.'
              : `Tính đến ngày ${showDay(count.date)}: ${showNumber(count.official)} đảng viên chính thức, ${showNumber(count.probationary)} dự bị${count.excluded === 0 ? '' : `; ${showNumber(count.excluded)} đảng viên chính thức không tính vào tỷ lệ biểu quyết`}.`}
          </Text>
        </Block>
        <UnitAround row={row} units={units} />
        <OfficeFindingsBlock unit={row.id} />
        {sections.map(({ key, section: Section }) => (
          <Section key={key} row={row} today={today} />
        ))}
        <PathsBlock row={row} parent={parent} today={today} mayChange={mayChange} />
        <Block
          title="Rà soát danh sách hằng tháng"
          actions={
            // A month before a unit's end may be recorded late; where another unit is the same it is recorded there.
            own && row.same === null && mayCall('list.review') ? (
              <Button size="compact-sm" variant="default" onClick={() => setDialog('review')}>
                Ghi rà soát
              </Button>
            ) : undefined
          }
        >
          {own && row.same !== null && <GoesOn row={row} units={units} />}
          {row.reviews.length === 0 ? (
            <Text size="sm" c="dimmed">
              Chưa ghi lần rà soát nào.
            </Text>
          ) : (
            <List size="sm" aria-label="Các lần rà soát">
              {row.reviews.map((review) => (
                <List.Item key={review.month} style={{ overflowWrap: 'anywhere' }}>
                  Tháng {showDay(review.month)}, họp ngày {showDay(review.date)}
                  {review.resolution !== undefined && `, nghị quyết ${showDocument(review.resolution)}`}:{' '}
                  {showNumber(review.counts.onList)} người trong danh sách, thêm {showNumber(review.counts.added)}, đưa
                  ra {showNumber(review.counts.removed)}.
                </List.Item>
              ))}
            </List>
          )}
          {row.reviews.length === MOST_REVIEWS && (
            <Text size="sm" c="dimmed" mt={4}>
              Hiện {showNumber(MOST_REVIEWS)} lần rà soát gần nhất.
            </Text>
          )}
        </Block>
        <Block title="Đảng viên" actions={<ListExportButton what="members" filter={{ unit: row.id }} size="xs" />}>
          {own && isClosed(row, today) && <GoesOn row={row} units={units} />}
          <MembersBlock units={units} unit={row} />
        </Block>
        <UnitNotes unit={row.id} />
      </Stack>
      {dialog === 'unit' && <UnitDialog units={units} row={row} onClose={() => setDialog(null)} />}
      {dialog === 'review' && <ReviewListDialog row={row} today={today} onClose={() => setDialog(null)} />}
      {dialog === 'count' && <CountDialog row={row} today={today} onClose={() => setDialog(null)} />}
    </>
  )
}
