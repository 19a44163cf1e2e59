/** Which host the end-to-end tests take, and what Electron is started with: a launcher of the test in Electron's place. */
import { EventEmitter } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { hostOfTests } from '../../../build/choose-host.ts'
import { answerFrom, driveElectron, needsStandin, type Launcher } from '../../../build/window-electron.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../../..')

test('the tests take the stand-in unless Electron is asked for, and never the one for the other', () => {
  expect(hostOfTests(undefined, '/electron')).toEqual({ kind: 'browser' })
  expect(hostOfTests('standin', '/electron')).toEqual({ kind: 'browser' })
  expect(hostOfTests('electron', '/electron')).toEqual({ kind: 'desktop', binary: '/electron' })
  expect(() => hostOfTests('electron', null)).toThrow("Electron's binary is not on this machine")
  expect(() => hostOfTests('firefox', '/electron')).toThrow('standin or electron, not firefox')
})

test('what needs a command around the program, or measures its start, is left to the stand-in', () => {
  const plan = { data: '/d', marks: '/m', today: '2024-01-02', workFolder: '/w' }
  expect(needsStandin(plan)).toBe(false)
  expect(needsStandin({ ...plan, within: [] })).toBe(false)
  expect(needsStandin({ ...plan, within: ['unshare'] })).toBe(true)
  expect(needsStandin({ ...plan, undisturbedFor: 4000 })).toBe(true)
})

test('Electron gets the folders and the day of the plan, keeps its own files with them, and its end is waited for', async () => {
  const folder = temporaryFolder()
  const child = Object.assign(new EventEmitter(), { exitCode: null as number | null, signalCode: null })
  const page = {
    on: vi.fn<() => void>(),
    addInitScript: async () => undefined,
    evaluate: async () => undefined,
    setViewportSize: vi.fn<(size: object) => Promise<void>>(async () => undefined),
    close: async () => {
      child.exitCode = 0
    },
  }
  const closed = vi.fn<() => Promise<void>>(async () => undefined)
  const answered: unknown[] = []
  const launch = vi.fn<Launcher>(
    async () =>
      ({
        close: closed,
        evaluate: async (...given: unknown[]) => void answered.push(given),
        firstWindow: async () => page,
        process: () => child,
      }) as unknown as Awaited<ReturnType<Launcher>>,
  )
  const plan = { data: '/d', marks: '/m', today: '2024-01-02', workFolder: folder, environment: { KETNAP_X: '1' } }
  const window = await driveElectron(plan, '/electron', launch)
  const options = launch.mock.calls[0]?.[0]
  expect(options?.executablePath).toBe('/electron')
  expect(options?.args.slice(options.args.indexOf(root))).toEqual([
    root,
    '--data',
    '/d',
    '--marks',
    '/m',
    '--today',
    '2024-01-02',
  ])
  expect(options?.env).toMatchObject({ TMPDIR: window.temporary, XDG_CONFIG_HOME: window.temporary, KETNAP_X: '1' })
  expect(answered).toEqual([[answerFrom, options?.env['KETNAP_DIALOGS']]])
  expect(page.setViewportSize).toHaveBeenCalledWith({ width: 1366, height: 768 })
  await window.close()
  expect(closed).toHaveBeenCalledOnce()
})

test('a file dialog of Electron says what is queued, in order, and is cancelled where nothing is', async () => {
  const queue = temporaryFolder()
  const dialog: Record<'showOpenDialog' | 'showSaveDialog', unknown> = { showOpenDialog: null, showSaveDialog: null }
  answerFrom({ dialog }, queue)
  writeFileSync(join(queue, '000001.json'), JSON.stringify({ path: null }))
  writeFileSync(join(queue, '000000.json'), JSON.stringify({ path: '/a', paths: ['/a', '/b'] }))
  writeFileSync(join(queue, '000002.json'), JSON.stringify({ path: '/c' }))
  const [open, save] = [dialog.showOpenDialog, dialog.showSaveDialog] as (() => Promise<unknown>)[]
  expect(await open?.()).toEqual({ canceled: false, filePaths: ['/a', '/b'] })
  expect(await open?.()).toEqual({ canceled: true, filePaths: [] })
  expect(await save?.()).toEqual({ canceled: false, filePath: '/c' })
  expect(await save?.()).toEqual({ canceled: true, filePath: '' })
  expect(readdirSync(queue)).toEqual([])
})
