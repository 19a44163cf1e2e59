/**
 * The check of a computer before it is trusted with an office, and whenever something seems wrong: everything the program
 * needs of it is done once, for real, with throwaway data beside the data folder. No person's data is read.
 */
import { cpus, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import type { CheckId, MachineAnswer, MachineCheck } from '../../shared/contract/machine.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { systemClock } from '../clock.ts'
import { attempt, tryAnyway } from '../disk/attempt.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import type { JobControl } from '../exchange/write-outgoing.ts'
import type { Surroundings } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { APP_VERSION } from '../version.ts'
import { checkSet } from './check-set.ts'
import { checkStoreSurvives } from './check-store.ts'
import { checkClock, checkDrives, checkPlace, checkSpace } from './check-surroundings.ts'
import { checkVault } from './check-vault.ts'
import { type Finding } from './finding.ts'

/**
 * Runs every check but the window's own.
 * @param folder - where a set is written and read back; without it that check is skipped
 */
export async function checkMachine(
  surroundings: Surroundings,
  folder: string | undefined,
  { signal, onProgress }: JobControl,
): Promise<Result<MachineAnswer, Refusal>> {
  const { disk, paths } = surroundings
  const temporary = `${paths.data}.self-check`
  const work: readonly (readonly [CheckId, () => Promise<Finding>])[] = [
    ['place', () => checkPlace(disk, paths.data)],
    ['space', () => checkSpace(disk, paths.data)],
    ['clock', async () => checkClock(systemClock.at(), -new Date().getTimezoneOffset())],
    ['vault', () => checkVault(disk, temporary)],
    ['store', () => checkStoreSurvives(surroundings, temporary, signal)],
    ['drives', () => checkDrives(disk)],
    ['set', () => checkSet(disk, folder, signal)],
  ]
  const checks: MachineCheck[] = []
  const troubles: { [Id in CheckId]?: Refusal } = {}
  try {
    await tryAnyway(async () => {
      await removeTree(disk, temporary)
      await ensureFolder(disk, dirname(temporary))
      await ensureFolder(disk, temporary)
    })
    for (const [id, check] of work) {
      signal?.throwIfAborted()
      onProgress?.({ phase: id, done: checks.length, total: work.length })
      const { trouble, ...finding } = await settled(check)
      checks.push({ id, ...finding, ...(trouble === undefined ? {} : { code: trouble.code }) })
      if (trouble !== undefined) troubles[id] = trouble
    }
  } finally {
    await tryAnyway(() => removeTree(disk, temporary))
  }
  const { version, platform } = { version: APP_VERSION, platform: process.platform }
  const report = {
    at: systemClock.at(),
    version,
    platform,
    memory: totalmem(),
    processors: cpus().length,
    checks,
  }
  return ok({ report, troubles })
}

/** A disk that fails in the middle of a check is what the check found. */
async function settled(check: () => Promise<Finding>): Promise<Finding> {
  const done = await attempt(check)
  return done.ok ? done.value : { state: 'bad', facts: {}, trouble: refuse(done.error) }
}
