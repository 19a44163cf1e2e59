/**
 * A version of a conflict as people read it: codes as their names, days as days, units by name.
 */
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { EDUCATIONS, labelOf, OCCUPATIONS, QUALIFICATIONS, SEXES, showDay, SOURCES } from '../../../shared/words/vi.ts'

const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: SEXES,
  education: EDUCATIONS,
  qualification: QUALIFICATIONS,
  occupation: OCCUPATIONS,
  source: SOURCES,
}

const FLAGS: Readonly<Record<string, string>> = { true: 'có', false: 'không' }

/** What a version says. */
export function showVersion(field: string, value: string, units: readonly UnitRow[]): string {
  if (value === '') return 'để trống'
  if (field === 'unit') return units.find(({ id }) => id === value)?.unit.name ?? 'một đơn vị khác'
  const list = LISTS[field]
  if (list !== undefined) return labelOf(list, value)
  return FLAGS[value] ?? showDay(value)
}
