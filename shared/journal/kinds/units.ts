/**
 * Units, their counts of members, and the light register of members.
 */
import { z } from 'zod'
import { Day, text } from '../../base/fields.ts'
import { OfficeId } from '../../base/ids.ts'
import { Member, MemberCount, Unit, UnitLine, UnitSame } from '../../model/office.ts'
import { define, own } from './row.ts'

/** The rows of this subject, by kind. */
export const UNITS = {
  'unit.added': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: Unit, begins: true }),
  'unit.changed': define({
    v: 1,
    subject: 'unit',
    ...own,
    retractableUntil: 'always',
    payload: Unit,
    newestOf: 'unit',
  }),
  'unit.membersCounted': define({
    v: 1,
    subject: 'unit',
    ...own,
    retractableUntil: 'always',
    payload: MemberCount,
    newestOf: 'count',
  }),
  /** A unit of ours on paper is the same as one that its own office keeps; taken back where that was wrong. */
  'unit.identified': define({
    v: 1,
    subject: 'unit',
    ...own,
    retractableUntil: 'always',
    payload: UnitSame,
    newestOf: 'sameUnit',
  }),
  /** A private note of our own office on a unit, whoever keeps it: never sent, taken back at any time. */
  'unit.noted': define({
    v: 1,
    subject: 'unit',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: z.strictObject({ text: text(4000) }),
  }),
  'unit.listed': define({
    v: 1,
    subject: 'unit',
    author: 'proposes',
    audience: 'superior',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: UnitLine,
    newestOf: 'line',
  }),
  /** An office that is merged into another gives it the unit: once to the successor, once to the office above. */
  'unit.handedOver': define({
    v: 1,
    subject: 'unit',
    author: 'proposes',
    audience: 'superior',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({ to: OfficeId, on: Day }),
  }),
  'member.added': define({
    v: 1,
    subject: 'member',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: Member,
    begins: true,
  }),
  'member.changed': define({
    v: 1,
    subject: 'member',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: Member,
    newestOf: 'member',
  }),
} as const
