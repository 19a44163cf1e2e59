/**
 * How a meeting was held, for its minutes: the day, who was there, who presided, what was said.
 */
import { SimpleGrid } from '@mantine/core'
import type { MeetingView } from '../../../shared/contract/meetings.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The dialog. */
export function HeldDialog({ view, onClose }: { readonly view: MeetingView; readonly onClose: () => void }) {
  const { state, held } = view
  const { meeting } = state
  const recording = useRecording({
    command: 'meeting.hold',
    draft: `cuoc-hop/${state.id}/da-hop`,
    initial: {
      date: held?.date ?? meeting.date,
      present: held === null ? '' : String(held.present),
      absences: held?.absences ?? '',
      chair: held?.chair ?? meeting.chair ?? '',
      secretary: held?.secretary ?? meeting.secretary ?? '',
      notes: held?.notes ?? '',
    },
    toInput: (values) => ({ meeting: state.id, ...inputOf(values, ['present']) }),
    onDone: ({ entries }) => {
      announce('Đã ghi cuộc họp.', entries)
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title="Cuộc họp đã tổ chức"
      recording={recording}
      submitLabel="Ghi cuộc họp"
      onClose={onClose}
      size="lg"
    >
      <SimpleGrid cols={2} spacing="sm">
        <DateField label="Ngày họp" required data-autofocus {...bind('date')} />
        <CountField label={`Có mặt (trên ${meeting.members} thành viên)`} required {...bind('present')} />
        <TextField label="Người chủ trì" {...bind('chair')} />
        <TextField label="Thư ký cuộc họp" {...bind('secretary')} />
      </SimpleGrid>
      <AreaField label="Người vắng mặt và lý do, mỗi người một dòng" {...bind('absences')} />
      <AreaField label="Diễn biến, ý kiến tại cuộc họp" minRows={4} {...bind('notes')} />
    </RecordingDialog>
  )
}
