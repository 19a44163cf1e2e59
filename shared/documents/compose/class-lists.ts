/**
 * The roster of a class and the list of its certificates, to be printed and signed. They bear no number: what opens a class
 * is its decision, which they name.
 */
import type { ClassView, SeatRow } from '../../contract/classes.ts'
import { showDate } from '../../text/dates.ts'
import { CLASS_OUTCOMES } from '../../words/labels-before.ts'
import { labelOf, SEXES } from '../../words/labels.ts'
import { showNumber } from '../../words/show.ts'
import { holds } from '../../model/office-state.ts'
import type { Composed, Form } from '../form.ts'
import type { Material } from '../material.ts'
import { paragraph, type Column, type DocumentModel } from '../model.ts'
import { officeParty } from '../parties.ts'
import { headOf, signatureOf } from './head.ts'

/** Composes the roster: who is in the class, with attendance and result where they are recorded. */
export function classRoster(form: Form, material: Material, held: ClassView): Composed {
  const { seats } = held
  if (seats.length === 0) form.lack('seats')
  const isCounted = seats.some((seat) => seat.held > 0)
  const isEnded = seats.some(({ end }) => end !== null)
  const columns: readonly Column[] = [
    { title: 'Số thứ tự', width: 8, align: 'center' },
    { title: 'Họ và tên', width: 27 },
    { title: 'Ngày sinh', width: 14, align: 'center' },
    { title: 'Nam, nữ', width: 9, align: 'center' },
    { title: 'Đơn vị', width: 26 },
    { title: isEnded ? 'Kết quả' : isCounted ? 'Số buổi có mặt' : 'Ký tên', width: 16, align: 'center' },
  ]
  return list(form, material, held, {
    kind: 'classRoster',
    type: 'Danh sách học viên',
    closing: `Danh sách có ${showNumber(seats.length)} học viên.`,
    columns,
    rows: seats.map((seat, place) => [
      String(place + 1),
      seat.person.name,
      seat.person.birth === undefined ? '' : showDate(seat.person.birth),
      seat.person.sex === undefined ? '' : labelOf(SEXES, seat.person.sex),
      seat.person.unit,
      isEnded ? outcomeOf(seat) : isCounted ? `${seat.present}/${seat.held}` : '',
    ]),
  })
}

/** Composes the list of certificates: those who completed the class, in the order of their numbers. */
export function certificateList(form: Form, material: Material, held: ClassView): Composed {
  const passed = held.seats.flatMap((seat) =>
    seat.end?.certificate === undefined || seat.number === null
      ? []
      : [{ seat, ...seat.end.certificate, number: seat.number, date: seat.reissue?.date ?? seat.end.certificate.date }],
  )
  if (passed.length === 0) form.lack('certificates')
  return list(form, material, held, {
    kind: 'certificateList',
    type: 'Danh sách cấp giấy chứng nhận',
    closing: `Danh sách có ${showNumber(passed.length)} người được cấp giấy chứng nhận.`,
    columns: [
      { title: 'Số thứ tự', width: 8, align: 'center' },
      { title: 'Họ và tên', width: 26 },
      { title: 'Ngày sinh', width: 14, align: 'center' },
      { title: 'Đơn vị', width: 24 },
      { title: 'Số giấy chứng nhận', width: 16, align: 'center' },
      { title: 'Ngày cấp', width: 12, align: 'center' },
    ],
    rows: passed
      .toSorted((a, b) => (numberKey(a.number) < numberKey(b.number) ? -1 : 1))
      .map(({ seat, number, date }, place) => [
        String(place + 1),
        seat.person.name,
        seat.person.birth === undefined ? '' : showDate(seat.person.birth),
        seat.person.unit,
        number,
        showDate(date),
      ]),
  })
}

type ListText = Pick<DocumentModel, 'kind'> & {
  readonly type: string
  readonly closing: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

function list(form: Form, material: Material, { row: { facts } }: ClassView, text: ListText): Composed {
  const { profile } = material.office
  const { day, ...head } = headOf(form, { party: officeParty(material), place: profile.place, date: undefined })
  // An office that trains is signed for by its head; who signs for a committee is asked.
  const signatures = signatureOf(form, { post: holds(profile, 'trains', day) ? 'Giám đốc' : undefined })
  const decision = facts.decision
  const opened =
    decision?.number === undefined
      ? ''
      : ` theo Quyết định số ${decision.number}${decision.date === undefined ? '' : ` ngày ${showDate(decision.date)}`}`
  const where = facts.place === undefined ? '' : `, tại ${facts.place}`
  return form.close(() => ({
    ...head,
    kind: text.kind,
    type: text.type,
    summary: facts.name,
    to: [],
    body: [
      paragraph(`Lớp mở${opened}, từ ngày ${showDate(facts.from)} đến ngày ${showDate(facts.to)}${where}.`),
      { type: 'table', columns: text.columns, rows: text.rows },
      paragraph(text.closing),
    ],
    copies: [],
    signatures,
    annexes: [],
  }))
}

function outcomeOf({ end }: SeatRow): string {
  return end === null ? '' : CLASS_OUTCOMES[end.outcome]
}

/** Numbers in their order: 9/CN before 10/CN. */
function numberKey(number: string): string {
  return number.replace(/\d+/gu, (digits) => digits.padStart(9, '0'))
}
