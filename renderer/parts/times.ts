/**
 * Times and days as people read them, always those of Việt Nam whatever the computer's zone.
 */
import { weekday } from '../../shared/calendar/plain-date.ts'
import { showDay } from '../../shared/words/vi.ts'

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

/** '08:00 ngày 02/01/2024'. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function showTime(at: string): string {
  const instant = new Date(at)
  return `${CLOCK.format(instant)} ngày ${showDay(DAY.format(instant))}`
}

/** '02/01/2024'. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function showDayOf(at: string): string {
  return showDay(DAY.format(new Date(at)))
}

/** 'Thứ Ba, 02/01/2024'. @param day - YYYY-MM-DD */
export function showWeekday(day: string): string {
  return `${WEEKDAYS[weekday(day) - 1] ?? ''}, ${showDay(day)}`
}
