/** What is done to photos: nothing about the photographer stays, large ones shrink, lying ones stand up. */
import { Jimp } from 'jimp'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { orientationOf } from '../../../../electron/scans/exif.ts'
import type { Orientation } from '../../../../electron/scans/exif.ts'
import { readJpeg } from '../../../../electron/scans/jpeg.ts'
import { readPng } from '../../../../electron/scans/png.ts'
import { longestSide } from '../../../../electron/scans/shrink.ts'
import { prepare } from '../../../../electron/scans/prepare.ts'

/** 12 by 8, red in the upper left quarter, else white: shows which way it was turned. */
function flag(width = 16, height = 8): InstanceType<typeof Jimp> {
  const image = new Jimp({ width, height, color: 0xffffffff })
  for (let y = 0; y < height / 2; y += 1) for (let x = 0; x < width / 2; x += 1) image.setPixelColor(0xff0000ff, x, y)
  return image
}

/** An EXIF block with one tag, in either byte order. */
function exif(orientation: number, little: boolean): Buffer {
  const view = new DataView(new ArrayBuffer(26))
  view.setUint16(0, little ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  view.setUint16(8, 1, little)
  view.setUint16(10, 0x0112, little)
  view.setUint16(12, 3, little)
  view.setUint32(14, 1, little)
  view.setUint16(18, orientation, little)
  return Buffer.from(view.buffer)
}

function segment(marker: number, body: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.of(0xff, marker), length, body])
}

async function jpegWith(orientation: number, image = flag()): Promise<Buffer> {
  const plain = await image.getBuffer('image/jpeg', { quality: 95 })
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(
      0xe1,
      Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation, true), Buffer.from('GPS 10.7769, 106.7009')]),
    ),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Nguyễn Văn A</x:xmpmeta>')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile')),
    segment(0xed, Buffer.from('Photoshop 3.0\0caption')),
    segment(0xfe, Buffer.from('a comment')),
    plain.subarray(2),
    Buffer.from('a film behind the picture'),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(body.length + 12)
  out.writeUInt32BE(body.length)
  head.copy(out, 4)
  out.writeUInt32BE(crc32(head), body.length + 8)
  return out
}

async function pngWith(...extra: readonly Buffer[]): Promise<Buffer> {
  const plain = await flag().getBuffer('image/png')
  // After IHDR: 8 bytes of signature and 25 of the chunk.
  return Buffer.concat([plain.subarray(0, 33), ...extra, plain.subarray(33)])
}

/** Which corner is red: [left or right, upper or lower]. */
async function corner(bytes: Uint8Array): Promise<string> {
  const image = await Jimp.fromBuffer(Buffer.from(bytes))
  const { width, height } = image.bitmap
  const isRed = (x: number, y: number): boolean => ((image.getPixelColor(x, y) >>> 16) & 0xff) < 100
  const found = [
    ['upper left', isRed(1, 1)],
    ['upper right', isRed(width - 2, 1)],
    ['lower left', isRed(1, height - 2)],
    ['lower right', isRed(width - 2, height - 2)],
  ] as const
  return `${width}x${height} ${found
    .filter(([, red]) => red)
    .map(([name]) => name)
    .join()}`
}

async function prepared(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const result = await prepare(bytes, name)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.bytes
}

describe('a JPEG', () => {
  it('loses place, camera, captions, comments and what lies behind it, and keeps its pixels and colour profile', async () => {
    const bytes = await jpegWith(1)
    const kept = Buffer.from(await prepared(bytes, 'ảnh.jpg'))
    for (const trace of ['Exif', 'GPS', 'xmp', 'Nguyễn', 'Photoshop', 'comment', 'film']) {
      expect(bytes.includes(trace), trace).toBe(true)
      expect(kept.includes(trace), trace).toBe(false)
    }
    expect(kept.includes('ICC_PROFILE')).toBe(true)
    const [before, after] = await Promise.all([flag().getBuffer('image/jpeg', { quality: 95 }), Jimp.fromBuffer(kept)])
    expect(after.bitmap.data.equals((await Jimp.fromBuffer(before)).bitmap.data)).toBe(true)
  })

  it.each([
    [1, '16x8 upper left'],
    [2, '16x8 upper right'],
    [3, '16x8 lower right'],
    [4, '16x8 lower left'],
    [5, '8x16 upper left'],
    [6, '8x16 upper right'],
    [7, '8x16 lower right'],
    [8, '8x16 lower left'],
  ])('with orientation %i stands upright in its pixels', async (orientation, expected) => {
    expect(await corner(await prepared(await jpegWith(orientation), 'ảnh.jpeg'))).toBe(expected)
  })

  it('cut short anywhere is not taken for whole', async () => {
    const bytes = await flag().getBuffer('image/jpeg', { quality: 95 })
    for (let length = 3; length < bytes.length; length += 1) expect(readJpeg(bytes.subarray(0, length))).toBeUndefined()
    expect(readJpeg(bytes)).toMatchObject({ width: 16, height: 8, orientation: 1 })
  })
})

describe('a PNG', () => {
  it('loses texts, times, unknown chunks and what lies behind it, and keeps its pixels and resolution', async () => {
    const dpi = Buffer.alloc(9)
    const bytes = await pngWith(
      chunk('pHYs', dpi),
      chunk('tEXt', Buffer.from('Author\0Nguyen Van A')),
      chunk('tIME', Buffer.alloc(7)),
      chunk('prIv', Buffer.from('secret')),
    )
    const kept = Buffer.from(await prepared(Buffer.concat([bytes, Buffer.from('behind')]), 'ảnh.png'))
    expect(kept.includes('pHYs')).toBe(true)
    for (const trace of ['tEXt', 'Nguyen', 'tIME', 'prIv', 'behind']) expect(kept.includes(trace), trace).toBe(false)
    expect(await corner(kept)).toBe('16x8 upper left')
  })

  it('lying on its side by an EXIF chunk is turned', async () => {
    const kept = await prepared(await pngWith(chunk('eXIf', exif(6, false))), 'ảnh.png')
    expect(Buffer.from(kept).includes('eXIf')).toBe(false)
    expect(await corner(kept)).toBe('8x16 upper right')
  })

  it('without a single chunk of pixels is not a picture', async () => {
    const bytes = await flag().getBuffer('image/png')
    expect(readPng(Buffer.concat([bytes.subarray(0, 33), chunk('IEND', Buffer.alloc(0))]))).toBeUndefined()
  })

  it('damaged or cut short anywhere is not taken for whole', async () => {
    const bytes = await flag().getBuffer('image/png')
    for (let length = 8; length < bytes.length; length += 1) expect(readPng(bytes.subarray(0, length))).toBeUndefined()
    for (let at = 8; at < bytes.length; at += 1) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      expect(readPng(damaged), `byte ${at}`).toBeUndefined()
    }
  })
})

describe('a large image', () => {
  it.each(['image/jpeg', 'image/png'] as const)(
    'comes down to the longest side of A4 at 200 dpi: %s',
    async (mediaType) => {
      const image = flag(3000, 600)
      const bytes =
        mediaType === 'image/jpeg'
          ? await image.getBuffer('image/jpeg')
          : await image.getBuffer('image/png', { deflateLevel: 1 })
      const kept = await prepared(bytes, mediaType === 'image/jpeg' ? 'a.jpg' : 'a.png')
      expect(await corner(kept)).toBe(`${longestSide}x${Math.round((600 * longestSide) / 3000)} upper left`)
    },
  )

  it('that would need too much memory to decode is refused before decoding', async () => {
    const bytes = await flag().getBuffer('image/png')
    const header = Buffer.from(bytes.subarray(16, 29))
    header.writeUInt32BE(60_000, 0)
    header.writeUInt32BE(60_000, 4)
    const bomb = Buffer.concat([bytes.subarray(0, 8), chunk('IHDR', header), bytes.subarray(33)])
    expect(await prepare(bomb, 'a.png')).toEqual({
      ok: false,
      error: { code: 'SCAN_TOO_MANY_PIXELS', width: 60_000, height: 60_000, limit: 36_000_000 },
    })
  })

  it('that cannot be decoded is damaged', async () => {
    const bytes = await flag(2600, 4).getBuffer('image/png')
    const end = bytes.indexOf('IDAT') - 4
    const hollow = Buffer.concat([
      bytes.subarray(0, end),
      chunk('IDAT', Buffer.from('nothing')),
      chunk('IEND', Buffer.alloc(0)),
    ])
    expect(await prepare(hollow, 'a.png')).toEqual({ ok: false, error: { code: 'SCAN_DAMAGED', found: 'image/png' } })
  })
})

describe('the orientation', () => {
  it('is read in both byte orders, and whatever is malformed means as it lies', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] satisfies Orientation[]) {
      expect(orientationOf(exif(orientation, true))).toBe(orientation)
      expect(orientationOf(exif(orientation, false))).toBe(orientation)
    }
    const whole = exif(6, true)
    expect(orientationOf(exif(9, true))).toBe(1)
    for (let length = 0; length < 20; length += 1) expect(orientationOf(whole.subarray(0, length))).toBe(1)
    expect(orientationOf(Buffer.alloc(40, 0xff))).toBe(1)
  })
})
