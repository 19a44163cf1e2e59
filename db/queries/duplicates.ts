/**
 * People who stand on record twice (C39): by identity number, or by name and whole date of birth in different branches;
 * after a recovery also by name alone, since what was recorded anew on a restored computer stands beside what came back.
 * Without those a person has looked at and judged, which are remembered and shown apart.
 */
import type { DuplicateGroup, DuplicateList, DuplicatePerson, JudgedPair } from '../../shared/contract/meetings.ts'
import { loadDevices } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** Groups of people on record twice that are looked at: more than anybody sorts out in a day. */
const MOST_GROUPS = 200

/** Judgements shown, the newest first. */
const MOST_JUDGED = 200

type PersonRow = Omit<DuplicatePerson, 'ended' | 'own' | 'cameBack'> & {
  readonly unit: string
  readonly keeper: string
  readonly folded: string
  readonly number: string | null
  readonly ended: number
}

const PEOPLE = `SELECT c.case_id AS "case", c.name, c.birth, c.stage, c.unit_id AS unit, u.name AS unitName, c.keeper,
  c.folded, c.identity_number AS number, c.ended, c.registered_on AS registeredOn FROM cases c LEFT JOIN units u ON u.unit_id = c.unit_id`

/** A group as the findings of the office name it. */
export type Alike = { readonly by: DuplicateGroup['by']; readonly key: string; readonly people: readonly PersonRow[] }

/** Everybody who stands on record twice and was not judged. @param self - our office */
export function peopleAlike(db: ReadDb, self: string): readonly Alike[] {
  const told = [...sameNumber(db), ...sameName(db)]
  const groups = [...told, ...recovered(db, self).filter(({ people }) => !told.some((other) => holds(other, people)))]
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
  const open = peopleAlike(db, self).map(({ by, key, people }): DuplicateGroup => ({
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

function personOf(
  { unit: _unit, keeper, folded: _folded, number: _number, ended, ...row }: PersonRow,
  self: string,
): DuplicatePerson {
  const own = keeper === self
  return { ...row, ended: ended === 1, own, cameBack: own && row.registeredOn === null }
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

/**
 * C39 after a recovery: somebody our office keeps and has got back by what it had once sent, without the registration, and a
 * namesake whom it has registered: of a list line no more than the year of birth came back. Only where a store was restored or copied.
 */
function recovered(db: ReadDb, self: string): readonly Alike[] {
  if (!loadDevices(db).some(({ was }) => was !== null)) return []
  const pairs = prepared<{ back: string; other: string }>(
    db,
    `SELECT b.case_id AS back, o.case_id AS other FROM cases b INDEXED BY cases_by_keeper
     JOIN cases o INDEXED BY cases_by_folded ON o.folded = b.folded AND o.keeper = b.keeper AND o.registered_on IS NOT NULL
     WHERE b.keeper = ? AND b.ended = 0 AND b.registered_on IS NULL ORDER BY b.case_id, o.case_id LIMIT ${MOST_GROUPS}`,
  ).all(self)
  const person = prepared<PersonRow>(db, `${PEOPLE} WHERE c.case_id = ?`)
  const namesakes = new Map<string, PersonRow[]>()
  for (const { back, other } of pairs) {
    const found = [person.get(back), person.get(other)]
    const [first, second] = found
    if (first === undefined || second === undefined || !mayAgree(first.birth, second.birth)) continue
    namesakes.set(back, [...(namesakes.get(back) ?? [first]), second])
  }
  return [...namesakes].flatMap(([back, people]) => group('recovered', back, people))
}

/** Dates of birth that can be one: equal, or one the beginning of the other, or not known. */
function mayAgree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one.startsWith(other) || other.startsWith(one)
}

function holds({ people }: Alike, others: readonly PersonRow[]): boolean {
  return others.every((other) => people.some((one) => one.case === other.case))
}

function group(by: Alike['by'], key: string, people: readonly PersonRow[]): readonly Alike[] {
  return people.some(({ ended }) => ended === 0) ? [{ by, key, people }] : []
}
