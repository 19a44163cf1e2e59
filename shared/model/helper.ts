/**
 * Who helps a person now. Whoever helped on the way to admission is not by itself who helps during probation: that is
 * named at the ceremony, or assigned since.
 */
import { exactKey } from '../text/fold.ts'
import type { Helper } from './acts.ts'
import type { CaseState } from './case-state.ts'

/** A member who helps, as far as it is known of one; `from` is left out of who was named at the ceremony. */
export type Helping = Pick<Helper, 'name' | 'member' | 'officialDate'> & { readonly from?: string | undefined }

/**
 * Whether two assignments are of one person: by the register, or by name where one of them is known by name alone.
 */
export function isSameHelper(one: Pick<Helper, 'name' | 'member'>, other: Pick<Helper, 'name' | 'member'>): boolean {
  return one.member !== undefined && other.member !== undefined
    ? one.member === other.member
    : exactKey(one.name) === exactKey(other.name)
}

/** An assignment as far as it tells who stands. */
type Assignment = Pick<Helper, 'name' | 'member' | 'from' | 'inPlaceOf'>

/**
 * Helpers on the way to admission in whose place nobody has come, each with the latest of the assignments; several may
 * help, and introduce, beside one another (Điều lệ Đảng 4.1). Of two of one name the one assigned last gives way, never both.
 * @param helpers - of one case, in the order recorded
 * @param upTo - the last day that counts; left out or null: all of them
 */
export function standingHelpers<T extends Assignment>(helpers: readonly T[], upTo?: string | null): readonly T[] {
  const lastDay = upTo ?? '9999-12-31'
  return helpers
    .filter(({ from }) => from <= lastDay)
    .reduce<readonly T[]>((standing, next) => {
      const others = standing.filter((held) => !isSameHelper(held, next))
      const gone = next.inPlaceOf === undefined ? undefined : lastNamed(others, next.inPlaceOf)
      return [...others.filter((held) => held !== gone), next]
    }, [])
}

/**
 * The one of a name who was assigned last, whom `inPlaceOf` means.
 * @param standing - as they were assigned
 */
export function lastNamed<T extends Pick<Helper, 'name'>>(standing: readonly T[], name: string): T | undefined {
  return standing.findLast((held) => exactKey(held.name) === exactKey(name))
}

/** Tells of a name whether another has come in that one's place. */
export type HasGivenWay = (name: string) => boolean

/**
 * Those in whose place another has come: whatever paper of theirs there is, they introduce no more.
 * @param helpers - of one case, in the order recorded
 * @param upTo - the last day that counts; left out or null: all of them
 */
export function replacedHelpers(helpers: readonly Assignment[], upTo?: string | null): HasGivenWay {
  const names = new Set(helpers.flatMap(({ inPlaceOf }) => (inPlaceOf === undefined ? [] : [exactKey(inPlaceOf)])))
  for (const { name } of standingHelpers(helpers, upTo)) names.delete(exactKey(name))
  // Whoever gives way only after that day still introduces on it.
  const known = new Set(helpers.filter(({ from }) => from <= (upTo ?? '9999-12-31')).map(({ name }) => exactKey(name)))
  return (name) => names.has(exactKey(name)) && known.has(exactKey(name))
}

/**
 * Who helps during probation.
 * @param state - a case after its ceremony
 * @param upTo - the last day that counts; left out: whoever was assigned last
 * @returns null before the ceremony, and where nobody was named at it or since
 */
export function helperInProbation(
  { helpers, ceremony }: Pick<CaseState, 'helpers' | 'ceremony'>,
  upTo = '9999-12-31',
): Helping | null {
  if (ceremony === null) return null
  return helpers.findLast(({ from }) => from >= ceremony.date && from <= upTo) ?? ceremony.helper ?? null
}

/**
 * Who helps now, before or after the ceremony.
 * @param state - any case
 * @returns null where nobody ever did
 */
export function helperNow(state: Pick<CaseState, 'helpers' | 'ceremony'>): Helping | null {
  return helperInProbation(state) ?? state.helpers.at(-1) ?? null
}

/**
 * Everybody who helps now: of the two who may introduce a person both, in the order assigned; during probation the one.
 * @param state - any case
 */
export function helpersNow(state: Pick<CaseState, 'helpers' | 'ceremony'>): readonly Helping[] {
  const probation = helperInProbation(state)
  return probation === null ? standingHelpers(state.helpers) : [probation]
}
