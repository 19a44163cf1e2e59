/**
 * The buttons of the pages by what stands on them, for whatever walks the pages: a test of all dialogs, a figure of the bench.
 */

/** What stands on buttons that act at once, or only change what the page shows. */
export const ACTS = new RegExp(
  [
    'Lưu',
    'Ghi (ngày|các mục|lề văn bản|số phút|thông tin đơn vị)',
    'Ghi (biểu quyết|số quyết định|chú)',
    'Khóa',
    'Sao lưu .*',
    'Kiểm tra.*',
    'Rút lại',
    '(Tháng|Trang) .*',
    'Hôm nay',
    'Thêm (việc: .*|máy)',
    '(Bỏ|Xóa|Tạo|Đọc|Chọn|Xem thêm|Tải|Mở tệp|Dùng nội dung|Lưu phiếu|Xuất gói dữ liệu) .*',
    'Cột',
  ]
    .map((each) => `^${each}$`)
    .join('|'),
  'u',
)

/** What asks first where to write: a folder is chosen. */
export const CHOOSES = /^(Xuất khóa|Gói khôi phục|Bàn giao)/u
