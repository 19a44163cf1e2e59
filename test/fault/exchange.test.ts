/**
 * Whole offices over a disk that fails at every single operation of an export or an import, in every way a disk can:
 * afterwards there is what was before or what was meant, never a third thing; and the same call goes through once the
 * disk works. Every operation is tried with every fault; an export is made again after one or another of them, and with
 * SLOW=1 after every one. Reads past the cache, on which it rests that a stick may be pulled, fail in a test of their own.
 */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportResult } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  stageAt,
  submittedDossier,
} from '../support/journey.ts'
import { directReads, PIECE } from '../support/direct-reads.ts'
import { faultsEverywhere, faultyDisk, type Fault, type FaultAt, type FaultyDisk } from '../support/faulty-disk.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { stagedIn, pictureOf, type Picture } from '../support/office-picture.ts'
import { copyInto } from '../support/survivors.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = slow ? 3_600_000 : 180_000

/** Of all tests of this file, with the two offices as they are founded. */
const founded = temporaryFolderOfFile()
let made: Promise<Two> | undefined

const FAULTS: readonly FaultAt[] = [
  (at) => ({ at, errno: 'ENOSPC' }),
  (at) => ({ at, errno: 'EIO' }),
  (from) => ({ from, errno: 'ENODEV' }),
  (at) => ({ at, errno: 'EROFS' }),
  (at) => ({ at, errno: 'EFBIG' }),
  (from) => ({ from, errno: 'EIO' }),
  (flipAt) => ({ flipAt }),
]

/** What a carrier or a disk may be said to have done. */
const NAMED =
  /^(B_(NO_SPACE|STICK_GONE|READ_ONLY|TOO_BIG|READBACK|DAMAGED|LABEL|PART_MISSING)|DISK_[A-Z_]+|SCAN_[A-Z_]+|NO_SETS)$/

test(
  'a disk that fails anywhere in an export leaves a whole set or none, and a journal that says which',
  { timeout: LONG },
  async () => {
    const { root, commune, district, id } = await twoOffices()
    commune.core.close()
    const faulty = faultyDisk()
    const office = await reopened(commune, commune.paths, '2024-04-01', faulty.disk)
    const plans = await plansFor(faulty, async () => {
      await exportTo(office, newStick(root, 'probe'))
    })
    let before = await pictureOf(office)
    for (const [operation, fault, isLast] of plans) {
      const stick = newStick(root, `usb-${operation}-${JSON.stringify(fault)}`)
      faulty.plan(fault)
      const answer = await office.core.call('bundle.export', { folder: stick, to: district.id })
      faulty.plan()
      const said = answer.ok ? (answer.value as { sets: unknown[]; stopped: null | { code: string } }) : null
      if (!answer.ok) {
        expect([fault, answer.error.code]).toEqual([fault, expect.stringMatching(NAMED)])
        expect(tablesOf(await pictureOf(office)), JSON.stringify(fault)).toEqual(tablesOf(before))
        // Pulled between the label's name and the answer, the set stands although nobody may say so: then it is whole.
        const isNamed = readdirSync(stick).some((name) => name.endsWith('.sha256'))
        if (isNamed) expect([fault, 'from' in fault, await seenBy(district, stick)]).toEqual([fault, true, ['ready']])
      } else {
        // A fault where nothing depends on it, in clearing up for instance: then the set must stand.
        expect([fault, said?.sets.length, said?.stopped]).toEqual([fault, 1, null])
        expect([fault, await seenBy(district, stick)]).toEqual([fault, ['ready']])
      }
      if (slow || isLast) {
        await exportTo(office, stick, district)
        expect(
          readdirSync(stick).filter((name) => name.endsWith('.partial')),
          JSON.stringify(fault),
        ).toEqual([])
      }
      if (slow || isLast || answer.ok) before = await pictureOf(office)
      rmSync(stick, { recursive: true })
    }
    const stick = newStick(root, 'last')
    await exportTo(office, stick, district)
    expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported' }])
    expect(await stageAt(district, id)).toBe('submitted')
  },
)

test(
  'where a read past the cache fails or a bit is turned there, no set stands and nobody hears that the stick may be pulled',
  { timeout: LONG },
  async () => {
    const { root, commune, district, id } = await twoOffices()
    commune.core.close()
    const { disk, plan, seen } = directReads()
    const office = await reopened(commune, commune.paths, '2024-04-01', disk, 2 * PIECE)
    plan()
    const probe = await exportTo(office, newStick(root, 'probe'))
    expect(probe).toMatchObject({ readBack: 'past-cache', scans: 2 })
    // Two parts at least, of which the first takes two reads, and the label; each of them is read to its end.
    const reads = seen()
    expect(probe.files.length).toBeGreaterThan(2)
    expect(reads).toBeGreaterThan(2 * probe.files.length)
    const before = tablesOf(await pictureOf(office))
    const stick = newStick(root, 'usb')
    for (let at = 1; at <= reads; at += 1)
      for (const [way, code] of [
        ['EIO', 'B_STICK_GONE'],
        ['ENODEV', 'B_STICK_GONE'],
        ['turned', 'B_READBACK'],
      ] as const) {
        plan({ at, way })
        const error = await office.refused('bundle.export', { folder: stick, to: district.id })
        expect([at, way, error.code, readdirSync(stick)]).toEqual([at, way, code, []])
      }
    expect(tablesOf(await pictureOf(office))).toEqual(before)
    plan()
    expect(await exportTo(office, stick, district)).toMatchObject({ readBack: 'past-cache' })
    expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported' }])
    expect(await stageAt(district, id)).toBe('submitted')
    office.core.close()
  },
)

test(
  'a disk that fails anywhere in an import leaves all of it or nothing, and nothing staged',
  { timeout: LONG },
  async () => {
    const { root, commune, district, id } = await twoOffices()
    const stick = newStick(root, 'usb')
    await exportTo(commune, stick, district)
    district.core.close()
    const faulty = faultyDisk()
    let copies = 0
    const copy = async (): Promise<TestOffice> => {
      const paths = copyInto(join(root, `copy-${(copies += 1)}`), district.paths)
      faulty.plan()
      return reopened(district, paths, '2024-04-01', faulty.disk)
    }
    const probe = await copy()
    const plans = await plansFor(faulty, async () => {
      await importFrom(probe, stick)
    })
    probe.core.close()
    let office = await copy()
    let before = await pictureOf(office)
    for (const [operation, fault] of plans) {
      faulty.plan(fault)
      const answer = await office.core.call('bundle.import', { folder: stick })
      faulty.plan()
      const [set] = answer.ok ? (answer.value as ImportResult).sets : []
      const code = answer.ok ? set?.refusal?.code : answer.error.code
      if (set?.outcome === 'imported') {
        expect(await stageAt(office, id), JSON.stringify(fault)).toBe('submitted')
        expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
        office.core.close()
        office = await copy()
        before = await pictureOf(office)
        continue
      }
      expect([operation, fault, code]).toEqual([operation, fault, expect.stringMatching(NAMED)])
      expect(tablesOf(await pictureOf(office)), JSON.stringify(fault)).toEqual(tablesOf(before))
      // A scan that is in its place before the lines that name it is no harm: the next start sweeps it. What is staged
      // goes at once, or, where the disk would not let go of it, with the next start.
      if ('from' in fault && stagedIn(office.paths.data).length > 0) {
        await office.do('session.lock')
        await office.unlock()
      }
      expect([fault, stagedIn(office.paths.data)]).toEqual([fault, []])
    }
    expect((await importFrom(office, stick)).sets).toMatchObject([{ outcome: 'imported' }])
    expect(await stageAt(office, id)).toBe('submitted')
  },
)

async function seenBy(office: TestOffice, stick: string): Promise<readonly string[]> {
  const shown = await office.do<ImportResult>('bundle.preview', { folder: stick })
  return shown.sets.map(({ outcome, refusal }) => refusal?.code ?? outcome)
}

/** Every fault at every place a job goes through; which of them comes last turns from one place to the next. */
async function plansFor(
  faulty: FaultyDisk,
  job: () => Promise<void>,
): Promise<readonly (readonly [place: number, fault: Fault, isLast: boolean])[]> {
  faulty.plan()
  await job()
  const faults = faultsEverywhere(faulty, FAULTS)
  expect([faults.length > 20, faulty.reads() > 3]).toEqual([true, true])
  return faults.flatMap((these, i) => {
    const first = i % these.length
    const turned = [...these.slice(first), ...these.slice(0, first)]
    return turned.map((fault) => [i + 1, fault, fault === turned.at(-1)] as const)
  })
}

function tablesOf(picture: Picture): Picture['tables'] {
  return picture.tables
}

type Two = { readonly root: string; readonly commune: TestOffice; readonly district: TestOffice; readonly id: string }

/** A commune with a dossier to send and its district, copied for this test and open. */
async function twoOffices(): Promise<Two> {
  made ??= foundTwo()
  const { commune, district, id } = await made
  const root = temporaryFolder()
  const open = (office: TestOffice) => reopened(office, copyInto(join(root, office.code), office.paths))
  return { root, commune: await open(commune), district: await open(district), id }
}

async function foundTwo(): Promise<Two> {
  const { commune, district } = await communeAndDistrict(founded)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(founded, 'scans'))
  for (const office of [commune, district]) office.core.close()
  return { root: founded, commune, district, id }
}
