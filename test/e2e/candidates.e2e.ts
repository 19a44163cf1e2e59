import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClearLog } from '../../shared/contract/documents.ts'
import { candidatesPage } from './pages/candidates.ts'
import { expect, test } from './support/fixtures.ts'
import { printedText, sayPrinted } from './support/paper.ts'
import { expectGoodLook } from './support/look.ts'
import { BRANCH, goTo, openWithBranches, OTHER_BRANCH, register } from './support/people.ts'
import { callPort } from './support/ready.ts'

const LONG = `Nguyễn ${'Hoàng Thị Phương Thảo '.repeat(8)}Ngọc`.slice(0, 200)

test('people are found while typing, walked by keys, and found again on coming back', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch, other } = window
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await expect(list.heading).toBeVisible()
  await expect(page.getByText('Chưa có ai trong danh sách')).toBeVisible()
  await expectGoodLook(page, 'candidates-empty')

  await register(page, branch, { name: 'Trần Thị Hường', birth: '1998-05-12', sex: 'female' })
  await register(page, branch, { name: 'Đặng Văn Dương', identityNumber: '035098001234' })
  await register(page, other, { name: 'Nguyễn Đường An', birth: '2004' })
  await register(page, other, { name: LONG })
  await expect(list.rows).toHaveCount(4)
  // By given name, as Vietnamese lists are: An, Dương, Hường, Ngọc or what is left of it.
  expect((await list.names()).slice(0, 3)).toEqual(['Nguyễn Đường An', 'Đặng Văn Dương', 'Trần Thị Hường'])
  await expectGoodLook(page, 'candidates')

  await page.keyboard.press('/')
  await expect(list.search).toBeFocused()
  await list.search.pressSequentially('huong')
  await expect(list.rows).toHaveCount(1)
  await expect(list.person('Trần Thị Hường')).toBeVisible()
  // Marks carry meaning: 'đường' does not find 'Dương'.
  await list.search.fill('đường')
  await expect(list.person('Nguyễn Đường An')).toBeVisible()
  await expect(list.rows).toHaveCount(1)
  await list.search.fill('035098')
  await expect(list.person('Đặng Văn Dương')).toBeVisible()
  await expect(list.rows).toHaveCount(1)
  await list.search.fill('không có ai')
  await expect(page.getByText('Không tìm thấy ai')).toBeVisible()
  await page.getByRole('button', { name: 'Xem tất cả' }).click()
  await expect(list.rows).toHaveCount(4)

  await list.filter('Chi bộ', OTHER_BRANCH)
  await expect(list.rows).toHaveCount(2)
  await list.search.fill('an')
  await expect(list.rows).toHaveCount(1)
  await list.search.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Nguyễn Đường An' })).toBeVisible()
  await page.goBack()
  await expect(list.search).toHaveValue('an')
  await expect(list.rows).toHaveCount(1)
  await expect(list.person('Nguyễn Đường An')).toBeFocused()
  await list.clear.click()
  await expect(list.rows).toHaveCount(4)

  await list.search.press('ArrowDown')
  await expect(list.person('Nguyễn Đường An')).toBeFocused()
  await page.keyboard.press('j')
  await expect(list.person('Đặng Văn Dương')).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Đặng Văn Dương' })).toBeVisible()
  await page.goBack()
  await expect(list.person('Đặng Văn Dương')).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { level: 1, name: 'Thêm người' })).toBeVisible()
})

test('two hundred people fill pages of fifty, and the whole list is printed', async ({ place }) => {
  test.slow()
  const window = await openWithBranches(place)
  const { page, branch } = window
  await page.evaluate(async (unit) => {
    const port = Object.getOwnPropertyDescriptor(globalThis, 'ketNap')?.value as {
      call: (name: string, input: unknown, id: string) => Promise<{ ok: boolean }>
    }
    for (let number = 1; number <= 200; number++) {
      const name = `Nguyễn Thị Minh ${'ABCDEGHIKL'.charAt(number % 10)}${'aăâeêioôơuưy'.charAt(number % 12)}nh`
      await port.call('candidate.register', { unit, profile: { name } }, crypto.randomUUID())
    }
  }, branch)
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await expect(list.total).toContainText('200 người')
  await expect(list.rows).toHaveCount(50)
  const first = await list.names()
  await list.turnTo(4).click()
  await expect(page.getByText('từ 151 đến 200')).toBeVisible()
  await expect.poll(() => list.names()).not.toEqual(first)
  await expect(list.rows).toHaveCount(50)
  await expectGoodLook(page, 'candidates-200')

  const pdf = join(place.folder, 'danh-sach.pdf')
  window.answer(pdf)
  await list.print.click()
  const printing = page.getByRole('dialog', { name: 'In: Nguồn và hồ sơ' })
  await printing.getByRole('button', { name: 'Theo dõi công việc' }).click()
  await printing.getByRole('button', { name: 'Lưu thành PDF' }).click()
  await expect(printing.getByRole('status')).toContainText('danh-sach.pdf')
  expect(existsSync(pdf)).toBe(true)
  // On paper: every one of the two hundred, and nothing of the window.
  const print = () => printing.getByRole('button', { name: 'In ra giấy' }).click()
  const printed = await printedText(page, print)
  expect(printed.match(/\/\d{4}/g)?.length ?? 0).toBeGreaterThanOrEqual(200)
  expect(printed).not.toContain('Mục đích sử dụng')
  // It was logged before; a browser does not tell a cancelled dialog from paper: the person says it, and so does the log.
  const logged = async () =>
    (await callPort<ClearLog>(page, 'clear.list')).rows.map(({ type, file, isWritten }) => [type, file, isWritten])
  const saved = ['print', 'danh-sach.pdf', true]
  expect(await logged()).toEqual([['print', null, true], saved])
  await sayPrinted(page, false)
  await expect(printing).toBeVisible()
  await expect.poll(logged).toEqual([['print', null, false], saved])
  await expect(page.getByText('Đã gửi bản in ra máy in.')).toHaveCount(0)
  await printedText(page, print)
  await sayPrinted(page, true)
  await expect(page.getByText('Đã gửi bản in ra máy in.')).toBeVisible()
  await expect(printing).toBeHidden()
  expect(await logged()).toEqual([['print', null, true], ['print', null, false], saved])
  await expect(list.rows).toHaveCount(50)
  await list.filter('Giai đoạn', 'Trong danh sách nguồn')
  await expect(list.total).toContainText('200 người khớp')
  await list.filter('Chi bộ', BRANCH)
  await expect(list.total).toContainText('200 người khớp')
})
