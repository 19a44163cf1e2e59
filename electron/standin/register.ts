/**
 * Maps the module `electron` to the stand-in, so that main and preload run unmodified over an installed browser.
 *   node --import ./electron/standin/register.ts dist/main/main.js
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})
