/**
 * What the deciding office does between the receipt of a dossier and the decision, and after a refusal; with `onPaper` its
 * keeper records that it did.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { DossierReview, LimitExtension, RefusalNotice } from '../model/acts-before.ts'
import type { DecisionState } from '../model/case/gathered.ts'
import type { CaseState } from '../model/case-state.ts'
import { Matter } from '../model/acts.ts'
import { actsOf, currentMatter } from '../model/stage.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { command, type Draft } from './command.ts'
import { answerMark, dossierToAnswer, mayAnswer } from './dossiers.ts'
import { caseInHand } from './kept.ts'
import { cannotBe, impossible } from './marks.ts'

const DECIDERS = ['reviewer', 'decider', 'administrator', 'clerk', 'secretary'] as const

/** Records what the reviewing body concluded: put to the deciding body, held, or its opinion asked. */
export const reviewDossier = command({
  name: 'dossier.review',
  input: DossierReview.extend({ case: Uuid, onPaper: z.boolean().optional() }),
  roles: DECIDERS,
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, onPaper, ...review }, context) => {
    const open = dossierToAnswer(held, { matter: currentMatter(held.case), date: review.date, onPaper }, context)
    if (!open.ok) return open
    if (review.outcome === 'hold' && review.note === undefined)
      return fail(refusal('INVALID_INPUT', { problems: [{ path: 'note', problem: 'required' }] }))
    const wrong = impossibleDays({ date: review.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (review.date < open.value.date)
      return fail(cannotBe('reviewedBeforeSent', { date: review.date, sent: open.value.date }))
    const payload = { ...review, submission: open.value.entry, ...answerMark(held, onPaper) }
    const draft: Draft = { kind: 'dossier.reviewed', subject: { type: 'case', id }, payload }
    const { sent, entry, date } = open.value
    const subject = { type: 'case', id } as const
    // What our own office is only now said to have sent itself, it has taken in.
    const taken: readonly Draft[] =
      sent.length === 0
        ? []
        : [{ kind: 'dossier.received', subject, payload: { submission: entry, date, ...answerMark(held, onPaper) } }]
    return ok({ drafts: [...sent, ...taken, draft], value: { case: id } })
  },
})

/** Lengthens a limit that the rules allow to be lengthened, once, with the reason. */
export const extendLimit = command({
  name: 'limit.extend',
  input: LimitExtension.extend({ case: Uuid, onPaper: z.boolean().optional() }),
  roles: DECIDERS,
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, onPaper, ...extension }, context) => {
    const right = mayAnswer(held, context, onPaper)
    if (right) return fail(right)
    const wrong = impossibleDays(
      { date: extension.date, 'letter.date': extension.letter?.date },
      { today: context.lastDay },
    )
    if (wrong) return fail(impossible(wrong))
    const limit = context.rulesOn(extension.date).limits.find((candidate) => candidate.id === extension.limit)
    if (limit?.extension === undefined) return fail(refusal('LIMIT_FIXED', { limit: extension.limit }))
    const matter = extension.limit === 'decision' ? 'admission' : 'recognition'
    const voted = actsOf(held.case, matter).branchVotes.at(-1)?.date ?? ''
    // What was given before the branch voted anew was for the dossier of that time.
    const before = held.case.extensions.find((other) => other.limit === extension.limit && other.date >= voted)
    if (before) return fail(refusal('ALREADY_RECORDED', { what: 'limit.extended', date: before.date }))
    const payload = { ...extension, ...answerMark(held, onPaper) }
    const draft: Draft = { kind: 'limit.extended', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records that a refusal was made known to the branch. */
export const notifyRefusal = command({
  name: 'refusal.notify',
  input: RefusalNotice.extend({ case: Uuid, onPaper: z.boolean().optional() }),
  roles: DECIDERS,
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, onPaper, ...notice }, context) => {
    const right = mayAnswer(held, context, onPaper)
    if (right) return fail(right)
    const { profile, refusalNotices } = held.case
    const decision = refusalOf(held.case) ?? held.case.decision
    if (decision === null) return fail(refusal('NO_DECISION', { name: profile.name }))
    if (decision.outcome !== 'refuse') return fail(refusal('NOT_REFUSED', { name: profile.name }))
    const before = refusalNotices.find((other) => other.decision === decision.entry)
    if (before) return fail(refusal('ALREADY_RECORDED', { what: 'refusal.notified', date: before.date }))
    const wrong = impossibleDays({ date: notice.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (notice.date < decision.date)
      return fail(cannotBe('noticeBeforeDecision', { date: notice.date, decided: decision.date }))
    const payload = { ...notice, decision: decision.entry, ...answerMark(held, onPaper) }
    const draft: Draft = { kind: 'refusal.notified', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** The refusal that is to be made known: of the latest matter refused. */
function refusalOf(state: CaseState): DecisionState | null {
  const decisions = Matter.options.toReversed().map((matter) => actsOf(state, matter).decision)
  return decisions.find((decision) => decision?.outcome === 'refuse') ?? null
}
