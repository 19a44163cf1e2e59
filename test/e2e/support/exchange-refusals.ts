/**
 * What the calls of an exchange refuse besides faults of sets: cards, computers of an office, keys, recovery, succession,
 * each with the sentence a person reads. Whatever these calls can answer stands here (test/architecture/refusals.test.ts).
 */
import type { RefusalCode } from '../../../shared/contract/refusals.ts'

/** Each sentence of a code, as exchange-refusals.e2e.ts meets it: what, where, and what to do. */
export type Met = readonly [RegExp, ...RegExp[]]

/** Where else a code is met, or why no window leads there: then the call guards itself against the console. */
type NotMet = { readonly elsewhere: string } | { readonly nobody: string }

/** By code. */
export const EXCHANGE_REFUSALS = {
  PEER_IS_SELF: [/^Đây là phiếu kết nối của chính đơn vị mình\. Xin phiếu kết nối của đơn vị kia/],
  CARD_WITHOUT_PROOF: [
    /^Phiếu ghi là của Đảng ủy xã Lạ nhưng không kèm phần chứng minh các lần thay khóa;.*bấm “Lưu phiếu kết nối”/,
  ],
  CARD_CODE_TAKEN: [/^Mã đơn vị “le-ho” trên phiếu kết nối đã là mã của Đảng ủy xã Lê Hồ\. Đề nghị đơn vị kia đổi mã/],
  CARD_REVOKED: [/^Phiếu kết nối này dùng khóa đã bị hủy của Đảng ủy xã Ba Sao\. Đề nghị nơi đó lập phiếu mới/],
  CARD_UNREADABLE: { elsewhere: 'exchange.e2e.ts reads what is no card' },
  CARD_DIGITS_DIFFER: { elsewhere: 'exchange.e2e.ts types a wrong digit' },
  NOTHING_TO_GIVE_BACK: [
    /^Máy này chưa nhận bản ghi nào của Trung tâm chính trị huyện Kim Bảng nên không có gì để trả lại\..*ở máy đó\.$/,
  ],
  FORBIDDEN_CAPACITY: [/^Đơn vị mình chưa có chức năng quyết định kết nạp.*quản trị viên bổ sung chức năng/],
  FORBIDDEN_ROLE: { nobody: 'a recovery is offered to whoever has the role that gives it' },
  RECOVERY_NO_PROOF: [/^1 bản ghi do máy có mã .* của Huyện ủy Kim Bảng lập không trả lại được: /],
  RECOVERY_UNPROVEN: [
    /^Gói khôi phục của Huyện ủy Kim Bảng có bản ghi mang tên đơn vị mình.*Không nhận gói này; gọi điện cho Huyện ủy/,
  ],
  NOT_A_SUCCESSOR: { nobody: 'a hand-over is offered beside a successor alone' },
  IMPOSSIBLE: [/^Ngày đã nhập \(01\/05\/2024\) không thể sau hôm nay \(01\/04\/2024\)\. /],
  PEER_UNKNOWN: [
    /^Đơn vị mình chưa kết nối với Trung tâm chính trị huyện Kim Bảng, hoặc đã hủy kết nối\. Trao đổi phiếu kết nối/,
  ],
  PEER_REVOKED: { nobody: 'only a pairing that stands can be ended' },
  PEER_SET_UNKNOWN: { nobody: 'the last good set is chosen among those taken in' },
  NOT_FOUND: { nobody: 'the unit that an office is, is chosen among those there are' },
  NOTHING_TO_EXPORT: [/^Không có gì mới để gửi .*Huyện ủy Kim Bảng.*đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất\.$/],
  NO_SETS: { elsewhere: 'bundle-faults.e2e.ts looks at a stick with nothing on it, and at one with sets for others' },
  CANCELLED: { elsewhere: 'exchange-progress.e2e.ts stops a preview' },
  NOT_EXCHANGE_DEVICE: [
    /^Máy này không trao đổi trực tiếp với đơn vị khác\. Việc này làm trên máy trao đổi của đơn vị; trên máy này, xuất gói/,
  ],
  NOTHING_CHANGED: { nobody: 'the computer that speaks for the office is not offered to become it' },
  DEVICE_NOT_READY: [
    /^Chưa nhận gói đầu tiên của Máy phòng (tổ chức và Máy phòng mới|mới và Máy phòng tổ chức) nên.*Trên từng máy.*“Gửi lại đầy/,
  ],
  DEVICE_REMOVED: [/^Gói này do Máy phòng tiếp dân lập, máy đó đã được ghi là thôi dùng nên không nhận nữa\./],
  DEVICE_KEYS_OLD: [
    /^Khóa của đơn vị đã được thay trên máy trao đổi, máy này còn giữ khóa cũ.*chọn Nhận khóa mới của đơn vị\.$/,
    /^Máy lập gói này còn dùng khóa cũ của đơn vị\. Trên máy đó.*rồi xuất lại gói\.$/,
  ],
  DEVICE_UNKNOWN: { nobody: 'computers are chosen among those in use; without any there is no button' },
  DEVICE_CARD_UNREADABLE: [/^Phiếu máy mới không đọc được hoặc đã bị sửa\. Trên máy mới lập lại phiếu/],
  DEVICE_IS_SELF: [/^Phiếu này là của chính máy đang dùng\. Lập phiếu trên máy cần thêm vào đơn vị/],
  DEVICE_DIGITS_DIFFER: [/^Mã đối chiếu không khớp nên dừng ở đây.*Nhìn lại màn hình của máy kia/],
  DEVICE_NOT_ASKED: [/^Máy này chưa lập phiếu máy mới, hoặc phiếu đã dùng xong\. Lập phiếu trước/],
  DEVICE_PASSPHRASE_DIFFERS: [
    /^Mật khẩu mở máy này không giống mật khẩu đã đặt khi lập phiếu máy mới\. Kiểm tra bộ gõ/,
  ],
  DEVICE_NEEDS_ADMINISTRATOR: [
    /^Trong đơn vị không có quản trị viên nào có tên đăng nhập “ai-do”\. Nhập tên đăng nhập/,
  ],
  ENROLMENT_NOT_FOUND: [/^Không thấy gói thêm máy dành cho máy này ở nơi đã chọn\. Chọn đúng USB hoặc thư mục/],
  FOLDER_NOT_EMPTY: [/^Thư mục dữ liệu “.*may-moi” của máy này đã có tệp.*Chuyển các tệp ấy sang thư mục khác/],
  ALREADY_SET_UP: { nobody: 'a computer that has an office shows no first start' },
  NOT_SET_UP: { nobody: 'whoever is unlocked has an office' },
  NO_LINES_LOST: { nobody: 'lines are given up where some are named as missing' },
} as const satisfies { readonly [Code in RefusalCode]?: Met | NotMet }

/** A code that exchange-refusals.e2e.ts meets. */
export type MetCode = {
  [Code in keyof typeof EXCHANGE_REFUSALS]: (typeof EXCHANGE_REFUSALS)[Code] extends Met ? Code : never
}[keyof typeof EXCHANGE_REFUSALS]

/** The sentences that are to be met, each as the name of its picture: a second one of a code is numbered. */
export function toMeet(): readonly string[] {
  return Object.entries<Met | NotMet>(EXCHANGE_REFUSALS).flatMap(([code, met]) =>
    isMet(met) ? met.map((_reads, nth) => nameOf(code, nth)) : [],
  )
}

/** The name of a sentence. @param nth - among those of its code, from 0 */
export function nameOf(code: string, nth: number): string {
  return nth === 0 ? code : `${code}-${nth + 1}`
}

function isMet(met: Met | NotMet): met is Met {
  return Array.isArray(met)
}
