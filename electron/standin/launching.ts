/**
 * The browser of this run, started as soon as this file is read and no other window is over the same data: it takes
 * longest, so nothing else of the program is waited for. A check of the machine shows no window and waits for nobody;
 * other threads use the browser of the first.
 */
import { isMainThread } from 'node:worker_threads'
import { ALREADY_OPEN } from '../../shared/words/locked.ts'
import { launchBrowser } from './browser.ts'
import { dataFolderOf, isFirstWindow } from './one-window.ts'

const isCheck = process.argv.some((word) => word.startsWith('--self-check'))
const isNeeded = isMainThread && !isCheck
if (isCheck) process.env['KETNAP_HEADLESS'] = '1'

/** May this start open a window? Where another one is open, that was said. */
export const isFirst: boolean = !isNeeded || (await isFirstWindow(dataFolderOf(process.argv.slice(2))))
if (!isFirst) process.stdout.write(`${ALREADY_OPEN}\n`)

/** The browser; its failure is told where it is awaited. Null where it is not needed yet. */
export const launching = isNeeded && isFirst ? launchBrowser() : null
launching?.catch(() => undefined)
