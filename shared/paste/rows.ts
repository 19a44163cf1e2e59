/**
 * Pasted rows as people to register, each with what is wrong with it and what is doubtful. A row with a fault is not
 * taken in; nothing is put right in silence.
 */
import { decodeLegacy, type LegacyFont } from '../text/legacy-fonts.ts'
import { fold } from '../text/fold.ts'
import { parseIdentityNumber } from '../text/identity-number.ts'
import { nameProblem, normalizeName } from '../text/names.ts'
import { Profile } from '../model/profile.ts'
import { EDUCATIONS, OCCUPATIONS, QUALIFICATIONS, SOURCES } from '../words/labels.ts'
import { DATE_PROBLEMS, IDENTITY_PROBLEMS, IDENTITY_WARNINGS, NAME_PROBLEMS } from '../words/inputs.ts'
import { PASTE_FAULTS } from '../words/paste.ts'
import {
  EDUCATION_WORDS,
  OCCUPATION_WORDS,
  ORDINARY,
  QUALIFICATION_WORDS,
  readCode,
  readDateCell,
  readSex,
  SOURCE_WORDS,
  type DateReading,
} from './cells.ts'
import type { PasteColumn } from './columns.ts'
import type { Table } from './table.ts'

/** A unit a pasted name can mean. */
export type PasteUnit = { readonly id: string; readonly name: string; readonly code?: string | undefined }

/** How rows are to be read. */
export type Reading = {
  readonly columns: readonly PasteColumn[]
  /** By place of the column. */
  readonly dates: Readonly<Record<number, DateReading>>
  readonly font: LegacyFont | null
  /** True where a person has agreed that lost zeros are put back. */
  readonly zeros: boolean
  readonly units: readonly PasteUnit[]
  /** The unit of rows that name none. */
  readonly unit: string | null
}

/** Something said of a cell. */
export type Remark = { readonly column: PasteColumn; readonly text: string }

/** A row as it was read. */
export type PastedRow = {
  readonly place: number
  readonly profile: Profile | null
  readonly name: string
  readonly unit: string | null
  readonly faults: readonly Remark[]
  readonly doubts: readonly Remark[]
}

/** Reads rows, titles left out. */
export function readRows(rows: Table, reading: Reading): readonly PastedRow[] {
  const read = rows.map((cells, place) => readRow(cells, place, reading))
  return read.map((row, place) => ({ ...row, ...alike(row, read.slice(0, place)) }))
}

function readRow(cells: readonly string[], place: number, reading: Reading): PastedRow {
  const faults: Remark[] = []
  const doubts: Remark[] = []
  const fields: Record<string, unknown> = {}
  const named: { family: string; given: string; whole: string } = { family: '', given: '', whole: '' }
  let unit = reading.unit
  const fault = (column: PasteColumn, text: string) => void faults.push({ column, text })
  const day = (column: PasteColumn, field: string, cell: string, at: number) => {
    const date = readDateCell(cell, reading.dates[at] ?? ORDINARY)
    if (date.ok) fields[field] = date.value
    else fault(column, date.error === 'serial' ? PASTE_FAULTS.serial : DATE_PROBLEMS[date.error])
  }
  const code = (column: PasteColumn, found: string | null) => {
    if (found === null) fault(column, PASTE_FAULTS.notInList)
    else fields[column] = found
  }
  for (const [at, raw] of cells.entries()) {
    const column = reading.columns[at] ?? 'skip'
    const cell = reading.font === null ? raw : decodeLegacy(raw, reading.font)
    if (cell === '' || column === 'skip') continue
    switch (column) {
      case 'name':
        named.whole = cell
        break
      case 'familyMiddle':
        named.family = cell
        break
      case 'given':
        named.given = cell
        break
      case 'birth':
        day(column, 'birth', cell, at)
        break
      case 'male':
      case 'female':
        fields['sex'] = column
        if (/\d/u.test(cell)) day(column, 'birth', cell, at)
        break
      case 'sex': {
        const sex = readSex(cell)
        if (sex === null) fault(column, PASTE_FAULTS.sex)
        else fields['sex'] = sex
        break
      }
      case 'identityNumber':
      case 'oldIdentityNumber': {
        const number = parseIdentityNumber(cell)
        if (!number.ok) fault(column, IDENTITY_PROBLEMS[number.error])
        else if (number.value.warnings.includes('lost_leading_zeros') && !reading.zeros)
          fault(column, `${IDENTITY_WARNINGS.lost_leading_zeros}: ${number.value.digits}`)
        else fields[number.value.kind === 'cccd' ? 'identityNumber' : 'oldIdentityNumber'] = number.value.digits
        break
      }
      case 'education':
        code(column, readCode(cell, EDUCATIONS, EDUCATION_WORDS))
        break
      case 'qualification':
        code(column, readCode(cell, QUALIFICATIONS, QUALIFICATION_WORDS))
        break
      case 'occupation': {
        const found = readCode(cell, OCCUPATIONS, OCCUPATION_WORDS)
        // A trade that is in no list is kept as it was written.
        if (found === null) fields['work'] ??= cell
        else fields['occupation'] = found
        break
      }
      case 'source':
        code(column, readCode(cell, SOURCES, SOURCE_WORDS))
        break
      case 'youthUnionSince':
      case 'introducedOn':
        day(column, column, cell, at)
        break
      case 'unit': {
        const found = unitOf(cell, reading.units)
        if (found === null) fault(column, PASTE_FAULTS.unit)
        else unit = found
        break
      }
      default:
        fields[column] = cell
    }
  }
  const name = normalizeName(named.whole === '' ? `${named.family} ${named.given}` : named.whole)
  const wrongName = nameProblem(name)
  if (wrongName !== null) fault('name', NAME_PROBLEMS[wrongName])
  if (unit === null && faults.every(({ column }) => column !== 'unit')) fault('unit', PASTE_FAULTS.noUnit)
  const parsed = Profile.safeParse({ ...fields, name })
  if (!parsed.success && faults.length === 0) fault('note', PASTE_FAULTS.shape)
  if (parsed.success) doubts.push(...identityDoubts(parsed.data))
  return { place, profile: faults.length === 0 && parsed.success ? parsed.data : null, name, unit, faults, doubts }
}

function identityDoubts(profile: Profile): readonly Remark[] {
  if (profile.identityNumber === undefined) return []
  const read = parseIdentityNumber(profile.identityNumber, {
    ...(profile.sex === undefined ? {} : { sex: profile.sex }),
    ...(profile.birth === undefined ? {} : { birthYear: Number(profile.birth.slice(0, 4)) }),
  })
  return read.ok
    ? read.value.warnings.map((warning) => ({ column: 'identityNumber', text: IDENTITY_WARNINGS[warning] }))
    : []
}

/** The same person twice in one list. */
function alike(row: PastedRow, before: readonly PastedRow[]): Pick<PastedRow, 'profile' | 'faults' | 'doubts'> {
  const { profile, faults, doubts } = row
  const number = profile?.identityNumber
  const sameNumber = number === undefined ? undefined : before.find((other) => other.profile?.identityNumber === number)
  if (sameNumber !== undefined) {
    const text = `${PASTE_FAULTS.sameNumber} ${sameNumber.place + 1}`
    return { profile: null, faults: [...faults, { column: 'identityNumber', text }], doubts }
  }
  const same = before.find(
    (other) => fold(other.name) === fold(row.name) && other.profile?.birth === profile?.birth && row.name !== '',
  )
  if (same === undefined) return { profile, faults, doubts }
  return {
    profile,
    faults,
    doubts: [...doubts, { column: 'name', text: `${PASTE_FAULTS.sameName} ${same.place + 1}` }],
  }
}

/** A unit by its name, with or without marks and the word for what it is, or by its code. */
function unitOf(cell: string, units: readonly PasteUnit[]): string | null {
  const bare = (text: string) => fold(text).replace(/^(?:chi bo|cb) /u, '')
  const exact = units.filter((unit) => fold(unit.name) === fold(cell) || fold(unit.code ?? '-') === fold(cell))
  const near = exact.length > 0 ? exact : units.filter((unit) => bare(unit.name) === bare(cell))
  const ends = near.length > 0 ? near : units.filter((unit) => bare(unit.name).endsWith(` ${bare(cell)}`))
  return ends.length === 1 ? (ends[0]?.id ?? null) : null
}
