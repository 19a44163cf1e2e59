/** In whose place a helper comes is asked and never taken for granted, and nobody takes his own place. */
import { expect, test } from 'vitest'
import { BESIDE, helperPlace } from '../../../renderer/features/case/helper-place.ts'
import type { CaseState } from '../../../shared/model/case-state.ts'
import { trusted } from '../../../shared/base/trust.ts'

type Facts = Pick<CaseState, 'helpers' | 'ceremony'>

const facts = (names: readonly string[], rest: Partial<Facts> = {}): Facts => ({
  helpers: trusted<Facts['helpers']>(names.map((name) => ({ name, from: '2023-01-10' }))),
  ceremony: null,
  ...rest,
})

test('the first helper takes nobody’s place, and after the ceremony nothing is asked', () => {
  const nothing = { names: [], chosen: '', input: {} }
  expect(helperPlace(facts([]), { name: 'Lê Thị Cúc' }, '')).toMatchObject(nothing)
  const after = facts(['Trần Văn Bình'], { ceremony: trusted<Facts['ceremony']>({ date: '2024-01-10' }) })
  expect(helperPlace(after, { name: 'Lê Thị Cúc' }, 'Trần Văn Bình')).toMatchObject(nothing)
})

test('beside somebody who helps, a choice must be made, and none is made beforehand', () => {
  const one = facts(['Trần Văn Bình'])
  expect(helperPlace(one, { name: 'Lê Thị Cúc' }, '')).toEqual({
    names: ['Trần Văn Bình'],
    isRequired: true,
    chosen: '',
    input: {},
  })
  expect(helperPlace(one, { name: 'Lê Thị Cúc' }, BESIDE).input).toEqual({ inPlaceOf: null })
  expect(helperPlace(one, { name: 'Lê Thị Cúc' }, 'Trần Văn Bình').input).toEqual({ inPlaceOf: 'Trần Văn Bình' })
})

test('more of the same person takes by itself nobody’s place, and never that person’s own', () => {
  const two = facts(['Trần Văn Bình', 'Lê Thị Cúc'])
  // Chosen while another name stood there.
  expect(helperPlace(two, { name: ' lê thị  cúc' }, 'Lê Thị Cúc')).toEqual({
    names: ['Trần Văn Bình'],
    isRequired: false,
    chosen: '',
    input: {},
  })
  // One of two may still give way to the other.
  expect(helperPlace(two, { name: 'Lê Thị Cúc' }, 'Trần Văn Bình').input).toEqual({ inPlaceOf: 'Trần Văn Bình' })
  expect(helperPlace(facts(['Lê Thị Cúc']), { name: 'Lê Thị Cúc' }, 'Lê Thị Cúc')).toMatchObject({
    names: [],
    input: {},
  })
  // Whoever is of the register is the same by that, whatever the name.
  const held = trusted<Facts['helpers']>([{ name: 'Lê Thị Cúc', member: 'one', from: '2023-01-10' }])
  const state = facts([], { helpers: held })
  expect(helperPlace(state, { name: '', member: 'one' }, '').names).toEqual([])
  expect(helperPlace(state, { name: 'Lê Thị Cúc', member: 'other' }, '').names).toEqual(['Lê Thị Cúc'])
})
