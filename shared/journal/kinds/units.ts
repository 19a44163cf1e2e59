/**
 * Units, their counts of members, and the light register of members.
 */
import { Member, MemberCount, Unit, UnitLine } from '../../model/office.ts'
import { define, own } from './row.ts'

/** The rows of this subject, by kind. */
export const UNITS = {
  'unit.added': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: Unit }),
  'unit.changed': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: Unit }),
  'unit.membersCounted': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: MemberCount }),
  'unit.listed': define({
    v: 1,
    subject: 'unit',
    author: 'proposes',
    audience: 'superior',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: UnitLine,
  }),
  'member.added': define({
    v: 1,
    subject: 'member',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: Member,
  }),
  'member.changed': define({
    v: 1,
    subject: 'member',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: Member,
  }),
} as const
