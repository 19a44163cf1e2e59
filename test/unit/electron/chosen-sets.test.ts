/** One set of several on a carrier: chosen by the content of its label, whatever its file is called and wherever it lies. */
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ImportResult, Inspection } from '../../../shared/contract/exchange.ts'
import { fileIn } from '../../support/files-in.ts'
import { turnBit } from '../../support/harmed-files.ts'
import { addBranch, communeAndDistrict, exportTo, HOA, register } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('the set that was shown is taken in alone, also where its label has a long Vietnamese name written as macOS does', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick, district)
  const name = `Gói gửi ${'huyện ủy '.repeat(9)}.sha256`
  renameSync(fileIn(stick, '.sha256'), join(stick, name.normalize('NFD')))
  const { sets } = await district.do<ImportResult>('bundle.preview', { folder: stick })
  expect(sets).toMatchObject([{ outcome: 'ready', label: /^[0-9a-f]{64}$/ }])
  // At the console a file may be named as it is read on the screen.
  for (const set of [sets[0]?.label, name, name.normalize('NFD')]) {
    const { labels } = await district.do<Inspection>('bundle.inspect', { folder: stick, set })
    expect(labels).toMatchObject([{ label: sets[0]?.label }])
  }
  const other = await district.core.call('bundle.import', { folder: stick, set: '0'.repeat(64) })
  expect(other).toMatchObject({ ok: false, error: { code: 'NO_SETS' } })
  const taken = await district.do<ImportResult>('bundle.import', { folder: stick, set: sets[0]?.label })
  expect(taken.sets).toMatchObject([{ outcome: 'imported' }])
})

test('of two sets whose labels bear one name in two folders each has its own verdict, and one is taken in alone', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  const unit = await addBranch(commune)
  for (const [place, name] of ['một', 'hai'].entries()) {
    const folder = join(stick, name)
    mkdirSync(folder)
    await register(commune, unit, { ...HOA, name: `Người ${name}`, identityNumber: `03518500123${place}` })
    await exportTo(commune, folder, district)
    renameSync(fileIn(folder, '.sha256'), join(folder, 'nhãn.sha256'))
  }
  turnBit(fileIn(join(stick, 'một'), '.001'))
  const { labels, sets } = await district.do<Inspection>('bundle.inspect', { folder: stick })
  const said = labels.map(({ label, set, refusal }) => [
    set,
    refusal?.code,
    sets?.find((read) => read.label === label)?.outcome,
  ])
  expect(said).toEqual([
    ['nhãn.sha256', undefined, 'ready'],
    ['nhãn.sha256', 'B_DAMAGED', 'refused'],
  ])
  const one = await district.do<ImportResult>('bundle.import', { folder: stick, set: labels[0]?.label })
  expect(one.sets).toMatchObject([{ outcome: 'imported', label: labels[0]?.label }])
})

test('a set whose label is called like the hash of another one is not taken in with that one', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  const unit = await addBranch(commune)
  const labels: string[] = []
  for (const [place, name] of ['một', 'hai'].entries()) {
    mkdirSync(join(stick, name))
    await register(commune, unit, { ...HOA, name: `Người ${name}`, identityNumber: `03518500123${place}` })
    labels.push((await exportTo(commune, join(stick, name), district)).label)
  }
  renameSync(fileIn(join(stick, 'hai'), '.sha256'), join(stick, 'hai', labels[0] ?? ''))
  const { sets } = await district.do<ImportResult>('bundle.import', { folder: stick, set: labels[0] })
  expect(sets).toMatchObject([{ outcome: 'imported', label: labels[0] }])
})
