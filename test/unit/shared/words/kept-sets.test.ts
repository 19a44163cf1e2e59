/** What is said of sets that lie sealed on this computer. */
import { expect, test } from 'vitest'
import { refusal, type Refusal } from '../../../../shared/contract/refusals.ts'
import {
  KEPT_HERE,
  keptCountSentence,
  keptSentence,
  notedSentence,
  TAKE_KEPT,
  TAKEN_ALONG,
} from '../../../../shared/words/vi.ts'
import { expectSentence } from './plain-words.ts'

const SET = { id: '0a1b', set: 'KN1_ba-sao_kim-bang_0a1b2c3d.sha256', bytes: 12_288, since: '2024-04-01T01:00:00Z' }
const names = { office: (id: string) => (id === 'a' ? 'Đảng ủy xã Ba Sao' : null) }

test('a set that lies here is named by its sender as far as that is visible, and since when', () => {
  const said = (from: { code: string; office: string | null } | null) =>
    keptSentence({ ...SET, from }, '08:00 ngày 01/04/2024', names)
  const rest = 'giữ từ 08:00 ngày 01/04/2024, 12 KB (tệp “KN1_ba-sao_kim-bang_0a1b2c3d.sha256”).'
  expect(said({ code: 'ba-sao', office: 'a' })).toBe(`Theo tên tệp, của Đảng ủy xã Ba Sao, ${rest}`)
  expect(said({ code: 'ba-sao', office: null })).toBe(`Theo tên tệp, của đơn vị có mã “ba-sao”, ${rest}`)
  expect(said(null)).toBe(`Chưa rõ nơi gửi, ${rest}`)
})

test('what lies here says how it is taken in', () => {
  for (const sentence of [KEPT_HERE, TAKEN_ALONG, keptCountSentence(2)]) expectSentence(sentence)
  expect(KEPT_HERE).toContain(`bấm “${TAKE_KEPT}”`)
  expect(keptCountSentence(1200)).toContain('1.200 gói')
})

test.each<[Refusal, boolean, RegExp | null]>([
  [refusal('B_VERSION', { version: 2 }), true, /^Đã giữ gói trên máy này.*“Nhận các gói đang giữ”/],
  [refusal('B_VERSION', { version: 2 }), false, /^Máy này không còn chỗ giữ gói/],
  [refusal('B_GAP', { channel: 'a.b.c', have: 1, need: 4 }), true, /^Đã ghi nhận.*vẫn được giữ trên máy này/],
  [refusal('B_GAP', { channel: 'a.b.c', have: 1, need: 4 }), false, /^Đã ghi nhận\..*có phần còn thiếu\.$/],
  [refusal('B_STICK_GONE', { cause: 'EIO' }), true, /^Gói vẫn được giữ trên máy này/],
  [refusal('B_STICK_GONE', { cause: 'EIO' }), false, null],
])('%o, kept: %s', (reason, isKept, reads) => {
  const said = notedSentence(reason, isKept)
  if (reads === null) expect(said).toBeNull()
  else {
    expect(said).toMatch(reads)
    expectSentence(said ?? '')
  }
})
