import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { later } from '../../../renderer/parts/later.ts'

test('a part that was read ahead stands at its first drawing, and another stands in its place until then', async () => {
  let reads = 0
  const Part = later<{ name: string }>(async () => {
    reads += 1
    return Promise.resolve(({ name }: { name: string }) => createElement('p', {}, name))
  }, 'đang mở')
  const drawn = () => renderToStaticMarkup(createElement(Part, { name: 'Hòa' }))
  expect([drawn(), reads]).toEqual(['đang mở', 0])
  await Part.ahead()
  await Part.ahead()
  expect([drawn(), reads]).toEqual(['<p>Hòa</p>', 1])
})
