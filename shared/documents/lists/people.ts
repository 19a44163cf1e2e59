/**
 * Lists of people and of the house: candidates, the board, what there is to do, members, units, monthly reviews, users, who
 * is to be handed over, who can make a batch.
 */
import type { CaseRow, MemberRow, MovingCase, UnitRow } from '../../contract/answers.ts'
import type { PersonToHandOver } from '../../contract/hand-over.ts'
import type { BatchRow } from '../../contract/lists.ts'
import type { RunningLimit } from '../../contract/running-limit.ts'
import type { ListReview } from '../../model/acts-before.ts'
import type { UserState } from '../../model/office-state.ts'
import type { Relative } from '../../model/resume.ts'
import {
  AREAS,
  EDUCATIONS,
  labelOf,
  OCCUPATIONS,
  QUALIFICATIONS,
  ROLES,
  SECTORS,
  SEXES,
  SOURCES,
  STAGES,
  UNIT_TYPES,
} from '../../words/labels.ts'
import { obstacleSentence, PLAN_STEPS, VERDICTS } from '../../words/labels-calendar.ts'
import { KINSHIPS } from '../../words/labels-before.ts'
import { LIMITS, NEXT_STEPS, PROVISIONAL } from '../../words/labels-rules.ts'
import { USER_STANDINGS } from '../../words/list-columns.ts'
import { lower, showDocument } from '../../words/show.ts'
import { joined, label, type DefinitionsOf } from './definition.ts'

/** A person with what a list of persons may show besides the row on screen. */
export type CandidateListRow = CaseRow & {
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly education: string | null
  readonly qualification: string | null
  readonly occupation: string | null
  readonly identityNumber: string | null
  readonly decisionNumber: string | null
  /** Of the CV; read only where relatives were chosen. */
  readonly relatives: readonly Pick<Relative, 'relation' | 'name' | 'birthYear'>[]
}

/** The rows of these lists. */
export type PeopleRows = {
  readonly candidates: readonly CandidateListRow[]
  /** By stage, those who have waited longest first. */
  readonly board: readonly CaseRow[]
  readonly members: readonly (MemberRow & { readonly unitName: string | null })[]
  readonly units: readonly UnitRow[]
  readonly home: readonly MovingCase[]
  /** The reviews of every unit, the newest month first. */
  readonly reviews: readonly { readonly unit: string; readonly review: ListReview }[]
  readonly users: readonly UserState[]
  readonly handOver: readonly (PersonToHandOver & {
    readonly officeName: string
    readonly toName: string | null
  })[]
  readonly batch: readonly BatchRow[]
}

/** Their columns. */
export const PEOPLE: DefinitionsOf<PeopleRows> = {
  candidates: [
    ['name', 'text', 24, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['sex', 'text', 6, (row) => label(SEXES, row.sex)],
    ['identityNumber', 'text', 16, (row) => row.identityNumber, 'identityNumbers'],
    ['ethnicity', 'text', 8, (row) => row.ethnicity],
    ['religion', 'text', 12, (row) => row.religion, 'religion'],
    ['relatives', 'text', 40, (row) => joined(row.relatives.map(relativeText)), 'relatives'],
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
  board: [
    ['stage', 'text', 26, (row) => label(STAGES, row.stage)],
    ['stageOn', 'day', 12, (row) => row.stageOn],
    ['name', 'text', 26, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['unit', 'text', 28, (row) => row.unitName],
    ['sector', 'text', 18, (row) => label(SECTORS, row.sector)],
    ['helper', 'text', 22, (row) => row.helper],
    ['deadline', 'text', 26, ({ dueLimit: id, dueProvisional: provisional }) => id && limitText({ id, provisional })],
    ['due', 'day', 12, (row) => row.due],
    ['blocks', 'number', 12, (row) => row.blocks],
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
  users: [
    ['name', 'text', 28, ({ user }) => user.name],
    ['post', 'text', 28, ({ user }) => user.post],
    ['login', 'text', 18, ({ user }) => user.login],
    ['roles', 'text', 44, ({ user }) => joined(user.roles.map((role) => ROLES[role]))],
    ['standing', 'text', 18, ({ disabled }) => USER_STANDINGS[disabled ? 'disabled' : 'active']],
  ],
  handOver: [
    ['handedTo', 'text', 30, (row) => row.officeName],
    ['name', 'text', 28, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['stage', 'text', 26, (row) => label(STAGES, row.stage)],
    ['unit', 'text', 28, (row) => row.unitName],
    ['toUnit', 'text', 28, (row) => row.toName],
  ],
  batch: [
    ['name', 'text', 26, (row) => row.name],
    ['unit', 'text', 28, (row) => row.unitName],
    ['stage', 'text', 20, (row) => label(STAGES, row.stage)],
    ['next', 'text', 24, (row) => label(PLAN_STEPS, row.step)],
    ['inTime', 'text', 24, (row) => label(VERDICTS, row.verdict)],
    ['obstacles', 'text', 50, (row) => joined(row.obstacles.map(obstacleSentence))],
  ],
}

/** 'Cha đẻ Nguyễn Văn Nam, sinh năm 1960'. */
function relativeText({ relation, name, birthYear }: CandidateListRow['relatives'][number]): string {
  return `${KINSHIPS[relation]} ${name}${birthYear === undefined ? '' : `, sinh năm ${birthYear}`}`
}

/** A time limit by its name; one whose day is only reckoned says so. */
export function limitText({ id, provisional }: Pick<RunningLimit, 'id' | 'provisional'>): string {
  return provisional ? `${labelOf(LIMITS, id)} (${lower(PROVISIONAL)})` : labelOf(LIMITS, id)
}
