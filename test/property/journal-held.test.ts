/**
 * What is held back comes to its effect in the end, whole and once: after an update it is as if nothing had been held, and
 * after its author has voided it the rest of the channel counts.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLine, openChannel, tickAt } from '../../db/journal.ts'
import { release } from '../../db/settle.ts'
import type { Kind } from '../../shared/journal/kinds.ts'
import { draftOver, runs, type Pool } from '../support/arbitraries.ts'
import {
  COMMUNE,
  DISTRICT,
  idsFrom,
  linesOf,
  openDesk,
  pictureOf,
  replays,
  statuses,
  ticksOf,
  UNIT,
  type Desk,
} from '../support/journal-kit.ts'
import { deliver, entryOf, forged } from '../support/journal-parcels.ts'

const newId = idsFrom('held')
const pool: Pool = {
  cases: [newId(), newId()],
  units: [UNIT],
  members: [newId()],
  users: [newId()],
  entries: [newId(), newId()],
  offices: [COMMUNE, DISTRICT],
}
const upward: readonly Kind[] = [
  'candidate.listed',
  'dossier.submitted',
  'candidate.withdrawn',
  'ceremony.recorded',
  'decision.receiptRecorded',
  'unit.listed',
]

const channel = `${COMMUNE}.${'a'.padEnd(16, 'x')}.${DISTRICT}`
const drafts = fc.array(draftOver(pool, upward), { minLength: 1, maxLength: 8 })
const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })

function district(standing: 'subordinate' | 'trainer'): Desk {
  return openDesk({ office: DISTRICT, standings: { [COMMUNE]: standing }, capacities: ['decides'] })
}

/** Hands the commune's lines over in pieces. */
function handOver(from: Desk, to: Desk, pieces: readonly number[]): void {
  const lines = [...(linesOf(from).get(channel) ?? [])]
  for (let n = 0; lines.length > 0; n += 1)
    deliver(to, from.office, [{ channel, lines: lines.splice(0, pieces[n % pieces.length] ?? 1) }])
}

test('what was held for want of a right counts once the right is there, as if it had never been held', () => {
  fc.assert(
    fc.property(drafts, cuts, (recorded, pieces) => {
      const commune = openDesk({ office: COMMUNE })
      const waiting = district('trainer')
      const knowing = district('subordinate')
      try {
        for (const draft of recorded) commune.record([{ ...draft, to: DISTRICT }])
        const untouched = pictureOf(waiting)
        handOver(commune, waiting, pieces)
        handOver(commune, knowing, pieces)
        expect(pictureOf(waiting)).toEqual(untouched)
        expect(statuses(waiting, channel)).not.toContain('applied')
        expect(linesOf(waiting).get(channel)).toEqual(linesOf(commune).get(channel))
        waiting.standing(COMMUNE, 'subordinate')
        waiting.change((db) => release(db, waiting.house))
        expect(pictureOf(waiting)).toEqual(pictureOf(knowing))
        expect(ticksOf(waiting)).toEqual(ticksOf(knowing))
        expect(waiting.change((db) => release(db, waiting.house))).toEqual([])
        expect(replays(waiting)).toBe(true)
      } finally {
        for (const desk of [commune, waiting, knowing]) desk.close()
      }
    }),
    runs(60),
  )
})

test('a line nobody here knows holds its channel until its author voids it; then all the rest counts, with equal ticks', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), cuts, (recorded, at, pieces) => {
      const commune = openDesk({ office: COMMUNE })
      const above = district('subordinate')
      const knowing = district('subordinate')
      try {
        const place = at % (recorded.length + 1)
        for (const draft of recorded.slice(0, place)) commune.record([{ ...draft, to: DISTRICT }])
        const seq = recordFromTheFuture(commune)
        for (const draft of recorded.slice(place)) commune.record([{ ...draft, to: DISTRICT }])
        handOver(commune, above, pieces)
        expect(statuses(above, channel)).toEqual([
          ...recorded.slice(0, place).map(() => 'applied'),
          'held',
          ...recorded.slice(place).map(() => 'waiting'),
        ])
        const held = linesOf(commune).get(channel)?.[seq - 1] ?? ''
        const payload = { target: entryOf(held).id, seq, reason: 'Phiên bản cũ chưa hiểu' }
        const subject = { type: 'case', id: pool.cases[0] ?? '' } as const
        commune.record([{ kind: 'entry.voided', subject, payload, to: DISTRICT }])
        const lines = linesOf(commune).get(channel) ?? []
        deliver(above, COMMUNE, [{ channel, lines: lines.slice(-1) }])
        expect(statuses(above, channel)).toEqual(lines.map((_, index) => (index === seq - 1 ? 'voided' : 'applied')))
        const ours = ticksOf(commune)
        for (const [id, tick] of ticksOf(above)) if (ours.has(id)) expect(tick).toBe(ours.get(id))
        handOver(commune, knowing, [lines.length])
        expect(pictureOf(above)).toEqual(pictureOf(knowing))
        expect(replays(above)).toBe(true)
      } finally {
        for (const desk of [commune, above, knowing]) desk.close()
      }
    }),
    runs(60),
  )
})

/** Appends a line as a newer program would have recorded it, in its place and with its tick; answers its seq. */
function recordFromTheFuture(desk: Desk): number {
  return desk.change((db) => {
    const row = openChannel(db, channel)
    const tick = 1 + (tickAt(db, { channel, seq: row.seq }) ?? 0)
    const line = forged(row.seq + 1, { kind: 'blessing.recorded', id: newId() })
    return appendLine(db, row, { line, entry: entryOf(line), status: 'voided', tick }).seq
  })
}
