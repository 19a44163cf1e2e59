/** Every file that leaves in clear: where a person chose, with a reason, logged; and nothing left out comes along. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ClearFile } from '../../../shared/contract/documents.ts'
import { INPUTS } from '../../../shared/contract/api.ts'
import { prepared } from '../../../db/transaction.ts'
import { addBranch, foundCommune, pdfFile, register } from '../../support/journey.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n').toString('base64')

test('no name writes a document, a list, a print or a scan without a reason', () => {
  const base = { to: '/a', why: '' }
  for (const [name, more] of [
    ['document.make', { kind: 'exportSlip' }],
    ['list.write', { what: 'units' }],
    ['print.save', { what: 'home', base64: PDF }],
    ['print.log', { what: 'home' }],
    ['scan.read', { sha256: '0'.repeat(64) }],
  ] as const) {
    const { to: _to, ...unnamed } = { ...base, ...more }
    const given = name === 'print.log' ? unnamed : { ...base, ...more }
    expect(INPUTS[name].safeParse({ ...given, why: 'Họp chi bộ' }).success, name).toBe(true)
    expect(INPUTS[name].safeParse(given).success, name).toBe(false)
    const { why: _why, ...silent } = given
    expect(INPUTS[name].safeParse(silent).success, name).toBe(false)
  }
})

test('a page printed, a page saved and a scan taken out are logged with their reason, and the case as read', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder)
  const id = await register(office, await addBranch(office))
  await office.do('print.log', { what: 'candidates', why: 'Họp chi ủy tháng 01' })
  const to = join(folder, 'ho-so.pdf')
  const saved = await office.do<ClearFile>('print.save', { what: 'case', case: id, why: 'Trình ký', to, base64: PDF })
  expect(saved).toMatchObject({ file: to, carried: 'no' })
  expect(readFileSync(to).toString('base64')).toBe(PDF)
  const file = pdfFile(folder, 'don.pdf')
  await office.do('paper.record', { case: id, paper: '1-KND', date: '2024-01-02', files: [file] })
  const { state } = await office.do<{ state: { papers: { scans: { sha256: string }[] }[] } }>('case.get', { case: id })
  const sha256 = state.papers[0]?.scans[0]?.sha256 ?? ''
  const out = join(folder, 'ra.pdf')
  expect(await office.do('scan.read', { sha256, to: out, why: 'Nộp cấp trên' })).toMatchObject({ carried: 'no' })
  office.core.close()
  const logged = await readStoreOf(office.paths, (db) =>
    prepared<{ type: string; id: string }>(
      db,
      'SELECT subject_type AS type, subject_id AS id FROM read_log ORDER BY seq',
    ).all(),
  )
  const of = (type: string) => logged.filter((row) => row.type === type).map((row) => JSON.parse(row.id) as unknown)
  expect(of('print')).toEqual([
    { case: null, file: null, what: 'candidates', why: 'Họp chi ủy tháng 01' },
    { case: id, file: 'ho-so.pdf', what: 'case', why: 'Trình ký' },
  ])
  expect(of('scanFile')).toEqual([{ file: 'ra.pdf', sha256, why: 'Nộp cấp trên' }])
  expect(logged.some((row) => row.type === 'case' && row.id === id)).toBe(true)
})

test('what is no whole PDF is not written', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder)
  const to = join(folder, 'x.pdf')
  for (const bytes of ['MZ program', '%PDF-1.7 cut off']) {
    const base64 = Buffer.from(bytes).toString('base64')
    const refused = await office.refused('print.save', { what: 'home', why: 'Họp', to, base64 })
    expect(refused.code).toBe('NOT_A_PDF')
  }
  expect(existsSync(to)).toBe(false)
  office.core.close()
})
