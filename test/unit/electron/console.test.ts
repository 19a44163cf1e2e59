/** The console host: for support staff, scripts and tests; one JSON value, an exit code, and no secret in an argument. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { API } from '../../../shared/contract/api.ts'
import { runConsole } from '../../../electron/console.ts'
import { addBranch, foundCommune, newStick, register } from '../../support/journey.ts'
import { nobody } from '../../support/nobody.ts'
import { PASSPHRASE, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { root as repository } from '../../support/workbench.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

type Ran = { readonly code: number; readonly out: unknown; readonly complaint: string }

/** Runs a command line; what it prints must be one JSON value or nothing. */
async function run(args: readonly string[], stdin = ''): Promise<Ran> {
  const out: string[] = []
  const complaints: string[] = []
  const code = await runConsole(args, {
    stdin: () => Promise.resolve(stdin),
    out: (text) => out.push(text),
    complain: (text) => complaints.push(text),
  })
  return { code, out: out.length === 0 ? null : (JSON.parse(out.join('')) as unknown), complaint: complaints.join('') }
}

/** An office with its passphrase in a file, and the options that name both. */
async function officeOnDisk(): Promise<{ office: TestOffice; root: string; options: readonly string[] }> {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  await register(office, await addBranch(office))
  await office.do('session.lock')
  const file = join(root, 'passphrase')
  writeFileSync(file, `${PASSPHRASE}\r\nmột dòng khác\n`)
  const { data, marks } = office.paths
  return { office, root, options: ['--data', data, '--marks', marks, '--passphrase-file', file] }
}

test('a name runs, prints its answer as JSON and exits 0', async () => {
  const { office, options } = await officeOnDisk()
  expect(await run([...options, 'candidate.search', '{"text":"hoa"}'])).toMatchObject({
    code: 0,
    out: { rows: [{ name: 'Nguyễn Thị Hòa' }], total: 1 },
    complaint: '',
  })
  expect(await run([...options, '--user', 'vanthu', 'office.get'])).toMatchObject({
    code: 0,
    out: { office: office.id },
  })
})

test('an input comes from standard input where the line says "-"', async () => {
  const { options } = await officeOnDisk()
  const { code, out } = await run([...options, 'candidate.search', '-'], '{"text":"không ai"}')
  expect([code, out]).toEqual([0, { rows: [], total: 0, more: false, last: null }])
  const unit = '{"name":"Chi bộ thôn Lạt Sơn","type":"branch"}'
  const id = '01990000-0000-7000-8000-0000000000aa'
  const first = await run([...options, '--id', id, 'unit.add', '-'], unit)
  const second = await run([...options, '--id', id, 'unit.add', '-'], unit)
  expect([first.code, second.code]).toEqual([0, 0])
  expect(second.out).toEqual({ ...(first.out as object), repeated: true })
})

test('the day is the one of --today', async () => {
  const { options } = await officeOnDisk()
  const { out } = await run([...options, '--today', '2024-06-01', 'home.get'])
  expect(out).toMatchObject({ today: '2024-06-01' })
})

test('a refusal carries its code, a Vietnamese sentence and its data, and exits 1', async () => {
  const { options } = await officeOnDisk()
  const { code, out } = await run([...options, 'case.get', JSON.stringify({ case: nobody })])
  expect(code).toBe(1)
  expect(out).toEqual({
    code: 'NOT_FOUND',
    sentence: expect.stringMatching(/\p{Lu}.*[ạảãàáâậầấăằặộốồổỗơớờđưứừữự].*\./u) as unknown,
    data: { what: 'case', id: nobody },
  })
  expect(await run([...options, 'case.get', '{"case":'])).toMatchObject({
    code: 1,
    out: { code: 'INVALID_INPUT', data: { problems: [{ path: '', problem: 'json' }] } },
  })
  expect(await run([...options, 'candidate.register', '{}'])).toMatchObject({ code: 1, out: { code: 'INVALID_INPUT' } })
  const wrong = join(temporaryFolder(), 'wrong')
  writeFileSync(wrong, 'không phải mật khẩu')
  const changed = options.map((option, i) => (options[i - 1] === '--passphrase-file' ? wrong : option))
  expect(await run([...changed, 'office.get'])).toMatchObject({ code: 1, out: { code: 'VAULT_WRONG_PASSPHRASE' } })
})

test('bad use exits 2, prints nothing on standard output and says how it is used', async () => {
  const { options } = await officeOnDisk()
  const uses: readonly (readonly string[])[] = [
    [],
    ['--data', '/nowhere', 'candidate.destroy'],
    ['office.get'],
    [...options, '--colour', 'red', 'office.get'],
    [...options, 'office.get', '{}', '{}'],
    [...options, '--today', '31/02/2024', 'office.get'],
    [...options, '--today', '2024-02-31', 'office.get'],
    ['--data', '/nowhere', 'office.get'],
    ['--data', '/nowhere', '--passphrase-file', '/nowhere/p', 'office.get'],
    ['--data'],
  ]
  for (const use of uses) {
    const { code, out, complaint } = await run(use)
    expect([use, code, out]).toEqual([use, 2, null])
    expect(complaint).toContain('npm run api')
  }
})

test('a secret in an argument is refused, from standard input or a file it is taken', async () => {
  const { office, options } = await officeOnDisk()
  const refused = { code: 1, out: { code: 'SECRET_IN_ARGUMENT', data: {} } }
  const user = { login: 'b', name: 'B', post: 'B', roles: ['viewer'], passphrase: 'cá chép hóa rồng' }
  const sheet = { sheet: office.sheet.join(' '), login: 'vanthu', passphrase: PASSPHRASE }
  const change = { oldPassphrase: PASSPHRASE, newPassphrase: 'cá chép hóa rồng' }
  expect(await run([...options, 'user.add', JSON.stringify(user)])).toMatchObject(refused)
  expect(await run([...options, 'session.unlock', `{"passphrase":"${PASSPHRASE}"}`])).toMatchObject(refused)
  expect(await run([...options, 'vault.resetPassphrase', JSON.stringify(sheet)])).toMatchObject(refused)
  expect(await run([...options, 'user.changePassphrase', JSON.stringify(change)])).toMatchObject(refused)
  expect(
    await run([...options, 'backup.restore', JSON.stringify({ folder: '/nowhere', sheet: sheet.sheet })]),
  ).toMatchObject(refused)
  expect(await run([...options, 'user.changePassphrase', '-'], JSON.stringify(change))).toMatchObject({ code: 0 })
  expect(await run([...options, 'office.get'])).toMatchObject({ code: 1, out: { code: 'VAULT_WRONG_PASSPHRASE' } })
})

test('--list is valid JSON with the schema of every name', async () => {
  const { code, out } = await run(['--list'])
  expect(code).toBe(0)
  const list = out as readonly { name: string; kind: string; roles: string[]; secret: boolean; input: object }[]
  expect(list.map(({ name }) => name)).toEqual(API.map(({ name }) => name))
  for (const { name, input } of list) {
    expect([name, input]).toMatchObject([name, { $schema: 'https://json-schema.org/draft/2020-12/schema' }])
    expect([name, 'properties' in input || 'oneOf' in input]).toEqual([name, true])
  }
  expect(list.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
    'backup.restore',
    'device.ask',
    'device.join',
    'office.setUp',
    'session.unlock',
    'user.add',
    'user.changePassphrase',
    'user.openHere',
    'vault.proveSheet',
    'vault.resetPassphrase',
  ])
})

test('an office is founded, used, backed up and restored by the console alone', async () => {
  const root = temporaryFolder()
  const file = join(root, 'passphrase')
  writeFileSync(file, PASSPHRASE)
  const at = (data: string) => ['--data', join(root, data), '--marks', join(root, 'marks'), '--passphrase-file', file]
  const profile = { name: 'Đảng ủy xã', code: 'xa', capacities: [{ capacity: 'proposes', from: '2020-01-01' }] }
  const user = { login: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' }
  expect(await run([...at('a'), 'office.setUp', JSON.stringify({ profile, user })])).toMatchObject({ code: 0 })
  const { out } = await run([...at('a'), 'backup.create', JSON.stringify({ folder: newStick(root, 'b') })])
  const { folder } = out as { folder: string }
  expect(await run([...at('c'), 'backup.restore', JSON.stringify({ folder })])).toMatchObject({ code: 0 })
  expect(await run([...at('c'), 'office.get'])).toMatchObject({ code: 0, out: { profile: { name: 'Đảng ủy xã' } } })
})

test('as a program of its own it exits with the same codes and reads standard input', async () => {
  const { options } = await officeOnDisk()
  const spawned = (args: readonly string[], input = '') => {
    const done = spawnSync(process.execPath, [join(repository, 'electron/console.ts'), ...args], {
      input,
      encoding: 'utf8',
    })
    return [done.status, done.stdout.trim() === '' ? null : (JSON.parse(done.stdout) as unknown)]
  }
  expect(spawned([...options, 'candidate.search', '-'], '{"text":"hòa"}')).toMatchObject([0, { total: 1 }])
  expect(spawned([...options, 'case.get', '{"case":1}'])).toMatchObject([1, { code: 'INVALID_INPUT' }])
  expect(spawned(['--data', '/nowhere', 'no.such'])).toEqual([2, null])
})
