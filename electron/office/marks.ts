/**
 * The marks file: the heads of our own channels, written outside the data folder before an export becomes visible. A
 * store that is behind its marks, or has none of them, is an old backup or a copy and must not go on under its device
 * id: the other side would see a fork.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { channelRows, headAt } from '../../db/journal.ts'
import type { ReadDb } from '../../db/transaction.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import type { Disk } from '../disk/disk.ts'
import { ensureFolder } from '../disk/folders.ts'
import { orThrow, unlessMissing } from '../disk/attempt.ts'
import { readWhole } from '../disk/streams.ts'

const MarksFile = z.strictObject({
  format: z.literal('ket-nap-marks'),
  heads: z.record(z.string(), z.strictObject({ seq: z.number().int(), head: z.string() })),
})

/** Heads by channel. */
export type Heads = Readonly<Record<string, { readonly seq: number; readonly head: string }>>

/** The heads of all channels this device has written. */
export function ownHeads(db: ReadDb, office: string, device: string): Heads {
  const own = channelRows(db).filter((row) => row.office === office && row.device === device && row.seq > 0)
  return Object.fromEntries(own.map(({ channel, seq, head }) => [channel, { seq, head }]))
}

/**
 * Writes down how far a device has come; durable when it returns.
 * @param query - reads the store
 * @throws DiskError
 */
export async function keepMarks(
  { disk, paths }: { readonly disk: Disk; readonly paths: { readonly marks: string } },
  office: string,
  device: string,
  query: (work: (db: ReadDb) => Heads) => Heads,
): Promise<void> {
  await writeMarks(
    disk,
    paths.marks,
    device,
    query((db) => ownHeads(db, office, device)),
  )
}

/** Writes the marks of a device; durable when it returns. @throws DiskError */
export async function writeMarks(disk: Disk, folder: string, device: string, heads: Heads): Promise<void> {
  await ensureFolder(disk, folder)
  const bytes = Buffer.from(`${JSON.stringify({ format: 'ket-nap-marks', heads })}\n`)
  orThrow(await writeFileAtomic(disk, fileOf(folder, device), bytes))
}

/** The marks of a device; null where there are none or they cannot be read. */
export async function readMarks(disk: Disk, folder: string, device: string): Promise<Heads | null> {
  const bytes = await unlessMissing(() => readWhole(disk, fileOf(folder, device), 16 * 1024 * 1024))
  if (bytes === undefined) return null
  try {
    const parsed = MarksFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return parsed.success ? parsed.data.heads : null
  } catch {
    return null
  }
}

/** True if the store lacks something its marks say it once had. */
export function isBehind(db: ReadDb, marks: Heads): boolean {
  return Object.entries(marks).some(([channel, { seq, head }]) => headAt(db, channel, seq) !== head)
}

function fileOf(folder: string, device: string): string {
  return join(folder, `${device}.json`)
}
