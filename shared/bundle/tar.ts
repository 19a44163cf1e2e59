/**
 * A strict ustar: the writer gives the same bytes everywhere, the reader takes regular files only and refuses whatever
 * two tar programs could read differently (FORMAT.md section 5, reference: 19 hostile archives). Pure over chunks.
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { LayoutReason } from './bundle-errors.ts'
import type { MemberRule } from './layout.ts'

/** Size of a tar block in bytes. */
export const TAR_BLOCK = 512

/** Archives are filled with zeros up to a multiple of this many bytes. */
export const TAR_RECORD = 10_240

const MAX_TAIL = TAR_RECORD

// No empty, `.` or `..` segment anywhere, so neither an absolute path nor one that leads out.
const NAME = /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[A-Za-z0-9._/-]{1,100}$/

/** What the reader hands over. `bytes` is a view into the chunk pushed and is valid until the next push. */
export type TarEvent =
  | { readonly type: 'member'; readonly name: string; readonly size: number }
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  | { readonly type: 'member-end' }

/** Why an archive is refused; `offset`: bytes from its start to the block at fault. */
export type TarFault = { readonly reason: LayoutReason; readonly name: string | null; readonly offset: number }

/** A tar being read chunk by chunk. After a fault it must not be used. */
export type TarReader = {
  readonly push: (chunk: Uint8Array) => Result<readonly TarEvent[], TarFault>
  /** To be called when the source has ended: the end blocks must have been there. */
  readonly finish: () => Result<null, TarFault>
}

/**
 * Header block of a regular file.
 * @param name - ASCII, 1 to 100 characters
 * @param size - bytes, 0 to 8 GiB - 1
 */
export function tarHeader(name: string, size: number): Uint8Array {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`tar: name not allowed: ${name}`)
  if (!Number.isSafeInteger(size) || size < 0 || size >= 8 ** 11) throw new Error(`tar: size not allowed: ${size}`)
  const block = new Uint8Array(TAR_BLOCK)
  putAscii(block, 0, name)
  putAscii(block, 100, '0000644\0' + '0000000\0' + '0000000\0')
  putAscii(block, 124, `${size.toString(8).padStart(11, '0')}\0` + '00000000000\0')
  putAscii(block, 156, '0')
  putAscii(block, 257, 'ustar\x0000')
  putAscii(block, 329, '0000000\0' + '0000000\0')
  putAscii(block, 148, `${checksum(block).toString(8).padStart(6, '0')}\0 `)
  return block
}

/** Zeros that fill a file of `size` bytes up to whole blocks; may be empty. */
export function tarPadding(size: number): Uint8Array {
  return new Uint8Array(blocksOf(size) - size)
}

/** The end of an archive of which `written` bytes are written: two zero blocks and zeros up to a whole record. */
export function tarEnd(written: number): Uint8Array {
  return new Uint8Array(Math.ceil((written + 2 * TAR_BLOCK) / TAR_RECORD) * TAR_RECORD - written)
}

/** Bytes of the whole archive for files of these sizes. */
export function tarBytes(sizes: Iterable<number>): number {
  let written = 0
  for (const size of sizes) written += TAR_BLOCK + blocksOf(size)
  return written + tarEnd(written).length
}

/**
 * Starts reading an archive.
 * @param rule - judges each member by name and size before its data are handed over
 */
export function readTar(rule: MemberRule): TarReader {
  const held = new Uint8Array(TAR_BLOCK)
  const names = new Set<string>()
  let heldBytes = 0
  let offset = 0 // of the byte after the last one taken
  let bodyLeft = 0
  let paddingLeft = 0
  let zeroBlocks = 0
  let tail = 0
  let name: string | null = null

  const push: TarReader['push'] = (chunk) => {
    const events: TarEvent[] = []
    let at = 0
    while (at < chunk.length) {
      const rest = chunk.length - at
      let take: number
      if (bodyLeft > 0) {
        take = Math.min(bodyLeft, rest)
        events.push({ type: 'data', bytes: chunk.subarray(at, at + take) })
        bodyLeft -= take
        if (bodyLeft === 0) events.push({ type: 'member-end' })
      } else if (paddingLeft > 0) {
        take = Math.min(paddingLeft, rest)
        if (!isZero(chunk.subarray(at, at + take))) return fail({ reason: 'padding', name, offset: offset + at })
        paddingLeft -= take
      } else if (zeroBlocks === 2) {
        take = rest
        tail += take
        if (tail > MAX_TAIL || !isZero(chunk.subarray(at))) {
          return fail({ reason: 'after-end', name: null, offset: offset + at })
        }
      } else {
        take = Math.min(TAR_BLOCK - heldBytes, rest)
        held.set(chunk.subarray(at, at + take), heldBytes)
        heldBytes += take
        if (heldBytes === TAR_BLOCK) {
          const start = offset + at + take - TAR_BLOCK
          heldBytes = 0
          const fault = takeBlock(events, start)
          if (fault !== null) return fail(fault)
        }
      }
      at += take
    }
    offset += chunk.length
    return ok(events)
  }

  const takeBlock = (events: TarEvent[], start: number): TarFault | null => {
    if (isZero(held)) {
      zeroBlocks += 1
      return null
    }
    if (zeroBlocks > 0) return { reason: 'no-end', name: null, offset: start }
    const header = readHeader(held)
    if (!header.ok) return { ...header.error, offset: start }
    const { size } = header.value
    name = header.value.name
    const refused = names.has(name) ? 'duplicate' : rule(name, size)
    if (refused !== null) return { reason: refused, name, offset: start }
    names.add(name)
    bodyLeft = size
    paddingLeft = blocksOf(size) - size
    events.push({ type: 'member', name, size })
    if (size === 0) events.push({ type: 'member-end' })
    return null
  }

  return {
    push,
    finish() {
      if (bodyLeft > 0 || paddingLeft > 0 || heldBytes > 0) return fail({ reason: 'truncated', name, offset })
      if (zeroBlocks < 2) return fail({ reason: 'no-end', name: null, offset })
      return tail % TAR_BLOCK === 0 ? ok(null) : fail({ reason: 'after-end', name: null, offset })
    },
  }
}

// Modes, owners and times of another writer pass unread; everything that decides what follows must be plain.
function readHeader(
  block: Uint8Array,
): Result<
  { readonly name: string; readonly size: number },
  { readonly reason: LayoutReason; readonly name: string | null }
> {
  const rawName = textField(block, 0, 100)
  const name = rawName !== null && /^[\x20-\x7e]+$/.test(rawName) ? rawName : null
  const sum = /^([0-7]{6})\0 $/.exec(ascii(block, 148, 8))?.[1]
  if (sum === undefined || Number.parseInt(sum, 8) !== checksum(block)) return fail({ reason: 'checksum', name })
  if (ascii(block, 257, 8) !== 'ustar\x0000') return fail({ reason: 'magic', name })
  if (block[156] !== 0x30) return fail({ reason: 'type', name })
  if (!isZero(block.subarray(157, 257))) return fail({ reason: 'link', name })
  if (!isZero(block.subarray(345, 512))) return fail({ reason: 'prefix', name })
  if (name === null || !NAME.test(name)) return fail({ reason: 'name', name })
  const size = /^([0-7]{11})[\0 ]$/.exec(ascii(block, 124, 12))?.[1]
  return size === undefined ? fail({ reason: 'octal', name }) : ok({ name, size: Number.parseInt(size, 8) })
}

/** A text field: NULs only after its end; null when something stands behind a NUL. */
function textField(block: Uint8Array, start: number, length: number): string | null {
  const text = ascii(block, start, length).replace(/\0+$/, '')
  return text.includes('\0') ? null : text
}

function ascii(block: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...block.subarray(start, start + length))
}

function putAscii(block: Uint8Array, start: number, text: string): void {
  for (let i = 0; i < text.length; i++) block[start + i] = text.charCodeAt(i)
}

// Sum of all bytes, the checksum's own eight counted as blanks.
function checksum(block: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < TAR_BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : (block[i] ?? 0)
  return sum
}

function isZero(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0) return false
  return true
}

function blocksOf(size: number): number {
  return Math.ceil(size / TAR_BLOCK) * TAR_BLOCK
}
