/**
 * One window over one data folder: asked before the browser opens, since a second one would be told so only after its
 * passphrase. The lock lies beside the data folder, which may not be there yet.
 */
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { takeLock } from '../../db/lock.ts'
import { ensureFolder } from '../disk/folders.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { homeFolder } from './profile.ts'

/** What holds the lock: without a hold on it, it would go with the next collection of garbage. */
const held: (() => void)[] = []

/** Where the program of this start keeps its data, as main reads it. @param words - after the program's own name */
export function dataFolderOf(words: readonly string[]): string {
  const { values } = parseArgs({ args: [...words], strict: false, options: { data: { type: 'string' } } })
  return resolve(typeof values.data === 'string' ? values.data : join(homeFolder(), 'ket-nap', 'data'))
}

/**
 * Is this the first window over a data folder? Held until the process ends, however that happens. Where it cannot be said
 * (no right to write there, say) the window opens: the store has a lock of its own.
 */
export async function isFirstWindow(data: string): Promise<boolean> {
  try {
    await ensureFolder(nodeDisk, dirname(data))
    const taken = takeLock(`${data}.window`)
    if (taken.ok) held.push(taken.value)
    return taken.ok || taken.error.code !== 'STORE_IN_USE'
  } catch {
    return true
  }
}
