/**
 * A unit added or changed. Its last day closes it; nothing is ever deleted.
 */
import { Checkbox, MultiSelect, SimpleGrid } from '@mantine/core'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { AREAS, SECTORS, UNIT_TYPES } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The paths laid down for a unit are recorded by their own form: this one leaves them as they are. */
function keepingPaths(input: Readonly<Record<string, unknown>>, unit: UnitRow['unit'] | undefined): unknown {
  const { unit: changed } = input
  if (unit?.paths === undefined || typeof changed !== 'object') return input
  return { ...input, unit: { ...changed, paths: unit.paths } }
}

function chosen(value: string | boolean | readonly string[] | undefined): string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
}

/** The form of a unit. @param row - the unit to change; left out for a new one */
export function UnitDialog({
  units,
  row,
  onClose,
}: {
  readonly units: readonly UnitRow[]
  readonly row?: UnitRow
  readonly onClose: () => void
}) {
  // The port names the fields of a change one level deeper.
  const at = (field: string) => (row === undefined ? field : `unit.${field}`)
  const unit = row?.unit
  const recording = useRecording<Readonly<Record<string, string | boolean | readonly string[]>>>({
    command: row === undefined ? 'unit.add' : 'unit.change',
    draft: `don-vi/${row?.id ?? 'moi'}/unit`,
    initial: {
      [at('name')]: unit?.name ?? '',
      [at('type')]: unit?.type ?? 'branch',
      [at('code')]: unit?.code ?? '',
      [at('parent')]: unit?.parent ?? '',
      [at('sector')]: unit?.sector ?? '',
      [at('area')]: unit?.area ?? '',
      [at('from')]: unit?.from ?? '',
      [at('to')]: unit?.to ?? '',
      [at('onPaper')]: unit?.onPaper ?? false,
      [at('successors')]: unit?.successors ?? [],
    },
    toInput: (values) => keepingPaths({ ...(row === undefined ? {} : { id: row.id }), ...inputOf(values) }, unit),
    onDone: ({ entries }, values) => {
      announce(`${row === undefined ? 'Đã thêm' : 'Đã sửa'} ${String(values[at('name')])}.`, entries)
      onClose()
    },
  })
  const parents = units.filter(({ id, unit: other }) => id !== row?.id && other.type !== 'branch')
  return (
    <RecordingDialog
      title={row === undefined ? 'Thêm đơn vị' : 'Sửa đơn vị'}
      recording={recording}
      submitLabel={row === undefined ? 'Thêm đơn vị' : 'Ghi thay đổi'}
      onClose={onClose}
    >
      <TextField {...recording.bind(at('name'))} label="Tên đơn vị" required data-autofocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <ChoiceField {...recording.bindChoice(at('type'))} label="Loại đơn vị" data={choicesOf(UNIT_TYPES)} required />
        <ChoiceField
          {...recording.bindChoice(at('parent'))}
          label="Đơn vị cấp trên trực tiếp"
          data={parents.map(({ id, unit: other }) => ({ value: id, label: other.name }))}
          placeholder="Không có"
        />
        <ChoiceField {...recording.bindChoice(at('sector'))} label="Lĩnh vực" data={choicesOf(SECTORS)} />
        <ChoiceField {...recording.bindChoice(at('area'))} label="Khu vực" data={choicesOf(AREAS)} />
        <TextField {...recording.bind(at('code'))} label="Ký hiệu đơn vị" description="Dùng trên số văn bản, nếu có." />
        <DateField {...recording.bind(at('from'))} label="Hoạt động từ ngày" description="Không bắt buộc." />
        {row !== undefined && (
          <DateField
            {...recording.bind(at('to'))}
            label="Kết thúc hoạt động ngày"
            description="Để trống khi đơn vị còn hoạt động."
          />
        )}
      </SimpleGrid>
      {row !== undefined && (
        <MultiSelect
          label="Đơn vị tiếp nhận"
          description="Khi hợp nhất hoặc chia tách: báo cáo giải thích số liệu của cả hai bên theo ngày này."
          // Always there: what appears when a date is typed would move the button from under the mouse.
          disabled={recording.values[at('to')] === ''}
          data={units
            .filter(({ id }) => id !== row.id)
            .map(({ id, unit: other }) => ({ value: id, label: other.name }))}
          value={chosen(recording.values[at('successors')])}
          onChange={(ids) => recording.patch({ [at('successors')]: ids })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Bỏ chọn tất cả' }}
          nothingFoundMessage="Không tìm thấy"
        />
      )}
      <Checkbox
        {...recording.bindTick(at('onPaper'))}
        label="Ghi theo văn bản giấy"
        description="Đơn vị có văn phòng riêng nhưng chưa dùng phần mềm; đơn vị mình ghi thay theo giấy tờ của họ."
      />
    </RecordingDialog>
  )
}
