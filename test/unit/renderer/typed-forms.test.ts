/** What forms with many rows make of what is typed: nothing that nobody said, and nothing of somebody else's is lost. */
import { expect, it } from 'vitest'
import { changedSeats, numbered, resultRows, type Results } from '../../../renderer/features/classes/results.ts'
import {
  emptyVotes,
  isRemarkAlone,
  neededOf,
  outcomeOf,
  votesInput,
} from '../../../renderer/features/meetings/vote-rows.ts'
import { NO_NOTES, unrecorded, withDraft } from '../../../renderer/features/review/remarks.ts'
import { trusted } from '../../../shared/base/trust.ts'
import type { SeatRow } from '../../../shared/contract/classes.ts'
import type { MeetingCaseRow } from '../../../shared/contract/meetings.ts'
import type { CheckedLine } from '../../../shared/model/review-work.ts'
import { rulesOn } from '../../../renderer/rules-in-force.ts'

const held = (id: string, number: string, date: string) =>
  trusted<SeatRow>({ case: id, end: { outcome: 'passed', certificate: { number, date, signer: 'Lê Văn An' } } })
const open = (id: string) => trusted<SeatRow>({ case: id, end: null })
const passed = (number: string) => ({ outcome: 'passed', number })

const SEATS = [held('one', '01/CN', '2024-01-19'), held('two', '02/CN', '2024-01-20'), open('late')]
const LINES = { one: passed('01/CN'), two: passed('02/CN'), late: passed('') }
const TYPED: Results = { date: '2024-03-01', signer: 'Trần Thị Bình', redates: false, lines: LINES }

it('a certificate that comes late leaves those on record as they are', () => {
  const lines = numbered(SEATS, LINES, '03/CN')
  expect(lines).toEqual({ ...LINES, late: passed('03/CN') })
  expect(resultRows(SEATS, { ...TYPED, lines })).toEqual([
    {
      case: 'late',
      outcome: 'passed',
      certificate: { number: '03/CN', date: '2024-03-01', signer: 'Trần Thị Bình' },
    },
  ])
})

it('a number put right keeps the day and the signer, and both are changed only where that is asked for', () => {
  const lines = { ...LINES, one: passed('10/CN'), late: { outcome: 'failed', number: '' } }
  expect(resultRows(SEATS, { ...TYPED, lines })).toEqual([
    { case: 'one', outcome: 'passed', certificate: { number: '10/CN', date: '2024-01-19', signer: 'Lê Văn An' } },
    { case: 'late', outcome: 'failed' },
  ])
  expect(resultRows(SEATS.slice(0, 2), { ...TYPED, redates: true })).toEqual(
    ['01/CN', '02/CN'].map((number, place) => ({
      case: ['one', 'two'][place],
      outcome: 'passed',
      certificate: { number, date: '2024-03-01', signer: 'Trần Thị Bình' },
    })),
  )
  expect(changedSeats(SEATS.slice(0, 2), TYPED)).toEqual([])
})

it('a vote with only those against is declined; one that nobody said anything of is not recorded', () => {
  const rows = emptyVotes([trusted<MeetingCaseRow>({ case: 'one', matter: 'admission' })], '11')
  const share = rulesOn('2024-04-02').votes.deciding.share.value
  const against = rows.map((row) => ({ ...row, disagree: '5' }))
  const outcome = (row: (typeof rows)[number]) => outcomeOf(row, 11, share)
  expect(votesInput(against, outcome)).toMatchObject([{ case: 'one', agree: 0, disagree: 5, outcome: 'declined' }])
  expect(votesInput(rows, outcome)).toEqual([])
  expect(rows.map((row) => isRemarkAlone({ ...row, remarks: 'Chờ bổ sung' }))).toEqual([true])
  expect(against.map((row) => isRemarkAlone({ ...row, remarks: 'Chờ bổ sung' }))).toEqual([false])
})

it('each matter asks for its own share of the members', () => {
  const { votes } = rulesOn('2024-04-02')
  const half = { numerator: 1, denominator: 2, strict: true }
  const stricter = {
    ...votes,
    deciding: { ...votes.deciding, share: { ...votes.deciding.share, value: half } },
    recognition: {
      ...votes.recognition,
      deciding: {
        ...votes.recognition.deciding,
        share: { ...votes.recognition.deciding.share, value: { numerator: 2, denominator: 3, strict: false } },
      },
    },
  }
  const rows = [{ matter: 'admission' }, { matter: 'recognition' }, { matter: 'admission' }] as const
  expect([...neededOf(rows, 11, { votes: stricter })]).toEqual([
    ['admission', 6],
    ['recognition', 8],
  ])
})

it('a draft that is older than what somebody else has checked takes none of it back', () => {
  const checked = [trusted<CheckedLine>({ paper: '5-KND', ok: true, note: 'Đủ chữ ký' })]
  const draft = { seen: ['2-KND'], remarks: { '2-KND': 'Thiếu ngày' } }
  const notes = withDraft(draft, checked)
  expect(notes).toEqual({ seen: ['5-KND', '2-KND'], remarks: { '5-KND': 'Đủ chữ ký', '2-KND': 'Thiếu ngày' } })
  expect(unrecorded(notes, checked)).toEqual([{ paper: '2-KND', ok: true, note: 'Thiếu ngày' }])
  expect(unrecorded(withDraft(NO_NOTES, checked), checked)).toEqual([])
})
