/**
 * A consistent copy of the store under the same key, made while it is in use. `VACUUM INTO` is the only way that works on
 * an encrypted file; the driver's own backup fails there, and its serialize would give plaintext.
 */
import type { ReadStore } from './open.ts'

/**
 * Writes a copy to a file that must not exist. Not durable before the caller has synced it.
 * @throws SqliteError when the disk is full or the file is there
 */
export function copyStore(store: ReadStore, file: string): void {
  store.sqlite.prepare('VACUUM INTO ?').run(file)
}

/** Encrypts the store anew under another key of 32 bytes. */
export function rekeyStore(store: ReadStore, key: Uint8Array): void {
  const ciphered: ReadStore['sqlite'] & { readonly rekey?: (key: Buffer) => number } = store.sqlite
  if (ciphered.rekey === undefined) throw new Error('better-sqlite3 is not the encrypted twin')
  const bytes = Buffer.alloc(36)
  bytes.write('raw:', 'latin1')
  bytes.set(key, 4)
  try {
    ciphered.rekey(bytes)
  } finally {
    bytes.fill(0)
  }
}
