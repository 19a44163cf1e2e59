/**
 * A year's target spread over the branches: one number a branch, and how much is left to give while typing.
 */
import { SimpleGrid, Table, Text } from '@mantine/core'
import type { PlaceTarget } from '../../../shared/contract/reports.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { countOf, inputOf } from '../../parts/values.ts'

/** The dialog. @param rows - units whose targets our office sets */
export function SpreadDialog({
  year,
  whole,
  rows,
  onClose,
}: {
  readonly year: number
  readonly whole: PlaceTarget
  readonly rows: readonly PlaceTarget[]
  readonly onClose: () => void
}) {
  const recording = useRecording<Readonly<Record<string, string>>>({
    command: 'target.spread',
    initial: {
      ...Object.fromEntries(
        rows.map(({ id, plan }) => [id, plan.of === 'place' && plan.number !== null ? String(plan.number) : '']),
      ),
      'paper.number': '',
      'paper.date': '',
      reason: '',
    },
    draft: `phan-bo/${year}`,
    toInput: ({ 'paper.number': number = '', 'paper.date': date = '', reason = '', ...typed }) => ({
      year,
      ...inputOf({ 'paper.number': number, 'paper.date': date, reason }),
      targets: Object.entries(typed).flatMap(([unit, text]) => {
        const count = countOf(text)
        return count === undefined ? [] : [{ unit, number: count }]
      }),
    }),
    onDone: ({ entries }) => {
      announce(`Đã phân bổ chỉ tiêu năm ${year} cho ${showNumber(entries.length)} đơn vị.`, entries)
      onClose()
    },
  })
  const { bind, values } = recording
  const given = rows.reduce((sum, { id }) => sum + (countOf(values[id] ?? '') ?? 0), 0)
  const plan = whole.plan.of === 'place' ? whole.plan.number : null
  return (
    <RecordingDialog
      title={`Phân bổ chỉ tiêu năm ${year} cho các chi bộ`}
      recording={recording}
      submitLabel="Ghi phân bổ"
      onClose={onClose}
    >
      <Text size="sm" role="status">
        Đã phân bổ {showNumber(given)} người
        {plan === null
          ? '; chưa có chỉ tiêu chung của năm.'
          : ` trên chỉ tiêu chung ${showNumber(plan)}${given === plan ? ', vừa đủ.' : given < plan ? `, còn ${showNumber(plan - given)}.` : `, hơn ${showNumber(given - plan)}.`}`}
      </Text>
      <Scrolled mah={340}>
        <Table aria-label="Chỉ tiêu từng chi bộ" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Đơn vị</Table.Th>
              <Table.Th ta="right">Đã kết nạp</Table.Th>
              <Table.Th ta="right">Nguồn, hồ sơ</Table.Th>
              <Table.Th w={110}>Chỉ tiêu</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, name, admitted, sourcePerPlace }) => (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">{showNumber(admitted.number)}</Table.Td>
                <Table.Td ta="right">{showNumber(sourcePerPlace.numerator)}</Table.Td>
                <Table.Td>
                  <CountField aria-label={`Chỉ tiêu: ${name}`} {...bind(id)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolled>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số văn bản giao chỉ tiêu" {...bind('paper.number')} />
        <DateField label="Ngày văn bản" {...bind('paper.date')} />
      </SimpleGrid>
      <TextField
        label="Lý do điều chỉnh"
        description="Cần ghi khi có chi bộ nhận chỉ tiêu thấp hơn số đã kết nạp."
        {...bind('reason')}
      />
    </RecordingDialog>
  )
}
