/** Every file that leaves in clear: where a person chose, with a reason, logged; and nothing left out comes along. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JournalHealth, OfficeView } from '../../../shared/contract/answers.ts'
import type { ClearFile, ClearLog, LoggedPrint } from '../../../shared/contract/documents.ts'
import type { ListPage } from '../../../shared/contract/lists.ts'
import { INPUTS } from '../../../shared/contract/inputs.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { DocumentKind, ListName, PrintSubject } from '../../../shared/documents/codes.ts'
import { clearRemarks, clearSubject, deepVerdict, DOCUMENT_NAMES, READ_LOG_BROKEN } from '../../../shared/words/vi.ts'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { logList, logPrint, unwritten } from '../../../db/private/documents-made.ts'
import { prepared, read } from '../../../db/transaction.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { writeInClear } from '../../../electron/documents/write-in-clear.ts'
import type { Workplace } from '../../../electron/office/workplace.ts'
import { createFakeDisk } from '../../support/fake-disk.ts'
import { healthPage } from '../../support/health-page.ts'
import { addBranch, foundCommune, pdfFile, register } from '../../support/journey.ts'
import { readStoreOf, writeStoreOf } from '../../support/office-picture.ts'
import { newStoreFile, openedStore } from '../../support/store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n').toString('base64')

test('no name writes a document, a list, a print or a scan without a reason', () => {
  const base = { to: '/a', why: '' }
  for (const [name, more] of [
    ['document.make', { kind: 'exportSlip' }],
    ['list.write', { what: 'units' }],
    ['print.save', { what: 'home', base64: PDF }],
    ['print.log', { what: 'home' }],
    ['scan.read', { sha256: '0'.repeat(64) }],
  ] as const) {
    const { to: _to, ...unnamed } = { ...base, ...more }
    const given = name === 'print.log' ? unnamed : { ...base, ...more }
    expect(INPUTS[name].safeParse({ ...given, why: 'Họp chi bộ' }).success, name).toBe(true)
    expect(INPUTS[name].safeParse(given).success, name).toBe(false)
    const { why: _why, ...silent } = given
    expect(INPUTS[name].safeParse(silent).success, name).toBe(false)
  }
})

test('a page printed, a page saved and a scan taken out are logged with their reason, and the case as read', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder)
  const id = await register(office, await addBranch(office))
  await office.do('print.log', { what: 'candidates', why: 'Họp chi ủy tháng 01' })
  const to = join(folder, 'Hồ sơ Trần Văn Bình.pdf')
  const include = { religion: true, relatives: false }
  const asked = { what: 'case', case: id, include, why: 'Trình ký' }
  const saved = await office.do<ClearFile>('print.save', { ...asked, to, base64: PDF })
  expect(saved).toMatchObject({ file: to, carried: 'no' })
  expect(readFileSync(to).toString('base64')).toBe(PDF)
  const file = pdfFile(folder, 'don.pdf')
  await office.do('paper.record', { case: id, paper: '1-KND', date: '2024-01-02', files: [file] })
  const { state } = await office.do<{ state: { papers: { scans: { sha256: string }[] }[] } }>('case.get', { case: id })
  const sha256 = state.papers[0]?.scans[0]?.sha256 ?? ''
  const out = join(folder, 'Đơn của Trần Văn Bình.pdf')
  expect(await office.do('scan.read', { sha256, to: out, why: 'Nộp cấp trên' })).toMatchObject({ carried: 'no' })
  office.core.close()
  const logged = await readStoreOf(office.paths, (db) =>
    prepared<{ type: string; id: string }>(
      db,
      'SELECT subject_type AS type, subject_id AS id FROM read_log ORDER BY seq',
    ).all(),
  )
  const of = (type: string) => logged.filter((row) => row.type === type).map((row) => JSON.parse(row.id) as unknown)
  expect(of('print')).toEqual([
    { case: null, file: null, include: [], what: 'candidates', why: 'Họp chi ủy tháng 01' },
    { case: id, file: '.pdf', include: ['religion'], what: 'case', why: 'Trình ký' },
  ])
  expect(of('scanFile')).toEqual([{ file: '.pdf', sha256, why: 'Nộp cấp trên' }])
  expect(logged.some((row) => row.type === 'case' && row.id === id)).toBe(true)
  expect(JSON.stringify(logged), 'a line stays when the person is erased').not.toContain('Bình')
})

test('a print is logged before it goes to the printer, and only who began it can say that it did not come out', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder)
  const first = await office.do<LoggedPrint>('print.log', { what: 'home', why: 'Giao ban' })
  const second = await office.do<LoggedPrint>('print.log', { what: 'units', why: 'Họp' })
  const saved = { what: 'home', why: 'Gửi huyện', to: join(folder, 'a.pdf'), base64: PDF }
  await office.do('print.save', saved)
  const rows = async () => (await office.do<ClearLog>('clear.list')).rows
  expect((await rows()).map(({ isWritten }) => isWritten)).toEqual([true, true, true])
  await office.do('print.cancelled', first)
  expect((await rows()).map((row) => [row.what, clearRemarks(row)])).toEqual([
    ['home', null],
    ['units', null],
    ['home', 'Chưa in: đã hủy hoặc máy in báo lỗi'],
  ])
  await office.do('user.add', { login: 'b', name: 'Lê Văn B', post: 'Phó', roles: ['clerk'], passphrase: OTHER })
  const pdf = (await rows())[0]?.seq ?? 0
  for (const line of [first.line, pdf, 9_999])
    expect(await office.refused('print.cancelled', { line }), 'denied already, a file, nothing').toMatchObject({
      code: 'NOT_FOUND',
    })
  await office.do('session.unlock', { login: 'b', passphrase: OTHER })
  expect(await office.refused('print.cancelled', second), 'of somebody else').toMatchObject({ code: 'NOT_FOUND' })
  office.core.close()
})

test('what is no whole PDF is not written', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder)
  const to = join(folder, 'x.pdf')
  for (const bytes of ['MZ program', '%PDF-1.7 cut off']) {
    const base64 = Buffer.from(bytes).toString('base64')
    const refused = await office.refused('print.save', { what: 'home', why: 'Họp', to, base64 })
    expect(refused.code).toBe('NOT_A_PDF')
  }
  expect(existsSync(to)).toBe(false)
  office.core.close()
})

test('the administrator sees who took what out of the program, and why; nobody else does', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder)
  const id = await register(office, await addBranch(office))
  expect(await office.do<ClearLog>('clear.list')).toEqual({ rows: [], more: false, isCut: false })
  await office.do('print.log', { what: 'case', case: id, include: { relatives: true }, why: 'Trình ký' })
  const include = { identityNumbers: true, religion: true }
  const to = join(folder, 'ds.xlsx')
  await office.do('list.write', { what: 'candidates', include, to, why: 'Gửi huyện' })
  const gone = join(folder, 'khong-co', 'a.xlsx')
  expect(await office.refused('list.write', { what: 'units', to: gone, why: 'Họp' })).toMatchObject({
    code: 'DISK_GONE',
  })
  const { rows } = await office.do<ClearLog>('clear.list')
  const by = { userName: 'Trần Thị Hồng Nhung' }
  expect(rows).toMatchObject([
    { ...by, type: 'list', what: 'units', people: 1, file: 'a.xlsx', why: 'Họp', isWritten: false },
    { ...by, type: 'list', what: 'candidates', people: 1, include: ['identityNumbers', 'religion'], isWritten: true },
    { ...by, type: 'print', what: 'case', people: 1, include: ['relatives'], file: null, isWritten: true },
  ])
  const page = await office.do<ListPage>('list.read', { what: 'clearFiles' })
  expect(page.rows.map((row) => [row[4], row[5], row[6], row[9]])).toEqual([
    ['Lưu ra Excel', 'Danh sách đơn vị trực thuộc', 1, 'Chưa ghi xong, có thể còn tệp dở ở nơi đến'],
    ['Lưu ra Excel', 'Danh sách nguồn và hồ sơ', 1, 'Kèm số định danh cá nhân, tôn giáo'],
    ['In ra giấy', 'Hồ sơ của một người', 1, 'Kèm người thân'],
  ])
  expect(page.rows.map((row) => row.slice(1, 3))).toEqual(rows.map(() => ['2024-01-02', '08:00']))
  await office.do('user.add', {
    login: 'bithu',
    name: 'Lê Văn Thắng',
    post: 'Bí thư',
    roles: ['secretary'],
    passphrase: OTHER,
  })
  await office.do('session.unlock', { login: 'bithu', passphrase: OTHER })
  for (const [name, input] of [
    ['clear.list', {}],
    ['list.read', { what: 'clearFiles' }],
    ['list.write', { what: 'clearFiles', to, why: 'Xem' }],
    ['print.log', { what: 'clearFiles', why: 'Xem' }],
  ] as const)
    expect([name, (await office.refused(name, input)).code]).toEqual([name, 'FORBIDDEN_ROLE'])
  expect(await office.do('list.read', { what: 'units' })).toMatchObject({ total: 1 })
  office.core.close()
})

const OTHER = 'cá chép hóa rồng'

const CALENDAR = { what: 'calendar', case: null, include: [], file: null } as const

test('the log comes in windows, and the deep check of the journal says whether a line of it was taken out', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('print.log', { what: 'home', why: 'Đầu tiên' })
  await writeStoreOf(office, (db) => {
    for (let copy = 0; copy < 200; copy += 1)
      logPrint(db, '2024-01-02T01:00:00Z', 'không còn', { ...CALENDAR, why: 'Giao ban' })
  })
  const first = await office.do<ClearLog>('clear.list')
  expect([first.rows.length, first.more]).toEqual([200, true])
  expect(first.rows[0]).toMatchObject({ userName: null, what: 'calendar', people: null })
  const rest = await office.do<ClearLog>('clear.list', { before: first.rows.at(-1)?.seq })
  expect(rest).toMatchObject({ rows: [{ why: 'Đầu tiên' }], more: false })
  const health = (input: object) => office.do<JournalHealth>('journal.health', input)
  expect((await health({})).readLog).toBe('unchecked')
  expect((await health({ deep: true })).readLog).toBe('whole')
  await writeStoreOf(office, (db) => prepared(db, 'DELETE FROM read_log WHERE seq = 2').run())
  expect((await health({ deep: true })).readLog).toBe('broken')
  office.core.close()
})

test('that the last lines of the log are gone is said with the log and with the journal, unasked', async () => {
  const office = await foundCommune(temporaryFolder())
  const page = async (): Promise<string> =>
    healthPage(await office.do<JournalHealth>('journal.health', {}), await office.do<OfficeView>('office.get'))
  await office.do('print.log', { what: 'home', why: 'Giao ban' })
  expect(await page()).not.toContain(READ_LOG_BROKEN)
  await writeStoreOf(office, (db) => prepared(db, 'DELETE FROM read_log').run())
  expect(await office.do<JournalHealth>('journal.health', {})).toMatchObject({ readLog: 'broken' })
  expect(await office.do<ClearLog>('clear.list')).toEqual({ rows: [], more: false, isCut: true })
  expect(await page()).toContain(READ_LOG_BROKEN)
  await office.do('print.log', { what: 'home', why: 'Họp' })
  expect(await office.do<ClearLog>('clear.list')).toMatchObject({ rows: [{ why: 'Họp' }], isCut: true })
  expect(await page()).toContain(READ_LOG_BROKEN)
  office.core.close()
})

test('where the log has no room left, nothing is written in clear', async () => {
  const folder = temporaryFolder()
  const store = openedStore(newStoreFile())
  migrate(store, migrations, { now: '2024-01-01T00:00:00Z', backupFirst: () => ({ ok: true, value: null }) })
  const workplace = trusted<Workplace>({
    store,
    disk: nodeDisk,
    clock: { at: () => '2024-01-02T01:00:00Z' },
    user: { id: 'u' },
  })
  const to = join(folder, 'ds.xlsx')
  const writing = (why: string) =>
    writeInClear(workplace, to, Buffer.from('x'), (db, at, user) =>
      logList(db, at, user, { what: 'units', rows: 1, include: [], file: 'ds.xlsx', why }),
    )
  store.sqlite.pragma(`max_page_count = ${String(store.sqlite.pragma('page_count', { simple: true }))}`)
  await expect(writing('Lý do rất dài. '.repeat(2000))).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(existsSync(to)).toBe(false)
  store.sqlite.pragma('max_page_count = 100000')
  expect(await writing('Họp')).toMatchObject({ ok: true, value: { file: to } })
  expect(existsSync(to)).toBe(true)
  store.close()
})

test('a file stands where only its folder could not be synced: the log does not deny it', async () => {
  const store = openedStore(newStoreFile())
  migrate(store, migrations, { now: '2024-01-01T00:00:00Z', backupFirst: () => ({ ok: true, value: null }) })
  const disk = createFakeDisk()
  disk.plant('/usb/khac.txt', Buffer.from('x'))
  const workplace = trusted<Workplace>({
    store,
    disk,
    clock: { at: () => '2024-01-02T01:00:00Z' },
    user: { id: 'u' },
  })
  let before = 0
  const operations = ['open', 'write', 'sync', 'close', 'rename', 'fsyncDir']
  for (const [place, operation] of operations.entries()) {
    const file = `/usb/${operation}.xlsx`
    disk.breakDown({ failFrom: { operation: place + 1, errno: 'EIO' } })
    const written = await writeInClear(workplace, file, Buffer.from('x'), (db, at, user) =>
      logList(db, at, user, { what: 'units', rows: 1, include: [], file, why: 'Họp' }),
    )
    expect(written.ok, operation).toBe(false)
    const denied = read(store, (db) => unwritten(db, 0)).size
    expect([operation, denied - before], 'denied where it is not there').toEqual([
      operation,
      disk.paths().includes(file) ? 0 : 1,
    ])
    before = denied
  }
  expect(disk.paths()).toContain('/usb/fsyncDir.xlsx')
  store.close()
})

test('a good report never follows a log that is broken', () => {
  const whole = { channels: [], tables: 'equal', readLog: 'whole' } as const
  const tones = (health: Parameters<typeof deepVerdict>[0]) => deepVerdict(health).map(({ tone }) => tone)
  expect(tones(whole)).toEqual(['whole'])
  expect(tones({ ...whole, readLog: 'broken' })).toEqual(['broken', 'plain'])
  expect(tones({ ...whole, tables: 'different' })).toEqual(['broken'])
  expect(tones({ ...whole, tables: 'different', readLog: 'broken' })).toEqual(['broken', 'broken'])
})

test('every kind of thing that can leave in clear has a name in that log', () => {
  for (const what of PrintSubject.options) expect(clearSubject({ type: 'print', what })).not.toBe('Không rõ')
  for (const what of DocumentKind.options) expect(clearSubject({ type: 'document', what })).toBe(DOCUMENT_NAMES[what])
  for (const what of [...ListName.options, 'classRoster', 'report'])
    expect(clearSubject({ type: 'list', what })).not.toBe('Không rõ')
})
