/**
 * The fences of the rooms that the compiler holds: with one project per room, what a room must not see does not compile,
 * types included.
 */
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'

const clean = {
  'shared/base/word.ts': "export type Word = 'a'\nexport const word: Word = 'a'\n",
  'db/store.ts':
    "import { word } from '../shared/base/word.ts'\nexport type Row = { readonly word: typeof word }\nexport const row: Row = { word }\n",
  'db/row.ts': 'export type Row = { readonly id: number }\n',
  'electron/core.ts': "import { row } from '../db/store.ts'\nexport const core = row.word\n",
  'renderer/page.tsx': "import { word } from '../shared/base/word.ts'\nexport const page = <p>{word}</p>\n",
  'test/some.ts': "import { core } from '../electron/core.ts'\nexport const some = core\n",
}

/** One file each, and the error that must name it. The compiler reports a file out of reach once per room, so each names its own. */
const faults: readonly (readonly [what: string, path: string, text: string, error: string])[] = [
  ['shared imports db', 'shared/bad1.ts', "import { row } from '../db/store.ts'\nexport const bad = row\n", 'TS6307'],
  [
    'shared imports a type of db',
    'shared/bad2.ts',
    "import type { Row } from '../db/row.ts'\nexport type Bad = Row\n",
    'TS6307',
  ],
  [
    'shared imports electron',
    'shared/bad3.ts',
    "import { core } from '../electron/core.ts'\nexport const bad = core\n",
    'TS6307',
  ],
  ['shared uses window', 'shared/bad4.ts', 'export const bad = window.name\n', 'TS2304'],
  ['shared uses process', 'shared/bad5.ts', 'export const bad = process.pid\n', 'TS2591'],
  ['shared uses console', 'shared/bad6.ts', 'console.log(1)\n', 'TS2584'],
  ['shared uses a timer', 'shared/bad7.ts', 'setTimeout(() => undefined, 1)\n', 'TS2304'],
  ['shared uses fetch', 'shared/bad8.ts', "export const bad = fetch('x')\n", 'TS2304'],
  [
    'shared imports node:fs',
    'shared/bad9.ts',
    "import { existsSync } from 'node:fs'\nexport const bad = existsSync\n",
    'TS2591',
  ],
  [
    'db imports electron',
    'db/bad1.ts',
    "import { core } from '../electron/core.ts'\nexport const bad = core\n",
    'TS6307',
  ],
  ['db uses window', 'db/bad2.ts', 'export const bad = window.name\n', 'TS2304'],
  [
    'electron imports renderer',
    'electron/bad1.ts',
    "import { page } from '../renderer/page.tsx'\nexport const bad = page\n",
    'TS',
  ],
  [
    'electron imports test',
    'electron/bad2.ts',
    "import { some } from '../test/some.ts'\nexport const bad = some\n",
    'TS6307',
  ],
  [
    'renderer imports db',
    'renderer/bad1.ts',
    "import { row } from '../db/store.ts'\nexport const bad = row\n",
    'TS6307',
  ],
  [
    'renderer imports a type of db',
    'renderer/bad2.ts',
    "import type { Row } from '../db/row.ts'\nexport type Bad = Row\n",
    'TS6307',
  ],
  [
    'renderer imports electron',
    'renderer/bad3.ts',
    "import { core } from '../electron/core.ts'\nexport const bad = core\n",
    'TS6307',
  ],
  ['renderer uses process', 'renderer/bad4.ts', 'export const bad = process.pid\n', 'TS2591'],
]

let bench: Workbench
let output = ''

beforeAll(() => {
  bench = workbench(mkdtempSync(join(tmpdir(), 'compile-')))
  bench.plant(clean)
  // The scripts of build play the program: they need every room, and a copy has none.
  for (const name of globSync('build/*.ts', { cwd: bench.folder })) rmSync(join(bench.folder, name))
})

afterAll(() => rmSync(bench.folder, { recursive: true, force: true }))

test('rooms that keep to the rule compile', () => {
  expect(bench.run('tsc', '-b')).toMatchObject({ code: 0, output: '' })
})

test('rooms that break it do not', () => {
  bench.plant(Object.fromEntries(faults.map(([, path, text]) => [path, text])))
  const done = bench.run('tsc', '-b')
  output = done.output
  expect(done.code).not.toBe(0)
})

test.each(faults)('%s: an error', (_, path, __, error) => {
  const lines = output.split('\n').filter((line) => line.startsWith(`${path}(`))
  expect(lines.join('\n')).toContain(error)
})
