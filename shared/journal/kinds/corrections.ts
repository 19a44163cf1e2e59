/**
 * Taking an entry back, voiding a line that another office cannot read, and erasing what was written of a person.
 */
import { z } from 'zod'
import { text } from '../../base/fields.ts'
import { Uuid } from '../../base/ids.ts'
import { Remains } from '../../model/remains.ts'
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
  /**
   * One line of the author's own office, or of one that has become it; elsewhere a request, which a person carries out or
   * declines. Of a line of the reader's own it asks for what the reader has written of the person.
   */
  'entry.erased': define({
    v: 1,
    subject: 'case',
    author: 'any',
    audience: 'asTarget',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({
      channel: z.string().min(1).max(100),
      seq: z.number().int().min(1),
      reason: text(500),
      remains: Remains,
    }),
  }),
  'erasure.answered': define({
    v: 1,
    subject: 'case',
    author: 'any',
    audience: 'asTarget',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({ erasure: Uuid, outcome: z.enum(['done', 'declined']), ground: text(500).optional() }),
    names: ['erasure'],
  }),
} as const
