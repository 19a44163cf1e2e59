/**
 * The computer that speaks for an office was restored, and holds what a further one has said after a third one without having
 * what the third one said. Whoever is sent that waits for it as that computer does, and in the end has the same order.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import { between } from '../../support/between.ts'
import { addBranch, carry, communeAndDistrict, newStick, register } from '../../support/journey.ts'
import { copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
import { readStoreOf, unappliedAt } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine this takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a line that waits at the restored computer of its office waits wherever that one sends it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const [second, third, fourth] = [
    await joinOffice(commune, root, newStick(root, 'enrol-2'), 'Máy hai'),
    await joinOffice(commune, root, newStick(root, 'enrol-3'), 'Máy ba'),
    await joinOffice(commune, root, newStick(root, 'enrol-4'), 'Máy bốn'),
  ]
  for (const one of [second, third, fourth]) await between(root, one, commune)
  const hub = await copyOfOffice(commune, join(root, 'hub'), false)

  // The second one corrects whom the third one has registered; the first one, which told it, is lost before it tells others.
  const id = await register(third, unit, { name: 'Phạm Thị Hồng' })
  for (const name of ['Trần Văn Đức', 'Lê Thị Mai', 'Vũ Thị Thu']) await register(third, unit, { name })
  await third.do('candidate.correct', { case: id, change: { set: { name: 'Phạm Thị Hồng Hạnh' } } })
  await between(root, third, commune)
  await between(root, commune, second)
  commune.core.close()
  await second.do('candidate.correct', { case: id, change: { set: { name: 'Phạm Thị Hồng Nhung' } } })

  await between(root, second, hub)
  expect(await unappliedAt(hub)).toBeGreaterThan(0)
  await carry(root, hub, district)
  await between(root, hub, fourth)
  expect(await unappliedAt(district)).toBeGreaterThan(0)
  expect(await unappliedAt(fourth)).toBeGreaterThan(0)

  // The third one tells all again.
  await between(root, third, hub)
  await carry(root, hub, district)
  await between(root, hub, fourth)
  const order = await ticksAt(hub)
  for (const office of [hub, district, fourth]) {
    expect(await unappliedAt(office)).toBe(0)
    for (const [place, tick] of await ticksAt(office))
      if (order.has(place)) expect([office.code, place, tick]).toEqual([office.code, place, order.get(place)])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ troubles: [], tables: 'equal' })
  }
})

/** The place in history of every line that is held. */
function ticksAt({ paths }: TestOffice): Promise<ReadonlyMap<string, number | null>> {
  return readStoreOf(paths, (db) => {
    const rows = prepared<{ place: string; tick: number | null }>(
      db,
      `SELECT c.channel || '#' || j.seq AS place, j.tick FROM journal j JOIN channels c ON c.id = j.channel_id`,
    ).all()
    return new Map(rows.map(({ place, tick }) => [place, tick]))
  })
}
