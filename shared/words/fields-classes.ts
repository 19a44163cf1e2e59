/**
 * Labels of fields that mean something of their own in calls about classes and pupils.
 */

/** By name of the call, then by path. */
export const CLASS_CALLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'class.recordResult': { to: 'Đến ngày' },
  'class.open': { name: 'Tên lớp', kind: 'Loại lớp', to: 'Đến ngày', decision: 'Quyết định mở lớp' },
  'class.change': { 'facts.to': 'Đến ngày' },
  'class.forward': { to: 'Trung tâm chính trị', date: 'Ngày chuyển' },
  'class.enroll': { on: 'Ngày xếp lớp' },
  'class.attend': { date: 'Ngày học' },
  'class.complete': { on: 'Ngày ghi kết quả' },
  'certificate.reissue': { number: 'Số giấy chứng nhận cấp lại', date: 'Ngày cấp lại' },
  'class.writeRoster': { to: 'Nơi ghi tệp' },
  'pupil.place': { class: 'Lớp' },
  'pupil.evaluate': { date: 'Ngày đánh giá' },
}
