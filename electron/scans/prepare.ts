/**
 * From a file somebody offers to the bytes that are kept: checks size, kind, name and wholeness, takes metadata out of
 * images and brings large ones down to what a sheet of A4 needs. Pure but for the image library; no disk, no keys.
 */
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScanFailure } from './failures.ts'
import { readJpeg } from './jpeg.ts'
import { contradiction, isPdfWhole, mediaTypeOf } from './media.ts'
import type { MediaType } from './media.ts'
import { readPng } from './png.ts'
import { longestSide, mostPixels, reencode } from './shrink.ts'

/** Most bytes of a scan, before and after processing: 25 MB as Windows counts them. */
export const largestScan = 25 * 1024 * 1024

/** Bytes ready to be kept. */
export type Prepared = { readonly bytes: Uint8Array; readonly mediaType: MediaType }

/**
 * Prepares a file.
 * @param bytes the whole file.
 * @param claimedName as it was called; only its extension matters.
 */
export async function prepare(bytes: Uint8Array, claimedName: string): Promise<Result<Prepared, ScanFailure>> {
  const size = sizeProblem(bytes.length)
  if (size !== undefined) return fail(size)
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === undefined) return fail({ code: 'SCAN_UNKNOWN_TYPE' })
  const claimed = contradiction(claimedName, mediaType)
  if (claimed !== undefined) return fail({ code: 'SCAN_NOT_WHAT_NAME_SAYS', claimed, found: mediaType })
  if (mediaType !== 'application/pdf') return prepareImage(bytes, mediaType)
  return isPdfWhole(bytes) ? ok({ bytes, mediaType }) : fail({ code: 'SCAN_DAMAGED', found: mediaType })
}

/**
 * What is wrong with a file of this size, known before it is read.
 * @param bytes its length.
 */
export function sizeProblem(bytes: number): ScanFailure | undefined {
  if (bytes === 0) return { code: 'SCAN_EMPTY' }
  return bytes > largestScan ? { code: 'SCAN_TOO_LARGE', bytes, limit: largestScan } : undefined
}

async function prepareImage(
  bytes: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<Result<Prepared, ScanFailure>> {
  const image = mediaType === 'image/jpeg' ? readJpeg(bytes) : readPng(bytes)
  if (image === undefined) return fail({ code: 'SCAN_DAMAGED', found: mediaType })
  const { width, height, orientation, stripped } = image
  if (width * height > mostPixels) return fail({ code: 'SCAN_TOO_MANY_PIXELS', width, height, limit: mostPixels })
  if (Math.max(width, height) <= longestSide && orientation === 1) return ok({ bytes: stripped, mediaType })
  const smaller = await reencode(stripped, mediaType, orientation)
  if (smaller === undefined) return fail({ code: 'SCAN_DAMAGED', found: mediaType })
  const size = sizeProblem(smaller.length)
  return size === undefined ? ok({ bytes: smaller, mediaType }) : fail(size)
}
