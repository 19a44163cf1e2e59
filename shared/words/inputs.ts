/**
 * What can be wrong or doubtful in what a person types: names, dates, identity numbers, a year's holidays. Fragments
 * without a capital and a full stop, to stand beside the field; total maps over the codes of shared/text and calendar.
 */
import type { HolidayTableProblem } from '../calendar/holidays.ts'
import type { DateError } from '../text/dates.ts'
import type { IdentityError, IdentityWarning } from '../text/identity-number.ts'
import type { LegacyFont } from '../text/legacy-fonts.ts'
import type { NameProblem } from '../text/names.ts'
import type { Labels } from './labels.ts'

/** Why a text is no person's name. */
export const NAME_PROBLEMS: Labels<NameProblem> = {
  empty: 'chưa nhập họ tên',
  too_long: 'họ tên dài quá mức cho phép',
  control_character: 'họ tên có ký tự ẩn hoặc ký tự của phông chữ cũ, gõ lại bằng bộ gõ tiếng Việt',
  digit: 'họ tên không được có chữ số',
}

/** Why a text is no date. */
export const DATE_PROBLEMS: Labels<DateError> = {
  empty: 'chưa nhập ngày',
  unreadable: 'không đọc được ngày, nhập theo dạng 19/01/2024',
  two_digit_year: 'năm phải đủ bốn chữ số',
  year_out_of_range: 'năm phải từ 1800 đến 2199',
  no_such_month: 'không có tháng này, nhập ngày trước tháng sau',
  no_such_day: 'tháng đó không có ngày này',
}

/** Why a text is no identity number. */
export const IDENTITY_PROBLEMS: Labels<IdentityError> = {
  empty: 'chưa nhập số',
  destroyed: 'bảng tính đã làm mất chữ số, gõ lại theo giấy tờ tùy thân',
  not_digits: 'số chỉ gồm chữ số',
  wrong_length: 'số định danh cá nhân có 12 chữ số, số chứng minh nhân dân cũ có 9 chữ số',
}

/** Doubts about an identity number; none of them stops anybody. */
export const IDENTITY_WARNINGS: Labels<IdentityWarning> = {
  lost_leading_zeros: 'có thể đã mất chữ số 0 ở đầu, đối chiếu với giấy tờ tùy thân',
  unknown_province: 'ba chữ số đầu không phải mã tỉnh, thành phố đã biết',
  century_unlikely: 'chữ số thứ tư chỉ thế kỷ chưa đến',
  sex_differs: 'chữ số thứ tư không khớp với giới tính',
  birth_year_differs: 'chữ số thứ năm và thứ sáu không khớp với năm sinh',
}

/** What is wrong with a year's holidays. */
export const HOLIDAY_PROBLEMS: Labels<HolidayTableProblem> = {
  not_a_date: 'có ngày không có thật',
  other_year: 'có ngày thuộc năm khác',
  ends_before_it_begins: 'có đợt nghỉ kết thúc trước khi bắt đầu',
  make_up_on_a_weekday: 'ngày làm bù phải là thứ Bảy hoặc Chủ nhật',
  make_up_on_a_day_off: 'ngày làm bù trùng với ngày nghỉ',
}

/** Old fonts whose text was read. */
export const LEGACY_FONTS: Labels<LegacyFont> = {
  tcvn3: 'Phông chữ TCVN3',
  'tcvn3-capitals': 'Phông chữ hoa TCVN3',
  vni: 'Phông chữ VNI',
}
