/**
 * Every refusal of an exchange that is no fault of a set, met by a person where it comes up: other offices' cards, what is
 * given back or handed over, the computers of an office, and a computer that is to become one of them.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { digitsOf, printCard, type PairingCard } from '../../shared/bundle/format.ts'
import type { OfficeView } from '../../shared/contract/answers.ts'
import { pathsOf } from '../../electron/paths.ts'
import { makeOffice } from '../support/bundle-kit.ts'
import { DIRECTIVE } from '../support/follow.ts'
import { channelTo, forgeOnto, lineOf } from '../support/forged-stick.ts'
import { communeAndDistrict, exportTo, importFrom, newStick } from '../support/journey.ts'
import { coreAt, joinOffice, succeed, type TestOffice } from '../support/office.ts'
import { keysOf } from '../support/office-picture.ts'
import { exchangePage } from './pages/exchange.ts'
import { unlockPage } from './pages/unlock.ts'
import { EXCHANGE_REFUSALS, nameOf, toMeet, type MetCode } from './support/exchange-refusals.ts'
import { expectPictures, keepFault } from './support/fault-pictures.ts'
import { expect, test, type Place } from './support/fixtures.ts'
import { callPort } from './support/ready.ts'
import { openSeeded, SEEDED_PASSPHRASE } from './support/seeded.ts'
import type { OfficeWindow } from './support/window.ts'

const TODAY = '2024-04-01'
const TRAINER = 'Trung tâm chính trị huyện Kim Bảng'
const BELOW = 'Đảng ủy xã Lê Hồ'
const HEIR = 'Đảng ủy xã Kim Thanh'
const ENDED = 'Đảng ủy xã Ba Sao'

test('each refusal of an exchange is read as a sentence that says what to do', async ({ place }) => {
  test.slow()
  const scene = await makeScene(place)
  const met = [
    ...(await atTheExchangeDevice(place, scene)),
    ...(await atTheSecond(place, scene)),
    ...(await atANewOne(place, scene)),
  ]
  expect(met.toSorted()).toEqual(toMeet().toSorted())
  expectPictures(met)
})

/** What is met in a window: each sentence is waited for, and a picture of it kept. */
function reader({ page }: OfficeWindow) {
  const met: string[] = []
  return {
    met,
    expectRead: (code: MetCode, nth = 0) =>
      test.step(code, async () => {
        const sentence = page.getByText(EXCHANGE_REFUSALS[code][nth] ?? /^$/).first()
        await expect(sentence).toBeVisible()
        // Never a code, a path of ours or a word in English.
        expect(await sentence.innerText()).not.toMatch(/\b[A-Z]+_[A-Z]|undefined|null|NaN|\[object/)
        await keepFault(page, nameOf(code, nth))
        met.push(nameOf(code, nth))
      }),
  }
}

async function atTheExchangeDevice(place: Place, { commune, cards, sticks, fileOfCard }: Scene) {
  const window = await openSeeded(place, commune, TODAY)
  const { page, answer } = window
  const exchange = exchangePage(window)
  const { met, expectRead } = reader(window)
  const spare = newStick(place.folder, 'spare')

  await exchange.open('Kết nối')
  const paste = async (card: string) => {
    await exchange.cardText.fill(card)
    await exchange.button('Dùng nội dung trong ô').click()
  }
  await paste(cards.own)
  await expectRead('PEER_IS_SELF')
  await paste(printCard(cards.unproven))
  await expectRead('CARD_WITHOUT_PROOF')
  for (const [code, card] of [
    ['CARD_CODE_TAKEN', cards.namesake],
    ['CARD_REVOKED', cards.ended],
  ] as const) {
    await paste(printCard(card))
    await exchange.digits.fill(digitsOf(card))
    await exchange.button('Kết nối').click()
    await expectRead(code)
    await exchange.button('Đóng').click()
  }

  const inDialog = async (open: string, fill: (dialog: Locator) => Promise<void>, submit: string) => {
    answer(spare)
    await exchange.button(open).click()
    const dialog = page.getByRole('dialog', { name: open })
    await fill(dialog)
    await dialog.getByRole('button', { name: submit, exact: true }).click()
    return async () => {
      await dialog.press('Escape')
      await dialog.getByRole('button', { name: 'Bỏ, không ghi' }).click()
    }
  }
  const giveBack = async (name: string, card: PairingCard, code: MetCode) => {
    const close = await inDialog(
      `Xuất gói khôi phục cho ${name}`,
      async (dialog) => {
        await dialog.getByRole('textbox', { name: /Mã đối chiếu/ }).fill(digitsOf(card))
        await dialog.getByRole('textbox', { name: /Lý do/ }).fill('Máy hỏng ổ cứng')
      },
      'Xuất gói khôi phục',
    )
    await expectRead(code)
    await close()
  }
  await giveBack(TRAINER, cards.trainer, 'NOTHING_TO_GIVE_BACK')
  await giveBack(BELOW, cards.below, 'FORBIDDEN_CAPACITY')
  const close = await inDialog(
    `Bàn giao cho ${HEIR}`,
    async (dialog) => {
      await dialog.getByRole('textbox', { name: 'Bàn giao từ ngày' }).fill('01/05/2024')
      await dialog.getByRole('textbox', { name: 'Căn cứ' }).fill('Nghị quyết số 12')
    },
    'Bàn giao và xuất gói',
  )
  await expectRead('IMPOSSIBLE')
  await close()

  await exchange.open('Máy trong đơn vị')
  await exchange.carrier(spare)
  await exchange.button('Xuất gói cho máy trong đơn vị').click()
  await expectRead('DEVICE_NOT_READY')
  await exchange.button('Thêm máy').click()
  answer([fileOfCard])
  await exchange.button('Mở phiếu máy mới').click()
  await expectRead('DEVICE_CARD_UNREADABLE')

  await exchange.open('Gửi đi')
  await exchange.carrier(spare)
  await exchange.button('Xuất gói dữ liệu').click()
  await expectRead('NOTHING_TO_EXPORT')
  // What was sent to an office is written once more after the pairing with it has been ended.
  await exchange.choose('Gửi cho', TRAINER)
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(exchange.written).toBeVisible()
  await callPort(page, 'peer.revoke', { office: cards.trainer.office, reason: 'Mất máy tính' })
  await expect(page.getByRole('combobox', { name: 'Gửi cho' })).toHaveValue('Mọi nơi có nội dung mới')
  answer(newStick(place.folder, 'copy'))
  await exchange.button('Ghi thêm bản thứ hai').click()
  await expectRead('PEER_UNKNOWN')

  await exchange.open('Nhận về')
  for (const [code, nth, folder] of [
    ['DEVICE_REMOVED', 0, sticks.removed],
    ['DEVICE_KEYS_OLD', 1, sticks.older],
    ['RECOVERY_UNPROVEN', 0, sticks.unproven],
  ] as const) {
    await exchange.carrier(folder)
    await exchange.button('Xem trước').click()
    await expectRead(code, nth)
    await expect(exchange.button('Nhận tất cả')).toBeHidden()
  }
  await window.close()
  return met
}

async function atTheSecond(place: Place, { district, sticks, fileOfSecond }: Scene) {
  const window = await place.open('may-hai', TODAY)
  await unlockPage(window.page).unlock(SEEDED_PASSPHRASE)
  const { page, answer } = window
  const exchange = exchangePage(window)
  const { met, expectRead } = reader(window)
  const spare = newStick(place.folder, 'spare')

  await exchange.open('Gửi đi')
  await exchange.carrier(spare)
  await exchange.button('Xuất gói dữ liệu').click()
  await expectRead('NOT_EXCHANGE_DEVICE')
  await exchange.open('Nhận về')
  await exchange.carrier(sticks.newer)
  await exchange.button('Xem trước').click()
  await expectRead('DEVICE_KEYS_OLD')

  await exchange.open('Máy trong đơn vị')
  await exchange.button('Nhận khóa mới của đơn vị').click()
  const adopting = page.getByRole('dialog', { name: 'Nhận khóa mới của đơn vị' })
  answer(spare)
  await adopting.getByRole('button', { name: 'Chọn nơi có gói' }).click()
  await expect(adopting.getByText(`Nơi có gói: ${spare}`)).toBeVisible()
  await adopting.getByRole('textbox', { name: /Mã đối chiếu/ }).fill('0'.repeat(24))
  await adopting.getByRole('button', { name: 'Nhận khóa mới' }).click()
  await expectRead('ENROLMENT_NOT_FOUND')
  await adopting.press('Escape')
  await adopting.getByRole('button', { name: 'Bỏ, không ghi' }).click()

  // The exchange device is lost: this computer speaks for the office, with what it has got from the other one.
  await callPort(page, 'device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  await exchange.button('Thêm máy').click()
  answer([fileOfSecond])
  await exchange.button('Mở phiếu máy mới').click()
  await expectRead('DEVICE_IS_SELF')
  await exchange.open('Kết nối')
  answer(spare)
  await exchange.button(`Xuất gói khôi phục cho ${district.name}`).click()
  const giving = page.getByRole('dialog', { name: `Xuất gói khôi phục cho ${district.name}` })
  await giving.getByRole('textbox', { name: /Mã đối chiếu/ }).fill(district.digits)
  await giving.getByRole('textbox', { name: /Lý do/ }).fill('Máy hỏng ổ cứng')
  await giving.getByRole('button', { name: 'Xuất gói khôi phục' }).click()
  await expectRead('RECOVERY_NO_PROOF')
  await window.close()
  return met
}

async function atANewOne(place: Place, { joining }: Scene) {
  const window = await place.open('may-moi', TODAY)
  const { page, answer, data, marks } = window
  const { met, expectRead } = reader(window)
  const button = page.getByRole('button', { name: 'Nhận gói thêm máy' })
  const digits = page.getByRole('textbox', { name: /Mã đối chiếu của đơn vị/ })
  const login = page.getByRole('textbox', { name: /Tên đăng nhập của quản trị viên/ })
  const passphrase = page.getByLabel(/^Mật khẩu mở máy này/)
  answer(joining.folder)
  await page.getByRole('button', { name: 'Chọn nơi có gói thêm máy' }).click()
  await digits.fill(joining.digits)
  await login.fill('ai-do')
  await passphrase.fill(SEEDED_PASSPHRASE)

  // Somebody has put a file of his own into the folder that the data is to lie in.
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'Ghi chú.txt'), 'x')
  await button.click()
  await expectRead('FOLDER_NOT_EMPTY')
  rmSync(data, { recursive: true })
  await button.click()
  await expectRead('DEVICE_NEEDS_ADMINISTRATOR')
  await digits.fill('0'.repeat(24))
  await button.click()
  await expectRead('DEVICE_DIGITS_DIFFER')
  await passphrase.fill('một mật khẩu khác hẳn')
  await button.click()
  await expectRead('DEVICE_PASSPHRASE_DIFFERS')
  rmSync(join(marks, 'asking.json'))
  await button.click()
  await expectRead('DEVICE_NOT_ASKED')
  await window.close()
  return met
}

type Scene = Awaited<ReturnType<typeof makeScene>>

/** An office that works at two computers, has taken a third out of use and is asked by a fourth, and those it is paired with. */
async function makeScene(place: Place) {
  const root = place.folder
  const stick = (name: string) => newStick(root, name)
  const { commune, district } = await communeAndDistrict(root)
  const [trainer, below, heir, ended, namesake, stranger] = await Promise.all([
    cardOf('ttct', TRAINER),
    cardOf('le-ho', BELOW),
    cardOf('kim-thanh', HEIR),
    cardOf('ba-sao', ENDED),
    cardOf('le-ho', 'Đảng ủy phường Lê Hồ'),
    cardOf('la', 'Đảng ủy xã Lạ'),
  ])
  // Of an office nobody knows, whose id goes back to another key.
  const unproven = { ...stranger, office: namesake.office }
  for (const [card, relation] of [
    [trainer, 'trainer'],
    [below, 'subordinate'],
    [heir, 'successor'],
    [ended, 'subordinate'],
  ] as const)
    await commune.do('pairing.accept', { card: printCard(card), digits: digitsOf(card), relation })
  await commune.do('peer.revoke', { office: ended.office, reason: 'Mất máy tính' })
  // It has somebody who may decide, though it decides nothing itself.
  await asDecider(commune)

  await district.do('directive.issue', DIRECTIVE)
  const down = stick('down')
  await exportTo(district, down)
  await importFrom(commune, down)
  const second = await joinOffice(commune, root, stick('enrol'), 'Máy phòng tổ chức')
  await commune.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await commune.unlock()
  const [older, newer, removed] = [stick('older'), stick('newer'), stick('removed')]
  await second.do('device.export', { folder: older })
  const asked = await second.do<Asked>('device.ask', { name: 'Máy phòng tổ chức', folder: newer })
  await commune.do('device.enrol', { card: asked.card, digits: asked.digits, folder: newer })

  const third = await joinOffice(commune, root, stick('enrol-third'), 'Máy phòng tiếp dân')
  await third.do('device.export', { folder: removed })
  const { device } = await keysOf(third)
  await commune.do('device.remove', { device, reason: 'Máy thanh lý' })
  third.core.close()

  const fresh = coreAt(pathsOf(join(root, 'offices', 'may-moi'), join(root, 'marks', 'may-moi')), { today: TODAY })
  const folder = stick('joining')
  const asks = await succeed<Asked>(
    fresh.call('device.ask', { name: 'Máy phòng mới', passphrase: SEEDED_PASSPHRASE, folder }),
  )
  fresh.close()
  const enrol = { card: asks.card, digits: asks.digits, folder }
  const { digits } = await commune.do<{ digits: string }>('device.enrol', enrol)

  const forged = stick('unproven')
  const channel = await channelTo(commune, district)
  const subject = { type: 'case', id: '01990000-0000-7000-8000-0000000000ab' } as const
  const lines = [lineOf(1, { kind: 'test.noted', subject, payload: {} })]
  await forgeOnto(forged, district, commune, { kind: 'recovery', channel, lines })
  // The district has its answer, so that nothing is left to be sent.
  await exportTo(commune, stick('receipt'), district)
  const { card: own, file } = await commune.do<{ card: string; file: string }>('pairing.card', { to: down })
  const known = { name: district.name, digits: (await district.do<{ digits: string }>('pairing.card')).digits }
  district.core.close()
  moveTo(place, second, 'may-hai')
  return {
    commune,
    district: known,
    cards: { own, unproven, namesake, ended, trainer, below },
    sticks: { older, newer, removed, unproven: forged },
    fileOfCard: file,
    fileOfSecond: asked.file,
    joining: { folder, digits },
  }
}

type Asked = { readonly card: string; readonly digits: string; readonly file: string }

/** The card of an office that is nothing but its keys. */
async function cardOf(code: string, name: string): Promise<PairingCard> {
  const { office, recipient, signKey } = await makeOffice(code, 'a')
  return { format: 'kn-card', version: 1, office, code, name, age_recipient: recipient, sign_key: signKey }
}

async function asDecider(office: TestOffice): Promise<void> {
  const { id: userId, name, post } = (await office.do<OfficeView>('office.get')).user
  await office.do('user.change', { userId, name, post, roles: ['administrator', 'clerk', 'decider'] })
  await office.unlock()
}

/** Ends the core of a computer and puts its folders where a window of the place looks for them. */
function moveTo({ folder }: Place, { core, paths }: TestOffice, code: string): void {
  core.close()
  renameSync(paths.data, join(folder, 'offices', code))
  renameSync(paths.marks, join(folder, 'marks', code))
}
