/**
 * Every dialog that a case can open on its way: opened once, looked at in light and dark, and closed without recording
 * anything. What a menu and a block offer is read from the page itself, so that a new act is looked at as soon as it is
 * there.
 */
import type { Locator, Page } from '@playwright/test'
import { addBranch, buildDossier, decide, receiptAndCeremony, register, submittedDossier } from '../support/journey.ts'
import { foundOffice, type TestOffice } from '../support/office.ts'
import { recordedElsewhere } from '../support/second-device.ts'
import { casePage } from './pages/case.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog } from './support/look.ts'
import { visit } from './support/routes.ts'
import { openSeeded } from './support/seeded.ts'

const TODAY = '2024-04-01'
const BODY = 'Ban Thường vụ Đảng ủy xã Đồng Hóa'
const PERSON = { birth: '1985-06-15', sex: 'female', ethnicity: 'Kinh', education: 'upperSecondary' } as const
/** Blocks of a case page whose buttons open dialogs. */
const BLOCKS = ['Việc tiếp theo', 'Lý lịch và thẩm tra', 'Giúp đỡ, bồi dưỡng, nhận xét']

type OneCase = { readonly id: string; readonly name: string }

test('every dialog of a case, from the first name to the card', async ({ place }) => {
  test.slow()
  const capacities = ['proposes', 'decides'] as const
  const office = await foundOffice({ root: place.folder, code: 'xa', name: 'Đảng ủy xã Đồng Hóa', capacities })
  const unit = await addBranch(office)
  const cases = await casesOnTheWay(office, unit)
  const window = await openSeeded(place, office, TODAY)
  const { page } = window
  const seen = new Set<string>()

  for (const one of cases) await walkCase(page, one, seen)
  // What only some cases have: something to allow, to take back, to choose between.
  const opened = casePage(page)
  await openCase(page, cases[0])
  const old = opened.finding(/đã quá tuổi tối đa/)
  await old.getByRole('button', { name: 'Căn cứ và cách xử lý' }).click()
  await look(page, old.getByRole('button', { name: 'Chấp thuận ngoại lệ' }), 'lift')
  await look(page, opened.history.getByRole('button', { name: /^Rút lại/ }).first(), 'retract')
  const education = opened.conflicts.getByRole('region', { name: 'Trình độ học vấn' })
  await look(page, education.getByRole('button', { name: 'Chọn nội dung đúng' }), 'settle')
  // Of two CVs a person chooses one, and the other is gone.
  const resume = opened.conflicts.getByRole('region', { name: 'Lý lịch' })
  await resume.getByRole('button', { name: 'Chọn nội dung đúng' }).click()
  const settling = opened.dialog(/^Cần đối chiếu/)
  await settling.button('Ghi kết quả đối chiếu').click()
  await expect(settling.dialog.getByText('Chọn một nội dung')).toBeVisible()
  // Such a look sees what cannot be read.
  await settling.dialog.evaluate((dialog) => (dialog.style.color = '#80808080'))
  await expect(expectGoodDialog(page, 'dialog-pale')).rejects.toThrow('color-contrast')
  await settling.dialog.evaluate((dialog) => dialog.style.removeProperty('color'))
  await settling.dialog.getByRole('radio', { name: /khai ngày 12\/01\/2024/ }).check()
  await settling.button('Ghi kết quả đối chiếu').click()
  await expect(settling.dialog.getByText('Chưa nhập')).toBeVisible()
  await settling.dialog.getByRole('textbox', { name: 'Lý do' }).fill('Đã hỏi lại người khai')
  await settling.button('Ghi kết quả đối chiếu').click()
  await expect(settling.dialog).toBeHidden()
  await expect(resume).toBeHidden()
  await expect(education).toBeVisible()
  await expect(page.getByRole('region', { name: 'Lý lịch và thẩm tra' })).toContainText('12/01/2024')
  expect(seen.size).toBeGreaterThan(30)
  expect(window.problems).toEqual([])
})

/** One case for each stretch of the way; the first is past the age limit and has two versions of one thing. */
async function casesOnTheWay(office: TestOffice, unit: string): Promise<readonly [OneCase, ...OneCase[]]> {
  const person = (name: string, more: object = {}) => ({ ...PERSON, name, ...more })
  const old = await register(office, unit, person('Đỗ Văn Cổ', { birth: '1940-06-15' }))
  await buildDossier(office, old)
  const fresh = await register(office, unit, person('Trần Thị Mới'))
  const sent = await submittedDossier(office, unit, person('Lê Thị Gửi'))
  const admitted = await submittedDossier(office, unit, person('Phạm Thị Nhận'))
  await decide(office, admitted, '12-QĐ/ĐU', { body: BODY })
  const refused = await submittedDossier(office, unit, person('Bùi Thị Chờ'))
  await decide(office, refused, '13-QĐ/ĐU', { body: BODY, outcome: 'refuse', agree: 3, reason: 'Chưa đủ điều kiện' })
  const member = await submittedDossier(office, unit, person('Vũ Thị Dự'))
  await decide(office, member, '14-QĐ/ĐU', { body: BODY })
  await receiptAndCeremony(office, member)
  const told = { relatives: [], periods: [] }
  await office.do('resume.record', { case: old, date: '2024-01-10', ...told })
  await recordedElsewhere(office, old, [
    { kind: 'candidate.corrected', payload: { change: { set: { education: 'lowerSecondary' } } } },
    { kind: 'resume.recorded', payload: { date: '2024-01-12', ...told } },
  ])
  return [
    { id: old, name: 'Đỗ Văn Cổ' },
    { id: fresh, name: 'Trần Thị Mới' },
    { id: sent, name: 'Lê Thị Gửi' },
    { id: admitted, name: 'Phạm Thị Nhận' },
    { id: refused, name: 'Bùi Thị Chờ' },
    { id: member, name: 'Vũ Thị Dự' },
  ]
}

/** Goes to a case and waits until its own page stands there, not the one before it. */
function openCase(page: Page, { id, name }: OneCase): Promise<void> {
  return visit(page, `/ho-so/${id}`, name)
}

/** Opens whatever the menu and the blocks of a case offer and no case before it did. */
async function walkCase(page: Page, one: OneCase, seen: Set<string>): Promise<void> {
  await openCase(page, one)
  const menu = page.getByRole('button', { name: 'Việc khác' })
  if (await menu.isVisible()) {
    await menu.click()
    const items = await page.getByRole('menuitem').allInnerTexts()
    await page.keyboard.press('Escape')
    for (const item of items.filter((each) => !seen.has(each))) {
      seen.add(item)
      await menu.click()
      await look(page, page.getByRole('menuitem', { name: item, exact: true }), `case-${item}`)
    }
  }
  for (const name of BLOCKS) {
    const block = page.getByRole('region', { name, exact: true })
    if (!(await block.isVisible())) continue
    const labels = await block.getByRole('button').allInnerTexts()
    for (const label of new Set(labels.filter((each) => each !== '' && !seen.has(`${name}: ${each}`)))) {
      seen.add(`${name}: ${label}`)
      await look(page, block.getByRole('button', { name: label }).first(), `case-${name}-${label}`)
    }
  }
}

/** Opens a dialog, looks at it and closes it. */
async function look(page: Page, opener: Locator, name: string): Promise<void> {
  await test.step(name, async () => {
    await opener.click({ timeout: 10_000 })
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expectGoodDialog(page, `dialog-${name}`)
    // A list that has opened by itself goes first.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden({ timeout: 1000 })
    }).toPass()
  })
}
