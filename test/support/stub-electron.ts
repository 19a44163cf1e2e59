/**
 * A folder that electron-builder takes for Electron's binaries: enough to pack the program and look at what would ship,
 * where the real ones cannot be had.
 */
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's fuse wire: a sentinel, version 1, nine fuses, all off. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('000000000', 'latin1'),
])

/** Makes the stub of a platform. @param version - of the electron package */
export function makeStubElectron(folder: string, platform: 'linux' | 'win32', version: string, root: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stub')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stub')
  writeFileSync(join(folder, 'locales/vi.pak'), 'stub')
  if (platform === 'linux') {
    writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSES]))
    chmodSync(join(folder, 'electron'), 0o755)
    writeFileSync(join(folder, 'chrome-sandbox'), 'stub')
    return
  }
  const executable = join(folder, 'electron.exe')
  cpSync(join(root, 'node_modules/electron-winstaller/vendor/StubExecutable.exe'), executable)
  writeFileSync(executable, FUSES, { flag: 'a' })
}
