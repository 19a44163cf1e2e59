/**
 * Writing the holidays of a year: breaks and make-up days as rows. The whole table is recorded, so that what is shown is
 * what counts.
 */
import type { HolidayTable } from '../../../shared/calendar/holidays.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { RowsEditor, type EditedRow, type RowField } from '../../parts/RowsEditor.tsx'

type Values = { readonly off: readonly EditedRow[]; readonly makeUp: readonly EditedRow[]; readonly note: string }

const OFF: readonly RowField[] = [
  { name: 'from', label: 'Từ ngày', kind: 'day', required: true },
  { name: 'to', label: 'Đến ngày', kind: 'day', required: true },
  { name: 'name', label: 'Đợt nghỉ', kind: 'text', required: true },
  { name: 'source', label: 'Nguồn', kind: 'text', required: true },
]

const MAKE_UP: readonly RowField[] = [
  { name: 'date', label: 'Ngày làm bù', kind: 'day', required: true },
  { name: 'insteadOf', label: 'Nghỉ thay ngày', kind: 'day', required: true },
  { name: 'source', label: 'Nguồn', kind: 'text', required: true },
]

/** The dialog of a year. */
export function HolidayDialog({
  table,
  sends,
  onClose,
}: {
  readonly table: HolidayTable
  readonly sends: boolean
  readonly onClose: () => void
}) {
  const recording = useRecording<Values>({
    command: 'rules.changeHolidays',
    draft: `lich-nghi/${table.year}`,
    initial: {
      off: table.off.map(({ from, to, name, source }) => ({ key: from, from, to, name, source })),
      makeUp: table.makeUp.map(({ date, insteadOf, source }) => ({ key: date, date, insteadOf, source })),
      note: '',
    },
    toInput: ({ off, makeUp, note }) => ({
      table: { year: table.year, status: 'published', off: off.map(confirmed), makeUp: makeUp.map(confirmed) },
      note,
    }),
    onDone: () => {
      announce(`Đã ghi lịch nghỉ năm ${table.year}. Các thời hạn được tính lại.`)
      onClose()
    },
  })
  const { values, errors, patch } = recording
  return (
    <RecordingDialog
      title={`Lịch nghỉ năm ${table.year}`}
      recording={recording}
      submitLabel="Ghi lịch nghỉ"
      onClose={onClose}
      size="xl"
    >
      <RowsEditor
        path="table.off"
        legend="Các đợt nghỉ"
        rowName="Đợt nghỉ"
        addLabel="Thêm đợt nghỉ"
        fields={OFF}
        rows={values.off}
        errors={errors}
        onChange={(off) => patch({ off })}
      />
      <RowsEditor
        path="table.makeUp"
        legend="Các ngày làm bù"
        rowName="Ngày làm bù"
        addLabel="Thêm ngày làm bù"
        fields={MAKE_UP}
        rows={values.makeUp}
        errors={errors}
        onChange={(makeUp) => patch({ makeUp })}
      />
      <AreaField
        {...recording.bind('note')}
        label="Ghi chú"
        description={
          sends
            ? 'Theo văn bản nào. Lịch nghỉ được gửi đến mọi đơn vị đã kết nối.'
            : 'Theo văn bản nào. Lịch nghỉ chỉ dùng tại đơn vị mình; khi cấp trên gửi lịch khác thì theo cấp trên.'
        }
        required
      />
    </RecordingDialog>
  )
}

/** What a person writes into the table has been seen by that person. */
function confirmed({ key: _key, ...row }: EditedRow): Readonly<Record<string, unknown>> {
  return { ...row, confirmed: true }
}
