/**
 * Writing the holidays of a year: breaks and make-up days as rows. The whole table is recorded, so that what is shown is
 * what counts.
 */
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { HolidayTable } from '../../../shared/calendar/holidays.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

type Off = Readonly<Record<'from' | 'to' | 'name' | 'source', string>>
type MakeUp = Readonly<Record<'date' | 'insteadOf' | 'source', string>>
type Values = { readonly off: readonly Off[]; readonly makeUp: readonly MakeUp[]; readonly note: string }

/** The dialog of a year. */
export function HolidayDialog({
  table,
  sends,
  onClose,
}: {
  readonly table: HolidayTable
  readonly sends: boolean
  readonly onClose: () => void
}) {
  const recording = useRecording<Values>({
    command: 'rules.changeHolidays',
    draft: `lich-nghi/${table.year}`,
    initial: {
      off: table.off.map(({ from, to, name, source }) => ({ from, to, name, source })),
      makeUp: table.makeUp.map(({ date, insteadOf, source }) => ({ date, insteadOf, source })),
      note: '',
    },
    toInput: ({ off, makeUp, note }) => ({
      table: {
        year: table.year,
        status: 'published',
        off: off.map((each) => ({ ...each, confirmed: true })),
        makeUp: makeUp.map((each) => ({ ...each, confirmed: true })),
      },
      note,
    }),
    onDone: () => {
      announce(`Đã ghi lịch nghỉ năm ${table.year}. Các thời hạn được tính lại.`)
      onClose()
    },
  })
  const { values, patch } = recording
  const setOff = (at: number, change: Partial<Off>) => patch({ off: changed(values.off, at, change) })
  const setMakeUp = (at: number, change: Partial<MakeUp>) => patch({ makeUp: changed(values.makeUp, at, change) })
  return (
    <RecordingDialog
      title={`Lịch nghỉ năm ${table.year}`}
      recording={recording}
      submitLabel="Ghi lịch nghỉ"
      onClose={onClose}
      size="xl"
    >
      <Stack gap="xs">
        <Text fw={600}>Các đợt nghỉ</Text>
        {values.off.map((row, at) => (
          <Group key={at} gap="xs" wrap="nowrap" align="end">
            <DateField label="Từ ngày" w={130} required value={row.from} onChange={(from) => setOff(at, { from })} />
            <DateField label="Đến ngày" w={130} required value={row.to} onChange={(to) => setOff(at, { to })} />
            <TextField label="Đợt nghỉ" flex={1} required value={row.name} onChange={(name) => setOff(at, { name })} />
            <TextField
              label="Nguồn"
              flex={1}
              required
              value={row.source}
              onChange={(source) => setOff(at, { source })}
            />
            <Remove
              label={`Bỏ đợt nghỉ ${row.name}`}
              onClick={() => patch({ off: values.off.filter((_, i) => i !== at) })}
            />
          </Group>
        ))}
        <Add
          label="Thêm đợt nghỉ"
          onClick={() => patch({ off: [...values.off, { from: '', to: '', name: '', source: '' }] })}
        />
        <Text fw={600} mt="xs">
          Các ngày làm bù
        </Text>
        {values.makeUp.map((row, at) => (
          <Group key={at} gap="xs" wrap="nowrap" align="end">
            <DateField
              label="Ngày làm bù"
              w={150}
              required
              value={row.date}
              onChange={(date) => setMakeUp(at, { date })}
            />
            <DateField
              label="Nghỉ thay ngày"
              w={150}
              required
              value={row.insteadOf}
              onChange={(insteadOf) => setMakeUp(at, { insteadOf })}
            />
            <TextField
              label="Nguồn"
              flex={1}
              required
              value={row.source}
              onChange={(source) => setMakeUp(at, { source })}
            />
            <Remove
              label={`Bỏ ngày làm bù thứ ${at + 1}`}
              onClick={() => patch({ makeUp: values.makeUp.filter((_, i) => i !== at) })}
            />
          </Group>
        ))}
        <Add
          label="Thêm ngày làm bù"
          onClick={() => patch({ makeUp: [...values.makeUp, { date: '', insteadOf: '', source: '' }] })}
        />
        <AreaField
          {...recording.bind('note')}
          label="Ghi chú"
          description={
            sends
              ? 'Theo văn bản nào. Lịch nghỉ được gửi đến mọi đơn vị đã kết nối.'
              : 'Theo văn bản nào. Lịch nghỉ chỉ dùng tại đơn vị mình; khi cấp trên gửi lịch khác thì theo cấp trên.'
          }
          required
        />
      </Stack>
    </RecordingDialog>
  )
}

function Remove({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="red" aria-label={label} onClick={onClick} mb={4}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  )
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Group>
      <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
        {label}
      </Button>
    </Group>
  )
}

function changed<Row>(rows: readonly Row[], at: number, change: Partial<Row>): readonly Row[] {
  return rows.map((row, index) => (index === at ? { ...row, ...change } : row))
}
