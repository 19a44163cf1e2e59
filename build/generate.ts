/**
 * Files that are derived from others and still committed, so that a change shows in review. `node build/generate.ts`
 * writes them all; `--check` writes only what was stale and then fails, so the gate can't pass with an old picture.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindsPage } from './generate-kinds.ts'
import { rulesPage } from './generate-rules.ts'
import { schemaSql } from './generate-schema.ts'

/** Path from the root -> what the file must hold. */
const generated: Readonly<Record<string, () => string>> = {
  'db/schema.sql': schemaSql,
  'shared/journal/KINDS.md': kindsPage,
  'shared/rules/RULES.md': rulesPage,
}

const root = join(import.meta.dirname, '..')
for (const [path, make] of Object.entries(generated)) {
  const file = join(root, path)
  const text = make()
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  writeFileSync(file, text)
  console.log(`${path} was stale; written anew`)
  if (process.argv.includes('--check')) process.exitCode = 1
}
