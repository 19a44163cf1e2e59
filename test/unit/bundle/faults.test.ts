/** Writing to a carrier that fails, lies, fills up or is pulled, at every single step: never a set that looks whole. */
import { describe, expect, it } from 'vitest'
import type { DiskFile } from '../../../electron/disk/disk.ts'
import { findSets } from '../../../electron/bundle/find-sets.ts'
import { writeSet } from '../../../electron/bundle/write-set.ts'
import { createFakeDisk, type FakeDisk, PowerCut } from '../../support/fake-disk.ts'
import {
  attachment,
  ledgerOf,
  makeLines,
  makeOffice,
  onlySet,
  pdf,
  readAs,
  setFrom,
  sourceOf,
  write,
} from '../../support/bundle-kit.ts'

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')
const shared = `${commune.office}.${commune.device}.${ward.office}`

function stick(): FakeDisk {
  const disk = createFakeDisk()
  disk.plant('/usb/readme.txt', Buffer.from('x'))
  return disk
}

function smallSet(disk: FakeDisk, more: Parameters<typeof setFrom>[3] = {}) {
  const channels = [sourceOf(shared, makeLines(3))]
  return setFrom(commune, ward, disk, { channels, attachments: [attachment(pdf('x'))], partBytes: 8000, ...more })
}

async function stepsOf(): Promise<number> {
  const disk = stick()
  await write(smallSet(disk))
  return disk.log.length
}

describe('a carrier that fails', () => {
  it('leaves a whole set or none after a power cut at any step', async () => {
    const steps = await stepsOf()
    const fates = new Set<string>()
    for (let step = 1; step <= steps; step += 1) {
      const disk = stick()
      disk.breakDown({ cutAfter: step })
      const outcome = await writeSet(smallSet(disk)).catch((error: unknown) => error)
      if (step < steps) expect(outcome).toBeInstanceOf(PowerCut)
      for (const found of disk.afterPowerCut()) {
        const sets = await findSets(found, '/usb')
        if (!sets.ok) throw new Error(JSON.stringify(sets.error))
        const [set] = sets.value.sets
        // A label that survived names parts that survived, whole.
        if (set !== undefined) {
          const read = await readAs(ward, [commune], set, found)
          expect(read.ok, `step ${step}: ${JSON.stringify(read)}`).toBe(true)
        }
        fates.add(set === undefined ? 'none' : 'whole')
        if (step === steps) expect(set).toBeDefined()
      }
    }
    expect([...fates].toSorted()).toEqual(['none', 'whole'])
  })

  it.each([
    ['ENOSPC', 'B_NO_SPACE'],
    ['EDQUOT', 'B_NO_SPACE'],
    ['EFBIG', 'B_TOO_BIG'],
    ['EROFS', 'B_READ_ONLY'],
    ['EBUSY', 'B_FILE_HELD'],
    ['EIO', 'B_STICK_GONE'],
    ['ENODEV', 'B_STICK_GONE'],
    ['ENOTCONN', 'B_STICK_GONE'],
  ])('names %s at any step as %s and leaves nothing behind', async (errno, code) => {
    const steps = await stepsOf()
    for (let operation = 1; operation <= steps; operation += 1) {
      const disk = stick()
      disk.breakDown({ failAt: { operation, errno } })
      const outcome = await writeSet(smallSet(disk))
      expect(outcome.ok ? null : outcome.error.code, `step ${operation}`).toBe(code)
      expect(disk.paths(), `step ${operation}`).toEqual(['/usb/readme.txt'])
    }
  })

  it('leaves at most partial files, or parts without a label, on a stick pulled at any step', async () => {
    const steps = await stepsOf()
    for (let operation = 1; operation < steps; operation += 1) {
      const disk = stick()
      disk.breakDown({ failFrom: { operation, errno: 'ENODEV' } })
      const outcome = await writeSet(smallSet(disk))
      expect(outcome).toMatchObject({ ok: false, error: { code: 'B_STICK_GONE', cause: 'ENODEV' } })
      disk.breakDown({})
      expect(disk.paths().filter((path) => path.endsWith('.sha256'))).toEqual([])
      const found = await findSets(disk, '/usb')
      expect(found.ok && found.value.sets).toEqual([])
    }
  })

  it('B_NO_SPACE before the first byte, with both figures', async () => {
    const disk = stick()
    disk.breakDown({ capacity: 20_000 })
    const outcome = await writeSet(smallSet(disk))
    const error = outcome.ok ? null : outcome.error
    expect(error).toMatchObject({ code: 'B_NO_SPACE', free: 19_999 })
    expect(error?.code === 'B_NO_SPACE' ? error.need : 0).toBeGreaterThan(100_000)
    expect(disk.log.some((line) => line.operation === 'write')).toBe(false)
  })

  it('B_STICK_GONE when the folder is not there', async () => {
    const outcome = await writeSet(smallSet(createFakeDisk()))
    expect(outcome).toEqual({ ok: false, error: { code: 'B_STICK_GONE', cause: 'ENOENT' } })
  })

  it('B_TOO_BIG beyond 999 parts', async () => {
    const outcome = await writeSet(smallSet(stick(), { partBytes: 10 }))
    const error = outcome.ok ? null : outcome.error
    expect(error?.code === 'B_TOO_BIG' ? error.part : '').toMatch(/^KN1_.*\.tar\.age\.\d{4}$/)
  })

  it('B_READBACK: a stick that gives back other bytes than it took', async () => {
    for (const wrong of ['.001.partial', '.002.partial', '.sha256.partial']) {
      const disk = stick()
      const lying = {
        ...disk,
        open: async (path: string, mode: Parameters<FakeDisk['open']>[1]): Promise<DiskFile> => {
          const file = await disk.open(path, mode)
          return {
            ...file,
            read: async (target, position) => {
              const count = await file.read(target, position)
              if (path.endsWith(wrong) && count > 0) target[3] = (target[3] ?? 0) ^ 0x10
              return count
            },
          }
        },
      }
      const outcome = await writeSet({ ...smallSet(disk), disk: lying })
      const error = outcome.ok ? null : outcome.error
      expect(error?.code === 'B_READBACK' ? `${error.part}.partial` : '').toMatch(new RegExp(`^KN1_.*${wrong}$`))
      expect(disk.paths()).toEqual(['/usb/readme.txt'])
    }
  })
})

describe('what else ends an export', () => {
  it('B_CANCELLED at any moment until the commit, leaving nothing', async () => {
    for (const at of ['collect', 'write', 'read-back'] as const) {
      const disk = stick()
      const stop = new AbortController()
      const onProgress = ({ phase }: { readonly phase: string }): void => {
        if (phase === at) stop.abort()
      }
      const outcome = await writeSet(smallSet(disk, { signal: stop.signal, onProgress }))
      expect(outcome, at).toEqual({ ok: false, error: { code: 'B_CANCELLED' } })
      expect(disk.paths()).toEqual(['/usb/readme.txt'])
    }
    const signal = AbortSignal.abort()
    expect(await writeSet(smallSet(stick(), { signal }))).toMatchObject({ error: { code: 'B_CANCELLED' } })
  })

  it('B_ATTACH: a scan that is no longer what its name says, by bytes or by length', async () => {
    const scan = attachment(pdf('x'))
    for (const changed of [pdf('y'), pdf('xx'), pdf('')]) {
      const disk = stick()
      const attachments = [{ ...attachment(changed), sha256: scan.sha256, bytes: scan.bytes }]
      const outcome = await writeSet(smallSet(disk, { attachments }))
      expect(outcome).toEqual({ ok: false, error: { code: 'B_ATTACH', sha256: scan.sha256, reason: 'changed' } })
      expect(disk.paths()).toEqual(['/usb/readme.txt'])
    }
  })

  it('B_CHAIN: a store whose lines are not the chain it claims', async () => {
    const lines = makeLines(3)
    const source = sourceOf(shared, lines)
    for (const [wrong, reason] of [
      [{ ...source, head: 'a'.repeat(64) }, 'head'],
      [{ ...source, lines: () => lines.slice(0, 2) }, 'count'],
      [{ ...source, lines: () => [...lines].reverse() }, 'hole'],
      [{ ...source, lines: () => ['{ }'] }, 'canonical'],
    ] as const) {
      const outcome = await writeSet(smallSet(stick(), { channels: [wrong] }))
      expect(outcome).toMatchObject({ error: { code: 'B_CHAIN', channel: shared, reason, here: true } })
    }
  })

  it('B_CHANNEL: a private channel never leaves for another office', async () => {
    const own = `${commune.office}.${commune.device}.own`
    const disk = stick()
    const outcome = await writeSet(smallSet(disk, { channels: [sourceOf(own, makeLines(1))] }))
    expect(outcome).toEqual({ ok: false, error: { code: 'B_CHANNEL', kind: 'changes', channel: own, here: true } })
    expect(disk.paths()).toEqual(['/usb/readme.txt'])
  })

  it('throws and cleans up when the marks cannot be written or a source fails', async () => {
    const disk = stick()
    const beforeCommit = () => Promise.reject(new Error('marks'))
    await expect(writeSet(smallSet(disk, { beforeCommit }))).rejects.toThrow('marks')
    expect(disk.paths()).toEqual(['/usb/readme.txt'])
    const scan = attachment(pdf('x'))
    const broken = {
      ...scan,
      async *open() {
        yield Buffer.from('%')
        throw new Error('store')
      },
    }
    for (const engine of ['native', 'sodium', 'typage'] as const) {
      await expect(writeSet(smallSet(disk, { attachments: [broken], engine }))).rejects.toThrow('store')
      expect(disk.paths()).toEqual(['/usb/readme.txt'])
    }
  })

  it('throws for a header that would be refused: a fault of the caller', async () => {
    const disk = stick()
    const input = smallSet(disk)
    await expect(writeSet({ ...input, manifest: { ...input.manifest, created: 'now' } })).rejects.toThrow(
      'would be refused',
    )
    await expect(writeSet({ ...input, channels: [...input.channels, ...input.channels] })).rejects.toThrow(
      'would be refused',
    )
    const twice = [...input.attachments, ...input.attachments]
    await expect(writeSet({ ...input, attachments: twice })).rejects.toThrow('a file twice')
  })
})

it('writes again beside an older set and an unfinished one, and both are read', async () => {
  const disk = stick()
  const lines = makeLines(5)
  disk.plant('/usb/KN1_xa_huyen_aaaaaaaa.tar.age.001.partial', Buffer.from('left by a crash'))
  await write(smallSet(disk, { channels: [sourceOf(shared, lines.slice(0, 3))] }))
  await write(smallSet(disk, { channels: [sourceOf(shared, lines)] }))
  const found = await findSets(disk, '/usb')
  if (!found.ok) throw new Error('not found')
  expect(found.value.sets).toHaveLength(2)
  expect(found.value.faults).toEqual([])
  const counts: number[] = []
  for (const set of found.value.sets) {
    const read = await readAs(ward, [commune], set, disk, { ledger: ledgerOf({ [shared]: lines.slice(0, 2) }) })
    if (read.ok) counts.push(read.value.counts.newLines)
  }
  expect(counts.toSorted((a, b) => a - b)).toEqual([1, 3])
  await expect(onlySet(disk)).rejects.toThrow('"sets":[{')
})
