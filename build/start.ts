/**
 * `npm start`: the program in Electron where its binary is there or can be fetched, else in the stand-in over an installed
 * browser; says which. Where no browser is found either, it fetches one or says in one sentence what to install.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureAsker } from './asker.ts'
import { ensureBrowser } from './browser.ts'
import { buildProgram } from './build-program.ts'
import { chooseHost } from './choose-host.ts'
import { electronBinary } from './electron-binary.ts'
import { isStale } from './stale.ts'
import { standinWords } from './standin-command.ts'

const root = join(import.meta.dirname, '..')
const rest = process.argv.slice(2)

if (isStale(root)) {
  try {
    buildProgram(root)
  } catch {
    console.error('Không dựng được phần mềm từ mã nguồn; lý do ở ngay trên.')
    process.exit(1)
  }
}
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
    ensureAsker()
    process.exitCode = run(process.execPath, [...standinWords(root), ...rest])
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

function run(program: string, args: readonly string[]): number {
  return spawnSync(program, [...args], { cwd: root, stdio: 'inherit' }).status ?? 1
}
