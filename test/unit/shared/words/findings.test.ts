import { expect, test } from 'vitest'
import type { FindingCode } from '../../../../shared/rules/finding.ts'
import { findingAdvice, findingSentence, findingWithArticle, type FindingFact } from '../../../../shared/words/vi.ts'
import { expectSentence } from './plain-words.ts'
import { FINDING_CODES, FINDINGS } from './finding-samples.ts'

function factsOf<Code extends FindingCode>(code: Code): readonly FindingFact[] {
  return FINDINGS[code].map((data) => ({ code, data }) as FindingFact)
}

test.each(FINDING_CODES)('%s reads well', (code) => {
  for (const fact of factsOf(code)) {
    expectSentence(findingSentence(fact))
    expectSentence(
      findingWithArticle({
        ...fact,
        data: { ...fact.data },
        article: 'Quy định số 24-QĐ/TW, điểm 1.1',
        confirmed: false,
      }),
    )
  }
  for (const severity of ['block', 'warn', 'info'] as const) expectSentence(findingAdvice({ code, severity }))
})

test('only what blocks can be lifted, and a missing step cannot', () => {
  expect(findingAdvice({ code: 'C13', severity: 'block' })).toContain('chấp thuận ngoại lệ')
  expect(findingAdvice({ code: 'C13', severity: 'warn' })).not.toContain('ngoại lệ')
  expect(findingAdvice({ code: 'P1', severity: 'block' })).not.toContain('ngoại lệ')
})

test('what was made anew, or asked for, after the meeting need not be reported to whoever asked for it', () => {
  for (const code of ['C5-late', 'C26-late'] as const) {
    expect(findingAdvice({ code, severity: 'block' })).toContain('báo cáo cấp ủy có thẩm quyền')
    expect(findingAdvice({ code, severity: 'warn' })).not.toContain('báo cáo')
  }
})

test('an unconfirmed article says so, and no article adds nothing', () => {
  const data = { official: 2, minimum: 3 }
  expect(findingWithArticle({ code: 'C13', article: 'Quy định số 24-QĐ/TW', confirmed: false, data })).toBe(
    'Chi bộ có 2 đảng viên chính thức, chưa đủ 3 người để ra nghị quyết (căn cứ: Quy định số 24-QĐ/TW, chưa đối chiếu được với văn bản gốc).',
  )
  expect(findingWithArticle({ code: 'C13', article: '', data })).toBe(
    'Chi bộ có 2 đảng viên chính thức, chưa đủ 3 người để ra nghị quyết.',
  )
})

test.each<readonly [FindingFact, string]>([
  [
    { code: 'C36-paper', data: { paper: '1-KND', name: 'Đơn xin vào Đảng', differs: 'Đơn ghi sinh năm 1991. ' } },
    '“Đơn xin vào Đảng” ghi khác với hồ sơ: Đơn ghi sinh năm 1991.',
  ],
  [
    { code: 'C3', data: { date: '2019-01-15', validUntil: '2024-01-15', months: 60, on: '2024-02-01' } },
    'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng cấp ngày 15/01/2019 có giá trị 60 tháng, đến hết ngày 15/01/2024; vào ngày chi bộ họp xét (01/02/2024) đã hết giá trị.',
  ],
  [
    { code: 'C12-share', data: { agree: 5, of: 9, needed: 6, meeting: '2024-02-01' } },
    'Chi bộ họp ngày 01/02/2024 không đủ tỷ lệ tán thành: 5 trên 9 đảng viên chính thức tán thành, cần ít nhất 6.',
  ],
  [
    { code: 'C17', data: { start: '2024-01-10', due: '2024-04-12', extendedDue: null, decided: null } },
    'Hạn ra quyết định là ngày 12/04/2024 (tính từ ngày 10/01/2024); đến nay chưa có quyết định.',
  ],
  [
    { code: 'C2', data: { education: 'primary', minimum: 'lowerSecondary', specialArea: false } },
    'Trình độ học vấn đã ghi là tiểu học, thấp hơn mức tối thiểu là trung học cơ sở.',
  ],
])('%o in full', (fact, sentence) => {
  expect(findingSentence(fact)).toBe(sentence)
})
