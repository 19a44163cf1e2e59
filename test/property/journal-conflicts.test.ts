/**
 * Two devices of one office that have not met: what both changed, each in its own way, is kept and shown on both, until a
 * person settles every version.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conflict } from '../../shared/model/case/registers.ts'
import { runs } from '../support/arbitraries.ts'
import { COMMUNE, openDesk, register, replays, siblingOf, type Desk } from '../support/journal-kit.ts'
import { meet } from '../support/journal-parcels.ts'

const change = fc.oneof(
  fc.record({ field: fc.constant('residence'), value: fc.constantFrom('thôn Bãi', 'thôn Núi', 'thôn Chùa') }),
  fc.record({ field: fc.constant('sex'), value: fc.constantFrom('male', 'female') }),
  fc.record({ field: fc.constant('tradeUnionMember'), value: fc.boolean() }),
)
type Change = { readonly field: string; readonly value: string | boolean }

const work = fc.record({ mine: fc.array(change, { maxLength: 5 }), theirs: fc.array(change, { maxLength: 5 }) })

function twoDevices(check: (mine: Desk, theirs: Desk, id: string) => void): void {
  const mine = openDesk({ office: COMMUNE })
  const theirs = siblingOf(mine, 'b', {})
  try {
    const id = register(mine)
    meet(mine, theirs)
    check(mine, theirs, id)
  } finally {
    mine.close()
    theirs.close()
  }
}

/** Makes changes; answers what this device last set each field to. */
function make(desk: Desk, id: string, changes: readonly Change[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>()
  for (const { field, value } of changes)
    if (desk.call('candidate.correct', { case: id, change: { set: { [field]: value } } }).ok)
      last.set(field, String(value))
  return last
}

const shown = (conflicts: readonly Conflict[]) =>
  conflicts.map(({ field, versions }) => [field, versions.map(({ value }) => value).toSorted()])

test('a field set on both to different values is a conflict on both, any other is not', () => {
  fc.assert(
    fc.property(work, (changes) => {
      twoDevices((mine, theirs, id) => {
        const ours = make(mine, id, changes.mine)
        const others = make(theirs, id, changes.theirs)
        meet(mine, theirs)
        const expected = [...ours]
          .filter(([field, value]) => others.has(field) && others.get(field) !== value)
          .map(([field, value]) => [field, [value, others.get(field) ?? ''].toSorted()])
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
        expect(shown(mine.case(id).conflicts)).toEqual(expected)
        expect(theirs.case(id)).toEqual(mine.case(id))
      })
    }),
    runs(60),
  )
})

test('a settlement that names every version ends a conflict on both devices; one that names some leaves the others', () => {
  fc.assert(
    fc.property(
      work,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('thôn Bãi', 'thôn Mới'),
      (changes, all, here, value) => {
        twoDevices((mine, theirs, id) => {
          make(mine, id, [...changes.mine, { field: 'residence', value: 'thôn Bãi' }])
          make(theirs, id, [...changes.theirs, { field: 'residence', value: 'thôn Núi' }])
          meet(mine, theirs)
          const conflict = mine.case(id).conflicts.find(({ field }) => field === 'residence')
          const versions = conflict?.versions ?? []
          expect(versions).toHaveLength(2)
          const named = all ? versions : versions.slice(0, 1)
          const left = versions.filter((version) => !named.includes(version)).map((version) => version.value)
          const settler = here ? mine : theirs
          const settles = named.map(({ entry }) => entry)
          const chosen = { change: { set: { residence: value } }, settles, reason: 'Đã hỏi lại người khai' }
          settler.do('candidate.correct', { case: id, ...chosen })
          meet(mine, theirs)
          const after = mine.case(id).conflicts.find(({ field }) => field === 'residence')
          const open = new Set([...left, value])
          expect(new Set(after?.versions.map((version) => version.value))).toEqual(open.size === 1 ? new Set() : open)
          expect(mine.case(id).profile.residence).toBe(value)
          expect(theirs.case(id)).toEqual(mine.case(id))
          for (const desk of [mine, theirs]) expect(replays(desk)).toBe(true)
        })
      },
    ),
    runs(60),
  )
})
