/**
 * Rows as a spreadsheet puts them on the clipboard: cells by tabs, rows by line ends, a cell with line ends or tabs inside
 * between quotation marks. And what the rows say of an old font, so that a person can be asked.
 */
import { legacyFontOf, type LegacyFont } from '../text/legacy-fonts.ts'

/** Rows of cells; every row as long as the longest. */
export type Table = readonly (readonly string[])[]

/** Reads pasted text. Empty rows at the end and rows without any cell are left out. */
export function parseTable(text: string): Table {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === '\t') endCell()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(at + 1) === '\n') at += 1
      endCell()
      rows.push(row)
      row = []
    } else cell += character
  }
  endCell()
  rows.push(row)
  const tidy = rows
    .map((cells) =>
      cells.map((value) =>
        value
          .normalize('NFC')
          .replace(/[\s\u200B\uFEFF]+/gu, ' ')
          .replace(/^ | $/gu, ''),
      ),
    )
    .filter((cells) => cells.some((value) => value !== ''))
  const width = tidy.reduce((most, cells) => Math.max(most, cells.findLastIndex((value) => value !== '') + 1), 0)
  return tidy.map((cells) => Array.from({ length: width }, (_, place) => cells[place] ?? ''))
}

/** The old font that the clipboard's own formatting names, or null. @param html - the same rows as HTML */
export function fontInHtml(html: string): LegacyFont | null {
  for (const match of html.matchAll(/font-family:\s*["']?([^;"'<>,]{1,60})/giu)) {
    const font = legacyFontOf(match[1] ?? '')
    if (font !== null) return font
  }
  return null
}

/** Letters that Vietnamese never uses, but the two old encodings do. */
const ODD = /[¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾ÆÇÐÑÖ×ØÜÞßäåæçëïñö÷øûüþ]/u
const TCVN3 = /[¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾]/u

/** What the text looks like it is set in: a guess for the question only, never for the answer. */
export function fontGuess(table: Table): LegacyFont | null {
  const odd = table.flat().filter((cell) => ODD.test(cell) && !/[\u1EA0-\u1EF9ĂăĐđĨĩŨũƠơƯư]/u.test(cell))
  if (odd.length < 2) return null
  return odd.some((cell) => TCVN3.test(cell)) ? 'tcvn3' : 'vni'
}
