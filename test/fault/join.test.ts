/**
 * A computer that joins an office on a disk that fails, at moments spread over the whole: it has joined or it has not, what
 * it asked with is kept until it has, and the same stick takes it in once the disk works. SLOW=1 tries every operation.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathsOf } from '../../electron/paths.ts'
import { addBranch, foundCommune, HOA, newStick, submittedDossier } from '../support/journey.ts'
import { faultsEverywhere, faultyDisk, type FaultAt } from '../support/faulty-disk.ts'
import { coreAt, PASSPHRASE, succeed } from '../support/office.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'

const FAULTS: readonly FaultAt[] = [
  (at) => ({ at, errno: 'ENOSPC' }),
  (from) => ({ from, errno: 'ENODEV' }),
  (at) => ({ at, errno: 'EIO' }),
  (flipAt) => ({ flipAt }),
]

test(
  'a disk that fails while a computer joins leaves it joined or not, and the same stick serves again',
  { timeout: slow ? 1_800_000 : 60_000 },
  async () => {
    const root = temporaryFolder()
    const commune = await foundCommune(root)
    const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
    const stick = newStick(root)
    const faulty = faultyDisk()
    const paths = pathsOf(join(root, 'second', 'data'), join(root, 'second', 'marks'))
    const core = coreAt(paths, { today: '2024-04-01' }, faulty.disk)
    const asked = await succeed<{ card: string; digits: string }>(
      core.call('device.ask', { name: 'Máy hai', passphrase: PASSPHRASE, folder: stick }),
    )
    const { digits } = await commune.do<{ digits: string }>('device.enrol', {
      card: asked.card,
      digits: asked.digits,
      folder: stick,
    })
    const kept = join(root, 'asking.json')
    const asking = join(paths.marks, 'asking.json')
    copyFileSync(asking, kept)
    const input = { folder: stick, digits, login: 'vanthu', passphrase: PASSPHRASE }
    const again = () => {
      core.close()
      rmSync(paths.data, { recursive: true, force: true })
      copyFileSync(kept, asking)
    }
    faulty.plan()
    await succeed(core.call('device.join', input))
    const all = faultsEverywhere(faulty, FAULTS)
    const reads = faulty.reads()
    expect([all.length > 30, reads > 5]).toEqual([true, true])
    const some = [0.1, 0.35, 0.6, 0.95, 1].map((part, i) => all[Math.ceil(all.length * part) - 1]?.[i % 3] ?? [])
    const turned = [0.3, 0.8].map((part) => ({ flipAt: Math.ceil(reads * part) }))
    for (const fault of slow ? all.flat() : [...some.flat(), ...turned]) {
      again()
      faulty.plan(fault)
      const answer = await core.call('device.join', input)
      faulty.plan()
      if (!answer.ok) {
        expect([fault, answer.error.code]).toEqual([
          fault,
          // A bit of the vault or of what it asked with that is read wrong cannot be told from a passphrase that does not fit.
          expect.stringMatching(
            'flipAt' in fault
              ? /^(DISK_|SCAN_|B_|VAULT_|ENROLMENT_NOT_FOUND|DEVICE_NOT_ASKED|DEVICE_PASSPHRASE_DIFFERS|STORE_)/
              : /^(DISK_|SCAN_|B_|VAULT_DISK|ENROLMENT_NOT_FOUND|DEVICE_NOT_ASKED|STORE_)/,
          ),
        ])
        expect([fault, existsSync(asking)]).toEqual([fault, true])
        // Renamed into place and then failed: it has joined, whatever was answered.
        if (!existsSync(join(paths.data, 'vault.json'))) await succeed(core.call('device.join', input))
      }
      await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
      expect([fault, await succeed(core.call('case.get', { case: id }))]).toMatchObject([fault, { stage: 'submitted' }])
      expect([fault, await succeed(core.call('journal.health', { deep: true }))]).toMatchObject([
        fault,
        { tables: 'equal' },
      ])
    }
    core.close()
  },
)
