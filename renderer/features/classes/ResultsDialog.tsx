/**
 * The results of a class: everybody has completed it unless said otherwise; certificates are numbered on from the first.
 */
import { Button, Checkbox, Group, SimpleGrid, Table, Text } from '@mantine/core'
import type { ClassView } from '../../../shared/contract/classes.ts'
import { CLASS_OUTCOMES, showNumber } from '../../../shared/words/vi.ts'
import { useDrawnAfter } from '../../parts/drawn-after.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { RowSelect } from '../../parts/RowSelect.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { changedSeats, NO_LINE, numbered, resultRows, type ResultLine, type Results } from './results.ts'

type Values = Results & { readonly on: string; readonly first: string }

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
      redates: false,
      lines: Object.fromEntries(
        seats.map(({ case: id, end }) => [
          id,
          { outcome: end?.outcome ?? 'passed', number: end?.certificate?.number ?? '' },
        ]),
      ),
    },
    check: (typed) => (changedSeats(seats, typed).length === 0 ? { lines: 'Chưa có kết quả nào thay đổi' } : {}),
    toInput: ({ on, ...typed }) => ({ class: row.id, on, rows: resultRows(seats, typed) }),
    onDone: (_answer, typed) => {
      announce(`Đã ghi kết quả của ${showNumber(changedSeats(seats, typed).length)} học viên.`)
      onClose()
    },
  })
  const { values, patch, bind, errors } = recording
  const { drawn, room } = useDrawnAfter(seats, 48, 380)
  const set = (id: string, change: Partial<ResultLine>) =>
    patch({ lines: { ...values.lines, [id]: { ...(values.lines[id] ?? NO_LINE), ...change } } })
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
      {earlier !== undefined && (
        <Checkbox
          label="Sửa cả ngày cấp, người ký của giấy chứng nhận đã ghi"
          checked={values.redates}
          onChange={(event) => patch({ redates: event.currentTarget.checked })}
        />
      )}
      <Group align="flex-end" gap="sm">
        <TextField
          label="Số giấy chứng nhận đầu tiên"
          description="Các số sau tăng dần theo thứ tự danh sách."
          placeholder="01/CN"
          w={280}
          data-autofocus
          {...bind('first')}
        />
        <Button
          variant="default"
          disabled={!/\d/.test(values.first)}
          onClick={() => patch({ lines: numbered(seats, values.lines, values.first) })}
        >
          Đánh số cho người hoàn thành
        </Button>
      </Group>
      {errors['lines'] !== undefined && (
        <Text size="sm" c="red" role="alert">
          {errors['lines']}.
        </Text>
      )}
      <Scrolled {...room}>
        <Table aria-label="Kết quả từng học viên">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Họ và tên</Table.Th>
              <Table.Th w={180}>Kết quả</Table.Th>
              <Table.Th w={190}>Số giấy chứng nhận</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drawn.map(({ case: id, person, held, present }) => {
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
                    <RowSelect
                      aria-label={`Kết quả của ${person.name}`}
                      size="xs"
                      data={choicesOf(CLASS_OUTCOMES)}
                      value={line.outcome}
                      onChange={(outcome) => set(id, { outcome, ...(outcome === 'passed' ? {} : { number: '' }) })}
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
      </Scrolled>
    </RecordingDialog>
  )
}
