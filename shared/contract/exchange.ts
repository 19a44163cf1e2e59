/**
 * What pairing, export, import and inspection answer, as it crosses the port: plain JSON. The core makes these values,
 * the pages and the printed slips read them.
 */
import { z } from 'zod'
import type { HoldReason } from '../journal/classify.ts'
import type { Refusal, Unproven } from './refusals.ts'

/** Our pairing card, the digits to read out, and the file it was written to, if any. */
export type Card = {
  readonly card: string
  readonly digits: string
  readonly office: string
  readonly file: string | null
}

/** Another office's card as it says itself; nothing of it counts before its digits have been compared. */
export type CardRead = {
  readonly card: string
  readonly office: string
  readonly code: string
  readonly name: string
  /** The name of the paired office this card renews, or null. */
  readonly renews: string | null
}

/** What came of accepting a card. */
export type Accepted = {
  readonly office: string
  readonly name: string
  readonly listedCases: number
  readonly listedUnits: number
}

/** The office's keys after a renewal, as its new card has them. */
export type KeysRenewed = { readonly signKey: string; readonly recipient: string }

/** Keys written for the archive. `passphrase`: the words that open the file, told once. */
export type KeysExported = {
  readonly file: string
  readonly sha256: string
  readonly passphrase: string
  readonly at: string
}

/** A set that was written. `to`: an office, or another device of our own. `readBack`: 'past-cache' alone allows saying that the stick may be pulled. */
export type Exported = {
  readonly id: string
  readonly to: string
  readonly toName: string
  readonly kind: 'changes' | 'full' | 'ack' | 'recovery' | 'sibling' | 'enrol' | 'succession'
  readonly files: readonly string[]
  readonly entries: number
  readonly scans: number
  /** Hashes of scans its entries name that are gone, changed or unreadable here: the set went without them. */
  readonly scansLost: readonly string[]
  /** How many scans it had no room for: the addressee sees that they are missing, and asks for them. */
  readonly scansLater?: number
  readonly bytes: number
  readonly readBack: 'past-cache' | 'cached'
  /** SHA-256 of the label, hex. */
  readonly label: string
  /** Of a recovery: what is held of the office and could not be given back. */
  readonly unproven?: readonly Unproven[]
  /** It stands whole on the carrier, and the store could not note that it was written: why. */
  readonly unrecorded?: Refusal
}

/** What an export wrote, where and when. */
export type ExportAnswer = {
  readonly sets: readonly Exported[]
  /** Why some sets were not written, or null: the sets after these, or one that could not hold what it should say. */
  readonly stopped: Refusal | null
  /** The offices, or devices of ours, these were for. */
  readonly left?: readonly { readonly office: string; readonly name: string }[]
  /** The folder of the sets: on a stick our own folder there. */
  readonly folder: string
  readonly at: string
}

/** A line that was stored and acknowledged, but not applied. */
export type HeldLine = {
  readonly channel: string
  readonly seq: number
  readonly reason: HoldReason
  readonly kind: string | null
}

/** A line that waits, and the places it names that do not count yet. `isHere`: it has come, and is held back or waits itself. */
export type Waits = {
  readonly channel: string
  readonly seq: number
  readonly for: readonly { readonly channel: string; readonly seq: number; readonly isHere?: true }[]
}

/** Lines of one channel of ours that are not here: the first of them, and the last that is known of. */
export type LostLines = { readonly channel: string; readonly from: number; readonly to: number }

/** The same, given up as lost for good: when, by whom, why. */
export type GivenUp = LostLines & { readonly at: string; readonly by: string; readonly reason: string }

/**
 * A case that another office has told us of after lines given up. `name`: null where the case itself went with them; then
 * `kinds` and the wall clock of the last one, `at`, are all there is.
 */
export type AfterLost = {
  readonly case: string
  readonly name: string | null
  readonly office: string
  readonly kinds: readonly string[]
  readonly at: string
}

/** What came of giving lines up: which, and how many others no longer wait for them. */
export type LostGivenUp = { readonly lost: readonly LostLines[]; readonly released: number }

/** So many people are named beside scans that have not come. */
export const PEOPLE_NAMED = 5

/**
 * Scans that have not come, by the office or the computer they are expected of. `source`: whether a set for it asks for them, or
 * nobody can be asked there any more, a computer taken out of use or an office whose pairing has ended. `cases`: then the
 * names of the people whose papers they are, one more than are named where there are others.
 */
export type AwaitedScans = {
  readonly office: string
  readonly count: number
  readonly source: 'asked' | 'removed' | 'unpaired'
  readonly cases: readonly string[]
}

/** What an import did, or would do. */
export type ImportReport = {
  readonly fresh: number
  readonly known: number
  /** The first of those held back; `heldMore`: how many more there are. */
  readonly held: readonly HeldLine[]
  readonly heldMore?: number
  readonly waiting: number
  /** Per channel the first line that waits, and what has not come that it names; `waitsMore`: in how many more channels. */
  readonly waitsFor: readonly Waits[]
  readonly waitsMore?: number
  readonly scansMissing: number
  /** What it did to people's cases, those in doubt first; `casesMore`: how many more there are. */
  readonly cases: readonly {
    readonly case: string
    readonly name: string
    readonly before: string | null
    readonly after: string
    readonly kinds: readonly string[]
    readonly conflicts: number
    /** So many entries of ours did not go along when the case went to another keeper. */
    readonly leftBehind?: number
  }[]
  readonly casesMore?: number
  readonly kinds: Readonly<Record<string, number>>
  readonly acknowledged: readonly { readonly channel: string; readonly seq: number }[]
  /** Our own channels that the sender holds further than we do, or otherwise: we are an old backup or a copy. */
  readonly ahead: readonly {
    readonly channel: string
    readonly seq: number
    readonly head: string
    readonly ours: number
  }[]
  /** Entries of ours that stood in the place of those that came, and were issued anew. */
  readonly reissued?: number
  /**
   * By channel of another office, lines that were here and are not in the history that came in their place. `cases`: whom
   * they were about, the first of all; `casesMore`: how many more there are.
   */
  readonly setAside?: readonly {
    readonly channel: string
    readonly count: number
    readonly cases: readonly { readonly case: string; readonly name: string }[]
    readonly casesMore?: number
  }[]
}

/** How many lines are held back. */
export function heldCount({ held, heldMore = 0 }: Pick<ImportReport, 'held' | 'heldMore'>): number {
  return held.length + heldMore
}

/**
 * What became of one set on the carrier. `set`: the name of its label file, or the path of a file that belongs to none; `label`:
 * the hash of its label, by which it is chosen, null for such a file. Two sets may have labels of one name.
 */
export type SetOutcome = {
  readonly set: string
  readonly label: string | null
  readonly id: string | null
  readonly from: string | null
  readonly fromName: string | null
  readonly kind: string | null
  readonly created: string | null
  readonly outcome: 'ready' | 'imported' | 'already' | 'notForUs' | 'refused'
  readonly refusal: Refusal | null
  readonly report: ImportReport | null
  readonly scans: { readonly fresh: number; readonly quarantined: readonly string[]; readonly missing: number }
  /**
   * Only looked at, and to be taken in after this one, which lies on the carrier or, `kept`, on this computer: `report` is
   * null then.
   */
  readonly after?: { readonly set: string; readonly created: string | null; readonly kept?: true }
  /** Not taken in, or not yet, it lies sealed on this computer; one that is ready is taken along with any other. */
  readonly kept?: true
}

/**
 * A foreign file a person should hear of: programs, shortcuts and the file that starts them. `lookalike`: a program or
 * shortcut that wears the name of a file or folder beside it, of ours, or of a document.
 */
export type FolderWarning = { readonly path: string; readonly kind: 'program' | 'shortcut' | 'autorun' | 'lookalike' }

/** What a person should know of a place before anything is written to it. Nothing here forbids writing. */
export type CarrierLook = {
  /** Can the drive be carried away? */
  readonly carried: 'yes' | 'no' | 'unknown'
  readonly isReadOnly: boolean
  /** Bytes that may still be written. */
  readonly free: number
  readonly warnings: readonly FolderWarning[]
}

/** What a folder held and what was done with it. */
export type ImportResult = {
  readonly sets: readonly SetOutcome[]
  readonly others: number
  readonly warnings: readonly FolderWarning[]
  /** True where the folder held more than was looked at. */
  readonly isPartial: boolean
  readonly at: string
}

/** What can be said of a set without keys. `claimed` is read from its file name, which nobody has signed. */
export type SetLabel = {
  readonly set: string
  readonly claimed: { readonly from: string; readonly to: string; readonly id8: string } | null
  readonly parts: readonly { readonly name: string; readonly sha256: string }[]
  readonly bytes: number
  /** SHA-256 of the label, as the sender's slip prints it. */
  readonly label: string
  readonly refusal: Refusal | null
}

/**
 * A set that lies sealed on this computer until it can be taken in, and since when. `id`: of the place it lies in; `from`: by
 * the name of its files, which nobody has signed; `office`: the one of that code that we know.
 */
export type KeptSet = {
  readonly id: string
  readonly set: string
  readonly from: { readonly code: string; readonly office: string | null } | null
  readonly bytes: number
  readonly since: string
}

/** The sets that lie here sealed. */
export type KeptSets = { readonly sets: readonly KeptSet[] }

/** What an inspection saw. `sets`: null while locked. */
export type Inspection = {
  readonly labels: readonly SetLabel[]
  readonly faults: readonly { readonly path: string; readonly refusal: Refusal }[]
  readonly warnings: readonly FolderWarning[]
  /** True where the folder held more than was looked at. */
  readonly isPartial: boolean
  readonly sets: readonly SetOutcome[] | null
}

/** How far a job is: bytes done of a total in one phase. */
export type JobProgress = {
  readonly phase: 'collect' | 'write' | 'read-back' | 'check' | 'read'
  readonly done: number
  readonly total: number
}

/** A set of another office that was taken in: when, and how many entries it added. */
export type PeerSet = { readonly id: string; readonly at: string; readonly fresh: number }

/** The newest sets of an office; `more`: how many older ones there are. */
export type PeerSets = { readonly sets: readonly PeerSet[]; readonly more: number }

/** A bundle written or taken in, as the history has it: `number` is its place there. Who was in it is told nowhere. */
export type BundleRow = {
  readonly number: number
  readonly id: string
  readonly office: string
  readonly at: string
} & (
  | { readonly direction: 'out'; readonly report: Exported }
  | { readonly direction: 'in'; readonly report: Omit<ImportReport, 'cases' | 'casesMore'> }
)

/** Which bundles are asked for: of one office, and those before a place of the history. */
export const HistoryAsked = z.strictObject({
  office: z.string().min(1).max(100).optional(),
  before: z.number().int().min(1).optional(),
})
export type HistoryAsked = z.infer<typeof HistoryAsked>

/** A window of the history, the newest first. `more`: there are older ones. */
export type BundleHistory = { readonly bundles: readonly BundleRow[]; readonly more: boolean }
