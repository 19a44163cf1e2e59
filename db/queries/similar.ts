/**
 * People who may be the same as one being registered: shown while typing, never refused on a name alone.
 */
import type { SimilarRow } from '../../shared/contract/answers.ts'
import { fold } from '../../shared/text/fold.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/**
 * Cases with the same identity number, or the same name without regard to marks; at most 20.
 * @param birth - day, month or year of birth: those born in another year come last
 */
export function similarCases(
  db: ReadDb,
  name: string,
  birth: string | undefined,
  identityNumber: string | undefined,
): readonly SimilarRow[] {
  const year = birth === undefined ? null : Number(birth.slice(0, 4))
  return prepared<SimilarRow>(
    db,
    `SELECT c.case_id AS "case", c.name, c.birth, u.name AS unitName, c.stage, c.ended,
       (c.identity_number IS NOT NULL AND c.identity_number = :number) AS sameNumber
     FROM cases c LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.folded = :folded OR (:number IS NOT NULL AND c.identity_number = :number)
     ORDER BY sameNumber DESC, (:year IS NOT NULL AND c.birth_year IS NOT :year), c.sort_key, c.case_id LIMIT 20`,
  )
    .all({ number: identityNumber ?? null, folded: fold(name), year })
    .map((row) => ({ ...row, ended: Boolean(row.ended), sameNumber: Boolean(row.sameNumber) }))
}
