/**
 * Nghị quyết của chi bộ đề nghị kết nạp đảng viên (mẫu 6-KNĐ), and đề nghị công nhận đảng viên chính thức (mẫu 13-KNĐ).
 * Its numbers are those of the meeting on record; a vote that falls short makes no resolution, it is reported instead.
 */
import { matterOf } from '../../model/acts.ts'
import { branchDenominator, measureBranchVote, votesOf } from '../../rules/votes.ts'
import { showDateInWords } from '../../text/dates.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { capital, groundLines, groundsOf, linesOf, running, sentence } from '../phrases.ts'
import { admissionAsked, recognitionAsked, type Asked } from './asked.ts'
import { frameOf, personClause } from './head.ts'
import { meetingOf, resultOf } from './meeting.ts'

/** Composes the resolution of the branch on admission. */
export function branchResolution(form: Form, material: Material, held: CaseMaterial): Composed {
  return compose('branchResolution', admissionAsked(held), form, material, held)
}

/** Composes the resolution of the branch on recognition. */
export function recognitionResolution(form: Form, material: Material, held: CaseMaterial): Composed {
  return compose('recognitionResolution', recognitionAsked(held), form, material, held)
}

function compose(
  kind: 'branchResolution' | 'recognitionResolution',
  { acts, statute, standard, person, opening, proposal, closing, summary, needsCeremony }: Asked,
  form: Form,
  material: Material,
  held: CaseMaterial,
): Composed {
  const vote = acts.branchVotes.at(-1)
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
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, statute) }))
  const clause = personClause(form, held)
  if (needsCeremony && held.state.ceremony === null) form.lack('ceremony')
  if (vote === undefined) form.lack('branchVote')
  else if (!measureBranchVote(vote, rules).passed || vote.concludes !== undefined) form.lack('votePassed')
  const meeting = vote === undefined ? [] : meetingOf(form, vote)
  const chair = form.need('chair', { recorded: vote?.chair })
  const secretary = form.need('secretary', { recorded: vote?.secretary })
  const resume = kind === 'branchResolution' ? running(form.need('resumeConclusion')) : null
  const merits = running(form.need('merits', { recorded: vote?.remarks }))
  const faults = running(form.need('faults'))
  const result =
    vote === undefined
      ? ''
      : resultOf(form, vote, branchDenominator(vote, votesOf(rules, matterOf(vote)).branch.of.value), {
          standard,
          proposal: `việc đề nghị ${proposal}`,
        })
  const onward = direct
    ? `đề nghị ${decidingBody} xem xét, quyết định`
    : `đề nghị ${committee.name} xem xét, đề nghị ${decidingBody} quyết định`
  return form.close(() => {
    const body: readonly Block[] = [
      ...groundLines(grounds).map((ground) => paragraph(ground, 'basis')),
      paragraph(`${capital(showDateInWords(vote?.date ?? frame.day))}, ${branch.name} đã họp xét, đề nghị ${opening}.`),
      ...meeting.map((line) => paragraph(line)),
      paragraph(`Chủ trì hội nghị: đồng chí ${chair}. Thư ký hội nghị: đồng chí ${secretary}.`),
      paragraph(`Sau khi nghe báo cáo và thảo luận, ${level} thống nhất kết luận về ${person} (${clause}) như sau:`),
      ...(resume === null ? [] : [paragraph(sentence(`- Về lý lịch: ${resume}`))]),
      paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
      paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
      paragraph(result),
      paragraph(`${level} báo cáo và ${onward} ${closing}.`),
    ]
    const { day: _day, ...rest } = frame
    return { ...rest, kind, type: 'Nghị quyết', summary, to: [], body: withEndMark(body), annexes: [] }
  })
}
