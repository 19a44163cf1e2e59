/**
 * What a file is, by its first bytes and never by its name. Only three kinds of scan are kept: PDF, JPEG and PNG. A name
 * that says something else than the content is refused, because it is how disguised programs travel on sticks.
 */

/** The kinds of scan the store keeps. */
export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** Bytes needed from the beginning of a file to tell its kind. */
export const sniffBytes = 1024

const extensions: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
}

/** Beginnings of programs and archives, which may carry a PDF's mark a little further on. */
const foreign: readonly string[] = ['4d5a', '504b0304', '7f454c46', '52617221', '377abcaf', 'd0cf11e0', '2321']

/**
 * Tells the kind of a file.
 * @param head its first 1024 bytes, or all if it is shorter.
 */
export function mediaTypeOf(head: Uint8Array): MediaType | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, sniffBytes))
  if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'image/jpeg'
  if (bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'image/png'
  if (foreign.some((magic) => bytes.subarray(0, magic.length / 2).toString('hex') === magic)) return undefined
  return bytes.includes('%PDF-', 0, 'latin1') ? 'application/pdf' : undefined
}

/**
 * The extension by which a name contradicts its content, e.g. `exe` for a PDF called `a.pdf.exe`. No extension, or an
 * ending that is not one ('Nghị quyết ngày 3.2'), contradicts nothing.
 */
export function contradiction(name: string, found: MediaType): string | undefined {
  const extension = /\.([a-z][a-z0-9]{1,4})\s*$/.exec(name.toLowerCase())?.[1]
  return extension === undefined || extensions[found].includes(extension) ? undefined : extension
}

/** Is a PDF there to its end? The mark `%%EOF` stands within the last 4 KiB, also of an encrypted one. */
export function isPdfWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-4096).includes('%%EOF', 0, 'latin1')
}
