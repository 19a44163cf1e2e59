/**
 * Papers of a meeting of the deciding body: the agenda with the list of the dossiers put to it, and the minutes with the
 * vote on each. They bear no number; the minutes are signed by who took them and who presided.
 */
import { showDate, showDateInWords } from '../../text/dates.ts'
import { MATTERS } from '../../words/labels.ts'
import { REVIEW_OUTCOMES } from '../../words/labels-before.ts'
import { MEETING_OUTCOMES } from '../../words/labels-meetings.ts'
import { lower } from '../../words/show.ts'
import type { Matter } from '../../model/acts.ts'
import type { Meeting } from '../../model/meeting-acts.ts'
import type { VoteState } from '../../model/review-work.ts'
import { actsOf } from '../../model/stage.ts'
import { measureBranchVote, measureCommitteeVote, type Measured } from '../../rules/votes.ts'
import type { Composed, Form } from '../form.ts'
import type { Material, MeetingCaseMaterial, MeetingMaterial } from '../material.ts'
import { headed, paragraph, withEndMark, type Block } from '../model.ts'
import { officeParty } from '../parties.ts'
import { capital, linesOf, people, percent, sentence } from '../phrases.ts'
import { copiesOf, headOf, signatureOf } from './head.ts'

/** Composes the agenda with the list of dossiers. */
export function meetingAgenda(form: Form, material: Material, { state, rows }: MeetingMaterial): Composed {
  const { meeting } = state
  const { day: _day, ...head } = headOfPaper(form, material, material.today)
  const signatures = signatureOf(form, { authority: `T/M ${meeting.body}`, post: 'Phó bí thư' })
  const copies = copiesOf(form, [`Các thành viên ${meeting.body}`, 'Lưu văn phòng'])
  const items = linesOf(form.need('agenda', { recorded: meeting.agenda, proposed: agendaFor(rows) }))
  return form.close(() => {
    const body: readonly Block[] = [
      paragraph(sentence(`Thời gian, địa điểm: ${whenAndWhere(meeting)}`)),
      paragraph(sentence(`Thành phần: các thành viên ${meeting.body}`)),
      ...(meeting.chair === undefined ? [] : [paragraph(sentence(`Chủ trì: ${meeting.chair}`))]),
      paragraph('Nội dung:'),
      ...items.map((item, place) => headed(`${place + 1}.`, sentence(item))),
    ]
    return {
      ...head,
      kind: 'meetingAgenda',
      type: 'Chương trình',
      summary: `họp ${meeting.body} ngày ${showDate(meeting.date)}`,
      to: [],
      body: withEndMark(body),
      copies,
      signatures,
      annexes:
        rows.length === 0
          ? []
          : [
              {
                title: 'Danh sách hồ sơ trình cuộc họp',
                note: `Kèm theo Chương trình họp ngày ${showDate(meeting.date)}`,
                blocks: [
                  {
                    type: 'table',
                    columns: LIST_COLUMNS,
                    rows: rows.map((row, place) => listRow(row, place, material)),
                  },
                ],
              },
            ],
    }
  })
}

/** Composes the minutes. */
export function meetingMinutes(form: Form, material: Material, { state, rows }: MeetingMaterial): Composed {
  const { meeting, held } = state
  if (held === null) form.lack('meetingHeld')
  if (!rows.some(({ vote }) => vote !== null)) form.lack('meetingVotes')
  const { day: _day, ...head } = headOfPaper(form, material, held?.date ?? meeting.date)
  const chair = form.need('chair', { recorded: held?.chair ?? meeting.chair })
  const secretary = form.need('secretary', { recorded: held?.secretary ?? meeting.secretary })
  const absences = form.may('absences', { recorded: held?.absences })
  const notes = form.may('minutes', { recorded: held?.notes })
  return form.close(() => {
    const present = held?.present ?? 0
    const body: readonly Block[] = [
      paragraph(
        sentence(
          `${capital(whenAndWhere({ ...meeting, date: held?.date ?? meeting.date }))}, ${meeting.body} họp xét hồ sơ`,
        ),
      ),
      paragraph(
        sentence(
          `Tổng số thành viên: ${people(meeting.members)} đồng chí; có mặt ${people(present)} đồng chí; vắng mặt ${people(meeting.members - present)} đồng chí${absences === '' ? '' : ` (${linesOf(absences).join('; ')})`}`,
        ),
      ),
      paragraph(sentence(`Chủ trì: ${chair}. Thư ký: ${secretary}`)),
      ...linesOf(notes).map((line) => paragraph(sentence(line))),
      paragraph(`${meeting.body} đã xem xét, biểu quyết từng trường hợp, kết quả như sau:`),
      ...rows.flatMap((row, place) =>
        row.vote === null ? [] : [headed(`${place + 1}.`, resultOf(row, row.vote, meeting.members))],
      ),
      paragraph('Biên bản được thông qua tại cuộc họp, các thành viên có mặt nhất trí.'),
    ]
    return {
      ...head,
      kind: 'meetingMinutes',
      type: 'Biên bản',
      summary: `họp ${meeting.body} xét hồ sơ`,
      to: [],
      body: withEndMark(body),
      copies: [],
      signatures: [
        { authority: [], post: 'Thư ký', name: nameOnly(secretary) },
        { authority: [], post: 'Chủ trì', name: nameOnly(chair) },
      ],
      annexes: [],
    }
  })
}

function headOfPaper(form: Form, material: Material, date: string) {
  return headOf(form, { party: officeParty(material), place: material.office.profile.place, date })
}

const LIST_COLUMNS = [
  { title: 'Số TT', width: 6, align: 'center' },
  { title: 'Họ và tên, ngày sinh', width: 24 },
  { title: 'Chi bộ, đơn vị', width: 22 },
  { title: 'Nội dung', width: 16 },
  { title: 'Kết quả họp xét ở cơ sở', width: 18 },
  { title: 'Ý kiến thẩm định', width: 14 },
] as const

function listRow({ case: held, matter }: MeetingCaseMaterial, place: number, { rulesOn }: Material): readonly string[] {
  const { state, unit, keeperName } = held
  const { branchVotes, committeeVotes, submissions } = actsOf(state, matter)
  const branch = branchVotes.at(-1)
  const committee = committeeVotes.at(-1)
  const review = submissions.at(-1)?.reviews.at(-1)
  return [
    String(place + 1),
    `${state.profile.name}${state.profile.birth === undefined ? '' : `, ${showDate(state.profile.birth)}`}`,
    [unit?.unit.name, held.own ? undefined : keeperName].filter((part) => part !== undefined).join(', '),
    MATTERS[matter],
    [
      branch === undefined ? null : `Chi bộ: ${share(measureBranchVote(branch, rulesOn(branch.date)))}`,
      committee === undefined
        ? null
        : `Cấp ủy cơ sở: ${share(measureCommitteeVote(committee, rulesOn(committee.date)))}`,
    ]
      .filter((part) => part !== null)
      .join('; '),
    review === undefined ? '' : REVIEW_OUTCOMES[review.outcome],
  ]
}

function share({ agree, of }: Measured): string {
  return `${agree}/${of}`
}

/** What a meeting is for where nobody has written its agenda: one item for each matter. */
function agendaFor(rows: readonly MeetingCaseMaterial[]): string | null {
  const counts = new Map<Matter, number>()
  for (const { matter } of rows) counts.set(matter, (counts.get(matter) ?? 0) + 1)
  if (counts.size === 0) return null
  return [...counts].map(([matter, count]) => `Xét ${lower(MATTERS[matter])}: ${people(count)} hồ sơ`).join('\n')
}

function resultOf(
  { case: held, matter }: MeetingCaseMaterial,
  { agree, disagree, blank, outcome, remarks }: VoteState,
  members: number,
): string {
  const { state, unit } = held
  const who = `Xét ${lower(MATTERS[matter])} đối với ${state.profile.name}${unit === null ? '' : ` (${unit.unit.name})`}`
  const votes =
    outcome === 'postponed' && agree + disagree + blank === 0
      ? ''
      : `: tán thành ${people(agree)}/${people(members)} đồng chí, đạt ${percent(agree, members)}; không tán thành ${people(disagree)}${blank === 0 ? '' : `; phiếu trắng hoặc không hợp lệ ${people(blank)}`}`
  const result = `. Kết luận: ${lower(MEETING_OUTCOMES[outcome])}`
  return sentence(`${who}${votes}${result}${remarks === undefined ? '' : `; ${remarks.replace(/\s*\n\s*/gu, '; ')}`}`)
}

/** 'Nguyễn Văn An, Bí thư' signs as 'Nguyễn Văn An'. */
function nameOnly(person: string): string {
  return person.split(',')[0]?.trim() ?? person
}

function whenAndWhere({ date, time, place }: Pick<Meeting, 'date' | 'time' | 'place'>): string {
  const [hour = '', minute = ''] = time?.split(':') ?? []
  return [
    time === undefined ? null : `${Number(hour)} giờ ${minute}`,
    showDateInWords(date),
    place === undefined ? null : `tại ${place}`,
  ]
    .filter((part) => part !== null)
    .join(', ')
}
