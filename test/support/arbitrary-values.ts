/**
 * Small values by chance, of which payloads are made: lines, names, days, counts.
 */
import fc from 'fast-check'
import { line, PersonName } from '../../shared/base/fields.ts'
import { trusted } from '../../shared/base/trust.ts'

/** A record of which only the named fields are always there. */
export function some<T extends object>(
  fields: { readonly [K in keyof T]-?: fc.Arbitrary<Exclude<T[K], undefined>> },
  always: readonly (keyof T)[],
): fc.Arbitrary<T> {
  return trusted(
    fc.record(trusted<Record<string, fc.Arbitrary<unknown>>>(fields), { requiredKeys: [...always].map(String) }),
  )
}

const odd = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((value) => value.normalize('NFC').trim())
  .filter((value) => line(12).safeParse(value).success)

/** A line of text: mostly plain Vietnamese, now and then whatever Unicode allows. */
export const someLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('12-NQ/CB', 'Chi bộ thôn Đồng Sơn', 'Kim Bảng', 'a"b\\c', 'Ghi chú') },
  { weight: 1, arbitrary: odd },
)

/** A person's name. */
export const personName: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Nguyễn Thị Hòa', 'Trần Văn Bình', 'Đỗ Thị Ước', "H'Linh Niê", 'Lê Quý') },
  { weight: 1, arbitrary: odd.filter((name) => PersonName.safeParse(name).success) },
)

/** A day. */
export const someDay: fc.Arbitrary<string> = fc
  .record({
    year: fc.integer({ min: 1950, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

/** A day, a month or a year. */
export const partialDay = fc.tuple(someDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length))
/** A number of people. */
export const count = fc.integer({ min: 0, max: 40 })
/** A hash in hex. */
export const hash = fc.constantFrom('a', 'b', 'c').map((digit) => digit.repeat(64))
/** Number and day of a document. */
export const document = some<{ number?: string | undefined; date?: string | undefined }>(
  { number: someLine, date: someDay },
  [],
)
/** Code of a paper. */
export const paperCode = fc.constantFrom('1-KND', '2-KND', 'CN-NTVD', '3-KND')
