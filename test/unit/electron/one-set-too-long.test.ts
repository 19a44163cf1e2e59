/** A set that cannot be written for what it would say: the other offices get theirs, and the one left out is named. */
import { afterEach, expect, test, vi } from 'vitest'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { addBranch, carry, communeAndDistrict, newStick, register } from '../../support/journey.ts'
import { foundOffice, pairTrainer } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const { limits, realLimits, withLowLimits } = await vi.hoisted(() => import('../../support/low-limits.ts'))

vi.mock('../../../shared/bundle/format.ts', async (original) =>
  withLowLimits(await original<typeof import('../../../shared/bundle/format.ts')>()),
)

afterEach(realLimits)

test('lines that are too long for one office keep no set from another, whichever comes first', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const trainers = await Promise.all(
    ['a-trung-tam', 'z-trung-tam'].map((code) =>
      foundOffice({ root, code, name: `Trung tâm ${code}`, capacities: ['trains'] }),
    ),
  )
  for (const trainer of trainers) {
    await pairTrainer(trainer, commune)
    await carry(root, commune, trainer)
    await carry(root, trainer, commune)
  }
  await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  limits.journalBytes = 100
  const stick = newStick(root, 'usb')
  for (const others of [trainers, ...trainers.map((trainer) => [trainer])]) {
    const to = [district, ...others].map(({ id }) => id)
    const answer = await commune.do<ExportAnswer>('bundle.export', { folder: stick, to })
    expect(answer.sets.map((set) => set.to).toSorted()).toEqual(others.map(({ id }) => id).toSorted())
    expect(answer).toMatchObject({
      stopped: { code: 'B_TOO_MUCH', data: { what: 'lines' } },
      left: [{ office: district.id, name: district.name }],
    })
  }
  const alone = { folder: stick, to: [district.id] }
  expect(await commune.refused('bundle.export', alone)).toMatchObject({ code: 'B_TOO_MUCH' })
})
