/**
 * Placing people in a class of the school for a school year: people of the list of a school unit, or pupils moving on.
 */
import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { PupilList, PupilRow } from '../../../shared/contract/classes.ts'
import { schoolYearOf } from '../../../shared/model/schools/outlook.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useAsk } from '../../queries.ts'
import { CheckList } from '../../parts/CheckList.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'

type Values = {
  readonly unit: string
  readonly schoolYear: string
  readonly class: string
  readonly leavesOn: string
  readonly cases: readonly string[]
}

/** The dialog. @param pupils - those who move on; left out to choose from the list of a school */
export function PlaceDialog({
  data,
  pupils,
  onClose,
}: {
  readonly data: PupilList
  readonly pupils?: readonly PupilRow[]
  readonly onClose: () => void
}) {
  const first = pupils?.[0]
  const recording = useRecording<Values>({
    command: 'pupil.place',
    // Of those who move on nothing is kept: it would stand there for the next ones who are ticked.
    draft: pupils === undefined ? 'truong-hoc/them' : null,
    initial: {
      unit: data.schools[0]?.id ?? '',
      schoolYear: schoolYearOf(data.today),
      class: first?.place.class ?? '',
      leavesOn: first?.place.leavesOn ?? '',
      cases: [],
    },
    // Who moves on is chosen on the page.
    check: ({ cases }) => (pupils === undefined && cases.length === 0 ? { cases: 'Chưa chọn học sinh nào' } : {}),
    toInput: ({ cases, schoolYear, class: name, leavesOn }) => ({
      cases: pupils?.map(({ case: id }) => id) ?? cases,
      schoolYear,
      class: name.trim(),
      leavesOn,
    }),
    onDone: ({ entries }, { cases }) => {
      announce(`Đã xếp ${showNumber(pupils?.length ?? cases.length)} học sinh vào lớp.`, entries)
      onClose()
    },
  })
  const { values, bind, bindChoice, patch, errors } = recording
  const people = useAsk(
    'candidate.search',
    { unit: values.unit, ended: false, limit: 200 },
    { enabled: pupils === undefined && values.unit !== '' },
  ).data
  const placed = new Set(data.rows.map(({ case: id }) => id))
  return (
    <RecordingDialog
      title={pupils === undefined ? 'Thêm học sinh vào lớp' : `Xếp lớp cho ${showNumber(pupils.length)} học sinh`}
      recording={recording}
      submitLabel="Ghi lớp"
      onClose={onClose}
    >
      {pupils === undefined && (
        <ChoiceField
          label="Chi bộ nhà trường"
          required
          data={data.schools.map(({ id, name }) => ({ value: id, label: name }))}
          {...bindChoice('unit')}
          onChange={(unit) => patch({ unit: unit ?? '', cases: [] })}
        />
      )}
      {pupils !== undefined && (
        <Text size="sm" lineClamp={3}>
          {pupils.map(({ name }) => name).join(', ')}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextField label="Năm học" required placeholder="2023-2024" {...bind('schoolYear')} />
        <TextField label="Lớp" required placeholder="12A1" data-autofocus {...bind('class')} />
        <DateField label="Ngày ra trường" required description="Theo kế hoạch năm học." {...bind('leavesOn')} />
      </SimpleGrid>
      {pupils === undefined && (
        <Stack gap={6} role="group" aria-label="Người trong danh sách nguồn của trường">
          <Text size="sm">Chọn người trong danh sách nguồn của trường:</Text>
          {people?.rows.length === 0 && (
            <Text size="sm" c="dimmed">
              Danh sách nguồn của chi bộ này chưa có ai.
            </Text>
          )}
          {errors['cases'] !== undefined && (
            <Text size="sm" c="red" role="alert">
              {errors['cases']}.
            </Text>
          )}
          <CheckList
            choices={(people?.rows ?? []).map(({ case: id, name }) => ({
              value: id,
              label: placed.has(id) ? `${name} – đã có lớp` : name,
            }))}
            chosen={values.cases}
            onChange={(cases) => patch({ cases })}
          />
          {people !== undefined && <MoreRows shown={people.rows.length} total={people.total} />}
        </Stack>
      )}
    </RecordingDialog>
  )
}
