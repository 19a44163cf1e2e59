/**
 * C35: the CV hangs together: parts filled or left as written by hand, times without a gap of more than a month and
 * without two at once, nothing before birth, parents older than their children. Partial days count only where every
 * reading of them shows the fault. School before work is not judged: a time of the CV says in words what was done, and many
 * learn beside their work or after it. P18: erasures on the handwritten form, as somebody saw them.
 */
import { earliestDay, latestDay } from '../../calendar/partial-date.ts'
import { addDays, addMonths } from '../../calendar/plain-date.ts'
import { birthYear, type ProfileField } from '../../model/profile.ts'
import type { Resume } from '../../model/resume.ts'
import { finding, type Finding, type FindingCode, type FindingData, type FindingOf } from '../finding.ts'
import { RESUME } from '../paper-codes.ts'
import type { View } from '../view.ts'

/** Fields that papers and statistics use, so that a CV without them is not whole. */
const NEEDED: readonly ProfileField[] = [
  'birth',
  'sex',
  'ethnicity',
  'birthPlace',
  'hometown',
  'residence',
  'education',
]

/** Parents are older than their children by at least so many years. */
const PARENT_YEARS = 12

/**
 * Checks the CV, where its contents are recorded.
 * @param view - the case
 */
export function checkResume(view: View): readonly Finding[] {
  const { resume, profile } = view.state
  if (resume === null) return []
  // What a CV holds is laid down with its form; how it hangs together follows from that and is no value of its own.
  const form = view.meeting.rules.papers.find(({ code }) => code === RESUME)?.requiredWhen
  const source = { article: form?.article ?? '', confirmed: form?.confirmed ?? true }
  const say = <C extends FindingCode>(code: C, data: FindingData[C], about?: string): FindingOf<C> =>
    finding(code, data, {
      severity: 'warn',
      before: 'branchVote',
      source,
      about,
      acts: [resume],
    })
  return [
    ...NEEDED.flatMap((field) => (profile[field] === undefined ? [say('C35-field', { field }, field)] : [])),
    ...emptyParts(resume).map((part) => say('C35-empty', { part }, part)),
    ...gapsOf(resume).map(({ from, to }, place) => say('C35-gap', { from, to }, String(place + 1))),
    ...twiceOf(resume).map(({ first, second }, place) => say('C35-twice', { first, second }, String(place + 1))),
    ...beforeBirth(resume, profile.birth).map(({ what, from, birth }, place) =>
      say('C35-birth', { what, from, birth }, String(place + 1)),
    ),
    ...youngParents(resume, birthYear(profile)).map((data, place) => say('C35-kin', data, String(place + 1))),
    ...(resume.untidy === true ? [say('C35-tidy', {})] : []),
  ]
}

function emptyParts({ relatives, periods, byHand = [] }: Resume) {
  return [
    ...(relatives.length === 0 && !byHand.includes('relatives') ? (['relatives'] as const) : []),
    ...(periods.length === 0 && !byHand.includes('periods') ? (['periods'] as const) : []),
  ]
}

type Span = { readonly what: string; readonly from: string; readonly to: string }

/** Times in order; one that goes on lasts until the CV was declared. */
function spansOf({ periods, date }: Resume): readonly Span[] {
  return periods
    .map(({ what, from, to }) => ({ what, from, to: to ?? date }))
    .sort((a, b) => (earliestDay(a.from) < earliestDay(b.from) ? -1 : 1))
}

/** Gaps of more than a month between one time and the next, and to the day of the CV. */
function gapsOf(resume: Resume): readonly { readonly from: string; readonly to: string }[] {
  const spans = spansOf(resume)
  const gaps: { from: string; to: string }[] = []
  let end = spans.at(0)?.to
  for (const span of [...spans.slice(1), { from: resume.date, to: resume.date }]) {
    if (end === undefined) break
    if (addDays(addMonths(latestDay(end), 1), 1) < earliestDay(span.from)) gaps.push({ from: end, to: span.from })
    if (latestDay(span.to) > latestDay(end)) end = span.to
  }
  return gaps
}

/** Neighbouring times of which the second certainly begins before the first certainly ends. */
function twiceOf(resume: Resume): readonly { readonly first: string; readonly second: string }[] {
  const spans = spansOf(resume)
  return spans.flatMap((span, place) => {
    const next = spans[place + 1]
    return next !== undefined && latestDay(next.from) < earliestDay(span.to)
      ? [{ first: span.what, second: next.what }]
      : []
  })
}

function beforeBirth(resume: Resume, birth: string | undefined) {
  if (birth === undefined) return []
  return resume.periods
    .filter(({ from }) => latestDay(from) < earliestDay(birth))
    .map(({ what, from }) => ({ what, from, birth }))
}

/** Parents of the applicant and of the spouse, and the applicant's own children. */
function youngParents({ relatives }: Resume, own: number | undefined) {
  const spouse = relatives.find(({ relation }) => relation === 'spouse')?.birthYear
  return relatives.flatMap(({ name, relation, birthYear: year }) => {
    if (year === undefined) return []
    const child =
      relation === 'father' || relation === 'mother' ? own : relation === 'child' ? year : childOf(relation, spouse)
    const parent = relation === 'child' ? own : year
    if (child === undefined || parent === undefined || child - parent >= PARENT_YEARS) return []
    return [{ name, relation, birthYear: year, of: relation === 'child' ? parent : child }]
  })
}

function childOf(relation: string, spouse: number | undefined): number | undefined {
  return relation === 'spouseFather' || relation === 'spouseMother' ? spouse : undefined
}
