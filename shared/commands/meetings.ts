/**
 * Meetings of the deciding body: called with an agenda and the dossiers put to it, held, called off; its votes, one a
 * case; and the decisions that follow, with their numbers from the register, recorded in one go. All or nothing; what one
 * case refuses names the person.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { Decision, Matter, matterOf } from '../model/acts.ts'
import type { MeetingState } from '../model/meeting.ts'
import { Meeting, MeetingHeld, MOST_CASES, type MeetingCase } from '../model/meeting-acts.ts'
import { MeetingVote } from '../model/review-acts.ts'
import { foldReviewWork, type VoteState } from '../model/review-work.ts'
import { actsOf } from '../model/stage.ts'
import { impossibleBodyVote, impossibleDays } from '../rules/impossible.ts'
import { ballotsOf } from '../rules/votes.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { DECISION_INPUT, OUTCOMES, recordDecision } from './decisions.ts'
import { notYet } from './dossiers.ts'
import { caseInHand, type CaseInHand } from './kept.ts'
import { impossible } from './marks.ts'

/** Who prepares a meeting; who records what it decided. */
const PREPARERS = ['reviewer', 'decider', 'secretary', 'clerk', 'administrator'] as const

/** Calls a meeting. */
export const callMeeting = command({
  name: 'meeting.call',
  input: Meeting,
  roles: PREPARERS,
  capacity: 'decides',
  load: (input, read, context) => putTo(input.cases, null, read, context),
  decide: (_held, meeting, context) => {
    const id = context.newId(1)
    const draft: Draft = { kind: 'meeting.called', subject: { type: 'meeting', id }, payload: meeting }
    return ok({ drafts: [draft], value: { meeting: id } })
  },
})

/** Changes what a meeting was called with. A case that was voted on stays on it. */
export const changeMeeting = command({
  name: 'meeting.change',
  input: Meeting.extend({ meeting: Uuid }),
  roles: PREPARERS,
  capacity: 'decides',
  load: (input, read, context) => {
    const open = openMeeting(input.meeting, read)
    if (!open.ok) return open
    const known = open.value.meeting.cases
    const added = input.cases.filter((one) => !isAmong(one, known))
    const twice = sameTwice(input.cases)
    if (twice) return fail(twice)
    const held = putTo(added, input.meeting, read, context)
    if (!held.ok) return held
    const votes = votesOf(open.value, read)
    const gone = votes.find(({ case: id, vote }) => !isAmong({ case: id, matter: vote.matter }, input.cases))
    if (gone) return fail(refusal('MEETING_VOTED', { name: gone.name }))
    return ok({ votes: votes.map(({ vote }) => vote) })
  },
  decide: ({ votes }, { meeting: id, ...meeting }) => {
    const wrong = votes.map((vote) => impossibleBodyVote(vote, meeting.members)).find((each) => each !== null)
    if (wrong) return fail(impossible(wrong))
    const draft: Draft = { kind: 'meeting.changed', subject: { type: 'meeting', id }, payload: meeting }
    return ok({ drafts: [draft], value: { meeting: id } })
  },
})

/** Records that a meeting was held, for its minutes. */
export const holdMeeting = command({
  name: 'meeting.hold',
  input: MeetingHeld.extend({ meeting: Uuid }),
  roles: PREPARERS,
  capacity: 'decides',
  load: (input, read) => openMeeting(input.meeting, read),
  decide: ({ meeting }, { meeting: id, ...held }, context) => {
    const wrong = impossibleDays({ date: held.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const { present } = held
    const over = impossibleBodyVote({ present, agree: 0, disagree: 0, blank: 0 }, meeting.members)
    if (over) return fail(impossible(over))
    const draft: Draft = { kind: 'meeting.held', subject: { type: 'meeting', id }, payload: held }
    return ok({ drafts: [draft], value: { meeting: id } })
  },
})

/** Calls a meeting off; its dossiers can be put to another. */
export const cancelMeeting = command({
  name: 'meeting.cancel',
  input: z.strictObject({ meeting: Uuid, reason: text(1000) }),
  roles: PREPARERS,
  capacity: 'decides',
  load: (input, read) => {
    const open = openMeeting(input.meeting, read)
    if (!open.ok) return open
    const [voted] = votesOf(open.value, read)
    return voted === undefined ? open : fail(refusal('MEETING_VOTED', { name: voted.name }))
  },
  decide: (_state, { meeting: id, reason }) => {
    const draft: Draft = { kind: 'meeting.cancelled', subject: { type: 'meeting', id }, payload: { reason } }
    return ok({ drafts: [draft], value: { meeting: id } })
  },
})

/**
 * Records the votes of a meeting: one case, or all of them at once. A later vote on a case takes the earlier one's place.
 * Who voted has met: where nobody recorded that the meeting was held, it is recorded with the votes.
 */
export const voteInMeeting = command({
  name: 'meeting.vote',
  input: z.strictObject({
    meeting: Uuid,
    votes: z
      .array(MeetingVote.omit({ meeting: true }).extend({ case: Uuid }))
      .min(1)
      .max(MOST_CASES),
  }),
  roles: recordDecision.roles,
  capacity: 'decides',
  load: (input, read, context) => {
    const open = openMeeting(input.meeting, read)
    if (!open.ok) return open
    const { meeting } = open.value
    const wrong = impossibleDays({ 'meeting.date': open.value.held?.date ?? meeting.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    for (const [row, { case: id, ...vote }] of input.votes.entries()) {
      const held = onMeeting(id, matterOf(vote), open.value, read, context)
      const reason = held.ok ? wrongVote(vote, held.value, meeting.members) : held.error
      if (reason) return fail(refusal('ROW_REFUSED', { row: row + 1, name: read.case(id)?.profile.name ?? '', reason }))
    }
    return open
  },
  decide: ({ meeting: { date }, held }, { meeting, votes }) => {
    const drafts = votes.map(({ case: id, ...vote }): Draft => {
      const { matter, ...rest } = vote
      const payload = { ...rest, ...(matterOf(vote) === 'admission' ? {} : { matter }), meeting }
      return { kind: 'meeting.voted', subject: { type: 'case', id }, payload }
    })
    const present = Math.max(...votes.map((vote) => vote.present))
    const subject = { type: 'meeting', id: meeting } as const
    const met: readonly Draft[] = held === null ? [{ kind: 'meeting.held', subject, payload: { date, present } }] : []
    return ok({ drafts: [...met, ...drafts], value: { meeting, votes: drafts.length } })
  },
})

/** Records the decisions that follow from the votes, each with its number and day as they stand on the paper. */
export const decideInMeeting = command({
  name: 'meeting.decide',
  input: z.strictObject({
    meeting: Uuid,
    signer: Decision.shape.signer,
    decisions: z
      .array(
        DECISION_INPUT.pick({
          case: true,
          number: true,
          date: true,
          reason: true,
          officialFrom: true,
          numberAgain: true,
        }).extend({ matter: Matter.optional() }),
      )
      .min(1)
      .max(MOST_CASES),
  }),
  roles: recordDecision.roles,
  capacity: 'decides',
  load: ({ meeting: id, signer, decisions }, read, context): Result<readonly Draft[], Refusal> => {
    const open = openMeeting(id, read)
    if (!open.ok) return open
    const votes = votesOf(open.value, read)
    const drafts: Draft[] = []
    const numbers = new Map<string, string>()
    for (const [row, { case: about, ...decision }] of decisions.entries()) {
      const name = read.case(about)?.profile.name ?? ''
      const refused = (reason: Refusal) => fail(refusal('ROW_REFUSED', { row: row + 1, name, reason }))
      const held = onMeeting(about, matterOf(decision), open.value, read, context)
      if (!held.ok) return refused(held.error)
      const before = numbers.get(decision.number)
      if (before !== undefined && decision.numberAgain !== true)
        return refused(refusal('NUMBER_TAKEN', { number: decision.number, name: before }))
      numbers.set(decision.number, name)
      const vote = votes.find((one) => one.case === about && one.vote.matter === matterOf(decision))?.vote
      if (vote === undefined || vote.outcome === 'postponed')
        return refused(refusal('NOT_VOTED', { name, why: vote === undefined ? 'none' : 'postponed' }))
      const { body, members } = open.value.meeting
      const outcome = vote.outcome === 'agreed' ? OUTCOMES[matterOf(decision)] : 'refuse'
      const reason = decision.reason ?? (outcome === 'refuse' ? vote.remarks : undefined)
      const input = {
        ...decision,
        case: about,
        outcome,
        body,
        members,
        agree: vote.agree,
        ...(signer === undefined ? {} : { signer }),
        ...(reason === undefined ? {} : { reason }),
      }
      const decided = recordDecision.run(input, read, context)
      if (!decided.ok) return refused(decided.error)
      drafts.push(...decided.value.drafts)
    }
    return ok(drafts)
  },
  decide: (drafts, { meeting }) => ok({ drafts, value: { meeting, decisions: drafts.length } }),
})

/** A meeting that was not called off. */
function openMeeting(id: string, read: Reader): Result<MeetingState, Refusal> {
  const state = found(read.meeting(id), 'meeting', id)
  if (!state.ok) return state
  return state.value.cancelled === null ? state : fail(refusal('MEETING_CANCELLED', { date: state.value.meeting.date }))
}

/** The cases put to a meeting: ours to decide, not decided yet, and on no other meeting that is still open. */
function putTo(
  cases: readonly MeetingCase[],
  meeting: string | null,
  read: Reader,
  context: CommandContext,
): Result<null, Refusal> {
  const twice = sameTwice(cases)
  if (twice) return fail(twice)
  for (const { case: id, matter } of cases) {
    const held = toDecide(id, matter, read, context)
    if (!held.ok) return held
    const other = read.openMeetingOf(id, matter)
    if (other !== null && other.meeting !== meeting)
      return fail(refusal('IN_OTHER_MEETING', { name: held.value.case.profile.name, date: other.date }))
  }
  return ok(null)
}

function toDecide(id: string, matter: Matter, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const held = caseInHand(id, read, context)
  if (!held.ok) return held
  const { case: state, decidesHere, unit } = held.value
  if (!decidesHere) return fail(refusal('NOT_DECIDER', { unit: unit.unit.name }))
  const early = notYet(state, matter)
  if (early) return fail(early)
  const decided = decidedAlready(held.value, matter)
  return decided ? fail(decided) : held
}

function onMeeting(
  id: string,
  matter: Matter,
  { meeting }: MeetingState,
  read: Reader,
  context: CommandContext,
): Result<CaseInHand, Refusal> {
  const held = toDecide(id, matter, read, context)
  if (!held.ok) return held
  if (!isAmong({ case: id, matter }, meeting.cases))
    return fail(refusal('NOT_IN_MEETING', { name: held.value.case.profile.name, date: meeting.date }))
  return held
}

/** A decision on what is open now. One on a dossier that was sent anew since, after a refusal, closes nothing. */
function decidedAlready({ case: state }: CaseInHand, matter: Matter): Refusal | null {
  const { decision, submissions, branchVotes } = actsOf(state, matter)
  if (decision === null) return null
  const sent = submissions.at(-1)
  const isLater = sent !== undefined && decision.submission !== undefined && decision.submission !== sent.entry
  const isAnew = decision.outcome === 'refuse' && (branchVotes.at(-1)?.date ?? '') > decision.date
  if (isLater || isAnew) return null
  const { number, date } = decision
  return refusal('ALREADY_DECIDED', { name: state.profile.name, number, date })
}

function wrongVote(
  vote: Pick<MeetingVote, 'present' | 'agree' | 'disagree' | 'blank' | 'outcome'>,
  held: CaseInHand,
  members: number,
): Refusal | null {
  const wrong = impossibleBodyVote(vote, members)
  if (wrong) return impossible(wrong)
  if (vote.outcome !== 'postponed' && ballotsOf(vote) === 0)
    return refusal('NO_VOTES', { name: held.case.profile.name })
  return null
}

/** The votes of a meeting, with the people they are about. */
function votesOf(
  { id, meeting }: MeetingState,
  read: Reader,
): readonly { readonly case: string; readonly name: string; readonly vote: VoteState }[] {
  return [...new Set(meeting.cases.map((one) => one.case))].flatMap((about) =>
    foldReviewWork(read.history(about))
      .votes.filter((vote) => vote.meeting === id)
      .map((vote) => ({ case: about, name: read.case(about)?.profile.name ?? '', vote })),
  )
}

function sameTwice(cases: readonly MeetingCase[]): Refusal | null {
  const isTwice = new Set(cases.map(({ case: id, matter }) => `${id} ${matter}`)).size < cases.length
  return isTwice ? refusal('INVALID_INPUT', { problems: [{ path: 'cases', problem: 'twice' }] }) : null
}

function isAmong(one: MeetingCase, cases: readonly MeetingCase[]): boolean {
  return cases.some((each) => each.case === one.case && each.matter === one.matter)
}
