/**
 * Taking an entry back. Before it has left the office no reason is needed; afterwards the other side sees the reason.
 */
import { Text } from '@mantine/core'
import { useLocation } from 'wouter'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { lower, showDay } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { detailOf } from './entry-details.ts'

/** Kinds without which there is no case. */
const BEGINNINGS = ['candidate.registered', 'case.takenOver']

/** Takes an entry back. */
export function RetractForm({
  situation,
  onClose,
  entry,
  what,
}: CaseFormProps & { readonly entry: TimelineEntry; readonly what: string }) {
  const [, go] = useLocation()
  const { state } = situation.view
  const isBeginning = BEGINNINGS.includes(entry.kind)
  const isSent = state.submissions.some((sent) => sent.entry !== entry.entry)
  const recording = useRecording({
    command: 'entry.retract',
    initial: { reason: '' },
    draft: `ho-so/${situation.id}/rut-lai-${entry.entry}`,
    toInput: (values) => ({ entry: entry.entry, ...inputOf(values) }),
    onDone: () => {
      announce(`Đã rút lại: ${lower(what)}.`)
      onClose()
      if (isBeginning) go('/nguon')
    },
  })
  const detail = detailOf(entry, state)
  return (
    <RecordingDialog title="Rút lại bản ghi" recording={recording} submitLabel="Rút lại" onClose={onClose} size="md">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <b>{what}</b>
        {entry.day !== null && `, ngày ${showDay(entry.day)}`}
        {detail !== null && `: ${detail}`}
      </Text>
      {isBeginning && (
        <Text size="sm" c="red.8" fw={600}>
          Rút lại bản ghi này thì người này không còn trong danh sách.
        </Text>
      )}
      <AreaField
        label="Lý do"
        description={
          isSent
            ? 'Hồ sơ đã gửi lên nên phải ghi lý do; nơi nhận sẽ thấy lý do này.'
            : 'Chỉ phải ghi khi nội dung này đã gửi cho đơn vị khác; nơi nhận sẽ thấy lý do.'
        }
        required={isSent}
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
