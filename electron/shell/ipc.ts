/**
 * Binds the port to the window: only our own main frame, at our own origin, may call; names of the shell are answered
 * here, all others go to the core thread.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { fail, type Result } from '../../shared/base/result.ts'
import { trusted } from '../../shared/base/trust.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { SHELL_INPUTS, type ShellName } from '../../shared/contract/shell.ts'
import type { CoreThread, RunningCall } from '../threads/core-thread.ts'
import type { Grants } from './grants.ts'
import { PAGE_ORIGIN } from './protocol.ts'

/** Answers of the shell's own names; inputs have passed their schema. */
export type ShellHandlers = {
  readonly [Name in Exclude<ShellName, 'shell.cancel'>]: (input: never) => Promise<Result<unknown, Refusal>>
}

/** Binds the window to the core. @returns what tells the page that it is being locked */
export function bindPort(window: BrowserWindow, core: CoreThread, grants: Grants, shell: ShellHandlers): () => void {
  const running = new Map<string, RunningCall>()
  const send = (message: unknown) => {
    if (!window.isDestroyed()) window.webContents.send('event', message)
  }
  core.on((event) => send(event))
  ipcMain.handle(
    'call',
    async (event, name: unknown, input: unknown, id: unknown): Promise<Result<unknown, Refusal>> => {
      if (!isOurFrame(event, window) || typeof name !== 'string' || typeof id !== 'string')
        return fail(refusal('UNKNOWN_NAME', { name: '' }))
      if (name === 'shell.cancel') {
        const target = SHELL_INPUTS['shell.cancel'].safeParse(input)
        if (target.success) running.get(target.data.id)?.cancel()
        return { ok: true, value: null }
      }
      if (isShellName(name)) return answerShell(shell, name, input)
      if (!grants.allows(name, input)) return fail(refusal('PATH_NOT_CHOSEN', {}))
      const call = core.call(name, input, id, (progress) => send({ event: 'progress', id, progress }))
      running.set(id, call)
      try {
        return await call.answer
      } finally {
        running.delete(id)
      }
    },
  )
  return () => send({ event: 'locking' })
}

/** True for a call of the main frame of our own page. */
export function isOurFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  if (frame === null || frame !== window.webContents.mainFrame) return false
  return new URL(frame.url).origin === new URL(PAGE_ORIGIN).origin && frame.url.startsWith(`${PAGE_ORIGIN}/`)
}

function isShellName(name: string): name is Exclude<ShellName, 'shell.cancel'> {
  return Object.hasOwn(SHELL_INPUTS, name) && name !== 'shell.cancel'
}

async function answerShell(
  shell: ShellHandlers,
  name: Exclude<ShellName, 'shell.cancel'>,
  input: unknown,
): Promise<Result<unknown, Refusal>> {
  const parsed = SHELL_INPUTS[name].safeParse(input ?? {})
  if (!parsed.success) return fail(refusal('INVALID_INPUT', { problems: [] }))
  const handler = trusted<(input: unknown) => Promise<Result<unknown, Refusal>>>(shell[name])
  try {
    return await handler(parsed.data)
  } catch (error) {
    // Only the stand-in throws this: its dialogs are programs of the system, and there may be none.
    if (error instanceof Error && error.name === 'NoDialog') return fail(refusal('NO_DIALOG', {}))
    throw error
  }
}
