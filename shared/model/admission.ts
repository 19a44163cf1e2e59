/**
 * What reports count of a case: its admission and the other acts, each by the unit and the office that had the person on
 * that day. The person counts as the dossier said that was decided on, so that both offices say the same of everybody.
 */
import type { CountedAct } from '../reports/facts.ts'
import type { CaseState } from './case-state.ts'
import { matterOf } from './acts.ts'
import { countingDecision } from './case/matter-state.ts'
import { whereOn, type Whereabouts } from './case/whereabouts.ts'
import type { Profile } from './profile.ts'
import { stageOf } from './stage.ts'

/** An admission that counts. */
export type AdmissionState = Whereabouts & {
  readonly day: string
  readonly profile: Profile
  /** Admitted again (kết nạp lại). */
  readonly isAgain: boolean
  readonly isTakenOver: boolean
}

/** Another act that counts. */
export type ActState = Whereabouts & { readonly act: CountedAct; readonly day: string }

/**
 * The admission of a case, or null where it has none that counts: not decided on, refused, or cancelled.
 */
export function admissionOf(state: CaseState): AdmissionState | null {
  const { decision } = state
  if (decision?.outcome !== 'admit' || stageOf(state) === 'cancelled') return null
  const sent =
    state.submissions.find(({ entry, repeats }) => [entry, repeats].includes(decision.submission ?? '')) ??
    state.submissions.findLast(({ date }) => date <= decision.date)
  const snapshot = sent?.snapshot ?? null
  const profile = snapshot?.profile ?? state.profile
  const at = whereOn(decision.date, state)
  return {
    unit: snapshot?.unit.id ?? at.unit,
    keeper: at.keeper,
    day: decision.date,
    profile,
    isAgain: profile.circumstances?.includes('readmission') ?? false,
    isTakenOver: decision.origin === 'takenOver',
  }
}

/** Days on which admission was refused: each dossier has its own answer, also where a later one was agreed to. */
function refusals({ decisions, submissions }: CaseState): readonly string[] {
  return [...new Set(decisions.map(({ submission }) => submission))].flatMap((answered) => {
    const decision = countingDecision(
      decisions.filter(({ submission }) => submission === answered),
      submissions,
    )
    return decision?.outcome === 'refuse' ? [decision.date] : []
  })
}

/** The other acts of a case, in no particular order. */
export function countedActs(state: CaseState): readonly ActState[] {
  const days: readonly (readonly [CountedAct, string | undefined])[] = [
    ...state.submissions.flatMap(({ date, returned, ...sent }): (readonly [CountedAct, string | undefined])[] =>
      matterOf(sent) === 'admission'
        ? [
            ['submitted', date],
            ['returned', returned?.date],
          ]
        : [],
    ),
    ['listed', state.registeredOn ?? undefined],
    ...refusals(state).map((day) => ['refused', day] as const),
    ['ceremony', state.ceremony?.date],
    ['recognised', state.recognition.decision?.outcome === 'recognise' ? state.recognition.decision.date : undefined],
    ['struckOff', state.removal.decision?.outcome === 'remove' ? state.removal.decision.date : undefined],
    ['cancelled', state.cancellation.decision?.outcome === 'cancel' ? state.cancellation.decision.date : undefined],
    ['ended', state.decision === null && state.moves.length === 0 ? state.ending?.date : undefined],
  ]
  return days.flatMap(([act, day]) => (day === undefined ? [] : [{ act, day, ...whereOn(day, state) }]))
}
