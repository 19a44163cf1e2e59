/**
 * Offices killed with SIGKILL while the bytes of a large scan travel: at random moments of a running export and of a running
 * import, in the middle of whatever they do then. Afterwards there is a whole set or none and all of an import or nothing,
 * what was staged is gone with the next start, and the same goes through. A few moments in the gate, many with SLOW=1.
 */
import { randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportResult } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  dossierWithLargeScan,
  exportTo,
  HOA,
  importFrom,
  newStick,
  stageAt,
} from '../support/journey.ts'
import { startOffice } from '../support/killable-office.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { filesOf, stagedIn } from '../support/office-picture.ts'
import { copyInto, peopleOf } from '../support/survivors.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { Paths } from '../../electron/paths.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 3_600_000 : 180_000 }
/** As many of each job have to be in time. */
const KILLS = slow ? 100 : 1

/** Of the scan: it takes some dozens of pieces to write, read back, check and read. */
const BYTES = 24 * 1024 * 1024

/** How often a kill was in time, by job. */
type Killed = { writing: number; reading: number }

test(
  'killed while the bytes of a large scan travel, there is all or nothing, and the same goes through',
  LONG,
  async () => {
    const { root, commune, district, id } = await twoOffices()
    const killed: Killed = { writing: 0, reading: 0 }
    for (let round = 0; killed.writing < KILLS || killed.reading < KILLS; round += 1) {
      if (round === KILLS * 10) expect.fail(`too few kills were in time: ${JSON.stringify(killed)}`)
      const folder = mkdtempSync(join(root, 'round-'))
      const stick = newStick(folder, 'usb')
      const there = copyInto(join(folder, 'district'), district.paths)

      const writing = await killDuring(commune.paths, ['write', 'read-back'], 'bundle.export', { folder: stick })
      if (writing.answer === null) killed.writing += 1
      const seer = await reopened(district, there)
      const seen = await seenBy(seer, stick)
      seer.core.close()
      expect([writing, seen]).toEqual([writing, expect.stringMatching(writing.answer === null ? ANY : /^ready$/)])
      const sender = await reopened(commune, commune.paths)
      expect(await peopleOf(sender)).toEqual([HOA.name])
      if (seen !== 'ready') await exportTo(sender, stick, district)
      sender.core.close()
      expect([writing, readdirSync(stick).filter((name) => name.endsWith('.partial'))]).toEqual([writing, []])

      const reading = await killDuring(there, ['check', 'read'], 'bundle.import', { folder: stick })
      if (reading.answer === null) killed.reading += 1
      const taker = await reopened(district, there)
      const isIn = (await peopleOf(taker)).length > 0
      if (reading.answer !== null) expect(isIn).toBe(true)
      expect([reading, stagedIn(there.data)]).toEqual([reading, []])
      const { sets } = await importFrom(taker, stick)
      expect([reading, sets.map(({ outcome }) => outcome)]).toEqual([reading, [isIn ? 'already' : 'imported']])
      expect(await stageAt(taker, id)).toBe('submitted')
      await taker.core.tick()
      expect(Object.keys(filesOf(there.data))).toHaveLength(1)
      taker.core.close()
      rmSync(folder, { recursive: true })
    }
  },
)

/** What a stick may show when an export was killed: no set, a whole one, or one that says itself that it is not. */
const ANY = /^(NO_SETS|ready|B_LABEL)$/

/**
 * Kills an office in one of these phases of a job, as soon as it tells of a share of the bytes drawn by chance.
 * @returns when, and what the job answered: null unless the kill came too late
 */
async function killDuring(paths: Paths, phases: readonly string[], name: string, input: object) {
  const phase = phases[randomInt(phases.length)] ?? ''
  const share = randomInt(95) / 100
  const child = await startOffice(paths)
  const isThere = (told: Progress) => told.phase === phase && told.done >= share * told.total
  const answered = await child.killOnce((progress) => isThere(progress as Progress), name, input)
  if (answered !== null) expect([phase, share, answered.answer]).toMatchObject([phase, share, { ok: true }])
  return { phase, share, answer: answered === null ? null : answered.answer.ok }
}

type Progress = { readonly phase: string; readonly done: number; readonly total: number }

async function seenBy(office: TestOffice, stick: string): Promise<string> {
  const seen = await office.core.call('bundle.preview', { folder: stick })
  if (!seen.ok) return seen.error.code
  return (seen.value as ImportResult).sets.map(({ outcome, refusal }) => refusal?.code ?? outcome).join()
}

async function twoOffices(): Promise<{ root: string; commune: TestOffice; district: TestOffice; id: string }> {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await dossierWithLargeScan(commune, await addBranch(commune), root, BYTES)
  for (const office of [commune, district]) office.core.close()
  return { root, commune, district, id }
}
