/** What the bench walks: every address of a path, and which paths of the route table no walk has opened. */
import { expect, test } from 'vitest'
import { addressesOf, notWalked } from '../../../build/bench/window-walk.ts'
import { routeTable } from '../../../build/route-table.ts'

test('a path is opened once for each sample of its parameter, and not at all without one', () => {
  expect(addressesOf('/nguon', {})).toEqual(['/nguon'])
  expect(addressesOf('/ho-so/:case', { case: ['a', 'b'] })).toEqual(['/ho-so/a', '/ho-so/b'])
  expect(addressesOf('/cuoc-hop/:meeting', { case: ['a'] })).toEqual([])
})

test('a page of the table that no walk has opened is named', async () => {
  const table = await routeTable()
  const paths = table.map(({ path }) => path)
  expect(paths.length).toBeGreaterThan(30)
  expect(notWalked(table, paths)).toEqual([])
  expect(
    notWalked(
      table,
      paths.filter((path) => path !== '/lop/:class' && path !== '/'),
    ),
  ).toEqual(['/', '/lop/:class'])
})
