/** Which scans lines name: what goes out with them, whoever it goes to. */
import { expect, test } from 'vitest'
import { scansNamedIn } from '../../../db/private/exchange.ts'

const hash = (letter: string) => letter.repeat(64)
const line = (payload: unknown) => JSON.stringify({ kind: 'x', payload })

test('scans of papers and photographs are named, hashes of other things are not', () => {
  const named = scansNamedIn([
    line({ scans: [{ sha256: hash('a') }, { sha256: hash('b') }] }),
    line({ scan: { sha256: hash('c'), bytes: 5, name: 'anh.jpg' } }),
    line({ head: hash('d') }),
    line({ scans: [] }),
  ])
  expect([...named]).toEqual([hash('a'), hash('b'), hash('c')])
})
