import type { Page } from '@playwright/test'
import { candidatesPage } from './pages/candidates.ts'
import { casePage } from './pages/case.ts'
import { registerPage } from './pages/register.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { BRANCH, goTo, openWithBranches, register } from './support/people.ts'
import { PASSPHRASE } from './support/ready.ts'

/** How Unikey types: letters, then Backspaces and the letters meant. '<' is a Backspace. */
async function typeLikeUnikey(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    if (key === '<') await page.keyboard.press('Backspace')
    else if (/[\u0020-\u007e]/.test(key)) await page.keyboard.press(key === ' ' ? 'Space' : key)
    else await page.keyboard.insertText(key)
  }
}

/** A composition as an input method of the system makes it. */
async function compose(page: Page, steps: readonly string[]) {
  const browser = await page.context().newCDPSession(page)
  for (const text of steps)
    await browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  return {
    /** Enter while the letter is still being made. */
    pressEnter: async () => {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
      await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await browser.send('Input.dispatchKeyEvent', { type: 'char', text: '\r', ...key })
      await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    },
    end: async (text: string) => {
      await browser.send('Input.insertText', { text })
      await browser.detach()
    },
  }
}

test('Telex and VNI as Unikey types them: Backspaces and new letters, in every kind of field', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  await register(page, branch, { name: 'Đỗ Thị Ước' })
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await list.search.click()
  await typeLikeUnikey(page, 'dd<<đoox<<<ỗ thi<ị uow<<<ươc<<<ước')
  await expect(list.search).toHaveValue('đỗ thị ước')
  await expect(list.person('Đỗ Thị Ước')).toBeVisible()

  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await form.name.click()
  await typeLikeUnikey(page, 'Tr')
  await typeLikeUnikey(page, 'an62<<<<ần Thi5<<ị Hu7o72ng<<<<<<<ường')
  await expect(form.name).toHaveValue('Trần Thị Hường')
  await form.unit.click()
  await typeLikeUnikey(page, 'quyeenr<<<<ển')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(form.unit).toHaveValue(BRANCH)
  await form.more.click()
  await form.field('Ngày sinh').click()
  await typeLikeUnikey(page, 'ngayf<<<ày 12 thangs<<<<áng 5 nawm<<<ăm 1998')
  await page.keyboard.press('Tab')
  await expect(form.field('Ngày sinh')).toHaveValue('12/05/1998')
  await page.getByRole('textbox', { name: 'Ghi chú' }).click()
  await typeLikeUnikey(page, 'ddax<<<<đã hocj<<<ọc')
  await expect(page.getByRole('textbox', { name: 'Ghi chú' })).toHaveValue('đã học')
  await form.field('Số định danh cá nhân').click()
  await typeLikeUnikey(page, '03519<98001<1234')
  await expect(form.field('Số định danh cá nhân')).toHaveValue('035198001234')
  await form.save.click()
  await expect(casePage(page).heading('Trần Thị Hường')).toBeVisible()
  await expect(casePage(page).facts).toContainText('đã học')

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Tìm người, trang, việc' })
  await expect(palette.getByRole('textbox')).toBeFocused()
  await typeLikeUnikey(page, 'ddoox<<<<<đỗ thi5<<ị uowsc<<<<<ước')
  await expect(palette.getByRole('textbox')).toHaveValue('đỗ thị ước')
  await expect(palette.getByText('Đỗ Thị Ước')).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, '/nhap-bang')
  const box = page.getByRole('textbox', { name: 'Các dòng từ Excel' })
  await box.click()
  await typeLikeUnikey(page, 'Le6<<ê Va8n<<<ăn Bi2nh<<<<ình')
  await expect(box).toHaveValue('Lê Văn Bình')
  // A passphrase has letters with marks too, and is typed unseen.
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlockPage(page).passphrase.click()
  await typeLikeUnikey(page, 'lua<<úa chin<<ín vang<<<àng canh<<<ánh ddoong<<<<<<đồng')
  await expect(unlockPage(page).passphrase).toHaveValue(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()
})

test('composition: nothing is rewritten under it, and Enter inside it submits nothing', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  await register(page, branch, { name: 'Bùi Văn Tiến' })
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await list.search.click()
  const searching = await compose(page, ['t', 'ti', 'tiê', 'tiên', 'tiến'])
  await expect(list.search).toHaveValue('tiến')
  await expect(list.person('Bùi Văn Tiến')).toBeVisible()
  await searching.pressEnter()
  await expect(list.heading).toBeVisible()
  await searching.end('tiến')
  await expect(list.search).toHaveValue('tiến')

  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await form.chooseUnit(BRANCH)
  await form.name.click()
  await page.keyboard.insertText('Lê Văn ')
  const naming = await compose(page, ['d', 'đ', 'đa', 'đạ', 'đạt', 'Đạt'])
  await expect(form.name).toHaveValue('Lê Văn Đạt')
  await naming.pressEnter()
  await expect(form.heading).toBeVisible()
  await naming.end('Đạt')
  await expect(form.name).toHaveValue('Lê Văn Đạt')
  await page.keyboard.press('Enter')
  await expect(casePage(page).heading('Lê Văn Đạt')).toBeVisible()

  // In a dialog the same holds, and Esc inside a composition closes nothing.
  const opened = casePage(page)
  await opened.openMenu('Ghi cuộc họp chi bộ')
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  await vote.field('Người chủ trì').click()
  const chairing = await compose(page, ['h', 'hu', 'hư', 'hươ', 'hươn', 'Hương'])
  await chairing.pressEnter()
  await expect(vote.dialog.getByText('Chưa nhập')).toHaveCount(0)
  await chairing.end('Hương')
  await expect(vote.field('Người chủ trì')).toHaveValue('Hương')
})

test('a text grows line by line up to eight, and the page under its dialog stays where it is', async ({ place }) => {
  const { page, branch } = await openWithBranches(place)
  await register(page, branch, { name: 'Vũ Thị Mười' })
  await goTo(page, '/nguon')
  await candidatesPage(page).person('Vũ Thị Mười').click()
  const opened = casePage(page)
  await expect(opened.heading('Vũ Thị Mười')).toBeVisible()
  const head = () => page.getByRole('banner').first().boundingBox()
  const before = await head()
  expect(await page.evaluate('document.documentElement.scrollHeight > innerHeight')).toBe(true)
  await opened.openMenu('Sửa thông tin cá nhân')
  const note = opened.dialog('Sửa thông tin cá nhân').field('Ghi chú')
  const high = async () => (await note.boundingBox())?.height ?? Number.NaN
  const empty = await high()
  await note.fill('một')
  expect(await high()).toBe(empty)
  await note.fill('một\nhai\nba\nbốn')
  const four = await high()
  expect(four).toBeGreaterThan(empty * 1.5)
  await note.fill('dòng\n'.repeat(30))
  const most = await high()
  expect(most).toBeGreaterThan(four * 1.5)
  expect(most).toBeLessThan(four * 2.5)
  await page.mouse.wheel(0, 600)
  expect(await head()).toEqual(before)
  expect(await page.evaluate('scrollY')).toBe(0)
})

test('text that comes decomposed is stored composed and found either way', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page } = window
  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await form.name.click()
  await page.keyboard.insertText('  Nguyễn   Thị Hồng Nhung '.normalize('NFD'))
  await form.chooseUnit(BRANCH)
  await form.save.click()
  await expect(casePage(page).heading('Nguyễn Thị Hồng Nhung')).toBeVisible()
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await list.search.click()
  await page.keyboard.insertText('hồng'.normalize('NFD'))
  await expect(list.person('Nguyễn Thị Hồng Nhung')).toBeVisible()
})
