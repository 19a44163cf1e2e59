/**
 * Judging whether a text is canonical JSON takes a short way where it can; it must say what printing the value anew says.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, isCanonicalJson, toNfc, type Json } from '../../shared/base/canonical.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('é', 'e\u0301', '\n\u0303', '"\u0338', 'Đảng viên', '\ud800', '10', '9', '__proto__', ''),
)
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, true, false, 0, -0, 1.5, 1e21, 2 ** 53),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

test('a text is canonical if and only if printing its value gives it again', () => {
  fc.assert(
    fc.property(value, (drawn) => {
      for (const candidate of [JSON.stringify(drawn), JSON.stringify(toNfc(drawn)), printed(toNfc(drawn))]) {
        if (candidate === undefined) continue
        const read = JSON.parse(candidate) as Json
        expect(isCanonicalJson(candidate, read)).toBe(printed(read) === candidate)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a value nested too deep to be printed is not canonical', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000)
  expect(isCanonicalJson(deep, JSON.parse(deep) as Json)).toBe(false)
})

function printed(json: unknown): string | undefined {
  try {
    return canonicalJson(json as Json)
  } catch {
    return undefined
  }
}
