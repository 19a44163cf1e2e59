/**
 * One person counts once, however often the case was moved, taken over or begun anew: cases that name each other or one
 * identity number, or that were judged to be so, are one person, and of several records of one admission the one made as it
 * happened counts.
 */
import { compareText } from '../base/compare.ts'
import { addMonths } from '../calendar/plain-date.ts'
import type { Admission, Facts } from './facts.ts'

/** Two admissions of one person less than this apart are two records of one: nobody is admitted again so soon. */
const APART_MONTHS = 12

/**
 * Admissions with one row a person and admission, by day.
 * @param facts - admissions, which cases go on from which, and which were judged to be one person
 */
export function distinctAdmissions({
  admissions,
  links,
  judged,
}: Pick<Facts, 'admissions' | 'links' | 'judged'>): readonly Admission[] {
  const personOf = personsIn(admissions, [...links, ...judged])
  const kept: Admission[] = []
  const byPerson = new Map<string, Admission[]>()
  for (const admission of admissions.toSorted(byWeight)) {
    const person = personOf(admission.case)
    const earlier = byPerson.get(person) ?? []
    if (earlier.some((one) => isNear(one, admission))) continue
    byPerson.set(person, [...earlier, admission])
    kept.push(admission)
  }
  return kept.sort((a, b) => compareText(a.day, b.day) || compareText(a.case, b.case))
}

/** Recorded as it happened before taken over; then by day and case, so that every office picks the same. */
function byWeight(a: Admission, b: Admission): number {
  return Number(a.isTakenOver) - Number(b.isTakenOver) || compareText(a.day, b.day) || compareText(a.case, b.case)
}

function isNear(a: Admission, b: Admission): boolean {
  const [first, second] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day]
  return second < addMonths(first, APART_MONTHS)
}

function personsIn(admissions: readonly Admission[], links: Facts['links']): (id: string) => string {
  const above = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next
    return root
  }
  const join = (a: string, b: string) => {
    const [one, other] = [rootOf(a), rootOf(b)]
    if (one !== other) above.set(one < other ? other : one, one < other ? one : other)
  }
  for (const { case: id, previously } of links) join(id, previously)
  const byNumber = new Map<string, string>()
  for (const { case: id, identityNumber } of admissions) {
    if (identityNumber === null) continue
    const known = byNumber.get(identityNumber)
    if (known === undefined) byNumber.set(identityNumber, id)
    else join(known, id)
  }
  return rootOf
}
