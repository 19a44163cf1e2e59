/**
 * What scrypt has made of some words and a salt once is known from then on: a function of nothing else, and of whole
 * offices it was a quarter of the time, since every unlocking asks for what the founding has found out. What is new is
 * computed as ever.
 */
import crypto, { createHash, type BinaryLike, type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

type Done = (error: Error | null, key: Buffer) => void

/** Marks the one that remembers: test files of one process share it. */
const REMEMBERS = Symbol.for('ket-nap scrypt that remembers')

/** Puts it in the place of the one of node:crypto, for this process. */
export function rememberScrypt(): void {
  const { scrypt } = crypto
  if (REMEMBERS in scrypt) return
  const known = new Map<string, Buffer>()
  const remembering = (words: BinaryLike, salt: BinaryLike, bytes: number, options: ScryptOptions, done: Done) => {
    const asked = createHash('sha256')
    // The length of the words stands before them: words and salt cannot run into each other.
    const length = typeof words === 'string' ? Buffer.byteLength(words) : words.byteLength
    asked
      .update(`${length} ${bytes} ${JSON.stringify(options)} `)
      .update(words)
      .update(salt)
    const name = asked.digest('base64')
    const key = known.get(name)
    if (key !== undefined) {
      // Whoever asks wipes what is handed over.
      setImmediate(done, null, Buffer.from(key))
      return
    }
    scrypt(words, salt, bytes, options, (error, made) => {
      if (error === null) known.set(name, Buffer.from(made))
      done(error, made)
    })
  }
  Object.assign(crypto, { scrypt: Object.assign(remembering, { [REMEMBERS]: true }) })
  syncBuiltinESMExports()
}
