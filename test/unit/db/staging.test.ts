/**
 * Lines on their way in: what was staged comes back in order and channel by channel, few or many, and a file that was
 * needed for it can be read by nobody.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStaging } from '../../../db/staging.ts'
import type { CheckedLine } from '../../../shared/journal/classify.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function lineOf(channel: string, n: number): CheckedLine {
  const text = `${channel} ${n} Nguyễn Thị Hòa `
  const entry = {
    id: `${channel}-${n}`,
    kind: 'candidate.listed',
    subject: { type: 'case', id: 'x' },
    after: [],
  } as const
  return { line: text.repeat(20), head: n.toString(16).padStart(64, '0'), shape: { kind: 'entry', entry } }
}

function staged(counts: Readonly<Record<string, number>>) {
  const file = join(temporaryFolder(), 'lines')
  const staging = openStaging(file, randomBytes(32))
  onTestFinished(staging.close)
  for (const [channel, count] of Object.entries(counts))
    for (let n = 0; n < count; n += 1) staging.add(channel, lineOf(channel, n))
  return { file, staging }
}

test.each([
  ['a few', 3, 4, false],
  ['more than fit in memory', 6000, 700, true],
])('%s lines come back as they were added', (_what, first, second, onDisk) => {
  const { file, staging } = staged({ a: first, b: second })
  for (const [channel, count] of [
    ['a', first],
    ['b', second],
  ] as const) {
    // Asked for twice: a preview and the import after it read the same lines.
    for (let again = 0; again < 2; again += 1) {
      let n = 0
      for (const line of staging.lines(channel)) expect(line).toEqual(lineOf(channel, n++))
      expect(n).toBe(count)
    }
  }
  expect([...staging.lines('c')]).toEqual([])
  expect(existsSync(file)).toBe(onDisk)
})

test('no line can be read from the file', () => {
  const { file, staging } = staged({ a: 6000 })
  staging.close()
  const bytes = readFileSync(file)
  expect(bytes.length).toBeGreaterThan(500_000)
  for (const encoding of ['utf8', 'utf16le'] as const)
    expect(bytes.includes(Buffer.from('Nguyễn Thị Hòa', encoding))).toBe(false)
  expect(bytes.includes('SQLite format 3')).toBe(false)
})
