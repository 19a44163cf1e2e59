/**
 * What the page 'Thêm người' holds: the person and the branch, and for a case taken over half-way the dates and papers
 * known. One draft serves both ways of beginning.
 */
import { inputOf } from '../../parts/values.ts'
import { PROFILE, profileOf } from '../../parts/profile-values.ts'
import { BRANCH_VOTE, branchVoteInput, COMMITTEE_VOTE, committeeVoteInput } from '../../parts/vote-values.ts'
import type { RulePaper } from '../../../shared/rules/rule-set.ts'

/** A paper known of a case that is taken over. */
export type KnownPaper = { readonly has: boolean; readonly number: string; readonly date: string }

/** Everything the page holds. */
export const REGISTER = {
  mode: 'new',
  profile: PROFILE,
  unit: '',
  on: '',
  previously: '',
  helperName: '',
  helperMember: '',
  helperFrom: '',
  papers: {} as Readonly<Record<string, KnownPaper>>,
  hasBranchVote: false,
  branchVote: BRANCH_VOTE,
  hasCommitteeVote: false,
  committeeVote: COMMITTEE_VOTE,
  submittedOn: '',
  outcome: '',
  decisionNumber: '',
  decisionDate: '',
  decisionBody: '',
  decisionReceivedOn: '',
  ceremonyDate: '',
}
export type RegisterValues = typeof REGISTER

/** The input of `candidate.register`. */
export function registerInput(values: RegisterValues): unknown {
  return {
    profile: profileOf(values.profile),
    ...inputOf({ unit: values.unit, on: values.on, previously: values.previously }),
  }
}

/** The input of `case.takeOver`. */
export function takeOverInput(values: RegisterValues, papers: readonly RulePaper[]): unknown {
  const helper = inputOf({ name: values.helperName, member: values.helperMember, from: values.helperFrom })
  const known = papers.flatMap(({ code, keptOutsideByDefault }) => {
    const paper = values.papers[code]
    if (paper === undefined || !(paper.has || paper.date !== '' || paper.number !== '')) return []
    const kept = keptOutsideByDefault ? 'outside' : 'here'
    return [{ paper: code, ...inputOf({ number: paper.number, date: paper.date }), kept, scans: [] }]
  })
  const decision = inputOf({
    outcome: values.outcome,
    number: values.decisionNumber,
    date: values.decisionDate,
    body: values.decisionBody,
  })
  const acts = {
    ...(Object.keys(helper).length === 0 ? {} : { helpers: [helper] }),
    ...(known.length === 0 ? {} : { papers: known }),
    ...(values.hasBranchVote ? { branchVote: branchVoteInput(values.branchVote) } : {}),
    ...(values.hasCommitteeVote ? { committeeVote: committeeVoteInput(values.committeeVote) } : {}),
    ...(values.outcome === '' ? {} : { decision }),
    ...(values.ceremonyDate === '' ? {} : { ceremony: { date: values.ceremonyDate } }),
    ...inputOf({
      submittedOn: values.submittedOn,
      decisionReceivedOn: values.decisionReceivedOn,
      previously: values.previously,
    }),
  }
  return { profile: profileOf(values.profile), unit: values.unit, acts }
}
