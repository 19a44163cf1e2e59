/** What a printed case leaves out: every field and every sentence of a finding that says one of the three. */
import { expect, test } from 'vitest'
import { trusted } from '../../../../shared/base/trust.ts'
import { chosenIn, guardedField, guardedFinding, guardedIn, guardedName } from '../../../../shared/documents/guarded.ts'
import { Profile } from '../../../../shared/model/profile.ts'
import type { FindingFact } from '../../../../shared/words/vi.ts'
import { findingSentence, INCLUDE_LABELS, leftOutNote } from '../../../../shared/words/vi.ts'
import { FINDING_CODES, FINDINGS } from '../words/finding-samples.ts'

test('fields of the person', () => {
  const guarded = Object.keys(Profile.shape).filter((field) => guardedField(field) !== null)
  expect(guarded.toSorted((a, b) => a.localeCompare(b))).toEqual(['identityNumber', 'oldIdentityNumber', 'religion'])
  expect(['oldIdentityNumber', 'religion'].map(guardedField)).toEqual(['identityNumbers', 'religion'])
  expect(guardedField('resume')).toBe('relatives')
})

test('no sentence of a finding names a relative, a religion or a number unguarded', () => {
  const facts = FINDING_CODES.flatMap((code) =>
    FINDINGS[code].map((data) => trusted<Parameters<typeof guardedFinding>[0] & FindingFact>({ code, data })),
  )
  const guarded = facts.flatMap((fact) => guardedFinding(fact) ?? guardedName(findingSentence(fact)) ?? [])
  expect(guarded).toHaveLength(10)
  for (const fact of facts) {
    if ((guardedFinding(fact) ?? guardedName(findingSentence(fact))) !== null) continue
    expect(findingSentence(fact)).not.toMatch(/tôn giáo|\d{9}|Nguyễn Văn (Nam|Bắc|An)|Lê Văn Tám/u)
  }
  const read = {
    code: 'C36-paper',
    data: { paper: 'CCCD', name: 'Căn cước', differs: 'Ghi số 035 185 001 234' },
  } as const
  expect(guardedFinding(read)).toBe('identityNumbers')
})

test('what was left out is said on the paper, what was chosen goes into the log', () => {
  expect(leftOutNote({})).toBe('Bản in này không kèm số định danh cá nhân, tôn giáo và người thân.')
  expect(leftOutNote({ relatives: true, religion: false })).toBe(
    'Bản in này không kèm số định danh cá nhân và tôn giáo.',
  )
  const all = { relatives: true, religion: true, identityNumbers: true }
  expect([leftOutNote(all), chosenIn(all)]).toEqual([null, Object.keys(INCLUDE_LABELS)])
})

test('a remark that was typed or proposed is marked by all that it says', () => {
  const relatives = ['Nguyễn Văn Nam', 'Trần Thị Bé']
  expect(guardedIn('Bổ sung xác nhận nơi cư trú', relatives)).toEqual([])
  expect(guardedIn('Nguyễn Văn Nam: chưa thẩm tra', relatives)).toEqual(['relatives'])
  expect(guardedIn('Là con ông NGUYỄN VĂN NAM', relatives)).toEqual(['relatives'])
  expect(guardedIn('Nguyễn Văn Namh giúp đỡ', relatives)).toEqual([])
  expect(guardedIn('Nguyễn Văn Namh, Nguyễn Văn Nam', relatives)).toEqual(['relatives'])
  expect(['ngày mai', 'Chị Mai'].map((said) => guardedIn(said, ['Mai']))).toEqual([[], ['relatives']])
  expect(guardedIn('Số 035 185 001 234 của Trần Thị Bé theo tôn giáo nào?', relatives)).toEqual([
    'identityNumbers',
    'religion',
    'relatives',
  ])
})

test('an identity number is found in every form it is written in, and nothing that cannot be one', () => {
  const numbers = [
    'CMND 168123456',
    'CMND số 168 123 456, cấp năm 2009',
    'CMND 168.123.456',
    'số 035185001234',
    'số 035 185 001 234.',
    'số 0351 8500 1234',
    'số 035-185-001-234',
    // Zeros that a spreadsheet has dropped, one and two.
    'số 35185001234',
    'số 1185001234',
    'Sinh ngày 12.05.1985, số 035185001234',
    '12.05.1985 035185001234',
    '168123456 035185001234',
    'CMND 168123456, điện thoại 0912345678',
    // As telephone numbers begin, but of other lengths.
    'số 025185001234',
    '091234567',
    '+84168123456789',
    // In the groups of a telephone number, or of a day, but beside something else or within a longer number.
    'tổ 02 168123456',
    'Mục 02.168123456',
    '0 351 850 012',
    'CMND 168-12-2034',
    'CMND 168 12-2034',
    '168123-45-1985',
    '05-2012-345678',
    'số 001-203-01-2034',
    'số 0351-85-00-2034',
    '12.05.1985-035185001234',
    // As a word processor sets it.
    'số 035–185–001–234',
    'số 001  203\n012345',
  ]
  const saysNumber = (said: string) => guardedIn(said, []).includes('identityNumbers')
  expect(numbers.filter((said) => !saysNumber(said))).toEqual([])
  const others = [
    'điện thoại 0912345678',
    'Gọi 0912 345 678 hoặc 0912.345.678',
    'ĐT: 024 3825 1234, +84 912 345 678, +84 24 3825 1234',
    'Từ 01.09.2020-30.06.2024 học tại Hà Nam',
    '09.2020-06.2024: công nhân',
    'Từ 01.09.2020 – 30.06.2024 học, 09.2018-2020 làm',
    'Từ 1-9-2020 2.9.2020',
    'nhiệm kỳ 2015 - 2020 - 2025',
    'ngày 19.01.2024',
    'nhiệm kỳ 2020-2025, 12/15 phiếu',
    'Quyết định số 1234-QĐ/HU ngày 19/01/2024',
    'số 35.012345',
  ]
  expect(others.filter(saysNumber)).toEqual([])
})
