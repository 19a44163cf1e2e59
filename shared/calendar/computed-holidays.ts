/**
 * The holidays of a year nobody has published yet (or that this program ships no table for): fixed days, lunar days, and
 * the next working day for a holiday on a week-end. Swaps cannot be computed, so a date that rests on such a year is
 * provisional. Law: Bộ luật Lao động 2019 art. 111.3 and 112; Nghị quyết 28/2026/QH16 for 24/11.
 */
import { compareText } from '../base/compare.ts'
import { isWeekEnd, type DaysOff, type HolidayTable } from './holidays.ts'
import { lunarToSolar } from './lunar.ts'
import { addDays, plainDate, weekday, type PlainDate } from './plain-date.ts'

type Holiday = { readonly date: PlainDate; readonly name: string; readonly source: string }

/**
 * The holidays of a year by law.
 * @param year 1800-2199.
 * @returns A table with status `computed`, every entry unconfirmed, without swaps.
 */
export function computedTable(year: number): HolidayTable {
  const holidays = legalHolidays(year).toSorted((a, b) => compareText(a.date, b.date))
  const compensationLaw = year >= 2021 ? 'Bộ luật Lao động 2019, Điều 111.3' : 'Bộ luật Lao động 2012, Điều 115.3'
  const taken = new Set(holidays.map(({ date }) => date))
  const compensations: Holiday[] = []
  for (const holiday of holidays) {
    if (!isWeekEnd(holiday.date)) continue
    let date = addDays(holiday.date, 1)
    while (isWeekEnd(date) || taken.has(date)) date = addDays(date, 1)
    taken.add(date)
    compensations.push({ date, name: `${holiday.name} (nghỉ bù)`, source: compensationLaw })
  }
  const off = [...holidays, ...compensations].map(({ date, name, source }): DaysOff => ({
    from: date,
    to: date,
    name,
    source,
    confirmed: false,
  }))
  return { year, status: 'computed', off: off.toSorted((a, b) => (a.from < b.from ? -1 : 1)), makeUp: [] }
}

function legalHolidays(year: number): readonly Holiday[] {
  const source = year >= 2021 ? 'Bộ luật Lao động 2019, Điều 112' : 'Bộ luật Lao động 2012, Điều 115'
  const holidays: Holiday[] = [
    { date: plainDate(year, 1, 1), name: 'Tết Dương lịch', source },
    ...lunarNewYear(year).map((date): Holiday => ({ date, name: 'Tết Nguyên đán', source })),
    { date: plainDate(year, 4, 30), name: 'Ngày Chiến thắng', source },
    { date: plainDate(year, 5, 1), name: 'Ngày Quốc tế Lao động', source },
    ...nationalDay(year).map((date): Holiday => ({ date, name: 'Quốc khánh', source })),
  ]
  if (year >= 2007) holidays.push({ date: lunarDay(year, 3, 10), name: 'Giỗ Tổ Hùng Vương', source })
  if (year >= 2026) {
    holidays.push({
      date: plainDate(year, 11, 24),
      name: 'Ngày Văn hóa Việt Nam',
      source: 'Nghị quyết 28/2026/QH16',
    })
  }
  return holidays
}

/**
 * Tết: five days since the code of 2012 took force (1/5/2013), four before. Which five is announced yearly; assumed here
 * as in every year 2016-2026: one day before and four from mùng 1 if mùng 1 is a Monday or Tuesday, else two and three.
 */
function lunarNewYear(year: number): readonly PlainDate[] {
  const first = lunarDay(year, 1, 1)
  if (year < 2014) return [-1, 0, 1, 2].map((days) => addDays(first, days))
  const before = weekday(first) <= 2 ? 1 : 2
  return [0, 1, 2, 3, 4].map((days) => addDays(first, days - before))
}

/**
 * Quốc khánh: 2/9, and since 2021 one day next to it, announced yearly. Assumed as in every year 2021-2026, the one that
 * makes the longer break: 3/9 if 2/9 is a Monday, Thursday or Sunday, else 1/9.
 */
function nationalDay(year: number): readonly PlainDate[] {
  const day = plainDate(year, 9, 2)
  if (year < 2021) return [day]
  const after = weekday(day) === 1 || weekday(day) === 4 || weekday(day) === 7
  return after ? [day, addDays(day, 1)] : [addDays(day, -1), day]
}

function lunarDay(year: number, month: number, day: number): PlainDate {
  const date = lunarToSolar({ year, month, day, leap: false })
  if (date === null) throw new Error(`no lunar day ${day}/${month} in ${year}`)
  return date
}
