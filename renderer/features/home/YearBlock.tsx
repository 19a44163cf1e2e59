/**
 * The year so far against its target. The target is set here until a deciding office hands targets down.
 */
import { Button, Group, Progress, SimpleGrid, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { HomeView } from '../../../shared/contract/answers.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField, DateField, TextField } from '../../parts/fields.tsx'
import { UnitField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'
import { inputOf } from '../../parts/values.ts'

/** The block. */
export function YearBlock({ home }: { readonly home: HomeView }) {
  const { year, target, today } = home
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  const share = target === null || target.number === 0 ? null : Math.round((year.admitted / target.number) * 100)
  const rows = [
    ['Đưa vào danh sách nguồn', year.registered],
    ['Gửi hồ sơ', year.submitted],
    ['Có quyết định kết nạp', year.admitted],
    ['Đã tổ chức lễ kết nạp', year.ceremonies],
  ] as const
  return (
    <Block
      title={`Năm ${today.slice(0, 4)} đến nay`}
      actions={
        may('target.set') && (
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setOpen(true)}>
            {target === null ? 'Ghi chỉ tiêu' : 'Sửa chỉ tiêu'}
          </Button>
        )
      }
    >
      {target !== null && (
        <div style={{ marginBottom: 8 }}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              Kết nạp {showNumber(year.admitted)} trên chỉ tiêu {showNumber(target.number)} người
              {target.of === 'units' ? ', cộng từ các đơn vị trực thuộc' : ''}
            </Text>
            {share !== null && <Text fw={700}>{showNumber(share)}%</Text>}
          </Group>
          <Progress value={Math.min(share ?? 0, 100)} size="md" mt={4} aria-label="Tỷ lệ so với chỉ tiêu" />
        </div>
      )}
      <Table
        aria-label="Kết quả từ đầu năm"
        withRowBorders={false}
        verticalSpacing={2}
        horizontalSpacing={0}
        highlightOnHover={false}
      >
        <Table.Tbody>
          {rows.map(([name, count]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right" fw={600}>
                {showNumber(count)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isOpen && <TargetDialog home={home} onClose={() => setOpen(false)} />}
    </Block>
  )
}

function TargetDialog({ home, onClose }: { readonly home: HomeView; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'target.set',
    initial: {
      year: home.today.slice(0, 4),
      number: home.target?.of === 'office' ? String(home.target.number) : '',
      unit: '',
      'paper.number': '',
      'paper.date': '',
    },
    draft: 'chi-tieu',
    toInput: ({ year, number, ...rest }) => ({ ...inputOf(rest), year: Number(year), number: Number(number) }),
    onDone: ({ entries }, { year }) => {
      announce(`Đã ghi chỉ tiêu năm ${year}.`, entries[0])
      onClose()
    },
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog
      title="Chỉ tiêu kết nạp đảng viên"
      recording={recording}
      submitLabel="Ghi chỉ tiêu"
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <CountField label="Năm" required {...bind('year')} />
        <CountField label="Số người" required data-autofocus {...bind('number')} />
      </SimpleGrid>
      <UnitField
        label="Đơn vị trực thuộc"
        description="Để trống là chỉ tiêu của cả đơn vị mình"
        today={home.today}
        {...bindChoice('unit')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số văn bản giao chỉ tiêu" {...bind('paper.number')} />
        <DateField label="Ngày văn bản" {...bind('paper.date')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
