/**
 * What kind of thing a rule value is, so that a form can ask for it: told by the value itself and by where it stands.
 */
import { Education } from '../model/codes.ts'
import {
  BarredExit,
  CancellationStep,
  Condition,
  PathStep,
  RecognitionStep,
  RuleEvent,
  VerifiedRelative,
  WaivingRelative,
} from './rule-codes.ts'
import { BodyDenominator, BranchDenominator } from './rule-set.ts'

/** The kinds of values. Choices bring their codes. */
export type ValueShape =
  | { readonly kind: 'number' | 'boolean' | 'duration' | 'share' | 'validity' | 'text' | 'day' | 'numbers' | 'codes' }
  | { readonly kind: 'choice' | 'list'; readonly options: readonly string[] }

/**
 * The shape of a value.
 * @param address - where it stands
 * @param value - what stands there now
 */
export function shapeOf(address: string, value: unknown): ValueShape {
  if (address === 'from' || address === 'to') return { kind: 'day' }
  const list = listOptions(address)
  if (list !== null) return { kind: 'list', options: list }
  if (Array.isArray(value)) return { kind: value.every((part) => typeof part === 'number') ? 'numbers' : 'codes' }
  if (typeof value === 'number') return { kind: 'number' }
  if (typeof value === 'boolean') return { kind: 'boolean' }
  if (typeof value === 'object' && value !== null)
    return { kind: 'amount' in value ? 'duration' : 'numerator' in value ? 'share' : 'validity' }
  const options = choiceOptions(address)
  return options === null ? { kind: 'text' } : { kind: 'choice', options }
}

function listOptions(address: string): readonly string[] | null {
  if (address.startsWith('structure.paths.')) return PathStep.options
  if (address.startsWith('structure.recognitionPaths.')) return RecognitionStep.options
  if (address === 'structure.cancellationPath') return CancellationStep.options
  if (address === 'readmission.barred') return BarredExit.options
  if (address === 'verification.scope') return VerifiedRelative.options
  return address === 'verification.waivedBy' ? WaivingRelative.options : null
}

function choiceOptions(address: string): readonly string[] | null {
  const last = address.split('.').at(-1) ?? ''
  if (address.startsWith('eligibility.education.') && last !== 'elderConsent') return Education.options
  if (last === 'requiredWhen') return Condition.options
  if (last === 'start') return RuleEvent.options
  if (last === 'severity') return ['block', 'warn']
  if (last === 'of') return address.includes('.branch.') ? BranchDenominator.options : BodyDenominator.options
  return null
}
