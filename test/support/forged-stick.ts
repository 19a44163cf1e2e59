/**
 * Faulty sets between real offices: made with the pieces of bundle-kit from the offices' own keys and lines, and put on
 * the stick as files.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { channelRow, lines } from '../../db/journal.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { printLine, type Entry } from '../../shared/journal/entry.ts'
import { forgeSet, sha256, type Forgery } from './bundle-kit.ts'
import { createFakeDisk } from './fake-disk.ts'
import type { TestOffice } from './office.ts'
import { keysOf, readStoreOf } from './office-picture.ts'

/** Plants a set from one office to another that is what it should be but for the forgery; only the channel's own lines. */
export async function forgeOnto(
  stick: string,
  from: TestOffice,
  to: TestOffice,
  forgery: Forgery | ((keys: { readonly from: Awaited<ReturnType<typeof keysOf>> }) => Forgery),
): Promise<void> {
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  const keys = { from: await keysOf(from), to: await keysOf(to) }
  const wanted = typeof forgery === 'function' ? forgery(keys) : forgery
  const own = wanted.lines ?? (await linesOf(from, to))
  await forgeSet(disk, keys.from, keys.to, { ...wanted, lines: own })
  mkdirSync(stick, { recursive: true })
  for (const path of disk.paths())
    if (basename(path) !== 'x') writeFileSync(join(stick, basename(path)), disk.peek(path) ?? '')
}

/** The lines of the channel from one office to another, from the first. */
export async function linesOf(from: TestOffice, to: TestOffice): Promise<readonly string[]> {
  const channel = await channelTo(from, to)
  return readStoreOf(from.paths, (db) => {
    const row = channelRow(db, channel)
    return row === null ? [] : [...lines(db, row.id, 1, row.seq)]
  })
}

/** Name of the channel from one office to another. */
export async function channelTo(from: TestOffice, to: TestOffice): Promise<string> {
  const { device } = await keysOf(from)
  return `${from.id}.${device}.${to.id}`
}

/** Id of the entry in a line made by lineOf. */
export const entryId = (seq: number) => `0199${String(seq).padStart(4, '0')}-0000-7000-8000-000000000000`

/** A line of an office's own making, as its program would write it. */
export function lineOf(seq: number, entry: Pick<Entry, 'kind' | 'subject' | 'payload'> & Partial<Entry>): string {
  return printLine({
    id: entryId(seq),
    v: 1,
    after: [],
    at: '2024-01-30T01:00:00Z',
    actor: { id: '01990000-0000-7000-8000-000000000001', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    ...entry,
    seq,
  })
}

/** Changes the only part on a stick and writes a label that fits. */
export function retouch(stick: string, change: (part: Buffer) => Uint8Array): void {
  const names = readdirSync(stick)
  const part = names.find((name) => name.endsWith('.001')) ?? ''
  const label = names.find((name) => name.endsWith('.sha256')) ?? ''
  const bytes = change(readFileSync(join(stick, part)))
  writeFileSync(join(stick, part), bytes)
  writeFileSync(join(stick, label), printLabel([{ name: part, sha256: sha256(bytes) }]))
}
