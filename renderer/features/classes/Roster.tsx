/**
 * The roster: who, from which unit, sessions attended, the result and the certificate; absentees can be looked at alone.
 */
import { CaseLink } from '../../parts/CaseLink.tsx'
import { Badge, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ClassView, SeatRow } from '../../../shared/contract/classes.ts'
import { CLASS_OUTCOMES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { ReissueDialog } from './ReissueDialog.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'

const OUTCOME_COLOURS = { passed: 'teal', failed: 'orange', absent: 'red' } as const

/** The table. */
export function Roster({ view, mayRecord }: { readonly view: ClassView; readonly mayRecord: boolean }) {
  const [shown, setShown] = useState('all')
  const [acting, setActing] = useState<{ readonly what: 'release' | 'reissue'; readonly seat: SeatRow } | null>(null)
  const { seats } = view
  const missed = seats.filter(hasMissed)
  const rows = shown === 'missed' ? missed : seats
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl
          aria-label="Xem học viên"
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: `Tất cả (${showNumber(seats.length)})` },
            { value: 'missed', label: `Vắng, chưa đạt (${showNumber(missed.length)})` },
          ]}
        />
        {view.days.length > 0 && (
          <Text size="sm" c="dimmed">
            Đã điểm danh {showNumber(view.days.length)} ngày: {view.days.map((day) => showDay(day)).join(', ')}.
          </Text>
        )}
      </Group>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          Không có học viên nào vắng hoặc chưa đạt.
        </Text>
      )}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={980}>
          <Table aria-label="Học viên" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={44}>Số</Table.Th>
                <Table.Th>Họ và tên</Table.Th>
                <Table.Th w={110}>Ngày sinh</Table.Th>
                <Table.Th>Đơn vị</Table.Th>
                <Table.Th w={110}>Buổi có mặt</Table.Th>
                <Table.Th w={130}>Kết quả</Table.Th>
                <Table.Th w={180}>Giấy chứng nhận</Table.Th>
                {mayRecord && (
                  <Table.Th w={90}>
                    <span className="for-readers">Việc</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((seat) => (
                <SeatLine
                  key={seat.case}
                  seat={seat}
                  place={seats.indexOf(seat) + 1}
                  onAct={mayRecord ? (what) => setActing({ what, seat }) : null}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {acting?.what === 'release' && <ReleaseDialog view={view} seat={acting.seat} onClose={() => setActing(null)} />}
      {acting?.what === 'reissue' && <ReissueDialog view={view} seat={acting.seat} onClose={() => setActing(null)} />}
    </Stack>
  )
}

function SeatLine({
  seat,
  place,
  onAct,
}: {
  readonly seat: SeatRow
  readonly place: number
  readonly onAct: ((what: 'release' | 'reissue') => void) | null
}) {
  const { person, end, reissue, number } = seat
  const name = (
    <Text size="sm" fw={600} span>
      {person.name}
    </Text>
  )
  return (
    <Table.Tr>
      <Table.Td>{place}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {seat.known ? <CaseLink case={seat.case}>{name}</CaseLink> : name}
      </Table.Td>
      <Table.Td>{person.birth === undefined ? 'Chưa ghi' : showDay(person.birth)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" lineClamp={2} title={person.unit}>
          {person.unit}
        </Text>
      </Table.Td>
      <Table.Td>{seat.held === 0 ? 'Chưa ghi' : `${seat.present}/${seat.held}`}</Table.Td>
      <Table.Td>
        {end === null ? 'Chưa ghi' : <Badge color={OUTCOME_COLOURS[end.outcome]}>{CLASS_OUTCOMES[end.outcome]}</Badge>}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {number !== null && end?.certificate !== undefined && (
          <>
            <Text size="sm">
              {number}, {showDay(end.certificate.date)}
            </Text>
            {reissue !== null && (
              <Text size="xs" c="dimmed">
                cấp lại ngày {showDay(reissue.date)}
              </Text>
            )}
          </>
        )}
      </Table.Td>
      {onAct !== null && (
        <Table.Td>
          {/* One thing at most may be done with a row: a menu for each would be slow with two hundred. */}
          {end === null && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Đưa ra: ${person.name}`}
              onClick={() => onAct('release')}
            >
              Đưa ra
            </Button>
          )}
          {number !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Cấp lại giấy chứng nhận cho ${person.name}`}
              onClick={() => onAct('reissue')}
            >
              Cấp lại
            </Button>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  )
}

/** True for who missed a session, or did not complete the class. */
function hasMissed({ held, present, end }: SeatRow): boolean {
  return present < held || (end !== null && end.outcome !== 'passed')
}
