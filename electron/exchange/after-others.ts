/**
 * What a look at a carrier says of a set that joins on to another one, beside it or kept here: by itself it could not be taken
 * in yet, but taken in after that one it can, and taking in all does so in the right order by itself.
 */
import type { BundleManifest } from '../../shared/bundle/format.ts'
import type { SetOutcome } from '../../shared/contract/exchange.ts'
import { lastSeq } from '../../db/journal.ts'
import type { ReadDb } from '../../db/transaction.ts'

/** A set as it was looked at, and what it says of itself, where that is known. */
export type LookedAt = { readonly outcome: SetOutcome; readonly manifest: BundleManifest | null }

/** How far a channel would come by a set. */
type End = { readonly seq: number; readonly head: string; readonly by: SetOutcome }

/**
 * Turns the outcome of each set that others of them would make good.
 * @param looked - every set that was looked at, in the order found
 * @returns their outcomes, in the same order
 */
export function afterOthers(db: ReadDb, looked: readonly LookedAt[]): readonly SetOutcome[] {
  // Where each channel would end by each set, the furthest first.
  const ends = new Map<string, readonly End[]>()
  const endsOf = (channel: string) => ends.get(channel) ?? []
  const bring = (by: SetOutcome, manifest: BundleManifest | null) => {
    for (const { channel, to, head } of manifest?.channels ?? [])
      ends.set(
        channel,
        [...endsOf(channel), { seq: to, head, by }].sort((a, b) => b.seq - a.seq),
      )
  }
  // Of another history that ends at the same place nothing can be joined on.
  const reaches = ({ channel, from, requires }: BundleManifest['channels'][number]): boolean =>
    (endsOf(channel)[0]?.seq ?? 0) >= from - 1 &&
    endsOf(channel).every(({ seq, head }) => seq !== from - 1 || head === requires)
  const lacking = (manifest: BundleManifest) =>
    manifest.channels.filter(({ channel, from }) => from - 1 > lastSeq(db, channel))
  for (const each of looked) if (each.outcome.outcome === 'ready') bring(each.outcome, each.manifest)
  const turned = new Map<LookedAt, SetOutcome>()
  let waiting = looked.filter(({ outcome }) => outcome.refusal?.code === 'B_GAP')
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length
    waiting = waiting.filter((each) => {
      const { outcome, manifest } = each
      if (manifest === null) return true
      const missing = lacking(manifest)
      const last = missing.map(({ channel }) => endsOf(channel)[0]?.by).find((by) => by !== undefined)
      if (last === undefined || !missing.every(reaches)) return true
      const kept = last.kept === true ? ({ kept: true } as const) : {}
      const after = { set: last.set, created: last.created ?? null, ...kept }
      const ready: SetOutcome = { ...outcome, outcome: 'ready', refusal: null, after }
      turned.set(each, ready)
      bring(ready, manifest)
      return false
    })
  }
  return looked.map((each) => turned.get(each) ?? each.outcome)
}
