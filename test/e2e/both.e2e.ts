/**
 * Today's commune committee: it proposes for its village branches, which have no computer, and decides itself. One window
 * from the branch meeting to the ceremony, and no set anywhere.
 */
import { casePage } from './pages/case.ts'
import { homePage } from './pages/home.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { goTo, HELPER, HOA, recordPapers, register, seedOffice } from './support/people.ts'
import { callPort, PASSPHRASE } from './support/ready.ts'

test('an office that proposes and decides takes a dossier from the branch meeting to the ceremony in one window', async ({
  place,
}) => {
  test.slow()
  const window = await place.open('xa')
  const { page } = window
  const { branch } = await seedOffice(window, ['proposes', 'decides'])
  const id = await register(page, branch, HOA)
  await callPort(page, 'helper.assign', { case: id, name: HELPER, from: '2022-10-01', officialDate: '2015-02-03' })
  await recordPapers(page, id)
  await page.reload()
  const opened = casePage(page)
  const home = homePage(page)

  // Both halves of the work are on the first page, and in the menu.
  await unlockPage(page).unlock(PASSPHRASE)
  await home.open()
  await expect(home.block('Đề nghị kết nạp')).toBeVisible()
  await expect(home.block('Xét và quyết định')).toBeVisible()
  await goTo(page, `/ho-so/${id}`)
  await expect(opened.heading(HOA.name)).toBeVisible()

  await opened.doNext.click()
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  await vote.field('Ngày họp').fill('20/12/2023')
  await vote.field('Chính thức có mặt').fill('9')
  await vote.field('Dự bị có mặt').fill('1')
  await vote.field('Tán thành').fill('9')
  await vote.field('Số nghị quyết').fill('12-NQ/CB')
  await vote.field('Ngày nghị quyết').fill('20/12/2023')
  await vote.button('Ghi cuộc họp').click()
  await expect(vote.dialog).toBeHidden()
  await opened.doNext.click()
  const committee = opened.dialog('Cuộc họp đảng ủy cơ sở xét kết nạp')
  await committee.field('Ngày họp').fill('27/12/2023')
  await committee.field('Tổng số cấp ủy viên').fill('15')
  await committee.field('Có mặt').fill('15')
  await committee.field('Tán thành').fill('15')
  await committee.field('Số nghị quyết').fill('15-NQ/ĐU')
  await committee.field('Ngày nghị quyết').fill('27/12/2023')
  await committee.button('Ghi cuộc họp').click()
  await expect(committee.dialog).toBeHidden()

  // Its own committee decides: nothing is sent anywhere.
  await expect(opened.next).toContainText('Cấp ủy có thẩm quyền quyết định')
  await opened.doNext.click()
  const decision = opened.dialog(/^Quyết định/)
  await decision.field('Số quyết định').fill('101-QĐ/ĐU')
  await decision.field('Ngày quyết định').fill('2/1/2024')
  await decision.button('Ghi quyết định').click()
  await expect(decision.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('Quyết định số 101-QĐ/ĐU')
  await opened.doNext.click()
  const receipt = opened.dialog('Ngày nhận quyết định')
  await receipt.button('Ghi ngày nhận').click()
  await expect(receipt.dialog).toBeHidden()
  await opened.doNext.click()
  const ceremony = opened.dialog('Lễ kết nạp')
  await ceremony.field('Ngày tổ chức').fill('2/1/2024')
  await ceremony.button('Ghi lễ kết nạp').click()
  await expect(ceremony.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Dự bị')
  expect(await callPort(page, 'case.get', { case: id })).toMatchObject({ stage: 'probation', state: { conflicts: [] } })
  expect((await callPort<{ bundles: unknown[] }>(page, 'bundle.history')).bundles).toEqual([])
})
