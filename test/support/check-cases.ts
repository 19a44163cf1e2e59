/**
 * Cases and offices that the examples of the checks are made of: what is in order, and how far it is changed.
 */
import { createCalendar } from '../../shared/calendar/working-days.ts'
import { assessOffice, type OfficeFacts } from '../../shared/rules/assess-office.ts'
import type { AssessContext } from '../../shared/rules/context.ts'
import { ruleSetOn } from '../../shared/rules/sets/index.ts'
import { addDays } from '../../shared/calendar/plain-date.ts'
import { aDossier, codes, type CaseBuilder } from './case-builder.ts'
import { withRecognitionPapers } from './probation.ts'

/** Answers the codes found in an example. */
export type Example = () => readonly string[]

/** The examples of one check. `edge`: just inside what is allowed, and just outside. */
export type Examples = {
  readonly seen: Example
  readonly unseen: Example
  readonly edge: readonly [within: Example, beyond: Example]
}

export const MEETING = '2024-01-15'
export const ON = '2024-02-01'
const calendar = createCalendar()

export const found =
  (builder: CaseBuilder, on = ON, context: Partial<AssessContext> = {}): Example =>
  () =>
    codes(builder.on(on, context))
export const voted = (builder: CaseBuilder = aDossier(), vote: Parameters<CaseBuilder['withBranchVote']>[1] = {}) =>
  builder.withBranchVote(MEETING, vote)
export const dated = (paper: string, date: string) => aDossier().withoutPaper(paper).withPaper(paper, date)
export const fine = found(voted())

/** A branch vote of so many official members, all present, of whom so many agree. */
export const share = (official: number, agree: number) =>
  voted(aDossier(), { official, presentOfficial: official, agree, disagree: official - agree })

export const resolved = voted().withCommitteeVote('2024-01-25')
export const sent = resolved.withSubmission('2024-01-26')
export const received = sent.withDecision('2024-02-20').withReceipt('2024-02-26')
export const refused = sent.withDecision('2024-02-20', { outcome: 'refuse' })

/** In probation from 19/02/2024 to 19/02/2025. */
export const probation = voted()
  .withCommitteeVote('2024-01-20')
  .withSubmission('2024-01-22')
  .withDecision('2024-02-01')
  .withReceipt('2024-02-05')
  .withCeremony('2024-02-19')
export const ready = withRecognitionPapers(probation.about('recognition'))
export const reviewed = (agree = 9) => ready.withBranchVote('2025-02-24', { agree, disagree: 9 - agree })
export const recognised = (officialFrom?: string) =>
  reviewed()
    .withCommitteeVote('2025-02-26')
    .withSubmission('2025-02-27')
    .withDecision('2025-03-10', officialFrom === undefined ? {} : { officialFrom })
    .withReceipt('2025-03-12')

/** The day on which a limit of a case ends. */
function due(builder: CaseBuilder, id: string, on: string): string {
  const limit = builder.on(on).deadlines.find((deadline) => deadline.id === id)
  if (limit === undefined) throw new Error(`no limit ${id}`)
  return limit.due
}

/** On the last day of a limit, and on the day after. */
export function limitEdge(builder: CaseBuilder, id: string, on: string): Examples['edge'] {
  const last = due(builder, id, on)
  return [found(builder, last), found(builder, addDays(last, 1))]
}

export function helped(rest: { readonly from?: string; readonly officialDate?: string }): CaseBuilder {
  return aDossier()
    .patch({ helpers: [] })
    .withHelper({ name: 'Trần Văn Bình', from: '2022-06-01', officialDate: '2010-02-03', ...rest })
    .withHelper({ name: 'Lê Thị Cúc', from: '2022-06-01' })
}

export const asked = (received: string) =>
  aDossier().withVerification('2024-01-15', ['self'], { received: act({ date: received }).date })
function act<T extends object>(payload: T) {
  return { ...payload, entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const
}

/** A CV with these times and relatives; nothing else of it is wanting. */
const told = (resume: Parameters<CaseBuilder['withResume']>[1]) =>
  aDossier()
    .with({ ethnicity: 'Kinh', birthPlace: 'xã Ba Sao', hometown: 'xã Ba Sao', residence: 'thôn Đồng Sơn' })
    .withResume('2023-09-05', { byHand: ['relatives'], ...resume })
export const busy = (...periods: readonly (readonly [string, string | null])[]) =>
  told({
    periods: periods.map(([from, to]) => ({ from, what: 'Làm ruộng', ...(to === null ? {} : { to }) })),
  })
export const children = (count: number) =>
  told({
    byHand: ['periods'],
    relatives: Array.from({ length: count }, () => ({ relation: 'child' as const, birthYear: 2015 })),
  })
export const again = (leftOn: string) =>
  told({ byHand: ['periods', 'relatives'], earlier: { leftOn, reason: 'removed', times: 1 } }).withPaper(
    'DY-KNLAI',
    '2023-12-01',
  )

/** Somebody who withdrew and got these papers back. */
export const returnedTo = (papersReturned: string[]) =>
  aDossier().patch({ ending: act({ reason: 'withdrawn' as const, date: '2024-01-10', papersReturned }) })
export const gaveBack = (papersReturned: string[]) => found(returnedTo(papersReturned), '2024-01-20')

const version = { entry: 'e', office: 'o', value: 'Nguyễn Thị Hòa' }
export const twoOf = (field: string) =>
  found(aDossier().patch({ conflicts: [{ field, versions: [version, version] }] }))

/** The branch has used 12 on 15/01/2024 for somebody else. */
export const BESIDE: Partial<AssessContext> = {
  besideOf: () => [
    {
      subject: 'a',
      act: 'branchVote',
      matter: 'admission',
      number: '12-NQ/CB',
      count: 12,
      date: '2024-01-15',
    },
  ],
}

/** A branch vote with this number, beside the one it has used. */
export const numbered = (number: string, date = '2024-02-01') =>
  found(aDossier().withBranchVote(date, { resolution: { number, date } }), ON, BESIDE)

/** What is found in an office in which all else is in order. */
export const officeFindings = (facts: Partial<OfficeFacts>, today = '2024-06-15') =>
  assessOffice(
    { same: [], branches: [], helpers: [], plans: [], since: '2010-01-01', ...facts },
    { rules: ruleSetOn(today), calendar, today },
  )
export const office =
  (facts: Partial<OfficeFacts>, today = '2024-06-15') =>
  () =>
    officeFindings(facts, today).map(({ code }) => code)
export const one = { case: 'a', name: 'Lê Thị Lan', unit: 'u', unitName: 'Chi bộ 1' }
export const branch = (rest: object) => ({
  branches: [
    { unit: 'u', name: 'Chi bộ 1', own: true, from: null, reviewed: '2024-06', newMember: '2024-02-03', ...rest },
  ],
})

export const inSection = { unit: { type: 'branch', name: 'Chi bộ 3', inSection: true } } as const
export const reported = (date: string) => found(resolved.withPaper('7-KND', date), '2024-02-20', inSection)
export const committee = (agree: number) => found(voted().withCommitteeVote('2024-01-25', { present: agree, agree }))
export const body = (agree: number) => found(resolved.withDecision('2024-02-20', { members: 10, agree }), '2024-02-20')
export const helperless = (date: string) => {
  const { helper: _left, ...ceremony } = received.withCeremony(date).build().ceremony ?? { date }
  return received.patch({ ceremony: act(ceremony) })
}
export const membership =
  (builder: CaseBuilder, end: string): Example =>
  () =>
    builder.on('2024-03-05').membership?.probationEnd === end ? ['C23'] : []

/** Whether a limit ends in a year without published holidays. */
export const provisional =
  (meeting: string): Example =>
  () =>
    aDossier()
      .with({ birth: '1995-01-01' })
      .withBranchVote(meeting)
      .on(addDays(meeting, 1))
      .deadlines.some((limit) => limit.id === 'decision' && limit.provisional)
      ? ['C45']
      : []

/** The last day of a meeting whose limit, with the extension it may be given, still ends in a published year. */
export function lastPublished(): string {
  const end = (day: string) => calendar.addWorkingDays(calendar.addWorkingDays(day, 60).date, 30).date
  let day = '2026-07-27'
  while (end(addDays(day, 1)) <= '2026-12-31') day = addDays(day, 1)
  return day
}
