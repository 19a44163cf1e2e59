/** The first start, unlocking, and everything that can be wrong with the files of an office. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { rekeyStore } from '../../../db/copy.ts'
import { openStore } from '../../../db/open.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { pathsOf, type Paths } from '../../../electron/paths.ts'
import { replaceStoreKey } from '../../../electron/vault/vault-changes.ts'
import { turnBit } from '../../support/harmed-files.ts'
import { addBranch, foundCommune, register } from '../../support/journey.ts'
import { COST, coreAt, PASSPHRASE, succeed } from '../../support/office.ts'
import { pictureOf, storeKeyOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const SET_UP = {
  profile: { name: 'Đảng ủy xã', code: 'xa', capacities: [{ capacity: 'proposes', from: '2020-01-01' }] },
  user: { login: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
  passphrase: PASSPHRASE,
}
const UNLOCK = { passphrase: PASSPHRASE }

test('before the first start there is nothing, after it the unlock page knows the office and its users', async () => {
  const core = coreAt(pathsIn(temporaryFolder()), { today: '2024-01-02' })
  expect(await core.call('vault.describe', {})).toMatchObject({ ok: true, value: { exists: false } })
  expect(await core.call('session.unlock', UNLOCK)).toEqual(no('VAULT_MISSING'))
  expect(await core.call('office.get', {})).toEqual(no('LOCKED'))
  const founded = await succeed<{ sheet: string[]; office: string; device: string }>(core.call('office.setUp', SET_UP))
  expect(founded.sheet).toHaveLength(8)
  for (const group of founded.sheet) expect(group).toMatch(/^\d{6}$/)
  expect(await core.call('vault.describe', {})).toMatchObject({
    ok: true,
    value: { exists: true, officeLabel: 'Đảng ủy xã', device: founded.device, logins: ['vanthu'], hasSheet: true },
  })
  expect(await core.call('session.unlock', UNLOCK)).toMatchObject({
    ok: true,
    value: { name: 'Trần Thị Hồng Nhung', device: founded.device, becameNewDevice: false },
  })
  expect(await core.call('office.get', {})).toMatchObject({ ok: true, value: { office: founded.office } })
})

test('setting up again is refused, and the printed recovery sheet still opens', async () => {
  const office = await foundCommune(temporaryFolder())
  expect(await office.refused('office.setUp', SET_UP)).toEqual({ code: 'ALREADY_SET_UP', data: {} })
  await office.do('session.lock')
  expect(await office.refused('office.setUp', SET_UP)).toEqual({ code: 'ALREADY_SET_UP', data: {} })
  await office.do('vault.resetPassphrase', { sheet: office.sheet.join(' '), login: 'vanthu', passphrase: PASSPHRASE })
})

test('a first start interrupted before the office was founded is simply done again', async () => {
  const paths = pathsIn(temporaryFolder())
  const core = coreAt(paths, { today: '2024-01-02' })
  await succeed(core.call('office.setUp', SET_UP))
  for (const name of ['store.db', 'lock.db']) rmSync(join(paths.data, name), { force: true })
  const again = await succeed<{ sheet: string[] }>(core.call('office.setUp', SET_UP))
  expect(await core.call('session.unlock', UNLOCK)).toMatchObject({
    ok: true,
    value: { roles: ['administrator', 'clerk', 'secretary'] },
  })
  const reset = { sheet: again.sheet.join('-'), login: 'vanthu', passphrase: 'một mật khẩu khác' }
  expect(await core.call('vault.resetPassphrase', reset)).toEqual({ ok: true, value: { login: 'vanthu' } })
})

test('a store whose vault is gone is not set up anew', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('session.lock')
  for (const name of ['vault.json', 'vault.copy.json'])
    renameSync(join(office.paths.data, name), join(office.paths.data, `${name}.away`))
  expect(await office.refused('office.setUp', SET_UP)).toEqual({ code: 'VAULT_MISSING', data: {} })
  expect(existsSync(join(office.paths.data, 'vault.json'))).toBe(false)
})

test('a weak passphrase and an unknown rule set are refused before anything is made', async () => {
  const paths = pathsIn(temporaryFolder())
  const core = coreAt(paths, { today: '2024-01-02' })
  expect(await core.call('office.setUp', { ...SET_UP, passphrase: 'ngắn' })).toEqual(
    no('PASSPHRASE_TOO_SHORT', { length: 4, shortest: 10 }),
  )
  expect(await core.call('office.setUp', { ...SET_UP, profile: { ...SET_UP.profile, ruleSet: 'RS-1930' } })).toEqual(
    no('NOT_FOUND', { what: 'ruleSet', id: 'RS-1930' }),
  )
  expect(await core.call('vault.describe', {})).toMatchObject({ ok: true, value: { exists: false } })
})

test('a data folder in a cloud folder is refused, at the first start and when it was moved there later', async () => {
  const root = temporaryFolder()
  const cloud = join(root, 'OneDrive', 'ket-nap')
  const refusal = no('PLACE_CLOUD', { path: cloud, service: 'OneDrive' })
  const core = coreAt(pathsOf(cloud, join(root, 'marks')), { today: '2024-01-02' })
  expect(await core.call('office.setUp', SET_UP)).toEqual(refusal)
  expect(existsSync(cloud)).toBe(false)
  const office = await foundCommune(root)
  await office.do('session.lock')
  mkdirSync(join(root, 'OneDrive'), { recursive: true })
  renameSync(office.paths.data, cloud)
  expect(await core.call('session.unlock', UNLOCK)).toEqual(refusal)
  renameSync(cloud, office.paths.data)
  await office.unlock()
})

test('a wrong passphrase is refused and whoever was in is out', async () => {
  const office = await foundCommune(temporaryFolder())
  expect(await office.refused('session.unlock', { passphrase: 'mật khẩu thử nghiêm' })).toEqual({
    code: 'VAULT_WRONG_PASSPHRASE',
    data: {},
  })
  expect(await office.refused('session.unlock', { login: 'ai-do', passphrase: PASSPHRASE })).toEqual({
    code: 'VAULT_LOGIN_UNKNOWN',
    data: { login: 'ai-do' },
  })
  expect(await office.refused('office.get')).toEqual({ code: 'LOCKED', data: {} })
})

test('a passphrase typed with another keyboard, in decomposed letters, opens', async () => {
  const office = await foundCommune(temporaryFolder())
  expect(PASSPHRASE.normalize('NFD')).not.toBe(PASSPHRASE)
  await office.do('session.unlock', { passphrase: PASSPHRASE.normalize('NFD') })
})

test('one damaged copy of the vault is made good from the other; two are beyond help', async () => {
  const office = await foundCommune(temporaryFolder())
  const [first, second] = ['vault.json', 'vault.copy.json'].map((name) => join(office.paths.data, name))
  if (first === undefined || second === undefined) throw new Error('two files')
  const whole = readFileSync(first)
  for (const file of [first, second]) {
    await office.do('session.lock')
    turnBit(file)
    await office.unlock()
    expect([readFileSync(first), readFileSync(second)]).toEqual([whole, whole])
  }
  await office.do('session.lock')
  turnBit(first)
  turnBit(second)
  expect(await office.refused('session.unlock', UNLOCK)).toEqual({ code: 'VAULT_DAMAGED', data: {} })
  expect(await office.refused('vault.describe')).toEqual({ code: 'VAULT_DAMAGED', data: {} })
  expect(await office.refused('office.setUp', SET_UP)).toMatchObject({ code: 'ALREADY_SET_UP' })
  expect([readFileSync(first), readFileSync(second)]).not.toContainEqual(whole)
})

test('a damaged store is refused wherever the damage lies, and a good copy put back opens', async () => {
  const office = await foundCommune(temporaryFolder())
  await register(office, await addBranch(office))
  await office.do('session.lock')
  const whole = readFileSync(office.paths.store)
  const pages = whole.length / 4096
  const codes: string[] = []
  for (const page of [0, 1, 2, 3, 0.3 * pages, 0.6 * pages, 0.9 * pages].map(Math.floor)) {
    turnBit(office.paths.store, page * 4096 + 100)
    const opened = await office.core.call('session.unlock', UNLOCK)
    const read = opened.ok ? await office.core.call('journal.health', { deep: true }) : opened
    codes.push(read.ok ? 'a page nobody reads' : read.error.code)
    await office.do('session.lock')
    writeFileSync(office.paths.store, whole)
  }
  expect(codes[0]).toBe('STORE_CANNOT_OPEN')
  expect(codes.slice(1)).toContain('STORE_DAMAGED')
  expect(codes.filter((code) => !/^STORE_(CANNOT_OPEN|DAMAGED)$|^a page nobody reads$/.test(code))).toEqual([])
  await office.unlock()
  expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('an empty or missing store is damage, not a new beginning', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('session.lock')
  const whole = readFileSync(office.paths.store)
  writeFileSync(office.paths.store, '')
  expect(await office.refused('session.unlock', UNLOCK)).toEqual({ code: 'STORE_DAMAGED', data: {} })
  rmSync(office.paths.store)
  expect(await office.refused('session.unlock', UNLOCK)).toEqual({ code: 'STORE_MISSING', data: {} })
  writeFileSync(office.paths.store, whole)
  await office.unlock()
})

test('a store of a newer version of the program is left alone', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('session.lock')
  const newer = openStore(office.paths.store, { key: await storeKeyOf(office.paths) })
  if (!newer.ok) throw new Error(newer.error.code)
  const known = Number(newer.value.sqlite.pragma('user_version', { simple: true }))
  newer.value.sqlite.pragma('user_version = 9990')
  newer.value.close()
  const bytes = readFileSync(office.paths.store)
  expect(await office.refused('session.unlock', UNLOCK)).toEqual({
    code: 'STORE_NEWER',
    data: { found: 9990, known },
  })
  expect(readFileSync(office.paths.store)).toEqual(bytes)
})

test('a second program on the same folder is told that it is in use', async () => {
  const office = await foundCommune(temporaryFolder())
  const second = coreAt(office.paths, { today: '2024-01-02' })
  expect(await second.call('session.unlock', UNLOCK)).toEqual(no('STORE_IN_USE'))
  await register(office, await addBranch(office))
  await office.do('session.lock')
  await succeed(second.call('session.unlock', UNLOCK))
  expect(await second.call('candidate.search', {})).toMatchObject({ value: { total: 1 } })
  second.close()
})

test('a change of the store key that is under way elsewhere is not given up because the store is in use', async () => {
  const office = await foundCommune(temporaryFolder())
  await register(office, await addBranch(office))
  await office.do('session.lock')
  const place = { disk: nodeDisk, folder: office.paths.data, cost: COST }
  const storeKey = await storeKeyOf(office.paths)
  const newKey = Buffer.alloc(32, 9)
  // The other program has changed the key of the store, still has it open, and dies before the vault is settled.
  const other = openStore(office.paths.store, { key: storeKey })
  if (!other.ok) throw new Error(other.error.code)
  await expect(
    replaceStoreKey(place, {
      storeKey,
      newKey,
      rekey: async () => {
        rekeyStore(other.value, newKey)
        throw new Error('the power went')
      },
    }),
  ).rejects.toThrow('the power went')
  expect(await office.refused('session.unlock', UNLOCK)).toEqual({ code: 'STORE_IN_USE', data: {} })
  other.value.close()
  await office.unlock()
  expect(await office.do('candidate.search')).toMatchObject({ total: 1 })
})

test('an interrupted change of the store key is settled either way at the next unlock', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  await office.do('session.lock')
  const place = { disk: nodeDisk, folder: office.paths.data, cost: COST }
  const storeKey = await storeKeyOf(office.paths)
  await expect(
    replaceStoreKey(place, {
      storeKey,
      newKey: Buffer.alloc(32, 9),
      rekey: async () => {
        throw new Error('the power went')
      },
    }),
  ).rejects.toThrow('the power went')
  await office.unlock()
  expect(await office.do('candidate.search')).toMatchObject({ rows: [{ case: id }] })
  expect(await storeKeyOf(office.paths)).toEqual(storeKey)
})

test('soon after the folder is opened there is no trace of what a crash left: staged scans and torn files are swept', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('session.lock')
  const before = await pictureOf(office)
  mkdirSync(join(office.paths.data, 'incoming'), { recursive: true })
  mkdirSync(join(office.paths.data, 'scans', 'ab'), { recursive: true })
  writeFileSync(join(office.paths.data, 'incoming', `${'a'.repeat(64)}.00c0ffee.partial`), 'x')
  writeFileSync(join(office.paths.data, 'scans', 'ab', 'c'.repeat(62)), 'x')
  await office.unlock()
  await office.core.tick()
  expect((await pictureOf(office)).files).toEqual(before.files)
})

function pathsIn(root: string): Paths {
  return pathsOf(join(root, 'data'), join(root, 'marks'))
}

function no(code: string, data: object = {}): object {
  return { ok: false, error: { code, data } }
}
