/**
 * Scans that an import which broke off has left in their place, without the lines that name them: they are swept after the
 * next start, but never from under the set that is taken in meanwhile.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { reopened, type TestOffice } from '../../support/office.ts'
import { filesOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a set taken in right after a start keeps the scans that an import which broke off had left', async () => {
  const { district, stick, id } = await districtWithScansLeft()
  // Nobody waits for the sweep: whoever unlocks may take in at once.
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 0 } }])
  await district.core.tick()
  expect(filesIn(district)).toHaveLength(2)
  expect(await stageAt(district, id)).toBe('submitted')
})

test('a set looked at right after a start and taken in later keeps its scans as well', async () => {
  const { district, stick } = await districtWithScansLeft()
  expect(await district.do('bundle.preview', { folder: stick })).toMatchObject({ sets: [{ outcome: 'ready' }] })
  await district.core.tick()
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 0 } }])
  expect(filesIn(district)).toHaveLength(2)
})

/** A district just unlocked, with the two scans of a set on the stick in its store and nothing that names them. */
async function districtWithScansLeft(): Promise<{ district: TestOffice; stick: string; id: string }> {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'papers'))
  await exportTo(commune, stick, district)
  for (const office of [commune, district]) office.core.close()
  const failing = await reopened(
    district,
    district.paths,
    '2024-04-01',
    failingLast(join(district.paths.data, 'incoming')),
  )
  expect((await importFrom(failing, stick)).sets).toMatchObject([{ outcome: 'refused' }])
  expect(filesIn(failing)).toHaveLength(2)
  failing.core.close()
  return { district: await reopened(district, district.paths), stick, id }
}

/** A disk that fails when scans have been moved out of this folder, right before their lines are recorded. */
function failingLast(folder: string): Disk {
  return {
    ...nodeDisk,
    fsyncDir: (path) => {
      if (path !== folder) return nodeDisk.fsyncDir(path)
      return Promise.reject(new DiskError({ code: 'DISK_GONE', operation: 'fsyncDir', path, errno: 'EIO' }))
    },
  }
}

function filesIn({ paths }: TestOffice): readonly string[] {
  return Object.keys(filesOf(paths.data)).filter((name) => name.startsWith('scans'))
}
