/** The page of one case: next step, papers, findings, history, and the dialogs that record. */
import type { Locator, Page } from '@playwright/test'

/** A dialog that records something. */
export function dialogOf(page: Page, name: string | RegExp) {
  const dialog = page.getByRole('dialog', { name })
  return {
    dialog,
    field: (label: string) => dialog.getByRole('textbox', { name: label, exact: true }),
    choose: (label: string, option: string) => chooseIn(page, dialog, label, option),
    button: (label: string) => dialog.getByRole('button', { name: label, exact: true }),
    close: dialog.getByRole('button', { name: 'Đóng', exact: true }).last(),
    alert: dialog.getByRole('alert'),
  }
}

/** The page 'Hồ sơ'. */
export function casePage(page: Page) {
  const next = page.getByRole('region', { name: 'Việc tiếp theo' })
  return {
    heading: (name: string) => page.getByRole('heading', { level: 1, name }),
    next,
    doNext: next.getByRole('button').first(),
    stage: page.getByRole('list', { name: 'Các giai đoạn' }).locator('[aria-current="step"]'),
    papers: page.getByRole('region', { name: 'Giấy tờ' }),
    paper: (name: string) => page.getByRole('listitem', { name, exact: true }),
    findings: page.getByRole('region', { name: 'Điểm cần xử lý' }),
    finding: (text: RegExp) => page.getByRole('listitem', { name: text }),
    deadlines: page.getByRole('region', { name: 'Thời hạn' }),
    meetings: page.getByRole('region', { name: 'Họp xét, quyết định, lễ kết nạp' }),
    submissions: page.getByRole('region', { name: 'Các lần gửi hồ sơ' }),
    facts: page.getByRole('region', { name: 'Thông tin cá nhân' }),
    history: page.getByRole('region', { name: 'Diễn biến' }),
    conflicts: page.getByRole('alert').filter({ hasText: 'Cần đối chiếu' }),
    undo: page.getByRole('button', { name: 'Hoàn tác' }),
    openMenu: async (item: string) => {
      await page.getByRole('button', { name: 'Việc khác' }).click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    },
    dialog: (name: string | RegExp) => dialogOf(page, name),
    said: (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }),
  }
}

async function chooseIn(page: Page, place: Locator, label: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
