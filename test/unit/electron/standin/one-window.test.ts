/** One window over one data folder, in the stand-in. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { dataFolderOf, isFirstWindow } from '../../../../electron/standin/one-window.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** A lock that nobody holds on to goes with its object. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  for (let times = 0; times < 3; times++) {
    runInNewContext('gc()')
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('the second window over the same data is refused, one over other data is not, and nothing is made in the folder itself', async () => {
  const root = temporaryFolder()
  const data = join(root, 'chưa có', 'data')
  expect(await isFirstWindow(data)).toBe(true)
  await collectGarbage()
  expect(await isFirstWindow(data)).toBe(false)
  expect(await isFirstWindow(join(root, 'chưa có', 'other'))).toBe(true)
  expect(existsSync(data)).toBe(false)
})

test('where no lock can be made the window opens', async () => {
  expect(await isFirstWindow('/dev/null/data')).toBe(true)
})

test('the data folder is read from the words as main reads it', () => {
  vi.stubEnv('APPDATA', '/home/an/.config')
  expect(dataFolderOf(['--today', '2024-01-02', '--data', 'here'])).toBe(resolve('here'))
  expect(dataFolderOf([])).toBe(resolve('/home/an/.config/ket-nap/data'))
  vi.unstubAllEnvs()
})
