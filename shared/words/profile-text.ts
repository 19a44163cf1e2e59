/**
 * What a field of a profile says, as people read it: codes by their names, days as days, lists in a row.
 */
import { trusted } from '../base/trust.ts'
import type { Profile, ProfileField } from '../model/profile.ts'
import { CIRCUMSTANCES } from './labels-before.ts'
import { EDUCATIONS, labelOf, OCCUPATIONS, QUALIFICATIONS, SEXES, SOURCES } from './labels.ts'
import { listOf, lower, showDay, showDayWithWord, showDocument } from './show.ts'

const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: SEXES,
  education: EDUCATIONS,
  qualification: QUALIFICATIONS,
  occupation: OCCUPATIONS,
  source: SOURCES,
}

/**
 * A value of a profile in words; '' for nothing and for a flag that is off.
 * @param field - its name
 * @param value - its value, of the shape the profile gives the field
 */
export function profileText(field: ProfileField, value: Profile[ProfileField]): string {
  if (value === undefined || value === false || value === '') return ''
  switch (field) {
    case 'circumstances':
      return listOf(trusted<NonNullable<Profile['circumstances']>>(value).map((code) => lower(CIRCUMSTANCES[code])))
    case 'introductionPaper':
      return showDocument(trusted<NonNullable<Profile['introductionPaper']>>(value))
    case 'study': {
      const { school, from, months } = trusted<NonNullable<Profile['study']>>(value)
      return [
        school,
        ...(from === undefined ? [] : [`từ ${showDayWithWord(from)}`]),
        ...(months === undefined ? [] : [`thời gian học ${months} tháng`]),
      ].join(', ')
    }
    case 'secondment': {
      const { sender, from, months } = trusted<NonNullable<Profile['secondment']>>(value)
      return [
        `do ${sender} cử đi`,
        ...(from === undefined ? [] : [`từ ${showDayWithWord(from)}`]),
        ...(months === undefined ? [] : [`thời gian ${months} tháng`]),
      ].join(', ')
    }
    default:
      if (value === true) return 'Có'
      return LISTS[field] === undefined ? showDay(value) : labelOf(LISTS[field], value)
  }
}
