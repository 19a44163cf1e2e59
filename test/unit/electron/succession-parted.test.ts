/**
 * An office that has handed everything over finds that the district holds another history of it: a copy of its computer had
 * gone on for a while. It gives way to that, and its successor takes the same over from it.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import type { SetOutcome } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  carry,
  exportRecovery,
  exportSuccession,
  exportTo,
  importFrom,
  mergingCommunes,
  newStick,
  register,
} from '../../support/journey.ts'
import { copyOfOffice, pairSuccessor, type TestOffice } from '../../support/office.ts'
import { keepersAt, readStoreOf, unappliedAt } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine this takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a successor takes over what the office before it has told others as those hold it, and no older stick undoes that', async () => {
  const root = temporaryFolder()
  const { district, merged, old } = await mergingCommunes(root)
  const unit = await addBranch(old)
  const people = [await register(old, unit, { name: 'Trần Thị Mai' })]
  await carry(root, old, district)
  await carry(root, district, old)

  const copy = await copyOfOffice(old, join(root, 'copy'))
  people.push(await register(copy, unit, { name: 'Lê Văn Sơn' }))
  people.push(await register(old, unit, { name: 'Phạm Thị Yến' }))
  await pairSuccessor(merged, old)
  const before = await handOver(root, old, merged)
  expect(await take(merged, before)).toMatchObject({ outcome: 'imported' })
  const drawer = await handOver(root, old, merged)

  // What the copy has written is all that the district hears of the same device.
  const stick = newStick(root, 'copy-stick')
  await exportTo(copy, stick, district)
  expect(await take(district, stick)).toMatchObject({ outcome: 'imported' })
  copy.core.close()
  await carry(root, district, old)
  const recovery = newStick(root, 'recovery')
  await exportRecovery(district, old, recovery)
  expect(await take(old, recovery)).toMatchObject({ outcome: 'imported' })

  const last = await take(merged, await handOver(root, old, merged))
  expect(last).toMatchObject({ outcome: 'imported', refusal: null })
  expect(await told(merged, old, district)).toEqual(await told(old, old, district))
  await carry(root, old, district)
  expect(await told(district, old, district)).toEqual(await told(old, old, district))
  expect(await going(merged)).toEqual(people.toSorted())

  expect(await take(merged, drawer)).toMatchObject({ outcome: 'refused', refusal: { code: 'B_FORK' } })
  expect(await told(merged, old, district)).toEqual(await told(old, old, district))
  expect(await unappliedAt(merged)).toBe(0)
  for (const office of [old, merged, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

async function handOver(root: string, old: TestOffice, merged: TestOffice): Promise<string> {
  const folder = newStick(root, `succession-${(handed += 1)}`)
  await exportSuccession(old, merged, folder, '2024-01-02')
  return folder
}

let handed = 0

async function take(office: TestOffice, folder: string): Promise<SetOutcome | undefined> {
  return (await importFrom(office, folder)).sets[0]
}

/** What an office holds of all that one has told another. */
function told({ paths }: TestOffice, from: TestOffice, to: TestOffice): Promise<readonly unknown[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ channel: string }>(
      db,
      `SELECT channel, j.seq, j.head FROM journal AS j JOIN channels AS c ON c.id = j.channel_id
       WHERE channel LIKE :from || '.%.' || :to ORDER BY channel, j.seq`,
    ).all({ from: from.id, to: to.id }),
  )
}

/** The cases that go on, as an office counts them. */
async function going(office: TestOffice): Promise<readonly string[]> {
  return [...(await keepersAt(office)).keys()].toSorted()
}
