/**
 * Whole ways of a case through the commands: from the list to the card under three rule sets, and the ways that end
 * elsewhere: returned, refused, withdrawn, moved, struck off, cancelled, died, left. Nothing is blocked on a straight way.
 */
import { describe, expect, test } from 'vitest'
import { createCalendar } from '../../../../shared/calendar/working-days.ts'
import { stageOf } from '../../../../shared/model/stage.ts'
import { assess } from '../../../../shared/rules/assess.ts'
import { ruleChanges, ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { beginLife, caseIn, live, type Life, type LifeAct } from '../../../support/case-life.ts'
import { COMMUNE, openDesk, replays, TOWN } from '../../../support/journal-kit.ts'
import { unitElsewhere } from '../../../support/journal-parcels.ts'

const calendar = createCalendar()

type Leg = LifeAct | readonly [act: LifeAct, days: number]

/** Goes a way; the stages it passed, and the life at its end. A refusal on the way is a fault of the test. */
function go(from: Life, legs: readonly Leg[]): { readonly life: Life; readonly stages: readonly string[] } {
  let life = from
  const stages: string[] = []
  for (const leg of legs) {
    const [act, days] = typeof leg === 'string' ? [leg, 3] : leg
    const done = live(life, act, days)
    if (done.refused !== null) throw new Error(`${act} on ${done.life.today}: ${done.refused}`)
    life = done.life
    const stage = stageOf(life.desk.case(life.case))
    if (stages.at(-1) !== stage) stages.push(stage)
  }
  return { life, stages }
}

function begin(today: string, decides = false): Life {
  const capacities = decides ? (['proposes', 'decides'] as const) : (['proposes'] as const)
  return beginLife(openDesk({ office: COMMUNE, capacities, today }), today, decides)
}

/** What the rules say of the case on its day. */
function judged({ desk, case: id, today, decides }: Life) {
  return assess(desk.case(id), {
    rules: (on) => ruleSetOn(on),
    ruleChanges: ruleChanges(),
    calendar,
    today,
    unit: { type: 'branch', name: 'Chi bộ thôn Đồng Sơn' },
    superiorIsSelf: decides,
  })
}

const TO_THE_VOTE: readonly Leg[] = ['helper', 'certificate', 'application', 'dossier', 'vote']
const SENT: readonly Leg[] = [...TO_THE_VOTE, 'committee', 'submit', 'receive']
const PROBATION: readonly Leg[] = [...SENT, 'admit', 'receipt', 'ceremony']

describe('from the list to the card', () => {
  test('RS-2021: branch, committee, dossier to the district, and the same again after twelve months', () => {
    const { life, stages } = go(begin('2022-03-01'), [
      ...PROBATION,
      ['probationPapers', 360],
      ['recognitionVote', 10],
      'recognitionCommittee',
      'recognitionSubmit',
      'recognitionReceive',
      'recognise',
      'recognitionReceipt',
      ['card', 60],
    ])
    expect(stages).toEqual([
      'helped',
      'trained',
      'preparing',
      'branchVoted',
      'committeeVoted',
      'submitted',
      'received',
      'admitted',
      'decisionReceived',
      'probation',
      'recognitionVoted',
      'recognitionCommitteeVoted',
      'recognitionSubmitted',
      'recognitionReceived',
      'recognised',
      'cardIssued',
    ])
    const verdict = judged(life)
    expect(verdict.findings).toEqual([])
    expect(verdict.next).toEqual([])
    expect(verdict.ruleSet).toBe('RS-2021')
    expect(replays(life.desk)).toBe(true)
  })

  test('RS-2025b: the office decides for its own branches and sends nothing', () => {
    const { life, stages } = go(begin('2025-07-10', true), [
      ...TO_THE_VOTE,
      'committee',
      'admit',
      'receipt',
      'ceremony',
      ['probationPapers', 362],
      ['recognitionVote', 10],
      'recognitionCommittee',
      'recognise',
      'recognitionReceipt',
      ['card', 30],
    ])
    expect(stages).not.toContain('submitted')
    expect(stages.at(-1)).toBe('cardIssued')
    expect(judged(life)).toMatchObject({ ruleSet: 'RS-2025b', findings: [], next: [] })
    expect(replays(life.desk)).toBe(true)
  })

  test('RS-2026b: the committee that decides has no vote of its own before', () => {
    const { life, stages } = go(begin('2026-08-03', true), [
      ...TO_THE_VOTE,
      'admit',
      'receipt',
      'ceremony',
      ['probationPapers', 362],
      ['recognitionVote', 10],
      'recognise',
      'recognitionReceipt',
      ['card', 30],
    ])
    expect(stages).not.toContain('committeeVoted')
    expect(stages).not.toContain('recognitionCommitteeVoted')
    expect(stages.at(-1)).toBe('cardIssued')
    expect(judged(life)).toMatchObject({ ruleSet: 'RS-2026b', findings: [], next: [] })
    expect(replays(life.desk)).toBe(true)
  })
})

describe('ways that end elsewhere', () => {
  test('a returned dossier is supplemented and goes on', () => {
    const { life, stages } = go(begin('2022-03-01'), [...SENT, 'giveBack', 'submit', 'receive', 'admit'])
    expect(stages.slice(-5)).toEqual(['received', 'returned', 'submitted', 'received', 'admitted'])
    expect(life.desk.case(life.case).submissions).toHaveLength(2)
  })

  test('a refused one is received, and the branch may consider it again', () => {
    const { life, stages } = go(begin('2022-03-01'), [
      ...SENT,
      'refuse',
      'receipt',
      ['vote', 30],
      'committee',
      'submit',
    ])
    expect(stages).toContain('refused')
    expect(stages.at(-1)).toBe('submitted')
    expect(go(life, ['receive', 'admit']).stages.at(-1)).toBe('admitted')
  })

  test('one withdrawn goes no further', () => {
    const { life, stages } = go(begin('2022-03-01'), [...SENT, 'withdraw'])
    expect(stages.at(-1)).toBe('withdrawn')
    expect(live(life, 'vote').refused).toBe('CASE_ENDED')
  })

  test('one moved away ends with its history; a probationary member only once the move is completed', () => {
    const candidate = go(begin('2022-03-01'), [...TO_THE_VOTE, 'moveAway'])
    expect(candidate.stages.at(-1)).toBe('movedAway')
    expect(candidate.life.desk.case(candidate.life.case).branchVotes).toHaveLength(1)
    expect(live(candidate.life, 'committee').refused).toBe('CASE_ENDED')

    const { life } = go(begin('2022-03-01'), PROBATION)
    const { desk, today, case: id } = life
    const move = { case: id, direction: 'out', who: 'probationary', otherOffice: 'Đảng ủy thị trấn Quế', date: today }
    desk.do('transfer.record', move)
    expect(stageOf(desk.case(id))).toBe('probation')
    expect(judged(life).next.map(({ step }) => step)).toContain('completeTransfer')
    const [first] = desk.case(id).transfers
    desk.do('transfer.record', { ...move, presentedOn: today, completedOn: today, updates: first?.entry })
    expect(stageOf(desk.case(id))).toBe('movedAway')
    expect(desk.case(id).transfers).toHaveLength(1)
  })

  test('one who moves in is taken over with the letter, and probation runs from the ceremony elsewhere', () => {
    const life = begin('2024-06-03')
    const answer = life.desk.do('case.takeOver', {
      profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
      unit: life.desk.case(life.case).unit,
      acts: {
        decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2024-01-10', body: 'Ban Thường vụ Huyện ủy Duy Tiên' },
        ceremony: { date: '2024-02-03' },
        transfers: [
          {
            direction: 'in',
            who: 'probationary',
            otherOffice: 'Đảng ủy xã Duy Hải',
            paper: { number: '05-GT/ĐU', date: '2024-05-20' },
            date: '2024-05-20',
            presentedOn: '2024-06-03',
            completedOn: '2024-06-03',
          },
        ],
      },
    })
    const moved = { ...life, case: caseIn(answer.value) }
    expect(stageOf(life.desk.case(moved.case))).toBe('probation')
    expect(judged(moved).membership).toMatchObject({ partyAgeFrom: '2024-01-10', probationEnd: '2025-02-03' })
    expect(judged(moved).findings.filter(({ severity }) => severity === 'block')).toEqual([])
  })

  test('one struck off: proposed, sent, decided, received', () => {
    const { life, stages } = go(begin('2022-03-01'), [
      ...PROBATION,
      ['removalVote', 200],
      'removalCommittee',
      'removalSubmit',
      'removalReturn',
      'removalSubmit',
      'remove',
    ])
    expect(stages.slice(-5)).toEqual([
      'removalProposed',
      'removalSubmitted',
      'removalReturned',
      'removalSubmitted',
      'struckOff',
    ])
    expect(judged(life).next).toEqual([{ step: 'recordReceipt', who: 'submitter' }])
    expect(live(life, 'recognitionVote').refused).toBe('CASE_ENDED')
    expect(judged(go(life, ['removalReceipt']).life).next).toEqual([])
  })

  test('a removal that is not followed leaves the member in probation', () => {
    const { stages, life } = go(begin('2022-03-01'), [
      ...PROBATION,
      ['removalVote', 200],
      'removalCommittee',
      'removalSubmit',
      'removalRefuse',
    ])
    expect(stages.at(-1)).toBe('probation')
    expect(go(life, ['probationPapers', ['recognitionVote', 200]]).stages.at(-1)).toBe('recognitionVoted')
  })

  test('a wrong admission is cancelled, even without anybody asking, and begins anew as another case', () => {
    const { life, stages } = go(begin('2022-03-01'), [...PROBATION, 'cancel'])
    expect(stages.at(-1)).toBe('cancelled')
    const again = life.desk.do('candidate.register', {
      profile: { name: 'Nguyễn Thị Hòa' },
      unit: life.desk.case(life.case).unit,
      previously: life.case,
    })
    expect(again.entries).toHaveLength(1)
    expect(live(life, 'cancel').refused).toBe('ALREADY_DECIDED')
  })

  test('a death and a leaving during probation are recorded, then reported', () => {
    const died = go(begin('2022-03-01'), [...PROBATION, ['die', 100]])
    expect(died.stages.at(-1)).toBe('died')
    expect(judged(died.life).next).toEqual([{ step: 'reportDeparture', who: 'submitter' }])
    expect(live(go(begin('2022-03-01'), PROBATION).life, 'withdraw').refused).toBe('ALREADY_DECIDED')
    const { desk, case: id, today } = died.life
    desk.do('departure.report', { case: id, reason: 'died', on: today, date: today })
    expect(judged(died.life).next).toEqual([])
    expect(go(begin('2022-03-01'), [...PROBATION, ['leave', 100]]).stages.at(-1)).toBe('left')
    expect(live(begin('2022-03-01'), 'leave').refused).toBe('IMPOSSIBLE')
  })

  test('recognition needs a ceremony, a card a recognition, and a decision its own matter', () => {
    const { life } = go(begin('2022-03-01'), SENT)
    expect(live(life, 'recognitionVote').refused).toBe('NOT_IN_PROBATION')
    expect(live(life, 'removalVote').refused).toBe('NOT_IN_PROBATION')
    expect(live(life, 'cancellationVote').refused).toBe('NOT_ADMITTED')
    const member = go(life, ['admit', 'receipt', 'ceremony']).life
    expect(live(member, 'card').refused).toBe('NOT_RECOGNISED')
    const wrong = {
      case: member.case,
      matter: 'recognition',
      outcome: 'admit',
      number: '1',
      date: member.today,
      body: 'B',
    }
    expect(member.desk.call('decision.record', { ...wrong, onPaper: true })).toMatchObject({
      error: { code: 'IMPOSSIBLE', data: { what: 'outcomeOfAnotherMatter' } },
    })
  })

  test('what is recorded in probation can be taken back until it is decided', () => {
    const { life } = go(begin('2022-03-01'), [...PROBATION, 'probationPapers', ['recognitionVote', 380]])
    const { desk, case: id } = life
    const vote = desk.case(id).recognition.branchVotes[0]
    desk.do('entry.retract', { entry: vote?.entry, reason: 'Ghi nhầm ngày' })
    expect(stageOf(desk.case(id))).toBe('probation')
    const certificate = desk.case(id).papers.find(({ paper }) => paper === 'CN-DVM')
    desk.do('entry.retract', { entry: certificate?.entry, reason: 'Ghi nhầm người' })
    const first = desk.case(id).branchVotes[0]
    expect(desk.call('entry.retract', { entry: first?.entry, reason: 'Ghi nhầm' })).toMatchObject({
      error: { code: 'NOT_RETRACTABLE', data: { why: 'decided' } },
    })
  })

  test('a ceremony taken back takes the recognition with it, until the ceremony is recorded anew', () => {
    const voted = go(begin('2022-03-01'), [...PROBATION, ['recognitionVote', 380]]).life
    const { desk, case: id } = voted
    expect(stageOf(desk.case(id))).toBe('recognitionVoted')
    const { life, stages } = go(voted, ['retractCeremony', 'ceremony'])
    expect(stages).toEqual(['decisionReceived', 'recognitionVoted'])
    expect(replays(life.desk)).toBe(true)
  })

  test('a ceremony taken back before a case is handed over is not made up for by the vote that goes with it', () => {
    const start = begin('2022-03-01', true)
    unitElsewhere(start.desk, TOWN)
    const way = [...TO_THE_VOTE, 'committee', 'admit', 'receipt', 'ceremony', ['recognitionVote', 380]] as const
    const { life, stages } = go(start, [...way, 'retractCeremony', 'handOver'])
    expect(stages.slice(-2)).toEqual(['recognitionVoted', 'decisionReceived'])
    expect(life.desk.case(life.case).keeper).toBe(TOWN)
  })
})
