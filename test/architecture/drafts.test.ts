/**
 * Nothing long that is typed is lost by a lock, a crash or a closed dialog: every form with a text of several lines keeps
 * a draft in the store, or stands here with the reason why not.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../renderer')

/** A text of several lines: the field itself, or a form told by its fields. */
const AREA = /<(?:AreaField|GrowingArea|Textarea)\b|kind: 'text'/u
/** What records a form, or makes a paper. */
const FORM = /\b(?:useRecording|useCaseForm)[<(]|<FactsDialog\b/u
const DRAFT = /\bdraft(?:[:=]|,$| \})|\buseDraft\(|\buseDocumentTyped\(/mu

/** Parts and lists of fields, drawn within a form that is looked at itself. */
const WITHIN: ReadonlySet<string> = new Set([
  'features/case/resume-values.ts',
  'features/review/CheckList.tsx',
  'parts/DocumentFields.tsx',
  'parts/ProfileFields.tsx',
  'parts/RowsEditor.tsx',
  'parts/VoteFields.tsx',
  'parts/GrowingArea.tsx',
  'parts/fields.tsx',
])

/** Forms without a draft, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'features/exchange/AcceptCard.tsx': 'the text is pasted from the card of another office, which lies beside it',
  'features/first-start/RestoreForm.tsx': 'the digits of a recovery sheet: a secret, and there is no open store',
  'features/unlock/ResetPassphrase.tsx': 'the digits of a recovery sheet: a secret, and there is no open store',
}

const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/u.test(name))
  .map((name) => ({ name, text: readFileSync(join(RENDERER, name), 'utf8') }))
  .filter(({ text }) => AREA.test(text))

test('every form with a text of several lines keeps a draft, or says why not', () => {
  expect(files.length).toBeGreaterThan(30)
  const looked = files.filter(({ name }) => !WITHIN.has(name) && !(name in WITHOUT))
  // Of a file with several forms, each from where it begins to the next.
  const bare = looked.filter(({ text }) => {
    const forms = text.split(new RegExp(FORM, 'u')).slice(1)
    return forms.length === 0 ? !DRAFT.test(text) : forms.some((form) => !DRAFT.test(form))
  })
  expect(bare.map(({ name }) => name)).toEqual([])
})

test('nothing stands on these lists that is gone, or keeps a draft by now', () => {
  const names = new Map(files.map(({ name, text }) => [name, text]))
  for (const name of [...WITHIN, ...Object.keys(WITHOUT)]) {
    expect(names.has(name), name).toBe(true)
    expect(DRAFT.test(names.get(name) ?? ''), name).toBe(false)
  }
})
