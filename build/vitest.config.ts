/**
 * The tests by kind: every folder of test/ named here is a project, so that one kind can run alone
 * (`npx vitest run -c build/vitest.config.ts --project unit`). A kind without files is fine, a run without any is not.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Kind of test -> longest time one test may take, in milliseconds. */
const kinds = {
  unit: 10_000,
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
      test: { name, testTimeout, hookTimeout: testTimeout, include: [`test/${name}/**/*.test.{ts,tsx}`] },
    })),
    environment: 'node',
    globals: false,
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    sequence: { hooks: 'list' },
  },
})
