/**
 * A case as it follows from its entries, and from nothing else: `foldCase` is a pure function of the set of applied
 * items, so any order of arrival gives the same state. Commands decide on it, apply writes it to tables, pages show it.
 * What each kind of entry says is gathered in `case/`, one file a subject; here it is weighed.
 */
import { trusted } from '../base/trust.ts'
import { historyOf } from '../journal/authority.ts'
import { inOrder, retractions, type Item, type RetractionVoid } from '../journal/item.ts'
import type { Card, Ceremony, Departure, Ending, Helper, Matter, Paper } from './acts.ts'
import { sentActs, type Act, type Sender } from './case/act.ts'
import { sentBefore, type Before } from './case/before.ts'
import { withConsents } from './case/consents.ts'
import { gather } from './case/gather.ts'
import { decidedIn, withDecided } from './case/decided.ts'
import { confirmed } from './case/lifts.ts'
import { cardOf, endingOf } from './case/gather-membership.ts'
import type { Gathered, Preparation, TransferState } from './case/gathered.ts'
import { matterStateOf, type MatterState } from './case/matter-state.ts'
import { conflictsOf, type Conflict, type Registers } from './case/registers.ts'
import { newestLine } from './case/newest-line.ts'
import { leftBehind, sinceProposal } from './case/not-along.ts'
import { unitBefore, type Move } from './case/whereabouts.ts'
import { withCertificates, withResults } from './classes/certificate-paper.ts'
import { classLifeIn } from './classes/seats.ts'
import type { MoveProposal } from './hand-over.ts'
import type { Stage } from './codes.ts'
import { erasedAs } from './erasure.ts'
import type { ListLine } from './list-line.ts'
import { birthYear, Profile, type ProfileField } from './profile.ts'
import type { CaseSnapshot, Lift } from './snapshot.ts'

/**
 * Everything known of a case. `known` tells how much this office holds: its own record, a snapshot, or a list line.
 * Votes, submissions, decision and receipt at the top are those of admission; each later matter has its own.
 */
export type CaseState = MatterState &
  Before & {
    readonly id: string
    readonly known: 'full' | 'snapshot' | 'line'
    readonly keeper: string
    readonly onPaper: boolean
    readonly unit: string
    readonly profile: Profile
    readonly registeredOn: string | null
    readonly previously: string | null
    readonly takenOver: { readonly entry: string; readonly on: string } | null
    /** The newest list line of its keeper, or of the one before that has sent any. */
    readonly line: ListLine | null
    /** Nothing that is known here of the case is newer than `line`: name, unit, stage and an end are as it says. */
    readonly isLineNewest: boolean
    readonly helpers: readonly Act<Helper>[]
    readonly papers: readonly Act<Paper>[]
    readonly ceremony: Act<Ceremony> | null
    readonly recognition: MatterState
    readonly removal: MatterState
    readonly cancellation: MatterState
    readonly card: Act<Card> | null
    readonly transfers: readonly TransferState[]
    readonly departure: Act<Departure> | null
    readonly ending: Act<Ending> | null
    /** How it ended by the word of its keeper, who has erased it; null where it has not. */
    readonly erased: Stage | null
    /** Changes of keeper, in order. */
    readonly moves: readonly Move[]
    /** What the keeper has asked the office above to do, until it is done; `since`: its entries that the proposal does not hold. */
    readonly moveProposed: (Act<MoveProposal> & { readonly since: readonly string[] }) | null
    /** Entries of former keepers that did not go over with the case: recorded after they had sent it. */
    readonly leftBehind: readonly string[]
    readonly lifts: readonly Act<Lift>[]
    /** The rule set the case is judged by on every day; null where each act is judged by the set of its day. */
    readonly pinned: { readonly ruleSet: string; readonly reason: string } | null
    readonly conflicts: readonly Conflict[]
    readonly retracted: readonly string[]
    /** Entries of offices that had no say in this case: kept, and without effect. */
    readonly outside: readonly string[]
    readonly voidRetractions: readonly {
      readonly entry: string
      readonly target: string
      readonly why: RetractionVoid
    }[]
  }

/**
 * Folds the applied entries of one case.
 * @param id - the case's UUID
 * @param items - its applied items, in any order; at least one must create the case
 * @returns the state, or null where no item creates the case (all taken back, or only a stray retraction)
 */
export function foldCase(id: string, items: readonly Item[]): CaseState | null {
  const told = historyOf(items)
  const { live, outside, turns, precedes, taken, void: voided } = told
  const gathered = gather(live, precedes, turns)
  // Who holds the record itself keeps the case, whatever another office may list or send.
  const keeper = gathered.recorder ?? gathered.keeper
  if (keeper === null) return null
  const newest = newestSnapshot(gathered, keeper)
  // A record that was handed over is still the fullest there is, until its new keeper sends the case.
  const sent = gathered.full && gathered.holder === keeper ? null : newest
  const isOwn = sent === null
  const snapshot = newest?.snapshot ?? null
  const known = !isOwn ? 'snapshot' : gathered.full ? 'full' : 'line'
  const listed = newestLine(told, sent?.entry ?? null)
  const line = listed?.line ?? null
  const isLineNewest = known !== 'full' && listed?.isNewest === true
  const base = !isOwn
    ? fromSnapshot(sent.snapshot, isLineNewest ? line : null)
    : gathered.full
      ? fromRegisters(gathered.registers)
      : fromLine(line)
  if (base === null) return null
  const prepared = withClasses(
    isOwn ? ownPreparation(gathered) : sentPreparation(sent.snapshot, { entry: sent.entry, office: keeper }, gathered),
    live,
  )
  const decided = isOwn
    ? gathered
    : withDecided(gathered, decidedIn(sent.snapshot, { entry: sent.entry, office: keeper }))
  const acts = { ...decided, submissions: gathered.submissions }
  const matter = (name: Matter) => matterStateOf(name, prepared, acts)
  const { transfers } = prepared
  const moves = gathered.moves.map((move) => ({ ...move, unitBefore: unitBefore(move, live) }))
  const { moveProposed: proposed } = gathered
  return {
    ...prepared.before,
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
    isLineNewest,
    helpers: prepared.helpers,
    papers: withConsents(prepared.papers, gathered.consents),
    lifts: confirmed(prepared.lifts, gathered.confirmedLifts),
    pinned: isOwn ? pinOf(gathered) : (sent.snapshot.pinned ?? null),
    ...matter('admission'),
    ceremony: acts.ceremonies.at(-1) ?? null,
    recognition: matter('recognition'),
    removal: matter('removal'),
    cancellation: matter('cancellation'),
    card: cardOf(acts),
    transfers,
    departure: gathered.departures.at(-1) ?? null,
    erased: erasedAs(told),
    moves,
    moveProposed: proposed === null ? null : { ...proposed, since: sinceProposal(told, proposed.entry) },
    leftBehind: turns.length > 1 ? leftBehind(told) : [],
    ending: endingOf(gathered, transfers) ?? handedAway(gathered),
    conflicts: conflictsOf(gathered.registers),
    retracted: [...taken.keys()].sort(),
    outside: outside.map(({ entry }) => entry.id).sort(),
    voidRetractions: voided.map(({ item, target, why }) => ({ entry: item.entry.id, target, why })),
  }
}

/** The newest case by value: of a dossier of its keeper, or carried by a proposal or a hand-over. */
function newestSnapshot({ submissions, moves, floor, carried, full }: Gathered, keeper: string) {
  const newest = (isBy: (office: string) => boolean) => {
    const sent = submissions.findLast(({ snapshot, office }, at) => snapshot !== null && at >= floor && isBy(office))
    return sent?.snapshot ? { snapshot: sent.snapshot, entry: sent.entry } : null
  }
  const dossier = newest((office) => moves.length === 0 || office === keeper) ?? carried
  // Of a keeper that handed the case on without telling us more of it, what it had sent is the newest still.
  return dossier ?? (full ? null : newest((office) => moves.some(({ from }) => from === office)))
}

/** For the office that kept the case, a hand-over by another is its end; whoever hands over what is its own counts on. */
function handedAway({ moves, holder, full }: Gathered): Act<Ending> | null {
  const last = moves.at(-1)
  if (!full || last === undefined || last.to === holder || last.office === holder) return null
  const { entry, office, origin, onPaper, on } = last
  return { entry, office, origin, onPaper, reason: 'movedAway', date: on }
}

function pinOf({ pin }: Gathered): CaseState['pinned'] {
  return pin?.ruleSet === undefined ? null : { ruleSet: pin.ruleSet, reason: pin.reason }
}

/** What is private until a snapshot carries it up: preparation, and moves from before a dossier was sent. */
type Prepared = Preparation & { readonly before: Before; readonly transfers: readonly TransferState[] }

/** The acts of preparation as their keeper recorded them. */
function ownPreparation(gathered: Gathered): Prepared {
  const { helpers, papers, branchVotes, committeeVotes, lifts, transfers, replaced, handed } = gathered
  const stands = ({ origin, entry }: Act<object>) => origin === 'takenOver' || handed.has(entry) || !replaced.has(entry)
  return {
    before: beforeIn(gathered),
    helpers,
    papers: papers.filter(stands),
    branchVotes,
    committeeVotes,
    lifts,
    transfers: transfers.filter(stands),
  }
}

/** What classes ended with counts as paper and as result, whoever has typed it too. */
function withClasses(prepared: Prepared, live: readonly Item[]): Prepared {
  const { seats } = classLifeIn(live)
  if (seats.length === 0) return prepared
  const { before, papers } = prepared
  return {
    ...prepared,
    papers: [...withCertificates(papers, seats)],
    before: { ...before, classResults: withResults(before.classResults, seats) },
  }
}

/** The acts of preparation as the newest snapshot carried them, with what the deciding office recorded or was sent since. */
function sentPreparation(snapshot: CaseSnapshot, from: Sender, gathered: Gathered): Prepared {
  const later = LATER_MATTERS.map((matter) => ({ ...NO_VOTES, ...snapshot[matter] }))
  const own = ownPreparation(gathered)
  return {
    before: { ...beforeIn(gathered), ...sentBefore(snapshot, from) },
    helpers: sentActs(snapshot.helpers, from),
    papers: sentActs(snapshot.papers, from),
    branchVotes: sentActs([...snapshot.branchVotes, ...later.flatMap(({ branchVotes }) => branchVotes)], from),
    committeeVotes: sentActs(
      [...snapshot.committeeVotes, ...later.flatMap(({ committeeVotes }) => committeeVotes)],
      from,
    ),
    lifts: [...sentActs(snapshot.lifts, from), ...gathered.lifts],
    transfers: own.transfers.length > 0 ? own.transfers : sentActs(snapshot.transfers, from),
  }
}

const LATER_MATTERS = ['recognition', 'removal', 'cancellation'] as const

const NO_VOTES = { branchVotes: [], committeeVotes: [] }

function beforeIn(gathered: Gathered): Before {
  return {
    resume: gathered.resume,
    seals: gathered.seals,
    verifications: gathered.verifications,
    waivers: gathered.waivers,
    opinions: gathered.opinions,
    classResults: gathered.classResults,
    notes: gathered.notes,
    nominations: gathered.nominations,
    shortVotes: gathered.shortVotes,
    extensions: gathered.extensions,
    refusalNotices: gathered.refusalNotices,
    pupilPlaces: gathered.pupilPlaces,
    pupilEvaluations: gathered.pupilEvaluations,
    consentRequests: gathered.consentRequests,
    consents: gathered.consents,
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

function fromRegisters(registers: Readonly<Registers>): { unit: string; profile: Profile } | null {
  const fields: Partial<Record<ProfileField, unknown>> = {}
  for (const [field, register] of registers) {
    // Other single-valued things are acts, not fields of the person.
    if (!Object.hasOwn(Profile.shape, field) || register.value === undefined) continue
    fields[trusted<ProfileField>(field)] = register.value
  }
  const unit = registers.get('unit')?.value
  return typeof unit === 'string' && typeof fields.name === 'string'
    ? { unit, profile: trusted<Profile>(fields) }
    : null
}

/** The case by value, with what a newer list line says of the person. */
function fromSnapshot(
  { unit, profile }: CaseSnapshot,
  line: ListLine | null,
): { readonly unit: string; readonly profile: Profile } {
  const newer = fromLine(line)
  if (newer === null) return { unit: unit.id, profile }
  const { birth, ...shown } = newer.profile
  // A line shows no more than the year.
  const isSameYear = birth === undefined || Number(birth) === birthYear(profile)
  return { unit: newer.unit, profile: { ...profile, ...shown, ...(isSameYear ? {} : { birth }) } }
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
