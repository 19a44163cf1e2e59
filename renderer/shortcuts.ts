/**
 * What keys do, part by part of the window: handlers take their keys from this table (parts/keys.ts) and the list on `?` is
 * written from it, so that no key works which is not told. The letters after `g` stand with their routes (routes.tsx), as
 * each goes to one. A key is named as its event names it; `mod` is Ctrl.
 */

/** One thing that keys do. */
export type Shortcut = { readonly press: readonly string[]; readonly words: string }

/** A part of the window; `path` is the page it is met on first; without one, it is met everywhere. */
export type ShortcutPart = {
  readonly title: string
  readonly path?: string
  readonly keys: Readonly<Record<string, Shortcut>>
}

/** The table. */
export const SHORTCUTS = {
  everywhere: {
    title: 'Ở mọi trang',
    keys: {
      find: { press: ['mod+k'], words: 'Tìm người, trang, việc' },
      lock: { press: ['mod+l'], words: 'Khóa' },
      undo: { press: ['mod+z'], words: 'Hoàn tác việc vừa ghi' },
      guide: { press: ['F1'], words: 'Hướng dẫn của trang đang mở' },
      help: { press: ['?'], words: 'Bảng phím tắt này' },
    },
  },
  form: {
    title: 'Trong biểu mẫu',
    keys: { submit: { press: ['mod+Enter'], words: 'Ghi, khi đang gõ ở ô nhiều dòng' } },
  },
  list: {
    title: 'Nguồn và hồ sơ',
    path: '/nguon',
    keys: {
      search: { press: ['/'], words: 'Đến ô tìm kiếm' },
      next: { press: ['ArrowDown', 'j'], words: 'Người sau' },
      previous: { press: ['ArrowUp', 'k'], words: 'Người trước' },
      first: { press: ['Home'], words: 'Người đầu trang' },
      last: { press: ['End'], words: 'Người cuối trang' },
      open: { press: ['Enter'], words: 'Mở hồ sơ đang chọn' },
      tick: { press: ['x'], words: 'Đánh dấu, bỏ đánh dấu' },
      add: { press: ['n'], words: 'Thêm người' },
    },
  },
  review: {
    title: 'Xét hồ sơ',
    path: '/xet',
    keys: {
      next: { press: ['j'], words: 'Hồ sơ sau' },
      previous: { press: ['k'], words: 'Hồ sơ trước' },
      previousScan: { press: ['['], words: 'Bản quét trước' },
      nextScan: { press: [']'], words: 'Bản quét sau' },
      closeScan: { press: ['Escape'], words: 'Đóng bản quét' },
    },
  },
  calendar: {
    title: 'Lịch',
    path: '/lich',
    keys: {
      dayBefore: { press: ['ArrowLeft'], words: 'Ngày trước' },
      dayAfter: { press: ['ArrowRight'], words: 'Ngày sau' },
      weekBefore: { press: ['ArrowUp'], words: 'Tuần trước' },
      weekAfter: { press: ['ArrowDown'], words: 'Tuần sau' },
      monthBefore: { press: ['PageUp'], words: 'Tháng trước' },
      monthAfter: { press: ['PageDown'], words: 'Tháng sau' },
    },
  },
  sheet: {
    title: 'Khi xem bản quét',
    path: '/ho-so/:case',
    keys: {
      down: { press: ['PageDown'], words: 'Xem tiếp xuống dưới' },
      up: { press: ['PageUp'], words: 'Xem ngược lên trên' },
      larger: { press: ['+', '='], words: 'Phóng to' },
      smaller: { press: ['-'], words: 'Thu nhỏ' },
      wholeWidth: { press: ['0'], words: 'Vừa chiều ngang' },
    },
  },
} as const satisfies Readonly<Record<string, ShortcutPart>>

/** The name of a part. */
export type PartName = keyof typeof SHORTCUTS

/** What can be done by keys in a part. */
export type Doing<Part extends PartName> = keyof (typeof SHORTCUTS)[Part]['keys'] & string

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
}

/** A key as it stands on the keyboard: 'mod+k' is 'Ctrl K'. */
export function showKey(press: string): string {
  const isMod = press.startsWith('mod+')
  const key = isMod ? press.slice('mod+'.length) : press
  return `${isMod ? 'Ctrl ' : ''}${SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}`
}
