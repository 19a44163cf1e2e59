/** Texts that must not lie readable in any file: how they might look there. */

/** One way a text may lie in a file. */
export type Needle = { readonly what: string; readonly needle: Buffer }

/** A text as it might lie in a file: both Unicode forms, in UTF-8 and UTF-16, plain and in base64 at any offset. */
export function encodings(text: string): readonly Needle[] {
  return (['NFC', 'NFD'] as const).flatMap((form) =>
    (['utf8', 'utf16le'] as const).flatMap((encoding) => {
      const bytes = Buffer.from(text.normalize(form), encoding)
      const what = `${text} ${form} ${encoding}`
      return [
        { what, needle: bytes },
        ...[0, 1, 2].map((offset) => ({ what: `${what} base64`, needle: inBase64(bytes, offset) })),
      ]
    }),
  )
}

/** What base64 makes of bytes that begin `offset` bytes into a group of three, without what their neighbours touch. */
function inBase64(bytes: Buffer, offset: number): Buffer {
  const whole = bytes.subarray((3 - offset) % 3)
  return Buffer.from(whole.subarray(0, whole.length - (whole.length % 3)).toString('base64'))
}
