/**
 * The monthly review of a branch's list (reference/procedure.md 2.1, row 1): the branch takes names off by resolution,
 * what came since the last review counts as added, and one entry says that the review was held.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { ListReview } from '../model/acts-before.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { CLERKS } from './clerks.ts'
import { command, type CommandContext, type Draft, type Reader } from './command.ts'
import { ownLiveCase, ownUnit, type CaseInHand } from './kept.ts'
import { cannotBe, impossible, paperMark } from './marks.ts'

/** Records the review of a month; each person taken off the list ends with the reason the branch gave. */
export const reviewList = command({
  name: 'list.review',
  input: ListReview.omit({ counts: true }).extend({
    unit: Uuid,
    removed: z.array(z.strictObject({ case: Uuid, reason: text(500) })).max(500),
  }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const unit = ownUnit(input.unit, input.date, read, context)
    if (!unit.ok) return unit
    const removed: CaseInHand[] = []
    for (const { case: id } of new Map(input.removed.map((line) => [line.case, line])).values()) {
      const held = onList(id, input.unit, read, context)
      if (!held.ok) return held
      removed.push(held.value)
    }
    const last = unit.value.reviews.filter(({ month }) => month < input.month).at(-1)
    return ok({ unit: unit.value, removed, counts: read.listCounts(input.unit, last?.date ?? null, input.date) })
  },
  decide: ({ unit, removed, counts }, { unit: id, removed: lines, ...review }, context) => {
    const { date, month, resolution } = review
    const wrong = impossibleDays({ date, 'resolution.date': resolution?.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (month > date.slice(0, 7)) return fail(cannotBe('monthAfterReview', { month, date }))
    const ended = removed.map(({ case: held }): Draft => ({
      kind: 'candidate.ended',
      subject: { type: 'case', id: held.id },
      payload: {
        reason: 'removed',
        date,
        ...(resolution === undefined ? {} : { resolution }),
        note: lines.find((line) => line.case === held.id)?.reason ?? '',
      },
    }))
    const onListAfter = Math.max(0, counts.onList - removed.length)
    const payload = {
      ...review,
      counts: { onList: onListAfter, added: counts.added, removed: removed.length },
      ...paperMark(unit),
    }
    const reviewed: Draft = { kind: 'list.reviewed', subject: { type: 'unit', id }, payload }
    return ok({ drafts: [reviewed, ...ended], value: { unit: id, counts: payload.counts } })
  },
})

/** A person of that branch who is only on its list: not sent up, not decided. */
function onList(id: string, unit: string, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const held = ownLiveCase(id, read, context)
  if (!held.ok) return held
  const { profile, decision, submissions, unit: at } = held.value.case
  const sent = submissions.at(-1)
  if (at !== unit) return fail(refusal('NOT_IN_UNIT', { name: profile.name, unit: held.value.unit.unit.name }))
  if (decision !== null)
    return fail(refusal('ALREADY_DECIDED', { name: profile.name, number: decision.number, date: decision.date }))
  if (sent) return fail(refusal('SENT_UP', { name: profile.name, date: sent.date }))
  return held
}
