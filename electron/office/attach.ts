/**
 * Files named by a call become scans before the command sees them: checked, cleaned, sealed and durable. What the command
 * then refuses is swept at the next start.
 */
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { ScanRef } from '../../shared/model/acts.ts'
import { PaperWithFiles } from '../../shared/contract/inputs.ts'
import { refuse } from '../refuse.ts'
import type { Workplace } from './workplace.ts'

/** A command's input with its files put into the scan store. */
export type Attached = { readonly input: unknown; readonly scans: ReadonlySet<string> }

/** True of the input of a command that brings files, or names scans. */
export function bringsScans(input: unknown): boolean {
  return namedBy(input).length > 0 || (typeof input === 'object' && input !== null && 'files' in input)
}

/** Takes in the files of `paper.record`; other commands name scans that the window has put into the store before. */
export async function attachFiles(
  workplace: Workplace,
  name: string,
  input: unknown,
): Promise<Result<Attached, Refusal>> {
  if (name !== 'paper.record') {
    const known = await thereOf(workplace, namedBy(input))
    return known.ok ? ok({ input, scans: known.value }) : known
  }
  const { files = [], scans = [], ...paper } = PaperWithFiles.parse(input)
  const refs: ScanRef[] = [...scans]
  const held = await thereOf(workplace, scans)
  if (!held.ok) return held
  const known = new Set(held.value)
  for (const path of files) {
    const added = await workplace.scans.add({ path }, basename(path))
    if (!added.ok) return fail(refuse(added.error))
    const { sha256, bytes, mediaType } = added.value
    refs.push({ sha256, bytes, type: mediaType, name: scanName(path) })
    known.add(sha256)
  }
  const carried = files.length === 0 && scans.length === 0 ? {} : { scans: refs }
  return ok({ input: { ...paper, ...carried }, scans: known })
}

/** Those of some scans that the store holds. */
async function thereOf(
  workplace: Workplace,
  scans: readonly { readonly sha256: string }[],
): Promise<Result<ReadonlySet<string>, Refusal>> {
  const known = new Set<string>()
  // What a start has still to sweep is there no more in a moment.
  if (scans.length > 0) await workplace.scans.swept()
  for (const { sha256 } of scans) {
    const there = await workplace.scans.has(sha256)
    if (!there.ok) return fail(refuse(there.error))
    if (there.value) known.add(sha256)
  }
  return ok(known)
}

/** What a command's input names as `scan` or `scans`; its schema judges them afterwards. */
function namedBy(input: unknown): readonly ScanRef[] {
  if (typeof input !== 'object' || input === null) return []
  const one = ScanRef.safeParse('scan' in input ? input.scan : undefined)
  const many = ScanRef.array().safeParse('scans' in input ? input.scans : undefined)
  return [...(one.success ? [one.data] : []), ...(many.success ? many.data : [])]
}

/** The file's own name as the entry shows it: one line, at most 200 characters. */
export function scanName(path: string): string {
  const name = basename(path)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return name === '' ? 'scan' : Array.from(name).slice(0, 200).join('')
}
