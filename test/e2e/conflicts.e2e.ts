/**
 * What two computers of one office have written differently of a person: said on the home page, found in the list, settled
 * with a reason, which then stands in the history.
 */
import { addBranch, register } from '../support/journey.ts'
import { foundOffice } from '../support/office.ts'
import { recordedElsewhere } from '../support/second-device.ts'
import { candidatesPage } from './pages/candidates.ts'
import { casePage } from './pages/case.ts'
import { homePage } from './pages/home.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { openSeeded } from './support/seeded.ts'

const PERSON = { birth: '1990-06-15', sex: 'female', ethnicity: 'Kinh', education: 'upperSecondary' } as const

test('two versions of one thing are found from the home page, chosen between with a reason, and gone from it', async ({
  place,
}) => {
  const office = await foundOffice({
    root: place.folder,
    code: 'xa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes'],
  })
  const unit = await addBranch(office)
  const id = await register(office, unit, { ...PERSON, name: 'Lê Thị Ánh' })
  await register(office, unit, { ...PERSON, name: 'Trần Thị Mới' })
  await office.do('candidate.correct', { case: id, change: { set: { residence: 'thôn Bãi' } } })
  await recordedElsewhere(office, id, [
    { kind: 'candidate.corrected', payload: { change: { set: { residence: 'thôn Núi' } } } },
  ])
  const { page } = await openSeeded(place, office, '2024-04-01')
  const home = homePage(page)
  await home.open()
  const waiting = home.block('Cần đối chiếu')
  await expect(waiting.getByRole('row')).toHaveText([/hai máy hoặc hai đơn vị ghi khác nhau, cần đối chiếu1$/])
  await expectGoodLook(page, 'home-conflicts')
  await waiting.getByRole('link').click()
  const list = candidatesPage(page)
  await expect(list.rows).toHaveCount(1)
  await list.clear.click()
  await expect(list.rows).toHaveCount(2)
  await list.filter('Điểm vướng, cần lưu ý', 'Thông tin hai nơi ghi khác nhau, cần đối chiếu')
  await expect(list.rows).toHaveCount(1)
  await list.person('Lê Thị Ánh').click()

  const opened = casePage(page)
  await opened.conflicts.getByRole('button', { name: 'Chọn nội dung đúng' }).click()
  const settling = opened.dialog(/^Cần đối chiếu/)
  await settling.dialog.getByRole('radio', { name: 'thôn Núi' }).check()
  await settling.button('Ghi kết quả đối chiếu').click()
  await expect(settling.dialog.getByText('Chưa nhập')).toBeVisible()
  await settling.field('Lý do').fill('Đã xem sổ hộ khẩu')
  await settling.button('Ghi kết quả đối chiếu').click()
  await expect(settling.dialog).toBeHidden()
  await expect(opened.conflicts).toBeHidden()
  await expect(opened.history).toContainText('Lý do: Đã xem sổ hộ khẩu')
  await home.open()
  await expect(home.block('Năm 2024 đến nay')).toBeVisible()
  await expect(waiting).toBeHidden()
})
