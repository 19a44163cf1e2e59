import { expect, test } from 'vitest'
import type { Exported, FolderWarning, SetOutcome } from '../../../../shared/contract/exchange.ts'
import { RULE_SETS } from '../../../../shared/rules/sets/index.ts'
import * as words from '../../../../shared/words/vi.ts'
import { expectPlainWords, expectSentence } from './plain-words.ts'

const maps = Object.entries(words).flatMap(([name, value]) =>
  typeof value === 'object' ? [[name, Object.values(value)] as const] : [],
)

test('there are labels', () => {
  expect(maps.length).toBeGreaterThan(40)
})

test.each(maps)('labels of %s are plain words', (_name, labels) => {
  for (const label of labels) expectPlainWords(label)
})

/** Two codes of one list never look the same on screen. */
test.each(maps.filter(([name]) => name !== 'NEXT_STEPS'))('labels of %s differ', (_name, labels) => {
  expect(new Set(labels).size).toBe(labels.length)
})

test('the words fixed by the product are these', () => {
  const { PROVISIONAL, LIFT, WHY, VOTE_OUTCOMES, STAGES, SOURCES, ON_PAPER } = words
  expect(PROVISIONAL).toBe('Chưa có lịch nghỉ chính thức, hạn tạm tính')
  expect([LIFT, WHY, ON_PAPER]).toEqual(['Chấp thuận ngoại lệ', 'Căn cứ và cách xử lý', 'Theo văn bản giấy'])
  expect(VOTE_OUTCOMES).toEqual({ passed: 'Đã ra nghị quyết', short: 'Không đủ tỷ lệ tán thành' })
  expect(STAGES.withdrawn).toBe('Xin rút hồ sơ')
  expect([SOURCES.youthUnion, SOURCES.womenUnion, SOURCES.farmersUnion, SOURCES.veterans]).toEqual([
    'Đoàn TNCS Hồ Chí Minh',
    'Hội Liên hiệp Phụ nữ',
    'Hội Nông dân',
    'Hội Cựu chiến binh',
  ])
})

test('a code a list does not have is told as unknown', () => {
  expect(words.labelOf(words.ROLES, 'clerk')).toBe('Cán bộ nghiệp vụ')
  expect(words.labelOf(words.ROLES, 'constructor')).toBe('chưa rõ')
  expect(words.labelOf(words.ROLES, undefined)).toBe('chưa rõ')
})

test('papers are called as the newest rule set calls them', () => {
  const paper = RULE_SETS.at(-1)?.papers.find(({ code }) => code === '1-KND')
  expect(words.paperName('1-KND')).toBe(paper?.name.value)
  expect(words.paperName('XYZ')).toBeNull()
})

test('the lists of the running program are those of the words', () => {
  const outcomes: Readonly<Record<SetOutcome['outcome'], string>> = words.IMPORT_OUTCOMES
  const warnings: Readonly<Record<FolderWarning['kind'], string>> = words.FOLDER_WARNINGS
  const readBacks: readonly Exported['readBack'][] = ['past-cache', 'cached']
  expect(Object.keys(outcomes)).toHaveLength(5)
  for (const warning of Object.values(warnings)) expectSentence(warning)
  expect(readBacks.map((kind) => words.writtenSentence(kind))).toEqual([
    'Đã ghi xong, đọc lại khớp. Có thể rút USB.',
    'Đã ghi. Rút an toàn rồi cắm lại để kiểm tra.',
  ])
})
