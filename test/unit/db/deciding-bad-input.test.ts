/**
 * What a deciding office may get wrong, each with the sentence it is told: a decision by another body, a number used twice, a
 * vote over the membership, a class with no places, a certificate before its class, a target of zero or under the result, no
 * denominator, a unit merged in mid-year.
 */
import { expect, test } from 'vitest'
import type { TargetRow } from '../../../shared/reports/targets.ts'
import { findingSentence, noteSentence, refusalSentence } from '../../../shared/words/vi.ts'
import { judgedCase, judgeOf } from '../../../db/assessments.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { targetsView } from '../../../db/queries/targets.ts'
import { decide, DISTRICT, openDesk, register, submit, UNIT, valueOf, type Desk } from '../../support/journal-kit.ts'

const TODAY = '2024-03-01'
const CLASS = { kind: 'awareness', name: 'Lớp khóa 1', from: '2024-01-08', to: '2024-01-12', places: 2 }

const office = () => openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today: TODAY })

/** What a person is told of a call that is refused. */
function told(desk: Desk, name: string, input: object): string {
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error(`${name} was recorded`)
  return refusalSentence(answer.error)
}

function admitted(desk: Desk, name: string, rest: object = {}): string {
  const id = register(desk, { name, birth: '1995-02-03', sex: 'female' })
  submit(desk, id)
  decide(desk, id, { date: '2024-01-20', ...rest })
  return id
}

const rowOf = (desk: Desk): TargetRow => {
  const view = desk.ask((db) => targetsView(db, loadJudging(db, TODAY), { year: 2024 }))
  const row = view?.parts.find(({ id }) => id === UNIT)
  if (row === undefined) throw new Error('no such unit')
  return row
}

const notes = (desk: Desk) => rowOf(desk).notes.map(noteSentence)

test('a decision by another body is recorded as signed, and said to be beyond its powers', () => {
  const desk = office()
  const id = admitted(desk, 'Lê Thị Lan', { body: 'Ban Chấp hành Đoàn xã' })
  const findings = desk.ask((db) => {
    const judge = judgeOf(db, TODAY)
    return judge === null ? [] : (judgedCase(db, id, judge)?.assessment.findings ?? [])
  })
  const found = findings.find(({ code }) => code === 'C18')
  expect(found === undefined ? null : findingSentence(found)).toBe(
    'Quyết định do “Ban Chấp hành Đoàn xã” ban hành, khác với cơ quan có thẩm quyền theo bộ quy định là “Ban Thường vụ Huyện ủy”.',
  )
})

test('a number of the same body used twice in the term is refused, with who has it', () => {
  const desk = office()
  admitted(desk, 'Lê Thị Lan', { number: '345-QĐ/HU' })
  const id = register(desk, { name: 'Trần Văn Bình', birth: '1995-02-03', sex: 'male' })
  submit(desk, id)
  const decision = { case: id, outcome: 'admit', number: '345-QĐ/HU', date: '2024-01-20' }
  expect(told(desk, 'decision.record', { ...decision, body: 'Ban Thường vụ Huyện ủy' })).toBe(
    'Số quyết định 345-QĐ/HU đã dùng cho Lê Thị Lan trong nhiệm kỳ này. Kiểm tra lại số trên quyết định; nếu văn bản đã ký đúng là trùng số thì đánh dấu “Văn bản ghi trùng số” rồi ghi lại.',
  )
})

test('a vote of more than the membership is refused', () => {
  const desk = office()
  const id = register(desk)
  submit(desk, id)
  const { meeting = '' } = valueOf(
    desk.do('meeting.call', {
      date: TODAY,
      body: 'Ban Thường vụ Huyện ủy',
      members: 11,
      cases: [{ case: id, matter: 'admission' }],
    }),
  )
  const vote = { case: id, present: 12, agree: 12, disagree: 0, blank: 0, outcome: 'agreed' }
  expect(told(desk, 'meeting.vote', { meeting, votes: [vote] })).toBe(
    'Dòng 1 (Nguyễn Thị Hòa): Số cấp ủy viên có mặt là 12, nhiều hơn tổng số là 11. Kiểm tra lại theo biên bản rồi nhập lại. Không dòng nào được nhập.',
  )
})

test('a class with no places, and a certificate from before its class, are refused', () => {
  const desk = office()
  expect(told(desk, 'class.open', { ...CLASS, places: 0 })).toBe(
    'Lớp phải có ít nhất một chỗ. Nhập số học viên dự kiến theo quyết định mở lớp.',
  )
  const { class: id = '' } = valueOf(desk.do('class.open', CLASS))
  const person = register(desk)
  desk.do('class.enroll', { class: id, cases: [person], on: '2024-01-05' })
  const row = { case: person, outcome: 'passed', certificate: { number: '1/CN', date: '2024-01-07' } }
  expect(told(desk, 'class.complete', { class: id, on: '2024-01-12', rows: [row] })).toBe(
    'Dòng 1 (Nguyễn Thị Hòa): Ngày cấp giấy chứng nhận (07/01/2024) trước ngày khai giảng lớp (08/01/2024). Kiểm tra lại ngày trên giấy rồi nhập lại. Không dòng nào được nhập.',
  )
})

test('a target of zero and a denominator that is missing are said; one revised below the result asks why', () => {
  const desk = office()
  desk.do('target.set', { unit: UNIT, year: 2024, number: 0 })
  expect(notes(desk)).toEqual([
    'Chỉ tiêu là 0 nên không tính tỷ lệ so với kế hoạch.',
    'Chưa có số đảng viên nên không tính tỷ lệ trên tổng số đảng viên.',
  ])
  admitted(desk, 'Lê Thị Lan')
  admitted(desk, 'Vũ Thị Mai')
  const lower = { unit: UNIT, year: 2024, number: 1 }
  expect(told(desk, 'target.set', lower)).toBe(
    'Chỉ tiêu năm 2024 là 1, thấp hơn số đã kết nạp trong năm đó (2). Kiểm tra lại số; nếu đúng là điều chỉnh xuống thì ghi lý do rồi làm lại.',
  )
  expect(told(desk, 'target.spread', { year: 2024, targets: [{ unit: UNIT, number: 1 }] })).toContain(
    'Chỉ tiêu năm 2024 là 1,',
  )
  desk.do('target.set', { ...lower, reason: 'Chi bộ chia tách' })
  expect(notes(desk)[0]).toBe('Chỉ tiêu đã điều chỉnh xuống 1, thấp hơn kết quả đã đạt (2).')
})

test('a unit merged in mid-year keeps its figures, and both rows say what became of it', () => {
  const desk = office()
  admitted(desk, 'Lê Thị Lan')
  const { unit: next = '' } = valueOf(
    desk.do('unit.add', { name: 'Chi bộ Đồng Tâm', type: 'branch', from: '2024-02-02' }),
  )
  const old = { name: 'Chi bộ thôn Đồng Sơn', type: 'branch', to: '2024-02-01' }
  expect(told(desk, 'unit.change', { id: UNIT, unit: { ...old, to: undefined, successors: [next] } })).toContain(
    'Chi bộ thôn Đồng Sơn',
  )
  desk.do('unit.change', { id: UNIT, unit: { ...old, successors: [next] } })
  const view = desk.ask((db) => targetsView(db, loadJudging(db, TODAY), { year: 2024 }))
  const said = Object.fromEntries(view?.parts.map(({ name, notes: all }) => [name, all.map(noteSentence)]) ?? [])
  expect(said['Chi bộ thôn Đồng Sơn']).toContain(
    'Kết thúc hoạt động ngày 01/02/2024, “Chi bộ Đồng Tâm” tiếp nhận; kết quả trước ngày đó vẫn tính ở đây.',
  )
  expect(said['Chi bộ Đồng Tâm']).toContain(
    'Tiếp nhận “Chi bộ thôn Đồng Sơn” trong năm; kết quả của đơn vị cũ (1 người, chỉ tiêu 0) tính ở dòng của đơn vị đó.',
  )
  expect(view?.whole.admitted.number).toBe(1)
})
