/**
 * What is odd about the number of a resolution while it is being recorded, beside those that the same body has used in this
 * term of office or printed here. It never stands in the way; what is on record is judged with its case (C38).
 */
import type { DoubtsInput, TypedResolution } from '../../shared/contract/documents.ts'
import { fullNumber, nextNumber, numberWarnings, type NumberWarning } from '../../shared/documents/number.ts'
import { whereOn } from '../../shared/model/case/whereabouts.ts'
import { partsOf } from '../../shared/model/number-series.ts'
import { isSameDocument, RESOLUTION } from '../../shared/model/numbers.ts'
import { loadCase, loadUnit } from '../load.ts'
import { termStart } from '../numbers-beside.ts'
import { documentsMade, type MadeDocument } from '../private/documents-made.ts'
import type { ReadDb } from '../transaction.ts'
import { branchNumbers, committeeNumbers } from './register.ts'

/** Whom the resolution is about: a case, or of a review of the list its unit. */
type Subject = { readonly subject: string; readonly unit: string; readonly keeper: string }

/**
 * The doubts, each once where people of several units are named.
 * @param self - our office: what it has printed itself counts among its own numbers only
 * @returns the id that there is nothing of, where that is so
 */
export function resolutionDoubts(
  db: ReadDb,
  { cases, unit, typed }: DoubtsInput,
  self: string,
): { readonly warnings: readonly NumberWarning[] } | { readonly lost: 'case' | 'unit'; readonly id: string } {
  const subjects: Subject[] = []
  for (const id of cases ?? []) {
    const state = loadCase(db, id)
    if (state === null) return { lost: 'case', id }
    subjects.push({ subject: id, ...(typed.date === undefined ? state : whereOn(typed.date, state)) })
  }
  if (unit !== undefined) {
    const state = loadUnit(db, unit)
    if (state === null) return { lost: 'unit', id: unit }
    subjects.push({ subject: unit, unit, keeper: state.keeper })
  }
  const since = termStart(db)
  const made = subjects.some(({ keeper }) => keeper === self) ? documentsMade(db) : []
  const perUnit = new Map(subjects.map((one) => [`${one.unit} ${one.keeper}`, one]))
  const warnings = [...perUnit.values()].flatMap((one) =>
    doubtsOf(db, one, typed, one.keeper === self ? made : [], since),
  )
  return { warnings: [...new Map(warnings.map((one) => [`${one.code} ${one.number} ${one.date}`, one])).values()] }
}

function doubtsOf(
  db: ReadDb,
  { subject, unit, keeper }: Subject,
  { act, matter = 'admission', number: text, date }: TypedResolution,
  made: readonly MadeDocument[],
  since: string,
): readonly NumberWarning[] {
  if (date !== undefined && date < since) return []
  const committee = act === 'committeeVote' ? committeeKey(db, unit) : null
  const recorded = (committee === null ? branchNumbers(db, unit) : committeeNumbers(db, keeper, committee)).filter(
    (one) => one.date >= since,
  )
  const key = committee === null ? unit : committee === '' ? 'office' : committee
  const printed = made.filter((one) => one.key === key && one.date >= since)
  const count = partsOf(text, RESOLUTION)?.count ?? 0
  // As it will be kept: about the list and without a day, the number alone tells which resolution it is.
  const own = { act: act === 'list' && date === undefined ? ('undatedList' as const) : act, date: date ?? '' }
  const used = [
    ...recorded
      .filter((one) => !isSameDocument({ ...own, subject, matter, count }, one))
      .map((one) => ({ number: one.number, date: one.date, cases: [], type: 'NQ' as const })),
    ...printed
      .filter(({ cases }) => act === 'list' || !cases.includes(subject))
      .flatMap(({ number, date: day }) => (number === null ? [] : [{ number, date: day, cases: [] }])),
  ]
  const next = nextNumber([...recorded.map((one) => ({ ...one, cases: [] })), ...used], 'NQ', '')
  const number = next.endsWith('/') ? text : fullNumber(text, next)
  return numberWarnings(number, date ?? null, used, [], 'NQ')
}

/** Whose series the numbers of the committee are: that of a unit with a committee of its own, else the keeper's. */
function committeeKey(db: ReadDb, id: string): string {
  const unit = loadUnit(db, id)
  const parent = unit?.unit.parent === undefined ? null : loadUnit(db, unit.unit.parent)
  return [unit, parent].find((each) => each?.unit.type === 'baseCommittee')?.id ?? ''
}
