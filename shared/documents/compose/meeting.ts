/**
 * What resolutions tell of a branch's meeting: who was there, and how the vote went.
 */
import type { BranchVote } from '../../model/acts.ts'
import { VOTE_METHODS } from '../../words/labels.ts'
import { lower } from '../../words/show.ts'
import type { Form } from '../form.ts'
import { people, percent, running, sentence } from '../phrases.ts'

/** Who was there: all members, those present, those absent and why. */
export function meetingOf(form: Form, vote: BranchVote): readonly string[] {
  const absentOfficial = vote.official - vote.presentOfficial
  const absentProbationary = vote.probationary - vote.presentProbationary
  const absent = Math.max(0, absentOfficial) + Math.max(0, absentProbationary)
  const recorded = vote.absences.map(({ name, count, reason }) => {
    const who = name === undefined ? (count === undefined ? '' : `${people(count)} đồng chí`) : `đồng chí ${name}`
    return who === '' ? reason : `${who} (${reason})`
  })
  const reasons =
    absent === 0
      ? ''
      : running(form.need('absences', { recorded: recorded.length === 0 ? null : recorded.join('\n') }), '; ')
  const counts = (official: number, probationary: number) =>
    `${people(official + probationary)} đồng chí (chính thức ${people(official)}, dự bị ${people(probationary)})`
  return [
    `Tổng số đảng viên: ${counts(vote.official, vote.probationary)}. Có mặt: ${counts(vote.presentOfficial, vote.presentProbationary)}. Vắng mặt: ${counts(Math.max(0, absentOfficial), Math.max(0, absentProbationary))}.`,
    ...(reasons === '' ? [] : [sentence(`Lý do vắng mặt: ${reasons}`)]),
  ]
}

/** What a vote was about: the standard the meeting held the person to, and what was put to the vote. */
export type Question = { readonly standard: string; readonly proposal: string }

/** The result of a branch's vote, with its share and the reasons against. */
export function resultOf(form: Form, vote: BranchVote, of: number, { standard, proposal }: Question): string {
  const against = vote.disagree + vote.blank
  const because = vote.disagree === 0 ? '' : running(form.need('disagreeReason'))
  const counted =
    vote.excluded === 0
      ? 'tổng số đảng viên chính thức'
      : `tổng số đảng viên chính thức được triệu tập (không tính ${people(vote.excluded)} đồng chí theo quy định)`
  const parts = [
    `Đối chiếu với ${standard}, hội nghị đã ${lower(VOTE_METHODS[vote.method])}: số đảng viên chính thức tán thành ${proposal} là ${people(vote.agree)}/${people(of)} đồng chí, đạt ${percent(vote.agree, of)} so với ${counted}`,
    `không tán thành ${people(vote.disagree)} đồng chí${vote.disagree === 0 ? '' : `, chiếm ${percent(vote.disagree, of)}, lý do: ${because}`}`,
    ...(against === vote.disagree ? [] : [`phiếu trắng hoặc không hợp lệ ${people(vote.blank)}`]),
  ]
  return sentence(parts.join('; '))
}
