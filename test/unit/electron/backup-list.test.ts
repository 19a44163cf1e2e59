/** The backups in a place: found from the stick, the office's folder or the dated one, and by name in the place of the settings. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Backup } from '../../../electron/backup/backup.ts'
import { printManifest, readManifest } from '../../../electron/backup/layout.ts'
import { createCore } from '../../../electron/core.ts'
import { fixedClock } from '../../../electron/clock.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { pathsOf } from '../../../electron/paths.ts'
import type { BackupListing } from '../../../shared/contract/backups.ts'
import type { ListPage } from '../../../shared/contract/lists.ts'
import { foundOffice, succeed } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('backups are listed newest first, wherever a person points, also before an office is there', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'ba-sao', name: 'Đảng ủy xã Ba Sao', capacities: ['proposes'] })
  const stick = join(root, 'stick')
  mkdirSync(stick)
  const list = (input = {}) => office.do<BackupListing>('backup.list', input)
  expect(await list()).toEqual({ folder: null, there: false, daily: true, due: false, backups: [] })

  await office.do('setting.change', { key: 'backupFolder', value: stick })
  expect(await list()).toMatchObject({ folder: stick, there: true, due: true, backups: [] })
  const first = await office.do<Backup>('backup.create')
  office.at('2024-01-03')
  const second = await office.do<Backup>('backup.create')
  const { due, backups } = await list()
  expect(due).toBe(false)
  expect(backups.map(({ folder, at, office: name }) => ({ folder, at, name }))).toEqual([
    { folder: second.folder, at: '2024-01-03T01:00:00Z', name: 'Đảng ủy xã Ba Sao' },
    { folder: first.folder, at: '2024-01-02T01:00:00Z', name: 'Đảng ủy xã Ba Sao' },
  ])
  expect(await office.do('backup.verify', { name: backups[1]?.name })).toMatchObject({ at: first.at })
  expect(await office.refused('backup.verify', {})).toMatchObject({ code: 'BACKUP_NOT_FOUND' })
  expect(await office.refused('backup.verify', { name: '../..' })).toMatchObject({ code: 'INVALID_INPUT' })

  // A damaged manifest is left out; the others are still found.
  writeFileSync(join(first.folder, 'backup.json'), '{')
  const fresh = createCore({
    disk: nodeDisk,
    paths: pathsOf(join(root, 'offices/moi'), join(root, 'marks/moi')),
    clock: fixedClock('2024-02-01'),
  })
  for (const folder of [stick, join(second.folder, '..'), second.folder]) {
    const found = await succeed<BackupListing>(fresh.call('backup.list', { folder }))
    expect(found.backups.map((backup) => backup.folder)).toEqual([second.folder])
  }
  expect(await succeed(fresh.call('backup.list', { folder: join(root, 'không có') }))).toMatchObject({ backups: [] })
  expect(await succeed(fresh.call('backup.list', {}))).toMatchObject({ folder: null, backups: [] })
})

test('every backup is listed and goes to paper, however many were put together by hand', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'ba-sao', name: 'Đảng ủy xã Ba Sao', capacities: ['proposes'] })
  await office.do('setting.change', { key: 'backupFolder', value: root })
  const { folder } = await office.do<Backup>('backup.create')
  const made = await readManifest(nodeDisk, folder)
  if (!made.ok) throw new Error(made.error.code)
  const days = Array.from({ length: 64 }, (_, place) =>
    new Date(Date.UTC(2023, 0, 1 + place)).toISOString().slice(0, 10),
  )
  for (const day of days) {
    const older = join(folder, '..', `${day.replaceAll('-', '')}-010000`)
    mkdirSync(older)
    writeFileSync(join(older, 'backup.json'), printManifest({ ...made.value, at: `${day}T01:00:00Z` }))
  }
  const all = [made.value.at.slice(0, 10), ...days.toReversed()]
  const { backups } = await office.do<BackupListing>('backup.list')
  expect(backups.map(({ at }) => at.slice(0, 10))).toEqual(all)
  const { rows, total } = await office.do<ListPage>('list.read', { what: 'backups' })
  expect([rows.length, total]).toEqual([all.length, all.length])
})

test('a stick that is gone is said to be gone', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'ba-sao', name: 'Đảng ủy xã Ba Sao', capacities: ['proposes'] })
  await office.do('setting.change', { key: 'backupFolder', value: join(root, 'đã rút') })
  await office.do('setting.change', { key: 'backupDaily', value: false })
  expect(await office.do('backup.list')).toEqual({
    folder: join(root, 'đã rút'),
    there: false,
    daily: false,
    due: false,
    backups: [],
  })
})
