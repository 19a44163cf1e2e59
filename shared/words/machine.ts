/**
 * The check of a computer in words: what each check is for, what it found, and the report that goes to support. Only what
 * the report's own shape holds is said, so that nothing of a person can slip in.
 */
import { dayOf, timeOf } from '../calendar/instant.ts'
import type { CheckId, CheckState, MachineCheck, MachineReport } from '../contract/machine.ts'
import { showDate } from '../text/dates.ts'
import type { Labels } from './labels.ts'
import { showNumber, showSize, UNKNOWN } from './show.ts'

/** What is checked. */
export const MACHINE_CHECKS: Labels<CheckId> = {
  place: 'Nơi đặt dữ liệu',
  space: 'Chỗ trống trên ổ đĩa',
  clock: 'Ngày giờ của máy',
  vault: 'Khóa và mật khẩu',
  store: 'Ghi dữ liệu khi mất điện đột ngột',
  drives: 'USB đang cắm',
  set: 'Ghi và đọc lại gói dữ liệu',
  pdf: 'Tạo tệp in',
}

/** How a check ended. */
export const MACHINE_STATES: Labels<CheckState> = {
  good: 'Đạt',
  warning: 'Cần lưu ý',
  bad: 'Không đạt',
  skipped: 'Chưa kiểm tra',
}

/** What a check found, in one sentence. */
export function machineSentence({ id, state, facts }: MachineCheck): string {
  return SENTENCES[id](state, facts)
}

/** The whole check in one sentence. */
export function machineVerdict(checks: readonly MachineCheck[]): string {
  const bad = checks.filter(({ state }) => state === 'bad').length
  const warnings = checks.filter(({ state }) => state === 'warning').length
  if (bad > 0) return `Có ${showNumber(bad)} mục không đạt. Xử lý trước khi dùng máy này cho công việc.`
  if (warnings > 0) return `Máy dùng được, có ${showNumber(warnings)} mục cần lưu ý.`
  return 'Máy đạt các mục đã kiểm tra.'
}

/** The report as plain text. */
export function machineReportText(report: MachineReport): string {
  const head = [
    'Báo cáo kiểm tra máy',
    'Báo cáo không có họ tên, hồ sơ hay tên thư mục nào.',
    '',
    `Thời điểm: ${showTime(report.at)}`,
    `Phiên bản phần mềm: ${report.version}`,
    `Hệ điều hành: ${report.platform}`,
    `Bộ nhớ: ${showSize(report.memory)}; bộ xử lý: ${showNumber(report.processors)}`,
    '',
    machineVerdict(report.checks),
    '',
  ]
  const lines = report.checks.map((check) => {
    const code = check.code === undefined ? '' : ` [${check.code}]`
    return `${MACHINE_CHECKS[check.id]}: ${MACHINE_STATES[check.state]}. ${machineSentence(check)}${code}`
  })
  return `${[...head, ...lines].join('\n')}\n`
}

/** Where the report of a check without a window was left. */
export function machineReportAt(path: string): string {
  return `Báo cáo kiểm tra máy ở tệp ${path}`
}

/** Said of a check without a window that broke off by a fault of the program, so that there is no report. */
export const MACHINE_CHECK_BROKE =
  'Phần mềm gặp lỗi khi kiểm tra máy nên không có báo cáo. Kiểm tra lại; nếu vẫn gặp, báo người hỗ trợ.'

/** An instant in UTC as read in Việt Nam: '08:05 ngày 19/01/2024'. @param at - YYYY-MM-DDTHH:MM:SSZ */
function showTime(at: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) ? `${timeOf(at)} ngày ${showDate(dayOf(at))}` : UNKNOWN
}

type Facts = MachineCheck['facts']

const SENTENCES: { readonly [Id in CheckId]: (state: CheckState, facts: Facts) => string } = {
  place: (state) =>
    state === 'good'
      ? 'Dữ liệu nằm trên ổ cứng của máy.'
      : 'Dữ liệu không nằm trên ổ cứng của máy, dễ hỏng hoặc mất. Chuyển về ổ cứng của máy.',
  space: (state, { free }) =>
    state === 'good'
      ? `Còn trống ${size(free)}.`
      : `Chỉ còn trống ${size(free)}. Dọn bớt tệp, làm trống thùng rác trước khi làm việc tiếp.`,
  clock: (state, { at }) => {
    const now = typeof at === 'string' ? showTime(at) : UNKNOWN
    if (state === 'good') return `Máy đang ghi ${now}. Đối chiếu với đồng hồ.`
    return state === 'warning'
      ? `Máy đặt múi giờ khác Việt Nam; giờ Việt Nam theo máy là ${now}. Chỉnh múi giờ của máy.`
      : `Máy đang ghi ${now}, sai ngày. Chỉnh ngày giờ của máy trước khi ghi việc gì.`
  },
  vault: (state, { ms }) =>
    state === 'bad'
      ? 'Không ghi và mở lại được tệp khóa trên máy này. Báo người hỗ trợ.'
      : `Ghi và mở lại được tệp khóa; mở khóa mất ${seconds(ms)}.`,
  store: (state, { confirmed }) =>
    state === 'good'
      ? `Ngắt giữa chừng khi đang ghi, mở lại còn đủ ${count(confirmed)} lần ghi đã xác nhận.`
      : 'Ngắt giữa chừng khi đang ghi thì dữ liệu không còn đủ, hoặc không thử được. Chưa dùng máy này; báo người hỗ trợ.',
  drives: (_state, { sticks, writable, free, unknown }) => {
    if (!sticks && unknown)
      return `Thấy ${count(unknown)} ổ đĩa nhưng không xác định được ổ nào là USB, ổ nào gắn trong máy: hệ điều hành không cho biết. Khi xuất gói và sao lưu, xem kỹ tên ổ rồi mới chọn.`
    if (!sticks) return 'Không thấy USB. Cắm USB rồi kiểm tra lại, hoặc chọn thư mục khác khi xuất gói và sao lưu.'
    return writable
      ? `Thấy ${count(sticks)} ổ đĩa rời, còn trống ${size(free)}.`
      : 'Có USB nhưng chỉ đọc được. Gạt khóa chống ghi trên USB, hoặc dùng USB khác.'
  },
  set: (state, { bytes, ms, bypassedCache }) => {
    if (state === 'skipped') return 'Chưa chọn nơi ghi thử. Chọn USB hoặc thư mục rồi kiểm tra lại.'
    if (state !== 'good') return 'Ghi thử hoặc đọc lại không được ở nơi đã chọn. Dùng USB khác.'
    const how = bypassedCache === true ? 'đọc lại từ chính ổ đĩa' : 'đọc lại'
    return `Ghi ${size(bytes)} trong ${seconds(ms)}, ${how} thấy khớp, đã xóa tệp thử.`
  },
  pdf: (state, { bytes }) =>
    state === 'good'
      ? `Tạo được tệp in, ${size(bytes)}.`
      : state === 'skipped'
        ? 'Ở đây không mở được cửa sổ nào. Kiểm tra ở mục Kiểm tra máy trong phần mềm.'
        : 'Không tạo được tệp in. Đóng và mở lại phần mềm rồi kiểm tra lại.',
}

function size(bytes: Facts[string] | undefined): string {
  return typeof bytes === 'number' ? showSize(bytes, 'down') : UNKNOWN
}

function count(value: Facts[string] | undefined): string {
  return typeof value === 'number' ? showNumber(value) : UNKNOWN
}

/** Milliseconds as seconds with one decimal. */
function seconds(ms: Facts[string] | undefined): string {
  if (typeof ms !== 'number') return UNKNOWN
  const tenths = Math.max(1, Math.round(ms / 100))
  return `${showNumber(tenths / 10)},${tenths % 10} giây`
}
