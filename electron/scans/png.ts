/**
 * A PNG file taken apart chunk by chunk (W3C PNG, third edition, section 5): sides, orientation, and the file without
 * what is not the picture: texts, times, EXIF, animation, chunks nobody knows, anything after the end. Every kept chunk's
 * CRC is checked, so that a damaged file is noticed on attaching and not years later.
 */
import { crc32 } from 'node:zlib'
import { orientationOf } from './exif.ts'
import type { Orientation } from './exif.ts'
import type { ImageParts } from './jpeg.ts'

const kept: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
])

/** @returns the parts, or `undefined` if the file is damaged or cut short. */
export function readPng(bytes: Uint8Array): ImageParts | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const pieces: Uint8Array[] = [file.subarray(0, 8)]
  let size: { width: number; height: number } | undefined
  let pixels = false
  let orientation: Orientation = 1
  for (let position = 8; position + 12 <= file.length;) {
    const end = position + 12 + file.readUInt32BE(position)
    if (end > file.length) return undefined
    const type = file.toString('latin1', position + 4, position + 8)
    const body = file.subarray(position + 8, end - 4)
    if (kept.has(type)) {
      if (crc32(file.subarray(position + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined
      pieces.push(file.subarray(position, end))
      pixels ||= type === 'IDAT'
    } else if (isCritical(type)) {
      return undefined
    }
    if (type === 'IHDR' && body.length >= 8) size = { width: body.readUInt32BE(0), height: body.readUInt32BE(4) }
    if (type === 'eXIf') orientation = orientationOf(body)
    if (size === undefined || size.width === 0 || size.height === 0) return undefined
    if (type === 'IEND') return !pixels ? undefined : { ...size, orientation, stripped: Buffer.concat(pieces) }
    position = end
  }
  return undefined
}

/** Whether a chunk nobody knows forbids showing the picture: an upper-case first letter says so (section 5.4). */
function isCritical(type: string): boolean {
  return (type.charCodeAt(0) & 0x20) === 0
}
