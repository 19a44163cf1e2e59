/**
 * Nghị quyết đề nghị kết nạp đảng viên của chi bộ (mẫu 6-KNĐ). Its numbers are those of the meeting on record; a vote
 * that falls short makes no resolution, it is reported instead.
 */
import { branchDenominator, measureBranchVote } from '../../rules/votes.ts'
import { showDateInWords } from '../../text/dates.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { capital, groundLines, groundsOf, linesOf, running, sentence } from '../phrases.ts'
import { frameOf, personClause } from './head.ts'
import { meetingOf, resultOf } from './meeting.ts'

/** Composes the resolution of the branch. */
export function branchResolution(form: Form, material: Material, held: CaseMaterial): Composed {
  const vote = held.state.branchVotes.at(-1)
  const rules = material.rulesOn(vote?.date ?? material.today)
  const { branch, committee, decidingBody, direct } = partiesOf(material, held, rules)
  const level = branch.signsAs
  const frame = frameOf(form, {
    type: 'NQ',
    party: branch,
    place: material.office.profile.place,
    number: vote?.resolution?.number,
    date: vote?.resolution?.date ?? vote?.date,
    copies: [direct ? decidingBody : `${committee.name} (để báo cáo)`, `Lưu ${level}`],
  })
  const { name } = held.state.profile
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, 'Điều 4 Điều lệ Đảng Cộng sản Việt Nam') }))
  const person = personClause(form, held)
  if (vote === undefined) form.lack('branchVote')
  else if (!measureBranchVote(vote, rules).passed) form.lack('votePassed')
  const meeting = vote === undefined ? [] : meetingOf(form, vote)
  const chair = form.need('chair', { recorded: vote?.chair })
  const secretary = form.need('secretary', { recorded: vote?.secretary })
  const resume = running(form.need('resumeConclusion'))
  const merits = running(form.need('merits', { recorded: vote?.remarks }))
  const faults = running(form.need('faults'))
  const result =
    vote === undefined
      ? ''
      : resultOf(form, vote, branchDenominator(vote, rules.votes.branch.of.value), {
          standard: 'tiêu chuẩn và điều kiện kết nạp đảng viên',
          proposal: `việc đề nghị kết nạp quần chúng ${name} vào Đảng`,
        })
  const onward = direct
    ? `đề nghị ${decidingBody} xem xét, quyết định kết nạp`
    : `đề nghị ${committee.name} xem xét, đề nghị ${decidingBody} quyết định kết nạp`
  return form.close(() => {
    const body: readonly Block[] = [
      ...groundLines(grounds).map((ground) => paragraph(ground, 'basis')),
      paragraph(
        `${capital(showDateInWords(vote?.date ?? frame.day))}, ${branch.name} đã họp xét, đề nghị kết nạp quần chúng ${name} vào Đảng.`,
      ),
      ...meeting.map((line) => paragraph(line)),
      paragraph(`Chủ trì hội nghị: đồng chí ${chair}. Thư ký hội nghị: đồng chí ${secretary}.`),
      paragraph(
        `Sau khi nghe báo cáo và thảo luận, ${level} thống nhất kết luận về quần chúng ${name} (${person}) như sau:`,
      ),
      paragraph(sentence(`- Về lý lịch: ${resume}`)),
      paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
      paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
      paragraph(result),
      paragraph(`${level} báo cáo và ${onward} quần chúng ${name} vào Đảng Cộng sản Việt Nam.`),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'branchResolution',
      type: 'Nghị quyết',
      summary: 'đề nghị kết nạp đảng viên',
      to: [],
      body: withEndMark(body),
      annexes: [],
    }
  })
}
