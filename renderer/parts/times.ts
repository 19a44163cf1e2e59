/**
 * Times and days as people read them, always those of Việt Nam whatever the computer's zone.
 */
import { dayOf, timeOf } from '../../shared/calendar/instant.ts'
import { weekday } from '../../shared/calendar/plain-date.ts'
import { showDay } from '../../shared/words/vi.ts'

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

/** '08:00 ngày 02/01/2024'. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function showTime(at: string): string {
  return `${timeOf(at)} ngày ${showDayOf(at)}`
}

/** '02/01/2024'. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function showDayOf(at: string): string {
  return showDay(dayOf(at))
}

/** 'Thứ Ba, 02/01/2024'. @param day - YYYY-MM-DD */
export function showWeekday(day: string): string {
  return `${WEEKDAYS[weekday(day) - 1] ?? ''}, ${showDay(day)}`
}
