/**
 * Vietnamese names of what the rules speak of: steps, time limits, papers of the checklist and why they are (not) asked
 * for, who acts next, how grave a finding is. Total maps over the closed lists of shared/rules.
 */
import type { ChecklistLine, PaperStatus, PaperWhy } from '../rules/checklist.ts'
import type { DeadlineId } from '../rules/deadlines.ts'
import type { Severity } from '../rules/finding.ts'
import type { IntroductionRoute } from '../rules/introduction.ts'
import type { Actor, NextStepName } from '../rules/next-steps.ts'
import type { Condition, RuleEvent, Step } from '../rules/rule-codes.ts'
import type { PathKind } from '../model/codes.ts'
import type { Duration } from '../rules/rule-set.ts'
import { RULE_SETS } from '../rules/sets/index.ts'
import type { Labels } from './labels.ts'

/** The steps of a case. */
export const STEPS: Labels<Step> = {
  branchVote: 'Chi bộ họp xét, ra nghị quyết',
  sectionReport: 'Đảng ủy bộ phận thẩm định, báo cáo',
  committeeVote: 'Đảng ủy cơ sở họp, ra nghị quyết',
  submit: 'Gửi hồ sơ lên cấp ủy có thẩm quyền',
  decision: 'Cấp ủy có thẩm quyền quyết định',
  ceremony: 'Tổ chức lễ kết nạp',
  recognitionVote: 'Chi bộ xét, ra nghị quyết đề nghị công nhận đảng viên chính thức',
  recognitionReport: 'Đảng ủy bộ phận thẩm định, báo cáo việc công nhận đảng viên chính thức',
  recognitionCommittee: 'Đảng ủy cơ sở ra nghị quyết đề nghị công nhận đảng viên chính thức',
  recognitionSubmit: 'Gửi hồ sơ đề nghị công nhận lên cấp ủy có thẩm quyền',
  recognitionDecision: 'Cấp ủy có thẩm quyền quyết định công nhận đảng viên chính thức',
  card: 'Phát thẻ đảng viên',
  removalVote: 'Chi bộ xét, đề nghị xóa tên khỏi danh sách đảng viên dự bị',
  removalCommittee: 'Đảng ủy cơ sở họp xét việc xóa tên đảng viên dự bị',
  removalSubmit: 'Gửi hồ sơ đề nghị xóa tên đảng viên dự bị',
  removalDecision: 'Cấp ủy có thẩm quyền quyết định xóa tên đảng viên dự bị',
  cancellationVote: 'Chi bộ xét việc hủy quyết định kết nạp',
  cancellationCommittee: 'Đảng ủy cơ sở họp xét việc hủy quyết định kết nạp',
  cancellationSubmit: 'Gửi hồ sơ đề nghị hủy quyết định kết nạp',
  cancellationDecision: 'Cấp ủy có thẩm quyền hủy quyết định kết nạp',
}

/** What is to be done next. */
export const NEXT_STEPS: Labels<NextStepName> = {
  assignHelper: 'Phân công đảng viên chính thức giúp đỡ',
  attendClass: 'Học lớp bồi dưỡng nhận thức về Đảng',
  application: 'Viết đơn xin vào Đảng',
  resume: 'Khai lý lịch của người xin vào Đảng',
  verification: 'Thẩm tra lý lịch',
  introductions: 'Viết văn bản giới thiệu',
  opinions: 'Tổng hợp ý kiến nhận xét',
  branchVote: STEPS.branchVote,
  sectionReport: STEPS.sectionReport,
  committeeVote: STEPS.committeeVote,
  submit: STEPS.submit,
  decision: STEPS.decision,
  reportShortVote: 'Báo cáo việc không đủ tỷ lệ tán thành lên cấp ủy có thẩm quyền',
  receive: 'Tiếp nhận hồ sơ',
  answerReturn: 'Bổ sung hồ sơ được trả lại',
  recordReceipt: 'Ghi ngày nhận quyết định',
  ceremony: STEPS.ceremony,
  newMemberClass: 'Học lớp bồi dưỡng đảng viên mới',
  selfReview: 'Viết bản tự kiểm điểm của đảng viên dự bị',
  helperReview: 'Viết bản nhận xét đảng viên dự bị',
  probationOpinions: 'Tổng hợp ý kiến nhận xét đối với đảng viên dự bị',
  recognitionVote: STEPS.recognitionVote,
  recognitionReport: STEPS.recognitionReport,
  recognitionCommittee: STEPS.recognitionCommittee,
  recognitionSubmit: STEPS.recognitionSubmit,
  recognitionDecision: STEPS.recognitionDecision,
  card: STEPS.card,
  removalVote: STEPS.removalVote,
  removalCommittee: STEPS.removalCommittee,
  removalSubmit: STEPS.removalSubmit,
  removalDecision: STEPS.removalDecision,
  cancellationVote: STEPS.cancellationVote,
  cancellationCommittee: STEPS.cancellationCommittee,
  cancellationSubmit: STEPS.cancellationSubmit,
  cancellationDecision: STEPS.cancellationDecision,
  completeTransfer: 'Hoàn thành việc chuyển sinh hoạt đảng',
  reportDeparture: 'Báo đảng viên từ trần, ra khỏi Đảng lên cấp trên',
}

/** Who takes a step; where the rule set names the body, that name is shown instead. */
export const ACTORS: Labels<Actor> = {
  candidate: 'Người vào Đảng',
  probationary: 'Đảng viên dự bị',
  helper: 'Đảng viên được phân công giúp đỡ',
  introducers: 'Người, tổ chức giới thiệu',
  training: 'Trung tâm chính trị',
  branch: 'Chi bộ',
  section: 'Đảng ủy bộ phận',
  committee: 'Đảng ủy cơ sở',
  submitter: 'Đơn vị gửi hồ sơ',
  deciding: 'Cấp ủy có thẩm quyền',
}

/** Time limits. */
export const LIMITS: Labels<DeadlineId> = {
  dossier: 'Hạn xét hồ sơ kể từ khi lập',
  verification: 'Hạn trả lời thẩm tra lý lịch trong nước',
  verificationAbroad: 'Hạn trả lời thẩm tra lý lịch ở nước ngoài',
  decision: 'Hạn ra quyết định kết nạp',
  ceremony: 'Hạn tổ chức lễ kết nạp',
  probation: 'Thời gian dự bị',
  recognitionReview: 'Hạn chi bộ xét công nhận đảng viên chính thức',
  recognitionDecision: 'Hạn ra quyết định công nhận đảng viên chính thức',
  transferPresent: 'Hạn trình giấy giới thiệu sinh hoạt đảng tại nơi chuyển đến',
  transferWhole: 'Hạn hoàn thành việc chuyển sinh hoạt đảng',
  departureReport: 'Hạn báo đảng viên từ trần hoặc ra khỏi Đảng',
  answerReturn: 'Hạn bổ sung hồ sơ được trả lại',
}

/** The events time limits start from or end with. */
export const RULE_EVENTS: Labels<RuleEvent> = {
  application: 'ngày của đơn xin vào Đảng',
  verificationReceived: 'ngày nhận được công văn đề nghị thẩm tra',
  verificationAnswered: 'ngày trả lời thẩm tra',
  branchMeeting: 'ngày chi bộ họp xét',
  branchResolution: 'ngày chi bộ ra nghị quyết',
  decisionIssued: 'ngày ra quyết định',
  admissionIssued: 'ngày ra quyết định kết nạp',
  admissionReceived: 'ngày nhận quyết định kết nạp',
  ceremony: 'ngày tổ chức lễ kết nạp',
  probationEnd: 'ngày hết thời gian dự bị',
  recognitionMeeting: 'ngày chi bộ xét công nhận đảng viên chính thức',
  recognitionResolution: 'ngày chi bộ ra nghị quyết đề nghị công nhận',
  recognitionIssued: 'ngày ra quyết định công nhận',
  transferIssued: 'ngày của giấy giới thiệu sinh hoạt đảng',
  transferPresented: 'ngày trình giấy giới thiệu tại nơi chuyển đến',
  transferCompleted: 'ngày hoàn thành việc chuyển sinh hoạt đảng',
  departed: 'ngày đảng viên từ trần hoặc ra khỏi Đảng',
  departureReported: 'ngày báo đảng viên từ trần hoặc ra khỏi Đảng',
}

/** Units of time limits. */
export const DURATION_UNITS: Labels<Duration['unit']> = { workingDays: 'ngày làm việc', months: 'tháng', days: 'ngày' }

/** Said of a deadline whose way touches a year without published holidays. */
export const PROVISIONAL = 'Chưa có lịch nghỉ chính thức, hạn tạm tính'

/** What can be said of a paper of the checklist. */
export const PAPER_STATUSES: Labels<PaperStatus> = {
  present: 'Đã có',
  missing: 'Còn thiếu',
  expired: 'Hết giá trị, phải làm lại',
  expiring: 'Sắp hết giá trị',
  notNeeded: 'Không cần',
  outside: 'Đã có, lưu riêng',
}

/** When a paper is needed. */
export const CONDITIONS: Labels<Condition> = {
  always: 'Luôn phải có',
  optional: 'Có thì lưu, không bắt buộc',
  ifYouthUnion: 'Khi Đoàn TNCS Hồ Chí Minh giới thiệu',
  ifTradeUnion: 'Khi công đoàn giới thiệu',
  ifNoUnion: 'Khi hai đảng viên chính thức giới thiệu',
  ifSection: 'Khi chi bộ thuộc đảng ủy bộ phận',
  ifCommittee: 'Khi phải qua đảng ủy cơ sở',
  ifOverAge: 'Khi người vào Đảng quá tuổi tối đa',
  ifElder: 'Khi áp dụng mức học vấn dành cho già làng, trưởng bản, người có uy tín',
  ifCeremonyLate: 'Khi tổ chức lễ kết nạp quá hạn',
  ifReligion: 'Khi người vào Đảng theo tôn giáo',
  ifForeignElement: 'Khi người vào Đảng có yếu tố nước ngoài',
  ifPoliticalHistory: 'Khi có vấn đề về lịch sử chính trị hoặc chính trị hiện nay',
  ifPopulation: 'Khi phải xem xét việc chấp hành chính sách dân số',
  ifOwner: 'Khi người vào Đảng là chủ doanh nghiệp tư nhân',
  ifReadmission: 'Khi kết nạp lại',
  ifSeconded: 'Khi người vào Đảng được cử biệt phái đến nơi khác',
  ifMovedIn: 'Khi người vào Đảng chuyển từ nơi khác đến',
}

/** Why a paper has its status. */
export const PAPER_REASONS: Labels<PaperWhy> = {
  optional: 'Không bắt buộc',
  ifYouthUnion: 'Chỉ cần khi Đoàn TNCS Hồ Chí Minh giới thiệu',
  ifTradeUnion: 'Chỉ cần khi công đoàn giới thiệu',
  ifNoUnion: 'Chỉ cần khi đảng viên giới thiệu mà không có tổ chức đoàn thể',
  ifSection: 'Chỉ cần khi chi bộ thuộc đảng ủy bộ phận',
  ifCommittee: 'Chỉ cần khi phải qua đảng ủy cơ sở',
  ifOverAge: 'Chỉ cần khi người vào Đảng quá tuổi tối đa',
  ifElder: 'Chỉ cần khi áp dụng mức học vấn dành cho già làng, trưởng bản, người có uy tín',
  ifCeremonyLate: 'Chỉ cần khi tổ chức lễ kết nạp quá hạn',
  ifReligion: 'Chỉ cần đối với người theo tôn giáo',
  ifForeignElement: 'Chỉ cần khi có yếu tố nước ngoài',
  ifPoliticalHistory: 'Chỉ cần khi có vấn đề về lịch sử chính trị hoặc chính trị hiện nay',
  ifPopulation: 'Chỉ cần khi phải xem xét việc chấp hành chính sách dân số',
  ifOwner: 'Chỉ cần đối với chủ doanh nghiệp tư nhân',
  ifReadmission: 'Chỉ cần khi kết nạp lại',
  ifSeconded: 'Chỉ cần đối với người được cử biệt phái',
  ifMovedIn: 'Chỉ cần đối với người chuyển từ nơi khác đến',
  notYet: 'Chưa đến bước cần giấy tờ này',
  validity: 'Quá thời hạn giá trị của giấy tờ',
  dossier: 'Hồ sơ đã quá hạn xét, giấy tờ phải làm lại',
  undated: 'Chưa ghi ngày',
}

/** Parts of the dossier. */
export const PHASES: Labels<ChecklistLine['phase']> = {
  a: 'Khi chi bộ xét kết nạp',
  b: 'Sau khi chi bộ đồng ý',
  c: 'Khi xét công nhận đảng viên chính thức',
}

/** Who may introduce a candidate. */
export const ROUTES: Labels<IntroductionRoute['kind']> = {
  members: 'Do đảng viên chính thức giới thiệu',
  youthUnion: 'Do Đoàn TNCS Hồ Chí Minh và đảng viên chính thức giới thiệu',
  tradeUnion: 'Do công đoàn và đảng viên chính thức giới thiệu',
}

/** Paths of a case. */
export const PATHS: Labels<PathKind> = {
  branch: 'Chi bộ trực thuộc đảng ủy cơ sở',
  baseBranch: 'Chi bộ cơ sở',
  section: 'Chi bộ thuộc đảng ủy bộ phận',
  baseCommittee: 'Đảng bộ cơ sở',
  delegated: 'Đảng ủy cơ sở được ủy quyền quyết định',
  delegatedSection: 'Chi bộ thuộc đảng ủy bộ phận, đảng ủy cơ sở được ủy quyền quyết định',
}

/** How grave a finding is. */
export const SEVERITIES: Labels<Severity> = {
  block: 'Phải xử lý trước',
  warn: 'Cần kiểm tra',
  info: 'Để biết',
}

/** The act of an authorised person who lets a case go on in spite of a finding. */
export const LIFT = 'Chấp thuận ngoại lệ'

/** A time limit that the deciding office has lengthened. */
export const EXTENDED = 'Đã gia hạn'

/** An authorised person confirms what a clerk has recorded. */
export const LIFT_CONFIRM = 'Xác nhận chấp thuận ngoại lệ'

/** The mark until then. */
export const LIFT_WAITS = 'Chờ người có thẩm quyền xác nhận'

/** Said of a rule whose text nobody has seen. */
export const UNCONFIRMED = 'chưa đối chiếu được với văn bản gốc'

/**
 * The name of a paper by its code, as the newest shipped rule set that has it calls it.
 * @returns null where no shipped set has it
 */
export function paperName(code: string): string | null {
  const papers = RULE_SETS.toReversed().flatMap((set) => set.papers)
  return papers.find((paper) => paper.code === code)?.name.value ?? null
}
