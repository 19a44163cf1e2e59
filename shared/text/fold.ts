/**
 * Search keys. Marks carry meaning in Vietnamese (`đường` is not `Dương`), yet people often type without them, so a
 * stored text has two keys: an exact one that keeps the marks and a folded one that drops them. Both serve matching
 * only; what is shown and printed stays as it was typed.
 */

/** Format characters that no one sees: soft hyphen, zero-width spaces and joiners, the byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu

const WHITE_SPACE = /\s+/gu

/**
 * The key for searching without marks: `Đặng Thị Hồng-Thắm` -> `dang thi hong tham`.
 * @param text Any text, in any Unicode form (NFC, NFD, Windows-1258 style).
 * @returns Lower case, no marks, d for đ Đ Ð (U+00D0) ð, punctuation turned to spaces, white space collapsed and trimmed.
 *   Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đð]/gu, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim()
}

/**
 * The key for searching with marks. Two spellings that differ only in where the tone stands (`hòa`/`hoà`,
 * `thúy`/`thuý`) give one key; `Lý` and `Lí` do not. Ð (U+00D0, left by VNI and Latin fonts) counts as Đ.
 * @param text Any text, in any Unicode form.
 * @returns NFC, lower case, white space collapsed and trimmed, the tone on the second vowel of oa, oe and uy.
 */
export function exactKey(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ð/gu, 'đ')
    .replace(WHITE_SPACE, ' ')
    .trim()
    .normalize('NFD')
    .replace(/(o)([\u0300\u0301\u0303\u0309\u0323])([ae])(?!\p{M})/gu, '$1$3$2')
    .replace(/(u)([\u0300\u0301\u0303\u0309\u0323])(y)(?!\p{M})/gu, '$1$3$2')
    .normalize('NFC')
}

/**
 * Whether a text bears any mark or an đ: a query that does is matched on the exact key first, one that does not on the
 * folded key.
 * @param text Any text, in any Unicode form.
 */
export function hasMarks(text: string): boolean {
  return /[\p{M}đĐÐð]/u.test(text.normalize('NFD'))
}
