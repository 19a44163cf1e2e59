/**
 * The way to admission beside papers and votes: notes of the helper, classes, opinions, a short vote reported. Facts are
 * recorded as they were; what the rules say of them is a finding.
 */
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { matterOf } from '../model/acts.ts'
import { ClassResult, HelperNote, Nomination, Opinion, ShortVoteReport } from '../model/acts-before.ts'
import type { CaseState } from '../model/case-state.ts'
import { actsOf, openNomination } from '../model/stage.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { measureBranchVote, measureCommitteeVote } from '../rules/votes.ts'
import { CLERKS } from './clerks.ts'
import { command, found, type CommandContext, type Draft } from './command.ts'
import { ownLiveCase } from './kept.ts'
import { cannotBe, impossible, paperMark } from './marks.ts'

/** Records what the helper reports of the person; without a name it is the helper assigned last. */
export const noteByHelper = command({
  name: 'helper.note',
  input: HelperNote.partial({ helper: true }).extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownLiveCase(input.case, read, context)
    if (!held.ok) return held
    const member = input.member === undefined ? ok(null) : found(read.member(input.member), 'member', input.member)
    return member.ok ? ok({ ...held.value, member: member.value }) : member
  },
  decide: (held, { case: id, ...note }, context) => {
    const assigned = held.case.helpers.at(-1)
    const helper = held.member?.member.name ?? note.helper ?? assigned?.name
    if (helper === undefined)
      return fail(refusal('INVALID_INPUT', { problems: [{ path: 'helper', problem: 'required' }] }))
    const wrong = impossibleDays({ date: note.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const member = note.member ?? (note.helper === undefined ? assigned?.member : undefined)
    const payload = { ...note, helper, ...(member === undefined ? {} : { member }), ...paperMark(held.unit) }
    const draft: Draft = { kind: 'helper.noted', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Puts a person forward for a class. */
export const nominateForClass = command({
  name: 'class.nominate',
  input: Nomination.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...nomination }, context) => {
    const open = openNomination(held.case)
    if (open?.class === nomination.class)
      return fail(refusal('ALREADY_RECORDED', { what: 'class.nominated', date: open.date }))
    const wrong = impossibleDays({ date: nomination.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const payload = { ...nomination, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'class.nominated', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records how a class ended for a person; the certificate is recorded as the paper it is. */
export const recordClassResult = command({
  name: 'class.recordResult',
  input: ClassResult.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...result }, context) => {
    const { from, to } = result
    const wrong = impossibleDays({ from, to }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    if (from !== undefined && to < from) return fail(cannotBe('endsBeforeStart', { from, to }))
    const payload = { ...result, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'class.resultRecorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records the opinion of an organisation or of the cell of the place of residence. */
export const recordOpinion = command({
  name: 'opinion.record',
  input: Opinion.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...opinion }, context) => {
    const wrong = impossibleDays({ date: opinion.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const payload = { ...opinion, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'opinion.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/**
 * Reports a vote that fell short to the deciding office (01-HD/TW 2021, 5.1). The counts go up by value: the vote itself
 * stays private until a dossier is sent.
 */
export const reportShortVote = command({
  name: 'vote.reportShort',
  input: ShortVoteReport.omit({ meeting: true, agree: true, of: true }).extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...report }, context) => {
    const short = shortVoteOf(held.case, report, context)
    if (short === null) return fail(refusal('VOTE_NOT_SHORT', { name: held.case.profile.name, body: report.body }))
    const before = held.case.shortVotes.find(
      (one) => one.body === report.body && matterOf(one) === matterOf(report) && one.meeting === short.meeting,
    )
    if (before) return fail(refusal('ALREADY_RECORDED', { what: 'shortVote.reported', date: before.date }))
    const wrong = impossibleDays({ date: report.date, 'letter.date': report.letter?.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (report.date < short.meeting)
      return fail(cannotBe('reportedBeforeMeeting', { date: report.date, meeting: short.meeting }))
    const payload = { ...report, ...short, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'shortVote.reported', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** The newest vote of a body, if it fell short by the rules of its day. */
function shortVoteOf(
  state: CaseState,
  { body, matter }: Pick<ShortVoteReport, 'body' | 'matter'>,
  { rulesOn }: Pick<CommandContext, 'rulesOn'>,
): Pick<ShortVoteReport, 'meeting' | 'agree' | 'of'> | null {
  const { branchVotes, committeeVotes } = actsOf(state, matter ?? 'admission')
  const measured =
    body === 'branch'
      ? branchVotes.map((vote) => ({ ...measureBranchVote(vote, rulesOn(vote.date)), meeting: vote.date }))
      : committeeVotes.map((vote) => ({ ...measureCommitteeVote(vote, rulesOn(vote.date)), meeting: vote.date }))
  const newest = measured.reduce<(typeof measured)[number] | null>(
    (best, vote) => (best === null || vote.meeting >= best.meeting ? vote : best),
    null,
  )
  return newest === null || newest.passed ? null : { meeting: newest.meeting, agree: newest.agree, of: newest.of }
}
