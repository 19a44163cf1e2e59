/**
 * Attendance of a day: everybody is present unless ticked otherwise, so that a class of eighty takes a minute.
 */
import { Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import type { ClassView } from '../../../shared/contract/classes.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField, DateField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { countOf } from '../../parts/values.ts'

type Values = {
  readonly date: string
  readonly held: string
  /** Sessions attended, by case; who is not here attended all. */
  readonly present: Readonly<Record<string, string>>
}

/** The dialog. */
export function AttendDialog({ view, onClose }: { readonly view: ClassView; readonly onClose: () => void }) {
  const { row, seats, today, days } = view
  const { from, to } = row.facts
  const first = today < from ? from : today > to ? to : today
  const recording = useRecording<Values>({
    command: 'class.attend',
    draft: `lop/${row.id}/diem-danh`,
    initial: { date: first, held: '2', present: {} },
    toInput: ({ date, held, present }) => ({
      class: row.id,
      date,
      held: countOf(held) ?? held,
      rows: seats.map((seat) => ({
        case: seat.case,
        present: countOf(present[seat.case] ?? held) ?? present[seat.case],
      })),
    }),
    onDone: (_answer, { present }) => {
      announce(
        `Đã điểm danh ${showNumber(seats.length)} học viên, ${showNumber(Object.keys(present).length)} người vắng.`,
      )
      onClose()
    },
  })
  const { values, patch, bind } = recording
  const isAgain = days.includes(values.date)
  return (
    <RecordingDialog title="Điểm danh" recording={recording} submitLabel="Ghi điểm danh" onClose={onClose} size="lg">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label="Ngày học" required data-autofocus {...bind('date')} />
        <CountField label="Số buổi đã học trong ngày" required {...bind('held')} />
      </SimpleGrid>
      <Text size="sm">
        Đánh dấu người vắng và ghi số buổi có mặt; người không đánh dấu có mặt đủ.
        {isAgain && ' Ngày này đã điểm danh; lần ghi này thay cho lần trước.'}
      </Text>
      <Scrolled mah={380}>
        <Stack gap={6} pr="sm" role="group" aria-label="Học viên">
          {seats.map((seat) => {
            const present = values.present[seat.case]
            const { [seat.case]: _gone, ...others } = values.present
            return (
              <Group key={seat.case} justify="space-between" wrap="nowrap" align="center">
                <Checkbox
                  label={`${seat.person.name} – ${seat.person.unit}`}
                  checked={present !== undefined}
                  onChange={(event) =>
                    patch({ present: event.currentTarget.checked ? { ...values.present, [seat.case]: '0' } : others })
                  }
                />
                {present !== undefined && (
                  <CountField
                    w={150}
                    size="xs"
                    aria-label={`Số buổi có mặt của ${seat.person.name}`}
                    required
                    value={present}
                    onChange={(next) => patch({ present: { ...values.present, [seat.case]: next } })}
                  />
                )}
              </Group>
            )
          })}
        </Stack>
      </Scrolled>
    </RecordingDialog>
  )
}
