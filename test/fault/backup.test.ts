/** Backups and the store on a disk that is full, that fails, or from which the stick is pulled, at every moment. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Backup } from '../../electron/backup/backup.ts'
import { DiskError, type Disk } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { addBranch, communeAndDistrict, exportTo, HOA, newStick, submittedDossier } from '../support/journey.ts'
import { foundOffice, reopened, type TestOffice } from '../support/office.ts'
import { pictureOf } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 1_800_000 : 60_000 }

test('a stick pulled at any moment of a backup leaves none that is listed, and the next one stands', LONG, async () => {
  const { root, commune } = await officeWithScans()
  commune.core.close()
  const faulty = failing()
  const office = await reopened(commune, commune.paths, '2024-04-01', faulty.disk)
  const target = newStick(root, 'sao lưu')
  const home = join(target, 'KetNap-sao-luu-dong-hoa')
  faulty.failFrom(Infinity)
  const first = await office.do<Backup>('backup.create', { folder: target })
  const total = faulty.operations()
  rmSync(home, { recursive: true })
  expect(total).toBeGreaterThan(30)
  for (let at = 1; at <= total; at += slow ? 1 : 6) {
    faulty.failFrom(at)
    const answer = await office.core.call('backup.create', { folder: target })
    faulty.failFrom(Infinity)
    const complete = existsSync(home)
      ? readdirSync(home).filter((name) => existsSync(join(home, name, 'backup.json')))
      : []
    if (answer.ok) {
      // Only the sweep of old backups failed: this one stands.
      expect([at, complete.length]).toEqual([at, 1])
      await office.do('backup.verify', { folder: join(home, complete[0] ?? '') })
    } else {
      expect([at, answer.error.code]).toEqual([at, expect.stringMatching(/^(DISK_GONE|SCAN_DISK_FAILED)$/)])
      for (const name of complete) await office.do('backup.verify', { folder: join(home, name) })
    }
    const again = await office.do<Backup>('backup.create', { folder: target })
    expect(await office.do('backup.verify', { folder: again.folder })).toMatchObject({ scans: 2, missing: 0 })
    rmSync(home, { recursive: true })
  }
  expect(first.scans).toBe(2)
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
    const { root, commune } = await officeWithScans()
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

/** A real disk from which, at the n-th operation and ever after, everything fails as if it had been pulled. */
function failing() {
  let left = Infinity
  let seen = 0
  const step = async <T>(path: string, job: () => Promise<T>): Promise<T> => {
    seen += 1
    if (seen >= left) throw new DiskError({ code: 'DISK_GONE', operation: 'write', path, errno: 'EIO' })
    return job()
  }
  const disk: Disk = {
    open: (path, mode) =>
      step(path, async () => {
        const file = await nodeDisk.open(path, mode)
        return {
          read: (target, position) => step(path, () => file.read(target, position)),
          write: (bytes) => step(path, () => file.write(bytes)),
          sync: () => step(path, () => file.sync()),
          close: () => file.close(),
        }
      }),
    rename: (from, to) => step(to, () => nodeDisk.rename(from, to)),
    unlink: (path) => step(path, () => nodeDisk.unlink(path)),
    mkdir: (path) => step(path, () => nodeDisk.mkdir(path)),
    rmdir: (path) => step(path, () => nodeDisk.rmdir(path)),
    readdir: (path) => step(path, () => nodeDisk.readdir(path)),
    stat: (path) => step(path, () => nodeDisk.stat(path)),
    statfs: (path) => step(path, () => nodeDisk.statfs(path)),
    fsyncDir: (path) => step(path, () => nodeDisk.fsyncDir(path)),
    realpath: (path) => step(path, () => nodeDisk.realpath(path)),
  }
  return {
    disk,
    failFrom: (operation: number) => {
      seen = 0
      left = operation
    },
    operations: () => seen,
  }
}

async function officeWithScans(): Promise<{ root: string; commune: TestOffice }> {
  const root = temporaryFolder()
  const { commune } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  return { root, commune }
}
