/**
 * The life of a case through the commands of one office, for tests of whole ways: every act under a short name, with the
 * input a real one would have. Answers of the deciding office are recorded from paper, or by ourselves where we decide.
 */
import { addDays } from '../../shared/calendar/plain-date.ts'
import type { Item } from '../../shared/journal/item.ts'
import type { Kind } from '../../shared/journal/kinds.ts'
import type { Matter } from '../../shared/model/acts.ts'
import { loadCase } from '../../db/load.ts'
import type { CommandAnswer } from '../../db/run-command.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { foldClassLife } from '../../shared/model/classes/seats.ts'
import { ELSEWHERE, itemsOfCase, UNIT, valueOf, type Desk } from './journal-kit.ts'
import { nobody } from './nobody.ts'
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

/** What came of an act. */
export type Lived = {
  readonly life: Life
  readonly refused: string | null
  readonly made: readonly { readonly name: string; readonly entries: readonly string[] }[]
}

type Plain = Readonly<Record<string, unknown>>

/** A command and what it takes: plain values get the case added; what is made from earlier answers is taken as it is. */
type Call = readonly [name: string, input: Plain | ((answers: readonly CommandAnswer[]) => Plain)]

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
  return (life: Life): readonly Call[] => {
    const { today, decides } = life
    const number = numberOf(life, outcome)
    const body = decides ? BODY : 'Ban Thường vụ Huyện ủy'
    return [
      [
        'decision.record',
        { ...about(matter), outcome, number, date: today, body, ...(decides ? {} : { onPaper: true }) },
      ],
    ]
  }
}

/** The deciding body meets on the case, votes and decides: what one office does that proposes and decides. */
function meeting(matter: Matter, outcome: 'agreed' | 'declined') {
  return (life: Life): readonly Call[] => {
    const { today, case: id } = life
    const votes = outcome === 'agreed' ? { agree: 11, disagree: 0 } : { agree: 2, disagree: 9 }
    const called = ([answer]: readonly CommandAnswer[]) => (answer === undefined ? '' : valueOf(answer)['meeting'])
    return [
      ['meeting.call', () => ({ date: today, body: BODY, members: 11, cases: [{ case: id, matter }] })],
      [
        'meeting.vote',
        (answers) => ({
          meeting: called(answers),
          votes: [{ ...about(matter), case: id, present: 11, ...votes, blank: 0, outcome }],
        }),
      ],
      [
        'meeting.decide',
        (answers) => ({
          meeting: called(answers),
          decisions: [{ ...about(matter), case: id, number: numberOf(life, outcome), date: today }],
        }),
      ],
    ]
  }
}

const BODY = 'Ban Thường vụ Đảng ủy'

function numberOf(life: Life, word: string): string {
  return `${(stateOf(life)?.decisions.length ?? 0) + 1}-${word}-${life.today}`
}

/** Takes back what was recorded of the case last, or so many acts before it; or the last of a kind. */
function retract(which: number | Kind) {
  return (life: Life): readonly Call[] => {
    const items = standing(life)
    const item = typeof which === 'number' ? items.at(-1 - which) : items.findLast(({ entry }) => entry.kind === which)
    return [['entry.retract', () => ({ entry: item?.entry.id ?? nobody, reason: 'Ghi nhầm' })]]
  }
}

/** What was recorded of the case and not taken back, in order. */
function standing(life: Life): readonly Item[] {
  const items = itemsOfCase(life.desk, life.case).toSorted((a, b) => a.tick - b.tick || a.seq - b.seq)
  const taken = new Set(stateOf(life)?.retracted)
  return items.filter(({ entry }) => !taken.has(entry.id) && entry.kind !== 'entry.retracted')
}

/** The class the person was taken on for last. */
function lastClass({ desk, case: id }: Life): string {
  const { seats } = foldClassLife(itemsOfCase(desk, id))
  return seats.at(-1)?.class.id ?? nobody
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
  helperOfMany: ({ today, case: id }: Life): readonly Call[] => [
    [
      'helper.assignMany',
      () => ({ cases: [id], name: 'Phạm Văn Lộc', officialDate: '2009-09-02', from: addDays(today, -500) }),
    ],
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
  review: ({ today }: Life): readonly Call[] => [['dossier.review', { date: today, outcome: 'agree', onPaper: true }]],
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
  moveAway: (life: Life): readonly Call[] => [
    [
      'transfer.record',
      {
        direction: 'out',
        who: (stateOf(life)?.ceremony ?? null) === null ? 'candidate' : 'probationary',
        otherOffice: 'Đảng ủy thị trấn Quế',
        date: life.today,
        presentedOn: life.today,
        completedOn: life.today,
      },
    ],
  ],
  report: ({ today }: Life): readonly Call[] => [['departure.report', { reason: 'died', on: today, date: today }]],
  enroll: ({ today, case: id }: Life): readonly Call[] => [
    ['class.open', () => ({ kind: 'awareness', name: `Lớp ${today}`, from: today, to: today, places: 9 })],
    [
      'class.enroll',
      ([opened]) => ({ class: opened === undefined ? '' : valueOf(opened)['class'], cases: [id], on: today }),
    ],
  ],
  complete: (life: Life): readonly Call[] => {
    const certificate = { number: `${life.today}/CN`, date: life.today }
    const rows = [{ case: life.case, outcome: 'passed', certificate }]
    return [['class.complete', () => ({ class: lastClass(life), on: life.today, rows })]]
  },
  release: (life: Life): readonly Call[] => [
    ['class.release', () => ({ class: lastClass(life), case: life.case, reason: 'Xin hoãn' })],
  ],
  classResult: ({ today }: Life): readonly Call[] => [
    ['class.recordResult', { class: 'awareness', to: today, outcome: 'passed' }],
  ],
  reviewTheList: ({ today, case: id }: Life): readonly Call[] => {
    const removed = [{ case: id, reason: 'Không còn phấn đấu' }]
    return [['list.review', () => ({ unit: UNIT, month: today.slice(0, 7), date: today, removed })]]
  },
  meetingAdmits: meeting('admission', 'agreed'),
  meetingRefuses: meeting('admission', 'declined'),
  meetingRecognises: meeting('recognition', 'agreed'),
  meetingRemoves: meeting('removal', 'agreed'),
  meetingCancels: meeting('cancellation', 'agreed'),
  handOver: ({ today, case: id }: Life): readonly Call[] => [
    ['case.handOver', () => ({ cases: [id], unit: ELSEWHERE, on: today, reason: 'transfer' })],
  ],
  handOverWithOthers: ({ today, case: id }: Life): readonly Call[] => [
    ['case.handOverMany', () => ({ rows: [{ case: id, unit: ELSEWHERE }], on: today, reason: 'pairing' })],
  ],
  correct: ({ today }: Life): readonly Call[] => [
    ['candidate.correct', { change: { set: { hometown: `Thôn ${today}` } }, reason: 'Ghi nhầm' }],
  ],
  retract: retract(0),
  retractSecond: retract(1),
  retractVote: retract('branchVote.recorded'),
  retractSending: retract('dossier.submitted'),
  retractReceipt: retract('decision.receiptRecorded'),
  retractCeremony: retract('ceremony.recorded'),
  retractPaper: retract('paper.recorded'),
  retractHelper: retract('helper.assigned'),
  retractSeat: retract('class.enrolled'),
  retractEnding: retract('candidate.ended'),
  retractMany: (life: Life): readonly Call[] => {
    const last = standing(life)
      .slice(-2)
      .map(({ entry }) => entry.id)
    return [['entry.retractMany', () => ({ entries: last.length === 0 ? [nobody] : last })]]
  },
  undoTheList: (life: Life): readonly Call[] => [
    ['candidate.undoMany', () => ({ entries: [itemsOfCase(life.desk, life.case)[0]?.entry.id ?? nobody] })],
  ],
  erase: (): readonly Call[] => [['case.erase', { reason: 'Người đó đề nghị' }]],
  changeValue: ({ today }: Life): readonly Call[] => [
    [
      'rules.changeValue',
      () => ({
        ruleSet: 'RS-2021',
        address: 'limits.ceremony.length',
        value: { amount: 10 + Number(today.slice(8)), unit: 'workingDays' },
        confirmed: true,
        note: 'Theo hướng dẫn mới',
      }),
    ],
  ],
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

/** What a case may have behind it when it is taken over, in order, and the acts that it stands for. */
const TAKEN: readonly (readonly [acts: readonly LifeAct[], taken: Plain])[] = [
  [['helper'], { helpers: [{ name: 'Trần Văn Bình', from: '2014-05-06' }] }],
  [['certificate'], { papers: [{ paper: 'CN-NTVD', date: '2014-09-01', kept: 'here', scans: [] }] }],
  [['vote'], { branchVote: { date: '2015-01-05', ...BRANCH_ALL_FOR } }],
  [['committee'], { committeeVote: { date: '2015-01-12', ...COMMITTEE_ALL_FOR } }],
  [['submit'], { submittedOn: '2015-01-15' }],
  [['receive'], { receivedOn: '2015-01-16' }],
  [
    ['admit'],
    { decision: { outcome: 'admit', number: '9-QĐ/HU', date: '2015-02-10', body: 'Ban Thường vụ Huyện ủy' } },
  ],
  [['receipt'], { decisionReceivedOn: '2015-02-12' }],
  [['ceremony'], { ceremony: { date: '2015-03-02', helper: { name: 'Trần Văn Bình' } } }],
]

/**
 * Takes a case over from paper at the desk of a life.
 * @param far - how much of it is told, from nothing on
 * @returns its own life, the entry, and the acts it stands for
 */
export function takeOverLife(
  life: Life,
  far: number,
): { readonly life: Life; readonly entry: string; readonly acts: readonly LifeAct[] } {
  const taken = TAKEN.slice(0, far)
  const { value, entries } = life.desk.do('case.takeOver', {
    profile: { name: 'Trần Thị Lan', birth: '1985-01-02', sex: 'female', education: 'upperSecondary' },
    unit: UNIT,
    acts: Object.fromEntries(taken.flatMap(([, acts]) => Object.entries(acts))),
  })
  return { life: { ...life, case: caseIn(value) }, entry: entries[0] ?? '', acts: taken.flatMap(([acts]) => acts) }
}

/** The case that a command's answer names. */
export function caseIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('case' in value) || typeof value.case !== 'string')
    throw new Error('no case')
  return value.case
}

/**
 * Lets days go by, then does an act.
 * @returns the life after it, the code of the first refusal or null, and the entries of each call before that
 */
export function live(life: Life, act: LifeAct, days = 3): Lived {
  const next = { ...life, today: addDays(life.today, days) }
  next.desk.at(next.today)
  const made: { name: string; entries: readonly string[] }[] = []
  const answers: CommandAnswer[] = []
  for (const [name, input] of ACTS[act](next)) {
    const answer = next.desk.call(name, typeof input === 'function' ? input(answers) : { case: next.case, ...input })
    if (!answer.ok) return { life: next, refused: answer.error.code, made }
    answers.push(answer.value)
    made.push({ name, entries: answer.value.entries })
  }
  return { life: next, refused: null, made }
}

/** The names of the commands that a life begins with and that its acts call: all of them, whatever a case allows. */
export function commandsOfLife(life: Life): ReadonlySet<string> {
  const begin = ['candidate.register', 'case.takeOver']
  return new Set([...begin, ...LIFE_ACTS.flatMap((act) => ACTS[act](life).map(([name]) => name))])
}

/** The case as it stands, or null where there is no such case any more. */
export function stateOf({ desk, case: id }: Life): CaseState | null {
  return desk.ask((db) => loadCase(db, id))
}
