/** What is read out by telephone: the groups on the sender's slip are those that an inspection of the stick says. */
import { expect, test, vi } from 'vitest'
import type { DocumentPreview } from '../../../shared/contract/documents.ts'
import type { Inspection } from '../../../shared/contract/exchange.ts'
import { modelText } from '../../../shared/documents/model.ts'
import { addBranch, communeAndDistrict, exportTo, register } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('each slip bears the hash of its own set, in sixteen groups of four, as whoever receives it sees it', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder(), { partBytes: 1000 })
  await register(commune, await addBranch(commune))
  const sets = [await exportTo(commune, stick, district), await exportTo(commune, stick, district, true)]
  const { labels } = await district.do<Inspection>('bundle.inspect', { folder: stick })
  expect(labels).toHaveLength(2)
  for (const { id, files } of sets) {
    const asked = { kind: 'exportSlip', bundle: id, facts: { superior: 'Đảng bộ huyện Kim Bảng' } }
    const { document } = await commune.do<DocumentPreview>('document.preview', asked)
    if (document === null) throw new Error('no slip')
    const groups = /Mã kiểm tra tệp nhãn \| (.*)/.exec(modelText(document))?.[1]?.split(' ') ?? []
    expect(groups.map((group) => group.length)).toEqual(Array.from({ length: 16 }, () => 4))
    const seen = labels.find(({ set }) => files.includes(set))
    expect(groups.join('')).toBe(seen?.label)
  }
})
