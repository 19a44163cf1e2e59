/**
 * Words around the documents and lists an office makes: their names, the facts asked for, doubts about a number, what is
 * said where a file was written in clear. The text of the documents themselves is in shared/documents.
 */
import type { DocumentKind, FactCode, MissingCode, RecordCode } from '../documents/codes.ts'
import type { NumberWarning } from '../documents/number.ts'
import type { Labels } from './labels.ts'
import { quote, showDay } from './show.ts'

/** Documents by name. */
export const DOCUMENT_NAMES: Labels<DocumentKind> = {
  branchResolution: 'Nghị quyết của chi bộ đề nghị kết nạp đảng viên',
  committeeResolution: 'Nghị quyết của đảng ủy cơ sở đề nghị kết nạp đảng viên',
  memberIntroduction: 'Giấy giới thiệu người vào Đảng của đảng viên',
  unionResolution: 'Nghị quyết của Đoàn hoặc công đoàn giới thiệu đoàn viên vào Đảng',
  opinionSummary: 'Tổng hợp ý kiến nhận xét đối với người vào Đảng',
  sectionReport: 'Báo cáo thẩm định của đảng ủy bộ phận',
  verificationRequest: 'Công văn đề nghị thẩm tra lý lịch',
  submissionLetter: 'Công văn gửi hồ sơ, kèm danh sách và danh mục',
  admissionDecision: 'Quyết định kết nạp đảng viên',
  refusalNotice: 'Thông báo không đồng ý kết nạp',
  returnLetter: 'Công văn trả hồ sơ để bổ sung',
  recognitionResolution: 'Nghị quyết của chi bộ đề nghị công nhận đảng viên chính thức',
  recognitionCommittee: 'Nghị quyết của đảng ủy cơ sở đề nghị công nhận đảng viên chính thức',
  recognitionDecision: 'Quyết định công nhận đảng viên chính thức',
  periodReport: 'Báo cáo kết quả công tác kết nạp đảng viên',
  classRoster: 'Danh sách học viên của lớp',
  certificateList: 'Danh sách cấp giấy chứng nhận của lớp',
  exportSlip: 'Phiếu giao gói dữ liệu',
  importReceipt: 'Giấy biên nhận gói dữ liệu',
  exampleList: 'Danh sách gương điển hình',
  modelList: 'Danh sách mô hình, cách làm hay',
  meetingAgenda: 'Chương trình họp và danh sách hồ sơ trình',
  meetingMinutes: 'Biên bản họp xét hồ sơ',
}

/** Facts a document says besides the record. */
export const DOCUMENT_FACTS: Labels<FactCode> = {
  superior: 'Tên tổ chức cấp trên ghi ở đầu văn bản',
  issuer: 'Tên tổ chức ban hành',
  place: 'Địa danh',
  grounds: 'Căn cứ, mỗi căn cứ một dòng',
  recipient: 'Kính gửi',
  birth: 'Ngày sinh của người vào Đảng',
  hometown: 'Quê quán của người vào Đảng',
  ethnicity: 'Dân tộc của người vào Đảng',
  residence: 'Nơi cư trú của người vào Đảng',
  work: 'Nghề nghiệp, nơi làm việc của người vào Đảng',
  introducer: 'Đảng viên giới thiệu',
  introducerAdmitted: 'Ngày vào Đảng của đảng viên giới thiệu',
  introducerOfficial: 'Ngày chính thức của đảng viên giới thiệu',
  introducerPost: 'Chức vụ của đảng viên giới thiệu',
  helpedSince: 'Ngày chi bộ phân công giúp đỡ',
  unionSince: 'Ngày vào Đoàn hoặc công đoàn của người vào Đảng',
  members: 'Tổng số ủy viên',
  present: 'Số ủy viên có mặt',
  agree: 'Số ủy viên tán thành',
  organisationOpinions: 'Ý kiến của tổ chức chính trị - xã hội, mỗi tổ chức một dòng',
  residenceOpinions: 'Ý kiến của chi ủy (chi bộ) nơi cư trú',
  conclusion: 'Kết luận',
  absences: 'Người vắng mặt và lý do, mỗi người một dòng',
  chair: 'Người chủ trì hội nghị, chức vụ',
  secretary: 'Thư ký hội nghị',
  resumeConclusion: 'Kết luận về lý lịch',
  merits: 'Những ưu điểm chính',
  faults: 'Những khuyết điểm chính',
  disagreeReason: 'Lý do không tán thành',
  branchNumber: 'Số nghị quyết của chi bộ',
  branchDate: 'Ngày nghị quyết của chi bộ',
  committeeNumber: 'Số nghị quyết của đảng ủy cơ sở',
  committeeDate: 'Ngày nghị quyết của đảng ủy cơ sở',
  verifyPersons: 'Những người cần thẩm tra: họ tên, quan hệ, năm sinh, nơi ở; mỗi người một dòng',
  verifyContent: 'Nội dung thẩm tra',
  replyTo: 'Nơi nhận kết quả thẩm tra (tên, địa chỉ)',
  answerBy: 'Hạn trả lời',
  occasion: 'Đợt hoặc dịp, thí dụ: nhân dịp kỷ niệm ngày thành lập Đảng',
  reason: 'Lý do không đồng ý kết nạp',
  remarks: 'Nội dung cần bổ sung, mỗi nội dung một dòng',
  reportResults: 'Kết quả đạt được, mỗi ý một dòng',
  reportLimits: 'Hạn chế, mỗi ý một dòng',
  reportCauses: 'Nguyên nhân, mỗi ý một dòng',
  reportPlans: 'Nhiệm vụ thời gian tới, mỗi ý một dòng',
  copies: 'Nơi nhận, mỗi nơi một dòng',
  authority: 'Ký thay mặt, ký thay hoặc thừa lệnh (để trống nếu ký trực tiếp)',
  post: 'Chức vụ người ký',
  signer: 'Họ tên người ký',
  agenda: 'Nội dung chương trình, mỗi nội dung một dòng',
  minutes: 'Diễn biến, ý kiến tại cuộc họp',
}

const RECORDS: Labels<RecordCode | 'number' | 'date'> = {
  branchVote: 'Chưa ghi cuộc họp chi bộ',
  votePassed: 'Chi bộ chưa đủ tỷ lệ tán thành nên không ra nghị quyết đề nghị; báo cáo cấp ủy có thẩm quyền',
  committeeVote: 'Chưa ghi cuộc họp đảng ủy cơ sở',
  committeePassed: 'Đảng ủy cơ sở chưa đủ tỷ lệ tán thành nên không ra nghị quyết đề nghị',
  admitted: 'Đã ghi quyết định không đồng ý kết nạp, không lập quyết định kết nạp',
  refused: 'Đã ghi quyết định kết nạp, không lập thông báo không đồng ý',
  ceremony: 'Chưa ghi lễ kết nạp',
  recognised: 'Đã ghi quyết định không công nhận, không lập quyết định công nhận đảng viên chính thức',
  seats: 'Lớp chưa có học viên nào',
  examples: 'Chưa có gương điển hình nào đã có ý kiến đồng ý',
  models: 'Chưa ghi mô hình nào',
  certificates: 'Lớp chưa cấp giấy chứng nhận nào',
  meetingHeld: 'Chưa ghi cuộc họp đã tổ chức',
  meetingVotes: 'Chưa ghi biểu quyết về hồ sơ nào',
  number: 'Số văn bản',
  date: 'Ngày văn bản',
}

/** What a document still lacks, by its code. */
export function missingLabel(code: MissingCode): string {
  const facts: Readonly<Record<string, string>> = DOCUMENT_FACTS
  const records: Readonly<Record<string, string>> = RECORDS
  return records[code] ?? facts[code] ?? code
}

/** A doubt about a number and its day. */
export function numberWarningSentence(warning: NumberWarning): string {
  switch (warning.code) {
    case 'numberUsed':
      return `Số này đã dùng: ${quote(warning.number)}${warning.date === null ? '' : `, ngày ${showDay(warning.date)}`}. Kiểm tra sổ văn bản đi.`
    case 'dateOutOfOrder':
      return `Số và ngày không theo thứ tự với ${quote(warning.number)}, ngày ${showDay(warning.date)}. Kiểm tra lại số và ngày.`
  }
}

/** Asked before a file is written in clear onto a drive that can be carried away, or where that is not known. */
export function clearQuestion(carried: 'yes' | 'unknown', folder: string): string {
  return carried === 'yes'
    ? `${quote(folder)} nằm trên USB hoặc ổ đĩa rời. Tệp sắp lưu không mã hóa: ai cầm ổ này cũng đọc được. Lưu vào đây?`
    : `Phần mềm không biết ${quote(folder)} nằm trên ổ gắn trong máy hay trên USB. Tệp sắp lưu không mã hóa: nếu là USB thì ai cầm cũng đọc được. Lưu vào đây?`
}

/** Said after a file was written in clear onto a drive that can be carried away. */
export const CLEAR_ON_REMOVABLE =
  'Tệp vừa lưu không mã hóa và nằm trên ổ có thể mang đi. Giữ USB cẩn thận và xóa tệp khi xong việc.'

/** Said where the program cannot tell whether the drive can be carried away. */
export const CLEAR_ANYWHERE = 'Tệp vừa lưu không mã hóa: ai có tệp cũng mở được. Xóa tệp khi xong việc.'
