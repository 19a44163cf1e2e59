/**
 * The user guide: from the ceremony to the card, and the rules by which everything is judged.
 */
import type { GuideChapter } from './topic.ts'

/** Sau lễ kết nạp. */
export const AFTER: GuideChapter = {
  title: 'Đảng viên dự bị',
  topics: [
    {
      id: 'cong-nhan',
      title: 'Công nhận đảng viên chính thức',
      page: '/nguon',
      steps: [
        'Sau lễ kết nạp, khung “Việc tiếp theo” của hồ sơ nhắc lần lượt: lớp bồi dưỡng đảng viên mới, bản tự kiểm điểm, nhận xét của người giúp đỡ và của đoàn thể nơi cư trú. Có giấy nào thì ghi giấy đó.',
        'Hết thời gian dự bị, chi bộ họp xét. Ghi cuộc họp như khi xét kết nạp: số có mặt, số tán thành, số và ngày nghị quyết.',
        'Ghi cuộc họp của đảng ủy cơ sở, rồi gửi hồ sơ và xuất gói dữ liệu như hồ sơ kết nạp.',
        'Có quyết định công nhận thì kiểm tra ngày được tính là đảng viên chính thức; phần mềm tính từ ngày lễ kết nạp, sửa lại nếu quyết định ghi khác.',
        'Khi phát thẻ, bấm “Việc khác”, chọn “Ghi thẻ đảng viên”.',
      ],
      notes: [
        'Trang “Việc cần làm” có khung “Cần để ý”, nhắc những người sắp hết hoặc đã hết thời gian dự bị.',
        'Phải đề nghị xóa tên hoặc hủy quyết định kết nạp: bấm “Việc khác”, chọn “Đề nghị xóa tên đảng viên dự bị” hoặc “Hủy quyết định kết nạp”. Từng bước được ghi như một hồ sơ riêng.',
      ],
    },
    {
      id: 'chuyen-di',
      title: 'Người chuyển đi, từ trần, ra khỏi Đảng',
      page: '/nguon',
      steps: [
        'Đảng viên dự bị chuyển nơi sinh hoạt: bấm “Việc khác”, chọn “Chuyển sinh hoạt đảng”, ghi giấy giới thiệu và nơi đến. Khi bên kia trả lời, mở lại để ghi ngày hoàn thành.',
        'Người chưa kết nạp chuyển đi: chọn “Chuyển đi nơi khác”. Cùng cấp trên có phần mềm thì chọn “Đề nghị cấp trên chuyển hồ sơ”, hồ sơ đi theo không phải ghi lại; ghi thêm sau đó thì đề nghị lại, để phần ghi thêm đi theo.',
        'Đảng viên từ trần hoặc ra khỏi Đảng: chọn “Từ trần, ra khỏi Đảng”, rồi “Ghi phiếu báo gửi cấp trên” đúng hạn phần mềm nhắc.',
      ],
      notes: ['Không xóa hồ sơ của người đã đi. Những gì đã ghi vẫn được tính trong số liệu các năm trước.'],
    },
    {
      id: 'xoa-du-lieu',
      title: 'Người chưa kết nạp đề nghị xóa dữ liệu cá nhân',
      page: '/nguon',
      steps: [
        'Quản trị viên mở hồ sơ đã kết thúc theo dõi, bấm “Việc khác”, chọn “Xóa dữ liệu cá nhân”, ghi lý do. Hồ sơ đã chuyển cho nơi khác có nút này ngay ở đầu trang.',
        'Xuất gói dữ liệu cho các nơi đã kết nối. Nơi nào còn bản ghi về người đó thì được đề nghị xóa.',
        'Nơi được đề nghị mở “Trao đổi”, thẻ “Nhận về”, khung “Đề nghị xóa dữ liệu cá nhân”, bấm “Xóa theo đề nghị” hoặc “Không xóa”, rồi gửi gói trả lời.',
        'Nơi kia đã xóa thì khung ấy hỏi một lần nữa ở đơn vị mình, để xóa nốt những gì nơi kia đã gửi đến.',
      ],
      notes: [
        'Mỗi nơi chỉ xóa bản ghi của mình; đơn vị kế thừa xóa cả bản ghi của đơn vị cũ. Những gì nơi khác gửi đến không còn hiện ở trang nào, nhưng nằm trong kho dữ liệu đã mã hóa đến khi nơi đó xóa.',
        'Cấp trên chỉ xóa một người khi nơi đang quản lý hồ sơ đề nghị, không phải khi nơi cũ đề nghị.',
        'Người đã kết nạp thì không xóa.',
      ],
    },
  ],
}

/** Quy định. */
export const RULES_GUIDE: GuideChapter = {
  title: 'Quy định và lịch nghỉ',
  topics: [
    {
      id: 'quy-dinh',
      title: 'Xem và sửa quy định đang dùng',
      page: '/quy-dinh',
      steps: [
        'Mở “Quy định, lịch nghỉ”. Trên cùng là bộ quy định dùng cho hôm nay; muốn xem bộ khác thì chọn ở “Xem bộ quy định”.',
        'Gõ vào “Tìm giá trị, căn cứ” để tìm một thời hạn, tỷ lệ hay loại giấy tờ. Mỗi giá trị có căn cứ đi kèm.',
        'Giá trị chưa ai đối chiếu với văn bản thì có ghi “Chưa kiểm chứng”. Đối chiếu xong, quản trị viên bấm “Sửa”, đánh dấu “Đã đối chiếu với văn bản” và ghi theo văn bản nào.',
        'Sửa nhầm thì bấm “Trở lại giá trị gốc”.',
      ],
      notes: [
        'Sửa quy định không làm thay đổi việc đã ghi; phần mềm chỉ xét lại và nêu chỗ khác giữa khi đó và nay.',
        'Giá trị do cấp có thẩm quyền gửi xuống được dùng trước giá trị đơn vị mình tự ghi.',
      ],
    },
    {
      id: 'bo-quy-dinh-moi',
      title: 'Có quy định mới thay quy định cũ',
      page: '/quy-dinh',
      steps: [
        'Mở bộ quy định đang dùng, bấm “Lập bộ mới từ bộ này”, ghi tên văn bản và ngày có hiệu lực.',
        'Sửa những giá trị thay đổi trong bộ mới, mỗi giá trị ghi rõ căn cứ.',
        'Hồ sơ làm dở được xét theo ngày của từng việc. Hồ sơ phải theo một bộ nhất định thì mở hồ sơ, bấm “Việc khác”, chọn “Chọn bộ quy định cho hồ sơ” và ghi lý do.',
      ],
    },
    {
      id: 'lich-nghi',
      title: 'Ghi lịch nghỉ của năm',
      page: '/quy-dinh',
      steps: [
        'Mở “Quy định, lịch nghỉ”, thẻ “Lịch nghỉ”, chọn năm.',
        'Khi có thông báo chính thức, bấm nút sửa lịch nghỉ, sửa các đợt nghỉ và ngày làm bù, ghi số thông báo, rồi bấm “Ghi lịch nghỉ”.',
        'Các thời hạn tính bằng ngày làm việc được tính lại ngay.',
      ],
    },
    {
      id: 'cach-xet',
      title: 'Đơn vị có cách xét khác',
      page: '/don-vi',
      steps: [
        'Mở đơn vị, tìm khung “Các bước xét hồ sơ”, bấm “Ghi cách xét khác”, ví dụ đảng ủy cơ sở được ủy quyền quyết định.',
        'Ghi ngày bắt đầu và văn bản ủy quyền. Hồ sơ mà chi bộ đã họp xét trước ngày đó vẫn theo cách cũ.',
      ],
    },
  ],
}
