/**
 * What can be done with a case by this user in this office: worked out once, so that no part of the page offers what
 * would be refused.
 */
import type { CaseView, OfficeView } from '../../../shared/contract/answers.ts'
import { hasGivenAway } from '../../../shared/model/erasure.ts'
import { isEnded } from '../../../shared/model/stage.ts'
import { decidesFor } from '../../../shared/rules/surroundings.ts'
import { mayCall } from '../../parts/rights.ts'

/** A case on its page. */
export type Situation = {
  readonly id: string
  readonly view: CaseView
  readonly office: OfficeView
  readonly today: string
  /** Our office keeps the case; one that came back by a recovery is known by what was sent of it until it is worked on. */
  readonly isOwn: boolean
  /** A command of the port is this user's; whether the case is ours is another question. */
  readonly may: (command: string) => boolean
  /** The case is ours and goes on: steps can be recorded. */
  readonly goesOn: boolean
  /** The user may record papers, and what leads to the vote; the case is ours and goes on. */
  readonly mayRecord: boolean
  /** The user may correct what is known of the person, also of an ended case. */
  readonly mayCorrect: boolean
  readonly mayLift: boolean
  /** The user may allow an exception without naming anybody, and confirm one that a clerk has recorded. */
  readonly mayAllow: boolean
  readonly mayRetract: boolean
  /** Our own office decides on this case. */
  readonly decidesHere: boolean
  /** Our office kept the case once, and it does not go on with us. */
  readonly hasGivenAway: boolean
  /** The superior works with the program and answers by bundle. */
  readonly hasSuperior: boolean
}

/** Works out what can be done. */
export function situationOf(view: CaseView, office: OfficeView): Situation {
  const { state } = view
  const may = (command: string) => mayCall(office.user.roles, command)
  const isOwn = state.keeper === office.office
  const goesOn = isOwn && !isEnded(view.stage)
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
    may,
    goesOn,
    mayRecord: goesOn && may('paper.record'),
    mayCorrect: isOwn && may('candidate.correct'),
    mayLift: may('finding.lift') && (isOwn || decidesHere),
    mayAllow: may('finding.confirmLift'),
    mayRetract: may('entry.retract'),
    decidesHere,
    hasGivenAway: hasGivenAway(state, office.office),
    hasSuperior: office.peers.some(({ peer, revoked }) => peer.relation === 'superior' && !revoked),
  }
}
