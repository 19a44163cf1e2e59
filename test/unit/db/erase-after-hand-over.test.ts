/**
 * Erasing a person whose case came by hand-over, or went away by one: nobody lives on at the office that erases, whatever
 * lines of others still stand there.
 */
import { expect, test } from 'vitest'
import { countErased, openErasures, toldErasures } from '../../../db/queries/erasures.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { prepared } from '../../../db/transaction.ts'
import type { Draft } from '../../../shared/commands/command.ts'
import type { Place } from '../../../shared/journal/entry.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import {
  COMMUNE,
  DISTRICT,
  linesOf,
  openDesk,
  register,
  replays,
  siblingOf,
  submit,
  TOWN,
  UNIT,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange, meet, tellOwn } from '../../support/journal-parcels.ts'
import { give, merge, move, pairedBelow, threeOffices, transfer } from '../../support/hand-over.ts'

const NAME = 'Lương Thị Ngọc Khuê'
const ended = { reason: 'withdrawn', date: '2024-01-15' }

const bytesOf = (desk: Desk) => desk.store.sqlite.serialize().toString('utf8')
const listed = (desk: Desk) => desk.ask((db) => searchCases(db, {})).rows.map((row) => row.case)
const erased = (desk: Desk) => desk.ask((db) => countErased(db))
/** Who waits at an office for an answer. */
const asked = (desk: Desk) => desk.ask((db) => openErasures(db, desk.office)).map(({ office }) => office)
const done = (desk: Desk, id: string) => desk.do('erasure.answer', { case: id, outcome: 'done' })

/** An office's word that lines be erased, whether a command of this build would say so or not. */
function erasureOf(id: string, places: readonly Place[], to: string): readonly Draft[] {
  const remains = { year: 2024, branch: UNIT, outcome: 'withdrawn' } as const
  const subject = { type: 'case', id } as const
  return places.map(({ channel, seq }) => ({
    kind: 'entry.erased',
    subject,
    payload: { channel, seq, reason: 'Người đó đề nghị', remains },
    to,
  }))
}

/** Where the lines of an office that name somebody stand at another. */
function placesOf(office: string, id: string, at: Desk): readonly Place[] {
  return [...linesOf(at)].flatMap(([channel, lines]) =>
    channel.startsWith(office)
      ? lines.flatMap((line, index) => (line.includes(id) ? [{ channel, seq: index + 1 }] : []))
      : [],
  )
}

test('erased at its new keeper, a case is not brought back by the hand-over that made it', () => {
  const offices = threeOffices()
  const { commune, town, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(listed(town)).toEqual([])
  expect(erased(town)).toBe(1)
  expect(town.call('candidate.correct', { case: id, change: { set: { name: 'Khác' } } })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
  expect(replays(town)).toBe(true)
})

test('nor at the successor of an office that is no more', () => {
  const offices = threeOffices()
  const { commune, town } = offices
  const id = register(commune, { name: NAME })
  merge(offices)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(listed(town)).toEqual([])
  expect(erased(town)).toBe(1)
  expect(replays(town)).toBe(true)
})

test('where the office above carries it out, its former keeper does not have the case again', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(town, district)
  district.do('erasure.answer', { case: id, outcome: 'done' })
  expect(listed(district)).toEqual([])
  expect(erased(district)).toBe(1)
  exchange(commune, district)
  commune.do('erasure.answer', { case: id, outcome: 'declined', ground: 'Đang xác minh' })
  exchange(commune, district)
  expect(listed(district)).toEqual([])
  expect(replays(district)).toBe(true)
})

test('no answer to an earlier call keeps the name, nor one that was about others as well', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const waits = register(district, { name: NAME })
  const goes = register(district, { name: 'Trần Văn Bình' })
  submit(district, waits)
  const { branch: unit } = pairedBelow(district)
  const rows = [goes, waits].map((id) => ({ case: id, unit }))
  district.do('case.handOverMany', { on: move.on, reason: 'pairing', rows })
  const answers = () => district.ask((db) => prepared<{ result: string }>(db, 'SELECT result FROM calls').all())
  expect(answers().some(({ result }) => result.includes(NAME))).toBe(true)
  district.do('candidate.withdraw', { case: waits, ...ended })
  district.do('case.erase', { case: waits, reason: 'Người đó đề nghị' })
  expect(answers().some(({ result }) => result.includes(NAME))).toBe(false)
  expect(bytesOf(district)).not.toContain('Khuê')
})

test('every office that holds anything of the person is asked, and when all have agreed not a byte is left', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  commune.do('note.record', { case: id, text: `Gặp ${NAME}` })
  transfer(offices, id, commune, west)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(town, district)
  expect(new Set(asked(district))).toEqual(new Set([TOWN]))
  done(district, id)
  exchange(town, district)
  exchange(commune, district)
  expect(new Set(asked(town))).toEqual(new Set([DISTRICT]))
  expect(new Set(asked(commune))).toEqual(new Set([DISTRICT]))
  done(town, id)
  done(commune, id)
  exchange(commune, district)
  expect(new Set(asked(district))).toEqual(new Set([COMMUNE]))
  done(district, id)
  exchange(commune, district)
  exchange(town, district)
  for (const desk of [commune, town, district]) {
    expect(asked(desk)).toEqual([])
    expect(listed(desk)).toEqual([])
    expect(erased(desk)).toBe(1)
    expect(bytesOf(desk)).not.toContain('Khuê')
    expect(replays(desk)).toBe(true)
  }
})

test('the office that handed a case over is asked also where it was never sent a line of the new keeper in full', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  give(offices, id, commune, west)
  exchange(district, town)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(town, district)
  // Its end was erased before it was ever sent, and yet nobody goes on there.
  expect(stageOf(district.case(id))).toBe('withdrawn')
  expect(listed(district)).toEqual([id])
  expect(asked(district)).toContain(TOWN)
  done(district, id)
  expect(listed(district)).toEqual([])
})

test('the successor erases what the office before it had written, and the office above carries out its word for that', () => {
  const offices = threeOffices()
  const { commune, town, district } = offices
  const id = register(commune, { name: NAME })
  commune.do('note.record', { case: id, text: 'Ghi chú riêng về sức khỏe' })
  exchange(commune, district)
  merge(offices)
  const other = siblingOf(town, 'b', { [DISTRICT]: 'superior', [COMMUNE]: 'predecessor' })
  meet(town, other)
  const places = placesOf(COMMUNE, id, town)
  town.do('candidate.withdraw', { case: id, ...ended })
  for (const desk of [town, other]) expect(bytesOf(desk)).toContain('sức khỏe')
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  tellOwn(town, other)
  for (const desk of [town, other]) {
    for (const trace of ['Khuê', 'sức khỏe']) expect(bytesOf(desk)).not.toContain(trace)
    expect(places.every(({ channel, seq }) => desk.ask(toldErasures).has(`${channel} ${seq}`))).toBe(true)
    expect(replays(desk)).toBe(true)
  }
  exchange(town, district)
  expect(bytesOf(district)).toContain('Khuê')
  done(district, id)
  expect(asked(district)).toEqual([])
  expect(listed(district)).toEqual([])
  expect(bytesOf(district)).not.toContain('Khuê')
  for (const desk of [town, district]) expect(replays(desk)).toBe(true)
})

test('no office has the lines of another erased that has not become it', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  const places = placesOf(COMMUNE, id, district)
  const [channel = ''] = places.map((place) => place.channel)
  const before = linesOf(district).get(channel)
  // The keeper of today names what the one before had sent.
  town.record(erasureOf(id, places, DISTRICT))
  exchange(town, district)
  expect(asked(district)).toEqual([])
  // Nor is it carried out among what that keeper may ask for.
  town.record(erasureOf(id, placesOf(TOWN, id, district), DISTRICT))
  exchange(town, district)
  done(district, id)
  expect(linesOf(district).get(channel)).toEqual(before)
})

test('a former keeper erases its own record; the office above keeps what it was sent for as long as the case goes on', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  commune.do('case.erase', { case: id, reason: 'Đã chuyển đi' })
  expect(listed(commune)).toEqual([])
  exchange(commune, district)
  expect(asked(district)).toContain(COMMUNE)
  expect(district.call('erasure.answer', { case: id, outcome: 'done' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_ERASABLE', data: { why: 'keptElsewhere' } },
  })
  expect(listed(district)).toEqual([id])
  expect(listed(town)).toEqual([id])
  // Once its keeper wants it too, both are answered at once.
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(town, district)
  done(district, id)
  expect(asked(district)).toEqual([])
  expect(bytesOf(district)).not.toContain('Khuê')
})

test('a case that is handed back to an office that had erased it is there again, and can be erased again', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  commune.do('case.erase', { case: id, reason: 'Đã chuyển đi' })
  exchange(commune, district)
  for (const desk of [commune, town, district]) desk.at('2024-01-20')
  town.do('case.proposeMove', { case: id, destination: 'Nơi cũ', ...move, on: '2024-01-20' })
  exchange(town, district)
  district.do('case.handOver', { cases: [id], unit: UNIT, ...move, on: '2024-01-20' })
  expect(stageOf(district.case(id))).toBe('listed')
  exchange(commune, district)
  expect(commune.case(id)).toMatchObject({ keeper: COMMUNE, known: 'full', profile: { name: NAME } })
  expect(replays(commune)).toBe(true)
  commune.do('candidate.withdraw', { case: id, ...ended, date: '2024-01-20' })
  commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(listed(commune)).toEqual([])
  expect(replays(commune)).toBe(true)
})

test('an office that has never kept a case does not erase it, nor what goes on with it because another asks', () => {
  const offices = threeOffices()
  const { commune, district } = offices
  const id = register(commune, { name: NAME })
  exchange(commune, district)
  expect(district.call('case.erase', { case: id, reason: 'Nhầm' })).toMatchObject({
    ok: false,
    error: { code: 'CASE_NOT_KEPT_HERE' },
  })
  district.record(erasureOf(id, placesOf(COMMUNE, id, district), COMMUNE))
  exchange(commune, district)
  expect(new Set(asked(commune))).toEqual(new Set([DISTRICT]))
  expect(commune.call('erasure.answer', { case: id, outcome: 'done' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_ERASABLE', data: { why: 'goesOn' } },
  })
})

test('an office that had kept a case on paper carries out what its keeper asks, also of a dossier whose withdrawal never came', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const id = register(district, { name: NAME })
  const { lower: town, branch: unit } = pairedBelow(district)
  district.do('case.handOver', { cases: [id], unit, on: move.on, reason: 'pairing' })
  exchange(town, district)
  submit(town, id)
  exchange(town, district)
  expect(stageOf(district.case(id))).toBe('submitted')
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(town, district)
  expect(stageOf(district.case(id))).toBe('withdrawn')
  done(district, id)
  expect(listed(district)).toEqual([])
  exchange(town, district)
  done(town, id)
  exchange(town, district)
  for (const desk of [town, district]) {
    expect(asked(desk)).toEqual([])
    expect(bytesOf(desk)).not.toContain('Khuê')
    expect(replays(desk)).toBe(true)
  }
})
