/** Sets that an office keeps until an update can read them, and where they lie. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { addBranch, communeAndDistrict, exportTo, newStick, register } from './journey.ts'
import type { TestOffice } from './office.ts'

/** Where an office keeps them. */
export const laterOf = ({ paths }: TestOffice) => join(paths.data, 'later')

/** An office keeps the set of a folder. Where this build can read it, it plays one that an update has made readable. */
export function keepAt(office: TestOffice, folder: string): void {
  cpSync(folder, join(laterOf(office), 'update'), { recursive: true })
}

/** Two offices, of which the upper one keeps a set that this build can read; a copy lies in `readable`, none on the stick. */
export async function withReadable(root: string) {
  const { commune, district, stick } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await register(commune, unit)
  const readable = newStick(root, 'readable')
  await exportTo(commune, readable, district)
  keepAt(district, readable)
  return { commune, district, stick, unit, id, later: laterOf(district), readable }
}
