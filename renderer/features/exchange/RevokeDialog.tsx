/**
 * Ending a pairing: when the other office has lost a computer or its key, or no longer works with us. What it means is
 * said before, since only a new card and a telephone call bring the office back.
 */
import { Alert } from '@mantine/core'
import type { PeerState } from '../../../shared/model/office-state.ts'
import { lastSetSentence, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { showTime } from '../../parts/times.ts'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'

/** Hủy kết nối. */
export function RevokeDialog({
  peer: { id, peer },
  onClose,
}: {
  readonly peer: PeerState
  readonly onClose: () => void
}) {
  const { sets: received, more } = useAsk('peer.sets', { office: id }).data ?? { sets: [], more: 0 }
  const recording = useRecording<{ readonly reason: string; readonly lastSet: string }, unknown>({
    command: 'peer.revoke',
    draft: `ket-noi/${id}/huy`,
    initial: { reason: '', lastSet: '' },
    toInput: (values) => ({ office: id, ...inputOf(values) }),
    onDone: () => {
      announce(`Đã hủy kết nối với ${peer.name}.`)
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={`Hủy kết nối với ${peer.name}`}
      recording={recording}
      submitLabel="Hủy kết nối"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        Từ lúc này không nhận gói dữ liệu nào ký bằng khóa hiện nay của {peer.name}, kể cả gói đã xuất từ trước, và
        không xuất gói cho đơn vị này nữa. Những gì đã nhận vẫn giữ nguyên. Muốn kết nối lại, đơn vị đó phải thay khóa,
        gửi phiếu kết nối mới, và hai bên so lại các chữ số qua điện thoại.
      </Alert>
      <TextField
        label="Lý do"
        description="Ví dụ: mất máy tính, nghi lộ khóa, đơn vị đã sáp nhập"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
      <ChoiceField
        label="Chỉ công nhận đến hết gói"
        description={lastSetSentence(more)}
        data={received.map(({ id: set, at, fresh }) => ({
          value: set,
          label: `Nhận lúc ${showTime(at)}, ${showNumber(fresh)} bản ghi mới`,
        }))}
        placeholder={received.length === 0 ? 'Máy này chưa nhận gói nào của đơn vị đó' : 'Mọi bản ghi đã nhận'}
        {...recording.bindChoice('lastSet')}
      />
    </RecordingDialog>
  )
}
