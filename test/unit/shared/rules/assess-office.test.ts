/** C39, C41, C43: each found, not found, and at its edge; the limits are those of the rule set in force. */
import { describe, expect, test } from 'vitest'
import { createCalendar } from '../../../../shared/calendar/working-days.ts'
import {
  assessOffice,
  officeLimits,
  type BranchFacts,
  type OfficeFacts,
} from '../../../../shared/rules/assess-office.ts'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { officeSentence } from '../../../../shared/words/office-findings.ts'

const today = '2024-06-15'
const calendar = createCalendar()
const NOTHING: OfficeFacts = { same: [], branches: [], helpers: [], plans: [], since: '2010-01-01' }

function found(facts: Partial<OfficeFacts>, on = today) {
  return assessOffice({ ...NOTHING, ...facts }, { rules: ruleSetOn(on), calendar, today: on })
}

function codes(facts: Partial<OfficeFacts>, on = today) {
  return found(facts, on).map(({ code }) => code)
}

/** A branch that is in order on 15/6/2024. */
function branch(rest: Partial<BranchFacts> = {}): BranchFacts {
  const order = { reviewed: '2024-06', newMember: '2023-05-19' }
  return { unit: 'u', name: 'Chi bộ thôn Đồng Sơn', own: true, from: null, ...order, ...rest }
}

const person = (n: number) => ({ case: `case ${n}`, name: 'Lê Thị Lan', unit: `u${n}`, unitName: `Chi bộ ${n}` })

test('an office in order has nothing to be told', () => {
  expect(found({ branches: [branch()] })).toEqual([])
})

describe('C39: one person on record twice', () => {
  test('two people of one number, and of one name and date of birth', () => {
    const same = [
      { by: 'number', key: '035185001234', people: [person(1), person(2)] },
      { by: 'name', key: '1985-06-15', people: [person(1), person(2), person(3)] },
    ] as const
    const [number, name] = found({ same })
    expect(number).toMatchObject({ code: 'C39', severity: 'warn', data: { by: 'number' } })
    expect(name && officeSentence(name)).toBe(
      'Cùng họ tên và ngày sinh 15/06/1985, ở các chi bộ khác nhau: Lê Thị Lan (Chi bộ 1), Lê Thị Lan (Chi bộ 2) và Lê Thị Lan (Chi bộ 3).',
    )
  })

  test('somebody who came back by a recovery, and a namesake', () => {
    const [one] = found({ same: [{ by: 'recovered', key: 'case 1', people: [person(1), person(2)] }] })
    expect(one && officeSentence(one)).toBe(
      'Cùng họ tên, có hồ sơ nhận lại bằng gói khôi phục: Lê Thị Lan (Chi bộ 1) và Lê Thị Lan (Chi bộ 2).',
    )
  })

  test('one alone is nobody twice', () => {
    expect(codes({ same: [{ by: 'number', key: '1', people: [person(1)] }] })).toEqual([])
  })
})

describe('C41: the list of each branch is reviewed every month', () => {
  test('not this month, and never', () => {
    expect(found({ branches: [branch({ reviewed: '2024-05' })] })).toMatchObject([
      { code: 'C41-list', severity: 'warn', confirmed: false, data: { month: '2024-05', due: '2024-06' } },
    ])
    expect(codes({ branches: [branch({ reviewed: null })] })).toEqual(['C41-list'])
  })

  test('the last day of the month still belongs to it, the first of the next does not', () => {
    expect(codes({ branches: [branch()] }, '2024-06-30')).toEqual([])
    expect(codes({ branches: [branch()] }, '2024-07-01')).toEqual(['C41-list'])
  })

  test('the list of another office is not ours to review', () => {
    expect(codes({ branches: [branch({ own: false, reviewed: null })] })).toEqual([])
  })
})

describe('C41: a helper reports at least once a quarter', () => {
  const helper = (heard: string) => ({ case: 'c', name: 'Lê Thị Lan', unitName: null, helper: 'Lại Văn Đức', heard })

  test('silent for longer; at three months to the day not yet', () => {
    expect(codes({ helpers: [helper('2024-03-14')] })).toEqual(['C41-helper'])
    expect(codes({ helpers: [helper('2024-03-15')] })).toEqual([])
    expect(codes({ helpers: [helper('2024-06-01')] })).toEqual([])
  })

  test('what is counted elsewhere has the same limits', () => {
    expect(officeLimits(ruleSetOn(today), today)).toEqual({
      reviewedFrom: '2024-06',
      heardFrom: '2024-03-15',
      newMemberFrom: '2021-06-15',
    })
  })
})

describe('C43: a branch without a new member for years', () => {
  test('P31: longer than three years; at three years to the day not yet', () => {
    expect(found({ branches: [branch({ newMember: '2021-06-14' })] })).toMatchObject([
      { code: 'C43-idle', severity: 'info', data: { newMember: '2021-06-14', years: 3 } },
    ])
    expect(codes({ branches: [branch({ newMember: '2021-06-15' })] })).toEqual([])
    expect(codes({ branches: [branch({ newMember: '2024-02-03' })] })).toEqual([])
  })

  test('a branch of nobody is named only where records reach back that far', () => {
    const nobody = { branches: [branch({ newMember: null })] }
    expect(codes(nobody)).toEqual(['C43-idle'])
    expect(codes({ ...nobody, since: '2021-06-14' })).toEqual(['C43-idle'])
    expect(codes({ ...nobody, since: '2021-06-15' })).toEqual([])
    expect(codes({ ...nobody, since: null })).toEqual([])
  })

  test('a branch younger than that has had no time', () => {
    const young = (from: string) => codes({ branches: [branch({ newMember: null, from })] })
    expect(young('2021-06-14')).toEqual(['C43-idle'])
    expect(young('2021-06-15')).toEqual([])
  })
})

describe('C43: the plan of the year and what is on its way', () => {
  const plan = (rest: object = {}) => ({
    unit: null,
    name: null,
    year: 2024,
    number: 12,
    admitted: 5,
    underway: 4,
    preparing: 3,
    ...rest,
  })

  test('P31: short by what nothing is on its way for; exactly enough is enough', () => {
    expect(codes({ plans: [plan()] })).toEqual([])
    const [short] = found({ plans: [plan({ number: 13 })] })
    expect(short).toMatchObject({ code: 'C43-plan', severity: 'info', data: { expected: 12, short: 1 } })
    expect(short && officeSentence(short)).toBe(
      'Chỉ tiêu năm 2024 là 13; đã có quyết định 5, chi bộ đã thông qua 4, 3 đang lập. Dự kiến đạt 12, thiếu 1.',
    )
  })

  test('a dossier that is being put together counts while 60 working days are left of the year', () => {
    const last = '2024-10-08'
    expect(calendar.addWorkingDays(last, 60).date).toBe('2024-12-31')
    expect(codes({ plans: [plan()] }, last)).toEqual([])
    expect(found({ plans: [plan()] }, '2024-10-09')).toMatchObject([{ data: { expected: 9, short: 3 } }])
  })
})
