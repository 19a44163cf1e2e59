/** What the page of the journal's health says of lines that wait, from what a store answers. */
import { expect, test } from 'vitest'
import { giveUp } from '../../../db/give-up.ts'
import { journalHealth } from '../../../db/queries/health.ts'
import {
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  openDesk,
  pairWith,
  TOWN,
  UNIT,
  type Desk,
} from '../../support/journal-kit.ts'
import { deliver, forged } from '../../support/journal-parcels.ts'
import { healthBoxes } from '../../support/health-page.ts'

const PARENT = 'Đảng ủy Tổng công ty Đầu tư phát triển hạ tầng đô thị và khu công nghiệp miền Trung - Tây Nguyên'
const SCHOOL = 'Đảng ủy Trường Phổ thông Dân tộc nội trú Trung học phổ thông huyện Đồng Hòa'
const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const other = `${COMMUNE}.${deviceId('b')}.${DISTRICT}`
const town = `${TOWN}.${deviceId('a')}.${DISTRICT}`

function districtDesk(): Desk {
  return openDesk({
    office: DISTRICT,
    standings: { [COMMUNE]: 'subordinate', [TOWN]: 'subordinate' },
    capacities: ['decides'],
  })
}

const listed = (seq: number, over: Partial<Parameters<typeof forged>[1]> = {}): string =>
  forged(seq, {
    kind: 'candidate.listed',
    id: idOf(seq),
    subject: { type: 'case', id: idOf(0xca5e) },
    payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
    ...over,
  })

/** What the page says, of offices with long names. */
function said(desk: Desk): ReadonlyMap<string, readonly string[]> {
  const health = { ...desk.ask((db) => journalHealth(db, desk.device, false)), tables: 'unchecked' as const }
  return healthBoxes(health, {
    office: DISTRICT,
    device: desk.device,
    profile: { name: 'Huyện ủy Đồng Hòa' },
    peers: [
      { id: COMMUNE, peer: { name: PARENT } },
      { id: TOWN, peer: { name: SCHOOL } },
    ],
  })
}

test('where nothing waits the page has no box for it', () => {
  const desk = districtDesk()
  deliver(desk, COMMUNE, [{ channel: up, lines: [listed(1)] }])
  expect([...said(desk)]).toEqual([])
})

test('a line that is held is told with whose it is, which one, why, and how many wait behind it', () => {
  const desk = districtDesk()
  const unfit = listed(2, { payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed', x: 1 } })
  const behind = Array.from({ length: 1234 }, (_, n) => listed(n + 3, { id: idOf(n + 3) }))
  deliver(desk, COMMUNE, [{ channel: up, lines: [listed(1), unfit, ...behind] }])
  deliver(desk, TOWN, [{ channel: town, lines: [listed(1, { id: idOf(0x7001), kind: 'candidate.blessed' })] }])
  expect([...said(desk)]).toEqual([
    [
      'Bản ghi đang được giữ lại',
      [
        `${PARENT}, bản ghi số 2 (“Báo dòng danh sách lên cấp trên”): nội dung bản ghi không đúng mẫu; đề nghị nơi lập hủy bản ghi này và ghi lại. 1.234 bản ghi sau đó đang chờ.`,
        `${SCHOOL}, bản ghi số 1: loại bản ghi mà phiên bản này chưa biết; cập nhật phần mềm rồi mở lại.`,
      ],
    ],
  ])
})

test('lines that wait are told with whose they are and whose line they wait for, come or not', () => {
  const desk = districtDesk()
  const naming = (id: number, channel: string, seq: number) => listed(1, { id: idOf(id), after: [{ channel, seq }] })
  deliver(desk, COMMUNE, [{ channel: up, lines: [listed(1, { kind: 'candidate.blessed' })] }])
  deliver(desk, COMMUNE, [{ channel: other, lines: [naming(21, up, 1)] }])
  deliver(desk, TOWN, [{ channel: town, lines: [naming(31, `${TOWN}.${deviceId('b')}.all`, 12_345)] }])
  expect(said(desk).get('Bản ghi đang chờ')).toEqual([
    `Bản ghi của ${PARENT}, từ số 1, chờ một bản ghi khác của chính nơi đó; bản ghi đó đã đến nhưng đang bị giữ lại hoặc cũng đang chờ. Khi bản ghi đó được áp dụng thì các bản ghi này tự áp dụng theo.`,
    `Bản ghi của ${SCHOOL}, từ số 1, chờ một bản ghi khác của chính nơi đó chưa đến. Nhận gói dữ liệu còn thiếu, hoặc đề nghị nơi đó xuất lại.`,
  ])
})

test('lines of our own that are not here are told in a box of their own, and once given up with by whom and why', () => {
  const ours = `${DISTRICT}.${deviceId('b')}.${COMMUNE}`
  const desk = openDesk({ office: DISTRICT, capacities: ['decides'] })
  pairWith(desk, COMMUNE, 'subordinate')
  const after = [{ channel: ours, seq: 3 }]
  deliver(desk, COMMUNE, [
    { channel: up, lines: [listed(1, { after }), listed(2, { subject: { type: 'case', id: idOf(0xca5f) } })] },
  ])
  const name = 'Máy có mã bxxx xxxx xxxx xxxx'
  const missing = [`Bản ghi gửi ${PARENT}, từ số 1 đến số 3, do ${name.toLowerCase()} lập.`]
  expect([...said(desk)]).toEqual([
    [
      'Bản ghi đang chờ',
      [
        `Bản ghi của ${PARENT}, từ số 1, chờ bản ghi do chính đơn vị mình lập mà máy này không có. Nếu máy khác của đơn vị còn giữ bản ghi đó thì nhận gói của máy ấy; nếu không, gọi điện cho ${PARENT}, đề nghị xuất gói khôi phục. Không nơi nào trả lại được thì xem Cài đặt, khung “Nhật ký dữ liệu”.`,
      ],
    ],
    ['Bản ghi của đơn vị mình không còn trên máy này', missing],
  ])
  const ids = { callId: desk.newId(), passing: desk.newId() }
  desk.change((db) => giveUp(db, desk.recorder(), ids, 'Xã báo không còn chữ ký làm chứng'))
  expect([...said(desk)]).toEqual([
    [
      'Bản ghi của đơn vị mình đã coi là mất',
      [`${missing.join(' ')} Trần Thị Hồng Nhung ghi ngày 15/01/2024, lý do: “Xã báo không còn chữ ký làm chứng”.`],
    ],
  ])
})
