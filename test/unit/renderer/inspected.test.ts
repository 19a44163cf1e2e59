/** What an inspection shows of each set: what was said of that very one, also where another label bears the same name. */
import { createElement } from 'react'
import { expect, it, vi } from 'vitest'
import type { Inspection, SetLabel, SetOutcome } from '../../../shared/contract/exchange.ts'
import { refusal } from '../../../shared/contract/refusals.ts'
import { markupOf } from '../../support/markup.ts'

// What it prints with listens to the window as soon as it is loaded.
vi.stubGlobal('window', Object.assign(new EventTarget(), { ketNap: { on: () => undefined } }))
const { Inspected } = await import('../../../renderer/parts/Inspected.tsx')

const NAME = 'nhãn.sha256'
const WHOLE = 'a'.repeat(64)
const DAMAGED = 'b'.repeat(64)
const part = 'KN1_ba-sao_kim-bang_0a1b2c3d.tar.age.001'

const label = (hash: string): SetLabel => ({
  set: NAME,
  label: hash,
  claimed: null,
  parts: [{ name: part, sha256: hash }],
  bytes: 1000,
  refusal: hash === WHOLE ? null : refusal('B_DAMAGED', { part }),
})

const outcome = (hash: string): SetOutcome => ({
  set: NAME,
  label: hash,
  id: null,
  from: null,
  fromName: null,
  kind: null,
  created: null,
  outcome: hash === WHOLE ? 'ready' : 'refused',
  refusal: label(hash).refusal,
  report: null,
  scans: { fresh: 0, quarantined: [], missing: 0 },
})

it('tells two labels of one name apart', () => {
  const inspection: Inspection = {
    labels: [label(DAMAGED), label(WHOLE)],
    sets: [outcome(WHOLE), outcome(DAMAGED)],
    faults: [],
    warnings: [],
    isPartial: false,
  }
  const drawn = markupOf(createElement(Inspected, { inspection, names: {} }))
  const articles = drawn.split('<article').slice(1)
  expect(articles).toHaveLength(2)
  expect(articles[0]).toMatch(/Tệp hỏng hoặc thiếu.*Chưa nhận được/)
  expect(articles[1]).toMatch(/Tệp nguyên vẹn.*Xem trước xong, có thể nhận gói/)
})
