/**
 * Golden bundles as files: how they are written, the list of their hashes, written anew by whoever adds a vector and held
 * by test/golden/bundles.test.ts, and a journal file as a frozen archive has it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { JournalFile } from '../../electron/bundle/journal-file.ts'
import { sha256 } from './bundle-kit.ts'

/** Every golden file but the list itself, by its path below the folder, sorted. */
export function filesBelow(home: string, folder = ''): readonly string[] {
  return readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(home, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => name !== 'SHA256SUMS')
    .toSorted()
}

/** Writes a golden file. @param name - its path below the folder */
export function putFile(home: string, name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(home, name)), { recursive: true })
  writeFileSync(join(home, name), content)
}

/** A value as a golden file has it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

/** Writes SHA256SUMS and says its own hash. @param home - the folder of the golden bundles */
export function putHashes(home: string): void {
  const listed = filesBelow(home).map((name) => `${sha256(readFileSync(join(home, name)))}  ${name}\n`)
  writeFileSync(join(home, 'SHA256SUMS'), listed.join(''))
  console.log(`SHA256SUMS: ${sha256(listed.join(''))}`)
}

/**
 * The journal file as this machine makes it, with the bytes the frozen archive has: how another release of zlib would pack
 * the same lines is no matter of the format.
 * @throws Error where the two do not hold the same lines
 */
export function frozenJournal(made: JournalFile, tar: Buffer): JournalFile {
  const at = tar.indexOf(`${made.carried.path}\0`)
  const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8)
  const bytes = tar.subarray(at + 512, at + 512 + size)
  if (!gunzipSync(bytes).equals(gunzipSync(Buffer.concat(made.chunks))))
    throw new Error(`${made.carried.path} holds other lines than were frozen`)
  return { carried: made.carried, chunks: [bytes], bytes: size, sha256: sha256(bytes) }
}
