/**
 * A stick that is only looked at, the office being open: how far each set can be read here, what is wrong with it, the hash
 * to compare by telephone, and a slip of it. How far it is, how it is stopped, and that nothing of it is kept.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Inspection } from '../../shared/contract/exchange.ts'
import { inFours } from '../../shared/text/fours.ts'
import { forgeOnto, linesOf } from '../support/forged-stick.ts'
import { turnBit } from '../support/harmed-files.ts'
import {
  addBranch,
  communeAndDistrict,
  dossierWithLargeScan,
  exportTo,
  foundCommune,
  newStick,
  register,
} from '../support/journey.ts'
import { pair } from '../support/office.ts'
import { exchangePage } from './pages/exchange.ts'
import { expect, test } from './support/fixtures.ts'
import { holdStick, withHeldStick } from './support/held-stick.ts'
import { expectGoodLook, keepPicture } from './support/look.ts'
import { printedText, sayPrinted } from './support/paper.ts'
import { callPort } from './support/ready.ts'
import { openSeeded } from './support/seeded.ts'

const MEBIBYTE = 1024 * 1024

test('sets on a stick are looked at and not taken in: a whole one, a damaged one, one that says what is not so', async ({
  place,
}) => {
  test.slow()
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  const other = await foundCommune(place.folder, 'le-ho', 'Đảng ủy xã Lê Hồ')
  await pair(other, district)
  await register(other, await addBranch(other))
  await dossierWithLargeScan(commune, await addBranch(commune), place.folder, 4 * MEBIBYTE)
  // One that is whole; one of whose part a byte has changed; one whose lines do not follow each other; one for somebody else.
  const whole = await exportTo(commune, stick, district)
  const damaged = await exportTo(other, stick, district)
  turnBit(join(stick, damaged.files.find((file) => file.endsWith('.001')) ?? ''))
  const sent = await linesOf(commune, district)
  await forgeOnto(stick, commune, district, { lines: [...sent.slice(0, 2), ...sent.slice(3)] })
  const foreign = await exportTo(district, stick, other)
  const labels = readdirSync(stick).filter((name) => name.endsWith('.sha256'))
  const known = [whole, damaged, foreign].map(labelOf)
  const broken = labels.find((name) => !known.includes(name)) ?? ''
  expect(labels).toHaveLength(4)

  const window = await openSeeded(place, district, '2024-04-01', withHeldStick(stick))
  const { page } = window
  const exchange = exchangePage(window)
  const history = () => callPort(page, 'bundle.history')
  const before = await history()
  const look = exchange.button('Chỉ kiểm tra, không nhận')
  const result = page.getByRole('region', { name: 'Kết quả kiểm tra, chưa nhận gì' })
  await exchange.open('Nhận về')
  await expect(look).toBeDisabled()
  await exchange.carrier(stick)
  const held = holdStick(stick, MEBIBYTE)
  await look.click()
  await expect.poll(held.isHeld).toBe(true)
  const looking = exchange.job('Đang kiểm tra, không nhận')
  await expect(looking).toContainText(/Đang kiểm tra các tệp [\d,]+ MB trên 4,\d+ MB/)
  await expect(look).toBeDisabled()
  await expectGoodLook(page, 'inspecting')
  await exchange.button('Dừng').click()
  held.letGo()
  await expect(exchange.alert).toContainText('Đã dừng theo yêu cầu')
  await expect(looking).toBeHidden()
  await expect(result).toBeHidden()
  await keepPicture(page, 'inspection-stopped')

  await look.click()
  await expect(result).toBeVisible()
  await expect(exchange.alert).toBeHidden()
  const lying = await callPort<Inspection>(page, 'bundle.inspect', { folder: stick })
  const setOf = (label: string) => result.getByRole('article', { name: label })
  await expect(result.getByRole('article')).toHaveCount(labels.length)
  for (const { set, label } of lying.labels) await expect(setOf(set)).toContainText(inFours(label))
  const wholeSet = setOf(labelOf(whole))
  await expect(wholeSet).toContainText('Tệp nguyên vẹn')
  await expect(wholeSet).toContainText('Xem trước xong, có thể nhận gói')
  await expect(wholeSet).toContainText('theo tên tệp từ dong-hoa gửi kim-bang')
  await expect(wholeSet.getByRole('note')).toBeHidden()
  const damagedSet = setOf(labelOf(damaged))
  await expect(damagedSet).toContainText('Tệp hỏng hoặc thiếu')
  await expect(damagedSet).toContainText('1 phần, theo tên tệp từ le-ho gửi kim-bang')
  await expect(damagedSet.getByRole('note')).toContainText(/bị hỏng hoặc chép chưa xong\. Chưa nhận gì từ gói này/)
  // Read to the lines themselves: the files are whole, and what they say is refused.
  const brokenSet = setOf(broken)
  await expect(brokenSet).toContainText('Tệp nguyên vẹn')
  await expect(brokenSet).toContainText('Chưa nhận được')
  await expect(brokenSet.getByRole('note')).toContainText(/không nối tiếp số thứ tự trước đó.*Chưa nhận gì/)
  const foreignSet = setOf(labelOf(foreign))
  await expect(foreignSet).toContainText('Tệp nguyên vẹn')
  await expect(foreignSet).toContainText('Gửi cho đơn vị khác')
  await expect(foreignSet.getByRole('note')).toBeHidden()
  await expect(exchange.button('Nhận tất cả')).toBeHidden()
  await expectGoodLook(page, 'inspected')

  await page.getByRole('button', { name: 'In phiếu kiểm tra' }).click()
  const slip = page.getByRole('dialog', { name: 'Phiếu kiểm tra gói dữ liệu' })
  const paper = await printedText(page, () => slip.getByRole('button', { name: 'In' }).click(), 'inspection-slip')
  for (const { set, label } of lying.labels) {
    expect(paper).toContain(set)
    expect(paper.replaceAll(/\s+/g, ' ')).toContain(inFours(label))
  }
  expect(paper.match(/hỏng hoặc thiếu$/gm)).toHaveLength(1)
  expect(paper.match(/Chưa nhận được$/gm)).toHaveLength(2)
  await sayPrinted(page, true)
  await slip.getByRole('button', { name: 'Đóng' }).last().click()

  // Nothing was taken in; another choice of stick puts away what was seen, and an empty one says that it is empty.
  expect(await history()).toEqual(before)
  await exchange.carrier(newStick(place.folder, 'empty'))
  await expect(result).toBeHidden()
  await look.click()
  await expect(result).toContainText('Ở đây không có gói dữ liệu nào.')
  await expect(result).not.toContainText('Mã kiểm tra tệp nhãn', { ignoreCase: true })
  await keepPicture(page, 'inspected-empty')
})

function labelOf({ files }: { readonly files: readonly string[] }): string {
  return files.find((file) => file.endsWith('.sha256')) ?? ''
}
