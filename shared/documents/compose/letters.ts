/**
 * Letters of the exchange of dossiers: the cover letter of a submission with the list of persons and of their papers, and
 * the letter with which dossiers are returned, remark by remark.
 */
import { showDate } from '../../text/dates.ts'
import { SEXES } from '../../words/labels.ts'
import { paperName } from '../../words/labels-rules.ts'
import { lower } from '../../words/show.ts'
import type { DocumentRef } from '../../base/fields.ts'
import type { Matter } from '../../model/acts.ts'
import { actsOf, currentMatter } from '../../model/stage.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { headed, paragraph, withEndMark, type Annex, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { dayInText, linesOf, people, sentence } from '../phrases.ts'
import { frameOf } from './head.ts'

/** Composes the cover letter of one dossier or a batch. */
export function submissionLetter(form: Form, material: Material, first: CaseMaterial): Composed {
  const { cases } = material
  const last = first.state.submissions.at(-1)
  const rules = material.rulesOn(last?.date ?? material.today)
  const { committee, decidingBody } = partiesOf(material, first, rules)
  const to = form.need('recipient', { proposed: decidingBody })
  const frame = frameOf(form, {
    type: 'CV',
    party: committee,
    place: material.office.profile.place,
    number: last?.letter?.number,
    date: last?.letter?.date ?? last?.date,
    copies: ['Như kính gửi', `Lưu ${committee.signsAs}`],
  })
  const occasion = form.may('occasion', { recorded: last?.batch })
  if (cases.some(({ state }) => state.branchVotes.length === 0)) form.lack('branchVote')
  return form.close(() => {
    const one = cases.length === 1 ? first : null
    const whom =
      one === null
        ? `${people(cases.length)} quần chúng`
        : `quần chúng ${one.state.profile.name}, ${one.unit?.unit.name ?? ''}`
    const body: readonly Block[] = [
      paragraph(
        `Thực hiện quy định của Điều lệ Đảng và hướng dẫn về công tác kết nạp đảng viên, ${committee.name} đã xem xét, thống nhất đề nghị kết nạp ${whom} vào Đảng${occasion === '' ? '' : `, ${lower(occasion)}`}.`,
      ),
      paragraph(
        `${committee.name} gửi ${to} ${people(cases.length)} bộ hồ sơ, kèm theo danh sách người được đề nghị kết nạp và danh mục giấy tờ trong hồ sơ của từng người.`,
      ),
      paragraph(`${committee.name} kính đề nghị ${to} xem xét, quyết định.`),
    ]
    const { day: _day, ...rest } = frame
    const note = `Kèm theo Công văn ${lower(frame.number ?? '')}, ngày ${dayInText(frame.day)}`
    return {
      ...rest,
      kind: 'submissionLetter',
      type: null,
      summary: 'V/v đề nghị kết nạp đảng viên',
      to: [to],
      body: withEndMark(body),
      annexes: [personsAnnex(cases, note), papersAnnex(cases, rules, note)],
    }
  })
}

/** Composes the letter that returns a dossier with remarks item by item. */
export function returnLetter(form: Form, material: Material, held: CaseMaterial): Composed {
  const matter = currentMatter(held.state)
  const submission = actsOf(held.state, matter).submissions.at(-1)
  const returned = submission?.returned ?? null
  const about = ABOUT[matter]
  const rules = material.rulesOn(returned?.date ?? material.today)
  const { review, committee, branch, reviewBody, direct } = partiesOf(material, held, rules)
  const to = form.need('recipient', { proposed: direct ? branch.name : committee.name })
  const frame = frameOf(form, {
    type: 'CV',
    party: review,
    place: material.office.profile.place,
    number: returned?.letter?.number,
    date: returned?.letter?.date ?? returned?.date,
    copies: ['Như kính gửi', `Lưu ${review.signsAs}`],
    authority: '',
    post: `Trưởng ban`,
  })
  const { name } = held.state.profile
  const recorded = returned?.remarks.map(({ paper, text }) => {
    const named = paper === undefined ? null : paperName(paper)
    return `${named === null ? '' : `${named}: `}${text.replace(/\s*\n\s*/gu, '; ')}`
  })
  const remarks = linesOf(form.need('remarks', { recorded: recorded?.join('\n') }))
  const by = form.may('answerBy', { recorded: returned?.answerBy })
  return form.close(() => {
    const letter = submission?.letter?.number
    const sent = letter === undefined ? '' : ` gửi kèm Công văn số ${letter}`
    const body: readonly Block[] = [
      paragraph(
        `Qua thẩm định hồ sơ đề nghị ${about.what} đối với ${about.whom} ${name} (${branch.name})${sent}, ${reviewBody} trả lại hồ sơ để bổ sung, hoàn chỉnh các nội dung sau:`,
      ),
      ...remarks.map((remark, place) => headed(`${place + 1}.`, sentence(remark))),
      paragraph(
        sentence(
          `${reviewBody} đề nghị ${to} chỉ đạo bổ sung, hoàn chỉnh và gửi lại hồ sơ${by === '' ? '' : ` trước ngày ${dayInText(by)}`} để trình cấp ủy có thẩm quyền xem xét`,
        ),
      ),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'returnLetter',
      type: null,
      summary: `V/v bổ sung, hoàn chỉnh hồ sơ đề nghị ${about.what}`,
      to: [to],
      body: withEndMark(body),
      annexes: [],
    }
  })
}

/** What a dossier asks for and how its person is called, by what it is about. */
const ABOUT: Readonly<Record<Matter, { readonly what: string; readonly whom: string }>> = {
  admission: { what: 'kết nạp đảng viên', whom: 'quần chúng' },
  recognition: { what: 'công nhận đảng viên chính thức', whom: 'đảng viên dự bị' },
  removal: { what: 'xóa tên trong danh sách đảng viên dự bị', whom: 'đảng viên dự bị' },
  cancellation: { what: 'hủy quyết định kết nạp đảng viên', whom: 'đồng chí' },
}

function personsAnnex(cases: readonly CaseMaterial[], note: string): Annex {
  const rows = cases.map(({ state, unit }, place) => [
    String(place + 1),
    state.profile.name,
    state.profile.birth === undefined ? '' : showDate(state.profile.birth),
    state.profile.sex === undefined ? '' : SEXES[state.profile.sex],
    unit?.unit.name ?? '',
    referenceOf(state.branchVotes.at(-1)),
    referenceOf(state.committeeVotes.at(-1)),
  ])
  const columns = [
    { title: 'Số TT', width: 6, align: 'center' },
    { title: 'Họ và tên', width: 21 },
    { title: 'Ngày sinh', width: 15, align: 'center' },
    { title: 'Nam, nữ', width: 8, align: 'center' },
    { title: 'Chi bộ', width: 20 },
    { title: 'Nghị quyết của chi bộ', width: 15 },
    { title: 'Nghị quyết của đảng ủy', width: 15 },
  ] as const
  return { title: 'Danh sách đề nghị kết nạp đảng viên', note, blocks: [{ type: 'table', columns, rows }] }
}

function papersAnnex(cases: readonly CaseMaterial[], rules: RuleSet, note: string): Annex {
  const order = new Map(rules.papers.map(({ code }, place) => [code, place]))
  const blocks = cases.flatMap(({ state, unit }, place): readonly Block[] => {
    const papers = state.papers.toSorted((a, b) => (order.get(a.paper) ?? 999) - (order.get(b.paper) ?? 999))
    const rows = papers.map((paper, index) => {
      const rule = rules.papers.find(({ code }) => code === paper.paper)
      const form = rule?.form === undefined ? '' : ` (${rule.form})`
      const who = paper.person === undefined ? '' : `, ${paper.person}`
      return [
        String(index + 1),
        `${rule?.name.value ?? paperName(paper.paper) ?? paper.note ?? ''}${form}${who}`,
        referenceOf({ date: paper.date, resolution: { number: paper.number, date: paper.date } }),
        people(rule?.copies.value ?? 1),
      ]
    })
    const columns = [
      { title: 'Số TT', width: 8, align: 'center' },
      { title: 'Tên giấy tờ', width: 57 },
      { title: 'Số, ngày', width: 25 },
      { title: 'Số bản', width: 10, align: 'center' },
    ] as const
    const head = `${place + 1}. ${state.profile.name}${unit === null ? '' : `, ${unit.unit.name}`}`
    return [paragraph(head, 'caption'), { type: 'table', columns, rows }]
  })
  return { title: 'Danh mục giấy tờ trong hồ sơ', note, blocks }
}

/** '12-NQ/CB, 15/01/2024' */
function referenceOf(
  act: { readonly date?: string | undefined; readonly resolution?: DocumentRef | undefined } | undefined,
): string {
  const number = act?.resolution?.number
  const date = act?.resolution?.date ?? act?.date
  return [number, date === undefined ? undefined : showDate(date)].filter((part) => part !== undefined).join(', ')
}
