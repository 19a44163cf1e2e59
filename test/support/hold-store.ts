/**
 * A process of its own that opens a store, writes and then waits to be killed:
 * `node hold-store.ts <file> <key in hex>`. Says `open`, or the code of the refusal.
 */
import { openStore } from '../../db/open.ts'
import { script, write } from '../../db/transaction.ts'

const [file = '', key = ''] = process.argv.slice(2)
const opened = openStore(file, { key: Buffer.from(key, 'hex'), create: true })
if (opened.ok) {
  write(opened.value, (db) =>
    script(db, "CREATE TABLE IF NOT EXISTS held (word TEXT) STRICT; INSERT INTO held VALUES ('acknowledged')"),
  )
  // An open handle keeps the process waiting.
  setInterval(() => opened.value.file, 60_000)
}
console.log(opened.ok ? 'open' : opened.error.code)
