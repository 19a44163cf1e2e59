/**
 * A case as it follows from its entries, and from nothing else: `foldCase` is a pure function of the set of applied
 * items, so any order of arrival gives the same state. Commands decide on it, apply writes it to tables, pages show it.
 * What each kind of entry says is gathered in `case/`, one file a subject; here it is weighed.
 */
import { trusted } from '../base/trust.ts'
import { inOrder, precedence, retractions, type Item, type RetractionVoid } from '../journal/item.ts'
import type { BranchVote, Ceremony, CommitteeVote, Ending, Helper, Paper } from './acts.ts'
import type { Act } from './case/act.ts'
import { gather } from './case/gather.ts'
import type { DecisionState, Gathered, Preparation, SubmissionState } from './case/gathered.ts'
import { conflictsOf, type Conflict, type Registers } from './case/registers.ts'
import type { ListLine } from './list-line.ts'
import type { Profile, ProfileField } from './profile.ts'
import type { CaseSnapshot, Lift } from './snapshot.ts'

/** Everything known of a case. `known` tells how much this office holds: its own record, a snapshot, or a list line. */
export type CaseState = {
  readonly id: string
  readonly known: 'full' | 'snapshot' | 'line'
  readonly keeper: string
  readonly onPaper: boolean
  readonly unit: string
  readonly profile: Profile
  readonly registeredOn: string | null
  readonly previously: string | null
  readonly takenOver: { readonly entry: string; readonly on: string } | null
  readonly line: ListLine | null
  readonly helpers: readonly Act<Helper>[]
  readonly papers: readonly Act<Paper>[]
  readonly branchVotes: readonly Act<BranchVote>[]
  readonly committeeVotes: readonly Act<CommitteeVote>[]
  readonly submissions: readonly SubmissionState[]
  readonly decisions: readonly DecisionState[]
  readonly decision: DecisionState | null
  readonly receipt: Act<{ readonly date: string }> | null
  readonly ceremony: Act<Ceremony> | null
  readonly ending: Act<Ending> | null
  readonly lifts: readonly Act<Lift>[]
  readonly conflicts: readonly Conflict[]
  readonly retracted: readonly string[]
  readonly voidRetractions: readonly { readonly entry: string; readonly target: string; readonly why: RetractionVoid }[]
}

/**
 * Folds the applied entries of one case.
 * @param id - the case's UUID
 * @param items - its applied items, in any order; at least one must create the case
 * @returns the state, or null where no item creates the case (all taken back, or only a stray retraction)
 */
export function foldCase(id: string, items: readonly Item[]): CaseState | null {
  const history = inOrder(items)
  const { taken, void: voided } = retractions(history)
  const live = history.filter((item) => !taken.has(item.entry.id))
  const gathered = gather(live, precedence(history))
  const { submissions, decisions, line } = gathered
  // Who holds the record itself keeps the case, whatever another office may list or send.
  const keeper = gathered.recorder ?? gathered.keeper
  if (keeper === null) return null
  const sent = submissions.findLast((submission) => submission.snapshot !== null) ?? null
  const snapshot = sent?.snapshot ?? null
  const known = gathered.full ? 'full' : snapshot ? 'snapshot' : 'line'
  const base = gathered.full
    ? fromRegisters(gathered.registers)
    : snapshot
      ? { unit: snapshot.unit.id, profile: snapshot.profile }
      : fromLine(line)
  if (base === null) return null
  const decision = countingDecision(decisions, submissions)
  return {
    id,
    known,
    keeper,
    onPaper: gathered.onPaper,
    unit: base.unit,
    profile: base.profile,
    registeredOn: gathered.registeredOn,
    previously: gathered.previously ?? snapshot?.previously ?? null,
    takenOver: gathered.takenOver,
    line,
    ...(gathered.full || snapshot === null || sent === null
      ? ownPreparation(gathered)
      : sentPreparation(snapshot, { entry: sent.entry, office: keeper }, gathered)),
    submissions,
    decisions,
    decision,
    // One from before the decision is of an earlier decision: a refusal that was received, then a new consideration.
    receipt: gathered.receipts.findLast(({ date }) => decision === null || date >= decision.date) ?? null,
    ceremony: gathered.ceremonies.at(-1) ?? null,
    ending: gathered.endings.at(-1) ?? null,
    conflicts: conflictsOf(gathered.registers),
    retracted: [...taken.keys()].sort(),
    voidRetractions: voided.map(({ item, target, why }) => ({ entry: item.entry.id, target, why })),
  }
}

/** The acts of preparation as their keeper recorded them. */
function ownPreparation({ helpers, papers, branchVotes, committeeVotes, lifts, replaced }: Gathered): Preparation {
  return {
    helpers,
    papers: papers.filter((paper) => paper.origin === 'takenOver' || !replaced.has(paper.entry)),
    branchVotes,
    committeeVotes,
    lifts,
  }
}

/** The acts of preparation as the newest snapshot carried them, with what the deciding office lifted itself. */
function sentPreparation(
  snapshot: CaseSnapshot,
  from: Pick<Act<unknown>, 'entry' | 'office'>,
  { lifts }: Gathered,
): Preparation {
  const given = <T extends object>(values: readonly T[]) =>
    values.map((value) => ({ origin: 'recorded' as const, ...value, ...from, onPaper: false }))
  return {
    helpers: given(snapshot.helpers),
    papers: given(snapshot.papers),
    branchVotes: given(snapshot.branchVotes),
    committeeVotes: given(snapshot.committeeVotes),
    lifts: [...given(snapshot.lifts), ...lifts],
  }
}

/**
 * List lines that still stand although the registration they showed was taken back: their office takes them back too.
 * @param items - the applied items of one case, in any order
 */
export function strayLines(items: readonly Item[]): readonly Item[] {
  const { taken } = retractions(items)
  const records = items.filter(({ entry }) => entry.kind === 'candidate.registered' || entry.kind === 'case.takenOver')
  if (records.length === 0 || records.some(({ entry }) => !taken.has(entry.id))) return []
  return inOrder(items).filter(({ entry }) => entry.kind === 'candidate.listed' && !taken.has(entry.id))
}

/** The decision that counts: on the newest submission decided, and there the owner's own before one from paper. */
function countingDecision(
  decisions: CaseState['decisions'],
  submissions: readonly { readonly entry: string }[],
): CaseState['decision'] {
  const places = new Map(submissions.map(({ entry }, index) => [entry, index]))
  const placeOf = (decision: { readonly submission?: string | undefined }) =>
    places.get(decision.submission ?? '') ?? -1
  const newest = Math.max(...decisions.map(placeOf))
  const open = decisions.filter((decision) => placeOf(decision) === newest)
  return open.findLast((decision) => !decision.onPaper) ?? open.at(-1) ?? null
}

function fromRegisters(registers: Readonly<Registers>): { unit: string; profile: Profile } | null {
  const fields: Partial<Record<ProfileField, unknown>> = {}
  for (const [field, register] of registers) {
    if (field === 'unit' || field === 'receipt' || field === 'ceremony' || register.value === undefined) continue
    fields[trusted<ProfileField>(field)] = register.value
  }
  const unit = registers.get('unit')?.value
  return typeof unit === 'string' && typeof fields.name === 'string'
    ? { unit, profile: trusted<Profile>(fields) }
    : null
}

function fromLine(line: ListLine | null): { unit: string; profile: Profile } | null {
  if (line === null) return null
  const profile: Profile = {
    name: line.name,
    ...(line.birthYear === undefined ? {} : { birth: String(line.birthYear) }),
    ...(line.sex === undefined ? {} : { sex: line.sex }),
    ...(line.source === undefined ? {} : { source: line.source }),
  }
  return { unit: line.unit, profile }
}
