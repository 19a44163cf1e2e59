/** A build that is older than its source is made anew. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isStale } from '../../../build/stale.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('without a build, or with a source changed after it, a build is due', () => {
  const root = temporaryFolder()
  const touch = (path: string, at: number) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), 'x')
    utimesSync(join(root, path), at, at)
  }
  touch('electron/office/session.ts', 1000)
  expect(isStale(root)).toBe(true)
  touch('dist/preload/preload.cjs', 2000)
  expect(isStale(root)).toBe(false)
  touch('shared/words/vi.ts', 3000)
  expect(isStale(root)).toBe(true)
  touch('dist/preload/preload.cjs', 3000)
  expect(isStale(root)).toBe(false)
  touch('test/unit/a.test.ts', 9000)
  expect(isStale(root)).toBe(false)
})
