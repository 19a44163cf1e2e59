/**
 * A rule value as a form holds it: texts by name, read back into the value they stand for.
 */
import type { ValueShape } from '../../../shared/rules/value-shape.ts'

/** What the form holds. */
export type ValueTexts = Readonly<Record<'value' | 'amount' | 'unit' | 'numerator' | 'denominator' | 'strict', string>>

/** The texts of a value. */
export function textsOf(shape: ValueShape, value: unknown): ValueTexts {
  const part = (name: string) =>
    typeof value === 'object' && value !== null && name in value ? String(Reflect.get(value, name)) : ''
  return {
    value: shape.kind === 'list' || shape.kind === 'codes' ? JSON.stringify(value) : plainText(value),
    amount: part(shape.kind === 'validity' ? 'months' : 'amount'),
    unit: part('unit'),
    numerator: part('numerator'),
    denominator: part('denominator'),
    strict: part('strict'),
  }
}

/** The value of the texts; what cannot be read is left as typed, for the command to refuse. */
export function valueOf(shape: ValueShape, texts: ValueTexts): unknown {
  switch (shape.kind) {
    case 'number':
      return numberOf(texts.value)
    case 'numbers':
      return texts.value
        .split(/[;,\s]+/)
        .filter(Boolean)
        .map(numberOf)
    case 'boolean':
      return texts.value === 'true'
    case 'duration':
      return { amount: numberOf(texts.amount), unit: texts.unit }
    case 'validity':
      return { months: numberOf(texts.amount), until: 'branchMeeting' }
    case 'share':
      return {
        numerator: numberOf(texts.numerator),
        denominator: numberOf(texts.denominator),
        strict: texts.strict === 'true',
      }
    case 'list':
    case 'codes':
      return JSON.parse(texts.value)
    case 'day':
      return texts.value === '' ? null : texts.value
    case 'text':
    case 'choice':
      return texts.value
  }
}

/** The items of a list as the form holds it. */
export function itemsIn(text: string): readonly string[] {
  const items: unknown = JSON.parse(text)
  return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : []
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function numberOf(text: string): number | string {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : text
}
