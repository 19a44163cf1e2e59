/**
 * Offices for the bench: the real core over real files, founded and paired through its port, with the scrypt cost of a
 * real vault. Nothing here is measured.
 */
import { join } from 'node:path'
import { openWithPassphrase } from '../../electron/vault/vault.ts'
import { createCore, type Core } from '../../electron/core.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import type { Surroundings } from '../../electron/office/workplace.ts'
import { pathsOf } from '../../electron/paths.ts'

/** The passphrase of every office of the bench. */
export const PASSPHRASE = 'mật khẩu của bài đo tốc độ'

/** The day all offices live in. */
export const TODAY = '2024-06-03'

/** A data folder with its marks, and the clock of the bench. */
export function surroundingsOf(folder: string): Surroundings {
  return {
    disk: nodeDisk,
    paths: pathsOf(join(folder, 'data'), join(folder, 'marks')),
    clock: { at: () => `${TODAY}T01:00:00Z`, today: () => TODAY },
  }
}

/** A core over an office's folder, locked. */
export function coreIn(folder: string): Core {
  return createCore(surroundingsOf(folder))
}

/** A core over an office's folder, unlocked. */
export async function unlocked(folder: string): Promise<Core> {
  const core = coreIn(folder)
  await must(core.call('session.unlock', { passphrase: PASSPHRASE }))
  return core
}

/** Founds an office and leaves it locked. @returns its id */
export async function found(folder: string, code: string, capacity: 'proposes' | 'decides'): Promise<string> {
  const core = coreIn(folder)
  const profile = {
    name: `Đảng ủy ${code}`,
    code,
    place: 'Kim Bảng',
    decidingBody: 'Ban Thường vụ Đảng ủy',
    capacities: [{ capacity, from: '2020-01-01' }],
  }
  const user = { login: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' }
  const founded = await must<{ office: string }>(core.call('office.setUp', { profile, user, passphrase: PASSPHRASE }))
  core.close()
  return founded.office
}

/** Pairs two unlocked offices, each comparing the digits of the other's card. */
export async function pair(lower: Core, upper: Core): Promise<void> {
  const mine = await must<{ card: string; digits: string }>(lower.call('pairing.card', {}))
  const theirs = await must<{ card: string; digits: string }>(upper.call('pairing.card', {}))
  await must(upper.call('pairing.accept', { ...only(mine), relation: 'subordinate' }))
  await must(lower.call('pairing.accept', { ...only(theirs), relation: 'superior' }))
}

/** The key of an office's store and its user, for work beside the core. */
export async function wayIn(folder: string): Promise<{ readonly storeKey: Buffer; readonly userId: string }> {
  const opened = await openWithPassphrase({ disk: nodeDisk, folder: join(folder, 'data') }, undefined, PASSPHRASE)
  if (!opened.ok) throw new Error(`the vault did not open: ${opened.error.code}`)
  return opened.value
}

/** The value of a call that must succeed. */
export async function must<T = unknown>(answer: ReturnType<Core['call']>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value as T
}

function only({ card, digits }: { readonly card: string; readonly digits: string }) {
  return { card, digits }
}
