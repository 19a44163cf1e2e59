/** The user guide says what there is: its buttons and pages are those of the window. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectPlainWords, expectSentence } from './plain-words.ts'
import { GUIDE, guideTopics, topicOfPage } from '../../../../shared/words/guide/guide.ts'

const root = join(import.meta.dirname, '../../../..')
const topics = GUIDE.flatMap(({ topics: of }) => of)

/** The source of the window and its words, without the guide itself. */
function windowText(): string {
  return ['renderer', 'shared/words']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes('guide'))
        .map((name) => join(root, folder, name)),
    )
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
    .replace(/\s+/g, ' ')
}

test('every label the guide quotes stands in the window', () => {
  const shown = windowText()
  const quoted = topics.flatMap(({ steps, notes = [] }) =>
    [...steps, ...notes].flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map(([, label = '']) => label)),
  )
  expect(quoted.length).toBeGreaterThan(50)
  expect([...new Set(quoted)].filter((label) => !shown.includes(label))).toEqual([])
})

test('every page the guide links to is a route', () => {
  const routes = ['routes.tsx', 'routes-deciding.tsx', 'routes-follow.tsx']
    .map((file) => readFileSync(join(root, 'renderer', file), 'utf8'))
    .join('\n')
  for (const { page, id } of topics) {
    if (page === undefined) continue
    const path = page.startsWith('/trao-doi/') ? '/trao-doi/:tab' : page
    expect(routes, id).toContain(`path: '${path}'`)
  }
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
})

test('a topic is found with and without marks, by title before text, and every page has its own for F1', () => {
  expect(guideTopics('sao luu')[0]?.id).toBe('sao-luu')
  expect(guideTopics('Sao lưu').map(({ id }) => id)).toContain('may-hong')
  expect(guideTopics('mat khau').map(({ id }) => id)[0]).toBe('mat-khau')
  expect(guideTopics('xyz khong co')).toEqual([])
  expect(guideTopics('')).toHaveLength(topics.length)
  expect(topicOfPage('/')?.id).toBe('buoi-sang')
  expect(topicOfPage('/ho-so/0190')?.id).toBe('trang-ho-so')
  expect(topicOfPage('/xet/0190')?.id).toBe('xet')
  expect(topicOfPage('/don-vi/0190')?.id).toBe('don-vi')
  expect(topicOfPage('/trao-doi/ket-noi')?.id).toBe('ket-noi')
  expect(topicOfPage('/bang')?.id).toBe('bang')
  expect(topicOfPage('/lich')?.id).toBe('lich')
  expect(topicOfPage('/lich/dot')?.id).toBe('theo-dot')
  expect(topicOfPage('/quy-dinh')?.id).toBe('quy-dinh')
  expect(topicOfPage('/nguoi-dung')?.id).toBe('mat-khau')
  expect(topicOfPage('/cai-dat')?.id).toBe('thiet-lap')
  expect(topicOfPage('/trao-doi/lich-su')?.id).toBe('trao-doi-thong-suot')
  expect(topicOfPage('/khong-co')).toBeUndefined()
})

test('every page of the menu has a topic of its own', () => {
  const routes = readFileSync(join(root, 'renderer/routes.tsx'), 'utf8')
  const menu = [...routes.matchAll(/path: '([^']+)',\s+title: '[^']+',\s+[^}]*?menu: true/g)].map(
    ([, path = '']) => path,
  )
  expect(menu.length).toBeGreaterThan(10)
  expect(menu.filter((path) => path !== '/huong-dan' && topicOfPage(path) === undefined)).toEqual([])
})

test('titles are plain words, steps and notes are sentences', () => {
  for (const { title, topics: of } of GUIDE) {
    expectPlainWords(title)
    for (const topic of of) {
      expectPlainWords(topic.title)
      for (const text of [...topic.steps, ...(topic.notes ?? [])]) expectSentence(text)
    }
  }
})
