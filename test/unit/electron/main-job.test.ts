/** The main job from the first name to the ceremony, two offices and a stick between them. */
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  branchVotes,
  buildDossier,
  carry,
  caseAt,
  committeeVotes,
  communeAndDistrict,
  decide,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  receiptAndCeremony,
  register,
  stageAt,
  submit,
  submittedDossier,
} from '../../support/journey.ts'
import { copyOfOffice, pair, type TestOffice } from '../../support/office.ts'
import { pictureOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a name goes from the list of the commune to the ceremony, and both sides agree at every step', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await register(commune, unit)
  expect(await stageAt(commune, id)).toBe('listed')
  await buildDossier(commune, id, join(root, 'scans'))
  expect(await stageAt(commune, id)).toBe('preparing')
  await branchVotes(commune, id)
  expect(await stageAt(commune, id)).toBe('branchVoted')
  await committeeVotes(commune, id)
  expect(await stageAt(commune, id)).toBe('committeeVoted')
  const submission = await submit(commune, id)
  expect(await stageAt(commune, id)).toBe('submitted')

  const written = await exportTo(commune, stick)
  expect(written).toMatchObject({ kind: 'changes', toName: 'Huyện ủy Kim Bảng', scans: 2 })

  district.at('2024-01-29')
  const before = await pictureOf(district)
  const preview = await district.do<ImportResult>('bundle.preview', { folder: stick })
  expect(preview.sets).toMatchObject([
    {
      outcome: 'ready',
      fromName: 'Đảng ủy xã Đồng Hóa',
      scans: { fresh: 2, missing: 0, quarantined: [] },
      report: { held: [], waiting: 0, cases: [{ name: HOA.name, before: null, after: 'submitted' }] },
    },
  ])
  // What was read to be shown waits, sealed, to be taken in.
  const shown = await pictureOf(district)
  expect(shown.tables).toEqual(before.tables)
  expect(Object.keys(shown.files).filter((name) => !name.startsWith('incoming'))).toEqual(Object.keys(before.files))

  const taken = await importFrom(district, stick)
  expect(taken.sets).toMatchObject([{ outcome: 'imported', report: preview.sets[0]?.report }])
  expect(await stageAt(district, id)).toBe('submitted')
  await district.do('dossier.receive', { case: id, date: '2024-01-29', number: '17' })
  await district.do('dossier.return', {
    case: id,
    date: '2024-01-29',
    letter: { number: '78-CV/BTC', date: '2024-01-29' },
    remarks: [
      { paper: '3-KND', text: 'Giấy giới thiệu của đồng chí Cúc chưa ghi ngày vào Đảng chính thức' },
      { text: 'Đánh số trang hồ sơ' },
    ],
    answerBy: '2024-02-20',
  })
  await carry(root, district, commune)
  const returned = await caseAt(commune, id)
  expect(returned.stage).toBe('returned')
  expect(returned.state.submissions.at(-1)).toMatchObject({
    entry: submission,
    received: { date: '2024-01-29', number: '17', office: district.id },
    returned: {
      letter: { number: '78-CV/BTC', date: '2024-01-29' },
      remarks: [
        { paper: '3-KND', text: 'Giấy giới thiệu của đồng chí Cúc chưa ghi ngày vào Đảng chính thức' },
        { text: 'Đánh số trang hồ sơ' },
      ],
      answerBy: '2024-02-20',
    },
  })

  const old = returned.state.papers.find(({ paper, person }) => paper === '3-KND' && person === 'Lê Thị Cúc')
  commune.at('2024-02-05')
  await commune.do('paper.record', {
    case: id,
    paper: '3-KND',
    date: '2023-12-02',
    person: 'Lê Thị Cúc',
    note: 'Đã ghi ngày chính thức',
    replaces: old?.entry,
  })
  await submit(commune, id, '2024-02-06')
  await carry(root, commune, district)
  expect((await caseAt(district, id)).state.submissions.at(-1)).toMatchObject({
    supplements: submission,
    received: null,
  })
  expect(await stageAt(district, id)).toBe('submitted')

  await decide(district, id)
  await carry(root, district, commune)
  expect(await stageAt(commune, id)).toBe('admitted')
  await receiptAndCeremony(commune, id)
  await carry(root, commune, district)

  const here = await caseAt(commune, id)
  const there = await caseAt(district, id)
  expect([here.stage, there.stage]).toEqual(['probation', 'probation'])
  expect(here.state.decision).toMatchObject({ number: '345-QĐ/HU', date: '2024-02-26', outcome: 'admit' })
  expect(there.state.decision).toEqual(here.state.decision)
  expect(there.state.receipt).toEqual(here.state.receipt)
  expect(there.state.ceremony).toEqual(here.state.ceremony)
  expect(there.state.profile).toEqual(here.state.profile)
  expect([here.state.conflicts, there.state.conflicts]).toEqual([[], []])
  const health = { tables: 'equal' }
  expect(await commune.do('journal.health', { deep: true })).toMatchObject(health)
  expect(await district.do('journal.health', { deep: true })).toMatchObject(health)
})

test('receipts travel with every bundle and move the marks: nothing is sent twice once it is acknowledged', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const channel = async () => {
    const health = await commune.do<{
      channels: { channel: string; entries: number; exported: number; acknowledged: number }[]
    }>('journal.health')
    return health.channels.find((row) => row.channel.endsWith(`.${district.id}`))
  }
  const first = await exportTo(commune, stick)
  expect(await channel()).toMatchObject({ entries: first.entries, exported: first.entries, acknowledged: 0 })
  district.at('2024-01-29')
  await importFrom(district, stick)

  const receipts = newStick(root, 'receipts')
  const receipt = await exportTo(district, receipts)
  expect(receipt).toMatchObject({ kind: 'ack', entries: 0, scans: 0 })
  expect(receipt.bytes).toBeLessThan(16_000)
  const imported = await importFrom(commune, receipts)
  expect(imported.sets).toMatchObject([{ outcome: 'imported', kind: 'ack', report: { fresh: 0 } }])
  expect(await channel()).toMatchObject({ acknowledged: first.entries })

  expect(await commune.refused('bundle.export', { folder: stick })).toMatchObject({ code: 'NOTHING_TO_EXPORT' })
  await commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-25' })
  expect(await exportTo(commune, newStick(root, 'later'))).toMatchObject({ entries: 1, scans: 0 })
})

test('a lost stick is just written again, and the same set twice is harmless', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const lost = newStick(root, 'lost')
  const first = await exportTo(commune, lost)
  const second = newStick(root, 'second')
  const again = await exportTo(commune, second)
  expect(again).toMatchObject({ entries: first.entries, scans: first.scans, kind: first.kind })

  district.at('2024-01-29')
  await importFrom(district, second)
  const held = await pictureOf(district)
  const same = await importFrom(district, second)
  expect(same.sets).toMatchObject([{ outcome: 'already', refusal: { code: 'B_ALREADY', data: { id: again.id } } }])
  expect(await pictureOf(district)).toEqual(held)
  // The stick that was lost turns up: another set with the same lines.
  const found = await importFrom(district, lost)
  expect(found.sets).toMatchObject([{ outcome: 'already', refusal: { code: 'B_OLD' } }])
  expect((await pictureOf(district)).tables['journal']).toEqual(held.tables['journal'])
  expect(await stageAt(district, id)).toBe('submitted')
})

test('sets for us that lie on a stick are counted until they are taken in, whatever their labels are called', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const waiting = async (office: TestOffice) =>
    (await office.do<{ count: number }>('carrier.waiting', { folder: stick })).count
  expect(await waiting(district)).toBe(0)
  await submittedDossier(commune, await addBranch(commune))
  await exportTo(commune, stick)
  // Neither who wrote a set nor a third office has anything to take.
  expect([await waiting(district), await waiting(commune)]).toEqual([1, 0])
  for (const name of readdirSync(stick).filter((each) => each.endsWith('.sha256')))
    renameSync(join(stick, name), join(stick, 'tep (1).txt'))
  expect(await waiting(district)).toBe(1)
  await importFrom(district, stick)
  expect(await waiting(district)).toBe(0)
  expect(await district.refused('carrier.waiting', { folder: join(root, 'gone') })).toMatchObject({
    code: 'B_STICK_GONE',
  })
})

test('several sets in one folder come in whatever their names and order, the later ones needing the earlier', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const asItWas = await copyOfOffice(district, join(root, 'as-it-was'))
  for (const [index, name] of ['Nguyễn Thị Hòa', 'Trần Văn Đức', 'Lê Thị Ánh'].entries()) {
    await register(commune, unit, { name })
    const written = newStick(root, `set-${index}`)
    await exportTo(commune, written)
    // The last set lies where it is found first.
    for (const file of readdirSync(written)) cpSync(join(written, file), join(stick, `${9 - index}`, file))
    await importFrom(district, written)
    await carry(root, district, commune)
  }
  const alone = newStick(root, 'alone')
  cpSync(join(stick, '8'), alone, { recursive: true })
  const gap = await importFrom(asItWas, alone)
  expect(gap.sets).toMatchObject([{ outcome: 'refused', refusal: { code: 'B_GAP', data: { have: 0, need: 3 } } }])

  // A look says of each after which one it can be taken in, and of one whose beginning is on no stick that it cannot.
  const look = async (folder: string) => (await asItWas.do<ImportResult>('bundle.preview', { folder })).sets
  const [third, second, first] = await look(stick)
  expect(first).toMatchObject({ outcome: 'ready', refusal: null, report: { fresh: 2 } })
  expect(first).not.toHaveProperty('after')
  const after = (set: typeof first) => ({ set: set?.set, created: set?.created })
  expect(second).toMatchObject({ outcome: 'ready', refusal: null, report: null, after: after(first) })
  expect(third).toMatchObject({ outcome: 'ready', refusal: null, report: null, after: after(second) })
  cpSync(join(stick, '7'), alone, { recursive: true })
  expect(await look(alone)).toMatchObject([{ refusal: { code: 'B_GAP' } }, { refusal: { code: 'B_GAP' } }])

  const result = await importFrom(asItWas, stick)
  expect(result.sets.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported'])
  const found = await asItWas.do<{ rows: { name: string }[] }>('candidate.search', {})
  expect(found.rows.map(({ name }) => name)).toEqual(['Lê Thị Ánh', 'Trần Văn Đức', 'Nguyễn Thị Hòa'])
})

test('an office exports to all who have something new, one set each, and to nobody else', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const other = await foundCommune(root, 'nhat-tuu', 'Đảng ủy xã Nhật Tựu')
  const silent = await foundCommune(root, 'le-ho', 'Đảng ủy xã Lê Hồ')
  await pair(other, district)
  await pair(silent, district)
  for (const office of [commune, other]) {
    await submittedDossier(office, await addBranch(office))
    await carry(root, office, district)
  }
  district.at('2024-01-29')
  const stick = newStick(root)
  const { sets } = await district.do<{ sets: { toName: string; kind: string }[] }>('bundle.export', { folder: stick })
  expect(sets.map(({ toName, kind }) => [toName, kind])).toEqual([
    ['Đảng ủy xã Nhật Tựu', 'ack'],
    ['Đảng ủy xã Đồng Hóa', 'ack'],
  ])
  expect(readdirSync(stick)).toHaveLength(4)
  const atCommune = await importFrom(commune, stick)
  expect(atCommune).toMatchObject({ others: 1 })
  expect(atCommune.sets.map(({ outcome }) => outcome).toSorted()).toEqual(['imported', 'notForUs'])
  expect(await silent.refused('bundle.import', { folder: stick })).toEqual({
    code: 'NO_SETS',
    data: { folder: stick, others: 2, isPartial: false },
  })
})

test('a set copied by hand under other names is found by its content', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick)
  for (const file of readdirSync(stick)) {
    cpSync(join(stick, file), join(stick, 'Hồ sơ mới (1)', file.replace('KN1_', 'Bản sao ')))
    rmSync(join(stick, file))
  }
  renameSync(join(stick, 'Hồ sơ mới (1)'), join(stick, '.ẩn'))
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', report: { fresh: 2 } }])
})
