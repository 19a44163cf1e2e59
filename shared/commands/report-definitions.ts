/**
 * Reports defined under a name, for everybody in the office: defined, defined anew under the same name, withdrawn.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { ReportDefinition } from '../model/report-definition.ts'
import { fold } from '../text/fold.ts'
import { command, found, type Draft } from './command.ts'

const WORKERS = ['clerk', 'secretary', 'reviewer', 'decider', 'organiser', 'administrator'] as const

/** Defines a report; one of the same name, however its marks are written, is replaced. */
export const defineReport = command({
  name: 'report.define',
  input: ReportDefinition,
  roles: WORKERS,
  capacity: null,
  load: ({ name }, read) =>
    ok({ before: read.reportDefinitions().find((one) => fold(one.name) === fold(name)) ?? null }),
  decide: ({ before }, input, context) => {
    const id = before?.id ?? context.newId(1)
    if (before !== null && isSame(before, input)) return fail(refusal('NOTHING_CHANGED', {}))
    const draft: Draft = { kind: 'report.defined', subject: { type: 'definition', id }, payload: input }
    return ok({ drafts: [draft], value: { definition: id } })
  },
})

/** Withdraws a definition; reports that were sent stay as they are. */
export const dropReportDefinition = command({
  name: 'report.drop',
  input: z.strictObject({ definition: Uuid, reason: text(500).optional() }),
  roles: WORKERS,
  capacity: null,
  load: ({ definition }, read) =>
    found(read.reportDefinitions().find(({ id }) => id === definition) ?? null, 'definition', definition),
  decide: ({ id }, { reason }) => {
    const payload = reason === undefined ? {} : { reason }
    const draft: Draft = { kind: 'report.dropped', subject: { type: 'definition', id }, payload }
    return ok({ drafts: [draft], value: { definition: id } })
  },
})

function isSame(one: ReportDefinition, other: ReportDefinition): boolean {
  return (
    one.name === other.name &&
    one.at === other.at &&
    one.membersOn === other.membersOn &&
    one.period.kind === other.period.kind &&
    one.period.from === other.period.from &&
    one.period.to === other.period.to
  )
}
