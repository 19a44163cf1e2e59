/**
 * The work of reviewing before anything is answered: who reviews a dossier, what was looked at on the office's own
 * checklist, consents of the level above, and whether two cases are one person.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { openConsents } from '../model/case/consents.ts'
import type { Role } from '../model/codes.ts'
import { ConsentAnswer, ConsentRequest, DossierCheck, DuplicateJudged, type ConsentKind } from '../model/review-acts.ts'
import { actsOf, currentMatter } from '../model/stage.ts'
import { impossibleDays } from '../rules/impossible.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { answerMark, mayAnswer } from './dossiers.ts'
import { caseInHand, type CaseInHand } from './kept.ts'
import { cannotBe, impossible } from './marks.ts'

const REVIEWERS = ['reviewer', 'decider', 'secretary', 'clerk', 'administrator'] as const

/** Gives dossiers to one of our people to review, or to nobody. */
export const assignDossiers = command({
  name: 'dossier.assign',
  input: z.strictObject({ cases: z.array(Uuid).min(1).max(MOST_AT_ONCE), reviewer: Uuid.optional() }),
  roles: REVIEWERS,
  capacity: 'decides',
  load: ({ cases, reviewer }, read, context): Result<null, Refusal> => {
    const unfit = reviewer === undefined ? null : unfitReviewer(reviewer, read)
    if (unfit) return fail(unfit)
    for (const id of cases) {
      const held = ourDossier(id, read, context)
      if (!held.ok) return held
    }
    return ok(null)
  },
  decide: (_state, { cases, reviewer }) => {
    const payload = reviewer === undefined ? {} : { reviewer }
    const drafts = [...new Set(cases)].map((id): Draft => ({
      kind: 'dossier.assigned',
      subject: { type: 'case', id },
      payload,
    }))
    return ok({ drafts, value: { cases: drafts.length } })
  },
})

/** Records what a reviewer has looked at: papers and the office's own lines, right or wanting, with remarks. */
export const checkDossier = command({
  name: 'dossier.check',
  input: DossierCheck.omit({ submission: true }).extend({ case: Uuid }),
  roles: REVIEWERS,
  capacity: 'decides',
  load: (input, read, context) => ourDossier(input.case, read, context),
  decide: (held, { case: id, items }) => {
    const submission = actsOf(held.case, currentMatter(held.case)).submissions.at(-1)?.entry
    const payload = { items, ...(submission === undefined ? {} : { submission }) }
    const draft: Draft = { kind: 'dossier.checked', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records that the level above was asked for its consent. */
export const requestConsent = command({
  name: 'consent.request',
  input: ConsentRequest.extend({ case: Uuid, onPaper: z.boolean().optional() }),
  roles: REVIEWERS,
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, onPaper, ...asked }, context) => {
    const right = mayAnswer(held, context, onPaper)
    if (right) return fail(right)
    const nameless = withoutAbout(asked)
    if (nameless) return fail(nameless)
    const wrong = impossibleDays({ date: asked.date, 'letter.date': asked.letter?.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const before = openConsents(held.case).find(({ kind, about }) => kind === asked.kind && about === asked.about)
    if (before) return fail(refusal('ALREADY_RECORDED', { what: 'consent.requested', date: before.date }))
    const payload = { ...asked, ...answerMark(held, onPaper) }
    const draft: Draft = { kind: 'consent.requested', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Records the answer of the level above; a consent given counts as the paper of the dossier that it is. */
export const recordConsent = command({
  name: 'consent.record',
  input: ConsentAnswer.extend({ case: Uuid, onPaper: z.boolean().optional() }),
  roles: REVIEWERS,
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (held, { case: id, onPaper, paper: chosen, ...answer }, context) => {
    const right = mayAnswer(held, context, onPaper)
    if (right) return fail(right)
    const nameless = withoutAbout(answer)
    if (nameless) return fail(nameless)
    const wrong = impossibleDays({ date: answer.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const isSame = (one: Pick<ConsentAnswer, 'kind' | 'about'>) =>
      one.kind === answer.kind && one.about === answer.about
    const before = held.case.consents.find((one) => isSame(one) && one.number === answer.number)
    if (before) return fail(refusal('ALREADY_RECORDED', { what: 'consent.recorded', date: before.date }))
    const asked = openConsents(held.case).find(isSame)
    if (asked !== undefined && answer.date < asked.date)
      return fail(cannotBe('consentBeforeAsked', { date: answer.date, asked: asked.date }))
    const set = context.rulesOn(answer.date)
    const paper = chosen ?? consentPaper(answer.kind, set)
    if (paper !== undefined && !set.papers.some(({ code }) => code === paper))
      return fail(refusal('PAPER_UNKNOWN', { paper }))
    const payload = { ...answer, ...(paper === undefined ? {} : { paper }), ...answerMark(held, onPaper) }
    const draft: Draft = { kind: 'consent.recorded', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Judges whether cases are two people, one, or one who has moved; remembered for each of them. */
export const judgeDuplicates = command({
  name: 'duplicates.judge',
  input: z.strictObject({
    cases: z.array(Uuid).min(2).max(10),
    judgement: DuplicateJudged.shape.judgement,
    note: DuplicateJudged.shape.note,
  }),
  roles: REVIEWERS,
  capacity: null,
  load: ({ cases }, read): Result<null, Refusal> => {
    if (new Set(cases).size < cases.length)
      return fail(refusal('INVALID_INPUT', { problems: [{ path: 'cases', problem: 'twice' }] }))
    for (const id of cases) {
      const held = found(read.case(id), 'case', id)
      if (!held.ok) return held
    }
    return ok(null)
  },
  decide: (_state, { cases, judgement, note }) => {
    const drafts = cases.flatMap((id) =>
      cases
        .filter((other) => other !== id)
        .map((other): Draft => ({
          kind: 'duplicates.judged',
          subject: { type: 'case', id },
          payload: { other, judgement, ...(note === undefined ? {} : { note }) },
        })),
    )
    return ok({ drafts, value: { cases: cases.length } })
  },
})

/** The paper that a consent is, by the set in force on its day; none where only its giver knows what it is about. */
export function consentPaper(kind: ConsentKind, { eligibility, readmission }: RuleSet): string | undefined {
  switch (kind) {
    case 'overAge':
      return eligibility.overAgeConsent.value
    case 'elder':
      return eligibility.education.elderConsent.value
    case 'readmission':
      return readmission.consent.value
    case 'other':
      return undefined
  }
}

function ourDossier(id: string, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const held = caseInHand(id, read, context)
  if (!held.ok || held.value.decidesHere) return held
  return fail(refusal('NOT_DECIDER', { unit: held.value.unit.unit.name }))
}

const MAY_REVIEW: ReadonlySet<Role> = new Set<Role>(REVIEWERS)

function unfitReviewer(id: string, read: Reader): Refusal | null {
  const user = read.user(id)
  if (user === null) return refusal('NOT_FOUND', { what: 'user', id })
  const mayReview = !user.disabled && user.user.roles.some((role) => MAY_REVIEW.has(role))
  return mayReview ? null : refusal('REVIEWER_UNFIT', { name: user.user.name })
}

function withoutAbout({ kind, about }: Pick<ConsentRequest, 'kind' | 'about'>): Refusal | null {
  if (kind !== 'other' || about !== undefined) return null
  return refusal('INVALID_INPUT', { problems: [{ path: 'about', problem: 'required' }] })
}
