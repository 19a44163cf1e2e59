/**
 * A JPEG file taken apart just enough to know its size and orientation and to leave out what tells about the person who
 * took it: EXIF (place, time, camera), XMP, IPTC, comments, thumbnails, a second picture or film behind the first. The
 * compressed pixels are copied untouched; colour profile (ICC) and Adobe's colour mark stay. Layout: ITU-T T.81 annex B.
 */
import { orientationOf } from './exif.ts'
import type { Orientation } from './exif.ts'

/** What is needed of an image: sides in pixels, which way up, and its bytes without metadata. */
export type ImageParts = {
  readonly width: number
  readonly height: number
  readonly orientation: Orientation
  readonly stripped: Uint8Array
}

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda

/** @returns the parts, or `undefined` if the file is damaged or cut short. */
export function readJpeg(bytes: Uint8Array): ImageParts | undefined {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)]
  let size: { width: number; height: number } | undefined
  let orientation: Orientation = 1
  let position = 2
  for (;;) {
    const start = nextMarker(bytes, position)
    const marker = bytes[start + 1]
    if (start === -1 || marker === undefined) return undefined
    if (marker === EOI) {
      kept.push(Uint8Array.of(0xff, EOI))
      return size && { ...size, orientation, stripped: Buffer.concat(kept) }
    }
    const length = ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0)
    const end = start + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    const body = bytes.subarray(start + 4, end)
    if (isFrame(marker)) {
      size ??= { height: ((body[1] ?? 0) << 8) | (body[2] ?? 0), width: ((body[3] ?? 0) << 8) | (body[4] ?? 0) }
      if (size.width === 0 || size.height === 0) return undefined
    }
    if (marker === 0xe1 && startsWith(body, 'Exif\0')) orientation = orientationOf(body.subarray(6))
    position = marker === SOS ? endOfPixels(bytes, end) : end
    if (isKept(marker, body)) kept.push(bytes.subarray(start, position))
  }
}

/** Segments that make the picture: everything but APPn and COM, and of those JFIF, ICC and Adobe's colour mark. */
function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(body, 'JFIF\0')
  if (marker === 0xe2) return startsWith(body, 'ICC_PROFILE\0')
  if (marker === 0xee) return startsWith(body, 'Adobe')
  return marker !== 0xfe && (marker < 0xe0 || marker > 0xef)
}

/** Start of frame, any kind; C4, C8 and CC are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Where the marker at or after `position` starts; -1 if something else stands there. Fill bytes FF are skipped. */
function nextMarker(bytes: Uint8Array, position: number): number {
  let start = position
  while (bytes[start] === 0xff && bytes[start + 1] === 0xff) start += 1
  return bytes[start] === 0xff ? start : -1
}

/** The end of compressed data: the next FF that is neither stuffed (FF 00) nor a restart mark (FF D0 to D7). */
function endOfPixels(bytes: Uint8Array, from: number): number {
  let position = from
  for (;;) {
    position = bytes.indexOf(0xff, position)
    if (position === -1) return bytes.length
    const next = bytes[position + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return position
    position += next === 0xff ? 1 : 2
  }
}

function startsWith(body: Uint8Array, text: string): boolean {
  return Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, text.length)).toString('latin1') === text
}
