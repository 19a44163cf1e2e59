/** Copies of the store from before an update: none outlives a month, an erasure, or a change of the store key. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { openCopy, openStore } from '../../../db/open.ts'
import { copyBeforeUpdate, sweepCopies } from '../../../electron/office/store-copies.ts'
import { addBranch, foundCommune, newStick, register } from '../../support/journey.ts'
import { faultyDisk } from '../../support/faulty-disk.ts'
import { reopened, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const COPY = 'store.db.before-100-20240110T010000Z'

/** An office with a copy from an update on 10/01/2024, opened on a day. */
async function updated(day: string): Promise<{ readonly office: TestOffice; readonly root: string }> {
  const root = temporaryFolder()
  const founded = await foundCommune(root)
  await register(founded, await addBranch(founded))
  founded.core.close()
  writeFileSync(join(founded.paths.data, COPY), 'x')
  return { office: await reopened(founded, founded.paths, day), root }
}

const copiesIn = ({ paths }: TestOffice) => readdirSync(paths.data).filter((name) => name.includes('.before-'))

test('the copy of the last update stands for a month, those of earlier ones and torn ones do not', async () => {
  const { office } = await updated('2024-02-09')
  expect(copiesIn(office)).toEqual([COPY])
  office.core.close()
  for (const older of [
    'store.db.before-90-20231201T010000Z',
    'store.db.before-100-20240109T230000Z',
    `${COPY}-journal`,
  ])
    writeFileSync(join(office.paths.data, older), 'x')
  const again = await reopened(office, office.paths, '2024-02-09')
  expect(copiesIn(again)).toEqual([COPY, `${COPY}-journal`])
  again.core.close()
  const later = await reopened(office, office.paths, '2024-02-10')
  expect(copiesIn(later)).toEqual([])
  expect(existsSync(later.paths.store)).toBe(true)
  later.core.close()
})

test('a date in doubt makes no copy too old', async () => {
  const { office } = await updated('2024-01-11')
  await sweepCopies({ disk: nodeDisk, paths: office.paths }, null, null)
  expect(copiesIn(office)).toEqual([COPY])
  await sweepCopies({ disk: nodeDisk, paths: office.paths }, '2099-01-01T01:00:00Z', null)
  expect(copiesIn(office)).toEqual([])
  office.core.close()
})

test('a backup takes it once it has stood for a week', async () => {
  const { office, root } = await updated('2024-01-17')
  const folder = newStick(root, 'sao luu')
  await office.do('backup.create', { folder })
  expect(copiesIn(office)).toEqual([COPY])
  office.at('2024-01-18')
  await office.do('backup.create', { folder })
  expect(copiesIn(office)).toEqual([])
  office.core.close()
})

test('an erasure takes it, since it holds the person, and takes it at the next start where that failed', async () => {
  const { office } = await updated('2024-01-20')
  const unit = await addBranch(office, 'Chi bộ thôn Đồng Tâm')
  const person = await register(office, unit, { name: 'Lê Thị Mai' })
  await office.do('candidate.withdraw', { case: person, reason: 'withdrawn', date: '2024-01-20' })
  await office.do('case.erase', { case: person, reason: 'Người có tên đề nghị' })
  expect(copiesIn(office)).toEqual([])
  office.core.close()
  writeFileSync(join(office.paths.data, COPY), 'x')
  const again = await reopened(office, office.paths, '2024-01-21')
  expect(copiesIn(again)).toEqual([])
  again.core.close()
})

test('what an erasure could not do any more, from whichever operation on, the next unlock does', async () => {
  const { office: first } = await updated('2024-01-20')
  first.core.close()
  const faulty = faultyDisk()
  let office = await reopened(first, first.paths, '2024-01-20', faulty.disk)
  const unit = await addBranch(office, 'Chi bộ thôn Đồng Tâm')
  const again = async () => {
    office.core.close()
    office = await reopened(office, office.paths, '2024-01-20', faulty.disk)
  }
  // Made while the computer's clock was ahead: by its name it is younger than the erasure.
  const copy = join(office.paths.data, 'store.db.before-100-20240125T010000Z')
  let left = 0
  let isWhole = false
  for (let from = 1; !isWhole; from += 1) {
    const person = await register(office, unit, { name: `Lê Thị Mai ${'I'.repeat(from)}` })
    await office.do('candidate.withdraw', { case: person, reason: 'withdrawn', date: '2024-01-20' })
    writeFileSync(copy, 'x')
    faulty.plan({ from, errno: 'EIO' })
    await office.do('case.erase', { case: person, reason: 'Người có tên đề nghị' })
    isWhole = faulty.operations() < from
    faulty.plan()
    if (existsSync(copy)) left += 1
    await again()
    expect([from, existsSync(copy)]).toEqual([from, false])
  }
  expect(left).toBeGreaterThan(0)
  // Done once it is not done again: a copy that was made since stands.
  writeFileSync(copy, 'x')
  await again()
  expect(existsSync(copy)).toBe(true)
  office.core.close()
})

test('a change of the store key takes it, since it opens with the old one', async () => {
  const { office } = await updated('2024-01-20')
  const { user } = await office.do<{ user: string }>('user.add', {
    login: 'binh',
    name: 'Trần Văn Bình',
    post: 'Cán bộ',
    roles: ['clerk'],
    passphrase: 'mật khẩu thứ hai đủ dài',
  })
  await office.do('user.disable', { userId: user, reason: 'Nghỉ việc' })
  expect(copiesIn(office)).toEqual([])
  office.core.close()
})

test('a copy opens with the key of the store, and its name says when it was made', () => {
  const folder = temporaryFolder()
  const key = Buffer.alloc(32, 7)
  const opened = openStore(join(folder, 'store.db'), { key, create: true })
  if (!opened.ok) throw new Error(opened.error.code)
  opened.value.sqlite.exec('CREATE TABLE t (a TEXT) STRICT')
  copyBeforeUpdate(opened.value, 100, '2024-01-10T01:00:00Z')
  opened.value.close()
  const copy = openCopy(join(folder, COPY), key)
  expect(copy.ok && copy.value.sqlite.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 0 })
  if (copy.ok) copy.value.close()
})
