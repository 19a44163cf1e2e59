/**
 * What the page 'Thêm người' holds: the person and the branch, and for a case taken over half-way the dates and papers
 * known, at whatever stage it stands. One draft serves both ways of beginning.
 */
import { sharesInput } from '../../parts/SharedNumber.tsx'
import { inputOf } from '../../parts/values.ts'
import { PROFILE, profileOf } from '../../parts/profile-values.ts'
import { BRANCH_VOTE, branchVoteInput, COMMITTEE_VOTE, committeeVoteInput } from '../../parts/vote-values.ts'
import type { RulePaper } from '../../../shared/rules/rule-set.ts'

/** A paper known of a case that is taken over. */
export type KnownPaper = { readonly has: boolean; readonly number: string; readonly date: string }

/** What is known of a matter: votes, what was sent and answered, the decision. */
export const KNOWN_MATTER = {
  hasBranchVote: false,
  branchVote: BRANCH_VOTE,
  hasCommitteeVote: false,
  committeeVote: COMMITTEE_VOTE,
  submittedOn: '',
  receivedOn: '',
  outcome: '',
  number: '',
  date: '',
  body: '',
  officialFrom: '',
  ground: '',
  decisionReceivedOn: '',
}
export type KnownMatter = typeof KNOWN_MATTER

/** Everything the page holds. */
export const REGISTER = {
  mode: 'new',
  profile: PROFILE,
  unit: '',
  on: '',
  previously: '',
  /** The identity number that was compared with that of somebody else. */
  compared: '',
  helperName: '',
  helperMember: '',
  helperFrom: '',
  papers: {} as Readonly<Record<string, KnownPaper>>,
  admission: KNOWN_MATTER,
  ceremonyDate: '',
  probationHelper: '',
  recognition: KNOWN_MATTER,
  cardNumber: '',
  cardDate: '',
  moveDirection: '',
  moveOtherOffice: '',
  moveNumber: '',
  moveDate: '',
  movePresentedOn: '',
  moveCompletedOn: '',
  hasRemoval: false,
  removal: KNOWN_MATTER,
  hasCancellation: false,
  cancellation: KNOWN_MATTER,
  departureReason: '',
  departureOn: '',
  departureDate: '',
}
export type RegisterValues = typeof REGISTER

/** The input of `candidate.register`. */
export function registerInput(values: RegisterValues): unknown {
  return {
    profile: profileOf(values.profile),
    ...inputOf({ unit: values.unit, on: values.on, previously: values.previously }),
    ...sharesInput(values.profile.identityNumber, values.compared),
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
  const acts = {
    ...(Object.keys(helper).length === 0 ? {} : { helpers: [helper] }),
    ...(known.length === 0 ? {} : { papers: known }),
    ...matterInput(values.admission),
    ...(values.previously === '' ? {} : { previously: values.previously }),
    ...(values.ceremonyDate === '' ? {} : afterCeremony(values)),
    ...(values.hasCancellation ? { cancellation: matterInput(values.cancellation) } : {}),
    ...moves(values),
  }
  const shares = sharesInput(values.profile.identityNumber, values.compared)
  return { profile: profileOf(values.profile), unit: values.unit, acts, ...shares }
}

/** What can only have happened since the ceremony; hidden fields of a day that was cleared say nothing. */
function afterCeremony(values: RegisterValues): Readonly<Record<string, unknown>> {
  const recognition = matterInput(values.recognition)
  const card = inputOf({ number: values.cardNumber, date: values.cardDate })
  const departure = inputOf({
    reason: values.departureReason,
    on: values.departureOn,
    date: values.departureDate,
  })
  return {
    ceremony: inputOf({ date: values.ceremonyDate, 'helper.name': values.probationHelper }),
    ...(Object.keys(recognition).length === 0 ? {} : { recognition }),
    ...(values.hasRemoval ? { removal: matterInput(values.removal) } : {}),
    ...(Object.keys(card).length === 0 ? {} : { card }),
    ...(values.departureReason === '' ? {} : { departure }),
  }
}

/** A move of a candidate before the ceremony, of a probationary member after it. */
function moves(values: RegisterValues): Readonly<Record<string, unknown>> {
  if (values.moveDirection === '') return {}
  const move = inputOf({
    otherOffice: values.moveOtherOffice,
    'paper.number': values.moveNumber,
    date: values.moveDate,
    presentedOn: values.movePresentedOn,
    completedOn: values.moveCompletedOn,
  })
  const who = values.ceremonyDate === '' ? 'candidate' : 'probationary'
  return { transfers: [{ direction: values.moveDirection, who, ...move }] }
}

/** One matter as the port takes it; empty where nothing is known of it. */
function matterInput(matter: KnownMatter): Readonly<Record<string, unknown>> {
  const decision = inputOf({
    outcome: matter.outcome,
    number: matter.number,
    date: matter.date,
    body: matter.body,
    officialFrom: matter.outcome === 'recognise' ? matter.officialFrom : '',
    ground: matter.outcome === 'cancel' ? matter.ground : '',
  })
  return {
    ...(matter.hasBranchVote ? { branchVote: branchVoteInput(matter.branchVote) } : {}),
    ...(matter.hasCommitteeVote ? { committeeVote: committeeVoteInput(matter.committeeVote) } : {}),
    ...inputOf({ submittedOn: matter.submittedOn, receivedOn: matter.receivedOn }),
    ...(matter.outcome === '' ? {} : { decision }),
    ...inputOf({ decisionReceivedOn: matter.decisionReceivedOn }),
  }
}
