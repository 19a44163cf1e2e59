/** What is said under a computer whose data another one goes on with. */
import { expect, test } from 'vitest'
import type { DeviceRow } from '../../../../shared/contract/devices.ts'
import { supersededSentence } from '../../../../shared/words/vi.ts'
import { expectSentence } from './plain-words.ts'

const row = (device: string, more: Partial<DeviceRow> = {}): DeviceRow => ({
  device,
  name: 'Máy phòng tổ chức',
  isSelf: false,
  isExchange: false,
  isPartner: true,
  isReady: true,
  wentOn: null,
  former: [],
  twins: [],
  heir: null,
  enrolledOn: null,
  removedOn: null,
  pending: 0,
  sentAt: null,
  receivedAt: null,
  ...more,
})
const old = row('old', { heir: 'new' })

test.each([
  [
    { wentOn: { how: 'restored', on: '2024-02-01' } },
    'Dữ liệu do Máy phòng tổ chức (bản khôi phục) dùng tiếp, từ ngày 01/02/2024.',
  ],
  [
    { wentOn: { how: 'copied', on: '2024-02-01' } },
    'Dữ liệu do Máy phòng tổ chức (bản chép) dùng tiếp, từ ngày 01/02/2024.',
  ],
  [{ isSelf: true }, 'Dữ liệu do máy này dùng tiếp.'],
] as const)('a copy %o is named, with since when', (heir, begin) => {
  const said = supersededSentence([old, row('new', heir)], old) ?? ''
  expectSentence(said)
  expect(said.startsWith(begin)).toBe(true)
})

test('of any other computer, of this one, and where the copy is not listed, nothing is said', () => {
  const self = row('self', { isSelf: true, heir: 'new' })
  for (const [rows, one] of [
    [[old, row('new')], row('new')],
    [[self, row('new')], self],
    [[old], old],
    [[old], undefined],
  ] as const)
    expect(supersededSentence(rows, one)).toBeNull()
})
