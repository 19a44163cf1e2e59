/**
 * The user guide: seeing the whole: the board, the calendar, batches, saved views, and doing one thing for many.
 */
import type { GuideChapter } from './topic.ts'

/** Theo dõi chung. */
export const OVERVIEW: GuideChapter = {
  title: 'Theo dõi chung',
  topics: [
    {
      id: 'bang',
      title: 'Xem ai đang ở bước nào, chờ đã lâu',
      page: '/bang',
      steps: [
        'Mở “Bảng theo giai đoạn”. Mỗi cột là một giai đoạn; người chờ lâu nhất đứng trên cùng, kèm số ngày đã chờ.',
        'Chọn chi bộ hoặc loại hình ở góc trên để chỉ xem nơi đó.',
        'Bấm vào một số hoặc dòng xem cả cột: danh sách mở ra với đúng những người ấy, để in hoặc lưu ra Excel.',
        'Bấm vào tên để mở hồ sơ. Bảng chỉ để xem; muốn sang giai đoạn khác thì ghi việc đã làm ở trang hồ sơ.',
      ],
    },
    {
      id: 'lich',
      title: 'Xem thời hạn trong tháng',
      page: '/lich',
      steps: [
        'Mở “Lịch”, thẻ “Lịch tháng”. Mỗi ngày có các thời hạn và lễ kết nạp của ngày đó; ngày nghỉ có ghi rõ.',
        'Dùng các phím mũi tên để sang ngày khác, bấm Enter để xem hết việc của một ngày ở khung bên cạnh.',
        'Sang tháng khác bằng nút “Tháng trước”, “Tháng sau”. Bấm “In” để treo lịch hoặc mang đi họp.',
      ],
      notes: ['Thời hạn tính bằng ngày làm việc theo “Lịch nghỉ”. Năm chưa có lịch chính thức thì hạn là tạm tính.'],
    },
    {
      id: 'theo-dot',
      title: 'Chuẩn bị kết nạp vào ngày kỷ niệm',
      page: '/lich/dot',
      steps: [
        'Mở “Lịch”, thẻ “Kế hoạch theo đợt”, chọn ngày 03/02, 19/5, 02/9 hoặc gõ ngày khác.',
        'Xem “Mốc thời gian”: từng bước nên xong ngày nào và chậm nhất ngày nào để kịp lễ.',
        'Xem bảng người bên dưới: ai kịp, ai vướng gì. Bấm vào tên để xử lý ngay.',
        'Ngày của địa phương, của ngành thì thêm bằng nút “Ngày kỷ niệm của đơn vị”.',
      ],
    },
    {
      id: 'cach-xem',
      title: 'Lọc danh sách và lưu cách xem',
      page: '/nguon',
      steps: [
        'Ở trang “Nguồn và hồ sơ”, gõ tên hoặc chọn chi bộ, giai đoạn, thời hạn, điểm vướng. Bấm “Cột” để chọn các cột muốn thấy.',
        'Cách lọc hay dùng thì bấm “Cách xem đã lưu”, chọn “Lưu cách xem đang dùng” và đặt tên. Lần sau chỉ cần chọn tên đó.',
        'Trở lại danh sách đầy đủ bằng nút “Bỏ tìm và lọc”.',
      ],
      notes: ['Cách xem chỉ người lưu mới thấy, và không đổi gì trong hồ sơ.'],
    },
    {
      id: 'tra-lai',
      title: 'Theo dõi hồ sơ được trả lại',
      page: '/tra-lai',
      steps: [
        'Mở “Hồ sơ được trả lại”. Mỗi lần trả lại có từng ý kiến phải bổ sung và hạn bổ sung.',
        'Chọn “Còn phải bổ sung” ở ô “Lọc” để chỉ xem hồ sơ còn phải làm. Quá hạn thì có ghi rõ.',
        'Bấm vào tên để mở hồ sơ, ghi giấy tờ đã bổ sung, rồi bấm “Gửi hồ sơ bổ sung”.',
      ],
    },
    {
      id: 'nhieu-nguoi',
      title: 'Làm một việc cho nhiều người cùng lúc',
      page: '/nguon',
      steps: [
        'Ở danh sách, đánh dấu những người cần làm. Giữ phím Shift rồi bấm để đánh dấu cả đoạn.',
        'Bấm “Phân công người giúp đỡ” hoặc “Cử đi học lớp bồi dưỡng” ở thanh phía dưới, ghi một lần cho tất cả.',
        'Ghi nhầm thì bấm “Hoàn tác” ở thông báo: mọi người vừa ghi được trả lại như trước.',
      ],
    },
  ],
}
