/**
 * Backups and the store on a disk that is full, that fails in any way, or from which the stick is pulled, at every operation:
 * each with every fault. With SLOW=1 the next backup is made after every one of them, in the gate once for each state left.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Backup } from '../../electron/backup/backup.ts'
import type { Disk } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { faultsEverywhere, faultyDisk, type FaultAt } from '../support/faulty-disk.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundCommune,
  HOA,
  newStick,
  submittedDossier,
} from '../support/journey.ts'
import { foundOffice, reopened, type TestOffice } from '../support/office.ts'
import { pictureOf } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 1_800_000 : 180_000 }

/** Every way a disk can fail: at an operation, from one on, or by a bit that is read wrong. */
const FAULTS: readonly FaultAt[] = [
  (from) => ({ from, errno: 'EIO' }),
  (at) => ({ at, errno: 'ENOSPC' }),
  (from) => ({ from, errno: 'ENODEV' }),
  (at) => ({ at, errno: 'EROFS' }),
  (at) => ({ at, errno: 'EFBIG' }),
  (at) => ({ at, errno: 'EIO' }),
  (flipAt) => ({ flipAt }),
]

/** What may be said of a backup that could not be made. */
const NAMED = /^(DISK_[A-Z_]+|SCAN_[A-Z_]+|BACKUP_DAMAGED|STORE_FULL)$/

test(
  'a disk that fails anywhere in a backup leaves none that is listed and not whole, and the next one stands',
  LONG,
  async () => {
    const { root, commune } = await officeWithScans()
    commune.core.close()
    const tried = new Set<string>()
    const faulty = faultyDisk()
    const office = await reopened(commune, commune.paths, '2024-04-01', faulty.disk)
    const target = newStick(root, 'sao lưu')
    const home = join(target, 'KetNap-sao-luu-dong-hoa')
    faulty.plan()
    const first = await office.do<Backup>('backup.create', { folder: target })
    const faults = faultsEverywhere(faulty, FAULTS)
    expect([faults.length > 30, faulty.reads() > 5]).toEqual([true, true])
    rmSync(home, { recursive: true })
    expect(first.scans).toBe(2)
    for (const fault of faults.flat()) {
      faulty.plan(fault)
      const answer = await office.core.call('backup.create', { folder: target })
      faulty.plan()
      const complete = existsSync(home)
        ? readdirSync(home).filter((name) => existsSync(join(home, name, 'backup.json')))
        : []
      // A fault where nothing depends on it, in the sweep of old backups for instance: then this one stands.
      if (answer.ok) expect([fault, complete.length]).toEqual([fault, 1])
      else expect([fault, answer.error.code]).toEqual([fault, expect.stringMatching(NAMED)])
      for (const name of complete) await office.do('backup.verify', { folder: join(home, name) })
      // The next one is made from what lies there: of two faults that leave the same it says the same.
      const left = treeOf(home)
      if (!slow && tried.has(left)) {
        rmSync(home, { recursive: true, force: true })
        continue
      }
      tried.add(left)
      const again = await office.do<Backup>('backup.create', { folder: target })
      expect([fault, await office.do('backup.verify', { folder: again.folder })]).toMatchObject([
        fault,
        { scans: 2, missing: 0 },
      ])
      rmSync(home, { recursive: true })
    }
  },
)

/** What lies in a folder, by name and size. */
function treeOf(folder: string): string {
  if (!existsSync(folder)) return ''
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((one) => {
      const path = join(one.parentPath, one.name)
      return `${path} ${one.isFile() ? statSync(path).size : 'folder'}`
    })
    .toSorted()
    .join('\n')
}

test.each([
  ['a scan, while it is copied', (path: string, data: string) => path.startsWith(join(data, 'scans'))],
  ['the vault, while it is copied', (path: string, data: string) => path === join(data, 'vault.json')],
  [
    'the copy of the store, for its hash',
    (path: string, data: string) => !path.startsWith(data) && path.endsWith('store.db'),
  ],
])('one bit of %s is read wrong: no backup stands, and nothing of it is left for the next', async (_what, isIt) => {
  const { root, commune } = await officeWithScans()
  commune.core.close()
  let turns = 0
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, mode) => {
      const file = await nodeDisk.open(path, mode)
      if (!isIt(path, commune.paths.data) || mode !== 'read') return file
      return {
        ...file,
        read: async (target, position) => {
          const count = await file.read(target, position)
          if (count > 0 && turns === 1) target[count >> 1] = (target[count >> 1] ?? 0) ^ 0x10
          if (count > 0) turns += 1
          return count
        },
      }
    },
  }
  const office = await reopened(commune, commune.paths, '2024-04-01', disk)
  turns = 1
  const target = newStick(root, 'sao lưu')
  expect(await office.refused('backup.create', { folder: target })).toMatchObject({ code: 'BACKUP_DAMAGED' })
  expect(turns).toBeGreaterThan(1)
  const { folder } = await office.do<Backup>('backup.create', { folder: target })
  expect(await office.do('backup.verify', { folder })).toMatchObject({ scans: 2, missing: 0 })
})

test('a backup that is cancelled leaves nothing', async () => {
  const { root, commune } = await officeWithScans()
  const target = newStick(root, 'sao lưu')
  const stop = new AbortController()
  const answer = await commune.core.call(
    'backup.create',
    { folder: target },
    { signal: stop.signal, onProgress: () => stop.abort() },
  )
  expect(answer).toEqual({ ok: false, error: { code: 'CANCELLED', data: {} } })
  expect(readdirSync(join(target, 'KetNap-sao-luu-dong-hoa'))).toEqual(['scans'])
  const { folder } = await commune.do<Backup>('backup.create', { folder: target })
  const second = AbortSignal.abort()
  expect(await commune.core.call('backup.verify', { folder }, { signal: second })).toEqual({
    ok: false,
    error: { code: 'CANCELLED', data: {} },
  })
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mayMount()

test.skipIf(skipLoudly(!canMount, 'a small disk of its own needs the right to mount'))(
  'on a disk that is really full nothing is recorded, and once there is room the same call goes through',
  async () => {
    const root = temporaryFolder()
    const small = newStick(root, 'small')
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small], { encoding: 'utf8' })
    expect(mounted.stderr).toBe('')
    const office = await foundOffice({ root: small, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes'] })
    onTestFinished(() => {
      office.core.close()
      spawnSync('umount', ['-l', small])
    })
    const unit = await addBranch(office)
    fill(small)
    let refused: unknown = null
    const recorded: string[] = []
    const call = '01990000-0000-7000-8000-0000000000cc'
    for (let n = 0; n < 200 && refused === null; n += 1) {
      const profile = { name: `Nguyễn Văn A ${n}`, note: 'Ghi chú dài. '.repeat(100) }
      const answer = await office.core.call(
        'candidate.register',
        { profile, unit },
        { id: call.replace(/.{3}$/, String(100 + n)) },
      )
      if (answer.ok) recorded.push(profile.name)
      else refused = answer.error
    }
    expect(refused).toEqual({ code: 'STORE_FULL', data: {} })
    expect(await office.do('candidate.search', { limit: 1 })).toMatchObject({ total: recorded.length })
    expect(await office.core.call('backup.create', { folder: small })).toMatchObject({
      ok: false,
      error: { code: 'STORE_FULL' },
    })
    rmSync(join(small, 'filler'))
    await office.do('candidate.register', { profile: HOA, unit })
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
  },
)

test.skipIf(skipLoudly(!canMount, 'a small disk of its own needs the right to mount'))(
  'a stick that is full is named with what is needed, before anything is written to it',
  async () => {
    const root = temporaryFolder()
    const { commune } = await communeAndDistrict(root)
    await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
    const small = newStick(root, 'stick-of-100k')
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', small]).status).toBe(0)
    onTestFinished(() => void spawnSync('umount', ['-l', small]))
    const before = await pictureOf(commune)
    const { free } = { free: statfsSync(small).bavail * statfsSync(small).bsize }
    const refusal = await commune.refused('bundle.export', { folder: small })
    expect(refusal).toMatchObject({ code: 'B_NO_SPACE', data: { free } })
    expect(readdirSync(small)).toEqual([])
    expect(await pictureOf(commune)).toEqual(before)
    expect(await exportTo(commune, newStick(root, 'large'))).toMatchObject({ scans: 2 })
  },
)

/** Fills a disk to the last byte but a little. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - 300_000)))
}

function mayMount(): boolean {
  return spawnSync('unshare', ['-m', 'true']).status === 0
}

async function officeWithScans(): Promise<{ root: string; commune: TestOffice }> {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  return { root, commune }
}
