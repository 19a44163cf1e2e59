/**
 * Sentences and advice for findings on the way to admission beside papers and votes: verification, the CV, special cases,
 * identity.
 */
import type { BeforeFindings } from '../rules/finding-before.ts'
import { fieldLabel } from './fields.ts'
import { GONE } from './gone.ts'
import { IDENTITY_PROBLEMS, IDENTITY_WARNINGS } from './inputs.ts'
import { CIRCUMSTANCES, KINSHIPS, RESUME_PARTS } from './labels-before.ts'
import { labelOf } from './labels.ts'
import { listOf, lower, quote, showDay, showDayWithWord, showNumber } from './show.ts'

const WHY_OPEN: Readonly<Record<BeforeFindings['C8-open']['why'], string>> = {
  notAsked: 'chưa đề nghị thẩm tra',
  noAnswer: 'chưa có trả lời thẩm tra',
  unclear: 'trả lời thẩm tra chưa rõ',
}

const WHY_WAIVER: Readonly<Record<BeforeFindings['C8-waiver']['why'], string>> = {
  notMember: 'không được ghi là đảng viên trong lý lịch',
  otherSide: 'không phải là cha, mẹ, anh, chị, em hoặc con ở cùng bên',
  undeclared: 'hoặc người được miễn không còn trong lý lịch',
}

/** Sentences by code. */
export const BEFORE_SENTENCES: {
  readonly [C in keyof BeforeFindings]: (data: Readonly<BeforeFindings[C]>) => string
} = {
  'C7-helper': ({ person, official, from }) =>
    `${person} được phân công giúp đỡ từ ngày ${showDay(from)} nhưng đến ngày ${showDay(official)} mới là đảng viên chính thức.`,
  'C7-unassigned': ({ person }) =>
    `${person} viết giấy giới thiệu nhưng chưa ghi được chi bộ phân công giúp đỡ người vào Đảng nên chưa xét được điều kiện của người giới thiệu.`,
  'C7-gone': ({ person, status, since }) =>
    `${person} được phân công giúp đỡ nhưng ${GONE[status](since)}; chưa phân công người khác thay.`,
  'C8-open': ({ relation, relative, why }) =>
    relation === 'self'
      ? `Lý lịch của bản thân người vào Đảng ${WHY_OPEN[why]}.`
      : `${KINSHIPS[relation]} ${relative}: ${WHY_OPEN[why]} và không thuộc trường hợp không phải thẩm tra lại.`,
  'C8-adverse': ({ to, date }) => `Trả lời thẩm tra ngày ${showDay(date)} của ${quote(to)} nêu có vấn đề phải xem xét.`,
  'C8-waiver': ({ relative, member, why }) =>
    `${named(relative)} được ghi là không phải thẩm tra lại vì có ${named(member, 'người thân')} là đảng viên, nhưng người này ${WHY_WAIVER[why]}.`,
  'C8-none': ({ side }) =>
    side === 'own'
      ? 'Lý lịch chưa ghi cha, mẹ đẻ hoặc người trực tiếp nuôi dưỡng của người vào Đảng.'
      : 'Lý lịch ghi có vợ hoặc chồng nhưng chưa ghi cha, mẹ đẻ của vợ hoặc chồng.',
  'C8-stamp': ({ stamped, asked }) =>
    stamped === null
      ? `Đã đề nghị thẩm tra từ ngày ${showDay(asked)} nhưng chưa ghi việc đóng dấu giáp lai lý lịch.`
      : `Lý lịch đóng dấu giáp lai ngày ${showDay(stamped)}, sau lần đề nghị thẩm tra đầu tiên (${showDay(asked)}).`,
  'C8-late': ({ stamped, remarks }) =>
    `Lý lịch đóng dấu giáp lai ngày ${showDay(stamped)}, sau ngày nhận xét, chứng nhận vào lý lịch (${showDay(remarks)}).`,
  'C8-opinions': ({ opinions, answer }) =>
    `Bản tổng hợp ý kiến nhận xét đề ngày ${showDay(opinions)}, trước khi có đủ kết quả thẩm tra lý lịch (${showDay(answer)}).`,
  'C8-remarks': ({ remarks, answer }) =>
    `Nhận xét, chứng nhận vào lý lịch ngày ${showDay(remarks)}, trước khi có đủ kết quả thẩm tra (${showDay(answer)}).`,
  C9: ({ to, sent, received, due }) =>
    `${quote(to)} phải trả lời thẩm tra chậm nhất ngày ${showDay(due)} (${
      received === null ? `tạm tính từ ngày gửi ${showDay(sent)}` : `tính từ ngày nhận ${showDay(received)}`
    }); đến nay chưa có trả lời.`,
  'C5-opinion': ({ missing }) =>
    missing === 'residence'
      ? 'Đã ghi ý kiến nhận xét nhưng chưa có ý kiến của chi ủy (chi bộ) nơi cư trú.'
      : 'Đã ghi ý kiến nhận xét nhưng chưa có ý kiến của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt.',
  'C12-sent': ({ sent, meeting }) =>
    `Hồ sơ gửi ngày ${showDay(sent)}, trước ngày chi bộ họp xét (${showDay(meeting)}).`,
  'C16-sent': ({ sent, date }) =>
    `Hồ sơ ghi gửi ngày ${showDay(sent)}, trước ngày đảng ủy cơ sở họp xét (${showDay(date)}).`,
  C32: ({ special, papers }) =>
    `Người vào Đảng thuộc trường hợp ${quote(lower(CIRCUMSTANCES[special]))} nhưng hồ sơ chưa có ${quote(papers)}.`,
  'C32-child': ({ children, months }) =>
    `Lý lịch ghi ${showNumber(children)} người con; ${
      months === null
        ? 'theo quy định về chính sách dân số thì không xem xét kết nạp'
        : `theo quy định về chính sách dân số phải sau ${showNumber(months)} tháng mới xem xét kết nạp`
    }.`,
  'C32-place': ({ kind, place, months, limit, there }) =>
    kind === 'study'
      ? there
        ? `Người vào Đảng học tại ${quote(place)} trong ${showNumber(months)} tháng; học từ ${showNumber(limit)} tháng trở lên thì xét tại tổ chức đảng nơi học.`
        : `Người vào Đảng học tại ${quote(place)} trong ${showNumber(months)} tháng; học dưới ${showNumber(limit)} tháng thì xét tại tổ chức đảng nơi đi.`
      : there
        ? `Người vào Đảng được ${quote(place)} cử biệt phái ${showNumber(months)} tháng; biệt phái từ ${showNumber(limit)} tháng trở lên thì xét tại nơi đến, có nhận xét bằng văn bản của nơi cử đi.`
        : `Người vào Đảng được ${quote(place)} cử biệt phái ${showNumber(months)} tháng; biệt phái dưới ${showNumber(limit)} tháng thì xét tại nơi cử đi.`,
  'C35-empty': ({ part }) => `Lý lịch chưa ghi phần ${quote(lower(RESUME_PARTS[part]))}.`,
  'C35-gap': ({ from, to }) =>
    `Quá trình trong lý lịch bỏ trống từ ${showDayWithWord(from)} đến ${showDayWithWord(to)}.`,
  'C35-twice': ({ first, second }) =>
    `Quá trình trong lý lịch có hai thời gian trùng nhau: ${quote(first)} và ${quote(second)}.`,
  'C35-kin': ({ name, relation, birthYear, of }) =>
    relation === 'child'
      ? `${KINSHIPS[relation]} ${name} ghi sinh năm ${birthYear}, người vào Đảng sinh năm ${of}: hai năm sinh không hợp lý.`
      : `${KINSHIPS[relation]} ${name} ghi sinh năm ${birthYear}, con sinh năm ${of}: hai năm sinh không hợp lý.`,
  'C35-birth': ({ what, from, birth }) =>
    `Quá trình ${quote(what)} bắt đầu từ ${showDayWithWord(from)}, trước khi người đó sinh (${showDayWithWord(birth)}).`,
  'C35-tidy': () => 'Bản lý lịch viết tay có tẩy xóa, sửa chữa hoặc viết cách dòng.',
  'C35-field': ({ field }) =>
    `Lý lịch còn thiếu mục ${quote(lower(fieldLabel(`profile.${field}`)))} của người vào Đảng.`,
  C36: ({ fields, sent }) =>
    `Sau khi hồ sơ gửi ngày ${showDay(sent)} đã sửa ${listOf(fields.map(fieldOf))}, nên giấy tờ đã gửi không còn khớp.`,
  'C36-paper': ({ name, differs }) => `${quote(name)} ghi khác với hồ sơ: ${differs.replace(/[.;\s]+$/u, '')}.`,
  'C36-two': ({ field }) => `Mục ${quote(fieldOf(field))} đang có hai nội dung khác nhau, chưa đối chiếu.`,
  'C36-other': ({ entries }) =>
    `Hồ sơ có ${showNumber(entries)} bản ghi không được tính: do đơn vị không có thẩm quyền đối với hồ sơ này gửi đến, hoặc do hồ sơ được giao hai lần.`,
  C40: ({ number, problems }) =>
    `Số định danh cá nhân ${number}: ${listOf(
      problems.map((code) => labelOf({ ...IDENTITY_PROBLEMS, ...IDENTITY_WARNINGS }, code)),
    )}.`,
}

const RESUME =
  'Đối chiếu với bản lý lịch viết tay rồi sửa nội dung đã ghi; nếu bản viết tay thiếu thì đề nghị khai bổ sung.'

/** Advice by code. */
export const BEFORE_ADVICE: { readonly [C in keyof BeforeFindings]: string } = {
  'C7-helper': 'Kiểm tra ngày công nhận chính thức; nếu đúng, chi bộ phân công đảng viên chính thức khác giúp đỡ.',
  'C7-unassigned':
    'Ghi việc chi bộ phân công người đó giúp đỡ, hoặc sửa họ tên người giới thiệu cho khớp với người được phân công.',
  'C7-gone':
    'Chi bộ phân công đảng viên chính thức khác giúp đỡ và ghi vào hồ sơ. Người được phân công thay không phải tính thời gian cùng công tác, lao động, học tập hoặc cư trú.',
  'C8-open':
    'Đề nghị cấp ủy nơi có thẩm quyền thẩm tra và ghi trả lời; nếu không phải thẩm tra lại thì ghi người thân là đảng viên làm căn cứ.',
  'C8-adverse': 'Báo cáo cấp ủy có thẩm quyền xem xét trước khi chi bộ họp.',
  'C8-waiver': 'Kiểm tra lại người thân làm căn cứ; nếu không đúng thì rút lại bản ghi này và đề nghị thẩm tra.',
  'C8-none': 'Bổ sung những người này vào lý lịch, hoặc đánh dấu phần gia đình để theo bản viết tay.',
  'C8-stamp': 'Đóng dấu giáp lai lý lịch và ghi ngày đóng dấu; nếu ghi sai ngày thì rút lại bản ghi rồi ghi lại.',
  'C8-late': 'Đối chiếu ngày trên lý lịch; dấu giáp lai phải đóng trước khi nhận xét, chứng nhận.',
  'C8-remarks': 'Đối chiếu ngày trên lý lịch; chi ủy, cấp ủy chỉ nhận xét, chứng nhận sau khi có đủ kết quả thẩm tra.',
  C9: 'Đôn đốc nơi được đề nghị thẩm tra; nếu đã có trả lời thì ghi ngày và kết quả.',
  'C5-opinion': 'Lấy ý kiến còn thiếu và ghi vào phần ý kiến nhận xét trước khi chi bộ họp xét.',
  'C8-opinions': 'Đối chiếu ngày trên bản tổng hợp; nếu đúng, chi ủy tổng hợp lại sau khi có đủ kết quả thẩm tra.',
  'C12-sent': 'Đối chiếu ngày trên công văn và trên nghị quyết rồi sửa ngày đã ghi.',
  'C16-sent': 'Đối chiếu ngày trên công văn và trên nghị quyết rồi sửa ngày đã ghi.',
  C32: 'Xin văn bản này trước khi ra quyết định và ghi vào hồ sơ; nếu ghi nhầm trường hợp thì sửa thông tin cá nhân.',
  'C32-child': 'Hỏi cấp ủy có thẩm quyền về chính sách dân số đang áp dụng và ghi văn bản kết luận vào hồ sơ.',
  'C32-place':
    'Kiểm tra chi bộ đang xét; nếu không đúng nơi thì chuyển hồ sơ đến nơi xét, nếu ghi sai thời gian thì sửa thông tin cá nhân.',
  'C35-empty': 'Ghi phần này theo lý lịch, hoặc đánh dấu để theo bản viết tay.',
  'C35-gap': RESUME,
  'C35-twice': RESUME,
  'C35-kin': RESUME,
  'C35-birth': RESUME,
  'C35-tidy': 'Đề nghị người vào Đảng viết lại bản lý lịch sạch, không tẩy xóa, không viết cách dòng.',
  'C35-field': 'Bổ sung vào thông tin cá nhân theo lý lịch.',
  C36: 'Gửi hồ sơ bổ sung để cấp ủy có thẩm quyền có nội dung đúng, và sửa giấy tờ cho khớp.',
  'C36-paper':
    'Đối chiếu với giấy tờ tùy thân. Nếu hồ sơ ghi sai, sửa thông tin trong hồ sơ rồi ghi lại giấy tờ này, để trống “Điểm khác với hồ sơ”, thay cho bản đã ghi; nếu giấy tờ ghi sai, lập lại giấy tờ rồi ghi bản mới thay cho bản đã ghi.',
  'C36-two': 'Mở phần Cần đối chiếu và chọn nội dung đúng theo giấy tờ tùy thân.',
  'C36-other':
    'Mở phần Bản ghi không được tính, xem của nơi nào và vì sao; hỏi lại nơi đó, nếu nội dung đúng thì ghi lại theo giấy tờ.',
  C40: 'Đối chiếu với căn cước công dân rồi sửa số, giới tính hoặc ngày sinh.',
}

function named(name: string, unknown = 'Một người thân'): string {
  return name === '' ? unknown : name
}

function fieldOf(field: string): string {
  return field === 'name' ? 'họ và tên' : lower(fieldLabel(`profile.${field}`))
}
