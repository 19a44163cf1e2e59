/**
 * The program's icon: a sheet with a mark of consent on red. Drawn here and nowhere else; `node build/draw-icon.ts` leaves
 * build/resources/icon.png for Linux and icon.ico for Windows, which are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** Sizes in the .ico, in pixels. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 256] as const

type Colour = readonly [number, number, number]
type Point = readonly [number, number]

const RED: Colour = [176, 24, 30]
const PAPER: Colour = [255, 252, 244]
const SHADE: Colour = [226, 210, 190]

/** Points looked at in each direction of a pixel. */
const FINE = 4

/** The picture as rows from above, four bytes a pixel: red, green, blue, opacity. @param size - width and height, in pixels */
export function drawIcon(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  for (let index = 0; index < size * size; index++) {
    const sum = [0, 0, 0, 0]
    for (let part = 0; part < FINE * FINE; part++) {
      const x = ((index % size) + ((part % FINE) + 0.5) / FINE) / size
      const y = (Math.floor(index / size) + (Math.floor(part / FINE) + 0.5) / FINE) / size
      const colour = colourAt(x, y)
      if (colour === null) continue
      for (const [place, value] of [...colour, 1].entries()) sum[place] = (sum[place] ?? 0) + value
    }
    const [red = 0, green = 0, blue = 0, seen = 0] = sum
    const of = (value: number) => (seen === 0 ? 0 : Math.round(value / seen))
    pixels.set([of(red), of(green), of(blue), Math.round((seen / (FINE * FINE)) * 255)], index * 4)
  }
  return pixels
}

/** The colour at a point of the unit square, or none. */
function colourAt(x: number, y: number): Colour | null {
  if (!isRounded(x, y)) return null
  const isSheet = x > 0.25 && x < 0.75 && y > 0.16 && y < 0.84
  const fold = x - 0.58 - (y - 0.16)
  if (!isSheet || fold > 0) return RED
  if (x > 0.58 && y < 0.33) return SHADE
  const isMark = isNear([0.36, 0.58], [0.46, 0.69], x, y) || isNear([0.46, 0.69], [0.65, 0.45], x, y)
  return isMark ? RED : PAPER
}

function isRounded(x: number, y: number): boolean {
  const [corner, margin] = [0.18, 0.02]
  const outside = (value: number) => Math.max(margin + corner - value, value - (1 - margin - corner), 0)
  return Math.hypot(outside(x), outside(y)) <= corner
}

/** Within half the width of a stroke? */
function isNear([fromX, fromY]: Point, [toX, toY]: Point, x: number, y: number): boolean {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const along = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2)
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY) < 0.045
}

/** The picture as PNG. */
export function pngOf(size: number): Buffer {
  const pixels = drawIcon(size)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6], 8)
  const rows = Array.from({ length: size }, (_, row) => [
    Buffer.from([0]),
    pixels.subarray(row * size * 4, (row + 1) * size * 4),
  ])
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows.flat()), { level: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The picture as an entry of an .ico that every Windows reads: rows from below, blue first, and an empty mask. */
export function bitmapOf(size: number): Buffer {
  const pixels = drawIcon(size)
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const rows = Array.from({ length: size }, (_, row) =>
    pixels.subarray((size - 1 - row) * size * 4, (size - row) * size * 4),
  )
  const body = Buffer.concat(rows)
  for (let at = 0; at < body.length; at += 4) body.subarray(at, at + 3).reverse()
  return Buffer.concat([header, body, Buffer.alloc(size * Math.ceil(size / 32) * 4)])
}

function icoOf(sizes: readonly number[]): Buffer {
  const images = sizes.map((size) => (size >= 256 ? pngOf(size) : bitmapOf(size)))
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = header.length
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index
    const size = sizes[index] ?? 0
    // A byte has no 256: it is written as 0.
    header.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at)
    header.writeUInt32LE(image.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += image.length
  }
  return Buffer.concat([header, ...images])
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, 'resources')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'icon.png'), pngOf(512))
  writeFileSync(join(folder, 'icon.ico'), icoOf(ICON_SIZES))
}
