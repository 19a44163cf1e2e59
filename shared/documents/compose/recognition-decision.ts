/**
 * Quyết định công nhận đảng viên chính thức (mẫu 16-KNĐ). The day of official membership follows from the ceremony and is
 * never that of the decision (C29).
 */
import { addMonths } from '../../calendar/plain-date.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { showDateInWords } from '../../text/dates.ts'
import type { Composed, Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { centered, headed, paragraph, withEndMark, type Block } from '../model.ts'
import { partiesOf } from '../parties.ts'
import { cite, groundLines, groundsOf, linesOf, sentence } from '../phrases.ts'
import { frameOf, personClause } from './head.ts'

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
