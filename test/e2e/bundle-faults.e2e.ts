/**
 * Every way a set can be refused, met by a person on the exchange page: the sentence is there, says what to do, and
 * nothing was taken in. One stick for each code, made by an office whose keys are real and whose sets are not. Afterwards
 * the sets that come in for a part: without a scan, without a program among the scans, with a line that is kept back.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleCode } from '../../shared/bundle/bundle-errors.ts'
import { makeLines, makeOffice, pdf, sha256, type Forgery } from '../support/bundle-kit.ts'
import { fileIn } from '../support/files-in.ts'
import { entryId, forgeOnto, linesOf, lineOf, retouch } from '../support/forged-stick.ts'
import { turnBit } from '../support/harmed-files.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { pair, type TestOffice } from '../support/office.ts'
import { exchangePage } from './pages/exchange.ts'
import { settingsPage } from './pages/settings.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook, keepPicture } from './support/look.ts'
import { withStick } from './support/plugged-stick.ts'
import { callPort } from './support/ready.ts'
import { openSeeded } from './support/seeded.ts'
import { keepFault, expectPictures } from './support/fault-pictures.ts'

/** What a clerk reads, and how a stick comes to say it; or where else the code is met. */
type Met = { readonly reads: RegExp; readonly make: (stick: string) => Promise<void> | void }
type Elsewhere = { readonly elsewhere: string }

const TODAY = '2024-04-01'
/** What the dossier that is sent is scanned to. */
const SCANS = ['Giấy chứng nhận.pdf', 'Đơn xin vào Đảng.pdf']

test('each fault of a set is read as a sentence that says what to do, and only what is whole is taken in', async ({
  place,
}) => {
  test.slow()
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  const first = await register(commune, unit)
  await exportTo(commune, stick)
  await importFrom(district, stick)
  await submittedDossier(commune, unit, { ...HOA, name: 'Lê Thị Ánh', identityNumber: '035191004321' }, place.folder)
  const honest = newStick(place.folder, 'honest')
  await exportTo(commune, honest)
  const stranger = await foundCommune(place.folder, 'la', 'Đảng ủy xã Lạ')
  const former = await foundCommune(place.folder, 'le-ho', 'Đảng ủy xã Lê Hồ')
  await pair(former, district)
  await district.do('peer.revoke', { office: former.id, reason: 'Mất máy tính' })
  const scans = SCANS.map((name) => readFileSync(join(place.folder, name)))
  const codes = await faultsOf({ commune, district, stranger, former, honest, scans, known: stick })
  const sticks: { readonly code: string; readonly folder: string; readonly reads: RegExp }[] = []
  for (const [code, met] of Object.entries(codes)) {
    if ('elsewhere' in met) continue
    const folder = newStick(place.folder, `usb-${sticks.length + 1}`)
    await met.make(folder)
    sticks.push({ code, folder, reads: met.reads })
  }
  expect(sticks.length).toBeGreaterThanOrEqual(20)
  const later = await laterSets(place.folder, commune, district, first)

  // One of them is plugged in: the first page says what lies on it, and leads there.
  const window = await openSeeded(place, district, TODAY, withStick(honest))
  const waiting = window.page
    .getByRole('status')
    .filter({ hasText: 'USB honest có 1 gói dữ liệu mới gửi cho đơn vị mình.' })
  await expect(waiting).toBeVisible()
  await keepPicture(window.page, 'home-waiting-set')
  await waiting.getByRole('link', { name: 'Xem trước, nhận gói' }).click()
  const exchange = exchangePage(window)
  await expect(window.page.getByRole('radio', { name: 'USB honest', exact: true })).toBeChecked()
  const history = () => callPort<{ bundles: unknown[] }>(window.page, 'bundle.history')
  const before = (await history()).bundles.length
  for (const { code, folder, reads } of sticks) {
    await test.step(code, async () => {
      await exchange.carrier(folder)
      await exchange.button('Xem trước').click()
      const sentences = window.page.getByRole('main').getByRole('alert')
      await expect(sentences.filter({ hasText: reads }).first()).toBeVisible()
      // A way on is always named; never a code, a path of ours or a word in English.
      const text = (await sentences.allInnerTexts()).join(' ')
      expect(text).not.toMatch(/\bB_[A-Z]|undefined|null|NaN|\[object/)
      await expect(exchange.button('Nhận tất cả')).toBeHidden()
      await keepFault(window.page, code)
    })
  }
  await expectGoodLook(window.page, 'exchange-refused')
  await exchange.carrier(newStick(place.folder, 'empty'))
  await exchange.button('Xem trước').click()
  await expect(exchange.alert).toContainText('Không tìm thấy gói dữ liệu nào')
  const others = newStick(place.folder, 'others')
  await forgeOnto(others, commune, stranger, {})
  await exchange.carrier(others)
  await exchange.button('Xem trước').click()
  await expect(exchange.alert).toContainText('chỉ có 1 gói gửi cho đơn vị khác')
  expect((await history()).bundles).toHaveLength(before)

  // What cannot be taken in now is kept, or noted for the sender.
  const folderOf = (code: string) => sticks.find((stick) => stick.code === code)?.folder ?? ''
  const toNote = [
    ['B_VERSION', 'Giữ gói trên máy này, chờ cập nhật phần mềm', /Đã giữ gói trên máy này, còn nguyên niêm phong/],
    ['B_GAP', 'Ghi nhận để báo lại nơi gửi', /Gói gửi đi lần sau báo nơi đó biết đã nhận đến đâu/],
    ['B_FORK', 'Ghi nhận để kiểm tra', /Đã ghi nhận ở Cài đặt/],
  ] as const
  for (const [code, button, reads] of toNote) {
    await exchange.carrier(folderOf(code))
    await exchange.button('Xem trước').click()
    await exchange.button(button).click()
    await expect(exchange.report).toContainText(reads)
    await expect(exchange.button('Biên nhận')).toBeHidden()
    await keepPicture(window.page, `fault-${code}-noted`)
  }

  // What lacks a scan is taken in without it, and the same set whole brings the scan later.
  const counts = exchange.report.getByRole('list', { name: 'Bốn con số của biên nhận' })
  await exchange.carrier(folderOf('B_INCOMPLETE'))
  await exchange.button('Xem trước').click()
  await exchange.button('Nhận phần còn lại trước').click()
  await expect(exchange.report).toContainText('Đã nhận gói')
  await expect(counts).toContainText('Thiếu bản quét: 1')
  await keepPicture(window.page, 'fault-B_INCOMPLETE-taken')
  await exchange.takeIn(honest)
  await expect(counts).toContainText('Thiếu bản quét: 0')

  // What calls itself a scan and is a program is put aside and opened by nobody; the rest comes in.
  const aside =
    '1 tệp không phải bản quét PDF, JPEG hoặc PNG nên không được mở, không lưu vào máy này. Hỏi lại nơi gửi; giấy tờ có thật thì đề nghị quét lại đúng dạng rồi gửi.'
  await exchange.carrier(later.unclean)
  await exchange.button('Xem trước').click()
  await expect(exchange.preview).toContainText(aside)
  await keepFault(window.page, 'B_ATTACH')
  await exchange.button('Nhận tất cả').click()
  await expect(exchange.report).toContainText('Đã nhận gói')
  await expect(exchange.report).toContainText(aside)

  // A line that nobody here understands is kept and says what frees it; its author takes it back, and it is gone.
  const journal = settingsPage(window.page).block('Nhật ký dữ liệu')
  const isHeld = journal.getByRole('note', { name: 'Bản ghi đang được giữ lại' })
  await exchange.takeIn(later.held)
  await expect(exchange.report).toContainText('Giữ lại 1 bản ghi: loại bản ghi mà phiên bản này chưa biết')
  await expectGoodLook(window.page, 'exchange-held')
  await settingsPage(window.page).open()
  await expect(isHeld).toContainText('loại bản ghi mà phiên bản này chưa biết; cập nhật phần mềm rồi mở lại.')
  await expectGoodLook(window.page, 'settings-held')
  await exchange.open('Nhận về')
  await exchange.takeIn(later.freed)
  await settingsPage(window.page).open()
  await expect(journal).toContainText('Tình trạng')
  await expect(isHeld).toBeHidden()
  expectPictures([...sticks.map(({ code }) => code), 'B_ATTACH'])
})

/** Sets that are taken in but for a part of them: a program among the scans, an unknown line, and that line taken back. */
async function laterSets(folder: string, commune: TestOffice, district: TestOffice, id: string) {
  const subject = { type: 'case', id } as const
  const sent = await linesOf(commune, district)
  const unknown = lineOf(sent.length + 1, { kind: 'test.noted', subject, payload: {} })
  const target = entryId(sent.length + 1)
  const payload = { target, seq: sent.length + 1, reason: 'Ghi nhầm loại' }
  const taken = lineOf(sent.length + 2, { kind: 'entry.voided', subject, payload })
  const program = Buffer.from('MZ\u0090\u0000 this program cannot be run in DOS mode')
  const made = async (name: string, forgery: Forgery) => {
    await forgeOnto(newStick(folder, name), commune, district, { id: sha256(name).slice(0, 32), ...forgery })
    return join(folder, name)
  }
  return {
    unclean: await made('unclean', { scans: [program, pdf('Đơn')] }),
    held: await made('held', { lines: [...sent, unknown] }),
    freed: await made('freed', { lines: [...sent, unknown, taken] }),
  }
}

type Scene = {
  readonly commune: TestOffice
  readonly district: TestOffice
  /** An office the district has never heard of, and one whose key it no longer takes. */
  readonly stranger: TestOffice
  readonly former: TestOffice
  /** A stick with a whole new set, and one whose set is in already. */
  readonly honest: string
  readonly known: string
  /** What the whole new set has scans of. */
  readonly scans: readonly Buffer[]
}

/** Every code: adding one to the format does not compile before it is met here or said where it is. */
async function faultsOf(scene: Scene): Promise<Readonly<Record<BundleCode, Met | Elsewhere>>> {
  const { commune, district, stranger, former, honest, known, scans } = scene
  const sent = await linesOf(commune, district)
  const third = await makeOffice('khac', 'c')
  const copy = (stick: string, from = honest) => {
    for (const name of readdirSync(from)) writeFileSync(join(stick, name), readFileSync(join(from, name)))
  }
  const forged = (forgery: Forgery) => (stick: string) => forgeOnto(stick, commune, district, forgery)
  const changed = (name: string, change: (text: string) => string) =>
    forged({
      archive: (files) =>
        files.map((file) =>
          file.name === name ? { ...file, bytes: Buffer.from(change(file.bytes.toString())) } : file,
        ),
    })
  const note = { kind: 'test.noted', subject: { type: 'case', id: 'x' }, payload: {} } as const
  return {
    B_LABEL: {
      reads: /Thiếu tệp nhãn \(đuôi \.sha256\).*Chép lại đủ các tệp/,
      make: (stick) => {
        copy(stick)
        rmSync(fileIn(stick, '.sha256'))
      },
    },
    B_PART_MISSING: {
      reads: /Gói dữ liệu thiếu phần.*Chép lại đủ các phần/,
      make: (stick) => {
        copy(stick)
        rmSync(fileIn(stick, '.001'))
      },
    },
    B_DAMAGED: {
      reads: /bị hỏng hoặc chép chưa xong\. Chưa nhận gì từ gói này/,
      make: (stick) => {
        copy(stick)
        turnBit(fileIn(stick, '.001'))
      },
    },
    B_NOT_AGE: {
      reads: /không phải gói dữ liệu của phần mềm/,
      make: (stick) => {
        copy(stick)
        retouch(stick, () => Buffer.from('PK\u0003\u0004 a zip'))
      },
    },
    B_NOT_FOR_US: {
      reads: /Theo tên tệp, gói dữ liệu này do Đảng ủy xã Đồng Hóa gửi cho đơn vị mình.*Gửi lại phiếu kết nối/,
      make: forged({ sealedTo: [third.recipient] }),
    },
    B_LAYOUT: {
      reads: /không được sắp xếp đúng quy cách/,
      make: forged({ archive: (files) => [...files, { name: '../../evil', bytes: pdf('x') }] }),
    },
    B_UNKNOWN_SENDER: {
      reads: /do một nơi chưa kết nối với đơn vị mình ký.*trao đổi phiếu kết nối/,
      make: (stick) => forgeOnto(stick, stranger, district, { lines: makeLines(2) }),
    },
    B_REVOKED: {
      reads: /ký bằng khóa đã hủy của Đảng ủy xã Lê Hồ.*nhận phiếu kết nối mới/,
      make: (stick) => forgeOnto(stick, former, district, { lines: makeLines(2) }),
    },
    B_SIGNATURE: {
      reads: /Chữ ký của gói dữ liệu không khớp với nội dung.*Chưa nhận gì/,
      make: changed('tagmanifest-sha256.txt', () => ''),
    },
    B_HASH: { reads: /không khớp với bản kê khai đã ký/, make: changed('bag-info.txt', (text) => `${text}x`) },
    B_FORMAT: {
      reads: /Phần kê khai trong gói dữ liệu không đúng mẫu/,
      make: forged({ bundle: (json) => ({ ...json, created: 'hôm qua' }) }),
    },
    B_VERSION: {
      reads: /do phiên bản mới hơn tạo ra\. Cập nhật phần mềm/,
      make: forged({ bundle: (json) => ({ ...json, version: 2, colour: 'red' }) }),
    },
    B_SENDER: { reads: /nhưng chữ ký là của.*gọi cho cả hai nơi/, make: forged({ claims: third }) },
    B_NOT_ADDRESSED: { reads: /được lập cho đơn vị có mã “khac”/, make: forged({ addressee: third }) },
    B_CHANNEL: {
      reads: /không được dùng giữa hai đơn vị này\. Chưa nhận gì.*chọn đúng loại gói/,
      make: forged({ kind: 'sibling' }),
    },
    B_ALREADY: {
      reads: /đã được nhận trước đây, không cần nhận lại/,
      make: (stick) => copy(stick, known),
    },
    B_OLD: {
      reads: /đơn vị mình đã có\. Không cần làm gì thêm/,
      make: forged({ lines: sent.slice(0, 1) }),
    },
    B_GAP: {
      reads: /Chưa nhận được gói này vì còn thiếu.* của Đảng ủy xã Đồng Hóa.*đề nghị Đảng ủy xã Đồng Hóa xuất lại/,
      make: forged({ from: sent.length }),
    },
    B_FORK: {
      reads: /khác với bản ghi đã nhận trước đây.*Gọi cho Đảng ủy xã Đồng Hóa/,
      make: forged({ lines: [lineOf(1, note), ...sent.slice(1)] }),
    },
    B_BOMB: {
      reads: /khi mở ra lớn bất thường/,
      make: forged({ lines: [...sent, lineOf(sent.length + 1, { ...note, payload: { x: 'a'.repeat(3e6) } })] }),
    },
    B_ATTACH: { elsewhere: 'a scan of another type is put aside, no refusal; at the end of this test' },
    B_INCOMPLETE: {
      reads: /Gói dữ liệu thiếu 1 bản quét/,
      make: forged({ scans, archive: (files) => files.slice(0, -1) }),
    },
    B_CHAIN: {
      reads: /không nối tiếp số thứ tự trước đó.*Chưa nhận gì/,
      make: forged({ lines: [...sent.slice(0, 2), ...sent.slice(3)] }),
    },
    B_NO_SPACE: { elsewhere: 'carrier-faults.e2e.ts' },
    B_STICK_GONE: { elsewhere: 'carrier-faults.e2e.ts' },
    B_READ_ONLY: { elsewhere: 'carrier-faults.e2e.ts' },
    B_FILE_HELD: { elsewhere: 'carrier-faults.e2e.ts' },
    B_TOO_BIG: { elsewhere: 'carrier-faults.e2e.ts' },
    B_TOO_MUCH: {
      elsewhere: 'no window is filled with so much; test/unit/electron/set-limits.test.ts has lower limits',
    },
    B_READBACK: { elsewhere: 'carrier-faults.e2e.ts' },
    B_CANCELLED: {
      elsewhere: 'exchange-progress.e2e.ts stops an export and an import, and keeps a picture',
    },
  }
}
