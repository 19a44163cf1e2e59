/**
 * Wrong tries at a way in, kept beside the vault so that neither a reload of the page nor a new start forgets them: after
 * five a person waits 30 s, then twice as long each time, at most five minutes. It slows down whoever sits at the
 * keyboard; against whoever can copy the vault only the passphrase itself and scrypt help (SECURITY.md).
 * Nothing here may lock out for ever: a file that is missing, broken or says impossible things counts as none, a clock that
 * was put back waits no longer than the wait itself, and what cannot be written is remembered until the program ends.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { utf8 } from '../../shared/base/canonical.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/streams.ts'
import type { VaultFailure } from './failures.ts'
import type { VaultPlace } from './vault-file.ts'

/** The file's name, in the folder of the vault. It names slots by their ids and nobody by a login; no backup holds it. */
export const triesFileName = 'tries.json'

/** Wrong tries without a wait, the first wait and the longest, in milliseconds. */
const FREE = 4
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 300_000

/** So long after the last wait wrong tries are forgotten: guessing is no faster for it, and a morning begins afresh. */
const FORGOTTEN_AFTER = 3_600_000

/** By the id of a slot: wrong tries so far, and until when the next one waits, in milliseconds since 1970. */
type Tries = Readonly<Record<string, { readonly wrong: number; readonly until: number }>>

const schema = z.strictObject({
  format: z.literal('ket-nap-tries'),
  version: z.literal(1),
  slots: z.record(z.uuid(), z.strictObject({ wrong: z.int().min(1).max(1_000_000), until: z.int().min(0) })),
})

/** What could not be written, by disk and folder. */
const unwritten = new WeakMap<Disk, Map<string, Tries>>()

/**
 * Tries a secret at a slot, unless its wait has not passed.
 * @param secret - what is tried, for the sentence
 * @param attemptIt - answers undefined where the secret is wrong
 * @returns what it answered; `VAULT_WAIT` with whole seconds, also for the wrong try that begins a wait
 */
export async function tried<T>(
  place: VaultPlace,
  slot: string,
  secret: 'passphrase' | 'sheet',
  attemptIt: () => Promise<T | undefined>,
): Promise<Result<T, VaultFailure>> {
  const waiting = secondsLeft(place, (await readTries(place))[slot])
  if (waiting > 0) return fail({ code: 'VAULT_WAIT', seconds: waiting, secret })
  const found = await attemptIt()
  if (found !== undefined) {
    await forgetTries(place, slot)
    return ok(found)
  }
  const tries = await readTries(place)
  const wrong = (tries[slot]?.wrong ?? 0) + 1
  await writeTries(place, { ...tries, [slot]: { wrong, until: nowOf(place) + waitAfter(wrong) } })
  const seconds = waitAfter(wrong) / 1000
  if (seconds > 0) return fail({ code: 'VAULT_WAIT', seconds, secret })
  return fail({ code: secret === 'sheet' ? 'VAULT_WRONG_SHEET' : 'VAULT_WRONG_PASSPHRASE' })
}

/** Forgets a slot's wrong tries: its secret was right, or is another one from now on. */
export async function forgetTries(place: VaultPlace, slot: string): Promise<void> {
  const { [slot]: mine, ...others } = await readTries(place)
  if (mine !== undefined) await writeTries(place, others)
}

/** Whole seconds that slots still wait, by their ids; those that do not are left out. */
export async function waitsOf(place: VaultPlace): Promise<ReadonlyMap<string, number>> {
  const tries = await readTries(place)
  return new Map(
    Object.entries(tries)
      .map(([slot, mine]) => [slot, secondsLeft(place, mine)] as const)
      .filter(([, seconds]) => seconds > 0),
  )
}

function waitAfter(wrong: number): number {
  return wrong <= FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(wrong - FREE - 1, 10))
}

function secondsLeft(place: VaultPlace, mine: Tries[string] | undefined): number {
  return mine === undefined ? 0 : Math.max(0, Math.ceil((mine.until - nowOf(place)) / 1000))
}

function nowOf({ now = Date.now }: VaultPlace): number {
  return now()
}

/** What counts now; an end that lies further away than its wait is long was set by another clock and is moved here. */
async function readTries(place: VaultPlace): Promise<Tries> {
  const kept = unwritten.get(place.disk)?.get(place.folder) ?? (await readFile(place))
  const now = nowOf(place)
  const fresh = Object.entries(kept).filter(([, { until }]) => until + FORGOTTEN_AFTER > now)
  const tries = Object.fromEntries(
    fresh.map(([slot, { wrong, until }]) => [slot, { wrong, until: Math.min(until, now + waitAfter(wrong)) }]),
  )
  if (fresh.some(([slot, { until }]) => tries[slot]?.until !== until)) await writeTries(place, tries)
  return tries
}

async function readFile({ disk, folder }: VaultPlace): Promise<Tries> {
  const read = await attempt(() => readWhole(disk, join(folder, triesFileName), 256 * 1024))
  if (!read.ok || read.value === undefined) return {}
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(read.value)))
    return parsed.success ? parsed.data.slots : {}
  } catch {
    // Not JSON: a broken file, which counts as none.
    return {}
  }
}

async function writeTries({ disk, folder }: VaultPlace, tries: Tries): Promise<void> {
  const path = join(folder, triesFileName)
  const text = `${JSON.stringify({ format: 'ket-nap-tries', version: 1, slots: tries })}\n`
  const written =
    Object.keys(tries).length === 0
      ? await attempt(() => disk.unlink(path))
      : await writeFileAtomic(disk, path, utf8(text))
  const isDone = written.ok || written.error.code === 'DISK_MISSING'
  const byFolder = unwritten.get(disk) ?? new Map<string, Tries>()
  unwritten.set(disk, byFolder)
  if (isDone) byFolder.delete(folder)
  else byFolder.set(folder, tries)
}
