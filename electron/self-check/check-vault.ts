/**
 * A vault made, opened and refused in a throwaway folder, with the cost that real vaults have: shows that the computer's
 * own crypto works, and how long unlocking takes here.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import type { Disk } from '../disk/disk.ts'
import { refuse } from '../refuse.ts'
import { createVault, openWithPassphrase } from '../vault/vault.ts'
import { bad, type Finding } from './finding.ts'

/** Unlocking that takes longer than this many milliseconds is worth a word. */
const SLOW = 5000

/** Writes a vault and reads it back. @throws DiskError */
export async function checkVault(disk: Disk, temporary: string): Promise<Finding> {
  const place = { disk, folder: join(temporary, 'vault') }
  const passphrase = randomBytes(16).toString('hex')
  const user = { userId: randomUUID(), login: 'kiem-tra', passphrase, at: systemClock.at(), device: 'kiem-tra' }
  const made = await createVault(place, user)
  if (!made.ok) return bad(refuse(made.error))
  const begun = performance.now()
  const opened = await openWithPassphrase(place, user.login, passphrase)
  const ms = Math.round(performance.now() - begun)
  if (!opened.ok) return bad(refuse(opened.error))
  const isSame = opened.value.storeKey.equals(made.value.storeKey)
  const wrong = await openWithPassphrase(place, user.login, `${passphrase}0`)
  if (!isSame || wrong.ok) return bad(refuse({ code: 'VAULT_DAMAGED' }))
  return { state: ms > SLOW ? 'warning' : 'good', facts: { ms } }
}
