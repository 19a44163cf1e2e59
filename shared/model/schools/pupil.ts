/**
 * A pupil as the case tells: where the pupil is now, and the evaluations by school year and term, the newest of each. Of two
 * placements the one of the later school year counts, so that a year entered afterwards does not undo the present one.
 */
import { compareText } from '../../base/compare.ts'
import type { Act } from '../case/act.ts'
import type { CaseState } from '../case-state.ts'
import type { PupilEvaluation, PupilPlace } from './facts.ts'

/** A pupil. `evaluations` stand by school year and term, oldest first. */
export type Pupil = {
  readonly place: Act<PupilPlace>
  readonly places: readonly Act<PupilPlace>[]
  readonly evaluations: readonly Act<PupilEvaluation>[]
  readonly newest: Act<PupilEvaluation> | null
}

/** The pupil that a case is about; null for a person who was never placed in a school's class. */
export function pupilOf(state: Pick<CaseState, 'pupilPlaces' | 'pupilEvaluations'>): Pupil | null {
  const places = lastOfEach(state.pupilPlaces, ({ schoolYear }) => schoolYear)
  const place = places.at(-1)
  if (place === undefined) return null
  const evaluations = lastOfEach(state.pupilEvaluations, ({ schoolYear, term }) => `${schoolYear} ${term}`)
  return { place, places, evaluations, newest: evaluations.at(-1) ?? null }
}

/** The last recorded of each key, in the order of the keys. */
function lastOfEach<T>(acts: readonly T[], keyOf: (act: T) => string): readonly T[] {
  const byKey = new Map(acts.map((act) => [keyOf(act), act]))
  return [...byKey.entries()].toSorted(([a], [b]) => compareText(a, b)).map(([, act]) => act)
}
