/**
 * What was erased here, and what other offices ask to have erased.
 */
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import { isStub } from '../../shared/bundle/chain.ts'
import { parseChannel } from '../../shared/bundle/format.ts'
import type { OpenErasure } from '../../shared/commands/command.ts'
import type { ErasureView } from '../../shared/contract/erasures.ts'
import type { Entry, Place } from '../../shared/journal/entry.ts'
import type { PayloadOf } from '../../shared/journal/kinds.ts'
import { heirs } from '../heirs.ts'
import { channelRow } from '../journal.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** A request with the case and the place it is about. */
export type Request = OpenErasure & { readonly case: string; readonly at: string; readonly place: Place }

/** What other offices ask to have erased and nobody here has answered; of one case, or of all. */
export function openErasures(db: ReadDb, self: string, caseId?: string): readonly Request[] {
  const answered = new Set(
    entries(db, 'erasure.answered', caseId)
      .filter(({ office }) => office === self)
      .map(({ entry }) => trusted<PayloadOf<'erasure.answered'>>(entry.payload).erasure),
  )
  const maySpeak = spokesmen(db)
  return entries(db, 'entry.erased', caseId).flatMap(({ office, entry }) => {
    const { channel, seq, reason, remains } = trusted<PayloadOf<'entry.erased'>>(entry.payload)
    if (office === self || answered.has(entry.id)) return []
    // Whoever names a line of ours asks for what we have written; what we hold as a stub already holds nothing to erase.
    const place = { channel, seq }
    if (!maySpeak(office, place) && parseChannel(channel)?.office !== self) return []
    if (!isHeldInFull(db, place, entry.subject.id)) return []
    return [{ entry: entry.id, office, reason, remains, case: entry.subject.id, at: entry.at, place }]
  })
}

/** The place that an erasure names, by the id of its entry; null where its office does not speak for that line. */
export function erasedPlace(db: ReadDb, erasure: string): Place | null {
  const found = prepared<{ office: string; line: string }>(
    db,
    `SELECT c.office, j.line FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE j.entry_id = ? AND j.kind = 'entry.erased' AND j.status = 'applied'`,
  ).get(erasure)
  if (found === undefined) return null
  const { channel, seq } = trusted<PayloadOf<'entry.erased'>>(trustedJson<Entry>(found.line).payload)
  const place = { channel, seq }
  return spokesmen(db)(found.office, place) ? place : null
}

/** The places whose erasure their own office, or its successor, has told us of, in any bundle so far. */
export function toldErasures(db: ReadDb): ReadonlySet<string> {
  const maySpeak = spokesmen(db)
  return new Set(
    entries(db, 'entry.erased').flatMap(({ office, entry }) => {
      const { channel, seq } = trusted<PayloadOf<'entry.erased'>>(entry.payload)
      return maySpeak(office, { channel, seq }) ? [`${channel} ${seq}`] : []
    }),
  )
}

/** Tells whose word it is that erases a line: that of the office that wrote it, or of the one which that office has become. */
function spokesmen(db: ReadDb): (office: string, place: Place) => boolean {
  const isHeir = heirs(db)
  return (office, { channel }) => {
    const author = parseChannel(channel)?.office
    return author !== undefined && (author === office || isHeir(author, office))
  }
}

/** How many people have been erased here. */
export function countErased(db: ReadDb): number {
  return prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM erased_cases').get()?.n ?? 0
}

/** When the newest erasure here was recorded, YYYY-MM-DDTHH:MM:SSZ; null where nobody was erased. */
export function newestErasure(db: ReadDb): string | null {
  return prepared<{ at: string | null }>(db, 'SELECT max(at) AS at FROM erased_cases').get()?.at ?? null
}

/** What the pages show: counts of what remains, requests by person, answers of other offices. */
export function erasureView(db: ReadDb, self: string): ErasureView {
  const erased = prepared<ErasureView['erased'][number]>(
    db,
    `SELECT e.case_id AS "case", e.year, e.unit_id AS unit, u.name AS unitName, e.outcome, e.at FROM erased_cases e
     LEFT JOIN units u ON u.unit_id = e.unit_id ORDER BY e.at DESC, e.case_id`,
  ).all()
  const requests = new Map<string, ErasureView['requests'][number]>()
  for (const { case: id, office, reason, at } of openErasures(db, self)) {
    const name = nameOf(db, id)
    const lines = (requests.get(id)?.lines ?? 0) + 1
    requests.set(id, { case: id, name, office, reason, at, lines })
  }
  const answers = new Map<string, ErasureView['answers'][number]>()
  for (const { office, entry } of entries(db, 'erasure.answered')) {
    if (office === self) continue
    const { outcome, ground } = trusted<PayloadOf<'erasure.answered'>>(entry.payload)
    answers.set(`${entry.subject.id} ${office}`, {
      case: entry.subject.id,
      office,
      outcome,
      ground: ground ?? null,
      at: entry.at,
    })
  }
  return { erased: [...erased], requests: [...requests.values()], answers: [...answers.values()] }
}

/** What a person is called here: an office that only trains knows who was put forward or attended, and has no case. */
function nameOf(db: ReadDb, id: string): string | null {
  return (
    prepared<{ name: string }>(
      db,
      `SELECT name FROM cases WHERE case_id = :id UNION ALL SELECT name FROM class_asks WHERE case_id = :id
       UNION ALL SELECT name FROM class_seats WHERE case_id = :id LIMIT 1`,
    ).get({ id })?.name ?? null
  )
}

/** True for a line that is here and no stub, and about nobody else. */
function isHeldInFull(db: ReadDb, { channel, seq }: Place, caseId: string): boolean {
  const row = channelRow(db, channel)
  const held =
    row === null
      ? undefined
      : prepared<{ line: string; subject: string | null }>(
          db,
          'SELECT line, subject_id AS subject FROM journal WHERE channel_id = ? AND seq = ?',
        ).get(row.id, seq)
  return held !== undefined && !isStub(held.line) && (held.subject === null || held.subject === caseId)
}

function entries(
  db: ReadDb,
  kind: string,
  caseId?: string,
): readonly { readonly office: string; readonly entry: Entry }[] {
  const about = caseId === undefined ? '' : ' AND j.subject_id = :caseId'
  return prepared<{ office: string; line: string }>(
    db,
    `SELECT c.office, j.line FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE j.kind = :kind AND j.status = 'applied'${about} ORDER BY j.id`,
  )
    .all(caseId === undefined ? { kind } : { kind, caseId })
    .map(({ office, line }) => ({ office, entry: trustedJson<Entry>(line) }))
}
