/**
 * What is odd about the numbers of a case's resolutions beside those that the same body has used in this term of office
 * (C38): said while a meeting is being recorded, and of what is on record. It never stands in the way of recording.
 */
import type { ResolutionDoubt, TypedResolution } from '../../shared/contract/documents.ts'
import { fullNumber, nextNumber, numberWarnings, type UsedNumber } from '../../shared/documents/number.ts'
import { Matter } from '../../shared/model/acts.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { actsOf } from '../../shared/model/stage.ts'
import { loadCase, loadSetting, loadUnit } from '../load.ts'
import { documentsMade } from '../private/documents-made.ts'
import type { ReadDb } from '../transaction.ts'
import { usedNumbers } from './register.ts'

/**
 * The doubts, each with the body and the number it is about; only those that have something to say.
 * @param id - the case
 * @param typed - a resolution that is being recorded; without it those on record are looked at
 * @param self - our office: what it has printed itself counts among its own numbers only
 * @returns null where there is no such case
 */
export function resolutionDoubts(
  db: ReadDb,
  id: string,
  typed: TypedResolution | undefined,
  self: string,
): readonly ResolutionDoubt[] | null {
  const state = loadCase(db, id)
  if (state === null) return null
  const asked = typed === undefined ? recordedIn(state) : [typed]
  if (asked.length === 0) return []
  const used = registerOf(db, state, state.keeper === self ? documentsMade(db) : [])
  return asked.flatMap((one) => {
    const series = used(one.body)
    const next = nextNumber(series, 'NQ', '')
    const number = next.endsWith('/') ? one.number : fullNumber(one.number, next)
    const warnings = numberWarnings(number, one.date, series, [id])
    return warnings.length === 0 ? [] : [{ body: one.body, number, date: one.date, warnings }]
  })
}

/** The resolutions on record; what was decided before the program was used is not looked into again. */
function recordedIn(state: CaseState): readonly TypedResolution[] {
  const bodies = ['branch', 'committee'] as const
  return Matter.options.flatMap((matter) => {
    const { branchVotes, committeeVotes } = actsOf(state, matter)
    return bodies.flatMap((body) =>
      (body === 'branch' ? branchVotes : committeeVotes).flatMap(({ origin, date, resolution }) =>
        resolution?.number === undefined || origin === 'takenOver'
          ? []
          : [{ body, number: resolution.number, date: resolution.date ?? date }],
      ),
    )
  })
}

/**
 * The numbers that the branch, or the committee above it, has used; read once each. Where another office keeps the case
 * they are those of the dossiers it has sent, which is what a reviewer can hold against one another.
 */
function registerOf(db: ReadDb, state: CaseState, made: ReturnType<typeof documentsMade>) {
  const setting = loadSetting(db, 'documentTermFrom')
  const since = typeof setting === 'string' ? setting : null
  const read = new Map<TypedResolution['body'], readonly UsedNumber[]>()
  return (body: TypedResolution['body']): readonly UsedNumber[] => {
    const known = read.get(body)
    if (known !== undefined) return known
    const key = body === 'branch' ? state.unit : committeeKey(db, state)
    const kind = body === 'branch' ? 'branchResolution' : 'committeeResolution'
    const found = usedNumbers(db, kind, { key }, state.keeper, made, since)
    read.set(body, found)
    return found
  }
}

/** Whose series the numbers of the committee are: that of a unit with a committee of its own, else the keeper's. */
function committeeKey(db: ReadDb, { unit: id }: CaseState): string {
  const unit = loadUnit(db, id)
  const parent = unit?.unit.parent === undefined ? null : loadUnit(db, unit.unit.parent)
  return [unit, parent].find((each) => each?.unit.type === 'baseCommittee')?.id ?? 'office'
}
