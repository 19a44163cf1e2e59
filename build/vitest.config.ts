/**
 * The tests by kind: every folder of test/ named here is a project, so that one kind can run alone
 * (`npx vitest run -c build/vitest.config.ts --project unit`). A kind without files is fine, a run without any is not.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Kinds whose files share the modules that are loaded: to load them anew for each took longer than the tests. */
const SHARING = new Set(['unit', 'property', 'golden'])

/**
 * Unit tests that put something in place of a module: it would stay for the next file, or come too late for a module that
 * another has loaded, so they are a kind of their own.
 */
const MOCKING = readdirSync(join(root, 'test/unit'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `test/unit/${name.replaceAll('\\', '/')}`)
  .filter((name) => readFileSync(join(root, name), 'utf8').includes('vi.mock('))

/** Kind of test -> longest time one test may take, in milliseconds. */
const kinds = {
  unit: 10_000,
  mocking: 10_000,
  property: 60_000,
  golden: 20_000,
  migrations: 20_000,
  fault: 60_000,
  interop: 60_000,
  architecture: 60_000,
  packaging: 120_000,
} as const

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    projects: Object.entries(kinds).map(([name, testTimeout]) => ({
      extends: true,
      test: {
        name,
        testTimeout,
        hookTimeout: testTimeout,
        isolate: !SHARING.has(name),
        include: name === 'mocking' ? MOCKING : [`test/${name}/**/*.test.{ts,tsx}`],
        exclude: name === 'mocking' ? [] : MOCKING,
      },
    })),
    environment: 'node',
    globals: false,
    pool: 'forks',
    // One more than the least computer has cores: whole offices wait for the disk.
    maxWorkers: 3,
    passWithNoTests: false,
    allowOnly: false,
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    globalSetup: ['test/support/run-folder.ts'],
    setupFiles: ['test/support/setup.ts'],
    sequence: { hooks: 'list' },
  },
})
