/**
 * Which members a bundle's archive may have, and in which order: the six tag files, then journals, then scans
 * (FORMAT.md section 5). The tar reader asks here before it takes a member; names outside this list never get further.
 */
import type { LayoutReason } from './bundle-errors.ts'
import { LIMITS, TAG_FILES } from './format.ts'

/** Judges the next member of an archive by name and size; null lets it pass. Called once per member, in order. */
export type MemberRule = (name: string, size: number) => LayoutReason | null

const JOURNAL = /^data\/journal\/[a-z2-7]{26}\.[a-z2-7]{16}\.(own|all|[a-z2-7]{26})\.jsonl\.gz$/
const SCAN = /^data\/att\/[0-9a-f]{64}$/

/** The rule for one bundle, from its first member on. */
export function bundleLayout(): MemberRule {
  let index = 0
  let isAtScans = false
  return (name, size) => {
    const tagFile = TAG_FILES[index]
    const isJournal = JOURNAL.test(name)
    const isScan = SCAN.test(name)
    index += 1
    if (!isJournal && !isScan && !TAG_FILES.some((known) => known === name)) return 'name'
    if (tagFile !== undefined) {
      if (name !== tagFile) return 'order'
      return size > LIMITS.tagFileBytes ? 'size' : null
    }
    if (!isJournal && !isScan) return 'order'
    if (isJournal && isAtScans) return 'order'
    isAtScans = isScan
    if (index - TAG_FILES.length > LIMITS.payloadFiles) return 'count'
    return size > (isScan ? LIMITS.scanBytes : LIMITS.journalBytes) ? 'size' : null
  }
}
