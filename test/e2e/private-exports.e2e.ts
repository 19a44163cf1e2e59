/** What is private and has left the computer, as the settings tell of it: four ways, to whom, and when. */
import { letAllOut } from '../support/private-exports.ts'
import { settingsPage } from './pages/settings.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { openSeeded } from './support/seeded.ts'

test('everything private that has left this computer stands in the settings, newest first', async ({ place }) => {
  const { commune } = await letAllOut(place.folder)
  const { page } = await openSeeded(place, commune, '2024-04-08')
  await settingsPage(page).open()
  const left = page.getByRole('table', { name: 'Những lần dữ liệu nội bộ rời máy này' })
  const rows = left.getByRole('row')
  await expect(rows).toHaveText([
    'Dữ liệu nội bộ rời máy nàyĐến đâuThời điểm',
    /^Gói bàn giao cho đơn vị kế thừaĐảng ủy xã Kim Thanh.* ngày 05\/04\/2024$/,
    /^Tệp khóa để lưu khokhoa-don-vi_dong-hoa\.age.* ngày 04\/04\/2024$/,
    /^Gói cho máy khác trong đơn vịMáy phòng tổ chức.* ngày 03\/04\/2024$/,
    /^Gói thêm máy, có khóa của đơn vịMáy phòng tổ chức.* ngày 02\/04\/2024$/,
  ])
  await left.scrollIntoViewIfNeeded()
  await expectGoodLook(page, 'settings-private-exports')
})
