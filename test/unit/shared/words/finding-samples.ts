/**
 * Sample data for every finding, as a total map: a new code does not compile without a sample. Where data decides between
 * sentences there is one sample for each.
 */
import type { FindingCode, FindingData } from '../../../../shared/rules/finding.ts'
import { BEFORE_FINDINGS } from './finding-samples-before.ts'

type Samples<Data> = { readonly [Code in keyof Data]: readonly [Data[Code], ...Data[Code][]] }

const paper = { paper: '1-KND', name: 'Đơn xin vào Đảng' }
const share = { agree: 5, of: 9, needed: 6 }
const clock = { start: '2024-01-10', due: '2024-04-12', extendedDue: '2024-05-29' }
const certificate = { date: '2019-01-15', validUntil: '2024-01-15', months: 60 }

/** Findings. */
export const FINDINGS: Samples<FindingData> = {
  ...BEFORE_FINDINGS,
  'C1-young': [
    { birth: '2006-05-20', from: '2024-05-20', on: '2024-02-01' },
    { birth: '2006', from: '2024-12-31', on: null },
  ],
  'C1-over': [{ birth: '1962-03-04', since: '2022-04-04', on: '2024-02-01', paper: 'DY-TUOI' }],
  'C1-month': [
    { birth: '2006-02-20', limit: 'min', day: '2024-02-20', on: '2024-02-01' },
    { birth: '1964-01-20', limit: 'max', day: '2024-01-20', on: null },
  ],
  'C1-part': [
    { birth: '2006', limit: 'min', on: '2024-02-01' },
    { birth: '1964-02', limit: 'max', on: null },
  ],
  'C1-birth': [{}],
  C2: [
    { education: 'primary', minimum: 'lowerSecondary', specialArea: false },
    { education: 'literate', minimum: 'primary', specialArea: true },
  ],
  'C2-elder': [{ education: 'literate', minimum: 'primary', paper: 'DY-HOCVAN' }],
  'C2-none': [{ minimum: 'lowerSecondary' }],
  C3: [
    { ...certificate, on: '2024-02-01' },
    { ...certificate, on: null },
  ],
  'C3-last': [
    { ...certificate, on: '2024-01-15' },
    { ...certificate, on: null },
  ],
  C4: [{ date: '2019-01-15', validUntil: '2024-01-15', days: 90 }],
  'C5-none': [{ missing: 6 }],
  C5: [paper],
  'C5-date': [paper],
  'C5-late': [{ ...paper, date: '2024-02-03', meeting: '2024-02-01' }],
  'C5-num': [{ paper: '6-KND', name: 'Nghị quyết đề nghị kết nạp đảng viên', date: '2024-02-01' }],
  C6: [
    { route: 'members', have: 1, need: 2 },
    { route: 'youthUnion', have: 0, need: 1 },
    { route: 'tradeUnion', have: 0, need: 1 },
  ],
  'C6-org': [{ route: 'youthUnion', paper: '4-KND', name: 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng' }],
  'C6-age': [{ birth: '1990-05-20', underMonths: 372, paper: '4-KND' }],
  'C6-youth': [{ birth: '2003-05-20' }],
  'C6-union': [{ paper: '4-KND', name: 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng' }],
  C7: [{ person: 'Trần Văn Bình', official: '2024-02-03', date: '2024-01-10' }],
  'C7-months': [
    { person: 'Trần Văn Bình', from: '2023-06-01', isAcquaintance: false, date: '2024-01-10', months: 12 },
    { person: 'Trần Văn Bình', from: '2023-06-01', isAcquaintance: true, date: '2024-01-10', months: 12 },
  ],
  C8: [{ paper: 'TT-2-KND', name: 'Văn bản thẩm tra lý lịch của người xin vào Đảng' }],
  'C8-date': [{ resume: '2024-01-10', answer: '2023-12-20' }],
  C10: [
    { ...paper, date: '2022-12-01', begun: '2022-12-01', limit: '2023-12-01', on: '2024-02-01' },
    { ...paper, date: null, begun: '2022-12-01', limit: '2023-12-01', on: null },
  ],
  C11: [{ application: '2024-01-10', resume: '2024-01-05' }],
  'C11-class': [{ certificate: '2024-01-10', application: '2024-01-05' }],
  'C11-helper': [{ certificate: '2024-01-10', helped: '2024-01-15' }],
  'C12-sum': [{ total: 12, present: 10, absent: 3 }],
  'C12-abs': [{ absent: 3, listed: 1 }],
  'C12-excl': [{ official: 9, excluded: 2, present: 8 }],
  'C12-votes': [{ votes: 8, present: 9 }],
  'C12-share': [{ ...share, meeting: '2024-02-01' }],
  C13: [{ official: 2, minimum: 3 }],
  C14: [{ ...share, meeting: '2024-02-01' }],
  C15: [{ paper: '7-KND', name: 'Báo cáo của đảng ủy bộ phận' }],
  'C15-day': [{ name: 'Báo cáo của đảng ủy bộ phận' }],
  'C15-date': [
    { report: '2024-01-20', meeting: '2024-02-01', committee: '2024-02-10' },
    { report: '2024-01-20', meeting: null, committee: null },
  ],
  'C16-share': [{ ...share, date: '2024-02-10' }],
  'C16-date': [{ date: '2024-01-20', meeting: '2024-02-01' }],
  'C16-votes': [{ votes: 14, present: 13 }],
  C17: [
    { ...clock, decided: null },
    { ...clock, decided: '2024-04-20' },
  ],
  'C17-given': [{ due: '2024-04-12', given: '2024-04-15' }],
  'C17-ext': [{ ...clock, decided: null }],
  C18: [{ body: 'Đảng ủy xã Ba Sao', expected: 'Ban Thường vụ Huyện ủy' }],
  'C18-date': [{ date: '2024-01-20', meeting: '2024-02-01' }],
  'C18-order': [
    { matter: 'admission', date: '2024-01-20', after: 'committee', other: '2024-02-01' },
    { matter: 'removal', date: '2024-01-20', after: 'submission', other: '2024-02-01' },
  ],
  'C18-void': [
    { number: '77-QĐ/HU', date: '2024-06-03', ground: 'criteria' },
    { number: '77-QĐ/HU', date: '2024-06-03', ground: 'procedure' },
    { number: '77-QĐ/HU', date: '2024-06-03', ground: null },
  ],
  C19: [{ agree: 7, of: 15, needed: 8 }],
  C20: [
    { matter: 'admission', number: '58-QĐ/HU', date: '2024-02-20' },
    { matter: 'recognition', number: '58-QĐ/HU', date: '2025-03-20' },
    { matter: 'removal', number: '58-QĐ/HU', date: '2025-03-20' },
    { matter: 'cancellation', number: '58-QĐ/HU', date: '2025-03-20' },
  ],
  C21: [
    { start: '2024-02-01', due: '2024-03-20', held: null },
    { start: '2024-02-01', due: '2024-03-20', held: '2024-04-02' },
  ],
  'C21-order': [{ held: '2024-01-20', decided: '2024-02-01' }],
  'C21-start': [{ held: '2024-02-03' }],
  C22: [{ held: '2024-02-03' }],
  'C22-gone': [
    { person: 'Trần Văn Bình', status: 'died', since: '2024-06-03' },
    { person: 'Trần Văn Bình', status: 'left', since: '2024-06-03' },
    { person: 'Trần Văn Bình', status: 'suspended', since: '2024-06-03' },
  ],
  C24: [{ end: '2025-02-03', days: 60, missing: 3 }],
  C25: [{ meeting: '2025-02-02', end: '2025-02-03' }],
  'C25-day': [{ meeting: '2025-02-03', end: '2025-02-03' }],
  'C25-late': [
    { start: '2025-02-03', due: '2025-03-17', held: null },
    { start: '2025-02-03', due: '2025-03-17', held: '2025-03-18' },
  ],
  C26: [{ paper: 'CN-DVM', name: 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới' }],
  'C26-date': [{ paper: '10-KND', name: 'Bản tự kiểm điểm của đảng viên dự bị' }],
  'C26-late': [
    { paper: '10-KND', name: 'Bản tự kiểm điểm của đảng viên dự bị', date: '2025-02-12', meeting: '2025-02-10' },
  ],
  'C26-num': [{ paper: '13-KND', name: 'Nghị quyết đề nghị công nhận đảng viên chính thức', date: '2025-02-10' }],
  'C27-sum': [{ votes: 10, present: 9, absent: 0, listed: 1 }],
  'C27-abs': [{ absent: 2, listed: 1 }],
  'C27-votes': [{ votes: 14, present: 13 }],
  'C27-share': [
    { matter: 'recognition', agree: 5, of: 9, needed: 6, meeting: '2025-02-10' },
    { matter: 'removal', agree: 5, of: 9, needed: 6, meeting: '2025-02-10' },
  ],
  'C27-min': [{ official: 2, minimum: 3 }],
  'C27-body': [{ matter: 'recognition', agree: 9, of: 15, needed: 10, date: '2025-02-15' }],
  'C27-sent': [
    { matter: 'recognition', sent: '2025-02-08', body: 'branch', date: '2025-02-10' },
    { matter: 'removal', sent: '2025-02-08', body: 'committee', date: '2025-02-10' },
  ],
  'C27-order': [{ date: '2025-02-08', meeting: '2025-02-10' }],
  C28: [
    { start: '2025-02-10', due: '2025-03-24', extendedDue: '2025-05-08', decided: null },
    { start: '2025-02-10', due: '2025-03-24', extendedDue: null, decided: '2025-03-25' },
  ],
  'C28-given': [{ due: '2025-03-24', given: '2025-03-25' }],
  'C28-ext': [{ start: '2025-02-10', due: '2025-03-24', extendedDue: '2025-05-08', decided: '2025-05-09' }],
  C29: [{ officialFrom: '2025-03-10', expected: '2025-02-03' }],
  C30: [{ meeting: '2025-02-10', end: '2025-02-03' }],
  'C30-short': [{ meeting: '2025-02-10', failed: 1 }],
  'C30-no': [{ number: '61-QĐ/HU', date: '2025-03-10' }],
  'C30-votes': [{ meeting: '2025-05-10', failed: 3, limit: 3 }],
  C31: [
    { out: '2022-03-01', from: '2025-03-01', months: 36, applied: null },
    { out: '2022-03-01', from: '2025-03-01', months: 36, applied: '2024-09-01' },
  ],
  'C31-exit': [{ reason: 'abandoned' }],
  'C31-twice': [{ times: 2 }],
  'C33-time': [{ otherOffice: 'Đảng ủy thị trấn Quế', from: '2024-06-03', until: '2024-07-03', least: 3, under: 12 }],
  'C33-idle': [{ date: '2024-06-03', since: '2024-09-03', months: 3 }],
  C33: [
    { start: '2024-06-03', due: '2024-07-15', presented: null },
    { start: '2024-06-03', due: '2024-07-15', presented: '2024-07-16' },
  ],
  'C33-whole': [
    { start: '2024-06-03', due: '2024-08-26', completed: null },
    { start: '2024-06-03', due: '2024-08-26', completed: '2024-08-27' },
  ],
  'C33-paper': [
    { who: 'candidate', direction: 'out', otherOffice: 'Đảng ủy thị trấn Quế', date: '2024-06-03' },
    { who: 'probationary', direction: 'in', otherOffice: 'Đảng ủy thị trấn Quế', date: '2024-06-03' },
  ],
  C34: [{ paper: '2-KND', name: 'Lý lịch của người xin vào Đảng', date: '2024-06-03' }],
  C38: [
    { act: 'branchVote', number: '12-NQ/CB', date: '2024-01-22', other: '12-NQ/CB', otherDate: '2024-01-15' },
    { act: 'list', number: '12', date: '2024-01-22', other: '12-NQ/CB', otherDate: '2024-01-15' },
  ],
  'C38-paper': [
    { act: 'branchVote', number: '13-NQ/CB', other: '12-NQ/CB' },
    { act: 'decision', number: '13-QĐ/HU', other: '12-QĐ/HU' },
  ],
  'C38-date': [
    { act: 'committeeVote', number: '33-NQ/ĐU', date: '2024-01-25', other: '34-NQ/ĐU', otherDate: '2024-01-20' },
    { act: 'decision', number: '13-QĐ/HU', date: '2024-01-25', other: '12-QĐ/HU', otherDate: '2024-02-01' },
  ],
  C46: [
    { on: '2024-06-03', due: '2024-07-15', reported: null },
    { on: '2024-06-03', due: '2024-07-15', reported: '2024-07-16' },
  ],
  F1: [
    { what: 'paper', date: '2026-12-20' },
    { what: 'ceremony', date: '2026-12-20' },
  ],
  P2: [
    {
      lift: '01890000-0000-7000-8000-000000000009',
      finding: 'C5:3-KND',
      reason: 'Văn bản đang gửi qua bưu điện',
      allowedBy: 'Lê Văn Minh',
      number: '15-CV/BTCHU',
      date: '2024-01-20',
    },
  ],
  P1: [{ step: 'branchVote' }, { step: 'submit' }, { step: 'recognitionCommittee' }],
}

/** Codes of findings, as the samples have them. */
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[]
