/**
 * What can be done with a case by this user in this office: worked out once, so that no part of the page offers what
 * would be refused.
 */
import type { CaseView, OfficeView } from '../../../shared/contract/answers.ts'
import { MAY_ALLOW_EXCEPTIONS } from '../../../shared/model/codes.ts'
import { isEnded } from '../../../shared/model/stage.ts'
import { decidesFor } from '../../../shared/rules/surroundings.ts'

/** A case on its page. */
export type Situation = {
  readonly id: string
  readonly view: CaseView
  readonly office: OfficeView
  readonly today: string
  /** Our office keeps the case; one that came back by a recovery is known by what was sent of it until it is worked on. */
  readonly isOwn: boolean
  /** The user may record, the case is ours and goes on. */
  readonly mayRecord: boolean
  /** The user may record facts about an ended case: corrections, taking back. */
  readonly mayCorrect: boolean
  readonly mayLift: boolean
  /** The user may allow an exception without naming anybody, and confirm one that a clerk has recorded. */
  readonly mayAllow: boolean
  readonly mayRetract: boolean
  /** Our own office decides on this case. */
  readonly decidesHere: boolean
  /** The superior works with the program and answers by bundle. */
  readonly hasSuperior: boolean
}

const CLERKS = ['clerk', 'secretary', 'administrator']
const LIFTERS = ['clerk', 'secretary', 'decider', 'administrator']
const RETRACTERS = ['clerk', 'secretary', 'reviewer', 'decider', 'administrator']

/** Works out what can be done. */
export function situationOf(view: CaseView, office: OfficeView): Situation {
  const { state } = view
  const has = (roles: readonly string[]) => office.user.roles.some((role) => roles.includes(role))
  const isOwn = state.keeper === office.office
  const decidesHere = decidesFor(
    { id: office.office, profile: office.profile },
    { id: state.unit, keeper: state.keeper },
    office.today,
  )
  return {
    id: state.id,
    view,
    office,
    today: office.today,
    isOwn,
    mayRecord: isOwn && has(CLERKS) && !isEnded(view.stage),
    mayCorrect: isOwn && has(CLERKS),
    mayLift: has(LIFTERS) && (isOwn || decidesHere),
    mayAllow: has(MAY_ALLOW_EXCEPTIONS),
    mayRetract: has(RETRACTERS),
    decidesHere,
    hasSuperior: office.peers.some(({ peer, revoked }) => peer.relation === 'superior' && !revoked),
  }
}
