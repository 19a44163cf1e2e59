/**
 * What others think of the applicant before the branch resolves or the committee meets: opinions put together by the
 * branch (mẫu 5-KNĐ, without a number) and the report of the section's committee (mẫu 7-KNĐ).
 */
import { OPINION_SOURCES } from '../../words/labels-before.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { headed, paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { cite, dayInText, people, running, sentence } from '../phrases.ts'
import { frameOf, headOf, personClause, signatureOf } from './head.ts'
import { countText, listed, share } from './introductions.ts'

/** Composes the summary of opinions. */
export function opinionSummary(form: Form, material: Material, held: CaseMaterial): Composed {
  const { branch } = partiesOf(material, held, material.rulesOn(material.today))
  const { opinions, profile } = held.state
  const { day: _day, ...head } = headOf(form, {
    party: branch,
    place: material.office.profile.place,
    date: undefined,
  })
  const person = personClause(form, held)
  const recorded = (isResidence: boolean) => {
    const lines = opinions
      .filter(({ organisation }) => (organisation === 'residence') === isResidence)
      .map(({ organisation, name, date, agree, disagree, summary }) => {
        const total = agree === undefined ? undefined : agree + (disagree ?? 0)
        const votes =
          agree === undefined || total === undefined
            ? ''
            : ` (tán thành ${people(agree)}/${people(total)}, đạt ${share(String(agree), String(total))})`
        const who = organisation === 'other' ? name : `${OPINION_SOURCES[organisation]}: ${name}`
        return `${isResidence ? name : who}, ngày ${dayInText(date)}: ${running(summary)}${votes}`
      })
    return lines.length === 0 ? null : lines.join('\n')
  }
  const ofOrganisations = form.need('organisationOpinions', { recorded: recorded(false) })
  const ofResidence = form.need('residenceOpinions', { recorded: recorded(true) })
  const conclusion = running(form.need('conclusion'))
  const signatures = signatureOf(form, { authority: `T/M ${branch.signsAs}`, post: 'Bí thư' })
  return form.close(() => ({
    ...head,
    kind: 'opinionSummary',
    type: 'Tổng hợp ý kiến nhận xét',
    summary:
      'của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt và chi ủy (chi bộ) nơi cư trú đối với người vào Đảng',
    to: [],
    body: withEndMark([
      paragraph(sentence(`${branch.name} tổng hợp ý kiến nhận xét đối với quần chúng ${profile.name} (${person})`)),
      bold('1. Ý kiến của tổ chức chính trị - xã hội nơi sinh hoạt:'),
      ...listed(ofOrganisations),
      bold('2. Ý kiến của chi ủy (chi bộ) nơi cư trú:'),
      ...listed(ofResidence),
      headed('3. Kết luận của chi bộ:', sentence(conclusion)),
    ]),
    copies: [],
    signatures,
    annexes: [],
  }))
}

/** Composes the report of the section's committee. */
export function sectionReport(form: Form, material: Material, held: CaseMaterial): Composed {
  const vote = held.state.branchVotes.at(-1)
  const rules = material.rulesOn(vote?.date ?? material.today)
  const { branch, section, committee } = partiesOf(material, held, rules)
  const report = held.state.papers.findLast(({ paper }) => paper === '7-KND')
  const frame = frameOf(form, {
    type: 'BC',
    party: section,
    place: material.office.profile.place,
    number: report?.number,
    date: report?.date,
    copies: [`${committee.name} (để báo cáo)`, `Lưu ${section.signsAs}`],
  })
  const { name } = held.state.profile
  if (vote === undefined) form.lack('branchVote')
  const branchNumber = form.need('branchNumber', { recorded: vote?.resolution?.number })
  const branchDate = form.needDate('branchDate', { recorded: vote?.resolution?.date ?? vote?.date })
  const person = personClause(form, held)
  const members = form.need('members', { recorded: text(report?.vote?.members) })
  const agree = form.need('agree', { recorded: text(report?.vote?.agree) })
  const conclusion = running(form.need('conclusion'))
  return form.close(() => {
    const { day, ...rest } = frame
    const { issuer } = rest
    return {
      ...rest,
      kind: 'sectionReport',
      type: 'Báo cáo',
      summary: `thẩm định nghị quyết của ${branch.name} đề nghị kết nạp đảng viên`,
      to: [committee.name],
      body: withEndMark([
        paragraph(
          `Ngày ${dayInText(day)}, ${issuer} đã họp thẩm định ${cite('Nghị quyết', branchNumber, branchDate)} của ${branch.name} đề nghị kết nạp quần chúng ${name} (${person}) vào Đảng.`,
        ),
        paragraph(sentence(`Kết quả thẩm định: ${conclusion}`)),
        paragraph(
          `Số ủy viên tán thành việc đề nghị kết nạp quần chúng ${name} vào Đảng là ${countText(agree)}/${countText(members)} đồng chí, đạt ${share(agree, members)}. ${issuer} báo cáo ${committee.name} xem xét, quyết định.`,
        ),
      ]),
      annexes: [],
    }
  })
}

function bold(text: string): Block {
  return { type: 'paragraph', style: 'body', runs: [{ text, bold: true }] }
}

function text(count: number | undefined): string | undefined {
  return count === undefined ? undefined : String(count)
}
