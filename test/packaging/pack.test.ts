/**
 * What would ship: packed with a stub runtime, then looked at. The real Electron is not needed and not run.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildProgram } from '../../build/build-program.ts'
import { isStale } from '../../build/stale.ts'
import { makeStubElectron } from '../support/stub-electron.ts'
import { temporaryFolderOfFile } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const version = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { electron: string } }
).devDependencies.electron

beforeAll(() => {
  // A build of yesterday's source would be judged in place of what ships.
  if (isStale(root)) buildProgram(root)
}, 180_000)

test('what is packed is built from the source as it is now', () => {
  expect(isStale(root)).toBe(false)
})

/** How a fuse that is on stands in the wire: the character 1. */
const ENABLED = 0x31

const folderOfFile = temporaryFolderOfFile()

function pack(platform: 'linux' | 'win32'): string {
  const folder = join(folderOfFile, platform)
  const stub = join(folder, 'stub')
  const out = join(folder, 'out')
  makeStubElectron(stub, platform, version, root)
  const flags =
    platform === 'win32' ? ['--win', '-c.disableAsarIntegrity=true', '-c.win.signAndEditExecutable=false'] : ['--linux']
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--dir',
      '--x64',
      ...flags,
      `-c.electronDist=${stub}`,
      `-c.directories.output=${out}`,
      '--publish=never',
    ],
    { cwd: root, stdio: 'pipe', env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  )
  return join(out, platform === 'win32' ? 'win-unpacked' : 'linux-unpacked')
}

describe.each(['linux', 'win32'] as const)('the package for %s', (platform) => {
  let unpacked: string
  beforeAll(() => {
    unpacked = pack(platform)
  }, 120_000)

  test('holds the built program and no source, map or test', () => {
    const files = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false })
    const names = files.map((file) => file.replaceAll('\\', '/'))
    for (const needed of [
      '/dist/main/main.js',
      '/dist/main/core-worker.js',
      '/dist/main/reader-worker.js',
      '/dist/preload/preload.cjs',
      '/dist/renderer/index.html',
      '/dist/renderer/pdf/worker.js',
      '/dist/renderer/pdf/LICENSE',
      '/package.json',
    ])
      expect(names).toContain(needed)
    expect(
      names.filter(
        (name) => /\.map$|\.tsx?$|^\/(test|build|shared|db|electron|renderer)\//.test(name) && !name.endsWith('.d.ts'),
      ),
    ).toEqual([])
  })

  test('unpacks exactly one native module, of its own platform', () => {
    const prebuilds = join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
    expect(readdirSync(prebuilds)).toEqual([`${platform}-x64.node`])
  })

  test('has every fuse set as the security checklist wants it', async () => {
    const executable = readdirSync(unpacked).find((name) => /^ket-?nap(\.exe)?$/i.test(name))
    const wire = await getCurrentFuseWire(join(unpacked, executable ?? ''))
    const on = (fuse: FuseV1Options) => wire[fuse] === ENABLED
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      fileProtocol: false,
    })
  })
})
