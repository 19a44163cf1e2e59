/**
 * The one thing read from a photo's EXIF data before it is thrown away: which way up it is. Tolerant: whatever is
 * malformed means "as it lies".
 */

/** EXIF orientation, 1 (as it lies) to 8; TIFF 6.0 tag 0x0112. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/**
 * Reads the orientation from a TIFF block.
 * @param tiff from its byte-order mark on (JPEG: after `Exif\0\0`; PNG: the chunk eXIf).
 */
export function orientationOf(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = tiff[0] === 0x49
  if (tiff.length < 8 || view.getUint16(2, little) !== 42) return 1
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return 1
  const count = view.getUint16(directory, little)
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > tiff.length) return 1
    if (view.getUint16(entry, little) === 0x0112) return asOrientation(view.getUint16(entry + 8, little))
  }
  return 1
}

function asOrientation(value: number): Orientation {
  const known: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8]
  return known.find((orientation) => orientation === value) ?? 1
}
