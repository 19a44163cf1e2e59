/**
 * Before every test file: what a test writes to console.error or console.warn fails it, since a warning nobody must
 * answer is a warning nobody reads. Property tests run the same cases on every machine, so that a gate that fails says
 * something of the change; SLOW=1 asks for many more, new each time. A failure prints fast-check's seed and path, and
 * SEED=<number> runs that very case again.
 */
import { format } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach } from 'vitest'
import { rememberScrypt } from './known-scrypt.ts'

const written: string[] = []

for (const name of ['error', 'warn'] as const) {
  console[name] = (...parts: unknown[]) => {
    written.push(`console.${name}: ${format(...parts)}`)
  }
}

beforeEach(() => {
  written.length = 0
})

afterEach(() => {
  if (written.length > 0) throw new Error(`the test wrote to the console:\n${written.splice(0).join('\n')}`)
})

rememberScrypt()

const seed = process.env['SEED']
fc.configureGlobal({
  ...(process.env['SLOW'] === '1' ? { numRuns: 2000 } : {}),
  ...(seed === undefined ? (process.env['SLOW'] === '1' ? {} : { seed: 1 }) : { seed: Number(seed) }),
})
