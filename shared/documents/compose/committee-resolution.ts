/**
 * Nghị quyết của đảng ủy cơ sở đề nghị kết nạp đảng viên (mẫu 8-KNĐ), and đề nghị công nhận đảng viên chính thức (mẫu
 * 15-KNĐ): after the branch's resolution, with two thirds of all members of the committee.
 */
import { matterOf } from '../../model/acts.ts'
import { committeeDenominator, measureCommitteeVote, votesOf } from '../../rules/votes.ts'
import { showDateInWords } from '../../text/dates.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { capital, cite, groundLines, groundsOf, linesOf, people, percent, running, sentence } from '../phrases.ts'
import { admissionAsked, recognitionAsked, type Asked } from './asked.ts'
import { frameOf, personClause } from './head.ts'

/** Composes the resolution of the committee on admission. */
export function committeeResolution(form: Form, material: Material, held: CaseMaterial): Composed {
  return compose('committeeResolution', admissionAsked(held), form, material, held)
}

/** Composes the resolution of the committee on recognition. */
export function recognitionCommittee(form: Form, material: Material, held: CaseMaterial): Composed {
  return compose('recognitionCommittee', recognitionAsked(held), form, material, held)
}

function compose(
  kind: 'committeeResolution' | 'recognitionCommittee',
  { acts, statute, standard, person, opening, proposal, closing, summary, needsCeremony }: Asked,
  form: Form,
  material: Material,
  held: CaseMaterial,
): Composed {
  const vote = acts.committeeVotes.at(-1)
  const branchVote = acts.branchVotes.at(-1)
  const rules = material.rulesOn(vote?.date ?? material.today)
  const { branch, committee, decidingBody } = partiesOf(material, held, rules)
  const frame = frameOf(form, {
    type: 'NQ',
    party: committee,
    place: material.office.profile.place,
    number: vote?.resolution?.number,
    date: vote?.resolution?.date ?? vote?.date,
    copies: [decidingBody, branch.name, `Lưu ${committee.signsAs}`],
  })
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, statute) }))
  const clause = personClause(form, held)
  const branchNumber = form.need('branchNumber', { recorded: branchVote?.resolution?.number })
  const branchDate = form.needDate('branchDate', { recorded: branchVote?.resolution?.date ?? branchVote?.date })
  if (needsCeremony && held.state.ceremony === null) form.lack('ceremony')
  if (vote === undefined) form.lack('committeeVote')
  else if (!measureCommitteeVote(vote, rules).passed) form.lack('committeePassed')
  const absent = vote === undefined ? 0 : Math.max(0, vote.members - vote.present)
  const absences = absent === 0 ? '' : running(form.need('absences'), '; ')
  const chair = form.need('chair')
  const secretary = form.need('secretary')
  const merits = running(form.need('merits', { recorded: vote?.remarks }))
  const faults = running(form.need('faults'))
  const disagree = vote?.disagree ?? 0
  const because = disagree === 0 ? '' : running(form.need('disagreeReason'))
  return form.close(() => {
    const counts = vote ?? { members: 0, present: 0, agree: 0, blank: 0 }
    const counted = votesOf(rules, matterOf(vote ?? {})).committee.of.value
    const of = committeeDenominator(counts, counted)
    const whole = counted === 'members' ? 'tổng số cấp ủy viên' : 'số cấp ủy viên có mặt'
    const result = [
      `Đối chiếu với ${standard}, số cấp ủy viên tán thành việc đề nghị ${proposal} là ${people(counts.agree)}/${people(of)} đồng chí, đạt ${percent(counts.agree, of)} so với ${whole}`,
      `không tán thành ${people(disagree)} đồng chí${disagree === 0 ? '' : `, chiếm ${percent(disagree, of)}, lý do: ${because}`}`,
      ...(counts.blank === 0 ? [] : [`phiếu trắng hoặc không hợp lệ ${people(counts.blank)}`]),
    ]
    const body: readonly Block[] = [
      ...groundLines(grounds, false).map((ground) => paragraph(ground, 'basis')),
      paragraph(
        `- Xét ${cite('Nghị quyết', branchNumber, branchDate)} của ${branch.name} đề nghị ${proposal},`,
        'basis',
      ),
      paragraph(
        `${capital(showDateInWords(vote?.date ?? frame.day))}, ${committee.name} đã họp xét, đề nghị ${opening}. Tổng số cấp ủy viên: ${people(counts.members)} đồng chí; có mặt: ${people(counts.present)} đồng chí; vắng mặt: ${people(absent)} đồng chí${absences === '' ? '' : ` (${absences})`}.`,
      ),
      paragraph(`Chủ trì hội nghị: đồng chí ${chair}. Thư ký hội nghị: đồng chí ${secretary}.`),
      paragraph(
        `Sau khi xem xét hồ sơ và thảo luận, ${committee.name} thống nhất kết luận về ${person} (${clause}) như sau:`,
      ),
      paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
      paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
      paragraph(sentence(result.join('; '))),
      paragraph(`${committee.name} báo cáo và đề nghị ${decidingBody} xem xét, quyết định ${closing}.`),
    ]
    const { day: _day, ...rest } = frame
    return { ...rest, kind, type: 'Nghị quyết', summary, to: [], body: withEndMark(body), annexes: [] }
  })
}
