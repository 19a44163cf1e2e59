/** A journal that was changed behind the program's back: a disk that rots, or somebody with the key and a tool. */
import { prepared } from '../../db/transaction.ts'
import { writeStoreOf } from './office-picture.ts'
import type { TestOffice } from './office.ts'

/** Changes the last line that an office has for others, so that its chain no longer holds. */
export async function breakJournal(office: TestOffice): Promise<void> {
  const changed = await writeStoreOf(office, (db) =>
    prepared(
      db,
      `UPDATE journal SET line = replace(line, '"salt":"', '"salt":"x') WHERE id = (
         SELECT max(j.id) FROM journal j JOIN channels c ON c.id = j.channel_id WHERE c.audience <> 'own')`,
    ).run(),
  )
  if (changed.changes !== 1) throw new Error(`${changed.changes} lines changed`)
}
