/**
 * Refusals of the disk, the place of the data, the store, scans and backups. The system's own codes stay in the technical
 * log: a person is told which file, what it means, and that nothing was lost where that is so.
 */
import { dayOf } from '../calendar/instant.ts'
import type { FailureData } from '../contract/refusals.ts'
import { labelOf } from './labels.ts'
import type { SentencesFor } from './refusals.ts'
import { quote, showDay, showNumber, showSize } from './show.ts'

type DiskCode = Extract<keyof FailureData, `DISK_${string}`>
type FailureCode =
  DiskCode | Extract<keyof FailureData, `SCAN_${string}` | `PLACE_${string}` | `STORE_${string}` | `BACKUP_${string}`>

/** What to do about a scan that cannot be had from here. */
const SCAN_AGAIN =
  'Nếu do nơi khác gửi, gói gửi đi lần sau tự xin lại nơi đó; nếu của đơn vị mình, khôi phục từ bản sao lưu, hoặc quét lại giấy tờ và ghi lại.'

const DISK: { readonly [Code in DiskCode]: (path: string) => string } = {
  DISK_FULL: (path) => `Ổ đĩa chứa ${file(path)} đã hết chỗ. Dọn bớt tệp, làm trống thùng rác rồi làm lại.`,
  DISK_TOO_BIG: (path) =>
    `Ổ đĩa không nhận tệp lớn như ${file(path)}. Dùng USB hoặc ổ đĩa khác, định dạng cho phép tệp lớn.`,
  DISK_READ_ONLY: (path) =>
    `Không ghi được vào ${file(path)} vì ổ đĩa hoặc thư mục chỉ cho đọc. Gạt khóa chống ghi trên USB, hoặc chọn nơi khác.`,
  DISK_HELD: (path) =>
    `Chưa đọc, ghi được ${file(path)} vì một chương trình khác đang giữ tệp, thường là chương trình quét vi-rút. Đóng chương trình đó hoặc đợi quét xong rồi làm lại.`,
  DISK_GONE: (path) =>
    `Không còn thấy ổ đĩa chứa ${file(path)}; có thể đã bị rút ra. Cắm lại rồi làm lại, việc dở dang không làm hỏng dữ liệu đã ghi.`,
  DISK_MISSING: (path) => `Không tìm thấy ${file(path)}. Kiểm tra tên và nơi lưu, rồi chọn lại.`,
  DISK_OTHER: (path) =>
    `Máy không đọc hoặc không ghi được ${file(path)}. Thử lại; nếu vẫn gặp, dùng ổ đĩa khác và báo người hỗ trợ.`,
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  pdf: 'PDF',
  'image/jpeg': 'ảnh JPEG',
  jpeg: 'ảnh JPEG',
  jpg: 'ảnh JPEG',
  'image/png': 'ảnh PNG',
  png: 'ảnh PNG',
}

const ELSEWHERE = 'Chọn thư mục trên ổ cứng của máy; USB chỉ dùng để sao lưu và mang gói dữ liệu.'

/** SQLite's codes for a disk that does not do what it is asked for: the key and the file may be as they should. */
const DISK_FAILED = /^SQLITE_(IOERR|READONLY|CANTOPEN)/

const KEEP = 'Không xóa gì trên máy này'

/** Why a store could not be opened, and what to do: not every fault of the disk means that the data is harmed. */
function notOpened(reason: string): string {
  if (reason.startsWith('SQLITE_BUSY'))
    return `Kho dữ liệu đang bị chương trình khác giữ nên chưa làm được việc này. ${KEEP}; đóng chương trình đó (quét vi-rút, đồng bộ thư mục) rồi làm lại.`
  if (DISK_FAILED.test(reason))
    return `Máy không đọc hoặc không ghi được kho dữ liệu nên chưa làm được việc này; ổ cứng có thể bị lỗi. ${KEEP}; làm lại, nếu vẫn gặp thì báo người hỗ trợ và chuẩn bị bản sao lưu gần nhất.`
  return `Không mở được kho dữ liệu: khóa không khớp hoặc tệp bị hỏng. ${KEEP}; báo người hỗ trợ và chuẩn bị bản sao lưu gần nhất.`
}

/** Refusals of disk, place, store, scans and backups. */
export const FAILURE_SENTENCES: SentencesFor<FailureCode> = {
  DISK_FULL: ({ path }) => DISK.DISK_FULL(path),
  DISK_TOO_BIG: ({ path }) => DISK.DISK_TOO_BIG(path),
  DISK_READ_ONLY: ({ path }) => DISK.DISK_READ_ONLY(path),
  DISK_HELD: ({ path }) => DISK.DISK_HELD(path),
  DISK_GONE: ({ path }) => DISK.DISK_GONE(path),
  DISK_MISSING: ({ path }) => DISK.DISK_MISSING(path),
  DISK_OTHER: ({ path }) => DISK.DISK_OTHER(path),

  SCAN_EMPTY: () => 'Tệp bản quét trống, không có nội dung. Quét lại giấy tờ hoặc chọn tệp khác.',
  SCAN_TOO_LARGE: ({ bytes, limit }) =>
    `Tệp bản quét nặng ${showSize(bytes)}, lớn hơn mức cho phép ${showSize(limit, 'down')}. Quét lại ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.`,
  SCAN_TOO_MANY_PIXELS: ({ width, height }) =>
    `Ảnh bản quét quá lớn (${showNumber(width)} x ${showNumber(height)} điểm ảnh). Quét lại ở độ phân giải thấp hơn, khoảng 200 điểm trên một inch là đủ.`,
  SCAN_UNKNOWN_TYPE: () =>
    'Chỉ nhận bản quét dạng PDF, JPEG hoặc PNG. Lưu lại tệp theo một trong ba dạng đó rồi chọn lại.',
  SCAN_NOT_WHAT_NAME_SAYS: ({ claimed, found }) =>
    `Tên tệp ghi dạng ${quote(claimed)} nhưng nội dung là ${typeOf(found)}. Kiểm tra có đúng tệp cần chọn không, rồi đổi đuôi tên cho đúng.`,
  SCAN_DAMAGED: ({ found }) =>
    `Tệp bản quét (${typeOf(found)}) bị hỏng hoặc chưa chép xong. Mở thử tệp, quét lại hoặc chép lại rồi chọn lại.`,
  SCAN_SOURCE_UNREADABLE: ({ disk }) => `Chưa đọc được tệp bản quét. ${diskSentence(disk.code, disk.path)}`,
  SCAN_MISSING: () => `Bản quét này không còn trong kho của máy. ${SCAN_AGAIN}`,
  SCAN_CHANGED: () => `Bản quét trong kho đã bị thay đổi nên không dùng được. ${SCAN_AGAIN}`,
  SCAN_UNREADABLE: () =>
    `Ổ đĩa của máy không còn đọc được bản quét này, các bản khác vẫn đọc được. ${SCAN_AGAIN} Ổ đĩa có thể sắp hỏng: sao lưu ngay sang ổ khác và báo người hỗ trợ.`,
  SCAN_HASH: () =>
    'Nội dung bản quét không khớp với nội dung đã kê khai nên không nhận. Chép lại gói dữ liệu, hoặc đề nghị nơi gửi xuất lại.',
  SCAN_CANCELLED: () => 'Đã dừng việc đưa bản quét vào theo yêu cầu, không có gì thay đổi.',
  SCAN_DISK_FULL: ({ disk }) => `Chưa lưu được bản quét. ${DISK.DISK_FULL(disk.path)}`,
  SCAN_DISK_FAILED: ({ disk }) => `Chưa đọc hoặc lưu được bản quét. ${diskSentence(disk.code, disk.path)}`,

  PLACE_NETWORK: ({ path }) =>
    `Thư mục ${quote(path)} nằm trên mạng nên không đặt dữ liệu ở đó được, vì dễ hỏng khi đứt mạng. ${ELSEWHERE}`,
  PLACE_CLOUD: ({ path, service }) =>
    `Thư mục ${quote(path)} được ${service} tự động sao chép lên mạng nên không đặt dữ liệu ở đó được. ${ELSEWHERE}`,
  PLACE_REMOVABLE: ({ path }) =>
    `Thư mục ${quote(path)} nằm trên USB hoặc ổ đĩa rời nên không đặt dữ liệu ở đó được, vì có thể bị rút khi đang ghi. ${ELSEWHERE}`,

  STORE_MISSING: () =>
    `Không tìm thấy kho dữ liệu trong thư mục đã chọn. Kiểm tra đúng thư mục, hoặc khôi phục từ bản sao lưu.`,
  STORE_IN_USE: () => 'Dữ liệu đang được mở ở một cửa sổ khác của phần mềm trên máy này. Đóng cửa sổ đó rồi mở lại.',
  STORE_NEWER: () =>
    'Dữ liệu do phiên bản mới hơn ghi. Cập nhật phần mềm trên máy này rồi mở lại; dữ liệu vẫn được giữ nguyên.',
  STORE_CANNOT_OPEN: ({ reason }) => notOpened(reason),
  STORE_DAMAGED: () =>
    `Kho dữ liệu bị hỏng một phần. ${KEEP}; khôi phục từ bản sao lưu gần nhất, phần đã gửi đi có thể xin lại nơi đã nhận.`,
  STORE_NOT_OURS: () =>
    'Tệp trong thư mục này không phải kho dữ liệu của phần mềm. Chọn đúng thư mục dữ liệu của đơn vị.',
  STORE_SETTING_REFUSED: () =>
    'Ổ đĩa này không bảo đảm ghi dữ liệu an toàn như phần mềm cần. Chuyển thư mục dữ liệu sang ổ cứng của máy.',
  STORE_MIGRATIONS_DIFFER: () =>
    `Kho dữ liệu đã được nâng cấp theo cách mà phiên bản này không biết. ${KEEP}; cài đúng phiên bản đã dùng trước đó và báo người hỗ trợ.`,
  STORE_MIGRATION_FAILED: ({ id }) =>
    `Nâng cấp kho dữ liệu dừng ở bước ${showNumber(id)}; dữ liệu giữ nguyên như trước bước đó. ${KEEP}; dùng lại phiên bản cũ và báo người hỗ trợ.`,
  STORE_FULL: () =>
    'Ổ đĩa không đủ chỗ nên chưa ghi được. Dọn bớt tệp, làm trống thùng rác hoặc chọn ổ đĩa khác rồi làm lại.',

  BACKUP_NOT_FOUND: ({ folder }) =>
    `Không tìm thấy bản sao lưu hoàn chỉnh trong ${quote(folder)}. Chọn đúng thư mục của một lần sao lưu, có tên bắt đầu bằng năm, tháng, ngày.`,
  BACKUP_OTHER_KEY: ({ office, at }) =>
    `Bản sao lưu ngày ${showDay(dayOf(at))} của ${office} còn nguyên các tệp, nhưng được khóa bằng khóa khác với khóa đang dùng trên máy này: là của đơn vị khác, hoặc làm trước khi khóa được thay. Máy không mở ra kiểm tra được; vẫn khôi phục được bằng mật khẩu dùng lúc sao lưu. Sao lưu lại ngay để có bản kiểm tra được.`,
  BACKUP_DAMAGED: ({ file: name }) =>
    `Bản sao lưu bị hỏng hoặc thiếu ${name.startsWith('scans/') ? 'một bản quét' : `tệp ${quote(name)}`}. Dùng bản sao lưu khác gần nhất; nếu đang kiểm tra, sao lưu lại ngay sang USB khác.`,
}

/**
 * What a failure of the disk means.
 * @param code - of shared/contract's DiskTrouble
 * @param path - the file or folder
 */
export function diskSentence(code: string, path: string): string {
  return isDiskCode(code) ? DISK[code](path) : DISK.DISK_OTHER(path)
}

function isDiskCode(code: string): code is DiskCode {
  return Object.hasOwn(DISK, code)
}

function file(path: string): string {
  return path === '' ? 'tệp' : quote(path)
}

function typeOf(type: string): string {
  return labelOf(IMAGE_TYPES, type)
}
