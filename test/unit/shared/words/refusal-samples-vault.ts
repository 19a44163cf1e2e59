/**
 * Samples of the refusals of the vault: passphrases, the recovery sheet, the files that hold the ways in.
 */
import type { RefusalData } from '../../../../shared/contract/refusals.ts'
import type { VaultCode } from '../../../../shared/words/refusals-vault.ts'
import type { Samples } from './refusal-samples.ts'

const USER = 'a1'.repeat(32)

/** Samples by code. */
export const VAULT_REFUSALS: Samples<Pick<RefusalData, VaultCode>> = {
  VAULT_MISSING: [{}],
  VAULT_DAMAGED: [{}],
  VAULT_NEWER: [{ version: 2 }],
  VAULT_EXISTS: [{}],
  VAULT_TAMPERED: [{}],
  VAULT_WRONG_PASSPHRASE: [{}],
  VAULT_WRONG_SHEET: [{}],
  VAULT_WAIT: [
    { seconds: 30, secret: 'passphrase' },
    { seconds: 300, secret: 'sheet' },
  ],
  VAULT_NO_SHEET: [{}],
  VAULT_LOGIN_NEEDED: [{ logins: ['hoa', 'bình'] }],
  VAULT_LOGIN_UNKNOWN: [{ login: 'hoa' }],
  VAULT_LOGIN_TAKEN: [{ login: 'hoa' }],
  VAULT_LOGIN_BAD: [{ longest: 60 }],
  VAULT_USER_UNKNOWN: [{ userId: USER }],
  VAULT_USER_EXISTS: [{ userId: USER }],
  VAULT_LAST_USER: [{}],
  VAULT_KEY_CHANGE_PENDING: [{}],
  VAULT_DISK: [{ disk: { code: 'DISK_GONE', operation: 'read', path: 'E:\\KetNap\\đơn.pdf', errno: 'EIO' } }],
  PASSPHRASE_TOO_SHORT: [{ length: 7, shortest: 10 }],
  PASSPHRASE_IS_LOGIN: [{}],
  PASSPHRASE_ONE_CHARACTER: [{}],
  SHEET_LENGTH: [{ digits: 47, needed: 48 }],
  SHEET_GROUP: [{ groups: [3] }, { groups: [1, 3, 8] }],
  SHEET_CHARACTER: [{ character: 'O' }],
}
