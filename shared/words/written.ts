/**
 * Sentences of a stick that was just written to: whether it may be pulled, and what its check has found once it was plugged in
 * again. 'The stick can be pulled' is said only after a read past the cache.
 */
import type { Plug, ReadAgain } from '../contract/plug.ts'
import type { Labels } from './labels.ts'
import { quote } from './show.ts'

/** How a written set was read back. */
export type ReadBackKind = 'past-cache' | 'cached'

const WRITTEN: Labels<ReadBackKind> = {
  'past-cache': 'Đã ghi xong, đọc lại khớp. Có thể rút USB.',
  cached: 'Đã ghi. Rút an toàn rồi cắm lại để kiểm tra.',
}

/** What to do with the stick after an export. */
export function writtenSentence(readBack: ReadBackKind): string {
  return WRITTEN[readBack]
}

const VERIFIED: Readonly<Record<ReadAgain, (folder: string) => string>> = {
  'past-cache': (folder) => `Đã đọc lại lần nữa tại ${quote(folder)}, các tệp khớp. Có thể rút USB.`,
  replugged: (folder) =>
    `Đã kiểm tra sau khi cắm lại, gói nằm tại ${quote(folder)}, các tệp trên USB khớp. Có thể rút USB.`,
  cached: (folder) =>
    `Các tệp đọc lại tại ${quote(folder)} khớp, nhưng máy có thể mới đọc từ bộ nhớ tạm. Nếu ghi vào USB thì rút an toàn rồi cắm lại, phần mềm tự kiểm tra lần nữa.`,
}

/**
 * Said when what was written has been read once more and is as it was written.
 * @param folder - where it was found
 */
export function verifiedSentence(how: ReadAgain, folder: string): string {
  return VERIFIED[how](folder)
}

/** At the head of other pages: the stick is there again, and has to be looked at. */
export const PLUGGED_UNCHECKED = 'USB đã cắm lại, gói chưa kiểm tra xong'

/** The same, with what to do. */
export const PLUGGED_TO_CHECK =
  'USB vừa ghi đã cắm lại nhưng các gói trên đó chưa được kiểm tra là khớp. Mở trang đã xuất gói, phần mềm tự kiểm tra.'

/**
 * What is waited for where only a stick that is plugged in anew can be checked; nothing for a folder on no stick. `other`:
 * it was pulled, and what has come since is another one.
 */
export const PLUG_WAITS: Labels<Exclude<Plug, 'unseen' | 'back'> | 'other'> = {
  there: 'Đang chờ USB được rút ra. Rút an toàn, đợi vài giây rồi cắm lại, phần mềm tự kiểm tra.',
  gone: 'USB đã được rút ra. Cắm lại để phần mềm kiểm tra các tệp vừa ghi; máy nhận USB là ổ nào cũng được.',
  other:
    'Ổ vừa cắm không có gói vừa ghi. Cắm lại USB đã ghi để phần mềm kiểm tra. Nếu đúng là USB đó thì gói không còn trên USB, phải xuất lại.',
}
