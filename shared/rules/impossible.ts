/**
 * The few things that are refused because they cannot be: more votes than voters, a day before birth or after today, a
 * ceremony before its decision. Everything else may be recorded and becomes a finding. Each function returns the first
 * impossible thing, or null; the sentence is made elsewhere from the code and the data beside it.
 */
import { earliestDay } from '../calendar/partial-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { BranchVote, Ceremony, CommitteeVote, Decision } from '../model/acts.ts'
import type { Profile } from '../model/profile.ts'
import { ballotsOf } from './votes.ts'

/** What cannot be. `field` names the field of the act the day stands in, e.g. 'date' or 'resolution.date'. */
export type Impossible =
  | { readonly code: 'dateAfterToday'; readonly field: string; readonly date: string; readonly today: PlainDate }
  | { readonly code: 'dateBeforeBirth'; readonly field: string; readonly date: string; readonly birth: string }
  | { readonly code: 'votesOverPresent'; readonly votes: number; readonly present: number }
  | { readonly code: 'presentOverRoll'; readonly who: Roll; readonly present: number; readonly roll: number }
  | { readonly code: 'excludedOverOfficial'; readonly excluded: number; readonly official: number }
  | { readonly code: 'agreeOverMembers'; readonly agree: number; readonly members: number }
  | { readonly code: 'receiptBeforeDecision'; readonly received: PlainDate; readonly decided: PlainDate }
  | { readonly code: 'ceremonyBeforeDecision'; readonly held: PlainDate; readonly decided: PlainDate }

/** Whose roll is exceeded. */
export type Roll = 'official' | 'probationary' | 'committee'

/** Codes of impossible things. */
export type ImpossibleCode = Impossible['code']

/** What days are compared with. Leave `today` out while the machine's date is in doubt. */
export type Known = { readonly today?: PlainDate | undefined; readonly birth?: string | undefined }

/** Days by the name of their field; those not given are left out of the judgement. */
export type DaysByField = Readonly<Record<string, PlainDate | undefined>>

/**
 * Days that cannot be: after today, or before the person was born.
 * @param days - the days of an act by field
 * @param known - today, and the person's birth (a partial date counts from its first day)
 */
export function impossibleDays(days: DaysByField, known: Known): Impossible | null {
  const { today, birth } = known
  for (const [field, date] of Object.entries(days)) {
    if (date === undefined) continue
    if (today !== undefined && date > today) return { code: 'dateAfterToday', field, date, today }
    if (birth !== undefined && date < earliestDay(birth)) return { code: 'dateBeforeBirth', field, date, birth }
  }
  return null
}

/**
 * A person's own days: birth not after today, membership of the Youth Union not before birth.
 * @param profile - the profile as it will be
 * @param known - today
 */
export function impossibleProfile(
  profile: Partial<Pick<Profile, 'birth' | 'youthUnionSince' | 'introducedOn'>>,
  known: Pick<Known, 'today'>,
): Impossible | null {
  const { today } = known
  const { birth, youthUnionSince, introducedOn } = profile
  for (const [field, date] of Object.entries({ birth, youthUnionSince }))
    if (date !== undefined && today !== undefined && earliestDay(date) > today)
      return { code: 'dateAfterToday', field, date, today }
  if (birth !== undefined && youthUnionSince !== undefined && youthUnionSince < birth.slice(0, youthUnionSince.length))
    return { code: 'dateBeforeBirth', field: 'youthUnionSince', date: youthUnionSince, birth }
  return impossibleDays({ introducedOn }, { today, birth })
}

/**
 * A branch vote that cannot be. Numbers that only disagree with each other are findings (C12).
 * @param vote - the counts and days
 * @param known - today and the person's birth
 */
export function impossibleBranchVote(
  vote: Omit<BranchVote, 'absences' | 'method' | 'chair' | 'secretary' | 'remarks'>,
  known: Known,
): Impossible | null {
  const { official, probationary, excluded, presentOfficial, presentProbationary } = vote
  const votes = ballotsOf(vote)
  if (excluded > official) return { code: 'excludedOverOfficial', excluded, official }
  if (presentOfficial > official)
    return { code: 'presentOverRoll', who: 'official', present: presentOfficial, roll: official }
  if (presentProbationary > probationary)
    return { code: 'presentOverRoll', who: 'probationary', present: presentProbationary, roll: probationary }
  if (votes > presentOfficial) return { code: 'votesOverPresent', votes, present: presentOfficial }
  return impossibleDays({ date: vote.date, 'resolution.date': vote.resolution?.date }, known)
}

/**
 * A committee vote that cannot be.
 * @param vote - the counts and days
 * @param known - today and the person's birth
 */
export function impossibleCommitteeVote(vote: Omit<CommitteeVote, 'remarks'>, known: Known): Impossible | null {
  return (
    impossibleBodyVote(vote, vote.members) ??
    impossibleDays({ date: vote.date, 'resolution.date': vote.resolution?.date }, known)
  )
}

/**
 * A decision that cannot be. One dated before the branch has met, or before the dossier was sent, can be (the paper may
 * have gone ahead) and is a finding.
 * @param decision - its day and, where given, the numbers of its vote
 * @param known - today and the person's birth
 */
export function impossibleDecision(
  decision: Pick<Decision, 'date' | 'members' | 'agree'>,
  known: Known,
): Impossible | null {
  const { members, agree } = decision
  if (members !== undefined && agree !== undefined && agree > members)
    return { code: 'agreeOverMembers', agree, members }
  return impossibleDays({ date: decision.date }, known)
}

/**
 * A receipt that cannot be: of a decision not yet made.
 * @param received - the day of receipt
 * @param decision - the decision received, where it is known
 * @param known - today
 */
export function impossibleReceipt(
  received: PlainDate,
  decision: Pick<Decision, 'date'> | null,
  known: Known,
): Impossible | null {
  if (decision !== null && received < decision.date)
    return { code: 'receiptBeforeDecision', received, decided: decision.date }
  return impossibleDays({ date: received }, known)
}

/**
 * A vote of a committee or of the deciding body that cannot be.
 * @param vote - who was there, and the votes
 * @param members - how many the body has
 */
export function impossibleBodyVote(
  vote: Pick<CommitteeVote, 'present' | 'agree' | 'disagree' | 'blank'>,
  members: number,
): Impossible | null {
  const { present } = vote
  const votes = ballotsOf(vote)
  if (present > members) return { code: 'presentOverRoll', who: 'committee', present, roll: members }
  return votes > present ? { code: 'votesOverPresent', votes, present } : null
}

/**
 * A ceremony that cannot be: before the decision that admits.
 * @param ceremony - its days
 * @param decision - the decision, where it is known
 * @param known - today and the person's birth
 */
export function impossibleCeremony(
  ceremony: Pick<Ceremony, 'date' | 'lateConsent'>,
  decision: Pick<Decision, 'date'> | null,
  known: Known,
): Impossible | null {
  if (decision !== null && ceremony.date < decision.date)
    return { code: 'ceremonyBeforeDecision', held: ceremony.date, decided: decision.date }
  return impossibleDays({ date: ceremony.date, 'lateConsent.date': ceremony.lateConsent?.date }, known)
}
