/**
 * What the unlock page says. It is taken from here and not from the barrel: nothing else of the words is read before the
 * page is there.
 */

/** The product's name on screen. */
export const PRODUCT = 'Kết nạp – Quản lý nguồn và hồ sơ kết nạp đảng viên'

/** Said where the program runs in a browser that stands in for it. */
export const STANDIN =
  'Phần mềm đang chạy tạm trong trình duyệt cài sẵn trên máy, không phải bản chính thức trên máy bàn.'

/** Said where the program was started on a Windows before 10, and ends. */
export const SYSTEM_TOO_OLD =
  'Phần mềm cần Windows 10 hoặc mới hơn nên không chạy được trên máy này. Hãy dùng một máy khác, hoặc nâng cấp Windows rồi mở lại phần mềm. Dữ liệu đã ghi trên máy, nếu có, vẫn còn nguyên.'

/** Said where the program is started a second time over the same data. */
export const ALREADY_OPEN = 'Dữ liệu này đang mở ở một cửa sổ khác của phần mềm. Hãy dùng cửa sổ đó.'

/** Said on the locked page while nobody may try a passphrase; the button counts. */
export const WAITING =
  'Mật khẩu đã nhập chưa đúng nhiều lần liên tiếp. Đợi hết số giây ghi trên nút bên dưới rồi nhập lại.'

/** Said on the locked page while a job that was running is let finish. */
export const FINISHING =
  'Việc đang làm lúc khóa vẫn được làm cho xong. Nhập mật khẩu bây giờ thì phần mềm chờ việc đó xong rồi mở.'

/** Said at unlock when the store was found to be an old copy and became a new device. */
export const BECAME_NEW_DEVICE =
  'Dữ liệu trên máy này là bản cũ hoặc bản sao chép, nên máy được coi là máy mới của đơn vị. Kiểm tra các việc làm gần đây; nếu còn máy khác đang dùng cùng dữ liệu, chỉ dùng một máy và báo người hỗ trợ.'
