/**
 * The mistakes of real dossiers (reference/procedure.md section 8) that a program can see: of each its own example, the
 * finding that it must give, and how grave that is. What cannot have been at all is refused where it is recorded.
 */
import type { Severity } from '../../shared/rules/finding.ts'
import type { AssessContext } from '../../shared/rules/context.ts'
import { impossibleBranchVote } from '../../shared/rules/impossible.ts'
import { aDossier, type CaseBuilder } from './case-builder.ts'
import {
  again,
  branch,
  BESIDE,
  dated,
  helped,
  helperless,
  MEETING,
  officeFindings,
  ON,
  probation,
  ready,
  received,
  returnedTo,
  reviewed,
  sent,
  share,
  voted,
} from './check-cases.ts'
import { BRANCH_ALL_FOR } from './votes.ts'

/** What an example gives. */
type Told = { readonly code: string; readonly severity: Severity | 'refused' }

/** A mistake: its example, and the finding that shows it. */
export type MistakeExample = Told & { readonly found: () => readonly Told[] }

const at =
  (builder: CaseBuilder, on = ON, context: Partial<AssessContext> = {}) =>
  () =>
    builder.on(on, context).findings

/** A dossier whose CV names the relatives; verified as far as a mistake says. */
function withRelatives(resume: Parameters<CaseBuilder['withResume']>[1] = {}): CaseBuilder {
  return aDossier()
    .withoutPaper('TT-2-KND')
    .withResume('2023-09-05', {
      byHand: ['periods'],
      relatives: [{ relation: 'father' }, { relation: 'mother' }],
      ...resume,
    })
}

const clear = { answer: { date: '2023-10-20', result: 'clear' } } as const
const [block, warn, info] = ['block', 'warn', 'info'] as const

/** The mistakes, by number. */
export const MISTAKE_EXAMPLES: Readonly<Record<string, MistakeExample>> = {
  P1: { code: 'C3', severity: block, found: at(voted(dated('CN-NTVD', '2018-06-01'))) },
  P2: { code: 'C25', severity: block, found: at(ready.withBranchVote('2025-02-18'), '2025-02-28') },
  P3: { code: 'C25-late', severity: warn, found: at(ready.withBranchVote('2025-04-15'), '2025-04-20') },
  P4: { code: 'C11', severity: warn, found: at(dated('1-KND', '2023-09-06')) },
  P5: {
    code: 'C8-remarks',
    severity: block,
    found: at(
      withRelatives({ remarksOn: '2023-10-01' })
        .withSeal('2023-09-06')
        .withVerification('2023-09-10', ['self', 1, 2], clear),
    ),
  },
  P6: {
    code: 'C8-late',
    severity: block,
    found: at(
      withRelatives({ remarksOn: '2023-10-21' })
        .withSeal('2023-10-22')
        .withVerification('2023-09-10', ['self', 1, 2], clear),
    ),
  },
  P7: {
    code: 'C12-share',
    severity: block,
    // Two thirds of those present, and not of all.
    found: at(voted(aDossier(), { presentOfficial: 7, agree: 5, disagree: 2, absences: [{ count: 2, reason: 'Ốm' }] })),
  },
  P8: {
    code: 'votesOverPresent',
    severity: 'refused',
    found: () => {
      const vote = { date: MEETING, ...BRANCH_ALL_FOR, probationary: 1, presentProbationary: 1, agree: 10 }
      const wrong = impossibleBranchVote(vote, { today: ON })
      return wrong === null ? [] : [{ code: wrong.code, severity: 'refused' }]
    },
  },
  P9: {
    code: 'C6-org',
    severity: block,
    found: at(voted(aDossier().with({ birth: '2000-03-01', youthUnionSince: '2016' }))),
  },
  P10: { code: 'C7', severity: block, found: at(helped({ officialDate: '2024-05-01' })) },
  P11: { code: 'C5', severity: block, found: at(voted(aDossier().withoutPaper('5-KND'))) },
  P12: {
    code: 'C8-open',
    severity: block,
    found: at(withRelatives().withSeal('2023-09-06').withVerification('2023-09-10', ['self', 1], clear)),
  },
  P13: { code: 'C1-over', severity: block, found: at(voted(aDossier().with({ birth: '1960-01-01' }))) },
  P14: { code: 'C2', severity: block, found: at(voted(aDossier().with({ education: 'primary' }))) },
  P15: { code: 'C21', severity: block, found: at(received.withCeremony('2024-06-03'), '2024-06-10') },
  P16: { code: 'C17', severity: warn, found: at(sent.withDecision('2024-05-02'), '2024-05-10') },
  P17: { code: 'C10', severity: warn, found: at(voted(dated('1-KND', '2022-11-10'))) },
  P18: { code: 'C35-tidy', severity: warn, found: at(withRelatives({ untidy: true })) },
  P19: {
    code: 'C36-paper',
    severity: block,
    found: at(
      aDossier().patch({
        papers: aDossier()
          .build()
          .papers.map((one) => (one.paper === '1-KND' ? { ...one, differs: 'Đơn ghi sinh ngày 18/3/1990' } : one)),
      }),
    ),
  },
  P21: {
    code: 'C38',
    severity: warn,
    found: at(
      aDossier().withBranchVote('2024-02-01', { resolution: { number: '12-NQ/CB', date: '2024-02-01' } }),
      ON,
      BESIDE,
    ),
  },
  P22: { code: 'C16-date', severity: block, found: at(voted().withCommitteeVote('2024-01-14')) },
  P23: {
    code: 'C18',
    severity: block,
    found: at(sent.withDecision('2024-02-20', { body: 'Chi bộ thôn Đồng Sơn' }), '2024-02-21'),
  },
  P24: { code: 'C31', severity: block, found: at(again('2023-01-01'), '2024-01-10') },
  P26: { code: 'C22', severity: block, found: at(helperless('2024-03-03'), '2024-03-10') },
  P27: { code: 'C26', severity: block, found: at(reviewed().withoutPaper('CN-DVM'), '2025-02-28') },
  P28: { code: 'C33', severity: warn, found: at(probation.withTransfer('2024-06-03'), '2024-12-01') },
  P29: { code: 'C34', severity: block, found: at(returnedTo(['1-KND', '2-KND']), '2024-01-20') },
  P30: { code: 'C13', severity: block, found: at(share(2, 2)) },
  P31: { code: 'C43-idle', severity: info, found: () => officeFindings(branch({ newMember: '2015-02-03' })) },
  P32: { code: 'C46', severity: warn, found: at(probation.withEnding('2024-06-03', 'died'), '2024-12-01') },
}
