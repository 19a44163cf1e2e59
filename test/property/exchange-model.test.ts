/**
 * A commune with two devices and its district, over a carrier that loses, doubles, swaps and ages bundles: everyone ends
 * with exactly what is addressed to them, nothing is acknowledged that is not held, and nothing private ever leaves.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelRow } from '../../db/journal.ts'
import { prepared } from '../../db/transaction.ts'
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import { lineHash } from '../../shared/bundle/chain.ts'
import type { PayloadOf } from '../../shared/journal/kinds.ts'
import { stageOf } from '../../shared/model/stage.ts'
import { runs } from '../support/arbitraries.ts'
import {
  COMMUNE,
  communeAndDistrict,
  decide,
  DISTRICT,
  itemsOfCase,
  linesOf,
  pictureOf,
  register,
  replays,
  rowCounts,
  siblingOf,
  statusesOf,
  submit,
  type Desk,
} from '../support/journal-kit.ts'
import {
  entryOf,
  exchange,
  meet,
  packFor,
  packForSibling,
  preview,
  takeIn,
  type Parcel,
} from '../support/journal-parcels.ts'
import { act, caseIds, decidingDeed, proposingDeed, type Deed } from '../support/journal-work.ts'

/** What happens next. A parcel stays on the carrier: it may be delivered later, twice, or never. */
type Event =
  | { readonly event: 'work'; readonly who: 'main' | 'sibling' | 'district'; readonly deed: Deed }
  | { readonly event: 'pack'; readonly road: Road; readonly full: boolean }
  | { readonly event: 'deliver'; readonly road: Road; readonly which: number }

type Road = 'up' | 'down' | 'across' | 'back'

const road = fc.constantFrom<Road>('up', 'up', 'down', 'across', 'back')
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      event: fc.constant('work' as const),
      who: fc.constantFrom('main' as const, 'sibling' as const),
      deed: proposingDeed,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constant('work' as const),
      who: fc.constant('district' as const),
      deed: decidingDeed,
    }),
  },
  { weight: 4, arbitrary: fc.record({ event: fc.constant('pack' as const), road, full: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ event: fc.constant('deliver' as const), road, which: fc.nat(20) }) },
)

/** The offices and what lies on the carrier between them. */
class World {
  readonly main: Desk
  readonly sibling: Desk
  readonly district: Desk
  readonly #carrier: Record<Road, Parcel[]> = { up: [], down: [], across: [], back: [] }

  constructor() {
    const { commune, district } = communeAndDistrict()
    this.main = commune
    this.district = district
    this.sibling = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
    // Four persons are known already: one listed, three submitted, one of these decided on.
    register(this.main)
    const [decided] = [0, 1, 2].map(() => {
      const id = register(this.main)
      submit(this.main, id, '2024-01-10')
      return id
    })
    exchange(this.main, this.district)
    decide(this.district, decided ?? '', { date: '2024-01-12' })
    exchange(this.main, this.district)
    meet(this.main, this.sibling)
  }

  desks(): readonly Desk[] {
    return [this.main, this.sibling, this.district]
  }

  /** The desk at the end of a road. */
  endOf(way: Road): Desk {
    return { up: this.district, down: this.main, across: this.sibling, back: this.main }[way]
  }

  /** Writes a set and leaves it on the carrier. */
  pack(way: Road, full: boolean): void {
    this.#carrier[way].push(this.#packed(way, full))
  }

  /** A set that lies on the carrier, if any does. */
  lying(way: Road, which: number): Parcel | undefined {
    const sets = this.#carrier[way]
    return sets[which % Math.max(1, sets.length)]
  }

  #packed(way: Road, full: boolean): Parcel {
    switch (way) {
      case 'up':
        return packFor(this.main, DISTRICT, full)
      case 'down':
        return packFor(this.district, COMMUNE, full)
      case 'across':
        return packForSibling(this.main, this.sibling.device)
      case 'back':
        return packForSibling(this.sibling, this.main.device)
    }
  }

  close(): void {
    for (const desk of this.desks()) desk.close()
  }
}

function live(world: World, happening: Event): void {
  switch (happening.event) {
    case 'work':
      act(world[happening.who], happening.deed)
      break
    case 'pack':
      world.pack(happening.road, happening.full)
      break
    case 'deliver': {
      const parcel = world.lying(happening.road, happening.which)
      if (parcel) expectOneEffect(world.endOf(happening.road), parcel)
      break
    }
  }
  expectTrueMarks(world)
}

/** Takes a parcel in, twice: the second time nothing may change. */
function expectOneEffect(desk: Desk, parcel: Parcel): void {
  const stateOf = () => ({ rows: rowCounts(desk), tables: pictureOf(desk) })
  const before = stateOf()
  const { code } = takeIn(desk, parcel)
  expect(['imported', 'B_OLD', 'B_ALREADY', 'B_GAP']).toContain(code)
  if (code === 'B_GAP' || code === 'B_ALREADY') {
    expect(stateOf()).toEqual(before)
    return
  }
  const after = stateOf()
  expect(takeIn(desk, parcel).code).toBe('B_ALREADY')
  expect(stateOf()).toEqual(after)
  expect(replays(desk)).toBe(true)
}

/** Nobody believes that another office holds more than it does. */
function expectTrueMarks({ main, district }: World): void {
  for (const [desk, peer] of [
    [main, district],
    [district, main],
  ] as const) {
    const marks = desk.ask((db) =>
      prepared<{ channel: string; acknowledged: number }>(
        db,
        'SELECT channel, acknowledged FROM marks WHERE office = ?',
      ).all(peer.office),
    )
    for (const { channel, acknowledged } of marks)
      expect(acknowledged).toBeLessThanOrEqual(peer.ask((db) => channelRow(db, channel))?.seq ?? 0)
  }
}

/** The last rounds, in which nothing is lost. */
function finish(world: World): void {
  const { main, sibling, district } = world
  meet(main, sibling)
  exchange(main, district)
  meet(main, sibling)
  expectTrueMarks(world)
}

function after(events: readonly Event[], check: (world: World) => void): void {
  const world = new World()
  try {
    for (const happening of events) live(world, happening)
    finish(world)
    check(world)
  } finally {
    world.close()
  }
}

const events = fc.array(event, { minLength: 12, maxLength: 45, size: 'max' })

test('however bundles are lost, doubled and swapped, every office ends with exactly what is addressed to it', () => {
  fc.assert(
    fc.property(events, (happenings) => {
      after(happenings, ({ main, sibling, district }) => {
        const ours = linesOf(main)
        const above = linesOf(district)
        for (const [channel, lines] of ours) {
          const [office, , audience] = channel.split('.')
          if (office === COMMUNE) expect(above.get(channel)).toEqual(audience === DISTRICT ? lines : undefined)
          else expect(lines).toEqual(above.get(channel))
        }
        for (const [channel] of above)
          expect(ours.has(channel)).toBe(channel.startsWith(`${COMMUNE}.`) || channel.endsWith(`.${COMMUNE}`))
        expectSameLines(main, sibling)
        expect(pictureOf(sibling)).toEqual(pictureOf(main))
        for (const desk of [main, sibling, district]) {
          for (const channel of linesOf(desk).keys())
            expect(new Set(statusesOf(desk, channel).map(({ status }) => status))).toEqual(new Set(['applied']))
          expect(replays(desk)).toBe(true)
        }
      })
    }),
    runs(15),
  )
})

test('the district sees of every case what the commune has shown it, and both agree on what counts', () => {
  fc.assert(
    fc.property(events, (happenings) => {
      after(happenings, ({ main, district }) => {
        for (const id of caseIds(district)) {
          const above = district.case(id)
          const ours = main.case(id)
          const sent = ours.submissions.filter(({ origin }) => origin === 'recorded')
          expect(above.submissions.map(({ entry }) => entry)).toEqual(sent.map(({ entry }) => entry))
          expect(above.keeper).toBe(COMMUNE)
          const decided = above.decision
          if (decided) expect(ours.decision?.entry).toBe(decided.entry)
          if (sent.length === 0 && ours.known === 'full') expect(above.line?.stage).toBe(stageOf(ours))
          const shared = new Set(itemsOfCase(district, id).map(({ entry }) => entry.id))
          expect(ours.retracted.filter((entry) => shared.has(entry))).toEqual(above.retracted)
          expect(ours.voidRetractions.filter(({ entry }) => shared.has(entry))).toEqual(above.voidRetractions)
        }
      })
    }),
    runs(15),
  )
})

test('nothing private leaves the commune: no id of its own entries, and no field of a profile before submission', () => {
  fc.assert(
    fc.property(events, (happenings) => {
      after(happenings, ({ main, district }) => {
        for (const desk of [main, district]) {
          const shared = sharedText(desk)
          for (const [channel, lines] of linesOf(desk)) {
            if (!channel.startsWith(`${desk.office}.`) || !channel.endsWith('.own')) continue
            for (const line of lines) {
              expect(shared).not.toContain(entryOf(line).id)
              expect(shared).not.toContain(lineHash(line))
            }
          }
        }
        expectNoSecrets(main)
      })
    }),
    runs(15),
  )
})

test('a dry run tells what the import then does, and keeps nothing', () => {
  fc.assert(
    fc.property(events, fc.constantFrom<Road>('up', 'down'), (happenings, way) => {
      const world = new World()
      try {
        for (const happening of happenings) live(world, happening)
        const [desk, parcel] =
          way === 'up'
            ? ([world.district, packFor(world.main, DISTRICT, true)] as const)
            : ([world.main, packFor(world.district, COMMUNE, true)] as const)
        const before = { rows: rowCounts(desk), tables: pictureOf(desk) }
        const foreseen = preview(desk, parcel)
        expect({ rows: rowCounts(desk), tables: pictureOf(desk) }).toEqual(before)
        const taken = takeIn(desk, parcel)
        expect('report' in taken ? taken.report : taken.code).toEqual(foreseen)
      } finally {
        world.close()
      }
    }),
    runs(15),
  )
})

function expectSameLines(one: Desk, other: Desk): void {
  const theirs = linesOf(other)
  for (const [channel, lines] of linesOf(one)) {
    // What each device has noted of its own imports since they last met is still on its way.
    const [shorter, longer] = [lines, theirs.get(channel) ?? []].toSorted((a, b) => a.length - b.length)
    expect(longer?.slice(0, shorter?.length)).toEqual(shorter)
    for (const line of longer?.slice(shorter?.length) ?? []) expect(entryOf(line).kind).toBe('bundle.imported')
  }
}

/** All lines a desk's office has written for others, as one text. */
function sharedText(desk: Desk): string {
  return [...linesOf(desk)]
    .filter(([channel]) => channel.startsWith(`${desk.office}.`) && !channel.endsWith('.own'))
    .flatMap(([, lines]) => lines)
    .join('\n')
}

/** Every text that only the commune's own channels hold may stand in a shared line only in a submitted snapshot. */
function expectNoSecrets(main: Desk): void {
  const lines = [...linesOf(main)].filter(([channel]) => channel.startsWith(`${COMMUNE}.`))
  const shared = lines.filter(([channel]) => !channel.endsWith('.own')).flatMap(([, own]) => own.map(entryOf))
  const submitted = new Set(shared.filter(({ kind }) => kind === 'dossier.submitted').map(({ subject }) => subject.id))
  const texts = new Map<string, string>()
  for (const entry of shared) {
    if (entry.kind === 'dossier.submitted') continue
    // A class needs the day of birth for its certificate; nothing else of a nomination goes along.
    if (entry.kind === 'class.proposed') {
      const { person, ...asked } = trusted<PayloadOf<'class.proposed'>>(entry.payload)
      expect(Object.keys(asked).sort()).toEqual(['class', 'date'])
      expect(Object.keys(person).filter((field) => !['name', 'birth', 'sex', 'unit'].includes(field))).toEqual([])
      continue
    }
    texts.set(entry.id, JSON.stringify(trustedJson<unknown>(JSON.stringify(entry.payload))))
  }
  for (const [, own] of lines.filter(([channel]) => channel.endsWith('.own'))) {
    for (const line of own) {
      for (const secret of line.match(/(?<= |cc)m[0-9a-f]{8}/g) ?? []) {
        const unsent = !submitted.has(entryOf(line).subject.id)
        for (const text of texts.values()) expect(text).not.toContain(secret)
        if (unsent) for (const entry of shared) expect(JSON.stringify(entry)).not.toContain(secret)
      }
      for (const day of ['03-17', '04-05']) for (const text of texts.values()) expect(text).not.toContain(day)
    }
  }
}
