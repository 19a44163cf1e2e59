/**
 * Looks for words in every file below some folders, as a program of its own: a process that had a store open would lose
 * its locks by reading the file. Words come over standard input, as JSON; what is found goes out the same way. Every word
 * is looked for as UTF-8, UTF-16, decomposed, in base64 at each of its three shifts, and in hex; in the file itself and in
 * whatever in it was packed with gzip or into an archive or an office file.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gunzipSync, inflateRawSync } from 'node:zlib'

/** A word found: which, in which form, and where. */
export type Sighting = { readonly word: string; readonly form: string; readonly file: string }

/** The forms a word may lie in, each with its bytes. */
export function formsOf(word: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const plain = [
    ['UTF-8', Buffer.from(word.normalize('NFC'))],
    ['NFD', Buffer.from(word.normalize('NFD'))],
    ['UTF-16LE', Buffer.from(word.normalize('NFC'), 'utf16le')],
    ['UTF-16LE NFD', Buffer.from(word.normalize('NFD'), 'utf16le')],
  ] as const
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(word.normalize('NFC'))]).toString('base64')
    // Without the first and last characters, which depend on what stands beside the word.
    return [`base64 shifted ${shift}`, Buffer.from(text.slice(shift === 0 ? 0 : 4, -4))] as const
  })
  const hex = Buffer.from(Buffer.from(word.normalize('NFC')).toString('hex'))
  return [...plain, ...base64, ['hex', hex]]
}

/** Every file below a folder; one that goes while we look is gone. */
function filesBelow(folder: string): readonly string[] {
  return (unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

/** Where something packed begins, and where its bytes do: the first of gzip's header, an entry of a zip file. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
const ZIP = Buffer.from('PK\u0003\u0004')

/** The bytes of a file, and what was packed in it, as far as it can be read. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  // Of what is cut short the part that is there counts too.
  const asFar = { finishFlush: constants.Z_SYNC_FLUSH }
  const gzipped = placesOf(bytes, GZIP).map((at) => unlessBroken(() => gunzipSync(bytes.subarray(at), asFar)))
  const zipped = placesOf(bytes, ZIP).map((at) =>
    unlessBroken(() => {
      const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      return inflateRawSync(bytes.subarray(begin), asFar)
    }),
  )
  return [bytes, ...gzipped, ...zipped].filter((found) => found !== null)
}

function placesOf(bytes: Buffer, mark: Buffer): readonly number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) places.push(at)
  return places
}

/** Null for what only looks as if it were packed. */
function unlessBroken(unpack: () => Buffer): Buffer | null {
  try {
    return unpack()
  } catch {
    return null
  }
}

function unlessGone<T>(look: () => T): T | null {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

if (import.meta.main) {
  const asked = JSON.parse(readFileSync(0, 'utf8')) as { folders: readonly string[]; words: readonly string[] }
  const sightings: Sighting[] = []
  const files = asked.folders.flatMap(filesBelow)
  for (const file of files) {
    const bytes = unlessGone(() => readFileSync(file))
    if (bytes === null) continue
    const texts = unpacked(bytes)
    for (const word of asked.words)
      for (const [form, wanted] of formsOf(word))
        if (texts.some((text) => text.includes(wanted)) || file.includes(word)) sightings.push({ word, form, file })
  }
  process.stdout.write(JSON.stringify({ files: files.length, sightings }))
}
