import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort } from './support/ready.ts'
import { addBranch, bothVote, buildDossier, openCommune, register } from './support/seed.ts'

const HOA = {
  name: 'Nguyễn Thị Hòa',
  birth: '1985-06-15',
  sex: 'female',
  ethnicity: 'Kinh',
  education: 'upperSecondary',
}

test('a resolution is asked for, read on screen, and saved for Word', async ({ place }) => {
  const window = await openCommune(place)
  const { page } = window
  const branch = await addBranch(window)
  const id = await register(window, branch, { ...HOA, source: 'womenUnion', identityNumber: '035185001234' })
  await buildDossier(window, id)
  await bothVote(window, id)
  await goTo(page, `/ho-so/${id}`)
  const dialog = page.getByRole('dialog', { name: 'Lập văn bản' })
  const open = async () => {
    await page.getByRole('button', { name: 'Lập văn bản' }).click()
    await dialog.getByRole('combobox', { name: 'Loại văn bản' }).click()
    await page.getByRole('option', { name: 'Nghị quyết của chi bộ đề nghị kết nạp đảng viên' }).click()
  }
  await open()
  await expect(dialog.getByRole('textbox', { name: 'Số văn bản' })).toHaveValue('12-NQ/CB')
  await expect(dialog.getByRole('status').filter({ hasText: 'Còn thiếu' })).toContainText('Họ tên người ký')
  const save = dialog.getByRole('button', { name: 'Lưu ra tệp Word' })
  await expect(save).toBeDisabled()
  await expectGoodDialog(page, 'document-missing')

  const facts = {
    'Quê quán của người vào Đảng': 'xã Đồng Hóa, huyện Kim Bảng',
    'Người chủ trì hội nghị, chức vụ': 'Phạm Văn Khánh, Bí thư Chi bộ',
    'Thư ký hội nghị': 'Lê Thị Thu',
    'Kết luận về lý lịch': 'Lý lịch rõ ràng',
    'Những ưu điểm chính': 'Gương mẫu trong lao động',
    'Những khuyết điểm chính': 'Còn ngại phát biểu',
    'Họ tên người ký': 'Phạm Văn Khánh',
  }
  for (const [label, value] of Object.entries(facts)) await dialog.getByRole('textbox', { name: label }).fill(value)
  const more = dialog.getByRole('textbox', { name: 'Tên tổ chức cấp trên ghi ở đầu văn bản' })
  if (await more.isVisible()) await more.fill('Đảng bộ xã Đồng Hóa')
  const place_ = dialog.getByRole('textbox', { name: 'Địa danh' })
  if (await place_.isVisible()) await place_.fill('Đồng Hóa')
  const paper = dialog.getByRole('article', { name: 'Văn bản xem trước' })
  await expect(paper).toContainText('T/M CHI BỘ')
  await expect(paper).toContainText('Phạm Văn Khánh')
  await expect(paper).toContainText('vào Đảng Cộng sản Việt Nam./.')
  await expectGoodDialog(page, 'document-ready')

  // Closed without a word, what was typed is there again; it goes once the file is written.
  const restored = dialog.getByText('Đã mở lại nội dung đang nhập dở.')
  const merits = dialog.getByRole('textbox', { name: 'Những ưu điểm chính' })
  await dialog.press('Escape')
  await expect(dialog).toBeHidden()
  await open()
  await expect(restored).toBeVisible()
  await expect(merits).toHaveValue('Gương mẫu trong lao động')
  await expect(paper).toContainText('Phạm Văn Khánh')
  await expectGoodDialog(page, 'document-draft')

  await expect(save).toBeDisabled()
  await dialog.getByRole('button', { name: 'Trình ký' }).click()
  const file = join(place.folder, 'nghi-quyet.docx')
  window.answer(file)
  await save.click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Đã lưu' })).toContainText('không mã hóa')
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  await expect(restored).toBeHidden()
  await dialog.press('Escape')
  await open()
  await expect(dialog.getByRole('status').filter({ hasText: 'Còn thiếu' })).toBeVisible()
  await expect(merits).toHaveValue('')
  await expect(restored).toBeHidden()
  // What was given last is offered first, and nothing is given beforehand.
  await expect(dialog.getByRole('textbox', { name: 'Mục đích sử dụng' })).toHaveValue('')
  await expect(dialog.getByRole('group', { name: 'Chọn nhanh mục đích' }).getByRole('button')).toHaveText([
    'Trình ký',
    'Lấy ý kiến',
    'Gửi cấp trên',
    'Lưu hồ sơ giấy',
  ])
})

test('a list is saved for Excel and put on paper, each with a reason', async ({ place }) => {
  const window = await openCommune(place)
  const { page } = window
  const branch = await addBranch(window)
  await register(window, branch, HOA)
  await goTo(page, '/nguon')
  await page.getByRole('button', { name: 'Lưu ra Excel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lưu ra Excel: Danh sách nguồn và hồ sơ' })
  const save = dialog.getByRole('button', { name: 'Lưu ra tệp Excel' })
  await expect(save).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Báo cáo Huyện ủy')
  await expectGoodDialog(page, 'list-export')
  const file = join(place.folder, 'danh-sach.xlsx')
  window.answer(file)
  await save.click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
  expect(existsSync(file)).toBe(true)

  await goTo(page, '/bang')
  await page.getByRole('button', { name: 'In', exact: true }).click()
  const printing = page.getByRole('dialog', { name: 'In: Danh sách theo giai đoạn' })
  await printing.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Họp Đảng ủy')
  const paper = join(place.folder, 'danh-sach.pdf')
  window.answer(paper)
  await printing.getByRole('button', { name: 'Lưu thành PDF' }).click()
  await expect(printing.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
  expect(readFileSync(paper).subarray(0, 4).toString()).toBe('%PDF')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('row', { name: new RegExp(`^1 Trong danh sách nguồn .*${HOA.name}`, 'u') })).toBeVisible()
  await expect(page.getByRole('main')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await printing.press('Escape')
  await expect(page.getByRole('button', { name: 'In', exact: true })).toBeFocused()
})

test('a path nobody chose is not written', async ({ place }) => {
  const window = await openCommune(place)
  const file = join(place.folder, 'len.xlsx')
  await expect(callPort(window.page, 'list.write', { what: 'units', to: file, why: 'In' })).rejects.toThrow(
    'PATH_NOT_CHOSEN',
  )
  expect(existsSync(file)).toBe(false)
})
