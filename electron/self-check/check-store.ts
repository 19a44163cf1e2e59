/**
 * Does the encrypted store survive being killed on this disk? Another process commits as fast as it can and is ended
 * without warning; what it had confirmed must be there when the store is opened again.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { checkStore } from '../../db/open.ts'
import { readDraft } from '../../db/private/drafts.ts'
import { read } from '../../db/transaction.ts'
import { systemClock } from '../clock.ts'
import { unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { ensureFolder } from '../disk/folders.ts'
import { openReadyStore, type Surroundings } from '../office/workplace.ts'
import { pathsOf } from '../paths.ts'
import { threadFile } from '../threads/thread-file.ts'
import { fileURLToPath } from 'node:url'
import { bad, type Finding } from './finding.ts'
import { CONFIRMED, DRAFT } from './writer-names.ts'

/** Commits to wait for, and how long at most, in milliseconds. */
const ENOUGH = 20
const PATIENCE = 30_000

/** Kills a writer and reopens its store. @throws DiskError */
export async function checkStoreSurvives(
  surroundings: Surroundings,
  temporary: string,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  const { disk } = surroundings
  const folder = join(temporary, 'store')
  await ensureFolder(disk, folder)
  const key = randomBytes(32)
  const writer = spawn(process.execPath, [...commandOf(surroundings), folder, key.toString('hex')], { stdio: 'ignore' })
  const confirmed = await killOnceBusy(disk, writer, join(folder, CONFIRMED), signal)
  const at = { ...surroundings, paths: pathsOf(folder, folder), clock: systemClock }
  const opened = openReadyStore(at, key, false)
  if (!opened.ok) return bad(opened.error, { confirmed })
  try {
    const found = Number(read(opened.value, (db) => readDraft(db, DRAFT, DRAFT)) ?? 0)
    const isWhole = checkStore(opened.value).ok && found >= confirmed && confirmed >= ENOUGH
    return isWhole ? { state: 'good', facts: { confirmed, found } } : bad(null, { confirmed, found })
  } finally {
    opened.value.close()
  }
}

/** The writer's own file under Node; the program itself, told to be the writer, where its binary runs nothing else. */
function commandOf({ writerCommand }: Surroundings): readonly string[] {
  return writerCommand ?? [fileURLToPath(threadFile('self-check-writer', import.meta.url))]
}

/** @returns how many commits the writer had confirmed when it was killed */
async function killOnceBusy(
  disk: Disk,
  writer: ChildProcess,
  file: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const ended = once(writer, 'exit').catch(() => undefined)
  const begun = performance.now()
  const confirmedNow = async (): Promise<number> => (await unlessMissing(() => disk.stat(file)))?.bytes ?? 0
  try {
    while (writer.exitCode === null && performance.now() - begun < PATIENCE && (await confirmedNow()) < ENOUGH) {
      await pause(20, undefined, signal === undefined ? {} : { signal })
    }
  } finally {
    writer.kill('SIGKILL')
    await ended
  }
  return confirmedNow()
}
