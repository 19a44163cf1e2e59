/**
 * For every check of the procedure (C1 to C46) one example that it finds, one that it does not, and both sides of its
 * edge. Each example answers the codes of what was found.
 */
import { addDays } from '../../shared/calendar/plain-date.ts'
import { aDossier } from './case-builder.ts'
import {
  MEETING,
  ON,
  again,
  asked,
  body,
  branch,
  busy,
  children,
  committee,
  dated,
  fine,
  found,
  gaveBack,
  helped,
  helperless,
  inSection,
  lastPublished,
  limitEdge,
  membership,
  numbered,
  office,
  one,
  probation,
  provisional,
  ready,
  received,
  recognised,
  refused,
  reported,
  resolved,
  reviewed,
  sent,
  share,
  twoOf,
  voted,
  type Examples,
} from './check-cases.ts'

/** The examples by number. */
export const CHECK_EXAMPLES: Readonly<Record<string, Examples>> = {
  C1: {
    seen: found(voted(aDossier().with({ birth: '2006-02-01' }))),
    unseen: fine,
    edge: [
      found(voted(aDossier().with({ birth: '2006-01-15' }))),
      found(voted(aDossier().with({ birth: '2006-01-16' }))),
    ],
  },
  C2: {
    seen: found(voted(aDossier().with({ education: 'primary' }))),
    unseen: fine,
    edge: [
      found(voted(aDossier().with({ education: 'primary', specialArea: true }))),
      found(voted(aDossier().with({ education: 'literate', specialArea: true }))),
    ],
  },
  C3: {
    seen: found(voted(dated('CN-NTVD', '2018-06-01'))),
    unseen: fine,
    edge: [found(voted(dated('CN-NTVD', '2019-01-16'))), found(voted(dated('CN-NTVD', '2019-01-15')))],
  },
  C4: {
    seen: found(dated('CN-NTVD', '2019-03-01'), '2024-01-10'),
    unseen: found(aDossier(), '2024-01-10'),
    edge: [found(dated('CN-NTVD', '2019-06-01'), '2024-03-02'), found(dated('CN-NTVD', '2019-06-01'), '2024-03-03')],
  },
  C5: {
    seen: found(voted(aDossier().withoutPaper('5-KND'))),
    unseen: fine,
    edge: [found(voted(dated('5-KND', MEETING))), found(voted(dated('5-KND', '2024-01-16')))],
  },
  C6: {
    seen: found(voted(aDossier().withoutPaper('3-KND'))),
    unseen: fine,
    edge: [
      found(voted(aDossier().with({ birth: '1993-01-15' }))),
      found(voted(aDossier().with({ birth: '1993-01-16' }))),
    ],
  },
  C7: {
    seen: found(helped({ officialDate: '2024-05-01' })),
    unseen: found(aDossier()),
    edge: [found(helped({ from: '2022-12-01' })), found(helped({ from: '2022-12-02' }))],
  },
  C8: {
    seen: found(voted(aDossier().withoutPaper('TT-2-KND'))),
    unseen: fine,
    edge: [found(voted(dated('TT-2-KND', '2023-09-05'))), found(voted(dated('TT-2-KND', '2023-09-04')))],
  },
  C9: {
    seen: found(asked('2023-10-02')),
    unseen: found(aDossier()),
    // The thirtieth working day, over Tết.
    edge: [found(asked('2024-01-19'), '2024-03-08'), found(asked('2024-01-19'), '2024-03-09')],
  },
  C10: {
    seen: found(voted(dated('1-KND', '2022-11-10'))),
    unseen: fine,
    edge: [found(voted(dated('1-KND', '2023-01-15'))), found(voted(dated('1-KND', '2023-01-14')))],
  },
  C11: {
    seen: found(dated('1-KND', '2023-10-01')),
    unseen: found(aDossier()),
    edge: [found(dated('1-KND', '2023-09-05')), found(dated('1-KND', '2023-09-06'))],
  },
  C12: { seen: found(share(9, 3)), unseen: fine, edge: [found(share(10, 7)), found(share(10, 6))] },
  C13: { seen: found(share(1, 1)), unseen: fine, edge: [found(share(3, 3)), found(share(2, 2))] },
  C14: { seen: found(share(9, 3)), unseen: fine, edge: [found(share(4, 3)), found(share(4, 2))] },
  C15: {
    seen: found(voted(), '2024-02-20', inSection),
    unseen: reported('2024-01-20'),
    edge: [reported('2024-01-25'), reported('2024-01-26')],
  },
  C16: { seen: committee(5), unseen: found(resolved), edge: [committee(10), committee(9)] },
  C17: {
    seen: found(voted(), '2024-06-15'),
    unseen: fine,
    edge: limitEdge(voted(), 'decision', ON),
  },
  C18: {
    seen: found(sent.withDecision('2024-02-20', { body: 'Ủy ban nhân dân huyện' }), '2024-02-21'),
    unseen: found(received, '2024-03-01'),
    edge: [
      found(voted().withDecision(MEETING).withReceipt('2024-01-20')),
      found(voted().withDecision('2024-01-14').withReceipt('2024-01-20')),
    ],
  },
  C19: { seen: body(2), unseen: body(10), edge: [body(6), body(5)] },
  C20: {
    seen: found(refused, '2024-03-01'),
    unseen: found(refused.withReceipt('2024-02-28'), '2024-03-01'),
    // A receipt from before the decision was one of an earlier decision.
    edge: [
      found(refused.withReceipt('2024-02-20'), '2024-03-01'),
      found(refused.withReceipt('2024-02-19'), '2024-03-01'),
    ],
  },
  C21: {
    seen: found(received, '2024-06-01'),
    unseen: found(received, '2024-03-01'),
    edge: limitEdge(received, 'ceremony', '2024-03-01'),
  },
  C22: {
    seen: found(helperless('2024-03-03'), '2024-03-10'),
    unseen: found(received.withCeremony('2024-03-03'), '2024-03-10'),
    edge: [
      found(received.withCeremony('2024-03-03', { helper: { name: 'Lê Thị Cúc' } }), '2024-03-03'),
      found(helperless('2024-03-03'), '2024-03-03'),
    ],
  },
  C23: {
    seen: membership(probation, '2025-02-19'),
    unseen: membership(received, '2025-02-19'),
    // The year after has no 29/02.
    edge: [
      membership(probation.withCeremony('2024-02-29'), '2025-03-01'),
      membership(probation.withCeremony('2024-02-29'), '2025-02-28'),
    ],
  },
  C24: {
    seen: found(probation, '2025-02-01'),
    unseen: found(probation, '2024-06-01'),
    edge: [found(probation, '2024-12-20'), found(probation, '2024-12-21')],
  },
  C25: {
    seen: found(ready.withBranchVote('2025-02-10'), '2025-02-28'),
    unseen: found(reviewed(), '2025-02-28'),
    edge: [
      found(ready.withBranchVote('2025-02-20'), '2025-02-28'),
      found(ready.withBranchVote('2025-02-19'), '2025-02-28'),
    ],
  },
  C26: {
    seen: found(reviewed().withoutPaper('CN-DVM'), '2025-02-28'),
    unseen: found(reviewed(), '2025-02-28'),
    edge: [
      found(reviewed().withoutPaper('12-KND').withPaper('12-KND', '2025-02-24'), '2025-02-28'),
      found(reviewed().withoutPaper('12-KND').withPaper('12-KND', '2025-02-25'), '2025-02-28'),
    ],
  },
  C27: {
    seen: found(reviewed(2), '2025-02-28'),
    unseen: found(reviewed(), '2025-02-28'),
    edge: [found(reviewed(6), '2025-02-28'), found(reviewed(5), '2025-02-28')],
  },
  C28: {
    seen: found(reviewed(), '2025-06-01'),
    unseen: found(reviewed(), '2025-02-28'),
    edge: limitEdge(reviewed(), 'recognitionDecision', '2025-02-28'),
  },
  C29: {
    seen: found(recognised('2025-03-10'), '2025-03-15'),
    unseen: found(recognised(), '2025-03-15'),
    edge: [found(recognised('2025-02-19'), '2025-03-15'), found(recognised('2025-02-20'), '2025-03-15')],
  },
  C30: {
    seen: found(ready.withBranchVote('2025-02-24', { agree: 3, disagree: 6, concludes: 'extension' }), '2025-02-28'),
    unseen: found(reviewed(), '2025-02-28'),
    edge: [found(reviewed(6), '2025-02-28'), found(reviewed(5), '2025-02-28')],
  },
  C31: {
    seen: found(again('2023-01-01'), '2024-01-10'),
    unseen: found(aDossier(), '2024-01-10'),
    edge: [found(again('2020-09-01'), '2024-01-10'), found(again('2020-09-02'), '2024-01-10')],
  },
  C32: {
    seen: found(aDossier().with({ circumstances: ['religion'] }), '2024-01-10'),
    unseen: found(
      aDossier()
        .with({ circumstances: ['religion'] })
        .withPaper('DY-TONGIAO', '2023-12-01'),
      '2024-01-10',
    ),
    edge: [found(children(2), '2024-01-10'), found(children(3), '2024-01-10')],
  },
  C33: {
    seen: found(probation.withTransfer('2024-06-03'), '2024-12-01'),
    unseen: found(probation, '2024-12-01'),
    edge: limitEdge(probation.withTransfer('2024-06-03'), 'transferPresent', '2024-06-04'),
  },
  C34: {
    seen: gaveBack(['1-KND', '2-KND']),
    unseen: gaveBack([]),
    edge: [gaveBack(['1-KND', 'CN-NTVD']), gaveBack(['2-KND'])],
  },
  C35: {
    seen: found(busy(['2003-09-01', '2010-05-31'], ['2015-01-01', null]), '2024-01-10'),
    unseen: found(busy(['1991-09', null]), '2024-01-10'),
    edge: [
      found(busy(['2003-09-01', '2010-05-31'], ['2010-07-01', null]), '2024-01-10'),
      found(busy(['2003-09-01', '2010-05-31'], ['2010-07-02', null]), '2024-01-10'),
    ],
  },
  C36: { seen: twoOf('name'), unseen: found(aDossier()), edge: [twoOf('residence'), twoOf('hometown')] },
  C38: {
    seen: numbered('12-NQ/CB'),
    unseen: numbered('20-NQ/CB'),
    edge: [numbered('13-NQ/CB', '2024-01-15'), numbered('13-NQ/CB', '2024-01-14')],
  },
  C39: {
    seen: office({ same: [{ by: 'number', key: '035185001234', people: [one, one] }] }),
    unseen: office({}),
    edge: [
      office({ same: [{ by: 'name', key: '1985-06-15', people: [one] }] }),
      office({ same: [{ by: 'name', key: '1985-06-15', people: [one, { ...one, unit: 'v' }] }] }),
    ],
  },
  C40: {
    seen: found(aDossier().with({ identityNumber: '035085001234' })),
    unseen: found(aDossier()),
    edge: [
      found(aDossier().with({ identityNumber: '035185001234' })),
      found(aDossier().with({ identityNumber: '035186001234' })),
    ],
  },
  C41: {
    seen: office(branch({ reviewed: null })),
    unseen: office(branch({})),
    edge: [office(branch({ newMember: '2024-06-01' }), '2024-06-30'), office(branch({}), '2024-07-01')],
  },
  C43: {
    seen: office(branch({ newMember: '2015-02-03' })),
    unseen: office(branch({})),
    edge: [office(branch({ newMember: '2021-06-15' })), office(branch({ newMember: '2021-06-14' }))],
  },
  C45: {
    seen: provisional('2027-01-15'),
    unseen: provisional('2024-01-15'),
    edge: [provisional(lastPublished()), provisional(addDays(lastPublished(), 1))],
  },
  C46: {
    seen: found(probation.withEnding('2024-06-03', 'died'), '2024-12-01'),
    unseen: found(probation.withDeparture('2024-06-20', '2024-06-03'), '2024-12-01'),
    edge: limitEdge(probation.withEnding('2024-06-03', 'died'), 'departureReport', '2024-06-04'),
  },
}
