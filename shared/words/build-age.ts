/**
 * How old this build is: the program updates nothing by itself and asks nobody, so only its own day can tell.
 */
import { monthsBetween } from '../calendar/plain-date.ts'

/** Whole months after which a build is called old. */
const OLD_AFTER = 12

/** What is said of a build's age, or null while it is young. @param built @param today - YYYY-MM-DD */
export function oldBuildNote(built: string, today: string): string | null {
  const months = monthsBetween(built, today)
  return months < OLD_AFTER
    ? null
    : `Bản phần mềm này đã phát hành được ${months} tháng. Hãy liên hệ người hỗ trợ để nhận bản mới: bản mới vá các lỗ hổng bảo mật đã biết, dữ liệu trên máy giữ nguyên.`
}
