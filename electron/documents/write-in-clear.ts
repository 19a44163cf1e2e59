/**
 * The one way to a file that anybody can open: logged with the reason, only then written, whole or not at all, where a person
 * chose, and told whether its drive can be carried away. So a crash or a full store leaves no such file without its line.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ClearFile } from '../../shared/contract/documents.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { logUnwritten } from '../../db/private/documents-made.ts'
import { write, type WriteDb } from '../../db/transaction.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { isCarried } from '../disk/removable.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'

/**
 * Writes a file in clear.
 * @param to - chosen by a person
 * @param log - what the log of reads says of it, in a transaction of its own; gives the place of its line
 */
export async function writeInClear(
  workplace: Workplace,
  to: string,
  bytes: Uint8Array,
  log: (db: WriteDb, at: string, user: string) => number,
): Promise<Result<ClearFile, Refusal>> {
  const { store, clock, user } = workplace
  const line = write(store, (db) => log(db, clock.at(), user.id))
  const written = await writeFileAtomic(workplace.disk, to, bytes)
  if (!written.ok) {
    // Where only the folder could not be synced the file stands, as far as anybody can see.
    if (written.error.operation !== 'fsyncDir') write(store, (db) => logUnwritten(db, clock.at(), user.id, line))
    return fail(refuse(written.error))
  }
  return ok({ file: to, bytes: bytes.length, carried: await isCarried(workplace.disk, to) })
}

/**
 * What the log keeps of the name of a file about people one by one: its ending. The name may be that of a person, and a line
 * of the log stays when the person is erased.
 */
export function endingOf(to: string): string {
  return /\.(?:pdf|docx|jpe?g|png)$/i.exec(to)?.[0].toLowerCase() ?? ''
}
