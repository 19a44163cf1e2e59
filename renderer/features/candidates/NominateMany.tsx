/**
 * The people who are ticked put forward for a class, all or nothing.
 */
import { announce } from '../../parts/announce.tsx'
import { PARTY_CLASSES } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { groupDraft } from './group-draft.ts'

const NOMINATION = { class: 'awareness', date: '', note: '' }

/** The dialog. */
export function NominateMany({ cases, onClose }: { readonly cases: readonly string[]; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'class.nominateMany',
    initial: NOMINATION,
    draft: groupDraft('cu-di-hoc', cases),
    toInput: (values) => ({ ...inputOf(values), cases }),
    onDone: ({ entries }) => {
      announce(`Đã cử ${cases.length} người đi học.`, entries)
      onClose()
    },
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog
      title={`Cử ${cases.length} người đi học lớp bồi dưỡng`}
      recording={recording}
      submitLabel="Ghi cử đi học"
      onClose={onClose}
    >
      <ChoiceField label="Lớp" required data={choicesOf(PARTY_CLASSES)} {...bindChoice('class')} />
      <DateField label="Ngày cử" required data-autofocus {...bind('date')} />
      <TextField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
