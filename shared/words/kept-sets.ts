/**
 * What is said of sets that could not be taken in: what was done about it, and of those that lie sealed on this computer
 * that they wait, since when and for what.
 */
import type { KeptSet } from '../contract/exchange.ts'
import type { Refusal } from '../contract/refusals.ts'
import { IN_JOURNAL } from './labels-journal.ts'
import { quote, showNumber, showSize, type Names } from './show.ts'

/** The button that takes in what lies here. */
export const TAKE_KEPT = 'Nhận các gói đang giữ'

/** Over the sets that lie here. */
export const KEPT_HERE = `Các gói này đã được cất ở đây, còn nguyên niêm phong, vì chưa nhận được, thường là do phiên bản mới hơn tạo ra. Đã cập nhật phần mềm thì bấm “${TAKE_KEPT}”, không cần USB; lần nhận gói nào cũng tự nhận cả các gói này.`

/** Of one of them, beside what lies on a carrier that is looked at. */
export const TAKEN_ALONG =
  'Gói này không nằm ở nơi đang xem mà đang được giữ trên máy này; nhận gói nào thì phần mềm cũng tự nhận cả gói này.'

/** Where the day begins: something lies here. */
export function keptCountSentence(count: number): string {
  return `Máy này đang giữ ${showNumber(count)} gói dữ liệu chưa nhận, còn nguyên niêm phong; cập nhật phần mềm rồi nhận, không cần USB.`
}

/** A set that lies here. @param since - as people read it */
export function keptSentence({ set, from, bytes }: KeptSet, since: string, names: Names): string {
  const office = from === null ? null : (names.office?.(from.office ?? '') ?? `đơn vị có mã ${quote(from.code)}`)
  const sender = office === null ? 'Chưa rõ nơi gửi' : `Theo tên tệp, của ${office}`
  return `${sender}, giữ từ ${since}, ${showSize(bytes)} (tệp ${quote(set)}).`
}

/**
 * What was done about a set that could not be taken in; null where nothing is.
 * @param isKept - it lies sealed on this computer
 */
export function notedSentence(refusal: Refusal, isKept: boolean): string | null {
  switch (refusal.code) {
    case 'B_VERSION':
      return isKept
        ? `Đã giữ gói trên máy này, còn nguyên niêm phong; USB có thể mang về. Sau khi cập nhật phần mềm, bấm “${TAKE_KEPT}” ở trang này, hoặc lần nhận gói tiếp theo tự nhận cả gói này.`
        : 'Máy này không còn chỗ giữ gói. Cất USB lại, cập nhật phần mềm rồi nhận từ USB.'
    case 'B_GAP':
      return `Đã ghi nhận. Gói gửi đi lần sau báo nơi đó biết đã nhận đến đâu; nơi đó xuất lại là có phần còn thiếu.${isKept ? ` ${STAYS}` : ''}`
    case 'B_FORK':
      return refusal.data.own === 'computer'
        ? `Đã ghi nhận ở ${IN_JOURNAL}, cho đến khi nhận được gói xuất lại.`
        : `Đã ghi nhận ở ${IN_JOURNAL}, để người hỗ trợ kiểm tra.`
    default:
      return isKept ? STAYS : null
  }
}

const STAYS = 'Gói vẫn được giữ trên máy này, còn nguyên niêm phong; lần nhận gói tiếp theo tự nhận lại.'
