/** The scan store on a healthy disk: what goes in comes out, unreadable in between. */
import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../../shared/base/result.ts'
import { DiskError } from '../../../../electron/disk/disk.ts'
import { createScanStore } from '../../../../electron/scans/scan-store.ts'
import type { ScanStore } from '../../../../electron/scans/scan-store.ts'
import type { ScanKeys } from '../../../../electron/scans/sealed-files.ts'
import { sweep } from '../../../../electron/scans/upkeep.ts'
import { createFakeDisk } from '../../../support/fake-disk.ts'
import type { FakeDisk } from '../../../support/fake-disk.ts'
import { aPdf, roomOn, someScanKeys, streamOf } from './typage-box.ts'

let keys: ScanKeys
beforeAll(async () => {
  keys = await someScanKeys()
})

function aStore(disk: FakeDisk = createFakeDisk()): { readonly disk: FakeDisk; readonly store: ScanStore } {
  return { disk, store: createScanStore(roomOn(disk, keys)) }
}

function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('attaching a scan', () => {
  it('keeps it sealed under a name that does not tell its hash, and gives it back', async () => {
    const { disk, store } = aStore()
    const bytes = aPdf()
    const scan = valueOf(await store.add({ bytes }, 'đơn.pdf'))
    const name = store.nameOf(hashOf(bytes))
    expect(scan).toEqual({ sha256: hashOf(bytes), bytes: bytes.length, mediaType: 'application/pdf', name })
    const path = `/data/scans/${name.slice(0, 2)}/${name.slice(2)}`
    expect(disk.paths()).toEqual(['/data/office', path])
    const file = Buffer.from(disk.peek(path) ?? [])
    expect(file.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(file.includes('%PDF') || path.includes(scan.sha256)).toBe(false)
    expect(Buffer.from(valueOf(await store.open(scan.sha256))).equals(bytes)).toBe(true)
    expect(await store.has(scan.sha256)).toEqual({ ok: true, value: true })
    expect(await store.has('0'.repeat(64))).toEqual({ ok: true, value: false })
    expect(await store.lengthOf(scan.sha256)).toEqual({ ok: true, value: scan.bytes })
    expect(await store.lengthOf('0'.repeat(64))).toEqual({ ok: true, value: null })
  })

  it('is durable when it answers', async () => {
    const { disk, store } = aStore()
    const { sha256 } = valueOf(await store.add({ bytes: aPdf() }, 'a.pdf'))
    const states = disk.afterPowerCut()
    expect(states.length).toBeGreaterThan(0)
    for (const restarted of states) {
      expect(Buffer.from(valueOf(await aStore(restarted).store.open(sha256))).equals(aPdf())).toBe(true)
    }
  })

  it('twice changes nothing, and heals a damaged file', async () => {
    const { disk, store } = aStore()
    const scan = valueOf(await store.add({ bytes: aPdf() }, 'a.pdf'))
    const path = disk.paths()[1] ?? ''
    const before = disk.peek(path)
    expect(valueOf(await store.add({ bytes: aPdf() }, 'b.pdf'))).toEqual(scan)
    expect(disk.peek(path)).toBe(before)
    disk.plant(path, Buffer.from(before ?? []).fill(0, 205))
    expect(await store.open(scan.sha256)).toEqual({ ok: false, error: { code: 'SCAN_CHANGED', sha256: scan.sha256 } })
    valueOf(await store.add({ bytes: aPdf() }, 'b.pdf'))
    valueOf(await store.open(scan.sha256))
    expect(disk.paths()).toHaveLength(2)
  })

  it('reads a file from the disk, but refuses one of 200 MB without opening it', async () => {
    const { disk, store } = aStore()
    disk.plant('/usb/đơn.pdf', aPdf())
    expect(valueOf(await store.add({ path: '/usb/đơn.pdf' }, 'đơn.pdf')).sha256).toBe(hashOf(aPdf()))
    disk.breakDown({})
    const large = { ...disk, stat: async () => ({ kind: 'file' as const, bytes: 200e6, device: 1, writtenMs: 0 }) }
    const refused = await createScanStore({ ...roomOn(disk, keys), disk: large }).add(
      { path: '/usb/đơn.pdf' },
      'đơn.pdf',
    )
    expect(refused).toEqual({ ok: false, error: { code: 'SCAN_TOO_LARGE', bytes: 200e6, limit: 25 * 1024 * 1024 } })
    expect(disk.log).toEqual([])
    expect(await store.add({ path: '/usb/khác.pdf' }, 'khác.pdf')).toMatchObject({
      error: { code: 'SCAN_SOURCE_UNREADABLE', disk: { code: 'DISK_MISSING' } },
    })
  })

  it('opens with an old identity after the scan identity has changed', async () => {
    const { disk, store } = aStore()
    const { sha256 } = valueOf(await store.add({ bytes: aPdf() }, 'a.pdf'))
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    const changed = { ...keys, recipient, identities: [identity, ...keys.identities] }
    valueOf(await createScanStore(roomOn(disk, changed)).open(sha256))
    const without = createScanStore(roomOn(disk, { ...changed, identities: [identity] }))
    expect(await without.open(sha256)).toMatchObject({ error: { code: 'SCAN_CHANGED' } })
  })

  it('tells a missing scan from a changed one and from a failing disk', async () => {
    const { disk, store } = aStore()
    const { sha256 } = valueOf(await store.add({ bytes: aPdf() }, 'a.pdf'))
    const other = valueOf(await store.add({ bytes: aPdf('khác') }, 'b.pdf'))
    const [, one = '', two = ''] = disk.paths()
    disk.plant(one, disk.peek(two) ?? Buffer.alloc(0))
    const outcomes = [await store.open(sha256), await store.open(other.sha256)]
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error.code === 'SCAN_CHANGED')).toHaveLength(1)
    await disk.unlink(one)
    await disk.unlink(two)
    expect(await store.open(sha256)).toEqual({ ok: false, error: { code: 'SCAN_MISSING', sha256 } })
    disk.breakDown({ failFrom: { operation: 1, errno: 'EIO' } })
    expect(await store.open(sha256)).toMatchObject({ error: { code: 'SCAN_DISK_FAILED', disk: { code: 'DISK_GONE' } } })
  })

  it('does not say that a scan cannot be read which is read at a second try', async () => {
    const { disk, store } = aStore()
    const { sha256 } = valueOf(await store.add({ bytes: aPdf() }, 'a.pdf'))
    for (const operation of [1, 2]) {
      disk.breakDown({ failAt: { operation, errno: 'EIO' } })
      expect(await store.open(sha256)).toMatchObject({ error: { code: 'SCAN_DISK_FAILED' } })
      expect(await store.open(sha256)).toMatchObject({ ok: true })
    }
  })
})

describe('taking in the scans of a bundle', () => {
  const bytes = aPdf('Nghị quyết')

  it('stages without plaintext on the disk, then moves in what was staged', async () => {
    const { disk, store } = aStore()
    const staged = valueOf(await store.stage(streamOf(bytes.subarray(0, 7), bytes.subarray(7)), hashOf(bytes)))
    expect(staged).toMatchObject({ sha256: hashOf(bytes), bytes: bytes.length, mediaType: 'application/pdf' })
    expect(staged.path.startsWith('/data/incoming/')).toBe(true)
    expect(Buffer.from(disk.peek(staged.path) ?? []).includes('%PDF')).toBe(false)
    expect(await store.open(staged.sha256)).toMatchObject({ error: { code: 'SCAN_MISSING' } })
    valueOf(await store.adopt([staged]))
    valueOf(await store.adopt([staged]))
    for (const restarted of disk.afterPowerCut()) {
      expect(Buffer.from(valueOf(await aStore(restarted).store.open(staged.sha256))).equals(bytes)).toBe(true)
    }
    expect(disk.paths().some((path) => path.startsWith('/data/incoming/'))).toBe(false)
  })

  it('refuses what is not what the manifest says, or too large, and leaves nothing', async () => {
    const { disk, store } = aStore()
    const expected = '0'.repeat(64)
    expect(await store.stage(streamOf(bytes), expected)).toEqual({
      ok: false,
      error: { code: 'SCAN_HASH', expected, found: hashOf(bytes) },
    })
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(4 * 1024 * 1024)
    }
    expect(await store.stage(endless(), expected)).toMatchObject({ error: { code: 'SCAN_TOO_LARGE' } })
    expect(disk.paths()).toEqual(['/data/office'])
  })

  it('lets the importer judge what is no scan', async () => {
    const program = Buffer.from('MZ a program')
    const staged = valueOf(await aStore().store.stage(streamOf(program), hashOf(program)))
    expect(staged.mediaType).toBeUndefined()
  })

  it('passes on what its source throws and leaves nothing; cancelled imports are discarded', async () => {
    const { disk, store } = aStore()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes
      await Promise.reject(new Error('the stick was pulled'))
    }
    await expect(store.stage(broken(), hashOf(bytes))).rejects.toThrow('the stick was pulled')
    expect(disk.paths()).toEqual(['/data/office'])
    valueOf(await store.stage(streamOf(bytes), hashOf(bytes)))
    expect(await store.discardStaging()).toEqual({ ok: true, value: 1 })
    expect(disk.paths()).toEqual(['/data/office'])
  })
})

describe('looking after the scans', () => {
  it('sweeps what no entry names and leftovers, and nothing that is not ours', async () => {
    const { disk, store } = aStore()
    const named = valueOf(await store.add({ bytes: aPdf('1') }, 'a.pdf'))
    const orphan = valueOf(await store.add({ bytes: aPdf('2') }, 'a.pdf'))
    store.sweepLater(() => new Set([named.sha256]))
    await store.swept()
    for (const { sha256 } of [named, orphan])
      expect(await store.has(sha256), 'its own are spared: their transaction may still be open').toEqual({
        ok: true,
        value: true,
      })
    disk.plant('/data/scans/Thumbs.db', Buffer.from('x'))
    disk.plant(`/data/scans/${named.name.slice(0, 2)}/desktop.ini`, Buffer.from('x'))
    disk.plant(`/data/scans/${named.name.slice(0, 2)}/${'0'.repeat(62)}.0123abcd.partial`, Buffer.from('x'))
    const sweepAllBut = async (...kept: readonly string[]) =>
      valueOf(await sweep(roomOn(disk, keys), () => (name) => kept.includes(name)))
    expect(await sweepAllBut(named.name, orphan.name)).toEqual({ kept: 2, orphans: 0, leftovers: 1 })
    expect(await sweepAllBut(named.name)).toEqual({ kept: 1, orphans: 1, leftovers: 0 })
    const { store: restarted } = aStore(disk)
    restarted.sweepLater(() => new Set([named.sha256]))
    await restarted.swept()
    valueOf(await restarted.open(named.sha256))
    expect(await restarted.open(orphan.sha256)).toMatchObject({ error: { code: 'SCAN_MISSING' } })
    expect(disk.paths().filter((path) => /Thumbs|desktop/.test(path))).toHaveLength(2)
    expect(await sweepAllBut()).toEqual({ kept: 0, orphans: 1, leftovers: 0 })
  })

  it('puts a sweep off until something is written: what is put again just then stays, the rest is gone', async () => {
    const { disk, store } = aStore()
    const again = valueOf(await store.add({ bytes: aPdf('1') }, 'a.pdf'))
    const [, path = ''] = disk.paths()
    const sealed = disk.peek(path)
    const orphan = valueOf(await store.add({ bytes: aPdf('2') }, 'a.pdf'))
    const { store: restarted } = aStore(disk)
    restarted.sweepLater(() => new Set())
    expect(await restarted.has(orphan.sha256)).toEqual({ ok: true, value: true })
    const both = [restarted.add({ bytes: aPdf('1') }, 'a.pdf'), restarted.swept()]
    await Promise.all(both)
    expect(await restarted.has(again.sha256)).toEqual({ ok: true, value: true })
    expect(disk.peek(path), 'spared, and not written anew after the sweep took it').toBe(sealed)
    expect(await restarted.has(orphan.sha256)).toEqual({ ok: true, value: false })
  })

  it('goes on without a sweep that cannot ask what is known', async () => {
    const { store } = aStore()
    store.sweepLater(() => {
      throw new Error('the store is closed')
    })
    await expect(store.swept()).resolves.toBeUndefined()
    store.sweepLater(() => {
      throw new Error('the store is closed')
    })
    valueOf(await store.add({ bytes: aPdf('1') }, 'a.pdf'))
  })

  it('lets go of a sweep put off, and stops one at work, when the office is locked', async () => {
    const { disk, store } = aStore()
    const orphan = valueOf(await store.add({ bytes: aPdf('1') }, 'a.pdf'))
    const { store: locked } = aStore(disk)
    locked.sweepLater(() => new Set())
    locked.stopSweeping()
    await locked.swept()
    const { store: stopped } = aStore(disk)
    stopped.sweepLater(() => new Set())
    const sweeping = stopped.swept()
    stopped.stopSweeping()
    await sweeping
    expect(await stopped.has(orphan.sha256)).toEqual({ ok: true, value: true })
  })

  it('checks all, tells how far it is, and stops when told to', async () => {
    const { disk, store } = aStore()
    const scans = []
    for (const text of ['1', '2', '3']) scans.push(valueOf(await store.add({ bytes: aPdf(text) }, 'a.pdf')))
    const [good = '', bad = '', gone = ''] = scans.map(({ sha256 }) => sha256)
    const pathOf = (sha256: string): string =>
      `/data/scans/${store.nameOf(sha256).slice(0, 2)}/${store.nameOf(sha256).slice(2)}`
    disk.plant(pathOf(bad), Buffer.from('age-encryption.org/v1\n'))
    await disk.unlink(pathOf(gone))
    const heard: number[] = []
    expect(await store.verifyAll([good, bad, gone], { onProgress: (checked) => heard.push(checked) })).toEqual({
      ok: true,
      value: { checked: 3, changed: [bad], missing: [gone] },
    })
    expect(heard).toEqual([1, 2, 3])
    const stop = new AbortController()
    const cancelled = await store.verifyAll([good, good], { signal: stop.signal, onProgress: () => stop.abort() })
    expect(cancelled).toEqual({ ok: false, error: { code: 'SCAN_CANCELLED' } })
  })

  it('copies the sealed file for a backup, also to another disk', async () => {
    const { disk, store } = aStore()
    const { sha256, name } = valueOf(await store.add({ bytes: aPdf() }, 'a.pdf'))
    const stick = createFakeDisk()
    valueOf(await store.readCiphertextTo(sha256, '/copy', stick))
    expect(
      Buffer.from(stick.peek('/copy') ?? []).equals(
        disk.peek(`/data/scans/${name.slice(0, 2)}/${name.slice(2)}`) ?? Buffer.alloc(0),
      ),
    ).toBe(true)
    expect(await store.readCiphertextTo('0'.repeat(64), '/none', stick)).toMatchObject({
      error: { code: 'SCAN_MISSING' },
    })
    stick.breakDown({ capacity: 10 })
    expect(await store.readCiphertextTo(sha256, '/full', stick)).toMatchObject({ error: { code: 'SCAN_DISK_FULL' } })
    expect(stick.paths()).toEqual(['/copy'])
    expect(() => store.nameOf('../../etc/passwd')).toThrow('not a SHA-256')
    expect(new DiskError({ code: 'DISK_OTHER', operation: 'stat', path: '/x', errno: 'E' }).message).not.toContain('/x')
  })
})
