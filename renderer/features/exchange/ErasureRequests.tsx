/**
 * What other offices ask to have erased: carried out here by a person, or declined with the ground. Shown only where
 * there is something to answer.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ErasureView } from '../../../shared/contract/erasures.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useNames } from '../../parts/names.ts'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'
import { showDayOf } from '../../parts/times.ts'
import { inputOf } from '../../parts/values.ts'
import { forgetPerson, useAsk } from '../../queries.ts'

type Request = ErasureView['requests'][number]
type Outcome = 'done' | 'declined'

/** Đề nghị xóa dữ liệu cá nhân. */
export function ErasureRequests() {
  const mayCall = useRights()
  const names = useNames()
  const { data } = useAsk('erasure.list', {})
  const [open, setOpen] = useState<{ readonly request: Request; readonly outcome: Outcome } | null>(null)
  const requests = data?.requests ?? []
  const answers = data?.answers ?? []
  if (requests.length === 0 && answers.length === 0) return null
  return (
    <Block title="Đề nghị xóa dữ liệu cá nhân">
      <Stack gap="sm">
        {requests.map((request) => (
          <Group key={request.case} justify="space-between" gap="sm">
            <div style={{ flex: '1 1 360px', minWidth: 0 }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {request.name ?? 'Người đã xóa ở đơn vị mình'}
              </Text>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {names.office(request.office) ?? 'Đơn vị khác'} đề nghị ngày {showDayOf(request.at)}, còn{' '}
                {showNumber(request.lines)} bản ghi. Lý do: {request.reason}
              </Text>
            </div>
            {mayCall('erasure.answer') ? (
              <Group gap="xs">
                <Button variant="default" onClick={() => setOpen({ request, outcome: 'declined' })}>
                  Không xóa
                </Button>
                <Button color="red" variant="light" onClick={() => setOpen({ request, outcome: 'done' })}>
                  Xóa theo đề nghị
                </Button>
              </Group>
            ) : (
              <Text size="sm">Quản trị viên trả lời</Text>
            )}
          </Group>
        ))}
        {answers.map(({ case: id, office, outcome, ground, at }) => (
          <Text key={`${id} ${office}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {names.office(office) ?? 'Đơn vị khác'} {outcome === 'done' ? 'đã xóa theo đề nghị' : 'không xóa'} ngày{' '}
            {showDayOf(at)}
            {ground === null ? '' : `: ${ground}`}
          </Text>
        ))}
      </Stack>
      {open !== null && <AnswerDialog {...open} onClose={() => setOpen(null)} />}
    </Block>
  )
}

function AnswerDialog({
  request,
  outcome,
  onClose,
}: {
  readonly request: Request
  readonly outcome: Outcome
  readonly onClose: () => void
}) {
  const isDone = outcome === 'done'
  const recording = useRecording({
    command: 'erasure.answer',
    draft: `xoa-du-lieu/${request.case}/${outcome}`,
    initial: { ground: '' },
    toInput: (values) => ({ case: request.case, outcome, ...inputOf(values) }),
    onDone: () => {
      announce(isDone ? 'Đã xóa theo đề nghị.' : 'Đã ghi việc không xóa; nơi đề nghị sẽ thấy lý do.')
      onClose()
      if (isDone) forgetPerson(request.case)
    },
  })
  return (
    <RecordingDialog
      title={isDone ? 'Xóa theo đề nghị' : 'Không xóa theo đề nghị'}
      recording={recording}
      submitLabel={isDone ? 'Xóa, không lấy lại được' : 'Ghi không xóa'}
      onClose={onClose}
      size="md"
    >
      {isDone && (
        <Alert color="red" role="note">
          Mọi bản ghi nơi đề nghị đã gửi và bản ghi của đơn vị mình về {request.name ?? 'người này'} bị xóa hẳn, không
          lấy lại được; người này không còn hiện ở trang nào. Chỉ còn năm, chi bộ và kết quả để thống kê. Những gì nơi
          khác nữa gửi đến vẫn nằm trong kho dữ liệu đã mã hóa cho đến khi nơi đó xóa; nơi đó được đề nghị xóa ở gói dữ
          liệu sau.
        </Alert>
      )}
      <AreaField
        label={isDone ? 'Ghi chú' : 'Lý do'}
        description="Nơi đề nghị thấy nội dung này; đừng ghi tên hay thông tin của người đó"
        required={!isDone}
        data-autofocus
        {...recording.bind('ground')}
      />
    </RecordingDialog>
  )
}
