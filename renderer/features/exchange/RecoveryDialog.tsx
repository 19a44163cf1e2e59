/**
 * Giving an office back what it had shared before it lost its data. The digits are heard by telephone now: whoever asks
 * for the data of an office must prove to be that office.
 */
import { Alert } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { PeerState } from '../../../shared/model/office-state.ts'
import { TextField } from '../../parts/fields.tsx'
import { GivingDialog } from './GivingDialog.tsx'

/** Xuất gói khôi phục. */
export function RecoveryDialog({
  peer: { id, peer },
  folder,
  office,
  onClose,
}: {
  readonly peer: PeerState
  readonly folder: string
  readonly office: OfficeView
  readonly onClose: () => void
}) {
  return (
    <GivingDialog
      title={`Xuất gói khôi phục cho ${peer.name}`}
      command="bundle.exportRecovery"
      submitLabel="Xuất gói khôi phục"
      running="Đang xuất gói khôi phục"
      to={id}
      folder={folder}
      office={office}
      initial={{ digits: '', reason: '' }}
      unkept={['digits']}
      note={
        <Alert color="orange" role="note">
          Gói này trả lại cho {peer.name} mọi bản ghi và bản quét mà đơn vị đó từng gửi cho đơn vị mình. Trước khi xuất,
          gọi điện theo số đã biết từ trước, nghe đọc mã đối chiếu trên phiếu kết nối của đơn vị đó và gõ vào đây. Việc
          xuất gói được ghi vào nhật ký.
        </Alert>
      }
      onClose={onClose}
    >
      {(bind) => (
        <>
          <TextField
            label="Mã đối chiếu nghe qua điện thoại"
            description="24 chữ số, có thể gõ liền hoặc cách"
            required
            data-autofocus
            {...bind('digits')}
          />
          <TextField
            label="Lý do"
            description="Ví dụ: máy của đơn vị hỏng ổ cứng, chỉ còn bản sao lưu cũ"
            required
            {...bind('reason')}
          />
        </>
      )}
    </GivingDialog>
  )
}
