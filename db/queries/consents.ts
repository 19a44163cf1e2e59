/**
 * Consents of the level above: those the checks ask for and nobody has asked yet, those that wait for their answer, those
 * answered.
 */
import type { ConsentList, ConsentRow } from '../../shared/contract/meetings.ts'
import type { ConsentKind } from '../../shared/model/review-acts.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { decidesFor, type Judging } from '../../shared/rules/surroundings.ts'
import { judgedCase, judgeOf } from '../assessments.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** Cases judged anew to see what they need; more are not on their way at one time. */
const MOST_NEEDED = 200

/** Answers shown, the newest first. */
const MOST_ANSWERED = 500

/** Stages of an admission that can still need a consent. */
const BEFORE_DECISION = `'preparing', 'branchVoted', 'committeeVoted', 'submitted', 'received', 'returned'`

type Row = Omit<ConsentRow, 'granted'> & { readonly granted: number | null }

const COLUMNS = `n.case_id AS "case", c.name, u.name AS unitName, n.entry_id AS entry, n.kind, n.about, n.asked_on AS askedOn,
  n.asked_of AS askedOf, n.asked_number AS askedNumber, n.number, n.answered_on AS answeredOn, n.issuer, n.granted`

const FROM = `FROM consents n JOIN cases c ON c.case_id = n.case_id LEFT JOIN units u ON u.unit_id = c.unit_id`

/** The consents of the cases our office decides on. */
export function consentList(db: ReadDb, judging: Judging): ConsentList | null {
  const rows = (where: string, limit: number): readonly ConsentRow[] =>
    prepared<Row>(db, `SELECT ${COLUMNS} ${FROM} WHERE ${where} LIMIT ${limit}`)
      .all()
      .map(({ granted, ...row }) => ({ ...row, granted: granted === null ? null : granted === 1 }))
  if (loadOffice(db) === null) return null
  const waiting = rows('n.answered_on IS NULL ORDER BY n.asked_on, c.sort_key', MOST_NEEDED)
  return {
    body: judging.rulesOn(judging.today).structure.consentBody.value,
    needed: neededConsents(db, judging).filter(
      (one) =>
        !waiting.some((asked) => asked.case === one.case && asked.kind === one.kind && asked.about === one.about),
    ),
    waiting,
    answered: rows('n.answered_on IS NOT NULL ORDER BY n.answered_on DESC, c.sort_key', MOST_ANSWERED),
  }
}

/** What the checks ask for, of dossiers that lie here or are our own. */
function neededConsents(db: ReadDb, judging: Judging): readonly ConsentRow[] {
  const office = loadOffice(db)
  const judge = judgeOf(db, judging.today)
  if (office === null || judge === null) return []
  const candidates = prepared<{ case: string; unitName: string | null; unit: string; unitKeeper: string | null }>(
    db,
    `SELECT c.case_id AS "case", u.name AS unitName, c.unit_id AS unit, u.keeper AS unitKeeper
     FROM cases c LEFT JOIN cache_findings f ON f.case_row = c.id LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.ended = 0 AND c.stage IN (${BEFORE_DECISION}) AND c.known <> 'line' AND (f.case_row IS NULL
       OR ' ' || f.codes || ' ' LIKE '% C1-over %' OR ' ' || f.codes || ' ' LIKE '% C2-elder %'
       OR ' ' || f.codes || ' ' LIKE '% C32 %')
     ORDER BY c.sort_key, c.case_id LIMIT ${MOST_NEEDED}`,
  ).all()
  return candidates.flatMap(({ case: id, unitName, unit, unitKeeper }): readonly ConsentRow[] => {
    if (unitKeeper === null || !decidesFor(office, { id: unit, keeper: unitKeeper }, judging.today)) return []
    const judged = judgedCase(db, id, judge)
    if (judged === null) return []
    return judged.assessment.findings.flatMap((found): readonly ConsentRow[] => {
      const what = found.lifted === undefined ? consentFor(found) : null
      if (what === null) return []
      return [{ ...NOTHING, ...what, case: id, name: judged.state.profile.name, unitName }]
    })
  })
}

const NOTHING = {
  entry: null,
  askedOn: null,
  askedOf: null,
  askedNumber: null,
  number: null,
  answeredOn: null,
  issuer: null,
  granted: null,
}

/** The consent that a finding misses, or null. */
function consentFor(found: Finding): { readonly kind: ConsentKind; readonly about: string | null } | null {
  if (found.code === 'C1-over') return { kind: 'overAge', about: null }
  if (found.code === 'C2-elder') return { kind: 'elder', about: null }
  if (found.code !== 'C32') return null
  return found.data.special === 'readmission'
    ? { kind: 'readmission', about: null }
    : { kind: 'other', about: found.data.papers }
}
