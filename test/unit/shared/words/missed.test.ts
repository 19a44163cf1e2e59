import { expect, test } from 'vitest'
import { missedSentence } from '../../../../shared/words/vi.ts'

test('a job whose answer is shown once says what to do where the lock has kept it from being seen', () => {
  const at = '08:00 ngày 29/01/2024'
  expect(missedSentence('vault.newSheet', at, null)).toMatch(/phiếu cũ không còn dùng được: lập lại phiếu khôi phục/)
  expect(missedSentence('keys.export', at, null)).toMatch(/xóa tệp, rồi xuất lại/)
  expect(missedSentence('bundle.import', at, null)).toBe(
    'Việc nhận gói dữ liệu đã bắt đầu trước khi khóa phần mềm, kết thúc lúc 08:00 ngày 29/01/2024.',
  )
  expect(missedSentence('vault.newSheet', at, 'Hết chỗ.')).toMatch(/dừng lại mà chưa xong: Hết chỗ\.$/)
})
