/**
 * Công văn đề nghị thẩm tra lý lịch của người xin vào Đảng (mẫu 20-KNĐ): to the committee of one place, about the
 * applicant and the relatives to be verified there. The resume goes with it, stamped across its pages.
 */
import type { VerificationState } from '../../model/case/before.ts'
import type { Relative } from '../../model/resume.ts'
import { KINSHIPS } from '../../words/labels-before.ts'
import { lower } from '../../words/show.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { headed, paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { dayInText, linesOf, running, sentence } from '../phrases.ts'
import { frameOf, personClause } from './head.ts'

const CONTENT =
  'lịch sử chính trị và chính trị hiện nay; việc chấp hành đường lối, chủ trương, nghị quyết của Đảng, chính sách, pháp luật của Nhà nước; phẩm chất chính trị, đạo đức, lối sống'

/** Composes the letter that asks for verification. */
export function verificationRequest(form: Form, material: Material, held: CaseMaterial): Composed {
  const { committee, branch } = partiesOf(material, held, material.rulesOn(material.today))
  const asked = openRequest(held)
  const to = form.need('recipient', { recorded: asked?.to })
  const frame = frameOf(form, {
    type: 'CV',
    party: committee,
    place: material.office.profile.place,
    number: asked?.letter?.number,
    date: asked?.letter?.date ?? asked?.date,
    copies: ['Như kính gửi', `Lưu ${committee.signsAs}`],
  })
  const { name } = held.state.profile
  const person = personClause(form, held)
  const persons = linesOf(
    form.need('verifyPersons', { recorded: asked === undefined ? undefined : personsOf(asked, held) }),
  )
  const content = running(form.need('verifyContent', { proposed: CONTENT }))
  const replyTo = form.need('replyTo')
  const by = form.may('answerBy')
  return form.close(() => {
    const body: readonly Block[] = [
      paragraph(
        `${branch.name} đang xem xét, đề nghị kết nạp quần chúng ${name} vào Đảng. Để có cơ sở xem xét theo quy định của Điều lệ Đảng, ${committee.name} đề nghị ${to} thẩm tra, xác nhận các nội dung sau:`,
      ),
      headed('1. Người xin vào Đảng:', sentence(`${name}, ${person}`)),
      headed('2. Những người cần thẩm tra:', persons.length === 1 ? sentence(persons[0] ?? '') : ''),
      ...(persons.length === 1 ? [] : persons.map((line) => paragraph(sentence(`- ${line}`)))),
      headed('3. Nội dung thẩm tra:', sentence(content)),
      paragraph(
        'Gửi kèm theo công văn này là lý lịch của người xin vào Đảng đã đóng dấu giáp lai; ý kiến thẩm tra đề nghị ghi vào phần dành cho cấp ủy nơi thẩm tra hoặc lập thành văn bản riêng, có chữ ký, họ tên, chức vụ của người thẩm tra và dấu của cấp ủy.',
      ),
      paragraph(
        sentence(
          `${committee.name} đề nghị ${to} quan tâm và gửi kết quả thẩm tra về: ${replyTo}${by === '' ? '' : `, trước ngày ${dayInText(by)}`}`,
        ),
      ),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'verificationRequest',
      type: null,
      summary: 'V/v thẩm tra lý lịch của người xin vào Đảng',
      to: [to],
      body: withEndMark(body.map(trimmed)),
      annexes: [],
    }
  })
}

/** The newest request that nobody has answered yet: a letter to another place begins empty. */
function openRequest({ state }: CaseMaterial): VerificationState | undefined {
  return state.verifications.findLast(({ answer }) => answer === null)
}

/** Who is asked about, one a line, as far as the CV knows them. */
function personsOf({ relatives }: VerificationState, { state }: CaseMaterial): string {
  return relatives
    .flatMap((id) => {
      if (id === 'self') return [`${state.profile.name}, người xin vào Đảng`]
      const relative = state.resume?.relatives.find((one) => one.id === id)
      return relative === undefined ? [] : [relativeText(relative)]
    })
    .join('\n')
}

function relativeText({ name, relation, birthYear, living, residence }: Relative): string {
  const parts = [
    `${TITLES[relation] ?? ''}${name}`,
    lower(KINSHIPS[relation]),
    ...(birthYear === undefined ? [] : [`sinh năm ${birthYear}`]),
    ...(living ? [] : ['đã mất']),
    ...(residence === undefined || !living ? [] : [`nơi cư trú: ${residence}`]),
  ]
  return parts.join(', ')
}

const TITLES: Readonly<Partial<Record<Relative['relation'], string>>> = {
  father: 'Ông ',
  spouseFather: 'Ông ',
  mother: 'Bà ',
  spouseMother: 'Bà ',
}

/** A heading whose list follows below ends with its colon. */
function trimmed(block: Block): Block {
  if (block.type === 'table') return block
  return { ...block, runs: block.runs.filter(({ text }) => text.trim() !== '') }
}
