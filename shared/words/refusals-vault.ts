/**
 * Refusals of the vault: passphrases, the recovery sheet, the files that hold the ways in. A wrong login and a wrong
 * passphrase have one sentence, and no sentence lists logins: whoever finds the computer must learn nothing from it.
 */
import type { FailureData } from '../contract/refusals.ts'
import type { SentencesFor } from './refusals.ts'
import { diskSentence } from './refusals-store.ts'
import { listOf, quote, showNumber } from './show.ts'

/** Codes of the vault. */
export type VaultCode = Extract<keyof FailureData, `VAULT_${string}` | `PASSPHRASE_${string}` | `SHEET_${string}`>

const WRONG =
  'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím chữ hoa rồi nhập lại; nếu quên, nhờ quản trị viên đặt lại bằng phiếu khôi phục.'

/** Refusals of the vault. */
export const VAULT_SENTENCES: SentencesFor<VaultCode> = {
  VAULT_MISSING: () =>
    'Không tìm thấy tệp khóa trong thư mục dữ liệu. Nếu đơn vị đã dùng phần mềm, khôi phục từ bản sao lưu; nếu chưa, thiết lập đơn vị.',
  VAULT_DAMAGED: () =>
    'Cả hai bản của tệp khóa đều hỏng nên chưa mở được dữ liệu. Không xóa gì trên máy này; khôi phục từ bản sao lưu gần nhất.',
  VAULT_NEWER: () =>
    'Tệp khóa do phiên bản mới hơn ghi. Cập nhật phần mềm trên máy này rồi mở lại; dữ liệu vẫn được giữ nguyên.',
  VAULT_EXISTS: () =>
    'Thư mục này đã có tệp khóa của một đơn vị. Mở khóa bằng mật khẩu đã đặt, hoặc chọn thư mục khác.',
  VAULT_TAMPERED: () =>
    'Tệp khóa đã bị sửa bên ngoài phần mềm nên phần mềm không mở. Báo quản trị viên; lấy lại tệp khóa từ bản sao lưu gần nhất.',
  VAULT_WRONG_PASSPHRASE: () => WRONG,
  VAULT_LOGIN_UNKNOWN: () => WRONG,
  VAULT_WRONG_SHEET: () =>
    'Phiếu khôi phục này không mở được dữ liệu trên máy. Chỉ phiếu in sau cùng còn dùng được; kiểm tra ngày in và tên đơn vị trên phiếu.',
  VAULT_WAIT: ({ seconds, secret }) =>
    secret === 'sheet'
      ? `Phiếu khôi phục nhập chưa đúng nhiều lần liên tiếp. Đợi ${showNumber(seconds)} giây rồi nhập lại; chỉ phiếu in sau cùng còn dùng được.`
      : `Tên đăng nhập hoặc mật khẩu chưa đúng nhiều lần liên tiếp. Đợi ${showNumber(seconds)} giây rồi nhập lại; nếu quên, nhờ quản trị viên đặt lại bằng phiếu khôi phục.`,
  VAULT_NO_SHEET: () =>
    'Đơn vị chưa có phiếu khôi phục nên không mở được bằng cách này. Mở bằng mật khẩu, sau đó quản trị viên in phiếu khôi phục.',
  VAULT_LOGIN_NEEDED: () => 'Máy này có nhiều người dùng. Nhập tên đăng nhập cùng với mật khẩu.',
  VAULT_LOGIN_TAKEN: ({ login }) => `Tên đăng nhập ${quote(login)} đã có người dùng. Chọn tên đăng nhập khác.`,
  VAULT_LOGIN_BAD: ({ longest }) =>
    `Tên đăng nhập phải viết trên một dòng, không có khoảng trắng ở hai đầu và dài nhất ${showNumber(longest)} ký tự. Nhập lại tên đăng nhập.`,
  VAULT_USER_UNKNOWN: () =>
    'Người dùng này không còn được dùng phần mềm trên máy này. Nếu cần dùng lại, đề nghị quản trị viên thêm người dùng.',
  VAULT_USER_EXISTS: () => 'Người dùng này đã có trên máy. Mở lại danh sách người dùng và kiểm tra.',
  VAULT_LAST_USER: () =>
    'Đây là người dùng duy nhất còn mở được dữ liệu nên không ngừng được. Thêm người dùng khác trước, rồi làm lại.',
  VAULT_KEY_CHANGE_PENDING: () =>
    'Lần thay khóa dữ liệu trước bị ngắt giữa chừng. Khóa phần mềm rồi mở khóa lại để hoàn tất, sau đó làm lại.',
  VAULT_DISK: ({ disk }) => `Chưa đọc hoặc ghi được tệp khóa. ${diskSentence(disk.code, disk.path)}`,
  PASSPHRASE_TOO_SHORT: ({ length, shortest }) =>
    `Mật khẩu mới có ${showNumber(length)} ký tự, cần ít nhất ${showNumber(shortest)} ký tự. Nên đặt một câu dễ nhớ với mình nhưng người khác khó đoán.`,
  PASSPHRASE_IS_LOGIN: () => 'Mật khẩu mới trùng với tên đăng nhập. Đặt mật khẩu khác.',
  PASSPHRASE_ONE_CHARACTER: () => 'Mật khẩu mới chỉ lặp lại một ký tự. Đặt mật khẩu khác, khó đoán hơn.',
  SHEET_LENGTH: ({ digits, needed }) =>
    `Phiếu khôi phục có ${showNumber(needed)} chữ số, mới nhập ${showNumber(digits)}. Nhập đủ tám nhóm, mỗi nhóm sáu chữ số.`,
  SHEET_GROUP: ({ groups }) =>
    `Phiếu khôi phục: nhóm ${listOf(groups.map(showNumber))} chưa đúng. Đối chiếu từng chữ số và đúng thứ tự các nhóm trên phiếu.`,
  SHEET_CHARACTER: ({ character }) =>
    `Phiếu khôi phục chỉ gồm chữ số, không có ký tự ${quote(character)}. Xóa ký tự đó rồi nhập lại.`,
}
