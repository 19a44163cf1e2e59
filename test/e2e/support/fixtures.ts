/**
 * The test object of every end-to-end test: a temporary folder with offices, a stick and windows that are closed at the end.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { rememberScrypt } from '../../support/known-scrypt.ts'
import { openWindow, type OfficeWindow, type WindowOptions } from './window.ts'

// The runner maps every frame of every call's stack back to its source, a sixth of its processor time; Node leaves lines and
// columns where they are.
Error.prepareStackTrace = undefined as unknown as typeof Error.prepareStackTrace

// Of the test's own core; what its windows ask of scrypt is computed in their own processes.
rememberScrypt()

/** What a test is given. */
export type Place = {
  readonly folder: string
  /** A folder that plays the USB stick. */
  readonly stick: string
  readonly open: (
    code: string,
    today?: string,
    environment?: NonNullable<WindowOptions['environment']>,
    within?: NonNullable<WindowOptions['within']>,
  ) => Promise<OfficeWindow>
}

export const test = base.extend<{ place: Place }>({
  // eslint-disable-next-line no-empty-pattern
  place: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
    const stick = join(folder, 'stick')
    mkdirSync(stick)
    const windows: OfficeWindow[] = []
    await use({
      folder,
      stick,
      open: async (code, today = '2024-01-02', environment = {}, within = []) => {
        const window = await openWindow({ folder, code, today, environment, within })
        windows.push(window)
        return window
      },
    })
    // Every window ends, also where one of them has something to complain of.
    const ends = await Promise.allSettled(windows.map((window) => window.close()))
    rmSync(folder, { recursive: true, force: true })
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  },
})

export { expect } from '@playwright/test'
