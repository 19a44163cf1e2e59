/**
 * A form told by its fields (renderer/parts/FactsDialog.tsx) names by path where each field goes, and no compiler knows
 * whether the port expects it there: each such form is filled in and recorded through the window.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { confirmingForm, followUpForms, toldForms } from '../e2e/support/follow-up-forms.ts'

const RENDERER = join(import.meta.dirname, '../../renderer')
const NAMES = { unit: 'unit', school: 'school' }

/** What stands on the buttons that record, form by form. */
function recordingButtons(): readonly string[] {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(RENDERER, name), 'utf8'))
    .flatMap((text) => text.split(/<FactsDialog\b/u).slice(1))
    .flatMap((form) => {
      const label = /submitLabel=(?:"(?<text>[^"]+)"|\{(?<chosen>[^}]+)\})/u.exec(form)?.groups
      const texts = label?.['text'] ?? label?.['chosen'] ?? ''
      return label?.['text'] === undefined ? [...texts.matchAll(/'([^']+)'/gu)].map(([, text]) => text ?? '') : [texts]
    })
}

test('every form told by its fields is filled in by a walk through the window', () => {
  const buttons = recordingButtons()
  expect(buttons.length).toBeGreaterThan(15)
  const filled = new Set([...followUpForms(NAMES), ...toldForms(NAMES), confirmingForm('')].map(({ submit }) => submit))
  expect([...new Set(buttons)].filter((button) => !filled.has(button))).toEqual([])
})
