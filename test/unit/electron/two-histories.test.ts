/**
 * Two histories of what one computer has written: a whole computer was copied, marks and all, and both went on for a while.
 * Every computer of the office finds a way out, nothing anybody recorded is lost, and nobody is on record twice.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import type { ImportReport, SetOutcome } from '../../../shared/contract/exchange.ts'
import { addBranch, carryAtHome, foundCommune, importFrom, newStick, register } from '../../support/journey.ts'
import { adoptKeys, copyOfOffice, joinOffice, speaksForOffice, type TestOffice } from '../../support/office.ts'
import { readStoreOf, unappliedAt } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine this takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a further computer gives way to the one that speaks for the office, then the copy does, and all is said once', async () => {
  const root = temporaryFolder()
  const first = await foundCommune(root)
  const unit = await addBranch(first)
  const second = await joinOffice(first, root, newStick(root, 'enrol'))
  await carry(root, second, first)
  const copy = await copyOfOffice(first, join(root, 'copy'))
  // So many that the channel of the copy stays the shorter one.
  const ofFirst: string[] = []
  for (const name of 'Đức Hồng Minh Sơn Thủy Tùng Vinh Xuân Yến Long Khánh Hải'.split(' '))
    ofFirst.push(await register(first, unit, { name: `Trần ${name}` }))
  await carry(root, first, second)
  // The second one says that it holds what the first has written: the copy never heard of it.
  expect((await carry(root, second, first)).reissued).toBeUndefined()
  const stick = newStick(root, 'left')
  await first.do('device.export', { folder: stick, full: true })
  const ofCopy = await register(copy, unit, { name: 'Vũ Thị Mai' })

  // What the first had written goes out at the second one, which says it again itself.
  expect((await carry(root, copy, second)).reissued).toBeGreaterThanOrEqual(ofFirst.length)
  const all = new Map([...ofFirst, ofCopy].map((id) => [id, 1]))
  expect(await registrations(second)).toEqual(all)
  await carry(root, second, copy)
  expect(await registrations(copy)).toEqual(all)
  expect(await speaksForOffice(copy)).toBe(true)

  // The first hears that its own channel goes on elsewhere, and works on as a new device, behind lines that only it holds.
  await carry(root, second, first)
  await first.do('candidate.correct', { case: ofFirst.at(-1), change: { set: { name: 'Trần Hải Đăng' } } })
  await joinAsSecond(root, copy, first)
  const { device } = await first.do<{ device: string }>('office.get')
  await carry(root, copy, first, device)
  // Which of two heirs speaks for the office, where both began at the same place, their ids decide.
  if (await speaksForOffice(copy)) await first.do('device.takeExchange', { reason: 'Máy chính' })
  expect(await registrations(first)).toEqual(all)

  // Its correction comes after a line that stands nowhere any more, and is not kept waiting for it.
  expect(await carry(root, first, second)).toMatchObject({ waiting: 0, waitsFor: [], held: [] })
  expect(await registrations(second)).toEqual(all)

  // A stick from before, left in a drawer, brings back nothing of what the first has given up.
  const before = await lines(second)
  const late = await importFrom(second, stick)
  expect(late.sets.map(({ refusal }) => refusal?.code)).toEqual(['B_FORK'])
  expect(await lines(second)).toEqual(before)
  copy.core.close()
  for (const office of [first, second]) {
    expect(await unappliedAt(office)).toBe(0)
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
  }
})

/** A set from one computer of the office to the other, taken in. */
async function carry(root: string, from: TestOffice, to: TestOffice, device?: string): Promise<ImportReport> {
  return reportOf(await carryAtHome(root, from, to, device === undefined ? {} : { device }))
}

function reportOf(sets: readonly SetOutcome[]): ImportReport {
  // Beside it may lie one for another computer.
  const [set] = sets.filter(({ outcome }) => outcome !== 'notForUs')
  expect(set).toMatchObject({ outcome: 'imported', refusal: null })
  if (set === undefined || set.report === null) throw new Error('no report')
  return set.report
}

/** A copy is taken into the office as a further computer. */
async function joinAsSecond(root: string, office: TestOffice, hub: TestOffice): Promise<ImportReport> {
  const folder = newStick(root, 'keys')
  await adoptKeys(office, hub, folder)
  return reportOf((await importFrom(office, folder)).sets)
}

/** How often each case stands registered. */
function registrations({ paths }: TestOffice): Promise<ReadonlyMap<string, number>> {
  return readStoreOf(paths, (db) => {
    const rows = prepared<{ id: string; n: number }>(
      db,
      `SELECT subject_id AS id, count(*) AS n FROM journal WHERE kind = 'candidate.registered' GROUP BY subject_id
       ORDER BY min(id)`,
    ).all()
    return new Map(rows.map(({ id, n }) => [id, n]))
  })
}

/** Every line that stands here, by channel. */
function lines({ paths }: TestOffice): Promise<readonly unknown[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ id: string }>(
      db,
      `SELECT channel_id, seq, entry_id AS id, head, status FROM journal ORDER BY channel_id, seq`,
    ).all(),
  )
}
