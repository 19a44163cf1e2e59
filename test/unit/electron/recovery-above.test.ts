/** A dead disk at the office above: the offices below hold what it had sent them, and give it back with its own signature. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { OfficeView } from '../../../shared/contract/answers.ts'
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
import { copyOfOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a restored district is told that a commune holds decisions it has lost, and gets them back from the commune', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await submittedDossier(commune, unit)
  await carry(root, commune, district)
  const old = await copyOfOffice(district, join(root, 'copy'))
  await decide(district, id)
  await carry(root, district, commune)
  expect(await stageAt(commune, id)).toBe('admitted')
  district.core.close()

  // What the commune says it holds goes beyond what is here: this is an old backup, and whom to ask is said.
  await register(commune, unit, { name: 'Lê Thị Mai' })
  const { sets } = await carry(root, commune, old)
  expect(sets[0]?.report?.ahead).toMatchObject([{ seq: expect.any(Number) as number }])
  expect(await peerOf(old)).toMatchObject({ relation: 'subordinate', isUnheard: false, isAhead: true })
  expect(await stageAt(old, id)).toBe('submitted')

  const stick = newStick(root, 'recovery')
  expect((await exportRecovery(commune, old, stick)).sets).toMatchObject([{ kind: 'recovery', to: old.id }])
  expect((await importFrom(old, stick)).sets).toMatchObject([
    { outcome: 'imported', kind: 'recovery', report: { held: [], waiting: 0 } },
  ])
  expect(await stageAt(old, id)).toBe('admitted')
  expect(await peerOf(old)).toMatchObject({ isAhead: false })
  await carry(root, old, commune)
  for (const office of [commune, old])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal', troubles: [] })
})

test('a copied district asks an office below for its set first only where sets went between the two before', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const fresh = await copyOfOffice(district, join(root, 'fresh'), false)
  expect(await peerOf(fresh)).toMatchObject({ relation: 'subordinate', isUnheard: false })
  await submittedDossier(commune, await addBranch(commune))
  await carry(root, commune, district)
  const later = await copyOfOffice(district, join(root, 'later'), false)
  expect(await peerOf(later)).toMatchObject({ isUnheard: true })
})

test('what an office below has sent is given back by whoever decides, what the one above has sent by an administrator', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await submittedDossier(commune, unit)
  await carry(root, commune, district)
  const input = async (to: TestOffice) => {
    const { digits } = await to.do<{ digits: string }>('pairing.card')
    return { to: to.id, folder: newStick(root, `for-${to.code}`), digits, reason: 'Máy hỏng ổ cứng' }
  }
  const asRole = async (office: TestOffice, role: string) => {
    const { user } = await office.do<OfficeView>('office.get')
    await office.do('user.change', {
      userId: user.id,
      name: user.name,
      post: user.post,
      roles: ['administrator', role],
    })
    await office.unlock()
  }
  await asRole(district, 'clerk')
  expect(await district.refused('bundle.exportRecovery', await input(commune))).toEqual({
    code: 'FORBIDDEN_ROLE',
    data: { roles: ['decider'] },
  })
  await asRole(district, 'decider')
  await district.do('bundle.exportRecovery', await input(commune))
  await asRole(commune, 'decider')
  expect(await commune.refused('bundle.exportRecovery', await input(district))).toMatchObject({
    code: 'NOTHING_TO_GIVE_BACK',
  })
})
