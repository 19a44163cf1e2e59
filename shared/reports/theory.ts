/**
 * Levels of political theory (lý luận chính trị), read from what people write: the profile holds free text, and statistics
 * ask for levels. What is none of the usual words is counted as other, never guessed.
 */
import { fold } from '../text/fold.ts'

/** Levels, the highest first; `none` says that there is none, `other` that the words are unusual. */
export const THEORY_LEVELS = ['bachelor', 'advanced', 'intermediate', 'elementary', 'none', 'other'] as const

/** A level. */
export type TheoryLevel = (typeof THEORY_LEVELS)[number]

const SHORT: Readonly<Record<string, TheoryLevel>> = {
  cn: 'bachelor',
  cc: 'advanced',
  tc: 'intermediate',
  sc: 'elementary',
}

const WORDS: readonly (readonly [string, TheoryLevel])[] = [
  ['cu nhan', 'bachelor'],
  ['cao cap', 'advanced'],
  ['trung cap', 'intermediate'],
  ['so cap', 'elementary'],
]

/** The level a text says; null where nothing is written. */
export function theoryLevel(text: string | null): TheoryLevel | null {
  const key =
    text === null
      ? ''
      : fold(text)
          .replace(/[^a-z0-9]+/g, ' ')
          .trim()
  if (key === '') return null
  if (/^(khong|chua|0)( |$)/.test(key)) return 'none'
  const short = SHORT[key.replace(/ (llct|ly luan chinh tri|chinh tri)$/, '')]
  return short ?? WORDS.find(([words]) => key.includes(words))?.[1] ?? 'other'
}
