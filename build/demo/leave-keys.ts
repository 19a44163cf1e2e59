/**
 * The keys of the demo's offices as files for age and minisign, so that anyone can open the sets by hand. Only a demo does
 * this: in an office the keys never leave the encrypted store unprotected.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicKeyFile } from '../../electron/bundle/minisign.ts'
import { unlock } from '../../electron/office/session.ts'
import type { DemoOffice } from './world.ts'

/** Writes `keys/<code>.agekey` and `keys/<code>.pub`. The office's core must be closed: this opens the store itself. */
export async function leaveKeys(out: string, { plan, surroundings }: DemoOffice): Promise<void> {
  const opened = await unlock(surroundings, undefined, plan.passphrase)
  if (!opened.ok) throw new Error(`${plan.name} does not open: ${opened.error.code}`)
  const { keys } = opened.value
  opened.value.close()
  const folder = join(out, 'keys')
  mkdirSync(folder, { recursive: true })
  const identities = keys.identities.map((identity) => `${identity}\n`).join('')
  writeFileSync(join(folder, `${plan.code}.agekey`), `# ${plan.code}, demo only\n${identities}`, { mode: 0o600 })
  writeFileSync(join(folder, `${plan.code}.pub`), publicKeyFile(keys.signKey))
}
