/**
 * Days on which batches are held: the three every office knows, and the office's own as the setting keeps them, one a
 * line, 'MM-DD name'. Pure.
 */

/** A day of the year with its name. */
export type OwnDay = { readonly monthDay: string; readonly name: string }

const KNOWN: readonly OwnDay[] = [
  { monthDay: '02-03', name: 'Ngày thành lập Đảng' },
  { monthDay: '05-19', name: 'Ngày sinh Chủ tịch Hồ Chí Minh' },
  { monthDay: '09-02', name: 'Quốc khánh' },
]

/** The next of each, soonest first. */
export function anniversaries(
  today: string,
  own: readonly OwnDay[],
): readonly { readonly day: string; readonly name: string }[] {
  const year = Number(today.slice(0, 4))
  return [...KNOWN, ...own]
    .map(({ monthDay, name }) => {
      const thisYear = `${year}-${monthDay}`
      return { day: thisYear > today ? thisYear : `${year + 1}-${monthDay}`, name }
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** The office's own days, from the setting; a line that cannot be read is left out. */
export function readOwnDays(value: unknown): readonly OwnDay[] {
  if (typeof value !== 'string') return []
  return value.split('\n').flatMap((line) => {
    const read = /^(\d\d-\d\d) (.+)$/u.exec(line)
    // Only every fourth year has that day.
    if (read?.[1] === '02-29') return []
    return read?.[1] === undefined || read[2] === undefined ? [] : [{ monthDay: read[1], name: read[2] }]
  })
}

/** The same as the setting keeps it. */
export function writeOwnDays(days: readonly OwnDay[]): string {
  return days.map(({ monthDay, name }) => `${monthDay} ${name}`).join('\n')
}
