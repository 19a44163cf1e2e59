/**
 * Lists as data, before any spreadsheet: title, day, typed columns, rows. Identity numbers and religion are columns of
 * their own that stay out unless they were chosen for this file. Relatives are not recorded, so no list has them.
 */
import type { CaseRow, MemberRow, MovingCase, RunningLimit, UnitRow } from '../contract/answers.ts'
import type { CertificateRow, OwedRow } from '../contract/classes.ts'
import type { ExampleRow, ModelRow } from '../contract/follow.ts'
import type { PlaceTarget } from '../contract/reports.ts'
import type { ListReview } from '../model/acts-before.ts'
import type { CoveredBranch } from '../reports/coverage.ts'
import { percentOf } from '../reports/ratio.ts'
import { showDate } from '../text/dates.ts'
import { BUNDLE_DIRECTIONS, LIST_COLUMNS, LIST_NAMES, type ListColumnId } from '../words/list-columns.ts'
import {
  AREAS,
  EDUCATIONS,
  labelOf,
  OCCUPATIONS,
  QUALIFICATIONS,
  SECTORS,
  SEXES,
  SOURCES,
  STAGES,
  UNIT_TYPES,
} from '../words/labels.ts'
import { PARTY_CLASSES } from '../words/labels-before.ts'
import { BUNDLE_KINDS } from '../words/labels-journal.ts'
import { lower, showDocument } from '../words/show.ts'
import { LIMITS, NEXT_STEPS, PROVISIONAL } from '../words/labels-rules.ts'
import { EXAMPLE_AREAS, EXAMPLE_KINDS, MODEL_AREAS } from '../words/follow.ts'
import { COVERED_BY, IDLE_NAMES, noteSentence, rangeText, SHORT_REASONS, TARGET_VERDICTS } from '../words/reports.ts'
import type { ListName } from './codes.ts'

/** A value of a cell; days are YYYY-MM-DD or a part of it. */
export type Cell = string | number | null

/** A column: what its cells are and how wide it is, in characters. */
export type ListColumn = {
  readonly id: string
  readonly title: string
  /** 'share': per cent with one digit after the comma. */
  readonly type: 'text' | 'day' | 'number' | 'share'
  readonly width: number
}

/** A list ready to be written. */
export type ListModel = {
  readonly title: string
  /** A line under the title: of which period and part. */
  readonly subtitle?: string
  readonly office: string
  readonly day: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What may stand in a list only if it was chosen. */
export type ListInclude = {
  readonly identityNumbers?: boolean | undefined
  readonly religion?: boolean | undefined
  readonly relatives?: boolean | undefined
}

/** A person with what a list of persons may show besides the row on screen. */
export type CandidateListRow = CaseRow & {
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly education: string | null
  readonly qualification: string | null
  readonly occupation: string | null
  readonly identityNumber: string | null
  readonly decisionNumber: string | null
}

/** The rows of each list. */
export type ListRows = {
  readonly candidates: readonly CandidateListRow[]
  readonly members: readonly (MemberRow & { readonly unitName: string | null })[]
  readonly units: readonly UnitRow[]
  readonly home: readonly MovingCase[]
  /** The reviews of every unit, the newest month first. */
  readonly reviews: readonly { readonly unit: string; readonly review: ListReview }[]
  readonly nominations: readonly NominatedRow[]
  readonly certificates: readonly CertificateRow[]
  readonly models: readonly ModelRow[]
  readonly examples: readonly ExampleRow[]
  readonly owed: readonly OwedRow[]
  readonly coverage: readonly CoveredBranch[]
  readonly targets: readonly PlaceTarget[]
  /** Every bundle written and taken in, the newest first. */
  readonly exchangeHistory: readonly ExchangedRow[]
}

/** A bundle that went out or came in. `entries`: sent, or new here; `kind` and `scans` are known of our own only. */
export type ExchangedRow = {
  readonly day: string
  readonly direction: 'out' | 'in'
  readonly office: string | null
  readonly kind: string | null
  readonly entries: number
  readonly scans: number | null
}

/** A person put forward for a class. The superior knows the year of birth, and not the day of the nomination. */
export type NominatedRow = {
  readonly name: string
  readonly birth: string | null
  readonly sex: string | null
  readonly unitName: string | null
  readonly class: string
  readonly nominatedOn: string | null
}

type Definition<Row> = readonly [
  id: ListColumnId,
  type: ListColumn['type'],
  width: number,
  value: (row: Row) => Cell,
  onlyWith?: keyof ListInclude,
]

type Definitions = { readonly [Name in ListName]: readonly Definition<ListRows[Name][number]>[] }

const DEFINITIONS: Definitions = {
  candidates: [
    ['name', 'text', 24, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['sex', 'text', 6, (row) => label(SEXES, row.sex)],
    ['identityNumber', 'text', 16, (row) => row.identityNumber, 'identityNumbers'],
    ['ethnicity', 'text', 8, (row) => row.ethnicity],
    ['religion', 'text', 12, (row) => row.religion, 'religion'],
    ['education', 'text', 13, (row) => label(EDUCATIONS, row.education)],
    ['qualification', 'text', 12, (row) => label(QUALIFICATIONS, row.qualification)],
    ['occupation', 'text', 13, (row) => label(OCCUPATIONS, row.occupation)],
    ['unit', 'text', 20, (row) => row.unitName],
    ['source', 'text', 14, (row) => label(SOURCES, row.source)],
    ['helper', 'text', 18, (row) => row.helper],
    ['stage', 'text', 18, (row) => label(STAGES, row.stage)],
    ['registeredOn', 'day', 12, (row) => row.registeredOn],
    ['submittedOn', 'day', 12, (row) => row.submittedOn],
    ['decisionNumber', 'text', 12, (row) => row.decisionNumber],
    ['decidedOn', 'day', 12, (row) => row.decidedOn],
    ['ceremonyOn', 'day', 12, (row) => row.ceremonyOn],
  ],
  members: [
    ['name', 'text', 28, (row) => row.member.name],
    ['unit', 'text', 30, (row) => row.unitName],
    ['post', 'text', 26, (row) => row.member.post ?? null],
    ['admittedOn', 'day', 12, (row) => row.member.admittedOn ?? null],
    ['officialDate', 'day', 14, (row) => row.member.officialDate ?? null],
    ['helps', 'number', 12, (row) => row.helps],
  ],
  units: [
    ['unit', 'text', 36, (row) => row.unit.name],
    ['type', 'text', 18, (row) => label(UNIT_TYPES, row.unit.type)],
    ['sector', 'text', 20, (row) => label(SECTORS, row.unit.sector ?? null)],
    ['area', 'text', 12, (row) => label(AREAS, row.unit.area ?? null)],
    ['official', 'number', 12, (row) => row.count?.official ?? null],
    ['probationary', 'number', 12, (row) => row.count?.probationary ?? null],
    ['countedOn', 'day', 12, (row) => row.count?.date ?? null],
    ['cases', 'number', 14, (row) => row.cases],
  ],
  home: [
    ['name', 'text', 28, (row) => row.name],
    ['unit', 'text', 30, (row) => row.unitName],
    ['stage', 'text', 30, (row) => label(STAGES, row.stage)],
    ['next', 'text', 40, (row) => label(NEXT_STEPS, row.next)],
    ['deadline', 'text', 30, ({ limits: [first] }) => (first === undefined ? null : limitText(first))],
    ['due', 'day', 12, (row) => row.limits[0]?.due ?? null],
    ['blocks', 'number', 14, (row) => row.blocks],
  ],
  reviews: [
    ['unit', 'text', 32, (row) => row.unit],
    ['month', 'day', 12, (row) => row.review.month],
    ['reviewedOn', 'day', 12, (row) => row.review.date],
    ['resolution', 'text', 26, (row) => (row.review.resolution ? showDocument(row.review.resolution) : null)],
    ['onList', 'number', 14, (row) => row.review.counts.onList],
    ['added', 'number', 12, (row) => row.review.counts.added],
    ['removed', 'number', 12, (row) => row.review.counts.removed],
  ],
  nominations: [
    ['name', 'text', 28, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['sex', 'text', 8, (row) => label(SEXES, row.sex)],
    ['unit', 'text', 32, (row) => row.unitName],
    ['class', 'text', 32, (row) => label(PARTY_CLASSES, row.class)],
    ['nominatedOn', 'day', 12, (row) => row.nominatedOn],
  ],
  certificates: [
    ['certificateNumber', 'text', 18, (row) => row.number],
    ['certificateOn', 'day', 12, (row) => row.date],
    ['name', 'text', 28, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['unit', 'text', 30, (row) => row.unitName],
    ['class', 'text', 34, (row) => row.className],
    ['validUntil', 'day', 12, (row) => row.validUntil],
    ['signer', 'text', 22, (row) => row.signer],
    ['reissued', 'text', 26, (row) => (row.reissuedOn === null ? null : reissued(row.firstNumber, row.reissuedOn))],
  ],
  models: [
    ['model', 'text', 34, (row) => row.facts.name],
    ['unit', 'text', 30, (row) => row.facts.place.name],
    ['workArea', 'text', 24, (row) => MODEL_AREAS[row.facts.area]],
    ['since', 'day', 14, (row) => row.facts.since ?? null],
    ['description', 'text', 50, (row) => row.facts.description],
    ['results', 'text', 40, (row) => row.results.at(-1)?.results ?? row.shared?.results ?? null],
    ['resultsOn', 'day', 14, (row) => row.results.at(-1)?.on ?? null],
    ['takenUp', 'number', 10, (row) => row.takenUp.length],
  ],
  examples: [
    ['example', 'text', 28, (row) => row.facts.name],
    ['work', 'text', 24, (row) => row.facts.post ?? null],
    ['unit', 'text', 30, (row) => row.facts.place.name],
    ['exampleKind', 'text', 22, (row) => EXAMPLE_KINDS[row.facts.kind]],
    ['workArea', 'text', 20, (row) => EXAMPLE_AREAS[row.facts.area]],
    ['story', 'text', 60, (row) => row.facts.story],
    ['consentOn', 'day', 14, (row) => row.facts.consent?.on ?? null],
  ],
  owed: [
    ['name', 'text', 28, (row) => row.name],
    ['unit', 'text', 32, (row) => row.unitName],
    ['ceremonyOn', 'day', 14, (row) => row.ceremonyOn],
    ['attendBy', 'day', 14, (row) => row.by],
    ['class', 'text', 34, (row) => row.seated?.name ?? null],
    ['classEnds', 'day', 14, (row) => row.seated?.to ?? null],
  ],
  coverage: [
    ['unit', 'text', 36, (row) => row.name],
    ['above', 'text', 30, (row) => row.above],
    ['sector', 'text', 20, (row) => label(SECTORS, row.sector)],
    ['area', 'text', 14, (row) => label(AREAS, row.area)],
    ['lastAdmission', 'day', 14, (row) => row.last],
    ['restsOn', 'text', 24, (row) => label(COVERED_BY, row.by)],
    ['idle', 'text', 26, (row) => IDLE_NAMES[row.idle]],
  ],
  targets: [
    ['unit', 'text', 36, (row) => row.name],
    ['plan', 'number', 12, (row) => row.plan.number],
    ['admitted', 'number', 12, (row) => row.admitted.number],
    ['ofPlan', 'share', 14, (row) => percentOf(row.ofPlan)],
    ['memberCount', 'number', 12, (row) => row.members.members],
    ['countedOn', 'day', 12, (row) => row.members.counted],
    ['ofMembers', 'share', 16, (row) => percentOf(row.ofMembers)],
    ['underWay', 'number', 14, (row) => row.sourcePerPlace.numerator],
    ['forecast', 'text', 18, (row) => rangeText(row.forecast.whole)],
    ['verdict', 'text', 24, (row) => label(TARGET_VERDICTS, row.forecast.verdict)],
    ['remarks', 'text', 46, (row) => targetRemarks(row)],
  ],
  exchangeHistory: [
    ['exchangedOn', 'day', 12, (row) => row.day],
    ['direction', 'text', 10, (row) => label(BUNDLE_DIRECTIONS, row.direction)],
    ['otherOffice', 'text', 36, (row) => row.office],
    ['bundleKind', 'text', 24, (row) => label(BUNDLE_KINDS, row.kind)],
    ['entries', 'number', 12, (row) => row.entries],
    ['scans', 'number', 12, (row) => row.scans],
  ],
}

/** Columns of our own words that name bodies. */
const NAMING: ReadonlySet<ListColumnId> = new Set<ListColumnId>(['stage', 'next', 'type'])

/**
 * A list of rows as its columns show them.
 * @param chosen - ids of the columns wanted, by default all that may be shown
 */
export function listModel<Name extends ListName>(
  what: Name,
  rows: ListRows[Name],
  options: {
    readonly office: string
    readonly day: string
    readonly include: ListInclude
    readonly chosen?: readonly string[] | undefined
    /** Words of ours with the names that the rules in force have for bodies. */
    readonly named: (text: string) => string
  },
): ListModel {
  const { office, day, include, chosen, named } = options
  const definitions: readonly Definition<ListRows[Name][number]>[] = DEFINITIONS[what]
  const shown = definitions.filter(
    ([id, , , , onlyWith]) =>
      (onlyWith === undefined || include[onlyWith] === true) && (chosen === undefined || chosen.includes(id)),
  )
  return {
    title: LIST_NAMES[what],
    office,
    day,
    columns: [
      PLACE_COLUMN,
      ...shown.map(([id, type, width]): ListColumn => ({ id, title: LIST_COLUMNS[id], type, width })),
    ],
    rows: rows.map((row, place) => [
      place + 1,
      ...shown.map(([id, , , value]) => {
        const cell = value(row)
        return NAMING.has(id) && typeof cell === 'string' ? named(cell) : cell
      }),
    ]),
  }
}

/** The column that counts the rows. */
export const PLACE_COLUMN: ListColumn = { id: 'place', title: LIST_COLUMNS.place, type: 'number', width: 7 }

/** The first number of a certificate that was issued again, and when. */
function reissued(first: string, on: string): string {
  return `Cấp lại ngày ${showDate(on)}, số cũ ${first}`
}

/** What is to be said of a target: why it may be missed, and what its figures lack. */
function targetRemarks({ notes, forecast: { reasons } }: PlaceTarget): string {
  const why =
    reasons.length === 0 ? [] : [`Có thể không đạt vì ${reasons.map((one) => SHORT_REASONS[one]).join('; ')}.`]
  return [...why, ...notes.map((note) => noteSentence(note))].join(' ')
}

/** A time limit by its name; one whose day is only reckoned says so. */
function limitText({ id, provisional }: Pick<RunningLimit, 'id' | 'provisional'>): string {
  return provisional ? `${labelOf(LIMITS, id)} (${lower(PROVISIONAL)})` : labelOf(LIMITS, id)
}

function label(labels: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : labelOf(labels, code)
}
