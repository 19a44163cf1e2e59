/**
 * The steps of a life as a clerk records them on the page of a case, one dialog each. Nine official members and one
 * probationary vote, all for it; fifteen members of the committee do.
 */
import { expect, type Page } from '@playwright/test'
import { casePage } from './case.ts'

/** Words of a matter in the titles of dialogs. */
type About = 'kết nạp' | 'công nhận đảng viên chính thức'

/** The steps. Days are typed as a person types them: 20/12/2023. */
export function lifeSteps(page: Page) {
  const opened = casePage(page)
  const recorded = async (
    { dialog, field, button }: ReturnType<typeof opened.dialog>,
    values: Readonly<Record<string, string>>,
    submit: string,
  ) => {
    for (const [label, value] of Object.entries(values)) await field(label).fill(value)
    await button(submit).click()
    await expect(dialog).toBeHidden()
  }
  const next = async (title: string | RegExp, values: Readonly<Record<string, string>>, submit: string) => {
    // All there are and not the one: after the last step there is none, and nothing is waited for.
    const said = async () => (await opened.next.allTextContents()).join()
    const before = await said()
    await opened.doNext.click()
    await recorded(opened.dialog(title), values, submit)
    // The dialog closes before the page has been asked for anew.
    await expect.poll(said).not.toBe(before)
  }
  return {
    opened,
    next,
    recorded,
    /** A paper, from its line in the checklist. */
    paper: async (name: string, date: string, more: Readonly<Record<string, string>> = {}) => {
      await opened
        .paper(name)
        .getByRole('button', { name: `Ghi ${name}` })
        .click()
      await recorded(opened.dialog(name), { 'Ngày của giấy tờ': date, ...more }, 'Ghi giấy tờ')
    },
    /** A paper that is the next step. */
    nextPaper: (name: string | RegExp, date: string) => next(name, { 'Ngày của giấy tờ': date }, 'Ghi giấy tờ'),
    /**
     * The branch's vote. The one on admission is opened from the menu: of a dossier that is entered long after its days,
     * papers are out of time, and the next step, until the meeting is on record that they were in time for.
     */
    branchVote: async (about: About, date: string, number: string) => {
      await (about === 'kết nạp' ? opened.openMenu('Ghi cuộc họp chi bộ') : opened.doNext.click())
      await recorded(
        opened.dialog(`Cuộc họp chi bộ xét ${about}`),
        {
          'Ngày họp': date,
          'Chính thức có mặt': '9',
          'Dự bị có mặt': '1',
          'Tán thành': '9',
          'Số nghị quyết': number,
          'Ngày nghị quyết': date,
        },
        'Ghi cuộc họp',
      )
    },
    committeeVote: (about: About, date: string, number: string) =>
      next(
        `Cuộc họp đảng ủy cơ sở xét ${about}`,
        {
          'Ngày họp': date,
          'Tổng số cấp ủy viên': '15',
          'Có mặt': '15',
          'Tán thành': '15',
          'Số nghị quyết': number,
          'Ngày nghị quyết': date,
        },
        'Ghi cuộc họp',
      ),
    submit: (title: string, date: string) => next(title, { 'Ngày gửi': date }, 'Gửi hồ sơ'),
    decide: (number: string, date: string) =>
      next(/^Quyết định/, { 'Số quyết định': number, 'Ngày quyết định': date }, 'Ghi quyết định'),
    /** A decision of the superior that came as a paper. */
    decideOnPaper: async (number: string, date: string) => {
      await page.getByRole('button', { name: /^Đã có quyết định/ }).click()
      await recorded(
        opened.dialog(/^Quyết định/),
        { 'Số quyết định': number, 'Ngày quyết định': date },
        'Ghi quyết định',
      )
    },
    /** Once the page shows that there is a decision, also one that has just come in a set. */
    receive: async (date: string) => {
      await expect(opened.doNext).toHaveAccessibleName('Ghi ngày nhận')
      await next('Ngày nhận quyết định', { 'Đơn vị nhận được quyết định ngày': date }, 'Ghi ngày nhận')
    },
    ceremony: (date: string) => next('Lễ kết nạp', { 'Ngày tổ chức': date }, 'Ghi lễ kết nạp'),
    card: (number: string, date: string) =>
      next(/^Phát thẻ đảng viên/, { 'Số thẻ đảng viên': number, 'Ngày phát thẻ': date }, 'Ghi thẻ đảng viên'),
  }
}
