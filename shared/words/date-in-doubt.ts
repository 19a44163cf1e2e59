/**
 * The date in doubt, in words: why it is asked for, and what holds until it is confirmed.
 */
import type { DateDoubt } from '../calendar/date-in-doubt.ts'
import { showDay } from './show.ts'

const REASONS: { readonly [Why in DateDoubt['why']]: (clock: string, against: string) => string } = {
  beforeBuild: (clock, against) =>
    `Máy đang ghi ngày ${clock}, trước ngày có phiên bản phần mềm này (${against}). Đồng hồ của máy sai, thường do hết pin.`,
  beforeEntries: (clock, against) =>
    `Máy đang ghi ngày ${clock}, trước ngày của bản ghi mới nhất trong máy (${against}). Đồng hồ của máy sai, hoặc đã sai khi ghi.`,
  jump: (clock, against) => `Máy đang ghi ngày ${clock}, hơn 30 ngày sau lần dùng gần nhất (${against}).`,
}

/** Why the date is asked for. */
export function doubtSentence({ why, clock, against }: DateDoubt): string {
  return REASONS[why](showDay(clock), showDay(against))
}

/** What holds until somebody has confirmed the date. */
export const WHILE_IN_DOUBT =
  'Chưa xác nhận ngày hôm nay. Trong lúc này ngày nào cũng ghi được, còn thời hạn và điểm cần xử lý chỉ là tạm tính.'

/** Mark of a finding that another day than the computer's would not give. */
export const PROVISIONAL_FINDING = 'Tạm tính, vì chưa xác nhận ngày hôm nay'

/** What is said while a person's date is used in place of the computer's. */
export function correctedSentence(today: string, computerDay: string): string {
  return `Phần mềm đang dùng ngày ${showDay(today)} đã được xác nhận; máy ghi ngày ${showDay(computerDay)}. Chỉnh lại đồng hồ của máy.`
}
