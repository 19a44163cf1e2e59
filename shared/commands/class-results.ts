/**
 * What a class ends with: sessions attended, the result, the certificate with its number. Recorded for many at once, all or
 * nothing; what one row refuses refuses all and names the person. Recording again corrects: the newest counts.
 */
import { z } from 'zod'
import { Count, Day, line, PersonName, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { CERTIFICATE_PAPERS } from '../model/classes/certificate-paper.ts'
import { classRef, type ClassState } from '../model/classes/class-state.ts'
import { Attendance, ClassEnd, type Certificate } from '../model/classes/facts.ts'
import { certificateOf, type Seat } from '../model/classes/seats.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { ORGANISERS, ownClass, rowRefused, seatIn } from './classes.ts'
import { command, type CommandContext, type Draft, type Reader } from './command.ts'
import { cannotBe, impossible } from './marks.ts'

/** The most people whose results are recorded at once. */
const MOST_RESULTS = 500

const AttendanceRow = z.strictObject({ case: Uuid, present: Count, note: line(300).optional() })

const CertificateInput = z.strictObject({
  number: line(60),
  date: Day,
  signer: PersonName.optional(),
  issuer: line(300).optional(),
})

const EndRow = z.strictObject({
  case: Uuid,
  outcome: ClassEnd.shape.outcome,
  certificate: CertificateInput.optional(),
  /** Sessions over the whole class, where they were counted on a sheet. */
  sessions: Attendance.pick({ held: true, present: true }).optional(),
  note: line(300).optional(),
})
type EndRow = z.infer<typeof EndRow>

type Placed = { readonly seat: Seat; readonly to: string | undefined }

/** Records who attended the sessions of a day. */
export const attendClass = command({
  name: 'class.attend',
  input: z.strictObject({
    class: Uuid,
    date: Day,
    held: Attendance.shape.held,
    rows: z.array(AttendanceRow).min(1).max(MOST_RESULTS),
  }),
  roles: ORGANISERS,
  capacity: null,
  load: ({ class: id, rows }, read, context) => placedRows(id, rows, read, context),
  decide: ({ class: held, placed }, { date, held: sessions, rows }, context) => {
    const { from, to } = held.facts
    if (date < from || date > to) return fail(cannotBe('dayOutsideClass', { date, from, to }))
    const wrong = impossibleDays({ date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const drafts: Draft[] = []
    for (const [row, { case: id, present, note }] of rows.entries()) {
      const place = placed[row]
      if (place === undefined) throw new Error(`no seat for row ${row}`)
      if (present > sessions)
        return fail(rowRefused(row, place.seat.person.name, cannotBe('sessionsOverHeld', { present, held: sessions })))
      drafts.push({
        kind: 'class.attended',
        subject: { type: 'case', id },
        payload: { class: held.id, date, held: sessions, present, ...(note === undefined ? {} : { note }) },
        ...(place.to === undefined ? {} : { to: place.to }),
      })
    }
    return ok({ drafts, value: { class: held.id, recorded: drafts.length } })
  },
})

/** Records how a class ended for people, with the certificates of those who completed it. */
export const completeClass = command({
  name: 'class.complete',
  input: z.strictObject({ class: Uuid, on: Day, rows: z.array(EndRow).min(1).max(MOST_RESULTS) }),
  roles: ORGANISERS,
  capacity: null,
  load: ({ class: id, rows }, read, context) => {
    const twice = numberTwice(rows)
    if (twice !== null) return fail(twice)
    const placed = placedRows(id, rows, read, context)
    if (!placed.ok) return placed
    for (const [row, { case: caseId, certificate }] of rows.entries()) {
      if (certificate === undefined) continue
      const holder = read.certificateHolder(certificate.number, { case: caseId, class: id })
      // In one call two people may exchange numbers that were entered the wrong way round.
      const isGivenUp =
        holder?.class === id &&
        rows.some((other) => other.case === holder.case && other.certificate?.number !== certificate.number)
      const name = placed.value.placed[row]?.seat.person.name ?? ''
      if (holder !== null && !isGivenUp)
        return fail(
          rowRefused(row, name, refusal('CERTIFICATE_TAKEN', { number: certificate.number, name: holder.name })),
        )
    }
    return placed
  },
  decide: ({ class: held, placed }, { on, rows }, context) => {
    const wrong = impossibleDays({ date: on }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (on < held.facts.from) return fail(cannotBe('endedBeforeClass', { date: on, from: held.facts.from }))
    const drafts: Draft[] = []
    for (const [row, input] of rows.entries()) {
      const place = placed[row]
      if (place === undefined) throw new Error(`no seat for row ${row}`)
      const impossibleRow = wrongInRow(held, input, context)
      if (impossibleRow) return fail(rowRefused(row, place.seat.person.name, impossibleRow))
      drafts.push(...endDrafts(held, place, input, on, context))
    }
    return ok({ drafts, value: { class: held.id, recorded: rows.length } })
  },
})

/** Records a certificate issued again in place of one lost or spoilt. */
export const reissueCertificate = command({
  name: 'certificate.reissue',
  input: z.strictObject({
    class: Uuid,
    case: Uuid,
    number: line(60),
    date: Day,
    signer: PersonName.optional(),
    reason: text(500),
  }),
  roles: ORGANISERS,
  capacity: null,
  load: ({ class: id, case: caseId, number }, read, context) => {
    const placed = placedRows(id, [{ case: caseId }], read, context)
    if (!placed.ok) return placed
    const holder = read.certificateHolder(number, { case: caseId, class: id })
    return holder === null ? placed : fail(refusal('CERTIFICATE_TAKEN', { number, name: holder.name }))
  },
  decide: ({ class: held, placed }, { case: id, class: _class, ...reissue }, context) => {
    const [place] = placed
    const first = place === undefined ? null : certificateOf(place.seat)
    if (place === undefined || first === null)
      return fail(refusal('NO_CERTIFICATE', { name: place?.seat.person.name ?? '' }))
    const wrong = impossibleDays({ date: reissue.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    if (reissue.date < first.date)
      return fail(cannotBe('reissuedBeforeFirst', { date: reissue.date, first: first.date }))
    const draft: Draft = {
      kind: 'certificate.reissued',
      subject: { type: 'case', id },
      payload: { class: held.id, ...reissue },
      ...(place.to === undefined ? {} : { to: place.to }),
    }
    return ok({ drafts: [draft], value: { class: held.id } })
  },
})

/** A class of ours with the seats of some people, in their order, and who is to hear of each. */
function placedRows(
  id: string,
  rows: readonly { readonly case: string }[],
  read: Reader,
  context: CommandContext,
): Result<{ readonly class: ClassState; readonly placed: readonly Placed[] }, Refusal> {
  const own = ownClass(id, read, context)
  if (!own.ok) return own
  const placed: Placed[] = []
  for (const [row, { case: caseId }] of rows.entries()) {
    const seat = seatIn(own.value, caseId, read)
    if (!seat.ok) return fail(rowRefused(row, read.case(caseId)?.profile.name ?? '', seat.error))
    placed.push({ seat: seat.value, to: hearerOf(caseId, read) })
  }
  return ok({ class: own.value, placed })
}

/** Who is to hear of what a class says of a person whose case is not here: the office that sent the person. */
function hearerOf(caseId: string, read: Reader): string | undefined {
  if (read.case(caseId) !== null) return undefined
  return read.classLife(caseId).asks.findLast(({ forwarded }) => forwarded !== null)?.forwarded?.office
}

function wrongInRow(
  { facts }: ClassState,
  { outcome, certificate, sessions }: EndRow,
  context: CommandContext,
): Refusal | null {
  if (sessions !== undefined && sessions.present > sessions.held) return cannotBe('sessionsOverHeld', { ...sessions })
  if (certificate === undefined) return null
  if (outcome !== 'passed') return cannotBe('certificateWithoutPass', {})
  if (certificate.date < facts.from)
    return cannotBe('certificateBeforeClass', { date: certificate.date, from: facts.from })
  const wrong = impossibleDays({ date: certificate.date }, { today: context.lastDay })
  return wrong === null ? null : impossible(wrong)
}

function endDrafts(
  held: ClassState,
  { seat, to }: Placed,
  { case: id, outcome, certificate, sessions, note }: EndRow,
  on: string,
  context: CommandContext,
): readonly Draft[] {
  const subject = { type: 'case', id } as const
  const whom = to === undefined ? {} : { to }
  const total: Draft[] =
    sessions === undefined
      ? []
      : [
          {
            kind: 'class.attended',
            subject,
            payload: { class: held.id, date: held.facts.to, ...sessions, whole: true },
            ...whom,
          },
        ]
  const payload: ClassEnd = {
    class: classRef(held),
    outcome,
    on,
    ...(certificate === undefined ? {} : { certificate: wholeCertificate(held, certificate, context) }),
    ...(note === undefined ? {} : { note }),
  }
  return [
    ...total,
    { kind: 'class.completed', subject, payload: { ...payload, ...(seat.onPaper ? { onPaper: true } : {}) }, ...whom },
  ]
}

/** A certificate with who issues it, and how long it is valid by the rules of its day. */
function wholeCertificate(
  { facts }: ClassState,
  { number, date, signer, issuer }: z.infer<typeof CertificateInput>,
  { rulesOn, office }: CommandContext,
): Certificate {
  const paper = rulesOn(date).papers.find(({ code }) => code === CERTIFICATE_PAPERS[facts.kind])
  return {
    number,
    date,
    issuer: issuer ?? office.profile.name,
    ...(signer === undefined ? {} : { signer }),
    months: paper?.validity?.value.months ?? null,
  }
}

function numberTwice(rows: readonly EndRow[]): Refusal | null {
  const first = new Map<string, number>()
  for (const [row, { certificate }] of rows.entries()) {
    if (certificate === undefined) continue
    const before = first.get(certificate.number)
    if (before !== undefined)
      return refusal('CERTIFICATE_TWICE', { rows: [before + 1, row + 1], number: certificate.number })
    first.set(certificate.number, row)
  }
  return null
}
