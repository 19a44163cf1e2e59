/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon at UTC+7, the month holding the winter solstice
 * is the 11th, and in a year of 13 months the first month without a major solar term is the leap month. Needed because
 * Tết and Giỗ Tổ (10/3) are lunar. Astronomy after Hồ Ngọc Đức, "Computing the Vietnamese lunar calendar" (2004,
 * https://www.informatik.uni-leipzig.de/~duc/amlich/calrules_en.html), formulas of Meeus, "Astronomical Algorithms".
 */
import { dateParts, dayNumber, fromDayNumber, plainDate, type PlainDate } from './plain-date.ts'

/** A day of the lunar calendar. `year` is the Gregorian year in which most of it falls: 2024 for Giáp Thìn. */
export type LunarDate = {
  readonly year: number
  /** 1-12; 1 = tháng Giêng, 12 = tháng Chạp. */
  readonly month: number
  /** 1-30. */
  readonly day: number
  /** Whether it is the second month of that number (tháng nhuận). */
  readonly leap: boolean
}

/**
 * The lunar date of a day. Made for 1800-2199; far from there the formulas may be a day off.
 * @throws Error if the text is not a PlainDate.
 */
export function solarToLunar(date: PlainDate): LunarDate {
  const number = dayNumber(date)
  const { year } = dateParts(date)
  const start = monthStartOn(number)
  let sui = suiBeginning(year)
  if (start < sui.begin) sui = suiBeginning(year - 1)
  const place = Math.round((start - sui.begin) / MONTH)
  const leap = sui.leapPlace !== null && place === sui.leapPlace
  const month = ((10 + place - (sui.leapPlace !== null && place >= sui.leapPlace ? 1 : 0)) % 12) + 1
  const lunarYear = month >= 11 && place <= 2 ? sui.year : sui.year + 1
  return { year: lunarYear, month, day: number - start + 1, leap }
}

/**
 * The day of a lunar date.
 * @returns null if there is no such day: a 30th in a month of 29 days, a leap month that the year does not have.
 */
export function lunarToSolar(lunar: LunarDate): PlainDate | null {
  if (lunar.month < 1 || lunar.month > 12 || lunar.day < 1 || lunar.day > 30) return null
  const sui = suiBeginning(lunar.month >= 11 ? lunar.year : lunar.year - 1)
  const plainPlace = (lunar.month + 1) % 12
  const afterLeap = sui.leapPlace !== null && plainPlace >= sui.leapPlace
  const place = lunar.leap ? plainPlace + 1 : plainPlace + (afterLeap ? 1 : 0)
  if (lunar.leap && place !== sui.leapPlace) return null
  const start = monthStartOn(sui.begin + Math.round(place * MONTH) + 14)
  const next = monthStartOn(start + 32)
  return start + lunar.day <= next ? fromDayNumber(start + lunar.day - 1) : null
}

/** The lunar year that begins with an 11th month: where it begins, and the place (1-12) of its leap month if any. */
type Sui = { readonly year: number; readonly begin: number; readonly leapPlace: number | null }

/** Mean length of a lunar month, in days. */
const MONTH = 29.530588853

/** Day number of the mean new moon of 1 January 1900 (13:51 UTC), counted in days since 1970-01-01 UTC. */
const NEW_MOON_1900 = 2_415_020.75933 - 2_440_587.5

/** Vietnam, UTC+7, in days. */
const ZONE = 7 / 24

const RADIANS = Math.PI / 180

/** The span from the 11th month of a Gregorian year to the next 11th month. */
function suiBeginning(year: number): Sui {
  const begin = eleventhMonth(year)
  const next = eleventhMonth(year + 1)
  return { year, begin, leapPlace: next - begin > 365 ? leapPlaceAfter(begin) : null }
}

/** First day of the lunar month that holds the winter solstice of a Gregorian year. */
function eleventhMonth(year: number): number {
  const start = monthStartOn(dayNumber(plainDate(year, 12, 31)))
  return termOn(start) >= 9 ? monthStartOn(start - 1) : start
}

/** Among 13 months the leap one is the first after the 11th that holds no major term: the term at both ends is one. */
function leapPlaceAfter(begin: number): number {
  let start = monthStartOn(begin + 32)
  for (let place = 1; place < 13; place += 1) {
    const next = monthStartOn(start + 32)
    if (termOn(start) === termOn(next)) return place
    start = next
  }
  throw new Error(`no leap month after day ${begin}`)
}

/** First day of the lunar month a day belongs to. */
function monthStartOn(number: number): number {
  let k = Math.floor((number - NEW_MOON_1900) / MONTH) + 1
  while (newMoonDay(k) > number) k -= 1
  return newMoonDay(k)
}

/** The day in Vietnam of the k-th new moon since January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const mean = NEW_MOON_1900 + MONTH * k + 0.0001178 * t2 - 0.000000155 * t3
  const drift = 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun)
  return Math.floor(mean + drift + correction - clockDrift(t, t2, t3) + ZONE)
}

/** Difference between dynamical and universal time, in days, t in centuries since 1900. */
function clockDrift(t: number, t2: number, t3: number): number {
  if (t < -11) return 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
  return -0.000278 + 0.000265 * t + 0.000262 * t2
}

/** The twelfth of the sun's path at the beginning of a day in Vietnam: 0 from the spring equinox, 9 from the solstice. */
function termOn(number: number): number {
  const t = (number - ZONE - (2_451_545 - 2_440_587.5)) / 36_525
  const t2 = t * t
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** Sine of an angle in degrees. */
function sine(degrees: number): number {
  return Math.sin(degrees * RADIANS)
}
