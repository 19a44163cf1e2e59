/**
 * Forms filled in once as a person fills them, by their labels, and recorded: what a form hands over is accepted by the
 * port only if every field goes where the port expects it.
 */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { casePage } from '../pages/case.ts'
import { visit } from './routes.ts'

/** A form, what is put into it, and what the window says and shows afterwards. */
export type FilledForm = {
  /** The page it is on; left out: the one the form before it has left open. */
  readonly path?: string
  /** The heading of that page, where the form before it may have left open another of the same kind. */
  readonly heading?: string
  /** What is done on the page until the form is there: buttons pressed in turn by their names, or anything else. */
  readonly open: readonly (string | RegExp)[] | ((page: Page) => Promise<void>)
  /** Title of its dialog, or the form itself where it has none. */
  readonly form: string | RegExp | ((page: Page) => Locator)
  /** Lists to choose from: label -> option. */
  readonly choices?: Readonly<Record<string, string>>
  /** Boxes and circles to tick: they come first, then the lists, as some fields only stand there for some of them. */
  readonly ticks?: readonly string[]
  /** Fields to type in: label -> text. */
  readonly texts?: Readonly<Record<string, string>>
  readonly submit: string
  /** What is announced. */
  readonly said: string
  /** What of it the page, or the card it was opened from, shows afterwards. */
  readonly shows?: string
}

/** Fills in forms one after the other. */
export async function fillForms(page: Page, forms: readonly FilledForm[]): Promise<void> {
  for (const form of forms)
    await test.step(`${form.submit}: ${form.said}`, async () => {
      if (form.path !== undefined) await visit(page, form.path, form.heading)
      await fillForm(page, form)
    })
}

async function fillForm(page: Page, { open, form, choices, ticks, texts, submit, said, shows }: FilledForm) {
  if (typeof open === 'function') await open(page)
  else for (const name of open) await page.getByRole('button', { name, exact: true }).first().click()
  const place =
    typeof form === 'function'
      ? form(page)
      : page.getByRole('dialog', { name: form, ...(typeof form === 'string' ? { exact: true } : {}) })
  await expect(place).toBeVisible()
  for (const label of ticks ?? [])
    await place
      .getByRole('checkbox', { name: label, exact: true })
      .or(place.getByRole('radio', { name: label, exact: true }))
      .check()
  for (const [label, option] of Object.entries(choices ?? {})) {
    const list = place.getByRole('combobox', { name: label, exact: true })
    // A list of the system has nothing on the page to click.
    if (await list.evaluate((each) => each.tagName === 'SELECT')) {
      await list.selectOption(option)
      continue
    }
    await list.click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  for (const [label, text] of Object.entries(texts ?? {}))
    await place
      .getByRole('textbox', { name: label, exact: true })
      .or(place.getByRole('combobox', { name: label, exact: true }))
      .fill(text)
  const button = place.getByRole('button', { name: submit, exact: true })
  await button.click()
  // What the port refuses is said in the form, which then stays.
  await expect
    .poll(
      async () =>
        (await button.count()) === 0 ? 'recorded' : (await place.getByRole('alert').allInnerTexts()).join() || 'open',
      // By itself the next look comes a tenth of a second, a quarter, a half and a second later, form for form.
      { intervals: [50] },
    )
    .toBe('recorded')
  await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible()
  if (shows !== undefined)
    await expect(
      page.getByRole('main').or(page.getByRole('dialog')).filter({ hasText: shows }).first(),
      `what is shown after ${submit}`,
    ).toBeVisible()
}

/** Opens a form from the menu of a case. */
export const fromMenu = (item: string) => (page: Page) => casePage(page).openMenu(item)
