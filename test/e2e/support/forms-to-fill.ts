/**
 * What a person records on the pages of an office that proposes and decides, form by form: consents, duplicates, classes,
 * totals, and what is rare in the life of a case. The days are those before 01/04/2024.
 */
import type { Page } from '@playwright/test'
import { fromMenu, type FilledForm } from './fill-form.ts'

/** What the forms are about, by name and id. */
export type FormSubjects = {
  readonly unit: string
  readonly school: string
  /** A branch that another office keeps, as lists name it. */
  readonly elsewhere: string
  /** Who waits for a class, nobody having sent him on. */
  readonly waits: { readonly name: string; readonly case: string }
  /** A pupil on the roster of a class that is still to begin. */
  readonly pupil: { readonly name: string; readonly class: string }
  /** Who was admitted and has had the ceremony. */
  readonly member: { readonly name: string; readonly case: string }
  /** Who was just put on the list. */
  readonly fresh: string
  /** Two of one name and day of birth; the second goes elsewhere. */
  readonly twins: { readonly name: string; readonly second: string }
  /** The name of whom the level above was asked about, and of whom it has to be. */
  readonly asked: string
  readonly toAsk: string
}

/** Consents, duplicates, totals of years before, classes. */
export const officeForms = ({ unit, asked, toAsk, twins, waits, pupil }: FormSubjects): readonly FilledForm[] => [
  {
    path: '/y-kien-cap-tren',
    open: [`Ghi trả lời về ${asked}`],
    form: /^Trả lời: /u,
    ticks: ['Không đồng ý'],
    texts: { 'Số văn bản': '88-CV/TU', 'Ngày văn bản': '28/03/2024', 'Ghi chú': 'Chờ kỳ sau' },
    submit: 'Ghi trả lời',
    said: `Đã ghi trả lời về ${asked}.`,
    shows: 'Văn bản số 88-CV/TU ngày 28/03/2024',
  },
  {
    open: [`Ghi việc xin ý kiến về ${toAsk}`],
    form: /^Xin ý kiến: /u,
    texts: { 'Ngày xin ý kiến': '29/03/2024', 'Công văn số': '61-CV/ĐU', 'Ngày công văn': '29/03/2024' },
    submit: 'Ghi việc xin ý kiến',
    said: `Đã ghi việc xin ý kiến về ${toAsk}.`,
    shows: 'công văn số 61-CV/ĐU',
  },
  {
    path: '/trung-nguoi',
    open: ['Ghi kết luận'],
    form: (page) => page.getByRole('region', { name: new RegExp(`^${twins.name}: `, 'u') }),
    ticks: ['Hai người khác nhau'],
    texts: { 'Căn cứ, ghi chú': 'Khác quê quán' },
    submit: 'Ghi kết luận',
    said: 'Đã ghi kết luận đối chiếu.',
    shows: 'Khác quê quán',
  },
  {
    path: '/bao-cao/chi-tieu',
    open: ['Ghi số liệu năm trước'],
    form: 'Số liệu của năm trước khi dùng phần mềm',
    choices: { 'Đơn vị trực thuộc': unit },
    texts: {
      Năm: '2022',
      'Số đã kết nạp trong năm': '1',
      'Tổng số đảng viên cuối năm': '9',
      'Lần kết nạp gần nhất của chi bộ': '19/05/2022',
    },
    submit: 'Ghi số liệu',
    said: 'Đã ghi số liệu năm 2022, có đánh dấu là số ghi từ trước.',
  },
  {
    path: '/lop',
    open: async (page: Page) => {
      await page.getByRole('tab', { name: 'Đề nghị' }).click()
      await page.getByRole('checkbox', { name: `Chọn ${waits.name}`, exact: true }).check()
      await page.getByRole('button', { name: 'Chuyển trung tâm chính trị' }).click()
    },
    form: 'Chuyển 1 người cho trung tâm chính trị',
    texts: { 'Ngày chuyển': '30/03/2024' },
    submit: 'Chuyển danh sách',
    said: 'Đã chuyển 1 người. Xuất gói dữ liệu để gửi đi.',
    shows: 'ngày 30/03/2024',
  },
  {
    open: [`Rút lại việc chuyển ${waits.name}`],
    form: `Rút lại việc chuyển ${waits.name}`,
    texts: { 'Lý do': 'Chuyển nhầm đợt' },
    submit: 'Rút lại',
    said: `Đã rút lại việc chuyển ${waits.name}.`,
  },
  {
    path: `/lop/${pupil.class}`,
    open: [`Đưa ra: ${pupil.name}`],
    form: `Đưa ${pupil.name} ra khỏi danh sách lớp`,
    texts: { 'Lý do': 'Trùng ngày thi' },
    submit: 'Đưa ra khỏi lớp',
    said: `Đã đưa ${pupil.name} ra khỏi danh sách lớp.`,
  },
]

/** What is rare in the life of a case. */
export const caseForms = ({ member, fresh, waits, twins, elsewhere }: FormSubjects): readonly FilledForm[] => [
  {
    path: `/ho-so/${fresh}`,
    open: ['Ghi lý lịch'],
    form: 'Nội dung lý lịch của người xin vào Đảng',
    ticks: ['Đã từng vào Đảng (xin kết nạp lại)'],
    texts: { 'Ngày khai lý lịch': '15/03/2024', 'Ra khỏi Đảng ngày': '2015', 'Số lần đã được kết nạp': '1' },
    choices: { 'Lý do ra khỏi Đảng': 'Bị xóa tên trong danh sách đảng viên' },
    submit: 'Ghi lý lịch',
    said: 'Đã ghi nội dung lý lịch.',
    shows: 'Ghi nội dung lý lịch, 15/03/2024',
  },
  {
    path: `/ho-so/${member.case}`,
    heading: member.name,
    open: fromMenu('Đề nghị hủy quyết định kết nạp'),
    form: /^Cuộc họp chi bộ xét /u,
    texts: {
      'Ngày họp': '25/03/2024',
      'Chính thức có mặt': '9',
      'Dự bị có mặt': '0',
      'Tán thành': '9',
      'Số nghị quyết': '31-NQ/CB',
      'Ngày nghị quyết': '25/03/2024',
    },
    submit: 'Ghi cuộc họp',
    said: 'Đã ghi cuộc họp chi bộ.',
    shows: '31-NQ/CB',
  },
  {
    open: fromMenu('Hủy quyết định kết nạp'),
    form: /^Quyết định: /u,
    ticks: ['Kết nạp không đúng thẩm quyền hoặc thủ tục'],
    texts: {
      'Số quyết định': '41-QĐ/ĐU',
      'Ngày quyết định': '29/03/2024',
      'Người ký': 'Phạm Văn Minh',
      'Tổng số thành viên': '11',
      'Số tán thành': '11',
      'Lý do': 'Chi bộ không đủ số đảng viên dự họp',
    },
    submit: 'Ghi quyết định',
    said: 'Đã ghi quyết định.',
    shows: '41-QĐ/ĐU',
  },
  {
    path: `/ho-so/${twins.second}`,
    heading: twins.name,
    open: fromMenu('Giao hồ sơ cho đơn vị khác'),
    form: `Giao hồ sơ của ${twins.name}`,
    choices: { 'Chi bộ nhận': elsewhere },
    texts: { 'Ngày giao': '30/03/2024' },
    submit: 'Giao hồ sơ',
    said: 'Đã giao hồ sơ; gửi gói dữ liệu cho nơi nhận và nơi giao.',
  },
  {
    path: '/trao-doi/nhan',
    open: ['Xóa theo đề nghị'],
    form: 'Xóa theo đề nghị',
    texts: { 'Ghi chú': 'Không còn lý do để giữ' },
    submit: 'Xóa, không lấy lại được',
    said: 'Đã xóa theo đề nghị.',
  },
  {
    path: `/ho-so/${waits.case}`,
    open: fromMenu('Kết thúc theo dõi, xin rút hồ sơ'),
    form: 'Kết thúc theo dõi, xin rút hồ sơ',
    texts: { Ngày: '29/03/2024', 'Số nghị quyết': '32-NQ/CB', 'Ngày nghị quyết': '29/03/2024' },
    submit: 'Ghi kết thúc',
    said: 'Đã ghi kết thúc theo dõi.',
  },
  {
    open: fromMenu('Xóa dữ liệu cá nhân'),
    form: `Xóa dữ liệu cá nhân của ${waits.name}`,
    texts: { 'Lý do': 'Người này đề nghị xóa' },
    submit: 'Xóa, không lấy lại được',
    said: 'Đã xóa dữ liệu cá nhân. Gửi gói dữ liệu để các nơi đã nhận cũng được đề nghị xóa.',
  },
]
