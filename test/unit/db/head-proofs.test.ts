/** How far a channel that was cut back is proven by what was left out of it. */
import { expect, test } from 'vitest'
import { GENESIS, headBehind, lineHash } from '../../../shared/bundle/chain.ts'
import { LIMITS } from '../../../shared/bundle/format.ts'
import { keepProofs, provenEnd } from '../../../db/private/head-proofs.ts'
import { journalHealth } from '../../../db/queries/health.ts'
import { prepared } from '../../../db/transaction.ts'
import { communeAndDistrict, register, type Desk } from '../../support/journal-kit.ts'

const LISTS = { bundleJson: '{}', tagManifest: '', signature: '' }
const CUT = { channel: 'x', seq: 0, head: GENESIS }

/** Lines set aside, of which a signed list proves the last. */
function leaveOut(desk: Desk, lines: readonly string[]): void {
  desk.change((db) => {
    const keep = prepared(
      db,
      "INSERT INTO set_aside (channel, seq, line, at) VALUES ('x', ?, ?, '2024-01-10T01:00:00Z')",
    )
    lines.forEach((line, place) => keep.run(place + 1, line))
    keepProofs(db, [{ channel: 'x', to: lines.length, head: headBehind(GENESIS, 0, lines.map(lineHash)) }], LISTS)
  })
}

test('the erasure of somebody a line left out names does not break what the lines prove together', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune, { name: 'Lương Thị Ngọc Khuê' })
  const named = JSON.stringify({ payload: { name: 'Khuê' }, seq: 1, subject: { id, type: 'case' } })
  leaveOut(commune, [named, '{"other":true,"seq":2}'])
  const before = commune.ask((db) => provenEnd(db, CUT))
  const shown = () => commune.ask((db) => journalHealth(db, '', false).setAside)
  expect(shown()).toEqual([{ channel: 'x', from: 1, count: 2 }])
  expect(before).toMatchObject({ to: 0, head: GENESIS, beyond: [lineHash(named), expect.any(String)] })
  commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-10', note: 'Xin rút' })
  commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(commune.ask((db) => provenEnd(db, CUT))).toEqual(before)
  expect(shown()).toEqual([{ channel: 'x', from: 2, count: 1 }])
  const kept = commune.ask((db) => prepared<{ line: string }>(db, 'SELECT line FROM set_aside').all())
  expect(JSON.stringify(kept)).not.toContain(id)
})

test('of more lines left out than a set may list it is said that they are too many, not that they differ', () => {
  const { commune } = communeAndDistrict()
  leaveOut(
    commune,
    Array.from({ length: LIMITS.linesBeyond + 1 }, (_, place) => `{"seq":${place + 1}}`),
  )
  expect(commune.ask((db) => provenEnd(db, CUT))).toBe('tooMany')
  commune.change((db) => prepared(db, 'UPDATE head_proofs SET seq = seq - 1').run())
  expect(commune.ask((db) => provenEnd(db, CUT))).toBe('differs')
})

test('signed lists longer than a set may give back take the place of none', () => {
  const { commune } = communeAndDistrict()
  const proofs = () => commune.ask((db) => prepared<{ seq: number }>(db, 'SELECT seq FROM head_proofs').all())
  const keep = (to: number, more: Partial<typeof LISTS>) =>
    commune.change((db) => keepProofs(db, [{ channel: 'x', to, head: GENESIS }], { ...LISTS, ...more }))
  keep(1, {})
  keep(2, { bundleJson: 'x'.repeat(LIMITS.lineBytes + 1) })
  // Of the comment in a signature its sender says what it will.
  keep(3, { signature: 'x'.repeat(20_000) })
  expect(proofs()).toEqual([{ seq: 1 }])
  keep(4, { bundleJson: 'x'.repeat(LIMITS.lineBytes) })
  expect(proofs()).toEqual([{ seq: 4 }])
})
