/**
 * Taking an entry back, and voiding a line that another office cannot read.
 */
import { z } from 'zod'
import { text } from '../../base/fields.ts'
import { Uuid } from '../../base/ids.ts'
import { define } from './row.ts'

/** The rows of this subject, by kind. */
export const CORRECTIONS = {
  'entry.retracted': define({
    v: 1,
    subject: 'case',
    author: 'any',
    audience: 'asTarget',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({ target: Uuid, reason: text(1000).optional() }),
  }),
  'entry.voided': define({
    v: 1,
    subject: 'case',
    author: 'any',
    audience: 'asTarget',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({ target: Uuid, seq: z.number().int().min(1), reason: text(1000) }),
  }),
} as const
