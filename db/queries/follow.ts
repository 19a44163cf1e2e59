/**
 * Follow-up as pages ask for it: models, examples, directives with their receipts, conferences and publicity counted,
 * inspections with what is due. The same for the office above and for the one below; each sees what it holds.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { FollowReader } from '../../shared/commands/follow-kept.ts'
import type {
  ActivityList,
  ActivityRow,
  CitedDirective,
  DirectiveRow,
  ExampleFilter,
  ExampleRow,
  FollowList,
  InspectionRow,
  ModelFilter,
  ModelRow,
  Whose,
} from '../../shared/contract/follow.ts'
import { ConferenceKind, PublicityChannel } from '../../shared/model/follow/facts.ts'
import {
  firstDue,
  type InspectionState,
  type MeasureState,
  type RatingState,
} from '../../shared/model/follow/inspection-state.ts'
import {
  isInForce,
  mayBeTold,
  type ActivityState,
  type DirectiveState,
  type ExampleState,
  type ModelState,
} from '../../shared/model/follow/models-state.ts'
import { holds } from '../../shared/model/office-state.ts'
import type { FollowType } from '../apply/follow.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** The most rows of a list on screen or in a file. */
const MOST = 2_000

/** What commands of follow-up may ask. */
export function followReader(db: ReadDb): FollowReader {
  return {
    model: (id) => stateOf<ModelState>(db, 'model', id),
    example: (id) => stateOf<ExampleState>(db, 'example', id),
    directive: (id) => stateOf<DirectiveState>(db, 'directive', id),
    activity: (id) => stateOf<ActivityState>(db, 'activity', id),
    inspection: (id) => stateOf<InspectionState>(db, 'inspection', id),
    onRecord: () => ({
      models: everyState<ModelState>(db, 'model'),
      examples: everyState<ExampleState>(db, 'example'),
      directives: everyState<DirectiveState>(db, 'directive'),
      activities: everyState<ActivityState>(db, 'activity'),
    }),
    recordedOf: (places) => ({
      inspections: ownStatesAt<InspectionState>(db, 'inspection', places),
      ratings: ownStatesAt<RatingState>(db, 'rating', places),
      measures: ownStatesAt<MeasureState>(db, 'measure', places),
    }),
    rating: (year, place, as, name) =>
      prepared<{ state: string }>(
        db,
        `SELECT state FROM follow_ups WHERE type = 'rating' AND place_id = ? AND what = ? AND day = ?
           AND office = (SELECT office_id FROM offices)`,
      )
        .all(place, as, `${year}-12-31`)
        .map(({ state }) => trustedJson<RatingState>(state))
        .find((rating) => rating.name === name) ?? null,
  }
}

/** Models, by name. */
export function modelList(db: ReadDb, today: string, { area }: ModelFilter): FollowList<ModelRow> {
  const who = whoseIn(db)
  const rows = statesOf<ModelState>(db, 'model')
    .filter(({ facts }) => area === undefined || facts.area === area)
    .map((state) => ({ ...state, ...who(state.office) }))
    .toSorted((a, b) => a.facts.name.localeCompare(b.facts.name, 'vi'))
  return { ...frameOf(db, today), rows, total: rows.length }
}

/** Examples, by name; those withdrawn are left out of what may be told. */
export function exampleList(db: ReadDb, today: string, { kind, tellable }: ExampleFilter): FollowList<ExampleRow> {
  const who = whoseIn(db)
  const rows = statesOf<ExampleState>(db, 'example')
    .map((state) => ({
      ...state,
      ...who(state.office),
      tellable: state.withdrawn === null && mayBeTold(state.facts),
    }))
    .filter((row) => (kind === undefined || row.facts.kind === kind) && (tellable !== true || row.tellable))
    .toSorted((a, b) => a.facts.name.localeCompare(b.facts.name, 'vi'))
  return { ...frameOf(db, today), rows, total: rows.length }
}

/** Directives, the newest first, each with who has read it and who has not. */
export function directiveList(db: ReadDb, today: string): FollowList<DirectiveRow> {
  const who = whoseIn(db)
  const self = loadOffice(db)?.id ?? ''
  const peers = loadPeers(db)
  const below = peers.filter(({ peer, revoked }) => peer.relation === 'subordinate' && !revoked)
  const paper = unitsOnPaper(db)
  const held = conferencesByDirective(db)
  const names = new Map(peers.map(({ id, peer }) => [id, peer.name]))
  const officeOf = new Map(below.flatMap(({ id, peer }) => (peer.unit === undefined ? [] : [[peer.unit, id] as const])))
  const rows = statesOf<DirectiveState>(db, 'directive')
    .map((state): DirectiveRow => {
      const { facts, readings, isShared, office } = state
      // A unit that has its own office by now is that office: what was confirmed for it on paper holds, its own word first.
      const spoken = new Set(readings.map((one) => one.office))
      const reader = (one: (typeof readings)[number]) =>
        officeOf.get(one.place?.id ?? '') ?? one.place?.id ?? one.office
      const readers = new Set(readings.map(reader))
      const asked = isShared && office === self
      return {
        ...state,
        ...who(office),
        inForce: isInForce(facts, today),
        read: readings.find((one) => one.office === self && one.place === undefined)?.on ?? null,
        mustRead: office !== self && isInForce(facts, today),
        receipts: readings
          .filter(
            (one) => one.office !== self || (one.place !== undefined && !spoken.has(officeOf.get(one.place.id) ?? '')),
          )
          .map((one) => ({
            name: one.place?.name ?? names.get(one.office) ?? who(one.office).officeName,
            on: one.on,
            by: one.by ?? null,
            onPaper: one.onPaper,
          })),
        missing: asked
          ? [
              ...below
                .filter(({ id }) => !readers.has(id))
                .map(({ id, peer }) => ({ id, name: peer.name, isUnit: false })),
              ...paper
                .filter(({ id }) => !officeOf.has(id) && !readers.has(id))
                .map((unit) => ({ ...unit, isUnit: true })),
            ]
          : [],
        conferences: held.get(state.id)?.count ?? 0,
        attended: held.get(state.id)?.attended ?? 0,
      }
    })
    .toSorted((a, b) => (a.facts.date < b.facts.date ? 1 : a.facts.date > b.facts.date ? -1 : a.id < b.id ? -1 : 1))
  return { ...frameOf(db, today), rows, total: rows.length }
}

/** The directives that a report of a day cites: in force, and marked as such. The oldest first. */
export function directivesInForce(db: ReadDb, day: string): readonly CitedDirective[] {
  return statesOf<DirectiveState>(db, 'directive')
    .filter(({ facts }) => facts.cited === true && isInForce(facts, day))
    .map(({ id, facts: { kind, number, date, issuer, title } }) => ({
      id,
      kind,
      number: number ?? null,
      date,
      issuer,
      title,
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
}

/** Conferences and publicity of a year, the newest first, with their sums. */
export function activityList(db: ReadDb, today: string, year: number): ActivityList {
  const who = whoseIn(db)
  const rows = prepared<{ state: string }>(
    db,
    `SELECT state FROM follow_ups WHERE type = 'activity' AND day BETWEEN ? AND ?
     ORDER BY day DESC, subject_id LIMIT ${MOST}`,
  )
    .all(`${year}-01-01`, `${year}-12-31`)
    .map(({ state }) => trustedJson<ActivityState>(state))
    .map((state): ActivityRow => ({ ...state, ...who(state.office) }))
  const conferences = rows.flatMap((row) => (row.what === 'conference' ? [row.facts] : []))
  const publicity = rows.flatMap((row) => (row.what === 'publicity' ? [row.facts] : []))
  return {
    ...frameOf(db, today),
    year,
    rows,
    total: rows.length,
    conferences: ConferenceKind.options.flatMap((kind) => {
      const of = conferences.filter((one) => one.kind === kind)
      return of.length === 0 ? [] : [{ kind, count: of.length, attended: sum(of.map(({ attended }) => attended)) }]
    }),
    publicity: PublicityChannel.options.flatMap((channel) => {
      const of = publicity.filter((one) => one.channel === channel)
      if (of.length === 0) return []
      return [
        { channel, items: sum(of.map(({ items }) => items)), reached: sum(of.map(({ reached }) => reached ?? 0)) },
      ]
    }),
  }
}

/** Inspections of a year, or all of them, what is due first on top. */
export function inspectionList(db: ReadDb, today: string, year: number | undefined): FollowList<InspectionRow> {
  const row = inspectionRowIn(db, today)
  const rows = statesOf<InspectionState>(db, 'inspection')
    .filter(({ plan }) => year === undefined || plan.from.startsWith(String(year)) || plan.to.startsWith(String(year)))
    .map(row)
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
  return { ...frameOf(db, today), rows, total: rows.length }
}

/** One inspection, or null. */
export function inspectionView(
  db: ReadDb,
  today: string,
  id: string,
): { readonly today: string; readonly row: InspectionRow } | null {
  const state = stateOf<InspectionState>(db, 'inspection', id)
  return state === null ? null : { today, row: inspectionRowIn(db, today)(state) }
}

/** Makes rows of inspections as our office sees them. */
export function inspectionRowIn(db: ReadDb, today: string): (state: InspectionState) => InspectionRow {
  const who = whoseIn(db)
  return (state) => {
    const whose = who(state.office)
    const open = state.findings.filter(({ dueNow, standing }) => dueNow !== null && standing !== 'reported')
    return {
      ...state,
      ...whose,
      received: !whose.own,
      due: firstDue(state),
      overdue: open.filter(({ dueNow }) => dueNow !== null && dueNow < today).length,
      reported: state.findings.filter(({ standing }) => standing === 'reported').length,
      mayMend: whose.own ? state.audience === 'own' : true,
    }
  }
}

/** The newest states of a type, as many as a list shows. */
export function statesOf<State>(db: ReadDb, type: FollowType): readonly State[] {
  return prepared<{ state: string }>(
    db,
    `SELECT state FROM follow_ups WHERE type = ? ORDER BY day DESC, subject_id LIMIT ${MOST}`,
  )
    .all(type)
    .map(({ state }) => trustedJson<State>(state))
}

/** Every state of a type, however many there are, the oldest first. */
function everyState<State>(db: ReadDb, type: FollowType): readonly State[] {
  return prepared<{ state: string }>(db, 'SELECT state FROM follow_ups WHERE type = ? ORDER BY day, subject_id')
    .all(type)
    .map(({ state }) => trustedJson<State>(state))
}

/** What our office has recorded of some places, the oldest first. */
function ownStatesAt<State>(db: ReadDb, type: FollowType, places: readonly string[]): readonly State[] {
  return prepared<{ state: string }>(
    db,
    `SELECT state FROM follow_ups WHERE type = ? AND office = (SELECT office_id FROM offices)
       AND place_id IN (SELECT value FROM json_each(?)) ORDER BY day, subject_id`,
  )
    .all(type, JSON.stringify(places))
    .map(({ state }) => trustedJson<State>(state))
}

/** Tells whose something is. */
export function whoseIn(db: ReadDb): (office: string) => Whose {
  const self = loadOffice(db)
  const names = new Map(loadPeers(db).map(({ id, peer }) => [id, peer.name]))
  return (office) =>
    office === self?.id
      ? { own: true, officeName: self.profile.name }
      : { own: false, officeName: names.get(office) ?? '' }
}

function frameOf(db: ReadDb, today: string): Omit<FollowList<never>, 'rows' | 'total'> {
  const office = loadOffice(db)
  return {
    today,
    decides: office !== null && holds(office.profile, 'decides', today),
    hasSuperior: loadPeers(db).some(({ peer, revoked }) => peer.relation === 'superior' && !revoked),
  }
}

function stateOf<State>(db: ReadDb, type: FollowType, id: string): State | null {
  const row = prepared<{ state: string }>(db, 'SELECT state FROM follow_ups WHERE type = ? AND subject_id = ?').get(
    type,
    id,
  )
  return row === undefined ? null : trustedJson<State>(row.state)
}

function unitsOnPaper(db: ReadDb): readonly { readonly id: string; readonly name: string }[] {
  return prepared<{ id: string; name: string }>(
    db,
    'SELECT unit_id AS id, name FROM units WHERE on_paper = 1 AND to_day IS NULL ORDER BY sort_key, unit_id',
  ).all()
}

function conferencesByDirective(
  db: ReadDb,
): ReadonlyMap<string, { readonly count: number; readonly attended: number }> {
  const found = new Map<string, { count: number; attended: number }>()
  for (const state of statesOf<ActivityState>(db, 'activity')) {
    if (state.what !== 'conference' || state.facts.directive === undefined) continue
    const { id } = state.facts.directive
    const before = found.get(id) ?? { count: 0, attended: 0 }
    found.set(id, { count: before.count + 1, attended: before.attended + state.facts.attended })
  }
  return found
}

/** What is due first, then what goes on, then what is over; the newest of those first. */
function orderOf({ due, end, plan }: InspectionRow): string {
  if (due !== null) return `0 ${due}`
  const back = String(99_999_999 - Number(plan.from.replaceAll('-', '')))
  return end === null ? `1 ${plan.from}` : `2 ${back}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0)
}
