/**
 * What the forms of a vote hold, and the input they become. Used where a meeting is recorded and where a case is taken
 * over half-way.
 */
import type { BranchVote, CommitteeVote, Matter } from '../../shared/model/acts.ts'
import type { MemberCount } from '../../shared/model/office.ts'
import { measureBranchVote, measureCommitteeVote, type Measured } from '../../shared/rules/votes.ts'
import { rulesOn } from '../rules-in-force.ts'
import { countOf, inputOf } from './values.ts'

/** One absent member, or several, with the reason. */
export type AbsenceValues = { readonly name: string; readonly count: string; readonly reason: string }

/** A branch vote as it is being typed. */
export const BRANCH_VOTE = {
  date: '',
  official: '',
  probationary: '',
  excluded: '0',
  presentOfficial: '',
  presentProbationary: '',
  agree: '',
  disagree: '0',
  blank: '0',
  method: 'ballot',
  chair: '',
  secretary: '',
  'resolution.number': '',
  'resolution.date': '',
  remarks: '',
  absences: [] as readonly AbsenceValues[],
}
export type BranchVoteValues = typeof BRANCH_VOTE

/** A committee vote as it is being typed. */
export const COMMITTEE_VOTE = {
  date: '',
  members: '',
  present: '',
  agree: '',
  disagree: '0',
  blank: '0',
  'resolution.number': '',
  'resolution.date': '',
  remarks: '',
}
export type CommitteeVoteValues = typeof COMMITTEE_VOTE

const BRANCH_COUNTS = [
  'official',
  'probationary',
  'excluded',
  'presentOfficial',
  'presentProbationary',
  'agree',
  'disagree',
  'blank',
]
const COMMITTEE_COUNTS = ['members', 'present', 'agree', 'disagree', 'blank']

/** A branch vote prefilled from the unit's newest member count. */
export function branchVoteFrom(count: MemberCount | null): BranchVoteValues {
  if (count === null) return BRANCH_VOTE
  return {
    ...BRANCH_VOTE,
    official: String(count.official),
    probationary: String(count.probationary),
    excluded: String(count.excluded),
  }
}

/** The vote of a form as the port takes it. */
export function branchVoteInput(values: BranchVoteValues): Readonly<Record<string, unknown>> {
  const absences = values.absences
    .filter(({ name, count, reason }) => name !== '' || count !== '' || reason !== '')
    .map((absence) => inputOf(absence, ['count']))
  return { ...inputOf({ ...values, absences: null }, BRANCH_COUNTS), absences }
}

/** The vote of a form as the port takes it. */
export function committeeVoteInput(values: CommitteeVoteValues): Readonly<Record<string, unknown>> {
  return inputOf(values, COMMITTEE_COUNTS)
}

/** How a branch vote stands by the rules of its day, or null while its numbers are not all there. */
export function measuredBranchVote(values: BranchVoteValues, today: string, matter: Matter): Measured | null {
  const [official, excluded, presentOfficial] = [values.official, values.excluded, values.presentOfficial].map(countOf)
  if (official === undefined || excluded === undefined) return null
  const vote: Pick<BranchVote, 'official' | 'excluded' | 'presentOfficial' | 'agree' | 'matter'> = {
    matter,
    official,
    excluded,
    presentOfficial: presentOfficial ?? official,
    agree: countOf(values.agree) ?? 0,
  }
  return measureBranchVote(vote, rulesOn(values.date === '' ? today : values.date))
}

/** How a committee vote stands by the rules of its day, or null while its numbers are not all there. */
export function measuredCommitteeVote(values: CommitteeVoteValues, today: string, matter: Matter): Measured | null {
  const members = countOf(values.members)
  if (members === undefined) return null
  const vote: Pick<CommitteeVote, 'members' | 'present' | 'agree' | 'matter'> = {
    matter,
    members,
    present: countOf(values.present) ?? members,
    agree: countOf(values.agree) ?? 0,
  }
  return measureCommitteeVote(vote, rulesOn(values.date === '' ? today : values.date))
}

/** Members who are absent by the numbers, and how many the list explains. */
export function absencesOf(values: BranchVoteValues): { readonly absent: number; readonly listed: number } {
  const [official = 0, probationary = 0] = [countOf(values.official), countOf(values.probationary)]
  const presentOfficial = countOf(values.presentOfficial) ?? official
  const presentProbationary = countOf(values.presentProbationary) ?? probationary
  const listed = values.absences
    .filter(({ name, count, reason }) => name !== '' || count !== '' || reason !== '')
    .reduce((sum, { count }) => sum + (countOf(count) ?? 1), 0)
  return { absent: Math.max(0, official - presentOfficial + probationary - presentProbationary), listed }
}
