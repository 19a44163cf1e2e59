import { expect, test } from 'vitest'
import {
  decodeLegacy,
  decodeTcvn3,
  decodeVni,
  encodeLegacy,
  legacyFontOf,
} from '../../../../shared/text/legacy-fonts.ts'

/** Built from Unicode itself, not from the tables under test: 12 vowels with 6 tones less the ASCII ones, and đ. */
const SMALL = [
  ...Array.from('aăâeêioôơuưy').flatMap((vowel) =>
    ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  ),
  'đ',
].filter((letter) => letter > '\u007F')
const LETTERS = [...SMALL, ...SMALL.map((letter) => letter.toUpperCase())]

test('there are 134 accented letters', () => {
  expect(new Set(LETTERS).size).toBe(134)
})

test.each(['tcvn3', 'vni'] as const)('every letter makes the round trip through %s, with a code of its own', (font) => {
  for (const letter of LETTERS) {
    expect(decodeLegacy(encodeLegacy(letter, font), font)).toBe(letter)
    expect(decodeLegacy(encodeLegacy(`x${letter}nh ${letter}`, font), font)).toBe(`x${letter}nh ${letter}`)
  }
  const codes = LETTERS.map((letter) => encodeLegacy(letter, font))
  expect(new Set(codes).size).toBe(134)
  for (const code of codes) expect(code).toMatch(/^[\u0041-\u00FE]{1,2}$/)
})

test('capitals of the H fonts make the round trip', () => {
  for (const letter of SMALL.map((small) => small.toUpperCase())) {
    expect(decodeLegacy(encodeLegacy(letter, 'tcvn3-capitals'), 'tcvn3-capitals')).toBe(letter)
  }
})

test('VNI keeps the letter of a tone mark: both tables agree on base letter and tone by their rows', () => {
  for (const letter of SMALL) {
    expect(encodeLegacy(letter.toUpperCase(), 'vni').toLowerCase()).toBe(encodeLegacy(letter, 'vni'))
    expect(encodeLegacy(letter, 'tcvn3')).toHaveLength(1)
  }
})

test.each([
  ['NGUYEÃN VAÊN ÑÖÙC', 'NGUYỄN VĂN ĐỨC'],
  ['Nguyeãn Vaên Ñöùc', 'Nguyễn Văn Đức'],
  ['TRÖÔØNG TIEÅU HOÏC', 'TRƯỜNG TIỂU HỌC'],
  ['MAÏC ÑÓNH CHI', 'MẠC ĐĨNH CHI'],
  ['aù aø aû aõ aï aâ aá aà aå aã aä', 'á à ả ã ạ â ấ ầ ẩ ẫ ậ'],
  ['AÊ AÉ AÈ AÚ AÜ AË Ô Ö Ò Ó Æ Î', 'Ă Ắ Ằ Ẳ Ẵ Ặ Ơ Ư Ị Ĩ Ỉ Ỵ'],
  ['Aùnh', 'Ánh'],
  ['Ø110', 'Ø110'],
])('VNI %j', (text, unicode) => {
  expect(decodeVni(text)).toBe(unicode)
})

test.each([
  ['§¶ng Céng s¶n ViÖt Nam', 'Đảng Cộng sản Việt Nam'],
  ['ng\u00ADêi', 'người'],
  ['NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
  ['¢Ê', 'Ấ'],
  ['“Kª khai” – 1990', '“Kê khai” – 1990'],
])('TCVN3 %j', (text, unicode) => {
  expect(decodeTcvn3(text)).toBe(unicode)
})

test('in an H font small codes are capitals', () => {
  expect(decodeTcvn3('nguyÔn v¨n ®øc', { capitals: true })).toBe('NGUYỄN VĂN ĐỨC')
  expect(decodeTcvn3('§¶ng céng s¶n', { capitals: true })).toBe('ĐẢNG CỘNG SẢN')
})

test('text that is Unicode already is left alone, whatever its font says', () => {
  for (const font of ['tcvn3', 'tcvn3-capitals', 'vni'] as const) {
    expect(decodeLegacy('Đảng Cộng sản Việt Nam', font)).toBe('Đảng Cộng sản Việt Nam')
    expect(decodeLegacy('Nguyễn'.normalize('NFD'), font)).toBe('Nguyễn')
  }
})

test('a cell with two fonts is decoded run by run', () => {
  const runs = [
    { text: 'Häc viªn: ', font: '.VnTime' },
    { text: 'nguyÔn v¨n ', font: '.VnTimeH' },
    { text: 'ÑÖÙC', font: 'VNI-Times' },
    { text: ' (Hà Nội)', font: 'Times New Roman' },
  ]
  const decoded = runs.map(({ text, font }) => {
    const legacy = legacyFontOf(font)
    return legacy === null ? text : decodeLegacy(text, legacy)
  })
  expect(decoded.join('')).toBe('Học viên: NGUYỄN VĂN ĐỨC (Hà Nội)')
})

test.each([
  ['.VnTime', 'tcvn3'],
  ['.VnArial Narrow', 'tcvn3'],
  ['.vntime', 'tcvn3'],
  ['.VnTimeH', 'tcvn3-capitals'],
  ['.VnArial NarrowH', 'tcvn3-capitals'],
  ['.vntimeh', 'tcvn3-capitals'],
  ['VNI-Times', 'vni'],
  ['VNI Helve', 'vni'],
  ['vni', 'vni'],
  ['Times New Roman', null],
  ['VNtimes new roman', null],
  ['Vnivers', null],
  ['', null],
] as const)('legacyFontOf %j is %j', (name, font) => {
  expect(legacyFontOf(name)).toBe(font)
})
