/**
 * Where a person was on a day: what was done and numbered then stays with the unit and the office of that day.
 */
import { inOrder, typed, type Item } from '../../journal/item.ts'
import type { CaseState } from '../case-state.ts'
import type { HandOver } from '../hand-over.ts'
import type { Act } from './act.ts'

/** Where a person was on a day. */
export type Whereabouts = { readonly unit: string; readonly keeper: string }

/** A change of keeper; `unitBefore`: of the person until then, null where that was never told here. */
export type Move = Omit<Act<HandOver>, 'unitBefore'> & { readonly unitBefore: string | null }

/**
 * The unit and office of a person on a day. Only a transfer or a split changes them: when a unit gets an office of its own,
 * or another takes its place, its people have been that unit's all along.
 */
export function whereOn(day: string, state: Pick<CaseState, 'unit' | 'keeper' | 'moves'>): Whereabouts {
  const now = { unit: state.unit, keeper: state.keeper }
  const away = state.moves.find(({ on, reason }) => on > day && (reason === 'transfer' || reason === 'split'))
  if (away === undefined) return now
  return { unit: away.unitBefore ?? now.unit, keeper: away.from }
}

/**
 * The unit that the office before a move had the person in.
 * @param items - the items of the case that count, in any order
 */
export function unitBefore(
  { entry, from }: Pick<Act<HandOver>, 'entry' | 'from'>,
  items: readonly Item[],
): string | null {
  let unit: string | null = null
  for (const item of inOrder(items)) {
    const fact = typed(item)
    if (fact.kind === 'case.handedOver') {
      const { unitBefore: told, snapshot } = fact.payload
      if (item.entry.id === entry) return told ?? unit ?? snapshot?.unit.id ?? null
      if (fact.payload.to === from) ({ unit } = fact.payload)
      continue
    }
    if (item.office !== from) continue
    switch (fact.kind) {
      case 'candidate.registered':
      case 'case.takenOver':
      case 'candidate.listed':
        ;({ unit } = fact.payload)
        break
      case 'candidate.corrected':
        unit = fact.payload.unit ?? unit
        break
      case 'dossier.submitted':
        unit = fact.payload.snapshot.unit.id
        break
      default:
        break
    }
  }
  return unit
}
