/**
 * What is said after an unlock of a job that ended behind the lock, out of its user's sight.
 */
import type { JobName } from '../contract/inputs.ts'
import { actionText } from './actions.ts'

/** What is to be done where the answer of a job is shown once, and the lock has kept it from being seen. */
const UNSEEN: ReadonlyMap<string, string> = new Map<JobName, string>([
  [
    'vault.newSheet',
    'Phiếu mới chưa hiện ra lần nào, phiếu cũ không còn dùng được: lập lại phiếu khôi phục ngay, in ra và cất giữ.',
  ],
  [
    'keys.export',
    'Mật khẩu của tệp khóa vừa xuất chưa hiện ra lần nào nên không mở được tệp đó: xóa tệp, rồi xuất lại.',
  ],
])

/**
 * Whether the job came to its end, when, and what is to be done now.
 * @param time - when it ended, in words
 * @param trouble - why nothing came of it, as a sentence; null where it came to its end
 */
export function missedSentence(job: string, time: string, trouble: string | null): string {
  const begun = `Việc ${actionText(job)} đã bắt đầu trước khi khóa phần mềm`
  if (trouble !== null) return `${begun}, lúc ${time} dừng lại mà chưa xong: ${trouble}`
  const unseen = UNSEEN.get(job)
  return `${begun}, kết thúc lúc ${time}.${unseen === undefined ? '' : ` ${unseen}`}`
}
