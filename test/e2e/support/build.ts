/**
 * Builds the program once before the end-to-end tests, as it ships, and makes the folder of their temporary folders.
 */
import { join } from 'node:path'
import { ensureBrowser } from '../../../build/browser.ts'
import { buildProgram } from '../../../build/build-program.ts'
import { hostOfTests } from '../../../build/choose-host.ts'
import { electronBinary } from '../../../build/electron-binary.ts'
import { setup } from '../../support/run-folder.ts'
import { skipLoudly } from '../../support/skip-loudly.ts'

/** Playwright's global setup, which it takes as a default export. @returns takes the folder away again */
// oxlint-disable-next-line import/no-default-export
export default async function build(): Promise<() => void> {
  if (!(await ensureBrowser())) throw new Error('no browser for the end-to-end tests')
  const root = join(import.meta.dirname, '../../..')
  const binary = electronBinary(root)
  const { kind } = hostOfTests(process.env['KETNAP_HOST'], binary)
  skipLoudly(
    binary === null,
    "desktop.e2e.ts: Electron's binary is not on this machine; the window is tested in the stand-in only",
  )
  if (kind === 'desktop') process.stderr.write('Every window of the tests is opened in Electron.\n')
  buildProgram(root)
  return setup()
}
