import { expect, test } from './support/fixtures.ts'
import { goTo, HOA } from './support/people.ts'
import { callPort, keptDraft } from './support/ready.ts'
import { addBranch, openCommune, register, TODAY } from './support/seed.ts'

test('a draft about people who may be one goes where any of them is erased', async ({ place }) => {
  const window = await openCommune(place)
  const { page } = window
  for (const branch of ['Chi bộ thôn Một', 'Chi bộ thôn Hai', 'Chi bộ thôn Ba'])
    await register(window, await addBranch(window, branch), HOA)
  await goTo(page, '/trung-nguoi')
  const group = page.getByRole('region', { name: new RegExp(`^${HOA.name}: `, 'u') })
  const links = group.getByRole('link')
  await expect(links).toHaveCount(3)
  const people = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').at(-1)))
  await group.getByRole('button', { name: 'Ghi kết luận' }).click()
  await group.getByRole('textbox', { name: 'Căn cứ, ghi chú' }).fill('Người thứ ba khai nhầm năm sinh')
  const draft = `trung/${people.slice(0, 2).join('/')}`
  await expect.poll(() => keptDraft(page, draft)).toContain('khai nhầm')
  // The one that the name of the draft has no room for.
  await callPort(page, 'candidate.withdraw', { case: people[2], reason: 'withdrawn', date: TODAY })
  expect(await keptDraft(page, draft)).toContain('khai nhầm')
  await callPort(page, 'case.erase', { case: people[2], reason: 'Người đó đề nghị' })
  expect(await keptDraft(page, draft)).toBeNull()
})
