/**
 * Lists of figures, of the exchange, of what left in clear and of the backups: branches by their newest member, targets, what
 * was sent and received, printed and written.
 */
import type { BackupRow } from '../../contract/backups.ts'
import type { ClearRow } from '../../contract/documents.ts'
import type { PlaceTarget } from '../../contract/reports.ts'
import type { CoveredBranch } from '../../reports/coverage.ts'
import { percentOf } from '../../reports/ratio.ts'
import { clearKind, clearRemarks, clearSubject } from '../../words/clear-files.ts'
import { BUNDLE_DIRECTIONS } from '../../words/list-columns.ts'
import { AREAS, SECTORS } from '../../words/labels.ts'
import { BUNDLE_KINDS } from '../../words/labels-journal.ts'
import { COVERED_BY, IDLE_NAMES, noteSentence, rangeText, SHORT_REASONS, TARGET_VERDICTS } from '../../words/reports.ts'
import { label, type DefinitionsOf } from './definition.ts'

/** A bundle that went out or came in. `entries`: sent, or new here; `kind` and `scans` are known of our own only. */
export type ExchangedRow = {
  readonly day: string
  readonly direction: 'out' | 'in'
  readonly office: string | null
  readonly kind: string | null
  readonly entries: number
  readonly scans: number | null
}

/** What left in clear. `day` and `time` (HH:MM): in Việt Nam. */
export type ClearedRow = ClearRow & { readonly day: string; readonly time: string }

/** A backup. `day` and `time` (HH:MM): in Việt Nam. */
export type BackedUpRow = BackupRow & { readonly day: string; readonly time: string }

/** The rows of these lists. */
export type FiguresRows = {
  readonly coverage: readonly CoveredBranch[]
  readonly targets: readonly PlaceTarget[]
  /** Every bundle written and taken in, the newest first. */
  readonly exchangeHistory: readonly ExchangedRow[]
  /** Everything that was printed or written in clear, the newest first. */
  readonly clearFiles: readonly ClearedRow[]
  /** What lies in the place of backups, the newest first. */
  readonly backups: readonly BackedUpRow[]
}

/** Their columns. */
export const FIGURES: DefinitionsOf<FiguresRows> = {
  coverage: [
    ['unit', 'text', 36, (row) => row.name],
    ['above', 'text', 30, (row) => row.above],
    ['sector', 'text', 20, (row) => label(SECTORS, row.sector)],
    ['area', 'text', 14, (row) => label(AREAS, row.area)],
    ['lastAdmission', 'day', 14, (row) => row.last],
    ['restsOn', 'text', 24, (row) => label(COVERED_BY, row.by)],
    ['idle', 'text', 26, (row) => IDLE_NAMES[row.idle]],
  ],
  targets: [
    ['unit', 'text', 36, (row) => row.name],
    ['plan', 'number', 12, (row) => row.plan.number],
    ['admitted', 'number', 12, (row) => row.admitted.number],
    ['ofPlan', 'share', 14, (row) => percentOf(row.ofPlan)],
    ['memberCount', 'number', 12, (row) => row.members.members],
    ['countedOn', 'day', 12, (row) => row.members.counted],
    ['ofMembers', 'share', 16, (row) => percentOf(row.ofMembers)],
    ['underWay', 'number', 14, (row) => row.sourcePerPlace.numerator],
    ['forecast', 'text', 18, (row) => rangeText(row.forecast.whole)],
    ['verdict', 'text', 24, (row) => label(TARGET_VERDICTS, row.forecast.verdict)],
    ['remarks', 'text', 46, (row) => targetRemarks(row)],
  ],
  exchangeHistory: [
    ['exchangedOn', 'day', 12, (row) => row.day],
    ['direction', 'text', 10, (row) => label(BUNDLE_DIRECTIONS, row.direction)],
    ['otherOffice', 'text', 36, (row) => row.office],
    ['bundleKind', 'text', 24, (row) => label(BUNDLE_KINDS, row.kind)],
    ['entries', 'number', 12, (row) => row.entries],
    ['scans', 'number', 12, (row) => row.scans],
  ],
  clearFiles: [
    ['clearedOn', 'day', 12, (row) => row.day],
    ['clearedAt', 'text', 10, (row) => row.time],
    ['clearedBy', 'text', 24, (row) => row.userName],
    ['clearedKind', 'text', 18, (row) => clearKind(row)],
    ['clearedWhat', 'text', 40, (row) => clearSubject(row)],
    ['people', 'number', 12, (row) => row.people],
    ['clearedFile', 'text', 28, (row) => row.file],
    ['why', 'text', 34, (row) => row.why],
    ['remarks', 'text', 30, (row) => clearRemarks(row)],
  ],
  backups: [
    ['backedUpOn', 'day', 14, (row) => row.day],
    ['backedUpAt', 'text', 12, (row) => row.time],
    ['kilobytes', 'number', 14, (row) => Math.ceil(row.bytes / 1024)],
    ['scans', 'number', 12, (row) => row.scans],
    ['folder', 'text', 60, (row) => row.folder],
  ],
}

/** What is to be said of a target: why it may be missed, and what its figures lack. */
function targetRemarks({ notes, forecast: { reasons } }: PlaceTarget): string {
  const why =
    reasons.length === 0 ? [] : [`Có thể không đạt vì ${reasons.map((one) => SHORT_REASONS[one]).join('; ')}.`]
  return [...why, ...notes.map((note) => noteSentence(note))].join(' ')
}
