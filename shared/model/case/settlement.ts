/**
 * What settles a conflict: the correction, or the CV recorded anew, that makes one of its versions the one that counts
 * and names every version, so that all of them end on every device.
 */
import { trustedJson } from '../../base/trust.ts'
import { Profile } from '../profile.ts'
import type { Conflict } from './registers.ts'

/** The act that settles a conflict, ready for its command; the case and a reason are added by whoever asks. */
export type Settlement = {
  readonly command: 'resume.record' | 'candidate.correct'
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * Fields of a conflict that are acts, as two devices recorded them: what is wrong is taken back. Of every other field
 * one version is chosen.
 */
export const ACT_FIELDS: readonly string[] = [
  'receipt',
  'recognitionReceipt',
  'removalReceipt',
  'cancellationReceipt',
  'ceremony',
  'membershipCard',
]

/** Whether one version of a field is chosen: of the profile, the unit and the CV. */
export function isChosen(field: string): boolean {
  return !ACT_FIELDS.includes(field)
}

/**
 * Chooses a version of a conflict.
 * @param conflict - of a field that `isChosen`
 * @param chosen - entry id of the version that is right
 * @returns the act, or null where no version has that id
 */
export function settlementOf(conflict: Conflict, chosen: string): Settlement | null {
  const version = conflict.versions.find(({ entry }) => entry === chosen)
  if (version === undefined) return null
  const settles = conflict.versions.map(({ entry }) => entry)
  if (conflict.field === 'resume') return { command: 'resume.record', input: { ...resumeIn(version.value), settles } }
  return { command: 'candidate.correct', input: { ...correction(conflict.field, version.value), settles } }
}

function correction(field: string, value: string): Readonly<Record<string, unknown>> {
  if (field === 'unit') return { change: {}, unit: value }
  if (value === '') return { change: { clear: [field] } }
  return { change: { set: { [field]: valueIn(field, value) } } }
}

/** A conflict holds text as it is and anything else as JSON; which of the two, the field's own shape tells. */
function valueIn(field: string, value: string): unknown {
  const shape = new Map(Object.entries(Profile.shape)).get(field)
  return shape === undefined || shape.safeParse(value).success ? value : trustedJson(value)
}

/** A CV as a version holds it, without the mark of how it was recorded: the command sets that itself. */
function resumeIn(value: string): Readonly<Record<string, unknown>> {
  const { onPaper: _onPaper, ...resume } = trustedJson<Record<string, unknown>>(value)
  return resume
}
