/**
 * Rules of the house that neither compiler nor linter knows, checked on the text of every file git would commit.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUSINESS_TABLES } from '../../db/apply/tables.ts'
import { migrations } from '../../db/migrations/index.ts'
import { root } from '../support/workbench.ts'

/** Who may write a table that is not a business table. */
const owners: Readonly<Record<string, string>> = {
  journal: 'db/journal.ts',
  channels: 'db/journal.ts',
  migrations: 'db/migrate.ts',
  cache_assessments: 'db/assessments.ts',
}

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
const code = files.filter((path) => /\.tsx?$/.test(path))
const product = code.filter((path) => /^(shared|db|electron|renderer)\//.test(path))
const text = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]))

test('there is something to check', () => {
  expect(product.length).toBeGreaterThan(20)
  expect(BUSINESS_TABLES.length).toBeGreaterThan(0)
})

test('only db/apply and the replay write business tables; every other table has its owner', () => {
  const business = new Set(BUSINESS_TABLES.map(({ name }) => name))
  const strays = product.flatMap((path) =>
    tablesWritten(textOf(path)).flatMap((table) => {
      if (/^db\/(migrations|apply)\//.test(path) || path === 'db/replay.ts') return []
      if (!path.startsWith('db/')) return [`${path} writes ${table}: only db writes`]
      if (business.has(table) || !/^\w+$/.test(table)) return [`${path} writes ${table}: only db/apply does`]
      const owner = owners[table]
      return owner === undefined || owner === path ? [] : [`${path} writes ${table}: only ${owner} does`]
    }),
  )
  expect(strays).toEqual([])
})

test('the search for written tables finds every form', () => {
  const sql = `INSERT INTO a (x) VALUES (1) ON CONFLICT DO UPDATE SET x = 2; insert or ignore into b values (1);
    REPLACE INTO c VALUES (1); UPDATE d SET x = 1; UPDATE OR FAIL e AS f SET x = 1; DELETE
    FROM g WHERE 1; update \${h} set x = 1; SELECT replace(x, 1, 2) FROM i`
  expect(tablesWritten(sql)).toEqual(['a', 'b', 'c', 'd', 'e', 'g', '${h}'])
  expect(tablesWritten('// we update the journal and set a mark; delete it from there')).toEqual([])
})

test('the file of a migration bears its id and name', () => {
  const expected = migrations.map(({ id, name }) => `db/migrations/${String(id).padStart(4, '0')}-${name}.ts`)
  expect(files.filter((path) => /^db\/migrations\/\d/.test(path)).sort()).toEqual(expected)
})

test('no test is switched off in silence', () => {
  const tests = code.filter((path) => /\.(test|e2e)\.tsx?$/.test(path))
  const off = tests.flatMap((path) =>
    matches(path, /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails)\b.*/g),
  )
  const quiet = tests.flatMap((path) => matches(path, /\.(?:skipIf|runIf)\((?!skipLoudly\().*/g))
  expect([...off, ...quiet]).toEqual([])
})

/** The linter sees `import('x')`, but no name that is computed. */
test('no module is loaded behind the back of the dependency rule', () => {
  const hidden =
    /\bimport\((?!\s*').*|\bcreateRequire\b.*|\bgetBuiltinModule\b.*|[^.\w]require\(.*|\bprocess\.binding\b.*/g
  const places = product.filter((path) => !path.startsWith('electron/standin/'))
  expect(places.flatMap((path) => matches(path, hidden))).toEqual([])
})

test('once the core ties the rooms together, a file nobody uses fails the gate', () => {
  const knip = JSON.parse(textOf('build/knip.json')) as { readonly rules?: { readonly files?: string } }
  expect(knip.rules?.files ?? 'error').toBe(code.includes('electron/core.ts') ? 'error' : 'warn')
})

test('no file is longer than 400 lines', () => {
  const long = code.filter((path) => textOf(path).split('\n').length > 401)
  expect(long).toEqual([])
})

test('every file of the program opens with a comment that says why it exists', () => {
  const own = code.filter((path) => /^(shared|db|electron|renderer|build|test\/support)\//.test(path))
  expect(own.filter((path) => !textOf(path).startsWith('/**'))).toEqual([])
})

test('no file names a path of a machine it was written on', () => {
  const machine = new RegExp(['root', 'work', 'farm'].map((name) => `(?<![\\w.-])/${name}/.*`).join('|'), 'g')
  expect(files.flatMap((path) => matches(path, machine))).toEqual([])
})

function textOf(path: string): string {
  return text.get(path) ?? ''
}

function matches(path: string, pattern: RegExp): readonly string[] {
  return [...textOf(path).matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`)
}

/** Names of the tables a text writes to, in the order it names them. */
function tablesWritten(source: string): readonly string[] {
  const name = '([\\w.]+|\\$\\{[^}]*\\})'
  const forms = [
    `\\b(?:INSERT(?:\\s+OR\\s+\\w+)?|REPLACE)\\s+INTO\\s+${name}`,
    `\\bUPDATE\\s+(?:OR\\s+\\w+\\s+)?${name}(?:\\s+AS\\s+\\w+)?\\s+SET\\b`,
    `\\bDELETE\\s+FROM\\s+${name}`,
  ]
  return [...source.matchAll(new RegExp(forms.join('|'), 'gi'))].map(([, ...names]) => names.find(Boolean) ?? '')
}
