/** Receipts on sticks that die: written once more for the same offices, and again for who shows it has not heard. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportTo,
  foundCommune,
  importFrom,
  newStick,
  register,
} from '../../support/journey.ts'
import { pair, reopened, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('two receipts are written twice, and told by the second stick where the first is lost', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const other = await foundCommune(root, 'ba-sao', 'Đảng ủy xã Ba Sao')
  await pair(other, district)
  for (const office of [commune, other]) {
    await addBranch(office)
    await carry(root, office, district)
  }
  const first = await district.do<ExportAnswer>('bundle.export', { folder: newStick(root, 'lost') })
  expect(Object.fromEntries(first.sets.map(({ to, kind }) => [to, kind]))).toEqual({
    [commune.id]: 'ack',
    [other.id]: 'ack',
  })
  await expectNothingFor(root, district)
  const copy = newStick(root, 'copy')
  const second = await district.do<ExportAnswer>('bundle.export', { folder: copy, to: first.sets.map(({ to }) => to) })
  expect(second.sets.map(({ to, kind }) => [to, kind])).toEqual(first.sets.map(({ to, kind }) => [to, kind]))
  for (const office of [commune, other]) {
    expect((await importFrom(office, copy)).sets).toContainEqual(expect.objectContaining({ outcome: 'imported' }))
    await expectNothingFor(root, office)
  }
  await expectNothingFor(root, district)

  // A stick, or the computer's own disk, that is full after the first of two: that one is named as written, the other waits
  // for the next stick.
  district.core.close()
  for (const [name, folder, code] of [
    ['usb', join(root, 'usb'), 'B_NO_SPACE'],
    ['own', district.paths.marks, 'DISK_FULL'],
  ] as const) {
    const stick = newStick(root, name)
    const again = await reopened(district, district.paths, '2024-04-01', fullAfterOneSet(stick, folder))
    for (const office of [commune, other]) {
      await addBranch(office, `Chi bộ ${name}`)
      await carry(root, office, again)
    }
    const stopped = await again.do<ExportAnswer>('bundle.export', { folder: stick })
    expect(stopped).toMatchObject({ folder: stick, sets: [{ kind: 'ack' }], stopped: { code } })
    const [written] = stopped.sets
    const remains = [commune, other].filter(({ id }) => id !== written?.to)
    expect(stopped.left).toEqual(remains.map((office) => ({ office: office.id, name: office.name })))
    expect(readdirSync(stick)).toEqual(written?.files.toSorted())
    for (const file of readdirSync(stick)) rmSync(join(stick, file))
    const left = await again.do<ExportAnswer>('bundle.export', { folder: newStick(root, `next-${name}`) })
    expect(left).toMatchObject({ stopped: null, sets: [{ kind: 'ack' }] })
    expect([stopped, left].flatMap(({ sets }) => sets.map(({ to }) => to)).toSorted()).toEqual(
      [commune.id, other.id].toSorted(),
    )
    again.core.close()
  }
  const again = await reopened(district, district.paths)
  const nobody = { folder: copy, to: [commune.id, 'nobody'] }
  expect(await again.refused('bundle.export', nobody)).toEqual({ code: 'PEER_UNKNOWN', data: { office: 'nobody' } })
})

test('who sends again what is held has not heard so, and is answered once more; a receipt is never answered', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  const [one, two] = [newStick(root, 'one'), newStick(root, 'two')]
  await exportTo(commune, one)
  await importFrom(district, one)
  await exportTo(district, newStick(root, 'lost'))
  await expectNothingFor(root, district)
  await exportTo(commune, two)
  expect((await importFrom(district, two)).sets).toMatchObject([{ outcome: 'already' }])
  const answer = newStick(root, 'answer')
  expect(await exportTo(district, answer)).toMatchObject({ to: commune.id, kind: 'ack' })
  await importFrom(commune, answer)
  // The very same set once more says nothing new of what they have heard.
  await importFrom(district, two)
  await expectNothingFor(root, commune)
  await expectNothingFor(root, district)
})

/** A disk that has no room left in a folder once a first set lies whole on the stick. */
function fullAfterOneSet(stick: string, folder: string): Disk {
  const isFull = (path: string) =>
    path.startsWith(folder) && readdirSync(stick).some((name) => name.endsWith('.sha256'))
  return {
    ...nodeDisk,
    statfs: async (path) => ({ ...(await nodeDisk.statfs(path)), ...(isFull(path) ? { free: 0 } : {}) }),
    open: async (path, mode) => {
      if (mode === 'create' && isFull(path))
        throw new DiskError({ code: 'DISK_FULL', operation: 'open', path, errno: 'ENOSPC' })
      return nodeDisk.open(path, mode)
    },
  }
}

let asked = 0

async function expectNothingFor(root: string, office: TestOffice): Promise<void> {
  const folder = newStick(root, `nothing-${(asked += 1)}`)
  expect(await office.refused('bundle.export', { folder })).toMatchObject({ code: 'NOTHING_TO_EXPORT' })
}
