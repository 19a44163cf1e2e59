import { menuOf } from './pages/menu.ts'
import { settingsPage } from './pages/settings.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { callPort, keptDraft, openReady } from './support/ready.ts'

type Office = { readonly settings: Readonly<Record<string, unknown>>; readonly profile: { readonly name: string } }

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('an administrator changes the office and its settings, and the journal says it is whole', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  const settings = settingsPage(page)
  await callPort(page, 'print.log', { what: 'units', why: 'Họp giao ban' })
  await settings.open()
  await expect(settings.field('Tên đơn vị')).toHaveValue('Đảng ủy xã Bình Minh')
  await expectGoodLook(page, 'settings')

  await settings.field('Mã đơn vị').fill('Bình Minh')
  await settings.field('Mã đơn vị').press('Enter')
  await expect(settings.field('Mã đơn vị')).toBeFocused()
  await expect(settings.field('Mã đơn vị')).toHaveAccessibleDescription(/chữ thường không dấu/)
  await settings.field('Mã đơn vị').fill('binh-minh')
  await settings.field('Tên đơn vị').fill('Đảng ủy phường Bình Minh')
  await page.getByRole('button', { name: 'Thêm việc: Quyết định kết nạp' }).click()
  await settings.field('Đề nghị kết nạp, đến ngày').fill('31/12/2025')
  // Left before it is recorded, the whole form is there again: its lines, and what the office does.
  await menuOf(page).open('Sao lưu')
  await settings.open()
  await expect(page.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(settings.field('Mã đơn vị')).toHaveValue('binh-minh')
  await expect(settings.field('Đề nghị kết nạp, đến ngày')).toHaveValue('31/12/2025')
  await expect(settings.field('Quyết định kết nạp, từ ngày')).toBeVisible()
  await expectGoodLook(page, 'settings-draft', ['light'])
  await settings.saveOffice.click()
  await expect(page.getByRole('banner').getByText('Đảng ủy phường Bình Minh')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Xét hồ sơ' })).toBeVisible()
  await expect(settings.field('Đề nghị kết nạp, đến ngày')).toHaveValue('31/12/2025')
  await expect.poll(() => keptDraft(page, 'thong-tin-don-vi')).toBeNull()

  await settings.field('Tự khóa sau bao nhiêu phút không dùng').fill('500')
  await settings.saveMinutes.click()
  await expect(page.getByText('Ghi số phút từ 1 đến 240')).toBeVisible()
  await settings.field('Tự khóa sau bao nhiêu phút không dùng').fill('5')
  await settings.field('Tự khóa sau bao nhiêu phút không dùng').press('Enter')
  await expect(page.getByText('tự khóa sau 5 phút')).toBeVisible()
  await settings.field('Lề trái').fill('3')
  await settings.field('Lề trái').press('Enter')
  await expect(page.getByText('Ghi từ 5 đến 60')).toBeVisible()
  await settings.field('Lề trái').fill('35')
  await settings.field('Lề trái').press('Enter')
  await expect(page.getByText('Đã ghi lề văn bản')).toBeVisible()
  await settings.inside.check()
  await expect
    .poll(async () => (await callPort<Office>(page, 'office.get')).settings)
    .toMatchObject({
      lockAfterMinutes: 5,
      verificationPapersInside: true,
      documentMargins: '20/20/35/15',
    })

  await settings.deep.click()
  await expect(settings.block('Nhật ký dữ liệu').getByRole('status')).toContainText('các bản ghi nguyên vẹn')
  await expect(settings.block('Nhật ký dữ liệu').getByRole('status')).toContainText('lưu tệp và in: nguyên vẹn')

  const clear = settings.block('Tệp và bản in không mã hóa')
  await expect(clear.getByRole('row', { name: /In ra giấy.*Họp giao ban/ })).toContainText(
    'Danh sách đơn vị trực thuộc',
  )
  await settings.look('Nền tối').click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(settings.block('Về phần mềm')).toContainText('Apache-2.0')
  await expect(settings.block('Về phần mềm')).toContainText('chữ ký số')
  await expectGoodLook(page, 'settings-checked')
})

test('others than administrators read the settings and change only the look', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  await callPort(page, 'user.add', {
    login: 'xem',
    name: 'Trần Văn Bình',
    post: 'Đảng ủy viên',
    roles: ['viewer'],
    passphrase: 'con trâu đi trước cái cày',
  })
  await callPort(page, 'session.unlock', { login: 'xem', passphrase: 'con trâu đi trước cái cày' })
  await page.reload()
  await page.getByRole('combobox', { name: 'Người dùng' }).click()
  await page.getByRole('option', { name: 'xem' }).click()
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill('con trâu đi trước cái cày')
  await page.keyboard.press('Enter')
  const settings = settingsPage(page)
  await settings.open()
  await expect(settings.saveOffice).toBeHidden()
  await expect(settings.block('Tệp và bản in không mã hóa')).toBeHidden()
  await expect(settings.inside).toBeDisabled()
  await expect(page.getByText('tự khóa sau 15 phút')).toBeVisible()
  await expect(settings.block('Lề văn bản')).toContainText('Lề trái 30')
  await expectGoodLook(page, 'settings-viewer')
})
