/**
 * Commands for what an office keeps to itself: private notes on a case or a unit, a photograph of the person.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { ScanRef } from '../model/acts.ts'
import { command, found, type Draft } from './command.ts'
import { caseInHand } from './kept.ts'

const WORKERS = ['clerk', 'secretary', 'reviewer', 'decider', 'administrator'] as const

/** Writes a private note on a case that our office keeps or has been shown. */
export const recordNote = command({
  name: 'note.record',
  input: z.strictObject({ case: Uuid, text: text(4000) }),
  roles: WORKERS,
  capacity: null,
  load: (input, read, context) => caseInHand(input.case, read, context),
  decide: (_held, { case: id, text: written }) => {
    const draft: Draft = { kind: 'note.recorded', subject: { type: 'case', id }, payload: { text: written } }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Writes a private note on a unit, also on one that another office keeps. */
export const recordUnitNote = command({
  name: 'unit.note',
  input: z.strictObject({ unit: Uuid, text: text(4000) }),
  roles: WORKERS,
  capacity: null,
  load: ({ unit: id }, read) => found(read.unit(id), 'unit', id),
  decide: (_unit, { unit: id, text: written }) => {
    const draft: Draft = { kind: 'unit.noted', subject: { type: 'unit', id }, payload: { text: written } }
    return ok({ drafts: [draft], value: { unit: id } })
  },
})

/** Keeps a photograph of a person, in place of the one before. */
export const recordPhoto = command({
  name: 'photo.record',
  input: z.strictObject({ case: Uuid, scan: ScanRef }),
  roles: WORKERS,
  capacity: null,
  load: ({ case: id, scan }, read, context) =>
    read.scanKnown(scan.sha256)
      ? caseInHand(id, read, context)
      : fail(refusal('NOT_FOUND', { what: 'scan', id: scan.sha256 })),
  decide: (_held, { case: id, scan }) => {
    const draft: Draft = { kind: 'photo.recorded', subject: { type: 'case', id }, payload: { scan } }
    return ok({ drafts: [draft], value: { case: id } })
  },
})
