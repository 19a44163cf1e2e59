/**
 * The user guide: the dossier, votes, papers, the deciding side, the ceremony.
 */
import type { GuideChapter } from './topic.ts'

/** Hồ sơ. */
export const DOSSIER: GuideChapter = {
  title: 'Hồ sơ kết nạp',
  topics: [
    {
      id: 'trang-ho-so',
      title: 'Đọc trang hồ sơ',
      page: '/nguon',
      steps: [
        'Dải trên cùng cho biết hồ sơ đang ở giai đoạn nào.',
        'Khung “Việc tiếp theo” có nút đỏ: đó là việc cần làm bây giờ.',
        'Khung “Giấy tờ” cho biết giấy nào đã có, còn thiếu, sắp hết giá trị.',
        'Khung “Thời hạn” cho biết còn bao nhiêu ngày làm việc. Khung “Điểm cần xử lý” nêu chỗ chưa đúng; bấm “Căn cứ và cách xử lý” để biết vì sao và làm gì.',
        'Khung “Diễn biến” ghi lại mọi việc đã ghi, ai ghi, lúc nào.',
      ],
    },
    {
      id: 'giay-to',
      title: 'Ghi giấy tờ và bản quét',
      page: '/nguon',
      steps: [
        'Kéo tệp PDF hoặc ảnh thả vào đúng dòng giấy tờ, hoặc bấm nút ghi ở dòng đó.',
        'Ghi ngày, số văn bản nếu có, rồi lưu.',
        'Giấy chỉ có bản giấy thì ghi ngày và nơi lưu, không cần quét.',
      ],
      notes: [
        'Ảnh chụp được tự thu nhỏ vừa trang A4 và bỏ thông tin nơi chụp trước khi cất.',
        'Mỗi tệp nặng nhất 25 MB. Bản quét được mã hóa trong máy.',
      ],
    },
    {
      id: 'hop-chi-bo',
      title: 'Ghi cuộc họp xét',
      page: '/nguon',
      steps: [
        'Bấm “Ghi cuộc họp”, ghi ngày họp, số đảng viên, số có mặt, số tán thành.',
        'Người vắng thì ghi lý do.',
        'Phần mềm tính tỷ lệ trên tổng số đảng viên chính thức và cho biết đã đủ hay chưa.',
        'Ghi số và ngày nghị quyết; số đã dùng hoặc không theo thứ tự thì phần mềm nhắc, vẫn ghi được. Từ ngày chi bộ ra nghị quyết, phần mềm tính hạn ra quyết định.',
      ],
      notes: [
        'Còn điểm phải xử lý trước thì phần mềm chưa lập văn bản, nhưng vẫn cho ghi việc đã diễn ra.',
        'Người có thẩm quyền cho phép thì dùng nút chấp thuận ngoại lệ ở điểm đó, ghi ai cho phép và theo văn bản nào; cán bộ nghiệp vụ ghi thì trang “Việc cần làm”, khung “Chờ người có thẩm quyền” có dòng “Chấp thuận ngoại lệ chờ xác nhận” cho đến khi người có thẩm quyền xác nhận.',
      ],
    },
    {
      id: 'van-ban',
      title: 'Lập nghị quyết, công văn, quyết định',
      page: '/nguon',
      steps: [
        'Mở hồ sơ, bấm “Lập văn bản”, chọn loại văn bản.',
        'Xem số văn bản phần mềm đề xuất theo sổ của đơn vị; sửa được. Muốn ghi số bằng bút thì đánh dấu “Ghi số bằng bút khi ban hành”.',
        'Điền những chỗ còn thiếu. Đủ nội dung thì văn bản hiện ra bên phải.',
        'Ghi mục đích, bấm “Lưu ra tệp Word”, chọn nơi lưu, rồi mở bằng Word để in và trình ký.',
      ],
      notes: [
        'Tệp Word không mã hóa. In xong nên xóa; không để trên USB dùng chung.',
        'Đóng cửa sổ hay khóa phần mềm khi đang nhập dở thì nội dung vẫn còn ở lần mở sau, cho đến khi lưu ra tệp hoặc bấm “Bỏ bản nháp”.',
      ],
    },
    {
      id: 'gui-ho-so',
      title: 'Gửi hồ sơ lên cấp ủy có thẩm quyền',
      page: '/trao-doi/gui',
      steps: [
        'Ở hồ sơ đủ điều kiện, bấm “Gửi hồ sơ”, ghi ngày và số công văn. Việc này mới là ghi vào sổ của mình.',
        'Mở “Trao đổi”, thẻ “Gửi đi”, cắm USB hoặc bấm “Chọn thư mục”, rồi bấm “Xuất gói dữ liệu”.',
        'Chờ đến khi phần mềm báo đã ghi xong và đọc lại khớp. Máy chưa đọc lại được ngay từ USB thì rút an toàn, đợi vài giây rồi cắm lại: phần mềm tự kiểm tra, ở ổ nào cũng được. Bấm “Phiếu gửi” để in phiếu kèm theo.',
      ],
      notes: [
        'Danh sách chỉ ghi “USB” khi máy cho biết chắc. Trên Windows, ổ cắm sau khi mở phần mềm ghi là “Ổ đĩa mới hiện ra”, ổ có từ trước ghi là “Ổ đĩa”, có thể là ổ gắn trong máy. Cắm USB từ trước thì rút an toàn, đợi mười giây rồi cắm lại.',
        'USB hỏng hoặc thất lạc: xuất lại, không mất gì và không bị trùng. Người nhặt được không mở được gói.',
        'Cấp trên chưa dùng phần mềm: gửi hồ sơ giấy như cũ, rồi ghi trả lời bằng mục “Ghi trả lời theo văn bản giấy”.',
      ],
    },
    {
      id: 'ket-qua',
      title: 'Nhận kết quả và tổ chức lễ kết nạp',
      page: '/trao-doi/nhan',
      steps: [
        'Mở “Trao đổi”, thẻ “Nhận về”, chọn USB, bấm “Xem trước” để biết gói của ai, có gì mới, rồi nhận.',
        'Hồ sơ bị trả lại: đọc từng ý kiến, bổ sung, rồi bấm “Gửi hồ sơ bổ sung”.',
        'Đang chờ trả lời mà hồ sơ có thêm nội dung, hoặc nơi nhận chưa có lần gửi trước: bấm “Việc khác”, “Gửi hồ sơ bổ sung”.',
        'Có quyết định kết nạp: ghi ngày đơn vị nhận quyết định. Hạn tổ chức lễ tính theo bộ quy định.',
        'Tổ chức lễ xong thì bấm “Ghi lễ kết nạp”.',
      ],
    },
  ],
}

/** Xét. */
export const REVIEW: GuideChapter = {
  title: 'Xét và quyết định',
  topics: [
    {
      id: 'xet',
      title: 'Xét hồ sơ gửi đến',
      page: '/xet',
      steps: [
        'Mở “Xét hồ sơ”. Hồ sơ gần hết hạn đứng trước. Phím J sang hồ sơ sau, phím K về hồ sơ trước.',
        'Bấm “Tiếp nhận hồ sơ”, ghi ngày và số tiếp nhận.',
        'Chọn “Người thẩm định” để giao hồ sơ; lọc theo người thẩm định ở bên trái.',
        'Xem phần kiểm tra tự động, rồi đánh dấu từng giấy tờ đã xem. Bấm tên bản quét để xem cạnh danh mục; phím + và phím - phóng to, thu nhỏ, Page Down xem tiếp. Ghi nhận xét ở giấy chưa đạt.',
        'Chưa đạt thì bấm “Trả lại để bổ sung”; các nhận xét đã ghi được đưa vào ý kiến trả lại.',
        'Đã có quyết định thì bấm “Ghi quyết định kết nạp” hoặc “Ghi quyết định không kết nạp”, ghi số và ngày.',
        'Mở “Trao đổi” để xuất gói trả lời cho đơn vị đề nghị.',
      ],
    },
    {
      id: 'cuoc-hop',
      title: 'Đưa hồ sơ ra cuộc họp, ghi biểu quyết và số quyết định',
      page: '/cuoc-hop',
      steps: [
        'Mở “Cuộc họp, biểu quyết”, bấm “Lập cuộc họp”, ghi ngày họp, tổng số thành viên và chọn các hồ sơ.',
        'Bấm “Chương trình, biên bản” để in chương trình kèm danh sách hồ sơ; sau khi họp thì in biên bản.',
        'Họp xong, bấm “Ghi biểu quyết”. Kết quả tính theo số tán thành trên tổng số thành viên; hồ sơ để lại thì chọn kết quả đó.',
        'Khi văn thư đã lấy số, bấm “Ghi số quyết định”, đối chiếu với văn bản rồi ghi.',
        'Mở “Sổ quyết định” để xem quyết định nào chưa về đến đơn vị.',
      ],
      notes: ['Số trùng trong nhiệm kỳ hoặc số và ngày không theo thứ tự thì phần mềm báo ngay, không chặn việc ghi.'],
    },
    {
      id: 'y-kien-cap-tren',
      title: 'Xin ý kiến cấp trên',
      page: '/y-kien-cap-tren',
      steps: [
        'Mở “Ý kiến cấp trên” để xem hồ sơ nào còn thiếu văn bản đồng ý.',
        'Bấm “Ghi việc xin ý kiến” khi đã gửi công văn, “Ghi trả lời” khi có văn bản trả lời.',
        'Văn bản đồng ý được tính là giấy tờ của hồ sơ và gửi về đơn vị đề nghị trong gói dữ liệu.',
      ],
    },
  ],
}
