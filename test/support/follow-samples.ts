/**
 * Models, examples, directives, conferences, inspections and ratings of an office that does both, for tests that look at pages.
 */
import type { TestOffice } from './office.ts'

/**
 * Records `count` of each, about one unit of the office.
 * @returns the id of the last inspection
 */
export async function recordFollowUp(office: TestOffice, unit: string, today: string, count = 1): Promise<string> {
  office.at(today)
  const year = Number(today.slice(0, 4))
  let last = ''
  for (let n = 1; n <= count; n += 1) {
    const { model } = await office.do<{ model: string }>('model.register', {
      name: `Câu lạc bộ thanh niên phấn đấu vào Đảng số ${n}`,
      area: 'residential',
      place: unit,
      since: '2023-03-01',
      description: 'Mỗi quý một buổi gặp gỡ đảng viên trẻ tại nhà văn hóa thôn.',
    })
    await office.do('model.report', { model, on: today, results: 'Kết nạp 3 đoàn viên ưu tú', admitted: 3 })
    await office.do('example.tell', {
      kind: 'goodPerson',
      area: 'production',
      name: `Nguyễn Thị Hòa ${n}`,
      place: unit,
      story: 'Vận động 12 hộ dồn điền đổi thửa, giúp 3 hộ thoát nghèo.',
      ...(n % 2 === 0 ? { consent: { on: today, how: 'written' } } : {}),
    })
    const { directive } = await office.do<{ directive: string }>('directive.issue', {
      kind: 'guidance',
      number: `${n}-HD/BTC`,
      date: today,
      issuer: 'Ban Tổ chức',
      title: 'Hướng dẫn công tác phát triển đảng viên trong doanh nghiệp, trường học, khu vực nông thôn',
      cited: true,
    })
    await office.do('directive.read', { directive, on: today, places: [unit] })
    await office.do('conference.record', {
      kind: 'study',
      title: `Hội nghị quán triệt Hướng dẫn số ${n}-HD/BTC`,
      date: today,
      place: unit,
      directive,
      attended: 45,
    })
    const { inspection } = await office.do<{ inspection: string }>('inspection.plan', {
      kind: 'inspection',
      topic: `Kiểm tra công tác phát triển đảng viên, cuộc thứ ${n}`,
      place: unit,
      from: `${year}-01-08`,
      to: `${year}-01-10`,
      lead: 'Lê Quang Vinh',
    })
    await office.do('inspection.find', {
      inspection,
      kind: 'shortcoming',
      what: 'Chưa rà soát danh sách quần chúng trong độ tuổi',
      demand: 'Rà soát, bổ sung danh sách, phân công đảng viên giúp đỡ',
      due: `${year}-01-31`,
    })
    await office.do('commendation.record', {
      year: year - 1,
      place: unit,
      form: 'Giấy khen',
      reason: 'Hoàn thành vượt mức chỉ tiêu kết nạp đảng viên',
      on: today,
    })
    await office.do('rating.record', {
      year: year - 1,
      rows: [{ place: unit, as: 'leader', name: `Trần Văn Bình ${n}`, level: 'Hoàn thành tốt nhiệm vụ', rank: 2 }],
    })
    last = inspection
  }
  return last
}
