/**
 * The kinds table: every fact the journal can hold, with who may record it, who receives it, and whether it can be
 * taken back. Routing, rights, import checks and the generated page KINDS.md come from this table and from nowhere
 * else; its rows stand in `kinds/`, one file a subject. A kind is never renamed or removed; a changed payload is a new
 * version with an upcaster from the old one.
 */
import type { z } from 'zod'
import { BEFORE } from './kinds/before.ts'
import { CASES } from './kinds/cases.ts'
import { CLASSES } from './kinds/classes.ts'
import { CORRECTIONS } from './kinds/corrections.ts'
import { DOSSIERS } from './kinds/dossiers.ts'
import { FOLLOW } from './kinds/follow.ts'
import { HOUSE } from './kinds/house.ts'
import { MEETINGS } from './kinds/meetings.ts'
import { MEMBERSHIP } from './kinds/membership.ts'
import { REVIEW } from './kinds/review.ts'
import { OWN_WORK } from './kinds/own-work.ts'
import type { KindRow } from './kinds/row.ts'
import { RULES } from './kinds/rules.ts'
import { TARGETS } from './kinds/targets.ts'
import { SCHOOLS } from './kinds/schools.ts'
import { UNITS } from './kinds/units.ts'

/** The table, by kind. */
export const KINDS = {
  ...HOUSE,
  ...UNITS,
  ...CASES,
  ...BEFORE,
  ...CLASSES,
  ...SCHOOLS,
  ...DOSSIERS,
  ...REVIEW,
  ...MEETINGS,
  ...MEMBERSHIP,
  ...RULES,
  ...CORRECTIONS,
  ...OWN_WORK,
  ...TARGETS,
  ...FOLLOW,
} as const

/** Name of a kind. */
export type Kind = keyof typeof KINDS

/** Payload of a kind, as its newest version has it. */
export type PayloadOf<K extends Kind> = z.infer<(typeof KINDS)[K]['payload']>

/** True for a kind this build knows. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name)
}

/** The row of a kind. */
export function kindRow(kind: Kind): KindRow {
  return KINDS[kind]
}

/** True for a kind that this build knows and whose entries may be erased. */
export function isErasable(kind: string): boolean {
  return isKind(kind) && kindRow(kind).erasable
}
