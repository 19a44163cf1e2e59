/** Whatever happens to a set on its way, it arrives whole or is refused by name; and any files make a tar that reads back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTar, tarEnd, tarHeader, tarPadding } from '../../shared/bundle/tar.ts'
import { openBytes, sealBytes } from '../../electron/bundle/age.ts'
import { findSets } from '../../electron/bundle/find-sets.ts'
import { createFakeDisk, type FakeDisk } from '../support/fake-disk.ts'
import {
  attachment,
  forgeSet,
  makeLines,
  makeOffice,
  pdf,
  readAs,
  setFrom,
  sourceOf,
  tarOf,
  write,
} from '../support/bundle-kit.ts'

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')
const shared = `${commune.office}.${commune.device}.${ward.office}`
const runs = { numRuns: Number(process.env['SLOW'] === '1' ? 2000 : 100) }

const whole = createFakeDisk()
whole.plant('/usb/x', Buffer.from('x'))
await write(
  setFrom(commune, ward, whole, {
    channels: [sourceOf(shared, makeLines(5))],
    attachments: [attachment(pdf('x'.repeat(3000)))],
    partBytes: 6000,
  }),
)
const files = whole.paths().filter((path) => path.includes('KN1'))

function copyOf(): FakeDisk {
  const disk = createFakeDisk()
  for (const path of whole.paths()) disk.plant(path, Buffer.from(whole.peek(path) ?? []))
  return disk
}

/** `whole` with the right content, or the codes of what is refused; anything else is thrown. */
async function fateOf(disk: FakeDisk): Promise<'whole' | readonly string[]> {
  const found = await findSets(disk, '/usb')
  if (!found.ok) return [found.error.code]
  const codes: string[] = found.value.faults.map((fault) => fault.error.code)
  for (const set of found.value.sets) {
    const read = await readAs(ward, [commune], set, disk)
    if (!read.ok) codes.push(read.error.code)
    else if (read.value.channels[0]?.lines.map((line) => line.line).join() !== makeLines(5).join())
      codes.push('other content')
    else if (read.value.counts.newScans !== 1) codes.push('other scans')
    else return 'whole'
  }
  return codes
}

type Harm = (disk: FakeDisk, path: string, at: number) => Promise<void> | void

const bytesAt = (disk: FakeDisk, path: string): Buffer => Buffer.from(disk.peek(path) ?? [])
const harms: Readonly<Record<string, Harm>> = {
  flip: (disk, path, at) => {
    const bytes = bytesAt(disk, path)
    const place = at % bytes.length
    disk.plant(path, bytes.with(place, (bytes[place] ?? 0) ^ (1 << (at % 8))))
  },
  truncate: (disk, path, at) => disk.plant(path, bytesAt(disk, path).subarray(0, at % bytesAt(disk, path).length)),
  append: (disk, path, at) => disk.plant(path, Buffer.concat([bytesAt(disk, path), Buffer.alloc((at % 600) + 1, at)])),
  drop: (disk, path) => disk.unlink(path),
  zero: (disk, path) => disk.plant(path, Buffer.alloc(bytesAt(disk, path).length)),
}

it('a set that was harmed in any byte or file is refused by name', async () => {
  expect(await fateOf(copyOf())).toBe('whole')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(harms)),
      fc.constantFrom(...files),
      fc.nat(100_000),
      async (harm, path, at) => {
        const disk = copyOf()
        await harms[harm]?.(disk, path, at)
        const fate = await fateOf(disk)
        expect(fate).not.toBe('whole')
        for (const code of fate) expect(code).toMatch(/^B_(LABEL|PART_MISSING|DAMAGED)$/)
        // A label that is no label any more is at least seen by its parts, and parts by their label.
        expect(fate.length).toBeGreaterThan(0)
      },
    ),
    runs,
  )
})

it('a set whose files were renamed, and whose parts were swapped, is read or refused by name', async () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9 ().]{1,20}$/).map((text) => `/usb/r${text.trimEnd()}.dat`)
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...files), name), { selector: ([path]) => path }),
      async (renames) => {
        const disk = copyOf()
        for (const [from, to] of renames) if (!disk.paths().includes(to)) await disk.rename(from, to)
        expect(await fateOf(disk)).toBe('whole')
      },
    ),
    runs,
  )
  const disk = copyOf()
  const [first = '', second = ''] = files.filter((path) => path.includes('.tar.age.'))
  await disk.rename(first, '/usb/t')
  await disk.rename(second, first)
  await disk.rename('/usb/t', second)
  expect(await fateOf(disk)).toBe('whole')
})

it('an age file harmed in any byte is refused by both engines', async () => {
  const plain = Buffer.alloc(70_000, 'kết nạp')
  const sealed = Buffer.from(await sealBytes([ward.recipient], plain))
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), fc.boolean(), async (at, bit, isCut) => {
      const wrong = isCut ? sealed.subarray(0, at) : sealed.with(at, (sealed[at] ?? 0) ^ (1 << bit))
      for (const engine of ['native', 'typage'] as const) {
        const opened = await openBytes([ward.identity], wrong, { engine })
        expect(opened.ok ? 'opened' : opened.error.code).toMatch(/^B_(NOT_AGE|NOT_FOR_US|DAMAGED)$/)
      }
    }),
    runs,
  )
})

it('an archive harmed in any byte and sealed again by somebody who has our recipient is refused by name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(100_000), fc.nat(7), fc.constantFrom('flip', 'cut', 'insert'), async (at, bit, harm) => {
      const disk = createFakeDisk()
      disk.plant('/usb/x', Buffer.from('x'))
      let isSame = false
      const tar = (bytes: Buffer): Uint8Array => {
        const place = at % bytes.length
        if (harm === 'cut') return bytes.subarray(0, place)
        if (harm === 'insert')
          return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(512), bytes.subarray(place)])
        // Modes, owners and times are read by nobody, but their change shows in the checksum.
        return bytes.with(place, (bytes[place] ?? 0) ^ (1 << bit))
      }
      const set = await forgeSet(disk, commune, ward, {
        lines: makeLines(2),
        scans: [pdf('x'.repeat(600))],
        tar: (bytes) => {
          const wrong = tar(bytes)
          isSame = harm === 'flip' ? isComment(bytes, wrong) : isSameContent(bytes, wrong)
          return wrong
        },
      })
      const read = await readAs(ward, [commune], set, disk)
      if (isSame) return
      expect(read.ok ? 'taken' : read.error.code).toMatch(/^B_(LAYOUT|UNKNOWN_SENDER|SIGNATURE|HASH|INCOMPLETE)$/)
    }),
    runs,
  )
})

/** The untrusted comment of the signature is what its name says: FORMAT.md section 5. */
function isComment(bytes: Buffer, wrong: Uint8Array): boolean {
  const start = bytes.indexOf('untrusted comment: ') + 'untrusted comment: '.length
  const at = bytes.findIndex((byte, i) => byte !== wrong[i])
  return at >= start && at < bytes.indexOf('\n', start)
}

/** More or fewer blocks of final padding are the same archive: FORMAT.md section 5. */
function isSameContent(bytes: Buffer, wrong: Uint8Array): boolean {
  const content = (tar: Uint8Array): string => Buffer.from(tar).toString('latin1').replace(/\0+$/, '')
  return content(bytes) === content(wrong)
}

it('a tar of any files reads back, in pieces of any size, and is what a second writer makes of it', () => {
  const file = fc.record({ name: fc.stringMatching(/^[a-z0-9_-]{1,40}$/), bytes: fc.uint8Array({ maxLength: 3000 }) })
  fc.assert(
    fc.property(
      fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 8 }),
      fc.integer({ min: 1, max: 5000 }),
      (input, step) => {
        const tar = tarOf(input)
        const reader = readTar(() => null)
        const read: { name: string; chunks: Buffer[] }[] = []
        for (let at = 0; at < tar.length; at += step) {
          const events = reader.push(tar.subarray(at, at + step))
          if (!events.ok) throw new Error(JSON.stringify(events.error))
          for (const event of events.value) {
            if (event.type === 'member') read.push({ name: event.name, chunks: [] })
            else if (event.type === 'data') read.at(-1)?.chunks.push(Buffer.from(event.bytes))
          }
        }
        expect(reader.finish().ok).toBe(true)
        expect(read.map(({ name, chunks }) => [name, Buffer.concat(chunks)])).toEqual(
          input.map(({ name, bytes }) => [name, Buffer.from(bytes)]),
        )
        expect(tar.length % 10_240).toBe(0)
        expect(tarHeader('x', 0).length + tarPadding(1).length + tarEnd(0).length).toBe(512 + 511 + 10_240)
      },
    ),
    runs,
  )
})
