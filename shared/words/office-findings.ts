/**
 * One sentence for everything found in an office as a whole, and what to do about it. The article comes with the finding.
 */
import type { OfficeFindingCode, OfficeFindingData } from '../rules/assess-office.ts'
import { listOf, quote, showDay, showNumber } from './show.ts'

/** What a sentence needs of a finding. */
export type OfficeFact = {
  readonly [C in OfficeFindingCode]: { readonly code: C; readonly data: Readonly<OfficeFindingData[C]> }
}[OfficeFindingCode]

/** What was seen. */
export function officeSentence(fact: OfficeFact): string {
  switch (fact.code) {
    case 'C39': {
      const { by, key, people } = fact.data
      const where = listOf(people.map(({ name, unitName }) => (unitName === null ? name : `${name} (${unitName})`)))
      if (by === 'recovered') return `Cùng họ tên, có hồ sơ nhận lại bằng gói khôi phục: ${where}.`
      return by === 'number'
        ? `Cùng số định danh cá nhân ${key}: ${where}.`
        : `Cùng họ tên và ngày sinh ${showDay(key)}, ở các chi bộ khác nhau: ${where}.`
    }
    case 'C41-list': {
      const { name, month } = fact.data
      return month === null
        ? `Danh sách quần chúng của ${quote(name)} chưa được rà soát lần nào.`
        : `Danh sách quần chúng của ${quote(name)} rà soát lần cuối vào tháng ${showMonth(month)}.`
    }
    case 'C41-helper': {
      const { name, helper, heard, unitName } = fact.data
      const who = helper === null ? 'Người giúp đỡ' : `${helper} giúp đỡ`
      return `${who} ${name}${unitName === null ? '' : ` (${unitName})`}: không có nhận xét nào từ ngày ${showDay(heard)}.`
    }
    case 'C43-idle': {
      const { name, newMember, years } = fact.data
      return newMember === null
        ? `${quote(name)} chưa có đảng viên mới nào được ghi, đã hơn ${showNumber(years)} năm.`
        : `${quote(name)} không có đảng viên mới từ ngày ${showDay(newMember)}, đã hơn ${showNumber(years)} năm.`
    }
    case 'C43-plan': {
      const { name, year, number, admitted, underway, preparing, expected, short } = fact.data
      const whose = name === null ? '' : ` của ${quote(name)}`
      const late =
        expected === admitted + underway && preparing > 0
          ? `; ${showNumber(preparing)} hồ sơ đang lập không còn đủ thời gian để có quyết định trong năm`
          : `, ${showNumber(preparing)} đang lập`
      return `Chỉ tiêu năm ${year}${whose} là ${showNumber(number)}; đã có quyết định ${showNumber(admitted)}, chi bộ đã thông qua ${showNumber(underway)}${late}. Dự kiến đạt ${showNumber(expected)}, thiếu ${showNumber(short)}.`
    }
  }
}

/** What to do about it. */
export function officeAdvice(code: OfficeFindingCode): string {
  return ADVICE[code]
}

const ADVICE: { readonly [C in OfficeFindingCode]: string } = {
  C39: 'Mở từng hồ sơ, đối chiếu căn cước rồi ghi kết luận; nếu là một người thì kết thúc theo dõi ở một nơi, nếu ghi nhầm thì sửa thông tin cá nhân.',
  'C41-list': 'Chi bộ rà soát danh sách trong tháng rồi ghi kết quả tại trang đơn vị.',
  'C41-helper': 'Nhắc người giúp đỡ báo cáo và ghi nhận xét vào hồ sơ; nếu không còn giúp đỡ thì phân công người khác.',
  'C43-idle': 'Làm việc với chi ủy về nguồn kết nạp, giao chỉ tiêu và phân công cấp ủy viên phụ trách.',
  'C43-plan': 'Chọn thêm người đủ điều kiện để chi bộ xét sớm, hoặc báo cáo cấp trên về khả năng thực hiện chỉ tiêu.',
}

function showMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
