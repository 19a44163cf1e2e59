/**
 * The run of writing a set that is planned, whoever it is for: in the name of this computer, signed by its office, without
 * the scans that are lost here, and seen on the carrier only once the own heads are in the marks file.
 */
import { fail, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { forgetUnfinished, noteUnfinished } from '../../db/private/unfinished.ts'
import { write } from '../../db/transaction.ts'
import { newestMigration } from '../../db/migrations/index.ts'
import type { Outgoing } from '../../db/private/exchange.ts'
import type { SetHeader } from '../bundle/make-bag.ts'
import { writeSet, type WriteProgress, type WrittenSet } from '../bundle/write-set.ts'
import { keepMarks } from '../office/marks.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { noted } from '../understood.ts'
import { APP_VERSION } from '../version.ts'
import { leftOf } from './unfinished.ts'
import { linesOf } from './lines-of.ts'
import { withoutLost, type GatheredScans } from './lost-scans.ts'
import type { JobControl } from './write-outgoing.ts'

/** What a set is to say and carry. `code`: of our office; `wants`: hashes of scans that are asked for. */
export type PlannedSet = Pick<SetHeader, 'kind' | 'created' | 'to' | 'proofs'> & {
  readonly code: string
  readonly have: readonly { readonly channel: string; readonly seq: number; readonly head: string }[]
  readonly wants: readonly string[]
  readonly channels: readonly Omit<Outgoing, 'lines'>[]
  readonly scans: GatheredScans
}

/** Writes a planned set. @param folder - one that exists */
export async function writePlanned(
  workplace: Workplace,
  { code, have, wants, channels, scans, ...header }: PlannedSet,
  folder: string,
  { signal, onProgress }: JobControl,
): Promise<Result<WrittenSet, Refusal>> {
  const { keys, disk, device, partBytes, store } = workplace
  const begun: string[] = []
  const written = await withoutLost(scans, (attachments) =>
    writeSet({
      manifest: {
        ...header,
        from: { office: keys.office, code, device },
        have: have.map((held) => ({ device, ...held })),
        want_attachments: [...wants],
        app: { version: APP_VERSION, schema: newestMigration },
      },
      channels: channels.map(({ channel, from, to, requires, head }) => ({
        channel: channel.channel,
        from,
        to,
        requires,
        head,
        lines: linesOf(workplace, channel.id, from, to),
      })),
      attachments,
      keys: { sign: keys.sign },
      disk,
      folder,
      ...(partBytes === undefined ? {} : { partBytes }),
      beforeFiles: (base) => {
        begun.push(base)
        write(store, (db) => noteUnfinished(db, base))
      },
      beforeCommit: () => keepMarks(workplace, keys.office, device, (work) => workplace.query(work)),
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress: (progress: WriteProgress) => onProgress(progress) }),
    }),
  )
  // Of one that stands nothing is unfinished; of any other, unless the carrier let it be removed.
  const whole = written.ok && written.value.ok ? begun.at(-1) : undefined
  const left = await leftOf(disk, folder, begun)
  // Where the store cannot note it, it is looked for once more in vain: what became of the set is not a word of that.
  noted(() =>
    write(store, (db) =>
      forgetUnfinished(
        db,
        begun.filter((base) => base === whole || !left.includes(base)),
      ),
    ),
  )
  if (!written.ok) return written
  return written.value.ok ? written.value : fail(refuse(written.value.error))
}
