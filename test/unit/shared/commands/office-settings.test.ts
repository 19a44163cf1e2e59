/** Settings that the window checks too: the core is the one that refuses. */
import { expect, test } from 'vitest'
import { changeSetting } from '../../../../shared/commands/office.ts'

test('margins that a page cannot have are refused, whoever asks', () => {
  const set = (value: string) => changeSetting.input.safeParse({ key: 'documentMargins', value }).success
  expect(['20/20/30/15', '5/5/60/60'].map(set)).toEqual([true, true])
  expect(['4/20/30/15', '20/20/61/15', '00/20/30/15', '20/20/30'].map(set)).toEqual([false, false, false, false])
})
