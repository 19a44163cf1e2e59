/**
 * Instants as days and times of Việt Nam, whatever the computer's zone. Its clocks have been seven hours ahead of UTC since
 * 1975, without summer time.
 */
import { addDays, type PlainDate } from './plain-date.ts'

/** Hours ahead of UTC. */
const AHEAD = 7

/** The day in Việt Nam of an instant. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function dayOf(at: string): PlainDate {
  const day = at.slice(0, 10)
  return hourOf(at) < 24 ? day : addDays(day, 1)
}

/** The time of day in Việt Nam of an instant, HH:MM. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function timeOf(at: string): string {
  return `${String(hourOf(at) % 24).padStart(2, '0')}${at.slice(13, 16)}`
}

/** The hour in Việt Nam, counted from the midnight that begins the day in UTC. */
function hourOf(at: string): number {
  return Number(at.slice(11, 13)) + AHEAD
}
