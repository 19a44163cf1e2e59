/**
 * One helper for all the people who are ticked, all or nothing.
 */
import { SimpleGrid, Text } from '@mantine/core'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { MemberField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { inputOf } from '../../parts/values.ts'
import { groupDraft } from './group-draft.ts'

const HELPER = { member: '', from: '', 'resolution.number': '', 'resolution.date': '' }

/** The dialog. */
export function AssignMany({ cases, onClose }: { readonly cases: readonly string[]; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'helper.assignMany',
    initial: HELPER,
    draft: groupDraft('phan-cong', cases),
    toInput: (values) => ({ ...inputOf(values), cases }),
    onDone: ({ entries }) => {
      announce(`Đã phân công người giúp đỡ cho ${cases.length} người.`, entries)
      onClose()
    },
  })
  const { bind, bindChoice, values } = recording
  return (
    <RecordingDialog
      title={`Phân công người giúp đỡ cho ${cases.length} người`}
      recording={recording}
      submitLabel="Ghi phân công"
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Ai đang có người giúp đỡ thì người được phân công sau cùng thôi giúp đỡ, đảng viên chọn dưới đây thay người được
        phân công gần nhất. Một người không ghi được thì cả lần ghi dừng lại và nêu tên.
      </Text>
      <MemberField label="Đảng viên chính thức" required data-autofocus {...bindChoice('member')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Giúp đỡ từ ngày" required {...bind('from')} />
        <TextField label="Số nghị quyết" {...bind('resolution.number')} />
        <DateField label="Ngày nghị quyết" {...bind('resolution.date')} />
      </SimpleGrid>
      <ResolutionNumber about={{ cases: [...cases] }} act="list" values={values} />
    </RecordingDialog>
  )
}
