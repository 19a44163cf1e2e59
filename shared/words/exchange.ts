/**
 * Sentences of what went well, or nearly: what was exported, an import with its four counts, receipts, a store that became a
 * new device, drives to choose from, backups.
 */
import { LIMITS } from '../bundle/format.ts'
import type { Labels } from './labels.ts'
import { BUNDLE_KINDS, IMPORT_OUTCOMES, IN_JOURNAL, type ImportOutcome } from './labels-journal.ts'
import { labelOf } from './labels.ts'
import type { CarrierLook, FolderWarning, SetOutcome } from '../contract/exchange.ts'
import type { Unproven } from '../contract/refusals.ts'
import type { ShellDrive } from '../contract/shell.ts'
import { inFours } from '../text/fours.ts'
import { lower, quote, showDay, showNumber, showSize } from './show.ts'

/** What the first computer of an office is called until somebody names it. */
export const FIRST_DEVICE = 'Máy trao đổi'

/** An exported set as its slip names it. */
export type ExportedFacts = {
  readonly toName: string
  readonly kind: string
  readonly entries: number
  readonly scans: number
  /** Scans the set had to go without. */
  readonly scansLost?: readonly string[]
  /** Scans it had no room for. */
  readonly scansLater?: number
  readonly files: readonly string[]
  readonly bytes: number
}

/** One line of the slip: what was sent to whom. */
export function exportedSentence(set: ExportedFacts): string {
  const { toName, kind, entries, scans, scansLost, scansLater = 0, files, bytes } = set
  const lost = scansLost === undefined || scansLost.length === 0 ? '' : ` ${lostScansSentence(scansLost.length)}`
  return `${labelOf(BUNDLE_KINDS, kind)} gửi ${toName}: ${showNumber(entries)} bản ghi, ${showNumber(scans)} bản quét, ${showNumber(files.length)} tệp, ${showSize(bytes)}.${lost}${scansLater === 0 ? '' : ` ${laterScansSentence(scansLater)}`}`
}

/**
 * Said of a set that stands whole on the carrier and that this computer knows nothing of.
 * @param why - what became of its store, in a sentence of its own
 */
export function unrecordedSentence(toName: string, why: string): string {
  return `Gói gửi ${toName} đã nằm trọn ở nơi ghi, nơi nhận dùng được, nhưng máy này chưa ghi lại được là đã xuất: ${lower(why)} Khắc phục xong thì xuất lại để lần xuất có trong lịch sử trao đổi. Nơi nhận nhận gói nào trước cũng được, nhận cả hai cũng không bị trùng.`
}

/** Said where a folder held more files than were looked at. */
export const LOOKED_AT_PART =
  'Ở đây có quá nhiều tệp nên phần mềm chưa xem hết. Nếu thiếu gói nào, bấm “Chọn thư mục” và chọn chính thư mục chứa gói đó.'

/** Said beside a set that had no room for all scans. */
function laterScansSentence(count: number): string {
  return `Còn ${showNumber(count)} bản quét gửi vào các lần sau, vì một gói chỉ chứa được ${showNumber(LIMITS.payloadFiles)} tệp; các bản ghi đã gửi đủ. Nơi nhận nhận gói này rồi xuất gói trả lời, trong đó tự xin số bản quét còn thiếu; nhận gói đó ở đây và xuất gói lần nữa.`
}

/** Said beside a set that had to go without scans. */
function lostScansSentence(count: number): string {
  return `${showNumber(count)} bản quét có tên trong gói không còn hoặc đã hỏng trên máy này nên không gửi kèm được. Các bản ghi vẫn đã gửi đủ. Mở ${IN_JOURNAL}, xem của ai rồi quét và đính kèm lại.`
}

const UNPROVEN: Readonly<Record<Unproven['why'], (name: string) => string>> = {
  missing: (name) =>
    `máy này không có chữ ký của ${name} làm chứng, vì các gói đó trước đây nhận trên máy khác của đơn vị mình. Chuyển việc trao đổi về máy ấy rồi xuất gói khôi phục; nếu máy ấy không còn thì ${name} mở ${IN_JOURNAL}, bấm “Coi là đã mất”, rồi ghi lại từ giấy tờ.`,
  differs: (name) =>
    `các bản ghi đang giữ không khớp với chữ ký của ${name}. Mở ${IN_JOURNAL}, kiểm tra chuỗi bản ghi của nơi đó trước khi dùng tiếp.`,
  tooMany: (name) =>
    `khi hủy kết nối đã bỏ ra hơn ${showNumber(LIMITS.linesBeyond)} bản ghi lập sau các bản ghi này, nhiều hơn số mà một gói khôi phục kèm theo làm chứng được. ${name} khôi phục từ bản sao lưu của mình; nếu không có thì phải ghi lại từ giấy tờ.`,
}

/** What a recovery had to leave out, a sentence for each computer of the office that wrote it. */
export function unprovenSentences(name: string, unproven: readonly Unproven[]): readonly string[] {
  return unproven.map(({ device, entries, why }) => {
    const what = `${showNumber(entries)} bản ghi do máy có mã ${inFours(device)} của ${name} lập không trả lại được`
    return `${what}: ${UNPROVEN[why](name)}`
  })
}

/** One lost scan in the journal's health. */
export function lostScanSentence(name: string | null): string {
  return name === null
    ? 'Một bản quét không còn hoặc đã hỏng trên máy này.'
    : `Hồ sơ ${name}: một bản quét không còn hoặc đã hỏng trên máy này. Quét và đính kèm lại giấy đó, hoặc lấy lại từ bản sao lưu.`
}

/** The four counts of a receipt. */
export type ImportCounts = {
  readonly fresh: number
  readonly known: number
  readonly held: number
  readonly scansMissing: number
}

/** Names of the four counts, in the order of the receipt. */
export const IMPORT_COUNTS: Labels<keyof ImportCounts> = {
  fresh: 'Mới',
  known: 'Đã có',
  held: 'Giữ lại',
  scansMissing: 'Thiếu bản quét',
}

/** What each of the four counts means, for the line below it. */
export const IMPORT_COUNT_NOTES: Labels<keyof ImportCounts> = {
  fresh: 'bản ghi mới đã nhận vào',
  known: 'bản ghi đã có từ trước, không nhận trùng',
  held: 'bản ghi được giữ lại, chưa áp dụng',
  scansMissing: 'bản quét chưa có, sẽ được xin lại ở lần gửi sau',
}

/** The four counts in one sentence: 'Mới 12, đã có 3, giữ lại 0, thiếu bản quét 1.' */
export function countsSentence({ fresh, known, held, scansMissing }: ImportCounts): string {
  return `Mới ${showNumber(fresh)}, đã có ${showNumber(known)}, giữ lại ${showNumber(held)}, thiếu bản quét ${showNumber(scansMissing)}.`
}

/** One set of an import report. */
export type ImportedFacts = {
  readonly outcome: ImportOutcome
  readonly fromName: string | null
  readonly counts: ImportCounts | null
}

/**
 * One line of the report: 'Đảng ủy xã Ba Sao: đã nhận gói. Mới 12, đã có 3, giữ lại 0, thiếu bản quét 1.' Where a set was
 * refused, the sentence of its refusal follows it.
 */
export function importedSentence({ outcome, fromName, counts }: ImportedFacts): string {
  const label = IMPORT_OUTCOMES[outcome]
  const head = fromName === null ? `${label}.` : `${fromName}: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`
  return counts === null ? head : `${head} ${countsSentence(counts)}`
}

/** What a look at a set, or taking it in, came to; one that joins on to another on the same carrier is not ready by itself. */
export function outcomeLabel({ outcome, after, kept }: Pick<SetOutcome, 'outcome' | 'after' | 'kept'>): string {
  if (kept === true) return 'Đang giữ trên máy này'
  return after === undefined ? IMPORT_OUTCOMES[outcome] : 'Nhận được sau gói khác'
}

/**
 * Said of a set that joins on to another one on the carrier that is looked at, or kept here.
 * @param made - when that one was made, as it is shown; null where it is not known
 * @param file - what that one's label is called
 */
export function afterSentence(made: string | null, file: string, isKept: boolean): string {
  const when = made === null ? '' : ` ${made}`
  const where = isKept ? 'đang giữ trên máy này' : 'ở nơi đang xem'
  return `Nhận được sau gói${when} ${where} (tệp ${quote(file)}). Bấm “Nhận tất cả”: phần mềm tự nhận đúng thứ tự.`
}

/** How a person's case changes by a bundle, for the preview. */
export function caseChangeSentence(name: string, before: string | null, after: string): string {
  if (before === null) return `${name}: mới trong danh sách, ${quote(after)}.`
  return before === after
    ? `${name}: có nội dung mới, vẫn ${quote(after)}.`
    : `${name}: từ ${quote(before)} sang ${quote(after)}.`
}

/**
 * Said where a set brings another history than is held here, and what this one alone tells is issued anew: of this computer
 * as an old backup, or of another one of the office that was copied.
 * @param isDone - false while the set is only looked at
 */
export function reissuedSentence(count: number, isDone: boolean): string {
  return `${showNumber(count)} bản ghi của đơn vị mà nơi gửi không có ${isDone ? 'đã' : 'sẽ'} được máy này ghi lại như bản ghi mới; gói gửi đi lần sau có đủ.`
}

/**
 * Lines of another office that gave way to another history of what it wrote.
 * @param office - its name
 * @param isDone - false while the set is only looked at
 */
export function setAsideSentence(office: string, count: number, isDone: boolean): string {
  return `${showNumber(count)} bản ghi của ${office} không có trong dữ liệu của máy lập gói ${isDone ? 'đã' : 'sẽ'} được bỏ ra khỏi hồ sơ trên máy này, giữ riêng để đối chiếu ở ${IN_JOURNAL}. Đề nghị nơi đó kiểm tra và gửi lại đầy đủ.`
}

/** Whom such lines were about. @param more - how many besides those named */
export function setAsideCasesSentence(people: readonly string[], more: number): string {
  return `Các bản ghi đó thuộc hồ sơ của: ${people.join(', ')}${more > 0 ? ` và ${showNumber(more)} người nữa` : ''}.`
}

/** What still waits for entries that have not come. */
export function waitingSentence(waiting: number): string {
  return `${showNumber(waiting)} bản ghi đang chờ bản ghi khác đến trước, sẽ tự được áp dụng khi đủ.`
}

/** Heading of the printed receipt. */
export const RECEIPT = 'Biên nhận gói dữ liệu'

/** Said when another office has confirmed what it holds of ours. */
export function acknowledgedSentence(office: string, entries: number): string {
  return `${office} xác nhận đã có ${showNumber(entries)} bản ghi của đơn vị mình.`
}

/** Said when another office holds more of our entries than we do: we are an old backup. */
export function aheadSentence(office: string): string {
  return `${office} đang giữ những bản ghi của đơn vị mình mà máy này không còn: dữ liệu trên máy này là bản cũ. Khi nhận gói, phần mềm ghi tiếp như một máy mới. Gọi điện cho ${office}, đọc mã đối chiếu của đơn vị mình và đề nghị xuất gói khôi phục để lấy lại các bản ghi đó trước khi ghi việc mới. Nơi đó báo không trả lại được thì mở ${IN_JOURNAL}, xem phải làm gì.`
}

/** Said when another computer of our own office holds more of what this one wrote: we are an old backup. */
export function siblingAheadSentence(device: string): string {
  return `${device} đang giữ những bản ghi do máy này lập mà trên máy này không còn: dữ liệu ở đây là bản cũ. Máy này ghi tiếp như một máy mới; xuất gói cho ${device}, rồi nhận gói của máy đó để lấy lại các bản ghi ấy.`
}

/** Said of scans that two paired offices ask each other for: what the other one waits for, and what is waited for here. */
export function scansAskedSentences(peer: {
  readonly scansWanted: { readonly here: number; readonly lost: number }
  readonly scansAwaited: number
}): readonly string[] {
  const { scansWanted, scansAwaited } = peer
  return [
    ...(scansWanted.here === 0
      ? []
      : [`Bên kia xin gửi lại ${showNumber(scansWanted.here)} bản quét; gói gửi đi lần sau mang theo.`]),
    ...(scansWanted.lost === 0
      ? []
      : [
          `Bên kia xin gửi lại ${showNumber(scansWanted.lost)} bản quét mà máy này không có; mở ${IN_JOURNAL}, xem của ai, do đâu.`,
        ]),
    ...(scansAwaited === 0
      ? []
      : [`Còn chờ bên kia gửi ${showNumber(scansAwaited)} bản quét; gói nào gửi đi cũng đề nghị gửi lại.`]),
  ]
}

/** Said after a restore: the store goes on as a new device. */
export function restoredSentence(facts: {
  readonly name: string
  readonly entries: number
  readonly scans: number
  readonly scansMissing: number
}): string {
  const { name, entries, scans, scansMissing } = facts
  const missing =
    scansMissing === 0 ? '' : ` Còn thiếu ${showNumber(scansMissing)} bản quét; quét lại hoặc xin lại từ nơi đã nhận.`
  return `Đã khôi phục ${name}: ${showNumber(entries)} bản ghi, ${showNumber(scans)} bản quét.${missing} Máy này được coi là máy mới của đơn vị; không dùng tiếp máy cũ với dữ liệu cũ. Việc làm sau lần sao lưu mà đã gửi đi có thể lấy lại bằng gói khôi phục của nơi đã nhận.`
}

/** Said after two offices were connected. */
export function pairedSentence(name: string, units: number, cases: number): string {
  const listed =
    units + cases === 0
      ? ''
      : ` Lần xuất gói tới sẽ báo ${showNumber(units)} đơn vị trực thuộc và ${showNumber(cases)} người trong danh sách.`
  return `Đã kết nối với ${name}, mã đối chiếu khớp.${listed}`
}

/** Beside a new pairing with the office above, where another office goes on for ours: what was not told then is told now. */
export function handOverAgainSentence(superior: string, successor: string): string {
  return `Nếu đơn vị mình đã bàn giao cho ${successor} trước lần kết nối này: bấm “Bàn giao” ở dòng của ${successor} một lần nữa, rồi xuất gói cho ${superior}. Chưa được báo thì ${superior} vẫn trả lời về đơn vị mình; bàn giao lại không làm trùng hồ sơ nào.`
}

/** Said of the office above, to a restored or copied store that has not heard from it since. */
export function unheardSentence(office: string): string {
  return `Dữ liệu trên máy này lấy từ bản sao lưu hoặc bản sao chép. Trước khi ghi việc mới, nhận gói của ${office}: phần mềm cho biết có bản ghi nào đã gửi đi mà máy này không còn; nếu có, gọi điện đề nghị xuất gói khôi phục.`
}

/** Said of all of them, on the page of pairings. @param renewedOn - as people read it */
export function lackingNewCardSentence(offices: readonly string[], renewedOn: string): string {
  return `Đơn vị mình đã thay khóa ngày ${renewedOn}. Chưa có gói nào cho thấy các nơi sau đã nhận phiếu kết nối mới: ${offices.join('; ')}. Gửi phiếu kết nối ở trên cho từng nơi, gọi điện đọc mã đối chiếu để họ nhận lại; chưa nhận phiếu mới thì nơi đó không nhận được gói của đơn vị mình. Nơi nào đã nhận phiếu, gói gửi lại của nơi đó sẽ cho biết.`
}

/** On a paper card whose QR code has no room for the proof of all renewals of the office's keys. */
export const PAPER_CARD_IN_PART =
  'Mã QR này không chứa phần chứng minh các lần thay khóa của đơn vị vì phần đó quá dài. Đơn vị nào đã từng kết nối thì quét mã là đủ; đơn vị kết nối lần đầu phải nhận phiếu dưới dạng tệp: mở “Trao đổi”, thẻ “Kết nối”, bấm “Lưu phiếu kết nối” rồi chuyển tệp đó.'

/** Said of an office that is not known to have our new card. @param renewedOn - as people read it */
export function newCardUnseenSentence(office: string, renewedOn: string): string {
  return `Đơn vị mình đã thay khóa ngày ${renewedOn}; chưa có gói nào cho thấy ${office} đã nhận phiếu kết nối mới. Chưa nhận phiếu mới thì nơi đó không nhận được gói của đơn vị mình: gửi phiếu, gọi điện đọc mã đối chiếu. Nếu nơi đó đã nhận phiếu, gói gửi lại của họ sẽ cho biết.`
}

/** Over the form that sends a dossier once more although it was not returned. @param date - of the last sending */
export function resentSentence(date: string): string {
  return `Hồ sơ đã gửi ngày ${showDay(date)} và đang chờ trả lời. Gửi bổ sung khi hồ sơ có thêm nội dung, hoặc khi nơi nhận chưa có lần gửi đó (gói bị thất lạc, đơn vị cũ gửi trước khi sáp nhập); nơi nhận xét theo lần gửi mới nhất.`
}

/** Beside somebody who came back only as far as was once sent, on the page of people on record twice. */
export const CAME_BACK = 'Nhận lại bằng gói khôi phục'

/** On the page of somebody who came back by a recovery and was not worked on since: what is there, and how to go on. */
export const CAME_BACK_NOTES: Labels<'line' | 'snapshot'> = {
  line: 'Hồ sơ này nhận lại bằng gói khôi phục, chỉ còn dòng danh sách đã gửi cấp trên. Bấm “Sửa” để ghi lại thông tin; giấy tờ, cuộc họp ghi lại như thường.',
  snapshot:
    'Hồ sơ này nhận lại bằng gói khôi phục, như lần gửi cấp trên gần nhất. Ghi tiếp như thường; việc làm sau lần gửi đó thì ghi lại.',
}

/** Said of a recovery that was taken in: what it has brought, what it cannot, and what to look at next. */
export const RECOVERED =
  'Gói khôi phục trả lại những gì đơn vị mình đã gửi cho nơi lập gói. Việc chưa gửi, ghi chú riêng và giấy tờ chưa kèm hồ sơ thì không có trong gói; chỉ bản sao lưu mới có. Người đã ghi lại trên máy này trong lúc chờ được nêu ở trang “Người có thể trùng” để đối chiếu.'

/** Foreign files on a carrier. */
export const FOLDER_WARNINGS: Labels<FolderWarning['kind']> = {
  lookalike:
    'Trên USB có tệp giả: chương trình hoặc lối tắt mang tên của tệp, thư mục khác. Phần mềm độc hại thường giấu tệp thật và để lại tệp giả như vậy. Không mở; quét phần mềm độc hại, hoặc dùng USB khác.',
  program: 'Trên USB có tệp chương trình. Không mở tệp đó; quét phần mềm độc hại rồi mới dùng tiếp.',
  shortcut:
    'Trên USB có tệp lối tắt, thường do phần mềm độc hại tạo ra sau khi xóa hoặc giấu tệp thật. Không mở tệp đó; quét phần mềm độc hại.',
  autorun: 'Trên USB có tệp tự chạy. Không mở tệp đó; quét phần mềm độc hại rồi mới dùng tiếp.',
}

/** A stick with a passphrase of its own shows a small locked drive first, with the maker's program on it. */
const UNLOCK_FIRST =
  'Nếu đây là ổ có chương trình mở khóa của USB có mật khẩu: mở khóa bằng chương trình đó, rồi chọn ổ vừa hiện ra.'

/** Said where no stick was found. */
export const NO_STICK =
  'Chưa thấy USB nào. Cắm USB vào máy, USB có mật khẩu thì mở khóa bằng chương trình của hãng trước; hoặc chọn một thư mục.'

/** Said where no drive is known to be a stick and some may be one. */
export const UNKNOWN_DRIVES =
  'Máy tính không cho biết ổ nào ở trên là USB. Nếu USB đã cắm từ trước khi mở phần mềm: rút an toàn, đợi mười giây rồi cắm lại; ổ ghi “mới hiện ra” ngay sau đó là USB. Cũng có thể chọn một ổ ở trên hoặc một thư mục.'

/** What a drive is called: a stick only where it is known to be one, as a built-in disk that is unlocked comes later too. */
export function driveName({ label, removal }: Pick<ShellDrive, 'label' | 'removal'>): string {
  if (removal === 'removable') return `USB ${label}`
  if (removal === 'arrived') return `Ổ đĩa mới hiện ra ${label}`
  return removal === 'network' ? `Ổ đĩa mạng ${label}` : `Ổ đĩa ${label}`
}

/** Less room than this is said before writing, in bytes: the scans of some dozen dossiers. */
const LITTLE_SPACE = 200_000_000

/** What is said of a place before anything is written to it. `isGrave`: writing will fail, or helps nobody. */
export type CarrierWord = { readonly text: string; readonly isGrave: boolean }

/** What to say of a drive before sets or a backup go to it. @param use - what is to be written */
export function carrierWords(
  { carried, isReadOnly, free }: Omit<CarrierLook, 'warnings'>,
  use: 'sets' | 'backup',
): readonly CarrierWord[] {
  const words: CarrierWord[] = []
  if (isReadOnly)
    words.push({
      text: `Ổ này đang khóa ghi nên không ghi được. Gạt nấc khóa trên USB hoặc thẻ nhớ, hoặc chọn nơi khác. ${UNLOCK_FIRST}`,
      isGrave: true,
    })
  if (!isReadOnly && free < LITTLE_SPACE)
    words.push({
      text: `Ổ này chỉ còn trống ${showSize(free, 'down')}. Xóa bớt tệp không cần hoặc chọn nơi khác trước khi ghi.${free === 0 ? ` ${UNLOCK_FIRST}` : ''}`,
      isGrave: true,
    })
  if (carried === 'no')
    words.push(
      use === 'backup'
        ? {
            text: 'Nơi này nằm trên ổ đĩa gắn trong máy: máy hỏng hoặc mất thì mất luôn bản sao lưu. Nên chọn USB hoặc ổ đĩa rời.',
            isGrave: true,
          }
        : {
            text: 'Nơi này nằm trên ổ đĩa của máy, không phải USB. Ghi xong còn phải chuyển các tệp cho nơi nhận.',
            isGrave: false,
          },
    )
  if (carried === 'unknown')
    words.push(
      use === 'backup'
        ? {
            text: 'Không xác định được nơi này là USB, ổ đĩa mạng hay ổ đĩa gắn trong máy. Nếu là ổ đĩa gắn trong máy thì khi máy hỏng hoặc mất, bản sao lưu cũng mất theo. Xem lại tên ổ; nên chọn USB hoặc ổ đĩa rời.',
            isGrave: true,
          }
        : {
            text: 'Không xác định được nơi này là USB, ổ đĩa mạng hay ổ đĩa gắn trong máy. Xem lại tên ổ trước khi ghi. Nếu không phải USB thì ghi xong còn phải chuyển các tệp cho nơi nhận.',
            isGrave: false,
          },
    )
  return words
}

/** Said after a backup. @param lost - scans it came without */
export function backedUpSentence(folder: string, scans: number, lost: number): string {
  const lacks =
    lost === 0
      ? ''
      : ` Không kèm được ${showNumber(lost)} bản quét không còn hoặc đã hỏng trên máy này. Mở ${IN_JOURNAL}, xem của ai.`
  return `Đã sao lưu vào ${quote(folder)} cùng ${showNumber(scans)} bản quét, mở lại kiểm tra thấy khớp.${lacks}`
}

/** Said after a backup was verified. */
export function backupVerifiedSentence(day: string, scans: number, missing: number): string {
  const lacks = missing === 0 ? '' : ` Thiếu ${showNumber(missing)} bản quét; sao lưu lại để bổ sung.`
  return `Bản sao lưu ngày ${showDay(day)} nguyên vẹn, có ${showNumber(scans)} bản quét.${lacks}`
}

/** Beside the choice of the last set of an office that still counts. @param more - how many older ones are not listed */
export function lastSetSentence(more: number): string {
  const older =
    more === 0
      ? ''
      : ` Chỉ liệt kê các gói nhận gần nhất; còn ${showNumber(more)} gói nhận trước đó không có trong danh sách.`
  return `Để trống thì công nhận mọi bản ghi đã nhận. Nếu khóa đã lộ từ trước, chọn gói cuối cùng chắc chắn do đơn vị đó gửi: bản ghi nhận sau gói này bị bỏ ra khỏi hồ sơ, giữ riêng để đối chiếu. Không xét theo ngày ghi trong bản ghi, vì người giữ khóa có thể ghi ngày tùy ý.${older}`
}
