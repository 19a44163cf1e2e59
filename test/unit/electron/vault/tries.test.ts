/** Wrong tries at a way in: how long a person waits, through new starts, broken files, full disks and clocks put back. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Result } from '../../../../shared/base/result.ts'
import { forgetTries, tried, triesFileName, waitsOf } from '../../../../electron/vault/tries.ts'
import {
  createVault,
  describeVault,
  openWithPassphrase,
  openWithRecoverySheet,
} from '../../../../electron/vault/vault.ts'
import { changePassphrase, resetPassphraseWithSheet } from '../../../../electron/vault/vault-changes.ts'
import type { VaultPlace } from '../../../../electron/vault/vault-file.ts'
import type { VaultFailure } from '../../../../electron/vault/failures.ts'
import { createFakeDisk, type FakeDisk } from '../../../support/fake-disk.ts'

const file = `/data/${triesFileName}`
const slot = '11111111-1111-4111-8111-111111111111'
const MINUTE = 60_000

/** A clock the test moves, and a place whose file outlives the program that wrote it. */
function aPlace() {
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') }
  const disk = createFakeDisk()
  disk.plant('/data/vault.json', Buffer.from('{}'))
  const place: VaultPlace = { disk, folder: '/data', now: () => clock.now }
  return { clock, disk, place, wrong: () => tried(place, slot, 'passphrase', async () => undefined) }
}

/** The same folder to a program started anew, which remembers nothing itself. */
function startedAnew({ place, disk }: { readonly place: VaultPlace; readonly disk: FakeDisk }): VaultPlace {
  return { ...place, disk: { ...disk } }
}

function answer(result: Result<unknown, VaultFailure>): string | number {
  if (result.ok) return 'open'
  return result.error.code === 'VAULT_WAIT' ? result.error.seconds : result.error.code
}

const WRONG = 'VAULT_WRONG_PASSPHRASE'

test('four wrong tries cost nothing, the fifth half a minute, and each one after it twice as much up to five minutes', async () => {
  const { clock, wrong } = aPlace()
  const said: (string | number)[] = []
  for (let tries = 1; tries <= 10; tries++) {
    const seconds = answer(await wrong())
    said.push(seconds)
    if (typeof seconds === 'number') clock.now += seconds * 1000
  }
  expect(said).toEqual([WRONG, WRONG, WRONG, WRONG, 30, 60, 120, 240, 300, 300])
})

test('while it waits not even the right secret is tried, by a program started anew neither, and another slot is free', async () => {
  const at = aPlace()
  for (let tries = 1; tries <= 5; tries++) await at.wrong()
  at.clock.now += 10_500
  const anew = startedAnew(at)
  let asked = 0
  const right = async () => {
    asked += 1
    return 'key'
  }
  expect(await tried(anew, slot, 'passphrase', right)).toEqual({
    ok: false,
    error: { code: 'VAULT_WAIT', seconds: 20, secret: 'passphrase' },
  })
  expect(await waitsOf(anew)).toEqual(new Map([[slot, 20]]))
  expect(asked).toBe(0)
  expect(answer(await tried(anew, randomUUID(), 'sheet', right))).toBe('open')
  at.clock.now += 19_500
  expect(await tried(anew, slot, 'passphrase', right)).toEqual({ ok: true, value: 'key' })
  expect(at.disk.peek(file)).toBeUndefined()
  expect(answer(await at.wrong())).toBe(WRONG)
})

test('wrong tries are forgotten an hour after the wait they led to', async () => {
  const { clock, wrong } = aPlace()
  for (let tries = 1; tries <= 5; tries++) await wrong()
  clock.now += 59 * MINUTE
  expect(answer(await wrong())).toBe(60)
  clock.now += 62 * MINUTE
  expect(answer(await wrong())).toBe(WRONG)
})

test('a clock that is put back, or a file that names a far day, waits no longer than the wait itself', async () => {
  const at = aPlace()
  for (let tries = 1; tries <= 9; tries++) {
    at.clock.now += 5 * MINUTE
    await at.wrong()
  }
  at.clock.now -= 400 * 24 * 60 * MINUTE
  expect(await waitsOf(startedAnew(at))).toEqual(new Map([[slot, 300]]))
  at.clock.now += 299_000
  expect(await waitsOf(startedAnew(at))).toEqual(new Map([[slot, 1]]))
  at.clock.now += 1000
  expect(await waitsOf(startedAnew(at))).toEqual(new Map())
})

test.each([
  ['nothing', ''],
  ['half a file', '{"format":"ket-nap-tries","ver'],
  ['another kind of file', '{"format":"ket-nap-vault","version":1,"slots":{}}'],
  ['impossible numbers', `{"format":"ket-nap-tries","version":1,"slots":{"${slot}":{"wrong":-1,"until":1e300}}}`],
  ['a name that is no slot', '{"format":"ket-nap-tries","version":1,"slots":{"__proto__":{"wrong":9,"until":9}}}'],
  ['far more than it ever holds', ' '.repeat(300 * 1024)],
])('a file that holds %s counts as none, and is written anew', async (_what, text) => {
  const at = aPlace()
  at.disk.plant(file, Buffer.from(text))
  expect(await waitsOf(at.place)).toEqual(new Map())
  expect(answer(await at.wrong())).toBe(WRONG)
  expect(JSON.parse(Buffer.from(at.disk.peek(file) ?? []).toString())).toMatchObject({
    slots: { [slot]: { wrong: 1 } },
  })
})

test('where the file cannot be written the running program remembers, and whoever knows the secret is let in', async () => {
  const { clock, disk, place } = aPlace()
  const full: VaultPlace = {
    ...place,
    disk: {
      ...disk,
      open: (path, mode) => (mode === 'read' ? disk.open(path, mode) : disk.open('/gone/x', mode)),
    },
  }
  const wrong = () => tried(full, slot, 'passphrase', async () => undefined)
  const said: (string | number)[] = []
  for (let tries = 1; tries <= 5; tries++) said.push(answer(await wrong()))
  expect(said).toEqual([WRONG, WRONG, WRONG, WRONG, 30])
  expect(disk.peek(file)).toBeUndefined()
  expect(answer(await wrong())).toBe(30)
  clock.now += 30_000
  expect(answer(await tried(full, slot, 'passphrase', async () => 'key'))).toBe('open')
  expect(await waitsOf(full)).toEqual(new Map())
})

test('forgetting what was never tried writes nothing', async () => {
  const { disk, place } = aPlace()
  await forgetTries(place, slot)
  expect(disk.paths()).toEqual(['/data/vault.json'])
})

test('every way to try a secret counts: opening, changing the passphrase, the sheet; a reset lets its user in at once', async () => {
  const { clock, place } = aPlace()
  const at = '2026-11-23T08:00:00Z'
  const mine: VaultPlace = { ...place, folder: '/office', cost: 2 ** 14 }
  const passphrase = 'mật khẩu của Lan'
  const made = await createVault(mine, { userId: randomUUID(), login: 'Lan', passphrase, at, device: 'm' })
  if (!made.ok) throw new Error(made.error.code)
  for (let tries = 1; tries <= 3; tries++)
    expect(answer(await openWithPassphrase(mine, 'Lan', 'không phải'))).toBe(WRONG)
  expect(answer(await changePassphrase(mine, 'Lan', 'không phải', 'mật khẩu mới của Lan'))).toBe(WRONG)
  expect(answer(await changePassphrase(mine, 'Lan', 'không phải', 'mật khẩu mới của Lan'))).toBe(30)
  expect(answer(await openWithPassphrase(mine, 'Lan', passphrase))).toBe(30)
  clock.now += 1000
  expect(await describeVault(mine)).toMatchObject({ ok: true, value: { waits: [{ login: 'Lan', seconds: 29 }] } })

  const strange = await createVault(
    { ...mine, folder: '/other' },
    { userId: randomUUID(), login: 'Lan', passphrase, at, device: 'm' },
  )
  if (!strange.ok) throw new Error(strange.error.code)
  const reset = { login: 'Lan', passphrase: 'mật khẩu mới của Lan', at }
  expect(answer(await resetPassphraseWithSheet(mine, strange.value.sheet.join(' '), reset))).toBe('VAULT_WRONG_SHEET')
  for (let tries = 2; tries <= 5; tries++) await openWithRecoverySheet(mine, strange.value.sheet.join(' '))
  expect(await resetPassphraseWithSheet(mine, made.value.sheet.join(' '), reset)).toEqual({
    ok: false,
    error: { code: 'VAULT_WAIT', seconds: 30, secret: 'sheet' },
  })
  clock.now += 30_000
  expect(answer(await openWithPassphrase(mine, 'Lan', 'không phải'))).toBe(60)
  expect(answer(await resetPassphraseWithSheet(mine, made.value.sheet.join(' '), reset))).toBe('open')
  expect(answer(await openWithPassphrase(mine, 'Lan', 'mật khẩu mới của Lan'))).toBe('open')
})
