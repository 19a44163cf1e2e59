/**
 * The answer of the deciding body: quyết định kết nạp đảng viên (mẫu 9-KNĐ), or thông báo that it does not agree. Number,
 * day and signer of a decision on record are taken from there.
 */
import { showDateInWords } from '../../text/dates.ts'
import { DURATION_UNITS, RULE_EVENTS } from '../../words/labels-rules.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { centered, headed, paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf, type Parties } from '../parties.ts'
import { capital, cite, groundLines, groundsOf, linesOf, people, running, sentence } from '../phrases.ts'
import { frameOf, personClause } from './head.ts'

/** Composes the decision to admit. */
export function admissionDecision(form: Form, material: Material, held: CaseMaterial): Composed {
  const decision = held.state.decision?.outcome === 'admit' ? held.state.decision : null
  if (held.state.decision?.outcome === 'refuse') form.lack('admitted')
  const rules = material.rulesOn(decision?.date ?? material.today)
  const parties = partiesOf(material, held, rules)
  const { branch, committee, deciding, decidingBody, reviewBody, direct } = parties
  const below = direct ? [branch.name] : [committee.name, branch.name]
  const frame = frameOf(form, {
    type: 'QĐ',
    party: deciding,
    place: material.office.profile.place,
    number: decision?.number,
    date: decision?.date,
    copies: ['Như Điều 3', `Lưu ${deciding.signsAs}`],
    signer: decision?.signer,
  })
  const { name } = held.state.profile
  const grounds = linesOf(form.need('grounds', { proposed: groundsOf(rules, 'Điều lệ Đảng Cộng sản Việt Nam') }))
  const person = personClause(form, held)
  const resolutions = resolutionsOf(form, held, parties)
  return form.close(() => {
    const body: readonly Block[] = [
      ...groundLines(grounds, false).map((ground) => paragraph(ground, 'basis')),
      paragraph(`- Xét ${resolutions},`, 'basis'),
      centered(`${decidingBody.toUpperCase()} QUYẾT ĐỊNH`),
      headed('Điều 1.', sentence(`Kết nạp quần chúng ${name} (${person}) vào Đảng Cộng sản Việt Nam`)),
      headed(
        'Điều 2.',
        sentence(
          `${branch.name} có trách nhiệm tổ chức lễ kết nạp đảng viên cho quần chúng ${name} theo quy định của Điều lệ Đảng${ceremonyLimit(rules)} và phân công đảng viên chính thức giúp đỡ đảng viên dự bị`,
        ),
      ),
      headed(
        'Điều 3.',
        sentence(`${[reviewBody, ...below].join(', ')} và quần chúng ${name} chịu trách nhiệm thi hành Quyết định này`),
      ),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'admissionDecision',
      type: 'Quyết định',
      summary: 'kết nạp đảng viên',
      to: [],
      body: withEndMark(body),
      annexes: [],
    }
  })
}

/** Composes the notice that the deciding body does not agree. */
export function refusalNotice(form: Form, material: Material, held: CaseMaterial): Composed {
  const decision = held.state.decision?.outcome === 'refuse' ? held.state.decision : null
  if (held.state.decision?.outcome === 'admit') form.lack('refused')
  const rules = material.rulesOn(decision?.date ?? material.today)
  const parties = partiesOf(material, held, rules)
  const { branch, committee, deciding, decidingBody, direct } = parties
  const below = direct ? branch.name : `${committee.name}, ${branch.name}`
  const frame = frameOf(form, {
    type: 'TB',
    party: deciding,
    place: material.office.profile.place,
    number: decision?.number,
    date: decision?.date,
    copies: [...(direct ? [branch.name] : [committee.name, branch.name]), `Lưu ${deciding.signsAs}`],
    signer: decision?.signer,
  })
  const { name } = held.state.profile
  const person = personClause(form, held)
  const resolutions = resolutionsOf(form, held, parties)
  const reason = running(form.need('reason', { recorded: decision?.reason }))
  return form.close(() => {
    const counted =
      decision?.members === undefined || decision.agree === undefined
        ? ''
        : ` (tán thành ${people(decision.agree)}/${people(decision.members)} đồng chí)`
    const body: readonly Block[] = [
      paragraph(
        `${capital(showDateInWords(decision?.date ?? frame.day))}, ${decidingBody} đã xem xét ${resolutions} và hồ sơ kèm theo. Sau khi thảo luận, ${decidingBody} không đồng ý kết nạp quần chúng ${name} (${person}) vào Đảng${counted}.`,
      ),
      paragraph(sentence(`Lý do: ${reason}`)),
      paragraph(
        `${decidingBody} thông báo để ${below} biết, thông báo đến quần chúng ${name} và tiếp tục giúp đỡ, bồi dưỡng theo quy định.`,
      ),
    ]
    const { day: _day, ...rest } = frame
    return {
      ...rest,
      kind: 'refusalNotice',
      type: 'Thông báo',
      summary: 'kết quả xét đề nghị kết nạp đảng viên',
      to: [],
      body: withEndMark(body),
      annexes: [],
    }
  })
}

/** The resolutions a decision answers, the committee's before the branch's. */
function resolutionsOf(form: Form, { state }: CaseMaterial, { branch, committee, direct }: Parties): string {
  const branchVote = state.branchVotes.at(-1)
  const committeeVote = state.committeeVotes.at(-1)
  const branchNumber = form.need('branchNumber', { recorded: branchVote?.resolution?.number })
  const branchDate = form.needDate('branchDate', { recorded: branchVote?.resolution?.date ?? branchVote?.date })
  const own = `${cite('Nghị quyết', branchNumber, branchDate)} của ${branch.name}`
  const about = `đề nghị kết nạp quần chúng ${state.profile.name} vào Đảng`
  if (direct && committeeVote === undefined) return `${own} ${about}`
  const number = form.need('committeeNumber', { recorded: committeeVote?.resolution?.number })
  const date = form.needDate('committeeDate', {
    recorded: committeeVote?.resolution?.date ?? committeeVote?.date,
  })
  return `${cite('Nghị quyết', number, date)} của ${committee.name} và ${own} ${about}`
}

function ceremonyLimit(rules: RuleSet): string {
  const limit = rules.limits.find(({ id }) => id === 'ceremony')
  if (limit === undefined) return ''
  const { amount, unit } = limit.length.value
  return ` trong thời hạn ${amount} ${DURATION_UNITS[unit]} kể từ ${RULE_EVENTS[limit.start.value]}`
}
