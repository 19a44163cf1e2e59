/** The people of an office: a second user, what roles allow, shutting someone out, passphrases, the recovery sheet. */
import { expect, test, vi } from 'vitest'
import { readLogHolds } from '../../../db/private/read-log.ts'
import { prepared } from '../../../db/transaction.ts'
import { API, apiEntry } from '../../../shared/contract/api.ts'
import { rolesFor } from '../../../shared/contract/role-limits.ts'
import { Role } from '../../../shared/model/codes.ts'
import { createCore, type Reader } from '../../../electron/core.ts'
import { fixedClock } from '../../../electron/clock.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { readerThreads } from '../../../electron/threads/reader.ts'
import { addUser } from '../../../electron/vault/vault-changes.ts'
import { addBranch, foundCommune, HOA, register } from '../../support/journey.ts'
import { SMALLEST } from '../../support/smallest-inputs.ts'
import { COST, PASSPHRASE, succeed, type TestOffice } from '../../support/office.ts'
import { readStoreOf, storeKeyOf, writeStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const PERIOD = { kind: 'year', from: '2024-01-01', to: '2024-12-31' }
const OTHER = 'cá chép hóa rồng'
const SECOND = { login: 'bithu', name: 'Lê Văn Thắng', post: 'Bí thư', roles: ['secretary'], passphrase: OTHER }

test('a second user has a passphrase of their own, and what they record bears their name', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  const { user } = await office.do<{ user: string }>('user.add', SECOND)
  expect(await office.refused('session.unlock', { passphrase: OTHER })).toEqual({
    code: 'VAULT_LOGIN_NEEDED',
    data: { logins: ['vanthu', 'bithu'] },
  })
  expect(await office.refused('session.unlock', { login: 'bithu', passphrase: PASSPHRASE })).toMatchObject({
    code: 'VAULT_WRONG_PASSPHRASE',
  })
  expect(await office.do('session.unlock', { login: 'BiThu', passphrase: OTHER })).toMatchObject({
    user,
    name: 'Lê Văn Thắng',
    roles: ['secretary'],
  })
  const id = await register(office, unit)
  const { timeline } = await office.do<{ timeline: { actor: string; post: string }[] }>('case.get', { case: id })
  expect(timeline.map(({ actor, post }) => [actor, post])).toEqual([['Lê Văn Thắng', 'Bí thư']])
})

test(
  'for every name of the port and every role, a call is let through or refused exactly as declared',
  { timeout: 60_000 },
  async () => {
    const office = await foundCommune(temporaryFolder())
    const id = await addUserOf(office, ['viewer'])
    const found: string[] = []
    const declared: string[] = []
    const checked = API.filter((entry) => entry.needs === 'session')
    for (const role of Role.options) {
      await asAdministrator(office)
      await office.do('user.change', { userId: id, name: 'Lê Văn Thắng', post: 'Cán bộ', roles: [role] })
      await office.do('session.unlock', { login: 'thu', passphrase: OTHER })
      for (const entry of checked) {
        const input = SMALLEST[entry.name] ?? {}
        const answer = await office.core.call(entry.name, input)
        const code = answer.ok ? 'let in' : answer.error.code
        found.push(`${entry.name} ${role} ${code === 'FORBIDDEN_ROLE' ? 'refused' : 'let in'}`)
        declared.push(`${entry.name} ${role} ${rolesFor(entry, input).includes(role) ? 'let in' : 'refused'}`)
        // A new name whose schema takes no empty input needs one in test/support/smallest-inputs.ts.
        expect([entry.name, code]).not.toEqual([entry.name, 'INVALID_INPUT'])
      }
    }
    expect(found).toEqual(declared)
    expect(found.length).toBeGreaterThan(200)
  },
)

test('who only views reads everything and records nothing', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  const id = await register(office, unit)
  await addUserOf(office, ['viewer'])
  await office.do('session.unlock', { login: 'thu', passphrase: OTHER })
  expect(await office.do('case.get', { case: id })).toMatchObject({ stage: 'listed' })
  expect(await office.refused('candidate.register', { profile: HOA, unit })).toEqual({
    code: 'FORBIDDEN_ROLE',
    data: { roles: apiEntry('candidate.register')?.roles },
  })
  expect(await office.refused('user.add', { ...SECOND, passphrase: OTHER })).toMatchObject({ code: 'FORBIDDEN_ROLE' })
})

test('who only runs classes sees names put forward and no dossier, no scan, no review, and no paper or list of them', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  const id = await register(office, unit)
  await office.do('class.nominateMany', { cases: [id], class: 'awareness', date: '2024-01-02' })
  await addUserOf(office, ['organiser'])
  expect(await office.do('home.get')).toMatchObject({ people: 1 })
  await office.do('session.unlock', { login: 'thu', passphrase: OTHER })
  const closed: readonly (readonly [string, object])[] = [
    ['case.get', { case: id }],
    ['candidate.search', {}],
    ['scan.get', { sha256: 'a'.repeat(64) }],
    ['scan.read', { sha256: 'a'.repeat(64), to: '/x', why: 'Xem' }],
    ['review.list', {}],
    ['meeting.list', {}],
    ['decision.register', {}],
    ['report.people', { period: PERIOD, of: { who: { step: 'any' } } }],
    ['document.preview', { kind: 'admissionDecision', case: id }],
    ['list.write', { what: 'candidates', to: '/x/a.xlsx', why: 'In' }],
    ...['candidates', 'board', 'home', 'reviewQueue', 'decisions'].map((what) => ['list.read', { what }] as const),
    ['print.log', { what: 'case', case: id, why: 'In' }],
  ]
  const codes = []
  for (const [name, input] of closed) codes.push([name, (await office.refused(name, input)).code])
  expect(codes).toEqual(closed.map(([name]) => [name, 'FORBIDDEN_ROLE']))
  expect(await office.do('class.asks', {})).toMatchObject({ rows: [{ case: id, name: HOA.name }] })
  expect(await office.do('home.get')).toMatchObject({ cases: [], watch: { certificates: { rows: [] } } })
  expect(JSON.stringify(await office.do('home.get'))).not.toContain(HOA.name)
  expect(await office.do('document.preview', { kind: 'periodReport', period: PERIOD })).toBeDefined()
  expect(await office.do('list.read', { what: 'classes' })).toMatchObject({ total: 0 })
})

test('a user shut out: the passphrase no longer opens, the store has another key, everybody else goes on', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  const { user } = await office.do<{ user: string }>('user.add', SECOND)
  const before = await storeKeyOf(office.paths)
  await office.do('user.disable', { userId: user, reason: 'Chuyển công tác' })
  expect(await office.refused('office.get')).toEqual({ code: 'LOCKED', data: {} })
  expect(await office.refused('session.unlock', { login: 'bithu', passphrase: OTHER })).toEqual({
    code: 'VAULT_LOGIN_UNKNOWN',
    data: { login: 'bithu' },
  })
  await office.unlock()
  expect(await storeKeyOf(office.paths)).not.toEqual(before)
  expect(await office.do('candidate.search')).toMatchObject({ rows: [{ case: id }] })
  expect(await office.do('user.list')).toMatchObject({
    users: expect.arrayContaining([expect.objectContaining({ id: user, disabled: true })]) as unknown,
  })
  // The sheet in the safe still opens, and the login is free again.
  await office.do('vault.resetPassphrase', { sheet: office.sheet.join(' '), login: 'vanthu', passphrase: PASSPHRASE })
  await office.do('session.unlock', { passphrase: PASSPHRASE })
  await office.do('user.add', SECOND)
  // Whoever has the login now is not the one who was shut out: the key stays from one unlocking to the next.
  const now = await storeKeyOf(office.paths)
  await office.do('session.unlock', { login: 'vanthu', passphrase: PASSPHRASE })
  expect(await storeKeyOf(office.paths)).toEqual(now)
})

test('shutting a user out works while the reader thread has the store open', async () => {
  const office = await foundCommune(temporaryFolder())
  const { user } = await office.do<{ user: string }>('user.add', SECOND)
  office.core.close()
  const surroundings = { disk: nodeDisk, paths: office.paths, clock: fixedClock('2024-01-03'), cost: COST }
  const readers: Reader[] = []
  const core = createCore(surroundings, (workplace) => {
    const reader = readerThreads()(workplace)
    readers.push(reader)
    return reader
  })
  const unlock = { login: 'vanthu', passphrase: PASSPHRASE }
  await succeed(core.call('session.unlock', unlock))
  await expect.poll(() => readers[0]?.isReady(), { timeout: 10_000 }).toBe(true)
  expect(await core.call('user.list', {})).toMatchObject({ value: { users: [{}, {}] } })
  await succeed(core.call('user.disable', { userId: user }))
  await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
  expect(await core.call('journal.health', { deep: true })).toMatchObject({ value: { tables: 'equal' } })
  core.close()
})

test('the last administrator can neither be removed nor lose the role', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('user.add', SECOND)
  const { user } = await office.do<{ user: { id: string } }>('office.get')
  expect(await office.refused('user.disable', { userId: user.id })).toEqual({ code: 'LAST_ADMINISTRATOR', data: {} })
  expect(
    await office.refused('user.change', { userId: user.id, name: 'Nhung', post: 'Văn thư', roles: ['clerk'] }),
  ).toEqual({ code: 'LAST_ADMINISTRATOR', data: {} })
  await asAdministrator(office)
  expect(await office.do('office.get')).toMatchObject({ user: { id: user.id } })
})

test('a login and a person are not taken twice, and a refused user leaves no way in', async () => {
  const office = await foundCommune(temporaryFolder())
  await office.do('user.add', SECOND)
  expect(await office.refused('user.add', { ...SECOND, login: 'BITHU' })).toEqual({
    code: 'VAULT_LOGIN_TAKEN',
    data: { login: 'BITHU' },
  })
  expect(await office.refused('user.add', { ...SECOND, login: 'moi', passphrase: 'moi' })).toMatchObject({
    code: 'PASSPHRASE_TOO_SHORT',
  })
  expect(await office.do('vault.describe')).toMatchObject({ logins: ['vanthu', 'bithu'] })
})

test('adding a user twice with the same call adds one, also when the first attempt broke off in the middle', async () => {
  const office = await foundCommune(temporaryFolder())
  const call = '01990000-0000-7000-8000-00000000000a'
  const first = await office.do('user.add', SECOND, call)
  expect(await office.do('user.add', SECOND, call)).toEqual(first)
  expect(await office.do<{ users: unknown[] }>('user.list')).toMatchObject({ users: [{}, {}] })
  // A slot whose user was never recorded: the power went between vault and journal.
  const place = { disk: nodeDisk, folder: office.paths.data, cost: COST }
  const torn = { login: 'moi', passphrase: OTHER, userId: '01990000-0000-7000-8000-00000000000b' }
  const slot = await addUser(place, { ...torn, storeKey: await storeKeyOf(office.paths), at: '2024-01-02T01:00:00Z' })
  expect(slot).toEqual({ ok: true, value: undefined })
  await office.do('user.add', { ...SECOND, login: 'moi', passphrase: 'mật khẩu khác hẳn' })
  await office.do('session.unlock', { login: 'moi', passphrase: 'mật khẩu khác hẳn' })
  expect(await office.do('vault.describe')).toMatchObject({ logins: ['vanthu', 'bithu', 'moi'] })
})

test('a change of passphrase asks for the old one and leaves the recovery sheet as it was', async () => {
  const office = await foundCommune(temporaryFolder())
  const change = { oldPassphrase: PASSPHRASE, newPassphrase: OTHER }
  expect(await office.refused('user.changePassphrase', { ...change, oldPassphrase: 'sai mật khẩu rồi' })).toEqual({
    code: 'VAULT_WRONG_PASSPHRASE',
    data: {},
  })
  expect(await office.refused('user.changePassphrase', { ...change, newPassphrase: 'aaaaaaaaaaaa' })).toEqual({
    code: 'PASSPHRASE_ONE_CHARACTER',
    data: {},
  })
  expect(await office.do('user.changePassphrase', change)).toEqual({ login: 'vanthu' })
  expect(await office.refused('session.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    code: 'VAULT_WRONG_PASSPHRASE',
  })
  await office.do('session.unlock', { passphrase: OTHER })
  await office.do('vault.resetPassphrase', { sheet: office.sheet.join(' '), login: 'vanthu', passphrase: PASSPHRASE })
  await office.do('session.unlock', { passphrase: PASSPHRASE })
})

test('the recovery sheet opens when the passphrase is forgotten, and says which group was mistyped', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  await office.do('session.lock')
  const reset = { login: 'vanthu', passphrase: OTHER }
  const [first = '', ...rest] = office.sheet
  const wrong = [first.replace(/^./, (digit) => String((Number(digit) + 1) % 10)), ...rest].join(' ')
  expect(await office.refused('vault.resetPassphrase', { ...reset, sheet: wrong })).toEqual({
    code: 'SHEET_GROUP',
    data: { groups: [1] },
  })
  expect(await office.refused('vault.resetPassphrase', { ...reset, sheet: '123456' })).toEqual({
    code: 'SHEET_LENGTH',
    data: { digits: 6, needed: 48 },
  })
  await office.do('vault.resetPassphrase', { ...reset, sheet: office.sheet.join('') })
  await office.do('session.unlock', { passphrase: OTHER })
  expect(await office.do('case.get', { case: id })).toMatchObject({ stage: 'listed' })
})

test('a new recovery sheet makes the old one worthless', async () => {
  const office = await foundCommune(temporaryFolder())
  const { sheet } = await office.do<{ sheet: string[] }>('vault.newSheet')
  await office.do('session.lock')
  const reset = { login: 'vanthu', passphrase: PASSPHRASE }
  expect(await office.refused('vault.resetPassphrase', { ...reset, sheet: office.sheet.join(' ') })).toEqual({
    code: 'VAULT_WRONG_SHEET',
    data: {},
  })
  await office.do('vault.resetPassphrase', { ...reset, sheet: sheet.join(' ') })
})

test('who has read what of a person is logged in a chain that shows a line taken out', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  await office.do('user.add', SECOND)
  await office.do('case.get', { case: id })
  await office.do('session.unlock', { login: 'bithu', passphrase: OTHER })
  await office.do('case.get', { case: id })
  await office.do('case.get', { case: id })
  await asAdministrator(office)
  const users = await office.do<{ users: { id: string; user: { login: string } }[] }>('user.list')
  const idOf = (login: string) => users.users.find(({ user }) => user.login === login)?.id
  const log = await readStoreOf(office.paths, (db) =>
    prepared<{ user_id: string; subject_id: string }>(
      db,
      'SELECT user_id, subject_id FROM read_log ORDER BY seq',
    ).all(),
  )
  expect(log.map((row) => [row.user_id, row.subject_id])).toEqual([
    [idOf('vanthu'), id],
    [idOf('bithu'), id],
    [idOf('bithu'), id],
  ])
  expect(await readStoreOf(office.paths, readLogHolds)).toBe(true)
  await writeStoreOf(office, (db) => prepared(db, 'DELETE FROM read_log WHERE seq = 2').run())
  expect(await readStoreOf(office.paths, readLogHolds)).toBe(false)
})

test('what an office may not do it is told, whoever asks', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  expect(await office.refused('dossier.receive', { case: id, date: '2024-01-02' })).toEqual({
    code: 'NOT_DECIDER',
    data: { unit: 'Chi bộ thôn Đồng Sơn' },
  })
})

async function addUserOf(office: TestOffice, roles: readonly Role[]): Promise<string> {
  const person = { login: 'thu', name: 'Lê Văn Thắng', post: 'Cán bộ', passphrase: OTHER }
  const { user } = await office.do<{ user: string }>('user.add', { ...person, roles })
  return user
}

async function asAdministrator(office: TestOffice): Promise<void> {
  await office.do('session.unlock', { login: 'vanthu', passphrase: PASSPHRASE })
}
