/**
 * The case by value, as it goes up with a dossier: everything the reviewer must see, and no id of a private entry.
 */
import { fail, ok, type Result } from '../base/result.ts'
import { trusted } from '../base/trust.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { Helper, Matter } from '../model/acts.ts'
import type { Act } from '../model/case/act.ts'
import type { VerificationState } from '../model/case/before.ts'
import type { MatterState } from '../model/case/matter-state.ts'
import type { CaseState } from '../model/case-state.ts'
import { tooMuchOf, type CaseSnapshot, type SentDecision, type VerificationGiven } from '../model/snapshot.ts'
import type { CommandContext } from './command.ts'
import type { CaseInHand } from './kept.ts'

/**
 * The snapshot of a case as it stands; refused where the case has more of something than a snapshot holds, since the entry
 * could not be written.
 * @param matter - what the dossier is about; the rule set named is that of its newest branch vote
 */
export function snapshotOf(held: CaseInHand, matter: Matter, context: CommandContext): Result<CaseSnapshot, Refusal> {
  const snapshot = gathered(held, matter, context)
  const over = tooMuchOf(snapshot)
  return over === null ? ok(snapshot) : fail(refusal('CASE_TOO_LARGE', { name: held.case.profile.name, ...over }))
}

function gathered(held: CaseInHand, matter: Matter, context: CommandContext): CaseSnapshot {
  const state: CaseState = held.case
  const vote = (matter === 'admission' ? state : state[matter]).branchVotes.at(-1)
  return {
    version: 1,
    case: state.id,
    ...(state.previously === null ? {} : { previously: state.previously }),
    profile: state.profile,
    unit: { id: held.unit.id, name: held.unit.unit.name, type: held.unit.unit.type },
    helpers: state.helpers.map(helperGiven),
    papers: state.papers.map(bare),
    branchVotes: state.branchVotes.map(bare),
    committeeVotes: state.committeeVotes.map(bare),
    lifts: state.lifts.map(bare).map(({ origin: _origin, ...lift }) => lift),
    ...(matter === 'admission' ? {} : admissionOf(state)),
    ...laterOf('recognition', state.recognition),
    ...laterOf('removal', state.removal),
    ...laterOf('cancellation', state.cancellation),
    ...(state.card === null ? {} : { card: bare(state.card) }),
    ...given('transfers', state.transfers.map(bare)),
    ruleSet: state.pinned?.ruleSet ?? context.rulesOn(vote?.date ?? context.today).id,
    ...(state.pinned === null ? {} : { pinned: state.pinned }),
    ...(state.resume === null ? {} : { resume: bare(state.resume) }),
    ...given('seals', state.seals.map(bare)),
    ...given('verifications', state.verifications.map(bare).map(verificationGiven)),
    ...given('waivers', state.waivers.map(bare)),
    ...given('opinions', state.opinions.map(bare)),
    ...given('classResults', state.classResults.map(bare)),
    ...given('pupilPlaces', state.pupilPlaces.map(bare)),
    ...given('pupilEvaluations', state.pupilEvaluations.map(bare)),
  }
}

/** A list under its name; nothing where it is empty, so that a dossier without it reads as before there was one. */
function given<K extends string, T>(name: K, values: readonly T[]): { readonly [N in K]?: T[] } {
  return values.length === 0 ? {} : trusted<{ readonly [N in K]?: T[] }>({ [name]: values })
}

/** Of a helper `replaces` is no entry: that somebody gave way is told with the case, also where nobody has said who. */
function helperGiven({
  entry: _entry,
  office: _office,
  onPaper: _onPaper,
  origin: _origin,
  ...helper
}: Act<Helper>): Helper {
  return helper
}

function verificationGiven({
  received,
  answer,
  place: _place,
  ...request
}: Omit<VerificationState, 'entry' | 'office' | 'onPaper'>): VerificationGiven {
  return { ...request, ...(received === null ? {} : { received }), ...(answer === null ? {} : { answer }) }
}

/** The admission, for a reviewer who may never have seen it: decided on paper, or before the case was taken over. */
function admissionOf(state: CaseState): Pick<CaseSnapshot, 'admission'> {
  const { ceremony } = state
  return { admission: { ...decidedOf(state), ...(ceremony === null ? {} : { ceremony: bare(ceremony) }) } }
}

/** The decision on a matter and when it was received. */
function decidedOf({ decision, receipt }: MatterState): {
  readonly decision?: SentDecision
  readonly receivedOn?: string
} {
  return {
    ...(decision === null ? {} : { decision: bareDecision(decision) }),
    ...(receipt === null ? {} : { receivedOn: receipt.date }),
  }
}

function bareDecision(made: NonNullable<MatterState['decision']>): SentDecision {
  const { outcome, number, date, body, origin } = made
  const { signer, members, agree, officialFrom, ground, reason, submission } = made
  const optional = Object.entries({ signer, members, agree, officialFrom, ground, reason, submission }).filter(
    ([, value]) => value !== undefined,
  )
  return trusted<SentDecision>({ outcome, number, date, body, origin, ...Object.fromEntries(optional) })
}

/** What was done about a matter after admission; nothing where nobody has raised it. */
function laterOf<M extends Exclude<Matter, 'admission'>>(matter: M, acts: MatterState): Pick<CaseSnapshot, M> | object {
  const { branchVotes, committeeVotes, decision } = acts
  if (branchVotes.length === 0 && committeeVotes.length === 0 && decision === null) return {}
  return {
    [matter]: { branchVotes: branchVotes.map(bare), committeeVotes: committeeVotes.map(bare), ...decidedOf(acts) },
  }
}

/** An act without the marks that only our own journal needs. A snapshot names no private entry. */
function bare<T extends { entry: string; office: string; onPaper: boolean }>(
  act: T,
): Omit<T, 'entry' | 'office' | 'onPaper' | 'replaces' | 'updates'> {
  const { entry: _entry, office: _office, onPaper: _onPaper, ...rest } = act
  const {
    replaces: _replaces,
    updates: _updates,
    ...shared
  } = trusted<typeof rest & { replaces?: unknown; updates?: unknown }>(rest)
  return trusted<Omit<T, 'entry' | 'office' | 'onPaper' | 'replaces' | 'updates'>>(shared)
}
