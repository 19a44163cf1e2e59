/**
 * End-to-end tests in whichever host the machine has: real main, preload, core and store over an installed browser (the
 * stand-in), or Electron where its binary is there. Without it the desktop suite says so loudly.
 */
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { electronBinary } from './electron-binary.ts'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  testDir: join(root, 'test/e2e'),
  testMatch: '**/*.e2e.ts',
  // Said aloud by the global setup.
  testIgnore: electronBinary(root) === null ? ['**/desktop.e2e.ts'] : [],
  outputDir: join(root, 'test-results'),
  globalSetup: join(root, 'test/e2e/support/build.ts'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only on its second try is named by the gate.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  reporter: 'list',
})
