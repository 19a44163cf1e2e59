/** What a person has stopped is no failure, whichever job it was and wherever it is told. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troubleColour } from '../../../renderer/parts/names.ts'
import { refusal } from '../../../shared/contract/refusals.ts'

const RENDERER = join(import.meta.dirname, '../../../renderer')
const NOTHING = { refusal: null, failure: null }

test('the first job that came to nothing gives the colour', () => {
  const stopped = { refusal: refusal('CANCELLED', {}), failure: null }
  const busy = { refusal: refusal('BUSY', { job: 'backup.create' }), failure: null }
  const broken = { refusal: null, failure: new Error('broken') }
  expect([stopped, busy, broken].map((job) => troubleColour(job))).toEqual(['blue', 'red', 'red'])
  expect(troubleColour(NOTHING, stopped, busy)).toBe('blue')
  expect(troubleColour(broken, stopped)).toBe('red')
})

test('every page with a job that can be stopped tells its end in that colour', () => {
  const pages = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, text: readFileSync(join(RENDERER, name), 'utf8') }))
    .filter(({ text }) => text.includes('<JobBar '))
  expect(pages.length).toBeGreaterThan(9)
  expect(pages.filter(({ text }) => !text.includes('troubleColour(')).map(({ name }) => name)).toEqual([])
})
