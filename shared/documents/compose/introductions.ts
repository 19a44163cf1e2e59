/**
 * Who introduces the applicant: the member assigned to help (mẫu 3-KNĐ), and the committee of the Youth Union or of the
 * trade union (mẫu 4-KNĐ, 4A-KNĐ). The member's paper bears no number; the union's bears the union's own heading.
 */
import type { Helper } from '../../model/acts.ts'
import { standingHelpers } from '../../model/helper.ts'
import { INTRODUCTION } from '../../rules/paper-codes.ts'
import { exactKey } from '../../text/fold.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { dayInText, linesOf, people, percent, running, sentence } from '../phrases.ts'
import { frameOf, headOf, personClause } from './head.ts'

/** Composes the introduction by a member. */
export function memberIntroduction(form: Form, material: Material, held: CaseMaterial): Composed {
  const { branch } = partiesOf(material, held, material.rulesOn(material.today))
  const standing = standingHelpers(held.state.helpers)
  const { day: _day, ...head } = headOf(form, {
    party: branch,
    place: material.office.profile.place,
    date: undefined,
  })
  const introducer = form.need('introducer', { recorded: nextIntroducer(standing, held)?.name })
  // Of two who introduce, each paper tells the days of its own.
  const helper = standing.find(({ name: recorded }) => exactKey(recorded) === exactKey(introducer))
  const admitted = form.needDate('introducerAdmitted')
  const official = form.needDate('introducerOfficial', { recorded: helper?.officialDate })
  const post = form.may('introducerPost')
  const since = form.needDate('helpedSince', { recorded: helper?.from })
  const { name } = held.state.profile
  const person = personClause(form, held)
  const merits = running(form.need('merits'))
  const faults = running(form.need('faults'))
  return form.close(() => ({
    ...head,
    kind: 'memberIntroduction',
    type: 'Giấy giới thiệu',
    summary: 'người vào Đảng',
    to: [branch.name],
    body: withEndMark([
      paragraph(
        sentence(
          `Tôi là ${introducer}, vào Đảng ngày ${dayInText(admitted)}, chính thức ngày ${dayInText(official)}${post === '' ? '' : `, ${post}`}, đang sinh hoạt tại ${branch.name}`,
        ),
      ),
      paragraph(
        `Ngày ${dayInText(since)}, tôi được chi bộ phân công giúp đỡ quần chúng ${name} (${person}) phấn đấu trở thành đảng viên. Nay tôi xin giới thiệu quần chúng ${name} với những nội dung chủ yếu sau:`,
      ),
      paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
      paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
      paragraph(
        `Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, tôi trân trọng giới thiệu và đề nghị chi bộ xem xét, đề nghị kết nạp quần chúng ${name} vào Đảng. Tôi xin chịu trách nhiệm trước Đảng về lời giới thiệu của mình.`,
      ),
    ]),
    copies: [],
    signatures: [{ authority: [], post: 'Đảng viên giới thiệu', name: introducer }],
    annexes: [],
  }))
}

/** Of those who introduce, the first who has no paper yet; else whoever was assigned last. */
function nextIntroducer<T extends Pick<Helper, 'name'>>(
  standing: readonly T[],
  { state }: CaseMaterial,
): T | undefined {
  const done = new Set(
    state.papers.flatMap(({ paper, person }) => (paper === INTRODUCTION ? [exactKey(person ?? '')] : [])),
  )
  return standing.find(({ name }) => !done.has(exactKey(name))) ?? standing.at(-1)
}

/** Composes the resolution of a union: of the trade union where the person is no member of the Youth Union. */
export function unionResolution(form: Form, material: Material, held: CaseMaterial): Composed {
  const { branch, union } = partiesOf(material, held, material.rulesOn(material.today))
  const { name, youthUnionSince } = held.state.profile
  const isYouth = youthUnionSince !== undefined
  const member = isYouth ? 'đoàn viên' : 'đoàn viên công đoàn'
  const frame = frameOf(form, {
    type: 'NQ',
    party: union,
    place: material.office.profile.place,
    number: undefined,
    date: undefined,
    authority: 'T/M Ban Chấp hành',
    post: isYouth ? 'Bí thư' : 'Chủ tịch',
    copies: [branch.name, 'Lưu hồ sơ'],
  })
  const joined = form.may('unionSince', { recorded: youthUnionSince })
  const members = form.need('members')
  const present = form.need('present')
  const agree = form.need('agree')
  const person = personClause(form, held)
  const merits = running(form.need('merits'))
  const faults = running(form.need('faults'))
  return form.close(() => {
    const { day, ...rest } = frame
    const since = joined === '' ? '' : `; vào ${isYouth ? 'Đoàn' : 'công đoàn'} ${dayOrTime(joined)}`
    return {
      ...rest,
      kind: 'unionResolution',
      heading: isYouth ? 'ĐOÀN TNCS HỒ CHÍ MINH' : 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM',
      type: 'Nghị quyết',
      summary: isYouth ? 'giới thiệu đoàn viên ưu tú vào Đảng' : 'giới thiệu đoàn viên công đoàn vào Đảng',
      to: [],
      body: withEndMark([
        paragraph('- Căn cứ Điều 4 Điều lệ Đảng Cộng sản Việt Nam,', 'basis'),
        paragraph(
          `Ngày ${dayInText(day)}, Ban Chấp hành đã họp với sự có mặt của ${countText(present)}/${countText(members)} ủy viên, xét giới thiệu ${member} ${name} vào Đảng.`,
        ),
        paragraph(
          `Sau khi thảo luận, Ban Chấp hành thống nhất nhận xét ${member} ${name} (${person}${since}) như sau:`,
        ),
        paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
        paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
        paragraph(
          `Ban Chấp hành giới thiệu ${member} ${name} với ${branch.name} xem xét, đề nghị kết nạp vào Đảng, với sự tán thành của ${countText(agree)}/${countText(members)} ủy viên, đạt ${share(agree, members)}.`,
        ),
      ]),
      annexes: [],
    }
  })
}

/** A count as letters write it; what is no number stands as it was typed. */
export function countText(typed: string): string {
  return /^\d{1,6}$/.test(typed) ? people(Number(typed)) : typed
}

/** A share of two counts in percent; '0%' where one is no number. */
export function share(part: string, of: string): string {
  return /^\d{1,6}$/.test(part) && /^\d{1,6}$/.test(of) ? percent(Number(part), Number(of)) : '0%'
}

/** 'ngày 26/3/2013', 'năm 2016', or the text as it was typed. */
function dayOrTime(text: string): string {
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return text
  return `${text.length === 4 ? 'năm' : text.length === 7 ? 'tháng' : 'ngày'} ${dayInText(text)}`
}

/** Lines as a list of paragraphs, each a sentence. */
export function listed(text: string): readonly Block[] {
  return linesOf(text).map((line) => paragraph(sentence(`- ${line}`)))
}
