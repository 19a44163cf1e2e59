/**
 * A case as it follows from its entries, and from nothing else: `foldCase` is a pure function of the set of applied
 * items, so any order of arrival gives the same state. Commands decide on it, apply writes it to tables, pages show it.
 */
import { trusted } from '../base/trust.ts'
import {
  inOrder,
  precedence,
  retractions,
  typed,
  type Item,
  type Precedes,
  type RetractionVoid,
} from '../journal/item.ts'
import type {
  BranchVote,
  Ceremony,
  CommitteeVote,
  Decision,
  Ending,
  Helper,
  Paper,
  Return,
  Submission,
} from './acts.ts'
import type { ListLine } from './list-line.ts'
import type { Profile, ProfileField } from './profile.ts'
import type { CaseSnapshot, Lift, Origin } from './snapshot.ts'

/** An act with the entry it was recorded in. `entry` may repeat: a taken-over case brings several acts in one entry. */
export type Act<T> = T & {
  readonly entry: string
  readonly office: string
  readonly origin: Origin
  readonly onPaper: boolean
}

/** A submission with what the deciding office did with it. */
export type SubmissionState = Act<Submission> & {
  readonly snapshot: CaseSnapshot | null
  readonly received: Act<{ readonly date: string; readonly number?: string | undefined }> | null
  readonly returned: Act<Return> | null
}

/** Two versions of one single-valued thing whose writers had not seen each other; a person settles it. */
export type Conflict = {
  readonly field: string
  readonly versions: readonly { readonly entry: string; readonly office: string; readonly value: string }[]
}

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
  readonly decisions: readonly Act<Decision & { readonly submission?: string | undefined }>[]
  readonly decision: Act<Decision & { readonly submission?: string | undefined }> | null
  readonly receipt: Act<{ readonly date: string }> | null
  readonly ceremony: Act<Ceremony> | null
  readonly ending: Act<Ending> | null
  readonly lifts: readonly Act<Lift>[]
  readonly conflicts: readonly Conflict[]
  readonly retracted: readonly string[]
  readonly voidRetractions: readonly { readonly entry: string; readonly target: string; readonly why: RetractionVoid }[]
}

type Register = { value: unknown; item: Item; rivals: { value: unknown; item: Item }[] }

/**
 * Folds the applied entries of one case.
 * @param id - the case's UUID
 * @param items - its applied items, in any order; at least one must create the case
 * @returns the state, or null where no item creates the case (all taken back, or only a stray retraction)
 */
export function foldCase(id: string, items: readonly Item[]): CaseState | null {
  const history = inOrder(items)
  const precedes = precedence(history)
  const { taken, void: voided } = retractions(history)
  const live = history.filter((item) => !taken.has(item.entry.id))

  const registers = new Map<string, Register>()
  const put = (field: string, value: unknown, item: Item, settles: readonly string[]) =>
    setRegister(registers, precedes, field, value, item, settles)

  const helpers: Act<Helper>[] = []
  const papers: Act<Paper>[] = []
  const branchVotes: Act<BranchVote>[] = []
  const committeeVotes: Act<CommitteeVote>[] = []
  const submissions: (SubmissionState & {
    received: SubmissionState['received']
    returned: SubmissionState['returned']
  })[] = []
  const decisions: Act<Decision & { submission?: string | undefined }>[] = []
  const receipts: Act<{ date: string }>[] = []
  const ceremonies: Act<Ceremony>[] = []
  const endings: Act<Ending>[] = []
  const lifts: Act<Lift>[] = []
  const replaced = new Set<string>()
  const answers: {
    submission: string
    apply: (state: (typeof submissions)[number]) => (typeof submissions)[number]
  }[] = []
  let line: ListLine | null = null
  let registeredOn: string | null = null
  let previously: string | null = null
  let takenOver: { entry: string; on: string } | null = null
  let keeper: string | null = null
  let recorder: string | null = null
  let onPaper = false
  let full = false

  for (const item of live) {
    const fact = typed(item)
    switch (fact.kind) {
      case 'candidate.registered':
      case 'case.takenOver': {
        full = true
        recorder ??= item.office
        onPaper ||= fact.payload.onPaper === true
        registeredOn ??= fact.payload.on
        for (const [field, value] of Object.entries(fact.payload.profile)) put(field, value, item, [])
        put('unit', fact.payload.unit, item, [])
        if (fact.kind === 'candidate.registered') {
          previously ??= fact.payload.previously ?? null
          break
        }
        takenOver ??= { entry: item.entry.id, on: fact.payload.on }
        const acts = fact.payload.acts
        previously ??= acts.previously ?? null
        for (const helper of acts.helpers ?? []) helpers.push(act(helper, item, true))
        for (const paper of acts.papers ?? []) papers.push(act(paper, item, true))
        if (acts.branchVote) branchVotes.push(act(acts.branchVote, item, true))
        if (acts.committeeVote) committeeVotes.push(act(acts.committeeVote, item, true))
        if (acts.submittedOn !== undefined)
          submissions.push({
            ...act({ date: acts.submittedOn }, item, true),
            snapshot: null,
            received: null,
            returned: null,
          })
        if (acts.decision) decisions.push(act(acts.decision, item, true))
        if (acts.decisionReceivedOn !== undefined) receipts.push(act({ date: acts.decisionReceivedOn }, item, true))
        if (acts.ceremony) ceremonies.push(act(acts.ceremony, item, true))
        break
      }
      case 'candidate.corrected': {
        const settles = fact.payload.settles ?? []
        for (const [field, value] of Object.entries(fact.payload.change.set ?? {})) put(field, value, item, settles)
        for (const field of fact.payload.change.clear ?? []) put(field, undefined, item, settles)
        if (fact.payload.unit !== undefined) put('unit', fact.payload.unit, item, settles)
        break
      }
      case 'candidate.listed':
        keeper ??= item.office
        line = fact.payload
        break
      case 'candidate.ended':
      case 'candidate.withdrawn':
        endings.push(act(fact.payload, item))
        break
      case 'helper.assigned':
        helpers.push(act(fact.payload, item))
        break
      case 'paper.recorded':
        if (fact.payload.replaces !== undefined) replaced.add(fact.payload.replaces)
        papers.push(act(fact.payload, item))
        break
      case 'branchVote.recorded':
        branchVotes.push(act(fact.payload, item))
        break
      case 'committeeVote.recorded':
        committeeVotes.push(act(fact.payload, item))
        break
      case 'finding.lifted':
        lifts.push(act(fact.payload, item))
        break
      case 'dossier.submitted': {
        keeper ??= item.office
        const { snapshot, ...submission } = fact.payload
        submissions.push({ ...act(submission, item), snapshot, received: null, returned: null })
        break
      }
      case 'dossier.received':
        answers.push({
          submission: fact.payload.submission,
          apply: (s) => ({ ...s, received: ownersFirst(s.received, act(fact.payload, item)) }),
        })
        break
      case 'dossier.returned':
        answers.push({
          submission: fact.payload.submission,
          apply: (s) => ({ ...s, returned: ownersFirst(s.returned, act(fact.payload, item)) }),
        })
        break
      case 'decision.recorded':
        decisions.push(act(fact.payload, item))
        break
      case 'decision.receiptRecorded':
        receipts.push(act(fact.payload, item))
        put('receipt', fact.payload.date, item, [])
        break
      case 'ceremony.recorded':
        ceremonies.push(act(fact.payload, item))
        put('ceremony', fact.payload.date, item, [])
        break
      default:
        break
    }
  }
  for (const answer of answers) {
    const at = submissions.findIndex((submission) => submission.entry === answer.submission)
    const found = submissions[at]
    if (found) submissions[at] = answer.apply(found)
  }

  // Who holds the record itself keeps the case, whatever another office may list or send.
  keeper = recorder ?? keeper
  if (keeper === null) return null
  const snapshot = submissions.findLast((submission) => submission.snapshot !== null)?.snapshot ?? null
  const known = full ? 'full' : snapshot ? 'snapshot' : 'line'
  const base =
    known === 'full'
      ? fromRegisters(registers)
      : known === 'snapshot' && snapshot
        ? fromSnapshot(snapshot)
        : fromLine(line)
  if (base === null) return null
  const snapshotEntry = submissions.findLast((submission) => submission.snapshot !== null)
  const given = <T extends { origin: Origin }>(acts: readonly T[]): Act<T>[] =>
    acts.map((value) => ({ ...value, entry: snapshotEntry?.entry ?? id, office: keeper, onPaper: false }))
  const decision = countingDecision(decisions, submissions)
  const fromOwn = known === 'full' || snapshot === null
  return {
    id,
    known,
    keeper,
    onPaper,
    unit: base.unit,
    profile: base.profile,
    registeredOn,
    previously: previously ?? snapshot?.previously ?? null,
    takenOver,
    line,
    helpers: fromOwn ? helpers : given(snapshot.helpers.map((helper) => ({ ...helper, origin: 'recorded' as const }))),
    papers: fromOwn
      ? papers.filter((paper) => paper.origin === 'takenOver' || !replaced.has(paper.entry))
      : given(snapshot.papers),
    branchVotes: fromOwn ? branchVotes : given(snapshot.branchVotes),
    committeeVotes: fromOwn ? committeeVotes : given(snapshot.committeeVotes),
    submissions,
    decisions,
    decision,
    // One from before the decision is of an earlier decision: a refusal that was received, then a new consideration.
    receipt: receipts.findLast(({ date }) => decision === null || date >= decision.date) ?? null,
    ceremony: ceremonies.at(-1) ?? null,
    ending: endings.at(-1) ?? null,
    lifts: fromOwn
      ? lifts
      : [...given(snapshot.lifts.map((lift) => ({ ...lift, origin: 'recorded' as const }))), ...lifts],
    conflicts: conflictsOf(registers),
    retracted: [...taken.keys()].sort(),
    voidRetractions: voided.map(({ item, target, why }) => ({ entry: item.entry.id, target, why })),
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

/** The answer that counts: the first, but one recorded from paper yields to the owner's own. */
function ownersFirst<T extends { readonly onPaper: boolean }>(held: T | null, next: T): T {
  return held === null || (held.onPaper && !next.onPaper) ? next : held
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

function act<T extends object>(payload: T & { onPaper?: boolean | undefined }, item: Item, takenOver = false): Act<T> {
  return {
    ...payload,
    entry: item.entry.id,
    office: item.office,
    origin: takenOver ? 'takenOver' : 'recorded',
    onPaper: payload.onPaper === true,
  }
}

function setRegister(
  registers: Map<string, Register>,
  precedes: Precedes,
  field: string,
  value: unknown,
  item: Item,
  settles: readonly string[],
): void {
  const held = registers.get(field)
  const versions = held === undefined ? [] : [...held.rivals, { value: held.value, item: held.item }]
  const seen = versions.filter((version) => precedes(version.item, item))
  // Whoever saw versions in conflict settles those it names; one that saw no conflict replaces what it saw.
  const isConflict = new Set(seen.map((version) => version.value)).size > 1
  const rivals = versions.filter(
    (version) => !settles.includes(version.item.entry.id) && (isConflict || !seen.includes(version)),
  )
  registers.set(field, { value, item, rivals })
}

function conflictsOf(registers: ReadonlyMap<string, Register>): Conflict[] {
  const conflicts: Conflict[] = []
  for (const [field, register] of registers) {
    const versions = [...register.rivals, { value: register.value, item: register.item }]
    if (new Set(versions.map(({ value }) => value)).size === 1) continue
    conflicts.push({
      field,
      versions: versions.map(({ value, item }) => ({
        entry: item.entry.id,
        office: item.office,
        value: typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value),
      })),
    })
  }
  return conflicts.sort((a, b) => (a.field < b.field ? -1 : 1))
}

function fromRegisters(registers: ReadonlyMap<string, Register>): { unit: string; profile: Profile } | null {
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

function fromSnapshot(snapshot: CaseSnapshot): { unit: string; profile: Profile } {
  return { unit: snapshot.unit.id, profile: snapshot.profile }
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
