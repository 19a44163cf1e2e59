/**
 * Facts for tests of reports: a house with offices and units, and whatever a test says of it.
 */
import type { Admission, Facts, OfficeFact, UnitFact } from '../../shared/reports/facts.ts'

/** Our own office in these tests. */
export const SELF = 'self'

/** Where age bands begin in these tests. */
export const AGES = [18, 31, 36, 41, 46, 51, 56, 61] as const

/** Facts with nothing but our own office, changed by what a test gives. */
export function factsOf(given: Partial<Facts> = {}): Facts {
  return {
    offices: [officeOf(SELF, { isSelf: true })],
    units: [],
    counts: [],
    targets: [],
    totals: [],
    admissions: [],
    links: [],
    judged: [],
    acts: [],
    standings: [],
    people: [],
    returns: [],
    seats: [],
    late: [],
    members: [],
    ...given,
  }
}

/** An office. */
export function officeOf(id: string, given: Partial<OfficeFact> = {}): OfficeFact {
  return { id, name: `Đảng ủy ${id}`, isSelf: false, unit: null, ...given }
}

/** A branch of ours. */
export function unitOf(id: string, given: Partial<UnitFact> = {}): UnitFact {
  return {
    id,
    name: `Chi bộ ${id}`,
    type: 'branch',
    sector: 'residential',
    area: 'rural',
    parent: null,
    keeper: SELF,
    from: null,
    to: null,
    onPaper: false,
    successors: [],
    sameAs: null,
    ...given,
  }
}

/** Somebody admitted in a unit of ours. */
export function admissionOf(id: string, day: string, unit: string, given: Partial<Admission> = {}): Admission {
  return {
    case: id,
    unit,
    keeper: SELF,
    day,
    sex: null,
    birth: null,
    ethnicity: null,
    religion: null,
    education: null,
    qualification: null,
    politicalTheory: null,
    occupation: null,
    source: null,
    isYouthUnion: false,
    isAgain: false,
    isTakenOver: false,
    identityNumber: null,
    ...given,
  }
}

/** A number of members on a day. */
export function countOf(owner: string, day: string, members: number, isTyped = false) {
  return { owner, day, members, isTyped }
}

/** A target. */
export function targetOf(owner: string, year: number, number: number, revisions = 0) {
  return { owner, year, number, own: null, revisions }
}
