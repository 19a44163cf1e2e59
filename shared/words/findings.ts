/**
 * One sentence for every finding: what was seen, with the days and numbers it was seen in. What to do about it is in
 * finding-advice.ts; the article comes with the finding, since it is a value of the rule set. No figure of a regulation
 * (18 years, two thirds, 60 days) is written here.
 */
import type { CancelGround, Matter } from '../model/acts.ts'
import type { NumberedAct } from '../model/numbers.ts'
import type { FindingCode, FindingData, Severity } from '../rules/finding.ts'
import { BARRED_EXITS } from './rule-values.ts'
import { adviceFor } from './finding-advice.ts'
import { BEFORE_SENTENCES } from './findings-before.ts'
import { GONE } from './gone.ts'
import { EDUCATIONS, labelOf, MATTERS, type Labels } from './labels.ts'
import { STEPS, UNCONFIRMED } from './labels-rules.ts'
import { lower, quote, showAge, showDay, showDayWithWord, showNumber } from './show.ts'

/** What a sentence needs of a finding. */
export type FindingFact = {
  readonly [C in FindingCode]: { readonly code: C; readonly data: Readonly<FindingData[C]> }
}[FindingCode]

/** A finding as a refusal carries it. */
export type CarriedFinding = {
  readonly code: string
  readonly article: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What is said of an extension that comes after the limit has ended: on the case, and while it is being recorded. */
export function extendedInVain({ due, given }: FindingData['C17-given']): string {
  return `Hạn ra quyết định đã hết vào cuối ngày ${showDay(due)}; việc gia hạn ngày ${showDay(given)} được ghi lại nhưng không kéo dài được thời hạn đã hết.`
}

type Sentences = { readonly [C in FindingCode]: (data: Readonly<FindingData[C]>) => string }

const born = (birth: string): string => `sinh ${showDayWithWord(birth)}`
const at = (on: string | null): string => (on === null ? 'đến nay' : `vào ngày chi bộ họp xét (${showDay(on)})`)
const dated = (date: string | null): string => (date === null ? 'chưa ghi ngày' : `đề ngày ${showDay(date)}`)
const decidedOr = (decided: string | null): string =>
  decided === null ? 'đến nay chưa có quyết định' : `quyết định ban hành ngày ${showDay(decided)}, sau hạn này`
const share = (agree: number, of: number, needed: number, who: string): string =>
  `${showNumber(agree)} trên ${showNumber(of)} ${who} tán thành, cần ít nhất ${showNumber(needed)}`
const FUTURE_ACTS: { readonly [Act in FindingData['F1']['what']]: string } = {
  helper: 'Việc phân công người giúp đỡ',
  paper: 'Giấy tờ',
  branchVote: 'Cuộc họp chi bộ',
  committeeVote: 'Cuộc họp cấp ủy',
  submission: 'Việc gửi hồ sơ',
  decision: 'Quyết định',
  receipt: 'Việc nhận quyết định',
  ceremony: 'Lễ kết nạp',
  card: 'Việc phát thẻ đảng viên',
  transfer: 'Việc chuyển sinh hoạt',
  departure: 'Phiếu báo gửi cấp trên',
  ending: 'Việc kết thúc theo dõi',
}
const NUMBERED: Labels<NumberedAct> = {
  branchVote: 'Nghị quyết của chi bộ',
  committeeVote: 'Nghị quyết của đảng ủy cơ sở',
  decision: 'Quyết định',
  list: 'Nghị quyết của chi bộ về danh sách nguồn, người giúp đỡ',
}
const OFFICIAL = 'đảng viên chính thức'
const CERTIFICATE = 'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng'

const SENTENCES: Sentences = {
  ...BEFORE_SENTENCES,
  'C1-young': ({ birth, from, on }) =>
    `Người vào Đảng ${born(birth)}, ${at(on)} chưa đủ tuổi tối thiểu; đủ tuổi từ ngày ${showDay(from)}.`,
  'C1-over': ({ birth, since, on }) =>
    `Người vào Đảng ${born(birth)}, ${at(on)} đã quá tuổi tối đa (từ ngày ${showDay(since)}, tính theo tháng) mà hồ sơ chưa có văn bản đồng ý.`,
  'C1-month': ({ birth, limit, day, on }) =>
    limit === 'min'
      ? `Người vào Đảng ${born(birth)}, ${at(on)} đang trong tháng đủ tuổi tối thiểu (đủ tuổi ngày ${showDay(day)}): tính theo tháng thì đủ, tính theo ngày thì chưa đủ.`
      : `Người vào Đảng ${born(birth)}, ${at(on)} vừa qua ngày chạm tuổi tối đa (${showDay(day)}): tính theo tháng thì chưa quá tuổi, tính theo ngày thì đã quá tuổi.`,
  'C1-part': ({ birth, limit, on }) =>
    `Ngày sinh mới biết một phần (${showDayWithWord(birth)}) nên ${at(on)} chưa xác định được ${
      limit === 'min' ? 'đã đủ tuổi tối thiểu hay chưa' : 'có quá tuổi tối đa hay không'
    }.`,
  'C1-birth': () => 'Chưa ghi ngày sinh của người vào Đảng nên chưa xét được điều kiện tuổi.',
  C2: ({ education, minimum, specialArea }) =>
    `Trình độ học vấn đã ghi là ${educationOf(education)}, thấp hơn mức tối thiểu ${specialArea ? 'áp dụng cho địa bàn đặc thù ' : ''}là ${educationOf(minimum)}.`,
  'C2-elder': ({ education, minimum }) =>
    `Trình độ học vấn đã ghi là ${educationOf(education)}, thấp hơn mức tối thiểu là ${educationOf(minimum)}; hồ sơ chưa có văn bản đồng ý dành cho già làng, trưởng bản, người có uy tín.`,
  'C2-none': ({ minimum }) => `Chưa ghi trình độ học vấn; mức tối thiểu là ${educationOf(minimum)}.`,
  C3: ({ date, validUntil, months, on }) =>
    `${CERTIFICATE} cấp ngày ${showDay(date)} có giá trị ${showNumber(months)} tháng, đến hết ngày ${showDay(validUntil)}; ${at(on)} đã hết giá trị.`,
  'C3-last': ({ date, validUntil, on }) =>
    `${CERTIFICATE} cấp ngày ${showDay(date)} có giá trị đến ngày ${showDay(validUntil)}, đúng ${on === null ? 'hôm nay' : 'ngày chi bộ họp xét'}; có nơi coi ngày này là đã hết giá trị.`,
  C4: ({ date, validUntil }) =>
    `${CERTIFICATE} cấp ngày ${showDay(date)} sắp hết giá trị, chỉ dùng được đến hết ngày ${showDay(validUntil)}.`,
  'C5-none': ({ missing }) =>
    `Hồ sơ chưa bắt đầu lập: còn thiếu ${showNumber(missing)} loại giấy tờ phải có trước khi chi bộ họp xét.`,
  C5: ({ name }) => `Hồ sơ còn thiếu ${quote(name)}.`,
  'C5-date': ({ name }) => `${quote(name)} đã có trong hồ sơ nhưng chưa ghi ngày.`,
  'C5-late': ({ name, date, meeting }) =>
    `${quote(name)} đề ngày ${showDay(date)}, sau ngày chi bộ họp xét (${showDay(meeting)}).`,
  'C5-num': ({ name, date }) => `Đã ghi cuộc họp ngày ${showDay(date)} nhưng chưa ghi số và ngày của ${quote(name)}.`,
  C6: ({ route, have, need }) =>
    `Người vào Đảng cần ${showNumber(need)} đảng viên chính thức giới thiệu${introducedWith(route)}, hồ sơ mới có ${showNumber(have)}.`,
  'C6-org': ({ route, name }) => `Hồ sơ còn thiếu ${quote(name)} để giới thiệu${introducedWith(route)}.`,
  'C6-age': ({ birth, underMonths }) =>
    `Người vào Đảng ${born(birth)}, không còn dưới ${showAge(underMonths)}, nhưng hồ sơ do Đoàn TNCS Hồ Chí Minh giới thiệu.`,
  'C6-youth': ({ birth }) =>
    `Người vào Đảng ${born(birth)}, còn trong độ tuổi thanh niên, nhưng chưa ghi ngày vào Đoàn và hồ sơ chưa có nghị quyết giới thiệu của Đoàn TNCS Hồ Chí Minh.`,
  'C6-union': ({ name }) =>
    `Hồ sơ giới thiệu bằng ${quote(name)} nhưng thông tin cá nhân chưa ghi người vào Đảng là đoàn viên của tổ chức đó.`,
  C7: ({ person, official, date }) =>
    `${person} được công nhận đảng viên chính thức ngày ${showDay(official)}, sau ngày viết giấy giới thiệu (${showDay(date)}).`,
  'C7-months': ({ person, from, isAcquaintance, date, months }) =>
    `${person} ${isAcquaintance ? 'cùng công tác, lao động, học tập hoặc cư trú với người vào Đảng' : 'được phân công giúp đỡ'} từ ngày ${showDay(from)}, đến ngày giới thiệu (${showDay(date)}) chưa đủ ${showNumber(months)} tháng.`,
  C8: ({ name }) => `Lý lịch chưa được thẩm tra: hồ sơ còn thiếu ${quote(name)}.`,
  'C8-date': ({ resume, answer }) =>
    `Lý lịch đề ngày ${showDay(resume)}, sau ngày của văn bản thẩm tra (${showDay(answer)}).`,
  C10: ({ name, date, begun, limit, on }) =>
    `Hồ sơ lập từ ngày ${showDay(begun)}, ${at(on)} đã quá hạn xét (${showDay(limit)}) nên ${quote(name)} (${dated(date)}) phải làm lại.`,
  C11: ({ application, resume }) =>
    `Lý lịch đề ngày ${showDay(resume)}, trước ngày của đơn xin vào Đảng (${showDay(application)}).`,
  'C11-class': ({ certificate, application }) =>
    `${CERTIFICATE} cấp ngày ${showDay(certificate)}, sau ngày của đơn xin vào Đảng (${showDay(application)}).`,
  'C11-helper': ({ certificate, helped }) =>
    `${CERTIFICATE} cấp ngày ${showDay(certificate)}, trước ngày phân công đảng viên giúp đỡ (${showDay(helped)}).`,
  'C12-sum': ({ total, present, absent }) =>
    `Cuộc họp ghi tổng số ${showNumber(total)} đảng viên, có mặt ${showNumber(present)}, nhưng danh sách vắng mặt có ${showNumber(absent)}: các số không khớp.`,
  'C12-abs': ({ absent, listed }) =>
    `Cuộc họp có ${showNumber(absent)} đảng viên vắng mặt phải ghi lý do nhưng mới ghi lý do của ${showNumber(listed)} người.`,
  'C12-excl': ({ official, excluded, present }) =>
    `Chi bộ có ${showNumber(official)} đảng viên chính thức, trong đó ${showNumber(excluded)} không tính vào tỷ lệ, nhưng ghi ${showNumber(present)} đảng viên chính thức có mặt.`,
  'C12-votes': ({ votes, present }) =>
    `Tổng số phiếu của chi bộ là ${showNumber(votes)}, số đảng viên chính thức có mặt là ${showNumber(present)}: hai số không khớp.`,
  'C12-share': ({ agree, of, needed, meeting }) =>
    `Chi bộ họp ngày ${showDay(meeting)} không đủ tỷ lệ tán thành: ${share(agree, of, needed, OFFICIAL)}.`,
  C13: ({ official, minimum }) =>
    `Chi bộ có ${showNumber(official)} đảng viên chính thức, chưa đủ ${showNumber(minimum)} người để ra nghị quyết.`,
  C14: ({ agree, of, needed, meeting }) =>
    `Kết quả họp chi bộ ngày ${showDay(meeting)} (${share(agree, of, needed, OFFICIAL)}) vẫn phải báo cáo đầy đủ lên cấp ủy có thẩm quyền.`,
  C15: ({ name }) => `Chi bộ thuộc đảng ủy bộ phận nhưng hồ sơ còn thiếu ${quote(name)}.`,
  'C15-day': ({ name }) => `${quote(name)} đã có trong hồ sơ nhưng chưa ghi ngày.`,
  'C15-date': ({ report, meeting, committee }) =>
    `Báo cáo của đảng ủy bộ phận đề ngày ${showDay(report)} không nằm giữa ${
      meeting === null ? 'cuộc họp chi bộ' : `ngày chi bộ họp (${showDay(meeting)})`
    } và ${committee === null ? 'cuộc họp đảng ủy cơ sở' : `ngày đảng ủy cơ sở họp (${showDay(committee)})`}.`,
  'C16-share': ({ agree, of, needed, date }) =>
    `Đảng ủy cơ sở họp ngày ${showDay(date)} không đủ tỷ lệ tán thành: ${share(agree, of, needed, 'cấp ủy viên')}.`,
  'C16-date': ({ date, meeting }) =>
    `Đảng ủy cơ sở họp ngày ${showDay(date)}, trước ngày chi bộ họp xét (${showDay(meeting)}).`,
  'C16-votes': ({ votes, present }) =>
    `Tổng số phiếu của đảng ủy cơ sở là ${showNumber(votes)}, số cấp ủy viên có mặt là ${showNumber(present)}: hai số không khớp.`,
  C17: ({ start, due, decided }) =>
    `Hạn ra quyết định là ngày ${showDay(due)} (tính từ ngày ${showDay(start)}); ${decidedOr(decided)}.`,
  'C17-given': extendedInVain,
  'C17-ext': ({ start, extendedDue, decided }) =>
    `Hạn ra quyết định kể cả gia hạn là ngày ${showDay(extendedDue)} (tính từ ngày ${showDay(start)}); ${decidedOr(decided)}.`,
  C18: ({ body, expected }) =>
    `Quyết định do ${quote(body)} ban hành, khác với cơ quan có thẩm quyền theo bộ quy định là ${quote(expected)}.`,
  'C18-date': ({ date, meeting }) =>
    `Quyết định đề ngày ${showDay(date)}, trước ngày chi bộ họp xét (${showDay(meeting)}).`,
  'C18-order': ({ matter, date, after, other }) =>
    `Quyết định về ${lower(MATTERS[matter])} đề ngày ${showDay(date)}, trước ngày ${
      after === 'committee' ? 'đảng ủy cơ sở họp' : 'gửi hồ sơ'
    } (${showDay(other)}).`,
  'C18-void': ({ number, date, ground }) =>
    `Quyết định kết nạp đã bị hủy theo quyết định số ${number} ngày ${showDay(date)}${CANCELLED[ground ?? 'unknown']}.`,
  C19: ({ agree, of, needed }) =>
    `Cơ quan ra quyết định không đủ tỷ lệ tán thành: ${share(agree, of, needed, 'thành viên')}.`,
  C20: ({ matter, number, date }) =>
    `Quyết định số ${number} ngày ${showDay(date)} không đồng ý ${REFUSED[matter]} nhưng chưa ghi ngày chi bộ được thông báo.`,
  C21: ({ start, due, held }) =>
    `Hạn tổ chức lễ kết nạp là ngày ${showDay(due)} (tính từ ngày ${showDay(start)}); ${
      held === null
        ? 'đến nay chưa tổ chức và chưa có văn bản đồng ý'
        : `lễ được tổ chức ngày ${showDay(held)} khi chưa có văn bản đồng ý`
    }.`,
  'C21-order': ({ held, decided }) =>
    `Lễ kết nạp tổ chức ngày ${showDay(held)}, trước ngày của quyết định kết nạp (${showDay(decided)}).`,
  'C21-start': ({ held }) =>
    `Lễ kết nạp đã tổ chức ngày ${showDay(held)} nhưng chưa ghi ngày nhận quyết định nên chưa xét được hạn.`,
  C22: ({ held }) =>
    `Lễ kết nạp ngày ${showDay(held)} chưa ghi đảng viên chính thức được phân công giúp đỡ đảng viên dự bị.`,
  'C22-gone': ({ person, status, since }) =>
    `${person} được phân công giúp đỡ đảng viên dự bị nhưng ${GONE[status](since)}; chưa phân công người khác.`,
  C24: ({ end, days, missing }) =>
    `Thời gian dự bị hết ngày ${showDay(end)}, còn không quá ${showNumber(days)} ngày, mà hồ sơ công nhận đảng viên chính thức còn thiếu ${showNumber(missing)} loại giấy tờ.`,
  C25: ({ meeting, end }) =>
    `Chi bộ xét công nhận đảng viên chính thức ngày ${showDay(meeting)} khi chưa hết thời gian dự bị (hết ngày ${showDay(end)}).`,
  'C25-day': ({ meeting, end }) =>
    `Chi bộ xét công nhận đảng viên chính thức ngày ${showDay(meeting)}, đúng ngày tròn thời gian dự bị (${showDay(end)}); có nơi coi ngày này là chưa hết thời gian dự bị.`,
  'C25-late': ({ start, due, held }) =>
    `Hạn chi bộ xét công nhận đảng viên chính thức là ngày ${showDay(due)} (tính từ ngày ${showDay(start)}); ${
      held === null ? 'đến nay chi bộ chưa họp xét' : `chi bộ họp xét ngày ${showDay(held)}, sau hạn này`
    }.`,
  C26: ({ name }) => `Hồ sơ công nhận đảng viên chính thức còn thiếu ${quote(name)}.`,
  'C26-date': ({ name }) => `${quote(name)} đã có trong hồ sơ nhưng chưa ghi ngày.`,
  'C26-late': ({ name, date, meeting }) =>
    `${quote(name)} đề ngày ${showDay(date)}, sau ngày chi bộ xét công nhận đảng viên chính thức (${showDay(meeting)}).`,
  'C26-num': ({ name, date }) => `Đã ghi cuộc họp ngày ${showDay(date)} nhưng chưa ghi số và ngày của ${quote(name)}.`,
  'C27-sum': ({ votes, present, absent, listed }) =>
    `Các số của cuộc họp chi bộ không khớp: ${showNumber(votes)} phiếu trên ${showNumber(present)} đảng viên chính thức có mặt, ${showNumber(absent)} người vắng mặt, đã ghi lý do của ${showNumber(listed)} người.`,
  'C27-abs': ({ absent, listed }) =>
    `Cuộc họp xét có ${showNumber(absent)} đảng viên vắng mặt phải ghi lý do nhưng mới ghi lý do của ${showNumber(listed)} người.`,
  'C27-votes': ({ votes, present }) =>
    `Tổng số phiếu của đảng ủy cơ sở khi xét là ${showNumber(votes)}, số cấp ủy viên có mặt là ${showNumber(present)}: hai số không khớp.`,
  'C27-share': ({ matter, agree, of, needed, meeting }) =>
    `Chi bộ họp ngày ${showDay(meeting)} xét ${lower(MATTERS[matter])} không đủ tỷ lệ tán thành: ${share(agree, of, needed, OFFICIAL)}.`,
  'C27-min': ({ official, minimum }) =>
    `Chi bộ có ${showNumber(official)} đảng viên chính thức, chưa đủ ${showNumber(minimum)} người để ra nghị quyết.`,
  'C27-body': ({ matter, agree, of, needed, date }) =>
    `Đảng ủy cơ sở họp ngày ${showDay(date)} xét ${lower(MATTERS[matter])} không đủ tỷ lệ tán thành: ${share(agree, of, needed, 'cấp ủy viên')}.`,
  'C27-sent': ({ matter, sent, body, date }) =>
    `Hồ sơ ${lower(MATTERS[matter])} gửi ngày ${showDay(sent)}, trước ngày ${
      body === 'branch' ? 'chi bộ' : 'đảng ủy cơ sở'
    } họp (${showDay(date)}).`,
  'C27-order': ({ date, meeting }) =>
    `Đảng ủy cơ sở họp ngày ${showDay(date)}, trước ngày chi bộ họp xét (${showDay(meeting)}).`,
  C28: ({ start, due, decided }) =>
    `Hạn ra quyết định công nhận đảng viên chính thức là ngày ${showDay(due)} (tính từ ngày ${showDay(start)}); ${decidedOr(decided)}.`,
  'C28-given': extendedInVain,
  'C28-ext': ({ start, extendedDue, decided }) =>
    `Hạn ra quyết định công nhận đảng viên chính thức kể cả gia hạn là ngày ${showDay(extendedDue)} (tính từ ngày ${showDay(start)}); ${decidedOr(decided)}.`,
  C29: ({ officialFrom, expected }) =>
    `Quyết định ghi là đảng viên chính thức từ ngày ${showDay(officialFrom)}; tính từ lễ kết nạp thì phải là ngày ${showDay(expected)}, dù quyết định ban hành ngày nào.`,
  C30: ({ meeting, end }) =>
    `Chi bộ họp ngày ${showDay(meeting)} kết luận kéo dài thời gian dự bị (đã tròn ngày ${showDay(end)}); quy định không có việc kéo dài thời gian dự bị.`,
  'C30-short': ({ meeting, failed }) =>
    `Chi bộ họp ngày ${showDay(meeting)} không đề nghị công nhận đảng viên chính thức (đã họp xét ${showNumber(failed)} lần) và chưa xét việc xóa tên khỏi danh sách đảng viên dự bị.`,
  'C30-votes': ({ meeting, failed, limit }) =>
    `Chi bộ đã ${showNumber(failed)} lần biểu quyết công nhận đảng viên chính thức mà không đủ tỷ lệ tán thành (lần gần nhất ngày ${showDay(meeting)}); từ lần thứ ${showNumber(limit)} phải báo cáo cấp ủy cấp trên trực tiếp và cấp ủy có thẩm quyền, nhưng chưa ghi báo cáo.`,
  'C30-no': ({ number, date }) =>
    `Quyết định số ${number} ngày ${showDay(date)} không công nhận đảng viên chính thức nhưng chi bộ chưa xét việc xóa tên khỏi danh sách đảng viên dự bị.`,
  C31: ({ out, from, months, applied }) =>
    `Người xin kết nạp lại mới đủ ${showNumber(months)} tháng kể từ ngày ${showDay(out)} vào ngày ${showDay(from)}; ${
      applied === null ? 'đến nay chưa đủ' : `đơn đề ngày ${showDay(applied)}, khi chưa đủ`
    }.`,
  'C31-exit': ({ reason }) =>
    `Người này trước đây ra khỏi Đảng do ${BARRED_EXITS[reason]}, không được xét kết nạp lại.`,
  'C31-twice': ({ times }) =>
    `Người này đã được kết nạp ${showNumber(times)} lần; việc kết nạp lại chỉ thực hiện một lần.`,
  'C33-time': ({ otherOffice, from, until, least, under }) =>
    `Chuyển sinh hoạt tạm thời với ${quote(otherOffice)} từ ngày ${showDay(from)} đến ngày ${showDay(until)}; chuyển tạm thời ít nhất là ${showNumber(least)} tháng và chưa đến ${showNumber(under)} tháng.`,
  'C33-idle': ({ date, since, months }) =>
    `Giấy giới thiệu sinh hoạt đảng ngày ${showDay(date)} chưa trình ở nơi nào, đến ngày ${showDay(since)} là đủ ${showNumber(months)} tháng không sinh hoạt; nếu không có lý do chính đáng thì thuộc diện xem xét xóa tên.`,
  C33: ({ start, due, presented }) =>
    `Giấy giới thiệu sinh hoạt đảng ngày ${showDay(start)} phải trình tại nơi chuyển đến chậm nhất ngày ${showDay(due)}; ${
      presented === null ? 'đến nay chưa ghi ngày trình' : `đã trình ngày ${showDay(presented)}, sau hạn này`
    }.`,
  'C33-whole': ({ start, due, completed }) =>
    `Việc chuyển sinh hoạt đảng theo giấy giới thiệu ngày ${showDay(start)} phải hoàn thành chậm nhất ngày ${showDay(due)}; ${
      completed === null ? 'đến nay chưa hoàn thành' : `đã hoàn thành ngày ${showDay(completed)}, sau hạn này`
    }.`,
  'C33-paper': ({ who, direction, otherOffice, date }) =>
    `${who === 'candidate' ? 'Người vào Đảng' : 'Đảng viên dự bị'} chuyển ${direction === 'in' ? 'từ' : 'đến'} ${quote(otherOffice)} ngày ${showDay(date)} nhưng chưa ghi số giấy giới thiệu.`,
  C34: ({ name, date }) =>
    `${quote(name)} đã thẩm tra được trả lại khi kết thúc theo dõi ngày ${showDay(date)}; giấy tờ này phải lưu tại cấp ủy.`,
  C38: ({ act, number, date, other, otherDate }) =>
    `${NUMBERED[act]} số ${number} ngày ${showDay(date)} trùng số với văn bản khác của cùng nơi ban hành: số ${other} ngày ${showDay(otherDate)}.`,
  'C38-date': ({ act, number, date, other, otherDate }) =>
    `${NUMBERED[act]} số ${number} ngày ${showDay(date)} không theo thứ tự với văn bản số ${other} ngày ${showDay(otherDate)} của cùng nơi ban hành: số sau phải cùng ngày hoặc sau ngày của số trước.`,
  'C38-paper': ({ act, number, other }) =>
    `Giấy tờ đã ghi ${lower(NUMBERED[act])} số ${number}, nhưng khi ghi ${act === 'decision' ? 'quyết định' : 'cuộc họp'} lại là số ${other}.`,
  C46: ({ on, due, reported }) =>
    `Đảng viên từ trần hoặc ra khỏi Đảng ngày ${showDay(on)}, hạn báo lên cấp trên là ngày ${showDay(due)}; ${
      reported === null ? 'đến nay chưa báo' : `đã báo ngày ${showDay(reported)}, sau hạn này`
    }.`,
  F1: ({ what, date }) =>
    `${FUTURE_ACTS[what]} đang ghi ngày ${showDay(date)}, sau ngày hôm nay; có thể khi ghi máy đang sai ngày.`,
  P2: ({ reason, allowedBy, number, date }) =>
    `Ngoại lệ do ${allowedBy} cho phép theo văn bản số ${number} ngày ${showDay(date)} còn chờ người có thẩm quyền xác nhận; lý do đã ghi: ${quote(reason)}.`,
  P1: ({ step }) => `Chưa ghi bước ${lower(STEPS[step])}.`,
}

/** What cancelling an admission leaves to be done, by its ground. */
const CANCELLED: Labels<CancelGround | 'unknown'> = {
  criteria: ' vì người được kết nạp không đủ tiêu chuẩn, điều kiện; tên người này không còn trong danh sách đảng viên',
  procedure:
    ' vì kết nạp không đúng thẩm quyền hoặc thủ tục; nếu đủ tiêu chuẩn, điều kiện thì được xét kết nạp lại từ đầu',
  unknown: ', chưa ghi hủy vì không đủ tiêu chuẩn hay vì không đúng thẩm quyền, thủ tục',
}

/** What was refused, as the sentence says it. */
const REFUSED: Labels<Matter> = {
  admission: 'kết nạp',
  recognition: 'công nhận đảng viên chính thức',
  removal: 'xóa tên khỏi danh sách đảng viên dự bị',
  cancellation: 'hủy quyết định kết nạp',
}

/** The sentence of a finding. */
export function findingSentence(found: FindingFact): string {
  return sentenceOf(found.code, found.data).normalize('NFC')
}

/** What to do about a finding, under 'Căn cứ và cách xử lý'. */
export function findingAdvice(found: { readonly code: FindingCode; readonly severity: Severity }): string {
  return adviceFor(found.code, found.severity)
}

/**
 * The sentence of a finding with its article: '… (căn cứ: Quy định số 24-QĐ/TW, điểm 1.1).'
 * @param found - of `assess`, or as a refusal carries it; of a code this build does not know only the article is told
 */
export function findingWithArticle(found: CarriedFinding & { readonly confirmed?: boolean }): string {
  const sentence = isFact(found) ? findingSentence(found) : 'Có một điểm phải xử lý mà phiên bản này chưa biết.'
  if (found.article === '') return sentence
  const doubt = found.confirmed === false ? `, ${UNCONFIRMED}` : ''
  return `${sentence.slice(0, -1)} (căn cứ: ${found.article}${doubt}).`.normalize('NFC')
}

function sentenceOf<C extends FindingCode>(code: C, data: Readonly<FindingData[C]>): string {
  return SENTENCES[code](data)
}

/** Whoever made the refusal took code and data from one finding (shared/commands/blocks.ts). */
function isFact(found: Omit<CarriedFinding, 'article'>): found is FindingFact {
  return Object.hasOwn(SENTENCES, found.code)
}

function educationOf(code: string): string {
  return lower(labelOf(EDUCATIONS, code))
}

function introducedWith(route: string): string {
  if (route === 'youthUnion') return ' cùng với Đoàn TNCS Hồ Chí Minh'
  return route === 'tradeUnion' ? ' cùng với công đoàn cơ sở' : ''
}
