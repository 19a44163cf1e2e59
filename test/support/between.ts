/** How the computers of one office tell each other what they have recorded. */
import { expect } from 'vitest'
import { carryAtHome } from './journey.ts'
import type { TestOffice } from './office.ts'

/** A set from one computer of the office to the other, taken in. @param more - what else the export is asked for */
export async function between(
  root: string,
  from: TestOffice,
  to: TestOffice,
  more: { readonly full?: boolean } = {},
): Promise<void> {
  const sets = await carryAtHome(root, from, to, more)
  expect(sets.find(({ outcome }) => outcome !== 'notForUs')).toMatchObject({ outcome: 'imported', refusal: null })
}
