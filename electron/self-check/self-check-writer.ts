/**
 * The process that the check of the store kills: commits to a throwaway store and confirms each commit in a file beside it.
 * Run with a folder and a key, which protects nothing and so may stand on a command line.
 */
import { join } from 'node:path'
import { saveDraft } from '../../db/private/drafts.ts'
import { write } from '../../db/transaction.ts'
import { systemClock } from '../clock.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { openReadyStore } from '../office/workplace.ts'
import { pathsOf } from '../paths.ts'
import { CONFIRMED, DRAFT } from './writer-names.ts'

/** Stops by itself should nobody kill it. */
const LIMIT = 5000

const [folder = '', key = ''] = process.argv.slice(-2)
const surroundings = { disk: nodeDisk, paths: pathsOf(folder, folder), clock: systemClock }
const store = openReadyStore(surroundings, Buffer.from(key, 'hex'), true)
if (!store.ok) process.exit(1)
const confirmed = await nodeDisk.open(join(folder, CONFIRMED), 'append')
for (let n = 1; n <= LIMIT; n++) {
  write(store.value, (db) => saveDraft(db, DRAFT, DRAFT, String(n), systemClock.at()))
  await confirmed.write(Uint8Array.of(0x2e))
}
process.exit(0)
