/**
 * What every sentence on screen has to hold to: Vietnamese, whole words, no code name, no hash, no loud punctuation.
 */
import { expect } from 'vitest'

/** Written in capitals by everybody, or units. */
const CAPITALS: ReadonlySet<string> = new Set([
  'USB',
  'QR',
  'PDF',
  'JPEG',
  'PNG',
  'KB',
  'MB',
  'GB',
  'TNCS',
  'TCVN',
  'VNI',
])

const ENGLISH =
  /\b(?:error|file|folder|path|bundle|label|key|code|invalid|failed|input|scan|record|import|export|backup|password|passphrase|login|store|vault|journal|entry|stick|signature|device|token|update)\b/iu

/** Holds a text to the rules of the house. @param text - a sentence or label */
export function expectPlainWords(text: string): void {
  expect(text).not.toBe('')
  expect(text).toBe(text.normalize('NFC'))
  expect(text).toBe(text.trim())
  expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
  expect(text).not.toMatch(/[A-Z]+_[A-Z]/)
  expect(text).not.toMatch(/!| {2}|\.\.|,\.|;\.|\( |\(\)/)
  expect(text).not.toMatch(/hoà(?!\p{L})|huỷ|uỷ(?!\p{L})|thuỷ/u)
  // Numbers of documents, codes of forms and what people typed are not ours.
  const own = text
    .replace(/“[^”]*”/gu, '')
    .replace(/\d+[A-ZĐ]?-[A-ZĐ]+(?:\/[A-ZĐ]+)?/gu, '')
    .replace(/[0-9A-F]{8}(?=\))/gu, '')
  const capitals = own.match(/\p{Lu}{2,}/gu) ?? []
  expect(capitals.filter((word) => !CAPITALS.has(word))).toEqual([])
  expect(own).not.toMatch(/[0-9a-f]{16,}|[a-z2-7]{26}/)
  expect(own).not.toMatch(ENGLISH)
}

/** Holds a sentence to them, and to being one. */
export function expectSentence(text: string): void {
  expectPlainWords(text)
  expect(text.endsWith('.')).toBe(true)
  expect(text).toMatch(/^[\p{Lu}“\d]/u)
  expect(text.normalize('NFD')).toMatch(/[\u0300-\u036F]/)
}
