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

/** A form of the window: the titles it may bear, and what may stand on its button. */
type ToldForm = { readonly titles: readonly string[]; readonly buttons: readonly string[] }

function formsOfWindow(): readonly ToldForm[] {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(RENDERER, name), 'utf8'))
    .flatMap((text) => text.split(/<FactsDialog\b/u).slice(1))
    .map((form) => ({ titles: textsOf(form, 'title'), buttons: textsOf(form, 'submitLabel') }))
}

/** The texts that a property of a form may have. */
function textsOf(form: string, property: string): readonly string[] {
  const found = new RegExp(`\\b${property}=(?:"(?<text>[^"]+)"|\\{(?<chosen>[^}]+)\\})`, 'u').exec(form)?.groups
  const text = found?.['text']
  return text === undefined
    ? [...(found?.['chosen'] ?? '').matchAll(/'([^']+)'/gu)].map(([, one]) => one ?? '')
    : [text]
}

test('every form told by its fields is filled in by a walk through the window', () => {
  const forms = formsOfWindow()
  expect(forms.length).toBeGreaterThan(12)
  const filled = [...followUpForms(NAMES), ...toldForms(NAMES), confirmingForm('')]
  // Several forms have a button of the same name: it counts only in the form of that title.
  const open = forms.flatMap(({ titles, buttons }) =>
    buttons
      .filter(
        (button) => !filled.some(({ form, submit }) => submit === button && titles.some((title) => title === form)),
      )
      .map((button) => [titles, button]),
  )
  expect(forms.filter(({ titles, buttons }) => titles.length === 0 || buttons.length === 0)).toEqual([])
  expect(open).toEqual([])
})
