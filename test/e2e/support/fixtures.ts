/**
 * The test object of every end-to-end test: a temporary folder with offices, a stick and windows that are closed at the end.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { openWindow, type OfficeWindow } from './window.ts'

/** What a test is given. */
export type Place = {
  readonly folder: string
  /** A folder that plays the USB stick. */
  readonly stick: string
  readonly open: (code: string, today?: string) => Promise<OfficeWindow>
}

export const test = base.extend<{ place: Place }>({
  // eslint-disable-next-line no-empty-pattern
  place: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ket-nap-e2e-'))
    const stick = join(folder, 'stick')
    mkdirSync(stick)
    const windows: OfficeWindow[] = []
    await use({
      folder,
      stick,
      open: async (code, today = '2024-01-02') => {
        const window = await openWindow({ folder, code, today })
        windows.push(window)
        return window
      },
    })
    for (const window of windows) await window.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
