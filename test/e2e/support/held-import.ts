/**
 * An import that stands still in the middle of its one transaction until the test lets it go. Preloaded into the program
 * under test, it has the statement that records a set taken in wait for as long as the file lies there that IMPORT_HELD
 * names; everything else is as it ships.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { preloaded, type Environment } from './preloaded.ts'

/** The environment of a program whose imports a test can hold. @param folder - where the order to hold is left */
export function withHeldImport(folder: string): Environment {
  return preloaded(import.meta.filename, { IMPORT_HELD: orderIn(folder) })
}

/** Has the next import held. `isHeld`: whether it stands still by now. */
export function holdImport(folder: string): { readonly isHeld: () => boolean; readonly letGo: () => void } {
  const order = orderIn(folder)
  writeFileSync(order, '')
  return { isHeld: () => existsSync(`${order}-there`), letGo: () => rmSync(order) }
}

function orderIn(folder: string): string {
  return join(folder, 'hold-import')
}

const asked = process.env['IMPORT_HELD']
if (asked !== undefined && !isMainThread) {
  const { prepare } = Database.prototype
  const prepareHeld = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement<unknown[]>
    const { run } = statement
    if (!/^INSERT INTO bundles .*'in'/u.test(sql)) return statement
    const held = (...values: unknown[]) => {
      if (existsSync(asked)) writeFileSync(`${asked}-there`, '')
      const cell = new Int32Array(new SharedArrayBuffer(4))
      while (existsSync(asked)) Atomics.wait(cell, 0, 0, 20)
      return run.apply(statement, values)
    }
    return Object.assign(statement, { run: held })
  }
  Object.assign(Database.prototype, { prepare: prepareHeld })
}
