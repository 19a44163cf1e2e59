/**
 * One entry, one line: what is written, and what is not taken for an entry.
 */
import { expect, test } from 'vitest'
import { isErased, parseLine, printLine, type Entry } from '../../../../shared/journal/entry.ts'
import { idOf } from '../../../support/journal-kit.ts'
import { altered } from '../../../support/journal-parcels.ts'

const entry: Entry = {
  id: idOf(1),
  kind: 'setting.changed',
  v: 1,
  seq: 3,
  after: [],
  at: '2024-01-15T01:00:00Z',
  actor: { id: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
  subject: { type: 'setting', id: 'backupDaily' },
  payload: { value: true },
  salt: 'A'.repeat(22),
}

test('an entry is one line of canonical JSON', () => {
  expect(printLine(entry)).toBe(
    '{"actor":{"id":"vanthu","name":"Trần Thị Hồng Nhung","post":"Văn thư"},"after":[],"at":"2024-01-15T01:00:00Z",' +
      `"id":"${idOf(1)}","kind":"setting.changed","payload":{"value":true},"salt":"AAAAAAAAAAAAAAAAAAAAAA","seq":3,` +
      '"subject":{"id":"backupDaily","type":"setting"},"v":1}',
  )
})

test('text in another Unicode form is written in NFC', () => {
  const decomposed = { ...entry, actor: { ...entry.actor, name: entry.actor.name.normalize('NFD') } }
  expect(printLine(decomposed)).toBe(printLine(entry))
})

test('a line that is not JSON, or JSON written another way, is a fault of layout', () => {
  const line = printLine(entry)
  expect(parseLine('{"id":')).toEqual({ ok: false, error: 'json' })
  expect(parseLine(line.replace('{"actor"', '{ "actor"'))).toEqual({ ok: false, error: 'canonical' })
  expect(parseLine(line.normalize('NFD'))).toEqual({ ok: false, error: 'canonical' })
  expect(parseLine(line.replace('"seq":3', '"seq":3.0'))).toEqual({ ok: false, error: 'canonical' })
})

test.each([
  ['a field too many', (line: string) => altered(line, () => ({ mood: 'good' }))],
  ['no salt', (line: string) => altered(line, () => ({ salt: undefined }))],
  ['a seq of nought', (line: string) => altered(line, () => ({ seq: 0 }))],
  ['a kind without a dot', (line: string) => altered(line, () => ({ kind: 'setting' }))],
  ['a seq that is no whole number', (line: string) => altered(line, () => ({ seq: '3' }))],
  ['a version of nought', (line: string) => altered(line, () => ({ v: 0 }))],
  ['an id in capitals', (line: string) => altered(line, () => ({ id: idOf(1).toUpperCase().replaceAll('0', 'A') }))],
  ['a salt that is too short', (line: string) => altered(line, () => ({ salt: 'A'.repeat(21) }))],
  ['no actor', (line: string) => altered(line, () => ({ actor: null }))],
  ['an actor without a post', (line: string) => altered(line, () => ({ actor: { id: 'vanthu', name: 'Nhung' } }))],
  [
    'an actor who is more than that',
    (line: string) => altered(line, () => ({ actor: { ...entry.actor, phone: '0912' } })),
  ],
  [
    'an actor whose name has no end',
    (line: string) => altered(line, () => ({ actor: { ...entry.actor, name: 'n'.repeat(201) } })),
  ],
  ['an actor without an id', (line: string) => altered(line, () => ({ actor: { ...entry.actor, id: '' } }))],
  ['a subject without a type', (line: string) => altered(line, () => ({ subject: { type: '', id: 'x' } }))],
  ['a subject that is a text', (line: string) => altered(line, () => ({ subject: 'case' }))],
  ['a payload that is nothing', (line: string) => altered(line, () => ({ payload: null }))],
  ['an after that is no list', (line: string) => altered(line, () => ({ after: {} }))],
  ['a place without a seq', (line: string) => altered(line, () => ({ after: [{ channel: 'a' }] }))],
  ['a place without a channel', (line: string) => altered(line, () => ({ after: [{ channel: '', seq: 1 }] }))],
  [
    'more places than an office has channels',
    (line: string) =>
      altered(line, () => ({
        after: Array.from({ length: 65 }, (_, n) => ({ channel: String(n).padStart(3, '0'), seq: 1 })),
      })),
  ],
  ['a clock without a zone', (line: string) => altered(line, () => ({ at: '2024-01-15T01:00:00' }))],
  ['a payload that is a list', (line: string) => altered(line, () => ({ payload: [] }))],
  [
    'after out of order',
    (line: string) =>
      altered(line, () => ({
        after: [
          { channel: 'b', seq: 1 },
          { channel: 'a', seq: 1 },
        ],
      })),
  ],
  [
    'one channel twice in after',
    (line: string) =>
      altered(line, () => ({
        after: [
          { channel: 'a', seq: 1 },
          { channel: 'a', seq: 2 },
        ],
      })),
  ],
])('an authentic line with %s is not an envelope this build knows', (_what, change) => {
  expect(parseLine(change(printLine(entry)))).toEqual({ ok: false, error: 'envelope' })
})

test('the stub of an erased line is read as what it is', () => {
  const parsed = parseLine(`{"erased":"${'a'.repeat(64)}","seq":7}`)
  expect(parsed).toEqual({ ok: true, value: { erased: 'a'.repeat(64), seq: 7 } })
  expect(parsed.ok && isErased(parsed.value)).toBe(true)
})
