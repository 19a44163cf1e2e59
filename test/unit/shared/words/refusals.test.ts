import { expect, test } from 'vitest'
import { refusal, type Refusal, type RefusalCode } from '../../../../shared/contract/refusals.ts'
import { refusalSentence } from '../../../../shared/words/vi.ts'
import { CHANNEL, OFFICE } from './bundle-manifest.ts'
import { expectSentence } from './plain-words.ts'
import { REFUSAL_CODES, REFUSALS } from './refusal-samples.ts'

const names = { office: (id: string) => (id === OFFICE ? 'Đảng ủy xã Ba Sao' : null) }

function samplesOf<Code extends RefusalCode>(code: Code): readonly Refusal[] {
  return REFUSALS[code].map((data) => refusal(code, data))
}

test.each(REFUSAL_CODES)('%s reads well', (code) => {
  for (const sample of samplesOf(code)) {
    expectSentence(refusalSentence(sample))
    expectSentence(refusalSentence(sample, names))
  }
})

test('names of offices stand where they are known, a short form of the id where not', () => {
  const gap = refusal('B_GAP', { channel: CHANNEL, have: 4, need: 12 })
  expect(refusalSentence(gap, names)).toBe(
    'Chưa nhận được gói này vì còn thiếu các bản ghi của Đảng ủy xã Ba Sao từ số 5 đến số 11, nằm trong một gói gửi trước đó. Nếu có gói trước, nhận gói đó trước; nếu không, đề nghị Đảng ủy xã Ba Sao xuất lại và chọn gửi lại đầy đủ. Gói này vẫn còn nguyên.',
  )
  expect(refusalSentence(gap)).toContain('thiếu các bản ghi từ số 5 đến số 11')
  expect(refusalSentence(refusal('CASE_NOT_KEPT_HERE', { name: 'Lê An', keeper: OFFICE }))).toBe(
    'Hồ sơ của Lê An do một đơn vị khác (mã abcdef…) quản lý, đơn vị mình không sửa được. Đề nghị nơi đó ghi và gửi gói dữ liệu.',
  )
})

test('whoever writes a set is told of the own store, never to ask the sender for another set', () => {
  const broken = { channel: CHANNEL, seq: 1234, reason: 'head' } as const
  const here = refusalSentence(refusal('B_CHAIN', { ...broken, here: true }), names)
  expect(here).toBe(
    'Bản ghi của Đảng ủy xã Ba Sao trên máy này không còn nối tiếp đúng với nhau (xem đến bản ghi số 1.234): dữ liệu của máy đã hỏng hoặc bị sửa, nên chưa xuất được gói. Dừng ghi việc mới, không xóa gì trên máy này; sao lưu ngay ra USB khác, mở Cài đặt, khung “Nhật ký dữ liệu”, bấm “Kiểm tra sâu” rồi báo người hỗ trợ.',
  )
  const channel = refusalSentence(refusal('B_CHANNEL', { kind: 'changes', channel: CHANNEL, here: true }), names)
  expect(`${here} ${channel}`).not.toMatch(/Chưa nhận gì|nơi gửi/)
  expect(refusalSentence(refusal('B_CHAIN', broken), names)).toContain('Chưa nhận gì từ gói này; đề nghị nơi gửi')
})

test('a thief learns nothing from a wrong login or passphrase', () => {
  const wrong = refusalSentence(refusal('VAULT_WRONG_PASSPHRASE', {}))
  expect(refusalSentence(refusal('VAULT_LOGIN_UNKNOWN', { login: 'hoa' }))).toBe(wrong)
  const needed = refusalSentence(refusal('VAULT_LOGIN_NEEDED', { logins: ['hoa', 'bình'] }))
  expect(needed).not.toMatch(/hoa|bình/)
})

test.each<readonly [Refusal, string]>([
  [
    refusal('INVALID_INPUT', {
      problems: [
        { path: 'profile.identityNumber', problem: 'tooLong' },
        { path: 'absences.1.reason', problem: 'required' },
      ],
    }),
    'Nội dung nhập chưa đúng: “Số định danh cá nhân” dài quá mức cho phép; “Đảng viên vắng mặt, dòng 2: lý do vắng mặt” chưa nhập.',
  ],
  [
    refusal('BLOCKED', {
      step: 'submit',
      findings: [
        { id: 'C13', code: 'C13', article: 'Quy định số 24-QĐ/TW', data: { official: 2, minimum: 3 } },
        { id: 'P1', code: 'P1', article: '', data: { step: 'committeeVote' } },
      ],
    }),
    'Chưa thể gửi hồ sơ lên cấp ủy có thẩm quyền vì còn 2 điểm phải xử lý. (1) Chi bộ có 2 đảng viên chính thức, chưa đủ 3 người để ra nghị quyết (căn cứ: Quy định số 24-QĐ/TW). (2) Chưa ghi bước đảng ủy cơ sở họp, ra nghị quyết. Xử lý từng điểm, hoặc người có thẩm quyền chấp thuận ngoại lệ và ghi rõ lý do.',
  ],
  [
    refusal('FORBIDDEN_ROLE', { roles: ['clerk', 'administrator'] }),
    'Việc này dành cho vai trò “Cán bộ nghiệp vụ” hoặc “Quản trị viên”. Nhờ người có vai trò đó làm, hoặc đề nghị quản trị viên giao thêm vai trò.',
  ],
  [
    refusal('IMPOSSIBLE', { what: 'votesOverPresent', data: { votes: 1200, present: 1190 } }),
    'Tổng số phiếu là 1.200, nhiều hơn số người có mặt được biểu quyết là 1.190. Kiểm tra lại theo biên bản rồi nhập lại.',
  ],
  [
    refusal('IMPOSSIBLE', {
      what: 'dateAfterToday',
      data: { field: 'resolution.date', date: '2025-02-01', today: '2025-01-20' },
    }),
    'Nghị quyết: ngày (01/02/2025) không thể sau hôm nay (20/01/2025). Kiểm tra lại ngày trên giấy rồi nhập lại.',
  ],
  [
    refusal('ALREADY_DECIDED', { name: 'Lê An', number: '57-QĐ/HU', date: '2024-01-30' }),
    'Đã có quyết định số 57-QĐ/HU ngày 30/01/2024 đối với Lê An. Quyết định đã ban hành không sửa, không rút lại được; ghi văn bản mới nếu có.',
  ],
  [refusal('BUSY', { job: 'backup.create' }), 'Phần mềm đang bận sao lưu. Chờ xong, hoặc dừng việc đó rồi làm lại.'],
  [
    refusal('SHEET_GROUP', { groups: [1, 3, 8] }),
    'Phiếu khôi phục: nhóm 1, 3 và 8 chưa đúng. Đối chiếu từng chữ số và đúng thứ tự các nhóm trên phiếu.',
  ],
  [
    refusal('SCAN_TOO_LARGE', { bytes: 26_214_401, limit: 26_214_400 }),
    'Tệp bản quét nặng 25,1 MB, lớn hơn mức cho phép 25 MB. Quét lại ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.',
  ],
  [
    refusal('B_NO_SPACE', { need: 1_610_612_736, free: 1_073_741_824 }),
    'USB hoặc ổ đĩa không đủ chỗ: cần 1,5 GB, còn 1 GB. Dọn bớt tệp, làm trống thùng rác trên USB hoặc dùng USB khác rồi làm lại.',
  ],
  [
    refusal('B_NOT_FOR_US', {}),
    'Gói dữ liệu này gửi cho đơn vị khác nên đơn vị mình không mở được. Để nguyên trên USB để chuyển đúng nơi nhận.',
  ],
  [
    refusal('B_NOT_FOR_US', { claims: { code: 'kim-bang', office: null } }),
    'Theo tên tệp, gói dữ liệu này do đơn vị có mã “kim-bang” gửi cho đơn vị mình, nhưng khóa của đơn vị mình không mở được: có thể nơi gửi còn dùng phiếu kết nối cũ của đơn vị mình. Chưa nhận gì từ gói này. Gửi lại phiếu kết nối cho nơi gửi, gọi điện đối chiếu mã rồi đề nghị xuất lại.',
  ],
  [
    refusal('B_VERSION', { version: 2 }),
    'Gói dữ liệu do phiên bản mới hơn tạo ra. Cập nhật phần mềm trên máy này trước rồi nhận lại; gói vẫn được giữ nguyên, không phải xin lại.',
  ],
  [
    refusal('B_INCOMPLETE', { journals: [], scans: ['a', 'b'] }),
    'Gói dữ liệu thiếu 2 bản quét. Có thể nhận phần còn lại trước: khi xuất gói trả lời, phần mềm sẽ xin lại các bản quét này.',
  ],
])('%o in full', (sample, sentence) => {
  expect(refusalSentence(sample)).toBe(sentence)
})
