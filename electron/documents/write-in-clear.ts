/**
 * The one way to a file that anybody can open: written whole or not at all where a person chose, logged with the reason,
 * and told whether its drive can be carried away.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ClearFile } from '../../shared/contract/documents.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { WriteDb } from '../../db/transaction.ts'
import { write } from '../../db/transaction.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { isCarried } from '../disk/removable.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'

/**
 * Writes a file in clear.
 * @param to - chosen by a person
 * @param log - what the log of reads says of it, in a transaction of its own
 */
export async function writeInClear(
  workplace: Workplace,
  to: string,
  bytes: Uint8Array,
  log: (db: WriteDb, at: string, user: string) => void,
): Promise<Result<ClearFile, Refusal>> {
  const written = await writeFileAtomic(workplace.disk, to, bytes)
  if (!written.ok) return fail(refuse(written.error))
  write(workplace.store, (db) => log(db, workplace.clock.at(), workplace.user.id))
  return ok({ file: to, bytes: bytes.length, carried: await isCarried(workplace.disk, to) })
}
