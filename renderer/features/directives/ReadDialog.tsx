/**
 * Units of ours that have been made acquainted with a directive, ticked in one go.
 */
import { Checkbox, Stack, Text } from '@mantine/core'
import type { DirectiveRow } from '../../../shared/contract/follow.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { usePlaces } from '../../parts/WhereField.tsx'
import { useAsk } from '../../queries.ts'
import { CheckList } from '../../parts/CheckList.tsx'

/** The dialog. */
export function ReadDialog({
  row,
  today,
  onClose,
}: {
  readonly row: DirectiveRow
  readonly today: string
  readonly onClose: () => void
}) {
  const self = useAsk('office.get', {}).data?.office
  const done = new Set(row.readings.flatMap(({ place }) => place?.id ?? []))
  const places = usePlaces('ours').filter(({ value }) => value !== self && !done.has(value))
  // A draft may name a unit that has been recorded since.
  const chosenIn = (chosen: readonly string[]) => chosen.filter((id) => places.some(({ value }) => value === id))
  const recording = useRecording<{ readonly on: string; readonly by: string; readonly places: readonly string[] }>({
    command: 'directive.read',
    draft: `chi-dao/${row.id}/cac-don-vi`,
    initial: { on: today, by: '', places: [] },
    check: (values) => (chosenIn(values.places).length === 0 ? { places: 'Chưa chọn đơn vị nào' } : {}),
    toInput: (values) => ({ ...inputOf(values), places: chosenIn(values.places), directive: row.id }),
    onDone: ({ entries }, values) => {
      const count = chosenIn(values.places).length
      announce(`Đã ghi ${showNumber(count)} đơn vị quán triệt.`, entries.length === 1 ? entries[0] : undefined)
      onClose()
    },
  })
  const { values, patch, bind, errors } = recording
  const isAll = places.length > 0 && places.every(({ value }) => values.places.includes(value))
  return (
    <RecordingDialog title="Đơn vị đã quán triệt" recording={recording} submitLabel="Ghi đơn vị" onClose={onClose}>
      {places.length === 0 ? (
        <Text size="sm" c="dimmed">
          Mọi đơn vị do đơn vị mình theo dõi đã được ghi là quán triệt.
        </Text>
      ) : (
        <Stack gap={6} role="group" aria-label="Các đơn vị đã quán triệt">
          <Checkbox
            label="Chọn tất cả"
            fw={600}
            checked={isAll}
            onChange={() => patch({ places: isAll ? [] : places.map(({ value }) => value) })}
          />
          <CheckList choices={places} chosen={values.places} onChange={(chosen) => patch({ places: chosen })} />
        </Stack>
      )}
      {errors['places'] !== undefined && (
        <Text size="sm" c="red" role="alert">
          {errors['places']}.
        </Text>
      )}
      <DateField label="Ngày quán triệt" required {...bind('on')} />
      <TextField label="Người phổ biến" {...bind('by')} />
    </RecordingDialog>
  )
}
