import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const file = new URL('../../../../shared/words/GLOSSARY.md', import.meta.url)
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!In the code)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('every row has a term in both languages and a meaning', () => {
  expect(rows.length).toBeGreaterThan(120)
  for (const row of rows) {
    expect(row).toHaveLength(3)
    for (const cell of row) expect(cell).not.toBe('')
    expect(row.join('')).toBe(row.join('').normalize('NFC'))
  }
})

test.each([0, 1])('no term of column %d stands twice', (column) => {
  const terms = rows.map((row) => row[column]?.toLowerCase())
  expect(terms.filter((term, place) => terms.indexOf(term) !== place)).toEqual([])
})
