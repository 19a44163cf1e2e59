/**
 * The user guide: classes, certificates, pupils of a school.
 */
import type { GuideChapter } from './topic.ts'

/** Lớp bồi dưỡng, trường học. */
export const LEARNING: GuideChapter = {
  title: 'Lớp bồi dưỡng, trường học',
  topics: [
    {
      id: 'lop',
      title: 'Mở lớp, xếp người, ghi kết quả',
      page: '/lop',
      steps: [
        'Đơn vị ghi “Đề nghị cử đi học” trong hồ sơ hoặc ở danh sách nguồn; gói dữ liệu mang đề nghị lên cấp trên.',
        'Ở “Lớp bồi dưỡng”, bấm “Mở lớp” theo quyết định, rồi sang “Đề nghị cử đi học” đánh dấu người và xếp vào lớp.',
        'Trong lớp, bấm “Điểm danh” từng ngày: chỉ đánh dấu người vắng.',
        'Hết lớp, bấm “Ghi kết quả”, ghi số giấy chứng nhận đầu tiên rồi bấm “Đánh số cho người hoàn thành”.',
      ],
      notes: [
        'Giấy chứng nhận đã cấp tự thành giấy tờ trong hồ sơ của người đó, cũng ở đơn vị đề nghị sau khi nhận gói dữ liệu.',
        'Trung tâm chính trị chỉ nhận họ tên, ngày sinh, giới tính và đơn vị của người học.',
      ],
    },
    {
      id: 'lop-khong-phan-mem',
      title: 'Nơi giảng dạy không dùng phần mềm',
      steps: [
        'Trong lớp, mở “Danh sách, giấy tờ”, chọn “Lưu danh sách lớp ra Excel” và gửi tệp cho nơi giảng dạy.',
        'Nơi giảng dạy điền vào các cột có nền màu, giữ nguyên dòng tiêu đề và cột mã học viên.',
        'Nhận tệp về, chọn “Nhận bảng kết quả đã điền”, xem từng dòng rồi ghi.',
      ],
      notes: [
        'Dòng nào chưa nhận được đều nêu rõ lý do; sửa trong bảng rồi nhận lại, những dòng đã ghi không bị ghi hai lần.',
      ],
    },
    {
      id: 'truong-hoc',
      title: 'Học sinh của trường',
      page: '/truong-hoc',
      steps: [
        'Đưa học sinh vào danh sách nguồn của chi bộ nhà trường, rồi ở “Trường học” bấm “Thêm học sinh vào lớp”.',
        'Mỗi học kỳ đánh dấu học sinh, chọn đánh giá theo các tiêu chí của trường.',
        'Xem ai có thể xem xét trước khi ra trường, ai cần chuyển giao hồ sơ cho nơi tiếp nhận.',
      ],
    },
  ],
}
