/**
 * The one path by which a person's work is written: load, decide, append, apply, in one BEGIN IMMEDIATE transaction.
 * The same call id again answers the first result, so a retry never records twice.
 */
import { trusted, trustedJson } from '../shared/base/trust.ts'
import { canonicalJson, sha256Hex, utf8, type Json } from '../shared/base/canonical.ts'
import { derivedId } from '../shared/base/ids.ts'
import { fail, ok, type Result } from '../shared/base/result.ts'
import type { AnyCommand, CommandContext, Draft } from '../shared/commands/command.ts'
import { refusal, type Refusal } from '../shared/contract/refusals.ts'
import { unitLineDraft } from '../shared/commands/units.ts'
import { subjectKey, type Subject } from '../shared/journal/entry.ts'
import { inOrder, typed, type Item } from '../shared/journal/item.ts'
import { Matter } from '../shared/model/acts.ts'
import { strayLines } from '../shared/model/case-state.ts'
import { foldUnit } from '../shared/model/office-state.ts'
import { actsOf, listLineOf } from '../shared/model/stage.ts'
import { applySubject } from './apply/index.ts'
import { isJudgedAtOnce, keepTouched } from './assessments.ts'
import { cutBack } from './cut-back.ts'
import { forgetErased } from './erase.ts'
import { tellGivenInVain } from './handed-twice.ts'
import { itemsAbout, kindsAbout } from './journal.ts'
import { caseItems, foldedCase, loadOffice } from './load.ts'
import { loadJudging } from './load-rules.ts'
import type { Store } from './open.ts'
import { alsoTakenBack } from './of-said-again.ts'
import { createReader } from './reader.ts'
import { passOn } from './pass-on.ts'
import { passOnAnswers } from './pass-on-answers.ts'
import { record, superiorFor, type Recorded, type Recorder } from './record.ts'
import { prepared, write, type WriteDb } from './transaction.ts'

/** Everything a command needs from outside the store. */
export type CommandEnvironment = {
  readonly recorder: Recorder
  readonly scanKnown: (sha256: string) => boolean
}

/** What a recorded command answers: its value, the entries written, and whether this was a repeat. */
export type CommandAnswer = {
  readonly value: Json
  readonly entries: readonly string[]
  readonly touched: readonly Subject[]
  readonly repeated: boolean
}

/**
 * Runs one command. Its input has been parsed and its caller's rights checked.
 * @param callId - UUID of the call, which becomes the id of its first entry
 */
export function runCommand(
  store: Store,
  command: AnyCommand,
  input: unknown,
  callId: string,
  environment: CommandEnvironment,
): Result<CommandAnswer, Refusal> {
  return write(store, (db) => runCommandIn(db, command, input, callId, environment))
}

/** The same inside a transaction that holds many commands: a list taken in at once, the stores of the bench. */
export function runCommandIn(
  db: WriteDb,
  command: AnyCommand,
  input: unknown,
  callId: string,
  environment: CommandEnvironment,
): Result<CommandAnswer, Refusal> {
  const inputHash = sha256Hex(utf8(canonicalJson(trusted<Json>(input))))
  const earlier = earlierCall(db, callId)
  if (earlier) {
    const same = earlier.name === command.name && earlier.input_hash === inputHash
    if (!same) return fail(refusal('CALL_REUSED', { name: command.name }))
    return ok({ ...trustedJson<Omit<CommandAnswer, 'repeated'>>(earlier.result), repeated: true })
  }
  const { recorder } = environment
  const office = loadOffice(db)
  if (office === null) return fail(refusal('NOT_SET_UP', {}))
  const context: CommandContext = {
    id: callId,
    newId: (n) => derivedId(callId, n),
    actor: recorder.actor,
    office,
    ...loadJudging(db, recorder.today, recorder.inDoubt),
    lastDay: recorder.inDoubt === true ? undefined : recorder.today,
  }
  const decided = command.run(input, createReader(db, environment.scanKnown), context)
  if (!decided.ok) return decided
  const { drafts, value } = decided.value
  const written = recordAndApply(db, recorder, callId, [...drafts, ...alsoTakenBack(db, recorder.office, drafts)])
  const answer = {
    value,
    entries: written.map(({ id }) => id),
    touched: distinct(written.map(({ subject }) => subject)),
  }
  keepCall(db, callId, command.name, inputHash, answer)
  return ok({ ...answer, repeated: false })
}

const NO_KINDS: ReadonlySet<string> = new Set()

/**
 * Appends drafts, applies the subjects they touch, lists changed cases to the superior, and passes on what others wait for.
 * @param changed - subjects changed by something else, an import, and applied already
 */
export function recordAndApply(
  db: WriteDb,
  recorder: Recorder,
  callId: string,
  drafts: readonly Draft[],
  changed: Iterable<Subject> = [],
): Recorded[] {
  const written = record(db, recorder, callId, drafts)
  const lost = drafts.flatMap((draft) => (draft.kind === 'peer.revoked' ? cutBack(db, draft.payload, recorder.at) : []))
  const touched = distinct([...written.map(({ subject }) => subject), ...lost])
  const isCase = ({ type }: Subject) => type === 'case'
  const others = new Set<string>()
  for (const { type, id } of touched) if (type !== 'case') applySubject(db, type, id, false, others)
  const about = distinct([...touched, ...changed])
  const lines = about.flatMap((subject) => {
    const kinds = subject.type === 'case' ? kindsAbout(db, subject) : NO_KINDS
    return [
      ...changedListLine(db, recorder, subject),
      ...changedUnitLine(db, recorder, subject),
      ...passOn(db, recorder, subject, kinds),
      ...passOnAnswers(db, recorder, subject, kinds),
      ...tellGivenInVain(db, recorder, subject, kinds),
    ]
  })
  const listed = record(db, recorder, callId, lines, drafts.length)
  const judged = distinct([...about, ...listed.map(({ subject }) => subject)])
  const isJudgedNext = isJudgedAtOnce(db, judged)
  // Once, with what was listed: each time writes the pages of every index that a case stands in.
  for (const { type, id } of distinct([...touched.filter(isCase), ...listed.map(({ subject }) => subject)]))
    applySubject(db, type, id, isJudgedNext, others)
  forgetErased(db, drafts)
  keepTouched(db, judged, others, recorder.today)
  return [...written, ...listed]
}

/**
 * The list line of a case of ours, if the superior has not seen it as it now is; before submission only. A case whose
 * registration was taken back is taken off the superior's list.
 */
function changedListLine(db: WriteDb, recorder: Recorder, subject: Subject): Draft[] {
  if (subject.type !== 'case') return []
  // A case that another office keeps is not ours to list: so it is with most cases that an import brings.
  const kept = prepared<{ keeper: string }>(db, 'SELECT keeper FROM cases WHERE case_id = ?').get(subject.id)
  if (kept !== undefined && kept.keeper !== recorder.office) return []
  const items = caseItems(db, subject.id)
  const stray = strayLines(items).filter(({ office }) => office === recorder.office)
  if (stray.length > 0)
    return stray.map(({ entry }) => ({ kind: 'entry.retracted', subject, payload: { target: entry.id } }))
  const state = foldedCase(subject.id, items)
  if (state === null || state.known !== 'full' || state.keeper !== recorder.office) return []
  // Of whatever matter: who was taken over in probation is sent up for recognition first.
  const isSent = Matter.options.some((matter) =>
    actsOf(state, matter).submissions.some(({ snapshot }) => snapshot !== null),
  )
  if (isSent) return []
  const superior = superiorFor(db, state.unit, recorder.today)
  if (superior === null) return []
  const line = listLineOf(state)
  if (state.line !== null && canonicalJson(state.line) === canonicalJson(line)) return []
  return [{ kind: 'candidate.listed', subject, payload: line, to: superior }]
}

/**
 * The line of a unit of ours, if the superior was shown it otherwise, or by us not at all: commands list what they change
 * themselves, so this is for what was taken back, and for what an office that was merged into ours has given us, which may
 * never tell the superior itself. A unit whose addition was taken back is shown as closed.
 */
function changedUnitLine(db: WriteDb, recorder: Recorder, subject: Subject): Draft[] {
  if (subject.type !== 'unit') return []
  const items = itemsAbout(db, 'unit', subject.id)
  const shown = inOrder(items).findLast(
    ({ office, entry }) => office === recorder.office && entry.kind === 'unit.listed',
  )
  if (shown === undefined && !isGivenTo(items, recorder.office)) return []
  const superior = superiorFor(db, subject.id, recorder.today)
  const state = foldUnit(subject.id, items)
  if (superior === null || (state !== null && state.keeper !== recorder.office)) return []
  if (shown === undefined) return state === null ? [] : [unitLineDraft(state, superior)]
  const line = typed(shown)
  if (line.kind !== 'unit.listed') return []
  const draft: Draft =
    state === null
      ? {
          kind: 'unit.listed',
          subject,
          payload: { ...line.payload, to: line.payload.to ?? recorder.today },
          to: superior,
        }
      : unitLineDraft(state, superior)
  return canonicalJson(trusted<Json>(draft.payload)) === canonicalJson(trusted<Json>(line.payload)) ? [] : [draft]
}

function isGivenTo(items: readonly Item[], office: string): boolean {
  return items.some((item) => {
    const fact = typed(item)
    return fact.kind === 'unit.handedOver' && fact.payload.to === office
  })
}

function distinct(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()]
}

type CallRow = { readonly name: string; readonly input_hash: string; readonly result: string }

function earlierCall(db: WriteDb, callId: string): CallRow | undefined {
  return prepared<CallRow>(db, 'SELECT name, input_hash, result FROM calls WHERE id = ?').get(callId)
}

function keepCall(db: WriteDb, callId: string, name: string, inputHash: string, answer: unknown): void {
  prepared(db, 'INSERT INTO calls (id, name, input_hash, result) VALUES (?, ?, ?, ?)').run(
    callId,
    name,
    inputHash,
    JSON.stringify(answer),
  )
}
