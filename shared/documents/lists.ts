/**
 * Lists as data, before any spreadsheet or paper: title, day, typed columns, rows. What columns a list has is in lists/, by
 * rooms of the program; every list goes to .xlsx and to A4 from here.
 */
import { LIST_COLUMNS, LIST_NAMES, type ListColumnId } from '../words/list-columns.ts'
import type { ListName } from './codes.ts'
import { CLASSES, type ClassesRows } from './lists/classes.ts'
import { DECIDING, type DecidingRows } from './lists/deciding.ts'
import type { Include } from './guarded.ts'
import type { Cell, Definition, DefinitionsOf, ListColumn } from './lists/definition.ts'
import { FIGURES, type FiguresRows } from './lists/figures.ts'
import { FOLLOW, type FollowRows } from './lists/follow.ts'
import { OFFICE_RULES, type OfficeRulesRows } from './lists/office-rules.ts'
import { PEOPLE, type PeopleRows } from './lists/people.ts'

/** A list ready to be written. */
export type ListModel = {
  readonly title: string
  /** A line under the title: of which period and part. */
  readonly subtitle?: string
  readonly office: string
  readonly day: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The rows of each list. */
export type ListRows = PeopleRows & DecidingRows & FollowRows & ClassesRows & FiguresRows & OfficeRulesRows

const DEFINITIONS: DefinitionsOf<{ readonly [Name in ListName]: ListRows[Name] }> = {
  ...PEOPLE,
  ...DECIDING,
  ...FOLLOW,
  ...CLASSES,
  ...FIGURES,
  ...OFFICE_RULES,
}

/** Columns of our own words that name bodies. */
const NAMING: ReadonlySet<ListColumnId> = new Set<ListColumnId>(['stage', 'next', 'type'])

/** How a list is laid out. */
export type ListOptions = {
  readonly office: string
  readonly day: string
  readonly include: Include
  /** Ids of the columns wanted, by default all that may be shown. */
  readonly chosen?: readonly string[] | undefined
  /** Words of ours with the names that the rules in force have for bodies. */
  readonly named: (text: string) => string
}

/** A list of rows as its columns show them. */
export function listModel<Name extends ListName>(what: Name, rows: ListRows[Name], options: ListOptions): ListModel {
  const { office, day, include, chosen, named } = options
  const definitions: readonly Definition<ListRows[Name][number]>[] = DEFINITIONS[what]
  const shown = definitions.filter(
    ([id, , , , onlyWith]) =>
      (onlyWith === undefined || include[onlyWith] === true) && (chosen === undefined || chosen.includes(id)),
  )
  return {
    title: LIST_NAMES[what],
    office,
    day,
    columns: [
      PLACE_COLUMN,
      ...shown.map(([id, type, width]): ListColumn => ({ id, title: LIST_COLUMNS[id], type, width })),
    ],
    rows: rows.map((row, place) => [
      place + 1,
      ...shown.map(([id, , , value]) => {
        const cell = value(row)
        return NAMING.has(id) && typeof cell === 'string' ? named(cell) : cell
      }),
    ]),
  }
}

/** The column that counts the rows. */
export const PLACE_COLUMN: ListColumn = { id: 'place', title: LIST_COLUMNS.place, type: 'number', width: 7 }
