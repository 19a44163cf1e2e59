/**
 * Stores for tests: real, encrypted files in a folder of their own, and a second process that holds one open.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore } from '../../db/open.ts'
import type { OpenOptions, ReadStore, Store } from '../../db/open.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A key that is the same in every test, so that a kept file can be looked into. */
export const testKey: Uint8Array = new Uint8Array(32).fill(7)

/** The path of a store that doesn't exist yet. */
export function newStoreFile(): string {
  return join(temporaryFolder(), 'store.db')
}

/** Opens a store that must open, and closes it when the test ends; a new one if there is none. */
export function openedStore(file: string, options: Partial<OpenOptions> = {}): Store {
  const opened = openStore(file, { key: testKey, create: true, known: 1_000_000, ...options, readOnly: false })
  if (!opened.ok) throw new Error(`the store did not open: ${JSON.stringify(opened.error)}`)
  onTestFinished(() => {
    if (opened.value.sqlite.open) opened.value.close()
  })
  return opened.value
}

/** A second, read-only connection to an open store, closed when the test ends. */
export function openedReader(file: string): ReadStore {
  const opened = openStore(file, { key: testKey, known: 1_000_000, readOnly: true })
  if (!opened.ok) throw new Error(`the store did not open: ${JSON.stringify(opened.error)}`)
  onTestFinished(() => {
    if (opened.value.sqlite.open) opened.value.close()
  })
  return opened.value
}

/** Another process that has the store open, and `kill` to end it without any farewell. */
export async function holdInAnotherProcess(file: string): Promise<{ readonly kill: () => Promise<void> }> {
  const script = join(import.meta.dirname, 'hold-store.ts')
  const key = Buffer.from(testKey).toString('hex')
  const child = spawn(process.execPath, [script, file, key], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  if (said.toString().trim() !== 'open') throw new Error(`the other process says ${said.toString()}`)
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { kill }
}
