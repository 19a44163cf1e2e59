/**
 * One pasted cell at a time: days in any shape a spreadsheet leaves behind, sex, and answers from a closed list. Month
 * before day and serial numbers are read only where a person has said so for the whole column.
 */
import { addDays } from '../calendar/plain-date.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { parseVietnameseDate, type DateError, type PartialDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import type { Education, Occupation, Qualification, Sex, Source } from '../model/codes.ts'

/** How the days of a column are to be read. `serial`: numbers of a spreadsheet, by the day they count from. */
export type DateReading = { readonly order: 'dmy' | 'mdy'; readonly serial: '1900' | '1904' | null }

/** As the house reads days; numbers of a spreadsheet are asked about. */
export const ORDINARY: DateReading = { order: 'dmy', serial: null }

/** Why a cell is no day: as typed dates, or a number that nobody has explained yet. */
export type CellDateError = DateError | 'serial'

const SERIAL = /^(\d{4,5})(?:[.,]\d+)?$/u

/** Reads a day. */
export function readDateCell(cell: string, { order, serial }: DateReading): Result<PartialDate, CellDateError> {
  const text = cell.replace(/[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AP]M)?$/iu, '').trim()
  const number = SERIAL.exec(text)
  if (number !== null && !isYear(text)) {
    if (serial === null) return fail('serial')
    return ok(dayOfSerial(Number(number[1]), serial))
  }
  const swapped = order === 'mdy' ? text.replace(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})$/u, '$3$2$1$2$4') : text
  return parseVietnameseDate(swapped)
}

/** The day that a spreadsheet's number stands for; the 1900 count has a 29/02/1900 that never was. */
export function dayOfSerial(number: number, base: '1900' | '1904'): string {
  if (base === '1904') return addDays('1904-01-01', number)
  return addDays('1899-12-30', number < 60 ? number + 1 : number)
}

/** What is to be asked about a column of days, with up to three samples. */
export type DateDoubt = { readonly code: 'serial' | 'monthFirst'; readonly samples: readonly string[] }

/** Doubts about a column of days. */
export function dateDoubts(cells: readonly string[]): readonly DateDoubt[] {
  const serials = cells.filter((cell) => readsAs(cell, ORDINARY) === 'serial')
  const swapped = cells.filter(
    (cell) => readsAs(cell, ORDINARY) === 'no_such_month' && readsAs(cell, { order: 'mdy', serial: null }) === null,
  )
  return [
    ...(serials.length === 0 ? [] : [{ code: 'serial', samples: serials.slice(0, 3) } as const]),
    ...(swapped.length === 0 ? [] : [{ code: 'monthFirst', samples: swapped.slice(0, 3) } as const]),
  ]
}

/** Reads 'Nam', 'Nữ', also without marks. */
export function readSex(cell: string): Sex | null {
  const word = fold(cell)
  return word === 'nam' || word === 'm' ? 'male' : word === 'nu' || word === 'f' ? 'female' : null
}

/** An answer of a closed list, by its label or by what offices write instead. */
export function readCode<Code extends string>(
  cell: string,
  labels: { readonly [C in Code]: string },
  others: Readonly<Partial<Record<Code, readonly string[]>>>,
): Code | null {
  const word = fold(cell)
  const codes = codesOf(labels)
  return (
    codes.find((code) => fold(labels[code]) === word) ??
    codes.find((code) => (others[code] ?? []).includes(word)) ??
    null
  )
}

/** What offices write for general education, folded. */
export const EDUCATION_WORDS: Readonly<Partial<Record<Education, readonly string[]>>> = {
  none: ['mu chu'],
  literate: ['biet chu', 'biet doc biet viet'],
  primary: ['cap 1', 'cap i', 'th', '5 12', '5 5', '4 10'],
  lowerSecondary: ['cap 2', 'cap ii', 'thcs', '9 12', '9 9', '7 10', 'tot nghiep thcs'],
  upperSecondary: ['cap 3', 'cap iii', 'thpt', 'ptth', '12 12', '10 10', 'tot nghiep thpt', 'bt thpt', '12'],
}

/** What offices write for professional training, folded. */
export const QUALIFICATION_WORDS: Readonly<Partial<Record<Qualification, readonly string[]>>> = {
  none: ['khong', 'chua qua dt'],
  elementary: ['sc', 'so cap nghe'],
  intermediate: ['tc', 'trung cap nghe', 'thcn', 'tccn'],
  college: ['cd', 'cao dang nghe', 'cdsp'],
  bachelor: ['dh', 'dai hoc', 'cu nhan', 'ky su', 'dhsp'],
  master: ['ths', 'thac sy', 'cao hoc'],
  doctor: ['ts', 'tien sy'],
}

/** What offices write for occupations, folded. */
export const OCCUPATION_WORDS: Readonly<Partial<Record<Occupation, readonly string[]>>> = {
  farmer: ['lam ruong', 'nong nghiep', 'lam nong'],
  worker: ['cong nhan', 'lao dong'],
  official: ['can bo', 'cong chuc', 'cbcc', 'can bo xa'],
  publicEmployee: ['giao vien', 'y si', 'bac si', 'gv'],
  pupil: ['hs'],
  student: ['sv'],
  freelance: ['tu do', 'ldtd', 'buon ban', 'kinh doanh'],
  retired: ['huu tri', 'nghi huu'],
  armedForces: ['bo doi', 'quan nhan', 'cong an'],
}

/** What offices write for those who introduce, folded. */
export const SOURCE_WORDS: Readonly<Partial<Record<Source, readonly string[]>>> = {
  youthUnion: ['doan tn', 'doan thanh nien', 'dtn', 'doan'],
  womenUnion: ['phu nu', 'hoi phu nu', 'hpn'],
  farmersUnion: ['nong dan', 'hnd'],
  veterans: ['cuu chien binh', 'ccb', 'hoi ccb'],
  fatherlandFront: ['mttq', 'mat tran'],
  tradeUnion: ['cd co so', 'cong doan co so'],
}

/** Why a cell is no day; null where it is one. */
function readsAs(cell: string, reading: DateReading): CellDateError | null {
  const read = readDateCell(cell, reading)
  return cell === '' || read.ok ? null : read.error
}

/** 1968 is a year, 24853 is not. */
function isYear(text: string): boolean {
  return /^(?:1[89]|20|21)\d\d$/u.test(text)
}

function codesOf<Code extends string>(labels: { readonly [C in Code]: string }): readonly Code[] {
  const codes: Code[] = []
  for (const code in labels) codes.push(code)
  return codes
}
