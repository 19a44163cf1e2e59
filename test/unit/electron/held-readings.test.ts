/** A set that was shown is taken in from what was read then: the stick is read once, unless something has changed since. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { copyOfOffice, PASSPHRASE, reopened, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('what is on the stick is read once: shown, then taken in although nobody could read it a second time', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  await exportTo(commune, stick)
  expect((await preview(district, stick)).sets).toMatchObject([{ outcome: 'ready', scans: { fresh: 2 } }])
  expect(incoming(district)).not.toEqual([])
  spoilParts(stick)
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 0 } }])
  expect(await stageAt(district, id)).toBe('submitted')
  expect(incoming(district)).toEqual([])
})

test('who locks drops what was shown: it is read again', async () => {
  const { district, stick } = await shownDossier()
  await district.do('session.lock')
  await district.do('session.unlock', { login: 'vanthu', passphrase: PASSPHRASE })
  expect(incoming(district)).toEqual([])
  spoilParts(stick)
  expect((await importFrom(district, stick)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_DAMAGED' } },
  ])
})

test('what was shown is read again where something else has come from its office since', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const branch = await addBranch(commune)
  await register(commune, branch)
  await exportTo(commune, stick)
  await preview(district, stick)
  await register(commune, branch, { ...HOA, name: 'Nguyễn Thị Mai', identityNumber: '035300000019' })
  const newer = newStick(root, 'usb-2')
  await exportTo(commune, newer)
  expect((await importFrom(district, newer)).sets).toMatchObject([{ outcome: 'imported' }])
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'already' }])
})

test('who stops before what was shown is taken in has taken in nothing', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick)
  await preview(district, stick)
  const stopped = district.core.call('bundle.import', { folder: stick }, { signal: AbortSignal.abort() })
  expect(await stopped).toMatchObject({ ok: false, error: { code: 'B_CANCELLED' } })
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported' }])
})

test('the next look at a stick lets go of what the last one kept', async () => {
  const { district, stick } = await shownDossier()
  const kept = incoming(district)
  await preview(district, stick)
  expect(incoming(district)).toHaveLength(kept.length)
  expect(incoming(district)).not.toEqual(kept)
})

test('whoever is shut out while a set is read, or after it was shown, hands in nothing', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick)
  const copy = await copyOfOffice(district, join(root, 'copy'))
  const shutOut = { office: commune.id, reason: 'Mất máy' }

  await district.unlock()
  await preview(district, stick)
  await district.do('peer.revoke', shutOut)
  expect((await importFrom(district, stick)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_REVOKED' } },
  ])

  let isWaiting = true
  copy.core.close()
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, mode) => {
      if (isWaiting && path.startsWith(stick) && /\.age\.\d+$/.test(path)) {
        isWaiting = false
        await reading.do('peer.revoke', shutOut)
      }
      return nodeDisk.open(path, mode)
    },
  }
  const reading = await reopened(district, copy.paths, '2024-04-01', disk)
  expect((await importFrom(reading, stick)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_REVOKED' } },
  ])
  expect(isWaiting).toBe(false)
})

/** A dossier with scans on a stick, shown to the district and not taken in yet. */
async function shownDossier() {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  await exportTo(commune, stick)
  await preview(district, stick)
  return { district, stick }
}

function preview(office: TestOffice, folder: string): Promise<ImportResult> {
  return office.do<ImportResult>('bundle.preview', { folder })
}

/** Names of the files on their way in. */
function incoming({ paths }: TestOffice): readonly string[] {
  const folder = join(paths.data, 'incoming')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Changes a byte in each part of the sets on a stick; the labels stay. */
function spoilParts(stick: string): void {
  const parts = readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tar\.age/.test(name))
  expect(parts).not.toEqual([])
  for (const name of parts) {
    const bytes = readFileSync(join(stick, name))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(join(stick, name), bytes)
  }
}
