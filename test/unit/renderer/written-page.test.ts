/** What stands beside the sets of an export whose store failed once one of them lay whole on the stick. */
import { createElement } from 'react'
import { afterAll, expect, test, vi } from 'vitest'
import { trusted } from '../../../shared/base/trust.ts'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { Exported } from '../../../shared/contract/exchange.ts'
import { markupOf } from '../../support/markup.ts'

// The page listens to its window as soon as it is loaded.
vi.stubGlobal('window', Object.assign(new EventTarget(), { ketNap: { on: () => undefined } }))
const { Written } = await import('../../../renderer/features/exchange/Written.tsx')

afterAll(() => {
  vi.unstubAllGlobals()
})

const SET: Exported = {
  id: 'a'.repeat(32),
  to: 'x',
  toName: 'Huyện ủy Kim Bảng',
  kind: 'changes',
  files: ['a'],
  entries: 1,
  scans: 0,
  scansLost: [],
  bytes: 1,
  readBack: 'past-cache',
  label: 'b'.repeat(64),
}

/** The page as a person reads it, without its tags. */
function said(sets: readonly Exported[]): string {
  const answer = { sets, stopped: null, folder: '/usb', at: '2024-01-02T01:00:00Z' }
  const office = trusted<OfficeView>({ office: 'o', profile: { name: 'Đảng ủy xã Đồng Hóa' }, peers: [] })
  const page = createElement(Written, { job: 'bundle.export', answer, office, onAgain: () => undefined })
  return markupOf(page, { 'office.get': office, 'device.list': { devices: [] } }).replaceAll(/<[^>]*>/g, '\n')
}

test('a set that stands and could not be recorded is told as written, with what to do, and never as left', () => {
  const page = said([{ ...SET, unrecorded: { code: 'STORE_FULL', data: {} } }])
  expect(page).toContain('Có thể rút USB')
  expect(page).toContain('Máy này chưa ghi lại được lần xuất')
  expect(page).toContain('Gói gửi Huyện ủy Kim Bảng đã nằm trọn ở nơi ghi')
  expect(page).toContain('Ghi thêm bản thứ hai')
  expect(page).not.toContain('Chưa ghi gói gửi')
  expect(said([SET])).not.toContain('Máy này chưa ghi lại được lần xuất')
})
