/**
 * What the page of the journal's health says of lines that count for nothing yet, or no more: whose they are, why, and what
 * to do.
 */
import type { ChannelHealth, JournalHealth } from '../contract/answers.ts'
import {
  PEOPLE_NAMED,
  type AfterLost,
  type AwaitedScans,
  type GivenUp,
  type LostGivenUp,
  type LostLines,
  type Waits,
} from '../contract/exchange.ts'
import { inFours } from '../text/fours.ts'
import { HOLD_REASONS, IN_JOURNAL, KIND_LINES } from './labels-journal.ts'
import { labelOf } from './labels.ts'
import { giveBack, sendAll, tellIt } from './refusals-bundle.ts'
import { computerOf, lower, quote, showDay, showNumber, showOffice, writerOf, type Names } from './show.ts'

/** How many lines are told by their numbers. */
const NUMBERED = 5

/** Lines that are held back, a sentence for each reason a channel has, and how many wait behind them. */
export function heldSentences(
  channels: readonly Pick<ChannelHealth, 'channel' | 'held' | 'heldMore' | 'waiting'>[],
  names: Names,
): readonly string[] {
  return channels.flatMap(({ channel, held, heldMore, waiting }) => {
    const sentences = [...Map.groupBy(held, ({ reason, kind }) => `${reason} ${kind ?? ''}`).values()].map((alike) => {
      const [{ reason, kind } = { reason: '', kind: null }] = alike
      const label = kind === null ? undefined : (KIND_LINES as Readonly<Record<string, string>>)[kind]
      const what = label === undefined ? '' : ` (${quote(label)})`
      return `${writerOf(channel, names)}, ${numbersOf(alike.map(({ seq }) => seq))}${what}: ${lower(labelOf(HOLD_REASONS, reason))}.`
    })
    if (heldMore > 0)
      sentences.push(`${writerOf(channel, names)}: còn ${showNumber(heldMore)} bản ghi nữa được giữ lại.`)
    const last = sentences.at(-1)
    if (last === undefined || waiting === 0) return sentences
    return [...sentences.slice(0, -1), `${last} ${showNumber(waiting)} bản ghi sau đó đang chờ.`]
  })
}

/**
 * What lines wait for, a sentence per line that waits: whose entries have not come or are held back, and what to do.
 * @param self - our own office: what another one has seen of us, and is not here, was lost here
 */
export function waitingSentences(waits: readonly Waits[], names: Names, self: string | undefined): readonly string[] {
  return waits.map(({ channel, seq, for: places }) => {
    const missing = places.filter(({ isHere }) => isHere !== true)
    const whose = [...new Set((missing.length === 0 ? places : missing).map((place) => writerOf(place.channel, names)))]
    const who = writerOf(channel, names)
    const isOurs = (line: string) => line.split('.')[0] === self
    if (!isOurs(channel) && missing.some((place) => isOurs(place.channel)))
      return `Bản ghi của ${who}, từ số ${showNumber(seq)}, chờ bản ghi do chính đơn vị mình lập mà máy này không có. Nếu máy khác của đơn vị còn giữ bản ghi đó thì nhận gói của máy ấy; nếu không, gọi điện cho ${who}, đề nghị xuất gói khôi phục. Không nơi nào trả lại được thì xem ${IN_JOURNAL}.`
    const what =
      whose.length === 1 && whose[0] === who ? 'một bản ghi khác của chính nơi đó' : `bản ghi của ${whose.join(', ')}`
    const waiting = `Bản ghi của ${who}, từ số ${showNumber(seq)}, chờ ${what}`
    return missing.length === 0
      ? `${waiting}; bản ghi đó đã đến nhưng đang bị giữ lại hoặc cũng đang chờ. Khi bản ghi đó được áp dụng thì các bản ghi này tự áp dụng theo.`
      : `${waiting} chưa đến. Nhận gói dữ liệu còn thiếu, hoặc đề nghị nơi đó xuất lại.`
  })
}

/** Title of the box of our own lines that are not here. */
export const LINES_MISSING = 'Bản ghi của đơn vị mình không còn trên máy này'

/** What is to be done about them: in this order, the last step only where the others have failed. */
export const GET_BACK_OR_GIVE_UP =
  'Đơn vị còn máy khác thì nhận gói của máy đó trước. Không có thì gọi điện cho nơi nhận các bản ghi này, đề nghị xuất gói khôi phục rồi nhận tại đây. Nơi đó báo không có chữ ký làm chứng, bản sao lưu nào cũng không có: bấm “Coi là đã mất” để các bản ghi đang chờ được tính, rồi ghi lại từ giấy tờ những việc còn thiếu.'

/** What follows from giving them up, before it is done. */
export const BEFORE_GIVING_UP =
  'Từ lúc này bản ghi của nơi khác không chờ các bản ghi ấy nữa mà được tính ngay; nội dung đã mất thì không tự có lại. Xem lại các hồ sơ được nêu sau đó, ghi lại từ giấy tờ những việc còn thiếu. Về sau tìm lại được máy cũ hoặc bản ghi thì cứ nhận như thường.'

/** Our own lines that are not here: whose, for whom, from where to where. */
export function missingLinesSentence({ channel, from, to }: LostLines, names: Names): string {
  const [, device = '', audience = ''] = channel.split('.')
  const sent =
    audience === 'own' ? 'lưu nội bộ' : audience === 'all' ? 'gửi mọi đơn vị' : `gửi ${showOffice(audience, names)}`
  const numbers = from === to ? `số ${showNumber(from)}` : `từ số ${showNumber(from)} đến số ${showNumber(to)}`
  return `Bản ghi ${sent}, ${numbers}, do ${names.office?.(device) ?? `máy có mã ${inFours(device)}`} lập.`
}

/** The same, given up: when, by whom, why. */
export function givenUpSentence(lines: GivenUp, names: Names): string {
  return `${missingLinesSentence(lines, names)} ${lines.by} ghi ngày ${showDay(lines.at.slice(0, 10))}, lý do: ${quote(lines.reason)}.`
}

/** What another office has told of a case that went with lines given up: all that is left of it here. */
export function unknownCaseSentence({ office, kinds, at }: AfterLost, names: Names): string {
  const labels: Readonly<Record<string, string>> = KIND_LINES
  const what = kinds.map((kind) => quote(labels[kind] ?? kind)).join(', ')
  return `${showOffice(office, names)} đã gửi ${what}, lập ngày ${showDay(at.slice(0, 10))}, về một hồ sơ không còn trên máy này. Gọi điện hỏi nơi đó là hồ sơ của ai, rồi ghi lại từ giấy tờ.`
}

/** Said once it is done. */
export function givenUpDone({ released }: LostGivenUp): string {
  return released === 0
    ? 'Đã ghi. Hiện không có bản ghi nào chờ các bản ghi đã mất.'
    : `Đã ghi. ${showNumber(released)} bản ghi không phải chờ nữa và đã được tính.`
}

/** A set that could not be joined to what is held: whose, where, since when, whom to call or what to do. */
export function troubleSentence(
  { channel, code, seq, since, at, own }: JournalHealth['troubles'][number],
  names: Names,
): string {
  const held = since === null ? '' : ` (bản ghi đang có lập ngày ${showDay(since)})`
  const seen = showDay(at.slice(0, 10))
  if (code === 'B_GAP' && own !== undefined)
    return `Một gói của máy khác trong đơn vị, thấy ngày ${seen}, chưa nối tiếp được: thiếu các bản ghi trước bản ghi số ${showNumber(seq)}${held}. Muốn có đủ: ${sendAll('máy đã lập gói')}.`
  if (own !== undefined) {
    const parted = `Trong một gói, bản ghi của ${computerOf(channel, names)} không giống bản ghi đang có, từ số ${showNumber(seq)}${held}, thấy ngày ${seen}.`
    return `${parted} Dữ liệu của máy đã lập gói là bản cũ hoặc bản sao chép. ${tellIt(' đã lập gói')}`
  }
  const office = writerOf(channel, names)
  return code === 'B_GAP'
    ? `Thiếu bản ghi của ${office} trước bản ghi số ${showNumber(seq)}${held}, thấy ngày ${seen}. Gửi gói cho nơi đó để họ biết đã nhận đến đâu, hoặc đề nghị gửi lại đầy đủ.`
    : `Bản ghi của ${office} khác với bản ghi đã nhận, từ số ${showNumber(seq)}${held}, thấy ngày ${seen}. Gọi cho nơi đó để kiểm tra máy đang dùng. ${giveBack(office)}`
}

/** Lines of another office that were taken out: its pairing was ended as of an earlier set, or it has another history. */
export function takenOutSentence({ channel, from, count }: JournalHealth['setAside'][number], names: Names): string {
  return `${writerOf(channel, names)}: ${showNumber(count)} bản ghi, từ số ${showNumber(from)}. Không tính vào hồ sơ, giữ riêng trong dữ liệu để đối chiếu. Bản ghi do đúng nơi đó lập sẽ tự đến lại cùng gói dữ liệu nơi đó gửi sau này (nếu đã hủy kết nối: sau khi kết nối bằng phiếu mới).`
}

/** Scans that have not come from an office or a computer: whether they are asked for, and else what to do. */
export function awaitedScansSentence({ office, count, source, cases }: AwaitedScans, names: Names): string {
  const what = `${showNumber(count)} bản quét`
  if (source === 'asked') return `${showOffice(office, names)}: ${what}. Gói gửi đi lần sau tự đề nghị nơi đó gửi lại.`
  const named = cases.slice(0, PEOPLE_NAMED).map(quote).join(', ')
  const whose = cases.length === 0 ? '' : ` (hồ sơ ${named}${cases.length > PEOPLE_NAMED ? ' và hồ sơ khác' : ''})`
  return source === 'removed'
    ? `${names.office?.(office) ?? 'Một máy của đơn vị mình'}: ${what}${whose}. Máy đó đã thôi dùng nên không gửi được nữa. Gói gửi đi lần sau tự hỏi các máy còn lại của đơn vị nếu có, và đơn vị đã lập giấy nếu là giấy của nơi khác. Đã nhận gói trả lời mà vẫn thiếu thì quét và đính kèm lại giấy đó, hoặc lấy lại từ bản sao lưu.`
    : `${showOffice(office, names)}: ${what}${whose}. Đã hủy kết nối với nơi đó nên không đề nghị gửi lại được. Kết nối lại bằng phiếu mới thì gói gửi đi lần sau tự đề nghị; nếu không, liên hệ nơi đó xin bản giấy.`
}

/** 'bản ghi số 3, 4', or with how many more there are. */
function numbersOf(seqs: readonly number[]): string {
  const named = seqs.slice(0, NUMBERED).map(showNumber).join(', ')
  const rest = seqs.length - NUMBERED
  return `bản ghi số ${named}${rest > 0 ? ` và ${showNumber(rest)} bản ghi khác` : ''}`
}
