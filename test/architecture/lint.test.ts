/**
 * The fences the linter holds. A pattern that matches nothing is silent, so each one is tried with a fault planted where
 * it must bite, and a house that keeps to the rules must pass.
 */
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'

const clean: Readonly<Record<string, string>> = {
  'shared/base/word.ts': "export type Word = 'a' | 'b'\nexport const word: Word = 'a'\n",
  'shared/model/person.ts': [
    "import { sha256 } from '@noble/hashes/sha2.js'",
    "import { z } from 'zod'",
    "import { word } from '../base/word.ts'",
    'export const person = z.object({ name: z.literal(word) })',
    'export const hash = sha256(Uint8Array.of(1))',
    '',
  ].join('\n'),
  'db/open.ts': [
    "import { existsSync } from 'node:fs'",
    "import Database from 'better-sqlite3'",
    "import { word } from '../shared/base/word.ts'",
    'export const open = (): boolean => existsSync(word) && new Database().open',
    '',
  ].join('\n'),
  'db/migration.ts': 'export type Migration = { readonly id: number }\n',
  'db/migrations/0010-first.ts':
    "import type { Migration } from '../migration.ts'\nexport const first: Migration = { id: 10 }\n",
  'db/migrations/index.ts':
    "import type { Migration } from '../migration.ts'\nimport { first } from './0010-first.ts'\nexport const all: readonly Migration[] = [first]\n",
  'db/queries/people.ts': "import { open } from '../open.ts'\nexport const people = open\n",
  'electron/core.ts':
    "import { join } from 'node:path'\nimport { open } from '../db/open.ts'\nexport const core = join(String(open()))\n",
  'electron/main.ts':
    "import { app } from 'electron'\nimport { core } from './core.ts'\nimport { title } from './shell/window.ts'\nvoid app.whenReady()\nexport const main = core + title\n",
  'electron/preload.ts':
    "import { contextBridge } from 'electron'\nimport { word } from '../shared/base/word.ts'\ncontextBridge.exposeInMainWorld('office', word)\n",
  'electron/shell/window.ts':
    "import { BrowserWindow } from 'electron'\nimport { word } from '../../shared/base/word.ts'\nexport const title = word + BrowserWindow.name\n",
  'electron/standin/app.ts': "import type { App } from 'electron'\nexport type StandIn = Pick<App, 'quit'>\n",
  'electron/disk/disk.ts': "import { existsSync } from 'node:fs'\nexport const there = existsSync\n",
  'electron/console.ts': "console.log('hello')\n",
  'renderer/main.tsx': "import { Page } from './features/people/PeoplePage.tsx'\nexport const page = <Page />\n",
  'renderer/parts/Cell.tsx': 'export function Cell() {\n  return <p>x</p>\n}\n',
  'renderer/features/people/PeoplePage.tsx':
    "import { Cell } from '../../parts/Cell.tsx'\nimport { Form } from './PeopleForm.tsx'\nexport function Page() {\n  return (\n    <Cell>\n      <Form />\n    </Cell>\n  )\n}\n",
  'renderer/features/people/PeopleForm.tsx': 'export function Form() {\n  return <p>x</p>\n}\n',
  'build/some.ts': "import { open } from '../db/open.ts'\nconsole.log(open())\n",
  'build/some.config.ts': 'export default { a: 1 }\n',
  'test/unit/db/some.test.ts':
    "import { existsSync } from 'node:fs'\nimport Database from 'better-sqlite3'\nimport { expect, test } from 'vitest'\nimport { core } from '../../../electron/core.ts'\ntest('a', () => {\n  expect([core, Database, existsSync, new Date()]).toBeDefined()\n})\n",
}

const clock = 'no clock in shared'
const dependency = 'eslint(no-restricted-imports)'
const restricted = 'eslint(no-restricted-globals)'

/** What is planted where, and the rule (and a piece of its help) that must name it. */
const faults: readonly (readonly [path: string, text: string, rule: string, help?: string])[] = [
  // The dependency rule, room by room.
  ['shared/x/a1.ts', "import '../../db/open.ts'", dependency, 'outside shared'],
  ['shared/x/a2.ts', "export type { X } from '../../electron/core.ts'", dependency, 'outside shared'],
  ['shared/x/a3.ts', "import type { X } from '../../renderer/main.tsx'", dependency, 'outside shared'],
  ['shared/x/a4.ts', "export * from '../../test/x.ts'", dependency, 'outside shared'],
  ['shared/x/a5.ts', "import '../../build/x.ts'", dependency, 'outside shared'],
  ['shared/x/a6.ts', "import 'node:fs'", dependency, 'only itself, zod'],
  ['shared/x/a7.ts', "import type { App } from 'electron'", dependency, 'only itself, zod'],
  ['shared/x/a8.ts', "import 'better-sqlite3'", dependency, 'only itself, zod'],
  ['shared/x/a9.ts', "import 'react'", dependency, 'only itself, zod'],
  ['shared/x/a10.ts', "import '@noble/curves/ed25519.js'", dependency, 'only itself, zod'],
  ['shared/x/a11.ts', "export const a = await import('node:crypto')", dependency, 'only itself, zod'],
  ['db/x/b1.ts', "import '../../electron/core.ts'", dependency, 'db sees only shared'],
  ['db/x/b2.ts', "import type { X } from '../../renderer/main.tsx'", dependency, 'db sees only shared'],
  ['db/x/b3.ts', "import '../../test/x.ts'", dependency, 'db sees only shared'],
  ['db/x/b4.ts', "import 'better-sqlite3'", dependency, 'belong to db/open.ts'],
  ['db/x/b5.ts', "import type Database from 'better-sqlite3'", dependency, 'belong to db/open.ts'],
  ['db/x/b6.ts', "import 'node:fs'", dependency, 'belong to db/open.ts'],
  ['db/x/b7.ts', "import 'node:crypto'", dependency, 'belong to db/open.ts'],
  ['db/x/b8.ts', "import 'electron'", dependency, 'belong to db/open.ts'],
  ['db/migrations/0020-c1.ts', "import '../open.ts'", dependency, 'a migration imports nothing'],
  ['db/migrations/0020-c2.ts', "import '../../shared/base/word.ts'", dependency, 'a migration imports nothing'],
  ['db/migrations/0020-c3.ts', "import 'zod'", dependency, 'a migration imports nothing'],
  ['db/migrations/0020-c4.ts', "import './0010-first.ts'", dependency, 'a migration imports nothing'],
  ['electron/d1.ts', "import 'electron'", dependency, 'electron/shell, main.ts'],
  ['electron/d2.ts', "import type { App } from 'electron'", dependency, 'electron/shell, main.ts'],
  ['electron/d3.ts', "import 'node:fs'", dependency, 'electron/disk'],
  ['electron/x/d4.ts', "import 'node:fs/promises'", dependency, 'electron/disk'],
  ['electron/x/d5.ts', "import '../shell/window.ts'", dependency, 'the core knows no shell'],
  ['electron/d6.ts', "import './shell/window.ts'", dependency, 'the core knows no shell'],
  ['electron/d7.ts', "import '../renderer/main.tsx'", dependency, 'electron sees only'],
  ['electron/d8.ts', "import '../test/x.ts'", dependency, 'electron sees only'],
  ['electron/d9.ts', "import 'node:https'", dependency, 'no network'],
  ['electron/d10.ts', "import 'better-sqlite3'", dependency, 'the store belongs to db'],
  ['electron/d11.ts', "import '@mantine/core'", dependency, 'React to renderer'],
  ['electron/shell/e1.ts', "import '../../db/open.ts'", dependency, 'the shell relays calls'],
  ['electron/shell/e2.ts', "import 'node:fs'", dependency, 'electron/disk'],
  ['electron/shell/e3.ts', "import 'node:net'", dependency, 'no network'],
  ['electron/standin/f1.ts', "import 'node:fs'", dependency, 'electron/disk'],
  ['electron/standin/f2.ts', "import 'node:http'", dependency, 'no network'],
  ['electron/disk/g1.ts', "import '../../db/open.ts'", dependency, 'only shared and itself'],
  ['electron/disk/g2.ts', "import 'electron'", dependency, 'electron/shell, main.ts'],
  ['renderer/h1.ts', "import type { X } from '../db/open.ts'", dependency, 'renderer sees only shared'],
  ['renderer/parts/h2.ts', "import '../../electron/core.ts'", dependency, 'renderer sees only shared'],
  ['renderer/parts/h3.ts', "import 'node:path'", dependency, 'knows no Node'],
  ['renderer/parts/h4.ts', "import 'electron'", dependency, 'knows no Node'],
  ['renderer/parts/h5.ts', "import '../features/people/PeoplePage.tsx'", dependency, 'only the route table'],
  ['renderer/features/a/h6.ts', "import '../people/PeoplePage.tsx'", dependency, 'another feature'],
  ['renderer/features/a/h7.ts', "import '../../features/people/PeoplePage.tsx'", dependency, 'another feature'],
  [
    'renderer/features/a/h8.ts',
    "import type { X } from '../../../db/open.ts'",
    dependency,
    'renderer sees only shared',
  ],
  ['renderer/features/a/b/h9.ts', "import '../../../parts/Cell.tsx'", dependency, 'one flat folder'],
  ['build/i1.ts', "import '../test/x.ts'", dependency, 'nothing sees test'],
  // What shared and db must not reach for.
  ['shared/j1.ts', 'export const a = Date.now()', restricted, clock],
  ['shared/j2.ts', 'export const a = new Date(0)', restricted, clock],
  ['shared/j3.ts', 'export const a = performance.now()', restricted, clock],
  ['shared/j4.ts', 'export const a = Math.random()', 'eslint(no-restricted-properties)', 'no random'],
  ['shared/j5.ts', 'export const a = process.pid', restricted, 'no Node'],
  ['shared/j6.ts', 'export const a = window.name', restricted, 'no window'],
  ['shared/j7.ts', "export const a = fetch('x')", restricted, 'no network'],
  ['shared/j8.ts', 'setTimeout(() => undefined, 1)', restricted, 'no timers'],
  ['shared/j9.ts', 'setInterval(() => undefined, 1)', restricted, 'no timers'],
  ['shared/j10.ts', 'console.log(1)', restricted, 'writes nowhere'],
  ['shared/j11.ts', 'export const a = globalThis.Date', restricted, 'no host'],
  ['shared/j12.ts', 'export const a = Buffer.from([])', restricted, 'no Node'],
  ['db/j13.ts', 'export const a = Date.now()', restricted, 'no clock in db'],
  ['db/j14.ts', 'export const a = Math.random()', 'eslint(no-restricted-properties)', 'no random in db'],
  // House style and plain mistakes.
  ['electron/k1.ts', 'console.log(1)', 'eslint(no-console)'],
  ['renderer/k2.ts', 'console.warn(1)', 'eslint(no-console)'],
  ['shared/k3.ts', 'export default 1', 'import(no-default-export)'],
  ['shared/k4.ts', "import { five } from './k5.ts'\nexport const four = (): number => five()", 'import(no-cycle)'],
  ['shared/k5.ts', "import { four } from './k4.ts'\nexport const five = (): number => four()", 'import(no-cycle)'],
  ['shared/k6.ts', 'export const a: any = 1', 'typescript(no-explicit-any)'],
  ['electron/k7.ts', 'const a = async (): Promise<void> => undefined\na()', 'typescript(no-floating-promises)'],
  [
    'electron/k8.ts',
    'export const a = (p: Promise<boolean>): number => (p ? 1 : 2)',
    'typescript(no-misused-promises)',
  ],
  [
    'shared/k9.ts',
    "import type { Word } from './base/word.ts'\nexport function f(word: Word): number {\n  switch (word) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    'typescript(switch-exhaustiveness-check)',
  ],
  ['shared/k10.ts', 'export const f = (x: unknown): string => x as string', 'typescript(no-unsafe-type-assertion)'],
  ['shared/k11.ts', 'export const f = (x?: string): string => x!', 'typescript(no-non-null-assertion)'],
  ['shared/k12.ts', '// @ts-ignore\nexport const a: number = 1', 'typescript(ban-ts-comment)'],
  ['shared/k13.ts', '// TODO later\nexport const a = 1', 'eslint(no-warning-comments)'],
  ['shared/k14.ts', '// oxlint-disable-next-line no-console\nexport const a = 1', 'Unused'],
  ['shared/k15_snake.ts', 'export const a = 1', 'unicorn(filename-case)'],
  ['electron/k16.ts', "import 'fs'", 'unicorn(prefer-node-protocol)'],
  ['electron/k17.ts', "export const f = (): never => {\n  throw 'x'\n}", 'typescript(only-throw-error)'],
  ['renderer/parts/Image.tsx', 'export const image = <img src="x" />', 'jsx-a11y(alt-text)'],
  [
    'renderer/parts/Hook.tsx',
    "import { useState } from 'react'\nexport function Hook(props: { a: boolean }) {\n  if (props.a) useState(1)\n  return null\n}",
    'react-hooks(rules-of-hooks)',
  ],
  [
    'test/unit/l1.test.ts',
    "import { test, expect } from 'vitest'\ntest." + "only('a', () => expect(1).toBe(1))",
    'vitest(no-focused-tests)',
  ],
  [
    'test/unit/l2.test.ts',
    "import { test, expect } from 'vitest'\ntest." + "skip('a', () => expect(1).toBe(1))",
    'vitest(no-disabled-tests)',
  ],
  ['test/unit/l3.test.ts', "import { test } from 'vitest'\ntest('a', () => undefined)", 'vitest(expect-expect)'],
]

type Finding = { readonly filename: string; readonly code?: string; readonly message: string; readonly help?: string }

let bench: Workbench
let findings: readonly Finding[] = []

beforeAll(() => {
  bench = workbench(mkdtempSync(join(tmpdir(), 'lint-')))
  // The scripts of build play the program: they need every room, and a copy has none.
  for (const name of globSync('build/*.ts', { cwd: bench.folder })) rmSync(join(bench.folder, name))
  bench.plant(clean)
})

afterAll(() => rmSync(bench.folder, { recursive: true, force: true }))

test('a house that keeps to the rules passes', () => {
  const done = lint()
  expect(done.findings).toEqual([])
  expect(done.code).toBe(0)
})

test('one that breaks them fails', () => {
  bench.plant(Object.fromEntries(faults.map(([path, text]) => [path, `${text}\n`])))
  const done = lint()
  findings = done.findings
  expect(done.code).not.toBe(0)
})

test.each(faults.map(([path, , rule, help = '']) => [path, rule, help]))('%s: %s %s', (path, rule, help) => {
  const here = findings.filter(({ filename }) => filename === path)
  const told = here.map((finding) => `${finding.code ?? ''} ${finding.message} ${finding.help ?? ''}`)
  const found = told.some((line) => line.includes(rule) && line.includes(help))
  expect({ found, told }).toMatchObject({ found: true })
})

function lint(): { readonly code: number; readonly findings: readonly Finding[] } {
  const { code, output } = bench.run('oxlint', '--type-aware', '--deny-warnings', '--format=json')
  const report = JSON.parse(output) as { readonly diagnostics: readonly Finding[] }
  return { code, findings: report.diagnostics }
}
