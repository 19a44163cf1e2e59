/**
 * Classes between three offices by chance, and rosters that go out and come back: what one side holds, every side holds.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClassView, SeatRow } from '../../shared/contract/classes.ts'
import { readRosterSheet, rosterSheet } from '../../shared/documents/roster-sheet.ts'
import { showDate } from '../../shared/text/dates.ts'
import { prepared } from '../../db/transaction.ts'
import { runs } from '../support/arbitraries.ts'
import { personName } from '../support/arbitrary-values.ts'
import {
  COMMUNE,
  DISTRICT,
  idOf,
  openDesk,
  pairWith,
  register,
  replays,
  TOWN,
  type Desk,
  valueOf,
} from '../support/journal-kit.ts'
import { exchange } from '../support/journal-parcels.ts'

const CLASS = { kind: 'awareness', name: 'Lớp khóa 1', from: '2024-01-02', to: '2024-01-09', places: 3 }

/** Who is in which class with what, as a store's tables have it. */
function seatsOf(desk: Desk) {
  return desk.ask((db) =>
    prepared<object>(
      db,
      `SELECT case_id, class_id, name, held, present, outcome, certificate_number, certificate_on, valid_until, reissued_on
       FROM class_seats ORDER BY class_id, case_id`,
    ).all(),
  )
}

type Deed = { readonly what: (typeof DEEDS)[number]; readonly pick: number; readonly value: number }
const DEEDS = ['enroll', 'attend', 'complete', 'reissue', 'release', 'change', 'up', 'down'] as const

test('whatever a centre records and whenever it is carried, commune, district and centre end with the same rosters', () => {
  const deed: fc.Arbitrary<Deed> = fc.record({
    what: fc.constantFrom(...DEEDS),
    pick: fc.nat(5),
    value: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(deed, { minLength: 4, maxLength: 16 }), (deeds) => {
      const commune = openDesk({ office: COMMUNE })
      const district = openDesk({ office: DISTRICT, capacities: ['decides'] })
      const centre = openDesk({ office: TOWN, capacities: ['trains'] })
      pairWith(commune, DISTRICT, 'superior')
      pairWith(district, COMMUNE, 'subordinate')
      pairWith(district, TOWN, 'trainer')
      pairWith(centre, DISTRICT, 'superior')
      const cases = [register(commune), register(commune, { name: 'Trần Văn Bình', birth: '1995-02-01' })]
      commune.do('class.nominateMany', { cases, class: 'awareness', date: '2024-01-02' })
      exchange(commune, district)
      district.do('class.forward', { cases, class: 'awareness', date: '2024-01-02' })
      exchange(centre, district)
      const id = valueOf(centre.do('class.open', CLASS))['class'] ?? ''
      for (const { what, pick, value } of deeds) {
        const person = cases[pick % cases.length] ?? ''
        const date = '2024-01-05'
        if (what === 'up') exchange(centre, district)
        if (what === 'down') exchange(commune, district)
        if (what === 'enroll') centre.call('class.enroll', { class: id, cases: [person], on: date })
        if (what === 'release') centre.call('class.release', { class: id, case: person, reason: 'Xin hoãn' })
        if (what === 'change') centre.do('class.change', { class: id, facts: { ...CLASS, place: `Phòng ${value}` } })
        const attended = { case: person, present: value % 3 }
        if (what === 'attend') centre.call('class.attend', { class: id, date, held: 2, rows: [attended] })
        const certificate = { number: `${value}/CN`, date: '2024-01-09' }
        const end = value % 2 === 0 ? { outcome: 'passed', certificate } : { outcome: 'failed' }
        if (what === 'complete')
          centre.call('class.complete', { class: id, on: '2024-01-09', rows: [{ case: person, ...end }] })
        if (what === 'reissue')
          centre.call('certificate.reissue', {
            class: id,
            case: person,
            number: `L${value}/CN`,
            date: '2024-01-12',
            reason: 'Mất',
          })
      }
      // Twice: what arrives at the district is passed on with its next bundle.
      for (let round = 0; round < 2; round += 1) {
        exchange(centre, district)
        exchange(commune, district)
      }
      const expected = seatsOf(centre)
      expect(seatsOf(district)).toEqual(expected)
      expect(seatsOf(commune)).toEqual(expected)
      for (const desk of [commune, district, centre]) {
        expect(replays(desk)).toBe(true)
        desk.close()
      }
    }),
    runs(15),
  )
})

const day = fc.constantFrom('2024-01-09', '2024-01-12', '2024-02-01')
const outcome = fc.constantFrom('passed' as const, 'failed' as const, 'absent' as const)

/** A roster of people, each with what a trainer would write. */
const roster = fc
  .uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 5000 }),
      name: personName,
      day,
      outcome,
      held: fc.nat(9),
      present: fc.nat(9),
    }),
    {
      selector: ({ n }) => n,
      maxLength: 8,
    },
  )
  .map((rows) =>
    rows.map(({ n, name, day: date, outcome: result, held, present }, place): SeatRow => {
      const certificate = { number: `${place + 1}/CN`, date, issuer: 'Trung tâm', signer: 'Đỗ Văn Lực', months: 60 }
      const ref = { id: idOf(1), kind: 'awareness' as const, name: 'Lớp khóa 1', from: '2024-01-02', to: '2024-01-09' }
      const written = { entry: idOf(n), office: TOWN }
      return {
        ...written,
        case: idOf(n),
        class: ref,
        person: { name, unit: 'Chi bộ thôn' },
        on: '2024-01-02',
        onPaper: false,
        days: [],
        end: {
          ...written,
          class: ref,
          outcome: result,
          on: date,
          onPaper: false,
          ...(result === 'passed' ? { certificate } : {}),
        },
        reissue: null,
        known: false,
        held,
        present: Math.min(held, present),
        number: result === 'passed' ? certificate.number : null,
        validUntil: null,
      }
    }),
  )

test('a roster that is written with its results reads as just those results, whatever the order of its rows', () => {
  fc.assert(
    fc.property(roster, fc.boolean(), (seats, isTurned) => {
      const facts = { kind: 'awareness' as const, name: 'Lớp khóa 1', from: '2024-01-02', to: '2024-01-09', places: 9 }
      const row: ClassView['row'] = {
        id: idOf(1),
        facts,
        office: TOWN,
        own: true,
        standing: 'done',
        seats: seats.length,
        passed: 0,
        failed: 0,
        absent: 0,
        certificates: 0,
      }
      const view: ClassView = { today: '2024-02-02', row, officeName: 'Trung tâm', seats, days: [], calendar: null }
      const [sheet] = rosterSheet(view, 'Huyện ủy').sheets
      if (sheet === undefined) throw new Error('no sheet')
      const cells = sheet.rows.map((values) =>
        values.map((value, place) =>
          value === null ? '' : sheet.columns[place]?.type === 'day' ? showDate(String(value)) : String(value),
        ),
      )
      const table = [...sheet.above.map(({ text }) => [text]), sheet.columns.map(({ title }) => title)]
      const body = isTurned ? cells.toReversed() : cells
      const bare = { ...view, seats: seats.map((seat) => ({ ...seat, end: null, held: 0, present: 0, number: null })) }
      const around = { lastDay: '2024-02-02', isTaken: () => false }
      const read = readRosterSheet([...table, ...body], bare, around)
      expect(read?.problems).toEqual([])
      const expected = seats.map((seat) => ({
        case: seat.case,
        outcome: seat.end?.outcome,
        ...(seat.number === null
          ? {}
          : { certificate: { number: seat.number, date: seat.end?.on, signer: 'Đỗ Văn Lực' } }),
        ...(seat.held === 0 ? {} : { sessions: { held: seat.held, present: seat.present } }),
      }))
      expect(read?.rows).toEqual(isTurned ? expected.toReversed() : expected)
      // Sessions that stand as they were sent are no total of the trainer's: the days they were added up from stay.
      const attended = { ...view, seats: seats.map((seat) => ({ ...seat, end: null, number: null })) }
      const results = readRosterSheet([...table, ...body], attended, around)?.rows ?? []
      expect(results.map(({ sessions }) => sessions)).toEqual(seats.map(() => undefined))
      // A certificate issued again has a note of its own on the sheet, and is not recorded again for it.
      const reissue = {
        entry: idOf(9001),
        office: TOWN,
        class: idOf(1),
        number: '90/CN',
        date: '2024-02-02',
        reason: 'Mất',
      }
      const again = { ...view, seats: seats.map((seat) => (seat.number === null ? seat : { ...seat, reissue })) }
      const printed = rosterSheet(again, 'Huyện ủy').sheets[0]?.rows ?? []
      const notes = printed.map((values) => values.at(-1))
      expect(notes).toEqual(seats.map((seat) => (seat.number === null ? null : 'Cấp lại số 90/CN')))
      const noted = cells.map((values, place) => [...values.slice(0, -1), String(notes[place] ?? '')])
      expect(readRosterSheet([...table, ...noted], again, around)).toMatchObject({ rows: [], same: seats.length })
      // What is recorded already is not recorded again.
      expect(readRosterSheet([...table, ...body], view, around)).toMatchObject({ rows: [], same: seats.length })
    }),
    runs(100),
  )
})
