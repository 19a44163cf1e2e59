/**
 * Commands about targets and reports: a target of a year, of our own office, of one of its units, of an office below it;
 * a target spread over branches; totals of years before the program; a report sent up.
 */
import { z } from 'zod'
import { Count, text } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { PeriodInput } from '../model/period.ts'
import { Target, TargetYear, TypedTotal } from '../model/target-acts.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { CLERKS } from './clerks.ts'
import { command, type Draft, type HeldTarget, type Reader, type CommandContext } from './command.ts'
import { ownUnit } from './kept.ts'
import { cannotBe, impossible } from './marks.ts'

/** Whose target it is: our own, one of our units', an office's below us. */
type Owner = { readonly id: string; readonly office: string | null }

/**
 * Sets how many people are to be admitted in a year: by our whole office, by one of its units, or by an office below it,
 * which is told of it.
 */
export const setTarget = command({
  name: 'target.set',
  input: Target.omit({ replaces: true }).extend({ unit: Uuid.optional(), office: OfficeId.optional() }),
  roles: CLERKS,
  capacity: null,
  load: ({ unit, office, year }, read, context): Result<{ owner: Owner; held: HeldTarget | null }, Refusal> => {
    const owner = ownerOf(unit, office, year, read, context)
    return owner.ok ? ok({ owner: owner.value, held: read.target(owner.value.id, year) }) : owner
  },
  decide: ({ owner, held }, { unit: _unit, office: _office, ...target }, context) => {
    const wrong = impossibleDays({ 'paper.date': target.paper?.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (held !== null && target.number < held.admitted && target.reason === undefined)
      return fail(belowResult(target, held.admitted))
    const replaced = owner.office === null ? held?.set : held?.given
    const payload = { ...target, ...(replaced === undefined || replaced === null ? {} : { replaces: replaced }) }
    const subject = { type: 'target' as const, id: owner.id }
    const draft: Draft =
      owner.office === null
        ? { kind: 'target.set', subject, payload }
        : { kind: 'target.assigned', subject, payload, to: owner.office }
    return ok({ drafts: [draft], value: { year: target.year, owner: owner.id } })
  },
})

/** Spreads a year's target over units of ours, in one act; a unit whose number stays is left alone. */
export const spreadTarget = command({
  name: 'target.spread',
  input: z.strictObject({
    year: TargetYear,
    targets: z
      .array(z.strictObject({ unit: Uuid, number: Count }))
      .min(1)
      .max(500),
    paper: Target.shape.paper,
    reason: text(500).optional(),
  }),
  roles: CLERKS,
  capacity: null,
  load: ({ year, targets }, read, context): Result<readonly (HeldTarget | null)[], Refusal> => {
    const held: (HeldTarget | null)[] = []
    for (const [place, { unit }] of targets.entries()) {
      const own = ownUnit(unit, `${year}-01-01`, read, context)
      if (!own.ok)
        return fail(
          refusal('ROW_REFUSED', { row: place + 1, name: read.unit(unit)?.unit.name ?? '', reason: own.error }),
        )
      held.push(read.target(unit, year))
    }
    return ok(held)
  },
  decide: (held, { year, targets, paper, reason }) => {
    const below = targets.findIndex(({ number }, place) => {
      const before = held[place] ?? null
      return before !== null && before.number !== number && number < before.admitted
    })
    const under = targets[below]
    if (under !== undefined && reason === undefined)
      return fail(belowResult({ year, number: under.number }, held[below]?.admitted ?? 0))
    const drafts = targets.flatMap(({ unit, number }, place): Draft[] => {
      const before = held[place] ?? null
      if (before?.number === number) return []
      const payload = {
        year,
        number,
        ...(paper === undefined ? {} : { paper }),
        ...(reason === undefined ? {} : { reason }),
        ...(before?.set === null || before?.set === undefined ? {} : { replaces: before.set }),
      }
      return [{ kind: 'target.set', subject: { type: 'target', id: unit }, payload }]
    })
    if (drafts.length === 0) return fail(refusal('NOTHING_CHANGED', {}))
    return ok({ drafts, value: { year, changed: drafts.length } })
  },
})

/** Types what is known of a year before the program: of a unit of ours, or of our whole office. */
export const typeTotal = command({
  name: 'total.type',
  input: TypedTotal.extend({ unit: Uuid.optional() }).refine(
    ({ admitted, members, lastAdmission }) => [admitted, members, lastAdmission].some((value) => value !== undefined),
    'required',
  ),
  roles: CLERKS,
  capacity: null,
  load: ({ unit, year }, read, context): Result<Owner, Refusal> => ownerOf(unit, undefined, year, read, context, true),
  decide: (owner, { unit: _unit, ...total }, context) => {
    const wrong = impossibleDays({ lastAdmission: total.lastAdmission }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (total.year > Number(context.today.slice(0, 4)))
      return fail(cannotBe('totalOfYearToCome', { year: total.year, today: context.today }))
    const draft: Draft = { kind: 'total.typed', subject: { type: 'target', id: owner.id }, payload: total }
    return ok({ drafts: [draft], value: { year: total.year, owner: owner.id } })
  },
})

/** Sends a report up: its figures are those computed now, and stand from then on as they were. */
export const sendReport = command({
  name: 'report.send',
  input: z.strictObject({ period: PeriodInput, note: text(2000).optional(), replaces: Uuid.optional() }),
  roles: CLERKS,
  capacity: null,
  load: ({ period }, read, context) => {
    const made = read.reportFor(period, context.today)
    return made === null ? fail(refusal('NOT_FOUND', { what: 'report', id: '' })) : ok(made)
  },
  decide: (made, { period, note, replaces }, context) => {
    if (period.from > context.today)
      return fail(cannotBe('periodNotBegun', { from: period.from, today: context.today }))
    const id = context.newId(1)
    const draft: Draft = {
      kind: 'report.sent',
      subject: { type: 'report', id },
      payload: {
        ...made,
        period,
        ...(note === undefined ? {} : { note }),
        ...(replaces === undefined ? {} : { replaces }),
      },
    }
    return ok({ drafts: [draft], value: { report: id } })
  },
})

/** A target revised below what the year has brought already needs to be explained. */
function belowResult({ year, number }: Pick<Target, 'year' | 'number'>, admitted: number): Refusal {
  return refusal('TARGET_BELOW_RESULT', { year, number, admitted })
}

/** The owner of a target or total. @param past - a unit that is closed now may still have had a year */
function ownerOf(
  unit: string | undefined,
  office: string | undefined,
  year: number,
  read: Reader,
  context: CommandContext,
  past = false,
): Result<Owner, Refusal> {
  if (office !== undefined && office !== context.office.id) return below(office, read)
  if (unit === undefined) return ok({ id: context.office.id, office: null })
  const own = ownUnit(unit, past ? '0000-00-00' : `${year}-01-01`, read, context)
  if (!own.ok) return own
  // A unit that is an office of its own is told, whichever of its two names was chosen.
  const peer = past ? undefined : read.peers().find(({ peer: one, revoked }) => one.unit === unit && !revoked)
  return peer === undefined ? ok({ id: unit, office: null }) : below(peer.id, read)
}

function below(office: string, read: Reader): Result<Owner, Refusal> {
  const peer = read.peer(office)
  if (peer === null) return fail(refusal('PEER_UNKNOWN', { office }))
  if (peer.revoked) return fail(refusal('PEER_REVOKED', { name: peer.peer.name }))
  if (peer.peer.relation !== 'subordinate') return fail(refusal('NOT_DECIDER', { unit: peer.peer.name }))
  return ok({ id: office, office })
}
