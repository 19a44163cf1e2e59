/**
 * The copy of the store in a backup. SQLite writes it by itself, past our Disk, and what it says of a stick that fails it
 * would say of the office's own store: nobody may be told that this one is broken because of a stick.
 */
import { dirname } from 'node:path'
import { copyStore } from '../../db/copy.ts'
import { storeTrouble } from '../../db/open.ts'
import { attempt } from '../disk/attempt.ts'
import { DiskError } from '../disk/disk.ts'
import type { Workplace } from '../office/workplace.ts'

/** SQLite's codes for what can only have failed where it writes: the store itself is read meanwhile. */
const WRITING = /^SQLITE_(READONLY|CANTOPEN|IOERR_(?!READ|SHORT_READ))/

/**
 * Copies the store to a file that must not exist, and returns when its bytes are on the device.
 * @throws DiskError where the place of the copy failed; SqliteError where it is full, or where the store itself failed
 */
export async function copyStoreTo({ store, disk }: Workplace, file: string): Promise<void> {
  try {
    copyStore(store, file)
  } catch (error) {
    const trouble = storeTrouble(error)
    if (trouble?.code !== 'STORE_CANNOT_OPEN') throw error
    const { reason: errno } = trouble
    const isThere = (await attempt(() => disk.stat(dirname(file)))).ok
    if (isThere && !WRITING.test(errno)) throw error
    throw new DiskError({ code: isThere ? 'DISK_OTHER' : 'DISK_GONE', operation: 'write', path: file, errno }, error)
  }
  const copy = await disk.open(file, 'append')
  try {
    await copy.sync()
  } finally {
    await copy.close()
  }
}
