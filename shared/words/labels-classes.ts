/**
 * Vietnamese names around classes, certificates and pupils. Total maps, so that a new code does not compile without its name.
 */
import type { CriterionResult, PupilEvaluation } from '../model/schools/facts.ts'
import type { Labels } from './labels.ts'

/** Where a class stands on a day. */
export type ClassStanding = 'planned' | 'running' | 'awaiting' | 'done'

/** Where a class stands. */
export const CLASS_STANDINGS: Labels<ClassStanding> = {
  planned: 'Sắp mở',
  running: 'Đang học',
  awaiting: 'Chờ ghi kết quả',
  done: 'Đã xong',
}

/** Where a nomination stands. */
export const ASK_STANDINGS: Labels<'waiting' | 'forwarded' | 'seated' | 'over'> = {
  waiting: 'Chờ xếp lớp',
  forwarded: 'Đã chuyển trung tâm chính trị',
  seated: 'Đã xếp lớp',
  over: 'Đã có kết quả',
}

/** How far a pupil meets a criterion. */
export const CRITERION_RESULTS: Labels<CriterionResult['result']> = {
  met: 'Đạt',
  partly: 'Đạt một phần',
  notMet: 'Chưa đạt',
}

/** What a school concludes of a pupil in a term. */
export const PUPIL_SUMMARIES: Labels<PupilEvaluation['summary']> = {
  ready: 'Đủ điều kiện đề nghị xem xét',
  nurture: 'Tiếp tục bồi dưỡng',
  notYet: 'Chưa đưa vào nguồn',
}

/** Criteria offered where a school has set none: each may be changed, and an evaluation keeps those of its day. */
export const PUPIL_CRITERIA: readonly string[] = [
  'Phẩm chất đạo đức, lối sống',
  'Kết quả học tập',
  'Chấp hành nội quy, pháp luật',
  'Tham gia hoạt động Đoàn, phong trào',
  'Ý thức phấn đấu vào Đảng',
]

/** Why a pupil can or cannot be considered before leaving school. */
export const PUPIL_OUTLOOKS: Labels<'canBeConsidered' | 'turnsTooLate' | 'notReady' | 'birthUnknown' | 'left'> = {
  canBeConsidered: 'Xem xét được tại trường',
  turnsTooLate: 'Đủ tuổi sau khi ra trường',
  notReady: 'Cần bồi dưỡng thêm',
  birthUnknown: 'Chưa ghi đủ ngày sinh',
  left: 'Đã ra trường, cần chuyển giao',
}

/** Doubts about a class for pupils. */
export const CALENDAR_DOUBTS: Labels<'exams' | 'lessons' | 'fits'> = {
  exams: 'Trùng thời gian thi, kiểm tra của trường',
  lessons: 'Có ngày trùng giờ học chính khóa',
  fits: 'Phù hợp với kế hoạch năm học',
}

/** What a row of a filled-in sheet is refused for. */
export const SHEET_PROBLEMS: Labels<SheetProblem> = {
  notOnRoster: 'không có trong danh sách lớp',
  twice: 'đã có ở một dòng trên',
  nameDiffers: 'mã học viên là của người khác',
  outcomeMissing: 'chưa ghi kết quả',
  outcomeUnknown: 'kết quả không có trong các kết quả để chọn',
  numberMissing: 'hoàn thành nhưng chưa ghi số giấy chứng nhận',
  numberWithoutPass: 'có số giấy chứng nhận nhưng chưa hoàn thành lớp học',
  numberTwice: 'số giấy chứng nhận trùng với một dòng trên',
  numberTaken: 'số giấy chứng nhận đã cấp cho người khác',
  dateMissing: 'chưa ghi ngày cấp giấy chứng nhận',
  dateUnreadable: 'không đọc được ngày cấp, ghi theo dạng 19/01/2024',
  dateBeforeClass: 'ngày cấp giấy chứng nhận trước ngày khai giảng lớp',
  dateAfterToday: 'ngày cấp giấy chứng nhận sau hôm nay',
  sessionsUnreadable: 'số buổi phải là số nguyên',
  sessionsOverHeld: 'số buổi có mặt nhiều hơn số buổi đã học',
  heldMissing: 'có số buổi có mặt nhưng chưa ghi số buổi đã học',
  textTooLong: 'có nội dung dài quá mức cho phép',
}

/** What can be wrong with a row of a filled-in sheet. */
export type SheetProblem =
  | 'notOnRoster'
  | 'twice'
  | 'nameDiffers'
  | 'outcomeMissing'
  | 'outcomeUnknown'
  | 'numberMissing'
  | 'numberWithoutPass'
  | 'numberTwice'
  | 'numberTaken'
  | 'dateMissing'
  | 'dateUnreadable'
  | 'dateBeforeClass'
  | 'dateAfterToday'
  | 'sessionsUnreadable'
  | 'sessionsOverHeld'
  | 'heldMissing'
  | 'textTooLong'
