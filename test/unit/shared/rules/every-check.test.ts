/**
 * No check and no mistake of the procedure (reference/procedure.md sections 8 and 10) is without its examples: this fails
 * for a number that lacks one, and for an example that does not show what it is for.
 */
import { describe, expect, test } from 'vitest'
import type { Example } from '../../../support/check-cases.ts'
import { CHECK_EXAMPLES } from '../../../support/check-examples.ts'
import { MISTAKE_EXAMPLES } from '../../../support/mistake-examples.ts'

/** Checks that belong to other rooms: the text of a document, the sums of a report, a bundle. */
const ELSEWHERE = ['C37', 'C42', 'C44']

const CHECKS = Array.from({ length: 46 }, (_, at) => `C${at + 1}`)

/**
 * Not judged by a rule, so no test pretends it: P20 (dots, another person's name) and P25 (two people in one text) come
 * with the documents and are C37's; P33 (a decision cancelled later) is a line of the report. Of P18 the handwriting is a
 * box a person ticks; gaps in time are C35's.
 */
const SAID = ['P20', 'P25', 'P33']

const shows = (number: string, example: Example) =>
  example().some((code) => code === number || code.startsWith(`${number}-`))

test('every check has its examples, but for those of other rooms', () => {
  expect(CHECKS.filter((number) => !(number in CHECK_EXAMPLES))).toEqual(ELSEWHERE)
  expect(Object.keys(CHECK_EXAMPLES).filter((number) => !CHECKS.includes(number))).toEqual([])
})

describe.each(Object.entries(CHECK_EXAMPLES))('%s', (number, { seen, unseen, edge }) => {
  test('is found where it should be', () => {
    expect(shows(number, seen)).toBe(true)
  })

  test('is not found where it should not', () => {
    expect(shows(number, unseen)).toBe(false)
  })

  test('is found on one side of its edge and not on the other', () => {
    expect([shows(number, edge[0]), shows(number, edge[1])]).toEqual([false, true])
  })
})

describe('every mistake of real dossiers', () => {
  const numbers = Array.from({ length: 33 }, (_, at) => `P${at + 1}`)

  test('is seen by a check, or it is said that a program cannot see it', () => {
    expect(numbers.filter((number) => !(number in MISTAKE_EXAMPLES))).toEqual(SAID)
    expect(Object.keys(MISTAKE_EXAMPLES).filter((number) => !numbers.includes(number))).toEqual([])
  })

  test.each(Object.entries(MISTAKE_EXAMPLES))('%s is found for itself, as grave as it is', (_mistake, example) => {
    const { code, severity } = example
    const grave = new Set(example.found().flatMap((one) => (one.code === code ? [one.severity] : [])))
    expect([...grave]).toEqual([severity])
  })

  test('shows no two of them by one finding', () => {
    const shown = Object.values(MISTAKE_EXAMPLES).map(({ code }) => code)
    expect(new Set(shown).size).toBe(shown.length)
  })
})
