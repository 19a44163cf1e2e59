/**
 * Whatever the calls of an exchange can refuse is met in the window, or it is said why nobody meets it: a refusal that is
 * new in one of these sources fails here until it stands in that table. Faults of sets have a table of their own, which
 * does not compile without them (test/e2e/bundle-faults.e2e.ts).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXCHANGE_REFUSALS } from '../e2e/support/exchange-refusals.ts'

const ROOT = join(import.meta.dirname, '../..')
const COMMANDS = ['peer.record', 'peer.revoke', 'office.succeed']

/** Where these calls are answered: the jobs, and of the commands those they are made of. */
function sources(): readonly string[] {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
  const jobs = readdirSync(join(ROOT, 'electron/exchange')).map((name) => `electron/exchange/${name}`)
  const commands = ['shared/commands/office.ts', 'shared/commands/succession.ts']
    .flatMap((path) => read(path).split(/^(?=export const )/mu))
    .filter((text) => COMMANDS.some((name) => text.includes(`name: '${name}'`)))
  expect(commands).toHaveLength(COMMANDS.length)
  return [...[...jobs, 'electron/office/office-keys.ts'].map(read), ...commands]
}

/** The codes that a source refuses with, also by the helpers of commands. */
function codesIn(text: string): readonly string[] {
  const named = [...text.matchAll(/\brefus(?:al|e)\(\s*(?:\{ code: )?'(?<code>[A-Z_]+)'/gu)].map(
    ({ groups }) => groups?.['code'] ?? '',
  )
  return [
    ...named,
    ...(/\b(?:impossible|cannotBe)\(/u.test(text) ? ['IMPOSSIBLE'] : []),
    ...(/\bfound\(/u.test(text) ? ['NOT_FOUND'] : []),
  ]
}

test('whatever a call of the exchange refuses is met in the window, or it is said why nobody meets it', () => {
  const refused = new Set(sources().flatMap(codesIn))
  expect(refused.size).toBeGreaterThan(30)
  const besidesSets = [...refused].filter((code) => !code.startsWith('B_'))
  expect(Object.keys(EXCHANGE_REFUSALS).toSorted()).toEqual(besidesSets.toSorted())
})

test('the search for refusals finds every form', () => {
  const text = `refusal('ONE', {}); refuse({ code: 'TWO', kind }); refusal(
    'THREE', { name }); impossible(wrong); found(read.unit(id), 'unit', id)`
  expect(codesIn(text)).toEqual(['ONE', 'TWO', 'THREE', 'IMPOSSIBLE', 'NOT_FOUND'])
})
