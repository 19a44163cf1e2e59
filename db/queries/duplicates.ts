/**
 * People who stand on record twice (C39): by identity number, or by name and whole date of birth in different branches;
 * without those a person has looked at and judged, which are remembered and shown apart.
 */
import type { DuplicateGroup, DuplicateList, DuplicatePerson, JudgedPair } from '../../shared/contract/meetings.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** Groups of people on record twice that are looked at: more than anybody sorts out in a day. */
const MOST_GROUPS = 200

/** Judgements shown, the newest first. */
const MOST_JUDGED = 200

type PersonRow = Omit<DuplicatePerson, 'ended' | 'own'> & {
  readonly unit: string
  readonly keeper: string
  readonly folded: string
  readonly number: string | null
  readonly ended: number
}

const PEOPLE = `SELECT c.case_id AS "case", c.name, c.birth, c.stage, c.unit_id AS unit, u.name AS unitName, c.keeper,
  c.folded, c.identity_number AS number, c.ended FROM cases c LEFT JOIN units u ON u.unit_id = c.unit_id`

/** A group as the findings of the office name it. */
export type Alike = { readonly by: 'number' | 'name'; readonly key: string; readonly people: readonly PersonRow[] }

/** Everybody who stands on record twice and was not judged. */
export function peopleAlike(db: ReadDb): readonly Alike[] {
  const groups = [...sameNumber(db), ...sameName(db)]
  if (groups.length === 0) return []
  const judged = judgedOf(db)
  return groups.flatMap((group) => {
    const people = group.people.filter((one) =>
      group.people.some((other) => other.case !== one.case && !judged.has(`${one.case} ${other.case}`)),
    )
    return people.length < 2 ? [] : [{ ...group, people }]
  })
}

/** Who may be the same, and who was judged. @param self - our office */
export function duplicateList(db: ReadDb, self: string): DuplicateList {
  const open = peopleAlike(db).map(({ by, key, people }): DuplicateGroup => ({
    by,
    key,
    people: people.map((one) => personOf(one, self)),
  }))
  const rows = prepared<Pick<JudgedPair, 'judgement' | 'note' | 'by' | 'at'> & { first: string; second: string }>(
    db,
    `SELECT case_id AS first, other_id AS second, judgement, note, judged_by AS "by", at FROM duplicates
     WHERE case_id < other_id ORDER BY at DESC, case_id LIMIT ${MOST_JUDGED}`,
  ).all()
  const person = prepared<PersonRow>(db, `${PEOPLE} WHERE c.case_id = ?`)
  const judged = rows.flatMap(({ first, second, ...rest }): readonly JudgedPair[] => {
    const one = person.get(first)
    const other = person.get(second)
    if (one === undefined || other === undefined) return []
    return [{ ...rest, first: personOf(one, self), second: personOf(other, self) }]
  })
  return { open, judged }
}

function personOf({ unit: _unit, keeper, folded: _folded, number: _number, ended, ...row }: PersonRow, self: string) {
  return { ...row, ended: ended === 1, own: keeper === self }
}

function judgedOf(db: ReadDb): ReadonlySet<string> {
  const rows = prepared<{ first: string; second: string }>(
    db,
    'SELECT case_id AS first, other_id AS second FROM duplicates',
  ).all()
  return new Set(rows.flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]))
}

/** C39 by number. Somebody who was on record before, under the same name, is nobody else. */
function sameNumber(db: ReadDb): readonly Alike[] {
  return prepared<{ number: string }>(
    db,
    `SELECT identity_number AS number FROM cases INDEXED BY cases_by_identity WHERE identity_number IS NOT NULL
     GROUP BY identity_number HAVING count(*) > 1 LIMIT ${MOST_GROUPS}`,
  )
    .all()
    .flatMap(({ number }) => {
      const rows = prepared<PersonRow>(db, `${PEOPLE} WHERE c.identity_number = ? ORDER BY c.case_id`).all(number)
      const isSame = new Set(rows.map(({ folded }) => folded)).size === 1
      return group('number', number, isSame ? rows.filter(({ ended }) => ended === 0) : rows)
    })
}

/** C39 by name and whole date of birth, in different branches; two numbers make two people. */
function sameName(db: ReadDb): readonly Alike[] {
  return prepared<{ folded: string; birth: string }>(
    db,
    `SELECT folded, birth FROM cases INDEXED BY cases_by_folded WHERE length(birth) = 10
     GROUP BY folded, birth HAVING count(DISTINCT unit_id) > 1 LIMIT ${MOST_GROUPS}`,
  )
    .all()
    .flatMap(({ folded, birth }) => {
      // With a sign, or the planner walks everybody who is live instead of the few of that name.
      const rows = prepared<PersonRow>(
        db,
        `${PEOPLE} WHERE c.folded = ? AND c.birth = ? AND +c.ended = 0 ORDER BY c.case_id`,
      ).all(folded, birth)
      const numbers = rows.flatMap(({ number }) => number ?? [])
      const isTold = numbers.length === rows.length
      const units = new Set(rows.map(({ unit }) => unit))
      return isTold || units.size < 2 ? [] : group('name', birth, rows)
    })
}

function group(by: Alike['by'], key: string, people: readonly PersonRow[]): readonly Alike[] {
  return people.some(({ ended }) => ended === 0) ? [{ by, key, people }] : []
}
