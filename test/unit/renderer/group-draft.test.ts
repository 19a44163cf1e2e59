/** A draft about everybody who is ticked belongs to that group alone. */
import { expect, test } from 'vitest'
import { groupDraft } from '../../../renderer/features/candidates/group-draft.ts'
import { INPUTS } from '../../../shared/contract/inputs.ts'
import { derivedId } from '../../../shared/base/ids.ts'
import { MOST_AT_ONCE } from '../../../shared/commands/bulk.ts'

const people = Array.from({ length: MOST_AT_ONCE }, (_, place) =>
  derivedId('018f3c1a-0000-7000-8000-000000000000', place + 1),
)

test('the same people in another order find their draft again; one more, one fewer or another form does not', () => {
  const [first = '', second = '', ...rest] = people
  const own = groupDraft('phan-cong', [first, second])
  expect(groupDraft('phan-cong', [second, first])).toBe(own)
  const others = [
    groupDraft('phan-cong', [first]),
    groupDraft('phan-cong', [first, second, ...rest]),
    groupDraft('phan-cong', rest),
    groupDraft('cu-di-hoc', [first, second]),
  ]
  expect(new Set([own, ...others]).size).toBe(5)
  for (const page of others) expect(INPUTS['draft.read'].safeParse({ page }).success, page).toBe(true)
})
