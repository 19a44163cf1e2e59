/**
 * Labels of fields that are no facts of a person: documents, lists, pasted rows, rules and holidays. Found as fields.ts says.
 */

/** Labels by the last part of a path, or the last two. */
export const WORK_LABELS: Readonly<Record<string, string>> = {
  // Documents, lists, rows pasted.
  kind: 'Loại văn bản',
  cases: 'Những người được chọn',
  bundle: 'Gói dữ liệu được chọn',
  numberLater: 'Ghi số khi ban hành',
  why: 'Mục đích sử dụng',
  what: 'Danh sách',
  filter: 'Điều kiện lọc',
  columns: 'Các cột',
  include: 'Nội dung cần bảo vệ',
  identityNumbers: 'Kèm số định danh cá nhân',
  relatives: 'Người thân',
  'include.relatives': 'Kèm thông tin người thân',
  rows: 'Các dòng',
  entries: 'Các bản ghi',
  // Rules and holidays.
  address: 'Giá trị được sửa',
  confirmed: 'Đã đối chiếu với văn bản',
  v: 'Phiên bản của mẫu bộ quy định',
  table: 'Lịch nghỉ',
  year: 'Năm',
  'table.status': 'Tình trạng của lịch nghỉ',
  off: 'Các đợt nghỉ',
  'off.to': 'Đến ngày',
  'off.name': 'Tên đợt nghỉ',
  'off.source': 'Văn bản, nguồn',
  makeUp: 'Các ngày làm bù',
  paths: 'Các bước xét hồ sơ theo thời gian',
  document: 'Văn bản căn cứ',
  'makeUp.source': 'Văn bản, nguồn',
  insteadOf: 'Ngày được nghỉ thay',
}
