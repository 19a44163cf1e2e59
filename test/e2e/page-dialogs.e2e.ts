/**
 * Every dialog that a page beside those of a case can open: looked at in light and dark, closed by Esc, with the focus back
 * where it was. The buttons are read from the pages themselves: a new one is looked at as soon as it is there, and one that
 * acts at once has to be among the ACTS of build/buttons.ts. Afterwards the forms that no journey fills in are filled in
 * and recorded.
 */
import type { Locator, Page } from '@playwright/test'
import { ACTS, CHOOSES } from '../../build/buttons.ts'
import { recordFollowUp } from '../support/follow-samples.ts'
import type { Capacity } from '../../shared/model/codes.ts'
import {
  addBranch,
  BODY,
  carry,
  decide,
  newStick,
  receiptAndCeremony,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { foundOffice, joinOffice, pair, pairSuccessor, pairTrainer, type TestOffice } from '../support/office.ts'
import { exchangePage } from './pages/exchange.ts'
import { unlockPage } from './pages/unlock.ts'
import { fillForms } from './support/fill-form.ts'
import { expect, test, type Place } from './support/fixtures.ts'
import { followUpForms, toldForms } from './support/follow-up-forms.ts'
import { caseForms, officeForms, type FormSubjects } from './support/forms-to-fill.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { visit } from './support/routes.ts'
import { openSeeded, SEEDED_PASSPHRASE } from './support/seeded.ts'
import type { OfficeWindow } from './support/window.ts'

const TODAY = '2024-04-01'
const HEIR = 'Đảng ủy phường Đồng Hóa'

/** What looks the same wherever it is offered. */
const ANYWHERE = /^(In|Lưu ra Excel|Lập văn bản)$/u

/** Pages with dialogs, by their addresses; `ready` makes them offer all they have, `leads` is what leads elsewhere. */
type Stop = {
  readonly path: string
  readonly ready?: (page: Page) => Promise<void>
  readonly leads?: RegExp
}

/** What has been opened so far, and what of it was not as it should be. */
type Walk = {
  readonly page: Page
  readonly choose: () => void
  readonly seen: Set<string>
  /** Buttons that opened no dialog: each is to be among the ACTS of build/buttons.ts. */
  readonly silent: string[]
  /** Dialogs after which the focus was lost. */
  readonly lost: string[]
}

test('every dialog of the pages of an office that does both, and what the rarer ones record', async ({ place }) => {
  test.setTimeout(600_000)
  const { office, stops, subjects } = await officeWithEverything(place.folder)
  const window = await openSeeded(place, office, TODAY)
  const { page } = window
  const walk: Walk = { page, choose: () => window.answer(place.stick), seen: new Set(), silent: [], lost: [] }
  for (const stop of stops) await test.step(stop.path, () => walkPage(walk, stop))
  expect({ silent: walk.silent, lost: walk.lost }).toEqual({ silent: [], lost: [] })
  expect(walk.seen.size).toBeGreaterThan(50)
  for (const forms of [followUpForms, toldForms, officeForms, caseForms]) await fillForms(page, forms(subjects))
  await test.step('the office is merged into another', () => mergeInto(place, window, subjects.unit))
  expect(window.problems).toEqual([])
})

/** Hands everything over to the successor, which takes it in; both are looked at afterwards. */
async function mergeInto(place: Place, window: OfficeWindow, unit: string): Promise<void> {
  const { page } = window
  const last = newStick(place.folder, 'last')
  window.answer(last)
  await visit(page, '/trao-doi/ket-noi')
  await page.getByRole('button', { name: `Bàn giao cho ${HEIR}`, exact: true }).click()
  const giving = page.getByRole('dialog', { name: `Bàn giao cho ${HEIR}` })
  await giving.getByRole('textbox', { name: 'Căn cứ' }).fill('Nghị quyết sắp xếp đơn vị hành chính số 12')
  await giving.press('Escape')
  await giving.getByRole('button', { name: 'Giữ bản nháp và đóng' }).click()
  window.answer(last)
  await page.getByRole('button', { name: `Bàn giao cho ${HEIR}`, exact: true }).click()
  await expect(giving.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expectGoodDialog(page, 'succession-draft')
  await giving.getByRole('button', { name: 'Bàn giao và xuất gói' }).click()
  await expect(exchangePage(window).written).toBeVisible()
  await expect(giving).toContainText(`gửi ${HEIR}`)
  await expectGoodDialog(page, 'succession-written')
  await giving.getByRole('button', { name: 'Xong' }).click()
  await expect(giving).toBeHidden()
  await visit(page, '/nguon')
  await expectGoodLook(page, 'succession-given', ['light'])
  const heir = await place.open('dong-hoa-moi', TODAY)
  await unlockPage(heir.page).unlock(SEEDED_PASSPHRASE)
  const exchange = exchangePage(heir)
  await exchange.open('Nhận về')
  await exchange.takeIn(last)
  await expectGoodLook(heir.page, 'succession-taken', ['light'])
  await visit(heir.page, '/don-vi')
  await expect(heir.page.getByRole('main')).toContainText(unit)
  await expectGoodLook(heir.page, 'succession-units', ['light'])
}

/** Opens whatever a page offers and no page before it did. */
async function walkPage(walk: Walk, stop: Stop): Promise<void> {
  const { page } = walk
  await goTo(page, stop)
  const places = page.getByRole('main').or(page.getByRole('region', { name: 'Người được chọn' }))
  const buttons = places.getByRole('button')
  const found = await buttons.evaluateAll((all) =>
    all.map((each) => ({
      text: (each.textContent ?? '').trim() || (each.getAttribute('aria-label') ?? '').split(/[:“]/u)[0] || '',
      isMenu: each.getAttribute('aria-haspopup') === 'menu',
      isOff: ['disabled', 'aria-expanded', 'aria-pressed'].some((name) => each.hasAttribute(name)),
    })),
  )
  for (const [at, { text, isMenu, isOff }] of found.entries()) {
    const button = buttons.nth(at)
    if (isMenu) {
      await button.click()
      const names = await page.getByRole('menuitem', { disabled: false }).allInnerTexts()
      await page.keyboard.press('Escape')
      for (const name of names.filter((each) => isNew(stop.path, each, walk.seen)))
        await look(walk, stop, name, button, async () => {
          await button.click()
          await page.getByRole('menuitem', { name, exact: true }).click()
        })
    } else if (!isOff && stop.leads?.test(text) !== true && isNew(stop.path, text, walk.seen))
      await look(walk, stop, text, button, () => button.click())
  }
}

async function goTo(page: Page, { path, ready }: Stop): Promise<void> {
  await visit(page, path)
  await ready?.(page)
}

/** Opens a dialog, looks at it and closes it. @param back - what has the focus afterwards */
async function look(walk: Walk, stop: Stop, name: string, back: Locator, act: () => Promise<void>): Promise<void> {
  const { page, choose, silent, lost } = walk
  const title = `${stop.path} ${name}`
  await test.step(name, async () => {
    if (CHOOSES.test(name)) choose()
    await act()
    const dialog = page.getByRole('dialog')
    if (
      !(await dialog.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      ))
    ) {
      silent.push(title)
      await goTo(page, stop)
      return
    }
    await expectGoodDialog(page, `dialog-${title}`)
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden({ timeout: 1000 })
    }).toPass()
    await expect(back)
      .toBeFocused({ timeout: 1000 })
      .catch(() => lost.push(title))
  })
}

/** True once for what opens a dialog: on one page, or anywhere for what looks the same. */
function isNew(path: string, text: string, seen: Set<string>): boolean {
  const key = ANYWHERE.test(text) ? text : `${path.split('/')[1] ?? ''}: ${text}`
  if (text === '' || ACTS.test(text) || seen.has(key)) return false
  seen.add(key)
  return true
}

/**
 * One office below, which asks to have somebody erased, one that goes on for it, one that trains for it, and a second
 * computer: each is given other dialogs.
 * @returns the branch of the office below, as lists name it
 */
async function surround(office: TestOffice, root: string): Promise<string> {
  const found = (code: string, name: string, capacity: Capacity) =>
    foundOffice({ root, code, name, capacities: [capacity] })
  const below = await found('truong', 'Chi bộ cơ sở Trường Kim Bảng', 'proposes')
  await pair(below, office)
  const branch = await addBranch(below, 'Chi bộ Giáo viên')
  const gone = await register(below, branch, { name: 'Mai Thị Rút', birth: '1990-01-02', sex: 'female' })
  await carry(root, below, office)
  below.at('2024-03-01')
  await below.do('candidate.withdraw', { case: gone, reason: 'withdrawn', date: '2024-03-01' })
  await below.do('case.erase', { case: gone, reason: 'Người này đề nghị xóa' })
  await carry(root, below, office)
  const heir = await found('dong-hoa-moi', HEIR, 'proposes')
  await pairSuccessor(heir, office)
  const centre = await found('ttct', 'Trung tâm chính trị huyện', 'trains')
  await pairTrainer(centre, office)
  const second = await joinOffice(office, root, newStick(root, 'may-moi'))
  for (const each of [below, heir, centre, second]) each.core.close()
  return `Chi bộ Giáo viên (${below.name})`
}

/** An office with something of everything, and the pages where it is shown. */
async function officeWithEverything(
  root: string,
): Promise<{ readonly office: TestOffice; readonly stops: readonly Stop[]; readonly subjects: FormSubjects }> {
  const office = await foundOffice({
    root,
    code: 'xa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes', 'decides'],
  })
  const names = { unit: 'Chi bộ thôn Đồng Sơn', school: 'Chi bộ Trường Trung học phổ thông Kim Bảng' }
  const unit = await addBranch(office, names.unit, { area: 'rural' })
  const school = await addBranch(office, names.school, { sector: 'school' })
  const elsewhere = await surround(office, root)
  await office.do('unit.recordMembers', {
    id: unit,
    count: { date: '2023-12-31', official: 9, probationary: 1, excluded: 0 },
  })
  await office.do('member.add', { name: 'Lại Văn Đức', unit, officialDate: '2015-02-03', post: 'Bí thư chi bộ' })
  await office.do('user.add', {
    login: 'bithu',
    name: 'Phạm Văn Minh',
    post: 'Bí thư Đảng ủy',
    roles: ['secretary'],
    passphrase: 'đồng lúa chín vàng',
  })
  const person = { birth: '1985-06-15', sex: 'female', ethnicity: 'Kinh', education: 'upperSecondary' } as const
  const fresh = await register(office, unit, { ...person, name: 'Trần Thị Mới' })
  const pupil = await register(office, school, { ...person, name: 'Bùi Thị Sen', birth: '2006-03-01' })
  const asked = await register(office, unit, { ...person, name: 'Đinh Thị Chờ', birth: '1988-03-04' })
  const second = await register(office, school, { ...person, name: 'Trần Thị Mới' })
  const waits = await submittedDossier(office, unit, { ...person, name: 'Lê Thị Gửi' })
  const votes = await submittedDossier(office, unit, { ...person, name: 'Vũ Thị Họp', birth: '1986-01-02' })
  const member = await submittedDossier(office, unit, { ...person, name: 'Phạm Thị Nhận', birth: '1987-02-03' })
  await decide(office, member, '12-QĐ/ĐU', { body: BODY })
  await receiptAndCeremony(office, member)
  const old = await submittedDossier(office, unit, { ...person, name: 'Hoàng Thị Xin', birth: '1955-01-02' })
  await submittedDossier(office, unit, { ...person, name: 'Lý Thị Hỏi', birth: '1956-01-02' })
  await office.do('consent.request', { case: old, kind: 'overAge', date: '2024-01-25', to: 'Ban Thường vụ Huyện ủy' })
  office.at(TODAY)
  for (const id of [fresh, pupil, asked])
    await office.do('class.nominate', { case: id, class: 'awareness', date: '2024-03-01' })
  const classOf = async (name: string, days: object) =>
    (await office.do<{ class: string }>('class.open', { kind: 'awareness', name, places: 40, ...days })).class
  const ended = await classOf('Lớp nhận thức về Đảng khóa 1', { from: '2024-03-04', to: '2024-03-08' })
  await office.do('class.enroll', { class: ended, cases: [fresh], on: '2024-03-02' })
  const open = await classOf('Lớp nhận thức về Đảng khóa 2', { from: '2024-04-08', to: '2024-04-12' })
  await office.do('class.enroll', { class: open, cases: [pupil], on: TODAY })
  await office.do('class.complete', {
    class: ended,
    on: '2024-03-08',
    rows: [
      {
        case: fresh,
        outcome: 'passed',
        certificate: { number: '01/CN', date: '2024-03-08', signer: 'Lê Văn An' },
      },
    ],
  })
  await office.do('pupil.place', { cases: [pupil], schoolYear: '2023-2024', class: '12A1', leavesOn: '2024-05-31' })
  const meet = async (cases: readonly string[]) =>
    (
      await office.do<{ meeting: string }>('meeting.call', {
        date: TODAY,
        body: BODY,
        members: 11,
        cases: cases.map((id) => ({ case: id, matter: 'admission' })),
      })
    ).meeting
  const called = await meet([waits])
  const held = await meet([votes])
  await office.do('meeting.hold', { meeting: held, date: TODAY, present: 11 })
  await office.do('meeting.vote', {
    meeting: held,
    votes: [{ case: votes, present: 11, agree: 11, disagree: 0, blank: 0, outcome: 'agreed' }],
  })
  await office.do('target.set', { unit, year: 2024, number: 3 })
  await office.do('report.send', { period: { kind: 'year', from: '2023-01-01', to: '2023-12-31' } })
  const inspection = await recordFollowUp(office, unit, TODAY)
  const tab = (name: string) => async (page: Page) => page.getByRole('tab', { name }).click()
  const tick = (label: string) => async (page: Page) => page.getByRole('checkbox', { name: label }).first().check()
  return {
    office,
    subjects: {
      ...names,
      elsewhere,
      waits: { name: 'Đinh Thị Chờ', case: asked },
      pupil: { name: 'Bùi Thị Sen', class: open },
      member: { name: 'Phạm Thị Nhận', case: member },
      fresh,
      twins: { name: 'Trần Thị Mới', second },
      asked: 'Hoàng Thị Xin',
      toAsk: 'Lý Thị Hỏi',
    },
    stops: [
      { path: '/' },
      { path: '/nguon', ready: tick('Chọn cả trang') },
      { path: '/bang' },
      { path: '/lich' },
      { path: '/lich/dot' },
      { path: '/cuoc-hop' },
      { path: `/cuoc-hop/${called}` },
      { path: `/cuoc-hop/${held}` },
      { path: '/so-quyet-dinh' },
      { path: '/y-kien-cap-tren' },
      { path: '/lop' },
      {
        path: '/lop',
        ready: async (page) => {
          await tab('Đề nghị')(page)
          await tick('Chọn tất cả người chờ xếp lớp')(page)
        },
      },
      { path: '/lop', ready: tab('Sổ') },
      { path: '/lop', ready: tab('Cần học') },
      { path: `/lop/${open}` },
      { path: `/lop/${ended}` },
      { path: '/truong-hoc', ready: tick('Chọn Bùi Thị Sen') },
      { path: '/bao-cao' },
      { path: '/bao-cao/chi-tieu' },
      { path: '/bao-cao/do-phu' },
      { path: '/bao-cao/nguon', leads: /^\d+$/u },
      { path: '/bao-cao/da-gui' },
      { path: '/mo-hinh' },
      { path: '/mo-hinh/guong' },
      { path: '/chi-dao' },
      { path: '/chi-dao/hoi-nghi' },
      { path: '/kiem-tra' },
      { path: `/kiem-tra/${inspection}` },
      { path: '/kiem-tra/xep-loai' },
      { path: '/kiem-tra/khen-thuong' },
      { path: '/trao-doi/gui' },
      { path: '/trao-doi/ket-noi' },
      { path: '/trao-doi/may' },
      { path: '/trao-doi/lich-su' },
      { path: '/don-vi' },
      { path: `/don-vi/${unit}` },
      { path: '/quy-dinh' },
      { path: '/nguoi-dung' },
      { path: '/sao-luu' },
      { path: '/cai-dat' },
    ],
  }
}
