/**
 * The steps in order. A released step is never edited, moved or taken out: every store refuses a list that differs from
 * the one it has been through.
 */
import type { Migration } from '../migration.ts'
import { first } from './0010-first.ts'
import { headProofs } from './0020-head-proofs.ts'
import { views } from './0030-views.ts'
import { owedAnswers } from './0040-owed-answers.ts'
import { assessments } from './0050-assessments.ts'
import { keptCases } from './0060-kept-cases.ts'
import { setAside } from './0070-set-aside.ts'
import { provisionalLimits } from './0080-provisional-limits.ts'
import { rowsOfAssessments } from './0090-rows-of-assessments.ts'
import { liftsToConfirm } from './0100-lifts-to-confirm.ts'
import { numbersInDoubt } from './0110-numbers-in-doubt.ts'
import { readLogEnd } from './0120-read-log-end.ts'
import { importsUnnamed } from './0130-imports-unnamed.ts'

/** Every step this build knows, oldest first. */
export const migrations: readonly Migration[] = [
  first,
  headProofs,
  views,
  owedAnswers,
  assessments,
  keptCases,
  setAside,
  provisionalLimits,
  rowsOfAssessments,
  liftsToConfirm,
  numbersInDoubt,
  readLogEnd,
  importsUnnamed,
]

/** The id of the newest step; a store beyond it was written by a newer build. */
export const newestMigration: number = migrations.at(-1)?.id ?? 0
