/**
 * Lines of an office that only the second computer of another one holds, which cannot prove them: they are lost for good. Once
 * an administrator says so, what came after them counts, and what is missing is told; should they turn up, all is as if they
 * had never been away.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { LostGivenUp } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  exportRecovery,
  importFrom,
  newStick,
  peerOf,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
import { keysOf, readStoreOf, unappliedAt } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const health = (office: TestOffice) => office.do<JournalHealth>('journal.health', { deep: true })
const REASON = 'Huyện báo không còn chữ ký làm chứng'

/**
 * A commune that has lost what it told of two people, one of them known to its backup. The district decided on both, and
 * works on at its second computer.
 */
async function lostAtTheCommune() {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const known = await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  await carry(root, district, commune)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const { device } = await keysOf(commune)
  await commune.do('candidate.correct', { case: known, change: { set: { name: 'Trần Văn Đức Anh' } } })
  const gone = await submittedDossier(commune, unit)
  await carry(root, commune, district)
  await decide(district, gone)
  commune.core.close()
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  return { root, district, second, old, unit, known, gone, channel: `${old.id}.${device}.${district.id}` }
}

test('what came after lines lost for good waits until they are given up, counts then, and is put right when they come', async () => {
  const { root, district, second, old, unit, gone, channel } = await lostAtTheCommune()
  const { sets } = await carry(root, second, old)
  expect(sets[0]?.report).toMatchObject({ waiting: 1, waitsFor: [{ for: [{ channel }] }] })
  const { digits } = await old.do<{ digits: string }>('pairing.card')
  const input = { to: old.id, folder: newStick(root, 'bare'), digits, reason: 'Hỏng ổ cứng' }
  expect(await second.refused('bundle.exportRecovery', input)).toMatchObject({ code: 'RECOVERY_NO_PROOF' })
  const { from, to } = (await health(old)).lost.missing[0] ?? { from: 0, to: 0 }
  expect((await health(old)).lost).toEqual({ missing: [{ channel, from, to }], givenUp: [], cases: [] })
  expect(to).toBeGreaterThanOrEqual(from)
  expect(await peerOf(old)).toMatchObject({ isAhead: true })

  expect(await old.do<LostGivenUp>('journal.giveUpLost', { reason: REASON })).toEqual({
    lost: [{ channel, from, to }],
    released: 1,
  })
  expect(await unappliedAt(old)).toBe(0)
  expect(await peerOf(old)).toMatchObject({ isAhead: false })
  const after = await health(old)
  expect(after).toMatchObject({ tables: 'equal', lost: { missing: [] } })
  expect(after.lost.givenUp).toMatchObject([{ channel, from, to, reason: REASON }])
  expect(after.lost.cases).toMatchObject([
    { case: gone, name: null, office: district.id, kinds: ['decision.recorded'] },
  ])
  expect(await old.refused('journal.giveUpLost', { reason: REASON })).toEqual({ code: 'NO_LINES_LOST', data: {} })

  // Both go on; nothing that comes later waits either.
  await register(old, unit, { name: 'Lê Thị Mai' })
  await carry(root, old, second)
  await carry(root, second, old)
  expect(await unappliedAt(old)).toBe(0)

  // The district's first computer turns up, and has the proofs.
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, old, stick)
  expect((await importFrom(old, stick)).sets).toMatchObject([{ outcome: 'imported', report: { held: [], waiting: 0 } }])
  expect(await stageAt(old, gone)).toBe('admitted')
  expect(await health(old)).toMatchObject({ tables: 'equal', lost: { missing: [], givenUp: [], cases: [] } })
  const there = await ticksAt(second)
  const here = [...(await ticksAt(old))].filter(([id]) => there.has(id))
  expect(here.length).toBeGreaterThan(5)
  expect(here).toEqual(here.map(([id]) => [id, there.get(id)]))
})

/** The place in history of every applied entry that went between the two offices. */
function ticksAt({ paths }: TestOffice): Promise<ReadonlyMap<string, number>> {
  return readStoreOf(paths, (db) => {
    const rows = prepared<{ id: string; tick: number }>(
      db,
      `SELECT j.entry_id AS id, j.tick FROM journal j JOIN channels c ON c.id = j.channel_id
       WHERE j.status = 'applied' AND c.audience <> 'own' ORDER BY j.id`,
    ).all()
    return new Map(rows.map(({ id, tick }) => [id, tick]))
  })
}
