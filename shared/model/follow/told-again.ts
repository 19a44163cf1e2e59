/**
 * What was recorded of a unit while its office kept it on paper is told to that unit's own office once it is paired, by
 * value and in entries of their own. Our office then holds both: here what was told counts, and what it tells again does
 * not. Ticks do not order the two, since what is told never names what stayed here.
 */
import { canonicalJson, type Json } from '../../base/canonical.ts'
import { trusted } from '../../base/trust.ts'
import { typed, type Item } from '../../journal/item.ts'

/**
 * The items of a thing that one entry tells whole: those told to another office, taken back or not, else those kept here.
 * What was told and taken back does not come back as what it was before.
 */
export function asTold(items: readonly Item[]): readonly Item[] {
  const told = items.filter(({ audience }) => audience !== 'own')
  return told.length === 0 ? items : told
}

/** What of an inspection was told again. */
export type ToldAgain = {
  /** True for an entry kept here that one told to another office repeats. */
  readonly covers: (item: Item) => boolean
  /** The finding as it was told, for the id of one kept here or told. */
  readonly findingOf: (id: string) => string
}

/** @param items - the applied items of one inspection, in any order */
export function toldAgain(items: readonly Item[]): ToldAgain {
  const told = new Map<string, { readonly id: string; readonly acts: Set<string> }>()
  const kinds = new Set<string>()
  const kept = new Map<string, string>()
  for (const item of items) {
    const fact = typed(item)
    if (item.audience !== 'own') kinds.add(fact.kind)
    if (fact.kind !== 'inspection.found') continue
    const { before, ...finding } = fact.payload
    const content = textOf(finding)
    if (item.audience === 'own') {
      kept.set(item.entry.id, content)
      continue
    }
    const known = told.get(content) ?? { id: item.entry.id, acts: new Set<string>() }
    for (const act of [...(before?.mendings ?? []), ...(before?.checks ?? [])]) known.acts.add(textOf(act))
    told.set(content, known)
  }
  const of = (id: string) => {
    const content = kept.get(id)
    return content === undefined ? undefined : told.get(content)
  }
  return {
    findingOf: (id) => of(id)?.id ?? id,
    covers: (item) => {
      if (item.audience !== 'own') return false
      const fact = typed(item)
      switch (fact.kind) {
        case 'inspection.planned':
        case 'inspection.concluded':
          return kinds.has(fact.kind)
        case 'inspection.found':
          return of(item.entry.id) !== undefined
        case 'inspection.mended': {
          const { finding, onPaper: _onPaper, ...act } = fact.payload
          return of(finding)?.acts.has(textOf(act)) === true
        }
        case 'inspection.checked': {
          const { finding, ...act } = fact.payload
          return of(finding)?.acts.has(textOf(act)) === true
        }
        default:
          return false
      }
    },
  }
}

function textOf(value: object): string {
  return canonicalJson(trusted<Json>(value))
}
