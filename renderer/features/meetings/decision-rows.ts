/**
 * What is typed of the decisions of a meeting: numbers one after another from the register, their days, what is odd about
 * each beside the register and beside one another. Pure.
 */
import type { MeetingCaseRow } from '../../../shared/contract/meetings.ts'
import {
  fullNumber,
  nextNumber,
  numberWarnings,
  type NumberWarning,
  type UsedNumber,
} from '../../../shared/documents/number.ts'

/** One row as it is typed. */
export type DecisionRow = {
  readonly key: string
  readonly number: string
  readonly date: string
  readonly reason: string
  readonly officialFrom: string
  readonly numberAgain: boolean
}

/** The rows to begin with: no number is assumed. @param date - of the meeting */
export function emptyDecisions(rows: readonly MeetingCaseRow[], date: string): readonly DecisionRow[] {
  return rows.map((row) => ({
    key: `${row.case} ${row.matter}`,
    number: '',
    date,
    reason: row.vote?.outcome === 'declined' ? (row.vote.remarks ?? '') : '',
    officialFrom: row.matter === 'recognition' && row.vote?.outcome === 'agreed' ? (row.officialFrom ?? '') : '',
    numberAgain: false,
  }))
}

/** Numbers one after another for the rows that have none, from the first typed or the next of the register. */
export function numbered(rows: readonly DecisionRow[], used: readonly UsedNumber[]): readonly DecisionRow[] {
  let taken: readonly UsedNumber[] = [...used, ...asUsed(rows, used)]
  return rows.map((row) => {
    if (row.number.trim() !== '') return row
    const number = nextNumber(taken, 'QĐ', '')
    // Nothing to go on from: the letters of the body are not known.
    if (number.endsWith('/')) return row
    taken = [...taken, { number, date: row.date === '' ? null : row.date, cases: [] }]
    return { ...row, number }
  })
}

/** What is odd about a row's number and day. */
export function doubtsOf(
  row: DecisionRow,
  rows: readonly DecisionRow[],
  used: readonly UsedNumber[],
): readonly NumberWarning[] {
  if (row.number.trim() === '' || row.date === '') return []
  const others = rows.filter(({ key }) => key !== row.key)
  return numberWarnings(fullOf(row.number, used), row.date, [...used, ...asUsed(others, used)], [caseOf(row.key)], 'QĐ')
}

/** The rows with a number, as the command takes them. */
export function decisionsInput(
  rows: readonly DecisionRow[],
  used: readonly UsedNumber[],
): readonly Readonly<Record<string, unknown>>[] {
  return rows
    .filter(({ number }) => number.trim() !== '')
    .map(({ key, number, date, reason, officialFrom, numberAgain }) => {
      const [id = '', matter = ''] = key.split(' ')
      const why = reason.normalize('NFC').trim()
      return {
        case: id,
        ...(matter === 'admission' ? {} : { matter }),
        number: fullOf(number, used),
        date,
        ...(why === '' ? {} : { reason: why }),
        ...(officialFrom === '' ? {} : { officialFrom }),
        ...(numberAgain ? { numberAgain } : {}),
      }
    })
}

/** '12' of a register that goes on in '-QĐ/HU' is '12-QĐ/HU'. */
function fullOf(number: string, used: readonly UsedNumber[]): string {
  const typed = number.normalize('NFC').trim()
  const next = nextNumber(used, 'QĐ', '')
  return next.endsWith('/') ? typed : fullNumber(typed, next)
}

function asUsed(rows: readonly DecisionRow[], used: readonly UsedNumber[]): readonly UsedNumber[] {
  return rows
    .filter(({ number }) => number.trim() !== '')
    .map(({ key, number, date }) => ({
      number: fullOf(number, used),
      date: date === '' ? null : date,
      cases: [caseOf(key)],
      type: 'QĐ',
    }))
}

function caseOf(key: string): string {
  return key.split(' ')[0] ?? ''
}
