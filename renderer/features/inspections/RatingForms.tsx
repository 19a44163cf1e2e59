/**
 * The forms of rating: all units of a year in one table, or one collective, leader or head.
 */
import { SimpleGrid, Table, Text } from '@mantine/core'
import type { EmulationView } from '../../../shared/contract/follow.ts'
import type { RatedAs } from '../../../shared/model/follow/facts.ts'
import { RATED_AS, RATING_LEVELS, showNumber, showRatio } from '../../../shared/words/vi.ts'
import { useDrawnAfter } from '../../parts/drawn-after.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { RowSelect } from '../../parts/RowSelect.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { inputOf } from '../../parts/values.ts'
import { WhereField } from '../../parts/WhereField.tsx'
import { useAsk } from '../../queries.ts'

type Places = {
  readonly 'document.number': string
  readonly 'document.date': string
  readonly levels: Readonly<Record<string, string>>
}

/** Rates units side by side with what their year came to; only what is chosen or changed is recorded. */
export function RatePlacesDialog({ view, onClose }: { readonly view: EmulationView; readonly onClose: () => void }) {
  const units = useAsk('unit.list', {}).data?.units ?? []
  const branches = new Set(units.filter(({ unit }) => unit.type === 'branch').map(({ id }) => id))
  const levels = view.levels ?? RATING_LEVELS
  const asOf = (id: string): RatedAs => (branches.has(id) ? 'branch' : 'committee')
  const held = new Map(
    view.ratings
      .filter(({ own, as }) => own && (as === 'committee' || as === 'branch'))
      .map((one) => [one.place.id, one]),
  )
  const changed = (values: Places) =>
    Object.entries(values.levels).filter(([id, level]) => level !== '' && held.get(id)?.level !== level)
  const recording = useRecording<Places>({
    command: 'rating.record',
    draft: `xep-loai/${view.year}`,
    initial: {
      'document.number': '',
      'document.date': '',
      levels: Object.fromEntries(view.results.map(({ id }) => [id, held.get(id)?.level ?? ''])),
    },
    check: (values): Readonly<Record<string, string>> =>
      changed(values).length === 0 ? { levels: 'Chưa chọn hoặc đổi mức xếp loại của đơn vị nào' } : {},
    toInput: (values) => ({
      ...inputOf({ 'document.number': values['document.number'], 'document.date': values['document.date'] }),
      year: view.year,
      rows: changed(values).map(([place, level]) => ({
        place,
        as: asOf(place),
        level,
        rank: levels.indexOf(level) + 1,
      })),
    }),
    onDone: ({ entries }) => {
      announce(
        `Đã ghi xếp loại của ${showNumber(entries.length)} đơn vị.`,
        entries.length === 1 ? entries[0] : undefined,
      )
      onClose()
    },
  })
  const { values, patch, bind, errors } = recording
  // A rating that was recorded can be changed, not taken away.
  const rated = levels.map((level) => ({ value: level, label: level }))
  const unrated = [{ value: '', label: 'Chưa xếp loại' }, ...rated]
  const { drawn, room } = useDrawnAfter(view.results, 53, 380)
  return (
    <RecordingDialog
      title={`Xếp loại các đơn vị năm ${view.year}`}
      recording={recording}
      submitLabel="Ghi xếp loại"
      size="xl"
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField label="Số văn bản xếp loại" {...bind('document.number')} />
        <DateField label="Ngày văn bản" {...bind('document.date')} />
      </SimpleGrid>
      {errors['levels'] !== undefined && (
        <Text size="sm" c="red" role="alert">
          {errors['levels']}.
        </Text>
      )}
      <Scrolled {...room}>
        <Table aria-label="Mức xếp loại của từng đơn vị" layout="fixed" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Đơn vị</Table.Th>
              <Table.Th w={150} ta="right">
                Kết nạp, kế hoạch
              </Table.Th>
              <Table.Th w={260}>Mức xếp loại</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drawn.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.name}</Table.Td>
                <Table.Td ta="right">
                  {showNumber(row.admitted)}
                  {row.plan === null ? '' : ` trên ${showNumber(row.plan)}`}
                  <Text size="xs" c="dimmed">
                    {showRatio(row.ofPlan)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <RowSelect
                    aria-label={`Mức xếp loại của ${row.name}`}
                    data={held.has(row.id) ? rated : unrated}
                    value={values.levels[row.id] ?? ''}
                    onChange={(level) => patch({ levels: { ...values.levels, [row.id]: level } })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolled>
    </RecordingDialog>
  )
}

/** Rates a collective, a leader or a head below us. */
export function RatePersonForm({ view, onClose }: { readonly view: EmulationView; readonly onClose: () => void }) {
  const levels = view.levels ?? RATING_LEVELS
  const recording = useRecording<Readonly<Record<string, string>>>({
    command: 'rating.record',
    draft: `xep-loai-khac/${view.year}`,
    initial: { as: 'collective', place: '', name: '', post: '', level: '', note: '', number: '', date: '' },
    check: ({ as, name }): Readonly<Record<string, string>> =>
      as !== 'collective' && name?.trim() === '' ? { name: 'Chưa nhập' } : {},
    toInput: ({ number = '', date = '', level = '', ...row }) => ({
      ...inputOf({ 'document.number': number, 'document.date': date }),
      year: view.year,
      rows: [{ ...inputOf(row), level, rank: levels.indexOf(level) + 1 }],
    }),
    onDone: ({ entries }, { name, as }) => {
      const who = name === undefined || name.trim() === '' ? RATED_AS[as === 'collective' ? as : 'head'] : name
      announce(`Đã ghi xếp loại của ${who}.`, entries[0])
      onClose()
    },
  })
  const { bind, bindChoice } = recording
  const { committee: _committee, branch: _branch, ...people } = RATED_AS
  return (
    <RecordingDialog
      title={`Xếp loại tập thể, cá nhân năm ${view.year}`}
      recording={recording}
      submitLabel="Ghi xếp loại"
      onClose={onClose}
    >
      <WhereField label="Đơn vị" required where="below" data-autofocus {...bindChoice('place')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <ChoiceField label="Đối tượng" required data={choicesOf(people)} {...bindChoice('as')} />
        <ChoiceField
          label="Mức xếp loại"
          required
          data={levels.map((level) => ({ value: level, label: level }))}
          {...bindChoice('level')}
        />
        <TextField label="Họ và tên, hoặc tên tập thể" {...bind('name')} />
        <TextField label="Chức vụ" {...bind('post')} />
        <TextField label="Số văn bản xếp loại" {...bind('number')} />
        <DateField label="Ngày văn bản" {...bind('date')} />
      </SimpleGrid>
      <TextField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
