/**
 * What a scan is, by its first bytes: only PDF, JPEG and PNG are taken from other offices; anything else is set aside
 * (FORMAT.md step 10). A name or a declared type proves nothing. The judgement is that of attaching: what one office may
 * attach, another must not set aside.
 */
import { mediaTypeOf, sniffBytes } from '../scans/media.ts'

/** Bytes from the start of a file that the judgement needs. */
export const scanTypeBytes = sniffBytes

/** True when a file beginning with these bytes is a PDF, a JPEG or a PNG. */
export function isScanType(start: Uint8Array): boolean {
  return mediaTypeOf(start) !== undefined
}
