/**
 * The log of what left the program in clear, in words: what it was, and what is to be said of it.
 */
import type { JournalHealth } from '../contract/answers.ts'
import type { ClearRow } from '../contract/documents.ts'
import { GUARDED, type Guarded, type Include } from '../documents/guarded.ts'
import { DOCUMENT_NAMES } from './documents.ts'
import { TABLE_STATES } from './labels-journal.ts'
import { LIST_NAMES } from './list-columns.ts'
import { listOf } from './show.ts'

/** Said after the chain of that log was recomputed. */
const READ_LOG_WHOLE = 'Nhật ký xem hồ sơ, lưu tệp và in: nguyên vẹn.'

/** The same where a line is changed or gone. */
export const READ_LOG_BROKEN =
  'Nhật ký xem hồ sơ, lưu tệp và in đã bị sửa hoặc bị xóa dòng. Không xóa gì trên máy này; sao lưu ngay ra USB khác, báo lãnh đạo cơ quan và người hỗ trợ.'

/** What the deep check found, in the order in which it is said; a log that is broken is never followed by a good report. */
export function deepVerdict({
  channels,
  tables,
  readLog,
}: Pick<JournalHealth, 'channels' | 'tables' | 'readLog'>): readonly {
  readonly text: string
  readonly tone: 'broken' | 'whole' | 'plain'
}[] {
  const isBroken = channels.some(({ chain }) => chain === 'broken') || tables === 'different'
  const isLogBroken = readLog === 'broken'
  const compared = `không thiếu dòng nào. Bảng dữ liệu: ${TABLE_STATES[tables].toLowerCase()}.`
  return [
    ...(isLogBroken ? [{ text: READ_LOG_BROKEN, tone: 'broken' as const }] : []),
    isBroken
      ? { text: DATA_BROKEN, tone: 'broken' }
      : isLogBroken
        ? { text: `Riêng các bản ghi dữ liệu: nguyên vẹn, ${compared}`, tone: 'plain' }
        : {
            text: `Đã tính lại toàn bộ nhật ký: các bản ghi nguyên vẹn, ${compared}${readLog === 'whole' ? ` ${READ_LOG_WHOLE}` : ''}`,
            tone: 'whole',
          },
  ]
}

/** Said where the data do not fit the journal. */
const DATA_BROKEN =
  'Dữ liệu không khớp với nhật ký. Không xóa gì trên máy này; sao lưu ngay ra USB khác và báo người hỗ trợ.'

/** In what form it left. */
export function clearKind({ type, file }: Pick<ClearRow, 'type' | 'file'>): string {
  if (type === 'print') return file === null ? 'In ra giấy' : 'Lưu thành PDF'
  return KINDS[type]
}

const KINDS: Readonly<Record<Exclude<ClearRow['type'], 'print'>, string>> = {
  document: 'Văn bản',
  list: 'Lưu ra Excel',
  scanFile: 'Bản quét',
}

/** Which document, list or page it was. */
export function clearSubject({ type, what }: Pick<ClearRow, 'type' | 'what'>): string {
  if (type === 'scanFile') return 'Bản quét trong hồ sơ'
  const names: Readonly<Record<string, string>> =
    type === 'document' ? DOCUMENT_NAMES : { ...DOCUMENT_NAMES, ...PAGES, ...LIST_NAMES }
  return names[what] ?? 'Không rõ'
}

/** Pages that are printed, and workbooks that are no list. */
const PAGES: Readonly<Record<string, string>> = {
  report: DOCUMENT_NAMES.periodReport,
  reports: DOCUMENT_NAMES.periodReport,
  calendar: 'Lịch tháng',
  case: 'Hồ sơ của một người',
  keyEnvelope: 'Phiếu giữ khóa của đơn vị',
  pairingCard: 'Phiếu kết nối',
}

/**
 * What of a person was in it besides what always is, and that it could not be written whole or was not printed; null where
 * there is nothing to say.
 */
export function clearRemarks({
  type,
  file,
  include,
  isWritten,
}: Pick<ClearRow, 'type' | 'file' | 'include' | 'isWritten'>): string | null {
  const isPaper = type === 'print' && file === null
  const besides = include.flatMap((name) => INCLUDED[name] ?? [])
  const said = [
    ...(besides.length === 0 ? [] : [`Kèm ${besides.join(', ')}`]),
    ...(isWritten
      ? []
      : [isPaper ? 'Chưa in: đã hủy hoặc máy in báo lỗi' : 'Chưa ghi xong, có thể còn tệp dở ở nơi đến']),
  ]
  return said.length === 0 ? null : said.join('; ')
}

const GUARDED_NAMES: Readonly<Record<Guarded, string>> = {
  identityNumbers: 'số định danh cá nhân',
  religion: 'tôn giáo',
  relatives: 'người thân',
}

/** What is named so in the log; a name of another build is passed over. */
const INCLUDED: Readonly<Record<string, string>> = GUARDED_NAMES

/** What leaves in clear, as far as reasons for it differ. */
export type Leaving = 'print' | 'document' | 'sheet' | 'scan'

/** Usual reasons, to be chosen instead of typed; none counts before a person has chosen it. */
export function usualReasons(of: Leaving): readonly string[] {
  return USUAL_REASONS[of]
}

const USUAL_REASONS: Readonly<Record<Leaving, readonly string[]>> = {
  print: ['Phục vụ cuộc họp', 'Theo dõi công việc', 'Trình lãnh đạo', 'Lưu hồ sơ giấy'],
  document: ['Trình ký', 'Lấy ý kiến', 'Gửi cấp trên', 'Lưu hồ sơ giấy'],
  sheet: ['Báo cáo cấp trên', 'Đối chiếu số liệu', 'Trình lãnh đạo', 'Theo dõi công việc'],
  scan: ['Nộp kèm hồ sơ giấy', 'Gửi cấp trên', 'Trình lãnh đạo'],
}

/** What may be chosen to be in a file or a print besides what always is. */
export const INCLUDE_LABELS: Readonly<Record<Guarded, string>> = {
  identityNumbers: 'Kèm số định danh cá nhân',
  religion: 'Kèm tôn giáo',
  relatives: 'Kèm người thân khai trong lý lịch',
}

/** Said on a printed page of what was left out of it, so that nobody takes it for never recorded; null where nothing was. */
export function leftOutNote(include: Include): string | null {
  const missing = GUARDED.filter((name) => include[name] !== true).map((name) => GUARDED_NAMES[name])
  return missing.length === 0 ? null : `Bản in này không kèm ${listOf(missing)}.`
}

/** Stands in a list in clear in the place of what somebody typed that says one of these. */
export function saidElsewhere(names: readonly Guarded[]): string {
  return `(nội dung có ${listOf(names.map((name) => GUARDED_NAMES[name]))}, chỉ xem trong phần mềm)`
}
