/**
 * One meeting: what it was called with, the dossiers put to it, the vote on each, the decisions that followed and how far
 * they have come back.
 */
import { Alert, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { MeetingView } from '../../../shared/contract/meetings.ts'
import { MEETING_STATUSES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { DocumentDialog } from '../../parts/DocumentDialog.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { CasesTable } from './CasesTable.tsx'
import { DecisionsForm } from './DecisionsForm.tsx'
import { HeldDialog } from './HeldDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { VotesForm } from './VotesForm.tsx'

type Open = 'change' | 'held' | 'cancel' | 'papers'
type Recording = 'votes' | 'decisions'

/** A meeting. */
export function MeetingPage({ meeting }: { readonly meeting: string }) {
  const { data: view, error, refetch } = useAsk('meeting.get', { meeting })
  return (
    <>
      {view === undefined && <PageHead title="Cuộc họp, biểu quyết" />}
      {view === undefined && <DecidingNav />}
      <AwaitedState isThere={view !== undefined} error={error} onRetry={() => void refetch()} rows={10} />
      {view !== undefined && <Meeting view={view} />}
    </>
  )
}

function Meeting({ view }: { readonly view: MeetingView }) {
  const { state, held, rows, expectedBody } = view
  const { meeting, cancelled } = state
  const mayCall = useRights()
  const [open, setOpen] = useState<Open | null>(null)
  const [recording, setRecording] = useState<Recording | null>(null)
  const close = () => setOpen(null)
  const isOpen = cancelled === null
  const toVote = rows.filter(({ vote, decision }) => vote === null && decision === null)
  const toDecide = rows.filter(
    ({ vote, decision }) => vote !== null && vote.outcome !== 'postponed' && decision === null,
  )
  const status = cancelled !== null ? 'cancelled' : held === null ? 'called' : 'held'
  return (
    <>
      <PageHead
        title={`Cuộc họp ngày ${showDay(held?.date ?? meeting.date)}`}
        text={
          <Group gap="xs">
            <Badge color={status === 'held' ? 'teal' : status === 'called' ? 'blue' : 'gray'}>
              {MEETING_STATUSES[status]}
            </Badge>
            <span>{meeting.body}</span>
          </Group>
        }
        actions={
          isOpen && (
            <>
              {mayCall('document.make') && (
                <Button
                  variant="default"
                  leftSection={<IconFileText size={16} aria-hidden />}
                  onClick={() => setOpen('papers')}
                >
                  Chương trình, biên bản
                </Button>
              )}
              {mayCall('meeting.change') && (
                <Menu>
                  <Menu.Target>
                    <Button variant="default">Thay đổi</Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setOpen('change')}>Sửa cuộc họp, danh sách hồ sơ</Menu.Item>
                    <Menu.Item onClick={() => setOpen('held')}>Ghi cuộc họp đã tổ chức</Menu.Item>
                    <Menu.Item onClick={() => setOpen('cancel')}>Hủy cuộc họp</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </>
          )
        }
      />
      <DecidingNav />
      <Stack gap="md">
        {cancelled !== null && (
          <Alert color="gray" role="note">
            Cuộc họp đã hủy: {cancelled}
          </Alert>
        )}
        {expectedBody !== null && (
          <Alert color="orange" role="note">
            Theo bộ quy định của ngày họp, cơ quan ra quyết định là {expectedBody.name} (căn cứ: {expectedBody.article}
            ). Quyết định của cơ quan khác có thể phải hủy và làm lại.
          </Alert>
        )}
        <Facts view={view} />
        <Block
          title="Hồ sơ trình cuộc họp"
          actions={
            recording === null && (
              <Group gap="xs">
                {rows.length > 0 && <ListActions what="meetingCases" meeting={state.id} />}
                {isOpen && mayCall('meeting.vote') && toVote.length > 0 && (
                  <Button onClick={() => setRecording('votes')}>Ghi biểu quyết</Button>
                )}
                {isOpen && mayCall('meeting.decide') && toDecide.length > 0 && (
                  <Button variant={toVote.length > 0 ? 'default' : 'filled'} onClick={() => setRecording('decisions')}>
                    Ghi số quyết định
                  </Button>
                )}
              </Group>
            )
          }
        >
          {rows.length === 0 ? (
            <EmptyState
              title="Chưa có hồ sơ nào"
              text="Đưa hồ sơ vào cuộc họp trong phần Thay đổi; hồ sơ chờ quyết định có ở trang Xét hồ sơ."
            />
          ) : recording === 'votes' ? (
            <VotesForm view={view} rows={toVote} onClose={() => setRecording(null)} />
          ) : recording === 'decisions' ? (
            <DecisionsForm view={view} rows={toDecide} onClose={() => setRecording(null)} />
          ) : (
            <CasesTable view={view} />
          )}
        </Block>
      </Stack>
      {open === 'change' && <MeetingDialog view={view} onClose={close} onDone={close} />}
      {open === 'held' && <HeldDialog view={view} onClose={close} />}
      {open === 'cancel' && <CancelDialog meeting={state.id} onClose={close} />}
      {open === 'papers' && (
        <DocumentDialog
          subject={{ meeting: state.id }}
          kinds={held === null ? ['meetingAgenda', 'meetingMinutes'] : ['meetingMinutes', 'meetingAgenda']}
          onClose={close}
        />
      )}
    </>
  )
}

function Facts({ view: { state, held, rows } }: { readonly view: MeetingView }) {
  const { meeting } = state
  const chair = held?.chair ?? meeting.chair
  const secretary = held?.secretary ?? meeting.secretary
  const parts = [
    `Tổng số ${showNumber(meeting.members)} thành viên`,
    held === null ? null : `có mặt ${showNumber(held.present)}`,
    chair === undefined ? null : `chủ trì: ${chair}`,
    secretary === undefined ? null : `thư ký: ${secretary}`,
    `${showNumber(rows.length)} hồ sơ`,
    meeting.time === undefined ? null : `lúc ${meeting.time}`,
    meeting.place === undefined ? null : `tại ${meeting.place}`,
  ].filter((part) => part !== null)
  return (
    <div>
      <Text size="sm">{parts.join('; ')}.</Text>
      {meeting.agenda !== undefined && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }} mt={4}>
          {meeting.agenda}
        </Text>
      )}
    </div>
  )
}
