/**
 * `npm start`: the program in Electron where its binary is there or can be fetched, else in the stand-in over an installed
 * browser; says which. Where no browser is found either, it fetches one or says in one sentence what to install.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'
import { chooseHost } from './choose-host.ts'
import { electronBinary } from './electron-binary.ts'
import { isStale } from './stale.ts'

const root = join(import.meta.dirname, '..')
const rest = process.argv.slice(2)

if (isStale(root) && run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1)
const host = await chooseHost({
  installed: () => electronBinary(root),
  fetched: fetchElectron,
  browser: () => ensureBrowser(),
})
switch (host.kind) {
  case 'desktop': {
    console.log('Chạy trong Electron.')
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    process.exitCode = run(host.binary, [...sandbox, root, ...rest])
    break
  }
  case 'browser': {
    console.log('Không có Electron trên máy này: chạy tạm trong trình duyệt cài sẵn.')
    const standin = ['--import', join(root, 'electron/standin/register.ts'), join(root, 'dist/main/main.js')]
    process.exitCode = run(process.execPath, [...standin, ...rest])
    break
  }
  case 'none':
    process.exitCode = 1
    break
}

/** Electron's own installer, once; offline it gives up in a second. */
function fetchElectron(): string | null {
  if (process.env['KETNAP_NO_FETCH'] !== undefined) return null
  const installer = join(root, 'node_modules/electron/install.js')
  if (existsSync(installer)) spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: 300_000 })
  return electronBinary(root)
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, [...args], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
}
