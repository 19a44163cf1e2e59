/**
 * One act for many people at once: the single command for each of them, all or nothing. What one refuses refuses all, and
 * names the person.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { Helper } from '../model/acts.ts'
import { Day } from '../base/fields.ts'
import { assignHelper } from './candidates.ts'
import { command, type AnyCommand, type CommandContext, type Draft, type Reader } from './command.ts'
import { Nomination } from '../model/acts-before.ts'
import { nominateForClass } from './preparation.ts'
import { retractEntry } from './journal.ts'

/** The most people, units or places one act is recorded for at once. */
export const MOST_AT_ONCE = 200

/** What shows a case or a unit to the superior. */
const LINES: ReadonlySet<string> = new Set(['candidate.listed', 'unit.listed'])

const Cases = z.array(Uuid).min(1).max(MOST_AT_ONCE)

/** Assigns one helper to many candidates, of each in place of whoever was assigned last; others go on helping. */
export const assignHelperToMany = command({
  name: 'helper.assignMany',
  input: Helper.omit({ name: true, officialDate: true, replaces: true, inPlaceOf: true, acquaintedSince: true }).extend(
    {
      cases: Cases,
      name: Helper.shape.name.optional(),
      officialDate: Day.optional(),
    },
  ),
  roles: assignHelper.roles,
  capacity: null,
  load: ({ cases, ...helper }, read, context) => draftsOfMany(assignHelper, cases, helper, read, context),
  decide: (drafts) => ok({ drafts, value: { cases: drafts.length } }),
})

/** Puts many people forward for a class at once. */
export const nominateMany = command({
  name: 'class.nominateMany',
  input: Nomination.extend({ cases: Cases }),
  roles: nominateForClass.roles,
  capacity: null,
  load: ({ cases, ...nomination }, read, context) => draftsOfMany(nominateForClass, cases, nomination, read, context),
  decide: (drafts) => ok({ drafts, value: { cases: drafts.length } }),
})

/** Takes back several entries of our own that nothing has carried out of the office yet: what one act for many wrote. */
export const retractMany = command({
  name: 'entry.retractMany',
  input: z.strictObject({
    entries: z
      .array(Uuid)
      .min(1)
      .max(2 * MOST_AT_ONCE),
  }),
  roles: retractEntry.roles,
  capacity: null,
  load: ({ entries }, read, context) => {
    const drafts: Draft[] = []
    for (const entry of new Set(entries)) {
      const target = read.item(entry)
      // Lines for the superior follow by themselves; they are no act that a person takes back.
      if (target !== null && LINES.has(target.item.entry.kind)) continue
      const decided = retractEntry.run({ entry }, read, context)
      if (!decided.ok) return decided
      drafts.push(...decided.value.drafts)
    }
    return ok(drafts)
  },
  decide: (drafts) => ok({ drafts, value: { retracted: drafts.length } }),
})

/**
 * The drafts of one command run for each case.
 * @param each - a command whose input is a case and `rest`
 */
function draftsOfMany(
  each: AnyCommand,
  cases: readonly string[],
  rest: object,
  read: Reader,
  context: CommandContext,
): Result<readonly Draft[], Refusal> {
  const drafts: Draft[] = []
  for (const [place, id] of [...new Set(cases)].entries()) {
    const decided = each.run({ ...rest, case: id }, read, context)
    if (!decided.ok) {
      const name = read.case(id)?.profile.name ?? ''
      return fail(refusal('ROW_REFUSED', { row: place + 1, name, reason: decided.error }))
    }
    drafts.push(...decided.value.drafts)
  }
  return ok(drafts)
}
