/** The vault: who can open it, what changes it, what damages it survives. In memory, with a cheap scrypt. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson, toNfc } from '../../../../shared/base/canonical.ts'
import type { Json } from '../../../../shared/base/canonical.ts'
import type { Result } from '../../../../shared/base/result.ts'
import {
  createVault,
  describeVault,
  openWithPassphrase,
  openWithRecoverySheet,
} from '../../../../electron/vault/vault.ts'
import {
  addUser,
  changePassphrase,
  newRecoverySheet,
  removeUser,
  replaceStoreKey,
  resetPassphraseWithSheet,
  settleStoreKey,
} from '../../../../electron/vault/vault-changes.ts'
import type { VaultPlace } from '../../../../electron/vault/vault-file.ts'
import { createFakeDisk, PowerCut } from '../../../support/fake-disk.ts'
import type { FakeDisk } from '../../../support/fake-disk.ts'

const at = '2026-11-23T08:00:00Z'
const passphrase = 'mật khẩu của Lan'
const main = '/data/vault.json'
const copy = '/data/vault.copy.json'

type Fixture = {
  readonly disk: FakeDisk
  readonly place: VaultPlace
  readonly userId: string
  readonly storeKey: Buffer
  readonly sheet: readonly string[]
}

/** A vault of its own making; scrypt makes it slow, so most tests take a copy of one. */
async function aNewVault(): Promise<Fixture> {
  const disk = createFakeDisk()
  const place = { disk, folder: '/data', cost: 2 ** 14 }
  const who = { userId: randomUUID(), login: 'Lan', passphrase }
  const made = await createVault(place, { ...who, at, device: 'máy-1', officeLabel: 'Đảng ủy xã' })
  return { disk, place, ...valueOf(made) }
}

const template = aNewVault()

async function aVault(): Promise<Fixture> {
  const { disk: original, ...rest } = await template
  const disk = createFakeDisk()
  for (const path of original.paths()) disk.plant(path, original.peek(path) ?? Buffer.alloc(0))
  return { ...rest, disk, place: { disk, folder: '/data', cost: 2 ** 14 } }
}

/** The text of a vault file with the check it needs. */
function withCheck(vault: object): string {
  const check = createHash('sha256')
    .update(canonicalJson(toNfc(vault) as Json))
    .digest('hex')
  return JSON.stringify({ ...vault, check })
}

function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function codeOf(result: Result<unknown, { readonly code: string }>): string {
  return result.ok ? 'fine' : result.error.code
}

function textOf(disk: FakeDisk, path: string): string {
  return Buffer.from(disk.peek(path) ?? []).toString('utf8')
}

describe('opening a vault', () => {
  it('gives the same store key to the passphrase, with and without login, and to the recovery sheet', async () => {
    const { place, userId, storeKey, sheet } = await aVault()
    expect(storeKey).toHaveLength(32)
    const byLogin = valueOf(await openWithPassphrase(place, 'LAN', passphrase))
    expect(byLogin).toMatchObject({ userId, login: 'Lan', tampered: false, repaired: [], unrepaired: [] })
    expect(byLogin.storeKey.equals(storeKey)).toBe(true)
    expect(byLogin.pendingKey).toBeUndefined()
    expect(valueOf(await openWithPassphrase(place, undefined, passphrase)).userId).toBe(userId)
    expect(valueOf(await openWithRecoverySheet(place, sheet.join('-'))).storeKey.equals(storeKey)).toBe(true)
  })

  it('takes the passphrase in either Unicode form', async () => {
    const { place } = await aVault()
    expect(codeOf(await openWithPassphrase(place, 'Lan', passphrase.normalize('NFD')))).toBe('fine')
  })

  it('refuses a wrong passphrase, an unknown login, a wrong sheet and a mistyped one, each with its code', async () => {
    const { place, sheet } = await aVault()
    expect(codeOf(await openWithPassphrase(place, 'Lan', 'mật khẩu của Lân'))).toBe('VAULT_WRONG_PASSPHRASE')
    expect(codeOf(await openWithPassphrase(place, 'Hoa', passphrase))).toBe('VAULT_LOGIN_UNKNOWN')
    const other = await aNewVault()
    expect(codeOf(await openWithRecoverySheet(place, other.sheet.join(' ')))).toBe('VAULT_WRONG_SHEET')
    expect(codeOf(await openWithRecoverySheet(place, sheet.toReversed().join(' ')))).toBe('SHEET_GROUP')
  })

  it('asks for the login when there are several users', async () => {
    const { place, storeKey } = await aVault()
    const userId = randomUUID()
    valueOf(await addUser(place, { storeKey, userId, login: 'Hoà', passphrase: 'mật khẩu của Hoà', at }))
    expect(await openWithPassphrase(place, undefined, passphrase)).toEqual({
      ok: false,
      error: { code: 'VAULT_LOGIN_NEEDED', logins: ['Lan', 'Hoà'] },
    })
    const opened = valueOf(await openWithPassphrase(place, 'hoà'.normalize('NFD'), 'mật khẩu của Hoà'))
    expect(opened.userId).toBe(userId)
    expect(opened.storeKey.equals(storeKey)).toBe(true)
  })

  it('shows before unlocking whose it is and who may log in, and nothing secret', async () => {
    const { place, disk, storeKey, sheet } = await aVault()
    expect(valueOf(await describeVault(place))).toEqual({
      officeLabel: 'Đảng ủy xã',
      device: 'máy-1',
      logins: ['Lan'],
      hasSheet: true,
      waits: [],
    })
    const text = textOf(disk, main)
    expect(text).toBe(textOf(disk, copy))
    for (const secret of ['AGE-SECRET-KEY', passphrase, storeKey.toString('base64'), sheet.join(''), sheet[0] ?? 'x']) {
      expect(text.includes(secret)).toBe(false)
    }
  })

  it('spends the full cost unless a test asks for less', async () => {
    const place = { disk: createFakeDisk(), folder: '/data' }
    valueOf(await createVault(place, { userId: randomUUID(), login: 'Lan', passphrase, at, device: 'm' }))
    expect(textOf(place.disk, main)).toContain('"n": 131072')
    expect(codeOf(await openWithPassphrase(place, 'Lan', passphrase))).toBe('fine')
  })
})

describe('making a vault', () => {
  it('never replaces one, not even a damaged one', async () => {
    const { place, disk, userId } = await aVault()
    const again = { userId, login: 'Lan', passphrase, at, device: 'm' }
    expect(codeOf(await createVault(place, again))).toBe('VAULT_EXISTS')
    disk.plant(main, Buffer.from('{}'))
    disk.plant(copy, Buffer.from('{}'))
    expect(codeOf(await createVault(place, again))).toBe('VAULT_EXISTS')
  })

  it('refuses a weak passphrase and an empty login, and keeps a store key it is given', async () => {
    const place = { disk: createFakeDisk(), folder: '/data', cost: 2 ** 14 }
    const input = { userId: randomUUID(), login: 'Lan', passphrase, at, device: 'm', storeKey: randomBytes(32) }
    expect(codeOf(await createVault(place, { ...input, passphrase: 'ngắn' }))).toBe('PASSPHRASE_TOO_SHORT')
    expect(codeOf(await createVault(place, { ...input, login: ' ' }))).toBe('VAULT_LOGIN_BAD')
    expect(place.disk.paths()).toEqual([])
    expect(valueOf(await createVault(place, input)).storeKey.equals(input.storeKey)).toBe(true)
  })

  it('says that the disk is full, and a later try succeeds', async () => {
    const disk = createFakeDisk()
    const place = { disk, folder: '/data', cost: 2 ** 14 }
    const input = { userId: randomUUID(), login: 'Lan', passphrase, at, device: 'm' }
    disk.breakDown({ capacity: 100 })
    expect(await createVault(place, input)).toMatchObject({
      error: { code: 'VAULT_DISK', disk: { code: 'DISK_FULL' } },
    })
    expect(disk.paths()).toEqual([])
    disk.breakDown({})
    expect(codeOf(await createVault(place, input))).toBe('fine')
  })
})

describe('users and passphrases', () => {
  it('a changed passphrase replaces the old one; the identity and the store key stay', async () => {
    const { place, disk, storeKey } = await aVault()
    const recipient = /age1[a-z0-9]+/.exec(textOf(disk, main))?.[0] ?? 'none'
    expect(codeOf(await changePassphrase(place, 'Lan', 'không phải mật khẩu', 'mật khẩu mới tinh'))).toBe(
      'VAULT_WRONG_PASSPHRASE',
    )
    expect(codeOf(await changePassphrase(place, 'Lan', passphrase, 'ngắn'))).toBe('PASSPHRASE_TOO_SHORT')
    valueOf(await changePassphrase(place, 'Lan', passphrase, 'mật khẩu mới tinh'))
    expect(codeOf(await openWithPassphrase(place, 'Lan', passphrase))).toBe('VAULT_WRONG_PASSPHRASE')
    const opened = valueOf(await openWithPassphrase(place, 'Lan', 'mật khẩu mới tinh'))
    expect(opened.storeKey.equals(storeKey)).toBe(true)
    expect(opened.tampered).toBe(false)
    expect(textOf(disk, main)).toContain(recipient)
  })

  it('a forgotten passphrase is set anew with the sheet, for the same user', async () => {
    const { place, sheet, userId, storeKey } = await aVault()
    valueOf(
      await resetPassphraseWithSheet(place, sheet.join(''), { login: 'lan', passphrase: 'mật khẩu mới tinh', at }),
    )
    const opened = valueOf(await openWithPassphrase(place, 'Lan', 'mật khẩu mới tinh'))
    expect(opened).toMatchObject({ userId, login: 'Lan', tampered: false })
    expect(opened.storeKey.equals(storeKey)).toBe(true)
    const unknown = await resetPassphraseWithSheet(place, sheet.join(''), { login: 'Hoa', passphrase, at })
    expect(codeOf(unknown)).toBe('VAULT_LOGIN_UNKNOWN')
  })

  it('a login is taken regardless of case and Unicode form, a user id once', async () => {
    const { place, storeKey, userId } = await aVault()
    const second = { storeKey, userId: randomUUID(), login: 'Hoà', passphrase, at }
    valueOf(await addUser(place, second))
    const twin = { ...second, userId: randomUUID(), login: ' HOÀ'.normalize('NFD') }
    expect(codeOf(await addUser(place, twin))).toBe('VAULT_LOGIN_TAKEN')
    expect(codeOf(await addUser(place, { ...second, userId, login: 'Minh' }))).toBe('VAULT_USER_EXISTS')
  })

  it('a removed user is out, the last one stays', async () => {
    const { place, storeKey, userId } = await aVault()
    const second = randomUUID()
    valueOf(await addUser(place, { storeKey, userId: second, login: 'Hoa', passphrase, at }))
    valueOf(await removeUser(place, { storeKey, userId: second }))
    expect(codeOf(await openWithPassphrase(place, 'Hoa', passphrase))).toBe('VAULT_LOGIN_UNKNOWN')
    expect(codeOf(await removeUser(place, { storeKey, userId: second }))).toBe('VAULT_USER_UNKNOWN')
    expect(codeOf(await removeUser(place, { storeKey, userId }))).toBe('VAULT_LAST_USER')
  })

  it('a new recovery sheet ends the old one', async () => {
    const { place, storeKey, sheet } = await aVault()
    const fresh = valueOf(await newRecoverySheet(place, { storeKey, at }))
    expect(codeOf(await openWithRecoverySheet(place, sheet.join('')))).toBe('VAULT_WRONG_SHEET')
    expect(valueOf(await openWithRecoverySheet(place, fresh.join(''))).storeKey.equals(storeKey)).toBe(true)
  })

  it('two changes at the same time are both kept', async () => {
    const { place, storeKey } = await aVault()
    const add = (login: string): ReturnType<typeof addUser> =>
      addUser(place, { storeKey, userId: randomUUID(), login, passphrase, at })
    const done = await Promise.all([add('Hoa'), add('Minh'), add('hoa')])
    expect(done.map(codeOf)).toEqual(['fine', 'fine', 'VAULT_LOGIN_TAKEN'])
    expect(valueOf(await describeVault(place)).logins).toEqual(['Lan', 'Hoa', 'Minh'])
  })
})

describe('changing the store key', () => {
  it('reaches every user and the sheet without any passphrase', async () => {
    const { place, storeKey, sheet } = await aVault()
    valueOf(await addUser(place, { storeKey, userId: randomUUID(), login: 'Hoa', passphrase: 'mật khẩu của Hoa', at }))
    const newKey = randomBytes(32)
    let during: string | undefined
    const rekey = async (): Promise<void> => {
      // What a crash at this very moment would leave: both keys.
      during = textOf(place.disk as FakeDisk, main)
    }
    valueOf(await replaceStoreKey(place, { storeKey, newKey, rekey }))
    expect(during).toContain('nextStoreKey')
    for (const opened of [
      await openWithPassphrase(place, 'Lan', passphrase),
      await openWithPassphrase(place, 'Hoa', 'mật khẩu của Hoa'),
      await openWithRecoverySheet(place, sheet.join('')),
    ]) {
      expect(valueOf(opened).storeKey.equals(newKey)).toBe(true)
      expect(valueOf(opened)).toMatchObject({ tampered: false, pendingKey: undefined })
    }
    expect(codeOf(await newRecoverySheet(place, { storeKey, at })), 'the old key changes nothing any more').toBe(
      'VAULT_TAMPERED',
    )
  })

  it.each(['store', 'pending'] as const)(
    'after an interruption ends with the key that opens the store: %s',
    async (keep) => {
      const { place, storeKey } = await aVault()
      const newKey = randomBytes(32)
      const rekey = (): Promise<void> => Promise.reject(new Error('power cut'))
      await expect(replaceStoreKey(place, { storeKey, newKey, rekey })).rejects.toThrow('power cut')
      const opened = valueOf(await openWithPassphrase(place, 'Lan', passphrase))
      expect(opened.storeKey.equals(storeKey)).toBe(true)
      expect(opened.pendingKey?.equals(newKey)).toBe(true)
      expect(codeOf(await newRecoverySheet(place, { storeKey, at }))).toBe('VAULT_KEY_CHANGE_PENDING')
      valueOf(await settleStoreKey(place, { storeKey, pendingKey: newKey, keep }))
      const after = valueOf(await openWithPassphrase(place, 'Lan', passphrase))
      expect(after.storeKey.equals(keep === 'store' ? storeKey : newKey)).toBe(true)
      expect(after).toMatchObject({ pendingKey: undefined, tampered: false })
    },
  )

  it('survives a power cut at every step: one of the keys in the vault always opens the store', async () => {
    const newKey = randomBytes(32)
    const rehearsal = await aVault()
    const { storeKey } = rehearsal
    rehearsal.disk.breakDown({})
    valueOf(await replaceStoreKey(rehearsal.place, { storeKey, newKey, rekey: async () => undefined }))
    const steps = rehearsal.disk.log.length
    expect(steps).toBeGreaterThan(12)
    const seen = new Set<string>()
    for (let step = 1; step <= steps; step += 1) {
      const { disk, place } = await aVault()
      let storeOpensWith = storeKey
      disk.breakDown({ cutAfter: step })
      const rekey = async (): Promise<void> => {
        storeOpensWith = newKey
      }
      const outcome = await replaceStoreKey(place, { storeKey, newKey, rekey }).catch((error: unknown) => error)
      if (step < steps) expect(outcome).toBeInstanceOf(PowerCut)
      for (const restarted of disk.afterPowerCut()) {
        const print = textOf(restarted, main) + textOf(restarted, copy) + storeOpensWith.toString('hex')
        if (seen.has(print)) continue
        seen.add(print)
        const opened = valueOf(await openWithPassphrase({ disk: restarted, folder: '/data' }, 'Lan', passphrase))
        const keys = [opened.storeKey, opened.pendingKey]
        expect(
          keys.some((key) => key?.equals(storeOpensWith)),
          `step ${step}`,
        ).toBe(true)
      }
    }
    expect(seen.size).toBeGreaterThan(8)
  })
})

describe('a vault that is not as it was', () => {
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['not JSON', '{"format"'],
    ['zeros', '\0\0\0\0'],
    ['another file', '{"format":"x","version":1}'],
  ])('is mended from the other copy when one is %s', async (_name, content) => {
    for (const broken of [main, copy]) {
      const { place, disk, storeKey } = await aVault()
      const whole = textOf(disk, main)
      if (content === undefined) await disk.unlink(broken)
      else disk.plant(broken, Buffer.from(content))
      const opened = valueOf(await openWithPassphrase(place, 'Lan', passphrase))
      expect(opened.storeKey.equals(storeKey)).toBe(true)
      expect(opened.repaired).toEqual([broken.slice('/data/'.length)])
      expect(textOf(disk, broken)).toBe(whole)
    }
  })

  it('is noticed after any change of a character, and mended', async () => {
    const { place, disk } = await aVault()
    const whole = textOf(disk, main)
    for (let at = 3; at < whole.length; at += 97) {
      if (/\s/.test(whole[at] ?? ' ')) continue
      disk.plant(main, Buffer.from(whole.slice(0, at) + (whole[at] === '7' ? '8' : '7') + whole.slice(at + 1)))
      valueOf(await describeVault(place))
      expect(textOf(disk, main), `character ${at}`).toBe(whole)
    }
  })

  it('opens all the same when the mending fails', async () => {
    const { place, disk } = await aVault()
    await disk.unlink(copy)
    disk.breakDown({ capacity: 10 })
    expect(valueOf(await openWithPassphrase(place, 'Lan', passphrase))).toMatchObject({
      repaired: [],
      unrepaired: ['vault.copy.json'],
    })
  })

  it('is missing, damaged in both copies, newer, or on a failing disk: each has its code and nothing is written', async () => {
    const { place, disk } = await aVault()
    const whole = textOf(disk, main)
    expect(codeOf(await describeVault({ ...place, folder: '/elsewhere' }))).toBe('VAULT_MISSING')
    disk.plant(main, Buffer.from(whole.slice(0, 500)))
    disk.plant(copy, Buffer.from(''))
    expect(codeOf(await openWithPassphrase(place, 'Lan', passphrase))).toBe('VAULT_DAMAGED')
    await disk.unlink(copy)
    expect(codeOf(await openWithPassphrase(place, 'Lan', passphrase))).toBe('VAULT_DAMAGED')
    expect(disk.paths()).toEqual([main])
    disk.plant(main, Buffer.from(whole))
    disk.breakDown({ failFrom: { operation: 1, errno: 'EIO' } })
    expect(codeOf(await openWithPassphrase(place, 'Lan', passphrase))).toBe('VAULT_DISK')
  })

  it('of a newer version is named as such and not touched', async () => {
    const { place, disk } = await aVault()
    const text = withCheck({ format: 'ket-nap-vault', version: 2, something: 'else' })
    disk.plant(main, Buffer.from(text))
    expect(await openWithPassphrase(place, 'Lan', passphrase)).toEqual({
      ok: false,
      error: { code: 'VAULT_NEWER', version: 2 },
    })
    expect(textOf(disk, main)).toBe(text)
  })

  it('still opens with a slot put in from outside, says so, and never seals anything to it', async () => {
    const { place, disk, storeKey } = await aVault()
    const stranger = await aNewVault()
    const { check: _, ...vault } = JSON.parse(textOf(disk, main)) as { check: string; slots: object[] }
    const { slots } = JSON.parse(textOf(stranger.disk, main)) as { slots: { kind: string }[] }
    const foreign = slots.filter(({ kind }) => kind === 'user').map((slot) => ({ ...slot, login: 'Kẻ gian' }))
    disk.plant(main, Buffer.from(withCheck({ ...vault, slots: [...vault.slots, ...foreign] })))
    expect(valueOf(await openWithPassphrase(place, 'Lan', passphrase)).tampered).toBe(true)
    const newKey = randomBytes(32)
    const rekey = (): Promise<void> => Promise.reject(new Error('must not be reached'))
    expect(codeOf(await replaceStoreKey(place, { storeKey, newKey, rekey }))).toBe('VAULT_TAMPERED')
  })
})
