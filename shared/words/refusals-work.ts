/**
 * Refusals decided by the program itself: who may do what, what a case allows now, what is written already.
 */
import type { DecisionData } from '../contract/refusals.ts'
import { actionText } from './actions.ts'
import { FIRST_DEVICE, unprovenSentences } from './exchange.ts'
import { fieldLabel, problemText } from './fields.ts'
import { findingWithArticle } from './findings.ts'
import { impossibleSentence } from './impossible.ts'
import { EXTENDABLE_LIMITS, SENT_LISTS, SHORT_VOTE_BODIES } from './labels-before.ts'
import { CAPACITIES, CONFLICT, labelOf, MATTERS, ROLES, STAGES, type Labels } from './labels.ts'
import { HOLIDAY_PROBLEMS } from './inputs.ts'
import { ruleValueName } from './rule-values.ts'
import { paperName, STEPS } from './labels-rules.ts'
import type { ClassRefusal } from './refusals-classes.ts'
import { FOLLOW_LOST, FOLLOW_RECORDED, type FollowRefusal } from './refusals-follow.ts'
import type { SentencesFor } from './refusals.ts'
import { sendAll } from './refusals-bundle.ts'
import { listOf, lower, quote, showDay, showNumber, showOffice, showSize } from './show.ts'

/** Refusals of the program itself. */
export const WORK_SENTENCES: SentencesFor<Exclude<keyof DecisionData, 'ROW_REFUSED' | ClassRefusal | FollowRefusal>> = {
  UNKNOWN_NAME: ({ name }) =>
    `Phiên bản này không có chức năng vừa được gọi${name === '' ? '' : ` (${quote(name)})`}. Đóng phần mềm rồi mở lại; nếu vẫn gặp, cập nhật phần mềm.`,
  INVALID_INPUT: ({ problems }) =>
    problems.length === 0
      ? 'Nội dung nhập chưa đúng. Kiểm tra lại các mục rồi làm lại.'
      : `Nội dung nhập chưa đúng: ${problems.map(({ path, problem }) => `${quote(fieldLabel(path))} ${problemText(problem)}`).join('; ')}.`,
  NOT_SET_UP: () =>
    'Máy này chưa thiết lập đơn vị. Làm theo các bước thiết lập lần đầu, hoặc khôi phục từ bản sao lưu.',
  ALREADY_SET_UP: () =>
    'Máy này đã thiết lập đơn vị. Mở khóa bằng tên đăng nhập và mật khẩu đã đặt; nếu lần thiết lập trước dở dang, nhập lại đúng mật khẩu của lần đó.',
  LOCKED: () => 'Phần mềm đang khóa. Nhập mật khẩu để mở khóa rồi làm lại.',
  BUSY: ({ job }) => `Phần mềm đang bận ${actionText(job)}. Chờ xong, hoặc dừng việc đó rồi làm lại.`,
  CANCELLED: () => 'Đã dừng theo yêu cầu, không có gì thay đổi. Có thể làm lại bất cứ lúc nào.',
  FORBIDDEN_ROLE: ({ roles }) =>
    `Việc này dành cho vai trò ${roles.map((role) => quote(labelOf(ROLES, role))).join(' hoặc ')}. Nhờ người có vai trò đó làm, hoặc đề nghị quản trị viên giao thêm vai trò.`,
  FORBIDDEN_CAPACITY: ({ capacity }) =>
    `Đơn vị mình chưa có chức năng ${lower(labelOf(CAPACITIES, capacity))} trong trường hợp này. Nếu cần, quản trị viên bổ sung chức năng và ngày bắt đầu trong thông tin đơn vị.`,
  CALL_REUSED: ({ name }) =>
    `Lần ghi này trùng mã với một lần ghi khác (${actionText(name)}) nên chưa được ghi. Mở lại trang và làm lại từ đầu.`,
  RULE_SET_UNREADABLE: ({ name, needs }) =>
    `Phiên bản này chưa dùng được bộ quy định ${quote(name)}: chưa biết ${quote(needs)}. Cập nhật phần mềm, hoặc sửa chỗ đó trong bộ quy định.`,
  RULE_ADDRESS_UNKNOWN: ({ set, address }) =>
    `Bộ quy định ${quote(set)} không có giá trị ${quote(address)} trong phiên bản này. Mở lại trang bộ quy định và chọn giá trị trong danh sách.`,
  RULE_VALUE_UNFIT: ({ set, address }) =>
    `Giá trị mới không dùng được cho ${quote(ruleValueName({ papers: [] }, address))} của bộ quy định ${quote(set)}. Nhập giá trị cùng loại với giá trị đang dùng.`,
  HOLIDAYS_UNFIT: ({ year, problem }) =>
    `Lịch nghỉ năm ${year} chưa ghi được: ${HOLIDAY_PROBLEMS[problem]}. Sửa lại rồi ghi.`,
  NOT_FOUND: ({ what, id }) => notFound(what, id),
  LOGIN_TAKEN: ({ login }) => `Tên đăng nhập ${quote(login)} đã có người dùng. Chọn tên đăng nhập khác.`,
  LAST_ADMINISTRATOR: () =>
    'Đây là quản trị viên duy nhất của đơn vị. Giao vai trò quản trị viên cho một người khác trước, rồi làm lại.',
  UNIT_NOT_KEPT_HERE: ({ unit, keeper }, names) =>
    `${quote(unit)} do ${showOffice(keeper, names)} ghi chép, đơn vị mình không sửa được. Đề nghị nơi đó ghi và gửi gói dữ liệu.`,
  UNIT_CLOSED: ({ unit, to }) =>
    `${quote(unit)} chỉ hoạt động đến hết ngày ${showDay(to)}. Chọn đơn vị trực thuộc đang hoạt động, hoặc sửa ngày kết thúc.`,
  CASE_NOT_KEPT_HERE: ({ name, keeper }, names) =>
    `Hồ sơ của ${name} do ${showOffice(keeper, names)} quản lý, đơn vị mình không sửa được. Đề nghị nơi đó ghi và gửi gói dữ liệu.`,
  CASE_ENDED: ({ name, stage }) =>
    `Việc theo dõi ${name} đã kết thúc: ${lower(labelOf(STAGES, stage))}. ${
      stage === 'refused' ? '' : 'Nếu ghi nhầm, rút lại bản ghi kết thúc. '
    }Nếu xét lại từ đầu, đưa vào danh sách lần mới.`,
  IDENTITY_NUMBER_TAKEN: ({ number, name }) =>
    `Số định danh cá nhân ${number} đã ghi cho ${name}. Đối chiếu giấy tờ tùy thân của hai người; nếu là một người, dùng hồ sơ đã có; nếu là hai người, đánh dấu đã đối chiếu rồi ghi lại.`,
  IMPOSSIBLE: ({ what, data }) => impossibleSentence(what, data),
  BLOCKED: ({ step, findings }) => blocked(step, findings),
  NOT_SUBMITTED: ({ name }) =>
    `Hồ sơ của ${name} chưa được gửi lên cấp ủy có thẩm quyền. Gửi hồ sơ trước, hoặc chờ gói dữ liệu của đơn vị đề nghị.`,
  ALREADY_SUBMITTED: ({ name, date }) =>
    `Hồ sơ của ${name} đã gửi ngày ${showDay(date)} và đang chờ trả lời. Có thêm nội dung, hoặc nơi nhận chưa có lần gửi đó, thì dùng “Gửi hồ sơ bổ sung”.`,
  SENT_UP: ({ name, date }) =>
    `Hồ sơ của ${name} đã gửi ngày ${showDay(date)} nên không đưa người này ra khỏi danh sách nguồn được. Bỏ chọn người này rồi ghi lại; nếu thôi không xét thì mở hồ sơ, dùng “Kết thúc theo dõi, xin rút hồ sơ”.`,
  ALREADY_ANSWERED: ({ name, what, date }) =>
    what === 'returned'
      ? `Hồ sơ của ${name} đã được trả lại để bổ sung ngày ${showDay(date)}. Chờ đơn vị đề nghị gửi hồ sơ bổ sung.`
      : `Hồ sơ của ${name} đã được tiếp nhận ngày ${showDay(date)}. Không cần ghi lại; nếu ghi sai ngày, rút lại bản ghi đó.`,
  ALREADY_DECIDED: ({ name, number, date }) =>
    `Đã có quyết định số ${number} ngày ${showDay(date)} đối với ${name}. Quyết định đã ban hành không sửa, không rút lại được; ghi văn bản mới nếu có.`,
  NO_DECISION: ({ name }) =>
    `Chưa có quyết định đối với ${name}. Nhận gói dữ liệu của cấp ủy có thẩm quyền, hoặc ghi quyết định theo văn bản giấy trước.`,
  NOT_ADMITTED: ({ name }) =>
    `Quyết định đối với ${name} không phải là quyết định kết nạp nên không ghi được việc này. Kiểm tra lại người đã chọn.`,
  NOT_IN_PROBATION: ({ name }) =>
    `Chưa ghi lễ kết nạp của ${name} nên không ghi được việc của đảng viên dự bị. Ghi lễ kết nạp trước.`,
  NOT_RECOGNISED: ({ name }) =>
    `Chưa có quyết định công nhận ${name} là đảng viên chính thức nên không ghi được thẻ đảng viên. Ghi quyết định công nhận trước.`,
  ALREADY_RECORDED: ({ what, date }) =>
    `${labelOf(RECORDED, what)} đã được ghi, ngày ${showDay(date)}. Nếu ghi sai, rút lại bản ghi đó rồi ghi lại.`,
  NUMBER_TAKEN: ({ number, name }) =>
    `Số quyết định ${number} đã dùng cho ${name} trong nhiệm kỳ này. Kiểm tra lại số trên quyết định; nếu văn bản đã ký đúng là trùng số thì đánh dấu “Văn bản ghi trùng số” rồi ghi lại.`,
  REVIEWER_UNFIT: ({ name }) =>
    `${name} không còn dùng phần mềm hoặc không có vai trò thẩm định nên không giao hồ sơ được. Chọn người khác, hoặc đề nghị quản trị viên giao vai trò.`,
  IN_OTHER_MEETING: ({ name, date }) =>
    `Hồ sơ của ${name} đã có trong cuộc họp ngày ${showDay(date)}. Bỏ hồ sơ khỏi cuộc họp đó trước, rồi đưa vào cuộc họp này.`,
  NOT_IN_MEETING: ({ name, date }) =>
    `Hồ sơ của ${name} không có trong danh sách trình cuộc họp ngày ${showDay(date)}. Thêm hồ sơ vào cuộc họp trước, rồi ghi lại.`,
  MEETING_CANCELLED: ({ date }) =>
    `Cuộc họp ngày ${showDay(date)} đã hủy nên không ghi tiếp được. Lập cuộc họp khác và đưa các hồ sơ vào đó.`,
  MEETING_VOTED: ({ name }) =>
    `Cuộc họp đã biểu quyết về hồ sơ của ${name} nên không bỏ hồ sơ này ra và không hủy cuộc họp được. Nếu ghi nhầm, rút lại bản ghi biểu quyết trước.`,
  NO_VOTES: ({ name }) =>
    `Chưa ghi số phiếu đối với ${name}. Ghi số tán thành và không tán thành theo biên bản, hoặc chọn để lại chưa biểu quyết.`,
  NOT_VOTED: ({ name, why }) =>
    why === 'none'
      ? `Chưa ghi biểu quyết của cuộc họp đối với ${name}. Ghi biểu quyết trước, rồi ghi quyết định.`
      : `Cuộc họp để lại, chưa quyết định đối với ${name}. Đưa hồ sơ này vào cuộc họp sau.`,
  NOT_IN_UNIT: ({ name, unit }) =>
    `${name} thuộc ${quote(unit)}, không thuộc đơn vị đang rà soát. Bỏ người này khỏi danh sách đưa ra, hoặc rà soát ở đơn vị đó.`,
  VOTE_NOT_SHORT: ({ name, body }) =>
    `Không có lần biểu quyết nào của ${lower(SHORT_VOTE_BODIES[body])} đối với ${name} mà không đủ tỷ lệ tán thành nên không có gì để báo cáo. Ghi cuộc họp trước, hoặc kiểm tra lại số phiếu.`,
  LIMIT_FIXED: ({ limit }) =>
    `${labelOf(EXTENDABLE_LIMITS, limit)} không được gia hạn theo bộ quy định đang áp dụng. Kiểm tra lại thời hạn đã chọn.`,
  NOT_REFUSED: ({ name }) =>
    `Quyết định đối với ${name} không phải là quyết định không đồng ý nên không ghi được thông báo này. Kiểm tra lại người đã chọn.`,
  NOT_DECIDER: ({ unit }) =>
    `Đơn vị mình không quyết định đối với ${quote(unit)}. Nếu cấp ủy có thẩm quyền đã trả lời bằng văn bản, đánh dấu “Theo văn bản giấy” rồi ghi lại.`,
  PAPER_UNKNOWN: ({ paper }) =>
    `Bộ quy định đang áp dụng không có loại giấy tờ này. Chọn lại trong danh mục giấy tờ (mã đã nhập: ${paper}).`,
  PAPER_KEPT_OUTSIDE: ({ paper }) =>
    `${named(paper)} được ghi là lưu riêng, không đưa vào phần mềm, nên không kèm bản quét. Bỏ bản quét ra, hoặc chọn lưu trong phần mềm.`,
  TOO_MANY_PAPERS: ({ name, most }) =>
    `Hồ sơ của ${name} đã có ${showNumber(most)} giấy tờ, nhiều nhất mà một hồ sơ gửi đi chứa được, nên không ghi thêm được. Xem lại danh mục giấy tờ của hồ sơ: rút lại giấy tờ ghi trùng, hoặc ghi bản mới thay cho giấy tờ đã có. Giấy tờ nhiều trang thì ghi một lần, kèm nhiều bản quét.`,
  CASE_TOO_LARGE: ({ name, what, matter, count, most }) =>
    what === 'bytes'
      ? `Phần ghi chép trong hồ sơ của ${name} chiếm ${showSize(count)}, quá mức ${showSize(most, 'down')} mà một lần gửi đi hoặc bàn giao chứa được, nên chưa gửi được. Giấy tờ có rất nhiều bản quét thì gộp thành một tệp PDF, ghi bản mới thay cho giấy tờ đó; rút lại giấy tờ ghi trùng rồi làm lại.`
      : `Hồ sơ của ${name} có ${showNumber(count)} ${SENT_LISTS[what]}${matter === null ? '' : ` (${lower(MATTERS[matter])})`}, quá số ${showNumber(most)} mà một lần gửi đi hoặc bàn giao chứa được, nên chưa gửi được. Mở hồ sơ, rút lại những bản ghi trùng hoặc ghi nhầm cho đến khi còn nhiều nhất ${showNumber(most)}, rồi làm lại. Phần do đơn vị khác ghi thì đề nghị đơn vị đó rút lại.`,
  NOTHING_CHANGED: () =>
    'Nội dung không khác với nội dung đã ghi nên không có gì để lưu. Sửa ít nhất một mục rồi lưu lại.',
  NOT_RETRACTABLE: ({ why }) => NOT_RETRACTABLE[why],
  NOT_ERASABLE: ({ name, why }) => `Chưa xóa dữ liệu của ${name}: ${NOT_ERASABLE[why]}`,
  MOVE_NEEDS_SUPERIOR: () =>
    'Đơn vị mình chưa kết nối với cấp trên dùng phần mềm nên chưa chuyển hồ sơ trong phần mềm được. Chuyển bằng văn bản giấy và ghi ở mục Chuyển đi nơi khác.',
  UNIT_NOT_ELSEWHERE: ({ unit }) =>
    `${quote(unit)} không do đơn vị cấp dưới nào đang kết nối ghi chép nên chưa giao hồ sơ cho nơi đó được. Kết nối với đơn vị nhận và nhận gói dữ liệu có chi bộ của họ trước.`,
  ALREADY_KEPT_THERE: ({ name, keeper }, names) =>
    `Hồ sơ của ${name} đã do ${showOffice(keeper, names)} quản lý. Không cần giao nữa.`,
  SNAPSHOT_NEEDED: ({ name, keeper }, names) =>
    `Ở đây mới có dòng danh sách của ${name}. Đề nghị ${showOffice(keeper, names)} ghi việc đề nghị chuyển hồ sơ và gửi gói dữ liệu, rồi giao.`,
  PROPOSAL_OUTDATED: ({ name, keeper }, names) =>
    `Sau khi đề nghị chuyển hồ sơ của ${name}, ${showOffice(keeper, names)} đã ghi thêm; phần ghi thêm chưa có trong hồ sơ đã gửi. Nhờ nơi đó lập lại đề nghị chuyển và gửi gói dữ liệu, rồi giao; nếu phải giao ngay, mở hồ sơ, đánh dấu ${quote(fieldLabel('asProposed'))} khi giao.`,
  DOSSIER_OPEN: ({ name }) => `Hồ sơ của ${name} đã gửi và đang chờ trả lời. Trả lời hồ sơ này trước, rồi chuyển.`,
  CONFLICT_OPEN: ({ name, fields, others }) =>
    `Hồ sơ của ${name} có mục ${listOf(fields.map((field) => quote(fieldLabel(field))))} đang ghi hai nội dung khác nhau, mà hồ sơ chuyển đi chỉ mang theo được một. Mở hồ sơ, đối chiếu với giấy tờ ở phần ${quote(CONFLICT)}, rồi chuyển.${
      others === 0 ? '' : ` Còn ${showNumber(others)} hồ sơ khác cũng chưa đối chiếu.`
    }`,
  NOTHING_TO_ERASE: () =>
    'Không còn đề nghị xóa nào chờ trả lời về người này. Mở lại trang để xem tình trạng mới nhất.',
  REASON_NEEDED: ({ settles }) =>
    settles === true
      ? 'Chọn một trong các nội dung ghi khác nhau thì phải ghi lý do, để người đã ghi nội dung kia biết vì sao. Ghi lý do rồi làm lại.'
      : 'Nội dung này đã gửi cho đơn vị khác nên phải ghi lý do; nơi nhận sẽ thấy lý do đó. Ghi lý do rồi làm lại.',
  PEER_IS_SELF: () => 'Đây là phiếu kết nối của chính đơn vị mình. Xin phiếu kết nối của đơn vị kia rồi nhận phiếu đó.',
  CARD_UNREADABLE: () =>
    'Phiếu kết nối không đọc được hoặc đã bị sửa. Xin đơn vị kia gửi lại tệp phiếu, không mở ra sửa và không chép tay.',
  CARD_WITHOUT_PROOF: ({ name }) =>
    `Phiếu ghi là của ${name} nhưng không kèm phần chứng minh các lần thay khóa; máy này chưa từng kết nối với đơn vị đó nên không nhận được phiếu. Mã QR trên phiếu giấy thường thiếu phần này khi đơn vị đã thay khóa nhiều lần: đề nghị ${name} bấm “Lưu phiếu kết nối” và chuyển tệp đó, rồi mở tệp. Nếu đơn vị đó chưa từng thay khóa thì không dùng phiếu này.`,
  CARD_DIGITS_DIFFER: () =>
    'Mã đối chiếu không khớp với phiếu kết nối nên dừng ở đây, chưa có gì thay đổi. Gọi đến số điện thoại đã biết từ trước, nghe và gõ lại đủ 24 chữ số; nếu vẫn không khớp thì không dùng phiếu này.',
  CARD_CODE_TAKEN: ({ code, name }) =>
    `Mã đơn vị ${quote(code)} trên phiếu kết nối đã là mã của ${name}. Đề nghị đơn vị kia đổi mã trong thông tin đơn vị rồi lập phiếu mới.`,
  CARD_REVOKED: ({ name }) =>
    `Phiếu kết nối này dùng khóa đã bị hủy của ${name}. Đề nghị nơi đó lập phiếu mới và đối chiếu lại qua điện thoại.`,
  RECOVERY_UNPROVEN: ({ name }) =>
    `Gói khôi phục của ${name} có bản ghi mang tên đơn vị mình nhưng không kèm chữ ký của đơn vị mình làm chứng. Không nhận gói này; gọi điện cho ${name}, đề nghị xuất lại gói khôi phục trên máy vẫn nhận gói của đơn vị mình.`,
  NO_LINES_LOST: () =>
    'Không có bản ghi nào của đơn vị mình bị thiếu mà nơi khác đang giữ hoặc bản ghi khác đang chờ, nên không có gì để coi là đã mất.',
  RECOVERY_NO_PROOF: ({ name, unproven }) => unprovenSentences(name, unproven).join(' '),
  NOT_EXCHANGE_DEVICE: ({ name }) =>
    `Máy này không trao đổi trực tiếp với đơn vị khác. Việc này làm trên máy trao đổi của đơn vị${name === null || name === FIRST_DEVICE ? '' : ` (${name})`}; trên máy này, xuất gói cho máy đó ở mục Máy trong đơn vị. Nếu máy trao đổi đã hỏng hoặc mất, quản trị viên chuyển việc trao đổi sang máy này ở cùng mục đó.`,
  DEVICE_DIGITS_DIFFER: () =>
    'Mã đối chiếu không khớp nên dừng ở đây, chưa có gì thay đổi. Nhìn lại màn hình của máy kia, gõ đủ 24 chữ số; nếu vẫn không khớp thì tệp đã bị thay hoặc đã cũ: lập phiếu mới và làm lại từ đầu.',
  DEVICE_CARD_UNREADABLE: () =>
    'Phiếu máy mới không đọc được hoặc đã bị sửa. Trên máy mới lập lại phiếu rồi chép tệp đó, không mở ra sửa.',
  DEVICE_IS_SELF: () =>
    'Phiếu này là của chính máy đang dùng. Lập phiếu trên máy cần thêm vào đơn vị, rồi mở phiếu đó tại đây.',
  DEVICE_UNKNOWN: () =>
    'Không có máy nào khác để trao đổi trong đơn vị. Mở Trao đổi, mục Máy trong đơn vị, xem lại danh sách; muốn thêm máy thì lập phiếu trên máy mới.',
  DEVICE_NOT_READY: ({ names: [first = '', ...more] }) => {
    const each = more.length === 0 ? 'Trên máy đó' : 'Trên từng máy'
    return `Chưa nhận gói đầu tiên của ${listOf([first, ...more])} nên chưa biết khóa của ${more.length === 0 ? 'máy đó' : 'các máy đó'}. ${each} nhận gói thêm máy, xuất gói cho máy này, rồi nhận gói đó tại đây trước. Đã nhận gói của máy nào mà vẫn báo như vậy: ${sendAll('máy đó')}.`
  },
  DEVICE_REMOVED: ({ name }) =>
    `Gói này do ${name} lập, máy đó đã được ghi là thôi dùng nên không nhận nữa. Nếu máy vẫn được dùng, quản trị viên thêm lại máy đó vào đơn vị.`,
  DEVICE_KEYS_OLD: ({ here }) =>
    here
      ? 'Khóa của đơn vị đã được thay trên máy trao đổi, máy này còn giữ khóa cũ nên chưa mở được gói. Mở Trao đổi, mục Máy trong đơn vị, chọn Nhận khóa mới của đơn vị.'
      : 'Máy lập gói này còn dùng khóa cũ của đơn vị. Trên máy đó mở Trao đổi, mục Máy trong đơn vị, chọn Nhận khóa mới của đơn vị, rồi xuất lại gói.',
  DEVICE_NOT_ASKED: () =>
    'Máy này chưa lập phiếu máy mới, hoặc phiếu đã dùng xong. Lập phiếu trước, mang đến máy trao đổi của đơn vị, rồi mới nhận gói thêm máy.',
  DEVICE_NEEDS_ADMINISTRATOR: ({ login }) =>
    `Trong đơn vị không có quản trị viên nào có tên đăng nhập ${quote(login)}. Nhập tên đăng nhập của một quản trị viên đang dùng ở máy trao đổi; sau đó người này cấp mật khẩu cho người khác trên máy này.`,
  DEVICE_PASSPHRASE_DIFFERS: () =>
    'Mật khẩu mở máy này không giống mật khẩu đã đặt khi lập phiếu máy mới. Kiểm tra bộ gõ tiếng Việt và phím chữ hoa rồi gõ lại; nếu quên, bấm “Quay lại”, lập phiếu máy mới với mật khẩu khác rồi mang phiếu đó đến máy trao đổi.',
  ENROLMENT_NOT_FOUND: () =>
    'Không thấy gói thêm máy dành cho máy này ở nơi đã chọn. Chọn đúng USB hoặc thư mục, kiểm tra đã chép đủ các tệp, cả tệp có đuôi .keys.age; nếu đã lập phiếu mới thì nhờ máy trao đổi xuất lại theo phiếu đó.',
  NOT_A_SUCCESSOR: ({ name }) =>
    `${name === null ? 'Nơi đã chọn' : name} chưa được kết nối là đơn vị kế thừa của đơn vị mình. Nhận phiếu kết nối của đơn vị mới, so các chữ số qua điện thoại, chọn quan hệ là đơn vị kế thừa, rồi mới bàn giao.`,
  PEER_REVOKED: ({ name }) =>
    `Kết nối với ${name} đã hủy trước đây. Muốn trao đổi lại thì nhận phiếu kết nối mới của đơn vị đó và so lại các chữ số qua điện thoại.`,
  PEER_SET_UNKNOWN: ({ name }) =>
    `Máy này chưa nhận gói đã chọn của ${name}, nên không biết dừng ở đâu. Chọn một gói trong danh sách các gói đã nhận, hoặc để trống để công nhận mọi bản ghi đã nhận.`,
  PEER_UNKNOWN: ({ office }, names) =>
    `Đơn vị mình chưa kết nối với ${showOffice(office, names)}, hoặc đã hủy kết nối. Trao đổi phiếu kết nối và đối chiếu qua điện thoại trước.`,
  NOTHING_TO_EXPORT: ({ name }) =>
    name === ''
      ? 'Chưa kết nối với đơn vị nào nên chưa có nơi nhận. Trao đổi phiếu kết nối trước rồi xuất gói dữ liệu.'
      : `Không có gì mới để gửi ${name}. Nơi nào bị mất gói trước thì chọn nơi đó ở ô “Gửi cho”, đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất.`,
  NOTHING_TO_GIVE_BACK: ({ name }) =>
    `Máy này chưa nhận bản ghi nào của ${name} nên không có gì để trả lại. Nếu đơn vị mình từng nhận gói của nơi đó trên máy khác, xuất gói khôi phục ở máy đó.`,
  NO_SETS: ({ folder, others, isPartial }) =>
    isPartial
      ? `Chưa thấy gói dữ liệu nào cho đơn vị mình trong ${quote(folder)}, nhưng ở đó có quá nhiều tệp nên phần mềm chưa xem hết. Bấm “Chọn thư mục” và chọn chính thư mục chứa gói.`
      : others === 0
        ? `Không tìm thấy gói dữ liệu nào trong ${quote(folder)}. Kiểm tra đã chọn đúng USB hoặc thư mục; gói nằm sâu hơn ba cấp thư mục thì chọn chính thư mục đó, gói đã xóa vào thùng rác thì khôi phục lại; nếu tệp bị mất, đề nghị nơi gửi xuất lại.`
        : `Trong ${quote(folder)} chỉ có ${showNumber(others)} gói gửi cho đơn vị khác, không có gói cho đơn vị mình. Để nguyên các gói đó và đề nghị nơi gửi xuất gói cho đơn vị mình.`,
  FOLDER_MISSING: ({ folder }) =>
    `Không tìm thấy thư mục ${quote(folder)}. Cắm lại USB hoặc ổ đĩa, hoặc chọn thư mục khác.`,
  FOLDER_NOT_EMPTY: ({ folder }) =>
    `Thư mục dữ liệu ${quote(folder)} của máy này đã có tệp nên phần mềm không ghi dữ liệu của đơn vị vào đó, để khỏi ghi đè. Chuyển các tệp ấy sang thư mục khác rồi làm lại.`,
  NO_DIALOG: () =>
    'Máy này thiếu chương trình mở hộp chọn tệp cho bản chạy tạm. Cài “zenity” hoặc “kdialog”, hoặc dùng bản chính thức trên máy bàn. USB cắm vào máy vẫn chọn được ở trang Trao đổi.',
  NO_PRINTER: () =>
    'Máy này chưa cài máy in nào. Cài và bật máy in rồi in lại; nếu chưa có máy in thì chép tay những gì đang hiện.',
  PRINT_FAILED: () => 'Máy in chưa in được. Xem máy in đã bật, còn giấy và còn mực chưa, rồi in lại.',
  NOT_A_PDF: () => 'Bản in chưa tạo được. Bấm lưu lại; nếu vẫn vậy thì đóng và mở lại phần mềm.',
  PATH_NOT_CHOSEN: () => 'Nơi lưu này chưa được chọn từ khi mở phần mềm. Chọn lại USB, thư mục hoặc tệp rồi làm lại.',
  DOCUMENT_INCOMPLETE: ({ missing }) =>
    `Chưa lập được văn bản vì còn thiếu ${showNumber(missing.length)} nội dung: ${missing.map(({ label }) => quote(label)).join(', ')}. Bổ sung rồi làm lại.`,
  ROWS_ALIKE: ({ rows, number }) =>
    `Dòng ${rows[0]} và dòng ${rows[1]} cùng ghi số định danh cá nhân ${number}. Bỏ bớt một dòng hoặc sửa lại số.`,
  LATER_WORK: ({ name, why }) =>
    why === 'sent'
      ? `Thông tin của ${name} đã gửi cho đơn vị khác nên không hoàn tác cả lần nhập được. Đưa từng người ra khỏi danh sách và ghi lý do.`
      : `Sau lần nhập đã có việc ghi tiếp cho ${name} nên không hoàn tác cả lần nhập được. Rút lại từng bản ghi, hoặc đưa từng người ra khỏi danh sách.`,
  SECRET_IN_ARGUMENT: () =>
    'Mật khẩu và phiếu khôi phục không được viết trên dòng lệnh, vì người khác dùng máy có thể đọc được. Đưa vào bằng tệp hoặc gõ trực tiếp khi được hỏi.',
}

const RECORDED: Readonly<Record<string, string>> = {
  'decision.receiptRecorded': 'Việc nhận quyết định',
  'ceremony.recorded': 'Lễ kết nạp',
  'class.nominated': 'Đề nghị cử đi học lớp này',
  'shortVote.reported': 'Báo cáo về lần biểu quyết đó',
  'class.forwarded': 'Việc chuyển người này cho trung tâm chính trị',
  'verification.received': 'Ngày nơi thẩm tra nhận được đề nghị',
  'verification.answered': 'Trả lời rõ ràng cho đề nghị thẩm tra này',
  'verification.waived': 'Việc không phải thẩm tra lại người này',
  'limit.extended': 'Việc gia hạn thời hạn này',
  'refusal.notified': 'Việc thông báo quyết định này',
  'card.issued': 'Việc phát thẻ đảng viên',
  'consent.requested': 'Việc xin ý kiến về nội dung này',
  'consent.recorded': 'Văn bản trả lời này',
  ...FOLLOW_RECORDED,
  'departure.reported': 'Việc báo đảng viên từ trần, ra khỏi Đảng',
}

const NOT_RETRACTABLE: Labels<DecisionData['NOT_RETRACTABLE']['why']> = {
  kind: 'Loại bản ghi này không rút lại được. Ghi tiếp một bản ghi mới để điều chỉnh.',
  namedByOther:
    'Đơn vị khác đã trả lời theo bản ghi này nên không rút lại được. Trao đổi với nơi đó và ghi tiếp bản ghi điều chỉnh.',
  decided: 'Đã có quyết định nên bản ghi này không rút lại được. Ghi tiếp bản ghi điều chỉnh, nêu rõ lý do.',
  notOurs: 'Bản ghi này do đơn vị khác lập, chỉ nơi đó rút lại được. Đề nghị nơi đó rút lại và gửi gói dữ liệu.',
  inUse:
    'Đơn vị này đã có người theo dõi, đảng viên hoặc đơn vị trực thuộc nên không rút lại được. Ghi ngày kết thúc hoạt động của đơn vị nếu đơn vị không còn.',
  already: 'Bản ghi này đã được rút lại từ trước. Không cần làm gì thêm.',
}

const NOT_ERASABLE: Labels<DecisionData['NOT_ERASABLE']['why']> = {
  admitted: 'người này đã được kết nạp, hồ sơ đảng viên phải lưu giữ theo quy định.',
  submitted: 'hồ sơ đã gửi và đang chờ trả lời. Chờ trả lời, hoặc ghi việc rút hồ sơ trước.',
  goesOn: 'việc theo dõi chưa kết thúc. Ghi kết thúc theo dõi trước, rồi xóa.',
  keptElsewhere: 'nơi đang quản lý hồ sơ chưa đề nghị xóa. Chờ đề nghị của nơi đó, hoặc ghi không xóa và nêu lý do.',
}

function notFound(what: string, id: string): string {
  switch (what) {
    case 'case':
      return 'Không tìm thấy người đã chọn trong danh sách. Tìm lại theo họ tên; có thể hồ sơ chưa được nhận về máy này.'
    case 'unit':
      return 'Không tìm thấy đơn vị trực thuộc đã chọn. Chọn lại trong danh sách đơn vị.'
    case 'member':
      return 'Không tìm thấy đảng viên đã chọn trong danh bạ. Chọn lại, hoặc ghi họ tên.'
    case 'user':
      return 'Không tìm thấy người dùng đã chọn. Mở lại danh sách người dùng rồi chọn lại.'
    case 'entry':
      return 'Không tìm thấy bản ghi đã chọn. Mở lại trang rồi chọn lại.'
    case 'scan':
      return 'Bản quét kèm theo chưa có trong kho. Chọn lại tệp bản quét rồi ghi lại.'
    case 'print':
      return 'Nhật ký không có lần in nào như vậy của người dùng này, hoặc đã ghi là chưa in. Không phải làm gì thêm.'
    case 'paper':
      return 'Không tìm thấy giấy tờ cần thay trong hồ sơ. Mở lại hồ sơ rồi chọn lại.'
    case 'lift':
      return 'Không còn chấp thuận ngoại lệ nào như vậy chờ xác nhận: đã có người xác nhận hoặc rút lại. Mở lại hồ sơ.'
    case 'relative':
      return 'Không tìm thấy người thân đã chọn trong lý lịch. Ghi người đó vào lý lịch trước, rồi chọn lại.'
    case 'verification':
      return 'Không tìm thấy lần đề nghị thẩm tra đã chọn. Chọn lại, hoặc ghi một lần đề nghị mới.'
    case 'class':
      return 'Không tìm thấy lớp đã chọn. Mở lại danh sách lớp rồi chọn lại.'
    case 'ruleSet':
      return `Phiên bản này không có bộ quy định ${quote(id)}. Chọn bộ quy định có trong danh sách, hoặc cập nhật phần mềm.`
    case 'definition':
      return 'Báo cáo thường dùng này đã được bỏ hoặc không có. Mở lại danh sách báo cáo thường dùng rồi chọn lại.'
    case 'report':
      return 'Không tìm thấy báo cáo đã chọn. Mở lại danh sách báo cáo rồi chọn lại.'
    case 'meeting':
      return 'Không tìm thấy cuộc họp đã chọn. Mở lại danh sách cuộc họp rồi chọn lại.'
    case 'backupFolder':
      return 'Chưa chọn nơi sao lưu. Cắm USB sao lưu và chọn thư mục trong phần thiết lập, rồi sao lưu lại.'
    default:
      return FOLLOW_LOST[what] ?? 'Không tìm thấy nội dung đã chọn. Mở lại trang rồi chọn lại.'
  }
}

function named(paper: string): string {
  const name = paperName(paper)
  return name === null ? 'Giấy tờ này' : quote(name)
}

function blocked(step: string, findings: DecisionData['BLOCKED']['findings']): string {
  const points = findings.map((found, place) =>
    findings.length === 1 ? findingWithArticle(found) : `(${place + 1}) ${findingWithArticle(found)}`,
  )
  const end = findings.some(({ code }) => code !== 'P1')
    ? 'Xử lý từng điểm, hoặc người có thẩm quyền chấp thuận ngoại lệ và ghi rõ lý do.'
    : 'Ghi bước còn thiếu rồi làm lại.'
  return `Chưa thể ${lower(labelOf(STEPS, step))} vì còn ${showNumber(findings.length)} điểm phải xử lý. ${points.join(' ')} ${end}`
}
