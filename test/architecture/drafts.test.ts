/**
 * Nothing that is typed is lost by a lock, a crash or a closed dialog: every form keeps a draft in the store, or stands here
 * with the reason why not. A form that records cannot be made without saying which (the type asks); one with fields of its
 * own is found by its fields.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../renderer')

/** A field that is typed into: itself, or in a form told by its fields. */
const FIELD =
  /<(?:TextField|AreaField|GrowingArea|DateField|CountField|PassphraseField|WhyField|(?:Text|Number|Password|Tags)Input|Textarea|Autocomplete)\b|kind: 'text'/u
/** What records a form, each asking for a draft. */
const FORM = /\b(?:useRecording|useCaseForm)[<(]|<(?:FactsDialog|GivingDialog)\b/u
/** A draft of a page that is no such form. */
const DRAFT = /\buseDraft\(|\buseDocumentTyped\(|\bdraft=/u

/** Commands whose forms keep none, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'class.forward': 'nothing is typed: a day and an office that are proposed',
  'date.confirm': 'the day of today is asked anew each time',
  'device.adoptKeys': 'digits that stand on the screen of another computer meanwhile',
  'keys.renew': 'only where another form has led there with a reason, which is newer than a draft',
  'pupil.place': 'only of pupils who are ticked: it would stand there for the next ones',
  'pairing.accept': 'digits that are heard by telephone, of a card that is open meanwhile',
  'rules.changeValue': 'only to go back to the value of the program, which is proposed',
  'unit.change': 'only where a line is taken away: nothing is typed',
  'user.changePassphrase': 'passphrases',
  'user.openHere': 'passphrases',
}

const WITHIN = 'drawn within a form that is looked at itself'
const NARROWS = 'narrows what is shown, and records nothing'
const NO_STORE = 'there is no open store to keep it in'
const REASON = 'why a file leaves in clear: one line, proposed from the last ones'

/** Files with fields and no form that records, and why they keep no draft. */
const FIELDS_ALONE: Readonly<Record<string, string>> = {
  'features/calendar/BatchTab.tsx': NARROWS,
  'features/calendar/OwnDaysDialog.tsx': 'a day and a name of at most sixty letters, recorded one by one',
  'features/candidates/KnownPapers.tsx': WITHIN,
  'features/candidates/ListFilters.tsx': NARROWS,
  'features/candidates/MatterFields.tsx': WITHIN,
  'features/candidates/TakeOverFields.tsx': WITHIN,
  'features/case/resume-values.ts': WITHIN,
  'features/classes/BookTab.tsx': NARROWS,
  'features/decisions/DecisionsPage.tsx': NARROWS,
  'features/exchange/EnrolDevice.tsx': 'digits that stand on the screen of another computer meanwhile',
  'features/first-start/JoinForm.tsx': NO_STORE,
  'features/first-start/OfficeStep.tsx': NO_STORE,
  'features/first-start/RestoreForm.tsx': NO_STORE,
  'features/first-start/UserStep.tsx': NO_STORE,
  'features/guide/GuidePage.tsx': NARROWS,
  'features/reports/PeriodField.tsx': NARROWS,
  'features/reports/ReportTab.tsx': NARROWS,
  'features/reports/TargetsTab.tsx': NARROWS,
  'features/returns/ReturnsPage.tsx': NARROWS,
  'features/review/CheckList.tsx': WITHIN,
  'features/review/Queue.tsx': NARROWS,
  'features/rules/RulesPage.tsx': NARROWS,
  'features/rules/ValueFields.tsx': WITHIN,
  'features/units/MembersBlock.tsx': NARROWS,
  'features/units/ReviewedPeople.tsx': WITHIN,
  'features/units/UnitsTable.tsx': NARROWS,
  'features/unlock/ResetPassphrase.tsx': NO_STORE,
  'features/unlock/UnlockPage.tsx': NO_STORE,
  'parts/ClearFileDialog.tsx': REASON,
  'parts/DocumentFields.tsx': WITHIN,
  'parts/GrowingArea.tsx': WITHIN,
  'parts/PassphraseField.tsx': WITHIN,
  'parts/PassphrasePair.tsx': WITHIN,
  'parts/PrintButton.tsx': REASON,
  'parts/ProfileFields.tsx': WITHIN,
  'parts/RecoverySheet.tsx': 'the digits of a recovery sheet: a secret',
  'parts/RowsEditor.tsx': WITHIN,
  'parts/SavedViewsMenu.tsx': 'the name of a view that stands behind it',
  'parts/ScanPreview.tsx': REASON,
  'parts/VoteFields.tsx': WITHIN,
  'parts/WhyField.tsx': REASON,
  'parts/fields.tsx': WITHIN,
}

const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/u.test(name))
  .map((name) => ({ name, text: readFileSync(join(RENDERER, name), 'utf8') }))

/** The commands of forms that may be made without a draft: the nearest one named before it. */
const undrafted = files.flatMap(({ name, text }) =>
  [...text.matchAll(/\bdraft: (?:[^\n]*: )?null\b/gu)].map(({ index }) => ({
    name,
    command: [...text.slice(0, index).matchAll(/command: '([a-zA-Z.]+)'/gu)].at(-1)?.[1] ?? '',
  })),
)

test('every form keeps a draft, or says why not', () => {
  expect(files.filter(({ text }) => FORM.test(text)).length).toBeGreaterThan(80)
  expect(undrafted.filter(({ command }) => !(command in WITHOUT))).toEqual([])
})

test('whatever else is typed into keeps a draft, is part of a form, or says why not', () => {
  const alone = files.filter(({ text }) => FIELD.test(text) && !FORM.test(text) && !DRAFT.test(text))
  expect(alone.map(({ name }) => name).filter((name) => !(name in FIELDS_ALONE))).toEqual([])
})

test('no passphrase and no digits that prove something are in a draft', () => {
  const secret = /\bbind\('(passphrase|again|oldPassphrase|newPassphrase|digits)'\)/gu
  // Of a file with several forms, each from where it begins to the next.
  const forms = files.flatMap(({ text }) => text.split(new RegExp(FORM, 'u')).slice(1))
  const kept = forms.filter((form) => !/\bdraft: null\b/u.test(form))
  const secrets = kept.map((form) => ({
    fields: [...form.matchAll(secret)].flatMap(([, field]) => `'${field}'`).join(', '),
    unkept: /\bunkept(?:: |=\{)\[([^\]]*)\]/u.exec(form)?.[1] ?? '',
  }))
  const some = secrets.filter(({ fields }) => fields !== '')
  expect(some.map(({ fields }) => fields)).toEqual(["'digits'", "'passphrase', 'again'"])
  for (const { fields, unkept } of some) expect(unkept).toBe(fields)
})

test('nothing stands on these lists that is gone, or keeps a draft by now', () => {
  expect(Object.keys(WITHOUT).toSorted()).toEqual([...new Set(undrafted.map(({ command }) => command))].toSorted())
  const alone = files.filter(({ text }) => FIELD.test(text) && !FORM.test(text) && !DRAFT.test(text))
  expect(alone.map(({ name }) => name).toSorted()).toEqual(Object.keys(FIELDS_ALONE).toSorted())
})
