/**
 * What Node makes of a system's own answers while a set travels, which a Disk put in the place of ours cannot show: writes
 * and syncs of the set's files and of staged scans that fail for real, and a system that reads and writes half of what it is
 * asked for, as it may. Kills: kill.test.ts.
 */
import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportResult } from '../../shared/contract/exchange.ts'
import {
  buildShim,
  canShim,
  copyFor,
  NEEDS_SHIM,
  startShimmed,
  type ShimmedCall,
  type Strike,
} from '../support/disk-shim.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  stageAt,
  submittedDossier,
} from '../support/journey.ts'
import { PASSPHRASE, reopened, type TestOffice } from '../support/office.ts'
import { filesOf, stagedIn } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { peopleOf } from '../support/survivors.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../support/temporary-folder.ts'

/** What may be said where a scan or the lines of a set cannot be staged. */
const NAMED = /^(B_NO_SPACE|DISK_[A-Z_]+|SCAN_DISK_[A-Z]+|STORE_FULL|STORE_CANNOT_OPEN)$/

const slow = process.env['SLOW'] === '1'
/** Of all tests of this file, with the two offices as they are founded. */
const founded = temporaryFolderOfFile()
let made: Promise<Two> | undefined

const LONG = { timeout: slow ? 1_800_000 : 180_000 }

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of a set fails, it is named and no set shows, and the next export stands and comes in',
  LONG,
  async () => {
    const { root, shim, commune, district, id } = await twoOffices()
    const stick = newStick(root, 'usb')
    const office = await startShimmed(commune.paths, shim, { folder: stick, name: 'KN1' })
    let tried = 0
    for (const strike of strikes()) {
      const before = readdirSync(stick).toSorted()
      const struck = await office.call('bundle.export', { folder: stick, to: district.id }, strike)
      if (struck.operations < strike.at) {
        expect(codeOf(struck)).toBeNull()
        break
      }
      tried += 1
      expect([strike, codeOf(struck)]).toEqual([strike, expect.stringMatching(/^(B_NO_SPACE|B_STICK_GONE|B_TOO_BIG)$/)])
      expect([strike, readdirSync(stick).toSorted()]).toEqual([strike, before])
    }
    expect(tried).toBeGreaterThan(3)
    await office.end()
    const again = await reopened(commune, commune.paths)
    expect(await peopleOf(again)).toEqual([HOA.name])
    again.core.close()
    const there = await reopened(district, district.paths)
    expect((await importFrom(there, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { fresh: 2 } }])
    expect(await stageAt(there, id)).toBe('submitted')
    there.core.close()
  },
)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of a staged scan fails, nothing is taken in or left, and the same set comes in afterwards',
  LONG,
  async () => {
    const { root, shim, commune, district, id } = await twoOffices()
    const stick = newStick(root, 'usb')
    const sender = await reopened(commune, commune.paths)
    await exportTo(sender, stick, district)
    sender.core.close()
    const office = await startShimmed(district.paths, shim, { folder: district.paths.data, name: 'incoming' })
    let tried = 0
    for (const strike of strikes()) {
      const struck = await office.call('bundle.import', { folder: stick }, strike)
      // Past the last operation nothing is struck.
      if (struck.operations < strike.at) {
        expect(outcomesOf(struck)).toEqual(['imported'])
        break
      }
      tried += 1
      expect([strike, outcomesOf(struck)]).toEqual([strike, [expect.stringMatching(NAMED)]])
      // A scan that has its place before the lines that name it is no harm: the next start sweeps it.
      expect([strike, stagedIn(district.paths.data)]).toEqual([strike, []])
      if (Object.keys(filesOf(district.paths.data)).length === 0) continue
      await office.call('session.lock', {})
      await office.call('session.unlock', { passphrase: PASSPHRASE })
    }
    expect(tried).toBeGreaterThan(7)
    await office.end()
    const there = await reopened(district, district.paths)
    await there.core.tick()
    expect(await peopleOf(there)).toEqual([HOA.name])
    expect(Object.keys(filesOf(there.paths.data))).toHaveLength(2)
    expect((await importFrom(there, stick)).sets).toMatchObject([{ outcome: 'already' }])
    expect(await stageAt(there, id)).toBe('submitted')
    there.core.close()
  },
)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'a system that reads and writes half of what it is asked for gives whole sets, whole offices and whole backups',
  LONG,
  async () => {
    const { root, shim, commune, district, id } = await twoOffices()
    const stick = newStick(root, 'usb')
    const target = newStick(root, 'sao lưu')
    const all = { folder: root, name: '/', reads: true }
    const half = { at: 1, way: 'half', lasts: true } as const
    const here = await startShimmed(commune.paths, shim, all)
    const written = await here.call('bundle.export', { folder: stick, to: district.id }, half)
    expect(codeOf(written)).toBeNull()
    await here.end()
    const there = await startShimmed(district.paths, shim, all)
    const taken = await there.call('bundle.import', { folder: stick }, half)
    expect(outcomesOf(taken)).toEqual(['imported'])
    const saved = await there.call('backup.create', { folder: target }, half)
    expect(saved.answered?.answer).toMatchObject({ ok: true, value: { scans: 2 } })
    for (const { operations } of [written, taken, saved]) expect(operations).toBeGreaterThan(20)
    await there.end()
    const office = await reopened(district, district.paths)
    expect(await peopleOf(office)).toEqual([HOA.name])
    expect(await stageAt(office, id)).toBe('submitted')
    const [made = ''] = readdirSync(join(target, 'KetNap-sao-luu-kim-bang')).filter((name) => name !== 'scans')
    const folder = join(target, 'KetNap-sao-luu-kim-bang', made)
    expect(await office.do('backup.verify', { folder })).toMatchObject({ scans: 2, missing: 0 })
    office.core.close()
  },
)

/** One operation after another that fails, once or from then on: in the gate in one way or another, with SLOW=1 in all. */
function* strikes(): Generator<Strike> {
  for (let at = 1; ; at += 1) {
    const ways: readonly Strike[] = [
      { at, way: 'EIO' },
      { at, way: 'ENOSPC' },
      { at, way: 'EFBIG' },
      { at, way: 'EIO', lasts: true },
    ]
    yield* slow ? ways : ways.slice(at % ways.length).slice(0, 1)
  }
}

/** The code of a refusal, or null where the call was done. */
function codeOf({ answered }: ShimmedCall): string | null {
  if (answered === null) return 'died'
  return answered.answer.ok ? null : answered.answer.error.code
}

function outcomesOf({ answered }: ShimmedCall): readonly string[] {
  if (answered?.answer.ok !== true) return [answered === null ? 'died' : answered.answer.error.code]
  return (answered.answer.value as ImportResult).sets.map(({ outcome, refusal }) => refusal?.code ?? outcome)
}

type Two = { root: string; shim: string; commune: TestOffice; district: TestOffice; id: string }

/** A commune with a dossier of two scans to send, and its district; both closed, and copied for this test. */
async function twoOffices(): Promise<Two> {
  made ??= foundTwo()
  const { shim, commune, district, id } = await made
  const root = realpathSync(temporaryFolder())
  const copied = (office: TestOffice): TestOffice => ({ ...office, paths: copyFor(office, root) })
  return { root, shim, commune: copied(commune), district: copied(district), id }
}

async function foundTwo(): Promise<Two> {
  const { commune, district } = await communeAndDistrict(founded)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(founded, 'papers'))
  for (const office of [commune, district]) office.core.close()
  return { root: founded, shim: buildShim(founded), commune, district, id }
}
