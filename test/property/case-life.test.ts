/**
 * The state machine of a case, by chance: whatever commands are called in whatever order, a stage is never reached without
 * its acts, except by taking a case over; what is refused changes nothing; the tables are those of a replay. And no stage
 * is out of reach.
 */
import { isDeepStrictEqual as equals } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Stage } from '../../shared/model/codes.ts'
import { stageOf } from '../../shared/model/stage.ts'
import { runs } from '../support/arbitraries.ts'
import { beginLife, caseIn, LIFE_ACTS, live, type Life, type LifeAct } from '../support/case-life.ts'
import { COMMUNE, DISTRICT, openDesk, replays, UNIT } from '../support/journal-kit.ts'

/** What a test knows of a case by itself: the acts that were not refused. */
type Model = { readonly done: Set<LifeAct> }
type Real = { life: Life }

/** The acts without which a case cannot stand at a stage. */
const NEEDED: Readonly<Record<Stage, readonly LifeAct[]>> = {
  listed: [],
  helped: ['helper'],
  trained: ['certificate'],
  preparing: ['application'],
  branchVoted: ['vote'],
  committeeVoted: ['committee'],
  submitted: ['submit'],
  received: ['submit', 'receive'],
  returned: ['submit', 'giveBack'],
  admitted: ['submit', 'admit'],
  refused: ['submit', 'refuse'],
  decisionReceived: ['admit', 'receipt'],
  probation: ['admit', 'ceremony'],
  recognitionVoted: ['ceremony', 'recognitionVote'],
  recognitionCommitteeVoted: ['ceremony', 'recognitionCommittee'],
  recognitionSubmitted: ['ceremony', 'recognitionSubmit'],
  recognitionReceived: ['recognitionSubmit', 'recognitionReceive'],
  recognitionReturned: ['recognitionSubmit', 'recognitionReturn'],
  recognitionRefused: ['recognitionSubmit', 'recognitionRefuse'],
  recognised: ['recognitionSubmit', 'recognise'],
  cardIssued: ['recognise', 'card'],
  removalProposed: ['ceremony'],
  removalSubmitted: ['ceremony', 'removalSubmit'],
  removalReturned: ['removalSubmit', 'removalReturn'],
  struckOff: ['removalSubmit', 'remove'],
  cancellationProposed: ['admit'],
  cancellationSubmitted: ['admit', 'cancellationSubmit'],
  cancellationReturned: ['cancellationSubmit', 'cancellationReturn'],
  cancelled: ['admit', 'cancel'],
  withdrawn: ['withdraw'],
  removed: ['takeOffTheList'],
  movedAway: ['moveAway'],
  died: [],
  left: ['ceremony', 'leave'],
}

/** For stages that more than one act leads to: one of them was done. */
const ONE_OF: Readonly<Partial<Record<Stage, readonly LifeAct[]>>> = {
  died: ['die', 'report'],
  removalProposed: ['removalVote', 'removalCommittee'],
  cancellationProposed: ['cancellationVote', 'cancellationCommittee'],
}

/** One act after some days. */
class Act implements fc.Command<Model, Real> {
  readonly act: LifeAct
  readonly days: number

  constructor(act: LifeAct, days: number) {
    this.act = act
    this.days = days
  }

  check(): boolean {
    return true
  }

  run(model: Model, real: Real): void {
    const before = real.life.desk.case(real.life.case)
    const { life, refused } = live(real.life, this.act, this.days)
    real.life = life
    const state = life.desk.case(life.case)
    if (refused === null) model.done.add(this.act)
    // An act of several calls may have been refused at a later one; one of a single call changes nothing then.
    else if (SINGLE.has(this.act) && !equals(state, before))
      throw new Error(`${this.act} refused, yet something changed`)
    const stage = stageOf(state)
    const missing = NEEDED[stage].filter((act) => !model.done.has(act))
    if (missing.length > 0) throw new Error(`${stage} without ${missing.join(', ')}`)
    const alternatives = ONE_OF[stage]
    if (alternatives && !alternatives.some((act) => model.done.has(act)))
      throw new Error(`${stage} without any of ${alternatives.join(', ')}`)
  }

  toString(): string {
    return `${this.act}+${this.days}`
  }
}

const SINGLE: ReadonlySet<LifeAct> = new Set(
  LIFE_ACTS.filter((act) => !['helper', 'dossier', 'ceremony', 'probationPapers'].includes(act)),
)

/** A way that goes far, begun at any place of it, with anything in between: else most runs never leave the dossier. */
const STRAIGHT: readonly (readonly [LifeAct, number])[] = [
  ['helper', 3],
  ['certificate', 3],
  ['application', 3],
  ['dossier', 3],
  ['vote', 3],
  ['committee', 3],
  ['submit', 3],
  ['receive', 3],
  ['admit', 3],
  ['receipt', 3],
  ['ceremony', 3],
  ['probationPapers', 360],
  ['recognitionVote', 10],
  ['recognitionCommittee', 3],
  ['recognitionSubmit', 3],
  ['recognitionReceive', 3],
  ['recognise', 3],
]

const anyAct = fc
  .tuple(fc.constantFrom(...LIFE_ACTS), fc.constantFrom(0, 3, 40, 370))
  .map(([act, days]) => new Act(act, days))

function begin(): Life {
  return beginLife(openDesk({ office: COMMUNE, today: '2016-08-01' }), '2016-08-01')
}

test('no sequence of commands reaches a stage without its acts, and every history replays to the same tables', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: STRAIGHT.length }),
      fc.commands([anyAct], { maxCommands: 12, size: '+1' }),
      (far, acts) => {
        const model: Model = { done: new Set() }
        const real: Real = { life: begin() }
        for (const [act, days] of STRAIGHT.slice(0, far)) new Act(act, days).run(model, real)
        fc.modelRun(() => ({ model, real }), acts)
        expect(replays(real.life.desk)).toBe(true)
        real.life.desk.close()
      },
    ),
    runs(40),
  )
})

const PROBATION: readonly LifeAct[] = STRAIGHT.slice(0, 11).map(([act]) => act)

/** Ways that together pass every stage. */
const WAYS: readonly (readonly (LifeAct | readonly [LifeAct, number])[])[] = [
  [...STRAIGHT, 'card'],
  [...STRAIGHT.slice(0, 15), 'recognitionReturn', 'recognitionSubmit', 'recognitionReceive', 'recognitionRefuse'],
  [...STRAIGHT.slice(0, 8), 'giveBack', 'submit', 'refuse'],
  [...PROBATION, 'removalVote', 'removalCommittee', 'removalSubmit', 'removalReturn', 'removalSubmit', 'remove'],
  [
    ...PROBATION,
    'cancellationVote',
    'cancellationCommittee',
    'cancellationSubmit',
    'cancellationReturn',
    'cancellationSubmit',
    'cancel',
  ],
  ['helper', 'withdraw'],
  ['takeOffTheList'],
  ['moveAway'],
  ['die'],
  [...PROBATION, 'leave'],
]

test('every stage is reached by some way', () => {
  const seen = new Set<string>()
  for (const way of WAYS) {
    let life = begin()
    seen.add(stageOf(life.desk.case(life.case)))
    for (const leg of way) {
      const [act, days] = typeof leg === 'string' ? [leg, 3] : leg
      const done = live(life, act, days)
      expect(`${act}: ${done.refused}`).toBe(`${act}: null`)
      life = done.life
      seen.add(stageOf(life.desk.case(life.case)))
    }
    life.desk.close()
  }
  expect(Stage.options.filter((stage) => !seen.has(stage))).toEqual([])
})

test('only taking a case over brings it to a stage without the acts before', () => {
  const desk = openDesk({ office: DISTRICT, capacities: ['proposes'], today: '2024-06-03' })
  const { value } = desk.do('case.takeOver', {
    profile: { name: 'Trần Thị Lan' },
    unit: UNIT,
    acts: {
      recognition: {
        decision: { outcome: 'recognise', number: '9-QĐ/HU', date: '2024-05-02', body: 'Ban Thường vụ Huyện ủy' },
      },
      card: { number: '12.345678', date: '2024-05-19' },
    },
  })
  const id = caseIn(value)
  expect(stageOf(desk.case(id))).toBe('cardIssued')
  expect(desk.case(id).recognition.decision?.origin).toBe('takenOver')
  desk.close()
})
