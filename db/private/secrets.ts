/**
 * Keys and ids that live in the encrypted store and nowhere else: office keys, scan keys, this device's id and identity.
 */
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** Names of the secrets. */
export type SecretName = 'office' | 'scans' | 'device' | 'deviceIdentity'

/** A secret as JSON, or null. */
export function readSecret(db: ReadDb, name: SecretName): unknown {
  const row = prepared<{ value: Uint8Array }>(db, 'SELECT value FROM secrets WHERE name = ?').get(name)
  return row === undefined ? null : (JSON.parse(Buffer.from(row.value).toString('utf8')) as unknown)
}

/** Keeps a secret, in place of the one of that name. */
export function writeSecret(db: WriteDb, name: SecretName, value: unknown): void {
  prepared(
    db,
    'INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, Buffer.from(JSON.stringify(value), 'utf8'))
}
