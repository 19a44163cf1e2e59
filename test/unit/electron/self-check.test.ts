/** The check of a computer: all of it for real on this one, and what it says when something is wrong. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { checkMachine } from '../../../electron/self-check/check-machine.ts'
import { checkClock, checkDrives, checkPlace, checkSpace } from '../../../electron/self-check/check-surroundings.ts'
import { saveReport } from '../../../electron/self-check/save-report.ts'
import { runSelfCheck } from '../../../electron/self-check/run-self-check.ts'
import { runConsole } from '../../../electron/console.ts'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { pathsOf } from '../../../electron/paths.ts'
import { systemClock } from '../../../electron/clock.ts'
import { CheckId, MachineReport, type MachineAnswer } from '../../../shared/contract/machine.ts'
import { machineSentence } from '../../../shared/words/vi.ts'
import { createFakeDisk } from '../../support/fake-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Makes a real vault at full cost and kills a real process.
vi.setConfig({ testTimeout: 60_000 })

async function checked(root: string, folder?: string): Promise<MachineAnswer> {
  const surroundings = { disk: nodeDisk, paths: pathsOf(join(root, 'data'), join(root, 'marks')), clock: systemClock }
  const done = await checkMachine(surroundings, folder, {})
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}

test('everything is tried once, nothing stays behind, and the report holds no path', async () => {
  const root = temporaryFolder()
  const stick = join(root, 'USB của Hòa')
  mkdirSync(stick)
  const { report, troubles } = await checked(root, stick)
  expect(MachineReport.parse(report)).toEqual(report)
  expect(report.checks.map(({ id }) => id)).toEqual(CheckId.options.filter((id) => id !== 'pdf'))
  const states = Object.fromEntries(report.checks.map(({ id, state }) => [id, state]))
  expect(states).toMatchObject({ place: 'good', vault: 'good', store: 'good', set: 'good' })
  expect(troubles).toEqual({})
  expect(readdirSync(stick)).toEqual([])
  expect(readdirSync(root)).toEqual(['USB của Hòa'])
  const to = join(root, 'bao-cao.txt')
  expect(await saveReport(nodeDisk, to, report)).toMatchObject({ ok: true })
  const text = readFileSync(to, 'utf8')
  expect(text).toContain('\r\nGhi và đọc lại gói dữ liệu: Đạt. ')
  expect(text).not.toContain('Hòa')
  expect(text).not.toContain(root)
})

test('a place that cannot be written to is said, and named on the page only', async () => {
  const root = temporaryFolder()
  const { report, troubles } = await checked(root, join(root, 'đã rút'))
  expect(report.checks.find(({ id }) => id === 'set')).toMatchObject({ state: 'bad', facts: {}, code: 'B_STICK_GONE' })
  expect(troubles.set?.code).toBe('B_STICK_GONE')
})

test('a check that is stopped cleans up', async () => {
  const root = temporaryFolder()
  const stop = new AbortController()
  const surroundings = { disk: nodeDisk, paths: pathsOf(join(root, 'data'), join(root, 'marks')), clock: systemClock }
  const onProgress = (progress: unknown) => {
    if (JSON.stringify(progress).includes('"store"')) stop.abort()
  }
  await expect(checkMachine(surroundings, undefined, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i)
  expect(existsSync(`${join(root, 'data')}.self-check`)).toBe(false)
})

test.each([
  ['2026-03-02T01:00:00Z', 420, 'good'],
  ['2026-03-02T01:00:00Z', 0, 'warning'],
  ['2009-01-01T00:00:00Z', 420, 'bad'],
])('a clock at %s, %i minutes ahead, is %s', (at, ahead, state) => {
  expect(checkClock(at, ahead)).toEqual({ state, facts: { at, ahead } })
})

test.each([
  [2 ** 29, 'bad'],
  [2 ** 31, 'warning'],
  [2 ** 34, 'good'],
])('%i bytes free are %s', async (free, state) => {
  const disk = { ...nodeDisk, statfs: async () => ({ free, total: 2 ** 40 }) }
  expect(await checkSpace(disk, '/data')).toEqual({ state, facts: { free, total: 2 ** 40 } })
})

test('a cloud folder is no place for data', async () => {
  expect(await checkPlace(nodeDisk, '/home/lan/OneDrive/ket-nap')).toMatchObject({
    state: 'bad',
    trouble: { code: 'PLACE_CLOUD' },
  })
})

test.each([
  [
    'one that can be written to',
    'rw',
    'good',
    { sticks: 1, writable: 1, unknown: 0, free: 3_000_000 },
    /Thấy 1 ổ đĩa rời/,
  ],
  ['one that can only be read', 'ro', 'warning', { sticks: 1, writable: 0, unknown: 0 }, /chỉ đọc được/],
  ['none', null, 'warning', { sticks: 0, writable: 0, unknown: 0 }, /^Không thấy USB\. Cắm USB rồi kiểm tra lại/],
] as const)('of sticks there is %s', async (_, access, state, facts, sentence) => {
  const disk = createFakeDisk()
  const line = (number: number, path: string, how: string) =>
    `${number} 25 8:${number} / ${path} ${how} - ${number === 17 ? 'vfat' : 'ext4'} /dev/sd${number} ${how}\n`
  const stick = access === null ? '' : line(17, '/media/an/USB', access)
  disk.plant('/proc/self/mountinfo', Buffer.from(line(2, '/', 'rw') + line(3, '/home', 'rw') + stick))
  disk.plant('/sys/devices/usb1/block/sdb/removable', Buffer.from('1\n'))
  disk.plant('/media/an/USB/x', Buffer.from('x'))
  const drives = await checkDrives(
    {
      ...disk,
      statfs: async () => ({ free: 3_000_000, total: 4_000_000 }),
      realpath: async (path) => (path === '/sys/dev/block/8:17' ? '/sys/devices/usb1/block/sdb/sdb1' : path),
    },
    'linux',
  )
  expect(drives).toEqual({ state, facts })
  expect(machineSentence({ id: 'drives', ...drives })).toMatch(sentence)
})

test('a second disk of a computer with Windows is no stick that was found', async () => {
  const disk: Disk = {
    ...nodeDisk,
    stat: async (path) => {
      if (path === 'D:\\') return { kind: 'folder', bytes: 0, device: 1, writtenMs: 0 }
      throw new DiskError({ code: 'DISK_MISSING', operation: 'stat', path, errno: 'ENOENT' })
    },
    statfs: async () => ({ free: 1000, total: 4000 }),
  }
  const drives = await checkDrives(disk, 'win32')
  expect(drives).toEqual({ state: 'warning', facts: { sticks: 0, writable: 0, unknown: 1 } })
  expect(machineSentence({ id: 'drives', ...drives })).toContain('không xác định')
})

test('the console prints the report', async () => {
  const lines: string[] = []
  const io = { stdin: async () => '', out: (text: string) => void lines.push(text), complain: () => undefined }
  expect(await runConsole(['--self-check', '--data', join(temporaryFolder(), 'data')], io)).toBe(0)
  expect(lines.join('\n')).toContain('Khóa và mật khẩu: Đạt.')
  expect(lines.join('\n')).toContain('Tạo tệp in: Chưa kiểm tra. Ở đây không mở được cửa sổ nào.')
  expect(await runConsole(['--self-check', '--nonsense'], io)).toBe(2)
})

test('the report of a check without a window goes to the file that is asked for, or says why it cannot', async () => {
  const root = temporaryFolder()
  const to = join(root, 'bao-cao.txt')
  const said: string[] = []
  const found = {
    at: '2026-03-02T01:00:00Z',
    version: '0.1.0',
    platform: 'linux',
    memory: 1,
    processors: 1,
    checks: [],
  }
  const troubles = { set: { code: 'B_STICK_GONE', data: {} } }
  const check = {
    core: {
      call: () => ({
        answer: Promise.resolve({ ok: true, value: { report: found, troubles } } as const),
        cancel: () => undefined,
      }),
    },
    disk: nodeDisk,
    folder: null,
    pdf: async () => ({ id: 'pdf', state: 'good', facts: { bytes: 2048 } }) as const,
    tell: (text: string) => void said.push(text),
  }
  expect(await runSelfCheck({ ...check, report: to })).toBe(0)
  expect(said[0]).toBe(`Máy đạt các mục đã kiểm tra. Báo cáo kiểm tra máy ở tệp ${to}`)
  expect(said).toHaveLength(2)
  expect(readFileSync(to, 'utf8')).toMatch(/Tạo tệp in: Đạt. Tạo được tệp in, 2 KB/)
  said.length = 0
  expect(await runSelfCheck({ ...check, report: null })).toBe(0)
  expect(said[0]).toMatch(/^Báo cáo kiểm tra máy\n/)
  said.length = 0
  expect(await runSelfCheck({ ...check, report: join(root, 'không có', 'x.txt') })).toBe(1)
  // What was found is told all the same.
  expect(said[1]).toMatch(/^Báo cáo kiểm tra máy\n/)
  const bad = async () => ({ id: 'pdf', state: 'bad', facts: {} }) as const
  expect(await runSelfCheck({ ...check, pdf: bad, report: to })).toBe(1)
})

test('a check that the core breaks off is told in a sentence, and fails', async () => {
  const said: string[] = []
  const code = await runSelfCheck({
    core: { call: () => ({ answer: Promise.reject(new Error('a fault')), cancel: () => undefined }) },
    disk: nodeDisk,
    folder: null,
    pdf: async () => ({ id: 'pdf', state: 'good', facts: {} }),
    report: null,
    tell: (text) => void said.push(text),
  })
  expect(code).toBe(1)
  expect(said).toEqual([expect.stringMatching(/^Phần mềm gặp lỗi khi kiểm tra máy.*báo người hỗ trợ\.$/)])
})
