/**
 * Every way a set can be refused, met through the port: after each refusal nothing was written, and the refusal carries
 * what its sentence needs.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { keyNumberInLine } from '../../../electron/bundle/minisign.ts'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import { recordAndApply } from '../../../db/run-command.ts'
import { makeLines, makeOffice, pdf, sha256, stubOf, type Forgery } from '../../support/bundle-kit.ts'
import { channelTo, forgeOnto, linesOf, lineOf, retouch } from '../../support/forged-stick.ts'
import { turnBit } from '../../support/harmed-files.ts'
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
} from '../../support/journey.ts'
import { keysOf, pictureOf, writeStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const root = temporaryFolderOfFile()
const { commune, district } = await communeAndDistrict(root)
await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
const sent = await linesOf(commune, district)
const channel = await channelTo(commune, district)
const path = `data/journal/${channel}.jsonl.gz`
const third = await makeOffice('khac', 'c')
const keys = { commune: await keysOf(commune), district: await keysOf(district) }

/** Imports a faulty set, having looked at it first; both say the same and keep nothing. */
async function refusalOf(stick: string): Promise<unknown> {
  const before = await pictureOf(district)
  const preview = await district.do<ImportResult>('bundle.preview', { folder: stick })
  const done = await importFrom(district, stick)
  expect(await pictureOf(district)).toEqual(before)
  expect(done.sets).toHaveLength(1)
  expect(done.sets.map(({ outcome, report }) => [outcome, report])).toEqual([['refused', null]])
  expect(preview.sets.map(({ refusal }) => refusal)).toEqual(done.sets.map(({ refusal }) => refusal))
  return done.sets[0]?.refusal
}

async function refusalOfForged(forgery: Forgery): Promise<unknown> {
  const stick = newStick(temporaryFolder())
  await forgeOnto(stick, commune, district, forgery)
  return refusalOf(stick)
}

async function honestSet(): Promise<{ stick: string; part: string; label: string; partName: string }> {
  const stick = newStick(temporaryFolder())
  await exportTo(commune, stick)
  const names = readdirSync(stick)
  const partName = names.find((name) => name.endsWith('.001')) ?? ''
  const label = names.find((name) => name.endsWith('.sha256')) ?? ''
  return { stick, partName, part: join(stick, partName), label: join(stick, label) }
}

const changed =
  (name: string, change: (text: string) => string): NonNullable<Forgery['archive']> =>
  (files) =>
    files.map((file) => (file.name === name ? { ...file, bytes: Buffer.from(change(file.bytes.toString())) } : file))

test('B_LABEL: a label that was cut off, and parts without any', async () => {
  const cut = await honestSet()
  writeFileSync(cut.label, readFileSync(cut.label).subarray(0, 40))
  rmSync(cut.part)
  expect(await refusalOf(cut.stick)).toEqual({
    code: 'B_LABEL',
    data: { name: cut.label.slice(cut.stick.length + 1), reason: 'form' },
  })
  const bare = await honestSet()
  rmSync(bare.label)
  expect(await refusalOf(bare.stick)).toEqual({ code: 'B_LABEL', data: { name: bare.partName, reason: 'missing' } })
})

test('B_PART_MISSING and B_DAMAGED: a part not copied, a part changed on the way', async () => {
  const missing = await honestSet()
  rmSync(missing.part)
  expect(await refusalOf(missing.stick)).toEqual({ code: 'B_PART_MISSING', data: { part: missing.partName } })
  const damaged = await honestSet()
  turnBit(damaged.part)
  expect(await refusalOf(damaged.stick)).toEqual({ code: 'B_DAMAGED', data: { part: damaged.partName } })
})

test('B_DAMAGED without a part: the label was made to fit, the seal was not', async () => {
  const { stick } = await honestSet()
  retouch(stick, (part) => part.with(part.length - 100, (part.at(-100) ?? 0) ^ 1))
  expect(await refusalOf(stick)).toEqual({ code: 'B_DAMAGED', data: { part: null } })
})

test('B_NOT_AGE: a part that is something else', async () => {
  const { stick } = await honestSet()
  retouch(stick, () => Buffer.from('PK\u0003\u0004 a zip'))
  expect(await refusalOf(stick)).toEqual({ code: 'B_NOT_AGE', data: { reason: 'magic' } })
})

test('B_NOT_FOR_US: a set named for us that is sealed to others is refused, with the office it is said to come from', async () => {
  expect(await refusalOfForged({ sealedTo: [third.recipient] })).toEqual({
    code: 'B_NOT_FOR_US',
    data: { claims: { code: commune.code, office: commune.id } },
  })
})

test('B_LAYOUT: members out of place, foreign, twice, or behind the end', async () => {
  expect(await refusalOfForged({ archive: (files) => files.slice(1) })).toMatchObject({
    code: 'B_LAYOUT',
    data: { reason: 'order', name: 'bag-info.txt' },
  })
  expect(
    await refusalOfForged({ archive: (files) => [...files, { name: '../../evil', bytes: pdf('x') }] }),
  ).toMatchObject({ code: 'B_LAYOUT', data: { reason: 'name', name: '../../evil' } })
  expect(await refusalOfForged({ archive: (files) => [...files, ...files.slice(-1)] })).toMatchObject({
    code: 'B_LAYOUT',
    data: { reason: 'duplicate', name: path },
  })
  expect(await refusalOfForged({ tar: (tar) => Buffer.concat([tar, tar]) })).toMatchObject({
    data: { reason: 'after-end' },
  })
})

test('B_UNKNOWN_SENDER: an office nobody has paired with', async () => {
  const stranger = await foundCommune(join(root, 'stranger'), 'la', 'Đảng ủy xã Lạ')
  const stick = newStick(temporaryFolder())
  await forgeOnto(stick, stranger, district, { lines: makeLines(2) })
  const { signKey } = await keysOf(stranger)
  expect(await refusalOf(stick)).toEqual({
    code: 'B_UNKNOWN_SENDER',
    data: { keyNumber: keyNumberInLine(signKey) },
  })
})

test('B_SIGNATURE and B_HASH: signed by nobody, or changed after signing', async () => {
  expect(await refusalOfForged({ archive: changed('tagmanifest-sha256.txt.minisig', () => 'x') })).toEqual({
    code: 'B_SIGNATURE',
    data: { reason: 'form' },
  })
  expect(await refusalOfForged({ archive: changed('tagmanifest-sha256.txt', () => '') })).toEqual({
    code: 'B_SIGNATURE',
    data: { reason: 'signature' },
  })
  expect(await refusalOfForged({ comment: `kn1 ${'0'.repeat(32)} to ${keys.district.recipient}` })).toEqual({
    code: 'B_SIGNATURE',
    data: { reason: 'comment' },
  })
  expect(await refusalOfForged({ archive: changed('bag-info.txt', (text) => `${text}x`) })).toEqual({
    code: 'B_HASH',
    data: { path: 'bag-info.txt' },
  })
  expect(
    await refusalOfForged({
      archive: (files) => files.map((file) => (file.name === path ? { ...file, bytes: file.bytes.with(12, 7) } : file)),
    }),
  ).toEqual({ code: 'B_HASH', data: { path } })
})

test('B_FORMAT and B_VERSION: a list that does not fit, and a bundle of a newer program', async () => {
  expect(await refusalOfForged({ bundle: (json) => ({ ...json, created: 'hôm qua' }) })).toEqual({
    code: 'B_FORMAT',
    data: { file: 'bundle.json', path: 'created' },
  })
  expect(await refusalOfForged({ bundle: (json) => ({ ...json, version: 2, colour: 'red' }) })).toEqual({
    code: 'B_VERSION',
    data: { version: 2 },
  })
})

test('B_SENDER: signed by one office in the name of another', async () => {
  expect(await refusalOfForged({ claims: third })).toEqual({
    code: 'B_SENDER',
    data: { claimed: third.office, office: commune.id },
  })
})

test('B_NOT_ADDRESSED: a set for a third office, opened there and sealed again to us', async () => {
  expect(await refusalOfForged({ addressee: third })).toEqual({
    code: 'B_NOT_ADDRESSED',
    data: { office: third.office, officeCode: 'khac' },
  })
})

test("B_CHANNEL: private lines, another office's lines, and kinds that need an approval", async () => {
  const own = `${commune.id}.${keys.commune.device}.own`
  expect(await refusalOfForged({ channel: own })).toEqual({
    code: 'B_CHANNEL',
    data: { kind: 'changes', channel: own },
  })
  const theirs = `${third.office}.${third.device}.${district.id}`
  expect(await refusalOfForged({ channel: theirs })).toMatchObject({ code: 'B_CHANNEL', data: { channel: theirs } })
  expect(await refusalOfForged({ kind: 'sibling' })).toEqual({
    code: 'B_CHANNEL',
    data: { kind: 'sibling', channel: null },
  })
  expect(await refusalOfForged({ kind: 'succession', lines: makeLines(2) })).toEqual({
    code: 'B_CHANNEL',
    data: { kind: 'succession', channel: null },
  })
  // Only the addressee's own lines are given back.
  expect(await refusalOfForged({ kind: 'recovery' })).toEqual({
    code: 'B_CHANNEL',
    data: { kind: 'recovery', channel },
  })
})

test('B_GAP: lines whose beginning we never had', async () => {
  expect(await refusalOfForged({ from: 3 })).toEqual({ code: 'B_GAP', data: { channel, have: 0, need: 3 } })
})

test('a refused set bears the name of whose signature holds, what it is once that is proven, and no name otherwise', async () => {
  const bearing = async (forgery: Forgery) => {
    const stick = newStick(temporaryFolder())
    await forgeOnto(stick, commune, district, forgery)
    const [set] = (await importFrom(district, stick)).sets
    return [set?.refusal?.code, set?.fromName, set?.kind]
  }
  expect(await bearing({ from: 3 })).toEqual(['B_GAP', commune.name, 'changes'])
  expect(await bearing({ bundle: (json) => ({ ...json, version: 2 }) })).toEqual(['B_VERSION', commune.name, null])
  expect(await bearing({ kind: 'sibling' })).toEqual(['B_CHANNEL', commune.name, 'sibling'])
  const unsigned = changed('tagmanifest-sha256.txt', () => '')
  expect(await bearing({ archive: unsigned })).toEqual(['B_SIGNATURE', null, null])
})

test('B_BOMB: a small file that swells', async () => {
  const swollen = [
    lineOf(1, { kind: 'test.noted', subject: { type: 'case', id: 'x' }, payload: { x: 'a'.repeat(3e6) } }),
  ]
  expect(await refusalOfForged({ lines: swollen })).toMatchObject({ code: 'B_BOMB', data: { path } })
})

test('B_INCOMPLETE: a scan that the list names is not in the set', async () => {
  const scan = pdf('Đơn xin vào Đảng')
  expect(await refusalOfForged({ scans: [scan], archive: (files) => files.slice(0, -1) })).toEqual({
    code: 'B_INCOMPLETE',
    data: { journals: [], scans: [sha256(scan)] },
  })
})

test('B_CHAIN: a hole, a line that is no JSON, an erased line that nobody announced', async () => {
  const holed = [...sent.slice(0, 2), ...sent.slice(3)]
  expect(await refusalOfForged({ lines: holed })).toEqual({
    code: 'B_CHAIN',
    data: { channel, seq: 3, reason: 'hole' },
  })
  expect(await refusalOfForged({ lines: [...sent.slice(0, 1), 'không phải JSON'] })).toEqual({
    code: 'B_CHAIN',
    data: { channel, seq: 2, reason: 'json' },
  })
  const [first = '', ...rest] = sent
  expect(await refusalOfForged({ lines: [stubOf(first, 1), ...rest] })).toEqual({
    code: 'B_CHAIN',
    data: { channel, seq: 1, reason: 'stub' },
  })
})

test('a refused set does not keep the others on the stick from coming in', async () => {
  const base = temporaryFolder()
  const pair = await communeAndDistrict(base)
  await register(pair.commune, await addBranch(pair.commune))
  await exportTo(pair.commune, pair.stick)
  await forgeOnto(join(pair.stick, 'hỏng'), pair.commune, pair.district, {
    bundle: (json) => ({ ...json, version: 2 }),
  })
  const { sets } = await importFrom(pair.district, pair.stick)
  expect(sets.map(({ outcome, refusal }) => `${outcome} ${refusal?.code ?? ''}`).toSorted()).toEqual([
    'imported ',
    'refused B_VERSION',
  ])
})

test('B_ALREADY, B_OLD and B_FORK: what is known is harmless, another history under the same numbers is not', async () => {
  const base = temporaryFolder()
  const { commune: lower, district: upper, stick } = await communeAndDistrict(base)
  await register(lower, await addBranch(lower))
  const { id } = await exportTo(lower, stick)
  await importFrom(upper, stick)
  const held = await pictureOf(upper)
  expect((await importFrom(upper, stick)).sets).toMatchObject([
    { outcome: 'already', refusal: { code: 'B_ALREADY', data: { id } } },
  ])
  const real = await linesOf(lower, upper)
  const name = await channelTo(lower, upper)
  const other = lineOf(real.length, { kind: 'test.noted', subject: { type: 'case', id: 'x' }, payload: {} })
  const forked = [...real.slice(0, -1), other]
  const same = newStick(base, 'same-length')
  await forgeOnto(same, lower, upper, { lines: forked })
  expect((await importFrom(upper, same)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_FORK', data: { channel: name, seq: real.length } } },
  ])
  const longer = newStick(base, 'longer')
  const next = lineOf(real.length + 1, { kind: 'test.noted', subject: { type: 'case', id: 'x' }, payload: {} })
  await forgeOnto(longer, lower, upper, { lines: [...forked, next] })
  expect((await importFrom(upper, longer)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_FORK', data: { channel: name, seq: real.length } } },
  ])
  expect(await pictureOf(upper)).toEqual(held)

  const old = newStick(base, 'old')
  await forgeOnto(old, lower, upper, { lines: real.slice(0, 1) })
  expect((await importFrom(upper, old)).sets).toMatchObject([
    { outcome: 'already', fromName: lower.name, refusal: { code: 'B_OLD' } },
  ])
  expect((await pictureOf(upper)).tables['journal']).toEqual(held.tables['journal'])
})

test('a set that brings nothing new is judged by its kind like any other: what it says we hold does not count', async () => {
  const base = temporaryFolder()
  const { commune: lower, district: upper, stick } = await communeAndDistrict(base)
  await register(lower, await addBranch(lower))
  await exportTo(lower, stick)
  await importFrom(upper, stick)
  const held = await pictureOf(upper)
  const real = await linesOf(lower, upper)
  const old = newStick(base, 'old')
  // The lower office was never said to become part of the upper one.
  await forgeOnto(old, lower, upper, { kind: 'succession', lines: real.slice(0, 1) })
  expect((await importFrom(upper, old)).sets).toMatchObject([
    { outcome: 'refused', report: null, refusal: { code: 'B_CHANNEL', data: { kind: 'succession', channel: null } } },
  ])
  expect(await pictureOf(upper)).toEqual(held)
})

test('B_REVOKED: a set of an office whose key no longer counts', async () => {
  const { commune: lower, district: upper, stick } = await communeAndDistrict(temporaryFolder())
  await register(lower, await addBranch(lower))
  await exportTo(lower, stick)
  const { device } = await keysOf(upper)
  await writeStoreOf(upper, (db) =>
    recordAndApply(
      db,
      {
        office: upper.id,
        device,
        actor: { id: '01990000-0000-7000-8000-000000000001', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
        at: '2024-01-30T01:00:00Z',
        today: '2024-01-30',
        salt: () => 'AAAAAAAAAAAAAAAAAAAAAA',
      },
      '01990000-0000-7000-8000-000000000002',
      [
        {
          kind: 'peer.revoked',
          subject: { type: 'peer', id: lower.id },
          payload: { reason: 'Mất máy tính', heads: [] },
        },
      ],
    ),
  )
  const before = await pictureOf(upper)
  const { sets } = await importFrom(upper, stick)
  expect(sets.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([
    [
      'refused',
      {
        code: 'B_REVOKED',
        data: { keyNumber: keyNumberInLine((await keysOf(lower)).signKey), office: lower.id, officeCode: 'dong-hoa' },
      },
    ],
  ])
  expect(await pictureOf(upper)).toEqual(before)
})
