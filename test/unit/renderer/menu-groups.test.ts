/** The menu in groups: what stands where, what is open at first, and which group an address belongs to. */
import { expect, it } from 'vitest'
import { groupAt, isActive, menuOf, openAtFirst, type MenuGroup } from '../../../renderer/menu-groups.ts'

const route = (path: string, group: MenuGroup, menu = true) => ({ path, group, menu })
const many = (group: MenuGroup, count: number) =>
  Array.from({ length: count }, (_, place) => route(`/${group}/${place}`, group))

/** As many pages in each group as an office has that proposes and decides. */
const BOTH = [
  ...many('day', 2),
  ...many('cases', 4),
  ...many('deciding', 2),
  ...many('figures', 3),
  ...many('follow', 3),
  ...many('exchange', 1),
  ...many('office', 6),
]
const proposes = BOTH.filter(({ group }) => group !== 'deciding')
const trains = BOTH.filter(({ group }) => ['day', 'exchange', 'office'].includes(group)).slice(1)

it('groups the pages of the menu in one order, and leaves out groups without any', () => {
  const parts = menuOf([...proposes, route('/ho-so/:case', 'cases', false)].toReversed())
  expect(parts.map(({ id, title, routes }) => [id, title, routes.length])).toEqual([
    ['day', null, 2],
    ['cases', 'Hồ sơ', 4],
    ['figures', 'Lớp, chỉ tiêu, báo cáo', 3],
    ['follow', 'Chỉ đạo và thi đua', 3],
    ['exchange', null, 1],
    ['office', 'Văn phòng', 6],
  ])
})

it('opens at first as many groups as leave room for any other', () => {
  expect([...openAtFirst(menuOf(BOTH))]).toEqual(['cases', 'deciding'])
  expect([...openAtFirst(menuOf(proposes))]).toEqual(['cases', 'figures'])
  expect([...openAtFirst(menuOf(trains))]).toEqual(['office'])
})

it('knows the group of an address, also of a page that is not in the menu', () => {
  const routes = [
    route('/', 'day'),
    route('/nguon', 'cases'),
    route('/ho-so/:case', 'cases', false),
    route('/lich', 'day'),
    route('/lop/:class', 'figures', false),
  ]
  expect(groupAt('/', routes)).toBe('day')
  expect(groupAt('/lich/dot', routes)).toBe('day')
  expect(groupAt('/ho-so/0190', routes)).toBe('cases')
  expect(groupAt('/lop/0190', routes)).toBe('figures')
  expect(groupAt('/lich-su', routes)).toBeNull()
})

it('marks the page of an address, and the list of people for a case', () => {
  expect(isActive('/', '/')).toBe(true)
  expect(isActive('/', '/lop')).toBe(false)
  expect(isActive('/lop', '/lop/0190')).toBe(true)
  expect(isActive('/nguon', '/ho-so/0190')).toBe(true)
  expect(isActive('/lich', '/lich-su')).toBe(false)
})
