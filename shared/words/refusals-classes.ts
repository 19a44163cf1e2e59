/**
 * Refusals about classes, certificates and pupils: what is full, who is not on the roster, what a sheet lacks.
 */
import type { DecisionData } from '../contract/refusals.ts'
import type { SentencesFor } from './refusals.ts'
import { quote, showDay, showNumber } from './show.ts'
import type { Labels } from './labels.ts'

/** Codes of these refusals. */
export type ClassRefusal =
  | 'CLASS_FULL'
  | 'CLASS_NOT_OURS'
  | 'NOT_ON_ROSTER'
  | 'ALREADY_ON_ROSTER'
  | 'CLASS_ENDED_FOR'
  | 'NO_CERTIFICATE'
  | 'CERTIFICATE_TAKEN'
  | 'CERTIFICATE_TWICE'
  | 'NO_TRAINER'
  | 'SHEET_UNREADABLE'
  | 'NOT_A_PUPIL'

const SHEETS: Labels<DecisionData['SHEET_UNREADABLE']['why']> = {
  tooLarge: 'Tệp quá lớn so với một danh sách lớp. Chép riêng danh sách ra một tệp mới rồi nhận lại.',
  notXlsx:
    'Tệp này không phải bảng tính Excel dạng mới. Mở tệp bằng Excel, chọn lưu lại theo dạng có đuôi xlsx rồi nhận lại.',
  damaged: 'Bảng tính này hỏng hoặc có mật khẩu nên không đọc được. Đề nghị nơi gửi bỏ mật khẩu, lưu lại và gửi lại.',
  empty: 'Bảng tính này không có nội dung ở trang đầu. Chọn đúng tệp đã điền rồi nhận lại.',
  noHeader:
    'Không tìm thấy dòng tiêu đề của danh sách lớp trong bảng tính. Điền vào đúng tệp đã lưu từ phần mềm, giữ nguyên dòng tiêu đề, rồi nhận lại.',
}

/** Their sentences. */
export const CLASS_SENTENCES: SentencesFor<ClassRefusal> = {
  CLASS_FULL: ({ name, places, seats }) =>
    `${quote(name)} có ${showNumber(places)} chỗ, đã xếp ${showNumber(seats)} người nên không đủ chỗ cho những người vừa chọn. Bớt người, tăng số chỗ của lớp, hoặc xếp vào lớp khác.`,
  CLASS_NOT_OURS: ({ name, office }) =>
    `${quote(name)} do ${office} mở, đơn vị mình chỉ xem. Đề nghị nơi mở lớp ghi và gửi gói dữ liệu.`,
  NOT_ON_ROSTER: ({ name, class: held }) =>
    name === ''
      ? `Có người không có trong danh sách của ${quote(held)}. Xếp người đó vào lớp trước, hoặc bỏ khỏi danh sách đang ghi.`
      : `${name} không có trong danh sách của ${quote(held)}. Xếp người đó vào lớp trước, hoặc bỏ khỏi danh sách đang ghi.`,
  ALREADY_ON_ROSTER: ({ name, class: held }) =>
    `${name} đã có trong danh sách của ${quote(held)}. Bỏ người này khỏi danh sách đang xếp.`,
  CLASS_ENDED_FOR: ({ name, class: held }) =>
    `Kết quả ${quote(held)} của ${name} đã được ghi nên không đưa ra khỏi danh sách lớp được. Nếu kết quả ghi sai, ghi lại kết quả.`,
  NO_CERTIFICATE: ({ name }) =>
    `${name} chưa có giấy chứng nhận của lớp này nên không cấp lại được. Ghi kết quả và số giấy chứng nhận trước.`,
  CERTIFICATE_TAKEN: ({ number, name }) =>
    `Số giấy chứng nhận ${quote(number)} đã cấp cho ${name}. Kiểm tra lại số trong sổ cấp giấy chứng nhận.`,
  CERTIFICATE_TWICE: ({ rows, number }) =>
    `Dòng ${rows[0]} và dòng ${rows[1]} cùng ghi số giấy chứng nhận ${quote(number)}. Sửa lại số của một trong hai dòng.`,
  NO_TRAINER: () =>
    'Đơn vị mình chưa kết nối với trung tâm chính trị nào dùng phần mềm. Kết nối trước; hoặc tự mở lớp ở đây, lưu danh sách lớp ra Excel để trung tâm điền rồi nhận lại.',
  SHEET_UNREADABLE: ({ why }) => SHEETS[why],
  NOT_A_PUPIL: ({ name }) =>
    `${name} chưa được ghi là học sinh của lớp nào nên chưa đánh giá theo học kỳ được. Ghi năm học và lớp của người này trước.`,
}

/** What cannot be of classes and pupils, by code; joined to the other impossible things. */
export const CLASS_IMPOSSIBLE = {
  classWithoutPlaces: () => 'Lớp phải có ít nhất một chỗ. Nhập số học viên dự kiến theo quyết định mở lớp.',
  placesBelowRoster: ({ places, seats }: Facts) =>
    `Số chỗ của lớp (${showCount(places)}) ít hơn số người đã xếp vào lớp (${showCount(seats)}). Nhập lại số chỗ, hoặc đưa bớt người ra khỏi danh sách lớp.`,
  dayOutsideClass: ({ date, from, to }: Facts) =>
    `Ngày ${showDay(date)} không nằm trong thời gian của lớp, từ ${showDay(from)} đến ${showDay(to)}. Kiểm tra lại ngày, hoặc sửa thời gian của lớp.`,
  sessionsOverHeld: ({ present, held }: Facts) =>
    `Số buổi có mặt (${showCount(present)}) nhiều hơn số buổi đã học (${showCount(held)}). Kiểm tra lại bảng điểm danh rồi nhập lại.`,
  certificateBeforeClass: ({ date, from }: Facts) =>
    `Ngày cấp giấy chứng nhận (${showDay(date)}) trước ngày khai giảng lớp (${showDay(from)}). Kiểm tra lại ngày trên giấy rồi nhập lại.`,
  certificateWithoutPass: () =>
    'Chỉ người hoàn thành lớp học mới được cấp giấy chứng nhận. Bỏ số giấy chứng nhận, hoặc sửa lại kết quả.',
  endedBeforeClass: ({ date, from }: Facts) =>
    `Ngày ghi kết quả (${showDay(date)}) trước ngày khai giảng lớp (${showDay(from)}). Kiểm tra lại ngày rồi nhập lại.`,
  reissuedBeforeFirst: ({ date, first }: Facts) =>
    `Ngày cấp lại (${showDay(date)}) trước ngày cấp lần đầu (${showDay(first)}). Kiểm tra lại ngày trên giấy rồi nhập lại.`,
  leavesBeforeYear: ({ date, year }: Facts) =>
    `Ngày ra trường (${showDay(date)}) trước khi năm học ${showYears(year)} bắt đầu. Kiểm tra lại năm học hoặc ngày ra trường.`,
} as const

type Facts = Readonly<Record<string, unknown>>

function showCount(value: unknown): string {
  return typeof value === 'number' ? showNumber(value) : ''
}

function showYears(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
