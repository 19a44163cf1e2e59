/**
 * Why a member of the register can help no more, as part of a sentence.
 */
import type { MemberStatus } from '../model/office.ts'
import { showDay } from './show.ts'

/** By status, since a day. */
export const GONE: { readonly [Status in MemberStatus]: (since: string) => string } = {
  left: (since) => `không còn sinh hoạt tại đơn vị từ ngày ${showDay(since)}`,
  moved: (since) => `đã chuyển sinh hoạt đảng đi nơi khác từ ngày ${showDay(since)}`,
  expelled: (since) => `đã bị khai trừ hoặc bị xóa tên từ ngày ${showDay(since)}`,
  suspended: (since) => `bị đình chỉ sinh hoạt từ ngày ${showDay(since)}`,
  died: (since) => `đã từ trần ngày ${showDay(since)}`,
  away: (since) => `sinh hoạt tạm thời nơi khác từ ngày ${showDay(since)}`,
  exempt: (since) => `được miễn công tác, sinh hoạt từ ngày ${showDay(since)}`,
  active: (since) => `sinh hoạt trở lại từ ngày ${showDay(since)}`,
}
