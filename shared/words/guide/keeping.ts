/**
 * The user guide: printing, backups, users, trouble.
 */
import type { GuideChapter } from './topic.ts'

/** In và giữ dữ liệu. */
export const KEEPING: GuideChapter = {
  title: 'In, sao lưu, người dùng',
  topics: [
    {
      id: 'in',
      title: 'In danh sách, lưu ra Excel',
      page: '/nguon',
      steps: [
        'Lọc danh sách như cần, bấm “In danh sách”, ghi mục đích, bấm “In ra giấy”. In ra giấy không để lại tệp.',
        'Cần tệp thì bấm “Lưu thành PDF” hoặc “Lưu ra Excel”, ghi mục đích, chọn nơi lưu.',
        'Sổ quyết định, học sinh, cuộc họp, lớp, văn bản chỉ đạo và mọi danh sách khác có nút “Lưu ra Excel” và “In” ngay trên trang, lấy đúng những dòng đang lọc.',
      ],
      notes: [
        'Tệp lưu ra không mã hóa và không có số định danh, tôn giáo, người thân trừ khi đánh dấu chọn. Mỗi lần in, lưu đều được ghi vào nhật ký của đơn vị; quản trị viên xem ở “Cài đặt”, khung “Tệp và bản in không mã hóa”.',
      ],
    },
    {
      id: 'sao-luu',
      title: 'Sao lưu',
      page: '/sao-luu',
      steps: [
        'Mở “Sao lưu”, bấm “Chọn nơi sao lưu”: một USB riêng hoặc ổ đĩa khác.',
        'Bật “Tự sao lưu mỗi ngày một lần”.',
        'Mỗi tháng kiểm tra lại một bản sao lưu còn tốt, và cất thêm một USB ở nơi khác.',
      ],
      notes: [
        'Bản sao lưu được mã hóa, mở bằng mật khẩu hoặc phiếu khôi phục.',
        'Khi cập nhật, phần mềm giữ trên máy một bản dữ liệu như trước lúc cập nhật, nhiều nhất 30 ngày; xóa thông tin một người hoặc khóa một người dùng thì bản đó cũng bị xóa.',
      ],
    },
    {
      id: 'may-hong',
      title: 'Máy hỏng, chuyển sang máy mới',
      steps: [
        'Cài phần mềm trên máy mới, mở lên, bấm “Khôi phục từ bản sao lưu”.',
        'Cắm USB sao lưu, bấm “Chọn nơi có bản sao lưu”, chọn bản mới nhất.',
        'Gõ mật khẩu đang dùng lúc sao lưu, hoặc chọn “Bằng phiếu khôi phục” và gõ tám nhóm số.',
        'Mở khóa, rồi sang “Trao đổi”, thẻ “Nhận về”, nhận gói của các nơi đã kết nối trước khi ghi việc mới.',
        'Phần mềm báo có bản ghi đã gửi mà máy này không còn: gọi điện, đọc mã đối chiếu của đơn vị mình, đề nghị nơi đang giữ bấm “Gói khôi phục”, rồi nhận gói đó.',
      ],
      notes: [
        'Nơi đang giữ báo không còn chữ ký làm chứng: mở “Cài đặt”, khung “Nhật ký dữ liệu”, bấm “Coi là đã mất” để những gì đang chờ được tính, rồi ghi lại từ giấy tờ.',
        'Gói khôi phục trả lại những gì đã gửi cho nơi lập gói; việc chưa gửi thì chỉ bản sao lưu mới có.',
        'Người ghi lại trong lúc chờ được nêu ở trang “Người có thể trùng” để đối chiếu.',
      ],
    },
    {
      id: 'mat-khau',
      title: 'Quên mật khẩu, đổi mật khẩu',
      page: '/nguoi-dung',
      steps: [
        'Quên mật khẩu: ở trang mở khóa, bấm “Quên mật khẩu, dùng phiếu khôi phục”, gõ phiếu và đặt mật khẩu mới.',
        'Đổi mật khẩu: mở “Người dùng”, bấm “Đổi mật khẩu”.',
        'Phiếu khôi phục thất lạc hoặc người khác đã xem: bấm “Lập phiếu mới”. Phiếu cũ hết dùng được.',
      ],
      notes: ['Gõ sai nhiều lần thì phải chờ trước khi thử lại. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock.'],
    },
    {
      id: 'nguoi-dung',
      title: 'Thêm người dùng thứ hai, ngừng người dùng',
      page: '/nguoi-dung',
      steps: [
        'Quản trị viên mở “Người dùng”, bấm “Thêm người dùng”, ghi họ tên, chức vụ, tên đăng nhập và chọn vai trò.',
        'Để chính người đó gõ mật khẩu của mình hai lần. Không dùng chung mật khẩu: mọi việc ghi vào nhật ký đều có tên người ghi.',
        'Từ lần sau, ở trang mở khóa chọn tên đăng nhập trong ô “Người dùng”, rồi gõ mật khẩu của mình.',
        'Đổi chức vụ hoặc vai trò: bấm “Sửa”. Vai trò mới có hiệu lực từ lần mở khóa sau của người đó.',
        'Người chuyển công tác: bấm “Ngừng”. Từ lúc đó mật khẩu của người ấy không mở được nữa.',
      ],
      notes: [
        'Ai mở khóa được thì đọc được toàn bộ hồ sơ của đơn vị. Chỉ cấp cho người thật cần.',
        'Riêng người chỉ có vai trò cán bộ tổ chức lớp không mở được hồ sơ, bản quét và các trang xét, biểu quyết.',
        'Luôn phải còn một quản trị viên. Nên có hai người biết mở khóa, phòng khi một người đi vắng.',
      ],
    },
    {
      id: 'thiet-lap',
      title: 'Thiết lập của đơn vị',
      page: '/cai-dat',
      steps: [
        'Mở “Cài đặt”. Khung “Đơn vị”: sửa tên, địa danh, những việc đơn vị làm và từ ngày nào, rồi bấm “Ghi thông tin đơn vị”.',
        'Khung “Hồ sơ và khóa máy”: chọn nơi giữ giấy tờ thẩm tra lý lịch, và số phút không dùng thì tự khóa.',
        'Khung “Lề văn bản”: đặt lề trang của các văn bản in ra. Khung “Xét hồ sơ, sổ văn bản”: ghi ngày bắt đầu nhiệm kỳ để số văn bản tính lại từ đầu.',
        'Khung “Nhật ký dữ liệu” cho biết dữ liệu có nguyên vẹn không.',
        'Khung “Tệp và bản in không mã hóa”, chỉ quản trị viên thấy, cho biết ai đã lưu ra tệp hay in những gì, về bao nhiêu người, để làm gì.',
      ],
      notes: ['Chỉ quản trị viên thay đổi được. Việc đã ghi trước đó giữ nguyên tên và chức vụ khi ghi.'],
    },
    {
      id: 'trao-doi-thong-suot',
      title: 'Kiểm tra hai bên đã nhận đủ của nhau',
      page: '/trao-doi/lich-su',
      steps: [
        'Mở “Trao đổi”, thẻ “Gửi đi”, xem “Tình hình trao đổi”: đã ghi bao nhiêu, đã xuất bao nhiêu, bên kia xác nhận đã nhận bao nhiêu.',
        'Ghi “Chờ bên kia xác nhận” thì chưa phải lỗi: bên kia nhận xong và gửi gói trả lời là khớp. Lâu không có trả lời thì gọi điện hỏi, rồi xuất lại.',
        'Mở “Cài đặt”, khung “Nhật ký dữ liệu”, xem từng nơi ghi có bao nhiêu bản ghi, bao nhiêu đang chờ, bao nhiêu bị giữ lại và vì sao.',
        'Thấy “Gói chưa nối tiếp được” hoặc “Bản quét chưa nhận được”: làm theo câu hướng dẫn ngay ở đó, thường là nhận gói còn thiếu hoặc đề nghị nơi kia xuất lại.',
        'Nghi ngờ máy hoặc dữ liệu: bấm “Kiểm tra sâu”, rồi gọi điện cho bên kia, đọc mã cuối của từng dòng để đối chiếu.',
      ],
      notes: [
        'Xuất lại bao nhiêu lần cũng không bị trùng; nơi nhận chỉ lấy phần chưa có.',
        'Nhận được gói của phiên bản mới hơn thì gói được cất nguyên niêm phong trên máy này, USB mang về được. Cập nhật phần mềm xong, mở thẻ “Nhận về”, bấm “Nhận các gói đang giữ”.',
      ],
    },
    {
      id: 'may-thu-hai',
      title: 'Dùng thêm một máy trong đơn vị',
      page: '/trao-doi/may',
      steps: [
        'Trên máy mới, mở phần mềm lần đầu, bấm “Dùng làm máy thứ hai”, đặt tên máy, mật khẩu, rồi “Lưu phiếu máy mới” vào USB.',
        'Trên máy đang dùng, mở “Trao đổi”, thẻ “Máy trong đơn vị”, bấm “Thêm máy”, “Mở phiếu máy mới” và gõ mã đang hiện trên máy mới.',
        'Bấm “Xuất gói thêm máy”, mang USB sang máy mới, bấm “Nhận gói thêm máy” và gõ mã đang hiện trên máy đang dùng.',
        'Từ đó mỗi máy bấm “Xuất gói cho máy trong đơn vị” để chuyển việc của mình cho máy kia; máy kia nhận ở thẻ “Nhận về”.',
      ],
      notes: [
        'Chỉ một máy gửi và nhận với đơn vị khác. Máy đó hỏng thì ở máy còn lại bấm “Chuyển việc trao đổi sang máy này”.',
        'Máy bị mất: ở máy kia bấm “Thôi dùng”, chọn thay khóa ngay, rồi gửi phiếu kết nối mới cho các đơn vị; thẻ “Kết nối” cho biết nơi nào chưa thấy nhận.',
        'Mật khẩu ở mỗi máy đặt riêng: mở “Người dùng”, bấm “Cấp mật khẩu” cho từng người.',
      ],
    },
    {
      id: 'sap-nhap',
      title: 'Đơn vị sáp nhập vào đơn vị khác',
      steps: [
        'Đơn vị mới và đơn vị cũ kết nối với nhau: đơn vị cũ chọn “Đơn vị kế thừa đơn vị mình sau sáp nhập”, đơn vị mới chọn “Đơn vị cũ nhập vào đơn vị mình”.',
        'Đơn vị cũ mở “Trao đổi”, thẻ “Kết nối”, bấm “Bàn giao”, ghi ngày và căn cứ; xuất thêm một gói dữ liệu cho cấp trên.',
        'Đơn vị mới nhận gói bàn giao ở thẻ “Nhận về”: hồ sơ đang làm, đơn vị trực thuộc, đảng viên và chỉ tiêu chuyển sang.',
      ],
      notes: [
        'Hồ sơ đã gửi mà cấp trên chưa trả lời, hoặc đã trả lại để bổ sung, cũng chuyển sang; cấp trên trả lời về đơn vị mới.',
        'Hồ sơ đã kết thúc vẫn tính cho đơn vị cũ, không ai bị tính hai lần.',
      ],
    },
    {
      id: 'kiem-tra-may',
      title: 'Phần mềm chạy khác thường',
      page: '/kiem-tra-may',
      steps: [
        'Mở “Kiểm tra máy”, bấm “Kiểm tra”. Phần mềm thử bằng dữ liệu giả, không đụng đến hồ sơ.',
        'Bấm “Lưu báo cáo” và gửi cho người hỗ trợ. Báo cáo không có họ tên hay hồ sơ.',
        'Mở “Cài đặt”, bấm “Kiểm tra sâu” để soát lại toàn bộ nhật ký.',
      ],
    },
  ],
}
