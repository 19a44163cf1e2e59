import { expect, test } from 'vitest'
import { bodyOf, committeeOf, levelOf, organisationOf, symbolOf } from '../../../../shared/documents/bodies.ts'
import { bornOn, cite, dayInText, people, percent, running } from '../../../../shared/documents/phrases.ts'

test.each([
  ['Huyện ủy Kim Bảng', 'Đảng bộ huyện Kim Bảng'],
  ['Đảng ủy xã Ba Sao', 'Đảng bộ xã Ba Sao'],
  ['Tỉnh uỷ Hà Nam', 'Đảng bộ tỉnh Hà Nam'],
  ['Đảng bộ tỉnh Ninh Bình', 'Đảng bộ tỉnh Ninh Bình'],
])('above %s stands %s', (committee, organisation) => {
  expect(organisationOf(committee)).toBe(organisation)
})

test.each([
  ['Đảng ủy', 'ĐU'],
  ['Huyện ủy', 'HU'],
  ['Chi bộ', 'CB'],
  ['Ban Tổ chức Huyện ủy', 'BTCHU'],
])('%s signs with %s', (words, symbol) => {
  expect(symbolOf(words)).toBe(symbol)
})

test('a body is named in short and in full by the office it belongs to', () => {
  const offices = ['Huyện ủy Kim Bảng']
  expect(bodyOf('Ban Thường vụ Huyện ủy', offices)).toEqual({
    short: 'Ban Thường vụ',
    full: 'Ban Thường vụ Huyện ủy Kim Bảng',
  })
  expect(bodyOf('Ban Thường vụ Huyện ủy Kim Bảng', offices).short).toBe('Ban Thường vụ')
  expect(bodyOf('Huyện ủy', offices)).toEqual({ short: 'Huyện ủy', full: 'Huyện ủy Kim Bảng' })
  expect(bodyOf('Ban Thường vụ Tỉnh ủy', offices).full).toBe('Ban Thường vụ Tỉnh ủy')
  expect(committeeOf('Đảng bộ xã Ba Sao')).toBe('Đảng ủy xã Ba Sao')
  expect(levelOf('Chi bộ thôn Đồng Sơn')).toBe('Chi bộ')
})

test('days and counts stand as letters write them', () => {
  expect([dayInText('2023-02-20'), dayInText('2022-03-23'), dayInText('2022-06'), dayInText('1960')]).toEqual([
    '20/02/2023',
    '23/3/2022',
    '6/2022',
    '1960',
  ])
  expect([people(0), people(9), people(12)]).toEqual(['0', '09', '12'])
  expect([percent(8, 9), percent(9, 9), percent(2, 3), percent(1, 8), percent(0, 0)]).toEqual([
    '88,9%',
    '100%',
    '66,7%',
    '12,5%',
    '0%',
  ])
  expect(bornOn('1985-06-15')).toBe('sinh ngày 15 tháng 6 năm 1985')
  expect(bornOn('1960')).toBe('sinh năm 1960')
  expect(cite('Nghị quyết', '12-NQ/CB', '2024-01-15')).toBe('Nghị quyết số 12-NQ/CB, ngày 15/01/2024')
  expect(running('- Chăm chỉ.\n\n- Khiêm tốn;')).toBe('Chăm chỉ. Khiêm tốn')
})
