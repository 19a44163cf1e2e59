/**
 * An office that is merged into another (sáp nhập, hợp nhất): on a day it gives everything it keeps to its successor, each
 * unit and each case that goes on, once to the successor by value and once to the office above, which then knows who keeps
 * it. A dossier that waits for its answer goes along: the office above answers it to the successor. What has ended stays with the office that ended it: nothing is counted twice.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { OfficeId } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { trusted } from '../base/trust.ts'
import { refusal } from '../contract/refusals.ts'
import type { Entry } from '../journal/entry.ts'
import type { Item } from '../journal/item.ts'
import { isEnded, stageOf } from '../model/stage.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { command, type CommandContext, type Draft, type Reader } from './command.ts'
import type { OpenDossier } from '../model/hand-over.ts'
import type { CaseSnapshot } from '../model/snapshot.ts'
import { conflictOpen, openDossiers, valueOf } from './hand-over.ts'
import { caseInHand, superiorOf, type CaseInHand } from './kept.ts'
import { impossible } from './marks.ts'

/** A case that goes over by value, with what waits for an answer in it. */
type Going = CaseInHand & { readonly open: readonly OpenDossier[]; readonly snapshot: CaseSnapshot }

/** Gives everything our office keeps to its successor. */
export const succeedOffice = command({
  name: 'office.succeed',
  input: z.strictObject({ to: OfficeId, on: Day, reason: line(300) }),
  roles: ['administrator'],
  capacity: null,
  load: ({ to }, read, context) => {
    const successor = read.peer(to)
    if (successor === null || successor.revoked || successor.peer.relation !== 'successor')
      return fail(refusal('NOT_A_SUCCESSOR', { name: successor?.peer.name ?? null }))
    const going = read.liveCaseIds().flatMap((id) => {
      const state = read.case(id)
      return state === null || state.keeper !== context.office.id || isEnded(stageOf(state)) ? [] : [state]
    })
    const unsettled = conflictOpen(going, context)
    if (unsettled) return fail(unsettled)
    const held: Going[] = []
    for (const { id } of going) {
      const inHand = caseInHand(id, read, context)
      if (!inHand.ok) return inHand
      const snapshot = valueOf(inHand.value, context)
      if (!snapshot.ok) return snapshot
      held.push({ ...inHand.value, open: openDossiers(inHand.value, read), snapshot: snapshot.value })
    }
    const units = read
      .unitIds()
      .flatMap((id) => read.unit(id) ?? [])
      .filter(({ keeper }) => keeper === context.office.id)
    const superior = superiorOf(read)
    return ok({ held, units, superior, untold: superior === null ? [] : untold(to, superior.id, read, context) })
  },
  decide: ({ held, units, superior, untold: before }, { to, on, reason }, context) => {
    const wrong = impossibleDays({ date: on }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const { id: office } = context.office
    const told = superior === null ? [] : [superior.id]
    const drafts: Draft[] = [
      ...before,
      { kind: 'office.succeeded', subject: { type: 'office', id: office }, payload: { to, on, reason } },
      ...units.flatMap(({ id }) =>
        [to, ...told].map((audience): Draft => ({
          kind: 'unit.handedOver',
          subject: { type: 'unit', id },
          payload: { to, on },
          to: audience,
        })),
      ),
      ...held.flatMap((inHand) => {
        const { id, unit, registeredOn } = inHand.case
        const subject = { type: 'case', id } as const
        const move = { from: office, to, unit, on, reason: 'succession' as const }
        const payload = {
          ...move,
          ...(registeredOn === null ? {} : { registeredOn }),
          ...(inHand.open.length === 0 ? {} : { open: [...inHand.open] }),
        }
        return [
          {
            kind: 'case.handedOver',
            subject,
            payload: { ...payload, snapshot: inHand.snapshot },
            to,
          } as const,
          ...told.map((audience) => ({ kind: 'case.handedOver', subject, payload, to: audience }) as const),
        ]
      }),
    ]
    return ok({ drafts, value: { cases: held.length, units: units.length } })
  },
})

/**
 * What went to the successor while our pairing with the office above was ended: once they are paired anew it is told then,
 * since it goes on answering to us until it knows.
 */
function untold(to: string, superior: string, read: Reader, { office }: CommandContext): readonly Draft[] {
  const missing = (items: readonly Item[]) => {
    const given = items.filter((item) => item.office === office.id && isGiven(item.entry, to))
    return given.some(({ audience }) => audience === superior) ? undefined : given.at(-1)
  }
  const units = read.unitIds().flatMap((id) => missing(read.unitHistory(id)) ?? [])
  const cases = read.liveCaseIds().flatMap((id) => missing(read.history(id)) ?? [])
  return [...units, ...cases].map(({ entry: { kind, subject, payload } }) => {
    // The office above has seen the case itself.
    const { snapshot: _byValue, ...rest } = trusted<{ readonly snapshot?: unknown }>(payload)
    return trusted<Draft>({ kind, subject, payload: rest, to: superior })
  })
}

function isGiven({ kind, payload }: Entry, to: string): boolean {
  if (kind !== 'unit.handedOver' && kind !== 'case.handedOver') return false
  return trusted<{ readonly to: string }>(payload).to === to
}
