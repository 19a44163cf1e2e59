/** Backups: made, opened again, restored as a new device, made once a day; and a data folder that is an old copy of itself. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { HomeView } from '../../../shared/contract/answers.ts'
import { itemsAbout, channelRows } from '../../../db/journal.ts'
import { createCore, type CoreEvent } from '../../../electron/core.ts'
import type { Backup } from '../../../electron/backup/backup.ts'
import type { Restored } from '../../../electron/backup/restore.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { pathsOf } from '../../../electron/paths.ts'
import { filesIn } from '../../support/files-in.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  exportTo,
  HOA,
  importFrom,
  newStick,
  receiptAndCeremony,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { COST, coreAt, PASSPHRASE, reopened, succeed, type TestOffice } from '../../support/office.ts'
import { sha256 } from '../../support/bundle-kit.ts'
import { filesOf, readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a backup is made, listed as complete, and opens to its last scan', async () => {
  const { root, office } = await officeWithScans()
  const made = await office.do<Backup>('backup.create', { folder: newStick(root, 'sao lưu') })
  expect(made).toMatchObject({ at: '2024-01-25T01:00:00Z', scans: 2 })
  expect(readdirSync(made.folder).toSorted()).toEqual(['backup.json', 'store.db', 'vault.copy.json', 'vault.json'])
  expect(await office.do('backup.verify', { folder: made.folder })).toEqual({
    at: made.at,
    files: 3,
    scans: 2,
    missing: 0,
  })
  expect(await office.refused('backup.verify', { folder: root })).toEqual({
    code: 'BACKUP_NOT_FOUND',
    data: { folder: root },
  })
  const nowhere = join(root, 'không có')
  expect(await office.refused('backup.create', { folder: nowhere })).toEqual({
    code: 'FOLDER_MISSING',
    data: { folder: nowhere },
  })
  expect(await office.refused('backup.create', {})).toMatchObject({ code: 'NOT_FOUND' })
})

test('a byte changed anywhere in a backup is found, and named by its file', async () => {
  const { root, office } = await officeWithScans()
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  const home = join(folder, '..')
  const scans = filesIn(join(home, 'scans'))
  const files = ['store.db', 'vault.json', 'vault.copy.json', 'backup.json'].map((name) => join(folder, name))
  for (const file of [...files, ...scans]) {
    const whole = readFileSync(file)
    for (const part of [0, 0.2, 0.5, 0.8, 1]) {
      const at = Math.floor(part * (whole.length - 1))
      writeFileSync(file, whole.with(at, (whole.at(at) ?? 0) ^ 1))
      const named = file.startsWith(folder) ? file.slice(folder.length + 1) : file.slice(home.length + 1)
      expect(await office.refused('backup.verify', { folder })).toEqual({
        code: 'BACKUP_DAMAGED',
        data: { file: named },
      })
    }
    writeFileSync(file, whole.subarray(0, -1))
    expect(await office.refused('backup.verify', { folder })).toMatchObject({ code: 'BACKUP_DAMAGED' })
    writeFileSync(file, whole)
  }
  rmSync(scans[0] ?? '')
  expect(await office.refused('backup.verify', { folder })).toMatchObject({ code: 'BACKUP_DAMAGED' })
})

test('a backup from before the key was changed is said to be that, not that the store of the office is broken', async () => {
  const { root, office } = await officeWithScans()
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  const second = { name: 'Nguyễn Văn Bí', login: 'bithu', passphrase: 'mật khẩu của người khác', post: 'Bí thư' }
  const { user } = await office.do<{ user: string }>('user.add', { ...second, roles: ['secretary'] })
  await office.do('user.disable', { userId: user, reason: 'Chuyển công tác' })
  await office.unlock()
  expect(await office.refused('backup.verify', { folder })).toEqual({
    code: 'BACKUP_OTHER_KEY',
    data: { office: office.name, at: '2024-01-25T01:00:00Z' },
  })
  const { folder: next } = await office.do<Backup>('backup.create', { folder: join(root, 'b') })
  expect(await office.do('backup.verify', { folder: next })).toMatchObject({ missing: 0 })
})

test('a backup restored on a new computer is a new device that names what it goes on from, and the other side accepts it', async () => {
  const { root, office, district, id } = await officeWithScans()
  await carry(root, office, district)
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  const heads = await readStoreOf(office.paths, (db) =>
    channelRows(db).map(({ channel, seq, head }) => ({ channel, seq, head })),
  )
  // Work done after the backup, sent and answered, is lost here and known there.
  await register(office, await addBranch(office, 'Chi bộ thôn Lạt Sơn'), { name: 'Trần Văn Muộn' })
  await carry(root, office, district)
  await office.do('session.lock')

  const paths = pathsOf(join(root, 'máy mới', 'data'), join(root, 'máy mới', 'marks'))
  const core = coreAt(paths, { today: '2024-02-01' })
  const restored = await succeed<Restored>(core.call('backup.restore', { folder, passphrase: PASSPHRASE }))
  expect(restored).toMatchObject({ office: office.id, name: office.name, scans: 2, scansMissing: [] })
  expect(restored.device).not.toBe(heads[0]?.channel.split('.')[1])
  core.close()
  const again = await reopened(office, paths)
  const opened = await readStoreOf(paths, (db) => itemsAbout(db, 'device', restored.device))
  expect(opened.map(({ channel, seq, entry }) => [channel, seq, entry.payload])).toEqual([
    [
      `${office.id}.${restored.device}.own`,
      1,
      { reason: 'restored', was: heads[0]?.channel.split('.')[1], from: heads },
    ],
  ])
  expect(filesOf(paths.data)).toEqual(filesOf(office.paths.data))
  expect(await stageAt(again, id)).toBe('submitted')

  const isUnheard = async (each: TestOffice) =>
    (await each.do<HomeView>('home.get')).peers.map((peer) => peer.isUnheard)
  expect([await isUnheard(again), await isUnheard(district)]).toEqual([[true], [false]])

  await decide(district, id)
  // The district acknowledges lines that the restored office has lost: it is told so.
  const news = await carry(root, district, again)
  expect(news.sets[0]?.report?.ahead).toHaveLength(1)
  expect(await isUnheard(again)).toEqual([false])
  await receiptAndCeremony(again, id)
  const sets = (await carry(root, again, district)).sets
  expect(sets.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([['imported', null]])
  expect([await stageAt(again, id), await stageAt(district, id)]).toEqual(['probation', 'probation'])
  for (const each of [again, district])
    expect(await each.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('a backup opens with the recovery sheet too', async () => {
  const { root, office, id } = await officeWithScans()
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  const paths = pathsOf(join(root, 'mới'), join(root, 'marks-mới'))
  const core = coreAt(paths, { today: '2024-02-01' })
  expect(await core.call('backup.restore', { folder, sheet: '0'.repeat(48) })).toMatchObject({ ok: false })
  expect(existsSync(paths.data)).toBe(false)
  await succeed(core.call('backup.restore', { folder, sheet: office.sheet.join(' ') }))
  await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
  expect(await core.call('case.get', { case: id })).toMatchObject({ ok: true })
  core.close()
})

test('a restore is refused over data, with a wrong passphrase, from nothing and from a damaged store; nothing is left', async () => {
  const { root, office } = await officeWithScans()
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  expect(await office.refused('backup.restore', { folder, passphrase: PASSPHRASE })).toEqual({
    code: 'FOLDER_NOT_EMPTY',
    data: { folder: office.paths.data },
  })
  await office.unlock()
  const paths = pathsOf(join(root, 'mới'), join(root, 'marks-mới'))
  const core = coreAt(paths, { today: '2024-02-01' })
  const restore = (more: object) => core.call('backup.restore', { folder, passphrase: PASSPHRASE, ...more })
  expect(await restore({ passphrase: 'không phải mật khẩu' })).toEqual(no('VAULT_WRONG_PASSPHRASE'))
  expect(await restore({ folder: root })).toEqual(no('BACKUP_NOT_FOUND', { folder: root }))
  const store = join(folder, 'store.db')
  const whole = readFileSync(store)
  writeFileSync(store, whole.with(whole.length - 100, (whole.at(-100) ?? 0) ^ 1))
  expect(await restore({})).toEqual(no('BACKUP_DAMAGED', { file: 'store.db' }))
  writeFileSync(store, whole)
  expect(readdirSync(root).filter((name) => name.startsWith('mới'))).toEqual([])
  // Half of the vault is enough: it has two copies.
  writeFileSync(join(folder, 'vault.json'), '{')
  expect(await restore({})).toMatchObject({ ok: true })
  core.close()
})

test('a backup folder that somebody forged cannot write outside the data folder', async () => {
  const { root, office } = await officeWithScans()
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  const file = join(folder, 'backup.json')
  const { check: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as { check: string; files: object[] }
  writeFileSync(join(folder, '..', 'evil'), 'x')
  const evil = { ...manifest, files: [...manifest.files, { name: '../evil', bytes: 1, sha256: sha256('x') }] }
  writeFileSync(file, `${JSON.stringify({ ...evil, check: sha256(JSON.stringify(evil)) }, null, 1)}\n`)
  const core = coreAt(pathsOf(join(root, 'mới'), join(root, 'm')), { today: '2024-02-01' })
  expect(await core.call('backup.restore', { folder, passphrase: PASSPHRASE })).toEqual(
    no('BACKUP_DAMAGED', { file: 'backup.json' }),
  )
  expect(existsSync(join(root, 'evil'))).toBe(false)
})

test('a scan that a backup lacks is named when it is restored', async () => {
  const { root, office, id } = await officeWithScans()
  const { folder } = await office.do<Backup>('backup.create', { folder: newStick(root, 'b') })
  const pool = join(folder, '..', 'scans')
  // The file alone: both scans may lie on one shelf.
  const [file = ''] = filesIn(pool)
  const lost = relative(pool, file).replace(sep, '')
  rmSync(file)
  const core = coreAt(pathsOf(join(root, 'mới'), join(root, 'm')), { today: '2024-02-01' })
  const restored = await succeed<Restored>(core.call('backup.restore', { folder, passphrase: PASSPHRASE }))
  expect(restored).toMatchObject({ scansMissing: [lost], scans: 1 })
  await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
  expect(await core.call('case.get', { case: id })).toMatchObject({ ok: true })
  core.close()
})

test('the daily backup is made once a day of Việt Nam, also early in the morning when it is still yesterday in UTC', async () => {
  const { root, office } = await officeWithScans()
  const target = newStick(root, 'sao lưu')
  await office.do('setting.change', { key: 'backupFolder', value: target })
  office.core.close()
  const clock = { at: '2024-03-04T23:30:00Z', today: '2024-03-05' }
  const core = createCore({
    disk: nodeDisk,
    paths: office.paths,
    clock: { at: () => clock.at, today: () => clock.today },
    cost: COST,
  })
  await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
  const events: CoreEvent[] = []
  core.on((event) => events.push(event))
  await core.tick()
  await core.tick()
  clock.at = '2024-03-05T09:00:00Z'
  await core.tick()
  const home = join(target, 'KetNap-sao-luu-dong-hoa')
  const dated = () => readdirSync(home).filter((name) => name !== 'scans')
  expect(dated()).toEqual(['20240304-233000'])
  expect(events).toEqual([
    { event: 'working', job: 'backup.create' },
    { event: 'working', job: null },
    { event: 'backedUp', folder: join(home, '20240304-233000') },
  ])
  clock.at = '2024-03-05T17:30:00Z'
  clock.today = '2024-03-06'
  await core.tick()
  await core.tick()
  expect(dated()).toEqual(['20240304-233000', '20240305-173000'])
  await succeed(core.call('setting.change', { key: 'backupDaily', value: false }))
  clock.at = '2024-03-09T02:00:00Z'
  clock.today = '2024-03-09'
  await core.tick()
  expect(dated()).toHaveLength(2)
  core.close()
})

test('a daily backup that cannot be made says so', async () => {
  const { root, office } = await officeWithScans()
  const target = newStick(root, 'sao lưu')
  await office.do('setting.change', { key: 'backupFolder', value: target })
  rmSync(target, { recursive: true })
  const events: CoreEvent[] = []
  office.core.on((event) => events.push(event))
  await office.core.tick()
  expect(events.at(-1)).toEqual({
    event: 'backupFailed',
    refusal: { code: 'FOLDER_MISSING', data: { folder: target } },
  })
})

test('thirty backups are kept; a scan that only a dropped one named goes with it', async () => {
  const { root, office } = await officeWithScans()
  const target = newStick(root, 'b')
  const first = await office.do<Backup>('backup.create', { folder: target })
  const home = join(first.folder, '..')
  for (let n = 0; n < 30; n += 1)
    cpSync(first.folder, join(home, `202401${10 + (n % 15)}-0${n < 15 ? 1 : 2}0000`), { recursive: true })
  const orphan = join(home, 'scans', 'ab')
  mkdirSync(orphan, { recursive: true })
  writeFileSync(join(orphan, 'c'.repeat(62)), 'x')
  office.at('2024-02-01')
  const last = await office.do<Backup>('backup.create', { folder: target })
  const dated = readdirSync(home).filter((name) => name !== 'scans')
  expect([dated.length, dated.includes(last.folder.slice(home.length + 1))]).toEqual([30, true])
  expect(existsSync(join(orphan, 'c'.repeat(62)))).toBe(false)
  expect(await office.do('backup.verify', { folder: last.folder })).toMatchObject({ scans: 2 })
})

test('an old copy of the data folder put back is noticed at unlock and goes on as a new device', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  await commune.do('session.lock')
  const copy = join(root, 'bản sao cũ')
  cpSync(commune.paths.data, copy, { recursive: true })
  await commune.unlock()
  const lost = await register(commune, unit, { name: 'Người sau bản sao' })
  await carry(root, commune, district)
  await commune.do('session.lock')
  const device = await deviceOf(commune)

  rmSync(commune.paths.data, { recursive: true })
  renameSync(copy, commune.paths.data)
  const opened = await commune.do('session.unlock', { passphrase: PASSPHRASE })
  expect(opened).toMatchObject({ becameNewDevice: true })
  expect(await deviceOf(commune)).not.toBe(device)
  const id = await register(commune, unit)
  const stick = newStick(root, 'sau')
  await exportTo(commune, stick)
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', refusal: null }])
  expect([await stageAt(district, id), await stageAt(district, lost)]).toEqual(['listed', 'listed'])
  await commune.do('session.lock')
  expect(await commune.do('session.unlock', { passphrase: PASSPHRASE })).toMatchObject({ becameNewDevice: false })
})

test('a data folder carried to another computer is a new device there, and both may export without a fork', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await commune.do('session.lock')
  const paths = pathsOf(join(root, 'máy khác', 'data'), join(root, 'máy khác', 'marks'))
  cpSync(commune.paths.data, paths.data, { recursive: true })
  const core = coreAt(paths, { today: '2024-02-01' })
  expect(await core.call('session.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    value: { becameNewDevice: true },
  })
  core.close()
  const other = await reopened(commune, paths)
  await commune.unlock()
  const here = await register(commune, unit, { name: 'Lê Thị Ở Đây' })
  const there = await register(other, unit, { name: 'Lê Văn Ở Kia' })
  await carry(root, commune, district)
  await carry(root, other, district)
  expect([await stageAt(district, here), await stageAt(district, there)]).toEqual(['listed', 'listed'])
})

async function officeWithScans(): Promise<{ root: string; office: TestOffice; district: TestOffice; id: string }> {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  return { root, office: commune, district, id }
}

/** The device that records, by its private channel: the newest one. */
function deviceOf(office: TestOffice): Promise<string> {
  return readStoreOf(office.paths, (db) => {
    const own = channelRows(db).filter(({ audience }) => audience === 'own')
    return own.toSorted((a, b) => a.id - b.id).at(-1)?.device ?? ''
  })
}

function no(code: string, data: object = {}): object {
  return { ok: false, error: { code, data } }
}
