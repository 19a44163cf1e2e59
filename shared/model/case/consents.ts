/**
 * Consents of the level above as papers of the dossier: one that the deciding office recorded counts as the paper it is,
 * so that nobody records it twice and the checks find it. The keeper's own paper of that code comes first.
 */
import type { Paper } from '../acts.ts'
import type { ConsentAnswer, ConsentRequest } from '../review-acts.ts'
import type { Act } from './act.ts'
import { act } from './act.ts'
import type { Gatherers } from './gathered.ts'

/** Entries about consents. */
export const CONSENTS: Gatherers = {
  'consent.requested': (payload, item, into) => void into.consentRequests.push(act(payload, item)),
  'consent.recorded': (payload, item, into) => void into.consents.push(act(payload, item)),
}

/** The papers of a case with the consents that were given and that nobody has put in yet. */
export function withConsents(
  papers: readonly Act<Paper>[],
  consents: readonly Act<ConsentAnswer>[],
): readonly Act<Paper>[] {
  const given = consents.flatMap(({ paper, granted, number, date, issuer, entry, office, origin, onPaper }) => {
    if (paper === undefined || !granted || papers.some((held) => held.paper === paper)) return []
    return [{ paper, number, date, issuer, kept: 'here' as const, scans: [], entry, office, origin, onPaper }]
  })
  return given.length === 0 ? papers : [...papers, ...given]
}

/** Consents asked for that nobody has answered: by kind and what they are about. */
export function openConsents({
  consentRequests,
  consents,
}: {
  readonly consentRequests: readonly Act<ConsentRequest>[]
  readonly consents: readonly Act<ConsentAnswer>[]
}): readonly Act<ConsentRequest>[] {
  const isAnswered = (asked: ConsentRequest) =>
    consents.some(({ kind, about, date }) => kind === asked.kind && about === asked.about && date >= asked.date)
  return consentRequests.filter((asked) => !isAnswered(asked))
}
