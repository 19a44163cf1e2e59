/**
 * Cuộc họp, biểu quyết: the meetings of the deciding body, those to come first, with what each still waits for.
 */
import { Badge, Button, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { MeetingRow } from '../../../shared/contract/meetings.ts'
import { MEETING_STATUSES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { AwaitedState, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { MeetingDialog } from './MeetingDialog.tsx'
import { MeetingPage } from './MeetingPage.tsx'

/** The list, or one meeting. */
export function MeetingsPage() {
  const { meeting } = useParams<{ meeting?: string }>()
  return meeting === undefined ? <MeetingList /> : <MeetingPage key={meeting} meeting={meeting} />
}

function MeetingList() {
  const mayCall = useRights()
  const [, go] = useLocation()
  const [isCalling, setCalling] = useState(false)
  const { data, error, refetch } = useAsk('meeting.list', {})
  const call = mayCall('meeting.call') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCalling(true)}>
      Lập cuộc họp
    </Button>
  )
  return (
    <>
      <PageHead
        title="Cuộc họp, biểu quyết"
        text="Chọn các hồ sơ trình cơ quan ra quyết định, in chương trình và danh sách, ghi biểu quyết, ghi số quyết định."
        actions={
          data !== undefined &&
          data.meetings.length > 0 && (
            <>
              <ListActions what="meetings" />
              {call}
            </>
          )
        }
      />
      <DecidingNav />
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data?.meetings.length === 0 && (
        <EmptyState
          title="Chưa có cuộc họp nào"
          text="Lập cuộc họp khi có hồ sơ đủ điều kiện trình cơ quan ra quyết định."
          action={call}
        />
      )}
      {data !== undefined && data.meetings.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label="Các cuộc họp" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Ngày họp</Table.Th>
                <Table.Th>Cơ quan, địa điểm</Table.Th>
                <Table.Th>Tình trạng</Table.Th>
                <Table.Th ta="right">Hồ sơ</Table.Th>
                <Table.Th>Còn phải làm</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.meetings.map((row) => (
                <MeetingLine key={row.meeting} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {isCalling && <MeetingDialog onClose={() => setCalling(false)} onDone={(made) => go(`/cuoc-hop/${made}`)} />}
    </>
  )
}

const COLOURS: Readonly<Record<MeetingRow['status'], string>> = { called: 'blue', held: 'teal', cancelled: 'gray' }

function MeetingLine({ row }: { readonly row: MeetingRow }) {
  const { meeting, date, time, place, body, status, cases, voted, undecided } = row
  const waits = [
    status === 'cancelled' || voted === cases ? null : `${showNumber(cases - voted)} hồ sơ chưa biểu quyết`,
    undecided === 0 ? null : `${showNumber(undecided)} hồ sơ chưa ghi quyết định`,
  ].filter((part) => part !== null)
  return (
    <LinkRow>
      <Table.Td>
        <RowLink to={`/cuoc-hop/${meeting}`} fw={600}>
          {showDay(date)}
          {time === null ? '' : `, ${time}`}
        </RowLink>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {body}
        {place !== null && (
          <Text size="xs" c="dimmed">
            {place}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={COLOURS[status]}>{MEETING_STATUSES[status]}</Badge>
      </Table.Td>
      <Table.Td ta="right">{showNumber(cases)}</Table.Td>
      <Table.Td>{waits.length === 0 ? 'Không còn việc' : waits.join('; ')}</Table.Td>
    </LinkRow>
  )
}
