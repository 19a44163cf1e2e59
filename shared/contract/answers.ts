/**
 * What queries answer, as it crosses the port: plain JSON, lists as windows of at most 200 rows.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import type { CaseState } from '../model/case-state.ts'
import { Source, Stage } from '../model/codes.ts'
import type { Member, MemberCount, OfficeProfile, Peer, Unit } from '../model/office.ts'
import type { Assessment } from '../rules/assess.ts'

/** A window of a list. */
const Window = {
  limit: z.number().int().min(1).max(200).optional(),
  offset: z.number().int().min(0).max(1_000_000).optional(),
}

/** What people are searched by. `text`: name with or without marks, or the first digits of an identity number. */
export const SearchFilter = z.strictObject({
  text: z.string().max(200).optional(),
  unit: Uuid.optional(),
  stage: Stage.optional(),
  source: Source.optional(),
  helper: Uuid.optional(),
  keeper: z.string().max(40).optional(),
  ended: z.boolean().optional(),
  ...Window,
})
export type SearchFilter = z.infer<typeof SearchFilter>

/** One person in a list. */
export type CaseRow = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly sex: string | null
  readonly unit: string
  readonly unitName: string | null
  readonly stage: Stage
  readonly ended: boolean
  readonly known: 'full' | 'snapshot' | 'line'
  readonly onPaper: boolean
  readonly helper: string | null
  readonly source: string | null
  readonly registeredOn: string | null
  readonly submittedOn: string | null
  readonly decidedOn: string | null
  readonly ceremonyOn: string | null
  readonly conflicts: number
}

/** A window of people. `more`: at least `total` match, not counted further. */
export type SearchPage = { readonly rows: readonly CaseRow[]; readonly total: number; readonly more: boolean }

/** One entry in a timeline; `day` is the day of the act itself where it has one. */
export type TimelineEntry = {
  readonly entry: string
  readonly kind: string
  readonly day: string | null
  readonly at: string
  readonly actor: string
  readonly post: string
  readonly office: string
  readonly own: boolean
  readonly retracted: boolean
  readonly onPaper: boolean
}

/** Everything about one case. */
export type CaseView = {
  readonly state: CaseState
  readonly stage: Stage
  readonly unit: { readonly id: string; readonly name: string; readonly type: string } | null
  readonly keeperName: string
  readonly assessment: Assessment
  readonly timeline: readonly TimelineEntry[]
}

/** A person who may be the same as one being registered. */
export type SimilarRow = Pick<CaseRow, 'case' | 'name' | 'birth' | 'unitName' | 'stage' | 'ended'> & {
  readonly sameNumber: boolean
}

/** A case that moves, on the home page. */
export type HomeCase = {
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  readonly stage: Stage
  readonly own: boolean
  readonly next: string | null
  readonly due: string | null
  readonly deadline: string | null
  readonly provisional: boolean
  readonly blocks: number
  readonly batch: string | null
}

/** How the exchange with a paired office stands, in entries. */
export type PeerStatus = {
  readonly office: string
  readonly name: string
  readonly relation: string
  readonly recorded: number
  readonly exported: number
  readonly acknowledged: number
  readonly lastExport: string | null
  readonly lastImport: string | null
}

/** The home page. */
export type HomeView = {
  readonly today: string
  readonly proposes: boolean
  readonly decides: boolean
  readonly stages: Readonly<Record<string, number>>
  readonly cases: readonly HomeCase[]
  readonly peers: readonly PeerStatus[]
  readonly admittedThisYear: number
}

/** A unit in a list. */
export type UnitRow = {
  readonly id: string
  readonly unit: Unit
  readonly keeper: string
  readonly own: boolean
  readonly count: MemberCount | null
  readonly cases: number
}

/** A member in a list. */
export type MemberRow = { readonly id: string; readonly member: Member; readonly helps: number }

/** Our office as pages need it. */
export type OfficeView = {
  readonly office: string
  readonly device: string
  /** Today, by the office's clock: the page has no clock of its own. */
  readonly today: string
  readonly profile: OfficeProfile
  readonly user: {
    readonly id: string
    readonly name: string
    readonly post: string
    readonly roles: readonly string[]
  }
  readonly peers: readonly { readonly id: string; readonly peer: Peer; readonly revoked: boolean }[]
  readonly settings: Readonly<Record<string, unknown>>
}

/** One channel on the journal health page. */
export type ChannelHealth = {
  readonly channel: string
  readonly own: boolean
  readonly office: string
  readonly entries: number
  readonly head: string
  readonly waiting: number
  readonly held: readonly { readonly seq: number; readonly reason: string; readonly kind: string | null }[]
  readonly exported: number | null
  readonly acknowledged: number | null
  readonly chain: 'unchecked' | 'whole' | 'broken'
}

/** One backup as its manifest names it; `name` is that of its folder. */
export type BackupRow = {
  readonly name: string
  readonly folder: string
  readonly office: string
  readonly at: string
  readonly bytes: number
  readonly scans: number
}

/** The backups in a place, newest first. `due`: the daily one of today is still to be made. */
export type BackupListing = {
  readonly folder: string | null
  /** False where the folder cannot be seen: a stick that is not plugged in. */
  readonly there: boolean
  readonly daily: boolean
  readonly due: boolean
  readonly backups: readonly BackupRow[]
}

/** The journal health page. */
export type JournalHealth = {
  readonly office: string
  readonly device: string
  readonly channels: readonly ChannelHealth[]
  readonly entries: Readonly<Record<string, number>>
  readonly tables: 'equal' | 'different' | 'unchecked'
}
