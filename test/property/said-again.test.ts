/**
 * What one computer of an office has said is issued anew behind what another one said later, as a history of its own was
 * given up: in no kind of entry does the older word undo the newer one.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepared } from '../../db/transaction.ts'
import { trusted } from '../../shared/base/trust.ts'
import type { Draft } from '../../shared/commands/command.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import { kindRow, type Kind } from '../../shared/journal/kinds.ts'
import { allKinds, draftOver, runs, type Pool } from '../support/arbitraries.ts'
import { giveWay, type Instead } from '../support/given-up.ts'
import { COMMUNE, idOf, idsFrom, openDesk, pictureOf, siblingOf, UNIT, type Desk } from '../support/journal-kit.ts'
import { heardOf, meet } from '../support/journal-parcels.ts'

const someId = idsFrom('said again')
const pool: Pool = {
  cases: [someId()],
  units: [UNIT],
  members: [someId()],
  users: [someId()],
  entries: [someId()],
  offices: [COMMUNE],
}

/** Of its computers an office says nothing again that another of them has said. */
const newest = allKinds.filter((kind) => kindRow(kind).newestOf !== undefined && kindRow(kind).subject !== 'device')

/** Nobody is shut out who was never let in. */
const USER: Draft = {
  kind: 'user.added',
  subject: { type: 'user', id: pool.users[0] ?? '' },
  payload: { login: 'tochuc', name: 'Lê Văn Minh', post: 'Chuyên viên', roles: ['clerk'] },
}

/** What stands in the other history. */
const NOTED: Instead = {
  kind: 'note.recorded',
  subject: { type: 'case', id: idOf(0x7777) },
  payload: { text: 'Khác' },
}

/** Of one thing, or one that begins what it is about, and then a word that counts as the newest of it. */
const pair: fc.Arbitrary<readonly [Draft, Draft]> = fc
  .constantFrom(...newest)
  .chain((kind) => fc.tuple(draftOver(pool, rivalsOf(kind)), draftOver(pool, [kind])))
  .filter(([older, newer]) => older.subject.id === newer.subject.id)

test('a word that counts as the newest still does where an older one is issued anew behind it', () => {
  fc.assert(
    fc.property(pair, ([older, newer]) => {
      const first = openDesk({ office: COMMUNE })
      first.record([USER])
      const second = siblingOf(first, 'b', {})
      meet(first, second)
      const shared = heardOf(first, second)
      first.record([kept(older)])
      meet(first, second)
      second.record([kept(newer)])
      const before = pictureWithoutIds(second)
      giveWay(second, first, shared, NOTED)
      expect(pictureWithoutIds(second)).toEqual(before)
      first.close()
      second.close()
    }),
    runs(80),
  )
})

function rivalsOf(kind: Kind): readonly Kind[] {
  const { newestOf, subject } = kindRow(kind)
  return allKinds.filter((other) => {
    const row = kindRow(other)
    // A case that is taken over brings acts of its own, which stand beside those that are recorded.
    return row.subject === subject && other !== 'case.takenOver' && (row.begins === true || row.newestOf === newestOf)
  })
}

function kept(draft: Draft): Draft {
  return trusted<Draft>({ ...draft, to: 'own' })
}

/** Every business row, without what tells one entry from another, and without how often a number was set. */
function pictureWithoutIds(desk: Desk): unknown {
  const kinds = desk.ask(
    (db) =>
      new Map(
        prepared<{ line: string }>(db, 'SELECT line FROM journal')
          .all()
          .map(({ line }) => trusted<Entry>(JSON.parse(line)))
          .map(({ id, kind }) => [id, kind]),
      ),
  )
  const text = JSON.stringify(pictureOf(desk))
  const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  return JSON.parse(text.replace(uuids, (id) => kinds.get(id) ?? id).replaceAll(/\\"revisions\\":\d+,/g, ''))
}
