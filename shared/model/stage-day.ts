/**
 * Since when a case stands where it stands: the day of the act that brought it there. Lists count the waiting from it.
 */
import type { MatterState } from './case/matter-state.ts'
import type { CaseState } from './case-state.ts'
import { actsOf, currentMatter, stageOf } from './stage.ts'

/**
 * The day a case came to where it stands.
 * @returns null where that act has no day, or this office knows of it by a list line alone
 */
export function stageDay(state: CaseState): string | null {
  if (state.ending) return state.ending.date
  const stage = stageOf(state)
  if (stage !== stageOf({ ...state, isLineNewest: false, erased: null })) return null
  switch (stage) {
    case 'listed':
      return state.registeredOn
    case 'helped':
      return state.helpers.at(0)?.from ?? null
    case 'trained':
      return paperDay(state, 'CN-NTVD')
    case 'preparing':
      return paperDay(state, '1-KND')
    case 'probation':
      return state.ceremony?.date ?? null
    case 'cardIssued':
      return state.card?.date ?? null
    default:
      return newestDay(actsOf(state, currentMatter(state)))
  }
}

/** Past the preparation it is the newest act of the matter the case is about that moved it. */
function newestDay({ branchVotes, committeeVotes, submissions, decision, receipt }: MatterState): string | null {
  const answers = submissions.flatMap(({ received, returned }) => [received, returned])
  return [...branchVotes, ...committeeVotes, ...submissions, ...answers, decision, receipt]
    .flatMap((act) => act?.date ?? [])
    .reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null)
}

/** The first paper of a code that has a day. */
function paperDay({ papers }: CaseState, code: string): string | null {
  return papers.find(({ paper, date }) => paper === code && date !== undefined)?.date ?? null
}
