/**
 * A Vietnamese name is one text; its parts are computed so that a person can correct them. Families come first in
 * writing, but lists are ordered by the last word (tên), then the middle (chữ đệm), then the family (họ), in the order
 * of the Vietnamese alphabet. The sort key lives here because SQLite has no such collation.
 */

/** The computed parts of a name. A one-word name has a given part only; absent parts are empty texts. */
export type NameParts = {
  /** Họ: the first word of a name of two words or more. */
  readonly family: string
  /** Chữ đệm: every word between the first and the last, joined by one space. */
  readonly middle: string
  /** Tên: the last word. */
  readonly given: string
}

/** Why a text cannot be stored as a person's name. */
export type NameProblem = 'empty' | 'too_long' | 'control_character' | 'digit'

/** The longest name accepted, in characters (Unicode code points). */
export const LONGEST_NAME = 200

/**
 * Brings a typed or imported name to the form that is stored: NFC, white space collapsed and trimmed, Ð (U+00D0, eth)
 * replaced by the Vietnamese Đ (U+0110). Case and spelling are left alone: they are what the papers say.
 * @param text The name as typed.
 */
export function normalizeName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\u00D0/gu, '\u0110')
    .replace(/\u00F0/gu, '\u0111')
}

/**
 * Checks a name after normalising it.
 * @param text The name as typed.
 * @returns null if it can be stored, else the first problem found. A soft hyphen counts as a control character: in a
 *   name it is the remains of a TCVN3 ư.
 */
export function nameProblem(text: string): NameProblem | null {
  const name = normalizeName(text)
  if (name === '') return 'empty'
  if (Array.from(name).length > LONGEST_NAME) return 'too_long'
  if (/\p{C}/u.test(name)) return 'control_character'
  if (/\p{Nd}/u.test(name)) return 'digit'
  return null
}

/**
 * Splits a full name by its words: first = family, last = given, the rest = middle. Only a proposal: names of ethnic
 * minorities and compound families need a person's eye.
 * @param fullName The name as typed, any number of words.
 */
export function splitName(fullName: string): NameParts {
  const words = wordsOf(fullName)
  const given = words.at(-1) ?? ''
  const family = words.length > 1 ? (words[0] ?? '') : ''
  return { family, middle: words.slice(1, -1).join(' '), given }
}

/**
 * The key that orders people as a Vietnamese office does: given name, then middle, then family, each word by word in
 * the order of CLDR `vi` (letters of the whole word first, then tones: ngang huyền hỏi ngã sắc nặng). Case decides last
 * of all, so that AN and An of an imported list stay together.
 * @param fullName The name as typed.
 * @returns Printable ASCII without spaces. Compare by code units or with SQLite's BINARY collation, never NOCASE.
 */
export function nameSortKey(fullName: string): string {
  const { family, middle, given } = splitName(fullName)
  const parts = [given, middle, family].map(wordsOf)
  const letters = parts.map((words) => words.map((word) => keysOf(word).letters).join('') + END).join('')
  const cases = parts.map((words) => words.map((word) => keysOf(word).cases).join('') + END).join('')
  return letters + cases.replace(/!+$/u, '')
}

/** Ends a level, a word and a part; sorts below every other character of a key, so the shorter comes first. */
const END = '!'

/** The alphabet with f j w z at their usual place; a letter's code is the character at the same place of CODES. */
const ALPHABET = Array.from('aăâbcdđeêfghijklmnoôơpqrstuưvwxyz')
const CODES = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg')

/** Signs found in names, in the order of CLDR: before digits, which come before letters. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['-', '$'],
  ['.', '%'],
  ["'", '&'],
  ['’', '&'],
]

const codesByLetter: ReadonlyMap<string, string> = new Map([
  ...ALPHABET.map((letter, place) => [letter, CODES[place] ?? ''] as const),
  ...Array.from('0123456789', (digit) => [digit, digit] as const),
  ...SIGNS,
])

/** Tones in the order of CLDR `vi`: huyền hỏi ngã sắc nặng; no tone is 0, any other mark 6. */
const weightsByMark: ReadonlyMap<string, string> = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
])

function wordsOf(text: string): readonly string[] {
  const name = normalizeName(text)
  return name === '' ? [] : name.split(' ')
}

/** The keys of words met so far: names are made of a few hundred. */
const wordKeys = new Map<string, { readonly letters: string; readonly cases: string }>()

function keysOf(word: string): { readonly letters: string; readonly cases: string } {
  const known = wordKeys.get(word)
  if (known !== undefined) return known
  // Also where somebody types nonsense all day.
  if (wordKeys.size >= 2000) wordKeys.clear()
  const keys = { letters: wordKey(word), cases: caseKey(word) }
  wordKeys.set(word, keys)
  return keys
}

/** Letters of the whole word, then its marks: hòa -> `LUA!001!`. */
function wordKey(word: string): string {
  let letters = ''
  let marks = ''
  for (const unit of lettersOf(word)) {
    letters += codesByLetter.get(unit.letter) ?? codeOfForeign(unit.letter)
    marks += '0' + unit.marks.map((mark) => weightsByMark.get(mark) ?? '6').join('')
  }
  return letters + END + withoutZeros(marks) + END
}

function caseKey(word: string): string {
  const cases = Array.from(word, (letter) => (letter === letter.toLowerCase() ? '0' : '1')).join('')
  return withoutZeros(cases) + END
}

/** Trailing zeros decide nothing: END sorts below them. */
function withoutZeros(weights: string): string {
  return weights.replace(/0+$/u, '')
}

/** A word as letters of the Vietnamese alphabet (ă â ê ô ơ ư are letters of their own) with the marks each bears. */
function lettersOf(word: string): readonly { readonly letter: string; readonly marks: readonly string[] }[] {
  const units: { letter: string; marks: string[] }[] = []
  for (const character of word.toLowerCase().normalize('NFD')) {
    const last = units.at(-1)
    if (last === undefined || !/\p{M}/u.test(character)) {
      units.push({ letter: character, marks: [] })
      continue
    }
    const joined = (last.letter + character).normalize('NFC')
    if (codesByLetter.has(joined)) last.letter = joined
    else last.marks.push(character)
  }
  return units
}

/** Letters of other scripts come after z, by code point. */
function codeOfForeign(character: string): string {
  return '~' + (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')
}
