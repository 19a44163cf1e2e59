/**
 * The one place where findings stop a command: the next paper is not produced or sent while a blocking finding stands
 * unlifted. Recording is never stopped here.
 */
import { refusal, type Refusal } from '../contract/refusals.ts'
import { assess, blocksFor } from '../rules/assess.ts'
import type { Step } from '../rules/rule-codes.ts'
import { surroundingsOf } from '../rules/surroundings.ts'
import type { CommandContext } from './command.ts'
import type { CaseInHand } from './kept.ts'

/** The refusal for a step with unlifted blocking findings, or null. */
export function blocked(held: CaseInHand, step: Step, context: CommandContext): Refusal | null {
  const assessment = assess(held.case, surroundingsOf(context, context.office, held.unit, held.parent))
  const findings = blocksFor(assessment, step)
  if (findings.length === 0) return null
  return refusal('BLOCKED', {
    step,
    findings: findings.map(({ id, code, article, data }) => ({ id, code, article, data: { ...data } })),
  })
}
