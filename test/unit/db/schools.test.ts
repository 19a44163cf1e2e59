/** Pupils: by school year and class, evaluated each term, with what lies ahead; their history goes on with the case. */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { pupilList } from '../../../db/queries/schools.ts'
import type { PupilFilter } from '../../../shared/contract/classes.ts'
import { weekday } from '../../../shared/calendar/plain-date.ts'
import { fitOf, outlookOf, schoolYearOf } from '../../../shared/model/schools/outlook.ts'
import {
  printCalendar,
  readCalendar,
  readSpans,
  showSpans,
  USUAL_CALENDAR,
} from '../../../shared/model/schools/school-calendar.ts'
import { COMMUNE, DISTRICT, openDesk, pairWith, register, replays, TOWN, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const PLACE = { schoolYear: '2023-2024', class: '12A1', leavesOn: '2024-05-31' }
const criteria = [{ criterion: 'Kết quả học tập', result: 'met' }]

function pupils(desk: Desk, filter: PupilFilter = {}) {
  return desk.ask((db) => pupilList(db, filter, loadJudging(db, '2024-01-15')))
}

test('pupils stand by school year and class, with the day they are eighteen and what lies ahead', () => {
  const desk = openDesk({ office: COMMUNE })
  const an = register(desk, { name: 'Nguyễn Văn An', birth: '2006-03-02' })
  const bich = register(desk, { name: 'Trần Thị Bích', birth: '2006-08-20' })
  const cuc = register(desk, { name: 'Lê Thị Cúc', birth: '2007' })
  desk.do('pupil.place', { ...PLACE, cases: [an, bich] })
  desk.do('pupil.place', { ...PLACE, class: '11A2', leavesOn: '2025-05-31', cases: [cuc] })
  desk.do('pupil.evaluate', {
    schoolYear: '2023-2024',
    term: 1,
    date: '2024-01-12',
    rows: [
      { case: an, criteria, summary: 'ready' },
      { case: cuc, criteria, summary: 'nurture', note: 'Tiếp tục theo dõi' },
    ],
  })
  const list = pupils(desk)
  expect(
    list.rows.map(({ name, place, turnsOn, summary, outlook }) => [name, place.class, turnsOn, summary, outlook]),
  ).toEqual([
    ['Lê Thị Cúc', '11A2', null, 'nurture', 'birthUnknown'],
    ['Nguyễn Văn An', '12A1', '2024-03-02', 'ready', 'canBeConsidered'],
    ['Trần Thị Bích', '12A1', '2024-08-20', null, 'turnsTooLate'],
  ])
  expect(list).toMatchObject({ schoolYears: ['2023-2024'], classes: ['11A2', '12A1'] })
  expect(list.plan).toEqual([
    { year: 2024, pupils: 2, canBeConsidered: 1, turnsTooLate: 1, withCertificate: 0 },
    { year: 2025, pupils: 1, canBeConsidered: 0, turnsTooLate: 0, withCertificate: 0 },
  ])
  expect(list.ahead).toEqual([{ schoolYear: '2023-2024', pupils: 1, withCertificate: 0, nominated: 0, toNominate: 1 }])
  expect(pupils(desk, { class: '11A2' }).rows).toHaveLength(1)
  // Next year's class takes the place of this year's; the history stays.
  desk.do('pupil.place', { schoolYear: '2024-2025', class: '12A2', leavesOn: '2025-05-31', cases: [cuc] })
  expect(pupils(desk, { schoolYear: '2024-2025' }).rows).toMatchObject([{ place: { class: '12A2' } }])
  expect(desk.case(cuc).pupilPlaces).toHaveLength(2)
  expect(replays(desk)).toBe(true)
})

test('each school year to come says who will be of age in it and who of them is still to be put forward for the class', () => {
  const desk = openDesk({ office: COMMUNE })
  const [an, binh, chi] = ['2006-03-02', '2006-10-05', '2006-12-05'].map((birth) =>
    register(desk, { name: 'Nguyễn Văn An', birth }),
  )
  desk.do('pupil.place', { ...PLACE, class: '11A1', leavesOn: '2025-05-31', cases: [an, binh, chi] })
  desk.do('class.nominateMany', { cases: [binh], class: 'awareness', date: '2024-01-08' })
  desk.do('paper.record', { case: an, paper: 'CN-NTVD', date: '2023-12-20', number: '1/CN' })
  expect(pupils(desk).ahead).toEqual([
    { schoolYear: '2023-2024', pupils: 1, withCertificate: 1, nominated: 0, toNominate: 0 },
    { schoolYear: '2024-2025', pupils: 2, withCertificate: 0, nominated: 1, toNominate: 1 },
  ])
})

test('nobody leaves school before the year begins, and only a pupil is evaluated', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  expect(desk.call('pupil.place', { ...PLACE, leavesOn: '2023-05-31', cases: [id] })).toMatchObject({
    error: { code: 'IMPOSSIBLE', data: { what: 'leavesBeforeYear' } },
  })
  const rows = [{ case: id, criteria, summary: 'ready' }]
  const term = { schoolYear: '2023-2024', term: 1, date: '2024-01-12', rows }
  expect(desk.call('pupil.evaluate', term)).toMatchObject({
    error: { code: 'ROW_REFUSED', data: { reason: { code: 'NOT_A_PUPIL' } } },
  })
})

test('what a school has seen of a pupil goes with the case to the unit that takes the person on', () => {
  const school = openDesk({ office: COMMUNE })
  const town = openDesk({ office: TOWN, seed: 'town' })
  const district = openDesk({ office: DISTRICT, capacities: ['decides'] })
  const { value } = town.do('unit.add', { name: 'Chi bộ khu phố Tây', type: 'branch' })
  for (const lower of [school, town]) {
    pairWith(lower, DISTRICT, 'superior')
    pairWith(district, lower.office, 'subordinate')
  }
  const id = register(school, { name: 'Trần Thị Bích', birth: '2006-08-20' })
  school.do('pupil.place', { ...PLACE, cases: [id] })
  school.do('pupil.evaluate', {
    schoolYear: '2023-2024',
    term: 1,
    date: '2024-01-12',
    rows: [{ case: id, criteria, summary: 'nurture' }],
  })
  const move = { reason: 'transfer', on: '2024-01-15' }
  school.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(school, district)
  exchange(town, district)
  district.do('case.handOver', { cases: [id], unit: (value as { unit: string }).unit, ...move })
  exchange(town, district)
  expect(town.case(id)).toMatchObject({
    keeper: TOWN,
    pupilPlaces: [PLACE],
    pupilEvaluations: [{ term: 1, summary: 'nurture', criteria }],
  })
})

test('the outlook of a pupil follows from birth, the day of leaving and the last evaluation', () => {
  const facts = { birth: '2006-05-31', leavesOn: '2024-05-31', summary: null }
  expect(outlookOf(facts, 216, '2024-01-15')).toBe('canBeConsidered')
  expect(outlookOf({ ...facts, birth: '2006-06-01' }, 216, '2024-01-15')).toBe('turnsTooLate')
  expect(outlookOf({ ...facts, summary: 'notYet' }, 216, '2024-01-15')).toBe('notReady')
  expect(outlookOf({ ...facts, birth: '2006-05' }, 216, '2024-01-15')).toBe('birthUnknown')
  expect(outlookOf(facts, 216, '2024-06-01')).toBe('left')
})

test('a class for pupils is laid against the school year: examinations, lessons, holidays', () => {
  expect([schoolYearOf('2024-07-31'), schoolYearOf('2024-08-01')]).toEqual(['2023-2024', '2024-2025'])
  const fit = (...days: string[]) => fitOf(days, '2023-2024', USUAL_CALENDAR, weekday)
  expect(fit('2024-05-10')).toBe('exams')
  // A Wednesday of lessons; a Saturday; a day of the summer holidays.
  expect([fit('2024-03-13'), fit('2024-03-16'), fit('2024-07-10')]).toEqual(['lessons', 'fits', 'fits'])
  expect(fit('2024-03-16', '2024-03-18')).toBe('lessons')
})

test('the calendar of schools is the office’s own once it is set, and reads as it was typed', () => {
  const desk = openDesk({ office: COMMUNE })
  expect(pupils(desk).calendar).toEqual(USUAL_CALENDAR)
  const lessons = readSpans('04/9 - 15/1\n22/1 – 25/5\n')
  expect(lessons).toEqual([
    { from: '09-04', to: '01-15' },
    { from: '01-22', to: '05-25' },
  ])
  if (lessons === null) throw new Error('unread')
  const own = { lessons, exams: [] }
  desk.do('setting.change', { key: 'schoolCalendar', value: printCalendar(own) })
  expect(pupils(desk).calendar).toEqual({ ...own, confirmed: true })
  expect(readSpans(showSpans(lessons))).toEqual(lessons)
  expect([readSpans('31/2 - 1/3'), readSpans('tháng chín'), readSpans('')]).toEqual([null, null, []])
  expect(readCalendar('lessons 9-5')).toBe(USUAL_CALENDAR)
})
