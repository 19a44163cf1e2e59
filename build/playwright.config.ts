/**
 * End-to-end tests: real main, preload, core and store in the stand-in over an installed browser, on every machine. What
 * only Electron can show is in desktop.e2e.ts, which runs where its binary is; where it is not, that is said loudly.
 */
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { COMPILED } from './compiled.ts'
import { electronBinary } from './electron-binary.ts'

const root = join(import.meta.dirname, '..')

/** Files with tests of more than half a minute: begun first, so that no such test is left over when all others are done. */
const LONG = [
  'bundle-faults',
  'carrier-faults',
  'demo',
  'devices',
  'dialogs',
  'exchange',
  'exchange-keys',
  'exchange-refusals',
  'home',
  'keyboard',
  'memory',
  'page-dialogs',
  'reports',
  'review',
  'routes',
  'traces',
  'two-offices',
  'way',
  'whole-life',
].map((name) => `**/${name}.e2e.ts`)
// Said aloud by the global setup.
const ABSENT = electronBinary(root) === null ? ['**/desktop.e2e.ts'] : []

// Inherited by what runs the tests, and by the programs they start.
process.env['NODE_COMPILE_CACHE'] = COMPILED

export default defineConfig({
  // Node strips the types itself, in a quarter of the time.
  build: { external: ['**/*.ts'] },
  testDir: join(root, 'test/e2e'),
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'others', testMatch: '**/*.e2e.ts', testIgnore: [...LONG, ...ABSENT] },
  ],
  outputDir: join(root, 'test-results'),
  globalSetup: join(root, 'test/e2e/support/build.ts'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only on its second try is named by the gate.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // One more than the least computer has cores: a test waits for disks and for its two programs a fifth of its time.
  workers: 3,
  reporter: 'list',
})
