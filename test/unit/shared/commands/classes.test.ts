/** Classes through the commands: who may, and what cannot be. */
import { expect, test } from 'vitest'
import { classList } from '../../../../db/queries/classes.ts'
import { prepared } from '../../../../db/transaction.ts'
import { COMMUNE, DISTRICT, openDesk, register, type Desk, valueOf } from '../../../support/journal-kit.ts'

const CLASS = {
  kind: 'awareness',
  name: 'Lớp khóa 1',
  from: '2024-01-08',
  to: '2024-01-12',
  places: 2,
}

function refused(desk: Desk, name: string, input: object) {
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error(`${name} was recorded`)
  return answer.error
}

function impossible(desk: Desk, name: string, input: object) {
  const error = refused(desk, name, input)
  const found = error.code === 'ROW_REFUSED' ? error.data.reason : error
  return found.code === 'IMPOSSIBLE' ? found.data.what : found.code
}

function seatRow(desk: Desk, id: string) {
  return desk.ask((db) => prepared<object>(db, 'SELECT * FROM class_seats WHERE case_id = ?').get(id))
}

/** A desk that proposes and decides, with a class and people in it. */
function deskWithClass(people = 1) {
  const desk = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const cases = Array.from({ length: people }, () => register(desk))
  const id = valueOf(desk.do('class.open', CLASS))['class'] ?? ''
  if (people > 0) desk.do('class.enroll', { class: id, cases, on: '2024-01-05' })
  return { desk, id, cases, first: cases[0] ?? '' }
}

test('an office that only proposes opens no class', () => {
  const desk = openDesk({ office: COMMUNE })
  expect(refused(desk, 'class.open', CLASS)).toEqual({ code: 'FORBIDDEN_CAPACITY', data: { capacity: 'trains' } })
})

test('a class without places, or that ends before it begins, cannot be', () => {
  const { desk, id } = deskWithClass(2)
  expect(impossible(desk, 'class.open', { ...CLASS, places: 0 })).toBe('classWithoutPlaces')
  expect(impossible(desk, 'class.open', { ...CLASS, to: '2024-01-07' })).toBe('endsBeforeStart')
  expect(impossible(desk, 'class.change', { class: id, facts: { ...CLASS, places: 1 } })).toBe('placesBelowRoster')
})

test('a full class takes nobody on, and nobody twice; a place given up is free again', () => {
  const { desk, id, first } = deskWithClass(2)
  const other = register(desk)
  expect(refused(desk, 'class.enroll', { class: id, cases: [other], on: '2024-01-05' })).toEqual({
    code: 'CLASS_FULL',
    data: { name: 'Lớp khóa 1', places: 2, seats: 2 },
  })
  expect(impossible(desk, 'class.enroll', { class: id, cases: [first], on: '2024-01-05' })).toBe('ALREADY_ON_ROSTER')
  desk.do('class.release', { class: id, case: first })
  desk.do('class.enroll', { class: id, cases: [other], on: '2024-01-05' })
  expect(
    impossible(desk, 'class.attend', { class: id, date: '2024-01-08', held: 1, rows: [{ case: first, present: 1 }] }),
  ).toBe('NOT_ON_ROSTER')
})

test('nobody attends more sessions than were held, nor on a day the class had not', () => {
  const { desk, id, first } = deskWithClass()
  const day = { class: id, date: '2024-01-09', held: 2, rows: [{ case: first, present: 3 }] }
  expect(impossible(desk, 'class.attend', day)).toBe('sessionsOverHeld')
  expect(impossible(desk, 'class.attend', { ...day, date: '2024-01-13' })).toBe('dayOutsideClass')
  const sessions = { held: 10, present: 11 }
  const end = { class: id, on: '2024-01-12', rows: [{ case: first, outcome: 'passed', sessions }] }
  expect(impossible(desk, 'class.complete', end)).toBe('sessionsOverHeld')
})

test('a certificate is not older than its class, is of somebody who completed it, and its number is nobody else’s', () => {
  const { desk, id, cases } = deskWithClass(2)
  const [hoa = '', binh = ''] = cases
  const end = (rows: readonly object[]) => ({ class: id, on: '2024-01-12', rows })
  const row = (who: string, number: string, date = '2024-01-12') => ({
    case: who,
    outcome: 'passed',
    certificate: { number, date },
  })
  expect(impossible(desk, 'class.complete', end([row(hoa, '1/CN', '2024-01-07')]))).toBe('certificateBeforeClass')
  expect(impossible(desk, 'class.complete', end([{ ...row(hoa, '1/CN'), outcome: 'failed' }]))).toBe(
    'certificateWithoutPass',
  )
  expect(impossible(desk, 'class.complete', end([row(hoa, '1/CN'), row(binh, '1/CN')]))).toBe('CERTIFICATE_TWICE')
  desk.do('class.complete', end([row(hoa, '1/CN')]))
  expect(impossible(desk, 'class.complete', end([row(binh, '1/CN')]))).toBe('CERTIFICATE_TAKEN')
  // Numbers entered the wrong way round are exchanged in one go.
  desk.do('class.complete', end([row(hoa, '2/CN'), row(binh, '1/CN')]))
  expect(cases.map((each) => desk.case(each).papers.map(({ number }) => number))).toEqual([['2/CN'], ['1/CN']])
  expect(impossible(desk, 'class.release', { class: id, case: hoa })).toBe('CLASS_ENDED_FOR')
  const again = { class: id, case: hoa, number: '9/CN', reason: 'Mất' }
  expect(impossible(desk, 'certificate.reissue', { ...again, date: '2024-01-11' })).toBe('reissuedBeforeFirst')
  expect(impossible(desk, 'certificate.reissue', { ...again, number: '1/CN', date: '2024-01-15' })).toBe(
    'CERTIFICATE_TAKEN',
  )
  desk.do('certificate.reissue', { ...again, date: '2024-01-15' })
  expect(desk.case(hoa).papers).toMatchObject([{ number: '9/CN', date: '2024-01-12' }])
  // The first number stays taken.
  expect(impossible(desk, 'class.complete', end([row(binh, '2/CN')]))).toBe('CERTIFICATE_TAKEN')
})

test('only who has a certificate gets it again, and only with a centre is anybody sent on', () => {
  const { desk, id, first } = deskWithClass()
  const again = { class: id, case: first, number: '9/CN', date: '2024-01-12', reason: 'Mất' }
  expect(impossible(desk, 'certificate.reissue', again)).toBe('NO_CERTIFICATE')
  expect(impossible(desk, 'class.forward', { cases: [first], class: 'awareness', date: '2024-01-05' })).toBe(
    'NO_TRAINER',
  )
})

test('the certificate is valid as long as the rules of its day say', () => {
  const { desk, id, first } = deskWithClass()
  desk.do('class.complete', {
    class: id,
    on: '2024-01-12',
    rows: [{ case: first, outcome: 'passed', certificate: { number: '1/CN', date: '2024-01-12' } }],
  })
  expect(seatRow(desk, first)).toMatchObject({ valid_until: '2029-01-12', certificate_number: '1/CN' })
})

test('classes are planned by year and by school year, with the places of all of them', () => {
  const { desk } = deskWithClass(1)
  desk.do('class.open', { ...CLASS, name: 'Lớp hè', from: '2024-06-03', to: '2024-06-07', places: 40, pupils: true })
  desk.do('class.open', {
    ...CLASS,
    name: 'Lớp học sinh',
    from: '2024-09-16',
    to: '2024-09-20',
    places: 60,
    schoolYear: '2024-2025',
    pupils: true,
  })
  const list = (filter: object) => desk.ask((db) => classList(db, filter, '2024-01-15'))
  expect(list({})).toMatchObject({ total: 3, places: 102, seats: 1, schoolYears: ['2024-2025', '2023-2024'] })
  expect(list({ schoolYear: '2024-2025' })).toMatchObject({
    total: 1,
    places: 60,
    rows: [{ facts: { name: 'Lớp học sinh' } }],
  })
  // Of which nobody has said the school year, the first day tells it.
  expect(list({ schoolYear: '2023-2024', pupils: true }).rows.map(({ facts }) => facts.name)).toEqual(['Lớp hè'])
  expect(list({ year: 2023 })).toMatchObject({ total: 0, places: 0 })
})
