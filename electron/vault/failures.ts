/**
 * Everything the vault refuses, as one union of codes with data; the sentences are in shared/words. None of them ever
 * carries a secret.
 */
import type { DiskFailure } from '../disk/disk.ts'
import type { PassphraseProblem } from '../../shared/text/passphrase.ts'
import type { SheetProblem } from './recovery-sheet.ts'

/**
 * `VAULT_DAMAGED`: neither copy is whole. `VAULT_NEWER`: written by a newer program. `VAULT_TAMPERED`: whole, but not
 * as the holder of the store key left it: it still opens, and is not changed any more; the copy from a backup helps.
 * `VAULT_WAIT`: too many wrong tries; `seconds` to wait before the next one, whole.
 * `VAULT_KEY_CHANGE_PENDING`: a change of the store key was interrupted; `settleStoreKey` ends it.
 */
export type VaultFailure =
  | { readonly code: 'VAULT_MISSING' }
  | { readonly code: 'VAULT_DAMAGED' }
  | { readonly code: 'VAULT_NEWER'; readonly version: number }
  | { readonly code: 'VAULT_EXISTS' }
  | { readonly code: 'VAULT_TAMPERED' }
  | { readonly code: 'VAULT_WRONG_PASSPHRASE' }
  | { readonly code: 'VAULT_WRONG_SHEET' }
  | { readonly code: 'VAULT_WAIT'; readonly seconds: number; readonly secret: 'passphrase' | 'sheet' }
  | { readonly code: 'VAULT_NO_SHEET' }
  | { readonly code: 'VAULT_LOGIN_NEEDED'; readonly logins: readonly string[] }
  | { readonly code: 'VAULT_LOGIN_UNKNOWN'; readonly login: string }
  | { readonly code: 'VAULT_LOGIN_TAKEN'; readonly login: string }
  | { readonly code: 'VAULT_LOGIN_BAD'; readonly longest: number }
  | { readonly code: 'VAULT_USER_UNKNOWN'; readonly userId: string }
  | { readonly code: 'VAULT_USER_EXISTS'; readonly userId: string }
  | { readonly code: 'VAULT_LAST_USER' }
  | { readonly code: 'VAULT_KEY_CHANGE_PENDING' }
  | { readonly code: 'VAULT_DISK'; readonly disk: DiskFailure }
  | PassphraseProblem
  | SheetProblem
