/** Lớp bồi dưỡng: the list, who is put forward, one class. */
import { expect, type Page } from '@playwright/test'
import { dialogOf } from './case.ts'
import { menuOf } from './menu.ts'

/** The pages of classes. */
export function classesPage(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const roster = page.getByRole('table', { name: 'Học viên' })
  return {
    open: async () => {
      await menuOf(page).open('Lớp bồi dưỡng')
      await expect(page.getByRole('heading', { level: 1, name: 'Lớp bồi dưỡng' })).toBeVisible()
    },
    tab: (name: string | RegExp) => page.getByRole('tab', { name }),
    button,
    dialog: (name: string) => dialogOf(page, name),
    heading: (name: string) => page.getByRole('heading', { level: 1, name }),
    everybody: page.getByRole('checkbox', { name: 'Chọn tất cả người chờ xếp lớp' }),
    classCalled: (name: string) => page.getByRole('link', { name, exact: true }),
    roster,
    learner: (name: string) => roster.getByRole('row', { name: new RegExp(name) }),
    /** Takes those who are ticked on for a class. */
    enroll: async (people: number, className: RegExp) => {
      await button(`Xếp ${people} người vào lớp`).click()
      const { dialog, button: inside } = dialogOf(page, `Xếp ${people} người vào lớp`)
      await dialog.getByRole('combobox', { name: 'Lớp' }).click()
      await page.getByRole('option', { name: className }).click()
      await inside('Xếp vào lớp').click()
      await expect(dialog).toBeHidden()
    },
  }
}
