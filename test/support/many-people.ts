/**
 * Many rows of people put straight into the tables of a store, for tests of the queries that read them: faster than as
 * many registrations, and the same rows.
 */
import { nameSortKey } from '../../shared/text/names.ts'
import { exactKey, fold } from '../../shared/text/fold.ts'
import { prepared, write } from '../../db/transaction.ts'
import type { Store } from '../../db/open.ts'

/** A person as a row holds one. */
export type Somebody = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly stage: string
  readonly ended: boolean
  readonly source: string
  readonly helper: string | null
  readonly stageOn: string | null
  readonly birth: string | null
  readonly education: string | null
  /** How many things of them two have written differently. */
  readonly conflicts: number
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Đặng', 'Phạm']
const GIVENS = ['An', 'Ánh', 'Bình', 'Đức', 'Dương', 'Hòa', 'Hoàng', 'Lan', 'Ngọc', 'Ước', 'Yến']
const EDUCATIONS = ['primary', 'lowerSecondary', 'upperSecondary', 'upperSecondary']
const STAGES = ['listed', 'listed', 'listed', 'helped', 'trained', 'preparing', 'branchVoted', 'removed']

/** `count` people, the same in every run; the first unit of `units` holds every third. */
export function manyPeople(count: number, units: readonly string[]): readonly Somebody[] {
  return Array.from({ length: count }, (_, n) => {
    const stage = STAGES[(n * 7) % STAGES.length] ?? 'listed'
    return {
      id: `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      name: `${FAMILIES[n % 5]} ${n % 3 === 0 ? 'Thị' : 'Văn'} ${GIVENS[(n * 13) % 11]}`,
      unit: units[n % 3 === 0 ? 0 : n % units.length] ?? '',
      stage,
      ended: stage === 'removed',
      source: n % 50 === 0 ? 'veterans' : n % 2 === 0 ? 'youthUnion' : 'womenUnion',
      helper: n % 40 === 0 ? '01990000-0000-7000-9000-000000000001' : null,
      stageOn: n % 9 === 0 ? null : `2023-${String(1 + (n % 12)).padStart(2, '0')}-11`,
      birth: n % 11 === 0 ? null : String(1955 + (n % 55)),
      education: EDUCATIONS[(n * 3) % 5] ?? null,
      conflicts: n % 97 === 5 ? 1 + (n % 2) : 0,
    }
  })
}

/** Puts them into a store. @param sectors - the sector of each unit */
export function putPeople(store: Store, people: readonly Somebody[], sectors: Readonly<Record<string, string>>): void {
  write(store, (db) => {
    for (const [unit, sector] of Object.entries(sectors))
      prepared(
        db,
        `INSERT INTO units (unit_id, name, sort_key, type, sector, keeper, on_paper, listed)
         VALUES (?, ?, ?, 'branch', ?, 'c', 0, 0)`,
      ).run(unit, unit, unit, sector)
    for (const { id, name, unit, stage, ended, source, helper, stageOn, birth, education, conflicts } of people) {
      const { lastId } = prepared(
        db,
        `INSERT INTO cases (case_id, keeper, unit_id, known, on_paper, stage, ended, name, sort_key, folded, exact,
           source, helper_id, stage_on, birth, birth_year, education, conflicts)
         VALUES (?, 'c', ?, 'full', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        id,
        unit,
        stage,
        ended ? 1 : 0,
        name,
        nameSortKey(name),
        fold(name),
        exactKey(name),
        source,
        helper,
        stageOn,
        birth,
        birth === null ? null : Number(birth),
        education,
        conflicts,
      )
      prepared(db, 'INSERT INTO case_words (rowid, folded, exact) VALUES (?, ?, ?)').run(
        lastId,
        fold(name),
        exactKey(name),
      )
    }
  })
}
