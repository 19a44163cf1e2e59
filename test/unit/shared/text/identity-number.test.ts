import { expect, test } from 'vitest'
import { identityFacts, identityWarnings, parseIdentityNumber } from '../../../../shared/text/identity-number.ts'

test.each([
  ['035085012345', 'cccd', '035085012345', []],
  [' 035 085 012 345 ', 'cccd', '035085012345', []],
  ['035.085.012.345', 'cccd', '035085012345', []],
  ["'035085012345", 'cccd', '035085012345', []],
  ['168123456', 'cmnd', '168123456', []],
  ['35085012345', 'cccd', '035085012345', ['lost_leading_zeros']],
  ['1085012345', 'cccd', '001085012345', ['lost_leading_zeros']],
  ['1085012345.0', 'cccd', '001085012345', ['lost_leading_zeros']],
  ['16812345', 'cmnd', '016812345', ['lost_leading_zeros']],
  ['003085012345', 'cccd', '003085012345', ['unknown_province']],
  ['97085012345', 'cccd', '097085012345', ['lost_leading_zeros', 'unknown_province']],
  ['035485012345', 'cccd', '035485012345', ['century_unlikely']],
])('reads %j', (text, kind, digits, warnings) => {
  expect(parseIdentityNumber(text)).toEqual({ ok: true, value: { kind, digits, warnings } })
})

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['1.09E+10', 'destroyed'],
  ['1,09E+10', 'destroyed'],
  ['3.50850123E10', 'destroyed'],
  ['0350850123AB', 'not_digits'],
  ['chưa có', 'not_digits'],
  ['1234567', 'wrong_length'],
  ['0350850123456', 'wrong_length'],
])('refuses %j as %s', (text, error) => {
  expect(parseIdentityNumber(text)).toEqual({ ok: false, error })
})

test('the six first digits', () => {
  expect(identityFacts('035085012345')).toEqual({ province: '035', sex: 'male', birthYear: 1985 })
  expect(identityFacts('001199012345')).toEqual({ province: '001', sex: 'female', birthYear: 1999 })
  expect(identityFacts('001200012345')).toEqual({ province: '001', sex: 'male', birthYear: 2000 })
  expect(identityFacts('096305012345')).toEqual({ province: '096', sex: 'female', birthYear: 2005 })
  expect(identityFacts('168123456')).toBeNull()
})

test('what is known of the person only warns', () => {
  expect(identityWarnings('035085012345', { sex: 'male', birthYear: 1985 })).toEqual([])
  expect(identityWarnings('035085012345', { sex: 'female', birthYear: 1986 })).toEqual([
    'sex_differs',
    'birth_year_differs',
  ])
  expect(identityWarnings('168123456', { sex: 'female', birthYear: 1986 })).toEqual([])
  expect(parseIdentityNumber('35085012345', { birthYear: 2085 })).toMatchObject({
    value: { warnings: ['lost_leading_zeros', 'birth_year_differs'] },
  })
})
