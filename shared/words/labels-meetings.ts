/**
 * Vietnamese names of what the work of the deciding body speaks of: outcomes of its votes, how a meeting stands, consents,
 * how far a decision has come back, judgements on people who may be the same, areas of work by role.
 */
import type { Carried, MeetingRow, ReviewTask } from '../contract/meetings.ts'
import type { WorkArea } from '../contract/work-areas.ts'
import type { ConsentKind, Judgement, MeetingOutcome } from '../model/review-acts.ts'
import type { Labels } from './labels.ts'

/** What the deciding body made of a case. */
export const MEETING_OUTCOMES: Labels<MeetingOutcome> = {
  agreed: 'Đồng ý',
  declined: 'Không đồng ý',
  postponed: 'Để lại, chưa quyết định',
}

/** How a meeting stands. */
export const MEETING_STATUSES: Labels<MeetingRow['status']> = {
  called: 'Chưa họp',
  held: 'Đã họp',
  cancelled: 'Đã hủy',
}

/** What the level above is asked to agree to. */
export const CONSENT_KINDS: Labels<ConsentKind> = {
  overAge: 'Kết nạp người quá tuổi quy định',
  elder: 'Kết nạp già làng, trưởng bản, người có uy tín',
  readmission: 'Kết nạp lại',
  other: 'Nội dung khác',
}

/** How far a decision has come back to who asked for it. */
export const CARRIED_STATES: Labels<Carried> = {
  here: 'Đơn vị mình theo dõi, chưa ghi ngày nhận',
  recorded: 'Chưa gửi về đơn vị',
  exported: 'Đã ghi vào gói, chờ xác nhận',
  acknowledged: 'Đơn vị đã nhận gói, chưa ghi ngày nhận',
  received: 'Đơn vị đã nhận quyết định',
}

/** Whether two cases are one person. */
export const JUDGEMENTS: Labels<Judgement> = {
  apart: 'Hai người khác nhau',
  same: 'Cùng một người',
  moved: 'Cùng một người, đã chuyển đơn vị',
}

/** Work of the deciding office that waits. */
export const REVIEW_TASKS: Labels<ReviewTask['task']> = {
  unassigned: 'Hồ sơ chưa giao người thẩm định',
  meetings: 'Cuộc họp sắp tới',
  toVote: 'Hồ sơ đã đến ngày họp, chưa ghi biểu quyết',
  toDecide: 'Đã biểu quyết, chưa ghi số quyết định',
  toCarry: 'Quyết định chưa về đến đơn vị',
  consents: 'Đang chờ ý kiến cấp trên',
  duplicates: 'Người có thể trùng, chưa đối chiếu',
}

/** Areas of work, in the table of roles. */
export const WORK_AREAS: Labels<WorkArea> = {
  people: 'Danh sách nguồn, người giúp đỡ, thông tin cá nhân',
  dossiers: 'Giấy tờ, lý lịch, thẩm tra, các cuộc họp của chi bộ và cơ sở',
  review: 'Tiếp nhận, thẩm định, trả hồ sơ, xin ý kiến cấp trên',
  meetings: 'Lập cuộc họp của cơ quan ra quyết định',
  decisions: 'Ghi biểu quyết và quyết định',
  after: 'Lễ kết nạp, thẻ đảng viên, chuyển sinh hoạt',
  classes: 'Lớp bồi dưỡng, học sinh',
  units: 'Đơn vị, đảng viên, chỉ tiêu',
  follow: 'Mô hình, gương điển hình, văn bản chỉ đạo, kiểm tra, giám sát, xếp loại, khen thưởng',
  reports: 'Báo cáo',
  corrections: 'Rút lại bản ghi, xóa dữ liệu cá nhân, chấp thuận ngoại lệ',
  exchange: 'Văn bản, danh sách, gói dữ liệu, sao lưu',
  office: 'Người dùng, máy tính, thiết lập, kết nối, quy định',
  other: 'Việc khác',
}
