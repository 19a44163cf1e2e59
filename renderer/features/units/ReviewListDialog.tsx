/**
 * The monthly review of a unit's list: who goes off it by resolution, with the reason; everybody else stays.
 */
import { SimpleGrid } from '@mantine/core'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { inputOf } from '../../parts/values.ts'
import { ReviewedPeople, type Removed } from './ReviewedPeople.tsx'

type ReviewValues = {
  readonly date: string
  readonly month: string
  readonly 'resolution.number': string
  readonly 'resolution.date': string
  readonly note: string
  readonly removed: readonly Removed[]
}

/** Records the review of a month. */
export function ReviewListDialog({
  row,
  today,
  onClose,
}: {
  readonly row: UnitRow
  readonly today: string
  readonly onClose: () => void
}) {
  const recording = useRecording<ReviewValues>({
    command: 'list.review',
    draft: `don-vi/${row.id}/review`,
    initial: {
      date: today,
      month: today.slice(0, 7),
      'resolution.number': '',
      'resolution.date': '',
      note: '',
      removed: [],
    },
    check: ({ month, removed }) => ({
      ...(/^\d{4}-\d\d$/.test(month) ? {} : { month: 'Ghi tháng và năm, ví dụ 01/2024' }),
      ...Object.fromEntries(
        removed.flatMap(({ reason }, place) =>
          reason.trim() === '' ? [[`removed.${place}.reason`, 'Chưa ghi lý do'] as const] : [],
        ),
      ),
    }),
    toInput: ({ removed, ...values }) => ({
      unit: row.id,
      ...inputOf(values),
      removed: removed.map(({ case: id, reason }) => inputOf({ case: id, reason })),
    }),
    onDone: ({ entries }, { removed }) => {
      announce(
        removed.length === 0
          ? `Đã ghi rà soát danh sách của ${row.unit.name}.`
          : `Đã ghi rà soát danh sách của ${row.unit.name}, đưa ra ${showNumber(removed.length)} người.`,
        entries,
      )
      onClose()
    },
  })
  const { values, bind, patch } = recording
  return (
    <RecordingDialog
      title="Rà soát danh sách hằng tháng"
      recording={recording}
      submitLabel="Ghi rà soát"
      onClose={onClose}
      size="xl"
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày họp rà soát" required data-autofocus {...bind('date')} />
        <DateField
          partial
          label="Tháng rà soát"
          required
          {...bind('month')}
          onChange={(month) => patch({ month: month.slice(0, 7) })}
        />
        <TextField label="Số nghị quyết" {...bind('resolution.number')} />
        <DateField label="Ngày nghị quyết" {...bind('resolution.date')} />
      </SimpleGrid>
      <ResolutionNumber about={{ unit: row.id }} act="list" values={values} />
      <ReviewedPeople
        unit={row.id}
        today={today}
        removed={values.removed}
        errors={recording.errors}
        onChange={(removed) => patch({ removed })}
      />
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
