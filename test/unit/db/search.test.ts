/**
 * Lists of people against a plain filter and sort of the same people: whatever way a window is found, it holds the same
 * rows, in the same order, with the same total.
 */
import { expect, test } from 'vitest'
import { everyCase, searchCases } from '../../../db/queries/search.ts'
import { read } from '../../../db/transaction.ts'
import type { SearchFilter } from '../../../shared/contract/answers.ts'
import { bandsIn, isInAgeBand } from '../../../shared/reports/age-bands.ts'
import { fold } from '../../../shared/text/fold.ts'
import { nameSortKey } from '../../../shared/text/names.ts'
import { emptyStore } from '../../support/journal-kit.ts'
import { manyPeople, putPeople, type Somebody } from '../../support/many-people.ts'

const UNITS = ['u1', 'u2', 'u3'].map((name) => `01990000-0000-7000-a000-0000000000${name}`.replace('u', '0'))
const [SCHOOL = '', VILLAGE = '', FACTORY = ''] = UNITS
const SECTORS = { [SCHOOL]: 'school', [VILLAGE]: 'residential', [FACTORY]: 'enterprise' }
const SECTOR_OF = new Map(Object.entries(SECTORS))

const people = manyPeople(6000, UNITS)
const store = emptyStore()
putPeople(store, people, SECTORS)

const search = (filter: SearchFilter) => read(store, (db) => searchCases(db, filter, '2024-06-01'))

/** By the year of birth, in 2024. */
function isOfAge(birth: string | null, age: string): boolean {
  return isInAgeBand(birth === null ? null : 2024 - Number(birth.slice(0, 4)), age)
}

function expected(filter: SearchFilter): readonly string[] {
  const words = fold(filter.text ?? '').split(' ')
  const matches = (person: Somebody) =>
    (filter.ended === undefined || person.ended === filter.ended) &&
    (filter.stage === undefined || person.stage === filter.stage) &&
    (filter.source === undefined || person.source === filter.source) &&
    (filter.unit === undefined || person.unit === filter.unit) &&
    (filter.helper === undefined || person.helper === filter.helper) &&
    (filter.keeper ?? 'c') === 'c' &&
    (filter.sector === undefined || SECTOR_OF.get(person.unit) === filter.sector) &&
    (filter.heldSince === undefined || (person.stageOn !== null && person.stageOn <= filter.heldSince)) &&
    (filter.education === undefined || person.education === filter.education) &&
    (filter.finding !== 'versions' || person.conflicts > 0) &&
    (filter.age === undefined || isOfAge(person.birth, filter.age)) &&
    (filter.cases === undefined || filter.cases.includes(person.id)) &&
    words.every((word, i) => ` ${fold(person.name)} `.includes(i === words.length - 1 ? ` ${word}` : ` ${word} `))
  const key = (person: Somebody) =>
    filter.order === 'waiting' ? `${person.stageOn ?? '9999'} ${person.id}` : `${nameSortKey(person.name)} ${person.id}`
  return people
    .filter(matches)
    .map((person) => ({ id: person.id, key: key(person) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id)
}

const HELPER = '01990000-0000-7000-9000-000000000001'
const FILTERS: readonly SearchFilter[] = [
  {},
  { ended: false },
  { ended: true },
  { ended: false, stage: 'listed' },
  { ended: false, stage: 'preparing' },
  { ended: false, source: 'youthUnion' },
  { ended: false, source: 'veterans' },
  { stage: 'listed', source: 'veterans' },
  { ended: false, unit: SCHOOL },
  { ended: false, unit: VILLAGE, stage: 'helped', source: 'womenUnion' },
  { ended: false, helper: HELPER },
  ...bandsIn([18, 31, 36, 41, 46, 51, 56, 61]).map((age): SearchFilter => ({ ended: false, age })),
  { ended: true, age: '18-30', education: 'upperSecondary' },
  { ended: false, education: 'lowerSecondary' },
  { ended: false, education: 'primary', unit: SCHOOL },
  { ended: false, age: '31-35', text: 'lan', order: 'waiting' },
  { ended: false, sector: 'school' },
  { sector: 'enterprise', stage: 'trained' },
  { sector: 'armedForces' },
  { keeper: 'c', ended: false },
  { keeper: 'd' },
  { ended: false, heldSince: '2023-03-11' },
  { ended: false, stage: 'listed', heldSince: '2023-03-11' },
  { ended: false, cases: people.slice(0, 40).map(({ id }) => id) },
  { ended: false, finding: 'versions' },
  { finding: 'versions', keeper: 'c' },
  { ended: false, finding: 'versions', text: 'lan', unit: SCHOOL },
  { finding: 'versions', keeper: 'd' },
  { text: 'nguyen' },
  { text: 'ng', ended: false },
  { text: 'duc', ended: false, stage: 'listed' },
  { text: 'nguyen thi h', unit: SCHOOL },
  { text: 'không có' },
]

test.each(FILTERS.map((filter) => [JSON.stringify(filter).slice(0, 90), filter] as const))(
  '%s finds the right people, window by window',
  (_name, filter) => {
    const all = expected(filter)
    const first = search({ ...filter, limit: 50 })
    expect(first.rows.map(({ case: id }) => id)).toEqual(all.slice(0, 50))
    expect(first.total).toBe(first.more ? 4000 : all.length)
    const later = search({ ...filter, limit: 50, offset: 1500 })
    expect(later.rows.map(({ case: id }) => id)).toEqual(all.slice(1500, 1550))
    if (first.last === null || first.rows.length < 50) return
    const next = search({ ...filter, limit: 50, after: first.last })
    expect(next.rows.map(({ case: id }) => id)).toEqual(all.slice(50, 100))
  },
)

test.each([
  { stage: 'listed', ended: false },
  { unit: VILLAGE },
  { text: 'lan' },
  { finding: 'versions' },
  {},
] as readonly SearchFilter[])('those who wait longest come first, those without a day last: %o', (filter) => {
  const waiting: SearchFilter = { ...filter, order: 'waiting', limit: 200 }
  const days = search(waiting).rows.map(({ stageOn }) => stageOn ?? '9999')
  expect(days).toEqual(days.toSorted())
  expect(search(waiting).rows.map(({ case: id }) => id)).toEqual(expected(waiting).slice(0, 200))
})

test.each([{}, { ended: false, order: 'waiting' }, { text: 'lan' }, { unit: VILLAGE }] as readonly SearchFilter[])(
  'a list that is written whole is read at once, with the same people in the same order: %j',
  (filter) => {
    const whole = (most: number) =>
      read(store, (db) => everyCase(db, filter, '2024-06-01', most)).map((row) => row.case)
    expect(whole(10_000)).toEqual(expected(filter))
    expect(whole(700)).toEqual(expected(filter).slice(0, 700))
  },
)

test('the cursor of the last window walks the whole list once', () => {
  const seen: string[] = []
  let page = search({ ended: false, limit: 200 })
  while (page.last !== null) {
    seen.push(...page.rows.map(({ case: id }) => id))
    page = search({ ended: false, limit: 200, after: page.last })
  }
  expect(seen).toEqual(expected({ ended: false }))
})
