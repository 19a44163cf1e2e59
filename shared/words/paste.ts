/**
 * Words of the page where rows of an old list are pasted: what a column may hold, what is wrong with a cell.
 */
import type { PasteColumn } from '../paste/columns.ts'
import type { Labels } from './labels.ts'

/** What a column may hold. */
export const PASTE_LABELS: Labels<PasteColumn> = {
  skip: 'Không nhập cột này',
  name: 'Họ và tên',
  familyMiddle: 'Họ và chữ đệm',
  given: 'Tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  male: 'Nam (đánh dấu hoặc năm sinh)',
  female: 'Nữ (đánh dấu hoặc năm sinh)',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  birthPlace: 'Nơi sinh',
  hometown: 'Quê quán',
  residence: 'Nơi cư trú',
  identityNumber: 'Số định danh cá nhân',
  oldIdentityNumber: 'Số chứng minh nhân dân cũ',
  occupation: 'Nghề nghiệp',
  work: 'Nơi làm việc, học tập',
  education: 'Trình độ học vấn',
  qualification: 'Trình độ chuyên môn',
  politicalTheory: 'Trình độ lý luận chính trị',
  youthUnionSince: 'Ngày vào Đoàn',
  source: 'Tổ chức giới thiệu nguồn',
  unit: 'Chi bộ',
  introducedOn: 'Ngày được giới thiệu',
  note: 'Ghi chú',
}

/** What is wrong with a cell, beside what names, dates and numbers say of themselves. */
export const PASTE_FAULTS: Labels<
  'serial' | 'notInList' | 'sex' | 'unit' | 'noUnit' | 'shape' | 'sameNumber' | 'sameName'
> = {
  serial: 'là số của bảng tính, chọn cách hiểu số này ở phần các cột',
  notInList: 'không khớp với danh mục, sửa lại hoặc không nhập cột này',
  sex: 'chỉ nhận Nam hoặc Nữ',
  unit: 'không tìm thấy chi bộ này trong danh sách đơn vị',
  noUnit: 'chưa có chi bộ, chọn chi bộ chung cho các dòng không ghi',
  shape: 'có ô dài quá hoặc có ký tự ẩn',
  sameNumber: 'trùng số định danh cá nhân với dòng',
  sameName: 'trùng họ tên và ngày sinh với dòng',
}
