/**
 * Refusals about targets and follow-up: what another office recorded, who is not below us, what needs consent.
 */
import type { SentencesFor } from './refusals.ts'
import { quote, showNumber } from './show.ts'

/** Codes of these refusals. */
export type FollowRefusal =
  | 'NOT_BELOW'
  | 'TARGET_BELOW_RESULT'
  | 'RECORDED_ELSEWHERE'
  | 'CONSENT_NEEDED'
  | 'INSPECTION_ELSEWHERE'
  | 'NOTHING_TO_MEND'
  | 'RATING_LEVEL_UNKNOWN'
  | 'YEAR_TO_COME'

/** Their sentences. */
export const FOLLOW_SENTENCES: SentencesFor<FollowRefusal> = {
  NOT_BELOW: ({ name }) =>
    `${name} không phải là đơn vị cấp dưới của đơn vị mình, nên không ghi kiểm tra, xếp loại, khen thưởng hay chấn chỉnh ở đây. Chọn một đơn vị trực thuộc.`,
  TARGET_BELOW_RESULT: ({ year, number, admitted }) =>
    `Chỉ tiêu năm ${year} là ${showNumber(number)}, thấp hơn số đã kết nạp trong năm đó (${showNumber(admitted)}). Kiểm tra lại số; nếu đúng là điều chỉnh xuống thì ghi lý do rồi làm lại.`,
  RECORDED_ELSEWHERE: ({ name, office }) =>
    `${quote(name)} do ${office} ghi, đơn vị mình chỉ xem. Nếu cần sửa, đề nghị nơi đó ghi lại và gửi gói dữ liệu.`,
  CONSENT_NEEDED: ({ name }) =>
    `Gương của ${name} đã gửi lên cấp trên theo ý kiến đồng ý đã ghi, nên không bỏ ý kiến đó đi được. Nếu người này không đồng ý nữa, chọn “Thôi tuyên truyền” và ghi lý do.`,
  INSPECTION_ELSEWHERE: ({ name }) =>
    `Cuộc kiểm tra này là đối với ${name}, không đổi sang đơn vị khác được. Lập kế hoạch mới cho đơn vị kia, rồi rút lại kế hoạch này nếu không tiến hành.`,
  NOTHING_TO_MEND: ({ topic, mended }) =>
    mended
      ? `Nội dung này của ${quote(topic)} đã được xác nhận khắc phục xong. Nếu xác nhận nhầm, rút lại lần xem xét đó.`
      : `Nội dung này của ${quote(topic)} không có yêu cầu khắc phục. Ghi yêu cầu và hạn khắc phục khi ghi kết quả kiểm tra.`,
  RATING_LEVEL_UNKNOWN: ({ level }) =>
    `Mức xếp loại ${quote(level)} không có trong các mức của đơn vị. Chọn một mức trong danh sách, hoặc bổ sung mức này trước.`,
  YEAR_TO_COME: ({ year }) => `Năm ${year} chưa đến nên chưa xếp loại được. Kiểm tra lại năm.`,
}

/** What cannot be of follow-up; joined to the other impossible things. */
export const FOLLOW_IMPOSSIBLE = {
  takesUpOwnModel: ({ name }: Readonly<Record<string, unknown>>) =>
    `${String(name)} là nơi có mô hình này, không thể ghi là nơi học tập, áp dụng. Bỏ đơn vị này khỏi danh sách.`,
  strengthToMend: () => 'Ưu điểm thì không có hạn khắc phục. Chọn lại loại nội dung, hoặc bỏ hạn khắc phục.',
  mendedWithDay: () => 'Đã khắc phục xong thì không còn hạn mới. Bỏ hạn mới, hoặc chọn lại kết quả xem xét.',
} as const

/** Names of things that were not found. */
export const FOLLOW_LOST: Readonly<Record<string, string>> = {
  model: 'Không tìm thấy mô hình đã chọn. Mở lại danh sách mô hình rồi chọn lại.',
  example: 'Không tìm thấy gương điển hình đã chọn. Mở lại danh sách rồi chọn lại.',
  directive: 'Không tìm thấy văn bản chỉ đạo đã chọn. Mở lại danh sách rồi chọn lại.',
  activity: 'Không tìm thấy hội nghị hoặc đợt tuyên truyền đã chọn. Mở lại danh sách rồi chọn lại.',
  inspection: 'Không tìm thấy cuộc kiểm tra, giám sát đã chọn. Mở lại danh sách rồi chọn lại.',
  finding: 'Không tìm thấy nội dung kiểm tra đã chọn. Mở lại cuộc kiểm tra rồi chọn lại.',
}

/** What was recorded already, with its day. */
export const FOLLOW_RECORDED: Readonly<Record<string, string>> = {
  'example.withdrawn': 'Việc thôi tuyên truyền gương này',
  'directive.read': 'Việc quán triệt văn bản này',
}
