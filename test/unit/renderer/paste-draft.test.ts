/** What is kept of the paste page between a lock and an unlock: rows, and all that was said about them. */
import { expect, test } from 'vitest'
import {
  fromDraft,
  isTooLong,
  NO_PASTE,
  toDraft,
  type PasteDraft,
} from '../../../renderer/features/paste/paste-draft.ts'
import { begin } from '../../../renderer/features/paste/use-paste.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { INPUTS } from '../../../shared/contract/inputs.ts'

const TEXT = 'Họ và tên\tNTNS\tSố CCCD\nTrần Thị Hường\t12/05/1998\t35198001234\nLê Văn Khang\t36161\t'

test('rows, columns, answers and choices come back as they were', () => {
  const begun = begin(TEXT, '')
  if (begun === null) throw new Error('nothing pasted')
  const pasted = { ...begun, titled: true, font: 'vni' as const, zeros: true, unit: '0190' }
  const choices = new Map([
    [0, false],
    [1, true],
  ])
  const kept = trusted<PasteDraft>(JSON.parse(JSON.stringify(toDraft(TEXT, pasted, choices))))
  expect(fromDraft(kept)).toEqual({ pasted, choices })
})

test('nothing pasted is kept as nothing, and columns of other rows are guessed anew', () => {
  expect(toDraft('', null, new Map())).toEqual(NO_PASTE)
  expect(fromDraft(NO_PASTE)).toEqual({ pasted: null, choices: new Map() })
  const columns = begin(TEXT, '')?.columns
  expect(fromDraft({ ...NO_PASTE, text: TEXT, columns: ['skip'] }).pasted?.columns).toEqual(columns)
})

test('what is not too long always fits into a draft, five hundred rows of an ordinary list do', () => {
  const row = 'Nguyễn Thị Hồng Nhung\t12/05/1998\tNữ\t035198001234\tChi bộ thôn Quyển Sơn\tGiáo viên'
  const list = Array.from({ length: 500 }, () => row).join('\n')
  expect(isTooLong(list)).toBe(false)
  const longest = '\t'.repeat(90_000)
  expect(isTooLong(longest)).toBe(false)
  expect(isTooLong(`${longest}x`)).toBe(true)
  for (const text of [list, longest]) {
    const value = JSON.stringify(toDraft(text, begin(text, ''), new Map()))
    expect(INPUTS['draft.save'].safeParse({ page: 'nhap-bang', value }).success).toBe(true)
  }
})
