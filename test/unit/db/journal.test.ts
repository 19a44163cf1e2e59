/**
 * Channels and lines: the exact bytes, the head after each, and look-ups that use their index.
 */
import { expect, test } from 'vitest'
import { GENESIS, nextHead } from '../../../shared/bundle/chain.ts'
import {
  appendLine,
  channelRow,
  headAt,
  itemById,
  itemsAbout,
  lines,
  newestAbout,
  openChannel,
  tickAt,
} from '../../../db/journal.ts'
import { prepared } from '../../../db/transaction.ts'
import {
  communeAndDistrict,
  COMMUNE,
  deviceId,
  DISTRICT,
  linesOf,
  openDesk,
  register,
  submit,
  UNIT,
} from '../../support/journal-kit.ts'
import { entryOf, exchange } from '../../support/journal-parcels.ts'

const own = `${COMMUNE}.${deviceId('a')}.own`

test('every line is kept as its exact bytes, and the head after it follows from them', () => {
  const desk = openDesk({ office: COMMUNE })
  register(desk)
  const kept = linesOf(desk).get(own) ?? []
  expect(kept.length).toBe(3)
  let head = GENESIS
  for (const [index, line] of kept.entries()) {
    expect(entryOf(line).seq).toBe(index + 1)
    head = nextHead(head, line)
    expect(desk.ask((db) => headAt(db, own, index + 1))).toBe(head)
  }
  expect(desk.ask((db) => channelRow(db, own))).toMatchObject({ seq: 3, head, office: COMMUNE, audience: 'own' })
})

test('a head is known from the beginning to the last line, and not beyond', () => {
  const desk = openDesk({ office: COMMUNE })
  expect(desk.ask((db) => headAt(db, own, 0))).toBe(GENESIS)
  expect(desk.ask((db) => headAt(db, own, 99))).toBeNull()
  expect(desk.ask((db) => headAt(db, `${DISTRICT}.${deviceId('a')}.own`, 0))).toBeNull()
})

test('what is not a channel is not opened', () => {
  const desk = openDesk({ office: COMMUNE })
  expect(() => desk.change((db) => openChannel(db, 'own'))).toThrow('not a channel')
})

test('a channel longer than one page is read whole and in order', () => {
  const desk = openDesk({ office: COMMUNE, founded: false })
  const channel = `${COMMUNE}.${deviceId('b')}.own`
  desk.change((db) => {
    let row = openChannel(db, channel)
    for (let n = 1; n <= 1203; n += 1) row = appendLine(db, row, { line: `{"n":${n}}`, entry: null, status: 'held' })
  })
  const read = desk.ask((db) => [...lines(db, channelRow(db, channel)?.id ?? 0, 2, 1202)])
  expect(read).toEqual(Array.from({ length: 1201 }, (_, n) => `{"n":${n + 2}}`))
})

test('the tick of a line is told once it counts, not while it waits or is held', () => {
  const desk = openDesk({ office: COMMUNE, founded: false })
  const channel = `${COMMUNE}.${deviceId('b')}.own`
  const at = (seq: number) => desk.ask((db) => tickAt(db, { channel, seq }))
  desk.change((db) => {
    let row = openChannel(db, channel)
    for (const [status, tick] of [
      ['applied', 7],
      ['voided', 8],
      ['erased', 9],
      ['held', null],
      ['waiting', null],
    ] as const)
      row = appendLine(db, row, { line: '{}', entry: null, status, ...(tick === null ? {} : { tick }) })
  })
  expect([1, 2, 3, 4, 5, 6].map(at)).toEqual([7, 8, 9, null, null, null])
})

test('a case has its items from every channel, and the newest place in each', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  district.do('dossier.receive', { case: id, date: '2024-01-15' })
  exchange(commune, district)
  const newest = commune.ask((db) => newestAbout(db, 'case', id))
  expect(newest.map(({ office, audience }) => `${office.slice(0, 1)} ${audience.slice(0, 3)}`)).toEqual([
    'c ddd',
    'c own',
    'd ccc',
  ])
  for (const place of newest) expect(commune.ask((db) => tickAt(db, place))).toBeGreaterThan(0)
  const items = commune.ask((db) => itemsAbout(db, 'case', id))
  expect(new Set(items.map(({ channel }) => channel)).size).toBe(3)
  expect(Math.max(...items.filter(({ office }) => office === DISTRICT).map(({ seq }) => seq))).toBe(
    newest.find(({ office }) => office === DISTRICT)?.seq,
  )
  const [first] = items
  expect(commune.ask((db) => itemById(db, first?.entry.id ?? ''))).toEqual(first)
  expect(commune.ask((db) => itemById(db, UNIT))).toBeNull()
})

test('entries are found by subject, by id and by state through an index, however long the journal', () => {
  const desk = openDesk({ office: COMMUNE })
  const plan = (sql: string) =>
    desk.ask((db) =>
      prepared<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join('; '),
    )
  const item = 'SELECT c.channel, j.line FROM journal j JOIN channels c ON c.id = j.channel_id'
  expect(plan(`${item} WHERE j.subject_id = 'x' AND j.subject_type = 'case' AND j.status = 'applied'`)).toContain(
    'SEARCH j USING INDEX journal_by_subject (subject_id=? AND subject_type=?)',
  )
  expect(plan(`${item} WHERE j.entry_id = 'x' AND j.status = 'applied'`)).toContain(
    'SEARCH j USING INDEX journal_by_entry (entry_id=?)',
  )
  expect(
    plan(`SELECT max(seq) FROM journal WHERE subject_id = 'x' AND subject_type = 'case' GROUP BY channel_id`),
  ).toContain('SEARCH journal USING INDEX journal_by_subject')
  expect(
    plan(`SELECT id FROM journal WHERE channel_id = 1 AND status IN ('waiting', 'held') ORDER BY seq LIMIT 1`),
  ).toContain('USING INDEX journal_open (channel_id=?)')
})
