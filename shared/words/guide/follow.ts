/**
 * The user guide: models and examples, directives, inspections, the year's rating.
 */
import type { GuideChapter } from './topic.ts'

/** Chỉ đạo, kiểm tra, thi đua. */
export const FOLLOWING: GuideChapter = {
  title: 'Chỉ đạo, kiểm tra, thi đua',
  topics: [
    {
      id: 'mo-hinh',
      title: 'Mô hình, điển hình',
      page: '/mo-hinh',
      steps: [
        'Bấm “Ghi mô hình”, ghi nội dung, cách làm; mỗi kỳ mở mô hình và bấm “Báo kết quả”.',
        'Cấp ủy cấp trên mở mô hình, bấm “Phổ biến để nhân rộng”; đơn vị nhận được ghi nơi học tập bằng “Ghi đơn vị áp dụng”.',
        'Ở “Gương điển hình”, bấm “Ghi gương điển hình” và ghi ý kiến đồng ý của người đó.',
        'Bấm “Lập danh sách gửi Ban Tuyên giáo” để có văn bản trình ký, hoặc lưu danh sách ra bảng tính.',
      ],
      notes: [
        'Người chưa đồng ý thì gương chỉ lưu ở đơn vị, không gửi lên cấp trên và không vào danh sách nào.',
        'Mô hình phổ biến cho mọi đơn vị không kèm bản quét; không ghi thông tin của cá nhân trong nội dung.',
      ],
    },
    {
      id: 'chi-dao',
      title: 'Văn bản chỉ đạo, hội nghị, tuyên truyền',
      page: '/chi-dao',
      steps: [
        'Cấp ủy có thẩm quyền bấm “Gửi văn bản đến các đơn vị”; văn bản đi cùng gói dữ liệu tới.',
        'Đơn vị nhận mở văn bản, bấm “Xác nhận đã quán triệt”; nơi gửi xem ai đã và ai chưa xác nhận.',
        'Chi bộ không dùng phần mềm thì đơn vị theo dõi bấm “Ghi đơn vị đã quán triệt”.',
        'Ở “Hội nghị, tuyên truyền”, bấm “Ghi hội nghị” hoặc “Ghi kết quả tuyên truyền”; số liệu được cộng theo năm.',
      ],
      notes: ['Báo cáo kỳ nêu sẵn những văn bản đang có hiệu lực đã chọn “Nêu văn bản này trong báo cáo”.'],
    },
    {
      id: 'kiem-tra',
      title: 'Kiểm tra, giám sát và khắc phục',
      page: '/kiem-tra',
      steps: [
        'Bấm “Lập kế hoạch kiểm tra”, chọn đơn vị cấp dưới; đơn vị đó nhận kế hoạch trong gói dữ liệu tới.',
        'Trong cuộc kiểm tra, bấm “Ghi nội dung phát hiện” với yêu cầu và hạn khắc phục, rồi “Ghi kết luận”.',
        'Đơn vị được kiểm tra bấm “Báo kết quả khắc phục”; nơi kiểm tra bấm “Xem xét việc khắc phục”, đặt hạn mới nếu chưa xong.',
      ],
      notes: ['Trang đầu nhắc nội dung phải khắc phục, kết quả chờ xem xét và nội dung quá hạn.'],
    },
    {
      id: 'xep-loai',
      title: 'Xếp loại, khen thưởng, chấn chỉnh',
      steps: [
        'Ở “Xếp loại cuối năm”, xem kết quả kết nạp so với chỉ tiêu của từng đơn vị rồi bấm “Xếp loại các đơn vị”.',
        'Tập thể lãnh đạo, cá nhân và người đứng đầu thì bấm “Xếp loại tập thể, cá nhân”.',
        'Ở “Khen thưởng, chấn chỉnh”, xem đề xuất từ số liệu; mỗi đề xuất do người có trách nhiệm quyết định, hoặc ghi lý do không thực hiện.',
      ],
      notes: ['Các mức xếp loại do đơn vị đặt bằng “Các mức xếp loại”; xếp loại đã ghi giữ tên mức của lần đó.'],
    },
  ],
}
