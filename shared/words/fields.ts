/**
 * Fields of inputs by their Vietnamese labels, and what can be wrong with them. A label is found by the path of the field,
 * from its last part outward, so that 'acts.branchVote.absences.1.reason' reads as a person would say it.
 */
import { FIELDS_BY_CALL } from './fields-by-call.ts'
import { WORK_LABELS } from './fields-work.ts'
import { lower, upper } from './show.ts'

/** Parts of a path that only hold others and are not named. */
const HOLDERS: ReadonlySet<string> = new Set(['profile', 'change', 'set', 'acts', 'user'])

/** Labels by the last part of a path, or by the last two where the last alone would not say it. */
const LABELS: Readonly<Record<string, string>> = {
  '': 'Dữ liệu gửi vào',
  // The person.
  birthName: 'Họ và tên khai sinh',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  birthPlace: 'Nơi sinh',
  hometown: 'Quê quán',
  residence: 'Nơi cư trú',
  identityNumber: 'Số định danh cá nhân',
  sharesNumber: 'Đã đối chiếu giấy tờ của hai người, vẫn ghi số này',
  oldIdentityNumber: 'Số chứng minh nhân dân cũ',
  occupation: 'Nghề nghiệp',
  work: 'Nơi làm việc, học tập',
  education: 'Trình độ học vấn',
  qualification: 'Trình độ chuyên môn',
  politicalTheory: 'Trình độ lý luận chính trị',
  youthUnionSince: 'Ngày vào Đoàn',
  tradeUnionMember: 'Đoàn viên công đoàn',
  specialArea: 'Sinh sống ở địa bàn đặc thù',
  source: 'Tổ chức giới thiệu nguồn',
  introducedOn: 'Ngày được giới thiệu',
  introducedBy: 'Nơi giới thiệu',
  introductionPaper: 'Văn bản giới thiệu nguồn',
  circumstances: 'Trường hợp cụ thể cần lưu ý',
  study: 'Nơi học tập',
  secondment: 'Biệt phái',
  sender: 'Đơn vị cử đi biệt phái',
  school: 'Trường, cơ sở đào tạo',
  months: 'Thời gian học (tháng)',
  note: 'Ghi chú',
  idle: 'Thời gian chưa có đảng viên mới',
  'set.name': 'Họ và tên',
  // The case.
  case: 'Người được chọn',
  previously: 'Lần theo dõi trước',
  on: 'Ngày đưa vào danh sách',
  unit: 'Đơn vị trực thuộc',
  office: 'Đơn vị kết nối',
  heldSince: 'Ở giai đoạn này từ ngày',
  order: 'Sắp xếp',
  due: 'Hạn gần nhất',
  dueLimit: 'Loại hạn',
  finding: 'Điểm cần xử lý',
  age: 'Độ tuổi',
  lift: 'Chấp thuận ngoại lệ',
  after: 'Tiếp sau dòng',
  before: 'Trước dòng',
  reason: 'Lý do',
  destination: 'Nơi đến',
  settles: 'Các bản ghi được đối chiếu',
  clear: 'Các mục cần xóa',
  change: 'Nội dung sửa',
  profile: 'Thông tin',
  acts: 'Các việc đã làm trước khi dùng phần mềm',
  since: 'Theo dõi từ ngày',
  helpers: 'Đảng viên giúp đỡ',
  helper: 'Đảng viên giúp đỡ',
  papers: 'Giấy tờ',
  papersReturned: 'Giấy tờ trả lại',
  branchVote: 'Cuộc họp chi bộ',
  committeeVote: 'Cuộc họp đảng ủy cơ sở',
  submittedOn: 'Ngày gửi hồ sơ',
  receivedOn: 'Ngày cấp trên tiếp nhận hồ sơ',
  decision: 'Quyết định',
  decisionReceivedOn: 'Ngày nhận quyết định',
  ceremony: 'Lễ kết nạp',
  // Acts that two devices recorded without seeing each other (`ACT_FIELDS` of the conflicts).
  receipt: 'Ngày nhận quyết định kết nạp',
  recognitionReceipt: 'Ngày nhận quyết định công nhận chính thức',
  removalReceipt: 'Ngày nhận quyết định xóa tên',
  cancellationReceipt: 'Ngày nhận quyết định hủy',
  membershipCard: 'Số thẻ đảng viên',
  // The list, helper, classes, CV, verification, opinions.
  month: 'Tháng rà soát',
  counts: 'Số người trong danh sách',
  removed: 'Người đưa ra khỏi danh sách',
  standing: 'Mức độ phấn đấu',
  class: 'Lớp bồi dưỡng',
  resume: 'Lý lịch',
  typed: 'Nghị quyết đang ghi',
  byHand: 'Phần để theo bản viết tay',
  'resume.relatives': 'Người thân',
  'relatives.relation': 'Quan hệ',
  'relatives.name': 'Họ và tên',
  'relatives.id': 'Người thân được chọn',
  relative: 'Người thân',
  birthYear: 'Năm sinh',
  living: 'Còn sống',
  capable: 'Đủ năng lực hành vi dân sự',
  abroad: 'Ở nước ngoài',
  partyMember: 'Là đảng viên',
  partyMemberNote: 'Nơi sinh hoạt đảng',
  conduct: 'Chấp hành chủ trương, chính sách, pháp luật',
  periods: 'Quá trình',
  where: 'Ở đâu',
  trainings: 'Đào tạo, bồi dưỡng',
  subject: 'Nội dung học',
  certificate: 'Văn bằng, chứng chỉ',
  journeys: 'Đi nước ngoài',
  country: 'Nước đến',
  purpose: 'Mục đích',
  rewards: 'Khen thưởng',
  disciplines: 'Kỷ luật',
  by: 'Cấp quyết định',
  earlier: 'Lần vào Đảng trước',
  officialOn: 'Ngày được công nhận chính thức',
  leftOn: 'Ngày ra khỏi Đảng',
  erasedOn: 'Ngày được xóa án tích',
  times: 'Số lần đã được kết nạp',
  introducers: 'Người giới thiệu',
  remarksOn: 'Ngày chi ủy, chi bộ nhận xét vào lý lịch',
  certifiedOn: 'Ngày cấp ủy cơ sở chứng nhận lý lịch',
  differs: 'Điểm khác với hồ sơ',
  firstDate: 'Ngày của giấy tờ đã được thay',
  untidy: 'Bản viết tay có tẩy xóa, sửa chữa hoặc viết cách dòng',
  seals: 'Dấu giáp lai',
  verifications: 'Thẩm tra lý lịch',
  waivers: 'Người không phải thẩm tra lại',
  received: 'Ngày nơi thẩm tra nhận được',
  answer: 'Trả lời',
  result: 'Kết quả',
  request: 'Lần đề nghị thẩm tra',
  opinions: 'Ý kiến nhận xét',
  classResults: 'Kết quả lớp học',
  organisation: 'Loại tổ chức',
  summary: 'Nội dung nhận xét',
  vote: 'Biểu quyết',
  'vote.members': 'Tổng số thành viên',
  // Papers and documents.
  paper: 'Loại giấy tờ',
  number: 'Số văn bản',
  date: 'Ngày',
  today: 'Hôm nay',
  issuer: 'Nơi ban hành',
  person: 'Họ tên người lập',
  kept: 'Nơi lưu',
  keeper: 'Nơi quản lý',
  scans: 'Bản quét',
  file: 'Tệp',
  files: 'Tệp bản quét',
  sha256: 'Dấu kiểm tra của tệp',
  bytes: 'Kích thước tệp',
  'scans.type': 'Loại tệp',
  'scans.name': 'Tên tệp',
  replaces: 'Thay cho lần trước',
  resolution: 'Nghị quyết',
  letter: 'Công văn',
  lateConsent: 'Văn bản đồng ý tổ chức lễ quá hạn',
  // Votes, submission, answers, decision, ceremony.
  official: 'Số đảng viên chính thức',
  probationary: 'Số đảng viên dự bị',
  excluded: 'Số đảng viên không tính vào tỷ lệ',
  presentOfficial: 'Số đảng viên chính thức có mặt',
  presentProbationary: 'Số đảng viên dự bị có mặt',
  absences: 'Đảng viên vắng mặt',
  'absences.name': 'Họ tên người vắng mặt',
  'absences.count': 'Số người vắng mặt',
  'absences.reason': 'Lý do vắng mặt',
  method: 'Hình thức biểu quyết',
  act: 'Việc mang số văn bản',
  agree: 'Số tán thành',
  disagree: 'Số không tán thành',
  blank: 'Số phiếu trắng hoặc không hợp lệ',
  members: 'Tổng số thành viên',
  present: 'Số có mặt',
  chair: 'Người chủ trì',
  secretary: 'Thư ký cuộc họp',
  remarks: 'Ý kiến',
  'remarks.text': 'Nội dung ý kiến',
  batch: 'Đợt',
  whole: 'Lấy đủ để in',
  answerBy: 'Bổ sung trước ngày',
  outcome: 'Kết quả',
  body: 'Cơ quan ban hành',
  signer: 'Người ký',
  place: 'Địa điểm',
  member: 'Đảng viên',
  officialDate: 'Ngày công nhận đảng viên chính thức',
  admittedOn: 'Ngày kết nạp',
  onPaper: 'Theo văn bản giấy',
  supplement: 'Gửi bổ sung khi chưa được trả lại',
  entry: 'Bản ghi',
  allowedBy: 'Người cho phép',
  // After admission.
  matter: 'Nội dung xét',
  concludes: 'Kết luận khi không đề nghị công nhận',
  officialFrom: 'Ngày được tính là đảng viên chính thức',
  recognition: 'Công nhận đảng viên chính thức',
  removal: 'Xóa tên khỏi danh sách đảng viên dự bị',
  cancellation: 'Hủy quyết định kết nạp',
  ground: 'Lý do hủy quyết định kết nạp',
  'acts.card': 'Thẻ đảng viên',
  'card.number': 'Số thẻ đảng viên',
  'card.date': 'Ngày phát thẻ',
  transfers: 'Các lần chuyển sinh hoạt',
  departure: 'Phiếu báo từ trần, ra khỏi Đảng',
  direction: 'Chuyển đến hay chuyển đi',
  who: 'Người chuyển',
  otherOffice: 'Nơi chuyển đến hoặc nơi chuyển đi',
  presentedOn: 'Ngày trình giấy giới thiệu',
  completedOn: 'Ngày hoàn thành chuyển sinh hoạt',
  until: 'Chuyển tạm thời đến ngày',
  acquaintedSince: 'Cùng công tác, lao động, học tập hoặc cư trú từ ngày',
  inPlaceOf: 'Thay cho',
  updates: 'Lần ghi được cập nhật',
  // Office, units, users.
  name: 'Tên',
  'helpers.name': 'Họ và tên',
  'helper.name': 'Họ và tên',
  'member.name': 'Họ và tên',
  'user.name': 'Họ và tên',
  'unit.name': 'Tên đơn vị',
  code: 'Mã',
  'profile.code': 'Mã đơn vị',
  'profile.place': 'Địa danh ghi trên văn bản',
  'unit.code': 'Ký hiệu đơn vị',
  type: 'Loại đơn vị',
  parent: 'Đơn vị cấp trên trực tiếp',
  sector: 'Lĩnh vực',
  area: 'Khu vực',
  from: 'Từ ngày',
  to: 'Nơi nhận hoặc ngày kết thúc',
  writes: 'Chọn để ghi',
  'unit.to': 'Đến ngày',
  'periods.to': 'Đến',
  'trainings.to': 'Đến',
  'journeys.to': 'Đến',
  'periods.from': 'Từ',
  'trainings.from': 'Từ',
  'journeys.from': 'Từ',
  'periods.what': 'Làm gì',
  'rewards.what': 'Hình thức',
  'disciplines.what': 'Hình thức',
  'classResults.to': 'Đến ngày',
  'verifications.to': 'Nơi thẩm tra',
  'verifications.method': 'Cách thẩm tra',
  'capacities.to': 'Đến ngày',
  superiorName: 'Tên cấp ủy cấp trên',
  decidingBody: 'Cơ quan ra quyết định',
  capacities: 'Chức năng của đơn vị',
  capacity: 'Chức năng',
  units: 'Các đơn vị trực thuộc',
  ruleSet: 'Bộ quy định',
  count: 'Số đảng viên',
  user: 'Người dùng',
  userId: 'Người dùng',
  login: 'Tên đăng nhập',
  post: 'Chức vụ',
  roles: 'Vai trò',
  statuses: 'Tình trạng sinh hoạt',
  status: 'Tình trạng',
  id: 'Mục được chọn',
  key: 'Mục thiết lập',
  value: 'Giá trị',
  // Search, lists, the machine.
  text: 'Nội dung tìm',
  stage: 'Tình trạng hồ sơ',
  ended: 'Đã kết thúc',
  scan: 'Bản quét',
  day: 'Ngày tổ chức lễ kết nạp',
  heardBefore: 'Lần cuối có ghi nhận của người giúp đỡ',
  certificateBefore: 'Ngày cấp giấy chứng nhận lớp nhận thức',
  limit: 'Số dòng mỗi lần xem',
  offset: 'Vị trí bắt đầu xem',
  deep: 'Kiểm tra kỹ',
  state: 'Tình trạng',
  facts: 'Số liệu',
  page: 'Trang',
  base64: 'Nội dung tệp',
  ...WORK_LABELS,
}

/** What can be wrong with a field: codes of the router and messages of shared/base/fields. */
const PROBLEMS: Readonly<Record<string, string>> = {
  required: 'chưa nhập',
  type: 'không đúng kiểu dữ liệu',
  unknownField: 'có mục mà phần mềm không dùng',
  empty: 'còn để trống',
  tooLong: 'dài quá mức cho phép',
  tooSmall: 'nhỏ hơn hoặc ít hơn mức cho phép',
  tooBig: 'lớn hơn hoặc nhiều hơn mức cho phép',
  option: 'không có trong danh sách để chọn',
  form: 'không đúng dạng',
  json: 'không đọc được',
  twice: 'có mục ghi hai lần',
  order: 'ngày đầu phải trước ngày cuối',
  month: 'không phải là tháng có thật, nhập theo dạng 01/2024',
  day: 'không phải là ngày có thật, nhập theo dạng 19/01/2024',
  line: 'phải viết trên một dòng, không có khoảng trắng ở hai đầu và không có ký tự ẩn',
  text: 'có ký tự ẩn, xóa đi và gõ lại',
  name: 'phải có chữ cái',
  uuid: 'không phải là mục có trong phần mềm',
  sha256: 'không đúng dạng, chọn lại tệp',
  'office id': 'không phải là đơn vị có trong phần mềm',
  'office code': 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất 24 ký tự',
  'paper code': 'không phải là loại giấy tờ có trong bộ quy định',
  'rule set id': 'không phải là bộ quy định có trong phần mềm',
  schoolYear: 'không phải là năm học, nhập theo dạng 2023-2024',
}

/**
 * The label of a field: 'Đảng viên vắng mặt, dòng 2: lý do vắng mặt'.
 * @param path - parts joined by dots, numbers for places in a list from 0; empty for the input as a whole
 * @param call - name of the command or job, where it is known: a few fields mean something else there
 */
export function fieldLabel(path: string, call?: string): string {
  const own = call === undefined ? undefined : valueBy(FIELDS_BY_CALL, call)
  const named = own === undefined ? undefined : valueBy(own, path)
  if (named !== undefined) return named
  const parts = path.split('.')
  const labels: string[] = []
  let holder = ''
  for (const [place, part] of parts.entries()) {
    const last = labels.at(-1)
    if (/^\d+$/.test(part) && last !== undefined) {
      labels[labels.length - 1] = `${last}, dòng ${Number(part) + 1}`
      continue
    }
    const isLast = place === parts.length - 1
    if (isLast || !HOLDERS.has(part)) labels.push(labelOfPart(holder, part))
    holder = part
  }
  return upper(labels.map((label, place) => (place === 0 ? label : lower(label))).join(': '))
}

/** True if the last part of a path has a label of its own. */
export function hasFieldLabel(path: string): boolean {
  const names = path.split('.').filter((part) => !/^\d+$/.test(part))
  return Object.hasOwn(LABELS, names.at(-1) ?? '')
}

/** What is wrong with a field, without a capital and without a full stop. */
export function problemText(problem: string): string {
  return valueBy(PROBLEMS, problem) ?? 'chưa đúng, đề nghị kiểm tra lại'
}

function labelOfPart(holder: string, part: string): string {
  return valueBy(LABELS, `${holder}.${part}`) ?? valueBy(LABELS, part) ?? `mục “${part}”`
}

/** A value by key, never one of the prototype's. */
function valueBy<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
