/**
 * Re-encoding an image: only when it is larger than a sheet of A4 needs, or lies on its side. Decoding in JavaScript
 * takes seconds and much memory (36 million pixels: about 5 s and 1.7 GB for a moment), so `add` belongs in a worker;
 * the library is loaded only when a picture needs it.
 */
import type { Orientation } from './exif.ts'

/** Longest side kept, in pixels: A4 at a little over 200 dpi. */
export const longestSide = 2480

/** Most pixels an image may have to be decoded here: A4 at 600 dpi has 34.8 million. */
export const mostPixels = 36_000_000

type Pixels = { readonly data: Buffer; readonly width: number; readonly height: number }

/**
 * Decodes an image, brings its longest side down to 2480 px if it is longer, turns it upright, encodes it again.
 * @param bytes without metadata, so that nothing else turns it a second time.
 * @returns the new file of the same kind, or `undefined` if it cannot be decoded.
 */
export async function reencode(
  bytes: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
  orientation: Orientation,
): Promise<Uint8Array | undefined> {
  const { Jimp } = await import('jimp')
  try {
    const image = await Jimp.fromBuffer(Buffer.from(bytes), {
      'image/jpeg': { maxMemoryUsageInMB: 1200, maxResolutionInMP: mostPixels / 1_000_000 },
    })
    const { width, height } = image.bitmap
    const scale = longestSide / Math.max(width, height)
    if (scale < 1) {
      image.resize({ w: Math.max(1, Math.round(width * scale)), h: Math.max(1, Math.round(height * scale)) })
    }
    image.bitmap = turn(image.bitmap, orientation)
    return mediaType === 'image/jpeg'
      ? await image.getBuffer('image/jpeg', { quality: 85 })
      : await image.getBuffer('image/png')
  } catch {
    // The decoder has no codes: whatever it met, the picture cannot be shown.
    return undefined
  }
}

/** Moves pixels so that the image stands upright without its orientation mark. */
function turn({ data, width, height }: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return { data, width, height }
  const sideways = orientation >= 5
  const turned = Buffer.alloc(data.length)
  const [w, h] = sideways ? [height, width] : [width, height]
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const [fromX, fromY] = sourceOf(orientation, x, y, w, h)
      turned.writeUInt32BE(data.readUInt32BE((fromY * width + fromX) * 4), (y * w + x) * 4)
    }
  }
  return { data: turned, width: w, height: h }
}

/** Which stored pixel shows at (x, y) of the upright image of w by h (EXIF 2.32, tag Orientation). */
function sourceOf(orientation: Orientation, x: number, y: number, w: number, h: number): readonly [number, number] {
  switch (orientation) {
    case 1:
      return [x, y]
    case 2:
      return [w - 1 - x, y]
    case 3:
      return [w - 1 - x, h - 1 - y]
    case 4:
      return [x, h - 1 - y]
    case 5:
      return [y, x]
    case 6:
      return [y, w - 1 - x]
    case 7:
      return [h - 1 - y, w - 1 - x]
    case 8:
      return [h - 1 - y, x]
  }
}
