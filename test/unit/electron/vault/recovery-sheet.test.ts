/** The digits in the safe: every slip of the pen is found, and the group is named. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGroup, newSheet, parseSheet, sheetGroups } from '../../../../electron/vault/recovery-sheet.ts'

const aSheet = fc.constant(undefined).map(() => newSheet())
const aPlace = fc.integer({ min: 0, max: sheetGroups - 1 })

function secretOf(text: string): string | undefined {
  const parsed = parseSheet(text)
  return parsed.ok ? parsed.value : undefined
}

describe('a recovery sheet', () => {
  it('has 8 groups of 6 digits that read back as 40 digits', () => {
    fc.assert(
      fc.property(aSheet, (sheet) => {
        expect(sheet).toHaveLength(8)
        expect(sheet.every((group) => /^[0-9]{6}$/.test(group))).toBe(true)
        expect(secretOf(sheet.join(' '))).toBe(sheet.map((group) => group.slice(0, 5)).join(''))
      }),
    )
  })

  it('uses every digit about equally often', () => {
    const digits = Array.from({ length: 500 }, () =>
      newSheet()
        .map((group) => group.slice(0, 5))
        .join(''),
    ).join('')
    const counts = Array.from('0123456789', (digit) => digits.split(digit).length - 1)
    // 20,000 digits: 2,000 of each, standard deviation 42; ten of them is never.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(420)
  })

  it('is read with dashes, line breaks, no blanks at all, and full-width digits', () => {
    const sheet = newSheet()
    const secret = secretOf(sheet.join(' '))
    const fullWidth = sheet.join('').replace(/[0-9]/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    for (const text of [sheet.join('-'), sheet.join('\r\n'), sheet.join(''), ` ${sheet.join(' – ')}\n`, fullWidth]) {
      expect(secretOf(text), text).toBe(secret)
    }
    expect(secretOf(sheet.join('').replaceAll(/(?=.)/g, ' ')), 'a blank after every digit').toBe(secret)
  })

  it('names the group in which one digit is wrong', () => {
    fc.assert(
      fc.property(aSheet, aPlace, fc.nat(5), fc.integer({ min: 1, max: 9 }), (sheet, place, at, shift) => {
        const group = sheet[place] ?? ''
        const wrong = group.slice(0, at) + ((Number(group[at]) + shift) % 10) + group.slice(at + 1)
        expect(parseSheet(sheet.with(place, wrong).join(' '))).toEqual({
          ok: false,
          error: { code: 'SHEET_GROUP', groups: [place + 1] },
        })
      }),
    )
  })

  it('names the group in which two neighbouring digits are exchanged', () => {
    fc.assert(
      fc.property(aSheet, aPlace, fc.nat(4), (sheet, place, at) => {
        const group = sheet[place] ?? ''
        fc.pre(group[at] !== group[at + 1])
        const wrong = group.slice(0, at) + group[at + 1] + group[at] + group.slice(at + 2)
        expect(parseSheet(sheet.with(place, wrong).join(''))).toMatchObject({ error: { groups: [place + 1] } })
      }),
    )
  })

  it('names both groups when two are exchanged, and never takes a group in another place', () => {
    fc.assert(
      fc.property(aSheet, aPlace, aPlace, (sheet, one, other) => {
        fc.pre(one !== other)
        const [a, b] = [sheet[one] ?? '', sheet[other] ?? '']
        const groups = [one + 1, other + 1].toSorted((x, y) => x - y)
        expect(parseSheet(sheet.with(one, b).with(other, a).join('-'))).toEqual({
          ok: false,
          error: { code: 'SHEET_GROUP', groups },
        })
        expect(isGroup(one, a)).toBe(true)
        expect(isGroup(other, a)).toBe(false)
      }),
    )
  })

  it('names a group with a digit too many or too few when groups were typed', () => {
    const sheet = newSheet()
    const short = sheet.with(2, (sheet[2] ?? '').slice(1))
    expect(parseSheet(short.join(' '))).toEqual({ ok: false, error: { code: 'SHEET_GROUP', groups: [3] } })
    expect(parseSheet(short.join(''))).toEqual({ ok: false, error: { code: 'SHEET_LENGTH', digits: 47, needed: 48 } })
    expect(parseSheet('')).toEqual({ ok: false, error: { code: 'SHEET_LENGTH', digits: 0, needed: 48 } })
  })

  it('says which character is no digit', () => {
    const sheet = newSheet()
    const typed = sheet.with(0, `O${(sheet[0] ?? '').slice(1)}`).join(' ')
    expect(parseSheet(typed)).toEqual({ ok: false, error: { code: 'SHEET_CHARACTER', character: 'O' } })
    expect(parseSheet('٣'.repeat(48))).toMatchObject({ error: { code: 'SHEET_CHARACTER', character: '٣' } })
  })
})
