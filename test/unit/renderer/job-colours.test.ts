/** What a person has stopped is no failure, whichever job it was and wherever it is told. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JobTrouble } from '../../../renderer/parts/JobTrouble.tsx'
import { troubleColour } from '../../../renderer/parts/names.ts'
import type { Recording } from '../../../renderer/parts/recording.ts'
import { RecordingForm } from '../../../renderer/parts/RecordingForm.tsx'
import { trusted } from '../../../shared/base/trust.ts'
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

test('the sentence of a job, and that of the form which began it, have that colour', () => {
  const colourIn = (drawn: ReactElement) => {
    const html = renderToStaticMarkup(createElement(MantineProvider, null, drawn))
    return /--alert-color:var\(--mantine-color-([a-z]+)/u.exec(html)?.[1]
  }
  const told = [refusal('B_CANCELLED', {}), refusal('BUSY', { job: 'backup.create' })]
  const jobs = told.map((each) => createElement(JobTrouble, { jobs: [NOTHING, { refusal: each, failure: null }] }))
  expect(jobs.map(colourIn)).toEqual(['blue', 'red'])
  expect(colourIn(createElement(JobTrouble, { jobs: [NOTHING] }))).toBeUndefined()
  const forms = [...told, null].map((each) => {
    const recording = trusted<Recording<object>>({ form: null, problem: 'Đã dừng', refusal: each, isRestored: false })
    return RecordingForm({ recording, submitLabel: 'Xuất', children: null })
  })
  expect(forms.map(colourIn)).toEqual(['blue', 'red', 'red'])
})

test('every page with a job that can be stopped tells its end in that colour', () => {
  const pages = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, text: readFileSync(join(RENDERER, name), 'utf8') }))
    .filter(({ text }) => text.includes('<JobBar '))
  expect(pages.length).toBeGreaterThan(9)
  const isTold = (text: string) => text.includes('troubleColour(') || text.includes('<JobTrouble ')
  expect(pages.filter(({ text }) => !isTold(text)).map(({ name }) => name)).toEqual([])
})
