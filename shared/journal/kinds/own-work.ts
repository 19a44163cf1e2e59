/**
 * What an office keeps for itself about its work: a note on a case, a photograph. Nothing of it ever leaves the office.
 */
import { z } from 'zod'
import { text } from '../../base/fields.ts'
import { ScanRef } from '../../model/acts.ts'
import { define, own } from './row.ts'

/** The rows of this subject, by kind. */
export const OWN_WORK = {
  /** A private note: never in a snapshot, erasable at any time. */
  'note.recorded': define({
    v: 1,
    subject: 'case',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: z.strictObject({ text: text(4000) }),
  }),
  /** The person's photograph, for our own screen; the papers of the dossier have theirs on them. */
  'photo.recorded': define({
    v: 1,
    subject: 'case',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: z.strictObject({ scan: ScanRef }),
    newestOf: 'photo',
  }),
} as const
