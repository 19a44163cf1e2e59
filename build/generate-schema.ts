/**
 * A picture of the final schema in SQL, so that a change of any table shows in review as one diff. Made by running every
 * migration and making the business tables on a store in memory, not from what somebody believes they add up to.
 */
import { migrate } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { openMemoryStore } from '../db/open.ts'
import { replay } from '../db/replay.ts'
import { write } from '../db/transaction.ts'
import { ok } from '../shared/base/result.ts'

type Item = { readonly name: string; readonly sql: string }

/** The text of db/schema.sql. */
export function schemaSql(): string {
  const store = openMemoryStore()
  const migrated = migrate(store, migrations, { now: '', backupFirst: () => ok(undefined) })
  if (!migrated.ok) throw new Error(`the migrations fail: ${JSON.stringify(migrated.error)}`)
  write(store, (db) => replay(db))
  // A virtual table (FTS5) keeps its own tables beside it; they follow from it.
  const items = store.sqlite
    .prepare<[], Item>(
      `SELECT s.name, s.sql FROM sqlite_schema s LEFT JOIN pragma_table_list t ON t.name = s.name AND t.schema = 'main'
       WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND coalesce(t.type, '') <> 'shadow'
       ORDER BY s.tbl_name, s.type <> 'table', s.name`,
    )
    .all()
  store.close()
  const head = '-- Generated from db/migrations and db/apply/tables.ts by build/generate.ts; do not edit.\n'
  return head + items.map(({ sql }) => `\n${sql};\n`).join('')
}
