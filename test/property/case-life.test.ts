/**
 * The state machine of a case, by chance: whatever commands are called in whatever order, a stage is never reached without
 * its acts, except by taking a case over; what is refused changes nothing; the tables are those of a replay. And no stage
 * is out of reach.
 */
import { isDeepStrictEqual as equals } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../shared/commands/index.ts'
import { Stage } from '../../shared/model/codes.ts'
import { stageOf } from '../../shared/model/stage.ts'
import { countDue, refreshDue } from '../../db/assessments.ts'
import { loadRulebook } from '../../db/load-rules.ts'
import { runs } from '../support/arbitraries.ts'
import {
  beginLife,
  caseIn,
  commandsOfLife,
  LIFE_ACTS,
  live,
  stateOf,
  takeOverLife,
  type Life,
  type LifeAct,
} from '../support/case-life.ts'
import { MOVES_NO_CASE } from '../support/commands-aside.ts'
import { nobody } from '../support/nobody.ts'
import { SMALLEST } from '../support/smallest-inputs.ts'
import { COMMUNE, DISTRICT, linesOf, openDesk, replays, TOWN, UNIT } from '../support/journal-kit.ts'
import { unitElsewhere } from '../support/journal-parcels.ts'

/** What a test knows of a case by itself: of what acts each entry is that was recorded and not taken back. */
type Model = { readonly acts: Map<string, readonly LifeAct[]> }
type Real = { life: Life }

/** An act, or one of several. */
type Need = LifeAct | readonly LifeAct[]

const ADMIT = ['admit', 'meetingAdmits'] as const
const REFUSE = ['refuse', 'meetingRefuses'] as const
const RECOGNISE = ['recognise', 'meetingRecognises'] as const
const REMOVE = ['remove', 'meetingRemoves'] as const
const CANCEL = ['cancel', 'meetingCancels'] as const

/** The acts without which a case cannot stand at a stage. */
const NEEDED: Readonly<Record<Stage, readonly Need[]>> = {
  listed: [],
  helped: [['helper', 'helperOfMany']],
  trained: [
    ['certificate', 'complete'],
    ['certificate', 'enroll'],
  ],
  preparing: ['application'],
  branchVoted: ['vote'],
  committeeVoted: ['committee'],
  submitted: ['submit'],
  received: ['submit', ['receive', 'review']],
  returned: ['submit', 'giveBack'],
  admitted: ['submit', ADMIT],
  refused: ['submit', REFUSE],
  decisionReceived: [ADMIT, 'receipt'],
  probation: [ADMIT, 'ceremony'],
  recognitionVoted: ['ceremony', 'recognitionVote'],
  recognitionCommitteeVoted: ['ceremony', 'recognitionCommittee'],
  recognitionSubmitted: ['ceremony', 'recognitionSubmit'],
  recognitionReceived: ['ceremony', 'recognitionSubmit', ['recognitionReceive', 'review']],
  recognitionReturned: ['ceremony', 'recognitionSubmit', 'recognitionReturn'],
  recognitionRefused: ['ceremony', 'recognitionSubmit', 'recognitionRefuse'],
  recognised: ['ceremony', 'recognitionSubmit', RECOGNISE],
  cardIssued: ['ceremony', RECOGNISE, 'card'],
  removalProposed: ['ceremony', ['removalVote', 'removalCommittee']],
  removalSubmitted: ['ceremony', 'removalSubmit'],
  removalReturned: ['ceremony', 'removalSubmit', 'removalReturn'],
  struckOff: ['removalSubmit', REMOVE],
  cancellationProposed: [ADMIT, ['cancellationVote', 'cancellationCommittee']],
  cancellationSubmitted: [ADMIT, 'cancellationSubmit'],
  cancellationReturned: ['cancellationSubmit', 'cancellationReturn'],
  cancelled: [ADMIT, CANCEL],
  withdrawn: ['withdraw'],
  removed: [['takeOffTheList', 'reviewTheList']],
  movedAway: ['moveAway'],
  died: [['die', 'report']],
  // Whoever has left stays so, whatever of the way before is put right.
  left: ['leave'],
}

/** Acts that send a dossier, and those that count one as sent where the office that decides is the one that proposes. */
const SENT_BY: Readonly<Partial<Record<LifeAct, readonly LifeAct[]>>> = {
  submit: ['submit', 'receive', 'review', 'giveBack'],
  recognitionSubmit: ['recognitionSubmit', 'recognitionReceive', 'review', 'recognitionReturn'],
  removalSubmit: ['removalSubmit', 'review', 'removalReturn'],
  cancellationSubmit: ['cancellationSubmit', 'review', 'cancellationReturn'],
}

/** Stages after a decision: an office that decides for its own branches sends nothing before it. */
const DECIDED: ReadonlySet<Stage> = new Set<Stage>([
  'admitted',
  'refused',
  'recognitionRefused',
  'recognised',
  'struckOff',
])

function needsOf(stage: Stage, decides: boolean): readonly Need[] {
  if (!decides) return NEEDED[stage]
  return NEEDED[stage].flatMap((need) => {
    const sent = typeof need === 'string' ? SENT_BY[need] : undefined
    return sent === undefined ? [need] : DECIDED.has(stage) ? [] : [sent]
  })
}

/** Of an act of several calls, the one whose entries bear it. */
const BORNE_BY: Readonly<Partial<Record<LifeAct, string>>> = {
  ceremony: 'ceremony.record',
  enroll: 'class.enroll',
  meetingAdmits: 'meeting.decide',
  meetingRefuses: 'meeting.decide',
  meetingRecognises: 'meeting.decide',
  meetingRemoves: 'meeting.decide',
  meetingCancels: 'meeting.decide',
}

/** Acts after which a case may be no more, or that are about none. */
const ASIDE: ReadonlySet<LifeAct> = new Set(
  LIFE_ACTS.filter(
    (act) => act.startsWith('retract') || act === 'undoTheList' || act === 'erase' || act === 'changeValue',
  ),
)

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
    const before = stateOf(real.life)
    const ruled = this.act === 'changeValue' ? ruledOf(real.life) : null
    const { life, refused, made } = live(real.life, this.act, this.days)
    real.life = life
    const state = stateOf(life)
    const isDone = refused === null && made.some(({ entries }) => entries.length > 0)
    if (before === null && isDone && !ASIDE.has(this.act)) throw new Error(`${this.act} of nobody`)
    // An act of several calls may have been refused at a later one; one of a single call changes nothing then.
    if (refused !== null && SINGLE.has(this.act) && !equals(state, before))
      throw new Error(`${this.act} refused, yet something changed`)
    for (const { name, entries } of made)
      if ((BORNE_BY[this.act] ?? name) === name) for (const entry of entries) model.acts.set(entry, [this.act])
    for (const entry of state?.retracted ?? model.acts.keys()) model.acts.delete(entry)
    // What was handed over went by value: the new keeper has it, whatever the old one takes back of its own later.
    if (this.act.startsWith('handOver') && refused === null)
      for (const { entries } of made)
        for (const entry of entries) model.acts.set(entry, [...model.acts.values()].flat())
    if (ruled !== null && refused === null) {
      if (!equals(state, before)) throw new Error('a value of a rule set has changed a case')
      holdRules(ruled, life)
    }
    if (state === null) return
    const done = new Set([...model.acts.values()].flat())
    const stage = stageOf(state)
    const missing = needsOf(stage, life.decides).filter((need) =>
      typeof need === 'string' ? !done.has(need) : !need.some((act) => done.has(act)),
    )
    if (missing.length > 0) throw new Error(`${stage} without ${missing.join('; ')}`)
  }

  toString(): string {
    return `${this.act}+${this.days}`
  }
}

/** What a change of a rule value must leave as it was, and what it must change. */
function ruledOf({ desk, today }: Life) {
  desk.change((db) => refreshDue(db, today, 0, 1000))
  return { lines: linesOf(desk), revision: desk.ask((db) => loadRulebook(db).revision) }
}

/** History stands line by line with one more at its end, the revision is another, and every case is judged anew. */
function holdRules(before: ReturnType<typeof ruledOf>, { desk, today }: Life): void {
  const after = linesOf(desk)
  let more = 0
  for (const [channel, lines] of after) {
    const known = before.lines.get(channel) ?? []
    if (!equals(lines.slice(0, known.length), known)) throw new Error('a value of a rule set has changed history')
    more += lines.length - known.length
  }
  if (more !== 1) throw new Error(`a value of a rule set has written ${more} lines`)
  if (desk.ask((db) => loadRulebook(db).revision) === before.revision) throw new Error('rules of the same revision')
  const cases = desk.ask((db) => countDue(db, today))
  const { made } = desk.change((db) => refreshDue(db, today, 0, 1000))
  if (made !== cases || desk.ask((db) => countDue(db, today)) !== 0) throw new Error('a case not judged anew')
}

const SINGLE: ReadonlySet<LifeAct> = new Set(
  LIFE_ACTS.filter(
    (act) =>
      !['helper', 'dossier', 'ceremony', 'probationPapers', 'enroll'].includes(act) && !act.startsWith('meeting'),
  ),
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

/** Acts that come more often than the others: what is taken back is taken back where there is most to see. */
const OFTEN: readonly LifeAct[] = ['retract', 'retractSecond', 'retractCeremony', 'changeValue']

const anyAct = fc
  .tuple(fc.constantFrom(...LIFE_ACTS, ...OFTEN), fc.constantFrom(0, 3, 40, 370))
  .map(([act, days]) => new Act(act, days))

function begin(decides = false): Life {
  const today = decides ? '2021-09-06' : '2016-08-01'
  const desk = openDesk({ office: COMMUNE, capacities: decides ? ['proposes', 'decides'] : ['proposes'], today })
  if (decides) unitElsewhere(desk, TOWN)
  return beginLife(desk, today, decides)
}

/** How a history begins: at our own list, with or without the right to decide, or with what was on paper before. */
const BEGINNINGS = ['proposes', 'decides', 'takenOver'] as const

test('no sequence of commands reaches a stage without its acts, and every history replays to the same tables', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BEGINNINGS),
      fc.integer({ min: 0, max: STRAIGHT.length }),
      fc.commands([anyAct], { maxCommands: 30, size: '+1' }),
      (how, far, acts) => {
        const model: Model = { acts: new Map() }
        const real: Real = { life: begin(how === 'decides') }
        const way = STRAIGHT.slice(0, far)
        if (how === 'takenOver') {
          const taken = takeOverLife(real.life, way.length)
          real.life = taken.life
          model.acts.set(taken.entry, taken.acts)
        } else for (const [act, days] of way) new Act(act, days).run(model, real)
        fc.modelRun(() => ({ model, real }), acts)
        expect(replays(real.life.desk)).toBe(true)
        real.life.desk.close()
      },
    ),
    runs(40),
  )
})

test('every command is an act of the model, or has a reason why it moves no case', () => {
  const life = begin(true)
  const called = commandsOfLife(life)
  const names = COMMANDS.map(({ name }) => name)
  const aside = Object.keys(MOVES_NO_CASE)
  expect(names.filter((name) => !called.has(name) && !aside.includes(name))).toEqual([])
  expect(aside.filter((name) => called.has(name) || !names.includes(name))).toEqual([])
  life.desk.close()
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

test('what is aside of the model and names a case leaves it at its stage', () => {
  const recorded = new Set<string>()
  for (let far = 0; far <= STRAIGHT.length; far += 4) {
    let life = begin(true)
    for (const [act, days] of STRAIGHT.slice(0, far)) ({ life } = live(life, act, days))
    for (const name of Object.keys(MOVES_NO_CASE)) {
      const input = JSON.stringify(SMALLEST[name] ?? {})
      if (!/"(case|cases)":/u.test(input)) continue
      const stage = stageOf(life.desk.case(life.case))
      if (life.desk.call(name, JSON.parse(input.replaceAll(nobody, life.case).replaceAll('2024-01-02', life.today))).ok)
        recorded.add(name)
      expect(`${name}: ${stageOf(life.desk.case(life.case))}`).toBe(`${name}: ${stage}`)
    }
    life.desk.close()
  }
  // What is refused at every stage, for want of what it names, moves no case by that.
  expect([...recorded].sort()).toEqual([
    'class.nominate',
    'class.nominateMany',
    'consent.record',
    'consent.request',
    'dossier.assign',
    'dossier.check',
    'helper.note',
    'limit.extend',
    'note.record',
    'opinion.record',
    'photo.record',
    'pupil.evaluate',
    'pupil.place',
    'resume.record',
    'resume.seal',
    'verification.request',
  ])
})

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
