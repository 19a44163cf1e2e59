/**
 * The monthly review of a unit's list: who goes off it by resolution, with the reason; everybody else stays.
 */
import { Checkbox, Paper, ScrollArea, SimpleGrid, Stack, Text } from '@mantine/core'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import type { Stage } from '../../../shared/model/codes.ts'
import { lower, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'

/** Stages in which a person is only on the list. */
const ON_LIST: ReadonlySet<Stage> = new Set<Stage>([
  'listed',
  'helped',
  'trained',
  'preparing',
  'branchVoted',
  'committeeVoted',
])

/** The most people one window of a list brings; a branch has far fewer. */
const MOST = 200

type Values = {
  readonly date: string
  readonly month: string
  readonly 'resolution.number': string
  readonly 'resolution.date': string
  readonly note: string
  readonly removed: readonly { readonly case: string; readonly reason: string }[]
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
  const people = useAsk('candidate.search', { unit: row.id, ended: false, limit: MOST })
  const recording = useRecording<Values>({
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
      removed: removed.map((line) => inputOf(line)),
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
  const { values, bind, patch, errors } = recording
  const onList = people.data?.rows.filter(({ stage }) => ON_LIST.has(stage)) ?? []
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
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isLoading && <LoadingState rows={4} />}
      {people.data !== undefined && onList.length === 0 && (
        <Text size="sm" c="dimmed">
          Danh sách của đơn vị này chưa có ai.
        </Text>
      )}
      {onList.length > 0 && (
        <Stack gap={4} role="group" aria-label="Người trong danh sách">
          <Text size="sm">
            {showNumber(onList.length)} người trong danh sách. Đánh dấu người đưa ra khỏi danh sách và ghi lý do; người
            khác tiếp tục được theo dõi.
          </Text>
          <ScrollArea.Autosize mah={320} type="auto">
            <Stack gap={4} pr="sm">
              {onList.map(({ case: id, name, birth, stage }) => {
                const place = values.removed.findIndex((line) => line.case === id)
                const line = values.removed[place]
                return (
                  <Paper key={id} withBorder px="xs" py={6}>
                    <Checkbox
                      label={`${name}${birth === null ? '' : `, sinh năm ${birth.slice(0, 4)}`} – ${lower(named(STAGES[stage]))}`}
                      checked={line !== undefined}
                      onChange={(event) =>
                        patch({
                          removed: event.currentTarget.checked
                            ? [...values.removed, { case: id, reason: '' }]
                            : values.removed.filter((other) => other.case !== id),
                        })
                      }
                    />
                    {line !== undefined && (
                      <TextField
                        label={`Lý do đưa ${name} ra khỏi danh sách`}
                        required
                        mt={4}
                        data-path={`removed.${place}.reason`}
                        value={line.reason}
                        error={errors[`removed.${place}.reason`]}
                        onChange={(reason) =>
                          patch({
                            removed: values.removed.map((other) => (other.case === id ? { ...other, reason } : other)),
                          })
                        }
                      />
                    )}
                  </Paper>
                )
              })}
            </Stack>
          </ScrollArea.Autosize>
        </Stack>
      )}
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
