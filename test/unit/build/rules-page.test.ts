/** The page of the rule sets says what the sets say: whoever changes a value makes the page again. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rulesPage } from '../../../build/generate-rules.ts'
import { RULE_SETS } from '../../../shared/rules/sets/index.ts'

const file = path.join(import.meta.dirname, '../../../shared/rules/RULES.md')

test('shared/rules/RULES.md is the page of the sets as they are', () => {
  const page = rulesPage()
  expect(readFileSync(file, 'utf8')).toBe(page)
  for (const { id } of RULE_SETS) expect(page).toContain(id)
})
