/**
 * Changes to one vault one after another: each reads the file, thinks for half a second (scrypt) and writes it, and two
 * at once would lose one of them. Only the core touches the vault, so a queue in this process is enough.
 */
import type { Disk } from '../disk/disk.ts'
import type { VaultPlace } from './vault-file.ts'

const queues = new WeakMap<Disk, Map<string, Promise<unknown>>>()

/** Runs a job when every earlier one on the same vault has ended, well or badly. */
export async function exclusively<T>({ disk, folder }: VaultPlace, job: () => Promise<T>): Promise<T> {
  const byFolder = queues.get(disk) ?? new Map<string, Promise<unknown>>()
  queues.set(disk, byFolder)
  const mine = (byFolder.get(folder) ?? Promise.resolve()).then(job)
  // What a job answers may hold keys: the queue remembers only that it has ended.
  const ended = mine.then(
    () => undefined,
    () => undefined,
  )
  byFolder.set(folder, ended)
  return mine
}
