/**
 * What a scan is, by its first bytes: only PDF, JPEG and PNG are taken from other offices; anything else is set aside
 * (FORMAT.md step 10). A name or a declared type proves nothing.
 */

const STARTS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
]

/** True when a file beginning with these bytes (8 are enough) is a PDF, a JPEG or a PNG. */
export function isScanType(start: Uint8Array): boolean {
  return STARTS.some((magic) => magic.every((byte, i) => start[i] === byte))
}
