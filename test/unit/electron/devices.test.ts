/**
 * Several computers in one office: how a further one gets in, what it then holds, and how the office speaks with others
 * through one of them alone.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import type { ExportAnswer, ImportResult } from '../../../shared/contract/exchange.ts'
import type { CaseView } from '../../../shared/contract/answers.ts'
import { openBytes } from '../../../electron/bundle/age.ts'
import { keysOf, readStoreOf } from '../../support/office-picture.ts'
import { channelRows } from '../../../db/journal.ts'
import {
  addBranch,
  communeAndDistrict,
  decide,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import {
  copyOfOffice,
  joinOffice,
  newComputer,
  PASSPHRASE,
  reopened,
  succeed,
  type TestOffice,
} from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

let sticks = 0

test('a second computer joins by two comparisons of digits and holds everything, scans too', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  await toDistrict(root, commune, district)
  await decide(district, id)
  await toDistrict(root, district, commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  expect(second.paths.data).not.toBe(commune.paths.data)
  const [there, here] = [await caseOf(second, id), await caseOf(commune, id)]
  expect(there.state).toEqual(here.state)
  expect(there.stage).toBe('admitted')
  const [scan] = there.state.papers.flatMap(({ scans }) => scans)
  expect(await second.do('scan.get', { sha256: scan?.sha256 })).toMatchObject({ type: 'application/pdf' })
  expect(await second.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
  const { peers } = await second.do<{ peers: { id: string }[] }>('office.get')
  expect(peers.map((peer) => peer.id)).toEqual([district.id])
  // Every channel, the district's among them, and nothing waits or is held.
  const channels = await readStoreOf(second.paths, (db) => channelRows(db).map(({ office }) => office))
  expect(new Set(channels)).toEqual(new Set([commune.id, district.id]))
  const keys = [await keysOf(commune), await keysOf(second)]
  expect(keys[0]?.signKey).toBe(keys[1]?.signKey)
  expect(keys[0]?.device).not.toBe(keys[1]?.device)
})

test('what the digits do not confirm is not believed, on either side', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const stick = newStick(root, 'enrol')
  const { core } = newComputer(root, 'second')
  const asked = await succeed<{ file: string; digits: string; card: string }>(
    core.call('device.ask', { name: 'Máy hai', passphrase: PASSPHRASE, folder: stick }),
  )
  const { card, name } = await commune.do<{ card: string; name: string }>('device.readCard', { file: asked.file })
  expect([card, name]).toEqual([asked.card, 'Máy hai'])
  const wrong = asked.digits.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
  expect(await commune.refused('device.enrol', { card, digits: wrong, folder: stick })).toMatchObject({
    code: 'DEVICE_DIGITS_DIFFER',
  })
  expect(readdirSync(stick)).toEqual([asked.file.split('/').at(-1)])
  const { digits } = await commune.do<{ digits: string }>('device.enrol', { card, digits: asked.digits, folder: stick })
  const join1 = { folder: stick, login: 'vanthu', passphrase: PASSPHRASE }
  const refused = async (change: object) => {
    const answer = await core.call('device.join', { ...join1, digits, ...change })
    return answer.ok ? 'joined' : answer.error.code
  }
  expect(await refused({ digits: wrong })).toBe('DEVICE_DIGITS_DIFFER')
  expect(await refused({ passphrase: 'một mật khẩu khác hẳn' })).toBe('DEVICE_PASSPHRASE_DIFFERS')
  expect(await refused({ login: 'ai-do' })).toBe('DEVICE_NEEDS_ADMINISTRATOR')
  expect(await refused({ folder: newStick(root, 'empty') })).toBe('ENROLMENT_NOT_FOUND')
  expect(await core.call('vault.describe', {})).toMatchObject({ ok: true, value: { exists: false, isAsking: true } })
  expect(await refused({})).toBe('joined')
  expect(await refused({})).toBe('FOLDER_NOT_EMPTY')
  expect(await core.call('vault.describe', {})).toMatchObject({ ok: true, value: { exists: true } })
})

test('the same card is shown again, and once it has joined its one-time identity is gone', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const stick = newStick(root, 'enrol')
  const { core, paths } = newComputer(root, 'second')
  const ask = () =>
    succeed<{ file: string; digits: string; card: string }>(
      core.call('device.ask', { name: 'Máy hai', passphrase: PASSPHRASE, folder: stick }),
    )
  const asked = await ask()
  expect(await ask()).toEqual(asked)
  const { digits } = await commune.do<{ digits: string }>('device.enrol', {
    card: asked.card,
    digits: asked.digits,
    folder: stick,
  })
  const keysFile = readdirSync(stick).find((name) => name.endsWith('.keys.age')) ?? ''
  // The keys are of no use to whoever finds the stick, nor to any identity the office itself has.
  const { identity } = await keysOf(commune)
  expect(await openBytes([identity], readFileSync(join(stick, keysFile)))).toMatchObject({
    ok: false,
    error: { code: 'B_NOT_FOR_US' },
  })
  await succeed(core.call('device.join', { folder: stick, digits, login: 'vanthu', passphrase: PASSPHRASE }))
  expect(readdirSync(paths.marks).includes('asking.json')).toBe(false)
  core.close()
  rmSync(paths.data, { recursive: true })
  const again = newComputer(root, 'second').core
  const answer = await again.call('device.join', { folder: stick, digits, login: 'vanthu', passphrase: PASSPHRASE })
  expect(answer).toMatchObject({ ok: false, error: { code: 'DEVICE_NOT_ASKED' } })
})

test('the work of both computers reaches the district through one, and its answers reach both', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const first = await submittedDossier(commune, unit, HOA, join(root, 'scans'))
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  expect(await second.refused('bundle.export', { folder: newStick(root, 'no') })).toEqual({
    code: 'NOT_EXCHANGE_DEVICE',
    data: { name: 'Máy trao đổi' },
  })
  expect(await second.refused('keys.renew', { reason: 'Thử' })).toMatchObject({ code: 'NOT_EXCHANGE_DEVICE' })
  // Before the new computer has sent anything, nobody knows what a set for it is sealed to.
  expect(await commune.refused('device.export', { folder: newStick(root, 'early') })).toMatchObject({
    code: 'DEVICE_NOT_READY',
  })
  const elsewhere = await register(second, unit, { name: 'Trần Văn Đức' })
  await second.do('paper.record', { case: first, paper: '4-KND', date: '2024-03-05', number: '7' })
  await meet(root, second, commune)
  expect(await stageAt(commune, elsewhere)).toBe('listed')
  await toDistrict(root, commune, district)
  expect(await stageAt(district, elsewhere)).toBe('listed')
  await decide(district, first)
  const down = newStick(root, 'down')
  await district.do<ExportAnswer>('bundle.export', { folder: down })
  expect((await importFrom(second, down)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'NOT_EXCHANGE_DEVICE' } },
  ])
  await importFrom(commune, down)
  const sets = await meet(root, commune, second)
  expect(sets).toMatchObject([{ outcome: 'imported', kind: 'sibling', fromName: 'Máy trao đổi' }])
  for (const office of [commune, second]) {
    expect(await stageAt(office, first)).toBe('admitted')
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
  }
  expect((await caseOf(second, first)).state).toEqual((await caseOf(commune, first)).state)
  // A set that holds only what is there already says so, and what was acknowledged is not sent again.
  await meet(root, second, commune)
  const { devices } = await commune.do<{ devices: DeviceRow[] }>('device.list')
  expect(devices).toMatchObject([
    { name: 'Máy trao đổi', isSelf: true, isExchange: true },
    { name: 'Máy phòng tổ chức', isPartner: true, isReady: true, enrolledOn: '2024-01-25' },
  ])
  expect(devices[1]?.pending).toBeLessThan(5)
  const { privateExports } = await commune.do<{ privateExports: { what: string; to: string }[] }>('journal.health')
  expect(privateExports.map(({ what, to }) => [what, to])).toEqual([
    ['sibling', devices[1]?.device],
    ['enrol', devices[1]?.device],
  ])
})

test('a scan missing from a set between computers is asked for and comes with the next', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  const id = await submittedDossier(commune, unit, HOA, join(root, 'scans'))
  await meet(root, commune, second)
  const scans = (await caseOf(second, id)).state.papers.flatMap((paper) => paper.scans)
  expect(scans).toHaveLength(2)
  for (const { sha256 } of scans)
    expect(await second.do('scan.get', { sha256 })).toMatchObject({ type: 'application/pdf' })
})

test('after the office has renewed its keys, its other computers take them anew and go on', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  await commune.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await commune.unlock()
  const newer = newStick(root, 'newer')
  await commune.do('device.export', { folder: newer })
  expect((await importFrom(second, newer)).sets).toMatchObject([
    { refusal: { code: 'DEVICE_KEYS_OLD', data: { here: true } } },
  ])
  const older = newStick(root, 'older')
  await second.do('device.export', { folder: older })
  expect((await importFrom(commune, older)).sets).toMatchObject([
    { refusal: { code: 'DEVICE_KEYS_OLD', data: { here: false } } },
  ])
  const stick = newStick(root, 'keys')
  const asked = await second.do<{ card: string; digits: string; file: string }>('device.ask', {
    name: 'x',
    folder: stick,
  })
  // Its own card is said to be its own before anybody types digits for it.
  expect(await second.refused('device.readCard', { file: asked.file })).toEqual({ code: 'DEVICE_IS_SELF', data: {} })
  const { digits } = await commune.do<{ digits: string }>('device.enrol', {
    card: asked.card,
    digits: asked.digits,
    folder: stick,
  })
  expect(await second.refused('device.adoptKeys', { folder: stick, digits: asked.digits })).toMatchObject({
    code: 'DEVICE_DIGITS_DIFFER',
  })
  await second.do('device.adoptKeys', { folder: stick, digits })
  await second.unlock()
  expect((await importFrom(second, stick)).sets).toMatchObject([{ outcome: 'imported', kind: 'enrol' }])
  const id = await register(second, unit, { name: 'Lê Văn Tám' })
  await meet(root, second, commune)
  expect(await stageAt(commune, id)).toBe('listed')
})

test('a computer takes over the exchange when the other is lost, and the district goes on with it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await submittedDossier(commune, unit)
  await toDistrict(root, commune, district)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  await decide(district, id)
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  expect(await second.refused('device.takeExchange', { reason: 'Lần nữa' })).toMatchObject({ code: 'NOTHING_CHANGED' })
  const elsewhere = await register(second, unit, { name: 'Trần Văn Đức' })
  await toDistrict(root, second, district)
  await toDistrict(root, district, second)
  expect([await stageAt(district, elsewhere), await stageAt(second, id)]).toEqual(['listed', 'admitted'])
  // The old one is found again: it hears that it no longer speaks for the office, and gets everything.
  await meet(root, second, commune)
  expect(await stageAt(commune, id)).toBe('admitted')
  expect(await commune.refused('bundle.export', { folder: newStick(root, 'old') })).toMatchObject({
    code: 'NOT_EXCHANGE_DEVICE',
    data: { name: 'Máy phòng tổ chức' },
  })
  const late = await register(commune, unit, { name: 'Lê Thị Lan' })
  await meet(root, commune, second)
  expect(await stageAt(second, late)).toBe('listed')
})

test('a restored copy of the second computer goes on for it, and gets back what it had sent', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  const old = await copyOfOffice(second, join(root, 'old'))
  old.core.close()
  const later = await register(second, unit, { name: 'Trần Văn Đức' })
  await meet(root, second, commune)
  second.core.close()
  rmSync(join(root, 'old', 'marks'), { recursive: true })
  const restored = await reopened(second, old.paths)
  expect(await restored.refused('bundle.export', { folder: newStick(root, 'x') })).toMatchObject({
    code: 'NOT_EXCHANGE_DEVICE',
  })
  await meet(root, restored, commune)
  await meet(root, commune, restored)
  expect(await stageAt(restored, later)).toBe('listed')
  const { devices } = await commune.do<{ devices: DeviceRow[] }>('device.list')
  const heir = (await keysOf(restored)).device
  expect(devices.map((row) => [row.name, row.isPartner, row.heir])).toEqual([
    ['Máy trao đổi', false, null],
    ['Máy phòng tổ chức', true, null],
    ['Máy phòng tổ chức', false, heir],
  ])
})

test('a computer that was taken out of use is heard no more, and a user who was shut out loses the way in everywhere', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  const { user } = await commune.do<{ user: string }>('user.add', {
    login: 'lan',
    name: 'Lê Thị Lan',
    post: 'Chuyên viên',
    roles: ['clerk'],
    passphrase: 'mật khẩu của Lan',
  })
  await meet(root, commune, second)
  await second.do('user.openHere', { userId: user, passphrase: 'mật khẩu khác của Lan' })
  await succeed(second.core.call('session.unlock', { login: 'lan', passphrase: 'mật khẩu khác của Lan' }))
  await unlockAs(commune, 'vanthu')
  await commune.do('user.disable', { userId: user, reason: 'Chuyển công tác' })
  await unlockAs(commune, 'vanthu')
  const stick = newStick(root, `usb-${(sticks += 1)}`)
  await commune.do('device.export', { folder: stick })
  await importFrom(second, stick)
  await unlockAs(second, 'vanthu')
  expect(await second.do('vault.describe')).toMatchObject({ logins: ['vanthu'] })
  const last = newStick(root, 'last')
  await second.do('device.export', { folder: last })
  const { devices } = await commune.do<{ devices: DeviceRow[] }>('device.list')
  await commune.do('device.remove', { device: devices.at(-1)?.device, reason: 'Máy bị mất' })
  expect((await importFrom(commune, last)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'DEVICE_REMOVED', data: { name: 'Máy phòng tổ chức' } } },
  ])
  expect(await commune.refused('device.export', { folder: last })).toMatchObject({ code: 'DEVICE_UNKNOWN' })
})

test('an office paired at the second computer is known to both, and its lines are not taken before that', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  const town = await foundCommune(root, 'truong', 'Trung tâm chính trị huyện')
  const card = await town.do<{ card: string; digits: string }>('pairing.card')
  await second.do('pairing.accept', { card: card.card, digits: card.digits, relation: 'trainer' })
  await meet(root, second, commune)
  const { peers } = await commune.do<{ peers: { id: string }[] }>('office.get')
  expect(peers.map(({ id }) => id).toSorted()).toEqual([district.id, town.id].toSorted())
})

test('what is erased at one computer is erased at the other, as soon as it hears of it', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  const id = await register(commune, unit, { name: 'Người Cần Quên' })
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await meet(root, second, commune)
  expect(await stageAt(second, id)).toBe('listed')
  await commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-02' })
  await commune.do('case.erase', { case: id, reason: 'Theo đề nghị' })
  await meet(root, commune, second)
  for (const office of [commune, second]) {
    expect(await office.refused('case.get', { case: id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await office.do('candidate.search', { text: 'Người Cần Quên' })).toMatchObject({ total: 0 })
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
  }
})

test('keys that do not belong to the card are not taken, whatever digits are typed', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const other = await foundCommune(join(root, 'other'))
  const stick = newStick(root, 'enrol')
  const { core } = newComputer(root, 'second')
  const asked = await succeed<{ card: string; digits: string }>(
    core.call('device.ask', { name: 'Máy hai', passphrase: PASSPHRASE, folder: stick }),
  )
  const enrol = { card: asked.card, digits: asked.digits, folder: stick }
  const { digits } = await commune.do<{ digits: string }>('device.enrol', enrol)
  // Somebody puts the set and the keys of another office in their place.
  const swapped = newStick(root, 'swapped')
  await other.do('device.enrol', { ...enrol, folder: swapped })
  const keys = readdirSync(stick).find((name) => name.endsWith('.keys.age')) ?? ''
  cpSync(join(stick, keys), join(swapped, keys))
  const answer = await core.call('device.join', { folder: swapped, digits, login: 'vanthu', passphrase: PASSPHRASE })
  expect(answer.ok ? 'joined' : answer.error.code).toMatch(/^(B_UNKNOWN_SENDER|DEVICE_KEYS_OLD|ENROLMENT_NOT_FOUND)$/)
  writeFileSync(join(stick, keys), 'age-encryption.org/v1\n')
  const broken = await core.call('device.join', { folder: stick, digits, login: 'vanthu', passphrase: PASSPHRASE })
  expect(broken).toMatchObject({ ok: false, error: { code: 'ENROLMENT_NOT_FOUND' } })
  expect(existsSync(join(root, 'computers', 'second', 'data', 'vault.json'))).toBe(false)
})

/** Writes everything news from one computer for the other, and takes it in there. */
async function meet(root: string, from: TestOffice, to: TestOffice): Promise<ImportResult['sets']> {
  const stick = newStick(root, `usb-${(sticks += 1)}`)
  await from.do<ExportAnswer>('device.export', { folder: stick })
  const { sets } = await importFrom(to, stick)
  expect(sets.map(({ refusal, report }) => [refusal, report?.held])).toEqual([[null, []]])
  return sets
}

async function toDistrict(root: string, from: TestOffice, to: TestOffice): Promise<void> {
  const stick = newStick(root, `usb-${(sticks += 1)}`)
  await from.do<ExportAnswer>('bundle.export', { folder: stick })
  const { sets } = await importFrom(to, stick)
  expect(sets.map(({ refusal }) => refusal)).toEqual([null])
}

async function caseOf(office: TestOffice, id: string): Promise<CaseView> {
  return office.do<CaseView>('case.get', { case: id })
}

async function unlockAs(office: TestOffice, login: string): Promise<void> {
  await succeed(office.core.call('session.unlock', { login, passphrase: PASSPHRASE }))
}
