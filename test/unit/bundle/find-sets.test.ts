/** Sets as people leave them on sticks: renamed, copied, hidden, in folders, beside things that do not belong there. */
import { expect, it } from 'vitest'
import { findSets } from '../../../electron/bundle/find-sets.ts'
import { DiskError, diskCodeOf } from '../../../electron/disk/disk.ts'
import { inspectLabel } from '../../../electron/bundle/locate-parts.ts'
import { createFakeDisk, type FakeDisk } from '../../support/fake-disk.ts'
import { openUnlessHeld } from '../../support/held-files.ts'
import { attachment, makeOffice, onlySet, pdf, readAs, setFrom, write } from '../../support/bundle-kit.ts'

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')

async function written(folder = '/usb') {
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  disk.plant(`${folder}/y`, Buffer.from('y'))
  const attachments = [attachment(pdf('x'.repeat(9000)))]
  const set = await write(setFrom(commune, ward, disk, { folder, attachments, partBytes: 8192 }))
  const [first = '', second = '', third = '', label = ''] = set.files.map((file) => `${folder}/${file.name}`)
  return { disk, first, second, third, label }
}

async function isReadable(disk: FakeDisk): Promise<boolean> {
  return (await readAs(ward, [commune], await onlySet(disk), disk)).ok
}

it('finds a set in a folder three levels down, and not in the fourth', async () => {
  expect(await isReadable((await written('/usb/a/b/c')).disk)).toBe(true)
  const { disk } = await written('/usb/a/b/c/d')
  const found = await findSets(disk, '/usb')
  expect(found.ok && found.value).toEqual({ sets: [], faults: [], warnings: [], isTruncated: false, hasUnseen: true })
  const deeper = await findSets(disk, '/usb', { depth: 4 })
  expect(deeper.ok && deeper.value.sets).toHaveLength(1)
})

it('finds renamed and hidden files by their content', async () => {
  const { disk, first, second, label } = await written()
  await disk.rename(first, '/usb/.hidden')
  await disk.rename(second, '/usb/Tài liệu gửi huyện.dat')
  await disk.rename(label, '/usb/anything.txt')
  expect(await isReadable(disk)).toBe(true)
})

it('takes copies named "(1)" for one set, and a whole copy for a damaged original', async () => {
  const { disk, second, third, label } = await written()
  const copy = (path: string, to: string): void => disk.plant(to, Buffer.from(disk.peek(path) ?? []))
  copy(label, label.replace('.sha256', ' (1).sha256'))
  copy(second, second.replace('.002', ' (1).002'))
  expect(await isReadable(disk)).toBe(true)
  const found = await findSets(disk, '/usb')
  expect(found.ok && found.value).toMatchObject({ sets: [{ lines: { length: 3 } }], faults: [] })
  disk.plant(second, Buffer.from('cut short'))
  expect(await isReadable(disk)).toBe(true)
  disk.plant(third, Buffer.from('cut short'))
  const inspected = await inspectLabel({ disk, set: await onlySet(disk) })
  expect(inspected).toMatchObject({ error: { code: 'B_DAMAGED', part: third.slice('/usb/'.length) } })
})

it('tells of parts without a label also beside what a stranger has labelled, however short its name', async () => {
  const { disk, label } = await written()
  await disk.unlink(label)
  disk.plant('/usb/k.tar.age.001', Buffer.from('a stranger'))
  disk.plant('/usb/k.sha256', Buffer.from(`${'a'.repeat(64)}  k.tar.age.001\n`))
  const found = await findSets(disk, '/usb')
  expect(found.ok && found.value).toMatchObject({
    sets: [{}],
    faults: [{ error: { code: 'B_LABEL', reason: 'missing' } }],
  })
})

it('finds parts under names in capitals, as FAT may give them', async () => {
  const { disk, first } = await written()
  await disk.rename(
    first,
    first.replace(/KN1.*/, (name) => name.toUpperCase()),
  )
  expect(await isReadable(disk)).toBe(true)
})

it('warns of programs and shortcuts, and ignores what is unfinished', async () => {
  const { disk } = await written()
  const names = ['setup.EXE', 'Danh sach.pdf.lnk', 'AUTORUN.INF', 'a.vbs', 'ok.pdf', 'KN1_a_b_00000000.sha256.partial']
  for (const name of names) disk.plant(`/usb/sub/${name}`, Buffer.from('x'.repeat(100)))
  const found = await findSets(disk, '/usb')
  expect(found.ok && found.value.warnings).toEqual([
    { path: '/usb/sub/AUTORUN.INF', kind: 'autorun' },
    { path: '/usb/sub/Danh sach.pdf.lnk', kind: 'lookalike' },
    { path: '/usb/sub/a.vbs', kind: 'program' },
    { path: '/usb/sub/setup.EXE', kind: 'program' },
  ])
  expect(found.ok && found.value.faults).toEqual([])
})

const TRASHES = ['.Trash-1000/files', '.Trash/1000', '.Trashes/501', '$RECYCLE.BIN/S-1-5-21']

it.each(TRASHES)(
  'leaves what was deleted into %s alone, and still tells of a program that hides there',
  async (trash) => {
    const { disk } = await written(`/usb/${trash}`)
    disk.plant(`/usb/${trash}/KN1_a_b_00000000.tar.age.001`, Buffer.from('age'))
    disk.plant(`/usb/${trash}/KN1_a_b_00000001.sha256`, Buffer.from('no label'))
    disk.plant(`/usb/${trash}/setup.exe`, Buffer.from('x'))
    disk.plant(`/usb/${trash}/a/b/c/d`, Buffer.from('x'))
    const found = await findSets(disk, '/usb')
    const warnings = [{ path: `/usb/${trash}/setup.exe`, kind: 'program' }]
    expect(found.ok && found.value).toEqual({ sets: [], faults: [], warnings, isTruncated: false, hasUnseen: false })
    // Whoever chooses the trash itself wants what is there.
    const within = await findSets(disk, `/usb/${trash}`)
    expect(within.ok && within.value.sets).toHaveLength(1)
  },
)

it('reads a set beside the same one deleted, and misses no label in a trash that is closed', async () => {
  const { disk, label } = await written()
  for (const name of disk.paths())
    disk.plant(name.replace('/usb', '/usb/.Trashes/501'), Buffer.from(disk.peek(name) ?? []))
  expect(await isReadable(disk)).toBe(true)
  const readdir: FakeDisk['readdir'] = async (path) => {
    if (!path.endsWith('.Trashes')) return disk.readdir(path)
    throw new DiskError({ code: diskCodeOf('EPERM', 'readdir'), operation: 'readdir', path, errno: 'EPERM' })
  }
  const found = await findSets({ ...disk, readdir }, '/usb')
  expect(found.ok && found.value).toMatchObject({ sets: [{ label: { path: label } }], faults: [], hasUnseen: false })
})

it('finds a set that was hidden in a folder which only resembles a trash', async () => {
  for (const folder of ['/usb/.Trash-old', '/usb/RECYCLER.BIN/files', '/usb/\u00A0', '/usb/.ẩn'])
    expect(await isReadable((await written(folder)).disk)).toBe(true)
})

it('knows a copy that is named in front, what macOS writes beside a file, and the parts of a label that is none', async () => {
  const { disk, first, second, label } = await written()
  for (const path of [first, label]) disk.plant(path.replace('KN1', '._KN1'), Buffer.alloc(4096, 1))
  disk.plant(second.replace('KN1', 'Bản sao của KN1'), Buffer.from(disk.peek(second) ?? []))
  disk.plant('/usb/KN1_a_b_00000000.sha256', Buffer.from('no label'))
  disk.plant('/usb/KN1_a_b_00000000.tar.age.001', Buffer.from('age'))
  const found = await findSets(disk, '/usb')
  expect(found.ok && found.value).toMatchObject({
    sets: [{ label: { path: label } }],
    faults: [{ path: '/usb/KN1_a_b_00000000.sha256', error: { code: 'B_LABEL', reason: 'form' } }],
  })
})

it.each(['first bytes', 'rest'])(
  'says that a label is held, where its %s cannot be read, and nothing of its parts',
  async (what) => {
    for (const name of ['KN1_x_y_00000000.sha256', 'Gói tuần này.sha256']) {
      const { disk, label } = await written()
      await disk.rename(label, `/usb/${name}`)
      let opened = 0
      const isHeld = (path: string) => path.endsWith('.sha256') && ++opened > (what === 'rest' ? 1 : 0)
      const held = { ...disk, open: openUnlessHeld(isHeld, disk) }
      const found = await findSets(held, '/usb')
      expect(found.ok && found.value).toMatchObject({
        sets: [],
        faults: [{ path: `/usb/${name}`, error: { code: 'B_FILE_HELD', part: name } }],
        hasUnseen: true,
      })
    }
  },
)

it('finds a renamed part past a file that is held, a whole copy beside a held one, and names what is held otherwise', async () => {
  const { disk, first, second } = await written()
  disk.plant('/usb/Danh sách lớp.xlsx', Buffer.from('x'.repeat(100)))
  const isStranger = (path: string) => path.endsWith('.xlsx')
  const inspected = async (isHeld: (path: string) => boolean) => {
    const answer = await inspectLabel({
      disk: { ...disk, open: openUnlessHeld(isHeld, disk) },
      set: await onlySet(disk),
    })
    return answer.ok ? answer.value.map(({ path }) => path).slice(0, 2) : answer.error
  }
  await disk.rename(first, '/usb/phần 1.bin')
  expect(await inspected(isStranger)).toEqual(['/usb/phần 1.bin', second])
  disk.plant('/usb/bản sao', Buffer.from(disk.peek(second) ?? []))
  expect(await inspected((path) => path === second)).toEqual(['/usb/phần 1.bin', '/usb/bản sao'])
  await disk.unlink('/usb/bản sao')
  const part = second.slice('/usb/'.length)
  expect(await inspected((path) => path === second)).toEqual({ code: 'B_FILE_HELD', part })
  disk.plant(second, Buffer.from('cut short'))
  expect(await inspected(isStranger)).toEqual({ code: 'B_DAMAGED', part })
  await disk.unlink(second)
  expect(await inspected(() => false)).toEqual({ code: 'B_PART_MISSING', part })
  expect(await inspected(isStranger)).toEqual({ code: 'B_FILE_HELD', part: 'Danh sách lớp.xlsx' })
})

it('stops at a number of entries and says so', async () => {
  const { disk } = await written()
  for (let i = 0; i < 50; i += 1) disk.plant(`/usb/many/${i}.txt`, Buffer.from('x'))
  const found = await findSets(disk, '/usb', { entries: 20 })
  expect(found.ok && found.value.isTruncated).toBe(true)
})

it('finds what is named as ours among more files than it looks at', async () => {
  const crowd = (disk: FakeDisk, folder: string) => {
    for (let i = 0; i < 50; i += 1) disk.plant(`${folder}/Ảnh ${i}.jpg`, Buffer.from('x'.repeat(100)))
    for (let i = 0; i < 8; i += 1) disk.plant(`${folder}/100 ${i}/Ảnh.jpg`, Buffer.from('x'.repeat(100)))
  }
  // Into our folder in the midst of photos, beside photos, and in a folder that somebody has put ours into.
  for (const folder of ['/usb/KetNap', '/usb', '/usb/A/ketnap', '/usb/A']) {
    const { disk } = await written(folder)
    crowd(disk, '/usb')
    crowd(disk, '/usb/A')
    const found = await findSets(disk, '/usb', { entries: 20 })
    expect([folder, found.ok && found.value]).toMatchObject([folder, { sets: [{}], faults: [], isTruncated: true }])
  }
})

it('opens our folders however many others there are, and says where others were left closed', async () => {
  const { disk } = await written('/usb/KetNap')
  for (let i = 0; i < 9; i += 1) disk.plant(`/usb/100 ${i}/setup.exe`, Buffer.from('x'))
  const found = await findSets(disk, '/usb', { folders: 3 })
  expect(found.ok && found.value).toMatchObject({ sets: [{}], warnings: { length: 3 }, isTruncated: true })
  const opened = disk.log.filter(({ operation }) => operation === 'readdir').map(({ path }) => path)
  expect(opened.slice(-5)).toEqual(['/usb', '/usb/KetNap', '/usb/100 0', '/usb/100 1', '/usb/100 2'])
})

it('B_STICK_GONE for a folder that is not there', async () => {
  expect(await findSets(createFakeDisk(), '/usb')).toEqual({
    ok: false,
    error: { code: 'B_STICK_GONE', cause: 'ENOENT' },
  })
})
