/**
 * Words of the calendar and of the plan of a batch.
 */
import type { CalendarItem } from '../contract/lists.ts'
import type { Planned, PlanObstacle, PlanStep } from '../rules/plan.ts'
import type { Labels } from './labels.ts'
import { LIMITS } from './labels-rules.ts'
import { showDay } from './show.ts'

/** What falls on a day of the calendar. */
export const CALENDAR_ITEMS: Labels<CalendarItem['what']> = {
  ...LIMITS,
  ceremony: 'Lễ kết nạp',
  certificateEnds: 'Giấy chứng nhận lớp nhận thức hết giá trị',
  probationEnds: 'Hết thời gian dự bị',
}

/** Steps of a batch. */
export const PLAN_STEPS: Labels<PlanStep> = {
  branchVote: 'Chi bộ họp xét',
  committeeVote: 'Đảng ủy cơ sở họp xét',
  submit: 'Gửi hồ sơ',
  decision: 'Có quyết định kết nạp',
  ceremony: 'Tổ chức lễ kết nạp',
}

/** Said of a plan that looks at so many people and no more. */
export const BATCH_NEAREST = 'Chỉ xét những người gần đến bước họp chi bộ nhất'

/** Whether a person can make a batch. */
export const VERDICTS: Labels<Planned['verdict']> = {
  safe: 'Kịp',
  tight: 'Còn kịp nếu làm ngay',
  late: 'Không kịp',
}

/** What stands in a person's way, as a sentence. */
export function obstacleSentence(obstacle: PlanObstacle): string {
  switch (obstacle.why) {
    case 'noHelper':
      return 'Chưa có đảng viên chính thức giúp đỡ.'
    case 'helperTooNew':
      return `Người giúp đỡ chỉ đủ thời gian theo dõi từ ngày ${showDay(obstacle.from)}. Nếu hai người đã quen biết trước ngày phân công, ghi ngày đó vào việc phân công.`
    case 'noCertificate':
      return 'Chưa có giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng.'
    case 'certificateEnds':
      return `Giấy chứng nhận lớp nhận thức hết giá trị ngày ${showDay(obstacle.on)}, trước mốc chi bộ họp chậm nhất.`
    case 'findings':
      return `Hồ sơ còn ${obstacle.codes.length} điểm phải xử lý.`
  }
}
