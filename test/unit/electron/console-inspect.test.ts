/**
 * The console as a verifier of its own, run as a program: a script tells by the exit code alone whether what lies on a stick
 * can be relied on, with an office and without.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { printLabel } from '../../../shared/bundle/label.ts'
import type { Inspection } from '../../../shared/contract/exchange.ts'
import { sha256 } from '../../support/bundle-kit.ts'
import { addBranch, communeAndDistrict, exportTo, register } from '../../support/journey.ts'
import { PASSPHRASE } from '../../support/office.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../../support/temporary-folder.ts'
import { root as repository } from '../../support/workbench.ts'

// Whole offices over real files, and a program each time.
vi.setConfig({ testTimeout: 60_000 })

const shared = temporaryFolderOfFile()
let made: ReturnType<typeof makeStick> | null = null

/** The stick with one set, made once: nobody writes on it. */
function stickForDistrict() {
  return (made ??= makeStick(shared, 1))
}

/** A stick with sets of several parts, and how the console is told of the office it is for. */
async function makeStick(root: string, sets: number) {
  const { commune, district, stick } = await communeAndDistrict(root, { partBytes: 1000 })
  await register(commune, await addBranch(commune))
  for (let set = 0; set < sets; set += 1) await exportTo(commune, stick, district)
  for (const office of [commune, district]) await office.do('session.lock')
  const secret = join(root, 'passphrase')
  writeFileSync(secret, `${PASSPHRASE}\n`)
  const { data, marks } = district.paths
  const locked = ['--data', data, '--marks', marks]
  return { root, stick, from: commune.id, locked, vault: [...locked, '--passphrase-file', secret] }
}

/** Runs the console on a folder, in an empty folder of its own. */
function inspect(folder: string, options: readonly string[] = []) {
  const place = temporaryFolder()
  const ran = spawnSync(
    process.execPath,
    [join(repository, 'electron/console.ts'), ...options, 'bundle.inspect', JSON.stringify({ folder })],
    { cwd: place, encoding: 'utf8', env: { ...process.env, XDG_STATE_HOME: place, LOCALAPPDATA: place } },
  )
  // Whoever only verifies leaves nothing behind.
  expect(readdirSync(place)).toEqual([])
  return { code: ran.status, seen: JSON.parse(ran.stdout) as Inspection & { readonly code?: string } }
}

/** A copy of a stick with some file of it changed, or left out. */
function copied(stick: string, change: (file: string, bytes: Buffer) => Buffer | null): string {
  const folder = temporaryFolder()
  for (const file of readdirSync(stick, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const bytes = change(file.name, readFileSync(join(file.parentPath, file.name)))
    if (bytes !== null) writeFileSync(join(folder, file.name), bytes)
  }
  return folder
}

const flipped = (bytes: Buffer) => {
  const other = Buffer.from(bytes)
  other.writeUInt8(other.readUInt8(200) ^ 1, 200)
  return other
}
const isPart = (name: string, number: string) => name.endsWith(`.tar.age.${number}`)

const damagedOf = (stick: string) => copied(stick, (name, bytes) => (isPart(name, '002') ? flipped(bytes) : bytes))

test('a good set: 0, without an office, with a locked one, and with the vault of whom it is for', async () => {
  const { stick, from, locked, vault } = await stickForDistrict()
  const unread = { code: 0, seen: { labels: [{ refusal: null }], sets: null } }
  expect(inspect(stick)).toMatchObject(unread)
  expect(inspect(stick, locked)).toMatchObject(unread)
  expect(inspect(stick, vault)).toMatchObject({ code: 0, seen: { sets: [{ outcome: 'ready', from }] } })
})

test('a damaged set: 3, without a vault and with one', async () => {
  const { stick, vault } = await stickForDistrict()
  const damaged = damagedOf(stick)
  expect(inspect(damaged)).toMatchObject({ code: 3, seen: { labels: [{ refusal: { code: 'B_DAMAGED' } }] } })
  expect(inspect(damaged, vault)).toMatchObject({ code: 3, seen: { sets: [{ outcome: 'refused' }] } })
})

test('a set of which a part is missing, and parts without their label: 3', async () => {
  const { stick } = await stickForDistrict()
  const incomplete = copied(stick, (name, bytes) => (isPart(name, '002') ? null : bytes))
  expect(inspect(incomplete)).toMatchObject({ code: 3, seen: { labels: [{ refusal: { code: 'B_PART_MISSING' } }] } })
  const unlabelled = inspect(copied(stick, (name, bytes) => (name.endsWith('.sha256') ? null : bytes)))
  expect(unlabelled).toMatchObject({ code: 3, seen: { labels: [] } })
  expect(unlabelled.seen.faults.length).toBeGreaterThan(0)
})

test('a set that only its label calls whole: 0 for whoever carries it, 3 for the vault it is for', async () => {
  const { stick, vault } = await stickForDistrict()
  const damaged = damagedOf(stick)
  const names = readdirSync(damaged).toSorted()
  const parts = names.filter((name) => !name.endsWith('.sha256'))
  const label = printLabel(parts.map((name) => ({ name, sha256: sha256(readFileSync(join(damaged, name))) })))
  writeFileSync(join(damaged, names.find((name) => name.endsWith('.sha256')) ?? ''), label)
  expect(inspect(damaged)).toMatchObject({ code: 0, seen: { labels: [{ refusal: null }] } })
  expect(inspect(damaged, vault)).toMatchObject({ code: 3, seen: { sets: [{ outcome: 'refused' }] } })
})

test('no set at all: 4, with a vault or without; a good set beside a damaged one: 3', async () => {
  const { stick, vault } = await makeStick(temporaryFolder(), 2)
  const empty = temporaryFolder()
  for (const options of [[], vault])
    expect(inspect(empty, options)).toMatchObject({ code: 4, seen: { labels: [], faults: [] } })
  const [one = ''] = readdirSync(stick).filter((name) => isPart(name, '002'))
  const both = inspect(copied(stick, (name, bytes) => (name === one ? flipped(bytes) : bytes)))
  expect(both.code).toBe(3)
  expect(new Set(both.seen.labels.map(({ refusal }) => refusal?.code))).toEqual(new Set(['B_DAMAGED', undefined]))
  expect(inspect(stick).code).toBe(0)
})

test('a folder that is not there is refused like any call: 1; so is a passphrase that does not fit', async () => {
  const { root, stick, locked } = await stickForDistrict()
  expect(inspect(join(root, 'none'))).toMatchObject({ code: 1, seen: { code: 'B_STICK_GONE' } })
  const wrong = join(root, 'wrong')
  writeFileSync(wrong, 'không phải mật khẩu\n')
  const options = [...locked, '--passphrase-file', wrong]
  expect(inspect(stick, options)).toMatchObject({ code: 1, seen: { code: 'VAULT_WRONG_PASSPHRASE' } })
})
