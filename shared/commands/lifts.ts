/**
 * 'Chấp thuận ngoại lệ': a blocking finding is lifted by an authorised person with a reason, or by a clerk who names who
 * allowed it and by what paper. The clerk's is marked, and stays on the list of exceptions, until an authorised person has
 * confirmed it. It lifts the block from the beginning: what has happened can always be recorded and sent.
 */
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { isConfirmedAt, waitingLift } from '../model/case/lifts.ts'
import { MAY_ALLOW_EXCEPTIONS } from '../model/codes.ts'
import { Lift, LiftConfirmation } from '../model/snapshot.ts'
import { command, type CommandContext, type Draft, type Reader } from './command.ts'
import { caseInHand, ownCase } from './kept.ts'

/** Lifts a blocking finding; refused to a clerk who does not say who allowed it and by what paper. */
export const liftFinding = command({
  name: 'finding.lift',
  input: Lift.omit({ unconfirmed: true }).extend({ case: Uuid }),
  roles: ['clerk', 'secretary', 'decider', 'administrator'],
  capacity: null,
  load: (input, read, context) => {
    const held = caseInHand(input.case, read, context)
    return held.ok ? ok({ isAuthorised: mayAllow(read, context) }) : held
  },
  decide: ({ isAuthorised }, { case: id, ...lift }) => {
    const problems = (['allowedBy', 'paper'] as const)
      .filter((path) => !isAuthorised && lift[path] === undefined)
      .map((path) => ({ path, problem: 'required' as const }))
    if (problems.length > 0) return fail(refusal('INVALID_INPUT', { problems }))
    const payload: Lift = isAuthorised ? lift : { ...lift, unconfirmed: true }
    const draft: Draft = { kind: 'finding.lifted', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/**
 * Confirms a lift that a clerk has recorded: at the office that keeps the case, or that recorded it. Whoever does not agree
 * takes the lift back instead.
 */
export const confirmLift = command({
  name: 'finding.confirmLift',
  input: LiftConfirmation.extend({ case: Uuid }),
  roles: MAY_ALLOW_EXCEPTIONS,
  capacity: null,
  load: (input, read, context) => {
    const held = caseInHand(input.case, read, context)
    if (!held.ok) return held
    const waiting = waitingLift(held.value.case.lifts, input)
    if (waiting === null) return fail(refusal('NOT_FOUND', { what: 'lift', id: input.lift }))
    return isConfirmedAt(waiting, held.value.case.keeper, context.office.id) ? held : ownCase(input.case, read, context)
  },
  decide: (_held, { case: id, ...payload }) => {
    const draft: Draft = { kind: 'finding.liftConfirmed', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Whether the user who records may allow exceptions; one who is not in the register of users may not. */
function mayAllow(read: Reader, { actor }: CommandContext): boolean {
  const user = read.user(actor.id)
  return user?.user.roles.some((role) => MAY_ALLOW_EXCEPTIONS.includes(role)) === true
}
