/**
 * The CV and its verification (reference/procedure.md 2.2): the CV as declared, the stamp across its pages, requests to
 * those who can verify, their answers, and relatives who need not be verified again.
 */
import { z } from 'zod'
import { Day, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { ResumeSeal, VerificationAnswer, VerificationRequest, VerificationWaiver } from '../model/acts-before.ts'
import type { VerificationState } from '../model/case/before.ts'
import type { CaseState } from '../model/case-state.ts'
import { Resume } from '../model/resume.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { CLERKS } from './clerks.ts'
import { command, type Draft } from './command.ts'
import { ownLiveCase } from './kept.ts'
import { cannotBe, impossible, paperMark, withoutReason } from './marks.ts'

/** Which of the requests that a take-over or a hand-over brought, from 1; `request` then names that entry. */
const Place = z.number().int().min(1).max(100).optional()

/** Records the CV as a whole; a reason is needed once a dossier was sent, and for the choice between two CVs. */
export const recordResume = command({
  name: 'resume.record',
  input: Resume.extend({
    case: Uuid,
    reason: text(500).optional(),
    settles: z.array(Uuid).max(50).optional(),
  }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...resume }, context) => {
    const wrong = impossibleDays({ date: resume.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const unsaid = withoutReason(resume, held.case)
    if (unsaid) return fail(unsaid)
    const turned = resume.periods.find(({ from, to }) => to !== undefined && to < from.slice(0, to.length))
    if (turned?.to !== undefined) return fail(cannotBe('endsBeforeStart', { from: turned.from, to: turned.to }))
    const ids = resume.relatives.map((relative) => relative.id)
    if (new Set(ids).size < ids.length)
      return fail(refusal('INVALID_INPUT', { problems: [{ path: 'relatives', problem: 'twice' }] }))
    const payload = { ...resume, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'resume.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records the stamp across the pages of the CV (giáp lai). */
export const sealResume = command({
  name: 'resume.seal',
  input: ResumeSeal.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...seal }, context) => {
    const wrong = impossibleDays({ date: seal.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const draft: Draft = {
      kind: 'resume.sealed',
      subject: { type: 'case', id },
      payload: { ...seal, ...paperMark(held.unit) },
    }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Asks for verification of the applicant or of relatives named in the CV. */
export const requestVerification = command({
  name: 'verification.request',
  input: VerificationRequest.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...request }, context) => {
    const wrong = impossibleDays(
      { date: request.date, 'letter.date': request.letter?.date },
      { today: context.lastDay, birth: held.case.profile.birth },
    )
    if (wrong) return fail(impossible(wrong))
    for (const relative of request.relatives) {
      const named = relative === 'self' ? ok(null) : relativeOf(held.case, relative)
      if (!named.ok) return named
    }
    const payload = { ...request, relatives: [...new Set(request.relatives)], ...paperMark(held.unit) }
    const draft: Draft = { kind: 'verification.requested', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id, request: context.id } })
  },
})

/** Records the day a request reached those asked: their time to answer runs from it. */
export const receiveVerification = command({
  name: 'verification.receive',
  input: z.strictObject({ case: Uuid, request: Uuid, place: Place, date: Day }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, request, place, date }, context) => {
    const asked = requestOf(held.case, request, place)
    if (!asked.ok) return asked
    if (asked.value.received !== null)
      return fail(refusal('ALREADY_RECORDED', { what: 'verification.received', date: asked.value.received }))
    const wrong = impossibleDays({ date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (date < asked.value.date) return fail(cannotBe('requestReceivedBeforeSent', { date, sent: asked.value.date }))
    const payload = { request, ...(place === undefined ? {} : { place }), date, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'verification.received', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records an answer; one that left something open may be followed by another. */
export const answerVerification = command({
  name: 'verification.answer',
  input: VerificationAnswer.extend({ case: Uuid, request: Uuid, place: Place }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...answer }, context) => {
    const asked = requestOf(held.case, answer.request, answer.place)
    if (!asked.ok) return asked
    if (asked.value.answer?.result === 'clear')
      return fail(refusal('ALREADY_RECORDED', { what: 'verification.answered', date: asked.value.answer.date }))
    const wrong = impossibleDays({ date: answer.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (answer.date < asked.value.date)
      return fail(cannotBe('answeredBeforeAsked', { date: answer.date, sent: asked.value.date }))
    const payload = { ...answer, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'verification.answered', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records that a relative need not be verified again, and which relative, a member, justifies it. */
export const waiveVerification = command({
  name: 'verification.waive',
  input: VerificationWaiver.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownLiveCase(input.case, read, context),
  decide: (held, { case: id, ...waiver }, context) => {
    for (const relative of [waiver.relative, waiver.member]) {
      const named = relativeOf(held.case, relative)
      if (!named.ok) return named
    }
    const before = held.case.waivers.find(({ relative }) => relative === waiver.relative)
    if (before) return fail(refusal('ALREADY_RECORDED', { what: 'verification.waived', date: before.date }))
    const wrong = impossibleDays({ date: waiver.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const payload = { ...waiver, ...paperMark(held.unit) }
    const draft: Draft = { kind: 'verification.waived', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

function relativeOf(state: CaseState, id: string): Result<null, Refusal> {
  const isThere = state.resume?.relatives.some((relative) => relative.id === id) === true
  return isThere ? ok(null) : fail(refusal('NOT_FOUND', { what: 'relative', id }))
}

/** A request of its own entry, or one of those that a take-over or a hand-over brought, by its place in it. */
function requestOf(state: CaseState, id: string, place: number | undefined): Result<VerificationState, Refusal> {
  const asked = state.verifications.find((request) => request.entry === id && request.place === place)
  return asked === undefined ? fail(refusal('NOT_FOUND', { what: 'verification', id })) : ok(asked)
}
