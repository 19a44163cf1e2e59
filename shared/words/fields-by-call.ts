/**
 * Labels of fields that mean something else in one command or question than everywhere else.
 */
import { CLASS_CALLS } from './fields-classes.ts'
import { FOLLOW_CALLS } from './fields-follow.ts'
import { EXCHANGE_BY_CALL, WORK_CALLS } from './fields-work.ts'

/** Labels that only the call tells: by name of the call, then by path. */
export const FIELDS_BY_CALL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...WORK_CALLS,
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
  'finding.confirmLift': { code: 'Điểm cần xử lý' },
  ...EXCHANGE_BY_CALL,
  'scan.read': { to: 'Nơi ghi tệp' },
  'document.preview': { facts: 'Nội dung bổ sung cho văn bản' },
  'document.make': { to: 'Nơi ghi tệp', facts: 'Nội dung bổ sung cho văn bản' },
  'list.write': { to: 'Nơi ghi tệp' },
  'report.write': { to: 'Nơi ghi tệp' },
  'target.set': { number: 'Số người', office: 'Đơn vị được giao chỉ tiêu', paper: 'Văn bản giao chỉ tiêu' },
  'target.spread': { paper: 'Văn bản giao chỉ tiêu' },
  'backup.verify': { name: 'Bản sao lưu' },
  'machine.saveReport': { to: 'Nơi ghi tệp' },
  'scan.add': { name: 'Tên tệp' },
  'candidate.similar': { name: 'Họ và tên' },
  'draft.save': { value: 'Nội dung bản nháp' },
  'candidate.search': { keeper: 'Đơn vị quản lý hồ sơ', helper: 'Đảng viên giúp đỡ' },
  'paper.record': { keeper: 'Nơi lưu giữ' },
  ...CLASS_CALLS,
  'verification.request': { to: 'Nơi thẩm tra', method: 'Cách thẩm tra', relatives: 'Những người cần thẩm tra' },
  'verification.answer': { number: 'Số văn bản trả lời', date: 'Ngày trả lời' },
  'verification.waive': { relative: 'Người không phải thẩm tra lại', member: 'Người thân là đảng viên làm căn cứ' },
  'helper.note': { text: 'Nội dung nhận xét' },
  'erasure.answer': { ground: 'Lý do không xóa' },
  'list.review': { date: 'Ngày họp rà soát' },
  'opinion.record': { name: 'Tên tổ chức' },
  'resume.record': { date: 'Ngày khai lý lịch' },
  'resume.seal': { date: 'Ngày đóng dấu', person: 'Người đóng dấu' },
  'dossier.review': { note: 'Lý do hoặc nội dung cần thẩm tra' },
  'limit.extend': { limit: 'Thời hạn được gia hạn' },
  'vote.reportShort': { body: 'Nơi biểu quyết' },
  'card.issue': { number: 'Số thẻ đảng viên', date: 'Ngày phát thẻ', decision: 'Quyết định phát thẻ' },
  'transfer.record': { date: 'Ngày của giấy giới thiệu', paper: 'Giấy giới thiệu' },
  ...FOLLOW_CALLS,
  'departure.report': {
    on: 'Ngày từ trần hoặc ra khỏi Đảng',
    date: 'Ngày báo lên cấp trên',
    paper: 'Phiếu báo',
  },
}
