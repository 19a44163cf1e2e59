/**
 * A window under test: the shipped main and preload over the stand-in, or in Electron where `KETNAP_HOST=electron` asks for
 * it, with its own data, marks, temp folder and a queue of answers to dialogs. Any console error, page error or breach of
 * the content policy fails the test.
 */
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { hostOfTests } from '../../../build/choose-host.ts'
import { electronBinary } from '../../../build/electron-binary.ts'
import { driveElectron, needsStandin } from '../../../build/window-electron.ts'
import { driveWindow, type DrivenWindow, type WindowPlan } from '../../../build/window.ts'
import { skipLoudly } from '../../support/skip-loudly.ts'

const root = join(import.meta.dirname, '../../..')

/** Where and when an office runs. */
export type WindowOptions = {
  readonly folder: string
  readonly code: string
  readonly today: string
  /** What the computer's clock says, in place of `today`. */
  readonly computerDay?: string
  readonly environment?: Readonly<Record<string, string>>
  /** A command that runs the program within limits or among other disks. */
  readonly within?: readonly string[]
}

/** An open window. */
export type OfficeWindow = {
  readonly page: Page
  /** The program's process. */
  readonly process: ChildProcess
  readonly data: string
  readonly marks: string
  readonly today: string
  /** The temporary folder of this start, in which the browser's profile lies. */
  readonly temporary: string
  /** Queues the answer of the next dialog: a path, or null for cancelled. */
  readonly answer: (path: string | null | readonly string[]) => void
  /** What went wrong in the page so far. */
  readonly problems: readonly string[]
  /** Takes away problems the test has brought about. @returns how many there were */
  readonly excuse: (expected: RegExp) => number
  /** Closes the window as a person does. */
  readonly close: () => Promise<void>
  /** Ends the program without warning. */
  readonly kill: () => Promise<void>
}

/** Starts the program on an office's folder and waits for its page. */
export async function openWindow({
  folder,
  code,
  today,
  computerDay,
  environment,
  within = [],
}: WindowOptions): Promise<OfficeWindow> {
  const data = join(folder, 'offices', code)
  const marks = join(folder, 'marks', code)
  const driven = await drive({
    data,
    marks,
    today,
    ...(computerDay === undefined ? {} : { computerDay }),
    workFolder: join(folder, 'work', code),
    ...(environment === undefined ? {} : { environment }),
    within,
  })
  // Nothing is waited for that only moves.
  await driven.page.emulateMedia({ reducedMotion: 'reduce' })
  return {
    ...driven,
    data,
    marks,
    today,
    close: async () => {
      await driven.close()
      expect(driven.problems).toEqual([])
    },
  }
}

/** In the host that is asked for; what only the stand-in can be given is opened there, and that is said. */
function drive(plan: WindowPlan): Promise<DrivenWindow> {
  const host = hostOfTests(process.env['KETNAP_HOST'], electronBinary(root))
  if (host.kind === 'browser') return driveWindow(plan)
  return skipLoudly(needsStandin(plan), "in Electron: a window among limits or other disks; it is the stand-in's")
    ? driveWindow(plan)
    : driveElectron(plan, host.binary)
}
