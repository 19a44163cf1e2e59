/**
 * Setting a target, and typing what is known of a year before the program. A target below what is reached already needs a
 * reason; so says the core, and the field opens for it.
 */
import { SimpleGrid, Text } from '@mantine/core'
import type { PlaceTarget } from '../../../shared/contract/reports.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { UnitField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** Whose target of which year. */
export type TargetOf = { readonly row: PlaceTarget; readonly year: number }

/** The dialog of a target. */
export function TargetDialog({ of: { row, year }, onClose }: { readonly of: TargetOf; readonly onClose: () => void }) {
  const { plan, maySet, id, name, admitted } = row
  const owner = maySet === 'office' ? { office: id } : maySet === 'unit' ? { unit: id } : {}
  const recording = useRecording({
    command: 'target.set',
    initial: {
      number: plan.of === 'place' && plan.number !== null ? String(plan.number) : '',
      'paper.number': '',
      'paper.date': '',
      reason: '',
    },
    draft: `chi-tieu/${id}/${year}`,
    toInput: (values) => ({ ...inputOf(values, ['number']), ...owner, year }),
    onDone: ({ entries }) => {
      announce(`Đã ghi chỉ tiêu năm ${year}: ${name}.`, entries[0])
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={`Chỉ tiêu kết nạp đảng viên năm ${year}`}
      recording={recording}
      submitLabel="Ghi chỉ tiêu"
      onClose={onClose}
    >
      <Text size="sm">
        {name}: đã kết nạp {admitted.number} người trong năm.
        {maySet === 'office' && ' Chỉ tiêu được gửi cho đơn vị này trong gói dữ liệu tới.'}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <CountField label="Số người" required data-autofocus {...bind('number')} />
        <TextField label="Số văn bản giao chỉ tiêu" {...bind('paper.number')} />
        <DateField label="Ngày văn bản" {...bind('paper.date')} />
      </SimpleGrid>
      <AreaField
        label="Lý do điều chỉnh"
        description="Cần ghi khi chỉ tiêu mới thấp hơn số đã kết nạp."
        {...bind('reason')}
      />
    </RecordingDialog>
  )
}

/** The dialog of a year before the program. */
export function TotalDialog({ today, onClose }: { readonly today: string; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'total.type',
    initial: {
      year: String(Number(today.slice(0, 4)) - 1),
      unit: '',
      admitted: '',
      members: '',
      lastAdmission: '',
    },
    draft: 'so-lieu-nam-truoc',
    toInput: (values) => inputOf(values, ['year', 'admitted', 'members']),
    check: ({ admitted, members, lastAdmission }): Readonly<Record<string, string>> =>
      admitted === '' && members === '' && lastAdmission === '' ? { admitted: 'Ghi ít nhất một số liệu' } : {},
    onDone: ({ entries }, { year }) => {
      announce(`Đã ghi số liệu năm ${year}, có đánh dấu là số ghi từ trước.`, entries[0])
      onClose()
    },
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog
      title="Số liệu của năm trước khi dùng phần mềm"
      recording={recording}
      submitLabel="Ghi số liệu"
      onClose={onClose}
    >
      <Text size="sm">
        Ghi một lần những gì báo cáo cũ đã có; báo cáo nào dùng đến đều ghi rõ đó là số ghi từ trước. Người nào đã có
        trong phần mềm thì không cộng hai lần.
      </Text>
      <UnitField
        label="Đơn vị trực thuộc"
        description="Để trống là của cả đơn vị mình"
        today={today}
        {...bindChoice('unit')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <CountField label="Năm" required data-autofocus {...bind('year')} />
        <CountField label="Số đã kết nạp trong năm" {...bind('admitted')} />
        <CountField label="Tổng số đảng viên cuối năm" description="Cả chính thức và dự bị." {...bind('members')} />
        <DateField label="Lần kết nạp gần nhất của chi bộ" {...bind('lastAdmission')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
