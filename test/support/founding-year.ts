/**
 * The founding letter's year as it stands in a district's store: 25 units, seven of them on paper, 4,625 members at
 * 31/12/2022, a plan of 145 and 148 admitted in 2023, with the two years before. Names and people are invented.
 */
import { trusted } from '../../shared/base/trust.ts'
import { periodOf } from '../../shared/calendar/period.ts'
import type { Draft } from '../../shared/commands/command.ts'
import type { Profile } from '../../shared/model/profile.ts'
import { DISTRICT, openDesk, pairWith, type Desk } from './journal-kit.ts'
import { packFor, takeIn } from './journal-parcels.ts'

/** 2023. */
export const YEAR = periodOf('year', 2023, 1)

/** What each of the 25 units had: members at 31/12/2022, plan and admissions of 2023, admissions of 2021 and 2022. */
export const UNITS: readonly {
  readonly members: number
  readonly plan: number
  readonly admitted: number
  readonly before: readonly [number, number]
}[] = Array.from({ length: 25 }, (_, n) => ({
  members: 185 + ((n % 5) - 2) * 20,
  plan: n < 20 ? 6 : 5,
  admitted: (n < 20 ? 6 : 5) + ([1, -1, 2, 0, -1, 1, 1, 0, -2, 2][n] ?? 0),
  before: [4 + (n % 3), 5 + (n % 2)],
}))

/** Units that have no program. */
export const ON_PAPER = 7

/** The store of the district with the offices below it; `first` is the one of those that stays open. */
export type FoundingYear = { readonly district: Desk; readonly first: Desk; readonly close: () => void }

const OCCUPATIONS = ['farmer', 'worker', 'official', 'publicEmployee', 'pupil'] as const
const EDUCATIONS = ['upperSecondary', 'upperSecondary', 'lowerSecondary'] as const
const RULES = { ruleSet: 'RS-2021', ruleSetHash: 'a'.repeat(64) } as const

/** Fills a district with three years. */
export function foundingYear(): FoundingYear {
  const district = openDesk({ office: DISTRICT, capacities: ['decides'], today: '2024-01-19' })
  const letters = 'abcefghijklmnopqrs'
  let first: Desk | null = null
  UNITS.forEach((unit, n) => {
    if (n < ON_PAPER) return onPaper(district, unit, n)
    const commune = belowDesk(district, letters.charAt(n - ON_PAPER), unit, n)
    if (first === null) first = commune
    else commune.close()
  })
  const kept = trusted<Desk | null>(first)
  if (kept === null) throw new Error('no commune')
  return {
    district,
    first: kept,
    close: () => {
      kept.close()
      district.close()
    },
  }
}

type Unit = (typeof UNITS)[number]

/** The days of a unit's admissions, all three years. */
function daysOf({ admitted, before }: Unit, n: number): readonly string[] {
  const years = [
    [2021, before[0]],
    [2022, before[1]],
    [2023, admitted],
  ] as const
  return years.flatMap(([year, count]) =>
    Array.from({ length: count }, (_, k) => `${year}-${String(((n + 5 * k) % 12) + 1).padStart(2, '0')}-15`),
  )
}

function profileOf(n: number, k: number): Profile {
  return {
    name: `Nguyễn Văn ${'ABCDEGHIKLMNOPQRSTUVX'.charAt(k % 21)}`,
    birth: `${1970 + ((7 * n + 3 * k) % 34)}-05-12`,
    sex: (n + k) % 5 < 2 ? 'female' : 'male',
    ethnicity: 'Kinh',
    education: EDUCATIONS[(n + k) % 3] ?? 'upperSecondary',
    occupation: OCCUPATIONS[(n + 2 * k) % 5] ?? 'farmer',
    source: 'youthUnion',
    youthUnionSince: '2010',
  }
}

function targetOf(n: number): Extract<Draft, { kind: 'target.set' }>['payload'] {
  return { year: 2023, number: UNITS[n]?.plan ?? 0, paper: { number: '12-KH/HU', date: '2023-01-10' } }
}

/** A unit that the district keeps itself, with everything taken over from its papers. */
function onPaper(district: Desk, unit: Unit, n: number): void {
  const id = district.newId()
  const drafts: Draft[] = [
    {
      kind: 'unit.added',
      subject: { type: 'unit', id },
      payload: {
        name: `Đảng bộ xã ${n + 1}`,
        type: 'baseCommittee',
        sector: 'residential',
        area: 'rural',
        onPaper: true,
      },
    },
    {
      kind: 'unit.membersCounted',
      subject: { type: 'unit', id },
      payload: { date: '2022-12-31', official: unit.members - 3, probationary: 3, excluded: 0 },
    },
    { kind: 'target.set', subject: { type: 'target', id }, payload: targetOf(n) },
    ...daysOf(unit, n).map((date, k): Draft => ({
      kind: 'case.takenOver',
      subject: { type: 'case', id: district.newId() },
      payload: {
        profile: profileOf(n, k),
        unit: id,
        on: '2024-01-02',
        acts: { decision: { outcome: 'admit', number: `${n}.${k}-QĐ/HU`, date, body: 'Ban Thường vụ Huyện ủy' } },
        onPaper: true,
      },
    })),
  ]
  district.record(drafts)
}

/** An office below with one branch, its dossiers sent and decided on, both sides up to date. */
function belowDesk(district: Desk, letter: string, unit: Unit, n: number): Desk {
  // Without the branch that desks of proposing offices begin with: it is the same in all of them.
  const commune = openDesk({ office: letter.repeat(26), today: '2024-01-19', seed: letter, capacities: ['trains'] })
  commune.record([
    {
      kind: 'office.changed',
      subject: { type: 'office', id: commune.office },
      payload: {
        profile: {
          name: `Đảng ủy xã ${n + 1}`,
          code: `xa-${n + 1}`,
          capacities: [{ capacity: 'proposes', from: '2020-01-01' }],
        },
      },
    },
  ])
  pairWith(commune, DISTRICT, 'superior')
  pairWith(district, commune.office, 'subordinate')
  const branch = { id: commune.newId(), name: `Chi bộ thôn ${n + 1}`, type: 'branch' as const }
  const days = daysOf(unit, n)
  const people = days.map((date, k) => ({ date, k, id: commune.newId(), profile: profileOf(n, k) }))
  const { id: branchId, ...known } = branch
  const branchFacts = { ...known, sector: 'residential' as const, area: 'rural' as const }
  const count = { date: '2022-12-31', official: unit.members, probationary: 0, excluded: 0 }
  commune.record([
    { kind: 'unit.added', subject: { type: 'unit', id: branchId }, payload: branchFacts },
    { kind: 'unit.membersCounted', subject: { type: 'unit', id: branchId }, payload: count },
    {
      kind: 'unit.listed',
      subject: { type: 'unit', id: branchId },
      payload: { ...branchFacts, count },
      to: DISTRICT,
    },
    ...people.flatMap(({ id, profile, date }): Draft[] => [
      {
        kind: 'candidate.registered',
        subject: { type: 'case', id },
        payload: { profile, unit: branchId, on: '2020-06-01' },
      },
      {
        kind: 'dossier.submitted',
        subject: { type: 'case', id },
        to: DISTRICT,
        payload: {
          date: date.replace(/-15$/, '-01'),
          snapshot: {
            version: 1,
            case: id,
            profile,
            unit: branch,
            helpers: [],
            papers: [],
            branchVotes: [],
            committeeVotes: [],
            lifts: [],
            ruleSet: 'RS-2021',
          },
        },
      },
    ]),
  ])
  takeIn(district, packFor(commune, DISTRICT))
  district.record([
    {
      kind: 'target.assigned',
      subject: { type: 'target', id: commune.office },
      payload: targetOf(n),
      to: commune.office,
    },
    ...people.map(({ id, date, k }): Draft => ({
      kind: 'decision.recorded',
      subject: { type: 'case', id },
      to: commune.office,
      payload: {
        outcome: 'admit',
        number: `${n}.${k}-QĐ/HU`,
        date,
        body: 'Ban Thường vụ Huyện ủy',
        submission: submissionOf(district, id),
        ...RULES,
      },
    })),
  ])
  takeIn(commune, packFor(district, commune.office))
  return commune
}

function submissionOf(district: Desk, id: string): string {
  return district.case(id).submissions.at(-1)?.entry ?? ''
}
