/**
 * Turns of phrase that several documents share: days and counts as letters write them, shares of votes, what is said of
 * a person. Dates follow the founding letter: 20/02/2023, 23/3/2022; small counts bear a zero: 09 đồng chí.
 */
import type { RuleSet } from '../rules/rule-set.ts'
import { showDateInWords } from '../text/dates.ts'

/** A day inside a sentence: 15/01/2024, 23/3/2022; a month or a year as it is known. */
export function dayInText(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const monthText = Number(month) <= 2 ? month : String(Number(month))
  return day === undefined ? `${monthText}/${year}` : `${day}/${monthText}/${year}`
}

/** 'sinh ngày 15 tháng 6 năm 1985', 'sinh năm 1960'. */
export function bornOn(date: string): string {
  return `sinh ${showDateInWords(date)}`
}

/** A number of people: '09', '12', and '0' for none. */
export function people(count: number): string {
  return count > 0 && count < 10 ? `0${count}` : String(count)
}

/** A share in percent with one decimal where it is not whole: '88,9%'. Whole numbers all the way, rounded half up. */
export function percent(part: number, of: number): string {
  if (of <= 0) return '0%'
  const tenths = Math.floor((part * 2000 + of) / (of * 2))
  const rest = tenths % 10
  return `${(tenths - rest) / 10}${rest === 0 ? '' : `,${rest}`}%`
}

/** Several lines of a fact, trimmed, empty ones left out. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^[-–+•]\s*/u, ''))
    .filter((line) => line !== '')
}

/** Running text from what a person typed in one or several lines, each a sentence; the last full stop is taken off. */
export function running(text: string, joint: '. ' | '; ' = '. '): string {
  return linesOf(text)
    .map((line) => line.replace(/[.;,\s]+$/u, ''))
    .join(joint)
}

/** A sentence with its full stop. */
export function sentence(text: string): string {
  return `${text.replace(/[.;,\s]+$/u, '')}.`
}

/** Capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The grounds a document rests on, from the texts of the rule set that somebody has seen. */
export function groundsOf(rules: RuleSet, statute: string): string {
  const texts = rules.texts
    .filter(({ confirmed }) => confirmed)
    .slice(0, 2)
    .map(({ number, date, name }) => {
      const [first = '', second = '', ...rest] = name.split(' ')
      return `Căn cứ ${first} ${second} số ${number}${date === undefined ? '' : `, ngày ${dayInText(date)}`} ${rest.join(' ')}`
    })
  return [`Căn cứ ${statute}`, ...texts].join('\n')
}

/** Grounds as paragraphs end them: a semicolon between, a comma after the last. */
export function groundLines(grounds: readonly string[], isLast = true): readonly string[] {
  return grounds.map(
    (ground, place) => `- ${ground.replace(/[.;,\s]+$/u, '')}${isLast && place === grounds.length - 1 ? ',' : ';'}`,
  )
}

/** A document by number and day: 'Nghị quyết số 12-NQ/CB, ngày 15/01/2024'. */
export function cite(type: string, number: string, date: string): string {
  return `${type} số ${number}, ngày ${dayInText(date)}`
}
