/**
 * Vietnamese names of what the journal and the exchange speak of: entries as lines of a timeline, why a line is held, what
 * became of a bundle, how a channel stands. Total maps over the lists of shared/journal, shared/bundle and the answers.
 */
import type { BundleKind } from '../bundle/format.ts'
import type { HolidayTable } from '../calendar/holidays.ts'
import type { ChannelHealth, JournalHealth, PrivateExport } from '../contract/answers.ts'
import type { HoldReason } from '../journal/classify.ts'
import type { RetractionVoid } from '../journal/item.ts'
import type { OutsideReason } from '../journal/authority.ts'
import type { Kind } from '../journal/kinds.ts'
import type { MoveReason } from '../model/hand-over.ts'
import type { Labels } from './labels.ts'

/** The frame of the settings that tells how the journal stands. */
export const DATA_JOURNAL = 'Nhật ký dữ liệu'

/** Where sentences send to for it. */
export const IN_JOURNAL = `Cài đặt, khung “${DATA_JOURNAL}”`

/** Entries, as lines of a timeline. */
export const KIND_LINES: Labels<Kind> = {
  'office.founded': 'Thiết lập đơn vị',
  'office.changed': 'Thay đổi thông tin đơn vị',
  'office.keysRenewed': 'Thay khóa của đơn vị',
  'office.keysExported': 'Xuất khóa của đơn vị',
  'office.succeeded': 'Bàn giao cho đơn vị kế thừa',
  'office.linesLost': 'Coi bản ghi cũ của đơn vị là đã mất',
  'date.confirmed': 'Xác nhận ngày hôm nay',
  'device.opened': 'Bắt đầu dùng như một máy mới',
  'device.described': 'Ghi tên máy và việc trao đổi của máy',
  'device.enrolled': 'Thêm máy vào đơn vị',
  'device.removed': 'Thôi dùng một máy của đơn vị',
  'user.added': 'Thêm người dùng',
  'user.changed': 'Thay đổi người dùng',
  'user.disabled': 'Ngừng người dùng',
  'setting.changed': 'Thay đổi thiết lập',
  'peer.paired': 'Kết nối với đơn vị khác',
  'peer.revoked': 'Hủy kết nối với đơn vị khác',
  'bundle.exported': 'Xuất gói dữ liệu',
  'bundle.imported': 'Nhận gói dữ liệu',
  'unit.added': 'Thêm đơn vị trực thuộc',
  'unit.changed': 'Thay đổi đơn vị trực thuộc',
  'unit.identified': 'Ghép chi bộ đã ghi thay với chi bộ của đơn vị',
  'unit.membersCounted': 'Ghi số đảng viên của đơn vị trực thuộc',
  'unit.handedOver': 'Giao đơn vị trực thuộc cho đơn vị kế thừa',
  'unit.listed': 'Báo đơn vị trực thuộc lên cấp trên',
  'member.added': 'Thêm đảng viên vào danh bạ',
  'member.changed': 'Thay đổi đảng viên trong danh bạ',
  'candidate.registered': 'Đưa vào danh sách nguồn',
  'candidate.corrected': 'Sửa thông tin cá nhân',
  'candidate.ended': 'Kết thúc theo dõi',
  'candidate.withdrawn': 'Rút hồ sơ đã gửi',
  'candidate.listed': 'Báo dòng danh sách lên cấp trên',
  'case.takenOver': 'Tiếp nhận trường hợp đang làm dở',
  'helper.assigned': 'Phân công đảng viên giúp đỡ',
  'helper.noted': 'Đảng viên giúp đỡ nhận xét',
  'class.nominated': 'Đề nghị cử đi học',
  'class.resultRecorded': 'Kết quả lớp học',
  'class.opened': 'Mở lớp bồi dưỡng',
  'class.changed': 'Thay đổi lớp bồi dưỡng',
  'class.proposed': 'Báo đề nghị cử đi học lên cấp trên',
  'class.forwarded': 'Chuyển đề nghị cử đi học cho trung tâm chính trị',
  'class.enrolled': 'Xếp vào lớp bồi dưỡng',
  'class.attended': 'Điểm danh lớp bồi dưỡng',
  'class.completed': 'Kết quả lớp bồi dưỡng, giấy chứng nhận',
  'certificate.reissued': 'Cấp lại giấy chứng nhận',
  'pupil.placed': 'Ghi năm học, lớp của học sinh',
  'pupil.evaluated': 'Đánh giá học sinh theo học kỳ',
  'resume.recorded': 'Ghi nội dung lý lịch',
  'resume.sealed': 'Đóng dấu giáp lai lý lịch',
  'verification.requested': 'Đề nghị thẩm tra lý lịch',
  'verification.received': 'Nơi thẩm tra nhận được đề nghị',
  'verification.answered': 'Nơi thẩm tra trả lời',
  'verification.waived': 'Ghi người không phải thẩm tra lại',
  'opinion.recorded': 'Ghi ý kiến nhận xét',
  'shortVote.reported': 'Báo cáo việc không đủ tỷ lệ tán thành',
  'list.reviewed': 'Rà soát danh sách nguồn',
  'paper.recorded': 'Ghi giấy tờ vào hồ sơ',
  'branchVote.recorded': 'Chi bộ họp xét',
  'committeeVote.recorded': 'Đảng ủy cơ sở họp xét',
  'finding.lifted': 'Chấp thuận ngoại lệ',
  'finding.liftConfirmed': 'Xác nhận chấp thuận ngoại lệ',
  'dossier.submitted': 'Gửi hồ sơ lên cấp ủy có thẩm quyền',
  'record.recovered': 'Nhận lại nội dung của hồ sơ đã gửi, bằng gói khôi phục',
  'dossier.resent': 'Gửi lại hồ sơ qua gói dữ liệu sau khi kết nối',
  'dossier.received': 'Cấp ủy có thẩm quyền tiếp nhận hồ sơ',
  'dossier.returned': 'Cấp ủy có thẩm quyền trả hồ sơ để bổ sung',
  'dossier.reviewed': 'Cấp ủy có thẩm quyền thẩm định hồ sơ',
  'limit.extended': 'Cấp ủy có thẩm quyền gia hạn',
  'refusal.notified': 'Thông báo việc không kết nạp',
  'dossier.assigned': 'Giao người thẩm định hồ sơ',
  'dossier.checked': 'Ghi phần hồ sơ đã kiểm tra',
  'consent.requested': 'Xin ý kiến cấp có thẩm quyền',
  'consent.recorded': 'Cấp có thẩm quyền trả lời việc xin ý kiến',
  'meeting.called': 'Lập cuộc họp của cơ quan ra quyết định',
  'meeting.changed': 'Sửa cuộc họp của cơ quan ra quyết định',
  'meeting.held': 'Ghi cuộc họp đã tổ chức',
  'meeting.cancelled': 'Hủy cuộc họp',
  'meeting.voted': 'Cơ quan ra quyết định biểu quyết',
  'duplicates.judged': 'Đối chiếu người có thể trùng',
  'decision.recorded': 'Cấp ủy có thẩm quyền quyết định',
  'decision.receiptRecorded': 'Nhận quyết định',
  'ceremony.recorded': 'Tổ chức lễ kết nạp',
  'card.issued': 'Phát thẻ đảng viên',
  'candidate.transferred': 'Chuyển nơi theo dõi, giúp đỡ',
  'transfer.recorded': 'Chuyển sinh hoạt đảng',
  'departure.reported': 'Báo đảng viên từ trần, ra khỏi Đảng',
  'ruleSet.issued': 'Ban hành bộ quy định',
  'ruleSet.keptHere': 'Lập bộ quy định dùng riêng',
  'ruleValue.changed': 'Sửa giá trị của bộ quy định',
  'ruleValue.changedHere': 'Sửa giá trị của bộ quy định, dùng riêng',
  'holidays.changed': 'Sửa lịch nghỉ',
  'holidays.changedHere': 'Sửa lịch nghỉ, dùng riêng',
  'case.rulesPinned': 'Chọn bộ quy định cho trường hợp này',
  'note.recorded': 'Ghi chú riêng',
  'unit.noted': 'Ghi chú riêng về đơn vị',
  'photo.recorded': 'Giữ ảnh chân dung',
  'target.set': 'Ghi chỉ tiêu kết nạp',
  'target.assigned': 'Cấp ủy có thẩm quyền giao chỉ tiêu kết nạp',
  'total.typed': 'Ghi số liệu của năm trước khi dùng phần mềm',
  'report.sent': 'Gửi báo cáo',
  'report.defined': 'Lưu báo cáo thường dùng',
  'report.dropped': 'Bỏ báo cáo thường dùng',
  'model.registered': 'Ghi mô hình, cách làm hay',
  'model.reported': 'Báo kết quả của mô hình',
  'model.shared': 'Phổ biến mô hình để nhân rộng',
  'model.takenUp': 'Ghi đơn vị áp dụng mô hình',
  'example.noted': 'Ghi gương điển hình, chờ ý kiến đồng ý',
  'example.told': 'Giới thiệu gương điển hình',
  'example.withdrawn': 'Thôi tuyên truyền gương điển hình',
  'directive.issued': 'Gửi văn bản chỉ đạo, hướng dẫn',
  'directive.kept': 'Ghi văn bản chỉ đạo nhận bằng giấy',
  'directive.read': 'Xác nhận đã quán triệt văn bản',
  'conference.held': 'Ghi hội nghị',
  'publicity.counted': 'Ghi kết quả tuyên truyền',
  'inspection.planned': 'Lập kế hoạch kiểm tra, giám sát',
  'inspection.found': 'Ghi nội dung kiểm tra, giám sát phát hiện',
  'inspection.concluded': 'Kết luận kiểm tra, giám sát',
  'inspection.mended': 'Báo kết quả khắc phục',
  'inspection.checked': 'Xem xét việc khắc phục',
  'rating.recorded': 'Xếp loại cuối năm',
  'commendation.recorded': 'Biểu dương, khen thưởng',
  'correction.recorded': 'Chấn chỉnh',
  'proposal.dismissed': 'Không thực hiện đề xuất',
  'entry.retracted': 'Rút lại bản ghi',
  'entry.voided': 'Hủy bản ghi đang được giữ lại',
  'case.moveProposed': 'Đề nghị chuyển hồ sơ đến đơn vị khác',
  'case.handedOver': 'Giao hồ sơ cho đơn vị khác',
  'entry.erased': 'Xóa dữ liệu cá nhân',
  'erasure.answered': 'Trả lời đề nghị xóa dữ liệu cá nhân',
}

/** Why a line is held: what it is, and what releases it. */
export const HOLD_REASONS: Labels<HoldReason> = {
  envelope: 'Bản ghi theo mẫu mà phiên bản này chưa đọc được; cập nhật phần mềm rồi mở lại',
  unknownKind: 'Loại bản ghi mà phiên bản này chưa biết; cập nhật phần mềm rồi mở lại',
  unknownVersion: 'Bản ghi do phiên bản mới hơn lập; cập nhật phần mềm rồi mở lại',
  schema: 'Nội dung bản ghi không đúng mẫu; đề nghị nơi lập hủy bản ghi này và ghi lại',
  authority: 'Nơi lập không có thẩm quyền ghi loại bản ghi này; đề nghị nơi lập hủy bản ghi này',
  after: 'Bản ghi nhắc đến những bản ghi mà đơn vị mình không được gửi; đề nghị nơi lập hủy bản ghi này và ghi lại',
  idTaken: 'Mã của bản ghi trùng với một bản ghi đã có; đề nghị nơi lập hủy bản ghi này và ghi lại',
}

/** Why an entry of an office without a say in a case counts for nothing. */
export const OUTSIDE_REASONS: Labels<OutsideReason> = {
  tooLate:
    'Ghi sau khi hồ sơ đã giao cho đơn vị khác. Nếu nội dung đúng, đơn vị đang theo dõi hồ sơ ghi lại theo giấy tờ.',
  keeperOnly:
    'Chỉ đơn vị đang theo dõi hồ sơ mới gửi được nội dung này. Nếu người này đã chuyển đến đơn vị đó, làm thủ tục chuyển hồ sơ; nếu không, đề nghị đơn vị đó rút lại.',
  handedTwice:
    'Hồ sơ đã được giao hai lần cùng lúc, từ hai máy, cho hai nơi; lần giao kia được tính. Nơi nhận ở lần này được báo thôi quản lý hồ sơ. Nếu nơi đó mới đúng, cấp trên giao lại.',
  notShown: 'Hồ sơ chưa được gửi cho đơn vị này. Hỏi lại đơn vị đó, và đề nghị rút lại nếu gửi nhầm.',
}

/** Why taking an entry back has no effect. */
export const RETRACTION_REASONS: Labels<RetractionVoid> = {
  namedByOther: 'Đơn vị khác đã trả lời theo bản ghi này',
  notRetractable: 'Loại bản ghi này không rút lại được',
  notAuthor: 'Chỉ đơn vị đã lập mới rút lại được',
  unknown: 'Không tìm thấy bản ghi cần rút lại',
}

/** What became of a set on a carrier. */
export type ImportOutcome = 'ready' | 'imported' | 'already' | 'notForUs' | 'refused'

/** What became of a set on a carrier. */
export const IMPORT_OUTCOMES: Labels<ImportOutcome> = {
  ready: 'Xem trước xong, có thể nhận gói',
  imported: 'Đã nhận gói',
  already: 'Đã có từ trước, không cần nhận lại',
  notForUs: 'Gửi cho đơn vị khác',
  refused: 'Chưa nhận được',
}

/** What a bundle is for. */
export const BUNDLE_KINDS: Labels<BundleKind> = {
  changes: 'Gói cập nhật',
  full: 'Gói đầy đủ',
  ack: 'Gói xác nhận đã nhận',
  sibling: 'Gói giữa các máy trong đơn vị',
  enrol: 'Gói thêm máy vào đơn vị',
  recovery: 'Gói khôi phục',
  succession: 'Gói bàn giao cho đơn vị kế thừa',
}

/** Whether a channel's chain was found whole. */
export const CHAIN_STATES: Labels<ChannelHealth['chain']> = {
  unchecked: 'Chưa kiểm tra',
  whole: 'Nguyên vẹn',
  broken: 'Không khớp, cần báo người hỗ trợ',
}

/** Whether the tables equal what the journal says. */
export const TABLE_STATES: Labels<JournalHealth['tables']> = {
  equal: 'Khớp với nhật ký',
  different: 'Không khớp với nhật ký, cần báo người hỗ trợ',
  unchecked: 'Chưa kiểm tra',
}

/** What is private to the office and left this computer. */
export const PRIVATE_EXPORTS: Labels<PrivateExport> = {
  sibling: 'Gói cho máy khác trong đơn vị',
  enrol: 'Gói thêm máy, có khóa của đơn vị',
  succession: 'Gói bàn giao cho đơn vị kế thừa',
  keys: 'Tệp khóa để lưu kho',
}

/** Where a year's holidays come from. */
export const HOLIDAY_TABLES: Labels<HolidayTable['status']> = {
  published: 'Lịch nghỉ chính thức',
  computed: 'Lịch nghỉ tạm tính',
}

/** Why a case changes its keeper. */
export const MOVE_REASONS: Labels<MoveReason> = {
  transfer: 'chuyển nơi công tác, cư trú',
  succession: 'sáp nhập, hợp nhất đơn vị',
  split: 'chia tách đơn vị',
  pairing: 'đơn vị nhận bắt đầu dùng phần mềm',
}
