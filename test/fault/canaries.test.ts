/**
 * Canaries: a name, an identity number, a passphrase, a recovery sheet and the text of a scan lie nowhere in clear, in no
 * encoding: not while the office works, not locked, not after it was killed; not on the stick, in a backup or in the
 * temporary folder, nor in the arguments and the environment of the process.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { addBranch, buildDossier, communeAndDistrict, newStick, pdfFile, submittedDossier } from '../support/journey.ts'
import { formsOf, type Sighting } from '../support/find-canaries.ts'
import { startOffice } from '../support/killable-office.ts'
import { PASSPHRASE } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NAME = 'Khuất Thị Chim Hoàng Yến'
const NUMBER = '035188777666'
const SCANNED = 'Hoàng yến trong bản quét đơn xin vào Đảng'
const WORDS = [NAME, NUMBER, SCANNED, PASSPHRASE]

test('a name, a number, a passphrase and a scan are nowhere in clear: at work, locked, killed, on the stick, in the backup', async () => {
  const root = temporaryFolder()
  const outside = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const backups = newStick(root, 'sao-luu')
  const unit = await addBranch(commune)
  const profile = { name: NAME, birth: '1988-01-01', sex: 'female', identityNumber: NUMBER } as const
  const id = await submittedDossier(commune, unit, profile)
  const scan = pdfFile(outside, 'don.pdf', SCANNED)
  await commune.do('paper.record', { case: id, paper: '2-KND', files: [scan] })
  await commune.do('candidate.correct', { case: id, change: { set: { work: SCANNED } }, reason: NAME })
  await commune.do('draft.save', { page: 'candidates/new', value: JSON.stringify({ name: NAME }) })
  await commune.do('case.get', { case: id })
  await commune.do('candidate.search', { text: NAME })
  await commune.do('bundle.export', { folder: stick })
  await district.do('bundle.preview', { folder: stick })
  await district.do('bundle.import', { folder: stick })
  await commune.do('setting.change', { key: 'backupFolder', value: backups })
  await commune.core.tick()
  expect(sightingsIn([root], [...WORDS, ...sheetWords(commune.sheet)])).toEqual([])

  await commune.do('session.lock')
  await district.do('session.lock')
  expect(sightingsIn([root], WORDS)).toEqual([])

  const child = await startOffice(commune.paths, '2024-04-01', newStick(root, 'tmp'))
  for (let n = 0; n < 3; n += 1) {
    const done = await child.call('candidate.register', { profile: { name: `${NAME} ${n}` }, unit })
    expect(done?.answer).toMatchObject({ ok: true })
  }
  const call = { case: id, paper: '3-KND', files: [pdfFile(outside, 'giay.pdf', SCANNED + NAME)] }
  expect(sightingsIn([root], WORDS)).toEqual([])
  await child.call('paper.record', call, { dieAt: 12 })
  await child.kill()
  expect(sightingsIn([root], WORDS)).toEqual([])
  // The same search does find the scan where its owner keeps it.
  expect(sightingsIn([outside], WORDS).map(({ file }) => file)).toContain(scan)
})

test('the search finds every form it looks for, so that finding nothing means something', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a'))
  for (const [index, [, bytes]] of formsOf(NAME).entries())
    writeFileSync(join(folder, 'a', String(index)), Buffer.concat([Buffer.from('..'), bytes, Buffer.from('..')]))
  const inBase64 = Buffer.from(`xin chào ${NAME} và`).toString('base64')
  writeFileSync(join(folder, 'in-base64'), inBase64)
  const packed = gzipSync(`xin chào ${NAME} và`)
  writeFileSync(join(folder, 'packed'), Buffer.concat([Buffer.from('..'), packed.subarray(0, -9)]))
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Danh sách').addRow([NAME])
  await book.xlsx.writeFile(join(folder, 'list.xlsx'))
  const found = sightingsIn([folder], [NAME])
  expect(new Set(found.map(({ form }) => form))).toEqual(new Set(formsOf(NAME).map(([form]) => form)))
  for (const name of ['in-base64', 'packed', 'list.xlsx'])
    expect(
      found.some(({ file }) => file.endsWith(name)),
      name,
    ).toBe(true)
})

test.skipIf(skipLoudly(process.platform !== 'linux', 'arguments and environment of a process are read from /proc'))(
  'no argument and no variable of the environment holds a secret',
  async () => {
    const { commune } = await communeAndDistrict(temporaryFolder())
    await buildDossier(commune, await withCanary(commune))
    await commune.do('session.lock')
    const child = await startOffice(commune.paths)
    const said = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${child.pid}/${name}`))
    expect(said.every((bytes) => bytes.length > 0)).toBe(true)
    for (const word of [...WORDS, ...sheetWords(commune.sheet)])
      for (const [form, bytes] of formsOf(word))
        expect([word, form, said.some((text) => text.includes(bytes))]).toEqual([word, form, false])
    for (const text of said) expect(text.toString()).not.toMatch(/AGE-SECRET-KEY/i)
  },
)

/**
 * A recovery sheet as it may be written: neighbouring groups together. One group alone is six digits, of which some form
 * stands in any megabyte of ciphertext by chance.
 */
function sheetWords(sheet: readonly string[]): readonly string[] {
  return sheet.slice(1).flatMap((group, at) => ['', ' ', '-'].map((between) => `${sheet[at]}${between}${group}`))
}

async function withCanary(office: Awaited<ReturnType<typeof communeAndDistrict>>['commune']): Promise<string> {
  const unit = await addBranch(office)
  const { case: id } = await office.do<{ case: string }>('candidate.register', {
    profile: { name: NAME, identityNumber: NUMBER },
    unit,
    on: '2023-01-10',
  })
  return id
}

function sightingsIn(folders: readonly string[], words: readonly string[]): readonly Sighting[] {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../support/find-canaries.ts')], {
    input: JSON.stringify({ folders, words }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { files, sightings } = JSON.parse(done.stdout) as { files: number; sightings: readonly Sighting[] }
  expect(files).toBeGreaterThan(1)
  return sightings
}
