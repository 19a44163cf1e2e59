/** The real disk and what is built on it, in a temporary folder. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directReads, PIECE } from '../../../support/direct-reads.ts'
import { skipLoudly } from '../../../support/skip-loudly.ts'
import { attempt, exists } from '../../../../electron/disk/attempt.ts'
import { writeFileAtomic } from '../../../../electron/disk/atomic-write.ts'
import { DiskError, diskCodeOf } from '../../../../electron/disk/disk.ts'
import type { Disk } from '../../../../electron/disk/disk.ts'
import { emptyFolder, ensureFolder } from '../../../../electron/disk/folders.ts'
import { nodeDisk, nodeDiskOn } from '../../../../electron/disk/node-disk.ts'
import { readBack } from '../../../../electron/disk/read-back.ts'
import { readStream, readWhole, writeStream } from '../../../../electron/disk/streams.ts'
import { isTemporaryName, sweepTemporary, temporaryNameFor } from '../../../../electron/disk/temporary.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ket-nap-disk-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('writing a file', () => {
  it('replaces a file in one step and leaves no temporary file', async () => {
    const folder = join(root, 'hồ sơ')
    await ensureFolder(nodeDisk, folder)
    expect(await writeFileAtomic(nodeDisk, join(folder, 'a.json'), Buffer.from('một'))).toEqual({
      ok: true,
      value: undefined,
    })
    expect((await writeFileAtomic(nodeDisk, join(folder, 'a.json'), Buffer.from('hai'))).ok).toBe(true)
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('hai')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('says that the place is gone when the folder is not there', async () => {
    const outcome = await writeFileAtomic(nodeDisk, join(root, 'nowhere', 'a'), Buffer.from('x'))
    expect(outcome).toMatchObject({ ok: false, error: { code: 'DISK_GONE', errno: 'ENOENT', operation: 'open' } })
  })

  it('removes the file when its source fails, and passes the failure on', async () => {
    const path = join(root, 'half')
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half')
      await Promise.reject(new Error('the tar broke'))
    }
    await expect(writeStream(nodeDisk, path, source())).rejects.toThrow('the tar broke')
    expect(await exists(nodeDisk, path)).toBe(false)
  })

  it.skipIf(skipLoudly(process.platform !== 'linux', 'a full device: only Linux has /dev/full'))(
    'reports a full device as DISK_FULL',
    async () => {
      const toFull: Disk = { ...nodeDisk, open: () => nodeDisk.open('/dev/full', 'append') }
      const outcome = await attempt(() => writeStream(toFull, join(root, 'full'), [Buffer.alloc(10)]))
      expect(outcome).toMatchObject({ ok: false, error: { code: 'DISK_FULL', errno: 'ENOSPC', operation: 'write' } })
    },
  )

  it('never creates over an existing file, and appends to one', async () => {
    const path = join(root, 'log')
    for (const line of ['a\n', 'b\n']) {
      const file = await nodeDisk.open(path, 'append')
      await file.write(Buffer.from(line))
      await file.close()
    }
    expect(readFileSync(path, 'utf8')).toBe('a\nb\n')
    await expect(nodeDisk.open(path, 'create')).rejects.toBeInstanceOf(DiskError)
    expect(readFileSync(path, 'utf8')).toBe('a\nb\n')
  })
})

describe('reading', () => {
  it('streams a file of several chunks with an odd length, and stops when it is told to', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 77, 'abcdefg')
    writeFileSync(join(root, 'large'), bytes)
    const hash = createHash('sha256')
    let chunks = 0
    for await (const chunk of readStream(nodeDisk, join(root, 'large'))) {
      hash.update(chunk)
      chunks += 1
    }
    expect(chunks).toBe(4)
    expect(hash.digest('hex')).toBe(sha256(bytes))
    const stop = new AbortController()
    const read = async (): Promise<void> => {
      for await (const _ of readStream(nodeDisk, join(root, 'large'), stop.signal)) stop.abort(new Error('cancelled'))
    }
    await expect(read()).rejects.toThrow('cancelled')
  })

  it('does not hold a file longer than the limit', async () => {
    writeFileSync(join(root, 'eleven'), 'x'.repeat(11))
    expect(await readWhole(nodeDisk, join(root, 'eleven'), 10)).toBeUndefined()
    expect((await readWhole(nodeDisk, join(root, 'eleven'), 11))?.length).toBe(11)
  })

  it.each([0, 1, 511, 512, 4096, 1024 * 1024, 1024 * 1024 + 513])(
    'reads %i bytes back and hashes them',
    async (length) => {
      const bytes = Buffer.alloc(length, 'kết nạp')
      const path = join(root, `back-${length}`)
      expect((await writeFileAtomic(nodeDisk, path, bytes)).ok).toBe(true)
      let heard = 0
      const back = await readBack(nodeDisk, path, { onBytes: (count) => (heard += count) })
      expect(back).toMatchObject({ ok: true, value: { bytes: length, sha256: sha256(bytes) } })
      expect(heard).toBe(length)
      if (back.ok && process.platform !== 'linux') expect(back.value.bypassedCache).toBe(false)
    },
  )

  it('falls back to a cached read and says so, also when direct reading ends half-way', async () => {
    const bytes = Buffer.alloc(2 * 1024 * 1024 + 5, 'xyz')
    const path = join(root, 'fallback')
    writeFileSync(path, bytes)
    const refused = (): never => {
      throw new DiskError({ code: 'DISK_OTHER', operation: 'read', path, errno: 'EINVAL' })
    }
    const none: Disk = {
      ...nodeDisk,
      open: async (name, mode) => (mode === 'read-direct' ? refused() : nodeDisk.open(name, mode)),
    }
    const half: Disk = {
      ...nodeDisk,
      open: async (name, mode) => {
        const file = await nodeDisk.open(name, 'read')
        if (mode !== 'read-direct') return file
        return { ...file, read: async (target, position) => (position > 0 ? refused() : file.read(target, position)) }
      },
    }
    for (const disk of [none, half]) {
      expect(await readBack(disk, path)).toEqual({
        ok: true,
        value: { sha256: sha256(bytes), bytes: bytes.length, bypassedCache: false },
      })
    }
  })

  it('never falls back where a read past the cache fails, and hashes what that read has seen', async () => {
    const bytes = Buffer.alloc(3 * PIECE + 5, 'kết nạp')
    const path = join(root, 'past the cache')
    writeFileSync(path, bytes)
    const { disk, plan, seen } = directReads()
    const honest = { sha256: sha256(bytes), bytes: bytes.length, bypassedCache: true }
    expect(await readBack(disk, path)).toEqual({ ok: true, value: honest })
    const reads = seen()
    expect(reads).toBe(5)
    for (let at = 1; at <= reads; at += 1) {
      for (const way of ['EIO', 'ENODEV'] as const) {
        plan({ at, way })
        const failed = await readBack(disk, path)
        expect([at, failed]).toMatchObject([at, { ok: false, error: { code: 'DISK_GONE', errno: way, path } }])
      }
      plan({ at, way: 'turned' })
      const turned = await readBack(disk, path)
      expect([at, turned]).toMatchObject([at, { ok: true, value: { bypassedCache: true } }])
      if (turned.ok) expect([at, turned.value.sha256 === honest.sha256]).toEqual([at, false])
    }
  })

  it('answers a file that is not there with DISK_MISSING', async () => {
    expect(await readBack(nodeDisk, join(root, 'none'))).toMatchObject({ ok: false, error: { code: 'DISK_MISSING' } })
    expect(await exists(nodeDisk, join(root, 'none'))).toBe(false)
  })
})

describe('folders', () => {
  it('are made with what is missing above them, and again without complaint', async () => {
    const path = join(root, 'a', 'b', 'c')
    await ensureFolder(nodeDisk, path)
    await ensureFolder(nodeDisk, path)
    expect((await nodeDisk.stat(path)).kind).toBe('folder')
  })

  it('are swept of temporary files only, and emptied of all', async () => {
    const folder = join(root, 'sweep')
    await ensureFolder(nodeDisk, folder)
    writeFileSync(join(folder, 'keep.partial'), '')
    writeFileSync(temporaryNameFor(join(folder, 'x')), '')
    expect(await sweepTemporary(nodeDisk, folder)).toBe(1)
    expect(readdirSync(folder)).toEqual(['keep.partial'])
    expect(await emptyFolder(nodeDisk, folder)).toBe(1)
    expect(await emptyFolder(nodeDisk, join(root, 'not there'))).toBe(0)
    expect(isTemporaryName('vault.json')).toBe(false)
  })
})

describe('the code of an errno', () => {
  it.each([
    ['ENOSPC', 'write', 'DISK_FULL'],
    ['EDQUOT', 'write', 'DISK_FULL'],
    ['EFBIG', 'write', 'DISK_TOO_BIG'],
    ['EROFS', 'open', 'DISK_READ_ONLY'],
    ['EACCES', 'rename', 'DISK_READ_ONLY'],
    ['EACCES', 'read', 'DISK_OTHER'],
    ['ENODEV', 'read', 'DISK_GONE'],
    ['ENOTCONN', 'stat', 'DISK_GONE'],
    ['ENOENT', 'stat', 'DISK_MISSING'],
    ['ENOENT', 'fsyncDir', 'DISK_GONE'],
    ['EMFILE', 'open', 'DISK_OTHER'],
    ['EBUSY', 'open', 'DISK_HELD'],
  ] as const)('%s at %s is %s', (errno, operation, code) => {
    expect(diskCodeOf(errno, operation)).toBe(code)
  })
})

describe('Windows, as a system that is made up', () => {
  const fault = (errno: string) => Object.assign(new Error(errno), { code: errno })

  /** A system on which another program holds a fresh file for so many renames. */
  function scanner(held: number, errno: string, platform: NodeJS.Platform = 'win32') {
    const waits: number[] = []
    let renames = 0
    const disk = nodeDiskOn({
      platform,
      rename: async () => {
        renames += 1
        if (renames <= held) throw fault(errno)
      },
      openFolder: () => Promise.reject(fault('EPERM')),
      wait: async (milliseconds) => void waits.push(milliseconds),
    })
    return { disk, waits, renames: () => renames }
  }

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits for a virus scanner that holds a fresh file: %s', async (errno) => {
    const { disk, waits } = scanner(4, errno)
    expect(await attempt(() => disk.rename('E:\\a.partial', 'E:\\a'))).toMatchObject({ ok: true })
    expect(waits).toEqual([20, 40, 60, 80])
  })

  it.each(['EPERM', 'EACCES', 'EBUSY'])('says after a second that another program holds it: %s', async (errno) => {
    const { disk, waits } = scanner(Infinity, errno)
    const renamed = await attempt(() => disk.rename('E:\\a.partial', 'E:\\a'))
    expect(renamed).toMatchObject({ ok: false, error: { code: 'DISK_HELD', operation: 'rename', errno } })
    expect(waits.reduce((sum, one) => sum + one, 0)).toBe(1100)
  })

  it('waits for nothing else, and elsewhere for nothing at all', async () => {
    const full = scanner(1, 'ENOSPC')
    expect(await attempt(() => full.disk.rename('E:\\a.partial', 'E:\\a'))).toMatchObject({
      error: { code: 'DISK_FULL' },
    })
    const linux = scanner(1, 'EPERM', 'linux')
    expect(await attempt(() => linux.disk.rename('/a.partial', '/a'))).toMatchObject({
      error: { code: 'DISK_READ_ONLY' },
    })
    expect([full.renames(), full.waits, linux.renames(), linux.waits]).toEqual([1, [], 1, []])
  })

  it('has no way to sync a folder, whether opening or syncing it is refused, and misses nothing else', async () => {
    const synced = async (platform: NodeJS.Platform, opens: string | null, syncs: string | null) => {
      let closed = 0
      const disk = nodeDiskOn({
        platform,
        rename: async () => undefined,
        openFolder: async () => {
          if (opens !== null) throw fault(opens)
          return {
            sync: async () => {
              if (syncs !== null) throw fault(syncs)
            },
            close: async () => void (closed += 1),
          }
        },
        wait: async () => undefined,
      })
      const done = await attempt(() => disk.fsyncDir('E:\\KetNap'))
      return [done.ok ? 'synced' : done.error.code, closed]
    }
    for (const errno of ['EPERM', 'EISDIR', 'EACCES']) {
      expect(await synced('win32', errno, null)).toEqual(['synced', 0])
      expect(await synced('win32', null, errno)).toEqual(['synced', 1])
    }
    expect(await synced('win32', 'ENOENT', null)).toEqual(['DISK_GONE', 0])
    expect(await synced('win32', null, 'EIO')).toEqual(['DISK_GONE', 1])
    expect(await synced('linux', null, 'EINVAL')).toEqual(['synced', 1])
    expect(await synced('linux', 'EACCES', null)).toEqual(['DISK_READ_ONLY', 0])
  })

  it('cannot read past its cache', async () => {
    const { disk } = scanner(0, '')
    const opened = await attempt(() => disk.open(join(root, 'any'), 'read-direct'))
    expect(opened).toMatchObject({ ok: false, error: { errno: 'EINVAL' } })
  })
})
