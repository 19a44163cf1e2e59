/** The check of a computer in words: every check in every state, and a report without anything of a person. */
import { expect, test } from 'vitest'
import { CheckId, CheckState, type MachineCheck } from '../../../../shared/contract/machine.ts'
import {
  MACHINE_CHECKS,
  MACHINE_STATES,
  machineReportText,
  machineSentence,
  machineVerdict,
} from '../../../../shared/words/vi.ts'
import { expectPlainWords, expectSentence } from './plain-words.ts'

const FACTS: MachineCheck['facts'] = {
  at: '2026-03-02T18:05:00Z',
  free: 5_000_000_000,
  ms: 1234,
  confirmed: 57,
  sticks: 1,
  writable: 1,
  bytes: 4_194_304,
  bypassedCache: true,
}

test.each(CheckId.options.flatMap((id) => CheckState.options.map((state) => [id, state] as const)))(
  'what %s found when %s',
  (id, state) => {
    expectPlainWords(MACHINE_CHECKS[id])
    expectPlainWords(MACHINE_STATES[state])
    expectSentence(machineSentence({ id, state, facts: FACTS }))
    expectSentence(machineSentence({ id, state, facts: {} }))
  },
)

test.each([
  [['good', 'good'], 'Máy đạt các mục đã kiểm tra.'],
  [['good', 'skipped', 'warning'], 'Máy dùng được, có 1 mục cần lưu ý.'],
  [['bad', 'warning', 'bad'], 'Có 2 mục không đạt. Xử lý trước khi dùng máy này cho công việc.'],
] as const)('the verdict over %j', (states, verdict) => {
  expect(machineVerdict(states.map((state) => ({ id: 'store', state, facts: {} })))).toBe(verdict)
})

test('the report tells times as in Việt Nam, also past midnight, and names the code of what failed', () => {
  const text = machineReportText({
    at: '2026-03-02T18:05:00Z',
    version: '0.1.0',
    platform: 'win32',
    memory: 4_294_967_296,
    processors: 2,
    checks: [
      { id: 'clock', state: 'good', facts: FACTS },
      { id: 'set', state: 'bad', facts: {}, code: 'B_NO_SPACE' },
    ],
  })
  expect(text).toContain('Thời điểm: 01:05 ngày 03/03/2026')
  expect(text).toContain('Bộ nhớ: 4 GB; bộ xử lý: 2')
  expect(text).toContain('Ghi và đọc lại gói dữ liệu: Không đạt. ')
  expect(text).toContain('[B_NO_SPACE]')
})
