import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseVietnameseDate, showDate, showDateInWords } from '../../shared/text/dates.ts'
import { exactKey, fold, hasMarks } from '../../shared/text/fold.ts'
import { parseIdentityNumber } from '../../shared/text/identity-number.ts'
import { decodeLegacy, encodeLegacy } from '../../shared/text/legacy-fonts.ts'
import { nameSortKey, normalizeName, splitName } from '../../shared/text/names.ts'

const RUNS = process.env['SLOW'] === '1' ? 5000 : 300

const INITIALS = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x f j w z'.split(' ')]
const VOWELS = 'a ă â e ê i o ô ơ u ư y ia iê yê oa oă oe ua uâ uê uô uơ uy ưa ươ ai ao au ây eo ôi ươi uyê'.split(' ')
const FINALS = ['', '', ...'c ch m n ng nh p t'.split(' ')]
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/** A Vietnamese syllable: tone on a vowel, in one of three cases. Not every one is a word, but all are spelled like one. */
const syllable = fc
  .record({
    initial: fc.constantFrom(...INITIALS),
    vowels: fc.constantFrom(...VOWELS),
    final: fc.constantFrom(...FINALS),
    tone: fc.constantFrom(...TONES),
    toneOn: fc.nat({ max: 2 }),
    shape: fc.constantFrom('small', 'title', 'capital'),
  })
  .map(({ initial, vowels, final, tone, toneOn, shape }) => {
    const place = Math.min(toneOn, vowels.length - 1)
    const word = (initial + vowels.slice(0, place + 1) + tone + vowels.slice(place + 1) + final).normalize('NFC')
    if (shape === 'small') return word
    return shape === 'capital' ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
  })
const name = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))

const letters = new Intl.Collator('vi', { sensitivity: 'accent' })
const all = new Intl.Collator('vi', { sensitivity: 'variant' })

function sign(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The specified order, written with the platform's collator: word by word, case last of all. */
function compareNames(a: string, b: string): number {
  for (const collator of [letters, all]) {
    for (const part of ['given', 'middle', 'family'] as const) {
      const [left, right] = [splitName(a)[part].split(' '), splitName(b)[part].split(' ')]
      for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
        const order = collator.compare(left[at] ?? '', right[at] ?? '')
        if (order !== 0) return Math.sign(order)
      }
    }
  }
  return 0
}

test('one word sorts exactly as Intl.Collator vi', () => {
  fc.assert(
    fc.property(syllable, syllable, (a, b) => {
      expect(sign(nameSortKey(a), nameSortKey(b))).toBe(Math.sign(all.compare(a, b)))
    }),
    { numRuns: RUNS * 5 },
  )
})

test('syllables that differ in tone or case only sort exactly as Intl.Collator vi', () => {
  fc.assert(
    fc.property(syllable, fc.constantFrom(...TONES), fc.constantFrom(...TONES), fc.boolean(), (word, a, b, capital) => {
      const base = word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
      const left = (base + a).normalize('NFC')
      const right = (capital ? base.toUpperCase() + b : base + b).normalize('NFC')
      expect(sign(nameSortKey(left), nameSortKey(right))).toBe(Math.sign(all.compare(left, right)))
    }),
    { numRuns: RUNS },
  )
})

test('names sort by given name, middle, family, word by word', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(sign(nameSortKey(a), nameSortKey(b))).toBe(compareNames(a, b))
    }),
    { numRuns: RUNS * 3 },
  )
})

test('names that share words sort by given name, middle, family, word by word', () => {
  const few = fc.constantFrom('An', 'ÁN', 'ăn', 'Ân', 'Anh', 'Hòa', 'hoà', 'Đào', 'Dao')
  const close = fc.array(few, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(close, close, (a, b) => {
      expect(sign(nameSortKey(a), nameSortKey(b))).toBe(compareNames(a, b))
    }),
    { numRuns: RUNS * 3 },
  )
})

test('a sort key of any text is printable ASCII and the same for every Unicode form', () => {
  fc.assert(
    fc.property(fc.oneof(name, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
      const key = nameSortKey(text)
      expect(key).toMatch(/^[!-~]+$/u)
      expect(nameSortKey(text.normalize('NFD'))).toBe(key)
    }),
    { numRuns: RUNS },
  )
})

test('the parts of a name are its words in order', () => {
  fc.assert(
    fc.property(name, (text) => {
      const { family, middle, given } = splitName(text)
      expect([family, middle, given].filter((part) => part !== '').join(' ')).toBe(normalizeName(text))
    }),
    { numRuns: RUNS },
  )
})

test('fold and exactKey are settled after one pass and do not see the Unicode form', () => {
  fc.assert(
    fc.property(fc.oneof(name, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
      for (const key of [fold, exactKey]) {
        expect(key(key(text))).toBe(key(text))
        expect(key(text.normalize('NFD'))).toBe(key(text.normalize('NFC')))
      }
      expect(fold(exactKey(text))).toBe(fold(text))
    }),
    { numRuns: RUNS },
  )
})

test('a folded Vietnamese text is plain ASCII without marks', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(fold(text)).toMatch(/^[a-z ]+$/u)
      expect(hasMarks(fold(text))).toBe(false)
    }),
    { numRuns: RUNS },
  )
})

test('Vietnamese text makes the round trip through both legacy encodings', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(decodeLegacy(encodeLegacy(text, 'vni'), 'vni')).toBe(text)
      expect(decodeLegacy(encodeLegacy(text, 'tcvn3'), 'tcvn3')).toBe(text)
      expect(decodeLegacy(encodeLegacy(text, 'tcvn3-capitals'), 'tcvn3-capitals')).toBe(text.toUpperCase())
    }),
    { numRuns: RUNS },
  )
})

const partialDate = fc
  .record({ year: fc.integer({ min: 1800, max: 2199 }), month: fc.integer({ min: 0, max: 12 }), day: fc.nat(28) })
  .map(({ year, month, day }) => {
    if (month === 0) return String(year)
    const yearMonth = `${year}-${String(month).padStart(2, '0')}`
    return day === 0 ? yearMonth : `${yearMonth}-${String(day).padStart(2, '0')}`
  })

test('a date shown either way is read back', () => {
  fc.assert(
    fc.property(partialDate, (date) => {
      expect(parseVietnameseDate(showDate(date))).toEqual({ ok: true, value: date })
      expect(parseVietnameseDate(showDateInWords(date))).toEqual({ ok: true, value: date })
      expect(parseVietnameseDate(date)).toEqual({ ok: true, value: date })
    }),
    { numRuns: RUNS },
  )
})

test('no text breaks the readers', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9/.\- E+]{0,14}$/))
  fc.assert(
    fc.property(anything, (text) => {
      const date = parseVietnameseDate(text)
      if (date.ok) expect(showDate(date.value)).toMatch(/^[0-9/]+$/u)
      const number = parseIdentityNumber(text)
      if (number.ok) expect(number.value.digits).toMatch(number.value.kind === 'cccd' ? /^\d{12}$/u : /^\d{9}$/u)
    }),
    { numRuns: RUNS },
  )
})
