/**
 * The power cut after every single one of our own operations of a whole office's export, as a person calls it: a stick with
 * its folder of ours, the set, the marks, what the store says of it. On a disk that keeps what is written apart from what is
 * durable, in every state it may leave: the set opens whole at the receiver or is none, an older one beside it stays what it
 * was, the marks are those from before or the new ones, they stand before the set does, and what the store says is written
 * is. An office that starts again on what is left is the same computer, says what it said before or all, exports again,
 * leaves nothing over, and the receiver takes it in. The gate starts again once for each kind of thing that is left, SLOW=1
 * in every state after every operation, and also where an older set and one that was cut short lie on the stick.
 */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { ownHeads, readMarks } from '../../electron/office/marks.ts'
import type { BundleHistory, ImportResult } from '../../shared/contract/exchange.ts'
import { createFakeDisk, diesDuring, type FakeDisk } from '../support/fake-disk.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  peerOf,
  stageAt,
  submittedDossier,
} from '../support/journey.ts'
import { withStickAt } from '../support/known-stick.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { filesOf, keysOf, readStoreOf } from '../support/office-picture.ts'
import { pluggableDisk } from '../support/pluggable-disk.ts'
import { copyInto, peopleOf } from '../support/survivors.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 3_600_000 : 180_000 }

/** So that the set has two parts. */
const PART = 8000

/** What an export begins on: the files of the computer and of the stick, and a folder with the store as it was. */
type Start = { readonly files: FakeDisk; readonly data: string }

test(
  'the power goes after any operation of an export: a whole set or none, and nothing is said of what is not',
  LONG,
  async () => {
    const root = temporaryFolder()
    const offices = await communeAndDistrict(root)
    const unit = await addBranch(offices.commune)
    const older = newStick(root, 'older')
    await exportTo(offices.commune, older, offices.district)
    const id = await submittedDossier(offices.commune, unit, HOA, join(root, 'papers'))
    for (const each of [offices.commune, offices.district]) each.core.close()
    const receiving = copyInto(join(root, 'receiving'), offices.district.paths)

    const home = join(root, 'cut')
    const paths = copyInto(home, offices.commune.paths)
    const stick = newStick(home)
    const folder = join(stick, 'KetNap')
    const kept = join(root, 'kept')
    cpSync(paths.data, kept, { recursive: true })
    const bare = createFakeDisk()
    bare.plant(join(stick, 'readme.txt'), Buffer.from('x'))
    for (const path of filesBelow(home)) bare.plant(path, readFileSync(path))
    const untouched = bare
      .paths()
      .flatMap((path) => (path.startsWith(paths.marks) ? [] : [[path, bare.peek(path)] as const]))

    const pluggable = pluggableDisk(home, bare)
    const disk = withStickAt(pluggable.disk, stick)
    const day = '2024-04-01'
    const open = async () => {
      const opened = await reopened(offices.commune, paths, day, disk, PART)
      // A sweep that met a cut would wait for its disk for ever, and whatever is written waits for the sweep.
      await opened.core.tick()
      return opened
    }
    const district = await reopened(offices.district, offices.district.paths, day, disk)
    let office = await open()
    const { device } = await keysOf(office)
    const newHeads = await readStoreOf(paths, (db) => ownHeads(db, office.id, device))
    const outOf = async ({ do: call }: TestOffice) =>
      (await call<BundleHistory>('bundle.history')).bundles.filter(({ direction }) => direction === 'out').length
    const said = { sets: await outOf(office), entries: (await peerOf(office)).exported }
    const seen = { none: 0, whole: 0, oldMarks: 0 }

    const plugIn = async (state: FakeDisk, data: string) => {
      office.core.close()
      rmSync(paths.data, { recursive: true })
      cpSync(data, paths.data, { recursive: true })
      pluggable.plug(state)
      office = await open()
    }
    /** What the receiver sees on the stick of a state, but for parts without a label. */
    const setsOn = async (state: FakeDisk): Promise<readonly string[]> => {
      pluggable.plug(state)
      const answer = await district.core.call('bundle.preview', { folder: stick })
      if (!answer.ok) {
        expect(answer.error.code).toBe('NO_SETS')
        return []
      }
      const { sets } = answer.value as ImportResult
      return sets.map(({ outcome, refusal }) => refusal?.code ?? outcome).filter((code) => code !== 'B_LABEL')
    }
    const namesOn = (state: FakeDisk) =>
      state.paths().flatMap((path) => (path.startsWith(stick) ? [basename(path)] : []))

    /** Cuts the power after each operation of an export. @returns what one of the cuts has left between parts and label */
    const cutEverywhere = async (start: Start, olderSets: number): Promise<Start> => {
      const oldHeads = await readMarks(start.files, paths.marks, device)
      expect(oldHeads).not.toBeNull()
      const dataAfter = (cutAfter: number) => join(root, `cut-${olderSets}-${cutAfter}`)
      const tried = new Set<string>()
      let between: Start | undefined
      for (let cutAfter = 1; ; cutAfter += 1) {
        const cut = fresh(start.files)
        pluggable.plug(cut)
        cut.breakDown({ cutAfter })
        const isCut = await diesDuring(() => exportTo(office, stick, offices.district))
        const isSaid = (await outOf(office)) > said.sets
        expect([cutAfter, isSaid]).toEqual([cutAfter, !isCut])
        const toStart: FakeDisk[] = []
        for (const state of cut.afterPowerCut()) {
          for (const [path, bytes] of untouched) expect([path, state.peek(path) === bytes]).toEqual([path, true])
          const marks = await readMarks(state, paths.marks, device)
          const isMarked = isDeepStrictEqual(marks, newHeads)
          expect([cutAfter, marks]).toEqual([cutAfter, isMarked ? newHeads : oldHeads])
          const names = namesOn(state)
          const sets = await setsOn(state)
          expect([cutAfter, sets]).toEqual([cutAfter, sets.map(() => 'ready')])
          const isThere = sets.length > olderSets
          expect([cutAfter, sets.length, names.filter((name) => name.endsWith('.sha256')).length]).toEqual([
            cutAfter,
            olderSets + (isThere ? 1 : 0),
            sets.length,
          ])
          // What is seen stands on marks, and what is said is seen.
          if (isThere) expect([cutAfter, isMarked]).toEqual([cutAfter, true])
          if (isSaid) expect([cutAfter, isThere]).toEqual([cutAfter, true])
          seen[isThere ? 'whole' : 'none'] += 1
          if (!isMarked) seen.oldMarks += 1
          const isBetween =
            between === undefined &&
            [/\.001$/, /\.002$/, /\.sha256\.partial$/].every((one) => names.some((name) => one.test(name)))
          if (isBetween) between = { files: fresh(state), data: dataAfter(cutAfter) }
          const kind = JSON.stringify([isThere, isMarked, isSaid, endingsOf(names)])
          if (!slow && !isBetween && tried.has(kind)) continue
          tried.add(kind)
          toStart.push(state)
        }
        if (toStart.length > 0) {
          office.core.close()
          const data = dataAfter(cutAfter)
          cpSync(paths.data, data, { recursive: true })
          for (const state of toStart) {
            await plugIn(state, data)
            await goesOn(state, isSaid)
          }
          if (between?.data !== data) rmSync(data, { recursive: true })
          await plugIn(fresh(start.files), start.data)
        }
        if (isCut) continue
        expect(cutAfter).toBeGreaterThan(40)
        break
      }
      if (between === undefined) throw new Error('no cut between the parts and the label')
      return between
    }

    /** An office that was started again on what a cut has left: it exports, and its receiver takes in all there is. */
    const goesOn = async (state: FakeDisk, isSaid: boolean) => {
      expect((await keysOf(office)).device).toBe(device)
      expect(await peopleOf(office)).toEqual([HOA.name])
      expect([isSaid, (await peerOf(office)).exported > said.entries]).toEqual([isSaid, isSaid])
      const before = (await setsOn(state)).length
      const { entries, scans } = await exportTo(office, stick, offices.district)
      expect(scans).toBe(2)
      const { sets } = await district.do<ImportResult>('bundle.preview', { folder: stick })
      expect(sets.map(({ outcome, refusal }) => refusal ?? outcome)).toEqual(
        Array.from({ length: before + 1 }, () => 'ready'),
      )
      expect(sets.map(({ report }) => report?.fresh)).toContain(entries)
      expect(namesOn(state).filter((name) => name.endsWith('.partial'))).toEqual([])
      if (!slow && !isSaid) return
      const there = copyInto(join(root, 'there'), receiving)
      const receiver = await reopened(offices.district, there, day, disk)
      await importFrom(receiver, stick)
      expect([await stageAt(receiver, id), Object.keys(filesOf(there.data)).length]).toEqual(['submitted', 2])
      receiver.core.close()
      rmSync(join(root, 'there'), { recursive: true })
    }

    const interrupted = await cutEverywhere({ files: bare, data: kept }, 0)
    if (slow) {
      // And on a stick with an older set, where a cut export is to be cleared up first.
      for (const name of readdirSync(older))
        interrupted.files.plant(join(folder, name), readFileSync(join(older, name)))
      await plugIn(fresh(interrupted.files), interrupted.data)
      await cutEverywhere(interrupted, 1)
    }
    expect(Object.values(seen).every((count) => count > 0)).toBe(true)
    for (const each of [office, district]) each.core.close()
  },
)

/** A disk with the same on it, where no plug is pulled. */
function fresh(disk: FakeDisk): FakeDisk {
  const [same] = disk.afterPowerCut()
  if (same === undefined) throw new Error('a power cut leaves a disk')
  return same
}

/** The files below a folder that are ours and not SQLite's. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !/^(store|lock)\.db/.test(entry.name) ? [join(entry.parentPath, entry.name)] : [],
  )
}

/** What kinds of files there are, whatever their set and number. */
function endingsOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.replace(/^KN1_.*?\./, '').replace(/\d{3}/, 'n')))].toSorted()
}
