/**
 * Taking back that a branch recorded in place of an office is one of that office's.
 */
import { Text } from '@mantine/core'
import type { OfficeToHandOver } from '../../../shared/contract/hand-over.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The dialog. */
export function UnmatchDialog({
  unit: { entry, name, asName },
  onClose,
}: {
  readonly unit: OfficeToHandOver['matched'][number]
  readonly onClose: () => void
}) {
  const recording = useRecording({
    command: 'entry.retract',
    draft: `bo-ghep/${entry}`,
    initial: { reason: '' },
    toInput: (values) => ({ entry, ...inputOf(values) }),
    onDone: () => {
      announce(`Đã bỏ ghép; ${name} hoạt động trở lại.`)
      onClose()
    },
  })
  return (
    <RecordingDialog title={`Bỏ ghép ${name}`} recording={recording} submitLabel="Bỏ ghép" onClose={onClose} size="md">
      <Text size="sm">
        Chi bộ này không còn là {asName}; số liệu đã ghi thay lại tính riêng, và chi bộ trở lại danh sách chờ ghép.
      </Text>
      <AreaField
        label="Lý do"
        description="Cần ghi nếu bản ghi đã được chuyển sang máy khác của đơn vị mình."
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
