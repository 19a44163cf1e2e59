/**
 * Commands for what an office keeps to itself: private notes on a case, a photograph of the person.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { ScanRef } from '../model/acts.ts'
import { command, type Draft } from './command.ts'
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
