/**
 * Offices killed at any moment, in processes of their own. Afterwards: the store opens, the journal's chains are whole,
 * the tables are what a replay gives, everything that was answered is there, and no stick shows half a set. A few kills
 * in the gate, SLOW=1 for every single operation on the disk.
 */
import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Paths } from '../../electron/paths.ts'
import type { ImportResult } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  stageAt,
  submittedDossier,
} from '../support/journey.ts'
import { startOffice, type KillableOffice } from '../support/killable-office.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { filesOf } from '../support/office-picture.ts'
import { copyInto, peopleOf } from '../support/survivors.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
/** Of all tests of this file, with the two offices as they are founded. */
const founded = temporaryFolderOfFile()
let made: Promise<Two> | undefined

const LONG = slow ? 3_600_000 : 60_000

test('killed between the commit and the answer, a call made again is recorded once', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  office.core.close()
  const id = randomUUID()
  const input = { profile: HOA, unit }
  const first = await startOffice(office.paths)
  expect(await first.call('candidate.register', input, { id, mute: true })).toBeNull()
  const second = await startOffice(office.paths)
  const again = await second.call('candidate.register', input, { id })
  expect(again?.answer).toMatchObject({ ok: true, value: { repeated: true } })
  const found = await second.call('candidate.search', {})
  expect(found?.answer).toMatchObject({ ok: true, value: { total: 1, rows: [{ name: HOA.name }] } })
})

test('what was typed and not recorded is there after a kill, as far as it was kept', async () => {
  const office = await foundCommune(temporaryFolder())
  office.core.close()
  const page = 'nguon/moi'
  const value = JSON.stringify({ name: 'Nguyễn Thị Ước', hometown: 'Thi Sơn' })
  const first = await startOffice(office.paths)
  expect((await first.call('draft.save', { page, value }))?.answer).toMatchObject({ ok: true })
  await first.kill()
  const second = await startOffice(office.paths)
  expect((await second.call('draft.read', { page }))?.answer).toEqual({ ok: true, value: { value } })
  await second.kill()
})

test('killed at any moment of its work, an office has everything it has answered', { timeout: LONG }, async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  office.core.close()
  const acknowledged: string[] = []
  for (let round = 0; round < (slow ? 200 : 4); round += 1) {
    const child = await startOffice(office.paths)
    const stop = after(randomInt(60)).then(() => child.kill())
    for (let n = 0; ; n += 1) {
      const name = `Nguyễn Văn ${'ABCDEGHIKL'[n % 10]} ${round}-${n}`
      const answered = await child.call('candidate.register', { profile: { name }, unit })
      if (answered === null) break
      expect(answered.answer).toMatchObject({ ok: true })
      acknowledged.push(name)
    }
    await stop
    const survivor = await reopened(office, office.paths)
    const names = await peopleOf(survivor)
    survivor.core.close()
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([])
    // At most the one call that was under way may be there without an answer.
    expect(names.length - acknowledged.length).toBeLessThanOrEqual(round + 1)
  }
})

test(
  'killed during an export, the stick shows a whole set or none, and the next export comes in',
  { timeout: LONG },
  async () => {
    const { root, commune, district, id } = await twoOffices()
    const total = await operationsOf(commune, root, 'bundle.export', (folder) => ({ folder: newStick(folder) }))
    for (const dieAt of moments(total)) {
      const { here, there, folder } = await copies(root, commune, district, `xuất-${dieAt}`)
      const stick = newStick(folder)
      const child = await startOffice(here)
      await dieDuring(child, 'bundle.export', { folder: stick }, dieAt)
      const atDistrict = await reopened(district, there)
      const seen = await atDistrict.core.call('bundle.preview', { folder: stick })
      const outcomes = seen.ok
        ? (seen.value as ImportResult).sets.map(({ outcome, refusal }) => refusal?.code ?? outcome)
        : [seen.error.code]
      expect([dieAt, outcomes.every((code) => ['ready', 'NO_SETS', 'B_LABEL'].includes(code))]).toEqual([dieAt, true])
      const again = await reopened(commune, here)
      await peopleOf(again)
      await exportTo(again, stick)
      expect((await importFrom(atDistrict, stick)).sets.map(({ outcome }) => outcome)).toContain('imported')
      expect(await stageAt(atDistrict, id)).toBe('submitted')
      expect(readdirSync(stick).filter((name) => name.endsWith('.partial'))).toEqual([])
      for (const each of [again, atDistrict]) each.core.close()
    }
  },
)

test(
  'killed during an import, all of it is there or nothing, and nothing staged is left',
  { timeout: LONG },
  async () => {
    const { root, commune, district, id } = await twoOffices()
    const stick = newStick(root)
    const sender = await reopened(commune, copyInto(join(root, 'sender'), commune.paths))
    await exportTo(sender, stick)
    sender.core.close()
    const total = await operationsOf(district, root, 'bundle.import', () => ({ folder: stick }))
    for (const [round, dieAt] of moments(total).entries()) {
      const { there } = await copies(root, commune, district, `nhập-${dieAt}`)
      const child = await startOffice(there)
      await dieDuring(child, 'bundle.import', { folder: stick }, dieAt)
      const office = await reopened(district, there)
      const names = await peopleOf(office)
      // Scans that have their place already are swept a moment after a start: the set may be taken in before that, or after.
      if (round % 2 === 0) {
        await office.core.tick()
        expect([dieAt, Object.keys(filesOf(there.data)).length]).toEqual([dieAt, names.length === 0 ? 0 : 2])
      }
      const [set] = (await importFrom(office, stick)).sets
      expect([dieAt, set?.outcome]).toEqual([dieAt, names.length === 0 ? 'imported' : 'already'])
      expect(await stageAt(office, id)).toBe('submitted')
      await office.core.tick()
      expect(Object.keys(filesOf(there.data))).toHaveLength(2)
      office.core.close()
    }
  },
)

test(
  'killed during a backup, none is listed, and the next one stands and sweeps what was left',
  { timeout: LONG },
  async () => {
    const { root, commune, district } = await twoOffices()
    const total = await operationsOf(commune, root, 'backup.create', (folder) => ({ folder: newStick(folder) }))
    for (const dieAt of moments(total)) {
      const { here, folder } = await copies(root, commune, district, `lưu-${dieAt}`)
      const target = newStick(folder)
      const child = await startOffice(here)
      await dieDuring(child, 'backup.create', { folder: target }, dieAt)
      const office = await reopened(commune, here, '2024-04-02')
      await peopleOf(office)
      const home = join(target, 'KetNap-sao-luu-dong-hoa')
      const complete = existsSync(home)
        ? readdirSync(home).filter((name) => existsSync(join(home, name, 'backup.json')))
        : []
      for (const name of complete) await office.do('backup.verify', { folder: join(home, name) })
      const { folder: made } = await office.do<{ folder: string }>('backup.create', { folder: target })
      expect(await office.do('backup.verify', { folder: made })).toMatchObject({ scans: 2, missing: 0 })
      const left = readdirSync(home, { recursive: true, withFileTypes: true }).filter(({ name }) =>
        name.endsWith('.partial'),
      )
      expect([dieAt, readdirSync(home).length, left]).toEqual([dieAt, complete.length + 2, []])
      office.core.close()
    }
  },
)

type Two = { readonly commune: TestOffice; readonly district: TestOffice; readonly id: string }

/** A commune with a dossier to send and its district, both closed: to be copied, not to be worked in. */
async function twoOffices(): Promise<Two & { readonly root: string }> {
  made ??= foundTwo()
  return { ...(await made), root: temporaryFolder() }
}

async function foundTwo(): Promise<Two> {
  const { commune, district } = await communeAndDistrict(founded)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(founded, 'scans'))
  for (const office of [commune, district]) office.core.close()
  return { commune, district, id }
}

/** Both offices' folders copied to a folder of their own, so that every kill starts from the same state. */
async function copies(
  root: string,
  commune: TestOffice,
  district: TestOffice,
  name: string,
): Promise<{ here: Paths; there: Paths; folder: string }> {
  const folder = join(root, name)
  mkdirSync(folder)
  const here = copyInto(join(folder, 'commune'), commune.paths)
  const there = copyInto(join(folder, 'district'), district.paths)
  return { here, there, folder }
}

/** Kills an office at an operation of a job: every copy of it takes the same steps, so none may come to its end. */
async function dieDuring(child: KillableOffice, name: string, input: object, dieAt: number): Promise<void> {
  const answered = await child.call(name, input, { dieAt })
  await child.kill()
  expect([dieAt, answered]).toEqual([dieAt, null])
}

/** How many operations on the disk a job takes when nobody kills it. */
async function operationsOf(
  office: TestOffice,
  root: string,
  name: string,
  input: (folder: string) => object,
): Promise<number> {
  const { here, folder } = await copies(root, office, office, `đếm-${name}`)
  const child = await startOffice(here)
  const counted = await child.call(name, input(folder))
  expect(counted?.answer).toMatchObject({ ok: true })
  await child.kill()
  return counted?.operations ?? 0
}

/** The operations at which to die: some in the gate, among them the last ones, where files get their names; else all. */
function moments(total: number): readonly number[] {
  expect(total).toBeGreaterThan(20)
  if (slow) return Array.from({ length: total }, (_, i) => i + 1)
  return [randomInt(1, total - 4), total - 2, total]
}
