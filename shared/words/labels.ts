/**
 * Vietnamese names of the closed lists people meet: offices, units, persons, stages, acts. Total maps, so that a new code
 * does not compile without its name. Names of regulations, papers and bodies are data of the rule sets, not here.
 */
import type { BranchVote, CancelGround, Decision, Matter, Paper } from '../model/acts.ts'
import type { CaseState } from '../model/case-state.ts'
import type {
  Area,
  Capacity,
  Education,
  Occupation,
  Qualification,
  Relation,
  Role,
  Sector,
  Sex,
  Source,
  Stage,
  UnitType,
} from '../model/codes.ts'
import type { MemberStatus } from '../model/office.ts'
import { UNKNOWN } from './show.ts'

/** A name for every code of a list. */
export type Labels<Code extends string> = { readonly [C in Code]: string }

/**
 * The name of a code that comes as plain text, e.g. in the data of a refusal.
 * @returns 'chưa rõ' where the list has no such code
 */
export function labelOf(labels: Readonly<Record<string, string>>, code: unknown): string {
  return typeof code === 'string' && Object.hasOwn(labels, code) ? (labels[code] ?? UNKNOWN) : UNKNOWN
}

/** Where a case stands. */
export const STAGES: Labels<Stage> = {
  listed: 'Trong danh sách nguồn',
  helped: 'Đang được giúp đỡ',
  trained: 'Đã học lớp bồi dưỡng nhận thức về Đảng',
  preparing: 'Đang lập hồ sơ',
  branchVoted: 'Chi bộ đã họp xét',
  committeeVoted: 'Đảng ủy cơ sở đã họp xét',
  submitted: 'Đã gửi hồ sơ, chờ tiếp nhận',
  received: 'Cấp ủy có thẩm quyền đã tiếp nhận',
  returned: 'Hồ sơ được trả lại để bổ sung',
  admitted: 'Đã có quyết định kết nạp',
  refused: 'Cấp ủy có thẩm quyền không đồng ý kết nạp',
  decisionReceived: 'Đã nhận quyết định kết nạp',
  probation: 'Đảng viên dự bị',
  withdrawn: 'Xin rút hồ sơ',
  removed: 'Đưa ra khỏi danh sách',
  movedAway: 'Chuyển đi nơi khác',
  died: 'Từ trần',
  recognitionVoted: 'Chi bộ đã họp xét công nhận chính thức',
  recognitionCommitteeVoted: 'Đảng ủy cơ sở đã họp xét công nhận chính thức',
  recognitionSubmitted: 'Đã gửi hồ sơ công nhận chính thức, chờ tiếp nhận',
  recognitionReceived: 'Cấp ủy có thẩm quyền đã tiếp nhận hồ sơ công nhận chính thức',
  recognitionReturned: 'Hồ sơ công nhận chính thức được trả lại để bổ sung',
  recognitionRefused: 'Cấp ủy có thẩm quyền không đồng ý công nhận chính thức',
  recognised: 'Đảng viên chính thức',
  cardIssued: 'Đảng viên chính thức, đã phát thẻ',
  removalProposed: 'Đang xét xóa tên khỏi danh sách đảng viên dự bị',
  removalSubmitted: 'Đã gửi hồ sơ đề nghị xóa tên đảng viên dự bị',
  removalReturned: 'Hồ sơ đề nghị xóa tên được trả lại để bổ sung',
  struckOff: 'Đã xóa tên khỏi danh sách đảng viên dự bị',
  cancellationProposed: 'Đang xét hủy quyết định kết nạp',
  cancellationSubmitted: 'Đã gửi hồ sơ đề nghị hủy quyết định kết nạp',
  cancellationReturned: 'Hồ sơ đề nghị hủy quyết định kết nạp được trả lại để bổ sung',
  cancelled: 'Đã hủy quyết định kết nạp',
  left: 'Ra khỏi Đảng',
}

/** What a vote, a dossier or a decision is about. */
export const MATTERS: Labels<Matter> = {
  admission: 'Kết nạp',
  recognition: 'Công nhận đảng viên chính thức',
  removal: 'Xóa tên khỏi danh sách đảng viên dự bị',
  cancellation: 'Hủy quyết định kết nạp',
}

/** What came of a vote. */
export const VOTE_OUTCOMES: Labels<'passed' | 'short'> = {
  passed: 'Đã ra nghị quyết',
  short: 'Không đủ tỷ lệ tán thành',
}

/** How a branch votes. */
export const VOTE_METHODS: Labels<BranchVote['method']> = {
  ballot: 'Bỏ phiếu kín',
  card: 'Biểu quyết bằng thẻ đảng viên',
}

/** What a decision says. */
export const DECISION_OUTCOMES: Labels<Decision['outcome']> = {
  admit: 'Đồng ý kết nạp',
  refuse: 'Không đồng ý',
  recognise: 'Công nhận đảng viên chính thức',
  remove: 'Xóa tên khỏi danh sách đảng viên dự bị',
  cancel: 'Hủy quyết định kết nạp',
}

/** Why an admission is cancelled. */
export const CANCEL_GROUNDS: Labels<CancelGround> = {
  criteria: 'Không đủ tiêu chuẩn, điều kiện kết nạp',
  procedure: 'Kết nạp không đúng thẩm quyền hoặc thủ tục',
}

/** Where a paper is kept. */
export const PAPER_PLACES: Labels<Paper['kept']> = {
  here: 'Lưu trong phần mềm',
  outside: 'Lưu riêng, không đưa vào phần mềm',
}

/** How much is known of a case. */
export const KNOWN: Labels<CaseState['known']> = {
  full: 'Đầy đủ, do đơn vị mình quản lý',
  snapshot: 'Theo hồ sơ đã gửi',
  line: 'Chỉ có dòng danh sách',
}

/** Roles of people in an office. */
export const ROLES: Labels<Role> = {
  administrator: 'Quản trị viên',
  clerk: 'Cán bộ nghiệp vụ',
  secretary: 'Bí thư, phó bí thư',
  reviewer: 'Cán bộ thẩm định',
  decider: 'Người ghi quyết định',
  organiser: 'Cán bộ tổ chức lớp',
  viewer: 'Người xem',
}

/** What an office does. */
export const CAPACITIES: Labels<Capacity> = {
  proposes: 'Đề nghị kết nạp',
  decides: 'Quyết định kết nạp',
  trains: 'Mở lớp bồi dưỡng',
}

/** What an office does, explained in a line. */
export const CAPACITY_NOTES: Labels<Capacity> = {
  proposes: 'Theo dõi nguồn, lập hồ sơ, ghi các cuộc họp xét và gửi hồ sơ lên cấp ủy có thẩm quyền.',
  decides: 'Tiếp nhận và thẩm định hồ sơ, ghi quyết định của cấp ủy, tổng hợp báo cáo.',
  trains: 'Nhận danh sách cử đi học, mở lớp, trả danh sách và kết quả; không xem hồ sơ.',
}

/** Roles explained in a line: what the program lets each do. */
export const ROLE_NOTES: Labels<Role> = {
  administrator: 'Người dùng, thông tin đơn vị, thiết lập, kết nối với đơn vị khác; ghi được mọi việc của hồ sơ.',
  clerk: 'Danh sách nguồn, giấy tờ, các cuộc họp, gửi hồ sơ; xuất và nhận gói dữ liệu.',
  secretary: 'Như cán bộ nghiệp vụ; chịu trách nhiệm khi chấp thuận ngoại lệ.',
  reviewer: 'Tiếp nhận, thẩm định và trả hồ sơ của đơn vị cấp dưới.',
  decider: 'Tiếp nhận hồ sơ, ghi quyết định và chấp thuận ngoại lệ.',
  organiser: 'Xuất và nhận gói dữ liệu về lớp bồi dưỡng, sao lưu; không xem hồ sơ, bản quét, việc xét và biểu quyết.',
  viewer: 'Chỉ xem, không ghi.',
}

/** How another office stands to ours. */
export const RELATIONS: Labels<Relation> = {
  superior: 'Cấp ủy cấp trên',
  subordinate: 'Đơn vị cấp dưới',
  trainer: 'Trung tâm chính trị',
  successor: 'Đơn vị kế thừa đơn vị mình sau sáp nhập',
  predecessor: 'Đơn vị cũ nhập vào đơn vị mình',
}

/** Kinds of units. */
export const UNIT_TYPES: Labels<UnitType> = {
  branch: 'Chi bộ',
  baseBranch: 'Chi bộ cơ sở',
  section: 'Đảng ủy bộ phận',
  baseCommittee: 'Đảng bộ cơ sở',
  upperCommittee: 'Đảng bộ cấp trên',
}

/** Sectors of units. */
export const SECTORS: Labels<Sector> = {
  residential: 'Khu dân cư',
  enterprise: 'Doanh nghiệp',
  school: 'Trường học',
  agency: 'Cơ quan',
  publicService: 'Đơn vị sự nghiệp',
  armedForces: 'Lực lượng vũ trang',
}

/** Areas of units. */
export const AREAS: Labels<Area> = { rural: 'Nông thôn', urban: 'Thành thị' }

/** Sex as the identity papers have it. */
export const SEXES: Labels<Sex> = { male: 'Nam', female: 'Nữ' }

/** General education. */
export const EDUCATIONS: Labels<Education> = {
  none: 'Không biết chữ',
  literate: 'Biết đọc, biết viết chữ quốc ngữ',
  primary: 'Tiểu học',
  lowerSecondary: 'Trung học cơ sở',
  upperSecondary: 'Trung học phổ thông',
}

/** Professional training. */
export const QUALIFICATIONS: Labels<Qualification> = {
  none: 'Chưa qua đào tạo',
  elementary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  bachelor: 'Đại học',
  master: 'Thạc sĩ',
  doctor: 'Tiến sĩ',
}

/** Occupation groups of the statistics. */
export const OCCUPATIONS: Labels<Occupation> = {
  farmer: 'Nông dân',
  worker: 'Công nhân, lao động',
  official: 'Cán bộ, công chức',
  publicEmployee: 'Viên chức',
  manager: 'Quản lý doanh nghiệp',
  owner: 'Chủ doanh nghiệp tư nhân',
  armedForces: 'Lực lượng vũ trang',
  pupil: 'Học sinh',
  student: 'Sinh viên',
  freelance: 'Lao động tự do',
  retired: 'Nghỉ hưu',
  other: 'Nghề nghiệp khác',
}

/** Who introduced a person. */
export const SOURCES: Labels<Source> = {
  youthUnion: 'Đoàn TNCS Hồ Chí Minh',
  tradeUnion: 'Công đoàn',
  womenUnion: 'Hội Liên hiệp Phụ nữ',
  farmersUnion: 'Hội Nông dân',
  veterans: 'Hội Cựu chiến binh',
  fatherlandFront: 'Mặt trận Tổ quốc',
  branch: 'Chi bộ',
  other: 'Nguồn khác',
}

/** How a member of the register stands. */
export const MEMBER_STATUSES: Labels<MemberStatus> = {
  active: 'Đang sinh hoạt',
  exempt: 'Được miễn công tác, sinh hoạt',
  away: 'Sinh hoạt tạm thời nơi khác',
  suspended: 'Bị đình chỉ sinh hoạt',
  moved: 'Đã chuyển sinh hoạt đảng đi nơi khác',
  expelled: 'Bị khai trừ hoặc bị xóa tên',
  left: 'Không còn sinh hoạt tại đơn vị',
  died: 'Từ trần',
}

/** The mark of what was recorded from paper for an office without the program. */
export const ON_PAPER = 'Theo văn bản giấy'

/** The mark of what happened before the program was used. */
export const TAKEN_OVER = 'Trước khi dùng phần mềm'

/** The mark of two versions a person has to choose from. */
export const CONFLICT = 'Cần đối chiếu'

/** The mark of what did not go over with a case. */
export const NOT_ALONG = 'Không đi theo hồ sơ'

/** The heading over an article and what to do about it. */
export const WHY = 'Căn cứ và cách xử lý'
