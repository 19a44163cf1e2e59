/**
 * The user guide: beginning, the day, people.
 */
import type { GuideChapter } from './topic.ts'

/** Bắt đầu. */
export const BEGIN: GuideChapter = {
  title: 'Bắt đầu',
  topics: [
    {
      id: 'lan-dau',
      title: 'Mở phần mềm lần đầu',
      steps: [
        'Chọn đơn vị làm những việc nào: đề nghị kết nạp, quyết định kết nạp, mở lớp bồi dưỡng; một đơn vị làm được nhiều việc.',
        'Ghi tên đơn vị, địa danh ghi trên văn bản và người dùng đầu tiên với mật khẩu.',
        'Chọn bộ quy định; nên để phần mềm chọn theo ngày của từng việc.',
        'Bấm “In phiếu” hoặc chép tay phiếu khôi phục, rồi gõ lại hai nhóm số phần mềm hỏi.',
        'Cất phiếu trong két hoặc tủ có khóa. Phiếu chỉ hiện một lần.',
      ],
      notes: [
        'Phiếu khôi phục mở được dữ liệu khi quên mật khẩu hoặc máy hỏng. Mất cả mật khẩu và phiếu thì không ai mở lại được.',
        'Không đưa tài liệu bí mật nhà nước vào phần mềm; chỉ ghi số, ngày và nơi lưu.',
      ],
    },
    {
      id: 'don-vi',
      title: 'Thêm chi bộ và đảng viên',
      page: '/don-vi',
      steps: [
        'Mở trang “Đơn vị, đảng viên”, bấm “Thêm đơn vị”, ghi tên và loại đơn vị.',
        'Mở đơn vị vừa thêm, bấm “Ghi số đảng viên” để có số đảng viên chính thức khi tính tỷ lệ tán thành.',
        'Bấm “Thêm đảng viên” để ghi người được phân công giúp đỡ, giới thiệu. Không phải ghi hết đảng viên.',
      ],
      notes: [
        'Khung “Ghi chú riêng” ở trang của đơn vị giữ điều cần nhớ về đơn vị đó; ghi chú không gửi đi, không in.',
        'Đơn vị sáp nhập hoặc thôi hoạt động: mở đơn vị, bấm “Sửa hoặc kết thúc”, ghi ngày. Hồ sơ cũ vẫn giữ nguyên.',
      ],
    },
    {
      id: 'ket-noi',
      title: 'Kết nối với cấp trên hoặc đơn vị trực thuộc',
      page: '/trao-doi/ket-noi',
      steps: [
        'Mở “Trao đổi”, thẻ “Kết nối”, bấm “Lưu phiếu kết nối” vào USB rồi chuyển tệp đó cho đơn vị kia.',
        'Nhận tệp phiếu của đơn vị kia, bấm “Mở tệp phiếu”. Không dùng được USB thì bấm “In phiếu giấy”; đơn vị kia quét mã QR trên phiếu vào ô “Nội dung phiếu kết nối”.',
        'Gọi điện thoại theo số đã biết từ trước. Mỗi bên đọc mã đối chiếu của mình, bên kia gõ vào.',
        'Hai mã khớp thì bấm “Kết nối”. Mỗi nơi chỉ làm một lần.',
      ],
      notes: [
        'Mã không khớp thì không kết nối: tệp phiếu đã bị tráo hoặc đọc nhầm. Hỏi lại đơn vị kia.',
        'Cấp trên kết nối một đơn vị trước đây ghi thay theo văn bản giấy thì chọn đơn vị đó: chỉ tiêu, kiểm tra, xếp loại, khen thưởng đã ghi được gửi xuống cùng. Nhận gói đầu tiên xong, trang “Việc cần làm” dẫn đến “Bàn giao cho đơn vị đã kết nối”: ghép chi bộ cùng là một, rồi giao các hồ sơ còn giữ thay.',
      ],
    },
  ],
}

/** Hằng ngày. */
export const DAILY: GuideChapter = {
  title: 'Hằng ngày',
  topics: [
    {
      id: 'buoi-sang',
      title: 'Xem việc cần làm',
      page: '/',
      steps: [
        'Mở phần mềm, gõ mật khẩu. Trang “Việc cần làm” hiện ra đầu tiên.',
        'Dòng số trên cùng cho biết bao nhiêu việc đến hạn hôm nay, quá hạn, còn thiếu, đã có trả lời. Bấm vào một số để chỉ xem những việc đó; bấm lần nữa để xem tất cả.',
        'Bấm vào tên người để đến đúng hồ sơ cần xử lý.',
      ],
      notes: [
        'Hạn ghi “tạm tính” vì chưa có lịch nghỉ chính thức của năm đó.',
        'Cắm USB có gói dữ liệu gửi cho đơn vị mình thì khung “Trao đổi” ở trang này báo số gói mới.',
        'Các trang đứng ở bên trái, xếp theo nhóm việc. Bấm vào tên nhóm, như “Văn phòng”, để mở ra hoặc gập lại; phần mềm nhớ nhóm nào đang mở.',
      ],
    },
    {
      id: 'tim',
      title: 'Tìm nhanh bằng bàn phím',
      steps: [
        'Bấm phím Ctrl và K, gõ tên người có dấu hoặc không dấu, tên trang hoặc nội dung hướng dẫn, rồi bấm Enter.',
        'Bấm phím ? để xem các phím tắt. Bấm phím F1 ở trang nào thì hiện hướng dẫn của trang đó.',
        'Bấm phím Ctrl và L để khóa khi rời máy.',
      ],
    },
    {
      id: 'go-chu',
      title: 'Cách gõ ngày và chữ',
      steps: [
        'Gõ tiếng Việt bằng bộ gõ quen dùng, kiểu Telex hoặc VNI; phần mềm không sửa chữ trong lúc gõ.',
        'Ngày gõ được theo các cách: 19/01/2024, 19-1-2024, 19.1.2024, ngày 19 tháng 01 năm 2024. Ngày luôn đứng trước tháng, năm đủ bốn chữ số.',
        'Chỗ chỉ biết năm hoặc tháng thì gõ năm, hoặc tháng và năm, nếu ô đó cho phép.',
        'Đang ghi dở mà phải đi việc khác: phần mềm tự giữ bản nháp, mở lại trang đó sẽ thấy.',
      ],
    },
  ],
}

/** Nguồn. */
export const PEOPLE: GuideChapter = {
  title: 'Danh sách nguồn',
  topics: [
    {
      id: 'them-nguoi',
      title: 'Thêm một người',
      page: '/nguon/moi',
      steps: [
        'Bấm “Thêm người”, gõ họ tên và chọn chi bộ. Thế là đủ, các thông tin khác ghi sau.',
        'Trong lúc gõ, xem khung “Người có thể trùng”. Nếu đúng là người đã có thì mở hồ sơ đó, không thêm nữa.',
        'Bấm “Lưu”, hoặc “Lưu và thêm người nữa”.',
      ],
      notes: [
        'Hồ sơ đang làm dở trên giấy: chọn “Tiếp nhận hồ sơ đang làm dở”, ghi những giấy tờ và ngày họp đã có.',
        'Ghi nhầm thì bấm “Hoàn tác” ở thông báo vừa hiện.',
      ],
    },
    {
      id: 'dan-excel',
      title: 'Dán danh sách có sẵn từ Excel',
      page: '/nhap-bang',
      steps: [
        'Trong Excel, chọn các dòng, kể cả dòng tiêu đề, rồi chép.',
        'Mở trang “Nguồn và hồ sơ”, bấm “Dán từ Excel”, dán vào ô.',
        'Xem lại phần mềm hiểu mỗi cột là gì, sửa cột hiểu sai.',
        'Xem từng dòng, bỏ dòng trùng, rồi bấm nút nhập. Nhập nhầm thì hoàn tác một lần cho cả bảng.',
      ],
    },
    {
      id: 'giup-do',
      title: 'Phân công người giúp đỡ',
      page: '/nguon',
      steps: [
        'Mở hồ sơ của người đó, bấm “Việc khác”, chọn “Phân công người giúp đỡ” hoặc “Thay hoặc thêm người giúp đỡ”.',
        'Chọn đảng viên chính thức trong danh bạ. Người chưa có trong danh bạ thì đánh dấu “Không có trong danh bạ, ghi họ tên”.',
      ],
    },
  ],
}
