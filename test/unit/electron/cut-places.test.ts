/**
 * What one computer of an office has written comes after a line of another one, of a history that is given up later. Whoever
 * is sent that line hears that the other does not stand any more, and does not wait for it: the district, the successor of
 * the office, and a further computer of the successor. What that line took back stays taken back.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { between } from '../../support/between.ts'
import {
  addBranch,
  carry,
  caseAt,
  communeAndDistrict,
  exportSuccession,
  foundCommune,
  importFrom,
  newStick,
  register,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice, pairSuccessor, type TestOffice } from '../../support/office.ts'
import { unappliedAt } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine this takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('nobody waits for a place that an office has given up with a history of its own', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await between(root, second, commune)
  const copy = await copyOfOffice(commune, join(root, 'copy'))

  // The second computer corrects somebody whom only the copied one has registered, at the end of a longer channel.
  const people: string[] = []
  for (const name of ['Trần Văn Đức', 'Lê Thị Mai', 'Phạm Thị Hồng'])
    people.push(await register(commune, unit, { name }))
  await between(root, commune, second)
  commune.core.close()
  await second.do('candidate.correct', { case: people.at(-1), change: { set: { name: 'Phạm Thị Hồng Nhung' } } })

  // Then the copy goes on for the office, with what it has written itself.
  await register(copy, unit, { name: 'Vũ Thị Thu' })
  await between(root, copy, second)
  await between(root, second, copy)
  await carry(root, copy, district)
  expect(await unappliedAt(district)).toBe(0)
  for (const id of people) expect((await caseAt(district, id)).state.keeper).toBe(commune.id)
  // Issued anew, the registration comes after its correction, and does not undo it.
  for (const office of [second, copy, district])
    expect((await caseAt(office, people.at(-1) ?? '')).state.profile.name).toBe('Phạm Thị Hồng Nhung')

  const heir = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pairSuccessor(heir, copy)
  copy.at('2024-03-01')
  const folder = newStick(root, 'merger')
  await exportSuccession(copy, heir, folder, '2024-03-01')
  expect((await importFrom(heir, folder)).sets).toMatchObject([{ outcome: 'imported', report: { waiting: 0 } }])
  expect(await unappliedAt(heir)).toBe(0)
  expect(await unappliedAt(await joinOffice(heir, newStick(root, 'heir'), newStick(root, 'enrol-heir')))).toBe(0)
})

test('what another computer has taken back does not count again when it is issued anew', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await between(root, second, commune)
  const copy = await copyOfOffice(commune, join(root, 'copy'))
  const id = await register(commune, unit, { name: 'Phạm Thị Hồng' })
  commune.at('2024-01-05')
  for (const paper of ['1-KND', '2-KND']) await commune.do('paper.record', { case: id, paper, date: '2023-09-01' })
  await between(root, commune, second)
  commune.core.close()
  const papersAt = async (office: TestOffice) => (await caseAt(office, id)).state.papers.map(({ paper }) => paper)
  const [first] = (await caseAt(second, id)).state.papers
  await second.do('entry.retract', { entry: first?.entry, reason: 'Ghi nhầm hồ sơ' })
  expect(await papersAt(second)).toEqual(['2-KND'])
  await register(copy, unit, { name: 'Vũ Thị Thu' })
  await between(root, copy, second)
  await between(root, second, copy)
  expect([await papersAt(second), await papersAt(copy)]).toEqual([['2-KND'], ['2-KND']])
})
