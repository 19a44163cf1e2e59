/**
 * The evaluation of a term: each pupil against the school's criteria, and what follows; everybody meets them unless said
 * otherwise.
 */
import { Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import type { PupilList, PupilRow } from '../../../shared/contract/classes.ts'
import { schoolYearOf } from '../../../shared/model/schools/outlook.ts'
import { CRITERION_RESULTS, PUPIL_SUMMARIES, showNumber } from '../../../shared/words/vi.ts'
import { useDrawnAfter } from '../../parts/drawn-after.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { RowSelect } from '../../parts/RowSelect.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'

type Line = { readonly results: readonly string[]; readonly summary: string; readonly note: string }
type Values = {
  readonly schoolYear: string
  readonly term: string
  readonly date: string
  readonly lines: Readonly<Record<string, Line>>
}

const TERMS = [
  { value: '1', label: 'Học kỳ 1' },
  { value: '2', label: 'Học kỳ 2' },
] as const

/** The dialog. */
export function EvaluateDialog({
  data,
  pupils,
  onClose,
}: {
  readonly data: PupilList
  readonly pupils: readonly PupilRow[]
  readonly onClose: () => void
}) {
  const { criteria, today } = data
  const nothing: Line = { results: criteria.map(() => 'met'), summary: 'nurture', note: '' }
  const month = Number(today.slice(5, 7))
  const recording = useRecording<Values>({
    command: 'pupil.evaluate',
    draft: 'truong-hoc/danh-gia',
    initial: {
      schoolYear: pupils[0]?.place.schoolYear ?? schoolYearOf(today),
      term: month >= 3 && month <= 8 ? '2' : '1',
      date: today,
      lines: {},
    },
    toInput: ({ schoolYear, term, date, lines }) => ({
      schoolYear,
      term: Number(term),
      date,
      rows: pupils.map(({ case: id }) => {
        const { results, summary, note } = lines[id] ?? nothing
        const said = note.normalize('NFC').trim()
        return {
          case: id,
          criteria: criteria.map((criterion, place) => ({ criterion, result: results[place] ?? 'met' })),
          summary,
          ...(said === '' ? {} : { note: said }),
        }
      }),
    }),
    onDone: ({ entries }) => {
      announce(`Đã ghi đánh giá ${showNumber(pupils.length)} học sinh.`, entries)
      onClose()
    },
  })
  const { values, bind, bindChoice, patch } = recording
  const { drawn, room } = useDrawnAfter(pupils, 230, 420)
  const set = (id: string, change: Partial<Line>) =>
    patch({ lines: { ...values.lines, [id]: { ...(values.lines[id] ?? nothing), ...change } } })
  return (
    <RecordingDialog
      title={`Đánh giá ${showNumber(pupils.length)} học sinh`}
      recording={recording}
      submitLabel="Ghi đánh giá"
      onClose={onClose}
      size="xl"
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextField label="Năm học" required {...bind('schoolYear')} />
        <ChoiceField label="Học kỳ" required data={TERMS} {...bindChoice('term')} />
        <DateField label="Ngày đánh giá" required data-autofocus {...bind('date')} />
      </SimpleGrid>
      <Scrolled {...room}>
        <Stack gap="xs" pr="sm">
          {drawn.map(({ case: id, name, place }) => {
            const line = values.lines[id] ?? nothing
            return (
              <Paper key={id} withBorder p="xs" role="group" aria-label={name}>
                <Text size="sm" fw={600} mb={4}>
                  {name}, {place.class}
                </Text>
                <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" verticalSpacing={6}>
                  {criteria.map((criterion, at) => (
                    <RowSelect
                      key={criterion}
                      size="xs"
                      label={criterion}
                      data={choicesOf(CRITERION_RESULTS)}
                      value={line.results[at] ?? 'met'}
                      onChange={(result) =>
                        set(id, { results: criteria.map((_, n) => (n === at ? result : (line.results[n] ?? 'met'))) })
                      }
                    />
                  ))}
                  <RowSelect
                    size="xs"
                    label="Kết luận"
                    data={choicesOf(PUPIL_SUMMARIES)}
                    value={line.summary}
                    onChange={(summary) => set(id, { summary })}
                  />
                </SimpleGrid>
                <TextField size="xs" label="Nhận xét" mt={6} value={line.note} onChange={(note) => set(id, { note })} />
              </Paper>
            )
          })}
        </Stack>
      </Scrolled>
    </RecordingDialog>
  )
}
