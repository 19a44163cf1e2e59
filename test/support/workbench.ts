/**
 * A small copy of the repository in a temporary folder: the real settings of the tools, our packages as links, and
 * whatever files a test plants. So a fence is tested with the very file that holds it in the gate.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The root of this repository. */
export const root: string = join(import.meta.dirname, '../..')

/** How a tool ended; `output` is what it wrote to both streams, `stdout` to the first. */
export type Outcome = { readonly code: number; readonly output: string; readonly stdout: string }

/** A laid-out copy and what can be done with it. */
export type Workbench = {
  readonly folder: string
  /** Writes files, path -> text. */
  readonly plant: (files: Readonly<Record<string, string>>) => void
  /** Runs one of our tools in it. */
  readonly run: (tool: string, ...args: readonly string[]) => Outcome
}

/** Lays the settings out in an empty folder. */
export function workbench(folder: string): Workbench {
  const settings = ['*.json', '.oxlintrc.json', '.prettierrc.json', '.gitignore', '*/tsconfig*.json', 'build/*']
  for (const path of settings.flatMap((pattern) => globSync(pattern, { cwd: root }))) {
    // The demo and the bench play the program: they need every room, and a copy has none.
    if (/^build[\\/](demo|bench)$/.test(path)) continue
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  // A folder of links, not one link: the compiler's cache lies in node_modules and must not be the real one.
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!/^\.(cache|vite|package)/.test(name)) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
    }
  }
  const environment = {
    ...process.env,
    PATH: join(root, 'node_modules/.bin') + delimiter + (process.env['PATH'] ?? ''),
  }
  return {
    folder,
    plant(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
    },
    run(tool, ...args) {
      const shell = process.platform === 'win32'
      const done = spawnSync(tool, args, { cwd: folder, env: environment, encoding: 'utf8', shell })
      return { code: done.status ?? 1, output: done.stdout + done.stderr, stdout: done.stdout }
    },
  }
}
