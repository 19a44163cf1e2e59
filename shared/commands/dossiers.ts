/**
 * The dossier on its way: papers, votes, submission with its snapshot, receipt, return. A blocking finding stops the
 * next paper (here: the submission); it never stops a person from recording what has happened.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { BranchVote, CommitteeVote, Matter, matterOf, Paper, Return, Submission } from '../model/acts.ts'
import type { SubmissionState } from '../model/case/gathered.ts'
import type { CaseState } from '../model/case-state.ts'
import { MOST_PAPERS } from '../model/snapshot.ts'
import { actsOf } from '../model/stage.ts'
import { impossibleBranchVote, impossibleCommitteeVote, impossibleDays } from '../rules/impossible.ts'
import type { Step } from '../rules/rule-codes.ts'
import { CLASS_CERTIFICATE } from '../rules/paper-codes.ts'
import { CLERKS } from './clerks.ts'
import { command, type CommandContext, type Draft } from './command.ts'
import { blocked } from './blocks.ts'
import { caseInHand, mayName, ownLiveCase, type CaseInHand } from './kept.ts'
import { cannotBe, impossible, paperMark } from './marks.ts'
import { snapshotOf } from './snapshot.ts'

const DECIDERS = ['reviewer', 'decider', 'administrator'] as const

/** Input of `paper.record`; where it is kept and its scans may be left out. */
export const PaperInput = Paper.omit({ firstDate: true }).extend({
  case: Uuid,
  replaces: Uuid.optional(),
  kept: Paper.shape.kept.optional(),
  scans: Paper.shape.scans.optional(),
})

/**
 * Records a paper of the dossier, with its scans, or as kept outside the program with number, day and keeper only. A
 * certificate number in use by somebody else is told in the answer (`alsoUsedBy`), and recorded all the same.
 */
export const recordPaper = command({
  name: 'paper.record',
  input: PaperInput,
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownLiveCase(input.case, read, context)
    if (!held.ok) return held
    const missing = (input.scans ?? []).find((scan) => !read.scanKnown(scan.sha256))
    if (missing) return fail(refusal('NOT_FOUND', { what: 'scan', id: missing.sha256 }))
    const { number, paper } = input
    const twin = number !== undefined && paper === CLASS_CERTIFICATE ? read.caseByCertificate(number, input.case) : null
    return ok({ ...held.value, inside: read.setting('verificationPapersInside') === true, twin })
  },
  decide: (held, { case: id, kept, scans, ...paper }, context) => {
    const set = context.rulesOn(context.today)
    const known = set.papers.find((candidate) => candidate.code === paper.paper)
    if (known === undefined) return fail(refusal('PAPER_UNKNOWN', { paper: paper.paper }))
    const where =
      kept ?? (known.keptOutsideByDefault && !held.inside && (scans ?? []).length === 0 ? 'outside' : 'here')
    if (where === 'outside' && (scans ?? []).length > 0)
      return fail(refusal('PAPER_KEPT_OUTSIDE', { paper: paper.paper }))
    if (paper.replaces !== undefined && !held.case.papers.some((other) => other.entry === paper.replaces))
      return fail(refusal('NOT_FOUND', { what: 'paper', id: paper.replaces }))
    // One more could never be sent up with the dossier.
    if (paper.replaces === undefined && held.case.papers.length >= MOST_PAPERS)
      return fail(refusal('TOO_MANY_PAPERS', { name: held.case.profile.name, most: MOST_PAPERS }))
    const wrong = impossibleDays({ date: paper.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const firstDate = firstDay(held.case.papers, paper)
    const payload = {
      ...paper,
      ...(firstDate === undefined ? {} : { firstDate }),
      kept: where,
      scans: scans ?? [],
      ...paperMark(held.unit),
    }
    const draft: Draft = { kind: 'paper.recorded', subject: { type: 'case', id }, payload }
    return ok({
      drafts: [draft],
      value: { case: id, paper: context.id, ...(held.twin === null ? {} : { alsoUsedBy: held.twin.name }) },
    })
  },
})

/** The earliest day of the papers that one comes in place of; what a case was handed over with is all of one entry. */
function firstDay(
  papers: CaseState['papers'],
  { replaces, paper }: Pick<z.infer<typeof PaperInput>, 'replaces' | 'paper'>,
): string | undefined {
  if (replaces === undefined) return undefined
  return papers
    .filter((other) => other.entry === replaces && other.paper === paper)
    .flatMap(({ date, firstDate }) => [date ?? [], firstDate ?? []].flat())
    .sort()[0]
}

/** Records a vote of the branch as it was; thresholds are judged by the rules, only impossible counts are refused. */
export const recordBranchVote = command({
  name: 'dossier.recordBranchVote',
  input: BranchVote.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...vote }, context) => {
    const early = notYet(held.case, matterOf(vote))
    if (early) return fail(early)
    const wrong = impossibleBranchVote(vote, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const payload = { ...vote, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'branchVote.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records a vote of the committee (đảng ủy cơ sở). */
export const recordCommitteeVote = command({
  name: 'dossier.recordCommitteeVote',
  input: CommitteeVote.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...vote }, context) => {
    const early = notYet(held.case, matterOf(vote))
    if (early) return fail(early)
    const wrong = impossibleCommitteeVote(vote, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const payload = { ...vote, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'committeeVote.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Sends the dossier up: the case by value, as it stands. A supplement after a return is a new submission. */
export const submitDossier = command({
  name: 'dossier.submit',
  input: Submission.omit({ supplements: true }).extend({
    case: Uuid,
    /** Sends the dossier anew although it was not returned: something came to it after it was sent. */
    supplement: z.boolean().optional(),
  }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownLiveCase(input.case, read, context)
    if (!held.ok) return held
    const last = actsOf(held.value.case, matterOf(input)).submissions.at(-1)
    const names = last !== undefined && last.origin === 'recorded' && mayName(last.entry, held.value, read)
    return ok({ ...held.value, supplements: names ? last.entry : undefined })
  },
  decide: (held, { case: id, supplement, ...submission }, context) => {
    const matter = matterOf(submission)
    const early = notYet(held.case, matter)
    if (early) return fail(early)
    const { submissions, decision } = actsOf(held.case, matter)
    const last = submissions.at(-1)
    const isAnew = decision?.outcome === 'refuse' || (last !== undefined && last.returned !== null)
    const { name } = held.case.profile
    // After a decision no answer is awaited any more, whichever office sent the dossier it answers.
    if (!isAnew && decision !== null)
      return fail(refusal('ALREADY_DECIDED', { name, number: decision.number, date: decision.date }))
    if (!isAnew && last !== undefined && supplement !== true)
      return fail(refusal('ALREADY_SUBMITTED', { name, date: last.date }))
    const wrong = impossibleDays({ date: submission.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const stop = blocked(held, SUBMIT_STEPS[matter], context)
    if (stop) return fail(stop)
    const snapshot = snapshotOf(held, matter, context)
    if (!snapshot.ok) return snapshot
    const payload = {
      ...submission,
      ...(held.supplements === undefined ? {} : { supplements: held.supplements }),
      snapshot: snapshot.value,
      ...paperMark(held.unit),
    }
    const draft: Draft = { kind: 'dossier.submitted', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id, submission: context.id } })
  },
})

/** The step of sending, by what is sent. */
const SUBMIT_STEPS: Readonly<Record<Matter, Step>> = {
  admission: 'submit',
  recognition: 'recognitionSubmit',
  removal: 'removalSubmit',
  cancellation: 'cancellationSubmit',
}

/** The deciding office takes the dossier in; with `onPaper`, its keeper records that it did. */
export const receiveDossier = command({
  name: 'dossier.receive',
  input: z.strictObject({
    case: Uuid,
    matter: Matter.optional(),
    date: Day,
    number: line(60).optional(),
    onPaper: z.boolean().optional(),
  }),
  roles: [...DECIDERS, 'clerk', 'secretary'],
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, date, number, onPaper, ...about }, context) => {
    const open = dossierToAnswer(held, { matter: matterOf(about), date, onPaper }, context)
    if (!open.ok) return open
    if (open.value.received)
      return fail(
        refusal('ALREADY_ANSWERED', { name: held.case.profile.name, what: 'received', date: open.value.received.date }),
      )
    const wrong = impossibleDays({ date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (date < open.value.date) return fail(cannotBe('receivedBeforeSent', { date, sent: open.value.date }))
    const payload = {
      submission: open.value.entry,
      date,
      ...(number === undefined ? {} : { number }),
      ...answerMark(held, onPaper),
    }
    const draft: Draft = { kind: 'dossier.received', subject: { type: 'case', id }, payload }
    return ok({ drafts: [...open.value.sent, draft], value: { case: id } })
  },
})

/** The deciding office returns the dossier with reasons, item by item. */
export const returnDossier = command({
  name: 'dossier.return',
  input: Return.extend({ case: Uuid, matter: Matter.optional(), onPaper: z.boolean().optional() }),
  roles: [...DECIDERS, 'clerk', 'secretary'],
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, matter, onPaper, ...returned }, context) => {
    const open = dossierToAnswer(held, { matter: matterOf({ matter }), date: returned.date, onPaper }, context)
    if (!open.ok) return open
    const { decision } = actsOf(held.case, matterOf({ matter }))
    if (decision && !open.value.supplements)
      return fail(
        refusal('ALREADY_DECIDED', { name: held.case.profile.name, number: decision.number, date: decision.date }),
      )
    const wrong = impossibleDays({ date: returned.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (returned.date < open.value.date)
      return fail(cannotBe('returnedBeforeSent', { date: returned.date, sent: open.value.date }))
    const payload = { ...returned, submission: open.value.entry, ...answerMark(held, onPaper) }
    const draft: Draft = { kind: 'dossier.returned', subject: { type: 'case', id }, payload }
    return ok({ drafts: [...open.value.sent, draft], value: { case: id } })
  },
})

/** The mark of an answer the deciding office gave on paper, recorded by the keeper. */
export function answerMark(held: CaseInHand, onPaper: boolean | undefined): { readonly onPaper?: boolean } {
  return onPaper === true || held.case.onPaper ? { onPaper: true } : {}
}

/** What is not yet there for a later matter: a decision to cancel, a ceremony from which probation runs. */
export function notYet(state: CaseState, matter: Matter): Refusal | null {
  if (matter === 'admission') return null
  const { name } = state.profile
  if (matter === 'cancellation') return state.decision?.outcome === 'admit' ? null : refusal('NOT_ADMITTED', { name })
  return state.ceremony === null ? refusal('NOT_IN_PROBATION', { name }) : null
}

/** What an answer rests on: the submission, and what has to be recorded before it. */
type ToAnswer = Pick<SubmissionState, 'entry' | 'date' | 'received' | 'supplements'> & {
  readonly sent: readonly Draft[]
}

/**
 * The dossier the deciding office answers; its keeper may answer only 'theo văn bản giấy'. Where our office decides on its
 * own cases nobody has sent it anything: the branch's dossier counts as sent on the day of the answer, by the same act.
 * @param answer - what about, and on which day
 */
export function dossierToAnswer(
  held: CaseInHand,
  { matter, date, onPaper }: { readonly matter: Matter; readonly date: string; readonly onPaper: boolean | undefined },
  context: CommandContext,
): Result<ToAnswer, Refusal> {
  const right = mayAnswer(held, context, onPaper)
  if (right) return fail(right)
  const { name } = held.case.profile
  const { submissions, decision, branchVotes } = actsOf(held.case, matter)
  const submission = submissions.at(-1)
  const isDecided = decision !== null && decision.submission === submission?.entry
  const isOwn = held.decidesHere && held.case.keeper === context.office.id
  if (isOwn && (submission === undefined || isDecided) && branchVotes.length > 0) {
    if (decision !== null && decision.date >= (branchVotes.at(-1)?.date ?? ''))
      return fail(refusal('ALREADY_DECIDED', { name, number: decision.number, date: decision.date }))
    const snapshot = snapshotOf(held, matter, context)
    if (!snapshot.ok) return snapshot
    const payload = {
      ...(matter === 'admission' ? {} : { matter }),
      date,
      snapshot: snapshot.value,
      ...paperMark(held.unit),
    }
    const sent: Draft = { kind: 'dossier.submitted', subject: { type: 'case', id: held.case.id }, payload }
    return ok({ entry: context.id, date, received: null, sent: [sent] })
  }
  if (submission === undefined) return fail(refusal('NOT_SUBMITTED', { name }))
  if (submission.returned)
    return fail(refusal('ALREADY_ANSWERED', { name, what: 'returned', date: submission.returned.date }))
  return ok({ ...submission, sent: [] })
}

/** Why our office may not answer a dossier, or null. */
export function mayAnswer(held: CaseInHand, context: CommandContext, onPaper: boolean | undefined): Refusal | null {
  if (held.decidesHere || onPaper === true) return null
  return held.case.keeper === context.office.id
    ? refusal('NOT_DECIDER', { unit: held.unit.unit.name })
    : refusal('FORBIDDEN_CAPACITY', { capacity: 'decides' })
}
