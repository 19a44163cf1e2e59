/**
 * The rows of lists for a spreadsheet: everything a filter finds, not one window of it; at most 20 000 rows.
 */
import type { MovingCase, SearchFilter } from '../../shared/contract/answers.ts'
import type { CandidateListRow, ListRows } from '../../shared/documents/lists.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { foldMember } from '../../shared/model/office-state.ts'
import { itemsAbout } from '../journal.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { homeView } from './home.ts'
import { listUnits } from './house.ts'
import { searchCases } from './search.ts'

const MOST = 20_000
const WINDOW = 200

type Extra = Omit<CandidateListRow, keyof ReturnType<typeof searchCases>['rows'][number]>

/** Every person a filter finds, in the order of names. */
export function candidateList(db: ReadDb, filter: SearchFilter, today: string): readonly CandidateListRow[] {
  const rows: CandidateListRow[] = []
  for (let offset = 0; offset < MOST; offset += WINDOW) {
    const { rows: found } = searchCases(db, { ...filter, limit: WINDOW, offset }, today)
    for (const row of found) {
      const extra = prepared<Extra>(
        db,
        `SELECT ethnicity, religion, education, qualification, occupation, identity_number AS identityNumber,
           decision_number AS decisionNumber FROM cases WHERE case_id = ?`,
      ).get(row.case)
      if (extra !== undefined) rows.push({ ...row, ...extra })
    }
    if (found.length < WINDOW) break
  }
  return rows
}

/** Every member of the register, or of one unit, by name. */
export function memberList(db: ReadDb, unit: string | undefined): ListRows['members'] {
  return prepared<{ id: string; helps: number; unitName: string | null }>(
    db,
    `SELECT m.member_id AS id, u.name AS unitName,
       (SELECT count(*) FROM cases c WHERE c.helper_id = m.member_id AND c.ended = 0) AS helps
     FROM members m LEFT JOIN units u ON u.unit_id = m.unit_id
     WHERE :unit IS NULL OR m.unit_id = :unit ORDER BY m.sort_key, m.member_id LIMIT 20000`,
  )
    .all({ unit: unit ?? null })
    .flatMap(({ id, helps, unitName }) => {
      const state = foldMember(id, itemsAbout(db, 'member', id))
      return state === null ? [] : [{ id, member: state.member, helps, unitName }]
    })
}

/** Every unit, by name. */
export function unitList(db: ReadDb): ListRows['units'] {
  return listUnits(db)
}

/** The monthly reviews of every unit: by month, the newest first, then by unit. */
export function reviewsList(db: ReadDb): ListRows['reviews'] {
  return listUnits(db)
    .flatMap(({ unit, reviews }) => reviews.map((review) => ({ unit: unit.name, review })))
    .sort((a, b) => (a.review.month > b.review.month ? -1 : a.review.month < b.review.month ? 1 : 0))
}

/** Everybody put forward for a class, by class and name. */
export function nominationList(db: ReadDb, unit: string | undefined): ListRows['nominations'] {
  return prepared<ListRows['nominations'][number]>(
    db,
    `SELECT c.name, c.birth, c.sex, u.name AS unitName, c.nominated_for AS class, c.nominated_on AS nominatedOn
     FROM cases c LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.nominated_for IS NOT NULL AND c.ended = 0 AND (:unit IS NULL OR c.unit_id = :unit)
     ORDER BY c.nominated_for, c.sort_key, c.case_id LIMIT 20000`,
  ).all({ unit: unit ?? null })
}

/** What there is to do, as on the home page. */
export function homeList(db: ReadDb, judging: Judging): readonly MovingCase[] {
  return homeView(db, judging)?.cases ?? []
}
