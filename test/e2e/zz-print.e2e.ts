import { candidatesPage } from './pages/candidates.ts'
import { expect, test } from './support/fixtures.ts'
import { goTo, register, seedOffice } from './support/people.ts'
import { existsSync } from 'node:fs'
test('print', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  const { branch, other } = await seedOffice(window)
  for (let i = 0; i < 30; i++) await register(page, i % 2 ? branch : other, { name: `Nguyễn Thị Hồng ${'ABCDEGHIK'[i % 9]}nh`, birth: '1998-05-12', sex: 'female' })
  await register(page, branch, { name: `Nguyễn ${'Hoàng Thị Phương Thảo '.repeat(8)}Ngọc`.slice(0, 200) })
  await goTo(page, '/nguon')
  await expect(candidatesPage(page).rows).toHaveCount(31)
  window.answer('/tmp/shots/list2.pdf')
  await candidatesPage(page).print.click()
  await expect.poll(() => existsSync('/tmp/shots/list2.pdf')).toBe(true)
})
