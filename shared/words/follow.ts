/**
 * Vietnamese names around follow-up: models and examples, directives, conferences and publicity, inspections, ratings. Total
 * maps, so that a new code does not compile without its name; names of levels are only offered, an office may set its own.
 */
import type {
  ConferenceKind,
  DirectiveKind,
  ExampleArea,
  ExampleKind,
  FindingKind,
  InspectionKind,
  MendCheck,
  ModelArea,
  PublicityChannel,
  RatedAs,
  TellConsent,
} from '../model/follow/facts.ts'
import type { MendStanding } from '../model/follow/inspection-state.ts'
import type { Proposal } from '../reports/emulation.ts'
import type { Labels } from './labels.ts'
import { showRatio } from './reports.ts'
import { showDay, showNumber } from './show.ts'

/** Where a model works. */
export const MODEL_AREAS: Labels<ModelArea> = {
  pupils: 'Học sinh, trường học',
  enterprise: 'Người lao động trong doanh nghiệp',
  residential: 'Khu dân cư',
  agency: 'Cơ quan, đơn vị',
  other: 'Lĩnh vực khác',
}

/** What an example is one of. */
export const EXAMPLE_KINDS: Labels<ExampleKind> = {
  goodPerson: 'Người tốt',
  goodDeed: 'Việc tốt',
  exemplaryMember: 'Đảng viên gương mẫu, có uy tín',
  collective: 'Tập thể tiêu biểu',
}

/** Where an example was set. */
export const EXAMPLE_AREAS: Labels<ExampleArea> = {
  labour: 'Lao động',
  production: 'Sản xuất, kinh doanh',
  study: 'Học tập',
  work: 'Công tác',
  community: 'Hoạt động ở cộng đồng',
}

/** How a person agreed to be told of. */
export const CONSENT_WAYS: Labels<TellConsent['how']> = { written: 'Bằng văn bản', spoken: 'Bằng lời nói' }

/** What a directive is. */
export const DIRECTIVE_KINDS: Labels<DirectiveKind> = {
  directive: 'Chỉ thị',
  resolution: 'Nghị quyết',
  programme: 'Chương trình hành động',
  plan: 'Kế hoạch',
  guidance: 'Hướng dẫn',
  letter: 'Công văn',
  notice: 'Thông báo',
  other: 'Văn bản khác',
}

/** What a conference was for. */
export const CONFERENCE_KINDS: Labels<ConferenceKind> = {
  study: 'Hội nghị quán triệt',
  training: 'Tập huấn nghiệp vụ',
  review: 'Sơ kết, tổng kết',
  subject: 'Sinh hoạt chuyên đề',
}

/** How something is made known. */
export const PUBLICITY_CHANNELS: Labels<PublicityChannel> = {
  radio: 'Tin, bài trên hệ thống truyền thanh',
  website: 'Tin, bài trên trang thông tin điện tử',
  socialMedia: 'Tin, bài trên mạng xã hội',
  press: 'Tin, bài trên báo, đài của tỉnh',
  poster: 'Pa nô, áp phích, khẩu hiệu',
  talk: 'Buổi nói chuyện, tuyên truyền miệng',
  contest: 'Cuộc thi tìm hiểu',
  other: 'Hình thức khác',
}

/** Kiểm tra, giám sát. */
export const INSPECTION_KINDS: Labels<InspectionKind> = { inspection: 'Kiểm tra', supervision: 'Giám sát' }

/** What an inspection found. */
export const FINDING_KINDS: Labels<FindingKind> = {
  strength: 'Ưu điểm',
  shortcoming: 'Hạn chế, khuyết điểm',
  breach: 'Vi phạm',
}

/** Where the mending of a finding stands. */
export const MEND_STANDINGS: Labels<MendStanding> = {
  nothingToMend: 'Không phải khắc phục',
  open: 'Chưa khắc phục',
  reported: 'Đã báo khắc phục, chờ xem xét',
  partly: 'Khắc phục một phần',
  notMended: 'Xem xét lại: chưa khắc phục',
  mended: 'Đã khắc phục xong',
}

/** What the follow-up saw. */
export const MEND_OUTCOMES: Labels<MendCheck['outcome']> = {
  mended: 'Đã khắc phục xong',
  partly: 'Khắc phục một phần',
  notMended: 'Chưa khắc phục',
}

/** Whose quality is rated. */
export const RATED_AS: Labels<RatedAs> = {
  committee: 'Cấp ủy, tổ chức đảng',
  branch: 'Chi bộ',
  collective: 'Tập thể lãnh đạo',
  leader: 'Cá nhân lãnh đạo',
  head: 'Người đứng đầu cấp ủy',
}

/** Levels of the year-end rating offered until an office sets its own, the best first. */
export const RATING_LEVELS: readonly string[] = [
  'Hoàn thành xuất sắc nhiệm vụ',
  'Hoàn thành tốt nhiệm vụ',
  'Hoàn thành nhiệm vụ',
  'Không hoàn thành nhiệm vụ',
]

/** Forms of commendation that are offered; any other may be typed. */
export const COMMENDATION_FORMS: readonly string[] = [
  'Biểu dương',
  'Giấy khen',
  'Bằng khen',
  'Đề nghị cấp trên khen thưởng',
]

/** Forms of correction that are offered; any other may be typed. */
export const CORRECTION_FORMS: readonly string[] = [
  'Nhắc nhở bằng văn bản',
  'Yêu cầu báo cáo, giải trình',
  'Yêu cầu kiểm điểm trách nhiệm',
  'Làm việc trực tiếp với cấp ủy',
]

/** What the data suggests. */
export const PROPOSAL_NAMES: Labels<Proposal['code']> = {
  planExceeded: 'Đạt hoặc vượt chỉ tiêu kết nạp',
  shareReached: 'Đạt tỷ lệ kết nạp từ 3% trở lên so với số đảng viên',
  planMissed: 'Không hoàn thành chỉ tiêu kết nạp',
  idleBranch: 'Nhiều năm không kết nạp được đảng viên',
  findingsOverdue: 'Chậm khắc phục sau kiểm tra, giám sát',
}

/** The figures a suggestion rests on, as a sentence. */
export function proposalReason(proposal: Proposal): string {
  switch (proposal.code) {
    case 'planExceeded':
    case 'planMissed':
      return `Kết nạp ${showNumber(proposal.admitted)} trên chỉ tiêu ${showNumber(proposal.plan)} đảng viên, đạt ${showRatio(proposal.ratio)} kế hoạch năm.`
    case 'shareReached':
      return `Kết nạp ${showNumber(proposal.admitted)} đảng viên, bằng ${showRatio(proposal.ratio)} tổng số đảng viên.`
    case 'idleBranch':
      return proposal.last === null
        ? 'Chưa có lần kết nạp nào được ghi.'
        : `Lần kết nạp gần nhất ngày ${showDay(proposal.last)}.`
    case 'findingsOverdue':
      return `${showNumber(proposal.count)} nội dung quá hạn khắc phục, sớm nhất từ ngày ${showDay(proposal.since)}.`
  }
}

/** An office whose name is not known here. */
export const OTHER_OFFICE = 'đơn vị khác'
