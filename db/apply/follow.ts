/**
 * The rows of follow-up: models, examples, directives, conferences, inspections, ratings, measures. They are few and read by
 * type and year, so one table holds them, each with its state whole; their scans stand with all others.
 */
import type { SubjectType } from '../../shared/journal/entry.ts'
import type { Item } from '../../shared/journal/item.ts'
import type { ScanRef } from '../../shared/model/acts.ts'
import { firstDue, foldInspection, foldMeasure, foldRating } from '../../shared/model/follow/inspection-state.ts'
import { foldActivity, foldDirective, foldExample, foldModel } from '../../shared/model/follow/models-state.ts'
import { itemsAbout } from '../journal.ts'
import { prepared, type WriteDb } from '../transaction.ts'

/** What this room folds. */
export type FollowType = Extract<
  SubjectType,
  'model' | 'example' | 'directive' | 'activity' | 'inspection' | 'rating' | 'measure'
>

/** What a state says of its row. */
type Facts = {
  readonly state: { readonly office: string; readonly entry: string }
  readonly what: string
  readonly place: string | null
  readonly day: string
  readonly due: string | null
  readonly scans: readonly Attached[]
}

type Attached = { readonly entry: string; readonly scan: ScanRef }

/** Writes one thing that is followed up. */
export function applyFollow(db: WriteDb, type: FollowType, id: string): void {
  const facts = FACTS[type](id, itemsAbout(db, type, id))
  // An id is new in its own type alone: what another office calls a model may have the id of a case.
  writeScans(db, `${type}:${id}`, facts?.scans ?? [])
  prepared(db, 'DELETE FROM follow_ups WHERE type = ? AND subject_id = ?').run(type, id)
  if (facts === null) return
  const { state, what, place, day, due } = facts
  prepared(
    db,
    `INSERT INTO follow_ups (type, subject_id, what, office, place_id, day, due, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(type, id, what, state.office, place, day, due, JSON.stringify(state))
}

const FACTS: { readonly [Type in FollowType]: (id: string, items: readonly Item[]) => Facts | null } = {
  model: (id, items) => {
    const state = foldModel(id, items)
    if (state === null) return null
    const { facts, entry, results } = state
    return {
      state,
      what: facts.area,
      place: facts.place.id,
      day: facts.since ?? '',
      due: null,
      scans: [...attached(entry, facts.scans), ...results.flatMap((one) => attached(one.entry, one.scans))],
    }
  },
  example: (id, items) => {
    const state = foldExample(id, items)
    if (state === null) return null
    const { facts, entry } = state
    return {
      state,
      what: facts.kind,
      place: facts.place.id,
      day: facts.consent?.on ?? '',
      due: null,
      scans: attached(entry, facts.scans),
    }
  },
  directive: (id, items) => {
    const state = foldDirective(id, items)
    if (state === null) return null
    const { facts, entry } = state
    const { kind: what, date: day, readBy } = facts
    return { state, what, place: null, day, due: readBy ?? null, scans: attached(entry, facts.scans) }
  },
  activity: (id, items) => {
    const state = foldActivity(id, items)
    if (state === null) return null
    const day = state.what === 'conference' ? state.facts.date : state.facts.to
    return { state, what: state.what, place: state.facts.place.id, day, due: null, scans: [] }
  },
  inspection: (id, items) => {
    const state = foldInspection(id, items)
    if (state === null) return null
    const { plan, findings } = state
    return {
      state,
      what: plan.kind,
      place: plan.place.id,
      day: plan.from,
      due: firstDue(state),
      scans: findings.flatMap(({ mendings }) => mendings.flatMap((one) => attached(one.entry, one.scans))),
    }
  },
  rating: (id, items) => {
    const state = foldRating(id, items)
    return state === null
      ? null
      : { state, what: state.as, place: state.place.id, day: `${state.year}-12-31`, due: null, scans: [] }
  },
  measure: (id, items) => {
    const state = foldMeasure(id, items)
    if (state === null) return null
    const { facts, what } = state
    return { state, what, place: facts.place.id, day: `${facts.year}-12-31`, due: null, scans: [] }
  },
}

function attached(entry: string, scans: readonly ScanRef[] | undefined): readonly Attached[] {
  return (scans ?? []).map((scan) => ({ entry, scan }))
}

function writeScans(db: WriteDb, owner: string, scans: readonly Attached[]): void {
  prepared(db, 'DELETE FROM scans WHERE case_id = ?').run(owner)
  const scanRow = prepared(
    db,
    'INSERT INTO scans (sha256, case_id, entry_id, bytes, type) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const { entry, scan } of scans) scanRow.run(scan.sha256, owner, entry, scan.bytes, scan.type)
}
