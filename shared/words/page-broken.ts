/**
 * What is said where a page, or the whole window, could not be drawn: nobody is to fear for what has been recorded.
 */

/** Title, what happened and what to do, and the button that tries again. */
export const PAGE_BROKEN = {
  title: 'Trang gặp lỗi',
  text: 'Phần mềm gặp lỗi khi hiển thị trang này. Những gì đã ghi không mất; nội dung đang nhập mà chưa ghi có thể phải nhập lại. Bấm nút dưới đây; nếu vẫn lỗi thì mở trang khác, hoặc đóng rồi mở lại phần mềm và báo người hỗ trợ.',
  again: 'Mở lại trang',
} as const

/** The same where it is not a page but what surrounds every page: title, what to do while open and while locked, buttons. */
export const WINDOW_BROKEN = {
  title: 'Phần mềm gặp lỗi khi hiển thị',
  open: 'Những gì đã ghi không mất; nội dung đang nhập mà chưa ghi có thể phải nhập lại. Bấm “Hiển thị lại”; nếu vẫn lỗi thì bấm “Khóa” rồi mở khóa, hoặc đóng rồi mở lại phần mềm và báo người hỗ trợ.',
  locked:
    'Những gì đã ghi không mất. Bấm “Hiển thị lại”; nếu vẫn lỗi thì đóng rồi mở lại phần mềm và báo người hỗ trợ.',
  again: 'Hiển thị lại',
  lock: 'Khóa',
} as const
