/**
 * Tables are a function of the set of applied entries: whatever was recorded, on whichever device, in whatever order it
 * arrived. Drafts of every kind go past all commands here, since another version may record what ours would refuse.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from '../../shared/commands/command.ts'
import { kindRow, type Kind } from '../../shared/journal/kinds.ts'
import { trusted } from '../../shared/base/trust.ts'
import { allKinds, draftOver, runs, type Pool } from '../support/arbitraries.ts'
import {
  COMMUNE,
  DISTRICT,
  idsFrom,
  linesOf,
  openDesk,
  pairWith,
  pictureOf,
  replays,
  statusesOf,
  ticksOf,
  TOWN,
  UNIT,
  type Desk,
} from '../support/journal-kit.ts'
import { deliver, entryOf, exchange, meet } from '../support/journal-parcels.ts'

const callId = idsFrom('calls')
const callIds = Array.from({ length: 40 }, callId)
const someId = idsFrom('things')
const pool: Pool = {
  cases: [someId(), someId()],
  units: [UNIT, someId()],
  members: [someId()],
  users: [someId()],
  entries: callIds.slice(0, 20),
  offices: [COMMUNE, DISTRICT, TOWN],
}

/** What happens next: a device records something, two devices of the commune meet, or the offices exchange. */
type Step =
  { readonly who: 'first' | 'second' | 'district'; readonly draft: Draft } | { readonly who: 'meet' | 'exchange' }

/** Drafts of one side: mostly what it has the right to send, now and then what it has not. */
function sideDraft(rights: readonly Kind[], to: string): fc.Arbitrary<Draft> {
  const shared = (draft: Draft): Draft => {
    const { audience } = kindRow(draft.kind)
    return audience === 'own' || audience === 'asTarget' ? draft : trusted<Draft>({ ...draft, to })
  }
  const caseKinds = rights.filter((kind) => kind.startsWith('candidate.') || kind.startsWith('entry.'))
  return fc
    .oneof(
      { weight: 6, arbitrary: draftOver(pool, rights) },
      { weight: 6, arbitrary: draftOver(pool, caseKinds) },
      { weight: 1, arbitrary: draftOver(pool, allKinds) },
    )
    .map(shared)
}

const proposing = allKinds.filter((kind) => kindRow(kind).audience !== 'keeper')
const deciding = allKinds.filter((kind) => kindRow(kind).audience === 'keeper' || kindRow(kind).audience === 'asTarget')

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      who: fc.constantFrom('first' as const, 'second' as const),
      draft: sideDraft(proposing, DISTRICT),
    }),
  },
  { weight: 3, arbitrary: fc.record({ who: fc.constant('district' as const), draft: sideDraft(deciding, COMMUNE) }) },
  { weight: 3, arbitrary: fc.record({ who: fc.constantFrom('meet' as const, 'exchange' as const) }) },
)

/** Some work of two offices, the commune with two devices. */
const work = fc.array(step, { minLength: 1, maxLength: 18 })

type Desks = { readonly first: Desk; readonly second: Desk; readonly district: Desk }

function perform(steps: readonly Step[]): Desks {
  const first = openDesk({ office: COMMUNE, device: 'a' })
  const second = openDesk({ office: COMMUNE, device: 'b', standings: { [DISTRICT]: 'superior' }, founded: false })
  const district = openDesk({ office: DISTRICT, device: 'a', capacities: ['decides'] })
  const desks: Desks = { first, second, district }
  pairWith(first, DISTRICT, 'superior')
  pairWith(district, COMMUNE, 'subordinate')
  meet(first, second)
  for (const [index, next] of steps.entries()) {
    if ('draft' in next) desks[next.who].record([next.draft], callIds[index])
    else if (next.who === 'meet') meet(first, second)
    else exchange(first, district)
  }
  return desks
}

function withDesks(steps: readonly Step[], check: (desks: Desks) => void): void {
  const desks = perform(steps)
  try {
    check(desks)
  } finally {
    for (const desk of Object.values(desks)) desk.close()
  }
}

/** A fresh store of the same office, given the lines of a desk in another order that respects each channel. */
function arriving(desk: Desk, order: readonly number[], check: (fresh: Desk) => void): void {
  const other = desk.office === COMMUNE ? DISTRICT : COMMUNE
  const standings = { [other]: desk.house.standingOf(other) ?? 'superior' }
  const fresh = openDesk({ office: desk.office, device: 'z', standings, founded: false })
  try {
    const left = [...linesOf(desk)].map(([channel, lines]) => ({ channel, lines: [...lines] }))
    for (let turn = 0; left.some(({ lines }) => lines.length > 0); turn += 1) {
      const open = left.filter(({ lines }) => lines.length > 0)
      const chance = order[turn % order.length] ?? 0
      const next = open[chance % open.length]
      if (next === undefined) break
      deliver(fresh, other, [{ channel: next.channel, lines: next.lines.splice(0, 1 + (chance % 3)) }])
    }
    check(fresh)
  } finally {
    fresh.close()
  }
}

const arrival = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 })

test('any order of arrival that respects channels and what entries had seen gives the same tables', () => {
  fc.assert(
    fc.property(work, arrival, arrival, (steps, one, other) => {
      withDesks(steps, ({ first, district }) => {
        for (const desk of [first, district]) {
          const held = linesOf(desk)
          for (const order of [one, other])
            arriving(desk, order, (fresh) => {
              for (const channel of held.keys())
                expect(statusesOf(fresh, channel), channel).toEqual(statusesOf(desk, channel))
              expect(pictureOf(fresh)).toEqual(pictureOf(desk))
              expect(replays(fresh)).toBe(true)
            })
        }
      })
    }),
    runs(60),
  )
})

test('two devices of an office that have met hold the same lines, tables and ticks', () => {
  fc.assert(
    fc.property(work, (steps) => {
      withDesks(steps, ({ first, second, district }) => {
        exchange(first, district)
        meet(first, second)
        const ours = linesOf(second)
        for (const [channel, lines] of linesOf(first))
          if (!channel.startsWith(`${COMMUNE}.`)) expect(ours.get(channel)).toEqual(lines)
        expect(pictureOf(second)).toEqual(pictureOf(first))
        for (const desk of [first, second, district]) expect(replays(desk)).toBe(true)
      })
    }),
    runs(60),
  )
})

test('ticks rise in a channel and above everything named in after, and are the same in every office', () => {
  fc.assert(
    fc.property(work, (steps) => {
      withDesks(steps, ({ first, second, district }) => {
        exchange(first, district)
        meet(first, second)
        for (const desk of [first, second, district]) expectRisingTicks(desk)
        const ours = ticksOf(first)
        for (const other of [second, district]) {
          const theirs = ticksOf(other)
          const shared = [...theirs.keys()].filter((id) => ours.has(id))
          expect(shared.map((id) => [id, theirs.get(id)])).toEqual(shared.map((id) => [id, ours.get(id)]))
          expect([...ours.keys()].filter((id) => theirs.has(id))).toEqual(shared)
        }
      })
    }),
    runs(60),
  )
})

function expectRisingTicks(desk: Desk): void {
  for (const [channel, lines] of linesOf(desk)) {
    const rows = statusesOf(desk, channel)
    for (const [index, line] of lines.entries()) {
      const row = rows[index]
      if (row?.status !== 'applied' || row.tick === null) continue
      const before = rows[index - 1]?.tick ?? 0
      expect(row.tick).toBeGreaterThan(before)
      for (const place of entryOf(line).after)
        expect(row.tick).toBeGreaterThan(statusesOf(desk, place.channel)[place.seq - 1]?.tick ?? Infinity)
    }
  }
}
