/**
 * One case as its page shows it: state, stage, findings, timeline.
 */
import { trusted } from '../../shared/base/trust.ts'
import type { CaseView } from '../../shared/contract/answers.ts'
import type { TimelineEntry } from '../../shared/contract/timeline.ts'
import { whyOutside } from '../../shared/journal/authority.ts'
import type { Item } from '../../shared/journal/item.ts'
import { inOrder } from '../../shared/journal/item.ts'
import type { Kind } from '../../shared/journal/kinds.ts'
import { foldNotes, foldPhoto } from '../../shared/model/notes.ts'
import { foldReviewWork } from '../../shared/model/review-work.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { CLASS_CERTIFICATE } from '../../shared/model/certificate-codes.ts'
import { stageOf } from '../../shared/model/stage.ts'
import { assess } from '../../shared/rules/assess.ts'
import { surroundingsOf, type Judging } from '../../shared/rules/surroundings.ts'
import { caseItems, foldedCase, loadOffice, loadPeers, loadUnit, memberLookup } from '../load.ts'
import { nearestNumbers } from '../numbers-beside.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** A case by id, or null. */
export function caseView(db: ReadDb, id: string, judging: Judging): CaseView | null {
  const items = caseItems(db, id)
  const state = foldedCase(id, items)
  if (state === null) return null
  const office = loadOffice(db)
  const unit = loadUnit(db, state.unit)
  const keeper = loadPeers(db).find((peer) => peer.id === state.keeper)
  const parentId = unit?.unit.parent
  const parent = parentId === undefined ? null : loadUnit(db, parentId)
  if (office === null) return null
  const outside = new Set(state.outside)
  const leftBehind = new Set(state.leftBehind)
  return {
    state,
    stage: stageOf(state),
    unit: unit === null ? null : { id: unit.id, name: unit.unit.name, type: unit.unit.type },
    keeperName: keeper?.peer.name ?? office.profile.name,
    assessment: assess(
      state,
      surroundingsOf(judging, office, unit, parent, { memberOf: memberLookup(db), besideOf: nearestNumbers(db) }),
    ),
    timeline: timelineOf(
      items.filter((item) => !outside.has(item.entry.id) && !isHidden(item, items, office.id)),
      state.retracted,
      office.id,
    ),
    outside: timelineOf(
      items.filter(({ entry }) => outside.has(entry.id)),
      [],
      office.id,
    ).map((entry) => ({
      ...entry,
      why: whyOutside(entry, state.moves),
    })),
    leftBehind: timelineOf(
      items.filter((item) => item.office === office.id && leftBehind.has(item.entry.id)),
      [],
      office.id,
    ),
    notes: foldNotes(items),
    photo: foldPhoto(items),
    review: foldReviewWork(items),
    sameCertificate: sameCertificate(db, state),
  }
}

/** Who else has the number of the class certificate: told on the case for as long as it is so, not only when it is typed. */
function sameCertificate(db: ReadDb, { id, papers }: CaseState): CaseView['sameCertificate'] {
  const number = papers.findLast((paper) => paper.paper === CLASS_CERTIFICATE && paper.number !== undefined)?.number
  if (number === undefined) return null
  const other = prepared<{ case: string; name: string }>(
    db,
    'SELECT case_id AS "case", name FROM cases WHERE certificate_number = ? AND case_id <> ? ORDER BY case_id LIMIT 1',
  ).get(number, id)
  return other === undefined ? null : { ...other, number }
}

/** What the timeline leaves out: what the superior is shown follows from the rest, and notes have a place of their own. */
const HIDDEN: ReadonlySet<string> = new Set(['candidate.listed', 'note.recorded', 'photo.recorded', 'dossier.checked'])

/** What only tells again what stands beside it: a nomination told upward, an act of another office passed on. */
function isHidden({ entry: { kind, payload }, office }: Item, items: readonly Item[], self: string): boolean {
  if (HIDDEN.has(kind) || (kind === 'class.proposed' && office === self)) return true
  const { relays } = trusted<{ relays?: unknown }>(payload)
  return relays !== undefined && items.some(({ entry }) => entry.id === relays)
}

/** Kinds whose reason is told with them: nothing else on the page says it. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'candidate.corrected',
  'resume.recorded',
  'entry.retracted',
  'entry.voided',
] satisfies readonly Kind[])

/** Entries in the order of history; the day of the act is shown where the entry has one. */
function timelineOf(items: readonly Item[], retracted: readonly string[], self: string): TimelineEntry[] {
  return inOrder(items).map((item) => {
    const payload = trusted<{ date?: unknown; on?: unknown; from?: unknown; onPaper?: unknown; reason?: unknown }>(
      item.entry.payload,
    )
    const day = [payload.date, payload.on, payload.from].find((value) => typeof value === 'string')
    return {
      entry: item.entry.id,
      kind: item.entry.kind,
      day: typeof day === 'string' ? day : null,
      at: item.entry.at,
      actor: item.entry.actor.name,
      post: item.entry.actor.post,
      office: item.office,
      own: item.office === self,
      retracted: retracted.includes(item.entry.id),
      onPaper: payload.onPaper === true,
      reason: EXPLAINED.has(item.entry.kind) && typeof payload.reason === 'string' ? payload.reason : null,
    }
  })
}
