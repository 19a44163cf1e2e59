/**
 * The life of a case through the commands of one office, for tests of whole ways: every act under a short name, with the
 * input a real one would have. Answers of the deciding office are recorded from paper, or by ourselves where we decide.
 */
import { addDays } from '../../shared/calendar/plain-date.ts'
import type { Matter } from '../../shared/model/acts.ts'
import { UNIT, type Desk } from './journal-kit.ts'
import { BRANCH_ALL_FOR, COMMITTEE_ALL_FOR } from './votes.ts'

/** Names of the acts. */
export type LifeAct = keyof typeof ACTS

/** A case at a desk, with its own clock. */
export type Life = {
  readonly desk: Desk
  readonly case: string
  readonly today: string
  /** Whether our own office decides, so that nothing is marked as from paper. */
  readonly decides: boolean
}

type Call = readonly [name: string, input: Readonly<Record<string, unknown>>]

function about(matter: Matter): { readonly matter?: Matter } {
  return matter === 'admission' ? {} : { matter }
}

function vote(matter: Matter) {
  return ({ today }: Life): readonly Call[] => [
    [
      'dossier.recordBranchVote',
      { ...about(matter), date: today, ...BRANCH_ALL_FOR, resolution: { number: '12-NQ/CB', date: today } },
    ],
  ]
}

function committee(matter: Matter) {
  return ({ today }: Life): readonly Call[] => [
    [
      'dossier.recordCommitteeVote',
      { ...about(matter), date: today, ...COMMITTEE_ALL_FOR, resolution: { number: '34-NQ/ĐU', date: today } },
    ],
  ]
}

function submit(matter: Matter) {
  return ({ today }: Life): readonly Call[] => [['dossier.submit', { ...about(matter), date: today }]]
}

function receive(matter: Matter) {
  return ({ today }: Life): readonly Call[] => [['dossier.receive', { ...about(matter), date: today, onPaper: true }]]
}

function giveBack(matter: Matter) {
  return ({ today }: Life): readonly Call[] => [
    ['dossier.return', { ...about(matter), date: today, remarks: [{ text: 'Bổ sung' }], onPaper: true }],
  ]
}

function decide(matter: Matter, outcome: string) {
  return ({ today, decides, desk, case: id }: Life): readonly Call[] => {
    const number = `${desk.case(id).decisions.length + 1}-${outcome}-${today}`
    const body = decides ? 'Ban Thường vụ Đảng ủy' : 'Ban Thường vụ Huyện ủy'
    return [
      [
        'decision.record',
        { ...about(matter), outcome, number, date: today, body, ...(decides ? {} : { onPaper: true }) },
      ],
    ]
  }
}

function receipt(matter: Matter) {
  return ({ today }: Life): readonly Call[] => [['decision.recordReceipt', { ...about(matter), date: today }]]
}

function paper(code: string) {
  return ({ today }: Life): readonly Call[] => [['paper.record', { paper: code, date: today, number: '1' }]]
}

function end(reason: string) {
  return ({ today }: Life): readonly Call[] => [['candidate.withdraw', { reason, date: today }]]
}

/** Every act: the calls it makes, each with the case added. */
export const ACTS = {
  helper: ({ today }: Life): readonly Call[] => [
    ['helper.assign', { name: 'Trần Văn Bình', officialDate: '2010-02-03', from: addDays(today, -500) }],
    ['helper.assign', { name: 'Lê Thị Cúc', officialDate: '2012-05-19', from: addDays(today, -500), inPlaceOf: null }],
  ],
  certificate: paper('CN-NTVD'),
  application: paper('1-KND'),
  dossier: ({ today }: Life): readonly Call[] => [
    ...['2-KND', 'TT-2-KND', '5-KND'].map((code): Call => ['paper.record', { paper: code, date: today }]),
    ['paper.record', { paper: '3-KND', date: today, person: 'Trần Văn Bình' }],
    ['paper.record', { paper: '3-KND', date: today, person: 'Lê Thị Cúc' }],
  ],
  vote: vote('admission'),
  committee: committee('admission'),
  submit: submit('admission'),
  receive: receive('admission'),
  giveBack: giveBack('admission'),
  admit: decide('admission', 'admit'),
  refuse: decide('admission', 'refuse'),
  receipt: receipt('admission'),
  ceremony: ({ today }: Life): readonly Call[] => [
    ['ceremony.record', { date: today, helper: { name: 'Trần Văn Bình' } }],
    ['paper.record', { paper: 'LL-HSDV', date: today }],
    ['paper.record', { paper: 'PHIEU-HSDV', date: today }],
  ],
  probationPapers: ({ today }: Life): readonly Call[] =>
    ['CN-DVM', '10-KND', '11-KND', '12-KND'].map((code) => ['paper.record', { paper: code, date: today }]),
  recognitionVote: vote('recognition'),
  recognitionCommittee: committee('recognition'),
  recognitionSubmit: submit('recognition'),
  recognitionReceive: receive('recognition'),
  recognitionReturn: giveBack('recognition'),
  recognise: decide('recognition', 'recognise'),
  recognitionRefuse: decide('recognition', 'refuse'),
  recognitionReceipt: receipt('recognition'),
  card: ({ today, decides }: Life): readonly Call[] => [
    ['card.issue', { number: '12.345678', date: today, ...(decides ? {} : { onPaper: true }) }],
  ],
  removalVote: vote('removal'),
  removalCommittee: committee('removal'),
  removalSubmit: submit('removal'),
  removalReturn: giveBack('removal'),
  remove: decide('removal', 'remove'),
  removalRefuse: decide('removal', 'refuse'),
  removalReceipt: receipt('removal'),
  cancellationVote: vote('cancellation'),
  cancellationCommittee: committee('cancellation'),
  cancellationSubmit: submit('cancellation'),
  cancellationReturn: giveBack('cancellation'),
  cancel: decide('cancellation', 'cancel'),
  withdraw: end('withdrawn'),
  takeOffTheList: end('removed'),
  die: end('died'),
  leave: end('left'),
  moveAway: ({ today, desk, case: id }: Life): readonly Call[] => [
    [
      'transfer.record',
      {
        direction: 'out',
        who: desk.case(id).ceremony === null ? 'candidate' : 'probationary',
        otherOffice: 'Đảng ủy thị trấn Quế',
        date: today,
        presentedOn: today,
        completedOn: today,
      },
    ],
  ],
  report: ({ today }: Life): readonly Call[] => [['departure.report', { reason: 'died', on: today, date: today }]],
} as const

/** The names of all acts. */
export const LIFE_ACTS = Object.keys(ACTS).filter((name): name is LifeAct => Object.hasOwn(ACTS, name))

/** Registers a person whom nothing bars, and begins the case's clock. */
export function beginLife(desk: Desk, today: string, decides = false): Life {
  desk.at(today)
  const { value } = desk.do('candidate.register', {
    profile: { name: 'Nguyễn Thị Hòa', birth: '1985-06-15', sex: 'female', education: 'upperSecondary' },
    unit: UNIT,
    on: today,
  })
  return { desk, case: caseIn(value), today, decides }
}

/** The case that a command's answer names. */
export function caseIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('case' in value) || typeof value.case !== 'string')
    throw new Error('no case')
  return value.case
}

/**
 * Lets days go by, then does an act.
 * @returns the life after it, and the code of the first refusal, or null
 */
export function live(life: Life, act: LifeAct, days = 3): { readonly life: Life; readonly refused: string | null } {
  const next = { ...life, today: addDays(life.today, days) }
  next.desk.at(next.today)
  for (const [name, input] of ACTS[act](next)) {
    const answer = next.desk.call(name, { case: next.case, ...input })
    if (!answer.ok) return { life: next, refused: answer.error.code }
  }
  return { life: next, refused: null }
}
