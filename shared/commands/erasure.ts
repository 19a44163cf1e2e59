/**
 * Erasing what was written of a person who was not admitted: our own lines at once, those of other offices when a person
 * here carries out what their office asks. What was erased is never told again; only a year, a branch and an outcome
 * stay, so that counts stay true.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { parseChannel } from '../bundle/format.ts'
import { refusal, type DecisionData, type Refusal } from '../contract/refusals.ts'
import type { Item } from '../journal/item.ts'
import { isKind, kindRow } from '../journal/kinds.ts'
import type { CaseState } from '../model/case-state.ts'
import type { Remains } from '../model/remains.ts'
import { isEnded, stageOf } from '../model/stage.ts'
import { command, type Draft } from './command.ts'
import { ownCase } from './kept.ts'

const ADMIN = ['administrator'] as const

/** Erases every line of ours about a person: refused for the admitted, and while the case goes on. */
export const eraseCase = command({
  name: 'case.erase',
  input: z.strictObject({ case: Uuid, reason: text(500) }),
  roles: ADMIN,
  capacity: null,
  load: ({ case: id }, read, context) => {
    const held = ownCase(id, read, context)
    return held.ok ? ok({ state: held.value.case, lines: erasable(read.history(id), context.office.id) }) : held
  },
  decide: ({ state, lines }, { case: id, reason }) => {
    const refused = notErasable(state)
    if (refused) return fail(refused)
    const day = state.ending?.date ?? state.decision?.date ?? state.registeredOn
    const remains = { year: Number((day ?? '').slice(0, 4)) || FIRST_YEAR, branch: state.unit, outcome: stageOf(state) }
    return ok({ drafts: erasures(id, lines, reason, remains), value: { case: id, lines: lines.length } })
  },
})

/** Carries out, or declines with the ground, what other offices have asked about a person. */
export const answerErasure = command({
  name: 'erasure.answer',
  input: z.strictObject({ case: Uuid, outcome: z.enum(['done', 'declined']), ground: text(500).optional() }),
  roles: ADMIN,
  capacity: null,
  load: ({ case: id }, read, context) => {
    const requests = read.openErasures(id)
    return requests.length === 0
      ? fail(refusal('NOTHING_TO_ERASE', {}))
      : ok({ requests, state: read.case(id), lines: erasable(read.history(id), context.office.id) })
  },
  decide: ({ requests, state, lines }, { case: id, outcome, ground }) => {
    const [first] = requests
    if (first === undefined) return fail(refusal('NOTHING_TO_ERASE', {}))
    if (outcome === 'declined' && ground === undefined) return fail(refusal('REASON_NEEDED', {}))
    if (outcome === 'done' && state !== null && isAdmitted(state)) return fail(admittedRefusal(state))
    const answers = requests.map(({ entry, office }): Draft => ({
      kind: 'erasure.answered',
      subject: { type: 'case', id },
      payload: { erasure: entry, outcome, ...(ground === undefined ? {} : { ground }) },
      to: office,
    }))
    const own = outcome === 'done' ? erasures(id, lines, first.reason, first.remains) : []
    return ok({ drafts: [...answers, ...own], value: { case: id, lines: own.length + requests.length } })
  },
})

/**
 * The erasure of all that our office still holds of its own about a case: of one that was erased already, and that a
 * backup has brought back.
 * @param order - what the erasure said then
 */
export function erasedAgain(
  id: string,
  items: readonly Item[],
  office: string,
  { reason, remains }: { readonly reason: string; readonly remains: Remains },
): readonly Draft[] {
  return erasures(id, erasable(items, office), reason, remains)
}

/** True for a command after which the store must be cleaned of what it no longer says. */
export function isErasing(name: string): boolean {
  return name === eraseCase.name || name === answerErasure.name
}

/** A case recorded without any day counts for the year the program knows nothing of. */
const FIRST_YEAR = 1900

/** Why a case cannot be erased, or null. */
function notErasable(state: CaseState): Refusal | null {
  if (isAdmitted(state)) return admittedRefusal(state)
  const sent = state.submissions.at(-1)
  if (sent && sent.returned === null && state.decision === null && state.ending === null)
    return refused(state, 'submitted')
  return isEnded(stageOf(state)) ? null : refused(state, 'goesOn')
}

/** True for somebody whom an office has admitted: what is written of them stays. */
export function isAdmitted({ decision, ceremony, card, decisions }: CaseState): boolean {
  return ceremony !== null || card !== null || [decision, ...decisions].some((act) => act?.outcome === 'admit')
}

function admittedRefusal(state: CaseState): Refusal {
  return refused(state, 'admitted')
}

function refused({ profile }: CaseState, why: DecisionData['NOT_ERASABLE']['why']): Refusal {
  return refusal('NOT_ERASABLE', { name: profile.name, why })
}

/** Lines of our own office that may be erased, in the order of their channels. */
function erasable(items: readonly Item[], office: string): readonly Item[] {
  return items
    .filter((item) => item.office === office && isKind(item.entry.kind) && kindRow(item.entry.kind).erasable)
    .toSorted((a, b) => (a.channel === b.channel ? a.seq - b.seq : a.channel < b.channel ? -1 : 1))
}

/** One erasure a line, each to those who have the line. */
function erasures(id: string, lines: readonly Item[], reason: string, remains: Remains): Draft[] {
  return lines.map(({ channel, seq }): Draft => ({
    kind: 'entry.erased',
    subject: { type: 'case', id },
    payload: { channel, seq, reason, remains },
    to: parseChannel(channel)?.audience ?? 'own',
  }))
}
