/**
 * Payloads by chance of the work of the deciding office: review, consents, meetings and their votes, who is one person.
 */
import fc from 'fast-check'
import type { Kind, PayloadOf } from '../../shared/journal/kinds.ts'
import type { MEETINGS } from '../../shared/journal/kinds/meetings.ts'
import { Matter } from '../../shared/model/acts.ts'
import type { Meeting } from '../../shared/model/meeting-acts.ts'
import { ConsentKind, Judgement, MeetingOutcome, type CheckedItem } from '../../shared/model/review-acts.ts'
import { count, document, paperCode, some, someDay, someLine } from './arbitrary-values.ts'

/** Ids of meetings that entries are about. */
export const MEETING_IDS = ['01890000-0000-7000-8000-0000000000e1', '01890000-0000-7000-8000-0000000000e2'] as const

const onPaper = fc.boolean()
const matter = fc.constantFrom(...Matter.options)
const kind = fc.constantFrom(...ConsentKind.options)

const item: fc.Arbitrary<CheckedItem> = fc
  .tuple(
    fc.oneof(
      paperCode.map((paper) => ({ paper })),
      someLine.map((line) => ({ line })),
    ),
    some<Pick<CheckedItem, 'ok' | 'note'>>({ ok: fc.boolean(), note: someLine }, ['ok']),
  )
  .map(([what, rest]) => ({ ...what, ...rest }))

/** Payloads by kind. */
export function meetingsOver(pool: {
  readonly cases: readonly string[]
  readonly users: readonly string[]
  readonly entries: readonly string[]
}): { readonly [K in Extract<Kind, keyof typeof MEETINGS>]: fc.Arbitrary<PayloadOf<K>> } {
  const someCase = fc.constantFrom(...pool.cases)
  const meeting: fc.Arbitrary<Meeting> = some<Meeting>(
    {
      date: someDay,
      time: fc.constantFrom('07:30', '14:00'),
      place: someLine,
      body: someLine,
      members: fc.integer({ min: 1, max: 40 }),
      chair: someLine,
      secretary: someLine,
      agenda: someLine,
      cases: fc.array(fc.record({ case: someCase, matter }), { maxLength: 3 }),
    },
    ['date', 'body', 'members', 'cases'],
  )
  const entry = fc.constantFrom(...pool.entries)
  return {
    'dossier.assigned': some<PayloadOf<'dossier.assigned'>>({ reviewer: fc.constantFrom(...pool.users) }, []),
    'dossier.checked': some<PayloadOf<'dossier.checked'>>(
      { submission: entry, items: fc.array(item, { minLength: 1, maxLength: 3 }) },
      ['items'],
    ),
    'duplicates.judged': some<PayloadOf<'duplicates.judged'>>(
      { other: someCase, judgement: fc.constantFrom(...Judgement.options), note: someLine },
      ['other', 'judgement'],
    ),
    'meeting.called': meeting,
    'meeting.changed': meeting,
    'meeting.held': some<PayloadOf<'meeting.held'>>(
      { date: someDay, present: count, absences: someLine, chair: someLine, secretary: someLine, notes: someLine },
      ['date', 'present'],
    ),
    'meeting.cancelled': fc.record({ reason: someLine }),
    'meeting.voted': some<PayloadOf<'meeting.voted'>>(
      {
        meeting: fc.constantFrom(...MEETING_IDS),
        matter,
        present: count,
        agree: count,
        disagree: count,
        blank: count,
        outcome: fc.constantFrom(...MeetingOutcome.options),
        remarks: someLine,
      },
      ['meeting', 'present', 'agree', 'disagree', 'blank', 'outcome'],
    ),
    'consent.requested': some<PayloadOf<'consent.requested'>>(
      { kind, about: someLine, date: someDay, to: someLine, letter: document, relays: entry, onPaper },
      ['kind', 'date', 'to'],
    ),
    'consent.recorded': some<PayloadOf<'consent.recorded'>>(
      {
        kind,
        about: someLine,
        paper: paperCode,
        number: someLine,
        date: someDay,
        issuer: someLine,
        granted: fc.boolean(),
        note: someLine,
        relays: entry,
        onPaper,
      },
      ['kind', 'number', 'date', 'issuer', 'granted'],
    ),
  }
}
