/** Locking never waits for a job, and never breaks one: what was open is out of reach at once, and closed at its end. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { CoreEvent } from '../../../electron/core.ts'
import type { Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { MissedJob } from '../../../shared/contract/missed.ts'
import { newStick } from '../../support/journey.ts'
import { coreAt, foundOffice, PASSPHRASE, reopened, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

type Held = { readonly reached: Promise<void>; readonly release: () => void }

/** A disk on which the first file made in a folder waits until the test lets it go. */
function holdingDisk(): { readonly disk: Disk; readonly hold: (folder: string) => Held } {
  let held: { readonly folder: string; readonly reach: () => void; readonly released: Promise<void> } | null = null
  return {
    disk: {
      ...nodeDisk,
      open: async (path, mode) => {
        if (held !== null && path.startsWith(held.folder) && mode === 'create') {
          const { reach, released } = held
          held = null
          reach()
          await released
        }
        return nodeDisk.open(path, mode)
      },
    },
    hold: (folder) => {
      const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
      const { promise: released, resolve: release } = Promise.withResolvers<void>()
      held = { folder, reach, released }
      return { reached, release }
    },
  }
}

async function officeWithBackups(): Promise<{
  readonly office: TestOffice
  readonly target: string
  readonly hold: () => Held
  readonly events: CoreEvent['event'][]
}> {
  const root = temporaryFolder()
  const { disk, hold } = holdingDisk()
  const office = await foundOffice({ root, code: 'dong-hoa', name: 'Đảng ủy xã', capacities: ['proposes'], disk })
  const target = newStick(root, 'sao lưu')
  await office.do('setting.change', { key: 'backupFolder', value: target })
  const events: CoreEvent['event'][] = []
  office.core.on(({ event }) => events.push(event))
  return { office, target, hold: () => hold(target), events }
}

function made(target: string): readonly string[] {
  const home = join(target, 'KetNap-sao-luu-dong-hoa')
  return readdirSync(home).filter((name) => /^\d{8}-\d{6}$/.test(name))
}

test('whoever locks while a job runs is obeyed at once, and the job is finished behind the lock', async () => {
  const { office, target, hold, events } = await officeWithBackups()
  const { reached, release } = hold()
  const job = office.do<{ folder: string }>('backup.create')
  await reached
  events.length = 0
  expect(await office.do('session.lock')).toEqual({ locked: true })
  expect(events).toEqual(['locked'])
  for (const name of ['office.get', 'home.get', 'unit.list', 'backup.create'])
    expect(await office.refused(name), name).toEqual({ code: 'LOCKED', data: {} })
  expect(await office.refused('unit.add', { name: 'Chi bộ 1', type: 'branch' })).toEqual({ code: 'LOCKED', data: {} })
  // Again, as the computer says it both of going to sleep and of its locked screen.
  expect(await office.do('session.lock')).toEqual({ locked: true })
  release()
  const { folder } = await job
  expect(made(target)).toEqual([folder.slice(-15)])
  expect(await office.refused('office.get')).toEqual({ code: 'LOCKED', data: {} })
  // Nothing of it is held any more: another start of the program opens the same data.
  const again = await reopened(office, office.paths)
  expect(await again.do('backup.verify', { folder })).toMatchObject({ missing: 0 })
  again.core.close()
})

test('what came of a job behind the lock is told once, to who began it and to nobody else', async () => {
  const { office, target, hold } = await officeWithBackups()
  const other = { login: 'bithu', passphrase: 'cá chép hóa rồng' }
  await office.do('user.add', { ...other, name: 'Lê Văn Thắng', post: 'Bí thư', roles: ['administrator'] })
  const own = { login: 'vanthu', passphrase: PASSPHRASE }
  const told = async (who: object) => (await office.do<{ missed: MissedJob | null }>('session.unlock', who)).missed
  expect(await told(own)).toBeNull()
  const lockedIn = async (name: string, input: object, signal?: AbortSignal) => {
    const { reached, release } = hold()
    const job = office.core.call(name, input, signal === undefined ? {} : { signal })
    await reached
    await office.do('session.lock')
    return { job, release }
  }
  const done = await lockedIn('backup.create', {})
  done.release()
  const made = await done.job
  expect(await office.refused('session.unlock', { ...own, passphrase: 'sai' })).not.toHaveProperty('data.missed')
  expect(await told(other)).toBeNull()
  const missed = { job: 'backup.create', at: '2024-01-02T01:00:00Z', refusal: null }
  expect(await told(own)).toEqual({ ...missed, answer: made.ok ? made.value : null })
  expect(await told(own)).toBeNull()
  // Where nothing came of it, why; and of what no page shows afterwards only that it was done.
  const stopping = new AbortController()
  const stopped = await lockedIn('backup.create', {}, stopping.signal)
  stopping.abort()
  stopped.release()
  expect(await stopped.job).toMatchObject({ ok: false })
  expect(await told(own)).toEqual({ ...missed, refusal: { code: 'CANCELLED', data: {} }, answer: null })
  const to = join(target, 'danh-sach.xlsx')
  const written = await lockedIn('list.write', { what: 'units', to, why: 'Họp' })
  written.release()
  expect(await written.job).toMatchObject({ ok: true })
  expect(await told(own)).toEqual({ ...missed, job: 'list.write', answer: null })
  office.core.close()
})

test('whoever comes back before the job has ended waits for it, and is let in', async () => {
  const { office, hold, events } = await officeWithBackups()
  const { reached, release } = hold()
  const job = office.do('backup.create')
  await reached
  await office.do('session.lock')
  const ended: string[] = []
  const unlocking = office.unlock().then(() => ended.push('unlocked'))
  const done = job.then(() => ended.push('backed up'))
  expect(await office.refused('office.get')).toEqual({ code: 'LOCKED', data: {} })
  expect(await office.refused('machine.check')).toEqual({ code: 'BUSY', data: { job: 'backup.create' } })
  release()
  await Promise.all([unlocking, done])
  expect(ended).toEqual(['backed up', 'unlocked'])
  expect(await office.do('office.get')).toMatchObject({ office: office.id })
  expect(events.filter((event) => event === 'locked')).toHaveLength(1)
})

test('the daily backup is a job that is told of, and is finished behind the lock too', async () => {
  const { office, target, hold, events } = await officeWithBackups()
  const told: (string | null)[] = []
  office.core.on((event) => {
    if (event.event === 'working') told.push(event.job)
  })
  const { reached, release } = hold()
  const ticking = office.core.tick()
  await reached
  expect(told).toEqual(['backup.create'])
  expect(await office.refused('machine.check')).toEqual({ code: 'BUSY', data: { job: 'backup.create' } })
  await office.do('session.lock')
  release()
  await ticking
  expect(made(target)).toHaveLength(1)
  expect(told).toEqual(['backup.create', null])
  expect(events.slice(-2)).toEqual(['working', 'backedUp'])
  expect(await office.refused('office.get')).toEqual({ code: 'LOCKED', data: {} })
  const { missed } = await office.do<{ missed: MissedJob | null }>('session.unlock', { passphrase: PASSPHRASE })
  expect(missed, 'nobody waited for it').toBeNull()
})

test('who locks while an office is being unlocked finds it locked', async () => {
  const { office } = await officeWithBackups()
  await office.do('session.lock')
  const unlocking = office.core.call('session.unlock', { passphrase: PASSPHRASE })
  await office.do('session.lock')
  expect(await unlocking).toEqual({ ok: false, error: { code: 'LOCKED', data: {} } })
  expect(await office.refused('office.get')).toEqual({ code: 'LOCKED', data: {} })
  await office.unlock()
  expect(await office.do('office.get')).toMatchObject({ office: office.id })
})

test('the program ends while a locked job still runs: the data are let go of', async () => {
  const { office, hold } = await officeWithBackups()
  const { reached, release } = hold()
  const job = office.core.call('backup.create', {}).catch((error: unknown) => error)
  await reached
  await office.do('session.lock')
  office.core.close()
  const again = coreAt(office.paths, { today: '2024-04-01' })
  expect(await again.call('session.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  again.close()
  release()
  await job
})
