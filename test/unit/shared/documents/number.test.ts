import { expect, test } from 'vitest'
import { fullNumber, nextNumber, numberWarnings, type UsedNumber } from '../../../../shared/documents/number.ts'
import { numberParts } from '../../../../shared/model/number-series.ts'

const used = (number: string, date: string | null, ...cases: string[]): UsedNumber => ({ number, date, cases })

test('a number is taken apart by type and symbol', () => {
  expect(numberParts('12-NQ/CB')).toEqual({ count: 12, type: 'NQ', symbol: 'CB' })
  expect(numberParts('Số 07-QĐ/HU')).toEqual({ count: 7, type: 'QĐ', symbol: 'HU' })
  expect(numberParts('345 - CV/BTCHU')?.symbol).toBe('BTCHU')
  expect(numberParts('12/2024/QĐ')).toBeNull()
})

test('the next number follows the highest of its type, with the letters the office writes', () => {
  const register = [used('3-NQ/ĐU', '2024-01-03'), used('12-NQ/ĐUX', '2024-02-01'), used('40-CV/ĐU', '2024-02-02')]
  expect(nextNumber(register, 'NQ', 'ĐU')).toBe('13-NQ/ĐUX')
  expect(nextNumber(register, 'CV', 'ĐU')).toBe('41-CV/ĐU')
  expect(nextNumber([], 'QĐ', 'HU')).toBe('01-QĐ/HU')
})

test('a bare number is completed, a full one is left alone', () => {
  expect(fullNumber('7', '13-NQ/CB')).toBe('07-NQ/CB')
  expect(fullNumber('113', '13-NQ/CB')).toBe('113-NQ/CB')
  expect(fullNumber('12-NQ/CBTS', '13-NQ/CB')).toBe('12-NQ/CBTS')
})

test('a number used before and days out of order are told, gaps are not', () => {
  const register = [used('12-NQ/CB', '2024-01-15', 'a'), used('14-NQ/CB', '2024-02-10', 'b')]
  expect(numberWarnings('20-NQ/CB', '2024-03-01', register)).toEqual([])
  expect(numberWarnings('13-NQ/CB', '2024-02-01', register)).toEqual([])
  expect(numberWarnings('12-NQ/CB', '2024-01-15', register)).toEqual([
    { code: 'numberUsed', number: '12-NQ/CB', date: '2024-01-15' },
  ])
  expect(numberWarnings('13-NQ/CB', '2024-02-20', register)).toEqual([
    { code: 'dateOutOfOrder', number: '14-NQ/CB', date: '2024-02-10' },
  ])
  expect(numberWarnings('12-CV/CB', '2020-01-01', register)).toEqual([])
})

test('digits alone are of the type their document has, and the nearest numbers alone tell the order', () => {
  const bare: UsedNumber = { number: '15', date: '2024-02-20', cases: ['c'], type: 'NQ' }
  const register = [used('14-NQ/CB', '2024-02-10', 'b'), bare]
  expect(nextNumber(register, 'NQ', '')).toBe('16-NQ/CB')
  expect(numberWarnings('15-NQ/CB', '2024-02-20', register)).toMatchObject([{ code: 'numberUsed', number: '15' }])
  expect(numberWarnings('15', '2024-02-20', register, [], 'NQ')).toMatchObject([{ code: 'numberUsed' }])
  expect(numberWarnings('15', '2024-02-20', register)).toEqual([])
  // 13 lies before 14, which lies before 15: one number typed wrong does not put all of them in doubt.
  const slipped = [...register, used('500-NQ/CB', '2024-01-02', 'd')]
  expect(numberWarnings('13-NQ/CB', '2024-02-01', slipped)).toEqual([])
  expect(numberWarnings('16-NQ/CB', '2024-03-01', slipped)).toMatchObject([{ number: '500-NQ/CB' }])
})

test('the act on record for this very case is not a number used before', () => {
  const register = [used('12-NQ/CB', '2024-01-15', 'a')]
  expect(numberWarnings('12-NQ/CB', '2024-01-15', register, ['a'])).toEqual([])
  expect(nextNumber(register, 'NQ', 'CB')).toBe('13-NQ/CB')
})
