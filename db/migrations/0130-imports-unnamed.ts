/**
 * Whom an import was about, and what it did to them, was kept with its counts, and nothing read it again.
 */
import type { Migration } from '../migration.ts'

export const importsUnnamed: Migration = {
  id: 130,
  name: 'imports-unnamed',
  up: (db) => db.exec(`UPDATE bundles SET report = json_remove(report, '$.cases') WHERE direction = 'in'`),
}
