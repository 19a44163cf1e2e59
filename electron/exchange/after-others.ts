/**
 * What a look at a carrier says of a set that joins on to another one beside it: by itself it could not be taken in yet,
 * but taken in after that one it can, and taking in all does so in the right order by itself.
 */
import type { BundleManifest } from '../../shared/bundle/format.ts'
import type { SetOutcome } from '../../shared/contract/exchange.ts'
import { channelRow } from '../../db/journal.ts'
import type { ReadDb } from '../../db/transaction.ts'

/** A set as it was looked at, and what it says of itself, where that is known. */
export type LookedAt = { readonly outcome: SetOutcome; readonly manifest: BundleManifest | null }

/**
 * Turns the outcome of each set that others on the same carrier would make good.
 * @param looked - every set that was looked at, in the order found
 * @returns their outcomes, in the same order
 */
export function afterOthers(db: ReadDb, looked: readonly LookedAt[]): readonly SetOutcome[] {
  // How far each channel would come, and by which set.
  const reach = new Map<string, { readonly seq: number; readonly by: SetOutcome }>()
  const bring = ({ outcome, manifest }: LookedAt) => {
    for (const { channel, to } of manifest?.channels ?? [])
      if (to > (reach.get(channel)?.seq ?? 0)) reach.set(channel, { seq: to, by: outcome })
  }
  const lacking = (manifest: BundleManifest) =>
    manifest.channels.filter(({ channel, from }) => from - 1 > (channelRow(db, channel)?.seq ?? 0))
  for (const each of looked) if (each.outcome.outcome === 'ready') bring(each)
  const turned = new Map<LookedAt, SetOutcome>()
  let waiting = looked.filter(({ outcome }) => outcome.refusal?.code === 'B_GAP')
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length
    waiting = waiting.filter((each) => {
      const { outcome, manifest } = each
      if (manifest === null) return true
      const missing = lacking(manifest)
      const last = missing.map(({ channel }) => reach.get(channel)?.by).find((by) => by !== undefined)
      const isThere = missing.every(({ channel, from }) => from - 1 <= (reach.get(channel)?.seq ?? 0))
      if (last === undefined || !isThere) return true
      const after = { set: last.set, created: last.created ?? null }
      const ready: SetOutcome = { ...outcome, outcome: 'ready', refusal: null, after }
      turned.set(each, ready)
      bring({ outcome: ready, manifest })
      return false
    })
  }
  return looked.map((each) => turned.get(each) ?? each.outcome)
}
