/**
 * Cases in probation, for the checks from the ceremony to the card: the ceremony of the story is on 19/02/2024.
 */
import { aDossier, type CaseBuilder } from './case-builder.ts'

/** The last day of that probation, and the day after. */
export const END = '2025-02-19'
export const AFTER = '2025-02-20'

/** In probation since 19/02/2024, with a helper and nothing yet for recognition. */
export function inProbation(): CaseBuilder {
  return aDossier()
    .withBranchVote('2024-01-15')
    .withCommitteeVote('2024-01-20')
    .withSubmission('2024-01-22')
    .withReceived('2024-01-24')
    .withDecision('2024-02-01')
    .withReceipt('2024-02-05')
    .withCeremony('2024-02-19')
    .about('recognition')
}

/** The same with every paper the branch needs. */
export function ready(): CaseBuilder {
  return withRecognitionPapers(inProbation())
}

/** A case in probation with every paper that the branch needs to meet on it. */
export function withRecognitionPapers(probation: CaseBuilder): CaseBuilder {
  return probation
    .withPaper('LL-HSDV', '2024-02-25')
    .withPaper('PHIEU-HSDV', '2024-02-25')
    .withPaper('CN-DVM', '2024-10-10')
    .withPaper('10-KND', '2025-02-10')
    .withPaper('11-KND', '2025-02-12')
    .withPaper('12-KND', '2025-02-14')
}
