/** What an import tells of held lines stays small however many there are, and counts them all. */
import { expect, test } from 'vitest'
import { insertLine, openChannel } from '../../../db/journal.ts'
import { openLines, TOLD_OF } from '../../../db/open-lines.ts'
import { receivedSets, keepImport } from '../../../db/private/exchange.ts'
import { journalHealth } from '../../../db/queries/health.ts'
import { read, write } from '../../../db/transaction.ts'
import { heldCount } from '../../../shared/contract/exchange.ts'
import { heldSentences, lastSetSentence } from '../../../shared/words/vi.ts'
import { COMMUNE, deviceId, emptyStore } from '../../support/journal-kit.ts'

const CHANNELS = ['a', 'b'].map((device) => `${COMMUNE}.${deviceId(device)}.own`)

test.each([
  ['at the bound', [60, 40], 0],
  ['one beyond it', [60, 41], 1],
  ['all of it in the first channel', [150, 3], 53],
])('held lines %s: a hundred are told of, all are counted', (_what, counts, more) => {
  const store = emptyStore()
  write(store, (db) => {
    for (const [place, channel] of CHANNELS.entries()) {
      let row = openChannel(db, channel)
      for (let n = 1; n <= (counts[place] ?? 0); n += 1)
        row = insertLine(db, row, { line: `{"n":${n}}`, entry: null, status: 'held', reason: 'kind' })
    }
  })
  read(store, (db) => {
    const open = openLines(db, [...CHANNELS, `${COMMUNE}.${deviceId('c')}.own`])
    expect([open.held.length, open.heldMore ?? 0, heldCount(open)]).toEqual([TOLD_OF, more, TOLD_OF + more])
    const { channels } = journalHealth(db, deviceId('a'), false)
    expect(channels.map(({ held, heldMore }) => held.length + heldMore)).toEqual(counts)
    const said = heldSentences(channels, {}).join(' ')
    expect(said.includes('bản ghi nữa được giữ lại')).toBe(counts.some((count) => count > TOLD_OF))
  })
  store.close()
})

test('what a hundred channels wait for is told of, and in how many more something waits', () => {
  const store = emptyStore()
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const channels = Array.from(
    { length: TOLD_OF + 2 },
    (_, place) => `${COMMUNE}.${'a'.repeat(14)}${letters[Math.floor(place / 26)]}${letters[place % 26]}.own`,
  )
  const after = [{ channel: `${COMMUNE}.${deviceId('z')}.own`, seq: 1 }]
  write(store, (db) => {
    for (const channel of channels)
      insertLine(db, openChannel(db, channel), { line: JSON.stringify({ after }), entry: null, status: 'waiting' })
  })
  read(store, (db) => {
    const whole = openLines(db, channels.slice(0, TOLD_OF))
    expect([whole.waiting, whole.waitsFor.length, whole.waitsMore]).toEqual([TOLD_OF, TOLD_OF, undefined])
    const more = openLines(db, channels)
    expect([more.waiting, more.waitsFor.length, more.waitsMore]).toEqual([TOLD_OF + 2, TOLD_OF, 2])
  })
  store.close()
})

test('the newest two hundred sets of an office are listed, and how many more there are is said', () => {
  const store = emptyStore()
  const report = { fresh: 1, heads: {} }
  write(store, (db) => {
    for (let place = 1; place <= 200; place += 1) keepImport(db, `b${place}`, 'x', '2024-01-02T01:00:00Z', report)
    keepImport(db, 'other', 'y', '2024-01-02T01:00:00Z', report)
  })
  expect(read(store, (db) => receivedSets(db, 'x'))).toMatchObject({ more: 0, sets: { length: 200 } })
  expect(lastSetSentence(0)).not.toContain('gói nữa')
  write(store, (db) => keepImport(db, 'b201', 'x', '2024-01-02T01:00:00Z', report))
  const { sets, more } = read(store, (db) => receivedSets(db, 'x'))
  expect([sets.length, more, sets[0]?.id, sets.at(-1)?.id]).toEqual([200, 1, 'b201', 'b2'])
  expect(lastSetSentence(more)).toContain('còn 1 gói nhận trước đó không có trong danh sách')
  store.close()
})
