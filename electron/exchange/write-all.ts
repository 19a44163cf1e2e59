/**
 * Sets for several offices, or devices of ours, in one job. One that cannot be written for what it would say keeps no other
 * from being written; where the carrier fails, or a person stops it, those that are left are named.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ExportAnswer, Exported } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { Workplace } from '../office/workplace.ts'
import { writeOutgoing, type Addressee, type JobControl } from './write-outgoing.ts'

/** What is wrong with one set alone, by what it would say: the others are written all the same. */
const OF_ONE_SET: ReadonlySet<Refusal['code']> = new Set(['B_TOO_MUCH', 'B_CHAIN', 'B_CHANNEL', 'B_ATTACH'])

/**
 * Writes a set for each.
 * @param folder - ready to be written into
 * @returns the refusal where none was written
 */
export async function writeAll(
  workplace: Workplace,
  targets: readonly Addressee[],
  folder: string,
  full: boolean,
  control: JobControl,
): Promise<Result<ExportAnswer, Refusal>> {
  const at = workplace.clock.at()
  const sets: Exported[] = []
  const left: Addressee[] = []
  let stopped: Refusal | null = null
  for (const [place, to] of targets.entries()) {
    const written = await writeOutgoing(workplace, to, folder, full, control)
    if (written.ok) {
      sets.push(written.value)
      continue
    }
    const isOfThisSet = OF_ONE_SET.has(written.error.code)
    // Data of ours that is damaged is told of before anything else: of the rest one hears who writes what is left.
    if (stopped?.code !== 'B_CHAIN') stopped = written.error
    left.push(...targets.slice(place, isOfThisSet ? place + 1 : undefined))
    if (!isOfThisSet) break
  }
  if (stopped === null) return ok({ sets, stopped, folder, at })
  if (sets.length === 0) return fail(stopped)
  return ok({ sets, stopped, folder, at, left: left.map(({ key, name }) => ({ office: key, name })) })
}
