/**
 * One class: its decision and days, the roster with attendance and results, and what may be recorded.
 */
import { Alert, Anchor, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconDownload, IconFileText, IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClassView } from '../../../shared/contract/classes.ts'
import {
  CALENDAR_DOUBTS,
  CLASS_STANDINGS,
  PARTY_CLASSES,
  showDay,
  showDocument,
  showNumber,
} from '../../../shared/words/vi.ts'
import { DocumentDialog } from '../../parts/DocumentDialog.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { Block, EmptyState, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AttendDialog } from './AttendDialog.tsx'
import { STANDING_COLOURS } from './class-values.ts'
import { ClassDialog } from './ClassDialog.tsx'
import { ResultsDialog } from './ResultsDialog.tsx'
import { Roster } from './Roster.tsx'
import { RosterFileDialog } from './RosterFileDialog.tsx'
import { SheetDialog } from './SheetDialog.tsx'
import { FactList } from '../../parts/FactList.tsx'

/** A class by its id. */
export function ClassPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAsk('class.get', { class: id })
  if (data === undefined)
    return (
      <>
        <PageHead title="Lớp bồi dưỡng" text={<Back />} />
        {error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} />}
      </>
    )
  return <OneClass view={data} />
}

function Back() {
  return (
    <Anchor href="#/lop" size="sm">
      <Group gap={4} component="span">
        <IconArrowLeft size={15} aria-hidden /> Các lớp bồi dưỡng
      </Group>
    </Anchor>
  )
}

type Dialog = 'change' | 'attend' | 'results' | 'file' | 'sheet' | 'document'

function OneClass({ view }: { readonly view: ClassView }) {
  const mayCall = useRights()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const { row, seats, today, calendar } = view
  const { facts, own, standing } = row
  const mayRecord = own && mayCall('class.complete')
  const hasBegun = today >= facts.from
  const details: readonly (readonly [string, string])[] = [
    ['Loại lớp', PARTY_CLASSES[facts.kind]],
    ['Quyết định mở lớp', facts.decision === undefined ? 'Chưa ghi' : showDocument(facts.decision)],
    ['Thời gian', `${showDay(facts.from)} – ${showDay(facts.to)}`],
    ['Địa điểm', facts.place ?? 'Chưa ghi'],
    ['Học viên, số chỗ', `${showNumber(row.seats)}/${showNumber(facts.places)}`],
    [
      'Kết quả',
      `${showNumber(row.passed)} hoàn thành, ${showNumber(row.failed)} chưa đạt, ${showNumber(row.absent)} không dự học`,
    ],
    ['Giấy chứng nhận', showNumber(row.certificates)],
    ['Nơi mở lớp', own ? `${view.officeName} (đơn vị mình)` : view.officeName === '' ? 'Đơn vị khác' : view.officeName],
  ]
  return (
    <>
      <PageHead
        title={facts.name}
        text={<Back />}
        actions={
          <>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Button variant="default">Danh sách, giấy tờ</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {mayCall('class.writeRoster') && (
                  <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setDialog('file')}>
                    Lưu danh sách lớp ra Excel
                  </Menu.Item>
                )}
                {mayRecord && (
                  <Menu.Item
                    leftSection={<IconTableImport size={16} aria-hidden />}
                    disabled={seats.length === 0}
                    onClick={() => setDialog('sheet')}
                  >
                    Nhận bảng kết quả đã điền
                  </Menu.Item>
                )}
                {mayCall('document.make') && (
                  <Menu.Item
                    leftSection={<IconFileText size={16} aria-hidden />}
                    disabled={seats.length === 0}
                    onClick={() => setDialog('document')}
                  >
                    Lập danh sách để in, ký
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
            {own && mayCall('class.change') && (
              <Button variant="default" onClick={() => setDialog('change')}>
                Sửa lớp
              </Button>
            )}
            {mayRecord && (
              <>
                <Button
                  variant="default"
                  disabled={seats.length === 0 || !hasBegun}
                  onClick={() => setDialog('attend')}
                >
                  Điểm danh
                </Button>
                <Button disabled={seats.length === 0 || !hasBegun} onClick={() => setDialog('results')}>
                  Ghi kết quả
                </Button>
              </>
            )}
          </>
        }
      />
      <Stack gap="md">
        {!own && (
          <Alert color="blue" role="note">
            {view.officeName === '' ? 'Đơn vị khác' : view.officeName} mở lớp này; đơn vị mình chỉ xem.
          </Alert>
        )}
        {calendar !== null && calendar !== 'fits' && (
          <Alert color="orange" role="note">
            {CALENDAR_DOUBTS[calendar]}, theo khung năm học ở trang Trường học. Đối chiếu với kế hoạch năm học của
            trường.
          </Alert>
        )}
        <Block
          title="Thông tin lớp"
          actions={<Badge color={STANDING_COLOURS[standing]}>{CLASS_STANDINGS[standing]}</Badge>}
        >
          <FactList facts={details} />
          {facts.note !== undefined && (
            <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-line' }}>
              {facts.note}
            </Text>
          )}
        </Block>
        <Block title="Học viên" actions={seats.length > 0 && <ListActions what="roster" class={row.id} size="xs" />}>
          {seats.length === 0 ? (
            <EmptyState
              title="Lớp chưa có học viên"
              text={
                own
                  ? 'Xếp người vào lớp từ danh sách đề nghị cử đi học.'
                  : 'Chưa nhận được danh sách học viên của đơn vị mình.'
              }
              {...(own ? { action: <Anchor href="#/lop">Mở danh sách đề nghị</Anchor> } : {})}
            />
          ) : (
            <Roster view={view} mayRecord={mayRecord} />
          )}
        </Block>
      </Stack>
      {dialog === 'change' && <ClassDialog row={row} onClose={close} />}
      {dialog === 'attend' && <AttendDialog view={view} onClose={close} />}
      {dialog === 'results' && <ResultsDialog view={view} onClose={close} />}
      {dialog === 'file' && <RosterFileDialog view={view} onClose={close} />}
      {dialog === 'sheet' && <SheetDialog view={view} onClose={close} />}
      {dialog === 'document' && (
        <DocumentDialog subject={{ class: row.id }} kinds={['classRoster', 'certificateList']} onClose={close} />
      )}
    </>
  )
}
