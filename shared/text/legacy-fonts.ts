/**
 * Old office files hold Vietnamese in fonts, not in Unicode: TCVN3 (ABC, fonts `.Vn...`, one byte a letter) and VNI
 * (fonts `VNI-...`, a letter and its modifier). The text alone does not tell which, so the caller passes what the FONT
 * says and never guesses. The tables are facts of the two encodings, typed here and checked against each other by test.
 */

/** What a font name says about the text set in it. */
export type LegacyFont = 'tcvn3' | 'tcvn3-capitals' | 'vni'

/** The 67 small letters beyond ASCII: a row a vowel (plain huyền hỏi ngã sắc nặng), then đ. */
const UNICODE_ROWS = [
  'a à ả ã á ạ',
  'ă ằ ẳ ẵ ắ ặ',
  'â ầ ẩ ẫ ấ ậ',
  'e è ẻ ẽ é ẹ',
  'ê ề ể ễ ế ệ',
  'i ì ỉ ĩ í ị',
  'o ò ỏ õ ó ọ',
  'ô ồ ổ ỗ ố ộ',
  'ơ ờ ở ỡ ớ ợ',
  'u ù ủ ũ ú ụ',
  'ư ừ ử ữ ứ ự',
  'y ỳ ỷ ỹ ý ỵ',
  'đ',
]

/** The same in TCVN3; ư is 0xAD, a soft hyphen in Unicode, which every trim, clipboard and HTML step likes to drop. */
const TCVN3_ROWS = [
  'a µ ¶ · ¸ ¹',
  '¨ » ¼ ½ ¾ Æ',
  '© Ç È É Ê Ë',
  'e Ì Î Ï Ð Ñ',
  'ª Ò Ó Ô Õ Ö',
  'i × Ø Ü Ý Þ',
  'o ß á â ã ä',
  '« å æ ç è é',
  '¬ ê ë ì í î',
  'u ï ñ ò ó ô',
  '\u00AD õ ö ÷ ø ù',
  'y ú û ü ý þ',
  '®',
]

/** The same in VNI. */
const VNI_ROWS = [
  'a aø aû aõ aù aï',
  'aê aè aú aü aé aë',
  'aâ aà aå aã aá aä',
  'e eø eû eõ eù eï',
  'eâ eà eå eã eá eä',
  'i ì æ ó í ò',
  'o oø oû oõ où oï',
  'oâ oà oå oã oá oä',
  'ô ôø ôû ôõ ôù ôï',
  'u uø uû uõ uù uï',
  'ö öø öû öõ öù öï',
  'y yø yû yõ yù î',
  'ñ',
]

/** TCVN3 has capitals without tone only. */
const TCVN3_CAPITALS: readonly (readonly [string, string])[] = [
  ['Ă', '¡'],
  ['Â', '¢'],
  ['Ê', '£'],
  ['Ô', '¤'],
  ['Ơ', '¥'],
  ['Ư', '¦'],
  ['Đ', '§'],
]

const tcvn3ByLetter: ReadonlyMap<string, string> = new Map([...tcvn3Small(), ...tcvn3Capitals()])
const vniByLetter: ReadonlyMap<string, string> = new Map([...vniSmall(), ...vniCapitals()])
const lettersByTcvn3: ReadonlyMap<string, string> = inverse(tcvn3ByLetter)
const lettersByVni: ReadonlyMap<string, string> = new Map([...inverse(vniByLetter), ...vniMixedCase()])

/**
 * What the font of a run or cell says about its text.
 * @param fontName As in the document: `.VnTime`, `.VnTimeH`, `VNI-Times`, `Times New Roman`.
 * @returns null for a font of Unicode text. `.Vn` fonts whose name ends in H draw small letters as capitals.
 */
export function legacyFontOf(fontName: string): LegacyFont | null {
  const name = fontName.trim()
  if (/^\.vn/iu.test(name)) return name.endsWith('H') || /^\.vn[a-z ]*h$/u.test(name) ? 'tcvn3-capitals' : 'tcvn3'
  if (/^vni(?:[- ]|$)/iu.test(name)) return 'vni'
  return null
}

/**
 * Decodes text set in a legacy font.
 * @param text The run as read, bytes as Latin-1 or Windows-1252 characters, not trimmed (U+00AD may be a letter).
 * @param font What legacyFontOf gave for its font.
 * @returns Unicode text in NFC.
 */
export function decodeLegacy(text: string, font: LegacyFont): string {
  return font === 'vni' ? decodeVni(text) : decodeTcvn3(text, { capitals: font === 'tcvn3-capitals' })
}

/**
 * Decodes TCVN3 (ABC) text. In ordinary fonts a capital with tone is written as the capital followed by the small
 * letter with its tone (`¢Ê` for Ấ), a pair that Vietnamese spelling has no other use for (but for a rare loan word such as Oóc at
 * the start of a sentence, which comes out as Óc).
 * @param text The run as read. Text that already holds Vietnamese Unicode letters is returned as it is (in NFC).
 * @param options `capitals`: the font is one of the H fonts, which draw everything as capitals.
 */
export function decodeTcvn3(text: string, options: { readonly capitals?: boolean } = {}): string {
  if (isUnicodeVietnamese(text)) return text.normalize('NFC')
  const decoded = decodeBy(lettersByTcvn3, text)
  return options.capitals === true ? decoded.toUpperCase() : decoded
}

/**
 * Decodes VNI (Windows) text.
 * @param text The run as read. Text that already holds Vietnamese Unicode letters is returned as it is (in NFC).
 */
export function decodeVni(text: string): string {
  return isUnicodeVietnamese(text) ? text.normalize('NFC') : decodeBy(lettersByVni, text)
}

/**
 * Writes Unicode text in a legacy encoding; the inverse of decodeLegacy, for tests and for samples shown to a person.
 * @param text Unicode text; letters the encoding lacks stay as they are.
 * @param font The encoding; for `tcvn3-capitals` everything is written in small letters.
 */
export function encodeLegacy(text: string, font: LegacyFont): string {
  const codes = font === 'vni' ? vniByLetter : tcvn3ByLetter
  const source = font === 'tcvn3-capitals' ? text.toLowerCase() : text
  return Array.from(source.normalize('NFC'), (letter) => codes.get(letter) ?? letter).join('')
}

/** Letters that neither encoding can contain: then the font lies and the text is Unicode already. */
function isUnicodeVietnamese(text: string): boolean {
  return /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]|\p{M}/u.test(text)
}

/** Longest match first: a pair, else a single character, else the character itself. */
function decodeBy(lettersByCode: ReadonlyMap<string, string>, text: string): string {
  let decoded = ''
  for (let at = 0; at < text.length;) {
    const pair = lettersByCode.get(text.slice(at, at + 2))
    if (pair !== undefined) {
      decoded += pair
      at += 2
    } else {
      const single = text.charAt(at)
      decoded += lettersByCode.get(single) ?? single
      at += 1
    }
  }
  return decoded.normalize('NFC')
}

function cells(rows: readonly string[]): readonly string[] {
  return rows.flatMap((row) => row.split(' '))
}

function pairs(rows: readonly string[]): readonly (readonly [string, string])[] {
  const codes = cells(rows)
  return cells(UNICODE_ROWS).map((letter, place) => [letter, codes[place] ?? letter] as const)
}

function tcvn3Small(): readonly (readonly [string, string])[] {
  return pairs(TCVN3_ROWS).filter(([letter, code]) => letter !== code)
}

/** À is written A + à, Ấ is Â + ấ. */
function tcvn3Capitals(): readonly (readonly [string, string])[] {
  const plain = new Map(TCVN3_CAPITALS)
  const toned = UNICODE_ROWS.flatMap((row) => {
    const [base = '', ...letters] = row.split(' ')
    const capital = base.toUpperCase()
    const codes = new Map(pairs(TCVN3_ROWS))
    return letters.map((l) => [l.toUpperCase(), (plain.get(capital) ?? capital) + (codes.get(l) ?? l)] as const)
  })
  return [...TCVN3_CAPITALS, ...toned]
}

function vniSmall(): readonly (readonly [string, string])[] {
  return pairs(VNI_ROWS).filter(([letter, code]) => letter !== code)
}

function vniCapitals(): readonly (readonly [string, string])[] {
  return vniSmall().map(([letter, code]) => [letter.toUpperCase(), code.toUpperCase()] as const)
}

/** `Aù` as well as `AÙ` is met for Á: the letter, not the modifier, gives the case. */
function vniMixedCase(): readonly (readonly [string, string])[] {
  return vniSmall()
    .filter(([, code]) => code.length === 2)
    .map(([letter, code]) => [code.charAt(0).toUpperCase() + code.charAt(1), letter.toUpperCase()] as const)
}

function inverse(codesByLetter: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...codesByLetter].map(([letter, code]) => [code, letter] as const))
}
