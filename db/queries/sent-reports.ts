/**
 * Reports that were sent, held against the record: what the record here says at the same cut-off, what has become of each
 * figure since, and why: the people who came in, fell out or are told otherwise, with what was recorded of them.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import { yearBefore } from '../../shared/calendar/period.ts'
import type { FigureCause, SentReportRow, SentReportView } from '../../shared/contract/reports.ts'
import type { Item } from '../../shared/journal/item.ts'
import { admissionOf, countedActs } from '../../shared/model/admission.ts'
import { foldCase } from '../../shared/model/case-state.ts'
import { foldReviewWork } from '../../shared/model/review-work.ts'
import type { SentReport } from '../../shared/model/target-acts.ts'
import type { AgeBands } from '../../shared/reports/age-bands.ts'
import { DIMENSIONS, valueOf } from '../../shared/reports/breakdown.ts'
import { admissionRow, type ActFact, type Admission, type Link } from '../../shared/reports/facts.ts'
import { changedFigures, figuresOf, labelsOf } from '../../shared/reports/figures.ts'
import {
  PRIVATE,
  admittedIn,
  asKnownAt,
  layOut,
  LINES,
  makeReport,
  peopleIn,
  type Laid,
} from '../../shared/reports/report.ts'
import type { Place } from '../../shared/reports/tree.ts'
import { channelRows } from '../journal.ts'
import { caseItems } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { whoseIn } from './follow.ts'
import { loadFacts } from './report-facts.ts'
import { bandsFor, headsBetween } from './reports.ts'

type Row = {
  readonly id: string
  readonly entry: string
  readonly office: string
  readonly at: string
  readonly actor: string
  readonly report: string
}

const SENT = `SELECT report_id AS id, entry_id AS entry, office, at, actor, report FROM sent_reports`

/** Causes that are told one by one. */
const MOST_CAUSES = 200

/** Every report that was sent, by us or to us, the newest first; at most 500. */
export function sentReports(db: ReadDb): readonly SentReportRow[] {
  return sentRows(db, prepared<Row>(db, `${SENT} ORDER BY at DESC, report_id LIMIT 500`).all())
}

/**
 * One report held against the record; null where it is not there.
 * @param here - the day, and the device of this store
 */
export function sentReportView(
  db: ReadDb,
  id: string,
  { today, device }: { readonly today: string; readonly device: string },
): SentReportView | null {
  const row = prepared<Row>(db, `${SENT} WHERE report_id = ?`).get(id)
  const sent = row === undefined ? null : trustedJson<SentReport>(row.report)
  if (row === undefined || sent === null) return null
  const whole = laidNow(db, sent)
  if (whole === null) return null
  const said = cutOffOf(db, row, sent)
  const before = laidAt(db, whole, rowsBefore(db, row, device) ?? said)
  const ofOffice = prepared<Row>(db, `${SENT} WHERE office = ? ORDER BY at DESC, report_id`).all(row.office)
  const listed = sentRows(db, ofOffice).find(({ report }) => report === id)
  if (listed === undefined) return null
  const at = listed.own ? undefined : row.office
  const place = at === undefined ? whole.tree.whole : whole.tree.place(at)
  if (place === null) return null
  const [then, now] = at === undefined ? [before, whole] : [asKnownAt(before, place), asKnownAt(whole, place)]
  // What another office counted by its own age bands is held against the record by the same.
  const ageBands = sent.ageBands ?? bandsFor(db, sent.period, sent.asOf)
  const asked = { period: sent.period, at, membersOn: sent.membersOn, ageBands }
  // Days after the report are none of its business, whenever they were recorded.
  const atThatDay = makeReport(then, { ...asked, today: sent.asOf })
  const today_ = makeReport(now, { ...asked, today: sent.asOf < today ? sent.asOf : today })
  if (atThatDay === null || today_ === null) return null
  const people = (code: string) => code !== 'plan' && code !== 'members' && code !== 'yearAdmitted'
  return {
    ...listed,
    membersOn: sent.membersOn,
    figures: sent.figures,
    labels: labelsOf([atThatDay, today_]),
    differs: changedFigures(
      sent.figures.filter(({ code }) => people(code)),
      figuresOf(atThatDay).filter(({ code }) => people(code)),
    ),
    since: changedFigures(sent.figures, figuresOf(today_)),
    causes: causesOf(db, then, now, { ...sent, ageBands }, place),
    beyond: beyondOf(db, said),
  }
}

/**
 * Rows of reports. A report is replaced by one that says so, and by the next one of its office for the same period.
 * @param rows - the newest first, none newer than one of them left out
 */
function sentRows(db: ReadDb, rows: readonly Row[]): readonly SentReportRow[] {
  const whose = whoseIn(db)
  const replaced = new Set<string>()
  return rows.map(({ id, office, at, actor, report }) => {
    const sent = trustedJson<SentReport>(report)
    const { period, asOf, note = null, replaces } = sent
    const same = `${office} ${period.kind} ${period.from} ${period.to}`
    const isReplaced = replaced.has(same) || replaced.has(id)
    replaced.add(same)
    if (replaces !== undefined) replaced.add(replaces)
    return {
      report: id,
      office,
      ...whose(office),
      at,
      actor,
      period,
      asOf,
      note,
      admitted: sent.figures.find(({ code }) => code === 'admitted')?.value ?? 0,
      replaced: isReplaced,
    }
  })
}

/** Up to where the record counts: the last line of each channel that does. A channel that is not named is not cut. */
type Cut = ReadonlyMap<string, number>

/**
 * Where the channels between the two offices ended for whoever wrote the report, device by device: one of which it says
 * nothing had not begun for it.
 */
function cutOffOf(db: ReadDb, { entry, office }: Row, { cutOff }: SentReport): Cut {
  const to = prepared<{ audience: string }>(
    db,
    'SELECT c.audience FROM journal j JOIN channels c ON c.id = j.channel_id WHERE j.entry_id = ?',
  ).get(entry)?.audience
  const between = to === undefined || to === 'own' ? [] : headsBetween(db, office, to)
  return new Map([...between, ...cutOff].map(({ channel }) => [channel, seqIn(cutOff, channel)]))
}

function seqIn(cutOff: SentReport['cutOff'], channel: string): number {
  return cutOff.find((one) => one.channel === channel)?.seq ?? 0
}

/**
 * What stood in the journal before a report that this very device wrote, private lines too; null for every other report:
 * lines of other devices stand here in the order in which they came, which says nothing of when they were written.
 */
function rowsBefore(db: ReadDb, { entry }: Row, device: string): Cut | null {
  const own = prepared<{ id: number }>(
    db,
    'SELECT j.id FROM journal j JOIN channels c ON c.id = j.channel_id WHERE j.entry_id = ? AND c.device = ?',
  ).get(entry, device)
  if (own === undefined) return null
  const before = new Map(
    prepared<{ channel: string; seq: number }>(
      db,
      `SELECT c.channel, max(j.seq) AS seq FROM journal j JOIN channels c ON c.id = j.channel_id
       WHERE j.id < ? GROUP BY c.id`,
    )
      .all(own.id)
      .map(({ channel, seq }) => [channel, seq]),
  )
  return new Map(channelRows(db).map(({ channel }) => [channel, before.get(channel) ?? 0]))
}

function laidNow(db: ReadDb, { period }: SentReport): Laid | null {
  const facts = loadFacts(db, { acts: yearBefore(period).from, members: false })
  return facts === null ? null : layOut(facts)
}

/** The facts as they were: cases of which something lies beyond the cut are folded anew up to it. */
function laidAt(db: ReadDb, now: Laid, cut: Cut): Laid {
  const touched = casesBeyond(db, cut)
  if (touched.length === 0) return now
  const isTouched = new Set(touched)
  const admissions: Admission[] = now.facts.admissions.filter((one) => !isTouched.has(one.case))
  const acts: ActFact[] = now.facts.acts.filter((one) => !isTouched.has(one.case))
  const judged: Link[] = now.facts.judged.filter((one) => !isTouched.has(one.case))
  for (const id of touched) {
    const items = caseItems(db, id).filter((item) => isBefore(item, cut))
    const state = items.length === 0 ? null : foldCase(id, items)
    if (state === null) continue
    const admission = admissionOf(state)
    if (admission !== null) admissions.push(admissionRow(id, admission))
    for (const act of countedActs(state)) acts.push({ case: id, ...act })
    for (const { other, judgement } of foldReviewWork(items).judged)
      if (judgement !== 'apart') judged.push({ case: id, previously: other })
  }
  return layOut({ ...now.facts, admissions, acts, judged })
}

function isBefore({ channel, seq }: Item, cut: Cut): boolean {
  return seq <= (cut.get(channel) ?? Number.MAX_SAFE_INTEGER)
}

function casesBeyond(db: ReadDb, cut: Cut): readonly string[] {
  const found = new Set<string>()
  const beyond = prepared<{ id: string }>(
    db,
    `SELECT DISTINCT subject_id AS id FROM journal WHERE subject_type = 'case' AND status = 'applied'
       AND channel_id = (SELECT id FROM channels WHERE channel = ?) AND seq > ?`,
  )
  for (const [channel, seq] of cut) for (const { id } of beyond.all(channel, seq)) found.add(id)
  return [...found]
}

/** Who came in, fell out, or is told otherwise, line by line. */
function causesOf(
  db: ReadDb,
  then: Laid,
  now: Laid,
  { period, asOf, ageBands }: Pick<SentReport, 'period' | 'asOf'> & { readonly ageBands: AgeBands },
  place: Place,
): readonly FigureCause[] {
  const cutPeriod = { from: period.from, to: asOf < period.to ? asOf : period.to }
  const causes: Omit<FigureCause, 'name' | 'kinds'>[] = []
  for (const line of LINES) {
    if (PRIVATE.has(line) || line === 'again') continue
    const was = new Set(peopleIn(then, cutPeriod, place, { line }))
    const is = new Set(peopleIn(now, cutPeriod, place, { line }))
    for (const id of is) if (!was.has(id)) causes.push({ line, case: id, change: 'added' })
    for (const id of was) if (!is.has(id)) causes.push({ line, case: id, change: 'removed' })
  }
  const before = new Map(admittedIn(then, cutPeriod, place).map((one) => [one.case, one]))
  for (const one of admittedIn(now, cutPeriod, place)) {
    const other = before.get(one.case)
    if (other !== undefined && isToldOtherwise(one, other, now, ageBands))
      causes.push({ line: 'admitted', case: one.case, change: 'changed' })
  }
  return causes.slice(0, MOST_CAUSES).map((cause) => ({
    ...cause,
    name: prepared<{ name: string }>(db, 'SELECT name FROM cases WHERE case_id = ?').get(cause.case)?.name ?? '',
    kinds: prepared<{ kind: string }>(
      db,
      `SELECT kind FROM journal WHERE subject_id = ? AND subject_type = 'case' AND status = 'applied'
         AND kind <> 'candidate.listed' ORDER BY tick DESC, entry_id DESC LIMIT 2`,
    )
      .all(cause.case)
      .map(({ kind }) => kind),
  }))
}

function isToldOtherwise(one: Admission, other: Admission, { tree }: Laid, bands: AgeBands): boolean {
  const at = (admission: Admission) => tree.placeOf(admission.unit, admission.keeper)
  return DIMENSIONS.some(
    (dimension) => valueOf(dimension, one, at(one), bands) !== valueOf(dimension, other, at(other), bands),
  )
}

/** What lies beyond the cut-off in the channels between the two offices. */
function beyondOf(db: ReadDb, cut: Cut): SentReportView['beyond'] {
  const counts = new Map<string, number>()
  const lines = prepared<{ kind: string; n: number }>(
    db,
    `SELECT kind, count(*) AS n FROM journal WHERE kind IS NOT NULL AND kind <> 'report.sent'
       AND channel_id = (SELECT id FROM channels WHERE channel = ?) AND seq > ? GROUP BY kind`,
  )
  for (const [channel, seq] of cut)
    for (const { kind, n } of lines.all(channel, seq)) counts.set(kind, (counts.get(kind) ?? 0) + n)
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count)
}
