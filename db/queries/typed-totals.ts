/**
 * What stands behind a number of a year before the program: nobody by name, but who typed it, when, and of which parts.
 */
import type { TypedRow } from '../../shared/contract/reports.ts'
import { foldTotals } from '../../shared/model/target.ts'
import type { Place } from '../../shared/reports/tree.ts'
import { itemsAbout } from '../journal.ts'
import { loadOffice, loadPeers } from '../load.ts'
import type { ReadDb } from '../transaction.ts'
import { laidFacts } from './report-facts.ts'
import { placeAt } from './reports.ts'

/** The totals of new members typed of a year for a place, and for those below it, in the order of the house. */
export function typedOf(db: ReadDb, year: number, at: string | undefined): readonly TypedRow[] {
  const laid = laidFacts(db, { standings: false, members: false })
  const place = laid === null ? null : placeAt(laid, at)
  if (laid === null || place === null) return []
  const typed = new Set(laid.facts.totals.filter((total) => total.year === year).map(({ owner }) => owner))
  const self = loadOffice(db)
  const names = new Map([
    ...loadPeers(db).map(({ id, peer }) => [id, peer.name] as const),
    ...(self === null ? [] : [[self.id, self.profile.name] as const]),
  ])
  return [...placesFrom(place)].flatMap(({ id, name, owners }) =>
    owners
      .filter((owner) => typed.has(owner))
      .flatMap((owner) => foldTotals(owner, itemsAbout(db, 'target', owner)))
      .flatMap(({ year: of, admitted, office, actor, at: when }) =>
        of === year && admitted !== null
          ? [{ id, name, admitted, officeName: names.get(office) ?? '', actor, at: when }]
          : [],
      ),
  )
}

function* placesFrom(place: Place): Generator<Place> {
  yield place
  for (const child of place.children) yield* placesFrom(child)
}
