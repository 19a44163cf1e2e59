/** The card of one set: what it says before the set is taken in, and after. */
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { SetCard } from '../../../renderer/features/exchange/SetCard.tsx'
import type { ImportReport, SetOutcome } from '../../../shared/contract/exchange.ts'
import { markupOf } from '../../support/markup.ts'

const REPORT: ImportReport = {
  fresh: 503,
  known: 0,
  held: [],
  waiting: 0,
  waitsFor: [],
  scansMissing: 0,
  cases: [{ case: 'c1', name: 'Nguyễn Thị Hòa', before: null, after: 'listed', kinds: [], conflicts: 0 }],
  casesMore: 502,
  kinds: {},
  acknowledged: [],
  ahead: [],
}

const SET: SetOutcome = {
  set: 'KN1_ba-sao_kim-bang_0a1b2c3d.sha256',
  label: 'a'.repeat(64),
  id: '0a1b2c3d',
  from: 'ba-sao',
  fromName: 'Đảng ủy xã Ba Sao',
  kind: 'exchange',
  created: '2024-04-01T01:00:00Z',
  outcome: 'ready',
  refusal: null,
  report: REPORT,
  scans: { fresh: 0, quarantined: [], missing: 0 },
}

function drawn(set: SetOutcome): string {
  return markupOf(createElement(SetCard, { set, isBusy: false, onTake: () => undefined }))
}

test('whom a report does not name is looked up once the set was taken in, and not before', () => {
  const before = drawn(SET)
  expect(before).toMatch(/Còn 502 người nữa sẽ có thay đổi.*nhận gói rồi xem/u)
  expect(before).not.toContain('href=')
  const after = drawn({ ...SET, outcome: 'imported' })
  expect(after).toMatch(/Còn 502 người nữa có thay đổi.*xem ở trang .*href="#\/nguon"/u)
})

test('a kept set that would be taken along says so, and is taken in by no button of its own', () => {
  const kept = drawn({ ...SET, kept: true })
  expect(kept).toMatch(/Đang giữ trên máy này.*không nằm ở nơi đang xem.*Mới/u)
  expect(kept).not.toContain('Nhận gói này')
  expect(drawn(SET)).toContain('Nhận gói này')
  const after = { set: SET.set, created: null, kept: true } as const
  expect(drawn({ ...SET, report: null, after })).toMatch(/Nhận được sau gói đang giữ trên máy này.*Nhận tất cả/u)
})

test('whose case left something behind is told beside the name', () => {
  const [one] = REPORT.cases
  const cases = one === undefined ? [] : [{ ...one, before: 'listed', after: 'movedAway', leftBehind: 2 }]
  expect(drawn({ ...SET, report: { ...REPORT, cases } })).toContain('Không đi theo hồ sơ: 2 bản ghi')
  expect(drawn(SET)).not.toContain('Không đi theo hồ sơ')
})
