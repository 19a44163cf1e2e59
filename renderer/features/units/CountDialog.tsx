/**
 * How many members a unit has on a day; the denominator of votes and targets, so it always carries its day.
 */
import { SimpleGrid } from '@mantine/core'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField, DateField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

const COUNTS = ['count.official', 'count.probationary', 'count.excluded']

/** The form of a member count. */
export function CountDialog({
  row,
  today,
  onClose,
}: {
  readonly row: UnitRow
  readonly today: string
  readonly onClose: () => void
}) {
  const { count } = row
  const recording = useRecording<Readonly<Record<string, string>>>({
    command: 'unit.recordMembers',
    draft: `don-vi/${row.id}/count`,
    initial: {
      'count.date': today,
      'count.official': count === null ? '' : String(count.official),
      'count.probationary': count === null ? '0' : String(count.probationary),
      'count.excluded': count === null ? '0' : String(count.excluded),
    },
    toInput: (values) => ({ id: row.id, ...inputOf(values, COUNTS) }),
    onDone: ({ entries }) => {
      announce(`Đã ghi số đảng viên của ${row.unit.name}.`, entries)
      onClose()
    },
  })
  return (
    <RecordingDialog title="Ghi số đảng viên" recording={recording} submitLabel="Ghi số đảng viên" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField {...recording.bind('count.date')} label="Tính đến ngày" required />
        <CountField {...recording.bind('count.official')} label="Đảng viên chính thức" required data-autofocus />
        <CountField {...recording.bind('count.probationary')} label="Đảng viên dự bị" required />
        <CountField
          {...recording.bind('count.excluded')}
          label="Chính thức nhưng không tính vào tỷ lệ biểu quyết"
          description="Sinh hoạt tạm thời nơi khác, được miễn sinh hoạt mà vắng mặt, bị đình chỉ."
          required
        />
      </SimpleGrid>
    </RecordingDialog>
  )
}
