/**
 * A set of the office's own, begun as a copy: a name, its days, a note. Its values are corrected afterwards, one by one.
 */
import { SimpleGrid } from '@mantine/core'
import type { RuleSet } from '../../../shared/rules/rule-set.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

/** The dialog of a copy. */
export function CopyDialog({
  set,
  taken,
  today,
  sends,
  onClose,
  onCopied,
}: {
  readonly set: RuleSet
  readonly taken: readonly string[]
  readonly today: string
  readonly sends: boolean
  readonly onClose: () => void
  readonly onCopied: (id: string) => void
}) {
  const recording = useRecording<Readonly<Record<'id' | 'name' | 'from' | 'to' | 'note', string>>>({
    command: 'rules.issueSet',
    draft: `quy-dinh/${set.id}/ban-sao`,
    initial: { id: freeId(set.id, taken), name: `${set.name} (sửa đổi)`, from: today, to: '', note: '' },
    check: ({ id }) => (taken.includes(id) ? { id: 'Mã này đã có bộ quy định khác dùng' } : {}),
    toInput: ({ id, name, from, to, note }) => {
      const { to: _to, ...rest } = set
      return {
        set: { ...rest, id, name, from, ...(to === '' ? {} : { to }), copiedFrom: set.id },
        note,
      }
    },
    onDone: (_answer, { id }) => {
      announce('Đã lập bộ quy định. Sửa từng giá trị ở bảng bên dưới.')
      onCopied(id)
    },
  })
  return (
    <RecordingDialog
      title="Lập bộ quy định từ bộ đang xem"
      recording={recording}
      submitLabel="Lập bộ quy định"
      onClose={onClose}
    >
      <TextField {...recording.bind('name')} label="Tên bộ quy định" required data-autofocus />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextField {...recording.bind('id')} label="Mã" description="Chữ không dấu, chữ số, gạch nối." required />
        <DateField {...recording.bind('from')} label="Có hiệu lực từ ngày" required />
        <DateField {...recording.bind('to')} label="Đến hết ngày" description="Để trống nếu chưa biết." />
      </SimpleGrid>
      <AreaField
        {...recording.bind('note')}
        label="Ghi chú"
        description={
          sends
            ? 'Lập theo văn bản nào. Bộ quy định được gửi đến mọi đơn vị đã kết nối.'
            : 'Lập theo văn bản nào. Bộ quy định chỉ dùng tại đơn vị mình.'
        }
        required
      />
    </RecordingDialog>
  )
}

function freeId(id: string, taken: readonly string[]): string {
  let n = 2
  while (taken.includes(`${id}-${n}`)) n += 1
  return `${id}-${n}`.slice(0, 40)
}
