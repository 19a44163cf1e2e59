/**
 * The last act of an office that is merged into another: all it keeps goes to its successor, in one set that the other
 * takes in under Nhận về. What it means is said before.
 */
import { Alert } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { PeerState } from '../../../shared/model/office-state.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { GivingDialog } from './GivingDialog.tsx'

/** Bàn giao cho đơn vị kế thừa. */
export function SuccessionDialog({
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
      title={`Bàn giao cho ${peer.name}`}
      command="bundle.exportSuccession"
      submitLabel="Bàn giao và xuất gói"
      running="Đang xuất gói bàn giao"
      to={id}
      folder={folder}
      office={office}
      initial={{ on: office.today, reason: '' }}
      note={
        <Alert color="orange" role="note">
          Mọi đơn vị trực thuộc, đảng viên trong danh bạ và mọi hồ sơ đang làm của đơn vị mình chuyển sang {peer.name}{' '}
          từ ngày ghi dưới đây. Hồ sơ đã kết thúc vẫn tính cho đơn vị mình; bản ghi của chúng được giữ ở nơi kế thừa để
          tra cứu. Hồ sơ đã gửi mà cấp trên chưa trả lời, hoặc đã trả lại để bổ sung, cũng chuyển sang; cấp trên trả lời
          về {peer.name}. Việc này không rút lại được.
        </Alert>
      }
      next={`Mang USB đến ${peer.name}, nhận gói ở thẻ Nhận về. Xuất thêm gói dữ liệu cho cấp trên để cấp trên biết.`}
      onClose={onClose}
    >
      {(bind) => (
        <>
          <DateField label="Bàn giao từ ngày" required {...bind('on')} />
          <TextField
            label="Căn cứ"
            description="Ví dụ: Nghị quyết sắp xếp đơn vị hành chính số 12"
            required
            {...bind('reason')}
          />
        </>
      )}
    </GivingDialog>
  )
}
