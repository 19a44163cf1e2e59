/** Offices between which cases go: two communes under one district, of which the one may be merged into the other. */
import type { Capacity } from '../../shared/model/codes.ts'
import { succeedOffice } from '../../shared/commands/index.ts'
import {
  COMMUNE,
  DISTRICT,
  linesOf,
  openDesk,
  pairWith,
  TOWN,
  valueOf,
  type Desk,
  type DeskOptions,
} from './journal-kit.ts'
import { deliver, exchange, packFor, takeIn } from './journal-parcels.ts'

/** A move as it is proposed, and then made. */
export const move = { reason: 'transfer', on: '2024-01-15' }

/** Two communes and the district above both; `west`: a branch of the town. */
export type Offices = { readonly commune: Desk; readonly town: Desk; readonly district: Desk; readonly west: string }

/** Two communes and the district above both; the town has a branch of its own. @param capacities - of the district */
export function threeOffices(capacities: readonly Capacity[] = ['decides']): Offices {
  const commune = openDesk({ office: COMMUNE })
  const town = openDesk({ office: TOWN, seed: 'town' })
  const district = openDesk({ office: DISTRICT, capacities })
  const { unit: west = '' } = valueOf(town.do('unit.add', { name: 'Chi bộ khu phố Tây', type: 'branch' }))
  for (const lower of [commune, town]) {
    pairWith(lower, DISTRICT, 'superior')
    pairWith(district, lower.office, 'subordinate')
  }
  exchange(commune, district)
  exchange(town, district)
  return { commune, town, district, west }
}

/**
 * An office that comes under a district which works already and hears of its branch; by default the town.
 * @param name - of the branch
 */
export function pairedBelow(
  district: Desk,
  options: DeskOptions = { office: TOWN, seed: 'town' },
  name = 'Chi bộ khu phố Tây',
): { readonly lower: Desk; readonly branch: string } {
  const lower = openDesk(options)
  const { unit: branch = '' } = valueOf(lower.do('unit.add', { name, type: 'branch' }))
  pairWith(lower, DISTRICT, 'superior')
  pairWith(district, lower.office, 'subordinate')
  exchange(lower, district)
  return { lower, branch }
}

/** The keeper proposes to give a case to a unit of another and the district does so; nobody has heard of that yet. */
export function give({ district }: Pick<Offices, 'district'>, id: string, from: Desk, unit: string): void {
  from.do('case.proposeMove', { case: id, destination: 'Nơi khác', ...move })
  exchange(from, district)
  district.do('case.handOver', { cases: [id], unit, ...move })
}

/** The same, and all hear of it. */
export function transfer(offices: Omit<Offices, 'west'>, id: string, from: Desk, unit: string): void {
  const { commune, town, district } = offices
  give(offices, id, from, unit)
  exchange(commune, district)
  exchange(town, district)
}

/** The commune is merged into the town and gives it everything; the town and the district hear of it. */
export function merge({ commune, town, district }: Omit<Offices, 'west'>): void {
  pairWith(commune, TOWN, 'successor')
  pairWith(town, COMMUNE, 'predecessor')
  commune.do(succeedOffice, { on: move.on, reason: 'Nghị quyết số 12', to: TOWN })
  const given = [...linesOf(commune)].filter(([channel]) => channel.startsWith(COMMUNE))
  deliver(
    town,
    COMMUNE,
    given.map(([channel, lines]) => ({ channel, lines })),
  )
  takeIn(district, packFor(commune, DISTRICT))
  exchange(town, district)
}
