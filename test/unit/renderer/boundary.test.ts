/** A part that throws is replaced, drawn anew when asked, and drawn anew on another page. */
import { expect, test } from 'vitest'
import { Boundary } from '../../../renderer/parts/Boundary.tsx'

/** A boundary as React holds it on a page, with what it has set. */
function boundary(at: string) {
  const agains: (() => void)[] = []
  const props = { at, children: 'trang', instead: (again: () => void) => `lỗi ${agains.push(again)}` }
  const one = new Boundary(props)
  const set: unknown[] = []
  one.setState = (state: unknown) => void set.push(state)
  return { one, props, set, agains }
}

test('what is drawn stands until it throws, and is drawn anew when asked', () => {
  const { one, set, agains } = boundary('/nguon')
  expect(one.render()).toBe('trang')
  one.state = { ...one.state, ...Boundary.getDerivedStateFromError() }
  expect(one.render()).toBe('lỗi 1')
  agains[0]?.()
  expect(set).toEqual([{ hasFailed: false }])
})

test('a failure stays with its page', () => {
  const { one, props } = boundary('/nguon')
  const failed = { ...one.state, ...Boundary.getDerivedStateFromError() }
  expect(Boundary.getDerivedStateFromProps(props, failed)).toBeNull()
  expect(Boundary.getDerivedStateFromProps({ ...props, at: '/bang' }, failed)).toEqual({
    at: '/bang',
    hasFailed: false,
  })
})
