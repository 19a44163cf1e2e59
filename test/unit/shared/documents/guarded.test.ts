/** What a printed case leaves out: every field and every sentence of a finding that says one of the three. */
import { expect, test } from 'vitest'
import { trusted } from '../../../../shared/base/trust.ts'
import { chosenIn, guardedField, guardedFinding, guardedIn, guardedName } from '../../../../shared/documents/guarded.ts'
import { Profile } from '../../../../shared/model/profile.ts'
import type { FindingFact } from '../../../../shared/words/vi.ts'
import { findingSentence, INCLUDE_LABELS, leftOutNote } from '../../../../shared/words/vi.ts'
import { FINDING_CODES, FINDINGS } from '../words/finding-samples.ts'

test('fields of the person', () => {
  const guarded = Object.keys(Profile.shape).filter((field) => guardedField(field) !== null)
  expect(guarded.toSorted((a, b) => a.localeCompare(b))).toEqual(['identityNumber', 'oldIdentityNumber', 'religion'])
  expect(['oldIdentityNumber', 'religion'].map(guardedField)).toEqual(['identityNumbers', 'religion'])
  expect(guardedField('resume')).toBe('relatives')
})

test('no sentence of a finding names a relative, a religion or a number unguarded', () => {
  const facts = FINDING_CODES.flatMap((code) =>
    FINDINGS[code].map((data) => trusted<Parameters<typeof guardedFinding>[0] & FindingFact>({ code, data })),
  )
  const guarded = facts.flatMap((fact) => guardedFinding(fact) ?? guardedName(findingSentence(fact)) ?? [])
  expect(guarded).toHaveLength(10)
  for (const fact of facts) {
    if ((guardedFinding(fact) ?? guardedName(findingSentence(fact))) !== null) continue
    expect(findingSentence(fact)).not.toMatch(/tôn giáo|\d{9}|Nguyễn Văn (Nam|Bắc|An)|Lê Văn Tám/u)
  }
  const read = {
    code: 'C36-paper',
    data: { paper: 'CCCD', name: 'Căn cước', differs: 'Ghi số 035 185 001 234' },
  } as const
  expect(guardedFinding(read)).toBe('identityNumbers')
})

test('what was left out is said on the paper, what was chosen goes into the log', () => {
  expect(leftOutNote({})).toBe('Bản in này không kèm số định danh cá nhân, tôn giáo và người thân.')
  expect(leftOutNote({ relatives: true, religion: false })).toBe(
    'Bản in này không kèm số định danh cá nhân và tôn giáo.',
  )
  const all = { relatives: true, religion: true, identityNumbers: true }
  expect([leftOutNote(all), chosenIn(all)]).toEqual([null, Object.keys(INCLUDE_LABELS)])
})

test('a remark that was typed or proposed is marked by all that it says', () => {
  const relatives = ['Nguyễn Văn Nam', 'Trần Thị Bé']
  expect(guardedIn('Bổ sung xác nhận nơi cư trú', relatives)).toEqual([])
  expect(guardedIn('Nguyễn Văn Nam: chưa thẩm tra', relatives)).toEqual(['relatives'])
  expect(guardedIn('Là con ông NGUYỄN VĂN NAM', relatives)).toEqual(['relatives'])
  expect(guardedIn('Nguyễn Văn Namh giúp đỡ', relatives)).toEqual([])
  expect(guardedIn('Nguyễn Văn Namh, Nguyễn Văn Nam', relatives)).toEqual(['relatives'])
  expect(['ngày mai', 'Chị Mai'].map((said) => guardedIn(said, ['Mai']))).toEqual([[], ['relatives']])
  expect(guardedIn('Số 035 185 001 234 của Trần Thị Bé theo tôn giáo nào?', relatives)).toEqual([
    'identityNumbers',
    'religion',
    'relatives',
  ])
})
