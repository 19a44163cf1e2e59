/**
 * A case that goes to and fro between two offices and is erased at some time, by whoever has heard of what: in the end it has
 * one keeper, or none where it was erased, and the office above counts it as that one does, whatever the order of arrival.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCase } from '../../db/load.ts'
import { prepared } from '../../db/transaction.ts'
import { isEnded, stageOf } from '../../shared/model/stage.ts'
import { runs } from '../support/arbitraries.ts'
import { move, threeOffices, type Offices } from '../support/hand-over.ts'
import {
  COMMUNE,
  DISTRICT,
  linesOf,
  openDesk,
  pictureOf,
  register,
  replays,
  TOWN,
  UNIT,
  type Desk,
} from '../support/journal-kit.ts'
import { deliver, exchange } from '../support/journal-parcels.ts'

type Lower = 'commune' | 'town'
type Step = { readonly what: string; readonly who: Lower; readonly isHeard: boolean }

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('give', 'give', 'give', 'erase', 'erase', 'answer', 'hear', 'hear', 'correct', 'note', 'undo'),
  who: fc.constantFrom<Lower>('commune', 'town'),
  isHeard: fc.boolean(),
})

/** Each does what it still can: a step that is refused changes nothing. */
function take(offices: Offices, id: string, { what, who, isHeard }: Step, at: number): void {
  const { commune, town, district, west } = offices
  const desk = offices[who]
  const other = desk === commune ? town : commune
  switch (what) {
    case 'give':
      other.call('case.proposeMove', { case: id, destination: 'Nơi khác', ...move })
      exchange(other, district)
      district.call('case.handOver', { cases: [id], unit: desk === commune ? UNIT : west, ...move, asProposed: true })
      if (isHeard) exchange(desk, district)
      return
    case 'erase':
      desk.call('candidate.withdraw', { case: id, reason: 'withdrawn', date: move.on })
      if (isHeard) exchange(desk, district)
      desk.call('case.erase', { case: id, reason: 'Người đó đề nghị' })
      return
    case 'answer':
      ;(isHeard ? district : desk).call('erasure.answer', { case: id, outcome: 'done' })
      return
    case 'hear':
      exchange(desk, district)
      return
    case 'correct':
      desk.call('candidate.correct', { case: id, change: { set: { name: `Tên thứ ${at}` } } })
      return
    case 'note':
      desk.call('note.record', { case: id, text: 'Đã gặp' })
      return
    default: {
      const ending = stateAt(desk, id)?.ending
      if (ending) desk.call('entry.retract', { entry: ending.entry, reason: 'Nhầm người' })
    }
  }
}

const stateAt = (desk: Desk, id: string) => desk.ask((db) => loadCase(db, id))

function erasedAt(desk: Desk, id: string): boolean {
  return desk.ask((db) => prepared(db, 'SELECT 1 FROM erased_cases WHERE case_id = ?').get(id)) !== undefined
}

function withOffices(steps: readonly Step[], check: (offices: Offices, id: string) => void): void {
  const offices = threeOffices()
  const { commune, town, district } = offices
  try {
    const id = register(commune, { name: 'Nguyễn Thị Hòa' })
    exchange(commune, district)
    for (const [at, next] of steps.entries()) take(offices, id, next, at)
    check(offices, id)
  } finally {
    for (const desk of [commune, town, district]) desk.close()
  }
}

const work = fc.array(step, { minLength: 4, maxLength: 25 })

test('when all have heard of all a case has one keeper, and the office above counts it as that one does', () => {
  fc.assert(
    fc.property(work, (steps) => {
      withOffices(steps, (offices, id) => {
        const { commune, town, district } = offices
        for (let round = 0; round < 3; round += 1) for (const lower of [commune, town]) exchange(lower, district)
        const above = stateAt(district, id)
        const keeping = [commune, town].filter((desk) => stateAt(desk, id)?.keeper === desk.office)
        expect(keeping.length).toBeLessThan(2)
        const kept = keeping[0] === undefined ? null : stateAt(keeping[0], id)
        if (kept !== null)
          expect(above && [above.keeper, stageOf(above), above.profile.name]).toEqual([
            kept.keeper,
            stageOf(kept),
            kept.profile.name,
          ])
        else if (above !== null) expect(isEnded(stageOf(above))).toBe(true)
        else expect(erasedAt(district, id)).toBe(true)
        for (const desk of [commune, town, district]) {
          if (stateAt(desk, id) !== null) expect(erasedAt(desk, id)).toBe(false)
          expect(replays(desk)).toBe(true)
        }
      })
    }),
    runs(40),
  )
})

/** A fresh store of the same office, given the lines of a desk in another order that respects each channel. */
function arriving(desk: Desk, order: readonly number[], check: (fresh: Desk) => void): void {
  const others = [COMMUNE, TOWN, DISTRICT].filter((office) => office !== desk.office)
  const standings = Object.fromEntries(
    others.flatMap((office) => {
      const standing = desk.house.standingOf(office)
      return standing === null ? [] : [[office, standing]]
    }),
  )
  const fresh = openDesk({ office: desk.office, device: 'z', standings, founded: false })
  const from = desk.office === DISTRICT ? COMMUNE : DISTRICT
  try {
    const left = [...linesOf(desk)].map(([channel, lines]) => ({ channel, lines: [...lines] }))
    // No computer of an office knows anything before it knows its office.
    const own = left.find(({ channel }) => channel.startsWith(desk.office) && channel.endsWith('.own'))
    if (own !== undefined) deliver(fresh, from, [{ channel: own.channel, lines: own.lines.splice(0, 1) }])
    for (let turn = 0; left.some(({ lines }) => lines.length > 0); turn += 1) {
      const open = left.filter(({ lines }) => lines.length > 0)
      const chance = order[turn % order.length] ?? 0
      const next = open[chance % open.length]
      if (next === undefined) break
      deliver(fresh, from, [{ channel: next.channel, lines: next.lines.splice(0, 1 + (chance % 3)) }])
    }
    check(fresh)
  } finally {
    fresh.close()
  }
}

test('any order of arrival gives the same tables', () => {
  fc.assert(
    fc.property(work, fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (steps, order) => {
      withOffices(steps, ({ commune, town, district }) => {
        for (const desk of [commune, town, district])
          arriving(desk, order, (fresh) => expect(pictureOf(fresh)).toEqual(pictureOf(desk)))
      })
    }),
    runs(20),
  )
})
