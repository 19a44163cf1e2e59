/**
 * One truth for a certificate: what the office that trains has recorded counts as the paper of the case and as the result of
 * the class. A paper of the same certificate that the keeper has typed or scanned keeps its scans; number, day and issuer
 * are those of whoever issued it.
 */
import { CLASS_CERTIFICATE, NEW_MEMBER_CERTIFICATE } from '../certificate-codes.ts'
import type { ClassResult } from '../acts-before.ts'
import type { Paper } from '../acts.ts'
import type { Act } from '../case/act.ts'
import type { PartyClass } from '../codes.ts'
import { certificateOf, type Seat } from './seats.ts'

/** The paper that a class ends with. */
export const CERTIFICATE_PAPERS: { readonly [Kind in PartyClass]: string } = {
  awareness: CLASS_CERTIFICATE,
  newMember: NEW_MEMBER_CERTIFICATE,
}

/** The papers of a case with the certificates of its classes. */
export function withCertificates(papers: readonly Act<Paper>[], seats: readonly Seat[]): readonly Act<Paper>[] {
  return seats.reduce<readonly Act<Paper>[]>((held, seat) => {
    const certificate = certificateOf(seat)
    if (certificate === null || seat.end === null) return held
    const paper = CERTIFICATE_PAPERS[seat.class.kind]
    const { number, date, issuer } = certificate
    const first = seat.end.certificate?.number
    const at = held.findIndex(
      (typed) =>
        typed.paper === paper &&
        (typed.number === number || typed.number === first || (typed.number === undefined && isNear(typed.date, date))),
    )
    const typed = held[at]
    if (typed !== undefined) return held.with(at, { ...typed, number, date, issuer, office: seat.end.office })
    const { entry, office, onPaper } = seat.end
    return [
      ...held,
      { paper, number, date, issuer, kept: 'here', scans: [], entry, office, origin: 'recorded', onPaper },
    ]
  }, papers)
}

/** The results of classes with those the office that trains has recorded; one of the same class and day is the same. */
export function withResults(results: readonly Act<ClassResult>[], seats: readonly Seat[]): readonly Act<ClassResult>[] {
  return seats.reduce<readonly Act<ClassResult>[]>((held, { class: ref, end }) => {
    if (end === null) return held
    const { kind, from, to, place } = ref
    const result: Act<ClassResult> = {
      class: kind,
      from,
      to,
      ...(place === undefined ? {} : { place }),
      outcome: end.outcome,
      entry: end.entry,
      office: end.office,
      origin: 'recorded',
      onPaper: end.onPaper,
    }
    const at = held.findIndex((typed) => typed.class === kind && typed.to === to)
    return at < 0 ? [...held, result] : held.with(at, { ...result, entry: held[at]?.entry ?? end.entry })
  }, results)
}

/** A certificate typed without its number is the same where its day is. */
function isNear(typed: string | undefined, date: string): boolean {
  return typed === undefined || typed === date
}
