/**
 * C21: the ceremony follows the decision, within 30 working days of the event the rule set names, or with the consent of
 * the committee directly above (24-QĐ/TW 4.1). C22: a member is assigned to help during probation.
 */
import { helperInProbation } from '../../model/helper.ts'
import { deadlineOf, type Deadline } from '../deadlines.ts'
import { finding, type Finding } from '../finding.ts'
import { LATE_CEREMONY_CONSENT } from '../paper-codes.ts'
import { papersOf, type View } from '../view.ts'

/**
 * C21 and C22.
 * @param view - the case
 * @param deadlines - its deadlines
 */
export function checkCeremony(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  return [...checkTime(view, deadlines), ...checkHeld(view)]
}

/** Late without a consent: before it is held it stops its papers, afterwards it stands in the way of recognition. */
function checkTime(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const { ceremony } = view.state
  const deadline = deadlineOf(deadlines, 'ceremony')
  if (deadline === null || !deadline.overdue) return []
  if (ceremony?.lateConsent !== undefined || papersOf(view, LATE_CEREMONY_CONSENT).length > 0) return []
  const { start, due } = deadline
  return [
    finding(
      'C21',
      { start, due, held: ceremony?.date ?? null },
      {
        severity: 'block',
        before: ceremony === null ? 'ceremony' : 'recognitionVote',
        source: deadline,
        acts: ceremony === null ? [] : [ceremony],
      },
    ),
  ]
}

function checkHeld(view: View): readonly Finding[] {
  const { decision, receipt, state } = view
  const { ceremony } = state
  if (ceremony === null) return []
  const held = ceremony.date
  const rules = view.context.rules(held)
  const { ceremonyAfterDecision, helperAtCeremony } = rules.requirements
  const base = { before: 'recognitionVote', acts: [ceremony] } as const
  const findings: Finding[] = []
  if (ceremonyAfterDecision.value && decision !== null && held < decision.date)
    findings.push(
      finding(
        'C21-order',
        { held, decided: decision.date },
        { ...base, severity: 'block', source: ceremonyAfterDecision },
      ),
    )
  const limit = rules.limits.find(({ id }) => id === 'ceremony')
  if (limit?.start.value === 'admissionReceived' && receipt === null)
    findings.push(finding('C21-start', { held }, { ...base, severity: 'warn', source: limit.start }))
  if (helperAtCeremony.value && helperInProbation(state) === null)
    findings.push(finding('C22', { held }, { ...base, severity: 'block', source: helperAtCeremony }))
  return findings
}
