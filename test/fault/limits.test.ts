/**
 * The limits of real systems, in a process of its own and without any rights: the largest file a system takes, a stick
 * too small, a stick that may only be read. Where a system does not permit such limits the tests say so.
 */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  addBranch,
  communeAndDistrict,
  dossierWithLargeScan,
  foundCommune,
  importFrom,
  newStick,
  register,
} from '../support/journey.ts'
import { startOffice } from '../support/killable-office.ts'
import { pictureOf } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { amongDisks, hasLimits, hasNamespaces } from '../support/system-limits.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { TestOffice } from '../support/office.ts'

const MEBIBYTE = 1024 * 1024

test.skipIf(skipLoudly(!hasLimits, 'prlimit is not to be had here'))(
  'a part larger than the system takes is refused by name, and nothing of it is left',
  async () => {
    const { root, commune, district } = await officeWithLargeScan()
    const stick = newStick(root, 'usb')
    const before = (await pictureOf(commune)).tables
    const child = await startOffice(commune.paths, undefined, undefined, ['prlimit', `--fsize=${4 * MEBIBYTE}`])
    const answered = await child.call('bundle.export', { folder: stick, to: district.id })
    expect(answered?.answer).toMatchObject({ ok: false, error: { code: 'B_TOO_BIG' } })
    await child.kill()
    expect(readdirSync(stick)).toEqual([])
    expect((await pictureOf(commune)).tables).toEqual(before)
    const free = await startOffice(commune.paths)
    expect((await free.call('bundle.export', { folder: stick, to: district.id }))?.answer).toMatchObject({ ok: true })
    await free.kill()
    expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { fresh: 1 } }])
  },
)

test.skipIf(skipLoudly(!hasNamespaces, 'a disk of its own needs a user namespace, which is not permitted here'))(
  'a stick too small is named with what is needed, one that may only be read as such, and nothing is recorded',
  async () => {
    const { root, commune, district } = await officeWithLargeScan()
    const stick = newStick(root, 'usb')
    const before = (await pictureOf(commune)).tables
    for (const [options, error] of [
      ['size=1m', { code: 'B_NO_SPACE', data: { free: MEBIBYTE } }],
      ['size=20m,ro', { code: 'B_READ_ONLY' }],
    ] as const) {
      const child = await startOffice(commune.paths, undefined, undefined, amongDisks({ [stick]: options }))
      const answered = await child.call('bundle.export', { folder: stick, to: district.id })
      expect([options, answered?.answer]).toMatchObject([options, { ok: false, error }])
      await child.kill()
      expect((await pictureOf(commune)).tables).toEqual(before)
    }
    expect(readdirSync(stick)).toEqual([])
  },
)

test.skipIf(skipLoudly(!hasNamespaces, 'a disk of its own needs a user namespace, which is not permitted here'))(
  'on a full disk an office is unlocked and read, what cannot be kept is left out, and recording says so',
  async () => {
    const office = await foundCommune(temporaryFolder())
    const unit = await addBranch(office)
    const id = await register(office, unit)
    office.core.close()
    // A disk of its own with the office on it and no more room than the store needs to be opened.
    const full = `cp -a "$0" "$0.copy" && mount -t tmpfs -o size=8m tmpfs "$0" && cp -a "$0.copy/." "$0" &&
      head -c 40960 /dev/zero > "$0/spare" && { cat /dev/zero > "$0/filler" 2>/dev/null; rm "$0/spare"; } && exec "$@"`
    const within = ['unshare', '-Urm', 'sh', '-c', full, office.paths.data]
    // Another day by the computer's own clock than the last: it would be kept, if there were room.
    const child = await startOffice(office.paths, '2026-12-01', undefined, within, { OFFICE_CLOCK: 'own' })
    const call = async (name: string, input: object) => (await child.call(name, input))?.answer
    expect(await call('case.get', { case: id })).toMatchObject({ ok: true, value: { state: { id } } })
    expect(await call('candidate.search', { text: 'hoa' })).toMatchObject({ ok: true, value: { total: 1 } })
    const text = 'Một nhận xét dài. '.repeat(200)
    expect(await call('note.record', { case: id, text })).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    await child.kill()
  },
)

/** An office that has a scan of six megabytes to send, and is closed. */
async function officeWithLargeScan(): Promise<{ root: string; commune: TestOffice; district: TestOffice }> {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await dossierWithLargeScan(commune, await addBranch(commune), root, 6 * MEBIBYTE)
  commune.core.close()
  return { root, commune, district }
}
