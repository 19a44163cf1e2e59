/**
 * What to do about each finding, in the second person of an office: correct what was typed, complete the paper, hold the
 * meeting again, ask for the consent. Recording goes on in any case; a blocking finding only stops the next paper.
 */
import type { FindingCode, Severity } from '../rules/finding.ts'
import { BEFORE_ADVICE } from './findings-before.ts'

const NUMBERS = 'Đối chiếu biên bản cuộc họp rồi sửa các số đã ghi cho đúng biên bản.'
const ABSENT = 'Ghi lý do của từng đảng viên vắng mặt theo biên bản.'
const DAYS = 'Đối chiếu ngày trên giấy rồi sửa ngày đã ghi'
const NUMBER =
  'Đối chiếu sổ văn bản rồi sửa số hoặc ngày đã ghi; văn bản đã ký đúng là mang số và ngày đó thì để nguyên, ghi chú vào sổ. Văn bản của nhiệm kỳ trước không tính khi đã ghi ngày bắt đầu nhiệm kỳ trong phần cài đặt.'
const UNION =
  'Kiểm tra sổ đoàn viên, bổ sung vào thông tin cá nhân; nếu không phải đoàn viên thì chọn hình thức giới thiệu khác.'

const IN_VAIN =
  'Kiểm tra lại ngày gia hạn; nếu ghi đúng thì để nguyên, báo cáo lý do quá hạn và ra quyết định sớm nhất có thể.'

const ADVICE: { readonly [C in FindingCode]: string } = {
  ...BEFORE_ADVICE,
  'C1-young': 'Kiểm tra lại ngày sinh; nếu đúng, chờ đủ tuổi rồi chi bộ mới họp xét.',
  'C1-over':
    'Kiểm tra lại ngày sinh; nếu đúng, xin văn bản đồng ý của cấp có thẩm quyền trước khi ra quyết định và ghi văn bản đó vào hồ sơ.',
  'C1-month': 'Trao đổi với cấp ủy có thẩm quyền về cách tính tuổi, hoặc chọn ngày họp sang tháng phù hợp.',
  'C1-part': 'Bổ sung đủ ngày, tháng, năm sinh theo giấy tờ tùy thân.',
  'C1-birth': 'Bổ sung ngày, tháng, năm sinh theo giấy tờ tùy thân.',
  C2: 'Kiểm tra văn bằng rồi sửa trình độ học vấn; nếu người vào Đảng sinh sống ở địa bàn đặc thù thì đánh dấu vào thông tin cá nhân.',
  'C2-elder': 'Xin văn bản đồng ý của cấp có thẩm quyền trước khi ra quyết định và ghi văn bản đó vào hồ sơ.',
  'C2-none': 'Bổ sung trình độ học vấn theo văn bằng.',
  C3: 'Cử người vào Đảng học lại lớp bồi dưỡng nhận thức về Đảng và ghi giấy chứng nhận mới trước khi chi bộ họp xét.',
  'C3-last': 'Hỏi ý kiến cấp ủy có thẩm quyền, hoặc họp xét sớm hơn ngày này.',
  C4: 'Hoàn thiện hồ sơ để chi bộ họp xét trước ngày đó, hoặc cử học lại.',
  'C5-none': 'Lập hồ sơ: bắt đầu bằng đơn xin vào Đảng và lý lịch, rồi ghi từng giấy tờ theo danh mục.',
  C5: 'Bổ sung giấy tờ này và ghi vào hồ sơ trước khi chi bộ họp xét.',
  'C5-date': 'Ghi ngày đề trên giấy tờ này.',
  'C5-late': `${DAYS}; nếu giấy tờ thật sự lập sau cuộc họp, báo cáo cấp ủy có thẩm quyền.`,
  'C5-num': 'Ghi số và ngày của nghị quyết vào cuộc họp đó.',
  C6: 'Bổ sung giấy giới thiệu của đảng viên chính thức, ghi rõ họ tên người giới thiệu.',
  'C6-org':
    'Bổ sung nghị quyết của tổ chức đó; nếu nơi sinh hoạt không có tổ chức này thì bổ sung giấy giới thiệu của hai đảng viên chính thức.',
  'C6-age': 'Kiểm tra người vào Đảng có còn sinh hoạt Đoàn hay không; nếu không, chọn hình thức giới thiệu khác.',
  'C6-youth': 'Nếu nơi sinh hoạt có tổ chức Đoàn, ghi ngày vào Đoàn và bổ sung nghị quyết giới thiệu của Đoàn.',
  'C6-union': UNION,
  C7: 'Kiểm tra ngày công nhận chính thức; nếu đúng, chi bộ phân công đảng viên chính thức khác giới thiệu.',
  'C7-months':
    'Kiểm tra thời gian hai người cùng công tác, lao động, học tập hoặc cư trú; nếu đã quen biết trước ngày phân công thì ghi ngày đó, nếu chưa đủ thì chờ đủ rồi mới giới thiệu. Người được phân công thay thì không tính điều kiện này.',
  C8: 'Gửi công văn đề nghị thẩm tra và ghi văn bản trả lời; văn bản lưu riêng thì chỉ ghi số, ngày và nơi lưu.',
  'C8-date': `${DAYS}; nếu lý lịch đã khai lại thì đề nghị thẩm tra bổ sung.`,
  C10: 'Làm lại giấy tờ này, đề ngày sau ngày quá hạn, rồi ghi vào hồ sơ.',
  C11: `${DAYS}; đơn xin vào Đảng được viết trước, lý lịch khai sau.`,
  'C11-class': `${DAYS}; nếu đúng, nên để người vào Đảng học xong lớp rồi viết đơn.`,
  'C11-helper': `${DAYS}; nếu người vào Đảng học lớp ở nơi khác hoặc trước khi được phân công người giúp đỡ thì để nguyên.`,
  'C12-sum': NUMBERS,
  'C12-abs': ABSENT,
  'C12-excl': NUMBERS,
  'C12-votes': NUMBERS,
  'C12-share':
    'Kiểm tra các số đã ghi; nếu đúng, báo cáo đầy đủ lên cấp ủy có thẩm quyền, người vào Đảng tiếp tục được giúp đỡ và có thể được xét lại.',
  C13: 'Kiểm tra số đảng viên chính thức; nếu đúng, báo cáo cấp ủy cấp trên trực tiếp để tổ chức việc xét.',
  C14: 'Lập báo cáo kết quả cuộc họp và gửi cấp ủy có thẩm quyền.',
  C15: 'Đề nghị đảng ủy bộ phận báo cáo thẩm định rồi ghi vào hồ sơ.',
  'C15-day': 'Bổ sung ngày của báo cáo theo bản giấy; báo cáo lập sau cuộc họp chi bộ và trước cuộc họp đảng ủy cơ sở.',
  'C15-date': `${DAYS}; báo cáo lập sau cuộc họp chi bộ và trước cuộc họp đảng ủy cơ sở.`,
  'C16-share': 'Kiểm tra các số đã ghi; tỷ lệ tính trên tất cả cấp ủy viên, kể cả người vắng mặt.',
  'C16-date': `${DAYS}; đảng ủy cơ sở họp sau khi chi bộ đã họp xét.`,
  'C16-votes': NUMBERS,
  C17: 'Đôn đốc cơ quan thẩm định; nếu cần thêm thời gian, xin gia hạn và ghi rõ lý do.',
  'C17-given': IN_VAIN,
  'C17-ext': 'Báo cáo lý do quá hạn và xem xét trách nhiệm theo quy định.',
  C18: 'Đối chiếu tên cơ quan ban hành trên quyết định; nếu không đúng thẩm quyền thì báo cáo cấp ủy có thẩm quyền, quyết định kết nạp sai thẩm quyền phải được hủy.',
  'C18-void':
    'Nếu hủy vì thẩm quyền hoặc thủ tục mà người đó đủ tiêu chuẩn, đưa vào danh sách lần mới và xét lại từ đầu theo đúng quy định.',
  'C18-date': `${DAYS}; quyết định ban hành sau khi chi bộ đã họp xét.`,
  'C18-order': `${DAYS}; quyết định ban hành sau khi đảng ủy cơ sở đã họp và hồ sơ đã gửi.`,
  C19: 'Đối chiếu số thành viên và số tán thành đã ghi với biên bản.',
  C20: 'Thông báo kết quả cho chi bộ và ghi ngày chi bộ nhận được.',
  C21: 'Báo cáo lý do và xin văn bản đồng ý của cấp ủy cấp trên trực tiếp, rồi ghi văn bản đó vào hồ sơ.',
  'C21-order': `${DAYS}; lễ kết nạp tổ chức sau khi có quyết định.`,
  'C21-start': 'Ghi ngày đơn vị nhận được quyết định kết nạp.',
  C22: 'Phân công đảng viên chính thức giúp đỡ và ghi vào buổi lễ.',
  'C22-gone': 'Chi bộ phân công đảng viên chính thức khác giúp đỡ đảng viên dự bị và ghi vào hồ sơ.',
  C24: 'Chuẩn bị các giấy tờ còn thiếu và đưa việc xét công nhận vào chương trình họp chi bộ sau ngày hết thời gian dự bị.',
  C25: `${DAYS}; nếu chi bộ đã họp sớm thì họp xét lại sau khi hết thời gian dự bị và ghi cuộc họp mới.`,
  'C25-day': 'Hỏi ý kiến cấp ủy có thẩm quyền; khi chọn ngày họp, nên họp sau ngày này.',
  'C25-late': 'Đề nghị chi bộ họp xét ngay và báo cáo lý do chậm lên cấp ủy có thẩm quyền.',
  C26: 'Bổ sung giấy tờ này và ghi vào hồ sơ trước khi chi bộ xét công nhận.',
  'C26-date': 'Ghi ngày đề trên giấy tờ này.',
  'C26-late': `${DAYS}; nếu giấy tờ thật sự lập sau cuộc họp, báo cáo cấp ủy có thẩm quyền.`,
  'C26-num': 'Ghi số và ngày của nghị quyết vào cuộc họp đó.',
  'C27-sum': NUMBERS,
  'C27-abs': ABSENT,
  'C27-votes': NUMBERS,
  'C27-share':
    'Kiểm tra các số đã ghi; nếu đúng, báo cáo đầy đủ lên cấp ủy có thẩm quyền. Ba lần họp xét không đủ tỷ lệ thì báo cáo cấp ủy cấp trên trực tiếp xem xét.',
  'C27-min': 'Kiểm tra số đảng viên chính thức; nếu đúng, báo cáo cấp ủy cấp trên trực tiếp để tổ chức việc xét.',
  'C27-body': 'Kiểm tra các số đã ghi; tỷ lệ tính trên tất cả cấp ủy viên, kể cả người vắng mặt.',
  'C27-order': `${DAYS}; đảng ủy cơ sở họp sau khi chi bộ đã họp xét.`,
  'C27-sent': `${DAYS}; hồ sơ gửi sau khi các cuộc họp đã ra nghị quyết.`,
  C28: 'Đôn đốc cơ quan thẩm định; nếu cần thêm thời gian, xin gia hạn và ghi rõ lý do.',
  'C28-given': IN_VAIN,
  'C28-ext': 'Báo cáo lý do quá hạn và xem xét trách nhiệm theo quy định.',
  C29: 'Đối chiếu ngày ghi trên quyết định; nếu quyết định ghi sai, báo cáo cơ quan ban hành để ban hành lại.',
  C30: 'Đề nghị chi bộ họp lại: đề nghị công nhận nếu đủ tư cách, nếu không thì đề nghị xóa tên khỏi danh sách đảng viên dự bị.',
  'C30-short':
    'Nếu đảng viên dự bị không đủ tư cách, chi bộ họp xét và đề nghị xóa tên khỏi danh sách đảng viên dự bị; nếu còn xét lại, ghi cuộc họp sau.',
  'C30-votes':
    'Lập báo cáo gửi cấp ủy cấp trên trực tiếp và cấp ủy có thẩm quyền xem xét, rồi ghi ngày và số báo cáo vào hồ sơ.',
  'C30-no': 'Chi bộ họp xét và đề nghị xóa tên khỏi danh sách đảng viên dự bị, hoặc báo cáo lại cấp ủy có thẩm quyền.',
  C31: 'Kiểm tra ngày ra khỏi Đảng và ngày của đơn; nếu đúng, chờ đủ thời gian rồi viết lại đơn xin kết nạp lại.',
  'C31-exit': 'Kiểm tra lý do ra khỏi Đảng trong lý lịch; nếu đúng, không lập hồ sơ kết nạp lại.',
  'C31-twice': 'Kiểm tra số lần đã được kết nạp trong lý lịch; nếu đúng, không lập hồ sơ kết nạp lại.',
  'C33-time':
    'Kiểm tra thời gian ghi trên giấy giới thiệu; nếu đi hẳn thì bỏ ngày hết hạn để ghi là chuyển chính thức.',
  'C33-idle':
    'Liên hệ với đảng viên và nơi chuyển đến, ghi ngày trình giấy; nếu bỏ sinh hoạt không có lý do chính đáng thì chi bộ xem xét đề nghị xóa tên.',
  C33: 'Liên hệ nơi chuyển đến, ghi ngày trình giấy giới thiệu; nếu quá hạn thật, báo cáo lý do với cấp ủy nơi cấp giấy.',
  'C33-whole':
    'Liên hệ nơi chuyển đến để hoàn thành việc chuyển sinh hoạt và ghi ngày hoàn thành; thời gian dự bị vẫn tính tiếp.',
  'C33-paper': 'Ghi số và ngày của giấy giới thiệu vào lần chuyển đó.',
  C34: 'Thu lại lý lịch đã thẩm tra để lưu tại cấp ủy; nếu ghi nhầm, rút lại bản ghi kết thúc và ghi lại.',
  C38: NUMBER,
  'C38-date': NUMBER,
  'C38-paper': 'Đối chiếu văn bản đã ký rồi sửa số ghi sai ở một trong hai nơi.',
  C46: 'Lập phiếu báo, gửi cấp ủy cấp trên cùng hồ sơ đảng viên và ghi ngày báo.',
  F1: 'Đối chiếu với văn bản gốc. Nếu ghi sai ngày, rút lại bản ghi ở phần Diễn biến rồi ghi lại cho đúng; nếu máy đang sai ngày thì chỉnh ngày của máy.',
  P2: 'Người có thẩm quyền đối chiếu văn bản cho phép rồi xác nhận; nếu không đúng thì rút lại bản ghi chấp thuận ngoại lệ ở phần Diễn biến.',
  P1: 'Thực hiện và ghi bước này trước.',
}

const MADE_ANEW = `${DAYS}; giấy tờ làm lại sau cuộc họp để thay giấy tờ đã có, hoặc theo yêu cầu của cấp ủy có thẩm quyền, thì để nguyên.`

/** Advice on what only warns, where it is other than on what blocks. */
const WARNED: { readonly [C in FindingCode]?: string } = { 'C5-late': MADE_ANEW, 'C26-late': MADE_ANEW }

/** Why the same remark ends every piece of advice on a blocking finding. */
const LIFTED = ' Trường hợp đặc biệt, người có thẩm quyền có thể chấp thuận ngoại lệ và ghi rõ lý do.'

/**
 * Advice on a finding.
 * @param severity - only what blocks can be lifted, and a missing step never
 */
export function adviceFor(code: FindingCode, severity: Severity): string {
  const advice = (severity === 'warn' ? WARNED[code] : undefined) ?? ADVICE[code]
  return (severity === 'block' && code !== 'P1' ? advice + LIFTED : advice).normalize('NFC')
}
