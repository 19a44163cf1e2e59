/** What is told of a drive before anything is written to it. */
import { expect, test } from 'vitest'
import { lookAtCarrier } from '../../../electron/exchange/look-at-carrier.ts'
import { carrierWords } from '../../../shared/words/vi.ts'
import { createFakeDisk, type FakeDisk } from '../../support/fake-disk.ts'

const STICK = '/media/an/USB'
const LOCKED = '/media/an/KHOA'

function machine(...files: readonly string[]): FakeDisk {
  const disk = createFakeDisk()
  const plant = (path: string, text = 'x') => disk.plant(path, Buffer.from(text))
  const line = (at: string, number: number, how: string) =>
    `${number} 25 8:${number} / ${at} ${how} - vfat /dev/sd${number} ${how}\n`
  plant('/proc/self/mountinfo', `1 0 8:2 / / rw - ext4 /dev/sda2 rw\n${line(STICK, 17, 'rw')}${line(LOCKED, 33, 'ro')}`)
  for (const file of [`${STICK}/Danh sách.xlsx`, `${LOCKED}/x`, '/home/an/x', ...files]) plant(file)
  return disk
}

test('a stick with nothing foreign on it and room enough is told of in no word', async () => {
  const look = await lookAtCarrier(machine(), STICK, 'linux')
  expect(look).toMatchObject({ ok: true, value: { carried: 'yes', isReadOnly: false, warnings: [] } })
  expect(carrierWords({ carried: 'yes', isReadOnly: false, free: 8e9 }, 'sets')).toEqual([])
})

test('programs, shortcuts, what starts them and what wears the name of another are told apart', async () => {
  const planted = [
    `${STICK}/setup.exe`,
    `${STICK}/Hình ảnh.lnk`,
    `${STICK}/autorun.inf`,
    `${STICK}/KetNap.lnk`,
    `${STICK}/Danh sách.xlsx.exe`,
    `${STICK}/Hồ sơ/Hòa.txt`,
    `${STICK}/hồ sơ.scr`,
    `${STICK}/KetNap/KN1_xa_huyen_1234abcd.sha256.lnk`,
  ]
  const look = await lookAtCarrier(machine(...planted), STICK, 'linux')
  const kinds = look.ok ? Object.fromEntries(look.value.warnings.map(({ path, kind }) => [path, kind])) : {}
  expect(kinds).toEqual({
    [`${STICK}/setup.exe`]: 'program',
    [`${STICK}/Hình ảnh.lnk`]: 'shortcut',
    [`${STICK}/autorun.inf`]: 'autorun',
    [`${STICK}/KetNap.lnk`]: 'lookalike',
    [`${STICK}/Danh sách.xlsx.exe`]: 'lookalike',
    [`${STICK}/hồ sơ.scr`]: 'lookalike',
    [`${STICK}/KetNap/KN1_xa_huyen_1234abcd.sha256.lnk`]: 'lookalike',
  })
})

test('programs and shortcuts of every system are named, and what people carry is not', async () => {
  const programs = [
    'Ảnh.command',
    'cài đặt.SH',
    'don-dep.reg',
    'Trợ giúp.chm',
    'may-in.cpl',
    'kho.xll',
    'x.appinstaller',
  ]
  const shortcuts = ['Kho.desktop', 'Kho chung.scf', 'Tìm.search-ms', 'Trang.webloc']
  const own = ['Báo cáo.docx', 'Phụ lục.xlsm', 'Ghi chú.txt', 'Ảnh.tar.gz', 'desktop.ini', 'thư.eml']
  const disk = machine(...[...programs, ...shortcuts, ...own, '.autorun'].map((name) => `${STICK}/${name}`))
  // A program of macOS is a folder; this one wears the name of the list beside it.
  for (const app of ['Nhac.app', 'Danh sách.xlsx.app'])
    disk.plant(`${STICK}/${app}/Contents/Info.plist`, Buffer.from('x'))
  const look = await lookAtCarrier(disk, STICK, 'linux')
  const told = new Map(look.ok ? look.value.warnings.map(({ path, kind }) => [path.slice(STICK.length + 1), kind]) : [])
  const all = [...programs, 'Nhac.app'].map((name) => [name, 'program'])
  expect(Object.fromEntries(told)).toEqual({
    ...Object.fromEntries([...all, ...shortcuts.map((name) => [name, 'shortcut'])]),
    '.autorun': 'autorun',
    'Danh sách.xlsx.app': 'lookalike',
  })
})

test("on the computer's own disk shortcuts belong there; only what wears another's name is told, and that it is no stick", async () => {
  const disk = machine('/home/an/Word.lnk', '/home/an/setup.exe', '/home/an/Báo cáo.docx.lnk')
  const look = await lookAtCarrier(disk, '/home/an', 'linux')
  expect(look).toMatchObject({
    ok: true,
    value: { carried: 'no', warnings: [{ path: '/home/an/Báo cáo.docx.lnk', kind: 'lookalike' }] },
  })
  const fixed = { carried: 'no', isReadOnly: false, free: 8e9 } as const
  expect(carrierWords(fixed, 'sets')).toMatchObject([{ isGrave: false, text: /không phải USB/ }])
  expect(carrierWords(fixed, 'backup')).toMatchObject([{ isGrave: true, text: /mất luôn bản sao lưu/ }])
})

test('of a place nobody knows whether it is a stick, and what follows if it is none', async () => {
  // Any letter of Windows but that of the system: a second disk in the computer looks just the same.
  const look = await lookAtCarrier(machine(), '/home/an', 'win32')
  expect(look).toMatchObject({ ok: true, value: { carried: 'unknown' } })
  const unknown = { carried: 'unknown', isReadOnly: false, free: 8e9 } as const
  expect(carrierWords(unknown, 'sets')).toMatchObject([{ isGrave: false, text: /Không xác định được.*chuyển các tệp/ }])
  expect(carrierWords(unknown, 'backup')).toMatchObject([{ isGrave: true, text: /Không xác định được.*mất theo/ }])
})

test('a locked drive and one with little room are told before anything is written', async () => {
  const look = await lookAtCarrier(machine(), LOCKED, 'linux')
  expect(look).toMatchObject({ ok: true, value: { isReadOnly: true } })
  const words = (facts: { readonly isReadOnly: boolean; readonly free: number }) =>
    carrierWords({ carried: 'yes', ...facts }, 'sets').map(({ text }) => text)
  expect(words({ isReadOnly: true, free: 8e9 })).toEqual([expect.stringMatching(/đang khóa ghi.*chương trình mở khóa/)])
  // What a stick with a passphrase shows before it is unlocked, where the system does not tell that it is locked.
  expect(words({ isReadOnly: false, free: 0 })).toEqual([expect.stringContaining('chọn ổ vừa hiện ra')])
  expect(words({ isReadOnly: false, free: 5e6 })).toEqual([expect.stringContaining('chỉ còn trống 4,7 MB')])
})

test('a place that is gone is refused, and a look writes nothing', async () => {
  const disk = machine()
  expect(await lookAtCarrier(disk, '/media/an/RUT', 'linux')).toMatchObject({ ok: false })
  const before = await disk.readdir(STICK)
  await lookAtCarrier(disk, STICK, 'linux')
  expect(await disk.readdir(STICK)).toEqual(before)
})
