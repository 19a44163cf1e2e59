import { expect, test } from 'vitest'
import * as words from '../../../../shared/words/vi.ts'
import { expectSentence } from './plain-words.ts'

const LOST = { channel: `${'a'.repeat(26)}.pq4e2li7b5ys7kvl.${'b'.repeat(26)}`, from: 3, to: 1205 }
const counts = { fresh: 1234, known: 3, held: 0, scansMissing: 1 }

test.each([
  words.writtenSentence('past-cache'),
  words.writtenSentence('cached'),
  words.verifiedSentence('past-cache', 'F:\\KetNap'),
  words.verifiedSentence('replugged', 'F:\\KetNap'),
  words.verifiedSentence('cached', 'F:\\KetNap'),
  words.PLUG_WAITS.there,
  words.PLUG_WAITS.gone,
  words.PLUG_WAITS.other,
  words.PLUGGED_TO_CHECK,
  words.exportedSentence({
    toName: 'Huyện ủy',
    kind: 'full',
    entries: 9,
    scans: 9,
    scansLater: 3,
    files: ['a'],
    bytes: 9,
  }),
  words.exportedSentence({ toName: 'Huyện ủy', kind: 'ack', entries: 0, scans: 0, files: ['a', 'b'], bytes: 900 }),
  words.countsSentence(counts),
  words.caseChangeSentence('Lê An', null, words.STAGES.submitted),
  words.caseChangeSentence('Lê An', words.STAGES.submitted, words.STAGES.submitted),
  words.caseChangeSentence('Lê An', words.STAGES.submitted, words.STAGES.returned),
  words.waitingSentence(2),
  words.acknowledgedSentence('Huyện ủy Kim Bảng', 12),
  words.aheadSentence('Huyện ủy Kim Bảng'),
  words.afterSentence('lập lúc 08:00 ngày 05/03/2024', 'KN1_ba-sao_kim-bang_0a1b2c3d.sha256', false),
  words.afterSentence(null, 'KN1_ba-sao_kim-bang_0a1b2c3d.sha256', true),
  ...words.unprovenSentences('Đảng ủy xã Ba Sao', [
    { device: 'pq4e2li7b5ys7kvl', entries: 1, why: 'missing' },
    { device: 'pq4e2li7b5ys7kvl', entries: 1234, why: 'differs' },
    { device: 'pq4e2li7b5ys7kvl', entries: 3, why: 'tooMany' },
  ]),
  words.restoredSentence({ name: 'Đảng ủy xã Ba Sao', entries: 1234, scans: 20, scansMissing: 0 }),
  words.restoredSentence({ name: 'Đảng ủy xã Ba Sao', entries: 1234, scans: 20, scansMissing: 2 }),
  words.newCardUnseenSentence('Huyện ủy Kim Bảng', '05/03/2024'),
  words.lackingNewCardSentence(['Đảng ủy xã Ba Sao', 'Đảng ủy xã Lê Hồ'], '05/03/2024'),
  words.BECAME_NEW_DEVICE,
  words.GET_BACK_OR_GIVE_UP,
  words.BEFORE_GIVING_UP,
  ...['own', 'all', 'b'.repeat(26)].map((to) =>
    words.missingLinesSentence({ channel: `${'a'.repeat(26)}.pq4e2li7b5ys7kvl.${to}`, from: 3, to: 3 }, {}),
  ),
  words.givenUpSentence({ ...LOST, at: '2024-03-05T01:00:00Z', by: 'Lê Văn Minh', reason: 'Máy cũ hỏng' }, {}),
  words.unknownCaseSentence(
    {
      case: '0190',
      name: null,
      office: 'b'.repeat(26),
      kinds: ['decision.recorded', 'consent.requested'],
      at: '2024-03-05T01:00:00Z',
    },
    { office: () => 'Huyện ủy Kim Bảng' },
  ),
  words.givenUpDone({ lost: [LOST], released: 0 }),
  words.givenUpDone({ lost: [LOST], released: 12 }),
  words.pairedSentence('Huyện ủy Kim Bảng', 0, 0),
  words.pairedSentence('Huyện ủy Kim Bảng', 9, 60),
  words.handOverAgainSentence('Huyện ủy Kim Bảng', 'Đảng ủy xã Kim Thanh'),
  words.lastSetSentence(12),
  words.setAsideSentence('Đảng ủy xã Ba Sao', 3, true),
  words.setAsideSentence('Đảng ủy xã Ba Sao', 1, false),
  words.setAsideCasesSentence(['Vũ Thị Mai', 'Trần Văn Sơn'], 0),
  words.setAsideCasesSentence(['Vũ Thị Mai'], 12),
  words.backedUpSentence('E:\\Sao lưu', 20, 0),
  words.backedUpSentence('E:\\Sao lưu', 20, 2),
  words.backupVerifiedSentence('2024-01-19', 20, 0),
  words.backupVerifiedSentence('2024-01-19', 20, 2),
])('%s', (sentence) => {
  expectSentence(sentence)
})

test('a set that joins on to another one is not called ready', () => {
  expect(words.outcomeLabel({ outcome: 'ready' })).toBe(words.IMPORT_OUTCOMES.ready)
  expect(words.outcomeLabel({ outcome: 'refused', kept: true })).toBe('Đang giữ trên máy này')
  expect(words.outcomeLabel({ outcome: 'ready', after: { set: 'KN1', created: null } })).toBe('Nhận được sau gói khác')
})

test('that the stick can be pulled is said of a reading past the cache, and of no other', () => {
  const says = (sentence: string) => sentence.includes('Có thể rút USB')
  expect([words.writtenSentence('past-cache'), words.writtenSentence('cached')].map(says)).toEqual([true, false])
  const readings = ['past-cache', 'replugged', 'cached'] as const
  expect(readings.map((how) => says(words.verifiedSentence(how, 'F:\\KetNap')))).toEqual([true, true, false])
})

test('an export and an import say what went over', () => {
  const exported = {
    toName: 'Huyện ủy Kim Bảng',
    kind: 'changes',
    entries: 12,
    scans: 3,
    files: ['a', 'b'],
    bytes: 1_500_000,
  }
  expect(words.exportedSentence(exported)).toBe(
    'Gói cập nhật gửi Huyện ủy Kim Bảng: 12 bản ghi, 3 bản quét, 2 tệp, 1,5 MB.',
  )
  expect(words.exportedSentence({ ...exported, scansLater: 1200 })).toContain(
    '1,5 MB. Còn 1.200 bản quét gửi vào các lần sau, vì một gói chỉ chứa được 100.000 tệp; các bản ghi đã gửi đủ. Nơi nhận nhận gói này rồi xuất gói trả lời',
  )
  expect(words.importedSentence({ outcome: 'imported', fromName: 'Đảng ủy xã Ba Sao', counts })).toBe(
    'Đảng ủy xã Ba Sao: đã nhận gói. Mới 1.234, đã có 3, giữ lại 0, thiếu bản quét 1.',
  )
  expect(words.importedSentence({ outcome: 'notForUs', fromName: null, counts: null })).toBe('Gửi cho đơn vị khác.')
  expect(words.IMPORT_COUNTS).toEqual({
    fresh: 'Mới',
    known: 'Đã có',
    held: 'Giữ lại',
    scansMissing: 'Thiếu bản quét',
  })
})
