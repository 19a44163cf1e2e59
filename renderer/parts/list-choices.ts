/**
 * Ages and education as lists of people are narrowed by them.
 */
import { ageBandsOf, bandsIn } from '../../shared/reports/age-bands.ts'
import { EDUCATIONS, valueName } from '../../shared/words/vi.ts'
import { rulesOn } from '../rules-in-force.ts'
import { choicesOf } from './pickers.tsx'

/** The age bands of the reports, as the rules of a day have them. */
export function ageChoices(today: string) {
  return bandsIn(ageBandsOf(rulesOn(today))).map((value) => ({ value, label: `${valueName('age', value)} tuổi` }))
}

/** Education. */
export const EDUCATION_CHOICES = choicesOf(EDUCATIONS)
