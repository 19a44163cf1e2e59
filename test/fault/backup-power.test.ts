/**
 * The power cut after every single one of our own operations of a backup, on a disk that keeps what is written apart from
 * what is durable: in every state it may leave, each backup that is listed is whole, and those from before are.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listBackups, poolPlace, readManifest } from '../../electron/backup/layout.ts'
import { isWhole } from '../../electron/backup/verify.ts'
import { createFakeDisk, diesDuring, type FakeDisk } from '../support/fake-disk.ts'
import { addBranch, foundCommune, HOA, newStick, submittedDossier } from '../support/journey.ts'
import { reopened } from '../support/office.ts'
import { pluggableDisk } from '../support/pluggable-disk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LONG = { timeout: 180_000 }

test(
  'the power goes after any operation of a backup: what is listed is whole, and no older one is lost',
  LONG,
  async () => {
    const root = temporaryFolder()
    const founded = await foundCommune(root)
    await submittedDossier(founded, await addBranch(founded), HOA, join(root, 'scans'))
    founded.core.close()
    const target = newStick(root, 'sao lưu')
    const home = join(target, 'KetNap-sao-luu-dong-hoa')
    const pluggable = pluggableDisk(target, emptyDisk(target))
    const office = await reopened(founded, founded.paths, '2024-04-01', pluggable.disk)
    // The first backup, which copies scans, and one beside it, which must not touch it.
    let before = emptyDisk(target)
    for (const older of [0, 1]) {
      let states = 0
      for (let cutAfter = 1; ; cutAfter += 1) {
        const [disk = before] = before.afterPowerCut()
        rmSync(join(home, nameOf(older)), { recursive: true, force: true })
        pluggable.plug(disk)
        disk.breakDown({ cutAfter })
        const isCut = await diesDuring(() => office.do('backup.create', { folder: target }))
        const after = disk.afterPowerCut()
        states += after.length
        const listed = await Promise.all(after.map((state) => wholeOnes(state, disk)))
        for (const names of listed) {
          expect([cutAfter, names.slice(0, older)]).toEqual([cutAfter, [nameOf(0)].slice(0, older)])
          expect([cutAfter, names.length <= older + 1]).toEqual([cutAfter, true])
          // A backup stands only on a copy of the store that is on the disk.
          if (names.length > older) expect(pluggable.synced).toContain(join(home, nameOf(older), 'store.db'))
        }
        if (isCut) continue
        // Nobody pulled the plug: whatever happens now, it is there.
        expect(listed.map((names) => names.length)).toEqual(after.map(() => older + 1))
        expect(cutAfter).toBeGreaterThan(20)
        expect(states).toBeGreaterThan(cutAfter)
        before = disk
        break
      }
    }
    office.core.close()

    function nameOf(number: number): string {
      return number === 0 ? '20240401-010000' : `20240401-010000-${number}`
    }

    /** The backups that a restart finds, each with everything it names. */
    async function wholeOnes(state: FakeDisk, disk: FakeDisk): Promise<readonly string[]> {
      const names = await listBackups(state, home)
      for (const name of names) {
        const manifest = await readManifest(state, join(home, name))
        if (!manifest.ok) throw new Error(`${name}: ${manifest.error.code}`)
        const { files, scans } = manifest.value
        expect(scans).toHaveLength(2)
        for (const file of files)
          if (file.name !== 'store.db') expect(await isWhole(state, join(home, name), file)).toBe(true)
        for (const scan of scans) expect(state.peek(poolPlace(home, scan))).toEqual(disk.peek(poolPlace(home, scan)))
      }
      return names
    }
  },
)

function emptyDisk(folder: string): FakeDisk {
  mkdirSync(folder, { recursive: true })
  const disk = createFakeDisk()
  disk.plant(join(folder, 'readme.txt'), Buffer.from('x'))
  return disk
}
