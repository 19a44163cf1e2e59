/**
 * The fields of a form as a person fills them: typed into, chosen from, ticked, each by what it is, then the form
 * recorded. What is typed is made up to be taken: a day, a number, a word; where the port wants something else the press
 * that records has been felt all the same, and the walk says how many forms were recorded.
 */
import type { Locator, Page } from 'playwright-core'
import { TODAY } from './office.ts'
import { settled, type Felt } from './felt.ts'

/** How many fields of one form are filled: a roster has one for each of its rows. */
const FIELDS_AT_MOST = 16

/** How long a form may take to be recorded, in milliseconds: one with a passphrase takes longest. */
const RECORDED_WITHIN = 15_000

/** One field, as the page shows it. */
type Field = {
  /** `list`: one of the system, which is chosen from by its keys. */
  readonly kind: 'tick' | 'choice' | 'list' | 'day' | 'number' | 'text'
  readonly label: string
  readonly isFilled: boolean
}

/** Where fields are: in the dialog that is open, or on the page itself. */
export type Place = '[role=dialog]' | 'main'

/** The first of its kind that is shown. In the page, as text. */
const SHOWN = `((selector) => [...document.querySelectorAll(selector)].find((each) => each.checkVisibility()))`

/** The next field of a place that was not filled yet; marks it. In the page, as text. */
const NEXT = `(place) => {
  if (!place) return null
  const open = [...place.querySelectorAll('input, textarea, select')].find((each) =>
    !each.dataset.felt && !['hidden', 'file'].includes(each.type) && !each.matches(':disabled') &&
    (each.checkVisibility() || each.type === 'radio' || each.type === 'checkbox') &&
    (!each.readOnly || each.getAttribute('aria-haspopup') === 'listbox'))
  if (!open) return null
  for (const each of document.querySelectorAll('[data-felt=now]')) each.dataset.felt = 'done'
  open.dataset.felt = 'now'
  const isTick = open.type === 'radio' || open.type === 'checkbox'
  return {
    label: (open.labels?.[0]?.textContent ?? open.getAttribute('aria-label') ?? open.placeholder ?? '').replace(/ ?\\*$/, '').trim(),
    kind: isTick ? 'tick'
      : open.tagName === 'SELECT' ? 'list'
      : open.getAttribute('role') === 'combobox' || open.getAttribute('aria-haspopup') === 'listbox' ? 'choice'
      : open.inputMode === 'numeric' ? 'number'
      : open.placeholder?.startsWith('ngày') ? 'day' : 'text',
    isFilled: isTick ? open.checked : open.value !== '',
  }
}`

/**
 * Fills in what is empty; into what is filled already a letter is typed and taken away.
 * @param name - of the form, for the names of the actions
 */
export async function fillFields(page: Page, felt: Felt, name: string, place: Place): Promise<void> {
  const now = page.locator('[data-felt=now]')
  for (let count = 0; count < FIELDS_AT_MOST; count += 1) {
    const field = await page.evaluate<Field | null>(`(${NEXT})(${SHOWN}(${JSON.stringify(place)}))`)
    if (field === null) return
    const what = `${name}: ${field.label}`
    if (field.kind === 'tick') {
      if (!field.isFilled)
        await felt.one(`${what}, đánh dấu`, () => now.click({ timeout: 2000 }).catch(() => undefined))
    } else if (field.kind === 'list') {
      await now.focus()
      for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown'])
        await felt.one(`${what}, chọn`, () => page.keyboard.press(key))
    } else {
      const reached = await reach(felt, what, now)
      if (reached) await (field.kind === 'choice' ? choose : type)(page, felt, what, field)
    }
  }
}

async function reach(felt: Felt, what: string, now: Locator): Promise<boolean> {
  let reached = true
  await felt.one(`${what}, vào ô`, () =>
    now.click({ timeout: 2000 }).catch(() => {
      reached = false
    }),
  )
  return reached
}

/** Chooses the first of a list that the click has opened. */
async function choose(page: Page, felt: Felt, what: string, { isFilled }: Field): Promise<void> {
  if (isFilled) {
    await felt.one(`${what}, đóng danh sách`, () => page.keyboard.press('Tab'))
    return
  }
  await felt.one(`${what}, xuống trong danh sách`, () => page.keyboard.press('ArrowDown'))
  // Enter would submit where the list is empty.
  if ((await page.getByRole('option').filter({ visible: true }).count()) > 0)
    await felt.one(`${what}, chọn`, () => page.keyboard.press('Enter'))
  await page.keyboard.press('Tab')
}

/** Types key by key what is felt, and the rest at once. */
async function type(page: Page, felt: Felt, what: string, { kind, label, isFilled }: Field): Promise<void> {
  if (isFilled) {
    await felt.one(`${what}, gõ`, () => page.keyboard.press('End'))
    for (const key of ['a', 'Backspace']) await felt.one(`${what}, gõ`, () => page.keyboard.press(key))
    return
  }
  const text = wordFor(kind, label)
  for (const key of text.slice(0, 2)) await felt.one(`${what}, gõ`, () => page.keyboard.press(key))
  if (text.length > 2) await page.keyboard.insertText(text.slice(2))
}

/** What may stand in a field, by its kind and what is written beside it. */
function wordFor(kind: Field['kind'], label: string): string {
  if (kind === 'day') return TODAY.split('-').toReversed().join('/')
  // Nobody is absent, nobody is against.
  if (kind === 'number') return /vắng|không|trắng|phản đối/iu.test(label) ? '0' : '1'
  return label.startsWith('Số ') ? '95-NQ/ĐU' : 'do toc do'
}

/**
 * Presses what records a form, and waits for what comes of it.
 * @returns `none` where nothing records it, `refused` where the form stays
 */
export async function recordForm(
  page: Page,
  felt: Felt,
  name: string,
  where: Place,
): Promise<'none' | 'refused' | 'recorded'> {
  const place = page.locator(where).filter({ visible: true }).first()
  const submit = place.locator('button[type=submit]').filter({ visible: true }).first()
  if ((await submit.count()) === 0 || !(await submit.isEnabled())) return 'none'
  await felt.one(`${name}, ghi`, () => submit.click())
  // Busy until it is recorded or refused; taken away with its form where that closes.
  await page
    .locator('button[type=submit][data-loading=true]')
    .first()
    .waitFor({ state: 'hidden', timeout: RECORDED_WITHIN })
  await settled(page)
  const isRefused = (await place.getByRole('alert').filter({ visible: true }).count()) > 0
  const isInvalid = (await place.locator('[aria-invalid=true]').filter({ visible: true }).count()) > 0
  return isRefused || isInvalid ? 'refused' : 'recorded'
}

/** Closes a dialog, and says to what it asks that nothing is to be kept. @throws Error where it stays */
export async function closeForm(page: Page, felt: Felt, name: string, dialog: Locator): Promise<void> {
  const drop = page.getByRole('button', { name: 'Bỏ, không ghi' })
  for (let tries = 0; tries < 6; tries += 1) {
    const gone = await dialog.waitFor({ state: 'hidden', timeout: 700 }).then(
      () => true,
      () => false,
    )
    if (gone) return
    if ((await drop.count()) > 0) await felt.one(`${name}, bỏ`, () => drop.first().click())
    else await felt.one(`${name}, đóng`, () => page.keyboard.press('Escape'))
  }
  throw new Error(`${name}: the dialog does not close`)
}
