/**
 * The stick on Fridays: the commune writes a set, the district takes it in; on the way back the same the other way. Each
 * set stays in a folder of its own under usb/, as it was written.
 */
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Exported, ImportResult } from '../../shared/contract/exchange.ts'
import type { Story } from './story.ts'
import type { DemoOffice, World } from './world.ts'

/** The commune's clerk takes the stick to the district. */
export async function carryUp({ world }: Story): Promise<void> {
  await carry(world, world.commune, world.district, 'up')
}

/** The stick comes back with the district's answer. */
export async function carryDown({ world }: Story): Promise<void> {
  await carry(world, world.district, world.commune, 'down')
}

async function carry(world: World, from: DemoOffice, to: DemoOffice, direction: 'up' | 'down'): Promise<void> {
  const number = 1 + world.sets.filter(({ from: code }) => code === from.plan.code).length
  const folder = join(world.out, 'usb', `${direction}-${number}`)
  mkdirSync(folder, { recursive: true })
  const { sets } = await from.call<{ readonly sets: readonly Exported[] }>('bundle.export', {
    to: to.plan.code,
    folder,
  })
  const [written] = sets
  if (written === undefined || sets.length !== 1) throw new Error(`${from.plan.name} wrote ${sets.length} sets`)
  const taken = await to.call<ImportResult>('bundle.import', { folder })
  const [outcome] = taken.sets
  const report = outcome?.report
  const whole = outcome?.outcome === 'imported' && outcome.scans.missing === 0 && outcome.scans.quarantined.length === 0
  if (!whole || !report || report.fresh !== written.entries || report.held.length > 0 || report.waiting > 0)
    throw new Error(`${to.plan.name} did not take in ${direction}-${number}: ${JSON.stringify(taken)}`)
  const received = world.received[to.plan.code] ?? {}
  for (const [kind, count] of Object.entries(report.kinds)) received[kind] = (received[kind] ?? 0) + count
  world.sets.push({
    id: written.id,
    from: from.plan.code,
    to: to.plan.code,
    entries: written.entries,
    scans: written.scans,
    bytes: written.bytes,
    folder: relative(world.out, folder).replaceAll('\\', '/'),
    day: world.today(),
  })
  if (written.entries === 0 && direction === 'down') return
  const scans = written.scans === 0 ? '' : `, ${written.scans} bản chụp`
  world.tell(`Gói ${direction}-${number}: ${from.plan.name} → ${to.plan.name}, ${written.entries} dòng${scans}.`)
}
