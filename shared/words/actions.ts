/**
 * What each name of the port does, as a person would say it: for 'the program is busy', for the command palette and for
 * the log. A new query or job does not compile without its words; a test holds the commands to theirs.
 */
import type { JobName } from '../contract/api.ts'
import type { Labels } from './labels.ts'

const JOBS: Labels<JobName> = {
  'vault.describe': 'xem tình trạng khóa của máy',
  'office.setUp': 'thiết lập đơn vị',
  'session.unlock': 'mở khóa',
  'session.lock': 'khóa phần mềm',
  'office.get': 'xem thông tin đơn vị',
  'user.list': 'xem danh sách người dùng',
  'user.add': 'thêm người dùng',
  'user.disable': 'ngừng người dùng',
  'user.changePassphrase': 'đổi mật khẩu',
  'vault.resetPassphrase': 'đặt lại mật khẩu bằng phiếu khôi phục',
  'vault.newSheet': 'lập phiếu khôi phục mới',
  'unit.list': 'xem danh sách đơn vị trực thuộc',
  'member.search': 'tìm đảng viên',
  'candidate.search': 'tìm trong danh sách nguồn',
  'case.get': 'xem hồ sơ',
  'scan.read': 'lấy bản quét ra tệp',
  'scan.get': 'xem bản quét',
  'scan.add': 'đưa bản quét vào kho',
  'home.get': 'xem việc cần làm',
  'review.list': 'xem hồ sơ chờ xét',
  'candidate.similar': 'tìm người có thể trùng',
  'candidate.similarMany': 'tìm người có thể trùng trong danh sách dán vào',
  'document.preview': 'xem trước văn bản',
  'document.make': 'lập văn bản',
  'list.write': 'lưu danh sách ra bảng tính',
  'draft.save': 'lưu bản nháp',
  'draft.read': 'mở bản nháp',
  'draft.drop': 'bỏ bản nháp',
  'pairing.card': 'lập phiếu kết nối',
  'pairing.readCard': 'mở phiếu kết nối của đơn vị khác',
  'pairing.accept': 'nhận phiếu kết nối',
  'keys.renew': 'thay khóa của đơn vị',
  'keys.export': 'xuất khóa của đơn vị',
  'bundle.export': 'xuất gói dữ liệu',
  'bundle.preview': 'xem trước gói dữ liệu',
  'bundle.import': 'nhận gói dữ liệu',
  'bundle.inspect': 'kiểm tra gói dữ liệu',
  'bundle.history': 'xem các gói đã gửi và nhận',
  'backup.create': 'sao lưu',
  'backup.list': 'xem các bản sao lưu',
  'backup.verify': 'kiểm tra bản sao lưu',
  'backup.restore': 'khôi phục từ bản sao lưu',
  'journal.health': 'kiểm tra nhật ký',
  'machine.check': 'kiểm tra máy',
  'machine.saveReport': 'lưu báo cáo kiểm tra máy',
}

const COMMANDS: Readonly<Record<string, string>> = {
  'office.change': 'thay đổi thông tin đơn vị',
  'user.change': 'thay đổi người dùng',
  'user.record': 'ghi người dùng mới',
  'user.recordDisabled': 'ghi việc ngừng người dùng',
  'peer.record': 'ghi việc kết nối với đơn vị khác',
  'peer.revoke': 'hủy kết nối với đơn vị khác',
  'setting.change': 'thay đổi thiết lập',
  'unit.add': 'thêm đơn vị trực thuộc',
  'unit.change': 'thay đổi đơn vị trực thuộc',
  'unit.recordMembers': 'ghi số đảng viên',
  'member.add': 'thêm đảng viên vào danh bạ',
  'member.change': 'thay đổi đảng viên trong danh bạ',
  'candidate.register': 'đưa vào danh sách nguồn',
  'candidate.registerMany': 'đưa nhiều người vào danh sách nguồn',
  'candidate.undoMany': 'hoàn tác lần nhập danh sách',
  'candidate.correct': 'sửa thông tin cá nhân',
  'candidate.withdraw': 'kết thúc theo dõi hoặc rút hồ sơ',
  'case.takeOver': 'tiếp nhận trường hợp đang làm dở',
  'helper.assign': 'phân công đảng viên giúp đỡ',
  'paper.record': 'ghi giấy tờ vào hồ sơ',
  'dossier.recordBranchVote': 'ghi cuộc họp chi bộ',
  'dossier.recordCommitteeVote': 'ghi cuộc họp đảng ủy cơ sở',
  'finding.lift': 'ghi chấp thuận ngoại lệ',
  'dossier.submit': 'gửi hồ sơ',
  'dossier.receive': 'tiếp nhận hồ sơ',
  'dossier.return': 'trả hồ sơ để bổ sung',
  'decision.record': 'ghi quyết định',
  'decision.recordReceipt': 'ghi ngày nhận quyết định',
  'ceremony.record': 'ghi lễ kết nạp',
  'entry.retract': 'rút lại bản ghi',
}

/** What a call does: 'xuất gói dữ liệu'; 'một việc khác' for a name this build does not know. */
export function actionText(name: string): string {
  const texts: Readonly<Record<string, string>> = { ...JOBS, ...COMMANDS }
  return Object.hasOwn(texts, name) ? (texts[name] ?? '') : 'một việc khác'
}
