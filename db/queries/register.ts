/**
 * The register of numbers: what a body has used, from the acts on record and from the documents made here. Numbers of
 * entries taken back do not count.
 */
import type { DocumentKind } from '../../shared/documents/codes.ts'
import type { DocumentType, UsedNumber } from '../../shared/documents/number.ts'
import type { Party } from '../../shared/documents/parties.ts'
import { DOCUMENT_KINDS } from '../../shared/documents/compose/index.ts'
import { actOf, branchSeries, committeeSeries, type NumberedDocument } from '../../shared/model/numbers.ts'
import { committeeOf } from '../numbers-beside.ts'
import type { MadeDocument } from '../private/documents-made.ts'
import { prepared, type ReadDb } from '../transaction.ts'

type Row = {
  readonly number: string | null
  readonly date: string | null
  readonly case: string
  readonly act?: NumberedDocument['act']
  /** Of a number that may be digits alone. */
  readonly type?: DocumentType
}

const NOT_TAKEN_BACK = `j.status = 'applied' AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.subject_id = j.subject_id
  AND r.kind = 'entry.retracted' AND json_extract(r.line, '$.payload.target') = j.entry_id)`

/**
 * Numbers a body has used.
 * @param since - first day of the term of office; null where nobody has said it
 */
export function usedNumbers(
  db: ReadDb,
  kind: DocumentKind,
  party: Pick<Party, 'key'>,
  self: string,
  made: readonly MadeDocument[],
  since: string | null,
): readonly UsedNumber[] {
  // A resolution about the list is no paper about one of those named in it.
  const recorded: readonly UsedNumber[] = recordedNumbers(db, kind, party, self).flatMap(
    ({ number, date, case: id, act, type }) =>
      number === null
        ? []
        : [
            {
              number,
              date,
              cases: act !== undefined && actOf(act) === 'list' ? [] : [id],
              ...(type === undefined ? {} : { type }),
            },
          ],
  )
  const here = made
    .filter(({ key }) => key === party.key)
    .flatMap(({ number, date, cases }) => (number === null ? [] : [{ number, date, cases }]))
  return [...recorded, ...here].filter(({ date }) => since === null || date === null || date >= since)
}

/** Resolutions have a series of their own: letters have no part in it. */
const RESOLUTIONS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['committeeResolution', 'recognitionCommittee'])

function recordedNumbers(db: ReadDb, kind: DocumentKind, party: Pick<Party, 'key'>, self: string): readonly Row[] {
  const { issuer } = DOCUMENT_KINDS[kind]
  switch (issuer) {
    case 'branch':
      return branchNumbers(db, party.key).map(rowOf)
    case 'committee':
      return [
        ...committeeNumbers(db, self, party.key === 'office' ? '' : party.key).map(rowOf),
        ...(RESOLUTIONS.has(kind) ? [] : lettersOf(db, party, self)),
      ]
    case 'deciding':
      return prepared<Row>(db, `SELECT number, decided_on AS date, case_id AS "case" FROM decisions`).all()
    case 'review':
      return prepared<Row>(
        db,
        `SELECT json_extract(j.line, '$.payload.letter.number') AS number, j.subject_id AS "case",
           coalesce(json_extract(j.line, '$.payload.letter.date'), json_extract(j.line, '$.payload.date')) AS date
         FROM cases c JOIN journal j ON j.subject_id = c.case_id AND j.kind = 'dossier.returned'
         WHERE c.submitted_on IS NOT NULL AND json_extract(j.line, '$.payload.relays') IS NULL AND ${NOT_TAKEN_BACK}`,
      ).all()
    case 'section':
    case 'union':
    case 'office':
      return []
  }
}

/** The numbers of resolutions of a branch. */
export function branchNumbers(db: ReadDb, unit: string): readonly NumberedDocument[] {
  return prepared<NumberedDocument>(db, `SELECT ${DOCUMENT} FROM numbers n WHERE n.series = ?`).all(branchSeries(unit))
}

/**
 * The numbers of resolutions of a committee.
 * @param keeper - who keeps the cases
 * @param unit - whose committee it is; '' for the keeper's own
 */
export function committeeNumbers(db: ReadDb, keeper: string, unit: string): readonly NumberedDocument[] {
  return prepared<NumberedDocument>(
    db,
    `SELECT ${DOCUMENT} FROM numbers n WHERE n.series = :series AND ${committeeOf('n.unit_id')} = :unit`,
  ).all({ series: committeeSeries(keeper), unit })
}

const DOCUMENT = 'n.subject_id AS subject, n.act, n.matter, n.number, n.count, n.day AS date'

function rowOf({ number, date, subject, act }: NumberedDocument): Row {
  return { number, date, case: subject, act, type: 'NQ' }
}

/** The letters that dossiers were sent with. */
function lettersOf(db: ReadDb, party: Pick<Party, 'key'>, self: string): readonly Row[] {
  return prepared<Row>(
    db,
    `SELECT json_extract(j.line, '$.payload.letter.number') AS number, j.subject_id AS "case",
       coalesce(json_extract(j.line, '$.payload.letter.date'), json_extract(j.line, '$.payload.date')) AS date
     FROM cases c JOIN journal j ON j.subject_id = c.case_id AND j.kind = 'dossier.submitted'
     LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.keeper = :self AND (:key = 'office' OR c.unit_id = :key OR u.parent_id = :key) AND ${NOT_TAKEN_BACK}`,
  ).all({ self, key: party.key })
}
