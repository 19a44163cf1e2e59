/**
 * Sample data for the findings on the way to admission beside papers and votes; a total map, as in refusal-samples.ts.
 */
import type { BeforeFindings } from '../../../../shared/rules/finding-before.ts'

type Samples = { readonly [C in keyof BeforeFindings]: readonly [BeforeFindings[C], ...BeforeFindings[C][]] }

/** Samples by code. */
export const BEFORE_FINDINGS: Samples = {
  'C7-helper': [{ person: 'Trần Văn Bình', official: '2023-05-19', from: '2023-01-10' }],
  'C7-unassigned': [{ person: 'Trần Văn Bình' }],
  'C7-gone': [
    { person: 'Trần Văn Bình', status: 'moved', since: '2023-06-03' },
    { person: 'Trần Văn Bình', status: 'expelled', since: '2023-06-03' },
  ],
  'C8-open': [
    { relation: 'self', relative: '', why: 'notAsked' },
    { relation: 'spouseFather', relative: 'Lê Văn Tám', why: 'noAnswer' },
    { relation: 'father', relative: 'Nguyễn Văn Nam', why: 'unclear' },
  ],
  'C32-place': [
    { kind: 'study', place: 'Trường trung học phổ thông A Kim Bảng', months: 36, limit: 12, there: true },
    { kind: 'study', place: 'Trung tâm giáo dục nghề nghiệp', months: 9, limit: 12, there: false },
    { kind: 'secondment', place: 'Ủy ban nhân dân huyện', months: 24, limit: 12, there: true },
    { kind: 'secondment', place: 'Ủy ban nhân dân huyện', months: 6, limit: 12, there: false },
  ],
  'C8-adverse': [{ to: 'Đảng ủy xã Ba Sao', date: '2023-10-20' }],
  'C8-waiver': [
    { relative: 'Nguyễn Văn Nam', member: 'Nguyễn Văn Bắc', why: 'notMember' },
    { relative: 'Lê Văn Tám', member: 'Nguyễn Văn Bắc', why: 'otherSide' },
    { relative: '', member: '', why: 'undeclared' },
  ],
  'C8-none': [{ side: 'own' }, { side: 'spouse' }],
  'C8-stamp': [
    { stamped: null, asked: '2023-09-10' },
    { stamped: '2023-09-12', asked: '2023-09-10' },
  ],
  'C8-late': [{ stamped: '2023-09-12', remarks: '2023-09-10' }],
  'C8-remarks': [{ remarks: '2023-10-10', answer: '2023-10-20' }],
  C9: [
    { to: 'Đảng ủy xã Ba Sao', sent: '2023-09-10', received: '2023-09-14', due: '2023-10-26' },
    { to: 'Đại sứ quán', sent: '2023-09-10', received: null, due: '2024-01-18' },
  ],
  'C5-opinion': [{ missing: 'residence' }, { missing: 'organisation' }],
  'C8-opinions': [{ opinions: '2023-10-10', answer: '2023-10-20' }],
  'C12-sent': [{ sent: '2024-01-10', meeting: '2024-01-20' }],
  'C16-sent': [{ sent: '2024-01-10', date: '2024-01-20' }],
  C32: [{ special: 'religion', papers: 'Văn bản đồng ý của cấp có thẩm quyền đối với người theo tôn giáo' }],
  'C32-child': [
    { children: 3, months: 12 },
    { children: 5, months: null },
  ],
  'C35-empty': [{ part: 'relatives' }, { part: 'periods' }],
  'C35-gap': [
    { from: '2003', to: '2006-09' },
    { from: '2023-05-31', to: '2023-09-05' },
  ],
  'C35-twice': [{ first: 'Học đại học', second: 'Làm ruộng' }],
  'C35-kin': [
    { name: 'Nguyễn Văn Nam', relation: 'father', birthYear: 1980, of: 1985 },
    { name: 'Nguyễn Văn An', relation: 'child', birthYear: 1990, of: 1985 },
  ],
  'C35-birth': [{ what: 'Học tiểu học', from: '1980', birth: '1985-06-15' }],
  'C35-tidy': [{}],
  'C35-field': [{ field: 'ethnicity' }],
  C36: [{ fields: ['name', 'birth'], sent: '2024-01-15' }],
  'C36-other': [{ entries: 1 }, { entries: 3 }],
  'C36-paper': [{ paper: '1-KND', name: 'Đơn xin vào Đảng', differs: 'Đơn ghi sinh ngày 18/3/1990' }],
  'C36-two': [{ field: 'identityNumber' }, { field: 'name' }],
  C40: [
    { number: '035199001234', problems: ['sex_differs', 'birth_year_differs'] },
    { number: '1.09E+10', problems: ['destroyed'] },
  ],
}
