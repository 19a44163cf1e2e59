/**
 * Words of targets and reports: lines, breakdowns and their values, what is to be said of a row, periods, the verdict of a
 * forecast. Percentages stand with a comma and one digit, as the letters of the Party write them.
 */
import type { PartyClass } from '../model/codes.ts'
import type { LateWork } from '../reports/facts.ts'
import type { TheoryLevel } from '../reports/theory.ts'
import { WHOLE_DOSSIER } from '../reports/work.ts'
import type { HomeWaitCode } from '../contract/home-waits.ts'
import type { FigureCause, TargetsView } from '../contract/reports.ts'
import { endsOf, UNKNOWN_VALUE } from '../reports/age-bands.ts'
import { NO_RELIGION, type Dimension } from '../reports/breakdown.ts'
import { yearOf, type Period, type PeriodKind } from '../calendar/period.ts'
import { isUneven, type Coverage, type CoverageRow, type CoveredBranch, type IdleClass } from '../reports/coverage.ts'
import type { Pipeline, Range, ShortReason, Verdict } from '../reports/forecast.ts'
import type { Ratio } from '../reports/ratio.ts'
import type { LineCode } from '../reports/report.ts'
import type { TargetNote } from '../reports/targets.ts'
import {
  AREAS,
  EDUCATIONS,
  labelOf,
  OCCUPATIONS,
  QUALIFICATIONS,
  SECTORS,
  SEXES,
  SOURCES,
  type Labels,
} from './labels.ts'
import { paperName } from './labels-rules.ts'
import { listOf, lower, quote, showDay, showNumber, upper } from './show.ts'

/** Lines of a report. */
export const REPORT_LINES: Labels<LineCode> = {
  admitted: 'Kết nạp đảng viên mới',
  again: 'Kết nạp lại (trong số kết nạp)',
  listed: 'Đưa vào danh sách nguồn',
  certified: 'Được cấp giấy chứng nhận lớp nhận thức về Đảng',
  newMemberCertified: 'Được cấp giấy chứng nhận lớp đảng viên mới',
  submitted: 'Hồ sơ đề nghị kết nạp đã gửi',
  returned: 'Hồ sơ trả lại để bổ sung',
  refused: 'Không đồng ý kết nạp',
  ceremony: 'Đã tổ chức lễ kết nạp',
  recognised: 'Công nhận đảng viên chính thức',
  struckOff: 'Xóa tên trong danh sách đảng viên dự bị',
  cancelled: 'Hủy quyết định kết nạp',
  ended: 'Đưa ra khỏi danh sách nguồn',
}

/** What new members are told apart by. */
export const DIMENSION_NAMES: Labels<Dimension> = {
  sex: 'Giới tính',
  age: 'Độ tuổi khi kết nạp',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  education: 'Trình độ học vấn',
  qualification: 'Trình độ chuyên môn',
  politicalTheory: 'Trình độ lý luận chính trị',
  occupation: 'Nghề nghiệp',
  youthUnion: 'Đoàn viên',
  sector: 'Lĩnh vực của chi bộ',
  area: 'Nông thôn, thành thị',
  source: 'Nguồn giới thiệu',
}

/** Kinds of periods. */
export const PERIOD_KINDS: Labels<PeriodKind> = {
  month: 'Tháng',
  quarter: 'Quý',
  half: 'Sáu tháng',
  year: 'Năm',
  term: 'Từ đầu nhiệm kỳ',
  any: 'Khoảng ngày tự chọn',
}

/** How long a branch has had no new member. */
export const IDLE_NAMES: Labels<IdleClass> = {
  fresh: 'Có trong 1 năm qua',
  one: 'Từ 1 đến 3 năm chưa có',
  three: 'Từ 3 đến 5 năm chưa có',
  five: 'Trên 5 năm chưa có',
  never: 'Chưa ghi nhận lần nào',
}

/** What the day of a branch's newest member rests on. */
export const COVERED_BY: Labels<NonNullable<CoveredBranch['by']>> = {
  case: 'theo hồ sơ',
  register: 'theo danh bạ đảng viên',
  typed: 'ghi từ trước',
  predecessor: 'của đơn vị cũ',
}

/** How a year stands against its plan. */
export const TARGET_VERDICTS: Labels<Verdict> = {
  reached: 'Đã đạt',
  likely: 'Có khả năng đạt',
  atRisk: 'Khó đạt',
  outOfReach: 'Chưa đủ hồ sơ để đạt',
  missed: 'Không đạt',
}

/** Why a plan may be missed. */
export const SHORT_REASONS: Labels<ShortReason> = {
  noSource: 'không có ai trong danh sách nguồn',
  noDossier: 'có nguồn nhưng chưa có hồ sơ nào được lập',
  tooFewDossiers: 'số hồ sơ đang có ít hơn số còn phải kết nạp',
  tooLate: 'hồ sơ đang lập không còn đủ thời gian để có quyết định trong năm',
  paceTooSlow: 'nhịp độ các năm trước chưa đủ để đạt',
}

/** People by how near they are to a decision. */
export const PIPELINE_STEPS: Labels<keyof Pipeline> = {
  listed: 'Trong danh sách nguồn, chưa phân công giúp đỡ',
  helped: 'Đã phân công đảng viên giúp đỡ',
  trained: 'Đã học lớp nhận thức, chưa lập hồ sơ',
  preparing: 'Đang lập hồ sơ',
  voted: 'Chi bộ, đảng ủy đã xét, chưa gửi hoặc đang bổ sung',
  waiting: 'Đã gửi, chờ quyết định',
}

/** Levels of political theory. */
export const THEORY_NAMES: Labels<TheoryLevel> = {
  bachelor: 'Cử nhân',
  advanced: 'Cao cấp',
  intermediate: 'Trung cấp',
  elementary: 'Sơ cấp',
  none: 'Chưa qua đào tạo',
  other: 'Khác',
}

/** What is late. */
export const LATE_NAMES: Labels<LateWork> = {
  ceremony: 'Quá hạn tổ chức lễ kết nạp',
  recognition: 'Quá hạn xét, công nhận đảng viên chính thức',
}

/** Classes that began, by kind. */
export const CLASSES_BEGUN: Labels<PartyClass> = {
  awareness: 'Lớp bồi dưỡng nhận thức về Đảng đã mở',
  newMember: 'Lớp bồi dưỡng đảng viên mới đã mở',
}

/** How long people have stood at a stage, by bucket. */
export const AGEING_NAMES = [
  'Đến 30 ngày',
  '31 đến 90 ngày',
  '91 đến 180 ngày',
  'Trên 180 ngày',
  'Chưa rõ ngày',
] as const

/** Why a dossier was returned: the paper that was remarked on. */
export function returnReasonName(reason: string): string {
  return reason === WHOLE_DOSSIER ? 'Toàn bộ hồ sơ' : (paperName(reason) ?? reason)
}

/** What waits for the deciding office. */
export const HOME_WAIT_NAMES: Labels<HomeWaitCode> = {
  liftsToConfirm: 'Chấp thuận ngoại lệ chờ xác nhận',
  versionsToSettle: 'Hồ sơ có thông tin hai máy hoặc hai đơn vị ghi khác nhau, cần đối chiếu',
  unitsToMatch: 'Chi bộ, đảng ủy bộ phận đã ghi thay, chờ đối chiếu với đơn vị đã kết nối',
  casesToHandOver: 'Hồ sơ còn giữ thay cho đơn vị đã kết nối, chờ giao lại',
  silentUnits: 'Đơn vị hơn một tháng chưa gửi gói dữ liệu',
  undelivered: 'Quyết định đã ghi, đơn vị chưa báo đã nhận',
  lateCeremonies: 'Lễ kết nạp quá hạn',
  probationsOver: 'Hết thời gian dự bị, chờ xét công nhận chính thức',
  asksWaiting: 'Đề nghị cử đi học chờ xếp lớp',
  classesThisMonth: 'Lớp bồi dưỡng trong tháng',
  directivesUnread: 'Văn bản chỉ đạo chưa xác nhận quán triệt',
  findingsToMend: 'Nội dung cấp trên kiểm tra cần khắc phục',
  mendingsToCheck: 'Kết quả khắc phục chờ xem xét',
  mendingsLate: 'Nội dung kiểm tra quá hạn khắc phục',
  classResultsDue: 'Lớp bồi dưỡng đã bế giảng, chưa ghi đủ kết quả',
}

/** A share: '102,1%', or a dash where there is nothing to divide by. */
export function showRatio({ tenths }: Ratio): string {
  if (tenths === null) return '–'
  const whole = Math.trunc(tenths / 10)
  return `${showNumber(whole)},${tenths % 10}%`
}

/** A number of years in tenths: '27,4'. */
export function showTenths(tenths: number): string {
  return `${showNumber(Math.trunc(tenths / 10))},${tenths % 10}`
}

/** A period: 'Năm 2023', 'Quý II năm 2023', 'từ ngày ... đến ngày ...'. */
export function periodName({ kind, from, to }: Period): string {
  const year = yearOf(from)
  const month = Number(from.slice(5, 7))
  switch (kind) {
    case 'month':
      return `Tháng ${month} năm ${year}`
    case 'quarter':
      return `Quý ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? ''} năm ${year}`
    case 'half':
      return `Sáu tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`
    case 'year':
      return `Năm ${year}`
    case 'term':
      return `Từ đầu nhiệm kỳ (${showDay(from)}) đến ngày ${showDay(to)}`
    case 'any':
      return `Từ ngày ${showDay(from)} đến ngày ${showDay(to)}`
  }
}

/** A value of a breakdown. @param label - free text, as somebody wrote it */
export function valueName(dimension: Dimension, value: string, label?: string): string {
  if (value === UNKNOWN_VALUE) return 'Chưa rõ'
  switch (dimension) {
    case 'sex':
      return labelOf(SEXES, value)
    case 'education':
      return labelOf(EDUCATIONS, value)
    case 'qualification':
      return labelOf(QUALIFICATIONS, value)
    case 'occupation':
      return labelOf(OCCUPATIONS, value)
    case 'politicalTheory':
      return labelOf(THEORY_NAMES, value)
    case 'sector':
      return labelOf(SECTORS, value)
    case 'area':
      return labelOf(AREAS, value)
    case 'source':
      return labelOf(SOURCES, value)
    case 'youthUnion':
      return value === 'yes' ? 'Là đoàn viên' : 'Không ghi là đoàn viên'
    case 'religion':
      return value === NO_RELIGION ? 'Không' : upper(label ?? value)
    case 'ethnicity':
      return upper(label ?? value)
    case 'age':
      return ageName(value)
  }
}

/** A figure of a sent report by its code. @param label - what its value is called, where that is free text */
export function figureName(code: string, label?: string): string {
  if (code === 'plan') return 'Chỉ tiêu năm'
  if (code === 'members') return 'Tổng số đảng viên'
  if (code === 'yearAdmitted') return 'Kết nạp từ đầu năm'
  const [dimension = '', value = ''] = code.split(':')
  const lines: Readonly<Record<string, string>> = REPORT_LINES
  const dimensions: Readonly<Record<string, string>> = DIMENSION_NAMES
  if (value === '') return lines[code] ?? code
  return `${dimensions[dimension] ?? dimension}: ${isDimension(dimension) ? valueName(dimension, value, label) : value}`
}

/** What is aimed at each year, beside the plan. @param aim - in percent of all members; null where nothing is laid down */
export function aimSentence(aim: TargetsView['aim']): string {
  if (aim === null) return 'Tỷ lệ trên tổng số đảng viên và tỷ lệ so với kế hoạch được nêu riêng, không thay cho nhau.'
  const { least, most, article } = aim
  const share = least === most ? `${least}%` : `từ ${least} đến ${most}%`
  return `Yêu cầu phấn đấu chung là kết nạp ${share} tổng số đảng viên (căn cứ: ${article}); tỷ lệ này và tỷ lệ so với kế hoạch được nêu riêng, không thay cho nhau.`
}

/** What is to be said of a row of results. */
export function noteSentence(note: TargetNote): string {
  switch (note.code) {
    case 'noPlan':
      return 'Chưa giao chỉ tiêu nên không có tỷ lệ so với kế hoạch.'
    case 'zeroPlan':
      return 'Chỉ tiêu là 0 nên không tính tỷ lệ so với kế hoạch.'
    case 'planBelowResult':
      return `Chỉ tiêu đã điều chỉnh xuống ${showNumber(note.plan)}, thấp hơn kết quả đã đạt (${showNumber(note.admitted)}).`
    case 'partsDiffer':
      return `Tổng chỉ tiêu giao cho các đơn vị trực thuộc là ${showNumber(note.parts)}, khác chỉ tiêu chung ${showNumber(note.plan)}.`
    case 'noMembers':
      return 'Chưa có số đảng viên nên không tính tỷ lệ trên tổng số đảng viên.'
    case 'membersMissing':
      return `Thiếu số đảng viên của ${shortList(note.names)} nên không tính tỷ lệ trên tổng số đảng viên.`
    case 'ended':
      return note.successors.length === 0
        ? `Kết thúc hoạt động ngày ${showDay(note.to)}; kết quả trước ngày đó vẫn tính ở đây.`
        : `Kết thúc hoạt động ngày ${showDay(note.to)}, ${listOf(note.successors.map(quote))} tiếp nhận; kết quả trước ngày đó vẫn tính ở đây.`
    case 'tookOver':
      return `Tiếp nhận ${listOf(note.from.map(quote))} trong năm; kết quả của đơn vị cũ (${showNumber(note.admitted)} người, chỉ tiêu ${showNumber(note.plan)}) tính ở dòng của đơn vị đó.`
    case 'began':
      return `Hoạt động từ ngày ${showDay(note.from)}, sau ngày tính số đảng viên.`
  }
}

/**
 * How many branches of each kind had a new member in the last year, and that this is what the letter calls 'chưa đồng đều'
 * where it is; null where all or none had one.
 */
export function unevenSentence({
  whole,
  bySector,
  byArea,
}: Pick<Coverage, 'whole' | 'bySector' | 'byArea'>): string | null {
  if (whole.classes.fresh === 0 || whole.classes.fresh === whole.total) return null
  const share = (name: string, { classes, total }: CoverageRow) =>
    `${name} ${showNumber(classes.fresh)} trên ${showNumber(total)}`
  const rows = [
    ...bySector.flatMap((row) => (row.value === UNKNOWN_VALUE ? [] : [share(lower(labelOf(SECTORS, row.value)), row)])),
    ...byArea.flatMap((row) => (row.value === UNKNOWN_VALUE ? [] : [share(lower(labelOf(AREAS, row.value)), row)])),
  ]
  const opening = isUneven(whole) ? 'Kết quả chưa đồng đều giữa các chi bộ: trong' : 'Trong'
  return `${opening} một năm qua có ${showNumber(whole.classes.fresh)} trên ${showNumber(whole.total)} chi bộ có đảng viên mới${rows.length === 0 ? '' : ` (${rows.join('; ')})`}.`
}

/** What a year may come to: 'từ 3 đến 6, nhiều khả năng 5'. */
export function rangeText({ low, likely, high }: Range): string {
  return low === high
    ? showNumber(likely)
    : `từ ${showNumber(low)} đến ${showNumber(high)}, nhiều khả năng ${showNumber(likely)}`
}

/** That somebody stands on record as admitted more than once, and is counted once; a unit by itself may not know of it. */
export function repeatedSentence(number: number): string {
  return `Có ${showNumber(number)} hồ sơ kết nạp không tính vào số liệu vì mỗi người chỉ tính một lần, ở hồ sơ kết nạp khác của người đó (hồ sơ nối tiếp, cùng số định danh cá nhân, hoặc đã đối chiếu là một người), kể cả khi hồ sơ ấy do đơn vị ngoài báo cáo này quản lý; báo cáo riêng của đơn vị có thể vẫn tính.`
}

/** Why a figure is another one than was sent. */
export function causeText({ change, line, name }: Pick<FigureCause, 'change' | 'line' | 'name'>): string {
  const what = REPORT_LINES[line].toLowerCase()
  switch (change) {
    case 'added':
      return `${name}: nay được tính vào ${quote(what)}.`
    case 'removed':
      return `${name}: không còn được tính vào ${quote(what)}.`
    case 'changed':
      return `${name}: thông tin hoặc đơn vị đã thay đổi.`
  }
}

/** An age band by its own name, so that one of another office reads as that office has it. */
function ageName(value: string): string {
  const ends = endsOf(value)
  // Reports sent before bands were data named only where one began.
  if (ends === null) return value === 'under' ? 'Dưới 18' : `Từ ${value}`
  const { from, to } = ends
  if (to === null) return `Từ ${from} trở lên`
  return from === 0 ? `Dưới ${to + 1}` : `Từ ${from} đến ${to}`
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(quote)
  return names.length > 3 ? `${shown.join(', ')} và ${showNumber(names.length - 3)} đơn vị khác` : listOf(shown)
}

function isDimension(name: string): name is Dimension {
  return Object.hasOwn(DIMENSION_NAMES, name)
}
