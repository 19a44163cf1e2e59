/**
 * The user guide: targets and reports.
 */
import type { GuideChapter } from './topic.ts'

/** Chỉ tiêu và báo cáo. */
export const REPORTS: GuideChapter = {
  title: 'Chỉ tiêu, báo cáo',
  topics: [
    {
      id: 'chi-tieu',
      title: 'Giao chỉ tiêu và theo dõi kết quả',
      page: '/bao-cao',
      steps: [
        'Mở “Báo cáo, chỉ tiêu”, chọn “Chỉ tiêu”, bấm “Ghi chỉ tiêu” để ghi chỉ tiêu chung của năm.',
        'Bấm “Giao” ở dòng của từng đơn vị; đơn vị có phần mềm nhận chỉ tiêu trong gói dữ liệu tới.',
        'Đảng ủy xã bấm “Phân bổ cho các chi bộ” để chia chỉ tiêu; dòng phía trên cho biết còn bao nhiêu.',
        'Số của những năm trước khi dùng phần mềm ghi một lần bằng “Ghi số liệu năm trước”.',
        'Mở “Chi bộ chưa có đảng viên mới” để xem chi bộ nào đã lâu chưa kết nạp được ai; chọn “Ô màu” để thấy cả đảng bộ cùng lúc.',
        'Bấm “Lưu ra Excel” ở hai nơi này để lấy đúng những dòng đang xem.',
      ],
      notes: [
        'Tỷ lệ so với kế hoạch và tỷ lệ so với tổng số đảng viên được nêu riêng, không thay cho nhau. Thiếu số đảng viên thì không có tỷ lệ thứ hai; trang nêu tên đơn vị còn thiếu.',
        'Dự báo dựa trên hồ sơ đang có và nhịp độ các năm trước, luôn là một khoảng.',
      ],
    },
    {
      id: 'bao-cao',
      title: 'Lập và gửi báo cáo',
      steps: [
        'Mở “Báo cáo kỳ”, chọn kỳ và đơn vị. Bấm vào một số để xem những người, những chi bộ trong số đó.',
        'Mở “Nguồn giới thiệu” để xem từng tổ chức, từng nơi giới thiệu bao nhiêu người và kết quả ra sao; chọn “Chỉ người giới thiệu trong kỳ”, hoặc chọn lĩnh vực của chi bộ như doanh nghiệp.',
        'Bấm “Lập văn bản” để có bản thảo báo cáo, sửa từng ý rồi lưu ra Word; bấm “Lưu ra Excel” để lấy bảng số liệu.',
        'Bấm “Gửi báo cáo”: số liệu giữ nguyên như lúc gửi và đi cùng gói dữ liệu tới.',
        'Mở “Báo cáo đã gửi”, bấm “Đối chiếu” để xem số nào đã thay đổi từ khi gửi và vì sao.',
      ],
      notes: ['Một người chỉ tính một lần dù chuyển nhiều nơi, và tính ở nơi kết nạp.'],
    },
  ],
}
