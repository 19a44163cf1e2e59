/**
 * Every reason a call may be refused, as data. The sentences are in shared/words/vi.ts, which does not compile while a
 * code is missing there. A refusal is decided before the first write; a failure after it throws and rolls back.
 */
import { trusted } from '../base/trust.ts'

import type { HolidayTableProblem } from '../calendar/holidays.ts'
import type { BundleError } from '../bundle/bundle-errors.ts'
import type { TooMuch } from '../model/snapshot.ts'

/** A problem of one input field: where, and what is wrong (a code of shared/words). */
export type FieldProblem = { readonly path: string; readonly problem: string }

/**
 * Entries another office's computer wrote that a recovery had to leave out: no list which that office signed is here
 * ('missing'), what it signed is not what is held ('differs'), or too many lines were left out since ('tooMany').
 */
export type Unproven = {
  readonly device: string
  readonly entries: number
  readonly why: 'missing' | 'differs' | 'tooMany'
}

/** A finding that stands in the way of the next paper. */
export type BlockingFinding = {
  /** What a lift names: the code, or the code with the paper or day it is about. */
  readonly id: string
  readonly code: string
  readonly article: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The data of refusals decided by the program itself. */
export type DecisionData = {
  readonly UNKNOWN_NAME: { readonly name: string }
  readonly INVALID_INPUT: { readonly problems: readonly FieldProblem[] }
  readonly NOT_SET_UP: Record<string, never>
  readonly ALREADY_SET_UP: Record<string, never>
  readonly LOCKED: Record<string, never>
  readonly BUSY: { readonly job: string }
  readonly CANCELLED: Record<string, never>
  readonly FORBIDDEN_ROLE: { readonly roles: readonly string[] }
  readonly FORBIDDEN_CAPACITY: { readonly capacity: string }
  readonly CALL_REUSED: { readonly name: string }
  readonly NOT_FOUND: { readonly what: string; readonly id: string }
  readonly LOGIN_TAKEN: { readonly login: string }
  readonly LAST_ADMINISTRATOR: Record<string, never>
  readonly UNIT_NOT_KEPT_HERE: { readonly unit: string; readonly keeper: string }
  readonly UNIT_CLOSED: { readonly unit: string; readonly to: string }
  readonly CASE_NOT_KEPT_HERE: { readonly name: string; readonly keeper: string }
  readonly CASE_ENDED: { readonly name: string; readonly stage: string }
  readonly IDENTITY_NUMBER_TAKEN: { readonly number: string; readonly name: string; readonly case: string }
  readonly IMPOSSIBLE: { readonly what: string; readonly data: Readonly<Record<string, unknown>> }
  readonly BLOCKED: { readonly step: string; readonly findings: readonly BlockingFinding[] }
  readonly NOT_SUBMITTED: { readonly name: string }
  readonly ALREADY_SUBMITTED: { readonly name: string; readonly date: string }
  /** Of somebody who cannot be taken off the list any more. */
  readonly SENT_UP: { readonly name: string; readonly date: string }
  readonly ALREADY_ANSWERED: { readonly name: string; readonly what: string; readonly date: string }
  readonly ALREADY_DECIDED: { readonly name: string; readonly number: string; readonly date: string }
  readonly NO_DECISION: { readonly name: string }
  readonly NOT_ADMITTED: { readonly name: string }
  readonly NOT_IN_PROBATION: { readonly name: string }
  readonly NOT_RECOGNISED: { readonly name: string }
  readonly ALREADY_RECORDED: { readonly what: string; readonly date: string }
  readonly NUMBER_TAKEN: { readonly number: string; readonly name: string }
  readonly REVIEWER_UNFIT: { readonly name: string }
  readonly IN_OTHER_MEETING: { readonly name: string; readonly date: string }
  readonly NOT_IN_MEETING: { readonly name: string; readonly date: string }
  readonly MEETING_CANCELLED: { readonly date: string }
  readonly MEETING_VOTED: { readonly name: string }
  readonly NO_VOTES: { readonly name: string }
  readonly NOT_VOTED: { readonly name: string; readonly why: 'none' | 'postponed' }
  readonly NOT_IN_UNIT: { readonly name: string; readonly unit: string }
  readonly VOTE_NOT_SHORT: { readonly name: string; readonly body: 'branch' | 'committee' }
  readonly LIMIT_FIXED: { readonly limit: string }
  readonly NOT_REFUSED: { readonly name: string }
  readonly NOT_DECIDER: { readonly unit: string }
  readonly PAPER_UNKNOWN: { readonly paper: string }
  readonly PAPER_KEPT_OUTSIDE: { readonly paper: string }
  readonly TOO_MANY_PAPERS: { readonly name: string; readonly most: number }
  /** Of something there is more than a case that is sent or handed over by value holds. */
  readonly CASE_TOO_LARGE: { readonly name: string } & TooMuch
  /** A set that needs what this build lacks; `needs` names it. */
  readonly RULE_SET_UNREADABLE: { readonly name: string; readonly needs: string }
  readonly RULE_ADDRESS_UNKNOWN: { readonly set: string; readonly address: string }
  readonly RULE_VALUE_UNFIT: { readonly set: string; readonly address: string }
  readonly HOLIDAYS_UNFIT: { readonly year: number; readonly problem: HolidayTableProblem }
  readonly NOTHING_CHANGED: Record<string, never>
  readonly NOT_RETRACTABLE: { readonly why: 'kind' | 'namedByOther' | 'decided' | 'notOurs' | 'already' | 'inUse' }
  readonly NOT_ERASABLE: {
    readonly name: string
    readonly why: 'admitted' | 'submitted' | 'goesOn' | 'keptElsewhere'
  }
  readonly NOTHING_TO_ERASE: Record<string, never>
  readonly MOVE_NEEDS_SUPERIOR: Record<string, never>
  readonly UNIT_NOT_ELSEWHERE: { readonly unit: string }
  readonly ALREADY_KEPT_THERE: { readonly name: string; readonly keeper: string }
  readonly SNAPSHOT_NEEDED: { readonly name: string; readonly keeper: string }
  /** Its keeper has recorded more since it proposed to give the case away. */
  readonly PROPOSAL_OUTDATED: { readonly name: string; readonly keeper: string }
  readonly DOSSIER_OPEN: { readonly name: string }
  /** Fields that stand in two versions, of the first such case; `others`: how many more cases have any. */
  readonly CONFLICT_OPEN: { readonly name: string; readonly fields: readonly string[]; readonly others: number }
  /** `settles`: of the choice between two versions; otherwise of a change to what was sent. */
  readonly REASON_NEEDED: { readonly settles?: true }
  readonly PEER_IS_SELF: Record<string, never>
  readonly CARD_UNREADABLE: Record<string, never>
  /** Its keys were renewed, and it does not show how they go back to the first one. `name`: whose it says it is. */
  readonly CARD_WITHOUT_PROOF: { readonly name: string }
  readonly CARD_DIGITS_DIFFER: Record<string, never>
  readonly CARD_CODE_TAKEN: { readonly code: string; readonly name: string }
  readonly CARD_REVOKED: { readonly name: string }
  readonly RECOVERY_UNPROVEN: { readonly channel: string; readonly name: string }
  /** Entries of an office are held, but of none of them there is a signature of that office here. */
  readonly RECOVERY_NO_PROOF: { readonly name: string; readonly unproven: readonly Unproven[] }
  /** No line of ours is missing that another computer or office speaks of. */
  readonly NO_LINES_LOST: Record<string, never>
  /** `name`: of the device that speaks with other offices; null where it is not known here. */
  readonly NOT_EXCHANGE_DEVICE: { readonly name: string | null }
  readonly DEVICE_DIGITS_DIFFER: Record<string, never>
  readonly DEVICE_CARD_UNREADABLE: Record<string, never>
  readonly DEVICE_IS_SELF: Record<string, never>
  readonly DEVICE_UNKNOWN: Record<string, never>
  /** `names`: of all computers that no set can be sealed to yet. */
  readonly DEVICE_NOT_READY: { readonly names: readonly string[] }
  readonly DEVICE_REMOVED: { readonly name: string }
  /** `here`: this device lacks the office's new keys; else the one that wrote the set does. */
  readonly DEVICE_KEYS_OLD: { readonly here: boolean }
  readonly DEVICE_NOT_ASKED: Record<string, never>
  /** Another one than this computer's card was made with. */
  readonly DEVICE_PASSPHRASE_DIFFERS: Record<string, never>
  readonly DEVICE_NEEDS_ADMINISTRATOR: { readonly login: string }
  readonly ENROLMENT_NOT_FOUND: Record<string, never>
  readonly NOT_A_SUCCESSOR: { readonly name: string | null }
  readonly PEER_REVOKED: { readonly name: string }
  readonly PEER_SET_UNKNOWN: { readonly name: string }
  readonly PEER_UNKNOWN: { readonly office: string }
  readonly NOTHING_TO_EXPORT: { readonly name: string }
  /** Of an office none of whose lines are held here. */
  readonly NOTHING_TO_GIVE_BACK: { readonly name: string }
  /** `isPartial`: there was more than was looked at. */
  readonly NO_SETS: { readonly folder: string; readonly others: number; readonly isPartial: boolean }
  readonly FOLDER_MISSING: { readonly folder: string }
  readonly FOLDER_NOT_EMPTY: { readonly folder: string }
  readonly SECRET_IN_ARGUMENT: Record<string, never>
  readonly PATH_NOT_CHOSEN: Record<string, never>
  readonly NO_PRINTER: Record<string, never>
  /** The stand-in found no program of the system that can ask for a file. */
  readonly NO_DIALOG: Record<string, never>
  readonly PRINT_FAILED: { readonly reason: string }
  readonly NOT_A_PDF: Record<string, never>
  readonly DOCUMENT_INCOMPLETE: { readonly missing: readonly { readonly code: string; readonly label: string }[] }
  readonly ROW_REFUSED: { readonly row: number; readonly name: string; readonly reason: Refusal }
  readonly ROWS_ALIKE: { readonly rows: readonly [number, number]; readonly number: string }
  readonly CLASS_FULL: { readonly name: string; readonly places: number; readonly seats: number }
  readonly CLASS_NOT_OURS: { readonly name: string; readonly office: string }
  readonly NOT_ON_ROSTER: { readonly name: string; readonly class: string }
  readonly ALREADY_ON_ROSTER: { readonly name: string; readonly class: string }
  readonly CLASS_ENDED_FOR: { readonly name: string; readonly class: string }
  readonly NO_CERTIFICATE: { readonly name: string }
  readonly CERTIFICATE_TAKEN: { readonly number: string; readonly name: string }
  readonly CERTIFICATE_TWICE: { readonly rows: readonly [number, number]; readonly number: string }
  readonly NO_TRAINER: Record<string, never>
  readonly SHEET_UNREADABLE: { readonly why: 'tooLarge' | 'notXlsx' | 'damaged' | 'empty' | 'noHeader' }
  readonly NOT_A_PUPIL: { readonly name: string }
  readonly NOT_BELOW: { readonly name: string }
  readonly TARGET_BELOW_RESULT: { readonly year: number; readonly number: number; readonly admitted: number }
  readonly RECORDED_ELSEWHERE: { readonly name: string; readonly office: string }
  readonly CONSENT_NEEDED: { readonly name: string }
  readonly INSPECTION_ELSEWHERE: { readonly name: string }
  readonly NOTHING_TO_MEND: { readonly topic: string; readonly mended: boolean }
  readonly RATING_LEVEL_UNKNOWN: { readonly level: string }
  readonly YEAR_TO_COME: { readonly year: number }
  readonly LATER_WORK: { readonly name: string; readonly why: 'sent' | 'recorded' }
}

/** A failure of the disk: what it means, where, and the system's own code for the technical log. */
export type DiskTrouble = {
  readonly code: string
  readonly operation: string
  readonly path: string
  readonly errno: string
}

type Nothing = Record<string, never>

/** Failures of the rooms below, by their codes: vault, scans, disk, place, store, backup. */
export type FailureData = {
  readonly VAULT_MISSING: Nothing
  readonly VAULT_DAMAGED: Nothing
  readonly VAULT_NEWER: { readonly version: number }
  readonly VAULT_EXISTS: Nothing
  readonly VAULT_TAMPERED: Nothing
  readonly VAULT_WRONG_PASSPHRASE: Nothing
  readonly VAULT_WRONG_SHEET: Nothing
  readonly VAULT_WAIT: { readonly seconds: number; readonly secret: 'passphrase' | 'sheet' }
  readonly VAULT_NO_SHEET: Nothing
  readonly VAULT_LOGIN_NEEDED: { readonly logins: readonly string[] }
  readonly VAULT_LOGIN_UNKNOWN: { readonly login: string }
  readonly VAULT_LOGIN_TAKEN: { readonly login: string }
  readonly VAULT_LOGIN_BAD: { readonly longest: number }
  readonly VAULT_USER_UNKNOWN: { readonly userId: string }
  readonly VAULT_USER_EXISTS: { readonly userId: string }
  readonly VAULT_LAST_USER: Nothing
  readonly VAULT_KEY_CHANGE_PENDING: Nothing
  readonly VAULT_DISK: { readonly disk: DiskTrouble }
  readonly PASSPHRASE_TOO_SHORT: { readonly length: number; readonly shortest: number }
  readonly PASSPHRASE_IS_LOGIN: Nothing
  readonly PASSPHRASE_ONE_CHARACTER: Nothing
  readonly SHEET_LENGTH: { readonly digits: number; readonly needed: number }
  readonly SHEET_GROUP: { readonly groups: readonly number[] }
  readonly SHEET_CHARACTER: { readonly character: string }
  readonly SCAN_EMPTY: Nothing
  readonly SCAN_TOO_LARGE: { readonly bytes: number; readonly limit: number }
  readonly SCAN_TOO_MANY_PIXELS: { readonly width: number; readonly height: number; readonly limit: number }
  readonly SCAN_UNKNOWN_TYPE: Nothing
  readonly SCAN_NOT_WHAT_NAME_SAYS: { readonly claimed: string; readonly found: string }
  readonly SCAN_DAMAGED: { readonly found: string }
  readonly SCAN_SOURCE_UNREADABLE: { readonly disk: DiskTrouble }
  readonly SCAN_MISSING: { readonly sha256: string }
  readonly SCAN_CHANGED: { readonly sha256: string }
  readonly SCAN_UNREADABLE: { readonly sha256: string }
  readonly SCAN_HASH: { readonly expected: string; readonly found: string }
  readonly SCAN_CANCELLED: Nothing
  readonly SCAN_DISK_FULL: { readonly disk: DiskTrouble }
  readonly SCAN_DISK_FAILED: { readonly disk: DiskTrouble }
  readonly DISK_FULL: Omit<DiskTrouble, 'code'>
  readonly DISK_TOO_BIG: Omit<DiskTrouble, 'code'>
  readonly DISK_READ_ONLY: Omit<DiskTrouble, 'code'>
  readonly DISK_HELD: Omit<DiskTrouble, 'code'>
  readonly DISK_GONE: Omit<DiskTrouble, 'code'>
  readonly DISK_MISSING: Omit<DiskTrouble, 'code'>
  readonly DISK_OTHER: Omit<DiskTrouble, 'code'>
  readonly PLACE_NETWORK: { readonly path: string; readonly fileSystem: string }
  readonly PLACE_CLOUD: { readonly path: string; readonly service: string }
  readonly PLACE_REMOVABLE: { readonly path: string; readonly mountedAt: string; readonly why: string }
  readonly STORE_MISSING: Nothing
  readonly STORE_IN_USE: Nothing
  readonly STORE_NEWER: { readonly found: number; readonly known: number }
  readonly STORE_CANNOT_OPEN: { readonly reason: string }
  readonly STORE_DAMAGED: Nothing
  readonly STORE_NOT_OURS: Nothing
  readonly STORE_SETTING_REFUSED: { readonly setting: string; readonly found: string }
  readonly STORE_MIGRATIONS_DIFFER: { readonly at: number }
  readonly STORE_MIGRATION_FAILED: { readonly id: number; readonly name: string; readonly reason: string }
  readonly STORE_FULL: Nothing
  readonly BACKUP_NOT_FOUND: { readonly folder: string }
  readonly BACKUP_DAMAGED: { readonly file: string }
  /** Whole, but not under the key of the office that is open: another office's, or from before the key was changed. */
  readonly BACKUP_OTHER_KEY: { readonly office: string; readonly at: string }
}

type BundleData = { readonly [Error in BundleError as Error['code']]: Omit<Error, 'code'> }

/** The data of every refusal that can cross the port. */
export type RefusalData = DecisionData & FailureData & BundleData

/** The code of a refusal. */
export type RefusalCode = keyof RefusalData

/** A refusal: its code and the data its sentence needs. */
export type Refusal = { [Code in RefusalCode]: { readonly code: Code; readonly data: RefusalData[Code] } }[RefusalCode]

/** Makes a refusal. */
export function refusal<Code extends RefusalCode>(code: Code, data: RefusalData[Code]): Refusal {
  return trusted<Refusal>({ code, data })
}
