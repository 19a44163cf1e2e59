/** What another office asks for: kept beside what it asked for before, and never without end. */
import { expect, test } from 'vitest'
import { keepWants, wantedBy } from '../../../db/private/wanted-scans.ts'
import { write } from '../../../db/transaction.ts'
import { LIMITS } from '../../../shared/bundle/format.ts'
import { emptyStore } from '../../support/journal-kit.ts'

const hashes = (count: number, from: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => (from + n).toString(16).padStart(64, '0'))

test('requests that join one another are kept as long as one set could make them all, and then the last one alone', () => {
  const most = LIMITS.payloadFiles
  write(emptyStore(), (db) => {
    expect(keepWants(db, 'office', hashes(most - 2, 0), true)).toBe(true)
    expect(keepWants(db, 'office', hashes(2, most), true)).toBe(true)
    expect(wantedBy(db, 'office')).toHaveLength(most)
    expect(keepWants(db, 'office', hashes(2, most), true)).toBe(true)
    expect(wantedBy(db, 'office')).toEqual(hashes(2, most))
  })
})
