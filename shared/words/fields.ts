/**
 * Fields of inputs by their Vietnamese labels, and what can be wrong with them. A label is found by the path of the field,
 * from its last part outward, so that 'acts.branchVote.absences.1.reason' reads as a person would say it.
 */
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
  note: 'Ghi chú',
  'set.name': 'Họ và tên',
  // The case.
  case: 'Người được chọn',
  previously: 'Lần theo dõi trước',
  on: 'Ngày đưa vào danh sách',
  unit: 'Đơn vị trực thuộc',
  reason: 'Lý do',
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
  decision: 'Quyết định',
  decisionReceivedOn: 'Ngày nhận quyết định',
  ceremony: 'Lễ kết nạp',
  // Papers and documents.
  paper: 'Loại giấy tờ',
  number: 'Số văn bản',
  date: 'Ngày',
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
  answerBy: 'Hạn bổ sung',
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
  'acts.card': 'Thẻ đảng viên',
  'card.number': 'Số thẻ đảng viên',
  'card.date': 'Ngày phát thẻ',
  transfers: 'Các lần chuyển sinh hoạt',
  direction: 'Chuyển đến hay chuyển đi',
  who: 'Người chuyển',
  otherOffice: 'Nơi chuyển đến hoặc nơi chuyển đi',
  presentedOn: 'Ngày trình giấy giới thiệu',
  completedOn: 'Ngày hoàn thành chuyển sinh hoạt',
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
  'unit.to': 'Đến ngày',
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
  // Ways in, exchange, backup, search.
  passphrase: 'Mật khẩu',
  oldPassphrase: 'Mật khẩu đang dùng',
  newPassphrase: 'Mật khẩu mới',
  sheet: 'Phiếu khôi phục',
  folder: 'Thư mục',
  full: 'Gửi lại đầy đủ',
  set: 'Gói dữ liệu',
  withoutScans: 'Nhận khi thiếu bản quét',
  card: 'Phiếu kết nối',
  digits: 'Mã đối chiếu',
  relation: 'Quan hệ với đơn vị mình',
  text: 'Nội dung tìm',
  stage: 'Tình trạng hồ sơ',
  ended: 'Đã kết thúc',
  limit: 'Số dòng mỗi lần xem',
  offset: 'Vị trí bắt đầu xem',
  deep: 'Kiểm tra kỹ',
  report: 'Báo cáo',
  at: 'Thời điểm',
  version: 'Phiên bản',
  platform: 'Hệ điều hành',
  memory: 'Bộ nhớ',
  processors: 'Số bộ xử lý',
  checks: 'Các mục kiểm tra',
  state: 'Tình trạng',
  facts: 'Số liệu',
  page: 'Trang',
  base64: 'Nội dung tệp',
  // Documents, lists, rows pasted.
  kind: 'Loại văn bản',
  cases: 'Những người được chọn',
  bundle: 'Gói dữ liệu được chọn',
  numberLater: 'Ghi số khi ban hành',
  why: 'Mục đích sử dụng',
  what: 'Danh sách',
  filter: 'Điều kiện lọc',
  columns: 'Các cột',
  include: 'Nội dung cần bảo vệ',
  identityNumbers: 'Kèm số định danh cá nhân',
  relatives: 'Kèm thông tin người thân',
  rows: 'Các dòng',
  entries: 'Các bản ghi',
}

/** Labels that only the call tells: by name of the call, then by path. */
const BY_CALL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'office.setUp': { 'profile.name': 'Tên đơn vị' },
  'office.change': { 'profile.name': 'Tên đơn vị' },
  'candidate.register': { 'profile.name': 'Họ và tên' },
  'case.takeOver': { 'profile.name': 'Họ và tên' },
  'helper.assign': { name: 'Họ và tên', from: 'Giúp đỡ từ ngày' },
  'user.add': { name: 'Họ và tên' },
  'user.change': { name: 'Họ và tên' },
  'member.add': { name: 'Họ và tên' },
  'unit.add': { name: 'Tên đơn vị', code: 'Ký hiệu đơn vị', to: 'Đến ngày' },
  'finding.lift': { code: 'Điểm cần xử lý', paper: 'Văn bản cho phép' },
  'bundle.export': { to: 'Nơi nhận' },
  'pairing.card': { to: 'Thư mục' },
  'scan.read': { to: 'Nơi ghi tệp' },
  'document.preview': { facts: 'Nội dung bổ sung cho văn bản' },
  'document.make': { to: 'Nơi ghi tệp', facts: 'Nội dung bổ sung cho văn bản' },
  'list.write': { to: 'Nơi ghi tệp' },
  'backup.verify': { name: 'Bản sao lưu' },
  'machine.saveReport': { to: 'Nơi ghi tệp' },
  'scan.add': { name: 'Tên tệp' },
  'candidate.similar': { name: 'Họ và tên' },
  'draft.save': { value: 'Nội dung bản nháp' },
  'candidate.search': { keeper: 'Đơn vị quản lý hồ sơ', helper: 'Đảng viên giúp đỡ' },
  'paper.record': { keeper: 'Nơi lưu giữ' },
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
}

/**
 * The label of a field: 'Đảng viên vắng mặt, dòng 2: lý do vắng mặt'.
 * @param path - parts joined by dots, numbers for places in a list from 0; empty for the input as a whole
 * @param call - name of the command or job, where it is known: a few fields mean something else there
 */
export function fieldLabel(path: string, call?: string): string {
  const own = call === undefined ? undefined : valueBy(BY_CALL, call)
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
