/**
 * A PDF made in a window that nobody sees, as the program's own page makes one: for the check of the computer from the
 * command line. The page is ours and holds one sentence.
 */
import { app, BrowserWindow, protocol } from 'electron'
import { CheckId, type MachineCheck } from '../../shared/contract/machine.ts'
import { PAGE_ORIGIN } from './protocol.ts'
import { hardened } from './window.ts'

/** How long the window and its page may take, in milliseconds. */
const WITHIN = 60_000

const PAGE = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Kết nạp</title><p>Trang in thử.</p></html>'

/** Tries to make a PDF. `skipped`: there is no window to be had here. */
export async function tryHiddenPdf(within: number = WITHIN): Promise<MachineCheck> {
  const id = CheckId.enum.pdf
  try {
    await inTime(app.whenReady(), within)
  } catch {
    // No browser, no screen: whether paper comes out can only be seen where a window opens.
    return { id, state: 'skipped', facts: {} }
  }
  try {
    const bytes = await inTime(printed(), within)
    return { id, state: bytes > 0 ? 'good' : 'bad', facts: { bytes } }
  } catch {
    return { id, state: 'bad', facts: {} }
  }
}

async function printed(): Promise<number> {
  protocol.handle('app', () => new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({ show: false, webPreferences: hardened() })
  await window.loadURL(`${PAGE_ORIGIN}/index.html`)
  return (await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true })).length
}

/** @throws Error if it takes longer */
async function inTime<T>(work: Promise<T>, within: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('too late')), within)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
