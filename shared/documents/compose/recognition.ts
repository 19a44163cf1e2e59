/**
 * The papers of recognition: nghị quyết của chi bộ (mẫu 13-KNĐ) and của đảng ủy cơ sở (mẫu 15-KNĐ) đề nghị công nhận đảng
 * viên chính thức, and quyết định công nhận (mẫu 16-KNĐ). The day of official membership follows from the ceremony and is
 * never that of the decision (C29).
 */
import { addMonths } from '../../calendar/plain-date.ts'
import { branchDenominator, committeeDenominator, measureBranchVote, measureCommitteeVote } from '../../rules/votes.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { showDateInWords } from '../../text/dates.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { centered, headed, paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { capital, cite, groundLines, groundsOf, linesOf, people, percent, running, sentence } from '../phrases.ts'
import { frameOf, personClause } from './head.ts'
import { meetingOf, resultOf } from './meeting.ts'

const STATUTE = 'Điều 5 Điều lệ Đảng Cộng sản Việt Nam'
const STANDARD = 'tiêu chuẩn đảng viên'

/** Composes the branch's resolution on recognition. */
export function recognitionResolution(form: Form, material: Material, held: CaseMaterial): Composed {
  const { recognition, profile, ceremony } = held.state
  const vote = recognition.branchVotes.at(-1)
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
  const { name } = profile
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, STATUTE) }))
  const person = personClause(form, held)
  if (ceremony === null) form.lack('ceremony')
  if (vote === undefined) form.lack('branchVote')
  else if (!measureBranchVote(vote, rules).passed || vote.concludes !== undefined) form.lack('votePassed')
  const meeting = vote === undefined ? [] : meetingOf(form, vote)
  const chair = form.need('chair', { recorded: vote?.chair })
  const secretary = form.need('secretary', { recorded: vote?.secretary })
  const merits = running(form.need('merits', { recorded: vote?.remarks }))
  const faults = running(form.need('faults'))
  const result =
    vote === undefined
      ? ''
      : resultOf(form, vote, branchDenominator(vote, rules.votes.branch.of.value), {
          standard: STANDARD,
          proposal: `việc đề nghị công nhận đảng viên dự bị ${name} là đảng viên chính thức`,
        })
  const onward = direct
    ? `đề nghị ${decidingBody} xem xét, quyết định công nhận`
    : `đề nghị ${committee.name} xem xét, đề nghị ${decidingBody} quyết định công nhận`
  return form.close(() => {
    const body: readonly Block[] = [
      ...groundLines(grounds).map((ground) => paragraph(ground, 'basis')),
      paragraph(
        `${capital(showDateInWords(vote?.date ?? frame.day))}, ${branch.name} đã họp xét, đề nghị công nhận đảng viên dự bị ${name}, kết nạp ${showDateInWords(ceremony?.date ?? '')}, là đảng viên chính thức.`,
      ),
      ...meeting.map((line) => paragraph(line)),
      paragraph(`Chủ trì hội nghị: đồng chí ${chair}. Thư ký hội nghị: đồng chí ${secretary}.`),
      paragraph(
        `Sau khi nghe báo cáo và thảo luận, ${level} thống nhất kết luận về đảng viên dự bị ${name} (${person}) như sau:`,
      ),
      paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
      paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
      paragraph(result),
      paragraph(`${level} báo cáo và ${onward} đảng viên dự bị ${name} là đảng viên chính thức.`),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'recognitionResolution',
      type: 'Nghị quyết',
      summary: 'đề nghị công nhận đảng viên chính thức',
      to: [],
      body: withEndMark(body),
      annexes: [],
    }
  })
}

/** Composes the committee's resolution on recognition. */
export function recognitionCommittee(form: Form, material: Material, held: CaseMaterial): Composed {
  const { recognition, profile, ceremony } = held.state
  const vote = recognition.committeeVotes.at(-1)
  const branchVote = recognition.branchVotes.at(-1)
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
  const { name } = profile
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, STATUTE) }))
  const person = personClause(form, held)
  const branchNumber = form.need('branchNumber', { recorded: branchVote?.resolution?.number })
  const branchDate = form.needDate('branchDate', { recorded: branchVote?.resolution?.date ?? branchVote?.date })
  if (ceremony === null) form.lack('ceremony')
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
    const of = committeeDenominator(counts, rules.votes.committee.of.value)
    const whole = rules.votes.committee.of.value === 'members' ? 'tổng số cấp ủy viên' : 'số cấp ủy viên có mặt'
    const asked = `công nhận đảng viên dự bị ${name} là đảng viên chính thức`
    const result = [
      `Đối chiếu với ${STANDARD}, số cấp ủy viên tán thành việc đề nghị ${asked} là ${people(counts.agree)}/${people(of)} đồng chí, đạt ${percent(counts.agree, of)} so với ${whole}`,
      `không tán thành ${people(disagree)} đồng chí${disagree === 0 ? '' : `, chiếm ${percent(disagree, of)}, lý do: ${because}`}`,
      ...(counts.blank === 0 ? [] : [`phiếu trắng hoặc không hợp lệ ${people(counts.blank)}`]),
    ]
    const body: readonly Block[] = [
      ...groundLines(grounds, false).map((ground) => paragraph(ground, 'basis')),
      paragraph(`- Xét ${cite('Nghị quyết', branchNumber, branchDate)} của ${branch.name} đề nghị ${asked},`, 'basis'),
      paragraph(
        `${capital(showDateInWords(vote?.date ?? frame.day))}, ${committee.name} đã họp xét, đề nghị công nhận đảng viên dự bị ${name}, kết nạp ${showDateInWords(ceremony?.date ?? '')}, là đảng viên chính thức. Tổng số cấp ủy viên: ${people(counts.members)} đồng chí; có mặt: ${people(counts.present)} đồng chí; vắng mặt: ${people(absent)} đồng chí${absences === '' ? '' : ` (${absences})`}.`,
      ),
      paragraph(`Chủ trì hội nghị: đồng chí ${chair}. Thư ký hội nghị: đồng chí ${secretary}.`),
      paragraph(
        `Sau khi xem xét hồ sơ và thảo luận, ${committee.name} thống nhất kết luận về đảng viên dự bị ${name} (${person}) như sau:`,
      ),
      paragraph(sentence(`- Những ưu điểm chính: ${merits}`)),
      paragraph(sentence(`- Những khuyết điểm chính: ${faults}`)),
      paragraph(sentence(result.join('; '))),
      paragraph(`${committee.name} báo cáo và đề nghị ${decidingBody} xem xét, quyết định ${asked}.`),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'recognitionCommittee',
      type: 'Nghị quyết',
      summary: 'đề nghị công nhận đảng viên chính thức',
      to: [],
      body: withEndMark(body),
      annexes: [],
    }
  })
}

/** Composes the decision to recognise. */
export function recognitionDecision(form: Form, material: Material, held: CaseMaterial): Composed {
  const { recognition, profile, ceremony } = held.state
  const decision = recognition.decision?.outcome === 'recognise' ? recognition.decision : null
  if (recognition.decision !== null && decision === null) form.lack('recognised')
  if (ceremony === null) form.lack('ceremony')
  const rules = material.rulesOn(decision?.date ?? material.today)
  const { branch, committee, deciding, decidingBody, reviewBody, direct } = partiesOf(material, held, rules)
  const below = direct ? [branch.name] : [committee.name, branch.name]
  const frame = frameOf(form, {
    type: 'QĐ',
    party: deciding,
    place: material.office.profile.place,
    number: decision?.number,
    date: decision?.date,
    copies: ['Như Điều 2', `Lưu ${deciding.signsAs}`],
    signer: decision?.signer,
  })
  const { name } = profile
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, 'Điều lệ Đảng Cộng sản Việt Nam') }))
  const person = personClause(form, held)
  const branchVote = recognition.branchVotes.at(-1)
  const committeeVote = recognition.committeeVotes.at(-1)
  const branchNumber = form.need('branchNumber', { recorded: branchVote?.resolution?.number })
  const branchDate = form.needDate('branchDate', { recorded: branchVote?.resolution?.date ?? branchVote?.date })
  const above =
    direct || committeeVote === undefined
      ? ''
      : `${cite(
          'Nghị quyết',
          form.need('committeeNumber', { recorded: committeeVote.resolution?.number }),
          form.needDate('committeeDate', { recorded: committeeVote.resolution?.date ?? committeeVote.date }),
        )} của ${committee.name} và `
  return form.close(() => {
    const from = ceremony === null ? '' : showDateInWords(officialFrom(ceremony.date, material.rulesOn(ceremony.date)))
    const body: readonly Block[] = [
      ...groundLines(grounds, false).map((ground) => paragraph(ground, 'basis')),
      paragraph(`- Xét ${above}${cite('Nghị quyết', branchNumber, branchDate)} của ${branch.name},`, 'basis'),
      centered(`${decidingBody.toUpperCase()} QUYẾT ĐỊNH`),
      headed(
        'Điều 1.',
        sentence(
          `Công nhận đảng viên dự bị ${name} (${person}), kết nạp ${showDateInWords(ceremony?.date ?? '')}, là đảng viên chính thức kể từ ${from}`,
        ),
      ),
      headed(
        'Điều 2.',
        sentence(`${[reviewBody, ...below].join(', ')} và đồng chí ${name} chịu trách nhiệm thi hành Quyết định này`),
      ),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'recognitionDecision',
      type: 'Quyết định',
      summary: 'công nhận đảng viên chính thức',
      to: [],
      body: withEndMark(body),
      annexes: [],
    }
  })
}

/** The day official membership begins: the end of probation by the rule set of the ceremony. */
function officialFrom(ceremony: string, rules: RuleSet): string {
  const length = rules.limits.find(({ id }) => id === 'probation')?.length.value
  return length?.unit === 'months' ? addMonths(ceremony, length.amount) : ceremony
}
