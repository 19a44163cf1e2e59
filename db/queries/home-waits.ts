/**
 * What waits for the deciding office besides dossiers. One query a kind: a subject adds its own to the list.
 */
import { addDays, addMonths } from '../../shared/calendar/plain-date.ts'
import { HAND_OVER_ROUTE, type HomeWait } from '../../shared/contract/home-waits.ts'
import type { Capacity } from '../../shared/model/codes.ts'
import { holds, type OfficeState } from '../../shared/model/office-state.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { loadPeers } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { runningLimit } from './case-filter.ts'
import { CLASS_WAITS } from './class-waits.ts'
import { followWaits } from './follow-waits.ts'
import { TO_HAND_OVER, TO_MATCH, UNITS_OF_OFFICES } from './hand-over.ts'

/** A query of this page: null where nothing of its kind waits. */
export type HomeWaitQuery = (db: ReadDb, office: OfficeState, judging: Judging) => HomeWait | null

/** Every kind, in the order they are shown. */
const QUERIES: readonly HomeWaitQuery[] = [
  liftsToConfirm,
  versionsToSettle,
  silentUnits,
  undelivered,
  unitsToMatch,
  casesToHandOver,
  lateCeremonies,
  probationsOver,
  ...CLASS_WAITS,
]

/**
 * What waits; units below concern an office that decides, classes also one that runs them; what the office above asks, and
 * what inspections of its own ask, an office that proposes or decides.
 */
export function homeWaits(db: ReadDb, office: OfficeState, judging: Judging): readonly HomeWait[] {
  const has = (capacity: Capacity) => holds(office.profile, capacity, judging.today)
  const queries = has('decides')
    ? QUERIES
    : [...(has('proposes') ? [liftsToConfirm, versionsToSettle] : []), ...(has('trains') ? CLASS_WAITS : [])]
  return [
    ...queries.flatMap((query) => query(db, office, judging) ?? []),
    ...(has('decides') || has('proposes') ? followWaits(db, judging.today) : []),
  ]
}

/**
 * Exceptions that a clerk has recorded and nobody has confirmed, of cases we keep or recorded here; found in an index that
 * holds nothing but exceptions. The list that the line opens is narrowed by the same mark.
 */
function liftsToConfirm(db: ReadDb): HomeWait | null {
  const found = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM cache_findings INDEXED BY cache_findings_lifts
     WHERE instr(' ' || codes || ' ', ' P2 ') > 0 AND instr(' ' || codes || ' ', ' P2-here ') > 0 AND ended = 0`,
  ).get()
  const count = found?.n ?? 0
  return count === 0
    ? null
    : { code: 'liftsToConfirm', count, due: null, route: '/nguon', wanted: { finding: 'P2-here' } }
}

/** Cases that we keep with two versions of one thing; found in an index that holds nothing else, as the list behind it is. */
function versionsToSettle(db: ReadDb, { id }: OfficeState): HomeWait | null {
  const found = prepared<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM cases INDEXED BY cases_in_conflict WHERE conflicts > 0 AND ended = 0 AND keeper = ?',
  ).get(id)
  const count = found?.n ?? 0
  return count === 0
    ? null
    : { code: 'versionsToSettle', count, due: null, route: '/nguon', wanted: { finding: 'versions', keeper: id } }
}

/** Months without a bundle after which an office below counts as silent. */
const SILENT_MONTHS = 1

/** Offices below of which no bundle has come for over a month. */
function silentUnits(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const before = addMonths(today, -SILENT_MONTHS)
  const last = prepared<{ at: string }>(
    db,
    `SELECT at FROM bundles WHERE office = ? AND direction = 'in' ORDER BY number DESC LIMIT 1`,
  )
  const silent = loadPeers(db)
    .filter(({ peer, revoked }) => peer.relation === 'subordinate' && !revoked)
    .map(({ id, peer }) => ({ name: peer.name, day: last.get(id)?.at.slice(0, 10) ?? peer.since }))
    .filter(({ day }) => day < before)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return silent.length === 0
    ? null
    : {
        code: 'silentUnits',
        count: silent.length,
        due: null,
        route: '/trao-doi/lich-su',
        names: silent.slice(0, 5).map(({ name }) => name),
      }
}

/** Decisions of ours that the office they are for has not acknowledged; where the case has gone to another, that one. */
function undelivered(db: ReadDb, office: OfficeState): HomeWait | null {
  const found = prepared<{ n: number }>(
    db,
    // In this order: only the lines that the other office does not have yet are looked at.
    `SELECT count(*) AS n FROM channels c
     CROSS JOIN journal j ON j.channel_id = c.id AND j.seq >
       coalesce((SELECT m.acknowledged FROM marks m WHERE m.channel = c.channel AND m.office = c.audience), 0)
     CROSS JOIN cases k ON k.case_id = j.subject_id AND k.keeper = c.audience
     WHERE c.office = :self AND c.audience NOT IN ('own', 'all') AND j.kind = 'decision.recorded'`,
  ).get({ self: office.id })
  const count = found?.n ?? 0
  return count === 0 ? null : { code: 'undelivered', count, due: null, route: '/trao-doi/gui' }
}

/** Cases that we still keep of units, and of branches below them, whose own office is paired by now: they are its to keep. */
function casesToHandOver(db: ReadDb, office: OfficeState): HomeWait | null {
  const found = prepared<{ name: string; n: number }>(
    db,
    `SELECT o.name, count(*) AS n ${TO_HAND_OVER} GROUP BY o.office ORDER BY n DESC, o.name`,
  ).all({ self: office.id })
  const all = prepared<{ n: number }>(db, `SELECT count(DISTINCT c.id) AS n ${TO_HAND_OVER}`).get({ self: office.id })
  return ofOffices('casesToHandOver', found, all?.n ?? 0)
}

/** Branches that we recorded of units whose own office is paired by now and has sent its own: nobody has said which are which. */
function unitsToMatch(db: ReadDb, office: OfficeState, { today }: Judging): HomeWait | null {
  const found = prepared<{ name: string; n: number }>(
    db,
    `SELECT o.name, count(*) AS n FROM ${UNITS_OF_OFFICES} o CROSS JOIN units u ON u.unit_id = o.unit
     WHERE ${TO_MATCH} AND o.office IN (SELECT keeper FROM units WHERE to_day IS NULL OR to_day >= :today)
     GROUP BY o.office ORDER BY n DESC, o.name`,
  ).all({ self: office.id, today })
  return ofOffices(
    'unitsToMatch',
    found,
    found.reduce((sum, { n }) => sum + n, 0),
  )
}

function ofOffices(
  code: 'casesToHandOver' | 'unitsToMatch',
  offices: readonly { readonly name: string }[],
  count: number,
): HomeWait | null {
  if (offices.length === 0) return null
  const names = offices.slice(0, 5).map(({ name }) => name)
  return { code, count, due: null, route: HAND_OVER_ROUTE, names, places: offices.length }
}

/**
 * Ceremonies that were to be held by now. Their time runs from the issue of the decision by some regulations and from its
 * receipt by others, so that it is the limit that tells them and not the stage.
 */
function lateCeremonies(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const late = runningLimit('ceremony', '', addDays(today, -1))
  const found = prepared<{ n: number; first: string | null }>(
    db,
    `SELECT count(*) AS n, min(r.due) AS first FROM (${late.sql}) r CROSS JOIN cases c ON c.id = r.id WHERE c.ended = 0`,
  ).get(...late.values)
  const count = found?.n ?? 0
  return count === 0
    ? null
    : {
        code: 'lateCeremonies',
        count,
        due: found?.first ?? null,
        route: '/nguon',
        wanted: { due: 'late', dueLimit: 'ceremony' },
      }
}

/** Probations that are over, wherever they are kept: recognition is due. */
function probationsOver(db: ReadDb, _office: OfficeState, { today, rulesOn }: Judging): HomeWait | null {
  const length = rulesOn(today).limits.find(({ id }) => id === 'probation')?.length.value
  if (length?.unit !== 'months') return null
  const heldSince = addMonths(today, -length.amount)
  const found = prepared<{ n: number; first: string | null }>(
    db,
    `SELECT count(*) AS n, min(stage_on) AS first FROM cases INDEXED BY cases_by_stage
     WHERE ended = 0 AND stage = 'probation' AND stage_on <= ?`,
  ).get(heldSince)
  const count = found?.n ?? 0
  return count === 0
    ? null
    : {
        code: 'probationsOver',
        count,
        due: found?.first === null || found?.first === undefined ? null : addMonths(found.first, length.amount),
        route: '/nguon',
        wanted: { stage: 'probation', heldSince, order: 'waiting' },
      }
}
