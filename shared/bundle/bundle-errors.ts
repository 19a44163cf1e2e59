/**
 * Every way a bundle can be refused or an export can fail, as data: a code and what a sentence about it needs
 * (FORMAT.md section 8). Sentences live in shared/words; the order in which codes are found lives in electron/bundle.
 */
import type { BundleKind, BundleManifest } from './format.ts'

/** Why a tar was not the strict form of FORMAT.md section 5. */
export type LayoutReason =
  | 'magic'
  | 'checksum'
  | 'type'
  | 'link'
  | 'prefix'
  | 'name'
  | 'octal'
  | 'size'
  | 'count'
  | 'duplicate'
  | 'order'
  | 'padding'
  | 'truncated'
  | 'no-end'
  | 'after-end'

/** Why a journal's lines do not make the chain they claim: FORMAT.md section 2 and step 11. */
export type ChainReason = 'gzip' | 'utf8' | 'lf' | 'json' | 'canonical' | 'hole' | 'count' | 'head' | 'stub'

/** Why the signature file does not hold: its form, the key, the signed tag list or the trusted comment. */
export type SignatureReason = 'form' | 'key' | 'signature' | 'comment'

/**
 * What has two histories was written by a computer of our own office. `here`: by this one, and the set was only looked at;
 * taken in, it makes this computer a new device that says again what only it holds. `computer`: the set is of another
 * computer of ours, which has to hear of it. `lines`: the set is of another office and gives lines of ours back, which that
 * office has said since that it holds otherwise.
 */
type ForkAtHome = 'here' | 'computer' | 'lines'

/** Found while reading a set, in the order of FORMAT.md section 8. */
export type ReadError =
  /** Step 1. `name`: the file looked at, null when there is none (parts without a label). */
  | { readonly code: 'B_LABEL'; readonly name: string | null; readonly reason: 'missing' | 'form' | 'size' | 'parts' }
  /** Step 2. `part`: its name in the label. */
  | { readonly code: 'B_PART_MISSING'; readonly part: string }
  /** Step 3, or null when the age file failed in mid-stream although every part has the hash of the label. */
  | { readonly code: 'B_DAMAGED'; readonly part: string | null }
  /** Step 4. */
  | { readonly code: 'B_NOT_AGE'; readonly reason: 'magic' | 'header' | 'stanzas' }
  /** `claims`: the file names say that it is for us, and from which code; `office`: the one paired office of that code. */
  | { readonly code: 'B_NOT_FOR_US'; readonly claims?: { readonly code: string; readonly office: string | null } }
  /** Step 5. `name`: the member at fault, where its name could be read; `offset`: bytes from the start of the tar. */
  | {
      readonly code: 'B_LAYOUT'
      readonly reason: LayoutReason
      readonly name: string | null
      readonly offset: number | null
    }
  /** Step 6. `keyNumber`: 16 upper-case hex digits as minisign prints them. */
  | { readonly code: 'B_UNKNOWN_SENDER'; readonly keyNumber: string }
  | { readonly code: 'B_REVOKED'; readonly keyNumber: string; readonly office: string; readonly officeCode: string }
  /** Step 7. `path` in B_FORMAT: the field at fault, joined by dots; empty for the file as a whole. */
  | { readonly code: 'B_SIGNATURE'; readonly reason: SignatureReason }
  | { readonly code: 'B_HASH'; readonly path: string }
  | { readonly code: 'B_FORMAT'; readonly file: string; readonly path: string }
  | { readonly code: 'B_VERSION'; readonly version: number }
  /** Step 8. `claimed`: the office bundle.json names; `office`: the one that owns the key. */
  | { readonly code: 'B_SENDER'; readonly claimed: string; readonly office: string }
  | { readonly code: 'B_NOT_ADDRESSED'; readonly office: string; readonly officeCode: string }
  /**
   * Step 9. `channel` is null when the kind itself is not allowed between these two offices. `here`: found while writing,
   * of what was to be sent.
   */
  | { readonly code: 'B_CHANNEL'; readonly kind: BundleKind; readonly channel: string | null; readonly here?: true }
  | { readonly code: 'B_ALREADY'; readonly id: string }
  /** Harmless; the manifest is authentic, so its `have` and `want_attachments` may still be taken. */
  | { readonly code: 'B_OLD'; readonly manifest: BundleManifest }
  /**
   * `have`: last seq held, 0 for none; `need`: first seq the bundle brings; `since`: day of the last line held; `own`: the
   * set is of another computer of our own office, whoever wrote the lines.
   */
  | {
      readonly code: 'B_GAP'
      readonly channel: string
      readonly have: number
      readonly need: number
      readonly since?: string
      readonly own?: 'computer'
    }
  /** `seq`: the place where our head and theirs differ; `since`: day of our line there. */
  | {
      readonly code: 'B_FORK'
      readonly channel: string
      readonly seq: number
      readonly since?: string
      readonly own?: ForkAtHome
    }
  /** Step 10. */
  | { readonly code: 'B_BOMB'; readonly path: string; readonly reason: 'ratio' | 'total' | 'line' }
  /** `type`: not a PDF, JPEG or PNG (reported, not fatal); `changed`: at export, its bytes are not those of its name. */
  | { readonly code: 'B_ATTACH'; readonly sha256: string; readonly reason: 'type' | 'changed' }
  | { readonly code: 'B_INCOMPLETE'; readonly journals: readonly string[]; readonly scans: readonly string[] }
  /**
   * Step 11. `seq`: the line at fault; the first of the file when its gzip does not open. `here`: found while writing, in our
   * own store.
   */
  | {
      readonly code: 'B_CHAIN'
      readonly channel: string
      readonly seq: number
      readonly reason: ChainReason
      readonly here?: true
    }

/** Failures of the carrier or of the person's patience. */
export type CarrierError =
  /** In bytes; null where the system did not say. */
  | { readonly code: 'B_NO_SPACE'; readonly need: number | null; readonly free: number | null }
  /** `cause`: the system's error code, e.g. EIO. */
  | { readonly code: 'B_STICK_GONE'; readonly cause: string }
  | { readonly code: 'B_READ_ONLY' }
  | { readonly code: 'B_TOO_BIG'; readonly part: string }
  /** Another program does not let go of a file. */
  | { readonly code: 'B_FILE_HELD'; readonly part: string }
  /**
   * More than a set may hold (FORMAT.md section 7), so that every reader would refuse it: all its lines together or a single
   * line, `most` in bytes, or what it lists. `isWhole`: the set cannot begin later than with the first line.
   */
  | {
      readonly code: 'B_TOO_MUCH'
      readonly what: 'lines' | 'line' | 'files'
      readonly most: number
      readonly isWhole?: true
    }
  | { readonly code: 'B_READBACK'; readonly part: string }
  | { readonly code: 'B_CANCELLED' }

/** Any refusal of the container layer. Survives JSON and structured clone. */
export type BundleError = ReadError | CarrierError

/** A code of the container layer. */
export type BundleCode = BundleError['code']
