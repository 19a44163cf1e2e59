/**
 * What stands behind a number of a year before the program: nobody by name, but who typed it, when, and of which parts.
 */
import type { TypedRow } from '../../shared/contract/reports.ts'
import { foldTotals } from '../../shared/model/target.ts'
import { typedParts } from '../../shared/reports/targets.ts'
import { itemsAbout } from '../journal.ts'
import { loadOffice, loadPeers } from '../load.ts'
import type { ReadDb } from '../transaction.ts'
import { laidFacts } from './report-facts.ts'
import { placeAt } from './reports.ts'

/** The typed totals that a place's number of new members of a year is made of, in the order of the house. */
export function typedOf(db: ReadDb, year: number, at: string | undefined): readonly TypedRow[] {
  const laid = laidFacts(db, { standings: false, members: false })
  const place = laid === null ? null : placeAt(laid, at)
  if (laid === null || place === null) return []
  const facts = { ...laid.facts, tree: laid.tree, admissions: laid.admissions }
  const asked = { year, upTo: `${year}-12-31`, membersOn: `${year - 1}-12-31` }
  const self = loadOffice(db)
  const names = new Map([
    ...loadPeers(db).map(({ id, peer }) => [id, peer.name] as const),
    ...(self === null ? [] : [[self.id, self.profile.name] as const]),
  ])
  return typedParts(facts, asked, place).flatMap(({ place: { id, name }, owner }) =>
    foldTotals(owner, itemsAbout(db, 'target', owner)).flatMap(({ year: of, admitted, office, actor, at: when }) =>
      of === year && admitted !== null
        ? [{ id, name, admitted, officeName: names.get(office) ?? '', actor, at: when }]
        : [],
    ),
  )
}
