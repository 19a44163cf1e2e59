/**
 * A report as the figures that are sent: whole numbers by code, nothing else, so that two offices can hold the same
 * figures side by side; and what differs between two such lists.
 */
import { PRIVATE, type Report } from './report.ts'

/** One figure: 'admitted', 'sex:female', 'plan', 'members'. */
export type Figure = { readonly code: string; readonly value: number }

/**
 * The figures of a report that the office above can compute too: what is private to an office (who is on its list) is not
 * among them.
 */
export function figuresOf(report: Report): readonly Figure[] {
  const { plan, admitted, members, ofMembers } = report.year.whole
  return [
    ...report.lines.flatMap(({ code, number }) => (PRIVATE.has(code) ? [] : [{ code, value: number }])),
    ...report.breakdowns.flatMap(({ dimension, rows }) =>
      rows.map(({ value, count }) => ({ code: `${dimension}:${value}`, value: count })),
    ),
    { code: 'yearAdmitted', value: admitted.number },
    ...(plan.number === null ? [] : [{ code: 'plan', value: plan.number }]),
    ...(ofMembers.denominator === null || members.members === null
      ? []
      : [{ code: 'members', value: members.members }]),
  ]
}

/**
 * What free text of a report is called, by the code of its figure: the code holds it without its marks, so that two
 * spellings are one figure.
 */
export function labelsOf(reports: readonly Report[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    reports.flatMap(({ breakdowns }) =>
      breakdowns.flatMap(({ dimension, rows }) =>
        rows.flatMap(({ value, label }) => (label === undefined ? [] : [[`${dimension}:${value}`, label] as const])),
      ),
    ),
  )
}

/** A figure that is another one now. Null: it was not there, or is not any more. */
export type FigureChange = { readonly code: string; readonly was: number | null; readonly now: number | null }

/** What differs between two lists of figures, in the order of the first. */
export function changedFigures(was: readonly Figure[], now: readonly Figure[]): readonly FigureChange[] {
  const before = new Map(was.map(({ code, value }) => [code, value]))
  const after = new Map(now.map(({ code, value }) => [code, value]))
  const codes = [...new Set([...before.keys(), ...after.keys()])]
  return codes.flatMap((code) => {
    const [old, fresh] = [before.get(code) ?? null, after.get(code) ?? null]
    // A value nobody has is the same as a row that is not there.
    return (old ?? 0) === (fresh ?? 0) ? [] : [{ code, was: old, now: fresh }]
  })
}
