/**
 * What comes after admission and is not a vote, a dossier or a decision: the card, moves in and out, the report of a
 * death or of leaving the Party.
 */
import { Uuid } from '../base/ids.ts'
import { z } from 'zod'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { Card, Departure, Transfer } from '../model/acts.ts'
import { stageOf } from '../model/stage.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { CLERKS } from './clerks.ts'
import { command, type Draft } from './command.ts'
import { answerMark, mayAnswer } from './dossiers.ts'
import { caseInHand, mayName, ownCase, ownLiveCase } from './kept.ts'
import { cannotBe, impossible, paperMark } from './marks.ts'

/** Records the card as it was given: by the office that decides, or by the keeper 'theo văn bản giấy'. */
export const issueCard = command({
  name: 'card.issue',
  input: Card.extend({ case: Uuid, onPaper: z.boolean().optional() }),
  roles: ['decider', 'reviewer', 'administrator', 'clerk', 'secretary'],
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, onPaper, ...card }, context) => {
    const right = mayAnswer(held, context, onPaper)
    if (right) return fail(right)
    const { decision } = held.case.recognition
    if (decision?.outcome !== 'recognise') return fail(refusal('NOT_RECOGNISED', { name: held.case.profile.name }))
    const standing = held.case.card
    if (standing && !(standing.onPaper && onPaper !== true))
      return fail(refusal('ALREADY_RECORDED', { what: 'card.issued', date: standing.date }))
    const wrong = impossibleDays(
      { date: card.date, 'decision.date': card.decision?.date },
      { today: context.lastDay, birth: held.case.profile.birth },
    )
    if (wrong) return fail(impossible(wrong))
    if (card.date < decision.date)
      return fail(cannotBe('cardBeforeRecognition', { date: card.date, decided: decision.date }))
    const draft: Draft = {
      kind: 'card.issued',
      subject: { type: 'case', id },
      payload: { ...card, ...answerMark(held, onPaper) },
    }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/**
 * Records a move, or brings the record of one up to date: presented, completed. A candidate's move ends the case on the
 * day of the paper; that of a probationary member once it is completed, for the clock of probation goes on.
 */
export const recordTransfer = command({
  name: 'transfer.record',
  input: Transfer.extend({ case: Uuid, updates: Uuid.optional() }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held =
      input.updates === undefined ? ownLiveCase(input.case, read, context) : ownCase(input.case, read, context)
    if (!held.ok) return held
    const { updates } = input
    const names = updates !== undefined && mayName(updates, held.value, read)
    return ok({ ...held.value, names })
  },
  decide: (held, { case: id, updates, ...transfer }, context) => {
    const { ceremony, profile, submissions } = held.case
    if (updates !== undefined && !held.case.transfers.some(({ entry }) => entry === updates))
      return fail(refusal('NOT_FOUND', { what: 'transfer', id: updates }))
    if (transfer.who === 'probationary' && ceremony === null)
      return fail(refusal('NOT_IN_PROBATION', { name: profile.name }))
    const { date, presentedOn, completedOn, until, paper } = transfer
    const wrong = impossibleDays(
      { date, presentedOn, completedOn, 'paper.date': paper?.date },
      { today: context.lastDay, birth: profile.birth },
    )
    if (wrong) return fail(impossible(wrong))
    const early = [presentedOn, completedOn].find((day) => day !== undefined && day < date)
    if (early !== undefined) return fail(cannotBe('presentedBeforeIssued', { date: early, issued: date }))
    if (until !== undefined && until < date) return fail(cannotBe('endsBeforeStart', { from: date, to: until }))
    // What was never sent up is told to nobody; what was, or is a member's, the superior has to know.
    const isShared = ceremony !== null || submissions.some(({ snapshot }) => snapshot !== null)
    const names = updates !== undefined && (held.names || !isShared)
    const payload = { ...transfer, ...(names ? { updates } : {}), ...paperMark(held.unit) }
    const subject = { type: 'case', id } as const
    const draft: Draft = isShared
      ? { kind: 'transfer.recorded', subject, payload }
      : { kind: 'candidate.transferred', subject, payload }
    return ok({ drafts: [draft], value: { case: id, transfer: context.id } })
  },
})

/** Reports that a member has died or left the Party; the end itself may have been recorded before, or is recorded by this. */
export const reportDeparture = command({
  name: 'departure.report',
  input: Departure.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownCase(input.case, read, context),
  decide: (held, { case: id, ...departure }, context) => {
    const { ceremony, departure: known, profile, ending } = held.case
    if (ceremony === null) return fail(refusal('NOT_IN_PROBATION', { name: profile.name }))
    if (known) return fail(refusal('ALREADY_RECORDED', { what: 'departure.reported', date: known.date }))
    const stage = stageOf(held.case)
    if (ending !== null && ending.reason !== departure.reason)
      return fail(refusal('CASE_ENDED', { name: profile.name, stage }))
    const { on, date, paper } = departure
    const wrong = impossibleDays(
      { departedOn: on, date, 'paper.date': paper?.date },
      { today: context.lastDay, birth: profile.birth },
    )
    if (wrong) return fail(impossible(wrong))
    if (date < on) return fail(cannotBe('reportedBeforeDeparture', { date, on }))
    const draft: Draft = {
      kind: 'departure.reported',
      subject: { type: 'case', id },
      payload: { ...departure, ...paperMark(held.unit) },
    }
    return ok({ drafts: [draft], value: { case: id } })
  },
})
