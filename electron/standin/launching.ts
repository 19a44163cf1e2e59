/**
 * The browser of this run, started as soon as this file is read: it takes longest, so nothing else of the program is
 * waited for. Checks of the machine need none, and other threads use that of the first.
 */
import { isMainThread } from 'node:worker_threads'
import { launchBrowser } from './browser.ts'

const isNeeded = isMainThread && !process.argv.some((word) => word.startsWith('--self-check'))

/** The browser; its failure is told where it is awaited. Null where it is not needed yet. */
export const launching = isNeeded ? launchBrowser() : null
launching?.catch(() => undefined)
