/** Instants as days and times of Việt Nam, held against what the platform says of its zone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, timeOf } from '../../../../shared/calendar/instant.ts'

const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const DAY = new Intl.DateTimeFormat('en-CA', { ...ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
const TIME = new Intl.DateTimeFormat('en-GB', { ...ZONE, hour: '2-digit', minute: '2-digit' })

test('the day changes at midnight in Việt Nam, which is 17:00 in UTC', () => {
  const said = (at: string) => [dayOf(at), timeOf(at)]
  expect(said('2024-02-28T16:59:59Z')).toEqual(['2024-02-28', '23:59'])
  expect(said('2024-02-28T17:00:00Z')).toEqual(['2024-02-29', '00:00'])
  expect(said('2024-12-31T23:30:00Z')).toEqual(['2025-01-01', '06:30'])
  expect(said('2024-06-01T01:05:00Z')).toEqual(['2024-06-01', '08:05'])
})

test('every instant is what the platform says of the zone', () => {
  const instants = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => {
      const at = `${instant.toISOString().slice(0, 19)}Z`
      expect([dayOf(at), timeOf(at)]).toEqual([DAY.format(instant), TIME.format(instant)])
    }),
  )
})
