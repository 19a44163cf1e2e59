/** Whether the recovery sheet was read back: known to the store, never claimed for a sheet that was not, and no secret. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { keepSheetStanding } from '../../../db/private/recovery-sheet.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { pathsOf } from '../../../electron/paths.ts'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { newStick } from '../../support/journey.ts'
import { coreAt, foundOffice, joinOffice, PASSPHRASE, succeed, type TestOffice } from '../../support/office.ts'
import { writeStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const SET_UP = {
  profile: { name: 'Đảng ủy xã', code: 'xa', capacities: [{ capacity: 'proposes', from: '2020-01-01' }] },
  user: { login: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
  passphrase: PASSPHRASE,
}

const standingOf = async (office: Pick<TestOffice, 'do'>) =>
  (await office.do<{ sheet: { provedAt: string | null } | null }>('office.get')).sheet

function found(root: string, disk: Disk = nodeDisk): Promise<TestOffice> {
  return foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes'], disk })
}

test('an office that was closed before its sheet was read back knows so, until the sheet has opened it', async () => {
  const root = temporaryFolder()
  const paths = pathsOf(join(root, 'data'), join(root, 'marks'))
  const first = coreAt(paths, { today: '2024-01-02' })
  const { sheet } = await succeed<{ sheet: string[] }>(first.call('office.setUp', SET_UP))
  first.close()
  const core = coreAt(paths, { today: '2024-01-03' })
  const ask = async () => {
    await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
    return core.call('office.get', {})
  }
  expect(await ask()).toMatchObject({ ok: true, value: { sheet: { provedAt: null } } })
  await core.call('session.lock', {})
  // Of another sheet, right by its check digits, nothing is believed.
  const strange = sheet.with(0, sheet[0] === '000008' ? '111119' : '000008')
  expect(await core.call('vault.proveSheet', { sheet: strange.join(' ') })).toMatchObject({ ok: false })
  expect(await ask()).toMatchObject({ ok: true, value: { sheet: { provedAt: null } } })
  await core.call('session.lock', {})
  // Locked, as after the first start: the sheet itself opens the store.
  expect(await core.call('vault.proveSheet', { sheet: sheet.join(' ') })).toMatchObject({ ok: true })
  expect(await ask()).toMatchObject({ ok: true, value: { sheet: { provedAt: '2024-01-03T01:00:00Z' } } })
  core.close()
})

test('a new sheet is unproved until it is read back itself; the old one proves nothing any more', async () => {
  const office = await found(temporaryFolder())
  await office.do('vault.proveSheet', { sheet: office.sheet.join(' ') })
  expect(await standingOf(office)).toEqual({ provedAt: '2024-01-02T01:00:00Z' })
  const { sheet } = await office.do<{ sheet: string[] }>('vault.newSheet')
  expect(await standingOf(office)).toEqual({ provedAt: null })
  expect(await office.refused('vault.proveSheet', { sheet: office.sheet.join(' ') })).toMatchObject({
    code: 'VAULT_WRONG_SHEET',
  })
  expect(await standingOf(office)).toEqual({ provedAt: null })
  await office.do('vault.proveSheet', { sheet: sheet.join(' ') })
  expect(await standingOf(office)).toEqual({ provedAt: '2024-01-02T01:00:00Z' })
})

test('a new sheet that could not be made leaves what was known of the old one', async () => {
  let isFull = false
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      if (isFull && to.includes('vault'))
        throw new DiskError({ code: 'DISK_FULL', operation: 'rename', path: to, errno: 'ENOSPC' })
      return nodeDisk.rename(from, to)
    },
  }
  const office = await found(temporaryFolder(), disk)
  await office.do('vault.proveSheet', { sheet: office.sheet.join(' ') })
  isFull = true
  expect(await office.refused('vault.newSheet')).toMatchObject({ code: 'VAULT_DISK' })
  expect(await standingOf(office)).toEqual({ provedAt: '2024-01-02T01:00:00Z' })
})

test('an office founded before this was kept is neither reminded nor said to be proved', async () => {
  const office = await found(temporaryFolder())
  await writeStoreOf(office, (db) => keepSheetStanding(db, null))
  expect(await standingOf(office)).toBeNull()
  await office.do('vault.newSheet')
  expect(await standingOf(office)).toEqual({ provedAt: null })
})

test('a sheet that has set a passphrase anew, or brought an office back, is proved by that', async () => {
  const root = temporaryFolder()
  const office = await found(root)
  const { folder } = await office.do<{ folder: string }>('backup.create', { folder: newStick(root, 'usb') })
  const sheet = office.sheet.join(' ')
  await office.do('session.lock')
  await office.do('vault.resetPassphrase', { sheet, login: 'vanthu', passphrase: PASSPHRASE })
  await office.unlock()
  expect(await standingOf(office)).toEqual({ provedAt: '2024-01-02T01:00:00Z' })
  office.core.close()
  const back = async (wayIn: object) => {
    rmSync(join(root, 'new'), { recursive: true, force: true })
    const core = coreAt(pathsOf(join(root, 'new', 'data'), join(root, 'new', 'marks')), { today: '2024-03-04' })
    await succeed(core.call('backup.restore', { folder, ...wayIn }))
    await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
    const { sheet: standing } = await succeed<{ sheet: unknown }>(core.call('office.get', {}))
    core.close()
    return standing
  }
  expect(await back({ passphrase: PASSPHRASE })).toEqual({ provedAt: null })
  expect(await back({ sheet })).toEqual({ provedAt: '2024-03-04T01:00:00Z' })
})

test('a second computer of an office has a sheet of its own to prove', async () => {
  const root = temporaryFolder()
  const office = await found(root)
  await office.do('vault.proveSheet', { sheet: office.sheet.join(' ') })
  const second = await joinOffice(office, root, newStick(root, 'usb'))
  expect(await standingOf(second)).toEqual({ provedAt: null })
})
