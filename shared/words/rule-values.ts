/**
 * Values of rule sets as a person reads them: the name of each by its address, and the value itself. Used by the settings
 * page, by refusals and by the generated page shared/rules/RULES.md, so that all call a value the same.
 */
import { trusted } from '../base/trust.ts'
import type { BarredExit, LimitId, SpecialCase, Step, VerifiedRelative, WaivingRelative } from '../rules/rule-codes.ts'
import type { PathKind } from '../model/codes.ts'
import type { BodyDenominator, BranchDenominator, Duration, RuleSet, Share } from '../rules/rule-set.ts'
import { CONDITIONS, DURATION_UNITS, LIMITS, PATHS, RULE_EVENTS, SEVERITIES, STEPS } from './labels-rules.ts'
import { EDUCATIONS, labelOf, type Labels } from './labels.ts'
import { showDay, upper } from './show.ts'

/** Special cases. */
export const SPECIAL_CASES: Labels<SpecialCase> = {
  religion: 'Người theo tôn giáo',
  foreignElement: 'Người có yếu tố nước ngoài',
  politicalHistory: 'Người có vấn đề lịch sử chính trị, chính trị hiện nay',
  population: 'Việc chấp hành chính sách dân số',
  owner: 'Chủ doanh nghiệp tư nhân',
  readmission: 'Kết nạp lại',
  seconded: 'Người được cử biệt phái',
  movedIn: 'Người chuyển từ nơi khác đến',
}

/** Ways of leaving the Party after which nobody is admitted again. */
export const BARRED_EXITS: Labels<BarredExit> = {
  abandoned: 'tự bỏ sinh hoạt đảng',
  ownRequest: 'làm đơn xin ra khỏi Đảng',
  disunity: 'gây mất đoàn kết nội bộ nghiêm trọng',
  corruption: 'bị kết án vì tham nhũng',
  seriousCrime: 'bị kết án tội nghiêm trọng trở lên',
}

/** Relatives whose history is verified. */
export const VERIFIED_RELATIVES: Labels<VerifiedRelative> = {
  self: 'người vào Đảng',
  father: 'cha đẻ',
  mother: 'mẹ đẻ',
  fosterParent: 'người trực tiếp nuôi dưỡng',
  spouse: 'vợ hoặc chồng',
  spouseFather: 'cha của vợ hoặc chồng',
  spouseMother: 'mẹ của vợ hoặc chồng',
  child: 'con đẻ có đủ năng lực hành vi dân sự',
}

/** Relatives whose membership spares a new verification. */
export const WAIVING_RELATIVES: Labels<WaivingRelative> = {
  father: 'cha',
  mother: 'mẹ',
  sibling: 'anh, chị, em ruột',
  child: 'con',
}

/** Whom a share of votes is taken of. */
export const DENOMINATORS: Labels<BranchDenominator | BodyDenominator> = {
  officialSummoned: 'đảng viên chính thức được triệu tập',
  official: 'toàn bộ đảng viên chính thức',
  presentOfficial: 'đảng viên chính thức có mặt',
  members: 'toàn bộ cấp ủy viên',
  present: 'cấp ủy viên có mặt',
}

/** Groups of values, in the order of a set, by the first part of the address. */
export const RULE_GROUPS: Labels<RuleGroup> = {
  period: 'Thời gian hiệu lực',
  structure: 'Tổ chức, các bước và nơi quyết định',
  eligibility: 'Điều kiện và người giới thiệu',
  limits: 'Thời hạn',
  votes: 'Biểu quyết',
  papers: 'Giấy tờ',
  readmission: 'Kết nạp lại',
  population: 'Chính sách dân số',
  specials: 'Trường hợp cần văn bản riêng',
  verification: 'Thẩm tra lý lịch',
  membership: 'Chuyển sinh hoạt, xóa tên',
  requirements: 'Yêu cầu được kiểm tra',
  notices: 'Nhắc việc',
  planning: 'Tính ngày cho một đợt kết nạp',
}

/** First part of an address. */
export type RuleGroup =
  | 'period'
  | 'structure'
  | 'eligibility'
  | 'limits'
  | 'votes'
  | 'papers'
  | 'readmission'
  | 'population'
  | 'specials'
  | 'verification'
  | 'membership'
  | 'requirements'
  | 'notices'
  | 'planning'

/**
 * The name of a value.
 * @param set - the set it belongs to; papers are named as that set calls them
 * @param address - e.g. 'limits.decision.length'
 */
export function ruleValueName(set: Pick<RuleSet, 'papers'>, address: string): string {
  const [group = '', key = '', part = ''] = address.split('.')
  if (group === 'papers') {
    const paper = set.papers.find(({ code }) => code === key)
    return `${paper?.form === undefined ? '' : `${paper.form}, `}${paper?.name.value ?? key}: ${PAPER_PARTS[part] ?? part}`
  }
  if (group === 'limits') return `${labelOf(LIMITS, trusted<LimitId>(key))}: ${LIMIT_PARTS[part] ?? part}`
  if (group === 'specials')
    return `${labelOf(SPECIAL_CASES, trusted<SpecialCase>(key))}: ${part === 'papers' ? 'văn bản' : 'mức độ'}`
  if (address.startsWith('structure.paths.'))
    return `Các bước đến khi kết nạp, ${PATHS[trusted<PathKind>(part)] ?? part}`
  if (address.startsWith('structure.recognitionPaths.'))
    return `Các bước công nhận chính thức, ${PATHS[trusted<PathKind>(part)] ?? part}`
  return NAMES[address] ?? address
}

/**
 * A value in words.
 * @param address - where it stands
 * @param value - the value
 */
export function showRuleValue(address: string, value: unknown): string {
  if (value === null || value === undefined) return 'không có'
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (typeof value === 'number') return `${value}${unitOf(address)}`
  if (typeof value === 'string') return wordOf(address, value)
  if (Array.isArray(value))
    return value.map((part: unknown) => showRuleValue(address, part)).join(LISTS.test(address) ? ' → ' : ', ')
  return showObject(value)
}

/** The same, with the days of the period of a set as days. */
export function showAddressedValue(address: string, value: unknown): string {
  return ruleGroupOf(address) === 'period' && typeof value === 'string' ? showDay(value) : showRuleValue(address, value)
}

/** The group that an address stands under. */
export function ruleGroupOf(address: string): RuleGroup {
  return address === 'from' || address === 'to' ? 'period' : trusted<RuleGroup>(address.split('.')[0] ?? '')
}

const LISTS = /^structure\.(?:paths\.|recognitionPaths\.|cancellationPath$)/

function showObject(value: object): string {
  if ('amount' in value) {
    const { amount, unit } = trusted<Duration>(value)
    return `${amount} ${DURATION_UNITS[unit]}`
  }
  if ('numerator' in value) {
    const { numerator, denominator, strict } = trusted<Share>(value)
    return `${strict ? 'trên' : 'từ'} ${numerator}/${denominator}${strict ? '' : ' trở lên'}`
  }
  if ('months' in value) return `${String(value.months)} tháng, tính đến ngày chi bộ họp`
  return JSON.stringify(value)
}

function unitOf(address: string): string {
  if (address.startsWith('papers.')) return ' bản'
  if (address.startsWith('planning.')) return ' ngày làm việc'
  if (address.endsWith('Months') || address.endsWith('.monthsOut')) return ' tháng'
  if (address.endsWith('Days')) return ' ngày'
  if (address.endsWith('Percent')) return '%'
  if (address === 'notices.ageBands') return ' tuổi'
  return address.endsWith('Years') ? ' năm' : ''
}

function wordOf(address: string, value: string): string {
  const last = address.split('.').at(-1) ?? ''
  if (address.startsWith('eligibility.education.') && !last.endsWith('Consent')) return labelOf(EDUCATIONS, value)
  if (last === 'requiredWhen') return labelOf(CONDITIONS, value)
  if (last === 'start') return labelOf(RULE_EVENTS, value)
  if (last === 'of') return labelOf(DENOMINATORS, value)
  if (last === 'severity') return labelOf(SEVERITIES, value)
  if (last === 'barred') return labelOf(BARRED_EXITS, value)
  if (last === 'scope') return labelOf(VERIFIED_RELATIVES, value)
  if (last === 'waivedBy') return labelOf(WAIVING_RELATIVES, value)
  if (LISTS.test(address)) return labelOf(STEPS, trusted<Step>(value))
  return upper(value)
}

const PAPER_PARTS: Readonly<Record<string, string>> = {
  name: 'tên',
  requiredWhen: 'khi nào phải có',
  signedBy: 'người ký',
  validity: 'giá trị trong',
  renewed: 'phải làm lại khi hồ sơ quá hạn xét',
  copies: 'số bản',
}

const LIMIT_PARTS: Readonly<Record<string, string>> = {
  length: 'thời hạn',
  start: 'tính từ',
  extension: 'được gia hạn',
}

const NAMES: Readonly<Record<string, string>> = {
  from: 'Có hiệu lực từ ngày',
  to: 'Hết hiệu lực sau ngày',
  'structure.levels.branch': 'Tên gọi chi bộ',
  'structure.levels.baseBranch': 'Tên gọi chi bộ cơ sở',
  'structure.levels.section': 'Tên gọi cấp ủy giữa chi bộ và đảng ủy cơ sở',
  'structure.levels.baseCommittee': 'Tên gọi đảng ủy cơ sở',
  'structure.levels.superior': 'Cấp ủy có thẩm quyền',
  'structure.levels.province': 'Cấp ủy trực thuộc Trung ương',
  'structure.decidingBody': 'Cơ quan ra quyết định',
  'structure.delegatedBody': 'Nơi được ủy quyền quyết định',
  'structure.reviewBody': 'Cơ quan thẩm định hồ sơ',
  'structure.trainingBody': 'Nơi mở lớp bồi dưỡng',
  'structure.consentBody': 'Nơi cho ý kiến đồng ý',
  'structure.cancellationPath': 'Các bước khi đề nghị hủy quyết định kết nạp',
  'structure.studyMonths': 'Học sinh, sinh viên xét tại nơi học khi học từ',
  'structure.secondmentMonths': 'Người biệt phái xét tại nơi đến khi biệt phái từ',
  'votes.branch.share': 'Chi bộ: tỷ lệ tán thành khi kết nạp',
  'votes.branch.of': 'Chi bộ: tính trên số',
  'votes.branch.minOfficial': 'Chi bộ: số đảng viên chính thức ít nhất để ra nghị quyết',
  'votes.committee.share': 'Đảng ủy cơ sở: tỷ lệ tán thành khi kết nạp',
  'votes.committee.of': 'Đảng ủy cơ sở: tính trên số',
  'votes.deciding.share': 'Cơ quan quyết định: tỷ lệ tán thành khi kết nạp',
  'votes.deciding.delegatedShare': 'Nơi được ủy quyền: tỷ lệ tán thành khi kết nạp',
  'votes.recognition.branch.share': 'Chi bộ: tỷ lệ tán thành khi công nhận chính thức',
  'votes.recognition.branch.of': 'Chi bộ, khi công nhận chính thức: tính trên số',
  'votes.recognition.committee.share': 'Đảng ủy cơ sở: tỷ lệ tán thành khi công nhận chính thức',
  'votes.recognition.committee.of': 'Đảng ủy cơ sở, khi công nhận chính thức: tính trên số',
  'votes.recognition.deciding.share': 'Cơ quan quyết định: tỷ lệ tán thành khi công nhận chính thức',
  'votes.recognition.deciding.delegatedShare': 'Nơi được ủy quyền: tỷ lệ tán thành khi công nhận chính thức',
  'votes.recognition.failedVotesReported': 'Số lần biểu quyết không đạt thì phải báo cáo cấp trên',
  'eligibility.minAgeMonths': 'Tuổi tối thiểu, tính theo tháng',
  'eligibility.maxAgeMonths': 'Tuổi tối đa, tính theo tháng',
  'eligibility.overAgeConsent': 'Văn bản đồng ý khi quá tuổi',
  'eligibility.education.minimum': 'Học vấn tối thiểu',
  'eligibility.education.specialArea': 'Học vấn tối thiểu ở vùng đặc biệt khó khăn',
  'eligibility.education.elder': 'Học vấn tối thiểu của già làng, trưởng bản, người có uy tín',
  'eligibility.education.elderConsent': 'Văn bản đồng ý về học vấn',
  'eligibility.youthUnderMonths': 'Còn trong tuổi thanh niên khi chưa đủ',
  'eligibility.introducers': 'Số đảng viên giới thiệu',
  'eligibility.introducersWithUnion': 'Số đảng viên giới thiệu khi có đoàn thể giới thiệu',
  'eligibility.introducerOfficial': 'Người giới thiệu phải là đảng viên chính thức',
  'eligibility.acquaintanceMonths': 'Cùng công tác, học tập, cư trú ít nhất',
  'readmission.monthsOut': 'Thời gian ra khỏi Đảng ít nhất',
  'readmission.lightCrimeMonths': 'Sau khi xóa án tích về tội ít nghiêm trọng',
  'readmission.onlyOnce': 'Chỉ kết nạp lại một lần',
  'readmission.barred': 'Không kết nạp lại người',
  'readmission.consent': 'Văn bản đồng ý kết nạp lại',
  'population.inForce': 'Kiểm tra việc chấp hành chính sách dân số',
  'population.thirdChildMonths': 'Sau khi sinh con thứ ba, ít nhất',
  'population.fourthChildMonths': 'Sau khi sinh con thứ tư, ít nhất',
  'population.barredFromChild': 'Không xét từ con thứ',
  'population.readmissionThirdChildMonths': 'Kết nạp lại sau khi sinh con thứ ba, ít nhất',
  'population.readmissionFourthChildMonths': 'Kết nạp lại sau khi sinh con thứ tư, ít nhất',
  'verification.scope': 'Những người phải thẩm tra',
  'verification.waivedBy': 'Không phải thẩm tra lại khi có người thân là đảng viên',
  'verification.deceased': 'Thẩm tra cả người đã từ trần',
  'verification.childMonths': 'Con thuộc diện thẩm tra khi đủ',
  'membership.inactiveMonths': 'Xóa tên khi bỏ sinh hoạt hoặc không đóng đảng phí',
  'membership.temporaryTransferMinMonths': 'Chuyển sinh hoạt tạm thời từ',
  'membership.temporaryTransferMaxMonths': 'Chuyển sinh hoạt tạm thời đến dưới',
  'requirements.applicationBeforeResume': 'Đơn viết trước lý lịch',
  'requirements.verification': 'Phải thẩm tra lý lịch',
  'requirements.verificationAfterResume': 'Thẩm tra sau khi khai lý lịch',
  'requirements.papersBeforeMeeting': 'Đủ giấy tờ trước khi chi bộ họp',
  'requirements.countsAddUp': 'Các số liệu của cuộc họp khớp nhau',
  'requirements.absencesExplained': 'Ghi lý do vắng mặt',
  'requirements.shortVoteReported': 'Báo cáo khi không đủ tỷ lệ tán thành',
  'requirements.sectionReportBetween': 'Báo cáo thẩm định nằm giữa hai cuộc họp',
  'requirements.committeeAfterBranch': 'Đảng ủy cơ sở họp sau chi bộ',
  'requirements.decisionAfterBranch': 'Quyết định sau khi chi bộ họp',
  'requirements.refusalNotified': 'Thông báo khi không kết nạp',
  'requirements.ceremonyAfterDecision': 'Lễ kết nạp sau quyết định',
  'requirements.helperAtCeremony': 'Phân công người giúp đỡ sau lễ kết nạp',
  'requirements.helperReplaced': 'Phân công người khác khi người giúp đỡ không còn giúp được',
  'requirements.stampBeforeVerification': 'Đóng dấu giáp lai trước khi thẩm tra, nhận xét',
  'requirements.remarksAfterVerification': 'Nhận xét, chứng nhận sau khi có kết quả thẩm tra',
  'requirements.recognitionAfterProbation': 'Xét công nhận sau khi hết thời gian dự bị',
  'requirements.recognitionPapersBefore': 'Đủ giấy tờ trước khi xét công nhận',
  'requirements.officialFromProbationEnd': 'Ngày chính thức là ngày hết thời gian dự bị',
  'requirements.probationNeverExtended': 'Không kéo dài thời gian dự bị',
  'requirements.recognitionNotified': 'Thông báo kết quả công nhận',
  'requirements.verifiedResumeStays': 'Không trả lại lý lịch đã thẩm tra',
  'requirements.movePaper': 'Giấy giới thiệu khi chuyển nơi công tác, cư trú',
  'requirements.numbersInOrder': 'Số nghị quyết, quyết định không trùng và tăng theo ngày trong nhiệm kỳ',
  'notices.certificateDays': 'Nhắc trước khi giấy chứng nhận hết giá trị',
  'notices.probationDays': 'Nhắc trước khi hết thời gian dự bị',
  'notices.listReviewMonths': 'Rà soát danh sách mỗi',
  'notices.helperReportMonths': 'Người giúp đỡ nhận xét ít nhất mỗi',
  'notices.idleBranchYears': 'Nêu tên chi bộ không kết nạp trong',
  'notices.yearlyLeastPercent': 'Phấn đấu kết nạp mỗi năm ít nhất, trên tổng số đảng viên',
  'notices.yearlyMostPercent': 'Phấn đấu kết nạp mỗi năm nhiều nhất, trên tổng số đảng viên',
  'notices.ageBands': 'Tuổi bắt đầu của từng độ tuổi trong báo cáo',
  'planning.branchVote': 'Từ chi bộ họp đến bước sau, khi làm gấp',
  'planning.committeeVote': 'Từ đảng ủy cơ sở họp đến khi gửi hồ sơ, khi làm gấp',
  'planning.submit': 'Từ khi gửi hồ sơ đến quyết định, khi làm gấp',
  'planning.decision': 'Từ quyết định đến lễ kết nạp, khi làm gấp',
}
