/**
 * Step 9: what a bundle brings, held against what we have. Pure, from bundle.json and a view of the journal; the lines
 * themselves are checked afterwards, so the overlap is compared here only at the ends (FORMAT.md section 8).
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { BundleError } from './bundle-errors.ts'
import { GENESIS } from './chain.ts'
import { parseChannel, type BundleManifest, type CarriedChannel } from './format.ts'

/** What the journal answers about itself. */
export type Ledger = {
  /** True when a bundle of this id was taken in before. */
  readonly knowsBundle: (id: string) => boolean
  /** Last seq held of a channel and its head in hex; null when nothing of it is held. */
  readonly position: (channel: string) => { readonly seq: number; readonly head: string } | null
  /** Head at a seq from 1 to the position, hex; null when it is not held. Not asked for seq 0. */
  readonly headAt: (channel: string, seq: number) => string | null
}

/**
 * What to do with one channel: `firstNew` is the first seq we lack and `heldHead` our head just before it (GENESIS for
 * seq 1), which the lines must reproduce; `covered` brings nothing.
 */
export type ChannelVerdict =
  | { readonly channel: string; readonly covered: false; readonly firstNew: number; readonly heldHead: string }
  | { readonly channel: string; readonly covered: true }

/**
 * Judges every channel of a bundle.
 * @param manifest - bundle.json, authentic and addressed to us (steps 1 to 8)
 * @param ledger - our journal
 * @param newScans - how many of its scans we lack; by default all count as new
 * @returns a verdict per channel in the order of the manifest, or the first of B_ALREADY, B_CHANNEL, B_GAP, B_FORK;
 *   B_OLD when there are channels, all are covered and no scan is new
 */
export function judgeChannels(
  manifest: BundleManifest,
  ledger: Ledger,
  newScans: number = manifest.attachments.count,
): Result<readonly ChannelVerdict[], BundleError> {
  if (ledger.knowsBundle(manifest.id)) return fail({ code: 'B_ALREADY', id: manifest.id })
  const forbidden = forbiddenChannel(manifest)
  if (forbidden !== undefined) return fail({ code: 'B_CHANNEL', kind: manifest.kind, channel: forbidden })
  const verdicts: ChannelVerdict[] = []
  for (const carried of manifest.channels) {
    const verdict = judgeChannel(carried, ledger)
    if (!verdict.ok) return verdict
    verdicts.push(verdict.value)
  }
  const isOld = verdicts.length > 0 && newScans === 0 && verdicts.every((verdict) => verdict.covered)
  return isOld ? fail({ code: 'B_OLD', manifest }) : ok(verdicts)
}

function judgeChannel(carried: CarriedChannel, ledger: Ledger): Result<ChannelVerdict, BundleError> {
  const { channel, from, to, requires, head } = carried
  const held = ledger.position(channel) ?? { seq: 0, head: GENESIS }
  if (from - 1 > held.seq) return fail({ code: 'B_GAP', channel, have: held.seq, need: from })
  const headAt = (seq: number) => (seq === 0 ? GENESIS : seq === held.seq ? held.head : ledger.headAt(channel, seq))
  if (headAt(from - 1) !== requires) return fail({ code: 'B_FORK', channel, seq: from - 1 })
  if (to > held.seq) return ok({ channel, covered: false, firstNew: held.seq + 1, heldHead: held.head })
  return headAt(to) === head ? ok({ channel, covered: true }) : fail({ code: 'B_FORK', channel, seq: to })
}

/**
 * Which channel the kind of a bundle does not allow (FORMAT.md section 6): asked before reading and before writing.
 * @returns undefined when all are allowed; null when the kind is not allowed between these offices; else a channel
 */
export function forbiddenChannel(manifest: BundleManifest): string | null | undefined {
  const { kind, from, to } = manifest
  // Otherwise any paired office could hand us "our own" lines, or those of a third office, as a sibling.
  if ((kind === 'sibling' || kind === 'enrol') && from.office !== to.office) return null
  const isAllowed = (name: string): boolean => {
    const channel = parseChannel(name)
    if (channel === null) return false
    const isTo = (office: string) => channel.audience === office || channel.audience === 'all'
    switch (kind) {
      case 'changes':
      case 'full':
        return channel.office === from.office && isTo(to.office)
      case 'recovery':
        // Whoever gives lines back once had them sent to it: our signature alone would let any office speak for all.
        return channel.office === to.office && isTo(from.office)
      case 'succession':
        return channel.office === from.office
      case 'sibling':
      case 'enrol':
        return true
      case 'ack':
        return false
    }
  }
  return manifest.channels.find((carried) => !isAllowed(carried.channel))?.channel
}
