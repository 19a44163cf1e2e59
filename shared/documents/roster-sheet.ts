/**
 * The roster of a class as a spreadsheet that a trainer without the program fills in, and what comes back from it. A row is
 * found by the code it was given, or by name and day of birth; every row that cannot be recorded is refused by itself, with
 * its number in the sheet.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { ClassView, SeatRow, SheetReading, SheetRow } from '../contract/classes.ts'
import type { ClassResult } from '../model/acts-before.ts'
import { ORDINARY, readDateCell } from '../paste/cells.ts'
import type { Table } from '../paste/table.ts'
import { showDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { CLASS_OUTCOMES, PARTY_CLASSES } from '../words/labels-before.ts'
import type { SheetProblem } from '../words/labels-classes.ts'
import { labelOf, SEXES } from '../words/labels.ts'
import type { SheetBook, SheetColumn } from './sheet.ts'

/** The columns, by what they hold. */
const TITLES = {
  place: 'Số thứ tự',
  code: 'Mã học viên',
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Nam, nữ',
  unit: 'Đơn vị',
  held: 'Số buổi đã học',
  present: 'Số buổi có mặt',
  outcome: 'Kết quả',
  number: 'Số giấy chứng nhận',
  date: 'Ngày cấp',
  signer: 'Người ký',
  note: 'Ghi chú',
} as const

type Column = keyof typeof TITLES

/** What a trainer fills in. */
const FILLED: readonly Column[] = ['held', 'present', 'outcome', 'number', 'date', 'signer', 'note']

const OUTCOMES = ['passed', 'failed', 'absent'] as const

const COLUMNS: { readonly [C in Column]: Omit<SheetColumn, 'title'> } = {
  place: { type: 'number', width: 7, center: true },
  code: { type: 'text', width: 12, center: true },
  name: { type: 'text', width: 28 },
  birth: { type: 'day', width: 12 },
  sex: { type: 'text', width: 7 },
  unit: { type: 'text', width: 32 },
  held: { type: 'number', width: 10, fill: true },
  present: { type: 'number', width: 10, fill: true },
  outcome: { type: 'text', width: 14, fill: true, choices: OUTCOMES.map((code) => CLASS_OUTCOMES[code]) },
  number: { type: 'text', width: 18, fill: true },
  date: { type: 'day', width: 12, fill: true },
  signer: { type: 'text', width: 22, fill: true },
  note: { type: 'text', width: 20, fill: true },
}

/** The roster to be filled in, with what is recorded already. @param office - who writes the file */
export function rosterSheet({ row, seats, officeName }: ClassView, office: string): SheetBook {
  const { facts } = row
  const codes = codesOf(seats)
  const columns = keysOf(TITLES).map((column): SheetColumn => ({ title: TITLES[column], ...COLUMNS[column] }))
  return {
    office,
    sheets: [
      {
        name: 'Danh sách lớp',
        above: [
          { text: officeName, style: 'plain' },
          { text: facts.name.toUpperCase(), style: 'title' },
          {
            text: `${PARTY_CLASSES[facts.kind]}, từ ${showDate(facts.from)} đến ${showDate(facts.to)}${facts.place === undefined ? '' : `, tại ${facts.place}`}. Số học viên: ${seats.length}.`,
            style: 'note',
          },
          {
            text: 'Chỉ điền vào các cột có nền màu. Giữ nguyên dòng tiêu đề và cột mã học viên; được sắp xếp lại các dòng.',
            style: 'note',
          },
        ],
        columns,
        rows: seats.map((seat, place) => {
          const { person, end, held, present } = seat
          const isCounted = held > 0
          return [
            place + 1,
            codes.get(seat.case) ?? '',
            person.name,
            person.birth ?? null,
            person.sex === undefined ? null : labelOf(SEXES, person.sex),
            person.unit,
            isCounted ? held : null,
            isCounted ? present : null,
            end === null ? null : CLASS_OUTCOMES[end.outcome],
            end?.certificate?.number ?? null,
            end?.certificate?.date ?? null,
            end?.certificate?.signer ?? null,
            noteOf(seat),
          ]
        }),
      },
    ],
  }
}

/** What reading needs besides the class: the last day a certificate can bear, and who holds a number elsewhere. */
export type SheetSurroundings = {
  readonly lastDay: PlainDate | undefined
  readonly isTaken: (number: string, caseId: string) => boolean
}

/** Reads a filled-in roster; null where no header of one is found. */
export function readRosterSheet(table: Table, view: ClassView, around: SheetSurroundings): SheetReading | null {
  const head = table.findIndex((cells) => {
    const titles = cells.map((cell) => fold(cell))
    return (
      titles.includes(fold(TITLES.outcome)) &&
      (titles.includes(fold(TITLES.code)) || titles.includes(fold(TITLES.name)))
    )
  })
  const header = table[head]
  if (header === undefined) return null
  const places = placesOf(header)
  const seatOf = finder(view.seats)
  const rows: SheetRow[] = []
  const problems: SheetReading['problems'][number][] = []
  const seen = new Set<string>()
  const numbers = new Set<string>()
  let same = 0
  for (const [offset, cells] of table.slice(head + 1).entries()) {
    const cell = (column: Column) => {
      const place = places.get(column)
      return place === undefined ? '' : (cells[place] ?? '').trim()
    }
    if (FILLED.every((column) => cell(column) === '')) continue
    const row = head + offset + 2
    const name = cell('name')
    const refuse = (problem: SheetProblem) => void problems.push({ row, name, problem })
    const found = seatOf(cell('code'), name, cell('birth'))
    if (found === null) {
      // Totals and remarks under the list are no rows of people.
      if (name !== '' || cell('code') !== '') refuse('notOnRoster')
      continue
    }
    if (found === 'nameDiffers') {
      refuse('nameDiffers')
      continue
    }
    if (seen.has(found.case)) {
      refuse('twice')
      continue
    }
    if (isAsSent(cell, found)) continue
    seen.add(found.case)
    const read = readRow(cell, found.case, view, around)
    const number = read.row?.certificate?.number
    if (number !== undefined && numbers.has(number)) read.problems.push('numberTwice')
    if (number !== undefined) numbers.add(number)
    for (const problem of read.problems) refuse(problem)
    if (read.row === null || read.problems.length > 0) continue
    if (isRecorded(read.row, found)) same += 1
    else rows.push(withoutKnownSessions(read.row, found))
  }
  return {
    rows,
    same,
    problems,
    missing: view.seats.filter((seat) => !seen.has(seat.case) && seat.end === null).map(({ person }) => person.name),
  }
}

/** One row: what it says, or everything that is wrong with it. */
function readRow(
  cell: (column: Column) => string,
  id: string,
  { row: { facts } }: ClassView,
  { lastDay, isTaken }: SheetSurroundings,
): { readonly row: SheetRow | null; readonly problems: SheetProblem[] } {
  const problems: SheetProblem[] = []
  const outcome = readOutcome(cell('outcome'))
  if (outcome === null) problems.push(cell('outcome') === '' ? 'outcomeMissing' : 'outcomeUnknown')
  const number = cell('number')
  const [signer, note] = [cell('signer'), cell('note')]
  if (number.length > 60 || signer.length > 200 || note.length > 300) problems.push('textTooLong')
  const date = readDay(cell('date'))
  if (outcome === 'passed' && number === '') problems.push('numberMissing')
  if (outcome !== null && outcome !== 'passed' && number !== '') problems.push('numberWithoutPass')
  if (number !== '') {
    if (cell('date') === '') problems.push('dateMissing')
    else if (date === null) problems.push('dateUnreadable')
    else if (date < facts.from) problems.push('dateBeforeClass')
    else if (lastDay !== undefined && date > lastDay) problems.push('dateAfterToday')
    if (isTaken(number, id)) problems.push('numberTaken')
  }
  const sessions = readSessions(cell('held'), cell('present'))
  if (typeof sessions === 'string') problems.push(sessions)
  if (problems.length > 0 || outcome === null) return { row: null, problems }
  return {
    problems,
    row: {
      case: id,
      outcome,
      ...(number === '' || date === null
        ? {}
        : { certificate: { number, date, ...(signer === '' ? {} : { signer }) } }),
      ...(sessions === null || typeof sessions === 'string' ? {} : { sessions }),
      ...(note === '' ? {} : { note }),
    },
  }
}

function readOutcome(text: string): ClassResult['outcome'] | null {
  const word = fold(text)
  if (word === '') return null
  return OUTCOMES.find((code) => fold(CLASS_OUTCOMES[code]) === word || OTHERS[code].includes(word)) ?? null
}

/** What trainers write instead, folded. */
const OTHERS: { readonly [O in ClassResult['outcome']]: readonly string[] } = {
  passed: ['dat', 'dat yeu cau', 'ht', 'trung binh', 'kha', 'gioi', 'xuat sac', 'dat yeu cau hoan thanh'],
  failed: ['khong dat', 'khong hoan thanh', 'chua hoan thanh', 'truot'],
  absent: ['vang', 'bo hoc', 'khong hoc', 'nghi hoc'],
}

function readDay(text: string): PlainDate | null {
  if (text === '') return null
  const read = readDateCell(text, { ...ORDINARY, serial: '1900' })
  return read.ok && read.value.length === 10 ? read.value : null
}

function readSessions(held: string, present: string): SheetRow['sessions'] | SheetProblem | null {
  if (held === '' && present === '') return null
  if (held === '') return 'heldMissing'
  const counts = [Number(held), Number(present === '' ? 0 : present)] as const
  if (counts.some((count) => !Number.isInteger(count) || count < 0) || counts[0] < 1 || counts[0] > 200)
    return 'sessionsUnreadable'
  return counts[1] > counts[0] ? 'sessionsOverHeld' : { held: counts[0], present: counts[1] }
}

/** True for a row without a result whose sessions stand as they were written: nobody has filled it in yet. */
function isAsSent(cell: (column: Column) => string, { held, present }: SeatRow): boolean {
  const sessions = held === 0 ? ['', ''] : [String(held), String(present)]
  const isEmpty = FILLED.every((column) => column === 'held' || column === 'present' || cell(column) === '')
  return isEmpty && cell('held') === sessions[0] && cell('present') === sessions[1]
}

/** True where what a row says is what is recorded of the person. */
function isRecorded({ outcome, certificate, sessions, note }: SheetRow, seat: SeatRow): boolean {
  const { end, held, present } = seat
  if (end === null || end.outcome !== outcome) return false
  const recorded = end.certificate
  return (
    recorded?.number === certificate?.number &&
    recorded?.date === certificate?.date &&
    recorded?.signer === certificate?.signer &&
    (sessions === undefined || (sessions.held === held && sessions.present === present)) &&
    (note === undefined || note === noteOf(seat))
  )
}

/** What stands in the column of notes. */
function noteOf({ end, reissue }: Pick<SeatRow, 'end' | 'reissue'>): string | null {
  return end?.note ?? (reissue === null ? null : `Cấp lại số ${reissue.number}`)
}

/** A row without sessions that stand as they were sent: a total would take the place of the days it was added up from. */
function withoutKnownSessions({ sessions, ...row }: SheetRow, { held, present }: SeatRow): SheetRow {
  return sessions === undefined || (sessions.held === held && sessions.present === present) ? row : { ...row, sessions }
}

type Finder = (code: string, name: string, birth: string) => SeatRow | 'nameDiffers' | null

function finder(seats: readonly SeatRow[]): Finder {
  const codes = codesOf(seats)
  const byCode = new Map(seats.map((seat) => [codes.get(seat.case) ?? '', seat]))
  return (code, name, birth) => {
    const coded = code === '' ? undefined : byCode.get(code.toLowerCase())
    if (coded !== undefined) return name === '' || fold(name) === fold(coded.person.name) ? coded : 'nameDiffers'
    const alike = seats.filter(({ person }) => fold(person.name) === fold(name))
    const day = readDay(birth)
    const [only, ...others] = day === null ? alike : alike.filter(({ person }) => person.birth === day)
    return only !== undefined && others.length === 0 ? only : null
  }
}

/** A code of each person: the end of the id, which is random, as long as the roster needs to tell everybody apart. */
function codesOf(seats: readonly Pick<SeatRow, 'case'>[]): ReadonlyMap<string, string> {
  const ids = seats.map((seat) => seat.case.replaceAll('-', ''))
  let length = 8
  while (length < 32 && new Set(ids.map((id) => id.slice(-length))).size < ids.length) length += 1
  return new Map(seats.map((seat) => [seat.case, seat.case.replaceAll('-', '').slice(-length)]))
}

function placesOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const titles = header.map((cell) => fold(cell))
  return new Map(
    keysOf(TITLES).flatMap((column): [Column, number][] => {
      const place = titles.indexOf(fold(TITLES[column]))
      return place < 0 ? [] : [[column, place]]
    }),
  )
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = []
  for (const key in record) keys.push(key)
  return keys
}
