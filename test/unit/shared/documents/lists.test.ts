/** What people typed about somebody stays out of a list in clear where it says a number, religion or a relative. */
import { expect, test } from 'vitest'
import { listModel, type ListRows } from '../../../../shared/documents/lists.ts'

const options = { office: 'Huyện ủy', day: '2024-03-01', include: {}, named: (text: string) => text }
const relatives = ['Nguyễn Văn Nam']

/** A return with its remarks. */
function returned(...texts: readonly string[]): ListRows['returns'][number] {
  return {
    case: 'c',
    name: 'Nguyễn Thị Hòa',
    unitName: null,
    entry: 'e',
    matter: 'admission',
    own: false,
    date: '2024-02-01',
    number: null,
    answerBy: null,
    resentOn: null,
    remarks: texts.map((text) => ({ paper: null, text, mended: false })),
    relatives,
  }
}

const cellOf = (row: ListRows['returns'][number]) =>
  listModel('returns', [row], { ...options, chosen: ['returnRemarks'] }).rows[0]?.[1]

test('a remark stands as it was typed, and one that names a relative or says a number says only that it does', () => {
  expect(cellOf(returned('Bổ sung nhận xét của chi ủy'))).toBe('Bổ sung nhận xét của chi ủy')
  expect(
    cellOf(returned('Đóng dấu giáp lai', 'Ông Nguyễn Văn Nam chưa được thẩm tra', 'Số 035185001234 ghi nhầm')),
  ).toBe(
    'Đóng dấu giáp lai; (nội dung có người thân, chỉ xem trong phần mềm); (nội dung có số định danh cá nhân, chỉ xem trong phần mềm)',
  )
})

test('so with what was asked of the level above, and with the note on two people who are alike', () => {
  const consent = { ...returned(), kind: 'other', about: 'Bố là Nguyễn Văn Nam, theo tôn giáo', askedOn: null } as const
  const asked = {
    ...consent,
    entry: null,
    askedOf: null,
    askedNumber: null,
    answeredOn: null,
    issuer: null,
    granted: null,
  }
  const about = (row: typeof asked | (typeof asked & { readonly about: null })) =>
    listModel('consents', [row], { ...options, chosen: ['askedAbout'] }).rows[0]?.[1]
  expect(about(asked)).toBe('(nội dung có tôn giáo và người thân, chỉ xem trong phần mềm)')
  const person = { case: 'c', name: 'Nguyễn Thị Hòa', unitName: null, birth: null, stage: 'listed', registeredOn: null }
  const alike = (note: string | null) =>
    listModel(
      'duplicates',
      [
        { group: 1, by: 'judged', person, judged: { judgement: 'different', note }, relatives },
      ] as unknown as ListRows['duplicates'],
      { ...options, chosen: ['remarks'] },
    ).rows[0]?.[1]
  expect(alike('Khác quê quán')).toBe('Khác quê quán')
  expect(alike('Cùng cha Nguyễn Văn Nam')).toBe('(nội dung có người thân, chỉ xem trong phần mềm)')
  expect(alike(null)).toBeNull()
})
