/**
 * A member of the light register added or changed: enough to name helpers and introducers, nothing more.
 */
import { SimpleGrid } from '@mantine/core'
import type { MemberRow } from '../../../shared/contract/answers.ts'
import { MEMBER_STATUSES } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf, UnitField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The form of a member. @param row - the member to change; left out for a new one */
export function MemberDialog({
  row,
  unit,
  today,
  onClose,
}: {
  readonly row?: MemberRow
  readonly unit: string
  readonly today: string
  readonly onClose: () => void
}) {
  // The port names the fields of a change one level deeper.
  const at = (field: string) => (row === undefined ? field : `member.${field}`)
  const member = row?.member
  const last = member?.statuses?.at(-1)
  const recording = useRecording<Readonly<Record<string, string>>>({
    command: row === undefined ? 'member.add' : 'member.change',
    draft: `don-vi/${unit}/member-${row?.id ?? 'moi'}`,
    initial: {
      [at('name')]: member?.name ?? '',
      [at('unit')]: member?.unit ?? unit,
      [at('post')]: member?.post ?? '',
      [at('admittedOn')]: member?.admittedOn ?? '',
      [at('officialDate')]: member?.officialDate ?? '',
      status: last?.status ?? 'active',
      from: last?.from ?? today,
    },
    toInput: ({ status, from, ...values }) => {
      const held = member?.statuses ?? []
      const isNew = status !== (last?.status ?? 'active') || (last !== undefined && from !== last.from)
      const statuses = isNew ? [...held, { status, from }] : held
      const input = inputOf({ ...values, ...(statuses.length === 0 ? {} : { [at('statuses')]: statuses }) })
      return { ...(row === undefined ? {} : { id: row.id }), ...input }
    },
    onDone: ({ entries }, values) => {
      announce(`${row === undefined ? 'Đã thêm' : 'Đã sửa'} đảng viên ${values[at('name')] ?? ''}.`, entries)
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={row === undefined ? 'Thêm đảng viên' : 'Sửa đảng viên'}
      recording={recording}
      submitLabel={row === undefined ? 'Thêm đảng viên' : 'Ghi thay đổi'}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField {...recording.bind(at('name'))} label="Họ và tên" required data-autofocus />
        <UnitField {...recording.bindChoice(at('unit'))} label="Đơn vị" today={today} required />
        <TextField {...recording.bind(at('post'))} label="Chức vụ" />
        <span />
        <DateField {...recording.bind(at('admittedOn'))} label="Ngày kết nạp" />
        <DateField
          {...recording.bind(at('officialDate'))}
          label="Ngày công nhận đảng viên chính thức"
          description="Chỉ đảng viên chính thức được giúp đỡ, giới thiệu."
        />
        <ChoiceField
          {...recording.bindChoice('status')}
          label="Tình trạng sinh hoạt"
          data={choicesOf(MEMBER_STATUSES)}
          required
        />
        <DateField {...recording.bind('from')} label="Tình trạng đó từ ngày" />
      </SimpleGrid>
    </RecordingDialog>
  )
}
