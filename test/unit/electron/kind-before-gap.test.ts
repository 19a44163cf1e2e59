/** A set that may not be taken in here whatever it joins on to: that is said, and neither a gap nor a fork is noted of it. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import { forgeOnto, linesOf, lineOf } from '../../support/forged-stick.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportTo,
  importFrom,
  newStick,
  register,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
import { keysOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a set of another office at a further computer, which lacks what came before it, is sent to the exchange device', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  await register(commune, unit)
  await carry(root, commune, district)
  await carry(root, district, commune)
  await register(commune, unit, { name: 'Lê Thị Mai' })
  const stick = newStick(root, 'late')
  await exportTo(commune, stick, district)
  await expectRefused(second, stick, 'NOT_EXCHANGE_DEVICE')
})

test('lines in our name without a proof are told to be that, also where they begin later or part from ours', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  await register(commune, unit)
  await carry(root, commune, district)
  const { device } = await keysOf(old)
  const channel = `${commune.id}.${device}.${district.id}`
  const real = await linesOf(commune, district)
  const forgedAt = (seq: number) =>
    lineOf(seq, {
      kind: 'candidate.listed',
      subject: { type: 'case', id: '01990000-0000-7000-8000-0000000000ab' },
      payload: { name: 'Người không có', unit, stage: 'listed' },
    })
  const lines = [...real, forgedAt(real.length + 1)]
  const later = newStick(root, 'later')
  await forgeOnto(later, district, old, { kind: 'recovery', channel, lines, from: lines.length })
  await expectRefused(old, later, 'RECOVERY_UNPROVEN')
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  const parts = newStick(root, 'parts')
  const other = [forgedAt(1), ...lines.slice(1)]
  await forgeOnto(parts, district, commune, { kind: 'recovery', channel, lines: other })
  await expectRefused(second, parts, 'NOT_EXCHANGE_DEVICE')
  await expectRefused(commune, parts, 'RECOVERY_UNPROVEN')
  expect((await keysOf(commune)).device).toBe(device)
})

async function expectRefused(office: TestOffice, stick: string, code: string): Promise<void> {
  const expected = [{ outcome: 'refused', refusal: { code } }]
  expect((await office.do<ImportResult>('bundle.preview', { folder: stick })).sets).toMatchObject(expected)
  expect((await importFrom(office, stick)).sets).toMatchObject(expected)
  expect((await office.do<JournalHealth>('journal.health')).troubles).toEqual([])
}
