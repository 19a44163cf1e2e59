/**
 * The results of a class: everybody has completed it unless said otherwise; certificates are numbered on from the first.
 */
import { Button, Group, ScrollArea, Select, SimpleGrid, Table, Text } from '@mantine/core'
import type { ClassView } from '../../../shared/contract/classes.ts'
import { CLASS_OUTCOMES, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

type Line = { readonly outcome: string; readonly number: string }

type Values = {
  readonly on: string
  readonly date: string
  readonly signer: string
  readonly first: string
  readonly lines: Readonly<Record<string, Line>>
}

/** The dialog. */
export function ResultsDialog({ view, onClose }: { readonly view: ClassView; readonly onClose: () => void }) {
  const { row, seats, today } = view
  const earlier = seats.find(({ end }) => end?.certificate !== undefined)?.end?.certificate
  const recording = useRecording<Values>({
    command: 'class.complete',
    draft: `lop/${row.id}/ket-qua`,
    initial: {
      on: today,
      date: earlier?.date ?? (today < row.facts.to ? today : row.facts.to),
      signer: earlier?.signer ?? '',
      first: '',
      lines: Object.fromEntries(
        seats.map(({ case: id, end }) => [
          id,
          { outcome: end?.outcome ?? 'passed', number: end?.certificate?.number ?? '' },
        ]),
      ),
    },
    toInput: ({ on, date, signer, lines }) => ({
      class: row.id,
      on,
      rows: changedOf(seats, lines, date, signer).map(({ case: id }) => {
        const { outcome, number } = lines[id] ?? NO_LINE
        const given = number.normalize('NFC').trim()
        const by = signer.normalize('NFC').trim()
        return {
          case: id,
          outcome,
          ...(outcome === 'passed' && given !== ''
            ? { certificate: { number: given, date, ...(by === '' ? {} : { signer: by }) } }
            : {}),
        }
      }),
    }),
    onDone: () => {
      announce(`Đã ghi kết quả của ${showNumber(seats.length)} học viên.`)
      onClose()
    },
  })
  const { values, patch, bind } = recording
  const set = (id: string, change: Partial<Line>) =>
    patch({ lines: { ...values.lines, [id]: { ...(values.lines[id] ?? NO_LINE), ...change } } })
  const number = () => {
    const passed = seats.filter(({ case: id }) => values.lines[id]?.outcome === 'passed')
    const numbers = numbersFrom(values.first, passed.length)
    patch({
      lines: {
        ...values.lines,
        ...Object.fromEntries(
          passed.map(({ case: id }, place) => [id, { outcome: 'passed', number: numbers[place] ?? '' }]),
        ),
      },
    })
  }
  return (
    <RecordingDialog
      title="Kết quả lớp học"
      recording={recording}
      submitLabel="Ghi kết quả"
      onClose={onClose}
      size="xl"
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DateField label="Ngày ghi kết quả" required {...bind('on')} />
        <DateField label="Ngày cấp giấy chứng nhận" required {...bind('date')} />
        <TextField label="Người ký giấy chứng nhận" {...bind('signer')} />
      </SimpleGrid>
      <Group align="flex-end" gap="sm">
        <TextField
          label="Số giấy chứng nhận đầu tiên"
          description="Các số sau tăng dần theo thứ tự danh sách."
          placeholder="01/CN"
          w={280}
          data-autofocus
          {...bind('first')}
        />
        <Button variant="default" disabled={!/\d/.test(values.first)} onClick={number}>
          Đánh số cho người hoàn thành
        </Button>
      </Group>
      <ScrollArea.Autosize mah={380} type="auto">
        <Table aria-label="Kết quả từng học viên">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Họ và tên</Table.Th>
              <Table.Th w={180}>Kết quả</Table.Th>
              <Table.Th w={190}>Số giấy chứng nhận</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {seats.map(({ case: id, person, held, present }) => {
              const line = values.lines[id] ?? NO_LINE
              return (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Text size="sm">{person.name}</Text>
                    {held > 0 && (
                      <Text size="xs" c="dimmed">
                        có mặt {present}/{held} buổi
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Select
                      aria-label={`Kết quả của ${person.name}`}
                      size="xs"
                      allowDeselect={false}
                      data={[...choicesOf(CLASS_OUTCOMES)]}
                      value={line.outcome}
                      onChange={(outcome) =>
                        set(id, { outcome: outcome ?? 'passed', ...(outcome === 'passed' ? {} : { number: '' }) })
                      }
                    />
                  </Table.Td>
                  <Table.Td>
                    <TextField
                      aria-label={`Số giấy chứng nhận của ${person.name}`}
                      size="xs"
                      disabled={line.outcome !== 'passed'}
                      value={line.number}
                      onChange={(next) => set(id, { number: next })}
                    />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </RecordingDialog>
  )
}

/** Those of whom something else is recorded, or nothing yet; all where nothing was changed. */
function changedOf(
  seats: ClassView['seats'],
  lines: Values['lines'],
  date: string,
  signer: string,
): ClassView['seats'] {
  const changed = seats.filter(({ case: id, end }) => {
    const { outcome, number } = lines[id] ?? NO_LINE
    const held = end?.certificate
    if (end === null || end.outcome !== outcome || (held?.number ?? '') !== number.trim()) return true
    return held !== undefined && (held.date !== date || (held.signer ?? '') !== signer.trim())
  })
  return changed.length === 0 ? seats : changed
}

const NO_LINE: Line = { outcome: 'passed', number: '' }

/** Numbers from a first one on: '07/CN-2024' gives 07/CN-2024, 08/CN-2024, ... as wide as it was written. */
function numbersFrom(first: string, count: number): readonly string[] {
  const match = /^(\D*)(\d+)(.*)$/u.exec(first.trim())
  if (match === null) return []
  const [, before = '', digits = '', after = ''] = match
  return Array.from(
    { length: count },
    (_, n) => `${before}${String(Number(digits) + n).padStart(digits.length, '0')}${after}`,
  )
}
