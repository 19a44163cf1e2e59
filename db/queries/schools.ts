/**
 * Pupils of school units: by school year and class, with what lies ahead of each, and how many leave in the years to come.
 */
import { trusted } from '../../shared/base/trust.ts'
import type { PupilFilter, PupilList, PupilRow } from '../../shared/contract/classes.ts'
import { considerationYear, outlookOf, turnsOn } from '../../shared/model/schools/outlook.ts'
import { readCalendar } from '../../shared/model/schools/school-calendar.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { settingLines } from '../../shared/text/setting-lines.ts'
import { PUPIL_CRITERIA } from '../../shared/words/labels-classes.ts'
import { loadSetting } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { ofUnit } from './same-units.ts'

/** The most pupils that are read: more than any office has. */
const MOST = 20_000

type Row = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly unit: string
  readonly unitName: string | null
  readonly stage: string
  readonly schoolYear: string
  readonly class: string
  readonly leavesOn: string
  readonly summary: string | null
  readonly evaluated: string | null
  readonly certificateOn: string | null
  readonly nominatedFor: string | null
}

/** Pupils who are followed, by class and name. */
export function pupilList(db: ReadDb, filter: PupilFilter, { today, rulesOn }: Judging): PupilList {
  const minAge = rulesOn(today).eligibility.minAgeMonths.value
  const all = prepared<Row>(
    db,
    `SELECT c.case_id AS "case", c.name, c.birth, c.unit_id AS unit, u.name AS unitName, c.stage,
       p.school_year AS schoolYear, p.class, p.leaves_on AS leavesOn, p.summary, p.evaluated,
       c.certificate_on AS certificateOn, c.nominated_for AS nominatedFor
     FROM pupils p JOIN cases c ON c.case_id = p.case_id LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.ended = 0 AND ${ofUnit('c.unit_id')}
     ORDER BY p.school_year DESC, p.class, c.sort_key, c.case_id LIMIT ${MOST}`,
  )
    .all({ unit: filter.unit ?? null })
    .map(({ schoolYear, class: name, leavesOn, summary, unitName, certificateOn, nominatedFor, ...row }): PupilRow => ({
      ...row,
      unitName: unitName ?? '',
      place: { schoolYear, class: name, leavesOn },
      summary: trusted<PupilRow['summary']>(summary),
      hasCertificate: certificateOn !== null,
      nominated: nominatedFor !== null,
      turnsOn: turnsOn(row.birth, minAge),
      outlook: outlookOf({ birth: row.birth, leavesOn, summary: trusted<PupilRow['summary']>(summary) }, minAge, today),
    }))
  const rows = all.filter(
    ({ place }) =>
      (filter.schoolYear === undefined || place.schoolYear === filter.schoolYear) &&
      (filter.class === undefined || place.class === filter.class),
  )
  return {
    today,
    rows,
    total: rows.length,
    schoolYears: distinct(all.map(({ place }) => place.schoolYear)).toReversed(),
    classes: distinct(all.map(({ place }) => place.class)),
    schools: prepared<{ id: string; name: string }>(
      db,
      `SELECT unit_id AS id, name FROM units WHERE sector = 'school' ORDER BY sort_key, unit_id`,
    ).all(),
    criteria: criteriaOf(db),
    calendar: readCalendar(loadSetting(db, 'schoolCalendar')),
    plan: planOf(all, today),
    ahead: aheadOf(all, today),
  }
}

/** The criteria an evaluation is offered: one a line in the setting, else those that ship. */
function criteriaOf(db: ReadDb): readonly string[] {
  const lines = settingLines(loadSetting(db, 'pupilCriteria'))
  return lines.length === 0 ? PUPIL_CRITERIA : lines
}

/** Who leaves in which year, for the plan of the years after. */
function planOf(rows: readonly PupilRow[], today: string): PupilList['plan'] {
  const years = distinct(rows.flatMap(({ place }) => (place.leavesOn >= today ? [place.leavesOn.slice(0, 4)] : [])))
  return years.map((year) => {
    const leaving = rows.filter(({ place }) => place.leavesOn >= today && place.leavesOn.startsWith(year))
    const count = (is: (row: PupilRow) => boolean) => leaving.filter(is).length
    return {
      year: Number(year),
      pupils: leaving.length,
      canBeConsidered: count(({ outlook }) => outlook === 'canBeConsidered'),
      turnsTooLate: count(({ outlook }) => outlook === 'turnsTooLate'),
      withCertificate: count(({ hasCertificate }) => hasCertificate),
    }
  })
}

/** What the school years to come ask for: whoever comes to be considered, and who of them has no class yet. */
function aheadOf(rows: readonly PupilRow[], today: string): PupilList['ahead'] {
  const mine = rows.flatMap((row) =>
    row.outlook === 'canBeConsidered' && row.turnsOn !== null
      ? [{ ...row, schoolYear: considerationYear(row.turnsOn, today) }]
      : [],
  )
  return distinct(mine.map(({ schoolYear }) => schoolYear)).map((schoolYear) => {
    const of = mine.filter((row) => row.schoolYear === schoolYear)
    const withCertificate = of.filter(({ hasCertificate }) => hasCertificate).length
    const nominated = of.filter((row) => !row.hasCertificate && row.nominated).length
    return {
      schoolYear,
      pupils: of.length,
      withCertificate,
      nominated,
      toNominate: of.length - withCertificate - nominated,
    }
  })
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}
