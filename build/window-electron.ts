/**
 * The same window as in window.ts, driven over Electron itself. Dialogs are answered from the same queue; what needs a
 * command around the program (limits, other disks) or measures a start is the stand-in's alone.
 */
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { surroundingsOf, START_WITHIN, watched, type DrivenWindow, type WindowPlan } from './window.ts'

const root = join(import.meta.dirname, '..')

/** Starts Electron; a test gives another. */
export type Launcher = (options: {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
  readonly cwd: string
  readonly timeout: number
}) => Promise<Pick<ElectronApplication, 'close' | 'evaluate' | 'firstWindow' | 'process'>>

/** True where a plan asks for what Electron cannot be given: the window is then the stand-in's. */
export function needsStandin({ within = [], undisturbedFor }: WindowPlan): boolean {
  return within.length > 0 || undisturbedFor !== undefined
}

/**
 * Starts the built program in Electron on an office's folder and waits for its page.
 * @param binary - of Electron (electron-binary.ts)
 */
export async function driveElectron(
  plan: WindowPlan,
  binary: string,
  launch: Launcher = (options) => _electron.launch(options),
): Promise<DrivenWindow> {
  const { temporary, dialogs, words, environment, answer } = surroundingsOf(plan)
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await launch({
    executablePath: binary,
    args: [...sandbox, root, ...words],
    // What Electron keeps of its own lies with the rest of a start.
    env: withoutGaps({ ...environment, XDG_CONFIG_HOME: temporary }),
    cwd: root,
    timeout: START_WITHIN,
  })
  await app.evaluate(answerFrom, dialogs)
  const page = await app.firstWindow({ timeout: START_WITHIN })
  const window = await watched(page, app.process(), () => app.close().catch(() => undefined))
  return { ...window, temporary, answer }
}

/** The parts of Electron's module that are answered for. */
type Answered = { readonly dialog: { showOpenDialog: unknown; showSaveDialog: unknown } }

/** Run in Electron's main process: file dialogs take what is queued in a folder, in the order of names, else are cancelled. */
export function answerFrom({ dialog }: Answered, folder: string): void {
  const { readdirSync, readFileSync, unlinkSync } = process.getBuiltinModule('node:fs')
  const next = () => {
    const name = readdirSync(folder).sort()[0]
    if (name === undefined) return { path: null }
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    unlinkSync(`${folder}/${name}`)
    return JSON.parse(text) as { readonly path: string | null; readonly paths?: readonly string[] }
  }
  dialog.showOpenDialog = async () => {
    const { path, paths } = next()
    const filePaths = paths ?? (path === null ? [] : [path])
    return { canceled: filePaths.length === 0, filePaths }
  }
  dialog.showSaveDialog = async () => {
    const { path } = next()
    return { canceled: path === null, filePath: path ?? '' }
  }
}

function withoutGaps(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
