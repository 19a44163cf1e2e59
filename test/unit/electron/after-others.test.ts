/** What a look at a carrier says of sets that join on to others beside them: what taking them in would say, and no more. */
import { expect, test } from 'vitest'
import { afterOthers, type LookedAt } from '../../../electron/exchange/after-others.ts'
import { refused } from '../../../electron/exchange/outcomes.ts'
import { refusal } from '../../../shared/contract/refusals.ts'
import { communeAndDistrict } from '../../support/journal-kit.ts'
import { bundleManifest, CHANNEL } from '../shared/words/bundle-manifest.ts'

const HEAD = '1'.repeat(64)

/** A set with lines of one channel that lacks what comes before them; the first lacks nothing. */
function set(from: number, to: number, requires = HEAD): LookedAt {
  const gap = refused(
    { set: `set-${from}`, label: null },
    refusal('B_GAP', { channel: CHANNEL, have: 0, need: from - 1 }),
  )
  const channel = {
    channel: CHANNEL,
    from,
    to,
    requires,
    head: HEAD,
    path: '',
    entries: to - from + 1,
    sha256_plain: HEAD,
  }
  return {
    outcome: from === 1 ? { ...gap, outcome: 'ready', refusal: null } : gap,
    manifest: { ...bundleManifest, channels: [channel] },
  }
}

const looked = (sets: readonly LookedAt[]) =>
  communeAndDistrict()
    .commune.ask((db) => afterOthers(db, sets))
    .map(({ outcome, refusal: reason }) => reason?.code ?? outcome)

test.each<readonly [string, readonly LookedAt[], readonly string[]]>([
  ['each joins on to the one before', [set(5, 6), set(3, 4), set(1, 2)], ['ready', 'ready', 'ready']],
  ['nothing reaches so far', [set(4, 5), set(1, 2)], ['B_GAP', 'ready']],
  ['another history ends there', [set(3, 4, '2'.repeat(64)), set(1, 2)], ['B_GAP', 'ready']],
])('where %s', (_what, sets, expected) => {
  expect(looked(sets)).toEqual(expected)
})
