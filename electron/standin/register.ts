/**
 * Maps the module `electron` to the stand-in, so that main and preload run unmodified over an installed browser.
 *   node --import ./electron/standin/register.ts dist/main/main.js
 */
import { join } from 'node:path'
import { enableCompileCache, registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// What is read at every start is compiled once.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/standin'))

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

// Before main.js and all it imports are read: they are, while the browser starts.
if (isMainThread) await import('./launching.ts')
