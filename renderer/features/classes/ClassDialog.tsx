/**
 * Opening a class by its decision, or changing it.
 */
import { Checkbox, SimpleGrid } from '@mantine/core'
import { useLocation } from 'wouter'
import type { ClassRow } from '../../../shared/contract/classes.ts'
import { PARTY_CLASSES } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { inputOf } from '../../parts/values.ts'

/** The form. @param row - the class to change; left out for a new one */
export function ClassDialog({ row, onClose }: { readonly row?: ClassRow; readonly onClose: () => void }) {
  const [, goTo] = useLocation()
  const mayCall = useRights()
  const facts = row?.facts
  const recording = useRecording<
    { readonly [path: string]: string | boolean },
    { readonly class: string; readonly entries: readonly string[] }
  >({
    command: row === undefined ? 'class.open' : 'class.change',
    draft: row === undefined ? 'lop/moi' : `lop/${row.id}`,
    initial: {
      kind: facts?.kind ?? 'awareness',
      name: facts?.name ?? '',
      'decision.number': facts?.decision?.number ?? '',
      'decision.date': facts?.decision?.date ?? '',
      place: facts?.place ?? '',
      from: facts?.from ?? '',
      to: facts?.to ?? '',
      places: facts === undefined ? '' : String(facts.places),
      pupils: facts?.pupils === true,
      schoolYear: facts?.schoolYear ?? '',
      note: facts?.note ?? '',
    },
    toInput: (values) => {
      const given = inputOf(values, ['places'])
      return row === undefined ? given : { class: row.id, facts: given }
    },
    onDone: (answer, { name }) => {
      const said = row === undefined ? `Đã mở ${String(name)}.` : `Đã sửa ${String(name)}.`
      announce(said, mayCall('entry.retract') ? answer.entries[0] : undefined)
      onClose()
      if (row === undefined) goTo(`/lop/${answer.class}`)
    },
  })
  const { bind, bindChoice, bindTick, values } = recording
  return (
    <RecordingDialog
      title={row === undefined ? 'Mở lớp bồi dưỡng' : 'Sửa lớp bồi dưỡng'}
      recording={recording}
      submitLabel={row === undefined ? 'Mở lớp' : 'Ghi thay đổi'}
      onClose={onClose}
    >
      <ChoiceField label="Loại lớp" required data={choicesOf(PARTY_CLASSES)} {...bindChoice('kind')} />
      <TextField label="Tên lớp" required data-autofocus placeholder="Ví dụ: Lớp khóa 1 năm 2024" {...bind('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField label="Số quyết định mở lớp" {...bind('decision.number')} />
        <DateField label="Ngày quyết định" {...bind('decision.date')} />
        <DateField label="Khai giảng ngày" required {...bind('from')} />
        <DateField label="Bế giảng ngày" required {...bind('to')} />
        <CountField label="Số chỗ" required {...bind('places')} />
        <TextField label="Địa điểm" {...bind('place')} />
      </SimpleGrid>
      <Checkbox
        label="Lớp cho học sinh"
        description="Thời gian được đối chiếu với kế hoạch năm học."
        {...bindTick('pupils')}
      />
      {values['pupils'] === true && <TextField label="Năm học" placeholder="2023-2024" {...bind('schoolYear')} />}
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
