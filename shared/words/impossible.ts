/**
 * Sentences for what is refused because it cannot be: more votes than voters, a day before birth. A total map over the
 * codes of shared/rules/impossible.ts and of the commands; the data come as they are, so they are only shown.
 */
import type { OtherImpossible } from '../commands/marks.ts'
import type { ImpossibleCode, Roll } from '../rules/impossible.ts'
import { fieldLabel } from './fields.ts'
import { DECISION_OUTCOMES, labelOf, MATTERS, type Labels } from './labels.ts'
import { CLASS_IMPOSSIBLE } from './refusals-classes.ts'
import { FOLLOW_IMPOSSIBLE } from './refusals-follow.ts'
import { quote, showDay, showDayWithWord, showValue, upper } from './show.ts'

type Facts = Readonly<Record<string, unknown>>

const ROLLS: Labels<Roll> = {
  official: 'đảng viên chính thức',
  probationary: 'đảng viên dự bị',
  committee: 'cấp ủy viên',
}

const CHECK = 'Kiểm tra lại ngày trên giấy rồi nhập lại.'
const COUNT = 'Kiểm tra lại theo biên bản rồi nhập lại.'

const SENTENCES: { readonly [Code in ImpossibleCode | OtherImpossible]: (facts: Facts) => string } = {
  dateAfterToday: ({ field, date, today }) =>
    `${fieldOf(field)} (${showDay(date)}) không thể sau hôm nay (${showDay(today)}). ${CHECK}`,
  dateBeforeBirth: ({ field, date, birth }) =>
    `${fieldOf(field)} (${showDay(date)}) không thể trước khi người đó sinh (${showDayWithWord(birth)}). ${CHECK}`,
  votesOverPresent: ({ votes, present }) =>
    `Tổng số phiếu là ${showValue(votes)}, nhiều hơn số người có mặt được biểu quyết là ${showValue(present)}. ${COUNT}`,
  presentOverRoll: ({ who, present, roll }) =>
    `Số ${labelOf(ROLLS, who)} có mặt là ${showValue(present)}, nhiều hơn tổng số là ${showValue(roll)}. ${COUNT}`,
  excludedOverOfficial: ({ excluded, official }) =>
    `Số đảng viên không tính vào tỷ lệ là ${showValue(excluded)}, nhiều hơn tổng số đảng viên chính thức là ${showValue(official)}. ${COUNT}`,
  agreeOverMembers: ({ agree, members }) =>
    `Số tán thành là ${showValue(agree)}, nhiều hơn tổng số thành viên là ${showValue(members)}. ${COUNT}`,
  receiptBeforeDecision: ({ received, decided }) =>
    `Ngày nhận quyết định (${showValue(received)}) trước ngày của quyết định (${showValue(decided)}). ${CHECK}`,
  ceremonyBeforeDecision: ({ held, decided }) =>
    `Ngày tổ chức lễ kết nạp (${showValue(held)}) trước ngày của quyết định kết nạp (${showValue(decided)}). ${CHECK}`,
  unitEndsBeforeStart: ({ from, to }) =>
    `Ngày kết thúc của đơn vị trực thuộc (${showValue(to)}) trước ngày bắt đầu (${showValue(from)}). ${CHECK}`,
  officialBeforeAdmission: ({ admittedOn, officialDate }) =>
    `Ngày công nhận đảng viên chính thức (${showValue(officialDate)}) trước ngày kết nạp (${showValue(admittedOn)}). ${CHECK}`,
  receivedBeforeSent: ({ date, sent }) =>
    `Ngày tiếp nhận hồ sơ (${showValue(date)}) trước ngày gửi (${showValue(sent)}). ${CHECK}`,
  outcomeOfAnotherMatter: ({ matter, outcome }) =>
    `Kết quả ${quote(labelOf(DECISION_OUTCOMES, outcome))} không thuộc nội dung xét ${quote(labelOf(MATTERS, matter))}. Chọn lại kết quả theo quyết định rồi nhập lại.`,
  cardBeforeRecognition: ({ date, decided }) =>
    `Ngày phát thẻ đảng viên (${showDay(date)}) trước ngày của quyết định công nhận đảng viên chính thức (${showDay(decided)}). ${CHECK}`,
  presentedBeforeIssued: ({ date, issued }) =>
    `Ngày trình giấy hoặc hoàn thành chuyển sinh hoạt (${showDay(date)}) trước ngày của giấy giới thiệu (${showDay(issued)}). ${CHECK}`,
  reportedBeforeDeparture: ({ date, on }) =>
    `Ngày báo cáo (${showDay(date)}) trước ngày đảng viên từ trần hoặc ra khỏi Đảng (${showDay(on)}). ${CHECK}`,
  leftBeforeAdmission: ({ name }) =>
    `${showValue(name)} chưa được kết nạp nên không thể ghi là ra khỏi Đảng. Nếu người đó thôi phấn đấu, chọn xin rút hồ sơ hoặc đưa ra khỏi danh sách.`,
  replacesNoHelper: ({ name }) =>
    `${showValue(name)} không phải là đảng viên đang giúp đỡ của hồ sơ này nên không có ai để thay. Chọn người đang giúp đỡ, hoặc ghi là cùng giúp đỡ.`,
  replacesOneself: ({ name }) =>
    `${showValue(name)} không thể thay cho chính mình. Chọn người giúp đỡ khác, hoặc ghi là cùng giúp đỡ.`,
  returnedBeforeSent: ({ date, sent }) =>
    `Ngày trả hồ sơ (${showValue(date)}) trước ngày gửi (${showValue(sent)}). ${CHECK}`,
  reviewedBeforeSent: ({ date, sent }) =>
    `Ngày thẩm định hồ sơ (${showDay(date)}) trước ngày gửi (${showDay(sent)}). ${CHECK}`,
  noticeBeforeDecision: ({ date, decided }) =>
    `Ngày thông báo (${showDay(date)}) trước ngày của quyết định (${showDay(decided)}). ${CHECK}`,
  requestReceivedBeforeSent: ({ date, sent }) =>
    `Ngày nơi thẩm tra nhận được đề nghị (${showDay(date)}) trước ngày gửi (${showDay(sent)}). ${CHECK}`,
  answeredBeforeAsked: ({ date, sent }) =>
    `Ngày trả lời thẩm tra (${showDay(date)}) trước ngày gửi đề nghị (${showDay(sent)}). ${CHECK}`,
  totalOfYearToCome: ({ year }) =>
    `Năm ${showDay(String(year))} chưa đến nên chưa có số liệu để ghi. Kiểm tra lại năm rồi nhập lại.`,
  periodNotBegun: ({ from, today }) =>
    `Kỳ báo cáo bắt đầu ngày ${showDay(from)}, sau hôm nay (${showDay(today)}). Chọn kỳ đã bắt đầu rồi gửi.`,
  successorIsSelf: ({ name }) =>
    `${quote(String(name))} không thể tiếp nhận chính mình. Chọn đơn vị được hợp nhất hoặc chia tách thành.`,
  unitOfAnother: ({ name, as }) =>
    `${quote(String(as))} thuộc đơn vị khác nên không thể là ${quote(String(name))}. Chọn chi bộ của chính đơn vị có chi bộ này.`,
  unitTakenAlready: ({ as, name }) =>
    `${quote(String(as))} đã được ghép với ${quote(String(name))}. Mỗi chi bộ của đơn vị chỉ ghép với một chi bộ đã ghi thay; nếu hai chi bộ đã hợp nhất thì ghi kết thúc hoạt động và đơn vị tiếp nhận ở trang của chi bộ đó.`,
  successorWithoutEnd: ({ name }) =>
    `${quote(String(name))} còn hoạt động nên chưa có đơn vị tiếp nhận. Ghi ngày kết thúc hoạt động trước.`,
  consentBeforeAsked: ({ date, asked }) =>
    `Ngày của văn bản trả lời (${showDay(date)}) trước ngày xin ý kiến (${showDay(asked)}). ${CHECK}`,
  todayBeforeBuild: ({ date, built }) =>
    `Hôm nay không thể là ${showDay(date)}: phiên bản phần mềm này có từ ${showDay(built)}. Xem lịch rồi nhập lại ngày.`,
  reportedBeforeMeeting: ({ date, meeting }) =>
    `Ngày báo cáo (${showDay(date)}) trước ngày họp (${showDay(meeting)}). ${CHECK}`,
  endsBeforeStart: ({ from, to }) =>
    `Thời gian kết thúc (${showDay(to)}) trước thời gian bắt đầu (${showDay(from)}). ${CHECK}`,
  ...FOLLOW_IMPOSSIBLE,
  monthAfterReview: ({ month, date }) =>
    `Tháng được rà soát (${showDay(month)}) sau ngày họp rà soát (${showDay(date)}). ${CHECK}`,
  ...CLASS_IMPOSSIBLE,
}

/**
 * Why something cannot be, and what to check.
 * @param what - code of the impossible thing
 * @param facts - its data
 */
export function impossibleSentence(what: string, facts: Facts): string {
  const sentence = isImpossible(what)
    ? SENTENCES[what](facts)
    : 'Dữ liệu vừa nhập không thể xảy ra trong thực tế. Kiểm tra lại ngày và các số rồi nhập lại.'
  return sentence.normalize('NFC')
}

function isImpossible(what: string): what is ImpossibleCode | OtherImpossible {
  return Object.hasOwn(SENTENCES, what)
}

function fieldOf(field: unknown): string {
  return typeof field === 'string' && field !== 'date' ? upper(fieldLabel(field)) : 'Ngày đã nhập'
}
