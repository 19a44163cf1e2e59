/**
 * The decision, its receipt and the ceremony. A decision is recorded by the deciding office; the keeper may record one
 * 'theo văn bản giấy', which yields to the owner's own when that comes.
 */
import { z } from 'zod'
import { Day } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { Ceremony, Decision, Matter, matterOf } from '../model/acts.ts'
import { matterOfDecision } from '../model/case/matter-state.ts'
import { actsOf } from '../model/stage.ts'
import { impossibleCeremony, impossibleDecision, impossibleReceipt } from '../rules/impossible.ts'
import { ruleSetHash } from '../rules/sets/index.ts'
import { CLERKS } from './clerks.ts'
import { command, type Draft } from './command.ts'
import { answerMark, mayAnswer, notYet } from './dossiers.ts'
import { caseInHand, mayName, ownDecidedCase, ownLiveCase } from './kept.ts'
import { cannotBe, impossible, paperMark } from './marks.ts'

/**
 * Input of `decision.record`. `numberAgain`: the paper does bear a number that was used before in this term of office; it
 * is recorded as it stands, and the register of decisions shows both.
 */
export const DECISION_INPUT = Decision.extend({
  case: Uuid,
  onPaper: z.boolean().optional(),
  numberAgain: z.boolean().optional(),
})

/** Records a decision as signed: to admit, to recognise, to strike off, to cancel, or not to. */
export const recordDecision = command({
  name: 'decision.record',
  input: DECISION_INPUT,
  roles: ['decider', 'administrator', 'clerk', 'secretary'],
  capacity: null,
  load: (input, read, context) => {
    const held = caseInHand(input.case, read, context)
    if (!held.ok) return held
    const since = read.setting('documentTermFrom')
    const taken = read.decisionByNumber(input.number, input.body, typeof since === 'string' ? since : '')
    return taken && taken.case !== input.case && input.numberAgain !== true
      ? fail(refusal('NUMBER_TAKEN', { number: input.number, name: taken.name }))
      : held
  },
  decide: (held, { case: id, onPaper, numberAgain: _again, ...decision }, context) => {
    const right = mayAnswer(held, context, onPaper)
    if (right) return fail(right)
    const matter = matterOfDecision(decision)
    const { name } = held.case.profile
    if (decision.outcome !== 'refuse' && decision.outcome !== OUTCOMES[matter])
      return fail(cannotBe('outcomeOfAnotherMatter', { matter, outcome: decision.outcome }))
    const early = notYet(held.case, matter)
    if (early) return fail(early)
    const acts = actsOf(held.case, matter)
    const sent = acts.submissions.at(-1) ?? null
    // Where one office proposes and decides, nothing need be submitted to anybody.
    const decidesOwn = held.decidesHere && held.case.keeper === context.office.id
    // A wrong admission is cancelled by the body that made it, whether or not anybody asked for it (24-QĐ/TW, 4.4).
    if (sent === null && !decidesOwn && matter !== 'cancellation') return fail(refusal('NOT_SUBMITTED', { name }))
    if (sent?.returned) return fail(refusal('ALREADY_ANSWERED', { name, what: 'returned', date: sent.returned.date }))
    const standing = acts.decision
    if (standing && standsFor(standing, sent?.entry) && !(standing.onPaper && onPaper !== true))
      return fail(refusal('ALREADY_DECIDED', { name, number: standing.number, date: standing.date }))
    const wrong = impossibleDecision(decision, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const pinned = held.case.pinned === null ? null : context.ruleSetById(held.case.pinned.ruleSet)
    const set = pinned ?? context.rulesOn(decision.date)
    const payload = {
      ...decision,
      ...(matter === 'admission' ? {} : { matter }),
      ...(sent === null || sent.origin === 'takenOver' ? {} : { submission: sent.entry }),
      ruleSet: set.id,
      ruleSetHash: ruleSetHash(set),
      ...answerMark(held, onPaper),
    }
    const draft: Draft = { kind: 'decision.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id, decision: context.id } })
  },
})

/** Records the day our office received the decision: proposed by the program, never assumed. */
export const recordDecisionReceipt = command({
  name: 'decision.recordReceipt',
  input: z.strictObject({ case: Uuid, matter: Matter.optional(), date: Day }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownDecidedCase(input.case, read, context)
    if (!held.ok) return held
    const { decision } = actsOf(held.value.case, matterOf(input))
    return ok({ ...held.value, names: decision !== null && mayName(decision.entry, held.value, read) })
  },
  decide: (held, { case: id, date, ...about }, context) => {
    const matter = matterOf(about)
    const { decision, receipt } = actsOf(held.case, matter)
    if (decision === null) return fail(refusal('NO_DECISION', { name: held.case.profile.name }))
    if (receipt) return fail(refusal('ALREADY_RECORDED', { what: 'decision.receiptRecorded', date: receipt.date }))
    const wrong = impossibleReceipt(date, decision, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const payload = {
      ...(matter === 'admission' ? {} : { matter }),
      ...(held.names ? { decision: decision.entry } : {}),
      date,
      ...paperMark(held.unit),
    }
    const draft: Draft = { kind: 'decision.receiptRecorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records the admission ceremony as it was held; a late one is a finding, not a refusal. */
export const recordCeremony = command({
  name: 'ceremony.record',
  input: Ceremony.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...ceremony }, context) => {
    const { decision, profile } = held.case
    if (decision === null) return fail(refusal('NO_DECISION', { name: profile.name }))
    if (decision.outcome !== 'admit') return fail(refusal('NOT_ADMITTED', { name: profile.name }))
    if (held.case.ceremony)
      return fail(refusal('ALREADY_RECORDED', { what: 'ceremony.recorded', date: held.case.ceremony.date }))
    const wrong = impossibleCeremony(ceremony, decision, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const payload = { ...ceremony, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'ceremony.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** What a decision says where the body follows what was proposed. */
export const OUTCOMES: Readonly<Record<Matter, Decision['outcome']>> = {
  admission: 'admit',
  recognition: 'recognise',
  removal: 'remove',
  cancellation: 'cancel',
}

/** True if a decision answers the submission that is open now, not an earlier one. */
function standsFor(decision: { readonly submission?: string | undefined }, submission: string | undefined): boolean {
  return decision.submission === undefined || decision.submission === submission
}
