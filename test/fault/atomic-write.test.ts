/** The plug is pulled, or the disk fails, at every single step of replacing a file. */
import { describe, expect, it } from 'vitest'
import { writeFileAtomic } from '../../electron/disk/atomic-write.ts'
import { ensureFolder } from '../../electron/disk/folders.ts'
import { sweepTemporary } from '../../electron/disk/temporary.ts'
import { createFakeDisk, PowerCut } from '../support/fake-disk.ts'
import type { FakeDisk } from '../support/fake-disk.ts'

const path = '/data/vault.json'
const older = Buffer.from('the old content, whole')
const newer = Buffer.from('the new content, whole and a little longer')

function diskWith(content: Uint8Array | undefined): FakeDisk {
  const disk = createFakeDisk()
  disk.plant('/data/other', Buffer.from('x'))
  if (content !== undefined) disk.plant(path, content)
  return disk
}

async function stepsOf(content: Uint8Array | undefined): Promise<number> {
  const disk = diskWith(content)
  expect((await writeFileAtomic(disk, path, newer)).ok).toBe(true)
  return disk.log.length
}

describe.each([
  ['replacing a file', older],
  ['writing a new file', undefined],
])('%s', (_name, before) => {
  it('leaves the old content or the new after a power cut at any step, and nothing else after the sweep', async () => {
    const steps = await stepsOf(before)
    let states = 0
    for (let step = 1; step <= steps; step += 1) {
      const disk = diskWith(before)
      disk.breakDown({ cutAfter: step })
      const outcome = await writeFileAtomic(disk, path, newer).catch((error: unknown) => error)
      if (step < steps) expect(outcome).toBeInstanceOf(PowerCut)
      for (const restarted of disk.afterPowerCut()) {
        await sweepTemporary(restarted, '/data')
        const found = restarted.peek(path)
        const whole =
          found === undefined ? before === undefined : [older, newer].some((content) => content.equals(found))
        expect(whole, `step ${step}: ${String(found)}`).toBe(true)
        if (step === steps) expect(found).toEqual(newer)
        expect(restarted.paths()).toEqual(found === undefined ? ['/data/other'] : ['/data/other', path])
        states += 1
      }
    }
    expect(states).toBeGreaterThan(steps)
  })

  it.each(['ENOSPC', 'EIO', 'EROFS', 'EFBIG', 'EACCES'])(
    'answers %s at any step with a code, without a leftover and without a third content',
    async (errno) => {
      const steps = await stepsOf(before)
      for (let operation = 1; operation <= steps; operation += 1) {
        const disk = diskWith(before)
        disk.breakDown({ failAt: { operation, errno } })
        const outcome = await writeFileAtomic(disk, path, newer)
        expect(outcome.ok).toBe(false)
        const found = disk.peek(path)
        // Only the last step, the sync of the folder, can fail with the new content already in its place.
        expect(found).toEqual(operation === steps ? newer : before)
        expect(disk.paths().filter((name) => name.endsWith('.partial'))).toEqual([])
      }
    },
  )

  it('is swept clean when a stick is pulled at any step and plugged in again', async () => {
    const steps = await stepsOf(before)
    for (let operation = 1; operation <= steps; operation += 1) {
      const disk = diskWith(before)
      disk.breakDown({ failFrom: { operation, errno: 'ENODEV' } })
      const outcome = await writeFileAtomic(disk, path, newer)
      expect(outcome).toMatchObject({ ok: false, error: { code: 'DISK_GONE', errno: 'ENODEV' } })
      disk.breakDown({})
      await sweepTemporary(disk, '/data')
      expect(disk.peek(path)).toEqual(operation === steps ? newer : before)
      expect(disk.paths().some((name) => name.endsWith('.partial'))).toBe(false)
    }
  })
})

describe('the fake disk itself', () => {
  it('undoes a rename whose folder was not synced, and tears bytes that were not', async () => {
    const disk = diskWith(older)
    const file = await disk.open('/data/new', 'create')
    await file.write(newer)
    await disk.rename('/data/new', path)
    const found = new Set(disk.afterPowerCut().map((state) => Buffer.from(state.peek(path) ?? []).toString()))
    expect(found).toContain(older.toString())
    expect(found).toContain(newer.toString())
    expect(found).toContain(newer.subarray(0, newer.length >> 1).toString())
    expect(found).toContain('')
  })

  it('loses what lies in a new folder whose parent was not synced, and keeps it after ensureFolder', async () => {
    const careless = createFakeDisk()
    await careless.mkdir('/a')
    expect((await writeFileAtomic(careless, '/a/f', newer)).ok).toBe(true)
    expect(careless.afterPowerCut().some((state) => state.peek('/a/f') === undefined)).toBe(true)
    const careful = createFakeDisk()
    await ensureFolder(careful, '/a/b')
    expect((await writeFileAtomic(careful, '/a/b/f', newer)).ok).toBe(true)
    expect(careful.afterPowerCut().every((state) => state.peek('/a/b/f')?.length === newer.length)).toBe(true)
  })
})
