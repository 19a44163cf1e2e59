import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { standinWords } from '../../build/standin-command.ts'
import { machinePage } from './pages/machine.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { withStick } from './support/plugged-stick.ts'
import { openReady } from './support/ready.ts'

const root = join(import.meta.dirname, '../..')

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('the computer is checked for real, and the report names nobody', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page, answer, data } = window
  const machine = machinePage(page)
  await machine.open()
  await expect(page.getByText('Chưa kiểm tra', { exact: true })).toBeVisible()

  answer(place.stick)
  await machine.choose.click()
  await expect(page.getByText(place.stick)).toBeVisible()
  await machine.run.click()
  await expect(machine.verdict).toBeVisible({ timeout: 60_000 })
  for (const name of ['Nơi đặt dữ liệu', 'Khóa và mật khẩu', 'Ghi và đọc lại gói dữ liệu', 'Tạo tệp in'])
    await expect(machine.row(name)).toContainText('Đạt')
  await expect(machine.row('Ghi dữ liệu khi mất điện đột ngột')).toContainText(/mở lại còn đủ \d+ lần ghi/)
  await expectGoodLook(page, 'machine')
  expect(readdirSync(place.stick)).toEqual([])
  expect(existsSync(`${data}.self-check`)).toBe(false)

  const report = join(place.folder, 'bao-cao.txt')
  answer(report)
  await machine.save.click()
  await expect(page.getByText(`Đã lưu báo cáo: ${report}`)).toBeVisible()
  const text = readFileSync(report, 'utf8')
  expect(text).toContain('Ghi và đọc lại gói dữ liệu: Đạt.')
  expect(text).toContain('Phiên bản phần mềm: 0.1.0')
  for (const secret of ['Bình Minh', 'Ước', place.folder, 'uoc']) expect(text).not.toContain(secret)
})

test('without a place to write to that check is left out, and a running check can be stopped', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  const machine = machinePage(page)
  await machine.open()
  await machine.run.click()
  await machine.stop.click()
  await expect(machine.alert.or(machine.verdict)).toBeVisible({ timeout: 60_000 })
  await machine.run.click()
  await expect(machine.verdict).toBeVisible({ timeout: 60_000 })
  await expect(machine.row('Ghi và đọc lại gói dữ liệu')).toContainText('Chưa kiểm tra')
})

test('no stick is worth a note, and one that is plugged in is found', async ({ place }) => {
  const usb = join(place.folder, 'usb-do')
  const window = await openReady(place, 'xa', { environment: withStick(usb) })
  const { page } = window
  const machine = machinePage(page)
  const stick = machine.row('USB đang cắm')
  await machine.open()
  await machine.run.click()
  await expect(machine.verdict).toBeVisible({ timeout: 60_000 })
  await expect(stick).toContainText('Cần lưu ý')
  await expect(stick).toContainText('Không thấy USB. Cắm USB rồi kiểm tra lại')
  await expect(machine.verdict).toContainText('cần lưu ý')

  mkdirSync(usb)
  window.answer(usb)
  await machine.choose.click()
  await machine.run.click()
  await expect(stick).toContainText('Thấy 1 ổ đĩa rời', { timeout: 60_000 })
  await expect(stick).toContainText('Đạt')
  await expect(machine.row('Ghi và đọc lại gói dữ liệu')).toContainText('Đạt')
  expect(readdirSync(usb)).toEqual([])
})

test('the installed program checks the computer without a window when it is asked to', async ({ place }) => {
  const report = join(place.folder, 'bao-cao.txt')
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      ...standinWords(root),
      '--data',
      join(place.folder, 'offices', 'thu'),
      '--self-check',
      place.stick,
      '--report',
      report,
    ],
    { cwd: root, env: { ...process.env, ...withStick(place.stick) } },
  )
  expect(stderr).toBe('')
  expect(stdout).toMatch(
    /^(Máy dùng được, có \d mục cần lưu ý|Máy đạt các mục đã kiểm tra)\. Báo cáo kiểm tra máy ở tệp .+bao-cao\.txt\n$/,
  )
  const text = readFileSync(report, 'utf8')
  const verdicts = [...text.matchAll(/^([^:\r\n]+): (Đạt|Cần lưu ý|Không đạt|Chưa kiểm tra)\. \S/gm)]
  expect(Object.fromEntries(verdicts.map(([, what, verdict]) => [what, verdict]))).toEqual({
    'Nơi đặt dữ liệu': 'Đạt',
    'Chỗ trống trên ổ đĩa': 'Đạt',
    'Ngày giờ của máy': expect.stringMatching(new Date().getTimezoneOffset() === -420 ? 'Đạt' : 'Cần lưu ý'),
    'Khóa và mật khẩu': 'Đạt',
    'Ghi dữ liệu khi mất điện đột ngột': 'Đạt',
    'USB đang cắm': 'Đạt',
    'Ghi và đọc lại gói dữ liệu': 'Đạt',
    'Tạo tệp in': 'Đạt',
  })
  for (const secret of [place.folder, basename(place.folder), hostname()]) expect(text).not.toContain(secret)
  expect(readdirSync(place.stick)).toEqual([])
})
